wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode,
        override: 40013 => InvalidAppId: "No such app",
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
