wechat_codes::wechat_codes! {
    pub enum Table {
        45011 => rate-limit: "频率限制",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
