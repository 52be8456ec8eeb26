//! A second factor, from the profile to the next sign-in.

use totp_rs::{Builder, Secret, Totp};

use super::desk::{Desk, address_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

const PASSWORD: &str = "fire sauer og en fjord";

/// What the app on the phone shows, some seconds from now.
async fn code(browser: &Browser, app: &Totp, after: u64) -> Outcome<String> {
    let now = browser.js("return Math.floor(Date.now() / 1000)", &[]).await?.as_u64().ok_or("a clock")?;
    Ok(app.generate(now + after).to_string())
}

async fn sign_in(browser: &Browser) -> Outcome {
    browser.fill("E-mail", &address_of("Kari Moen")).await?;
    browser.fill("Password", PASSWORD).await?;
    browser.click_role("button", "Sign in").await?;
    browser.wait_for_text("One more step").await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_password_the_desk_asks_for_a_code_of_the_phone() -> Outcome {
    let desk = Desk::open(10).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/profile")).await?;
    browser.fill("New password", PASSWORD).await?;
    browser.click_role("button", "Change password").await?;
    browser.wait_for_text("The password is changed").await?;

    browser.click_role("button", "Set up").await?;
    browser.wait_for_text("Scan this with your authenticator app").await?;
    browser.picture("second-scan").await?;
    let axe = browser.axe().await?;
    assert!(axe.is_empty(), "{axe:?}");
    let key = browser.find("#key").await?.prop("value").await?.unwrap_or_default().replace(' ', "");
    let secret = Secret::try_from_base32(key).map_err(|_| "no key")?;
    let app = Builder::new().with_secret(secret).build_noncompliant();
    browser.fill("Code from the app", &code(&browser, &app, 0).await?).await?;
    browser.click_role("button", "Turn on").await?;
    browser.wait_for_text("These are your recovery codes.").await?;
    browser.picture("second-codes").await?;
    let recovery = browser.find("ol.mono li").await?.text().await?;
    browser.click_role("link", "I have kept them").await?;
    browser.wait_for_text("10 recovery codes are left.").await?;

    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    sign_in(&browser).await?;
    browser.picture("second-signin").await?;
    let axe = browser.axe().await?;
    assert!(axe.is_empty(), "{axe:?}");
    browser.fill("Code", "000000").await?;
    browser.click_role("button", "Sign in").await?;
    browser.wait_for_text("That is not the code of the moment").await?;
    // The code of now was used; the next one counts already, for clocks differ.
    browser.fill("Code", &code(&browser, &app, 30).await?).await?;
    browser.click_role("button", "Sign in").await?;
    browser.wait_for_text("All answered").await?;

    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    sign_in(&browser).await?;
    browser.fill("Code", &recovery).await?;
    browser.click_role("button", "Sign in").await?;
    browser.wait_for_text("All answered").await?;
    browser.goto(&desk.server.url("/profile/second")).await?;
    browser.wait_for_text("9 recovery codes are left.").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_obliges_a_role_and_whoever_has_it_sets_it_up_first() -> Outcome {
    let desk = Desk::open(10).await?;
    let Some(agent) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    let Some(owner) = desk.enter("Kari Moen", "owner", "en").await? else { return Ok(()) };
    owner.goto(&desk.server.url("/settings/colleagues")).await?;
    owner.click("form[action$='/obliged'] input[value=agent]").await?;
    owner.click("form[action$='/obliged'] button").await?;
    owner.wait_for_js("return document.querySelector('form[action$=\"/obliged\"] input[value=agent]').checked").await?;
    owner
        .wait_for_js("return !document.querySelector('form[action$=\"/obliged\"] input[value=owner]').checked")
        .await?;
    assert_eq!(owner.axe().await?, vec![]);

    agent.goto(&desk.server.url("/inbox")).await?;
    agent.find("form[action*='/second']").await?;
    assert!(agent.url().await?.contains("/profile/second"), "{}", agent.url().await?);
    assert_eq!(agent.axe().await?, vec![]);
    agent.goto(&desk.server.url("/customers")).await?;
    agent.find("form[action*='/second']").await?;
    // The owner goes on as before.
    owner.goto(&desk.server.url("/inbox")).await?;
    owner.find("#inbox-list").await?;
    agent.quit().await?;
    owner.quit().await
}
