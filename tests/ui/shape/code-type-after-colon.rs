wechat_codes::wechat_codes! {
    pub enum Table: u16 {
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
