wechat_codes::wechat_codes! {
    pub enum Table {
        /// WeChat's own.
        ..wechat_codes::ReturnCode { 0 },
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

fn main() {}
