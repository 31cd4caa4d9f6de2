wechat_codes::wechat_codes! {
    pub enum Table {
        7 => 7Up: "No drinks",
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
