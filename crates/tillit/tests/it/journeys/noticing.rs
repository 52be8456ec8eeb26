//! A mention in one browser rings the bell in another.

use std::time::{Duration, Instant};

use thirtyfour::Key;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

/// What rings at once, as people count; the browser looks often enough.
const SOON: Duration = Duration::from_secs(3);

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_rings_the_bell_of_another_browser_and_looking_silences_it() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(jonas) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    jonas.goto(&desk.server.url("/notices")).await?;
    jonas.find_by_role("heading", "Nothing unread").await?;
    assert_eq!(jonas.axe().await?.len(), 0);

    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.press("n").await?;
    kari.find("#note textarea:focus").await?;
    kari.press("Please look, @jo").await?;
    kari.wait_for_js("return document.querySelector('#people:popover-open [aria-current]')?.dataset.mention").await?;
    kari.press(Key::Enter + "").await?;
    kari.click_role("button", "Save note Ctrl ↵").await?;
    let saved = Instant::now();
    let bell = "return document.querySelector('#bell .count')?.textContent";
    jonas.wait_for_js(&format!("{bell} === '1'")).await?;
    println!("the bell rang {:?} after the note was saved", saved.elapsed());
    assert!(saved.elapsed() < SOON, "the bell rang after {:?}", saved.elapsed());
    jonas
        .wait_for_js("return document.querySelector('#notices li b')?.textContent === 'Kari Moen mentioned you'")
        .await?;
    assert_eq!(jonas.axe().await?.len(), 0);
    jonas.picture("notices").await?;

    jonas.click("#notices li a").await?;
    jonas.find_by_role("button", "Stop following").await?;
    jonas.wait_for_js("return !document.querySelector('#bell .count')").await?;
    jonas.goto(&desk.server.url("/profile/notices")).await?;
    assert_eq!(jonas.axe().await?.len(), 0);
    jonas.click_role("button", "Save").await?;
    jonas.wait_for_js("return document.querySelector('.callout')?.textContent.includes('Saved.')").await?;
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
