wechat_codes::wechat_codes! {
    pub enum Table {
        ..Table,
        0 => Success: "Request succeeded",
    }
}

fn main() {}
