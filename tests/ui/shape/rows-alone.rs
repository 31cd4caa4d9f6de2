wechat_codes::wechat_codes! {
    0 => Success: "Request succeeded",
}

fn main() {}
