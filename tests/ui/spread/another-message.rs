wechat_codes::wechat_codes! {
    pub enum Other { 40013 => InvalidAppId: "Wrong app" }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { 40013 },
        ..Other,
    }
}

fn main() {}
