//! What is often written and done: made once, put in by a few keys, one part of it left out, and sent.

use thirtyfour::Key;

use super::desk::{Desk, KETTLE};
use crate::harness::Outcome;

/// A picture of 192 points in each direction.
const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/logo.png");

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_is_made_put_in_by_keys_and_done_with_the_reply() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/macros")).await?;
    browser.click_role("link", "New macro").await?;
    browser.type_into("#name", "Valve sent").await?;
    browser.type_into("#text-en", "Hi {{customer.first_name}}, a valve is on its way.").await?;
    browser.type_into("#tag", "valve, warranty").await?;
    browser.type_into("#picture", PICTURE).await?;
    browser.type_into("#alt", "Where the valve goes").await?;
    browser.click_role("button", "Save").await?;
    browser.click_role("link", "Valve sent").await?;
    let seen = "const all = [...document.querySelectorAll('img[alt=\"Where the valve goes\"]')]; \
                return all.length === 1 && all[0].naturalWidth === 192";
    browser.wait_for_js(seen).await?;
    assert_eq!(browser.axe().await?.len(), 0);
    browser.click_role("button", "Preview").await?;
    browser.wait_for_text("Hi Robin, a valve is on its way.").await?;
    assert_eq!(browser.axe().await?.len(), 0);
    browser.click_role("button", "Save").await?;
    browser.wait_for_text("not used yet").await?;
    assert_eq!(browser.axe().await?.len(), 0);

    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.press("r").await?;
    browser.wait_for_js("return document.activeElement.name === 'body'").await?;
    // In the middle of a line a slash is a slash; at its start it opens the list.
    browser.press(format!("Thanks and/or sorry.{0}{0}/", char::from(Key::Enter))).await?;
    browser
        .wait_for_js(
            "return document.querySelector('#reply-macros:popover-open [data-filter]') === document.activeElement",
        )
        .await?;
    browser.press("vALVE").await?;
    assert_eq!(browser.axe().await?.len(), 0);
    browser.press(Key::Enter + "").await?;
    let typed = "Thanks and/or sorry.\\n\\nHi Ines, a valve is on its way.";
    browser.wait_for_js(&format!("return document.activeElement.value === '{typed}'")).await?;
    browser.press(" Bye!").await?;
    browser.find("#reply-also input[value='tag:valve']:checked").await?;
    let seen = "const one = document.querySelector('#reply-also .shot img'); \
                return one?.alt === 'Where the valve goes' && one.naturalWidth === 192";
    browser.wait_for_js(seen).await?;
    browser.click("#reply-also input[value='tag:warranty']").await?;
    assert_eq!(browser.axe().await?.len(), 0);
    let keys = browser.driver().action_chain().key_down(Key::Control).send_keys(Key::Enter + "").key_up(Key::Control);
    keys.perform().await?;
    browser.click("#thread details.fold[id^='h-'] > summary").await?;
    browser.wait_for_text("Used the macro Valve sent").await?;
    browser.wait_for_text("Tagged valve").await?;
    let sent = desk.sink.wait_for(1).await?;
    let mail = String::from_utf8_lossy(&sent[0].bytes).into_owned();
    assert!(mail.contains("a valve is on its way. Bye!"), "{mail}");
    assert!(mail.contains("[Picture: Where the valve goes]") && mail.contains("Content-Disposition: inline"), "{mail}");
    assert!(mail.contains("multipart/related") && mail.contains("Content-ID:") && mail.contains("<1."), "{mail}");
    let below =
        "return document.querySelector('#thread .said img[alt=\"Where the valve goes\"]')?.naturalWidth === 192";
    browser.wait_for_js(below).await?;
    browser.wait_for_js("return document.querySelectorAll('#reply-also input').length === 0").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
