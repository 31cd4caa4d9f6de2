wechat_codes::wechat_codes! {
    pub enum Table {
        40013 => InvalidAppId: "Invalid App ID"
        40014 => InvalidAccessToken: "Invalid access token",
    }
}

// The row after the missing comma is a good one.
fn main() {
    println!("{}", Table::InvalidAccessToken);
}
