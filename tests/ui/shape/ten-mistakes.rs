wechat_codes::wechat_codes! {
    #[repr(usize)]
    pub enum Table<T> {
        40013: InvalidAppId,
        InvalidAccessToken = 40014,
        40015 => Self: "Invalid menu type",
        40016 => InvalidButtonQuantity: "",
        40017 => InvalidButtonType("Invalid button type"),
        "40018" => InvalidButtonNameLength: "Invalid button name length",
        ..wechat_codes::ReturnCode { SystemBusi, 0 },
        40020 => InvalidButtonUrlLength: "Invalid button URL length";
        40021 => InvalidMenuVersion: "Invalid menu version",
    }
}

// What uses the good rows adds no error.
fn describe(code: Table) -> &'static str {
    match code {
        Table::InvalidMenuVersion => "version",
        Table::InvalidButtonUrlLength | Table::Success => code.message(),
    }
}

fn main() {
    println!("{}", describe(Table::Success));
    println!("{:?}", Table::from_code(40021).map(Table::code));
    println!("{:?}", "InvalidMenuVersion".parse::<Table>());
    println!("{:?}", wechat_codes::ReturnCode::try_from(Table::Success));
}
