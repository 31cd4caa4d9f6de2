wechat_codes::wechat_codes! {
    pub enum Table {
        1 => __product: "A name of generated code",
        2 => code: "The name of a method",
    }
}

fn main() {}
