wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy: "System busy" { zh: "" },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
