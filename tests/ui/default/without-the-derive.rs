wechat_codes::wechat_codes! {
    pub enum Table {
        #[default]
        0 => Success: "Request succeeded",
    }
}

fn main() {}
