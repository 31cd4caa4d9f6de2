wechat_codes::wechat_codes! {
}

fn main() {}
