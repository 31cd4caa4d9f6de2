wechat_codes::wechat_codes! {
    pub enum Table {
        InvalidAppId: "Invalid App ID",
        40014 => InvalidAccessToken: "Invalid access token",
    }
}

fn main() {}
