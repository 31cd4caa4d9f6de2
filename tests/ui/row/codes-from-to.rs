wechat_codes::wechat_codes! {
    pub enum Table {
        9001007-9001010 => "Reserved",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
