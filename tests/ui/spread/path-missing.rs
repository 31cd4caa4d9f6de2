wechat_codes::wechat_codes! {
    pub enum Table {
        .. ,
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

fn main() {}
