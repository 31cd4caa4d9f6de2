wechat_codes::wechat_codes! {
    pub enum Table {
        40029 => InvalidCode: "<message>",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
