//! A service policy is looked at, kept, and tells by what a conversation goes and how its clocks ran.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_is_looked_at_and_kept_and_a_conversation_tells_by_what_it_goes() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/service")).await?;
    browser.wait_for_text("No policies yet.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_text("New policy").await?;
    browser.find("input[name=first_hours]").await?;
    browser.type_into("input[name=name]", "Everybody").await?;
    browser.type_into("input[name=resolution_hours]", "48").await?;
    // The bar with the button to save lies over what stands at the lower edge.
    let seen =
        "document.querySelector('button[name=act][value=look]').scrollIntoView({ block: 'center' }); return true";
    browser.js(seen, &[]).await?;
    browser.click("button[name=act][value=look]").await?;
    browser.wait_for_text("1 open conversation would go by it.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.viewport(390, 844).await?;
    assert_eq!(browser.axe().await?, vec![]);
    let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    browser.wait_for_js(wide).await?;
    browser.viewport(1440, 900).await?;
    browser.click("form[action='/settings/service'] button.primary").await?;
    browser.wait_for_text("First reply: 24 h (around the clock)").await?;

    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.wait_for_text("Goes by the service policy Everybody").await?;
    let path = "return document.querySelector(\"a[href$='/clocks']\").getAttribute('href')";
    let path = browser.js(path, &[]).await?.as_str().unwrap_or_default().to_owned();
    browser.goto(&desk.server.url(&path)).await?;
    browser.wait_for_text("Goes by").await?;
    browser.wait_for_text("The solution’s clock runs").await?;
    assert_eq!(browser.axe().await?, vec![]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
