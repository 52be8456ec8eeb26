//! Writing to a workshop about a conversation, whose customer never hears of it.

use super::desk::{Desk, KETTLE, Letter, text_of};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_workshop_is_asked_and_answers_inside_while_the_customer_hears_nothing() -> Outcome {
    let desk = Desk::open(3).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.press("w").await?;
    browser.wait_for_text("is not told of it").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.type_into("#side-to", "lids@workshop.example").await?;
    browser.type_into("#side-subject", "Ten lids").await?;
    browser.type_into("#side-body", "Too many").await?;
    browser.click("#side-form input[name=wait]").await?;
    browser.click_role("button", "Send").await?;
    browser.wait_for_text("Sending to lids@workshop.example").await?;
    browser.wait_for_text("Waiting for others").await?;
    // Taken back, it is typed again where it was, and the conversation does not wait.
    browser.click("t-undo button").await?;
    browser.wait_for_js("return document.querySelector('#side-body')?.value === 'Too many'").await?;
    browser.type_into("#side-body", ". Could you send two?").await?;
    browser.click("#side-form input[name=wait]").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.picture("side-thread").await?;
    browser.click_role("button", "Send").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    assert_eq!(sent.to, ["lids@workshop.example"]);
    let text = sent.text();
    assert!(text.contains("Subject: Ten lids") && !text.contains("In-Reply-To"), "{text}");
    assert!(text_of(&sent).contains("Too many. Could you send two?") && !text.contains("whistles"), "{text}");

    browser.wait_for_text("Waiting for others").await?;
    let answer = Letter {
        from: "Lid Workshop <lids@workshop.example>",
        subject: "Re: Ten lids",
        text: "Two are in the post.\r\n",
        answers: Some(&sent),
    };
    desk.deliver(&answer).await?;
    browser.wait_for_text("Two are in the post.").await?;
    browser
        .wait_for_js("return !document.querySelector('#convo-h').closest('.col').textContent.includes('Waiting')")
        .await?;
    assert_eq!(browser.js("return document.querySelectorAll('article.msg.note').length", &[]).await?, 2);
    assert_eq!(browser.axe().await?, vec![]);
    browser.picture("side-threads").await?;
    // By the same address nobody else gets in: it is a conversation of its own.
    desk.deliver(&Letter { from: "Eve <eve@elsewhere.example>", text: "Me too?\r\n", ..answer }).await?;
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.wait_for_js("return document.querySelectorAll('#inbox-list .convo-row').length === 2").await?;
    assert_eq!(desk.sink.kept().len(), 1, "the customer got nothing");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
