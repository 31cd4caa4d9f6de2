wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID",
        41002 => InvalidAppId: "Parameter missing: appid",
    }
}

fn main() {}
