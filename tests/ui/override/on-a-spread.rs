wechat_codes::wechat_codes! {
    pub enum Table {
        override ..wechat_codes::ReturnCode,
    }
}

fn main() {}
