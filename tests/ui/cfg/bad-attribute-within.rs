wechat_codes::wechat_codes! {
    pub enum Table {
        #[cfg_attr(all(), 7)]
        1 => One: "one",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
