wechat_codes::wechat_codes! {
    pub enum Table {
        #[cfg(any())]
        0 => Success: "Request succeeded",
    }
}

fn main() {}
