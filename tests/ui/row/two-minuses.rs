wechat_codes::wechat_codes! {
    pub enum Table {
        --1 => SystemBusy: "System busy",
        0 => Success: "Request succeeded",
    }
}

fn main() {}
