wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { ! },
    }
}

fn main() {}
