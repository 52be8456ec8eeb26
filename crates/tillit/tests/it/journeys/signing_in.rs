//! The first day of a colleague, and the last.

use std::time::Duration;

use serde_json::json;

use super::desk::{Desk, address_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

const PASSWORD: &str = "fire sauer og en fjord";

async fn try_password(browser: &Browser, password: &str) -> Outcome {
    browser.fill("E-mail", &address_of("Kari Moen")).await?;
    browser.fill("Password", password).await?;
    browser.click_role("button", "Sign in").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_lets_one_in_once_and_a_chosen_password_from_then_on() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let desk = Desk::open(10).await?;
    let link = desk.invite("Kari Moen", "admin", "en")?;
    browser.goto(&link).await?;
    browser.wait_for_text("All answered").await?;
    browser.goto(&desk.server.url("/profile")).await?;
    browser.fill("New password", PASSWORD).await?;
    browser.click_role("button", "Change password").await?;
    browser.wait_for_text("The password is changed").await?;

    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    browser.goto(&desk.server.url("/inbox")).await?;
    browser.wait_for_text("Good to see you").await?;
    try_password(&browser, "something else entirely").await?;
    browser.wait_for_text("do not match").await?;
    assert!(browser.text().await?.contains("tries left"), "{}", browser.text().await?);
    assert_eq!(browser.find_by_role("field", "E-mail").await?.prop("value").await?, Some(address_of("Kari Moen")));
    try_password(&browser, PASSWORD).await?;
    browser.wait_for_text("All answered").await?;
    assert!(browser.url().await?.ends_with("/inbox"), "{}", browser.url().await?);

    let Some(stranger) = Browser::start().await? else { return Ok(()) };
    stranger.goto(&link).await?;
    stranger.wait_for_text("This link no longer works").await
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_closes_the_stream_of_all_tabs() -> Outcome {
    let desk = Desk::open(10).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    let watch = "window.__line = new BroadcastChannel('tillit-' + document.body.dataset.me); window.__heard = 0; \
        window.__line.onmessage = () => window.__heard++";
    browser.js(watch, &[]).await?;
    let tab = browser.driver().window().await?;
    let other = browser.driver().new_tab().await?;
    browser.driver().switch_to_window(other).await?;
    browser.goto(&desk.server.url("/inbox")).await?;
    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    browser.driver().switch_to_window(tab).await?;
    let heard = browser.js("return window.__heard", &[]).await?;
    desk.deliver(&super::desk::KETTLE).await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(browser.js("return window.__heard", &[]).await?, heard, "a signed-out browser heard something");
    assert!(!browser.text().await?.contains("kettle"), "a signed-out browser shows a new mail");
    browser.goto(&desk.server.url("/inbox")).await?;
    browser.wait_for_text("Good to see you").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_colleague_is_out_at_once() -> Outcome {
    let desk = Desk::open(10).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    let Some(other) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/colleagues")).await?;
    browser.click_role("button", "Disable Jonas Berg").await?;
    browser.wait_for_text("Disabled").await?;
    // Once it is said, not one request more is answered: their open page asks by itself, as any live page does.
    let script = "return fetch('/inbox', { redirect: 'manual' }).then(answer => answer.type + answer.status)";
    assert_ne!(other.js(script, &[]).await?, json!("basic200"));
    other.goto(&desk.server.url("/inbox")).await?;
    other.wait_for_text("Good to see you").await
}
