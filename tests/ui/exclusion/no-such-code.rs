wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { !12345 },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
