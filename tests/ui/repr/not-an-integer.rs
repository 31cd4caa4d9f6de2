wechat_codes::wechat_codes! {
    #[repr(C)]
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
