wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => WrongApp: "Wrong app",
        ..wechat_codes::ReturnCode,
    }
}

fn main() {}
