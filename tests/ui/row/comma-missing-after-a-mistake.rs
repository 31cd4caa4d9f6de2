wechat_codes::wechat_codes! {
    pub enum Table {
        40013 = "Invalid App ID" 0 => Success: "Request succeeded", 1 => "One"
    }
}

fn main() {
    println!("{}", Table::Success);
}
