//! A promise is written, seen below the text, sent, brought to mind when its time comes near, and kept too late.

use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::server::Launch;

const SAYS: &str = "Thank you for your message. I am looking into it and I will call you by Friday.";

/// Waits until the history says so, folded away or not.
async fn told(browser: &Browser, what: &str) -> Outcome {
    let says = format!("return document.querySelector('#thread')?.textContent.includes('{what}')");
    browser.wait_for_js(&says).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_is_seen_while_it_is_written_and_is_told_of_until_it_is_kept() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let server = Launch::demo(7)?.with(["--conversations", "40"]).start().await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.sign_in_link().await?).await?;
    browser.find("#inbox-list").await?;
    browser.click("#demobar button[value=pause]").await?;
    browser.find("#demobar button[value=run]").await?;

    browser.goto(&server.url("/inbox?view=all")).await?;
    let first =
        "return document.querySelector('#inbox-list .convo-row a[href^=\"/conversations/\"]').getAttribute('href')";
    browser.find("#inbox-list .convo-row a[href^='/conversations/']").await?;
    let conversation = browser.js(first, &[]).await?.as_str().unwrap_or_default().to_owned();
    browser.goto(&server.url(&conversation)).await?;
    browser.type_into("#reply textarea", SAYS).await?;
    browser.find("#reply-look .hintline input[type=radio][value=track]").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("#reply-look .hintline input[type=radio][value=track]").await?;
    browser.click("#reply-send button[name=then]").await?;
    browser.find("#promises .promise").await?;
    told(&browser, "Promise made").await?;
    assert_eq!(browser.axe().await?, vec![]);

    // It is a Wednesday. On Thursday its keeper is reminded; on Saturday it is late.
    for day in ["2026-11-19", "2026-11-20", "2026-11-21"] {
        a_day_later(&browser, day).await?;
    }
    told(&browser, "Reminder of a promise").await?;
    told(&browser, "A promise became late").await?;

    browser.goto(&server.url("/promises?whose=ours&show=late")).await?;
    browser.find("#promises-due .promise[data-tone=bad]").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.goto(&server.url(&conversation)).await?;
    browser.click("#promises .promise button[value=keep]").await?;
    told(&browser, "Promise broken").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

/// Lets a day of the demo pass, and waits until it is there: with a whole business in it that takes a while.
async fn a_day_later(browser: &Browser, day: &str) -> Outcome {
    browser.click("#demobar button[value=day]").await?;
    let there = format!("return document.querySelector('#demobar time')?.dateTime.startsWith('{day}')");
    for _ in 0..3 {
        if browser.wait_for_js(&there).await.is_ok() {
            return Ok(());
        }
    }
    browser.wait_for_js(&there).await.map(drop)
}
