wechat_codes::wechat_codes! {
    pub enum Table {
        0 => Success: "Request succeeded",
        40013 = InvalidAppId: "Invalid App ID";
        1 => One: "one",
    }
}

fn main() {
    println!("{}", Table::Success);
}
