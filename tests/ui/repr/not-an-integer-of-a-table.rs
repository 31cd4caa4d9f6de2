wechat_codes::wechat_codes! {
    #[repr(usize)]
    pub enum Table {
        9_000_000_000 => TooLarge: "Beyond i32",
    }
}

fn main() {}
