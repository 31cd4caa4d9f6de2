wechat_codes::wechat_codes! {
    pub enum Table
}

fn main() {}
