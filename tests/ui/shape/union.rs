wechat_codes::wechat_codes! {
    pub union Table {
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
