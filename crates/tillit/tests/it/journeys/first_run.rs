//! The first minutes: from an empty folder to a desk.

use serde_json::Value;

use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::place::Place;
use crate::harness::server::{Launch, Server};

const PASSWORD: &str = "fire sauer og en fjord";

/// A server on an empty folder.
async fn fresh() -> Outcome<(Place, Server)> {
    let place = Place::sqlite()?;
    let server = Launch::serve(&place)?.start().await?;
    Ok((place, server))
}

/// Fills the form of the first account and sends it.
pub async fn sign_up(browser: &Browser) -> Outcome {
    browser.fill("Your name", "Ingrid Moen").await?;
    browser.fill("Your e-mail", "ingrid@brekkesund.example").await?;
    browser.fill("Password", PASSWORD).await?;
    browser.fill("Name of the business", "Brekkesund").await?;
    browser.click_role("button", "Open the desk").await
}

async fn is_clean(browser: &Browser) -> Outcome {
    let found = browser.axe().await?;
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_empty_folder_to_the_inbox() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let (_place, server) = fresh().await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.url("/inbox")).await?;
    browser.wait_for_text("Nobody has an account yet").await?;
    is_clean(&browser).await?;

    let link = server.sign_in_link().await?;
    assert!(server.logs().contains("nobody has an account yet"), "{}", server.logs());
    browser.goto(&link).await?;
    browser.wait_for_text("Welcome to Tillit").await?;
    // The browser knows better than its language where it is.
    let here = browser.js("return Intl.DateTimeFormat().resolvedOptions().timeZone", &[]).await?;
    let zone = browser.find("#zone").await?.prop("value").await?.map(Value::from);
    if here.as_str().is_some_and(|zone| zone.contains('/')) {
        assert_eq!(zone, Some(here));
    }
    is_clean(&browser).await?;
    browser.viewport(390, 844).await?;
    is_clean(&browser).await?;
    browser.viewport(1440, 900).await?;
    sign_up(&browser).await?;
    browser.wait_for_text("Password of the mailbox").await?;
    is_clean(&browser).await?;
    browser.click_role("link", "Skip for now").await?;
    browser.wait_for_text("Connect your mailbox").await?;
    is_clean(&browser).await?;
    browser.click_role("link", "Connect a mailbox").await?;
    browser.wait_for_text("Password of the mailbox").await?;
    // Nobody listens there: the page says so, and what to do.
    browser.fill("E-mail address", "hei@brekkesund.example").await?;
    browser.fill("Password of the mailbox", "not-this-one").await?;
    browser.js("document.querySelector('#provider').value = 'proton'", &[]).await?;
    browser.click_role("button", "Find the settings").await?;
    browser.wait_for_text("nobody answers at this port").await?;
    is_clean(&browser).await?;
    browser.viewport(390, 844).await?;
    is_clean(&browser).await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.url("/settings/mail")).await?;
    browser.wait_for_text("No mailbox is connected yet").await?;
    is_clean(&browser).await?;

    let Some(stranger) = Browser::start().await? else { return Ok(()) };
    stranger.goto(&link).await?;
    stranger.wait_for_text("Tillit is set up already").await?;
    let again = server.kill_and_restart().await?;
    assert!(!again.logs().contains("/welcome/"), "{}", again.logs());
    Ok(())
}
