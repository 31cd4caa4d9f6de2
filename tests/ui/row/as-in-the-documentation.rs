wechat_codes::wechat_codes! {
    pub enum Table {
        40029 invalid code
        40030 invalid refresh_token
        42003: code timeout
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
