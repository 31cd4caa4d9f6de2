wechat_codes::wechat_codes! {
    pub enum Other { 40013 => WrongApp: "Wrong app", 1 => InvalidOpenId: "Wrong person" }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { 40013 },
        ..Other { WrongApp },
    }
}

fn main() {}
