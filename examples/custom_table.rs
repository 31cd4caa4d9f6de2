//! A code table of your own: `cargo run --example custom_table`.

use std::error::Error;

use wechat_codes::wechat_codes;

wechat_codes! {
    /// The codes of the parcel service.
    #[repr(u16)]
    pub enum ParcelCode {
        0 => Delivered: "The parcel was delivered",
        /// The recipient can choose another day.
        100 => NobodyHome: "Nobody was at home",
        101 => WrongAddress: "There is no such address",
        // Without a name, the variant is named after the message: `LostInTransit`.
        900 => "Lost in transit",
    }
}

/// Delivers a parcel. Every table is an error type, so `?` passes its variants on.
fn deliver(address: &str) -> Result<&'static str, ParcelCode> {
    match address {
        "" => Err(ParcelCode::WrongAddress),
        "The Moon" => Err(ParcelCode::LostInTransit),
        _ => Ok("signed for"),
    }
}

fn deliver_all(addresses: &[&str]) -> Result<usize, Box<dyn Error>> {
    for address in addresses {
        deliver(address)?;
    }
    Ok(addresses.len())
}

fn main() -> Result<(), Box<dyn Error>> {
    // Look a code up, which also works in a constant.
    const NOBODY_HOME: Option<ParcelCode> = ParcelCode::from_code(100);
    assert_eq!(NOBODY_HOME, Some(ParcelCode::NobodyHome));
    assert_eq!(ParcelCode::from_code(99), None);
    println!("The table has {} codes.", ParcelCode::COUNT);

    // Match on a code.
    for number in [0, 101, 900, 7] {
        match ParcelCode::try_from(number) {
            Ok(ParcelCode::Delivered) => println!("{number}: all is well"),
            Ok(ParcelCode::NobodyHome) => println!("{number}: try again tomorrow"),
            Ok(lost @ (ParcelCode::WrongAddress | ParcelCode::LostInTransit)) => {
                println!("{number}: give up ({lost})");
            }
            Err(unknown) => println!("{number}: {unknown}"),
        }
    }

    // Print a code.
    let code = ParcelCode::NobodyHome;
    println!("{code} | {code:#} | {code:?} | {code:.>24}");

    // Parse a name or a number.
    let by_name: ParcelCode = "LostInTransit".parse()?;
    let by_code: ParcelCode = "900".parse()?;
    assert_eq!(by_name, by_code);

    // Iterate in the order of the table.
    for code in ParcelCode::iter() {
        println!("{:>5} {:16} {}", code.code(), code.name(), code.message());
    }

    // Use a code as an error.
    println!("delivered: {}", deliver_all(&["1 Main Street", "2 Main Street"])?);
    if let Err(error) = deliver_all(&["1 Main Street", "The Moon"]) {
        println!("not delivered: {error}");
    }
    Ok(())
}
