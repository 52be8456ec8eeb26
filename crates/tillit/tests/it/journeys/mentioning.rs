//! Naming a colleague in a note by a few keys, and how they find it.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_named_by_a_few_keys_and_finds_it_until_they_have_looked() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(jonas) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.press("n").await?;
    kari.find("#note textarea").await?;
    kari.press("Please look, @jo").await?;
    kari.wait_for_js("return document.querySelector('#people:popover-open [aria-current]')?.dataset.mention").await?;
    kari.press(Key::Enter + "").await?;
    kari.wait_for_js("return document.activeElement.value === 'Please look, @Jonas Berg '").await?;
    kari.click_role("button", "Save note Ctrl ↵").await?;
    kari.find("article.msg.note").await?;

    let mentions = "return document.querySelector('.side a[href=\"/inbox?view=mentions\"] .count')?.textContent";
    jonas.wait_for_js(&format!("{mentions} === '1'")).await?;
    jonas.goto(&desk.server.url("/inbox?view=mentions")).await?;
    assert_eq!(jonas.axe().await?.len(), 0);
    jonas.click("#inbox-list .convo-row a").await?;
    jonas.find_by_role("button", "Stop following").await?;
    jonas.wait_for_js(&format!("{mentions} === '0'")).await?;
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
