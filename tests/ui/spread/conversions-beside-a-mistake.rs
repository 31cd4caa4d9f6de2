wechat_codes::wechat_codes! {
    pub enum Parent { 1 => One: "one" }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..Parent,
        2 => Two: "",
    }
}

// The conversions are those of the table as it is meant.
fn main() {
    let table = Table::from(Parent::One);
    let error = Parent::try_from(table).unwrap_err();
    println!("{}", error.code());
}
