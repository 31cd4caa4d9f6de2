wechat_codes::wechat_codes! {
    pub enum Table {
        "SYSTEMERROR" => "接口返回错误",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
