//! A mail arrives while people are at work.

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

const LAMP: Letter<'static> = Letter {
    from: "Bodil Krogh <bodil@home.example>",
    subject: "Lampen blinker",
    text: "Hej,\r\n\r\nlampen blinker, når jeg tænder den.\r\n\r\nBodil\r\n",
    answers: None,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_in_the_open_inbox_by_itself_and_typing_goes_on() -> Outcome {
    let desk = Desk::open(10).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.wait_for_text(KETTLE.subject).await?;
    browser.js("window.__same = true", &[]).await?;
    let inbox = browser.driver().window().await?;

    let writing = browser.driver().new_tab().await?;
    browser.driver().switch_to_window(writing.clone()).await?;
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click("#reply textarea").await?;
    browser.press("Dear Ines, half a sent").await?;

    browser.driver().switch_to_window(inbox.clone()).await?;
    desk.deliver(&LAMP).await?;
    // Sooner than a page without a line to the server would ask anew: it was told.
    browser.wait_for_text(LAMP.subject).await?;
    assert_eq!(browser.js("return window.__same === true", &[]).await?, true, "the inbox was loaded again");

    // The customer writes again into the conversation where the reply is being typed.
    browser.driver().switch_to_window(writing).await?;
    let more = Letter { subject: "Re: The kettle whistles on its own", text: "Now it sings, too.\r\n", ..KETTLE };
    desk.deliver(&more).await?;
    browser.press("ence").await?;
    let value = browser.find("#reply textarea").await?.prop("value").await?;
    assert_eq!(value.as_deref(), Some("Dear Ines, half a sentence"));
    assert_eq!(browser.js("return document.activeElement.name", &[]).await?, "body", "the focus went elsewhere");
    // A crash of the page, or a reload, loses nothing either.
    browser.driver().refresh().await?;
    browser.find("#reply textarea").await?;
    browser
        .wait_for_js("return document.querySelector('#reply textarea').value === 'Dear Ines, half a sentence'")
        .await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_waits_while_the_list_is_being_read() -> Outcome {
    let desk = Desk::open(10).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.wait_for_text(KETTLE.subject).await?;
    browser.press("j").await?;
    let rows = "return [...document.querySelectorAll('.convo-row')].filter(row => row.checkVisibility()).length";
    assert_eq!(browser.js(rows, &[]).await?, 1);
    desk.deliver(&LAMP).await?;
    browser.wait_for_text("1 new").await?;
    assert_eq!(browser.js(rows, &[]).await?, 1, "nothing moves under the eyes");
    browser.click(".held").await?;
    browser.wait_for_text(LAMP.subject).await?;
    assert_eq!(browser.js(rows, &[]).await?, 2);
    let held = "return document.querySelector('.held').checkVisibility()";
    assert_eq!(browser.js(held, &[]).await?, false);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_while_offline_is_kept_and_sent_later() -> Outcome {
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.offline(true).await?;
    browser.type_into("#reply textarea", "It is not meant to be.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.wait_for_text("There is no connection").await?;
    let value = browser.find("#reply textarea").await?.prop("value").await?;
    assert_eq!(value.as_deref(), Some("It is not meant to be."));
    browser.offline(false).await?;
    browser.click_role("button", "Try again").await?;
    let kept = desk.sink.wait_for(1).await?;
    assert!(kept[0].text().contains("It is not meant to be."), "{}", kept[0].text());
    Ok(())
}
