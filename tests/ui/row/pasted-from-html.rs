wechat_codes::wechat_codes! {
    pub enum Table {
        <tr><td>40001</td><td>invalid credential</td></tr>
        <tr><td>40002</td><td>invalid grant_type</td></tr>
        0 => Success: "Request succeeded",
    }
}

fn main() {}
