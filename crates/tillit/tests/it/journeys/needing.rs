//! What customers wish for: marked in their words, counted, met for everybody who asked, or declined with a reason.

use serde_json::json;

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

const BAG: &str = "Could the kettle come in a bag?";

const PETRA: Letter<'static> = Letter {
    from: "Petra Lund <petra@home.example>",
    subject: "A question before I order",
    text: "Hello,\r\n\r\nCould the kettle come in a bag? And could it be blue?\r\n\r\nPetra\r\n",
    answers: None,
};

const JON: Letter<'static> = Letter {
    from: "Jon Vik <jon@home.example>",
    subject: "The box",
    text: "Hello,\r\n\r\nCould the kettle come in a bag? The box is so large.\r\n\r\nJon\r\n",
    answers: None,
};

/// Selects these words where the customer wrote them, as a pointer does, and opens the form beside them.
async fn marks(browser: &Browser, words: &str) -> Outcome {
    let select = "const walk = document.createTreeWalker(document.querySelector('#thread .msg'), NodeFilter.SHOW_TEXT); \
        for (let text; (text = walk.nextNode());) { \
          const at = text.data.indexOf(arguments[0]); \
          if (at < 0) continue; \
          const range = document.createRange(); \
          range.setStart(text, at); \
          range.setEnd(text, at + arguments[0].length); \
          getSelection().removeAllRanges(); \
          getSelection().addRange(range); \
          text.parentElement.closest('.msg').querySelector('t-need a').click(); \
          return true; \
        } \
        return false";
    assert_eq!(browser.js(select, &[json!(words)]).await?, true, "{words:?} stands in the message");
    let filled = format!("return document.querySelector('#thread [id^=need-] textarea')?.value === {words:?}");
    browser.wait_for_js(&filled).await.map(drop)
}

/// Marks what a customer wrote, and notes it.
async fn notes(browser: &Browser, words: &str, topic: &str) -> Outcome {
    marks(browser, words).await?;
    browser.type_into("#thread [id^=need-] input[name=topic]", topic).await?;
    browser.type_into("#thread [id^=need-] input[name=product]", "Kettle 2").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("#thread [id^=need-] button.primary").await?;
    browser.wait_for_js("return !!document.querySelector('#thread [id^=need-] [role=status]')").await?;
    browser.wait_for_text(&format!("Noted: “{words}”")).await?;
    assert_eq!(browser.axe().await?, vec![]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_need_is_marked_in_a_message_met_for_everybody_who_asked_or_declined_with_a_reason() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.deliver(&PETRA).await?;
    desk.deliver(&JON).await?;
    desk.deliver(&KETTLE).await?;
    desk.open_conversation(&kari, PETRA.subject).await?;
    notes(&kari, BAG, "Packing").await?;
    notes(&kari, "And could it be blue?", "Colours").await?;
    // What was noted by mistake is gone with one press.
    kari.click("#thread [id^=need-] button[value=remove]").await?;
    kari.wait_for_js("return !document.querySelector('#needs')?.textContent.includes('blue')").await?;
    notes(&kari, "And could it be blue?", "Colours").await?;
    desk.open_conversation(&kari, JON.subject).await?;
    notes(&kari, BAG, "Packing").await?;

    // It will never be blue: its page says why.
    desk.open_conversation(&kari, PETRA.subject).await?;
    let unfold = "const fold = [...document.querySelectorAll('#needs details')] \
        .find(one => one.textContent.includes('blue')); if (!fold) return false; fold.open = true; \
        fold.scrollIntoView({ block: 'center' }); fold.querySelector('input[name=reason]').focus(); return true";
    kari.wait_for_js(unfold).await?;
    kari.press("It comes in steel").await?;
    kari.click("#needs details[open] button[value=decline]").await?;
    kari.wait_for_js("return document.querySelector('#needs')?.textContent.includes('It comes in steel')").await?;
    assert_eq!(kari.axe().await?, vec![]);

    kari.goto(&desk.server.url("/needs")).await?;
    kari.wait_for_text("Most wished").await?;
    let counted = "return [...document.querySelectorAll('#needs-page tbody tr')] \
        .map(row => [...row.cells].map(cell => cell.textContent.trim()).join(' ')).join('; ')";
    assert_eq!(kari.js(counted, &[]).await?, "Packing 2 2 2 0 0; Colours 1 1 0 0 1");
    assert_eq!(kari.axe().await?, vec![]);
    kari.click("#needs-page tbody a[href*='topic=Packing']").await?;
    kari.find("a[href^='/needs/tell?topic=Packing']").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.click("a[href^='/needs/tell?topic=Packing']").await?;
    kari.wait_for_text("Customers who were not told and have no draft: 2").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.type_into("#text-en", "Hi {{customer.first_name}}, the kettle comes in a bag now.").await?;
    kari.click_role("button", "Mark as met and write the drafts").await?;
    kari.wait_for_text("Drafts written: 2.").await?;
    assert_eq!(kari.axe().await?, vec![]);

    // Each has a draft of their own, and nobody was written to.
    for (letter, name) in [(PETRA, "Petra"), (JON, "Jon")] {
        desk.open_conversation(&kari, letter.subject).await?;
        let draft = format!(
            "return document.querySelector('#shared-drafts')?.textContent.includes('Hi {name}, the kettle comes in a bag')"
        );
        kari.wait_for_js(&draft).await?;
    }
    desk.open_conversation(&kari, KETTLE.subject).await?;
    let none = "return !document.querySelector('#shared-drafts')?.textContent.includes('the kettle comes in a bag')";
    kari.wait_for_js(none).await?;
    assert!(desk.sink.kept().iter().all(|mail| !mail.text().contains("in a bag now")), "nothing goes out unread");
    assert_eq!(kari.console_errors().await?, Vec::<String>::new());
    kari.quit().await
}
