//! A customer's words are selected and noted as a need; when it is met, they get a draft of their own.

use serde_json::json;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

/// Selects a word of the message, as a pointer would.
const SELECT: &str = "const message = document.querySelector('article.msg'); \
    const texts = document.createTreeWalker(message, NodeFilter.SHOW_TEXT); \
    let text; while ((text = texts.nextNode()) && !text.nodeValue.includes('whistles')) continue; \
    const at = text.nodeValue.indexOf('whistles'), range = document.createRange(); \
    range.setStart(text, at); range.setEnd(text, at + 8); \
    const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);";

#[tokio::test(flavor = "multi_thread")]
async fn what_a_customer_wishes_for_is_noted_in_their_words_and_they_are_told_when_it_is_there() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&desk.invite("Kari Moen", "admin", "en")?).await?;
    browser.wait_for_text(KETTLE.subject).await?;
    browser.click_role("link", KETTLE.subject).await?;
    browser.wait_for_text("whistles in the middle of the night").await?;
    browser.js(SELECT, &[]).await?;
    browser.click("article.msg t-need a").await?;
    browser
        .wait_for_js("return document.querySelector('article.msg textarea[name=words]')?.value === 'whistles'")
        .await?;
    browser.type_into("article.msg input[name=topic]", "Quiet kettles").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("article.msg form button.primary").await?;
    browser.wait_for_text("Noted: “whistles”").await?;
    browser.wait_for_js("return document.querySelector('#needs q')?.textContent === 'whistles'").await?;
    assert_eq!(browser.axe().await?, vec![]);

    // Noted by a slip, it is taken back where it was noted; without a selection the form is empty.
    browser.click("article.msg form button[value=remove]").await?;
    browser.wait_for_js("return !document.querySelector('#needs q')").await?;
    browser.js("getSelection().removeAllRanges()", &[]).await?;
    browser.click("#needs t-need a").await?;
    browser.type_into("#need-new textarea[name=words]", "a kettle that keeps quiet").await?;
    browser.type_into("#need-new input[name=topic]", "Quiet kettles").await?;
    browser.click("#need-new button.primary").await?;
    browser.wait_for_text("Noted: “a kettle that keeps quiet”").await?;

    let conversation = browser.url().await?;
    let origin = conversation.split("/conversations/").next().unwrap_or_default().to_owned();
    browser.goto(&format!("{origin}/needs")).await?;
    browser.click_role("link", "Quiet kettles").await?;
    browser.wait_for_text("a kettle that keeps quiet").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.viewport(390, 844).await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.viewport(1440, 900).await?;
    browser.click_text("Met: tell everyone").await?;
    browser.type_into("#text-en", "You asked for {{need}}. Here it is.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("main form button.primary").await?;
    browser.wait_for_text("Drafts written: 1.").await?;
    browser.wait_for_text("a draft waits").await?;
    browser.goto(&conversation).await?;
    browser.wait_for_text("You asked for a kettle that keeps quiet. Here it is.").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    // Without scripts the sign leads to the same form.
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.goto(&conversation).await?;
    browser.click("article.msg t-need a").await?;
    browser.type_into("main textarea[name=words]", "a quieter lid").await?;
    browser.click("main form button.primary").await?;
    browser.wait_for_text("a quieter lid").await?;
    browser.quit().await
}
