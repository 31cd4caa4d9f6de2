wechat_codes::wechat_codes! {
    pub enum {
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
