//! The desk without scripts: links and forms alone.

use serde_json::json;

use super::desk::{Desk, KETTLE, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_one_signs_in_reads_notes_replies_and_closes() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&desk.invite("Kari Moen", "admin", "en")?).await?;
    browser.wait_for_text(KETTLE.subject).await?;
    assert_eq!(browser.js("return typeof window.htmx", &[]).await?, "undefined");
    browser.click_role("link", KETTLE.subject).await?;
    browser.wait_for_text("whistles in the middle of the night").await?;
    browser.click_role("link", "Note N").await?;
    browser.type_into("#note textarea", "Look at the lid").await?;
    browser.click_role("button", "Save note Ctrl ↵").await?;
    browser.wait_for_text("Look at the lid").await?;
    browser.type_into("#reply textarea", "A new lid is under way.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.find("article.msg.ours").await?;
    let kept = desk.sink.wait_for(1).await?;
    assert!(text_of(&kept[0]).contains("A new lid is under way."), "{}", kept[0].text());
    browser.click_role("button", "Close E").await?;
    browser.wait_for_text("Solved").await?;
    browser.quit().await
}
