//! Uses every item of a table in a crate that has neither std nor the prelude.
#![no_std]
#![no_implicit_prelude]
#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]

use ::core::cmp::Ordering;
use ::core::fmt::{self, Debug, Display, Write};
use ::core::hash::{Hash, Hasher};
use ::core::iter::{DoubleEndedIterator, ExactSizeIterator};
use ::core::option::Option::{self, None, Some};
use ::core::result::Result::{self, Err, Ok};
use ::core::str::FromStr;
use ::core::{assert, assert_eq, matches};

use ::core::clone::Clone;
use ::core::cmp::{Ord, PartialOrd};
use ::core::convert::{From, Into, TryFrom, TryInto};

::wx::wechat_codes! {
    /// The codes of the gateway.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum GatewayCode {
        /// All is well.
        0 => Success: "Request succeeded",
        -1 => SystemBusy: "System busy",
        #[deprecated(note = "the gateway has no quota any more")]
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
        900_002 => "Upstream pool is <draining>, see https://mp.weixin.qq.com",
    }
}

mod private {
    ::wx::wechat_codes! {
        #[repr(u64)]
        pub(super) enum Port {
            1 => Open: "The port is open",
            0xffff_ffff_ffff_ffff => Closed: "The port is closed",
        }
    }
}

const BUSY: Option<GatewayCode> = GatewayCode::from_code(-1);
const COUNT: usize = GatewayCode::COUNT;
const NAME: &str = GatewayCode::SystemBusy.name();
const MESSAGE: &str = GatewayCode::SystemBusy.message();
const CODE: i32 = GatewayCode::SystemBusy.code();

/// Text that needs no allocator.
#[derive(Debug)]
struct Text {
    bytes: [u8; 64],
    len: usize,
}

impl Text {
    fn of(arguments: fmt::Arguments<'_>) -> Self {
        let mut text = Self { bytes: [0; 64], len: 0 };
        assert!(text.write_fmt(arguments).is_ok());
        text
    }

    fn as_str(&self) -> &str {
        match ::core::str::from_utf8(&self.bytes[..self.len]) {
            Ok(text) => text,
            Err(_) => "not UTF-8",
        }
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        let room = self.bytes.get_mut(self.len..end);
        Option::ok_or(room, fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

struct Sum(u64);

impl Hasher for Sum {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(31).wrapping_add(u64::from(*byte));
        }
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut sum = Sum(0);
    value.hash(&mut sum);
    sum.finish()
}

/// Looks a code up through the trait, as generic code does.
fn through_the_trait<T>(code: T::Code) -> Option<(&'static str, &'static str, T::Code)>
where
    T: ::wx::CodeTable,
{
    assert_eq!(T::iter().len(), T::COUNT);
    let variant = T::from_code(code)?;
    assert!(T::from_name(variant.name()) == Some(variant));
    Some((variant.name(), variant.message(), variant.code()))
}

fn is_error(error: &dyn ::core::error::Error) -> bool {
    error.source().is_none()
}

/// Uses every item that a table has.
///
/// # Panics
///
/// Panics if an item gives a wrong result.
pub fn use_every_item() {
    assert_eq!((BUSY, COUNT, NAME), (Some(GatewayCode::SystemBusy), 4, "SystemBusy"));
    assert_eq!((MESSAGE, CODE), ("System busy", -1));
    assert_eq!(GatewayCode::from_code(7), None);
    assert_eq!(GatewayCode::from_name("Success"), Some(GatewayCode::Success));
    assert_eq!(GatewayCode::iter().len(), GatewayCode::COUNT);
    assert_eq!(GatewayCode::iter().next_back(), GatewayCode::from_code(900_002));

    let busy = Clone::clone(&GatewayCode::SystemBusy);
    assert_eq!(busy.cmp(&GatewayCode::Success), Ordering::Less);
    assert_eq!(busy.partial_cmp(&busy), Some(Ordering::Equal));
    assert_eq!(hash(busy), hash(GatewayCode::SystemBusy));

    let shown = |value: &dyn Display| Text::of(::core::format_args!("{value:#}"));
    assert_eq!(shown(&busy).as_str(), "-1: System busy");
    let debug = |value: &dyn Debug| Text::of(::core::format_args!("{value:?}"));
    assert_eq!(debug(&busy).as_str(), "SystemBusy");
    assert!(is_error(&busy));

    assert_eq!(GatewayCode::try_from(-1), Ok(busy));
    let converted: Result<GatewayCode, ::wx::UnknownCode<i32>> = 7.try_into();
    assert_eq!(shown(&converted.unwrap_err()).as_str(), "7 is not a code of GatewayCode");
    assert_eq!(i32::from(busy), -1);
    let number: i32 = busy.into();
    assert_eq!(number, -1);
    assert_eq!(GatewayCode::from_str("-1"), Ok(busy));
    let parsed: Result<GatewayCode, ::wx::ParseCodeError> = "Idle".parse();
    assert!(matches!(parsed, Err(error) if error.table() == "GatewayCode"));

    assert_eq!(through_the_trait::<GatewayCode>(0), Some(("Success", "Request succeeded", 0)));
    assert_eq!(through_the_trait::<::wx::ReturnCode>(12345), None);

    assert_eq!(private::Port::from_code(u64::MAX), Some(private::Port::Closed));
    assert_eq!(private::Port::Open.message(), "The port is open");
}

#[cfg(test)]
mod tests {
    #[::core::prelude::v1::test]
    fn every_item_answers_right() {
        super::use_every_item();
    }
}
