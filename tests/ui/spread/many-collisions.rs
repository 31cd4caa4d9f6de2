wechat_codes::wechat_codes! {
    pub enum Other {
        40001 => A: "a",
        40002 => B: "b",
        40003 => C: "c",
        1 => InvalidFileType: "d",
    }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..wechat_codes::ReturnCode,
        ..Other,
    }
}

fn main() {}
