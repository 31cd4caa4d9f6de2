//! A session between the client and a stand-in for WeChat's API: `cargo run -p api-client`.

#[path = "../tests/stand_in/mod.rs"]
mod stand_in;

use std::error::Error;
use std::time::Duration;

use api_client::{Client, Policy};
use serde_json::{Value, json};
use stand_in::{MEDIA, MESSAGES, StandIn, Trouble, USERS};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().without_time().with_target(false).init();
    let wechat = StandIn::start().await?;
    // By default, the window is a minute, which is right for WeChat itself.
    let policy = Policy { window: Duration::from_secs(2), ..Policy::default() };
    let client: Client = Client::new(&wechat.url, "wx0123456789abcdef", "app secret", policy)?;

    println!("The token expires. The client renews it, once for two callers.");
    client.get::<Value>(USERS).await?;
    wechat.expire_token();
    let (users, file) = tokio::join!(client.get::<Value>(USERS), client.download(MEDIA));
    println!("=> {} users, a file of {} bytes", users?["total"], file?.len());

    println!("\nWeChat is busy, and then asks for fewer calls. The client repeats the call.");
    wechat.trouble(MESSAGES, [-1, 45011].map(Trouble::Refuse));
    client.post(MESSAGES, &json!({ "touser": "o1", "text": { "content": "Hello." } })).await?;

    println!("\nThe client does not repeat a call if that would not help.");
    wechat.trouble(USERS, [45009, 40164, 40003].map(Trouble::Refuse));
    for _ in 0..3 {
        println!("=> {}", client.get::<Value>(USERS).await.expect_err("WeChat refuses the call"));
    }
    Ok(())
}
