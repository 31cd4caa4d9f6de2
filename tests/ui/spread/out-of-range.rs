wechat_codes::wechat_codes! {
    #[repr(i16)]
    pub enum Table {
        ..wechat_codes::ReturnCode,
    }
}

fn main() {}
