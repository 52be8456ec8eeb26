//! Giving a conversation another subject: a colleague sees it at once, and it is taken back; also on a telephone, by the
//! keyboard alone.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

const TITLE: &str = "return document.querySelector('#convo-h')?.textContent";

#[tokio::test(flavor = "multi_thread")]
async fn a_subject_is_changed_seen_by_others_and_taken_back() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(jonas) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&jonas, KETTLE.subject).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.click("header.bar button[popovertarget=subject-menu]").await?;
    kari.find("#subject-new:focus").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.picture("subject").await?;
    kari.find("#subject-new").await?.clear().await?;
    kari.type_into("#subject-new", "Kettle whistles at night").await?;
    kari.click("#subject-menu form button").await?;
    kari.wait_for_text("The subject is now “Kettle whistles at night”").await?;
    kari.wait_for_js(&format!("{TITLE} === 'Kettle whistles at night'")).await?;
    jonas.wait_for_js(&format!("{TITLE} === 'Kettle whistles at night'")).await?;
    jonas.wait_for_text("Kari Moen changed the subject").await?;
    kari.click_role("button", "Undo Z").await?;
    kari.wait_for_text("One conversation is as it was before.").await?;
    jonas.wait_for_js(&format!("{TITLE} === '{}'", KETTLE.subject)).await?;
    assert_eq!(jonas.axe().await?, vec![]);

    // Narrow, and by the keys alone: Enter opens it, what is typed goes behind what is there, Enter saves.
    kari.viewport(390, 844).await?;
    kari.find("header.bar button[popovertarget=subject-menu]").await?.focus().await?;
    kari.press(Key::Enter + "").await?;
    kari.find("#subject-new:focus").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.press(Key::End + " again").await?;
    kari.press(Key::Enter + "").await?;
    kari.wait_for_js(&format!("{TITLE}?.endsWith(' again')")).await?;
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    kari.wait_for_js(wide).await?;
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
