wechat_codes::wechat_codes! {
    pub enum Table {
        InvalidAppId,
        InvalidAccessToken,
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
