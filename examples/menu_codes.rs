//! A subset of a table: `cargo run --example menu_codes`.

use wechat_codes::{ReturnCode, wechat_codes};

wechat_codes! {
    /// The codes that calls about custom menus can return.
    pub enum MenuCode {
        ..ReturnCode { SystemBusy, 0, 40015..=40028, 46002..=46003, 65301..=65317 },
    }
}

/// Returns whether the caller made a mistake. A match on the subset covers every code that a menu
/// call can return, and needs no arms for other codes.
fn is_my_mistake(code: MenuCode) -> bool {
    !matches!(code, MenuCode::SystemBusy | MenuCode::Success)
}

fn main() {
    println!("{} of {} codes are about menus.", MenuCode::COUNT, ReturnCode::COUNT);

    // Every menu code converts to the whole table. In the other direction, only menu codes convert.
    for code in [ReturnCode::SystemBusy, ReturnCode::InvalidMenuVersion, ReturnCode::InvalidAppId] {
        match MenuCode::try_from(code) {
            Ok(menu_code) => {
                assert_eq!(ReturnCode::from(menu_code), code);
                println!("{menu_code:#} (my mistake: {})", is_my_mistake(menu_code));
            }
            Err(error) => println!("{error}"),
        }
    }

    // Look the number of a reply up in the subset only.
    for errcode in [65303, 42001] {
        match MenuCode::from_code(errcode) {
            Some(code) => println!("{errcode}: {code}"),
            None => println!("{errcode}: not what a menu call answers"),
        }
    }
}
