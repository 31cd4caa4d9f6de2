wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode,
        override,
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
