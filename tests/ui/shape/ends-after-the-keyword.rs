wechat_codes::wechat_codes! {
    pub enum
}

fn main() {}
