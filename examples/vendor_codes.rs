//! A table with a vendor's own codes beside WeChat's: `cargo run --example vendor_codes`.

use wechat_codes::{ReturnCode, wechat_codes};

wechat_codes! {
    /// WeChat's codes and those of our gateway. A code that WeChat has already is a compile error
    /// here, now and when a later version of the table has it.
    #[non_exhaustive]
    pub enum GatewayCode {
        ..ReturnCode,
        /// Raised by the gateway before the call reaches WeChat.
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
        900_002 => "Upstream pool is draining", // variant: UpstreamPoolIsDraining
    }
}

/// One handler for the codes of both.
fn handle(errcode: i32) -> String {
    match GatewayCode::from_code(errcode) {
        Some(GatewayCode::Success) => "done".into(),
        Some(GatewayCode::QuotaExhausted | GatewayCode::InterfaceCallsOverLimit) => {
            "stop until tomorrow".into()
        }
        Some(GatewayCode::UpstreamPoolIsDraining) => "try another gateway".into(),
        // What WeChat's own codes know of themselves is a conversion away.
        Some(code) => match ReturnCode::try_from(code) {
            Ok(code) if code.is_transient() => format!("try again later ({code})"),
            Ok(code) => format!("WeChat refuses: {code:#}"),
            Err(error) => format!("the gateway refuses: {code:#} ({error})"),
        },
        None => format!("unknown return code {errcode}"),
    }
}

fn main() {
    for errcode in [0, 45009, 900_001, 900_002, -1, 40013, 12345] {
        println!("{errcode:>6}: {}", handle(errcode));
    }

    // Every code of WeChat's converts into the gateway's table, and back.
    for code in ReturnCode::iter() {
        assert_eq!(ReturnCode::try_from(GatewayCode::from(code)), Ok(code));
    }
    let error = ReturnCode::try_from(GatewayCode::QuotaExhausted).unwrap_err();
    println!("{error}");
}
