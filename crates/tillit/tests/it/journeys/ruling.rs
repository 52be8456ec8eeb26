//! A rule is written in the settings, switched on, acts on what comes, and can be looked back at.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_written_acts_on_what_comes_and_its_history_says_so() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    kari.goto(&desk.server.url("/settings/rules")).await?;
    kari.wait_for_text("No rules yet").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.click_role("link", "Use: A customer is unhappy").await?;
    kari.wait_for_js("return document.querySelector('#name')?.value === 'A customer is unhappy'").await?;
    assert_eq!(kari.axe().await?, vec![]);

    kari.goto(&desk.server.url("/settings/rules/new")).await?;
    kari.fill("Name", "Kettles").await?;
    kari.js("document.querySelector('#acts').scrollIntoView({ block: 'center' }); return true", &[]).await?;
    kari.click("button[name=do][value=act]").await?;
    kari.find("#a-0").await?;
    kari.type_into("#a-0", "kettle").await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.click_role("button", "Save").await?;
    kari.wait_for_text("A conversation begins").await?;
    kari.click_role("button", "Switch on Kettles").await?;
    kari.wait_for_js("return document.querySelector('main .chip[data-tone=ok]')?.textContent === 'On'").await?;
    assert_eq!(kari.axe().await?, vec![]);

    desk.deliver(&KETTLE).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.wait_for_js(
        "return [...document.querySelectorAll('.chip')].some(chip => chip.textContent.includes('kettle'))",
    )
    .await?;
    // What happened between messages is folded away.
    let unfolded = "document.querySelectorAll('#convo details').forEach(one => one.open = true); \
        return document.querySelector('#convo').innerText.includes('The rule “Kettles” acted')";
    kari.wait_for_js(unfolded).await?;
    kari.goto(&desk.server.url("/settings/rules")).await?;
    kari.wait_for_text("1 time in 7 days").await?;
    kari.click_role("link", "Kettles").await?;
    kari.click_role("link", "Try on last month").await?;
    kari.wait_for_text(KETTLE.subject).await?;
    assert_eq!(kari.axe().await?, vec![]);
    kari.click_role("link", "Kettles").await?;
    kari.click_role("link", "History").await?;
    kari.wait_for_text("Version 1").await?;
    assert_eq!(kari.axe().await?, vec![]);
    assert_eq!(kari.console_errors().await?, Vec::<String>::new());
    kari.quit().await
}
