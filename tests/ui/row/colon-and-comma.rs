wechat_codes::wechat_codes! {
    pub enum Table {
        40013: InvalidAppId, "Invalid App ID",
        0 => Success: "Request succeeded",
    }
}

fn main() {}
