//! Tests every code type with its extreme codes, tables of one row, and dense and sparse codes.

use wechat_codes::{CodeTable, wechat_codes};

/// Checks that every row is found by its code and by its name, in the order of the table. A number
/// next to a code must only be found if it is a code, too.
fn round_trips<T: CodeTable>(rows: &[(i128, &str)])
where
    T::Code: TryFrom<i128>,
{
    let codes: Vec<i128> = rows.iter().map(|row| row.0).collect();
    assert_eq!(T::COUNT, rows.len());
    assert!(T::iter().map(|variant| variant.code().into()).eq(codes.iter().copied()));
    for (variant, &(code, name)) in T::iter().zip(rows) {
        assert_eq!(variant.name(), name);
        assert_eq!(T::from_name(name), Some(variant));
        assert_eq!(code.to_string().parse(), Ok(variant));
        for near in [code - 1, code, code + 1] {
            if let Ok(near_code) = T::Code::try_from(near) {
                assert_eq!(T::from_code(near_code).is_some(), codes.contains(&near), "{near}");
            }
        }
    }
}

macro_rules! extremes {
    ($($int:ident $min:literal $max:literal)*) => {
        $(
            #[test]
            fn $int() {
                wechat_codes! {
                    #[repr($int)]
                    enum Extremes {
                        $min => Lowest: "The lowest",
                        100 => Hundred: "A hundred",
                        $max => Highest: "The highest",
                    }
                }
                let (min, max) = ($int::MIN.into(), $int::MAX.into());
                round_trips::<Extremes>(&[(min, "Lowest"), (100, "Hundred"), (max, "Highest")]);
                assert_eq!(size_of::<Extremes>(), size_of::<$int>());
                assert_eq!(Extremes::Lowest as $int, $int::MIN);
                assert_eq!(Extremes::try_from($int::MAX), Ok(Extremes::Highest));
                assert_eq!(Extremes::Highest.code(), $int::MAX);
                assert_eq!($int::from(Extremes::Hundred), 100);
                assert_eq!(Extremes::try_from(99).unwrap_err().code(), 99);

                // Variants are ordered by code. If the code type is signed, negative codes come
                // first.
                assert!(Extremes::Lowest < Extremes::Hundred);
                assert!(Extremes::Hundred < Extremes::Highest);
            }
        )*
    };
}

extremes! {
    i8 -128 127
    i16 -32_768 32_767
    i32 -2_147_483_648 2_147_483_647
    i64 -9_223_372_036_854_775_808 9_223_372_036_854_775_807
    u8 0 255
    u16 0 65_535
    u32 0 4_294_967_295
    u64 0 18_446_744_073_709_551_615
}

#[test]
fn one_row() {
    wechat_codes! {
        enum Zero { 0 => Only: "The only code" }
    }
    wechat_codes! {
        enum Negative { -40013 => Only: "The only code" }
    }
    wechat_codes! {
        #[repr(u64)]
        enum Highest { 0xffff_ffff_ffff_ffff => Only: "The only code" }
    }
    round_trips::<Zero>(&[(0, "Only")]);
    round_trips::<Negative>(&[(-40013, "Only")]);
    round_trips::<Highest>(&[(u64::MAX.into(), "Only")]);
}

#[test]
fn codes_dense_and_far_apart() {
    wechat_codes! {
        enum Dense { -3 => A: "a", -2 => B: "b", -1 => C: "c", 0 => D: "d", 1 => E: "e", 2 => F: "f" }
    }
    wechat_codes! {
        #[repr(i64)]
        enum Sparse {
            -9_000_000_000_000_000_000 => A: "a",
            -4_294_967_296 => B: "b",
            4_294_967_296 => C: "c",
            8_589_934_592 => D: "d",
            9_000_000_000_000_000_000 => E: "e",
        }
    }
    round_trips::<Dense>(&[(-3, "A"), (-2, "B"), (-1, "C"), (0, "D"), (1, "E"), (2, "F")]);
    round_trips::<Sparse>(&[
        (-9_000_000_000_000_000_000, "A"),
        (-4_294_967_296, "B"),
        (4_294_967_296, "C"),
        (8_589_934_592, "D"),
        (9_000_000_000_000_000_000, "E"),
    ]);
}
