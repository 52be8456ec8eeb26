//! A reply goes out, and the answer comes back.

use super::desk::{Desk, KETTLE, Letter, message_id, text_of};
use crate::harness::Outcome;

both_engines! {
    async fn a_reply_lies_threaded_in_the_customers_mailbox_and_the_answer_comes_back_live(place: Place) -> Outcome {
        let desk = Desk::open_at(place, 1).await?;
        desk.deliver(&KETTLE).await?;
        let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
        desk.open_conversation(&browser, KETTLE.subject).await?;
        browser.type_into("#reply textarea", "It is not. We send you a new lid.").await?;
        browser.click_role("button", "Send and wait Ctrl ↵").await?;
        browser.wait_for_text("Sending to Ines Sandvik").await?;
        browser.wait_for_text("Waiting for customer").await?;
        assert_eq!(browser.find("#reply textarea").await?.prop("value").await?.as_deref(), Some(""));

        let sent = desk.sink.wait_for(1).await?.remove(0);
        browser.wait_for_text("Sent").await?;
        assert_eq!(sent.to, ["ines@home.example"]);
        assert!(text_of(&sent).contains("We send you a new lid."), "{}", sent.text());
        let text = sent.text();
        assert!(text.contains("In-Reply-To: <") && text.contains("References: <"), "{text}");
        assert!(text.contains("Re: The kettle whistles on its own"), "{text}");
        assert!(message_id(&sent).is_some(), "{text}");

        // The page stays open; the answer appears in it.
        browser.js("window.__same = true", &[]).await?;
        let answer = Letter {
            subject: "Re: The kettle whistles on its own",
            text: "Thank you, that is kind.\r\n",
            answers: Some(&sent),
            ..KETTLE
        };
        desk.deliver(&answer).await?;
        browser.wait_for_text("Thank you, that is kind.").await?;
        assert_eq!(browser.js("return window.__same === true", &[]).await?, true, "the page was loaded again");
        assert_eq!(browser.js("return document.querySelectorAll('article.msg').length", &[]).await?, 3);
        browser.goto(&desk.server.url("/inbox?view=all")).await?;
        browser.find("#inbox-list").await?;
        assert_eq!(browser.js("return document.querySelectorAll('.convo-row').length", &[]).await?, 1);
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
        browser.quit().await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_taken_back_never_goes_and_its_text_returns() -> Outcome {
    let desk = Desk::open(15).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.type_into("#reply textarea", "Too quick").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.wait_for_text("Sending to Ines Sandvik").await?;
    browser.click("t-undo button").await?;
    browser.wait_for_js("return document.querySelector('#reply textarea')?.value === 'Too quick'").await?;
    browser.wait_for_js("return !document.querySelector('t-undo')").await?;
    assert_eq!(browser.js("return document.querySelectorAll('article.msg.ours').length", &[]).await?, 0);
    // The next one goes, so the sink is at work; the one taken back is not in it.
    browser.type_into("#reply textarea", ", but now in peace").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    let kept = desk.sink.wait_for(1).await?;
    assert_eq!(kept.len(), 1);
    assert!(text_of(&kept[0]).contains("Too quick, but now in peace"), "{}", kept[0].text());
    Ok(())
}
