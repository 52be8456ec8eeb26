//! Notes, closing, reopening, giving away: one's own desk, and a colleague's beside it.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

/// What one sees of a message: its border, its ground, and its icon.
async fn looks(browser: &Browser, css: &str) -> Outcome<String> {
    let script = "const body = document.querySelector(arguments[0] + ' .body'), style = getComputedStyle(body); \
        return style.borderStyle + '|' + style.backgroundColor + '|' + \
        (document.querySelector(arguments[0] + ' header use')?.getAttribute('href') ?? '').split('#')[1]";
    Ok(browser.js(script, &[css.into()]).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_looks_like_no_reply_and_never_leaves_the_house() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.press("n").await?;
    browser.find("#note textarea").await?;
    browser.press("Third lid this month").await?;
    browser.click_role("button", "Save note Ctrl ↵").await?;
    browser.find("article.msg.note").await?;
    browser.wait_for_text("Only your team sees this").await?;
    browser.click_role("link", "Reply R").await?;
    browser.type_into("#reply textarea", "A new lid is under way.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.find("article.msg.ours").await?;
    let (note, reply) = (looks(&browser, ".msg.note").await?, looks(&browser, ".msg.ours").await?);
    assert_ne!(note, reply);
    assert!(note.starts_with("dashed") && note.ends_with("i-lock"), "{note}");
    let kept = desk.sink.wait_for(1).await?;
    assert!(kept.iter().all(|mail| !mail.text().contains("Third lid")), "the note was mailed");
    assert_eq!(kept.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_without_an_answer_asks_why_and_reopening_brings_it_back() -> Outcome {
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click_role("button", "Close E").await?;
    browser.fill("Why is it closed without a reply?", "She called, all is well").await?;
    browser.click("#reason-form button").await?;
    browser.wait_for_text("She called, all is well").await?;
    browser.wait_for_text("Solved").await?;
    assert_eq!(desk.sink.kept(), []);
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.wait_for_text("All answered").await?;
    browser.goto(&desk.server.url("/inbox?view=all&state=closed")).await?;
    browser.click_role("link", KETTLE.subject).await?;
    browser.click_role("button", "Open again E").await?;
    browser.find_by_role("button", "Close E").await?;
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find_by_role("link", KETTLE.subject).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_colleagues_see_at_once_what_the_other_does() -> Outcome {
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    let Some(jonas) = desk.enter("Jonas Berg", "agent", "nb").await? else { return Ok(()) };
    desk.open_conversation(&jonas, KETTLE.subject).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    jonas.click("#reply textarea").await?;
    jonas.press("Kjære Ines").await?;

    kari.click_role("button", "Assign A").await?;
    kari.click("#assign-menu button.item:not([aria-current]):nth-of-type(1)").await?;
    let owned = "return /Moen|Berg/.test(document.querySelector('#convo header').innerText)";
    kari.wait_for_js(owned).await?;
    jonas.wait_for_js(owned).await?;
    kari.press("n").await?;
    kari.find("#note textarea").await?;
    kari.press("I call her").await?;
    kari.click_role("button", "Save note Ctrl ↵").await?;
    jonas.wait_for_text("I call her").await?;
    assert_eq!(jonas.find("#reply textarea").await?.prop("value").await?.as_deref(), Some("Kjære Ines"));
    assert_eq!(jonas.js("return document.activeElement.name", &[]).await?, "body");
    jonas.press(" Sandvik").await?;
    assert_eq!(jonas.find("#reply textarea").await?.prop("value").await?.as_deref(), Some("Kjære Ines Sandvik"));

    // Whoever writes on while the answer to a press is under way keeps their form and their place in it.
    kari.slow(1500).await?;
    kari.click_role("button", "Assign A").await?;
    kari.click("#assign-menu button.item:not([aria-current])").await?;
    kari.press("n").await?;
    kari.press("And then").await?;
    kari.press(Key::Left + Key::Left).await?;
    kari.js("window.before = document.activeElement", &[]).await?;
    kari.wait_for_js("return !window.before.isConnected && document.activeElement.name === 'body'").await?;
    let place =
        "const field = document.activeElement; return [field.form.id, field.value, field.selectionStart].join()";
    assert_eq!(kari.js(place, &[]).await?, "note,And then,6");
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
