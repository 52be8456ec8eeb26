//! Daily verbs that stand in no other journey: joining, splitting and linking conversations, what is to be done, calls,
//! words that are taken out, one text to several, copying by keys, lists of one's own.

use super::desk::{BUSINESS, Desk, KETTLE, Letter, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailer::Mailer;

const LAMP: Letter<'static> = Letter { from: "Budi <budi@home.example>", subject: "The lamp is dark", ..KETTLE };

/// The number of the conversation that is open, such as `48213`.
async fn number(browser: &Browser) -> Outcome<String> {
    let found = browser.js("return document.querySelector('[data-copy=\"1\"]').dataset.number.slice(1)", &[]).await?;
    Ok(found.as_str().ok_or("no number")?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_conversations_become_one_after_a_look_and_two_again() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    desk.deliver(&LAMP).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, LAMP.subject).await?;
    let lamp = number(&browser).await?;
    desk.open_conversation(&browser, KETTLE.subject).await?;
    let kettle = number(&browser).await?;
    browser.click("[popovertarget=convo-menu]").await?;
    browser.type_into("#merge-number", &lamp).await?;
    browser.click("form:has(#merge-number) button").await?;

    // The look: in which order they would read, before anything is done.
    browser.wait_for_text("How they read as one").await?;
    browser.wait_for_text("The order of what was said").await?;
    assert_eq!(browser.js("return document.querySelectorAll('#order-h + ol > li').length", &[]).await?, 2);
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("button[name=act][value=merge]").await?;
    browser.wait_for_text(&format!("#{kettle} is part of this conversation now.")).await?;
    browser
        .wait_for_js(
            "return document.querySelectorAll('#convo article[data-direction=in], #convo article.msg').length >= 2",
        )
        .await?;
    // The old number leads here.
    browser.goto(&desk.server.url(&format!("/c/{kettle}"))).await?;
    browser.find("#convo").await?;
    assert_eq!(number(&browser).await?, lamp);

    browser.click_role("button", "Take it apart again").await?;
    browser.wait_for_js(&format!("return document.querySelector('[data-copy=\"1\"]')?.dataset.number === '#{kettle}' || !document.body.innerText.includes('Take it apart again')")).await?;
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.wait_for_js("return document.querySelectorAll('#inbox-list .convo-row').length === 2").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_newcomer_wrote_becomes_a_conversation_of_its_own_and_is_linked() -> Outcome {
    let desk = Desk::open(0).await?;
    let (from, mail) = KETTLE.compose(BUSINESS)?;
    Mailer::deliver(desk.server.lmtp()?, &from, BUSINESS, mail.as_bytes()).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    let kettle = number(&browser).await?;
    // Somebody who had her mail from her answers it.
    let hers = mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")).ok_or("no Message-ID")?;
    let other = Letter {
        from: "Bodil Krogh <bodil@home.example>",
        subject: "Re: The kettle whistles on its own",
        text: "Hi,\r\n\r\nmine leaks, that is another matter.\r\n\r\nBodil\r\n",
        answers: None,
    };
    let (from, mail) = other.compose(BUSINESS)?;
    let mail = format!("In-Reply-To: {hers}\r\nReferences: {hers}\r\n{mail}");
    Mailer::deliver(desk.server.lmtp()?, &from, BUSINESS, mail.as_bytes()).await?;
    browser.wait_for_text("mine leaks").await?;
    browser.click_role("button", "Make it a conversation of its own").await?;
    browser.wait_for_js("return document.querySelector('#convo') && document.body.innerText.includes('mine leaks') && !document.body.innerText.includes('in the middle of the night')").await?;
    let leak = number(&browser).await?;

    // Both are called the same now.
    browser.goto(&desk.server.url(&format!("/c/{kettle}"))).await?;
    browser.click("[popovertarget=link-menu]").await?;
    browser.type_into("#link-number", &leak).await?;
    browser.click("#link-menu form button").await?;
    let remove = format!("Remove the link with #{leak}");
    browser.find_by_role("button", &remove).await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", &remove).await?;
    browser.wait_for_js("return document.querySelector('#convo') && !document.querySelector('form[action$=\"/links\"] [name=kind][value=none]')").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_done_is_ticked_off_and_a_call_is_written_down() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    for what in ["Ask the workshop", "Send a new lid"] {
        browser.type_into("#checklist-text", what).await?;
        browser.click("form:has(#checklist-text) button").await?;
        browser.find_by_role("button", &format!("Tick off: {what}")).await?;
    }
    browser.click_role("button", "Tick off: Ask the workshop").await?;
    browser.find_by_role("button", "Not done after all: Ask the workshop").await?;
    browser.wait_for_text("1/2").await?;
    browser.click_role("button", "Move up: Send a new lid").await?;
    browser.wait_for_js("return document.querySelector('#checklist li')?.innerText.includes('Send a new lid')").await?;

    // A call, by its key.
    browser.js("document.activeElement.blur()", &[]).await?;
    browser.press("l").await?;
    browser.find("#contact-body").await?;
    browser.type_into("#minutes", "12").await?;
    browser.type_into("#contact-body", "Told Ines that the lid is on its way.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("form.card button.primary").await?;
    browser.wait_for_text("Call to Ines Sandvik").await?;
    browser.wait_for_text("12 min").await?;
    assert!(browser.text().await?.contains("Told Ines that the lid is on its way."));
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_taken_out_for_good_and_a_card_number_is_masked_at_one_press() -> Outcome {
    let desk = Desk::open(0).await?;
    let text = "Hello,\r\n\r\nmy door code is 4711-AB, and my card is 4111 1111 1111 1111.\r\n\r\nInes\r\n";
    desk.deliver(&Letter { text, ..KETTLE }).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    browser.click("#cards button").await?;
    browser.wait_for_js("return !document.querySelector('#cards')").await?;
    assert!(!browser.text().await?.contains("4111 1111 1111 1111"));

    browser.click("a[href$='/redact']").await?;
    browser.type_into("#words", "4711-AB").await?;
    browser.type_into("#why", "A code of her house").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click_role("button", "Take out for good").await?;
    browser.wait_for_text("Words were taken out of this message").await?;
    let left = browser.text().await?;
    assert!(left.contains("my door code is") && !left.contains("4711-AB"), "{left}");
    // It cannot be found by the words, either.
    browser.goto(&desk.server.url("/search?q=4711-AB")).await?;
    browser.find("#main").await?;
    assert!(!browser.text().await?.contains(KETTLE.subject));
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_text_goes_to_several_by_name_and_its_number_is_copied_by_keys() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    desk.deliver(&LAMP).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/inbox?view=all")).await?;
    browser.find("#inbox-list .convo-row").await?;
    for n in [1, 2] {
        browser.click(&format!("#inbox-list li.convo-row:nth-of-type({n}) .box")).await?;
    }
    browser.click(".bulk button[value=more]").await?;
    browser.type_into("#body", "Hello {{customer.first_name}}, our workshop is closed on Friday.").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click("button[name=act][value=reply]").await?;
    browser.wait_for_text("2 conversations done.").await?;
    let sent = desk.sink.wait_for(2).await?;
    for name in ["Hello Ines,", "Hello Budi,"] {
        assert!(sent.iter().any(|mail| text_of(mail).contains(name)), "{name}");
    }

    browser.goto(&desk.server.url("/inbox?view=all&state=waiting")).await?;
    browser.goto(&desk.server.url("/search?q=kettle")).await?;
    browser.click_role("link", KETTLE.subject).await?;
    browser.find("#convo").await?;
    let number = number(&browser).await?;
    let address = desk.server.url(&format!("/c/{number}"));
    for (keys, copied) in [
        (".", format!("Copied: #{number}")),
        ("..", format!("Copied: #{number} {}", KETTLE.subject)),
        ("...", format!("Copied: #{number} {} {address}", KETTLE.subject)),
    ] {
        browser.press(keys).await?;
        browser.wait_for_text(&copied).await?;
    }
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_ones_own_stands_in_the_sidebar_and_counts_what_comes() -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    desk.deliver(&LAMP).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/settings/views/new")).await?;
    browser.fill("What the view is called", "Kettles").await?;
    browser.js("const all = document.querySelector('#add-0'); all.value = [...all.options].find(one => one.text === 'Words in the subject').value", &[]).await?;
    browser.click("button[name=do][value=add-0]").await?;
    browser.type_into("#main input[name=value][autocomplete=off]", "kettle").await?;
    assert_eq!(browser.axe().await?, vec![]);
    browser.click(".save-bar button.primary, form button.primary").await?;
    browser.find("#inbox-list").await?;
    browser.wait_for_js("return document.querySelectorAll('#inbox-list .convo-row').length === 1").await?;
    browser.wait_for_text("Kettles 1").await?;
    browser
        .wait_for_js("return [...document.querySelectorAll('nav a')].some(link => link.innerText.trim() === 'Kettles')")
        .await?;

    let (_, mail) = Letter { subject: "Another kettle that sings", ..KETTLE }.compose(BUSINESS)?;
    Mailer::deliver(desk.server.lmtp()?, "ines@home.example", BUSINESS, mail.as_bytes()).await?;
    browser.wait_for_js("return document.querySelectorAll('#inbox-list .convo-row').length === 2").await?;
    browser.wait_for_text("Kettles 2").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
