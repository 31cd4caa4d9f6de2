wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { !-1..=99999999 },
        -1 => SystemBusy: "System busy",
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
