//! Putting a conversation away by a key, taking that back, and finding it when its customer writes.
//! And copying what it is called.

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_away_is_gone_can_be_had_back_and_comes_back_when_its_customer_writes() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.type_into("#reply textarea", "Which kettle is it?").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.find("article.msg.ours").await?;
    let answered = desk.sink.wait_for(1).await?;

    browser.goto(&desk.server.url("/inbox?view=all&state=waiting")).await?;
    browser.find("#inbox-list .convo-row").await?;
    browser.press("h").await?;
    browser.click("#snooze-menu button[value=reply]").await?;
    browser.wait_for_text("Snoozed until somebody writes").await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list .convo-row')").await?;
    browser.press("z").await?;
    browser.find("#inbox-list .convo-row").await?;
    // The row is back sooner than the preview beside it, whose button the key presses.
    browser.find("#peek [data-key=h]").await?;
    browser.press("h").await?;
    browser.click("#snooze-menu button[value=reply]").await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list .convo-row')").await?;

    // What it is called is copied by points: number, title, link.
    browser.goto(&desk.server.url("/inbox?view=snoozed")).await?;
    browser.find("#peek [data-copy]").await?;
    browser.press(".").await?;
    browser.wait_for_text("Copied: #1001").await?;
    browser.press("..").await?;
    browser.wait_for_js("return /#1001 The kettle .* http.*\\/c\\/1001$/.test(document.querySelector('#toasts [data-text]')?.textContent)").await?;

    browser.goto(&desk.server.url("/inbox?view=snoozed")).await?;
    browser.find("#inbox-list .convo-row.snoozed").await?;
    assert_eq!(browser.axe().await?.len(), 0);
    desk.deliver(&Letter { text: "The red one.\r\n", answers: answered.first(), ..KETTLE }).await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list .convo-row')").await?;
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list .convo-row.unread").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
