wechat_codes::wechat_codes! {
    pub enum Table {
        40001 => InvalidCredential: "Invalid credential",;
        0 => Success: "Request succeeded",
    }
}

fn main() {}
