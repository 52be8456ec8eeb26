//! Taking back what one just did: who has it, and several that were closed.

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

const LAMP: Letter<'static> = Letter { from: "Budi <budi@home.example>", subject: "The lamp is dark", ..KETTLE };

#[tokio::test(flavor = "multi_thread")]
async fn who_has_it_is_as_before_at_a_press_and_so_are_several_that_were_closed() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    desk.deliver(&LAMP).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click("[popovertarget=assign-menu]").await?;
    browser.click("#assign-menu button[value^=stf_]").await?;
    browser.find("t-toast form[action='/undo'] button").await?;
    browser.wait_for_js("return document.querySelector('[popovertarget=assign-menu]') && document.body.innerText.includes('Kari Moen')").await?;
    browser.click_role("button", "Undo Z").await?;
    browser.wait_for_text("One conversation is as it was before.").await?;
    browser.wait_for_js("return document.querySelector('#convo').innerText.includes('Nobody')").await?;

    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list .convo-row").await?;
    for n in [1, 2] {
        browser.click(&format!("#inbox-list li.convo-row:nth-of-type({n}) .box")).await?;
    }
    browser.click(".bulk button[value=more]").await?;
    browser.type_into("[name=reason]", "Settled by phone").await?;
    browser.click("button[name=act][value=close]").await?;
    browser.wait_for_text("2 conversations done.").await?;
    browser.wait_for_js("return !document.querySelector('#inbox-list .convo-row')").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", "Undo Z").await?;
    browser.wait_for_js("return document.querySelectorAll('#inbox-list .convo-row').length === 2").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
