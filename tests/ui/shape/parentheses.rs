wechat_codes::wechat_codes! {
    pub enum Table(0 => Success: "Request succeeded");
}

fn main() {}
