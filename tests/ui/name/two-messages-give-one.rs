wechat_codes::wechat_codes! {
    pub enum Table {
        41001 => "Parameter missing: access token",
        41002 => "Parameter missing: appid",
    }
}

fn main() {}
