wechat_codes::wechat_codes! {
    pub enum Table {
        ..NoSuch,
        1 -> A: "a",
        2 => B: "",
        3 => match: "c",
    }
}

fn main() {}
