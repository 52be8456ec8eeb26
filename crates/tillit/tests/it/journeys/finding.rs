//! Found again: by the palette from anywhere, by the search page, with and without typing right.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE, Letter};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

async fn open_palette(browser: &Browser) -> Outcome {
    let keys = browser.driver().action_chain().key_down(Key::Control).send_keys("k").key_up(Key::Control);
    keys.perform().await?;
    browser.wait_for_js("return document.activeElement.matches('#palette input')").await?;
    Ok(())
}

const CHOSEN: &str = "document.querySelector('#palette-list [aria-selected=true]')";

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_said_is_found_from_anywhere_by_keys() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let lamp = Letter {
        from: "Budi <budi@home.example>",
        subject: "The lamp",
        text: "Hello,\r\n\r\nthe chandelier in our hall is dark.\r\n\r\nBudi\r\n",
        ..KETTLE
    };
    desk.deliver(&lamp).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.wait_for_text(lamp.subject).await?;

    // By a word of the text, with a slip, as it is typed; Enter opens it.
    open_palette(&browser).await?;
    browser.wait_for_js(&format!("return {CHOSEN} !== null")).await?;
    assert_eq!(browser.axe().await?.len(), 0, "the palette");
    browser.press("chandelir").await?;
    browser.wait_for_js(&format!("return {CHOSEN}?.textContent.includes('The lamp')")).await?;
    browser.press(Key::Enter + "").await?;
    browser
        .wait_for_js("return !document.querySelector('#palette').open && document.querySelector('#convo h1')")
        .await?;

    // A command of this page.
    open_palette(&browser).await?;
    browser.press("> note").await?;
    browser.wait_for_js(&format!("return {CHOSEN}?.querySelector('kbd').textContent === 'N'")).await?;
    browser.press(Key::Enter + "").await?;
    browser.wait_for_js("return document.activeElement.matches('form[data-kind=note] textarea')").await?;
    browser.press(Key::Escape + "").await?;

    // People; then everything, on a page with an address.
    open_palette(&browser).await?;
    browser.press("@budi").await?;
    browser.wait_for_js(&format!("return {CHOSEN}?.href.includes('/customers/per_')")).await?;
    browser.press(Key::Escape + "").await?;
    open_palette(&browser).await?;
    browser.press("dark").await?;
    browser.press(Key::Up + "").await?;
    browser.press(Key::Enter + "").await?;
    browser.wait_for_js("return location.pathname + location.search === '/search?q=dark'").await?;
    browser.wait_for_text("the chandelier in our hall is dark").await?;
    browser.wait_for_js("return document.querySelector('mark').textContent === 'dark'").await?;
    let found = browser.axe().await?;
    assert_eq!(found.len(), 0, "the page: {found:?}");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
