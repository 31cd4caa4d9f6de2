//! The prebuilt tables, a module each. A row is one line: code, name, message, notes.
//!
//! `CONTRIBUTING.md` says how to add a code.

#[cfg(feature = "channels")]
mod channels;
mod return_code;
#[cfg(feature = "wecom")]
mod wecom;
#[cfg(feature = "weixin")]
mod weixin;

#[cfg(feature = "channels")]
pub use channels::*;
pub use return_code::*;
#[cfg(feature = "wecom")]
pub use wecom::*;
#[cfg(feature = "weixin")]
pub use weixin::*;
