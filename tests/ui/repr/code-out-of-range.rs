wechat_codes::wechat_codes! {
    #[repr(i16)]
    pub enum Table {
        -1 => SystemBusy: "System busy",
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
