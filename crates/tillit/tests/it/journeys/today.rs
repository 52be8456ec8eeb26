//! A day at the desk: what asks for one today, and what was missed.

use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::server::Launch;

#[tokio::test(flavor = "multi_thread")]
async fn today_leads_to_a_conversation_and_back_and_a_lapse_is_given_its_reason() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let server = Launch::demo(7)?.with(["--conversations", "40"]).start().await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.sign_in_link().await?).await?;
    browser.find("#inbox-list").await?;
    browser.click("#demobar button[value=pause]").await?;
    browser.find("#demobar button[value=run]").await?;

    browser.click("#side a[href='/today']").await?;
    browser.find("#today-answer a.item").await?;
    // Each row begins where the words above it do.
    let inset = "const left = css => document.querySelector('#today-answer ' + css).getBoundingClientRect().left; \
                 const row = document.querySelector('#today-answer a.item'); \
                 return Math.abs(left('p') - left('a.item') - parseFloat(getComputedStyle(row).paddingLeft))";
    assert_eq!(browser.js(inset, &[]).await?.as_f64(), Some(0.0));
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("#today-answer a.item").await?;
    browser.find("#convo").await?;
    browser.driver().back().await?;
    browser.find("#today-answer a.item").await?;

    browser.goto(&server.url("/lapses?period=year")).await?;
    browser.click("li.card details summary").await?;
    browser.type_into("li.card [name=reason]", "The workshop was closed").await?;
    browser.click("li.card details button").await?;
    browser.wait_for_text("The workshop was closed").await?;
    browser.wait_for_text("Change the reason").await?;
    assert_eq!(browser.axe().await?, vec![]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
