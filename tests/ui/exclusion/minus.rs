wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode { -40013 },
        -1 => SystemBusy: "System busy",
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
