//! Reports: what came in is counted, and the figure leads to the conversation.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_leads_to_its_conversations_and_back() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.wait_for_text(KETTLE.subject).await?;
    browser.click(".side a[href='/reports']").await?;
    browser.wait_for_text("First day").await?;
    // Facts are counted a moment after they happen.
    for _ in 0..200 {
        browser.goto(&desk.server.url("/reports?period=7d")).await?;
        if browser.js("return document.querySelector('.stat') !== null", &[]).await? == true {
            break;
        }
    }
    browser.wait_for_text("Answered within 24 hours").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click("a[href*='figure=opened']").await?;
    browser.wait_for_text(KETTLE.subject).await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click("#main th[scope=row] a").await?;
    browser.find("#thread").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
