wechat_codes::wechat_codes! {
    pub(everyone, everywhere) enum Table {
        0 => Success: "Request succeeded",
    }
}

fn main() {}
