wechat_codes::wechat_codes! {
    pub enum Table {
        #[cfg]
        0 => Success: "Request succeeded",
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

fn main() {}
