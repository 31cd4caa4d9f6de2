wechat_codes::wechat_codes! {
    pub enum Table {
        1 => "SystemError": "接口返回错误",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
