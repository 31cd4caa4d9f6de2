wechat_codes::wechat_codes! {
    pub enum Table {
        0 => Success: 7,
        #[cfg(all())]
        1 => One: "one",
        1 => Two: "two",
    }
}

fn main() {}
