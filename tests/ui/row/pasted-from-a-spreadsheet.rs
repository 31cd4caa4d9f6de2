wechat_codes::wechat_codes! {
    pub enum Table {
        40001	invalid credential
        40002	invalid grant_type
        0 => Success: "Request succeeded",
    }
}

fn main() {}
