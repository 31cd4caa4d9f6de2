wechat_codes::wechat_codes! {
    pub enum Parent { 40013 => InvalidAppId: 7 }
}

wechat_codes::wechat_codes! {
    pub enum Table {
        ..Parent,
    }
}

fn main() {
    println!("{:?}", Table::from_code(1));
}
