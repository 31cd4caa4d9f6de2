wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: ,
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
