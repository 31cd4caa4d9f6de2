wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { 999_999_999_999_999_999_999_999_999_999_999_999_999..=0 },
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

fn main() {}
