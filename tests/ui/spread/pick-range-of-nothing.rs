wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { 0, 50_100..=50_200 },
    }
}

fn main() {}
