wechat_codes::wechat_codes! {
    #[derive(Default)]
    pub enum Table {
        0 => Success: "Request succeeded",
        1 => Busy: "Busy",
    }
}

fn main() {}
