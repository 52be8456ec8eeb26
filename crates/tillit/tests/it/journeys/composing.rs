//! What goes out beside a plain reply: copies, what is passed on, replies that wait; and that what is typed stays.

use mail_parser::{Address, Message, MessageParser, MimeHeaders};

use super::desk::{BUSINESS, Desk, KETTLE, address_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailer::Mailer;
use crate::harness::server::Launch;
use crate::harness::sink::Kept;

const TYPED: &str = "return document.querySelector('#reply textarea')?.value";
const MESSAGES: &str = "return document.querySelectorAll('article.msg').length";
const OLA: &str = "ola@home.example";
const WORKSHOP: &str = "workshop@brekkesund.example";

/// A mail to us and to somebody else, with a file.
const WITH_OTHERS: &str = "From: Ines Sandvik <ines@home.example>\r\nTo: hei@brekkesund.example\r\n\
    Cc: Ola Brekke <ola@home.example>\r\nSubject: The lid is cracked\r\nMessage-ID: <lid@home.example>\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=edge\r\n\r\n--edge\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\r\nHere is how it looks now.\r\n--edge\r\n\
    Content-Type: text/csv; name=\"sizes.csv\"\r\nContent-Disposition: attachment; filename=\"sizes.csv\"\r\n\r\n\
    lid,14\r\n--edge--\r\n";

const INES: &str = "ines@home.example";

/// Mails of one thread.
fn kettle(id: &str, text: &str) -> String {
    format!(
        "From: Ines Sandvik <{INES}>\r\nTo: {BUSINESS}\r\nSubject: {}\r\nMessage-ID: <{id}@home.example>\r\n\
         References: <first@home.example>\r\n\r\n{text}\r\n",
        KETTLE.subject
    )
}

fn parsed(kept: &Kept) -> Outcome<Message<'_>> {
    Ok(MessageParser::default().parse(&kept.bytes).ok_or("a mail")?)
}

fn addresses(of: Option<&Address<'_>>) -> Vec<String> {
    of.into_iter().flat_map(Address::iter).filter_map(|one| one.address().map(str::to_owned)).collect()
}

async fn bring(desk: &Desk, from: &str, to: &str, mail: &str) -> Outcome {
    let reply = Mailer::deliver(desk.server.lmtp()?, from, to, mail.as_bytes()).await?;
    if reply.is_yes() { Ok(()) } else { Err(format!("the mail was refused: {}", reply.text).into()) }
}

/// An answer as mail programs write it, to wherever the mail asks for.
async fn answer(desk: &Desk, from: &str, to: &Kept, text: &str) -> Outcome {
    let mail = parsed(to)?;
    let own = mail.message_id().ok_or("a Message-ID")?;
    let back = addresses(mail.reply_to().or_else(|| mail.from())).remove(0);
    let answer = format!(
        "From: {from}\r\nTo: {back}\r\nSubject: Re: {}\r\nMessage-ID: <{}.{own}>\r\nIn-Reply-To: <{own}>\r\n\
         References: <{own}>\r\n\r\n{text}\r\n",
        mail.subject().unwrap_or_default(),
        from.len(),
    );
    bring(desk, from, &back, &answer).await
}

async fn is_kept(browser: &Browser) -> Outcome {
    let gone = "return Object.keys(localStorage).every(key => !key.startsWith('tillit.draft'))";
    browser.wait_for_text("Kept as a draft").await?;
    browser.wait_for_js(gone).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_reach_whom_they_should_hidden_ones_are_seen_by_nobody_and_files_go_along() -> Outcome {
    let desk = Desk::open(0).await?;
    bring(&desk, "ines@home.example", BUSINESS, WITH_OTHERS).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, "The lid is cracked").await?;

    // To all who stood in the mail, and to one whom nobody sees.
    browser.click_role("link", "Reply to all (1 more)").await?;
    browser.type_into("#reply-bcc", &format!("{WORKSHOP}, oops")).await?;
    browser.type_into("#reply textarea", "A new lid is on its way.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.wait_for_text("“oops” is not a whole mail address").await?;
    assert_eq!(browser.js(TYPED, &[]).await?, "A new lid is on its way.");
    browser.fill("Hidden copy", WORKSHOP).await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    let sent = desk.sink.wait_for(1).await?.remove(0);
    assert_eq!(sent.to, ["ines@home.example", OLA, WORKSHOP]);
    let mail = parsed(&sent)?;
    assert_eq!(
        (addresses(mail.to()), addresses(mail.cc())),
        (vec!["ines@home.example".to_owned()], vec![OLA.to_owned()])
    );
    assert!(mail.bcc().is_none() && !sent.text().contains(WORKSHOP), "{}", sent.text());
    browser.wait_for_text(&format!("hidden copy to {WORKSHOP}")).await?;

    // Whoever was written to takes part.
    answer(&desk, OLA, &sent, "I can fetch it, too.").await?;
    browser.wait_for_text("I can fetch it, too.").await?;
    assert!(!browser.text().await?.contains("New here"), "{}", browser.text().await?);

    // Passed on, with its file.
    browser.click("article.msg a[href*='compose=forward']").await?;
    browser.find("#forward-to").await?;
    browser.wait_for_text("sizes.csv").await?;
    browser.type_into("#forward-to", WORKSHOP).await?;
    browser.type_into("#forward textarea", "Which lid is this?").await?;
    browser.click_role("button", "Forward Ctrl ↵").await?;
    let passed_on = desk.sink.wait_for(2).await?.remove(1);
    assert_eq!(passed_on.to, [WORKSHOP]);
    let mail = parsed(&passed_on)?;
    let text = mail.body_text(0).unwrap_or_default();
    assert!(text.contains("Which lid is this?") && text.contains("Here is how it looks now."), "{text}");
    let files: Vec<_> = mail.attachments().map(|file| (file.attachment_name(), file.contents())).collect();
    assert_eq!(files.len(), 1, "{}", passed_on.text());
    assert_eq!(files[0].0, Some("sizes.csv"));
    assert!(files[0].1.starts_with(b"lid,14"), "{:?}", files[0]);
    answer(&desk, WORKSHOP, &passed_on, "It is the small one.").await?;
    browser.wait_for_text("It is the small one.").await?;
    assert_eq!(browser.js(MESSAGES, &[]).await?, 5);
    let found = browser.axe().await?;
    assert!(found.is_empty(), "{found:?}");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_there_again_and_sending_stops_at_what_came_meanwhile() -> Outcome {
    let desk = Desk::open(0).await?;
    bring(&desk, INES, BUSINESS, &kettle("first", "Is that meant to be?")).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, KETTLE.subject).await?;
    let page = browser.url().await?;
    browser.type_into("#reply textarea", "It is not meant to.").await?;
    is_kept(&browser).await?;
    browser.goto(&page).await?;
    assert_eq!(browser.js(TYPED, &[]).await?, "It is not meant to.", "it came from the server");

    // At another computer it is there as well; for a colleague it is not.
    let Some(other) = Browser::start().await? else { return Ok(()) };
    other.viewport(1440, 900).await?;
    other.goto(&desk.user(&["user", "link", &address_of("Kari Moen")])?).await?;
    other.goto(&page).await?;
    assert_eq!(other.js(TYPED, &[]).await?, "It is not meant to.");
    other.driver().delete_all_cookies().await?;
    other.goto(&desk.invite("Jonas Lie", "agent", "en")?).await?;
    other.goto(&page).await?;
    assert_eq!(other.js(TYPED, &[]).await?, "", "a draft is one's own");

    // He writes a note, the customer writes again: sending stops and shows both.
    other.click("a[data-show=note]").await?;
    other.type_into("#note textarea", "I have called her.").await?;
    other.click_role("button", "Save note Ctrl ↵").await?;
    browser.wait_for_text("I have called her.").await?;
    bring(&desk, INES, BUSINESS, &kettle("second", "Now it sings, too.")).await?;
    browser.wait_for_text("Now it sings, too.").await?;
    browser.click_role("button", "Send and wait Ctrl ↵").await?;
    browser.wait_for_text("Something newer has come in.").await?;
    browser.picture("newer").await?;
    let newer = browser.find("#newer").await?.text().await?;
    assert!(newer.contains("I have called her.") && newer.contains("Now it sings, too."), "{newer}");
    assert_eq!(browser.js(TYPED, &[]).await?, "It is not meant to.");
    assert!(desk.sink.kept().is_empty());
    let found = browser.axe().await?;
    assert!(found.is_empty(), "{found:?}");
    browser.click_role("button", "Send anyway Ctrl ↵").await?;
    let sent = desk.sink.wait_for(1).await?;
    assert!(sent[0].text().contains("It is not meant to."));
    browser.wait_for_js("return document.querySelector('#reply textarea')?.value === ''").await?;
    browser.goto(&page).await?;
    assert_eq!(browser.js(TYPED, &[]).await?, "", "what was sent is no draft");
    other.quit().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_waits_for_its_time_can_be_changed_and_cancelled_and_goes_when_the_clock_passes_it() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let server = Launch::demo(7)?.with(["--conversations", "40"]).start().await?;
    browser.viewport(1440, 900).await?;
    browser.goto(&server.sign_in_link().await?).await?;
    browser.find("#inbox-list").await?;
    browser.click("#demobar button[value=pause]").await?;
    browser.find("#demobar button[value=run]").await?;
    browser.goto(&server.url("/inbox?view=all")).await?;
    browser.click(".convo-row a").await?;
    browser.find("#reply textarea").await?;
    let later = async |text: &str| {
        browser.type_into("#reply textarea", text).await?;
        browser.click("[popovertarget=send-menu]").await?;
        browser.click("#send-menu button[name=later]").await?;
        browser.wait_for_text("This reply waits for its time.").await
    };
    later("It comes on Fri").await?;
    browser.click_role("button", "Edit").await?;
    browser.wait_for_js("return document.querySelector('#reply textarea')?.value === 'It comes on Fri'").await?;
    later("day.").await?;
    browser.wait_for_text("It comes on Friday.").await?;
    browser.click_role("button", "Cancel the reply").await?;
    browser.wait_for_js("return !document.body.innerText.includes('This reply waits for its time.')").await?;
    browser
        .wait_for_js("return document.querySelectorAll('article.msg.ours header [href$=\"#i-send\"]').length === 0")
        .await?;
    browser.js("document.querySelector('#reply textarea').value = ''", &[]).await?;
    later("It comes on Monday.").await?;
    // Nobody writes meanwhile in a demo that stands still; a day later it has gone.
    browser.click("#demobar button[value=day]").await?;
    browser.find("#reply textarea").await?;
    let sent = "return [...document.querySelectorAll('article.msg.ours')].some(message => \
        message.innerText.includes('It comes on Monday.') && message.querySelector('header').innerText.includes('Sent'))";
    browser.wait_for_js(sent).await?;
    assert!(!browser.text().await?.contains("It comes on Friday."), "{}", browser.text().await?);
    browser.quit().await
}
