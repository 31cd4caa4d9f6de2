wechat_codes::wechat_codes! {
    #[repr(u32)]
    pub enum Table {
        -1 => SystemBusy: "System busy",
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
