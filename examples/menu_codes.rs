//! A subset of a table: `cargo run --example menu_codes`.

use wechat_codes::{ReturnCode, wechat_codes};

wechat_codes! {
    /// What the calls on custom menus can answer.
    pub enum MenuCode {
        ..ReturnCode { SystemBusy, 0, 40015..=40028, 46002..=46003, 65301..=65317 },
    }
}

/// A match on the subset has no arm for what menu calls never answer, and misses none that they do.
fn is_my_mistake(code: MenuCode) -> bool {
    !matches!(code, MenuCode::SystemBusy | MenuCode::Success)
}

fn main() {
    println!("{} of {} codes are about menus.", MenuCode::COUNT, ReturnCode::COUNT);

    // To the whole table every code converts; from it, those of menus.
    for code in [ReturnCode::SystemBusy, ReturnCode::InvalidMenuVersion, ReturnCode::InvalidAppId] {
        match MenuCode::try_from(code) {
            Ok(menu_code) => {
                assert_eq!(ReturnCode::from(menu_code), code);
                println!("{menu_code:#} (my mistake: {})", is_my_mistake(menu_code));
            }
            Err(error) => println!("{error}"),
        }
    }

    // A reply's number is looked up in the subset alone.
    for errcode in [65303, 42001] {
        match MenuCode::from_code(errcode) {
            Some(code) => println!("{errcode}: {code}"),
            None => println!("{errcode}: not what a menu call answers"),
        }
    }
}
