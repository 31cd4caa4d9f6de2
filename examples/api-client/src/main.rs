//! A session between the client and the stand-in for WeChat's API: `cargo run -p api-client`.

use std::error::Error;
use std::time::Duration;

use api_client::stand_in::{APP_ID, APP_SECRET, Calls, MEDIA_ID, OPENIDS, StandIn, Trouble};
use api_client::{Client, Retry};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().without_time().with_target(false).init();
    let wechat = StandIn::start().await?;
    let client = Client::new(
        wechat.base_url(),
        APP_ID,
        APP_SECRET,
        Duration::from_secs(10),
        Retry::default(),
    )?;

    println!("Three callers at once need an access token. It is fetched once.");
    let (users, sent, file) = tokio::join!(
        client.users(),
        client.send_text(OPENIDS[0], "Your parcel has arrived."),
        client.media(MEDIA_ID),
    );
    sent?;
    println!("=> {} users, a text sent, a file of {} bytes", users?.total, file?.len());

    println!("\nThe token expires. The callers share a new one.");
    wechat.expire_token();
    let (first, second) = tokio::join!(client.users(), client.users());
    println!("=> {} users, {} users", first?.total, second?.total);

    println!("\nWeChat is busy, twice. The client repeats the call, after a while.");
    wechat.trouble("/cgi-bin/message/custom/send", [Trouble::BUSY, Trouble::BUSY]);
    client.send_text(OPENIDS[1], "So has yours.").await?;
    println!("=> sent");

    println!("\nThere is no such media file. Repeating would not help.");
    if let Err(error) = client.media("no-such-file").await {
        println!("=> {error}");
    }

    println!("\nThe quota is used up. The client stops.");
    wechat.set_users_quota(0);
    if let Err(error) = client.users().await {
        println!("=> {error}");
        println!("   {}", error.source().ok_or("no cause")?);
    }

    let Calls { token, users, messages, media } = wechat.calls();
    println!("\nWeChat was called for a token {token} times, for users {users} times,");
    println!("for a message {messages} times and for a media file {media} times.");
    Ok(())
}
