//! Being away: planned on the profile, seen by colleagues before they give something to somebody who is not there.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_away_says_so_and_colleagues_see_it_before_they_assign() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(jonas) = desk.enter("Jonas Berg", "agent", "en").await? else { return Ok(()) };
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    jonas.goto(&desk.server.url("/profile")).await?;
    jonas.wait_for_text("No days away are planned.").await?;
    let days = "const day = n => new Date(Date.now() + n * 864e5).toISOString().slice(0, 10); \
                document.getElementById('absence-first').value = day(-1); \
                document.getElementById('absence-last').value = day(3); return true";
    jonas.js(days, &[]).await?;
    jonas.click_role("button", "Plan days away").await?;
    jonas.wait_for_text("Away now").await?;
    assert_eq!(jonas.axe().await?.len(), 0);

    kari.goto(&desk.server.url("/settings/colleagues")).await?;
    kari.wait_for_text("Away until").await?;
    kari.click_role("link", "Jonas Berg").await?;
    kari.wait_for_text("Nobody stands in").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.press("a").await?;
    kari.wait_for_js("return document.querySelector('#assign-menu:popover-open')?.textContent.includes('Away until')")
        .await?;
    assert_eq!(kari.axe().await?.len(), 0);
    for browser in [kari, jonas] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
