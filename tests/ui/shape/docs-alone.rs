wechat_codes::wechat_codes! {
    /// What the gateway answers.
}

fn main() {}
