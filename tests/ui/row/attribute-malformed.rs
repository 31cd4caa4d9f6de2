wechat_codes::wechat_codes! {
    pub enum Table {
        #[("docs")]
        0 => Success: "Request succeeded",
        1 => One: "one",
    }
}

fn main() {
    println!("{}", Table::One);
}
