//! A reply closes a conversation and says what became of it; then it is found out to be a complaint.

use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::server::Launch;

#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_a_conversation_is_said_as_it_is_closed_and_stands_beside_it() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let server = Launch::demo(7)?.with(["--conversations", "40"]).start().await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.sign_in_link().await?).await?;
    browser.find("#inbox-list").await?;
    browser.click("#demobar button[value=pause]").await?;
    browser.find("#demobar button[value=run]").await?;

    browser.goto(&server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list .convo-row a[href^='/conversations/']").await?;
    let first =
        "return document.querySelector('#inbox-list .convo-row a[href^=\"/conversations/\"]').getAttribute('href')";
    let conversation = browser.js(first, &[]).await?.as_str().unwrap_or_default().to_owned();
    browser.goto(&server.url(&conversation)).await?;
    browser.type_into("#reply textarea", "Everything is in order again.").await?;
    browser.click("#reply-send button[popovertarget=send-menu]").await?;
    browser.js("document.querySelector('#send-outcome').value = 'righted'", &[]).await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("#send-menu button[value=solved]").await?;
    let says = "return document.querySelector('#ending form')?.textContent.includes('put right')";
    browser.wait_for_js(says).await?;

    browser.click("#ending button[value=mark]").await?;
    browser.find("#ending .chip[data-tone=warn]").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.goto(&server.url("/praise")).await?;
    browser.find("main h1").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.viewport(390, 844).await?;
    browser.goto(&server.url("/settings/outcomes")).await?;
    browser.find("#required").await?;
    assert_eq!(browser.axe().await?, vec![]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
