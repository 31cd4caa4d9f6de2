wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => "系统繁忙",
        0 => Success: "Request succeeded",
    }
}

fn main() {}
