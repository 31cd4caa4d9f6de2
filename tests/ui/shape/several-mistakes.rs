wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID",
        40013 => Other: "Twice",
        40014 => InvalidAppId: "The name twice",
        9_000_000_000 => TooLarge: "Out of range",
        40015 => Empty: "",
        40016 => Number: 7,
        0 => Success: "Request succeeded",
    }
}

// The good rows are there, so no use of the table adds an error.
fn main() {
    match Table::from_code(40013) {
        Some(Table::InvalidAppId) => println!("{}", Table::Success),
        Some(other) => println!("{other}, one of {}", Table::COUNT),
        None => println!("{:?}", Table::from_name("Success")),
    }
}
