//! Two customers who are one: suggested, looked at, merged, and taken apart again.

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn who_looks_alike_is_merged_after_a_look_and_taken_apart_again() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let alike = KETTLE.from.replacen('@', "+home@", 1);
    let other = Letter { from: &alike, subject: "Another kettle", ..KETTLE };
    desk.deliver(&other).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click_role("link", "Ines Sandvik").await?;
    browser.wait_for_text("Perhaps the same customer").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.click("#doubles a[href*='merge?with=']").await?;
    browser.wait_for_text("What moves").await?;
    browser.wait_for_text("ines+home@home.example").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click("form[action$='/merge'] button").await?;
    browser.wait_for_text("Merged into this customer").await?;
    browser.wait_for_text("Another kettle").await?;

    browser.click("form[action$='/merge/undo'] button").await?;
    browser.wait_for_text("Perhaps the same customer").await?;
    browser.click("form[action$='/apart'] button").await?;
    browser.wait_for_js("return !document.querySelector('#doubles')").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
