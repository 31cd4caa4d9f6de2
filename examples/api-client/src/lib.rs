//! A client of WeChat's API that acts on what its return codes say, and a stand-in for that API to
//! run it against: `cargo run -p api-client`.
//!
//! [`Client`] does four things by the code of a reply:
//!
//! | WeChat answers with a code that | the client |
//! | --- | --- |
//! | [needs a new access token](wechat_codes::ReturnCode::needs_new_access_token) | fetches one, once for all callers, and repeats the call once |
//! | [is transient](wechat_codes::ReturnCode::is_transient) | pauses, longer each time, and repeats the call, up to a limit |
//! | [is the end of the quota](wechat_codes::ReturnCode::is_rate_limited) | stops, with an error that says so |
//! | is any other | gives it to the caller, also where it is in no table |

mod access_token;
mod client;
mod error;
mod retry;
pub mod stand_in;

pub use client::{Client, OpenIds, UserList};
pub use error::Error;
pub use retry::Retry;
