wechat_codes::wechat_codes! {
    pub enum Table {
        40013 = InvalidAppId: "Invalid App ID",
    }
}

// The enum and its API are there all the same.
fn main() {
    let code: Option<Table> = Table::from_code(40013);
    println!("{:?} of {}", code.map(Table::message), Table::COUNT);
    for code in Table::iter() {
        println!("{code}");
    }
}
