wechat_codes::wechat_codes! {
    pub enum Table {
        40013, InvalidAppId, "Invalid App ID",
        -1, SystemBusy, "System busy"
    }
}

fn main() {}
