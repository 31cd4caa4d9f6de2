wechat_codes::wechat_codes! {
    #[repr(u7)]
    pub enum Table {
        ..wechat_codes::ReturnCode {},
    }
}

fn main() {}
