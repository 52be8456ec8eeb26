//! Walks every page as each role in each language and uses every control, without knowing any of them.
//!
//! A page fails for an answer of 4xx or 5xx, an error in the console, a text that is not translated, anything that
//! axe-core objects to, and a page that moves sideways; a control fails when its use changes nothing. The sample takes
//! one role and language for the controls, one look of each page and a few of the ways that a page can be asked in;
//! `TILLIT_CRAWL=full` takes all that differ; `TILLIT_CRAWL_AS=owner-en` takes of the walks with controls that one
//! alone, for each lasts long and two can go beside each other.

mod walk;
mod words;

use std::collections::BTreeSet;

use walk::{Crawl, Depth, Part};
use words::LANGUAGES;

use super::desk::{BUSINESS, Desk, KETTLE, Letter, address_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailer::Mailer;

const PASSWORD: &str = "fire sauer og en fjord";

/// Letters of every kind that a page may have to show.
async fn seeded() -> Outcome<Desk> {
    let desk = Desk::open(3).await?;
    desk.deliver(&KETTLE).await?;
    let long = "Saya sudah menunggu lama. ".repeat(60);
    let others = [
        ("Budi Santoso <budi@home.example>", "Lampu tidak menyala", long.as_str()),
        ("Bodil Krogh <bodil@home.example>", "Lampen blinker", "Hej,\r\n\r\nlampen blinker.\r\n\r\nBodil\r\n"),
        ("Åsa Lind <asa@home.example>", "", "Hej,\r\n\r\nvar är mitt paket?\r\n\r\n> citerat\r\n> mer\r\n"),
    ];
    for (from, subject, text) in others {
        desk.deliver(&Letter { from, subject, text, answers: None }).await?;
    }
    let raw: [&[u8]; 3] = [
        b"From: \"bank@real.example\" <x@home.example>\r\nTo: hei@brekkesund.example\r\nSubject: All of my papers\r\nMessage-ID: <f1@home.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\nContent-Type: text/plain; name=note.txt\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\nhello\r\n--b--\r\n",
        b"From: robot@home.example\r\nTo: hei@brekkesund.example\r\nSubject: Out of office\r\nMessage-ID: <a1@home.example>\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n",
        b"this is no mail at all",
    ];
    for mail in raw {
        Mailer::deliver(desk.server.lmtp()?, "x@home.example", BUSINESS, mail).await?;
    }
    Ok(desk)
}

/// A crawl as one person with a password; None where there is no browser.
async fn crawl_as<'a>(
    desk: &'a Desk,
    part: Part,
    name: &str,
    role: &str,
    language: &str,
) -> Outcome<Option<Crawl<'a>>> {
    let Some(browser) = desk.enter(name, role, language).await? else { return Ok(None) };
    browser.goto(&desk.server.url("/profile")).await?;
    browser.type_into("#password", PASSWORD).await?;
    browser.click("form[action='/profile/password'] button").await?;
    browser.find("#current").await?;
    if ["admin", "owner"].contains(&role) {
        // A business without a name cannot be saved, and every form is to be.
        browser.goto(&desk.server.url("/settings/business")).await?;
        browser.type_into("#name", "Brekkesund").await?;
        browser.click("form[action='/settings/business'] button.primary").await?;
        browser.find(".callout[data-tone=ok]").await?;
    }
    Crawl::begin(desk, browser, part, &address_of(name), PASSWORD).map(Some)
}

fn verdict(wrong: &BTreeSet<String>) -> Outcome {
    let all: Vec<&str> = wrong.iter().map(String::as_str).collect();
    if all.is_empty() { Ok(()) } else { Err(format!("{} things are wrong:\n{}", all.len(), all.join("\n")).into()) }
}

/// Whether the walk with controls as this person is wanted in this run.
fn is_wanted(role: &str, language: &str) -> bool {
    std::env::var("TILLIT_CRAWL_AS").map_or(true, |only| only == format!("{role}-{language}"))
}

fn is_full() -> bool {
    std::env::var("TILLIT_CRAWL").as_deref() == Ok("full")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_control_of_the_desk_does_something_and_every_page_is_clean() -> Outcome {
    Box::pin(every_control(Part::Desk, "/inbox")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_control_of_the_settings_does_something_and_every_page_is_clean() -> Outcome {
    Box::pin(every_control(Part::Settings, "/settings")).await
}

async fn every_control(part: Part, start: &str) -> Outcome {
    let desk = seeded().await?;
    desk.invite("Jonas Berg", "agent", "en")?;
    let walks: &[(&str, &str)] = if is_full() {
        &[("owner", "en"), ("admin", "nb"), ("agent", "en"), ("agent", "nb"), ("light", "en")]
    } else {
        &[("admin", "en")]
    };
    let mut wrong = BTreeSet::new();
    for (role, language) in walks.iter().filter(|(role, language)| is_wanted(role, language)) {
        let name = format!("{role}-{language} Moen");
        let Some(mut crawl) = Box::pin(crawl_as(&desk, part, &name, role, language)).await? else { return Ok(()) };
        Box::pin(crawl.pages(start, Depth::Whole)).await?;
        Box::pin(crawl.controls()).await?;
        wrong.append(&mut crawl.wrong());
    }
    verdict(&wrong)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_whole_in_the_first_languages() -> Outcome {
    Box::pin(every_page(|index| index < 3)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_whole_in_the_other_languages() -> Outcome {
    Box::pin(every_page(|index| index >= 3)).await
}

/// For each role.
async fn every_page(which: impl Fn(usize) -> bool) -> Outcome {
    let desk = seeded().await?;
    let mut wrong = BTreeSet::new();
    for (index, language) in LANGUAGES.into_iter().enumerate().filter(|(index, _)| which(*index)) {
        // Each role and each language; every pair of them in the full walk.
        let all = ["light", "admin", "agent", "owner"];
        let roles: &[&str] = if is_full() { &all } else { &[all[index % all.len()]] };
        for role in roles {
            let name = format!("{role}-{language} Moen");
            let Some(mut crawl) = Box::pin(crawl_as(&desk, Part::Everything, &name, role, language)).await? else {
                return Ok(());
            };
            let depth = if is_full() { Depth::Whole } else { Depth::Words };
            Box::pin(crawl.pages("/inbox", depth)).await?;
            wrong.append(&mut crawl.wrong());
        }
    }
    verdict(&wrong)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_before_the_desk_are_clean_and_every_control_does_something() -> Outcome {
    let desk = seeded().await?;
    // Somebody who can sign in; the walk itself begins outside.
    if crawl_as(&desk, Part::Everything, "Kari Moen", "admin", "en").await?.is_none() {
        return Ok(());
    }
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    browser.viewport(1440, 900).await?;
    let mut crawl = Crawl::begin(&desk, browser, Part::Everything, &address_of("Kari Moen"), PASSWORD)?;
    Box::pin(crawl.pages("/signin", Depth::Whole)).await?;
    // What customers see without having written.
    Box::pin(crawl.pages("/my", Depth::Whole)).await?;
    Box::pin(crawl.controls()).await?;
    verdict(&crawl.wrong())
}
