//! What the numbers around an unknown code are about.

mod channels;
mod wecom;
mod weixin;

use crate::lang::Lang;
use crate::table::Table;

/// The codes from the first to the last, and what they are about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    first: i32,
    last: i32,
    en: &'static str,
    zh: &'static str,
}

/// Makes a range.
const fn range(first: i32, last: i32, en: &'static str, zh: &'static str) -> Range {
    Range { first, last, en, zh }
}

/// A range of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near {
    pub(crate) table: Table,
    pub(crate) range: &'static Range,
}

impl Range {
    /// Returns what the range is about.
    pub(crate) fn topic(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }

    /// Returns the numbers of the range: `40xxx`, `400xx-401xx` or `below 40000`.
    pub(crate) fn numbers(&self, lang: Lang) -> String {
        if self.first == i32::MIN {
            let end = self.last + 1;
            return lang.pick(format!("below {end}"), format!("{end} 以下"));
        }
        let (first, last) = (self.first.to_string(), self.last.to_string());
        let any = first.bytes().rev().zip(last.bytes().rev());
        let any = any.take_while(|digits| *digits == (b'0', b'9')).count();
        let begin = |digits: &str| format!("{}{}", &digits[..digits.len() - any], "x".repeat(any));
        let (first, last) = (begin(&first), begin(&last));
        if first == last { first } else { format!("{first}-{last}") }
    }

    /// Returns how far a number is from the range; 0 if it is in it.
    fn distance(&self, number: i128) -> u128 {
        let (first, last) = (i128::from(self.first), i128::from(self.last));
        number.abs_diff(number.clamp(first, last))
    }
}

/// Returns the ranges of a table, in ascending order.
fn ranges(table: Table) -> &'static [Range] {
    match table {
        // Its rows are a part of the other's.
        Table::ReturnCode | Table::Weixin => weixin::RANGES,
        Table::WeCom => wecom::RANGES,
        Table::Channels => channels::RANGES,
    }
}

/// Returns the ranges that a number is in. If it is in none, returns the nearest range.
pub(crate) fn nearest(tables: &[Table], number: i128) -> Vec<Near> {
    // With weixin, return-code would bring the same ranges again.
    let tables = tables.iter().copied();
    let tables: Vec<_> = if tables.clone().any(|table| table == Table::Weixin) {
        tables.filter(|table| *table != Table::ReturnCode).collect()
    } else {
        tables.collect()
    };
    let all = tables.into_iter().flat_map(|table| {
        ranges(table).iter().map(move |range| (range.distance(number), Near { table, range }))
    });
    let mut all: Vec<_> = all.collect();
    let least = all.iter().map(|(distance, _)| *distance).min();
    all.retain(|(distance, _)| Some(*distance) == least);
    all.into_iter().map(|(_, near)| near).collect()
}

#[cfg(test)]
mod tests {
    use super::{Lang, Table, nearest, ranges};

    #[test]
    fn every_code_is_in_one_range_and_every_range_has_codes() {
        for table in Table::ALL {
            let codes: Vec<_> = table.rows().iter().map(|row| row.code).collect();
            for code in &codes {
                let within = |range: &&super::Range| (range.first..=range.last).contains(code);
                assert_eq!(ranges(table).iter().filter(within).count(), 1, "{table:?}: {code}");
            }
            if table != Table::ReturnCode {
                for range in ranges(table) {
                    let has_codes = codes.iter().any(|code| range.distance((*code).into()) == 0);
                    assert!(has_codes, "{table:?}: {range:?}");
                }
            }
        }
    }

    #[test]
    fn ranges_are_in_order_and_say_what_they_are_about() {
        for table in Table::ALL {
            assert!(ranges(table).is_sorted_by(|one, next| one.last < next.first), "{table:?}");
            for range in ranges(table) {
                assert!(range.first <= range.last, "{range:?}");
                assert!(range.en.is_ascii() && (4..=70).contains(&range.en.len()), "{range:?}");
                assert!(!range.zh.is_ascii() && !range.zh.contains(','), "{range:?}");
            }
        }
    }

    #[test]
    fn an_unknown_code_has_near_ranges() {
        let near = |tables: &[Table], number| -> Vec<_> {
            let near = nearest(tables, number).into_iter();
            near.map(|near| (near.table, near.range.numbers(Lang::En))).collect()
        };
        let named = |table, numbers: &str| (table, numbers.to_owned());
        let expected = [
            named(Table::Weixin, "40xxx"),
            named(Table::WeCom, "40xxx"),
            named(Table::Channels, "40xxx"),
        ];
        assert_eq!(near(&Table::ALL, 40999), expected);
        assert_eq!(near(&[Table::ReturnCode], 40999), [named(Table::ReturnCode, "40xxx")]);
        assert_eq!(near(&[Table::WeCom], -7), [named(Table::WeCom, "below 40000")]);
        assert_eq!(near(&[Table::Weixin], i128::MAX), [named(Table::Weixin, "26849xxxx")]);
        assert_eq!(near(&[Table::WeCom], 59_999), [named(Table::WeCom, "60xxx")]);
    }
}
