wechat_codes::wechat_codes! {
    pub enum codes::Table {
        0 => Success: "Request succeeded",
    }
}

fn main() {}
