wechat_codes::wechat_codes! {
    pub enum Table {
        0 => Success: "Request succeeded",
    }
    pub enum Other { 1 => A: "a" }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
