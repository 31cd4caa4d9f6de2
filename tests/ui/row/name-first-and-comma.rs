wechat_codes::wechat_codes! {
    pub enum Table {
        InvalidAppId = 40013, "Invalid App ID",
        0 => Success: "Request succeeded",
    }
}

fn main() {}
