//! A customer's file: what one writes down there stands beside their next conversation.

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;

/// Opens the form behind this button, and waits until it can be typed in.
const OPEN: &str = "const wanted = [...document.querySelectorAll('summary')].find(it => it.textContent.includes(arguments[0])); \
    if (!wanted) return false; wanted.parentElement.open = true; return true";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_noted_of_a_customer_is_seen_where_one_answers_and_a_blocked_one_waits_for_nobody() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "nb").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/customers")).await?;
    browser.click_role("link", "Ines Sandvik").await?;
    browser.find("#customer").await?;

    browser.js(OPEN, &["Legg til en telefon".into()]).await?;
    browser.type_into("#tel", "912 34 567").await?;
    browser.click("form[action$='/phones'] button").await?;
    browser.wait_for_text("912 34 567").await?;

    browser.js(OPEN, &["Skriv et notat".into()]).await?;
    browser.type_into("#note", "Hears badly on the phone").await?;
    browser.click("form[action$='/notes'] input[type=checkbox]").await?;
    browser.click("form[action$='/notes'] button").await?;
    browser.find("#customer > .callout[data-tone=info]").await?;

    browser.js(OPEN, &["Endre ønsker".into()]).await?;
    browser.js("document.querySelector('#from').value = '16:00'", &[]).await?;
    browser.click("form[action$='/preferences'] button").await?;
    browser.wait_for_text("Helst etter 16:00").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.js(OPEN, &["Vis omtanke".into()]).await?;
    browser.type_into("#care-why-new", "Lost her husband in October").await?;
    browser.click("form[action$='/care'] button").await?;
    browser.wait_for_text("Lost her husband in October").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.find("#known").await?;
    browser.find("#reply .hintline[data-tone=accent]").await?;
    browser.wait_for_text("Skriv varmt; ingenting selges.").await?;
    browser.wait_for_text("Hears badly on the phone").await?;
    browser.wait_for_text("Helst etter 16:00").await?;

    browser.click_role("link", "Ines Sandvik").await?;
    browser.find("#customer").await?;
    browser.js(OPEN, &["Blokker Ines Sandvik".into()]).await?;
    browser.type_into("#why", "Threats").await?;
    browser.click("form[action$='/block'] button").await?;
    browser.wait_for_text("Blokkert: ingen svarer").await?;
    let again = Letter { subject: "Another kettle", text: "Answer me\r\n", ..KETTLE };
    desk.deliver(&again).await?;
    browser.goto(&desk.server.url("/inbox?view=all&state=closed")).await?;
    browser.wait_for_text("Another kettle").await?;
    assert_eq!(desk.sink.kept(), []);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
