//! Deleting a conversation, finding it among what is deleted, and putting it back.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_is_listed_and_put_back() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click("[popovertarget=convo-menu]").await?;
    browser.click_role("button", "Delete").await?;
    browser.wait_for_text("#1001 Deleted").await?;
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list").await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list .convo-row')").await?;

    browser.goto(&desk.server.url("/deleted")).await?;
    browser.wait_for_text(KETTLE.subject).await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", "Put back #1001").await?;
    browser.wait_for_text("It is back where it was.").await?;
    browser.wait_for_text("Nothing is deleted.").await?;
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.wait_for_text("my kettle whistles in the middle of the night").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
