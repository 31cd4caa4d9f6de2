wechat_codes::wechat_codes! {
    pub enum Parent { 1 => One: "one", 40013 = InvalidAppId: "Invalid App ID" }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..Parent { One, InvalidAppId, 40013 },
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::One);
}
