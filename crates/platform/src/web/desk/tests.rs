//! The frame holds to the contract with the scripts.

use base::{Language, Role};

use super::*;
use crate::i18n::{I18n, LOCALES};

struct Few;

impl SidebarSource for Few {
    fn sidebar<'a>(&'a self, _: &'a Platform, _: &'a Actor, _: &'a Say, _: &'a str) -> Later<'a, Sidebar> {
        Box::pin(async { Ok(Sidebar::default()) })
    }
    fn settings(&self, _: &Actor, _: &Say, path: &str) -> Vec<Link> {
        vec![Link { href: path.into(), icon: "clock", text: "Hours".into(), current: Current::Page, ..Link::default() }]
    }
    fn keys(&self, _: &Say) -> Vec<KeyGroup> {
        vec![KeyGroup { title: "Move".into(), keys: vec![("Next".into(), vec!["J", "<K>"])] }]
    }
}

fn viewer(language: Language) -> Viewer {
    Viewer {
        actor: Actor::staff("stf_1", Role::Agent),
        name: "<Ingrid> \"Moen\"".into(),
        tag: "tag1".into(),
        say: I18n::new(&[LOCALES]).expect("texts").to(language),
        zone: TimeZone::UTC,
        theme: Theme::Light,
        keys_on: true,
        path: "/inbox".into(),
        boosted: false,
        desk: Desk { sidebar: Arc::new(Few), demo: None, notices: Vec::new() },
    }
}

fn shell(viewer: &Viewer) -> Shell<'_> {
    let link = Link {
        href: "/inbox".into(),
        icon: "inbox",
        text: "Inbox".into(),
        count: Some(3),
        current: Current::Within,
        key: Some("g i"),
        ..Link::default()
    };
    let sidebar = Sidebar { links: vec![link], ..Sidebar::default() };
    Shell {
        viewer,
        sidebar,
        now: Instant::from_second(5).expect("in range"),
        paused: true,
        toast: None,
        bar: None,
        notices: Vec::new(),
        typeface: Typeface::System,
    }
}

fn page(viewer: &Viewer) -> String {
    shell(viewer).page("Inbox", &html! { h1 tabindex="-1" { "Inbox" } }).into_string()
}

#[test]
fn what_everybody_must_know_stands_above_the_page_and_leaves_no_trace_else() {
    let viewer = viewer(Language::En);
    assert!(!page(&viewer).contains("notices"));
    let shell = Shell { notices: vec![html! { div.callout { "Read me" } }], ..shell(&viewer) };
    let page = shell.page("Inbox", &html! { h1 { "Inbox" } }).into_string();
    assert!(page.contains("<div class=\"notices\"><div class=\"callout\">Read me</div></div><h1>"), "{page}");
}

#[test]
fn a_page_fetches_four_files_and_a_typeface_only_where_it_was_chosen() {
    let viewer = viewer(Language::En);
    let files = |page: &str| {
        let named = page.match_indices("=\"/assets/").filter_map(|(at, _)| page[at + 2..].split(['"', '#']).next());
        // The worker is part of the live stream, and fetched once for all pages.
        named.filter(|file| !file.contains("live-worker")).map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    let plain = files(&page(&viewer));
    let three = ["desk.css", "desk.js", "icons.svg"].map(|name| assets::url(name).to_owned());
    assert_eq!(plain, std::collections::BTreeSet::from(three), "with the page itself four requests");
    let shell = Shell { typeface: Typeface::Inter, ..shell(&viewer) };
    let chosen = files(&shell.page("Inbox", &html! { h1 { "Inbox" } }).into_string());
    let more: Vec<&String> = chosen.difference(&plain).collect();
    assert_eq!(more, [assets::url("inter-latin.woff2"), assets::url("inter.css")]);
}

#[test]
fn scripts_find_everything_they_act_on() {
    let page = page(&viewer(Language::En));
    for part in [
        "data-me=\"tag1\"",
        "data-now=\"5000000\" data-paused",
        "data-left-second=\"{n} s\"",
        "data-late-minute=\"{n} min late\"",
        "id=\"main\" tabindex=\"-1\" hx-history-elt",
        "id=\"toasts\" role=\"status\"",
        "id=\"alert\" role=\"alert\"",
        "<template id=\"toast-offline\">",
        "<template id=\"toast-error\">",
        "<template id=\"toast-refused\">",
        "data-key=\"?\"",
        "data-key=\"g i\" aria-keyshortcuts=\"G I\"",
        "aria-current=\"true\"",
        "data-signout",
        "<script defer src=\"/assets/desk.",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    assert!(!page.contains("data-keys") && !page.contains("style=") && !page.contains("onclick"));
}

#[test]
fn keys_that_are_off_say_so() {
    let mut viewer = viewer(Language::Nb);
    viewer.keys_on = false;
    let page = page(&viewer);
    assert!(page.contains("data-keys=\"off\"") && page.contains("profil"), "{page}");
}

#[test]
fn names_and_keys_come_out_as_text() {
    let page = page(&viewer(Language::En));
    assert!(page.contains("&lt;Ingrid&gt; &quot;Moen&quot;") && page.contains("&lt;K&gt;"));
    assert!(!page.contains("<Ingrid>"));
}

#[test]
fn every_language_has_a_countdown_with_a_place_for_the_number() {
    for language in Language::ALL {
        let page = page(&viewer(language));
        assert_eq!(page.matches("{n}").count(), 7, "{language:?}");
        assert!(!page.contains("shell-"), "{language:?} lacks a text");
    }
}

#[test]
fn settings_stand_beside_their_list() {
    let markup = viewer(Language::Sv).settings("T<", "L<", &html! { p { "body" } }).into_string();
    assert!(markup.contains("<h1 tabindex=\"-1\">") && markup.contains("T&lt;") && markup.contains("L&lt;"));
    assert!(markup.contains("aria-current=\"page\"") && markup.contains("<p>body</p>"), "{markup}");
}
