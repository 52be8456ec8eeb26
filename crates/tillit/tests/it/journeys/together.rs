//! Two colleagues at one conversation see each other, within two seconds.

use std::time::{Duration, Instant};

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

/// What is seen within two seconds, as people count; the browser looks often enough.
const SOON: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_see_within_two_seconds_who_reads_and_who_writes() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(jonas) = desk.enter("Jonas Berg", "light", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "agent", "en").await? else { return Ok(()) };
    jonas.goto(&desk.server.url("/inbox")).await?;
    jonas.find("#inbox-list .convo-row").await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.press("r").await?;
    kari.find("#reply textarea:focus").await?;

    let mark = "return document.querySelector('#inbox-list .convo-row')?.textContent.includes('Kari Moen is writing')";
    let typed = Instant::now();
    kari.press("Hello Ines, ").await?;
    jonas.wait_for_js(&format!("{mark} === true")).await?;
    assert!(typed.elapsed() < SOON, "the list told after {:?}", typed.elapsed());

    let opened = Instant::now();
    desk.open_conversation(&jonas, KETTLE.subject).await?;
    let line = "return document.querySelector('#presence')?.textContent";
    kari.wait_for_js(&format!("{line}.includes('Jonas Berg is reading')")).await?;
    println!("seen {:?} after the page was asked for", opened.elapsed());
    assert_eq!(kari.axe().await?.len(), 0);
    let typed = Instant::now();
    kari.press("the kettle is meant to whistle.").await?;
    jonas.wait_for_js(&format!("{line}.includes('Kari Moen is writing a reply')")).await?;
    assert!(typed.elapsed() < SOON, "the page told after {:?}", typed.elapsed());
    assert_eq!(jonas.axe().await?.len(), 0);
    jonas.picture("presence").await?;
    // A pause, and she only reads; she leaves, and nobody is there.
    jonas.wait_for_js(&format!("{line}.includes('Kari Moen is reading')")).await?;
    let left = Instant::now();
    kari.goto(&desk.server.url("/customers")).await?;
    jonas.wait_for_js(&format!("{line}.trim() === ''")).await?;
    println!("gone {:?} after leaving", left.elapsed());
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
