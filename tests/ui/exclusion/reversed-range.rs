wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { !40014..=40001 },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
