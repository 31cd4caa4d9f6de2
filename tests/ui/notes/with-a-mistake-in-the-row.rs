wechat_codes::wechat_codes! {
    pub enum Table {
        -1 -> SystemBusy: "System busy" { zh: "系统繁忙", remedy: Retry },
    }
}

fn main() {}
