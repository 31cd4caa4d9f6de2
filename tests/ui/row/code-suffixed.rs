wechat_codes::wechat_codes! {
    pub enum Table {
        40013i32 => InvalidAppId: "Invalid App ID",
        40014 => InvalidAccessToken: "Invalid access token",
    }
}

fn main() {}
