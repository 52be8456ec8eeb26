//! What must hold of every split, and the replies of eight mail programs in five languages.

use proptest::prelude::*;

use super::{Kind, lines, split};

/// A reply of each program, language and depth, as `=== language | program | depth`, its text and what is new in it.
const REPLIES: &str = include_str!("replies.txt");

struct Reply {
    name: &'static str,
    text: &'static str,
    visible: &'static str,
}

fn replies() -> Vec<Reply> {
    let cases = REPLIES.split("=== ").filter(|case| !case.trim().is_empty());
    let cases = cases.map(|case| {
        let (name, case) = case.split_once('\n').expect("a name");
        let (text, visible) = case.split_once("\n--- visible\n").expect("what is new");
        Reply { name, text, visible: visible.trim() }
    });
    cases.collect()
}

/// What stands below the new text, from its program's first word on.
fn quote(reply: &Reply) -> &'static str {
    reply.text.strip_prefix(reply.visible).unwrap_or_default()
}

#[test]
fn what_is_new_is_found_in_five_languages_and_eight_programs() {
    let replies = replies();
    assert_eq!(replies.len(), 5 * 8 * 2);
    for reply in replies {
        let parts = split(reply.text);
        assert_eq!(parts.visible(), reply.visible, "{}", reply.name);
        assert!(!parts.quoted().is_empty(), "{}", reply.name);
        // What is visible is somebody's text as it is.
        assert_eq!(split(reply.visible).visible(), reply.visible, "again: {}", reply.name);
    }
}

#[test]
fn a_quote_below_and_a_signature_are_folded_and_nothing_is_lost() {
    let text = "It works now, thank you!\n\n-- \nKari\n\n> Does it work?\n";
    let parts = split(text);
    assert_eq!(parts.visible(), "It works now, thank you!");
    assert_eq!(parts.signature(), "-- \nKari");
    assert_eq!(parts.quoted().trim(), "> Does it work?");
    assert!(!parts.is_whole());
    assert_eq!(parts.iter().map(|(_, words)| words).collect::<String>(), text);
}

#[test]
fn a_text_of_quotes_or_signatures_alone_is_shown_whole() {
    for text in ["> only\n> this\n", "Best regards,\nKari\n", "Sent from my iPhone", "-- \nKari\n\n> question"] {
        let parts = split(text);
        assert!(!parts.visible().is_empty(), "{text}");
        assert_eq!(parts.pieces()[0].kind, Kind::Own);
    }
    assert!(split("> only\n> this\n").is_whole());
}

#[test]
fn answers_between_quotes_keep_what_they_answer() {
    let text = "On 20 Nov 2025, at 10:12, Tom <tom@shop.example> wrote:\n> Which size?\n\n28 inches.\n\n> Which colour?\n\nRed.\n\n> Bye\n";
    assert_eq!(split(text).visible(), "> Which size?\n\n28 inches.\n\n> Which colour?\n\nRed.");
}

#[test]
fn an_answer_below_the_quote_stands_alone() {
    let quote = "On 20 Nov 2025, at 10:12, Tom <tom@shop.example> wrote:\n> Which size?\n\n";
    assert_eq!(split(&format!("{quote}28 inches.\n")).visible(), "28 inches.");
    assert_eq!(split(&format!("Hi Tom,\n{quote}28 inches.\n")).visible(), "Hi Tom,\n\n28 inches.");
    assert_eq!(split("> Which size?\n\n28 inches.\n").visible(), "> Which size?\n\n28 inches.", "nobody is named");
}

#[test]
fn a_request_to_answer_above_ends_the_answer() {
    for line in [
        "##- Please type your reply above this line -##",
        "--- Svara ovanför den här raden ---",
        "== Balas di atas baris ini ==",
    ] {
        assert_eq!(split(&format!("Yes.\n\n{line}\n\nHello!")).visible(), "Yes.", "{line}");
    }
    assert!(split("Yes.\n\nWhat do you mean by above this line?\n").is_whole());
}

#[test]
fn a_card_below_a_closing_is_a_signature_and_a_bare_name_is_not() {
    let text = "Det er fint.\n\nMed vennlig hilsen\nKari Nes\nDaglig leder\nNes Bygg AS\nTlf. 22 33 44 55\n";
    assert_eq!(split(text).visible(), "Det er fint.");
    assert!(split("Det er fint.\n\nMed vennlig hilsen\nKari Nes\n").is_whole());
    assert_eq!(split("Fine.\n\nKind regards,\nKari\n").visible(), "Fine.");
}

#[test]
fn what_only_looks_like_a_program_is_somebodys_text() {
    for text in [
        "I want to travel.\n\nFrom: Oslo\nTo: Bergen\nDate: 12 May\n\nTwo seats please.",
        "Pakken er borte.\n\nSendt med Posten i går.",
        "Order:\n\nSize\n-----\nLarge\nSmall\n\nThanks",
        "On Monday in 2019 my friend wrote:\nbuy this lamp",
        "Hello,\nI wrote to you on 12.11.2025 about this:\nthe lamp is broken",
        "Here is the list:\n--first\n--second",
        "Forwarded message:\nmy friend says hello",
        ">From now on I write without programs.\nIs that fine?",
    ] {
        assert!(split(text).is_whole(), "{text}");
    }
}

#[test]
fn headers_in_a_line_of_their_own_language_need_no_table() {
    let text = "Kyllä.\n\n---- Gwreiddiol ----\nOddi wrth: Tom <tom@shop.example>\nAt: ellen@post.example\n\nHelo";
    assert_eq!(split(text).visible(), "Kyllä.");
}

#[test]
fn every_line_is_looked_at_a_few_times_however_evil_the_text() {
    let bombs = [
        ">".repeat(40),
        "On On On wrote:\n".into(),
        "On Mon, 20 Nov 2025 at 10:12\n".into(),
        "On 20 Nov 2025 10:12 <a@b.example> wrote:\n".into(),
        "On 20 Nov 2025 10:12 <a@b.example> wrote:\n> x\n".into(),
        "From: a@b.example\n".into(),
        "From: a@b.example\nSent: x\nTo: y\nSubject: z\n".into(),
        "wrote:\n\n\n\n".into(),
        "-- \n".into(),
        "-----\n".into(),
        "Kind regards,\n".into(),
        "x\n> y\n".into(),
        "-----Original Message-----\n".into(),
        "Sent from my iPhone\n\n".into(),
        "<\n".into(),
    ];
    for bomb in bombs {
        let steps = |times: usize| {
            lines::LOOKS.set(0);
            let text = bomb.repeat(times);
            let parts = split(&text);
            assert_eq!(parts.pieces().last().map(|piece| piece.range.end), Some(text.len()));
            lines::LOOKS.get().max(times)
        };
        let (small, large) = (steps(500), steps(4000));
        assert!(large <= small * 10, "{bomb:?}: {small} looks, then {large}");
    }
}

proptest! {
    #[test]
    fn the_pieces_together_are_the_text(text in "(?s).{0,400}") {
        let parts = split(&text);
        prop_assert_eq!(parts.iter().map(|(_, words)| words).collect::<String>(), text.clone());
        prop_assert_eq!(parts.visible().is_empty(), text.trim().is_empty());
    }

    #[test]
    fn lines_of_programs_in_any_order_lose_nothing(picks in prop::collection::vec(0_usize..80, 0..6), cut in 0_usize..40) {
        let replies = replies();
        let lines: Vec<&str> = picks.iter().flat_map(|pick| replies[*pick].text.lines().skip(cut / 4).take(cut)).collect();
        let text = lines.join("\r\n");
        let parts = split(&text);
        prop_assert_eq!(parts.iter().map(|(_, words)| words).collect::<String>(), text.clone());
        prop_assert_eq!(parts.visible().is_empty(), text.trim().is_empty());
        prop_assert!(parts.pieces().windows(2).all(|two| two[0].range.end == two[1].range.start && two[0].kind != two[1].kind));
    }

    #[test]
    fn any_quote_below_leaves_a_plain_text_as_it_is(words in prop::collection::vec("[a-zåäö]{1,9}", 1..40), pick in 0_usize..80) {
        let text = words.chunks(7).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n");
        let replies = replies();
        let below = quote(&replies[pick]);
        prop_assert_eq!(split(&format!("{text}{below}")).visible(), text, "{}", replies[pick].name);
    }
}
