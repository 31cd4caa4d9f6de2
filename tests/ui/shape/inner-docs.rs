wechat_codes::wechat_codes! {
    //! What the gateway answers.
    pub enum Table {
        0 => Success: "Request succeeded",
        40013 = InvalidAppId: "Invalid App ID",
    }
}

fn main() {
    println!("{}", Table::Success);
}
