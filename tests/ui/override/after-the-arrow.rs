wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode,
        40013 => override InvalidAppId: "No such app",
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
