wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode,
        900_013 => InvalidAppId: "Invalid app",
    }
}

fn main() {}
