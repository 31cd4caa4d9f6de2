wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode<i32>,
        0 => Success: "Request succeeded",
    }
}

fn main() {}
