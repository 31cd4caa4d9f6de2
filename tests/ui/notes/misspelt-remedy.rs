wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy: "System busy" { remedy: retry },
    }
}

fn main() {
    let _ = Table::SystemBusy;
}
