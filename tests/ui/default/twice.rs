wechat_codes::wechat_codes! {
    #[derive(Default)]
    pub enum Table {
        #[default]
        0 => Success: "Request succeeded",
        #[default]
        1 => Busy: "Busy",
    }
}

fn main() {}
