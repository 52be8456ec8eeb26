//! One cause: written down from a conversation, solved, and its answer found as a draft that nobody has sent.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_cause_is_written_down_and_whoever_waits_gets_a_draft_once_it_is_gone() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.deliver(&KETTLE).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.click("#problems a[href$='/problems']").await?;
    kari.wait_for_text("There is no problem here.").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    kari.fill("What is the problem?", "The kettle boils over").await?;
    kari.click_role("button", "New problem").await?;
    kari.find("#problems a[href^='/problems/']").await?;
    kari.wait_for_text("One customer waits").await?;
    assert_eq!(kari.axe().await?.len(), 0);

    kari.click("#problems a[href^='/problems/']").await?;
    kari.find("#problem-page").await?;
    kari.fill("What is known", "The lid of the first batch does not close.").await?;
    kari.click_role("button", "Save").await?;
    kari.wait_for_js("return document.querySelector('#problem-known')?.value.startsWith('The lid')").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    kari.click("details.card > summary").await?;
    kari.fill("English", "Hi {{customer.first_name|there}}, the lid closes now.").await?;
    kari.click_role("button", "Solved: write the drafts").await?;
    kari.find("#problem-told").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    kari.goto(&desk.server.url("/problems?show=solved")).await?;
    kari.wait_for_text("The kettle boils over").await?;
    assert_eq!(kari.axe().await?.len(), 0);

    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.wait_for_js("return document.querySelector('#shared-drafts')?.textContent.includes('the lid closes now')")
        .await?;
    assert_eq!(kari.console_errors().await?, Vec::<String>::new());
    Ok(())
}
