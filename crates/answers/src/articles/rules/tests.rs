//! The rules, sentence by sentence, and for whatever is typed.

use proptest::prelude::*;

use super::address::{LENGTH_MAX, slug, unique};
use super::changes::{Kind, between};
use super::markdown::{Titles, show, words};
use super::states::{Act, after, is_older, is_stale, may_read};
use crate::articles::model::{Audience, Reader, State};

fn titles() -> Titles {
    ["Note", "Tip", "Important", "Warning", "Caution"].map(str::to_owned)
}

#[test]
fn titles_of_five_languages_become_plain_addresses() {
    for (title, address) in [
        ("When do I get my money back?", "when-do-i-get-my-money-back"),
        ("Motoren på lastesykkelen stopper i kulda", "motoren-pa-lastesykkelen-stopper-i-kulda"),
        ("Så lämnar du tillbaka en vara – gratis", "sa-lamnar-du-tillbaka-en-vara-gratis"),
        ("Ændre leveringsadressen før afsendelse", "aendre-leveringsadressen-for-afsendelse"),
        ("Bagaimana cara mengganti baterai?", "bagaimana-cara-mengganti-baterai"),
        ("Café Gnist: don't panic", "cafe-gnist-dont-panic"),
        ("???", "article"),
        ("日本", "article"),
        ("", "article"),
    ] {
        assert_eq!(slug(title), address, "{title}");
    }
}

#[test]
fn an_address_is_its_own_and_leads_nowhere_else() {
    assert_eq!(unique("returns", &[]), "returns");
    assert_eq!(unique("returns", &["returns".into(), "returns-2".into()]), "returns-3");
    assert_eq!(unique("search", &[]), "search-2", "the search has that one");
}

#[test]
fn a_text_goes_from_draft_to_review_to_the_world_and_back() {
    let check = |state, live, act, expected| assert_eq!(after(state, live, act), expected, "{state:?} {live} {act:?}");
    check(State::Draft, false, Act::Submit, Some(State::Review));
    check(State::Review, false, Act::Submit, None);
    check(State::Review, false, Act::GiveBack, Some(State::Draft));
    check(State::Draft, false, Act::GiveBack, None);
    check(State::Review, false, Act::Publish, Some(State::Published));
    check(State::Published, true, Act::Publish, None);
    check(State::Published, true, Act::Save, Some(State::Draft));
    check(State::Review, true, Act::Save, Some(State::Review));
    check(State::Draft, true, Act::Withdraw, Some(State::Withdrawn));
    check(State::Draft, false, Act::Withdraw, None);
    check(State::Scheduled, false, Act::Withdraw, Some(State::Withdrawn));
    check(State::Draft, false, Act::Schedule, Some(State::Scheduled));
    check(State::Published, true, Act::Schedule, None);
}

#[test]
fn each_reader_sees_their_own_and_nothing_more() {
    let seen = |reader| Audience::ALL.map(|audience| may_read(reader, audience));
    assert_eq!(seen(Reader::Stranger), [false, false, true]);
    assert_eq!(seen(Reader::Customer), [false, true, true]);
    assert_eq!(seen(Reader::Colleague), [true, true, true]);
}

#[test]
fn translations_grow_older_than_their_original_and_articles_stale() {
    let at = |second| base::Instant::from_second(second).expect("an instant");
    assert!(is_older(at(5), Some(at(6))) && !is_older(at(6), Some(at(6))) && !is_older(at(6), None));
    let day = |day| jiff::civil::date(2026, 11, day);
    assert!(is_stale(Some(day(3)), day(3)) && !is_stale(Some(day(4)), day(3)) && !is_stale(None, day(3)));
}

#[test]
fn markdown_becomes_clean_markup_with_a_table_of_contents() {
    let shown = show("# One\n\ntext\n\n## Two\n\n### One\n\n> [!WARNING]\n> Hot\n\n1. a\n2. b", &titles());
    assert!(shown.html.contains("<h2 id=\"s-one\">One</h2>"), "{}", shown.html);
    assert!(shown.html.contains("<h3 id=\"s-one-2\">One</h3>"), "{}", shown.html);
    assert!(shown.html.contains("markdown-alert-warning") && shown.html.contains(">Warning</p>"), "{}", shown.html);
    assert!(shown.html.contains("<ol>"), "{}", shown.html);
    let anchors: Vec<_> = shown.headings.iter().map(|one| one.anchor.as_str()).collect();
    assert_eq!(anchors, ["s-one", "s-two", "s-one-2"]);
}

#[test]
fn nothing_that_is_typed_runs_or_calls_out() {
    for (typed, never) in [
        ("<script>alert(1)</script>", "<script"),
        ("<h2 id=main>x</h2>\n\n## real", "id=main>"),
        ("[x](javascript:alert(1))", "javascript:"),
        ("[x](data:text/html,hi)", "data:"),
        ("![x](https://evil.example/p.gif)", "evil.example"),
        ("![x](//evil.example/p.gif)", "evil.example"),
        ("<img src=x onerror=alert(1)>", "<img src"),
        ("> [!NOTE] <b onclick=x>hi\n> x", "<b onclick"),
        ("`</code><script>`", "<script"),
    ] {
        let html = show(typed, &titles()).html;
        assert!(!html.contains(never), "{typed}: {html}");
    }
    assert!(show("![A](/help/pictures/abc)", &titles()).html.contains("src=\"/help/pictures/abc\""));
}

#[test]
fn a_link_to_a_film_that_stands_alone_is_a_card() {
    for (typed, card) in [
        ("https://youtu.be/abc", true),
        ("Before.\n\n[How to fold it](https://vimeo.com/12)\n\nAfter.", true),
        ("See https://youtu.be/abc now", false),
        ("https://youtu.be/a https://youtu.be/b", false),
        ("https://youtu.be.elsewhere.example/a", false),
        ("`<p><a href=\"https://youtu.be/a\">x</a></p>`", false),
    ] {
        let html = show(typed, &titles()).html;
        assert_eq!(html.contains("<p class=\"film\"><a href=\"https://"), card, "{typed}: {html}");
        assert!(!html.contains("<iframe"), "{html}");
    }
}

#[test]
fn the_words_of_a_text_are_those_that_are_read() {
    assert_eq!(words("# Head\n\nSome *strong* `E21` [link](https://x.example)\n\n- a\n- b"), {
        "Head\nSome strong E21 link\n\na\n\nb"
    });
}

#[test]
fn versions_are_compared_by_words_within_lines() {
    let all = between("same\nthe old way\n", "same\nthe new way\n");
    let told: Vec<(Kind, &str)> = all.iter().map(|one| (one.kind, one.text.as_str())).collect();
    assert_eq!(told, [(Kind::Same, "same\nthe "), (Kind::Gone, "old"), (Kind::New, "new"), (Kind::Same, " way\n"),]);
}

proptest! {
    #[test]
    fn any_title_has_an_address(title in "\\PC{0,200}") {
        let address = slug(&title);
        prop_assert!(!address.is_empty() && address.len() <= LENGTH_MAX);
        prop_assert!(address.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", address);
        prop_assert!(!address.starts_with('-') && !address.ends_with('-') && !address.contains("--"));
    }

    #[test]
    fn whatever_is_typed_is_shown_without_scripts(typed in "[\\PC\n]{0,300}") {
        let html = show(&typed, &titles()).html.to_lowercase();
        prop_assert!(!html.contains("<script") && !html.contains("<iframe") && !html.contains("javascript:alert"));
        let _ = words(&typed);
    }

    #[test]
    fn what_differs_puts_both_together_again(a in "[ab \n]{0,60}", b in "[ab \n]{0,60}") {
        let all = between(&a, &b);
        let of = |not: Kind| all.iter().filter(|one| one.kind != not).map(|one| one.text.as_str()).collect::<String>();
        prop_assert_eq!(of(Kind::New), a);
        prop_assert_eq!(of(Kind::Gone), b);
    }
}
