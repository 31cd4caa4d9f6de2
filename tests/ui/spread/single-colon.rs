wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes:ReturnCode,
        0 => Success: "Request succeeded",
    }
}

fn main() {}
