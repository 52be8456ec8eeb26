//! Changing a setting: what is not saved yet, taking it back, saving it.

use super::desk::Desk;
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_saved_is_told_taken_back_and_saved() -> Outcome {
    let desk = Desk::open(1).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/business")).await?;
    let told = "return [...document.querySelectorAll('.savebar .if-changed')].filter(e => e.checkVisibility()).length";
    let name = "return document.getElementById('name').value";
    let before = browser.js(name, &[]).await?;
    assert_eq!(browser.js(told, &[]).await?, 0);

    browser.type_into("#name", "Moen & Sons").await?;
    assert_eq!(browser.js(told, &[]).await?, 2);
    browser.wait_for_text("Unsaved changes").await?;
    browser.click_role("button", "Discard").await?;
    assert_eq!((browser.js(told, &[]).await?, browser.js(name, &[]).await?), (0.into(), before.clone()));

    browser.type_into("#name", "Moen & Sons").await?;
    browser.click_role("button", "Save").await?;
    browser.wait_for_js("return !document.querySelector('[data-changed]')").await?;
    browser.goto(&desk.server.url("/settings/business")).await?;
    assert_eq!(browser.js(name, &[]).await?, format!("{}Moen & Sons", before.as_str().unwrap_or_default()));
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
