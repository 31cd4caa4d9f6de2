wechat_codes::wechat_codes! {
    pub struct Table {
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
