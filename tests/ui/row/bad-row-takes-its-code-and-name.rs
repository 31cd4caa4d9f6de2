wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: "",
        40013 => Other: "Invalid App ID",
        40014 => InvalidAppId: "Invalid access token",
    }
}

fn main() {}
