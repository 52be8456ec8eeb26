//! The customer's side of a request: the link in a mail opens its page, without a sign-in; there one reads, answers
//! and settles it.

use super::desk::{Desk, KETTLE, Letter, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;

#[tokio::test(flavor = "multi_thread")]
async fn the_link_in_a_mail_opens_the_request_and_its_customer_answers_and_settles_it() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.type_into("#reply textarea", "Which kettle is it?").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    let text = text_of(&sent);
    let token = text.split("/r/").nth(1).and_then(|rest| rest.split_whitespace().next());
    let page = desk.server.url(&format!("/r/{}", token.ok_or(format!("no link in {text}"))?));

    // On the telephone, by day and by night.
    browser.viewport(390, 844).await?;
    for scheme in ["light", "dark"] {
        browser.prefers(scheme, false).await?;
        browser.goto(&page).await?;
        browser.wait_for_text("Which kettle is it?").await?;
        assert_eq!(browser.axe().await?, vec![], "{scheme}");
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(browser.js(wide, &[]).await?, false, "nothing sticks out");
    }
    // What was typed survives a browser that is closed; sent, it is gone.
    browser.type_into("#body", "The red one.").await?;
    browser.goto(&page).await?;
    browser.wait_for_js("return document.querySelector('#body').value === 'The red one.'").await?;
    browser.click_role("button", "Send").await?;
    browser.wait_for_text("Thank you, your answer has arrived.").await?;
    browser.wait_for_js("return document.querySelectorAll('.say.mine').length === 2").await?;
    browser.goto(&page).await?;
    browser.wait_for_js("return document.querySelector('#body').value === ''").await?;

    // What comes meanwhile appears once somebody looks, and what one types stays.
    browser.type_into("#body", "And").await?;
    desk.deliver(&Letter { text: "It is the one from March.\r\n", answers: Some(&sent), ..KETTLE }).await?;
    let look = "document.dispatchEvent(new Event('visibilitychange')); \
                return document.querySelector('#talk').textContent.includes('from March')";
    browser.wait_for_js(look).await?;
    browser.wait_for_js("return document.querySelector('#body').value === 'And'").await?;
    browser.click_role("button", "This is solved, thank you").await?;
    browser.wait_for_text("You can open it again at any time.").await?;
    browser.click_role("button", "It is not solved after all").await?;
    browser.wait_for_text("We have opened it again").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    browser.picture("request").await?;
    browser.viewport(1440, 900).await?;
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser
        .wait_for_js("return !!document.querySelector('[aria-label=\"Written on the page of the request\"]')")
        .await?;
    // Withdrawn, the link opens nothing.
    browser.click_role("button", "More").await?;
    browser.click_role("button", "Withdraw the customer’s link").await?;
    browser.wait_for_js("return /Kari Moen withdrew the customer/.test(document.body.textContent)").await?;
    browser.goto(&page).await?;
    browser.wait_for_js("return !document.querySelector('#talk')").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_asks_for_a_link_and_finds_what_is_theirs() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    browser.viewport(390, 844).await?;
    browser.goto(&desk.server.url("/my")).await?;
    assert_eq!(browser.axe().await?, vec![]);
    // Her letter may still be on its way in: who is no customer yet is sent nothing.
    let mut tries = 0;
    let sent = loop {
        browser.goto(&desk.server.url("/my")).await?;
        browser.type_into("#email", "ines@home.example").await?;
        browser.click_role("button", "Mail me a link").await?;
        browser.wait_for_text("Look into your mail").await?;
        tries += 1;
        match desk.sink.wait_for(1).await {
            Ok(mut mails) => break mails.remove(0),
            Err(why) if tries == 3 => return Err(why),
            Err(_) => {}
        }
    };
    let text = text_of(&sent);
    let secret = text.split("/my/in/").nth(1).and_then(|rest| rest.split_whitespace().next());
    browser.goto(&desk.server.url(&format!("/my/in/{}", secret.ok_or(format!("no link in {text}"))?))).await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", "Show my requests").await?;
    browser.wait_for_text(KETTLE.subject).await?;
    for scheme in ["light", "dark"] {
        browser.prefers(scheme, false).await?;
        browser.goto(&desk.server.url("/my")).await?;
        browser.wait_for_text(KETTLE.subject).await?;
        assert_eq!(browser.axe().await?, vec![], "{scheme}");
    }
    browser.picture("my-requests").await?;
    browser.click(".requests a").await?;
    browser.wait_for_text("my kettle whistles").await?;
    // The head of the page leads there as well; this is the way a reader of the request goes back.
    browser.click(".crumbs a").await?;
    browser.click_role("button", "Sign out everywhere").await?;
    browser.find("#email").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_form_is_made_and_filled_in_and_its_address_confirmed() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/forms/new")).await?;
    browser.type_into("#names-en", "Returns").await?;
    browser.click_role("button", "Add a question").await?;
    browser.type_into("#labels-0-en", "Order number").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", "Save").await?;
    browser.wait_for_text("/contact/returns").await?;

    browser.viewport(390, 844).await?;
    for scheme in ["light", "dark"] {
        browser.prefers(scheme, false).await?;
        browser.goto(&desk.server.url("/contact")).await?;
        browser.wait_for_text("Order number").await?;
        assert_eq!(browser.axe().await?, vec![], "{scheme}");
    }
    browser.picture("contact").await?;
    browser.type_into("#email", "ines@home.example").await?;
    browser.click_role("button", "Send").await?;
    browser.wait_for_text("There is no text yet.").await?;
    // The browser writes down that the form was not taken, and nothing else.
    let errors = browser.console_errors().await?;
    assert!(errors.iter().all(|error| error.contains("status of 422")), "{errors:?}");
    browser.type_into("#body", "The lid is loose.").await?;
    browser.type_into("#q-0", "A-17").await?;
    browser.click_role("button", "Send").await?;
    browser.wait_for_text("Thank you, it has arrived").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    let text = text_of(&sent);
    assert!(!text.contains("lid") && !text.contains("A-17") && !text.contains("/r/"), "{text}");
    let secret = text.split("/my/in/").nth(1).and_then(|rest| rest.split_whitespace().next());
    let link = desk.server.url(&format!("/my/in/{}", secret.ok_or(format!("no link in {text}"))?));

    browser.viewport(1440, 900).await?;
    desk.open_conversation(&browser, "Returns").await?;
    browser.wait_for_text("nobody has confirmed this address yet").await?;
    browser.wait_for_text("Order number: A-17").await?;
    browser.goto(&link).await?;
    browser.click_role("button", "Show my requests").await?;
    browser.wait_for_text("Returns").await?;
    desk.open_conversation(&browser, "Returns").await?;
    browser.wait_for_text("The customer confirmed that the address is theirs").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
