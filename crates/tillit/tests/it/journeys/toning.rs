//! What jars is seen while it is written: better words are taken, or it is sent anyway and counted.

use super::desk::{Desk, KETTLE, text_of};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn better_words_are_taken_or_what_jars_is_sent_and_counted_for_the_desk() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.type_into("#reply textarea", "No.").await?;
    browser.find("#reply-look button[data-instead]").await?;
    browser.wait_for_text("is a no without a reason or another way.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("#reply-look button[data-instead]").await?;
    let text = "const text = document.querySelector('#reply textarea'); ";
    let taken = "return text.value.startsWith('Sadly this is not possible') && document.activeElement === text";
    browser.wait_for_js(&format!("{text}{taken}")).await?;
    // What only its writer knows stands marked.
    let marked = "return text.value.slice(text.selectionStart, text.selectionEnd)";
    assert_eq!(browser.js(&format!("{text}{marked}"), &[]).await?, "…");
    browser.wait_for_js("return !document.querySelector('#reply-look input[name=jar]')").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    assert!(text_of(&sent).contains("Sadly this is not possible"), "{}", sent.text());
    browser.wait_for_text("Waiting for customer").await?;

    browser.type_into("#reply textarea", "You are an idiot.").await?;
    browser.find("#reply-look .hintline[data-tone=warn]").await?;
    browser.wait_for_text("calls the customer names.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    desk.sink.wait_for(2).await?;
    browser.goto(&desk.server.url("/settings/tone")).await?;
    browser.wait_for_text("Names").await?;
    let counted =
        "return [...document.querySelectorAll('tbody tr')].map(row => row.lastElementChild.textContent).join()";
    assert_eq!(browser.js(counted, &[]).await?, "1");
    assert_eq!(browser.axe().await?, vec![]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
