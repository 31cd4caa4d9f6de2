//! A client of WeChat's API that acts on return codes. `cargo run -p api-client` shows a session.
//!
//! What the client does about a code is in `policy.rs`. It goes by the code's
//! [remedy](wechat_codes::Remedy), in whatever table the code is.

mod client;
mod error;
mod policy;
mod token;

pub use client::Client;
pub use error::{Cause, Error};
pub use policy::{ErrorKind, Policy};
