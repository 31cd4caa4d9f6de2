wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { !40013, !InvalidAppId },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
