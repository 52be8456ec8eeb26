//! A draft of one colleague is seen by another within two seconds, written on by them, and sent.

use std::time::{Duration, Instant};

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

const SOON: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread")]
async fn a_light_colleague_shares_a_draft_and_another_edits_and_sends_it() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(ola) = desk.enter("Ola Lien", "light", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "agent", "en").await? else { return Ok(()) };
    desk.open_conversation(&kari, KETTLE.subject).await?;
    desk.open_conversation(&ola, KETTLE.subject).await?;
    ola.press("r").await?;
    ola.find("#reply textarea:focus").await?;
    ola.press("Hello Ines, the kettle whistles when it is hot.").await?;
    ola.wait_for_text("Kept as a draft").await?;
    ola.click_role("button", "Share draft").await?;
    assert_eq!(ola.axe().await?.len(), 0);
    ola.picture("sharing").await?;
    let asked = Instant::now();
    ola.click_role("button", "KM Kari Moen").await?;
    let card = "return document.querySelector('#shared-drafts')?.textContent ?? ''";
    kari.wait_for_js(&format!("{card}.includes('the kettle whistles')")).await?;
    assert!(asked.elapsed() < SOON, "the page told after {:?}", asked.elapsed());
    kari.wait_for_text("Draft by Ola Lien").await?;
    kari.picture("shared draft").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    ola.wait_for_text("Draft by Ola Lien").await?;

    // She opens it: he sees so, and sees what she writes.
    let opened = Instant::now();
    kari.click_role("button", "Open draft").await?;
    kari.wait_for_text("Only you write in it").await?;
    ola.wait_for_text("Kari Moen has it open").await?;
    println!("told after {:?}", opened.elapsed());
    kari.click("#reply textarea").await?;
    let typed = Instant::now();
    kari.press(" Ring us if it does not.").await?;
    ola.wait_for_js(&format!("{card}.includes('Ring us')")).await?;
    println!("read after {:?}", typed.elapsed());
    assert_eq!(kari.axe().await?.len(), 0);
    kari.picture("open draft").await?;

    kari.click_role("button", "Send and wait Ctrl ↵").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    let mail = String::from_utf8_lossy(&sent.bytes).into_owned();
    assert!(mail.contains("kettle whistles") && mail.contains("Ring us"), "{mail}");
    for browser in [&kari, &ola] {
        // With what else happened then it is folded away.
        let told =
            "return document.querySelector('#thread').textContent.includes('Draft by Ola Lien, sent by Kari Moen')";
        browser.wait_for_js(told).await?;
        browser.wait_for_js("return document.querySelectorAll('#shared-drafts article').length === 0").await?;
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}

/// What is typed after somebody else took the draft over is told when its writer leaves, and lies among their own; a page
/// that is loaded anew takes the draft into its reader's hands again.
#[tokio::test(flavor = "multi_thread")]
async fn sharing_loses_no_word_after_a_refusal_and_a_reload_keeps_the_draft_in_hand() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(ola) = desk.enter("Ola Lien", "agent", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "agent", "en").await? else { return Ok(()) };
    desk.open_conversation(&kari, KETTLE.subject).await?;
    desk.open_conversation(&ola, KETTLE.subject).await?;
    ola.press("r").await?;
    ola.find("#reply textarea:focus").await?;
    ola.press("Hello Ines.").await?;
    ola.wait_for_text("Kept as a draft").await?;
    ola.click_role("button", "Share draft").await?;
    ola.click_role("button", "Share with everybody here").await?;
    ola.click_role("button", "Open draft").await?;
    ola.wait_for_text("Only you write in it").await?;
    kari.wait_for_text("Ola Lien has it open").await?;
    let here = ola.url().await?;
    ola.driver().refresh().await?;
    ola.wait_for_text("Only you write in it").await?;
    // It was let go of and taken again, before anything is typed.
    kari.driver().refresh().await?;
    let held = "return document.querySelector('#shared-drafts')?.textContent.includes('Ola Lien has it open')";
    kari.wait_for_js(held).await?;
    kari.click_role("button", "Take over").await?;
    kari.wait_for_text("Only you write in it").await?;

    ola.click("#reply textarea").await?;
    ola.press(" It whistles").await?;
    ola.wait_for_text("What you type is kept among your own drafts").await?;
    ola.press(" when it is hot.").await?;
    let inbox = here.split("/conversations/").next().unwrap_or_default();
    ola.goto(&format!("{inbox}/inbox")).await?;
    let path = here.split('?').next().unwrap_or_default();
    let kept = "return document.querySelector('#reply textarea')?.value.includes('whistles when it is hot.')";
    ola.goto(path).await?;
    ola.wait_for_js(kept).await?;
    Ok(())
}
