use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

/// An integer type that codes can have: `i8` to `i64`, `u8` to `u64`.
///
/// The trait is sealed: no other type can implement it.
///
/// ```
/// use wechat_codes::{CodeInt, CodeTable, ReturnCode};
///
/// /// The value of a label or a field in a structured log, for any table.
/// fn log_value<C: CodeTable>(code: C) -> Option<i64> {
///     code.code().to_i64()
/// }
/// assert_eq!(log_value(ReturnCode::SystemBusy), Some(-1));
/// ```
pub trait CodeInt:
    Copy
    + Debug
    + Default
    + Display
    + Eq
    + FromStr
    + Hash
    + Into<i128>
    + Ord
    + Send
    + Sync
    + TryInto<i64>
    + Sealed
    + 'static
{
    /// Returns the number as an `i64`, which structured logs such as those of `tracing` record as a
    /// number; `None` if a `u64` is too large.
    ///
    /// ```
    /// use wechat_codes::CodeInt;
    /// assert_eq!(CodeInt::to_i64(40013_u16), Some(40013));
    /// assert_eq!(CodeInt::to_i64(u64::MAX), None);
    /// ```
    fn to_i64(self) -> Option<i64> {
        self.try_into().ok()
    }
}

pub trait Sealed: Serde + Sized {
    /// Casts the number as `as` does.
    fn wrapping_from(wide: i128) -> Self;

    /// The ends of the type's range.
    #[cfg(feature = "json")]
    const ENDS: (Self, Self);
}

/// The bounds that feature `serde` adds to a code type.
#[cfg(feature = "serde")]
pub trait Serde: serde_core::Serialize + serde_core::de::DeserializeOwned {}
#[cfg(not(feature = "serde"))]
pub trait Serde {}

/// Returns the number in its code type; `None` if it is out of range.
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
                const ENDS: (Self, Self) = (Self::MIN, Self::MAX);
            }
        )*
    };
}

code_int!(i8 i16 i32 i64 u8 u16 u32 u64);
