wechat_codes::wechat_codes! {
    pub enum Table {
        -1 => SystemBusy { zh: "系统繁忙" }: "System busy",
    }
}

fn main() {}
