//! The first hour of a business, whole: an empty folder, a link, a mailbox at a real mail server, old mail left in
//! peace, and then a customer who writes, is answered in the browser, and answers back.

use mail_parser::{Address, Message, MessageParser};

use super::desk::Letter;
use super::first_run::sign_up;
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailhost::{MailHost, PASSWORD};
use crate::harness::place::Place;
use crate::harness::server::{Launch, Server};
use crate::harness::sink::Sink;
use crate::harness::wait::wait_until;

const BUSINESS: &str = "hei@brekkesund.example";
const CUSTOMER: &str = "ines@home.example";

/// What lay in the mailbox before: two mails of one matter, and one of another.
const OLD: [&str; 3] = [
    "From: Ola Brekke <ola@home.example>\r\nTo: hei@brekkesund.example\r\nSubject: A hinge\r\n\
     Message-ID: <old-1@home.example>\r\nDate: Mon, 5 Oct 2026 10:00:00 +0200\r\n\r\nDo you sell hinges?\r\n",
    "From: Ola Brekke <ola@home.example>\r\nTo: hei@brekkesund.example\r\nSubject: Re: A hinge\r\n\
     Message-ID: <old-2@home.example>\r\nIn-Reply-To: <old-1@home.example>\r\n\
     Date: Tue, 6 Oct 2026 10:00:00 +0200\r\n\r\nTwo of them, if you do.\r\n",
    "From: Bodil Krogh <bodil@home.example>\r\nTo: hei@brekkesund.example\r\nSubject: Opening hours\r\n\
     Message-ID: <old-3@home.example>\r\nDate: Wed, 7 Oct 2026 10:00:00 +0200\r\n\r\nAre you open on Sunday?\r\n",
];

const KETTLE: Letter<'static> = Letter {
    from: "Ines Sandvik <ines@home.example>",
    subject: "The kettle whistles on its own",
    text: "Hello,\r\n\r\nmy kettle whistles in the middle of the night. Is that meant to be?\r\n\r\nInes\r\n",
    answers: None,
};

/// What carries mail between the business and its customer: Postfix, or our sink where Postfix cannot run.
struct Town {
    host: MailHost,
    sink: Sink,
}

impl Town {
    /// The customer's mails, as soon as there are that many.
    async fn of_customer(&self, count: usize) -> Outcome<Vec<Vec<u8>>> {
        if self.host.smtp().is_some() {
            return self.host.wait_for(CUSTOMER, count).await;
        }
        Ok(self.sink.wait_for(count).await?.into_iter().map(|kept| kept.bytes).collect())
    }

    /// Everything that reached anybody but the business.
    async fn sent_to_anybody(&self) -> Outcome<usize> {
        let mut all = self.sink.kept().len();
        for user in [CUSTOMER, "ola@home.example", "bodil@home.example"] {
            all += self.host.mails(user).await?.len();
        }
        Ok(all)
    }
}

fn parsed(mail: &[u8]) -> Outcome<Message<'_>> {
    Ok(MessageParser::default().parse(mail).ok_or("a mail")?)
}

fn first<'a>(address: Option<&'a Address<'a>>) -> (&'a str, &'a str) {
    let one = address.and_then(Address::first);
    (one.and_then(|one| one.name()).unwrap_or_default(), one.and_then(|one| one.address()).unwrap_or_default())
}

/// Chooses in a field what has no short name on the page: two servers have a port each.
async fn set(browser: &Browser, field: &str, value: &str) -> Outcome {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1]; \
                  field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.js(script, &[field.into(), value.into()]).await.map(drop)
}

/// From the page about the address to the one that shows what would become of the old mails.
async fn settings(browser: &Browser, town: &Town) -> Outcome {
    browser.fill("E-mail address", BUSINESS).await?;
    // Where settings are not looked for in the network, which tests have none of.
    set(browser, "provider", "one").await?;
    browser.click_role("button", "Find the settings").await?;
    browser.find("#fetch_host").await?;
    set(browser, "fetch_host", "localhost").await?;
    set(browser, "fetch_protection", "start_tls").await?;
    set(browser, "fetch_port", &town.host.imap().port().to_string()).await?;
    set(browser, "fetch_user", BUSINESS).await?;
    match town.host.smtp() {
        Some(smtp) => {
            set(browser, "send_host", "localhost").await?;
            set(browser, "send_protection", "start_tls").await?;
            set(browser, "send_port", &smtp.port().to_string()).await?;
            set(browser, "send_user", BUSINESS).await?;
        }
        None => {
            set(browser, "send_host", "127.0.0.1").await?;
            set(browser, "send_protection", "none").await?;
            set(browser, "send_port", &town.sink.address().port().to_string()).await?;
            set(browser, "send_user", "").await?;
        }
    }
    browser.type_into("#fetch_password", "not this one").await?;
    browser.click_role("button", "Try the connection").await?;
    browser.wait_for_text("localhost did not accept the user name and password").await?;
    let goes_on = "return document.querySelectorAll('form[action$=\"/choose\"]').length";
    assert_eq!(browser.js(goes_on, &[]).await?, 0, "one goes on without a password");
    browser.type_into("#fetch_password", PASSWORD).await?;
    browser.click_role("button", "Try the connection").await?;
    browser.wait_for_text("Works. 3 mails lie in INBOX").await?;
    browser.wait_for_text("takes mails from this address. Nothing was sent.").await?;
    browser.picture("tried").await?;
    let found = browser.axe().await?;
    assert!(found.is_empty(), "{found:?}");
    browser.click_role("button", "Continue").await
}

/// Opens the conversation from the inbox, where it is or appears.
async fn open(browser: &Browser, subject: &str) -> Outcome {
    browser.click_role("link", subject).await?;
    browser.find("#reply textarea").await.map(drop)
}

async fn begun(town: &Town, place: &Place) -> Outcome<Server> {
    let authority = town.host.authority();
    let launch = Launch::serve(place)?.with(["--undo-seconds", "1"]);
    launch.environment("SSL_CERT_FILE", &authority.to_string_lossy()).start().await
}

both_engines! {
    async fn from_an_empty_folder_to_an_answered_customer_with_a_real_mail_server(place: Place) -> Outcome {
        let Some(browser) = Browser::start().await? else { return Ok(()) };
        let users = [BUSINESS, CUSTOMER, "ola@home.example", "bodil@home.example"];
        let Some(host) = MailHost::start(&users).await? else { return Ok(()) };
        let town = Town { host, sink: Sink::start().await? };
        for mail in OLD {
            town.host.put(BUSINESS, mail.as_bytes())?;
        }
        let server = begun(&town, &place).await?;
        browser.viewport(1440, 900).await?;
        browser.goto(&server.sign_in_link().await?).await?;
        sign_up(&browser).await?;
        browser.wait_for_text("Password of the mailbox").await?;

        settings(&browser, &town).await?;
        browser.wait_for_text("These 3 mails would become 2 conversations.").await?;
        browser.picture("dry-run").await?;
        browser.click("input[name=start][value=everything]").await?;
        browser.click_role("button", "Connect the mailbox").await?;
        browser.wait_for_text("The mailbox is connected").await?;
        browser.picture("connected").await?;

        // The old mails come, as old ones.
        browser.goto(&server.url("/inbox?view=all")).await?;
        browser.find("#inbox-list").await?;
        browser.wait_for_js("return document.querySelectorAll('.convo-row').length === 2").await?;

        // The desk stays open; the new one appears by itself.
        browser.js("window.__same = true", &[]).await?;
        let (from, mail) = KETTLE.compose(BUSINESS)?;
        town.host.bring(&from, BUSINESS, mail.as_bytes()).await?;
        browser.wait_for_text(KETTLE.subject).await?;
        assert_eq!(browser.js("return window.__same === true", &[]).await?, true, "the inbox was loaded again");
        assert_eq!(town.sent_to_anybody().await?, 0, "nobody was written to by connecting");

        open(&browser, KETTLE.subject).await?;
        browser.type_into("#reply textarea", "It is not. We send you a new lid.").await?;
        browser.click_role("button", "Send and wait Ctrl ↵").await?;
        let sent = town.of_customer(1).await?.remove(0);
        let reply = parsed(&sent)?;
        let asked = parsed(mail.as_bytes())?;
        assert_eq!(first(reply.from()), ("Ingrid Moen, Brekkesund", BUSINESS));
        assert_eq!(first(reply.to()).1, CUSTOMER);
        assert_eq!(reply.subject(), Some("Re: The kettle whistles on its own"));
        assert_eq!(reply.in_reply_to().as_text(), asked.message_id());
        assert_eq!(reply.references().as_text(), asked.message_id());
        assert!(reply.body_text(0).is_some_and(|text| text.contains("We send you a new lid.")));
        browser.wait_for_js("return document.querySelectorAll('article.msg.ours').length === 1").await?;

        // The customer answers as mail programs do.
        browser.js("window.__same = true", &[]).await?;
        let own = reply.message_id().ok_or("a Message-ID")?;
        let answer = format!(
            "From: Ines Sandvik <{CUSTOMER}>\r\nTo: {to}\r\nSubject: Re: {subject}\r\nMessage-ID: <answer@home.example>\r\n\
             In-Reply-To: <{own}>\r\nReferences: <{asked}> <{own}>\r\n\r\nThank you, that is kind.\r\n",
            to = first(reply.reply_to()).1,
            subject = KETTLE.subject,
            asked = asked.message_id().unwrap_or_default(),
        );
        town.host.bring(CUSTOMER, first(reply.reply_to()).1, answer.as_bytes()).await?;
        browser.wait_for_text("Thank you, that is kind.").await?;
        assert_eq!(browser.js("return window.__same === true", &[]).await?, true, "the page was loaded again");
        assert_eq!(browser.js("return document.querySelectorAll('article.msg').length", &[]).await?, 3);
        browser.goto(&server.url("/inbox?view=all")).await?;
        browser.find("#inbox-list").await?;
        assert_eq!(browser.js("return document.querySelectorAll('.convo-row').length", &[]).await?, 3);
        assert_eq!(town.sent_to_anybody().await?, 1, "one reply, and nothing else, to anybody");
        wait_until("an empty console", async || Ok(browser.console_errors().await?.is_empty().then_some(()))).await?;
        browser.quit().await
    }
}
