wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { -1..=0, !40013 },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
