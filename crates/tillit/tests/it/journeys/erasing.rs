//! Everything that is held about a customer, and erasing it.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_is_read_and_erased_after_the_name_is_typed() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click_role("link", "Ines Sandvik").await?;
    browser.find("#customer").await?;
    browser.click("a[href$='/held']").await?;
    browser.wait_for_text("my kettle whistles in the middle of the night").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.type_into("#name", "Ines").await?;
    browser.click("form[action$='/erase'] button").await?;
    browser.wait_for_text("That is not the customer").await?;
    browser.js("document.querySelector('#name').value = ''", &[]).await?;
    browser.type_into("#name", "Ines Sandvik").await?;
    browser.click("form[action$='/erase'] button").await?;
    browser.find("#erased").await?;
    browser.wait_for_text("Erased customer").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.goto(&desk.server.url("/inbox?view=all&state=closed")).await?;
    browser.wait_for_text("Erased customer").await?;
    // The browser notes the answer 422; the page said what to mend.
    let errors = browser.console_errors().await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    browser.quit().await
}
