wechat_codes::wechat_codes! {
    pub enum Table {
        | 40001 | InvalidCredential | invalid credential |
        | 40002 | InvalidGrantType | invalid grant_type |
        | 40003 | InvalidOpenId | invalid openid |
        0 => Success: "Request succeeded",
    }
}

fn main() {}
