wechat_codes::wechat_codes! {
    pub enum Table {
        /// The app ID is not known.
        /// Check the account.
        #[deprecated]
        40013 = InvalidAppId: "Invalid App ID",
        /// Docs.
        InvalidAccessToken = 40014,
        0 => Success: "Request succeeded",
    }
}

fn main() {
    println!("{}", Table::Success);
}
