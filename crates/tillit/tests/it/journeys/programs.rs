//! A colleague lets a program in: makes a token, reads what can be asked, has facts posted, takes the token back.

use serde_json::{Value, json};

use super::desk::Desk;
use crate::harness::Outcome;
use crate::harness::browser::Browser;

const PASSWORD: &str = "tolv epler i en kurv";

async fn sound(browser: &Browser, page: &str) -> Outcome {
    let violations = browser.axe().await?;
    assert!(violations.is_empty(), "{page}: {violations:?}");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new(), "{page}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_comes_in_by_a_token_until_it_is_taken_back() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/profile")).await?;
    browser.fill("New password", PASSWORD).await?;
    browser.click_role("button", "Change password").await?;
    browser.wait_for_text("The password is changed").await?;
    browser.goto(&desk.server.url("/settings/api")).await?;
    sound(&browser, "API").await?;
    browser.fill("Your password", PASSWORD).await?;
    browser.fill("Name", "Web shop").await?;
    browser.click("input[value=write]").await?;
    browser.click_role("button", "Make the token").await?;
    browser.wait_for_text("Web shop is ready").await?;
    sound(&browser, "the token").await?;
    let secret = browser.js("return document.getElementById('secret').value", &[]).await?;
    let secret = secret.as_str().unwrap_or_default().to_owned();
    let client = reqwest::Client::new();
    let me = client.get(desk.server.url("/api/v1/me")).bearer_auth(&secret).send().await?.json::<Value>().await?;
    assert_eq!((&me["colleague"]["name"], &me["token"]["name"]), (&json!("Kari Moen"), &json!("Web shop")));
    let new = json!({ "to": [{ "address": "lise@kunde.example" }], "subject": "Your order", "text": "It is ready." });
    let begun = client.post(desk.server.url("/api/v1/conversations")).bearer_auth(&secret).json(&new).send().await?;
    assert_eq!(begun.status(), 201);
    desk.sink.wait_for(1).await?;

    browser.goto(&desk.server.url("/api/docs")).await?;
    browser.click("#create_conversation summary").await?;
    browser.wait_for_text("curl -X POST").await?;
    sound(&browser, "what programs can ask").await?;

    browser.goto(&desk.server.url("/settings/webhooks")).await?;
    browser.fill("Address", "http://127.0.0.1:1/hook").await?;
    browser.click("input[value='person.*']").await?;
    browser.click_role("button", "Add the webhook").await?;
    browser.wait_for_text("This address cannot be called").await?;
    // The browser notes the answer 422; the page says what to mend.
    assert_eq!(browser.console_errors().await?.len(), 1);
    sound(&browser, "webhooks").await?;

    browser.goto(&desk.server.url("/settings/api")).await?;
    browser.click_role("button", "Revoke Web shop").await?;
    browser.wait_for_text("You have no tokens yet").await?;
    let after = client.get(desk.server.url("/api/v1/me")).bearer_auth(&secret).send().await?;
    assert_eq!(after.status(), 401);
    browser.quit().await
}
