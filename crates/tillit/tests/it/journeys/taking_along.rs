//! The whole business as a packed file, from the button to the download.

use super::desk::{Desk, address_of};
use crate::harness::Outcome;

const PASSWORD: &str = "en lang nok setning";

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_packs_everything_and_is_told_when_it_can_be_fetched() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "owner", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/takeout")).await?;
    browser.wait_for_text("You have no password yet").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.goto(&desk.server.url("/profile")).await?;
    browser.fill("New password", PASSWORD).await?;
    browser.click_role("button", "Change password").await?;
    browser.wait_for_text("The password is changed").await?;

    browser.goto(&desk.server.url("/settings/takeout")).await?;
    browser.fill("Your password", "something else").await?;
    browser.click_role("button", "Pack everything").await?;
    browser.wait_for_text("This is not your password now").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.fill("Your password", PASSWORD).await?;
    browser.click_role("button", "Pack everything").await?;
    browser.wait_for_text("Whole").await?;
    browser.wait_for_text("Kept until").await?;
    browser.picture("takeout-done").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    // Who comes in later is asked again before they can fetch it.
    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    browser.fill("E-mail", &address_of("Kari Moen")).await?;
    browser.fill("Password", PASSWORD).await?;
    browser.click_role("button", "Sign in").await?;
    browser.find("#me").await?;
    browser.goto(&desk.server.url("/settings/takeout")).await?;
    browser.click("a[href$='/prove']").await?;
    browser.wait_for_text("Prove that it is you").await?;
    browser.picture("takeout-prove").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.fill("Your password", PASSWORD).await?;
    browser.click_role("button", "Confirm").await?;
    browser.wait_for_text("Confirmed. For the next 15 minutes").await?;
    browser.find("a[href$='/file']").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click("form[action$='/remove'] button").await?;
    browser.wait_for_text("Somebody removed or stopped it").await?;
    // What was refused on purpose is told there, too.
    let errors = browser.console_errors().await?;
    assert!(errors.iter().all(|error| error.contains("422")), "{errors:?}");
    browser.quit().await
}
