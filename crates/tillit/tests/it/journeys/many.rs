//! Many tabs of one browser: HTTP/1.1 gives them six connections together.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;
use crate::harness::wait::wait_until;

const TABS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn eight_open_tabs_are_all_live_and_none_waits_for_a_connection() -> Outcome {
    let desk = Desk::open(10).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    let mut tabs = vec![browser.driver().window().await?];
    while tabs.len() < TABS {
        let tab = browser.driver().new_tab().await?;
        browser.driver().switch_to_window(tab.clone()).await?;
        browser.goto(&desk.server.url("/inbox?view=all")).await?;
        browser.find("#inbox-list").await?;
        tabs.push(tab);
    }
    desk.deliver(&KETTLE).await?;
    for tab in &tabs {
        browser.driver().switch_to_window(tab.clone()).await?;
        // A tab in the background fetches once it is looked at.
        browser.wait_for_text(KETTLE.subject).await?;
    }
    // A click in the eighth still answers at once.
    browser.click_role("link", KETTLE.subject).await?;
    wait_until("the conversation in the eighth tab", async || {
        Ok(browser.js("return !!document.querySelector('#convo')", &[]).await?.as_bool().filter(|there| *there))
    })
    .await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
