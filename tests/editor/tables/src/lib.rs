//! Tables as a user has them in an editor, beside a plain enum.

use gateway::GatewayCode;
use wechat_codes::{ReturnCode, wechat_codes};

pub mod gateway {
    use wechat_codes::wechat_codes;

    wechat_codes! {
        /// What the gateway answers.
        #[derive(Debug, Default)]
        #[repr(i64)]
        pub enum GatewayCode {
            #[default]
            0 => Success: "Request succeeded",
            /// Raised before the call reaches WeChat.
            900_001 => QuotaExhausted: "The quota is used up" { zh: "配额已用完", remedy: WaitForQuota },
            900_002 => "Upstream pool is draining",
            900_003 => Unsure: "The outcome is not known",
        }
    }
}

wechat_codes! {
    /// What the menu service answers.
    #[repr(i64)]
    pub enum MenuCode {
        ..ReturnCode { InvalidAppId, 40015..=40017, !InvalidButtonType },
        ..gateway::GatewayCode { QuotaExhausted, UpstreamPoolIsDraining },
        override 40015 => InvalidMenuType: "This menu has no such type",
        900_101 => NoMenu: "There is no menu",
    }
}

/// An enum without the macro.
#[derive(Clone, Copy)]
pub enum Plain {
    Ready = 0,
    Busy = 1,
}

pub fn is_about_the_gateway(code: MenuCode) -> bool {
    let same = GatewayCode::try_from(code).ok().map(|code: GatewayCode| code.message());
    same.is_some() && code != MenuCode::QuotaExhausted
}

pub fn is_temporary(code: GatewayCode, plain: Plain) -> bool {
    code == GatewayCode::QuotaExhausted || matches!(plain, Plain::Busy)
}

pub fn draining() -> GatewayCode {
    GatewayCode::UpstreamPoolIsDraining
}
