//! The four tables behind one type, and rows that know their tables.

use std::collections::HashMap;

use clap::ValueEnum;
use wechat_codes::{ChannelsCode, CodeTable, Remedy, ReturnCode, WeComCode, WeixinCode};

use crate::lang::Lang;

/// A table of the library. The order is that of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// Official Accounts
    ReturnCode,
    /// Everything on api.weixin.qq.com, with the rows of return-code
    Weixin,
    /// WeCom (企业微信)
    #[value(name = "wecom")]
    WeCom,
    /// WeChat Channels shops (视频号小店)
    Channels,
}

/// What a table says of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) code: i32,
    pub(crate) name: &'static str,
    pub(crate) message: &'static str,
    pub(crate) message_zh: Option<&'static str>,
    pub(crate) remedy: Option<Remedy>,
}

impl Row {
    /// Returns the row of a variant.
    fn of<C: CodeTable<Code = i32>>(code: C) -> Self {
        Self {
            code: code.code(),
            name: code.name(),
            message: code.message(),
            message_zh: code.message_zh(),
            remedy: code.remedy(),
        }
    }

    /// Returns the message in a language; in English, if the row has no Chinese message.
    pub(crate) fn message_in(&self, lang: Lang) -> &'static str {
        lang.pick(self.message, self.message_zh.unwrap_or(self.message))
    }
}

/// A row with every table that has it alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) row: Row,
    /// At least one, in the order of [`Table`].
    pub(crate) tables: Vec<Table>,
}

impl Entry {
    /// Returns the page with more about the code, if a product of the row has one.
    pub(crate) fn page(&self) -> Option<String> {
        self.tables.iter().find_map(|table| table.page(self.row.code))
    }

    /// Returns the products that the row is of, for a person to read.
    pub(crate) fn products(&self, lang: Lang) -> String {
        let products: Vec<_> = self.tables.iter().map(|table| table.product(lang)).collect();
        products.join(lang.pick(", ", "、"))
    }

    /// Returns the short names of the row's tables. The table `weixin` has every row of
    /// `return-code`, so it is left out beside it.
    pub(crate) fn table_names(&self) -> String {
        let is_official = self.tables.contains(&Table::ReturnCode);
        let told = |table: &&Table| !(is_official && **table == Table::Weixin);
        let names: Vec<_> = self.tables.iter().filter(told).map(|table| table.name()).collect();
        names.join(",")
    }
}

impl Table {
    /// All tables, in the order of the output.
    pub(crate) const ALL: [Self; 4] = [Self::ReturnCode, Self::Weixin, Self::WeCom, Self::Channels];

    /// Returns the name on the command line and in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ReturnCode => "return-code",
            Self::Weixin => "weixin",
            Self::WeCom => "wecom",
            Self::Channels => "channels",
        }
    }

    /// Returns the product whose codes the table has.
    pub(crate) fn product(self, lang: Lang) -> &'static str {
        match self {
            Self::ReturnCode => lang.pick("Official Accounts", "公众号"),
            Self::Weixin => "api.weixin.qq.com",
            Self::WeCom => lang.pick("WeCom", "企业微信"),
            Self::Channels => lang.pick("WeChat Channels shops", "视频号小店"),
        }
    }

    /// Returns the product's page about a code; only WeCom has such pages.
    pub(crate) fn page(self, code: i32) -> Option<String> {
        (self == Self::WeCom)
            .then(|| format!("https://open.work.weixin.qq.com/devtool/query?e={code}"))
    }

    /// Returns the rows, in the order of the table.
    pub(crate) fn rows(self) -> Vec<Row> {
        fn rows<C: CodeTable<Code = i32>>() -> Vec<Row> {
            C::iter().map(Row::of).collect()
        }
        match self {
            Self::ReturnCode => rows::<ReturnCode>(),
            Self::Weixin => rows::<WeixinCode>(),
            Self::WeCom => rows::<WeComCode>(),
            Self::Channels => rows::<ChannelsCode>(),
        }
    }

    /// Returns the row of a code.
    fn row(self, code: i32) -> Option<Row> {
        fn row<C: CodeTable<Code = i32>>(code: i32) -> Option<Row> {
            C::from_code(code).map(Row::of)
        }
        match self {
            Self::ReturnCode => row::<ReturnCode>(code),
            Self::Weixin => row::<WeixinCode>(code),
            Self::WeCom => row::<WeComCode>(code),
            Self::Channels => row::<ChannelsCode>(code),
        }
    }
}

/// Returns the tables that an option selects: the given one, or all.
pub(crate) fn selected(table: Option<Table>) -> Vec<Table> {
    table.map_or_else(|| Table::ALL.to_vec(), |table| vec![table])
}

/// Returns the rows of a code, like rows once.
pub(crate) fn rows_of_code(tables: &[Table], code: i32) -> Vec<Entry> {
    let rows = tables.iter().filter_map(|table| table.row(code).map(|row| (*table, row)));
    merged(rows)
}

/// Returns the rows of tables that fulfil a condition, like rows once.
pub(crate) fn rows_that(tables: &[Table], condition: impl Fn(&Row) -> bool) -> Vec<Entry> {
    let rows = tables.iter().flat_map(|table| table.rows().into_iter().map(|row| (*table, row)));
    merged(rows.filter(|(_, row)| condition(row)))
}

/// Makes one entry of rows that are alike in everything.
fn merged(rows: impl Iterator<Item = (Table, Row)>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut places = HashMap::<_, Vec<usize>>::new();
    for (table, row) in rows {
        let of_code = places.entry(row.code).or_default();
        if let Some(place) = of_code.iter().find(|place| entries[**place].row == row) {
            entries[*place].tables.push(table);
        } else {
            of_code.push(entries.len());
            entries.push(Entry { row, tables: vec![table] });
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::{Table, rows_of_code, rows_that, selected};

    #[test]
    fn names_are_those_of_the_command_line() {
        use clap::ValueEnum;
        for table in Table::ALL {
            let value = table.to_possible_value().expect("no table is hidden");
            assert_eq!(value.get_name(), table.name());
        }
        assert_eq!(Table::value_variants(), Table::ALL);
    }

    #[test]
    fn like_rows_are_one_entry() {
        let tables = |code| -> Vec<_> {
            let entries = rows_of_code(&selected(None), code);
            entries.into_iter().map(|entry| entry.tables).collect()
        };
        assert_eq!(tables(-1), [Table::ALL.to_vec()]);
        assert_eq!(
            tables(40013),
            [vec![Table::ReturnCode, Table::Weixin], vec![Table::WeCom], vec![Table::Channels]]
        );
        assert_eq!(tables(12345), Vec::<Vec<Table>>::new());
    }

    #[test]
    fn every_row_of_return_code_is_one_entry_with_weixin() {
        let entries = rows_that(&[Table::ReturnCode, Table::Weixin], |_| true);
        assert_eq!(entries.len(), Table::Weixin.rows().len());
        let both = entries.iter().filter(|entry| entry.tables.len() == 2).count();
        assert_eq!(both, Table::ReturnCode.rows().len());
    }

    #[test]
    fn texts_fit_on_a_line_of_tab_separated_values() {
        for row in Table::ALL.into_iter().flat_map(Table::rows) {
            for text in [row.name, row.message, row.message_zh.unwrap_or_default()] {
                assert!(!text.contains(|c: char| c.is_control()), "{}: {text:?}", row.code);
            }
        }
    }
}
