wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy: "System busy" { remedy: },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
