wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy: "System busy" { remdy: Retry },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
