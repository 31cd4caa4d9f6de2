wechat_codes::wechat_codes! {
    pub enum Table {
        40020 => Hub; "the hub",
        0 => Success: "Request succeeded",
    }
}

fn main() {}
