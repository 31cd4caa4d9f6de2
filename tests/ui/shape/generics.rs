wechat_codes::wechat_codes! {
    pub enum Table<T> {
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
