//! A whole reply without a mouse.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE, Letter, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

const LAMP: Letter<'static> = Letter {
    from: "Bodil Krogh <bodil@home.example>",
    subject: "Lampen blinker",
    text: "Hej,\r\n\r\nlampen blinker, når jeg tænder den.\r\n\r\nBodil\r\n",
    answers: None,
};

/// Ctrl and another key.
async fn with_ctrl(browser: &Browser, key: Key) -> Outcome {
    let keys = browser.driver().action_chain().key_down(Key::Control).send_keys(key + "").key_up(Key::Control);
    Ok(keys.perform().await?)
}

async fn cursor_is_at(browser: &Browser, subject: &str) -> Outcome {
    let script = format!("return document.querySelector('.convo-row[data-cursor]')?.innerText.includes({subject:?})");
    browser.wait_for_js(&script).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_written_sent_taken_back_and_sent_again_by_keys_alone() -> Outcome {
    let desk = Desk::open(8).await?;
    desk.deliver(&KETTLE).await?;
    desk.deliver(&LAMP).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.wait_for_text(LAMP.subject).await?;
    browser.press(Key::Tab + "").await?;
    browser
        .wait_for_js("return document.activeElement.matches('.skip') && document.activeElement.checkVisibility()")
        .await?;
    browser.press(Key::Enter + "").await?;
    browser.press("?").await?;
    browser.wait_for_js("return document.querySelector('dialog#keys').open").await?;
    browser.press(Key::Escape + "").await?;
    browser.wait_for_js("return !document.querySelector('dialog#keys').open").await?;

    browser.press("j").await?;
    browser.press("j").await?;
    cursor_is_at(&browser, LAMP.subject).await?;
    browser.wait_for_js("return document.querySelector('#peek').innerText.includes('Lampen blinker')").await?;
    browser.press("k").await?;
    cursor_is_at(&browser, KETTLE.subject).await?;
    browser.press(Key::Enter + "").await?;
    browser.find("#convo").await?;
    browser.wait_for_js("return document.activeElement.matches('#convo h1')").await?;
    browser.press("r").await?;
    browser.wait_for_js("return document.activeElement.matches('#reply textarea')").await?;
    browser.press("A new lid").await?;
    with_ctrl(&browser, Key::Enter).await?;
    browser.find("t-undo").await?;
    browser.press("z").await?;
    browser
        .wait_for_js(
            "return document.activeElement.matches('#reply textarea') && document.activeElement.value === 'A new lid'",
        )
        .await?;
    browser.press(" is under way.").await?;
    with_ctrl(&browser, Key::Enter).await?;
    browser.find("article.msg.ours").await?;
    let kept = desk.sink.wait_for(1).await?;
    assert!(text_of(&kept[0]).contains("A new lid is under way."), "{}", kept[0].text());

    // On a slow line the word comes live before the answer to "e": going back meanwhile leads back all the same.
    browser.slow(700).await?;
    browser.press("e").await?;
    browser.wait_for_text("Solved").await?;
    browser.press(Key::Escape + "").await?;
    browser.find("#inbox-list").await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list').innerText.includes('kettle')").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
