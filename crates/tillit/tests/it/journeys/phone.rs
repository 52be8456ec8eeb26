//! The desk in one hand.

use super::desk::{Desk, KETTLE, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

/// What sticks out of a page that can be moved sideways.
pub async fn sideways(browser: &Browser) -> Outcome<Option<String>> {
    Ok(browser.js(include_str!("sticking_out.js"), &[]).await?.as_str().map(str::to_owned))
}

async fn assert_fits(browser: &Browser, what: &str) -> Outcome {
    assert_eq!(sideways(browser).await?, None, "{what} scrolls sideways");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_sent_from_a_phone_and_nothing_scrolls_sideways() -> Outcome {
    let desk = Desk::open(1).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    for width in [320, 390] {
        browser.viewport(width, 844).await?;
        for path in ["/inbox", "/customers", "/profile", "/settings/colleagues"] {
            browser.goto(&desk.server.url(path)).await?;
            assert_fits(&browser, &format!("{path} at {width}")).await?;
        }
        desk.open_conversation(&browser, KETTLE.subject).await?;
        assert_fits(&browser, &format!("a conversation at {width}")).await?;
    }
    // The tabs lie at the lower edge, and the composer above them, both in view.
    let script = "const at = css => document.querySelector(css).getBoundingClientRect(), side = at('#side'), \
        text = at('#reply textarea'); return side.top > innerHeight / 2 && Math.abs(side.bottom - innerHeight) < 2 \
        && text.bottom <= side.top + 1 && text.top > 0";
    browser.wait_for_js(script).await?;
    let file = "#file";
    assert!(!browser.driver().find(thirtyfour::By::Css(file)).await?.is_displayed().await?);
    browser.click(".file-toggle").await?;
    browser.find(file).await?;
    assert_fits(&browser, "the open file").await?;
    browser.click(".file-toggle").await?;
    browser.type_into("#reply textarea", "Sent from the ferry.").await?;
    browser.click("#reply .split button.primary").await?;
    let kept = desk.sink.wait_for(1).await?;
    assert!(text_of(&kept[0]).contains("Sent from the ferry."), "{}", kept[0].text());
    browser.wait_for_text("Sent").await?;
    assert_fits(&browser, "a conversation with a reply").await?;
    browser.click("#me").await?;
    browser.click_role("button", "Sign out").await?;
    browser.wait_for_text("Good to see you").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
