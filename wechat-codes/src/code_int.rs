use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

/// An integer type that codes can have: `i8` to `i64`, `u8` to `u64`.
///
/// It is sealed: no other type can implement it.
///
/// ```
/// use wechat_codes::{CodeInt, CodeTable, ReturnCode};
///
/// fn widest(codes: impl IntoIterator<Item = impl CodeTable>) -> Option<i128> {
///     codes.into_iter().map(|code| code.code().into()).max()
/// }
/// assert_eq!(widest(ReturnCode::iter()), Some(9_001_036));
/// ```
pub trait CodeInt:
    Copy + Debug + Display + Eq + FromStr + Hash + Into<i128> + Ord + Send + Sync + Sealed + 'static
{
}

pub trait Sealed: Serde + Sized {
    /// The number as `as` casts it.
    fn wrapping_from(wide: i128) -> Self;

    /// Of a number that the type has not, the nearest that it has, but not 0, which is success.
    #[cfg(feature = "json")]
    fn nearest_failure(wide: i128) -> Self;
}

/// What feature `serde` asks of a code type.
#[cfg(feature = "serde")]
pub trait Serde: serde_core::Serialize + serde_core::de::DeserializeOwned {}
#[cfg(not(feature = "serde"))]
pub trait Serde {}

/// The number in its code type; `None` where it is out of range.
pub(crate) fn narrow<R: CodeInt>(wide: i128) -> Option<R> {
    let narrow = R::wrapping_from(wide);
    (narrow.into() == wide).then_some(narrow)
}

macro_rules! code_int {
    ($($int:ty)*) => {
        $(
            impl CodeInt for $int {}
            impl Serde for $int {}
            impl Sealed for $int {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as promised
                fn wrapping_from(wide: i128) -> Self {
                    wide as Self
                }

                #[cfg(feature = "json")]
                fn nearest_failure(wide: i128) -> Self {
                    if wide < 0 && Self::MIN != 0 { Self::MIN } else { Self::MAX }
                }
            }
        )*
    };
}

code_int!(i8 i16 i32 i64 u8 u16 u32 u64);
