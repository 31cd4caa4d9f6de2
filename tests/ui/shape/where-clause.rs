wechat_codes::wechat_codes! {
    pub enum Table where i32: Copy {
        0 => Success: "Request succeeded",
    }
}

// The good row is there.
fn main() {
    println!("{}", Table::Success);
}
