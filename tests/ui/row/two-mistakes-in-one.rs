wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID",
        40013 => InvalidAppId: "",
    }
}

fn main() {}
