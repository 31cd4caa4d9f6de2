wechat_codes::wechat_codes! {
    pub enum Table {
        0 => Success: "Request succeeded",
        -340282366920938463463374607431768211456 => Huge: "Too much",
    }
}

fn main() {}
