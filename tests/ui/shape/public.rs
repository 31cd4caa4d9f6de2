wechat_codes::wechat_codes! {
    public enum Table {
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
