wechat_codes::wechat_codes! {
    #[repr(i32)]
    #[repr(i64)]
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID",
    }
}

fn main() {}
