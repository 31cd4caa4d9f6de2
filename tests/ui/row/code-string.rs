wechat_codes::wechat_codes! {
    pub enum Table {
        "40013" => InvalidAppId: "Invalid App ID",
        40014 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
