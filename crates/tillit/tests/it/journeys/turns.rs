//! Turns and what recurs, in the settings: turned on, seen at work, put down and looked at.

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_goes_to_whose_turn_it_is_and_the_page_says_who_is_next() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    kari.goto(&desk.server.url("/settings/turns")).await?;
    kari.click_role("button", "Turn on: No department").await?;
    kari.wait_for_text("Next is ").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    desk.deliver(&KETTLE).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.wait_for_text("whose turn it was").await?;

    kari.goto(&desk.server.url("/settings/recurring/new")).await?;
    kari.fill("Subject", "Count the stock").await?;
    kari.fill("Text", "All shelves.").await?;
    // The bar with the button to save lies over what stands at the lower edge.
    kari.js("document.querySelector('#days').scrollIntoView({ block: 'center' }); return true", &[]).await?;
    kari.click_role("button", "Show the days").await?;
    kari.wait_for_js("return document.querySelectorAll('#days li').length === 5").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    kari.click_role("button", "Save").await?;
    kari.wait_for_text("Every week: Mon").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    assert_eq!(kari.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn skills_what_turns_need_how_even_they_were_and_the_companys_turns() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(kari) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    kari.goto(&desk.server.url("/settings/skills")).await?;
    kari.fill("Name", "Brass").await?;
    kari.click_role("button", "Add").await?;
    kari.wait_for_text("Nobody has it yet").await?;
    assert_eq!(kari.axe().await?.len(), 0);

    kari.goto(&desk.server.url("/settings/turns")).await?;
    kari.click_role("button", "Turn on: No department").await?;
    kari.wait_for_text("Next is ").await?;
    kari.click_role("button", "Go round instead: No department").await?;
    kari.wait_for_text("Round robin").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    desk.deliver(&KETTLE).await?;
    desk.open_conversation(&kari, KETTLE.subject).await?;
    kari.wait_for_text("longest since their last turn").await?;
    kari.goto(&desk.server.url("/turns")).await?;
    kari.wait_for_text("Evenness").await?;
    assert_eq!(kari.axe().await?.len(), 0);

    kari.goto(&desk.server.url("/rota")).await?;
    kari.wait_for_text("Nobody takes part yet.").await?;
    let tick = "document.querySelectorAll('form[action=\"/rota\"] input[name=member]').forEach(box => box.click()); return true";
    kari.js(tick, &[]).await?;
    kari.click_role("button", "Save").await?;
    kari.wait_for_text("Your next week").await?;
    assert_eq!(kari.axe().await?.len(), 0);
    assert_eq!(kari.console_errors().await?, Vec::<String>::new());
    Ok(())
}
