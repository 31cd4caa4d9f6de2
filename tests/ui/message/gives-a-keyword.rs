wechat_codes::wechat_codes! {
    pub enum Table {
        1 => "self",
        2 => "Area in m²",
    }
}

fn main() {}
