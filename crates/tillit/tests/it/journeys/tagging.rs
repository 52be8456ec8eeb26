//! Words on conversations: typed on one, put on several, found again by a press.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn tags_are_typed_put_on_several_and_lead_to_all_that_bear_them() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let lamp = Letter { from: "Budi <budi@home.example>", subject: "The lamp is dark", ..KETTLE };
    desk.deliver(&lamp).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.press("t").await?;
    browser.wait_for_js("return document.activeElement.id === 'tag-add'").await?;
    browser.press("Kitchen, noise").await?;
    browser.press(Key::Enter + "").await?;
    browser.wait_for_text("Tagged Kitchen, noise").await?;

    // In the list: both rows, by keys, with the word as it is known.
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list .convo-row").await?;
    for box_of in ["#inbox-list li.convo-row:nth-of-type(1) .box", "#inbox-list li.convo-row:nth-of-type(2) .box"] {
        browser.click(box_of).await?;
    }
    browser.press("t").await?;
    browser.wait_for_js("return document.activeElement.id === 'bulk-tags'").await?;
    browser.press("KITCHEN").await?;
    browser.press(Key::Enter + "").await?;
    browser.wait_for_text("2 conversations done.").await?;
    browser.wait_for_js("return document.querySelectorAll('.convo-row .word').length === 3").await?;

    browser.click("#peek .chip.word[href*='Kitchen']").await?;
    browser.wait_for_text("Tag: Kitchen").await?;
    browser.wait_for_js("return document.querySelectorAll('.convo-row').length === 2").await?;
    assert!(browser.url().await?.contains("tag=Kitchen"));
    assert_eq!(browser.axe().await?.len(), 0);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
