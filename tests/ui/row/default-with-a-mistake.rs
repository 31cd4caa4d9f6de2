wechat_codes::wechat_codes! {
    #[derive(Default)]
    pub enum Table {
        #[default]
        40013 => InvalidAppId: "",
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
