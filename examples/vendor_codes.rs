//! A table with a vendor's own codes beside WeChat's: `cargo run --example vendor_codes`.

use wechat_codes::{Remedy, ReturnCode, wechat_codes};

wechat_codes! {
    /// WeChat's codes and those of our gateway.
    #[non_exhaustive]
    pub enum GatewayCode {
        ..ReturnCode,
        /// Raised by the gateway before the call reaches WeChat.
        900_001 => QuotaExhausted: "The gateway's own quota is used up" { zh: "网关配额已用完", remedy: WaitForQuota },
        900_002 => "Upstream pool is draining" { remedy: Retry }, // variant: UpstreamPoolIsDraining
        // This row has our message instead of WeChat's. It keeps the remedy.
        override 40013 => InvalidAppId: "No such app on this gateway" { zh: "网关上没有该应用" },
        // `ReturnCode` may gain this code later. With `override`, the table still compiles then.
        override 88_000 => NoComments: "The account has no comments" { remedy: AskPermission },
    }
}

/// Handles the codes of both tables by their remedies.
fn handle(errcode: i32) -> String {
    let Some(code) = GatewayCode::from_code(errcode) else {
        return format!("unknown return code {errcode}");
    };
    match code.remedy() {
        None if code.is_success() => "done".into(),
        Some(Remedy::WaitForQuota) => format!("stop until tomorrow ({code})"),
        Some(remedy) if remedy.is_retryable() => format!("{} ({code})", remedy.advice()),
        Some(remedy) => format!("{code:#}; {}", remedy.advice()),
        None => format!("{code:#}"),
    }
}

fn main() {
    for errcode in [0, 45009, 900_001, 900_002, -1, 40013, 12345] {
        println!("{errcode:>6}: {}", handle(errcode));
    }
    println!("{}", GatewayCode::InvalidAppId.message_zh().unwrap_or_default());

    // Every code of WeChat converts into the gateway's table and back.
    for code in ReturnCode::iter() {
        assert_eq!(ReturnCode::try_from(GatewayCode::from(code)), Ok(code));
    }
    let error = ReturnCode::try_from(GatewayCode::QuotaExhausted).unwrap_err();
    println!("{error}");
}
