wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy: "System busy" { zh: "", remedy: Rety, more: 1 },
        0 => Success: "ok" { zh: 0 },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
