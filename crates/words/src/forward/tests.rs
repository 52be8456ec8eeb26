//! What must hold of every forwarded mail.

use proptest::prelude::*;

use super::{Forwarded, Person, attached, read, says_forwarded};

fn person(name: &str, address: &str) -> Person {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Person { name: some(name), address: some(address) }
}

/// As programs write it in five languages: how it is announced, and the labels of from, date, subject and to.
const ANNOUNCED: [(&str, [&str; 4]); 10] = [
    ("---------- Forwarded message ---------", ["From", "Date", "Subject", "To"]),
    ("-------- Videresendt melding --------", ["Fra", "Dato", "Emne", "Til"]),
    ("-------- Vidarebefordrat meddelande --------", ["Från", "Datum", "Ämne", "Till"]),
    ("-------- Videresendt meddelelse --------", ["Fra", "Dato", "Emne", "Til"]),
    ("---------- Pesan terusan ---------", ["Dari", "Tanggal", "Subjek", "Kepada"]),
    ("Begin forwarded message:", ["From", "Date", "Subject", "To"]),
    ("Start på videresendt melding:", ["Fra", "Dato", "Emne", "Til"]),
    ("Vidarebefordrat brev:", ["Från", "Datum", "Ämne", "Till"]),
    ("Start på videresendt besked:", ["Fra", "Dato", "Emne", "Til"]),
    ("Mulai meneruskan pesan:", ["Dari", "Tanggal", "Subjek", "Kepada"]),
];

fn headers(labels: [&str; 4]) -> String {
    let [from, date, subject, to] = labels;
    format!(
        "{from}: Kari Nes <kari@post.example>\n{date}: 20.11.2025 10:12\n{subject}: Bent wheel\n{to}: Tom <tom@shop.example>, \
         \"Lee, Ann\" <ann@shop.example>"
    )
}

fn assert_read(found: Option<Forwarded>, how: &str) {
    let found = found.expect(how);
    assert_eq!(found.note, "Can you take this?", "{how}");
    assert_eq!(found.from, Some(person("Kari Nes", "kari@post.example")), "{how}");
    assert_eq!(found.to, [person("Tom", "tom@shop.example"), person("Lee, Ann", "ann@shop.example")], "{how}");
    assert_eq!(
        (found.subject.as_deref(), found.date.as_deref()),
        (Some("Bent wheel"), Some("20.11.2025 10:12")),
        "{how}"
    );
    assert_eq!(found.body, "Hello,\n\nmy wheel is bent.", "{how}");
}

#[test]
fn a_forwarded_mail_is_read_in_five_languages_marked_as_a_quote_or_not() {
    for (announced, labels) in ANNOUNCED {
        let plain = format!("{}\n\n\nHello,\n\nmy wheel is bent.\n", headers(labels));
        assert_read(read("", &format!("Can you take this?\n\n{announced}\n{plain}")), announced);
        let quoted = format!("{announced}\n\n{plain}").lines().map(|line| format!("> {line}\n")).collect::<String>();
        assert_read(read("Bent wheel", &format!("Can you take this?\n\n{quoted}")), announced);
    }
}

#[test]
fn headers_alone_are_a_forwarded_mail_when_the_subject_says_so_and_never_in_an_answer() {
    let text = format!(
        "Can you take this?\n\n________________________________\n{}\n\nHello,\n\nmy wheel is bent.\n",
        headers(ANNOUNCED[1].1)
    );
    for subject in
        ["Fwd: Bent wheel", "VS: Bent wheel", "VB: Bent wheel", "Trs: Bent wheel", "Fw[2]: x", "[Fwd: x]", ""]
    {
        assert_read(read(subject, &text), subject);
    }
    for subject in ["Re: Bent wheel", "SV: Bent wheel", "Bls: Bent wheel", "Bent wheel", "Sv: VS: Bent wheel"] {
        assert_eq!(read(subject, &text), None, "{subject}");
    }
    assert!(read("Bent wheel", text.trim_start_matches("Can you take this?")).is_some(), "nobody wrote above");
}

#[test]
fn a_line_that_names_the_writer_is_enough_when_the_subject_says_so() {
    let text =
        "Can you take this?\n\nDen 20.11.2025 10:12 skrev \"Kari Nes\" <kari@post.example>:\n\n    My wheel is bent.";
    let found = read("VS: Bent wheel", text).expect("forwarded");
    assert_eq!(found.from, Some(person("Kari Nes", "kari@post.example")));
    assert_eq!((found.subject.as_deref(), found.body.as_str()), (Some("Bent wheel"), "My wheel is bent."));
    assert_eq!(read("Re: Bent wheel", text), None);
}

#[test]
fn headers_on_one_line_are_read() {
    let text = "Can you take this?\n ----- Pesan Terusan ----- Dari: Kari Nes <kari@post.example>Kepada: Tom <tom@shop.example>; \
                \"Lee, Ann\" <ann@shop.example>Dikirim: 20.11.2025 10:12Judul: Bent wheel\n Hello,\n\nmy wheel is bent.";
    assert_read(read("", text), "on one line");
}

#[test]
fn what_an_answer_quotes_is_not_forwarded() {
    let quoted = "> On 20 Nov 2025, at 10:12, Tom <tom@shop.example> wrote:\n>\n> ---------- Forwarded message ---------\n> From: Kari <k@post.example>\n> Subject: x\n";
    assert_eq!(read("Bent wheel", &format!("Thanks!\n\n{quoted}")), None);
    assert_eq!(read("Bent wheel", "Hello"), None);
    assert_eq!(read("", ""), None);
}

#[test]
fn a_name_written_for_somebody_else_keeps_the_writers() {
    let from = |from: &str| {
        let text = format!("--- Forwarded message ---\nFrom: {from}\nSubject: x\n\nHello");
        read("", &text).and_then(|found| found.from)
    };
    assert_eq!(from("Kari Nes on behalf of Nes <kari@post.example>"), Some(person("Kari Nes", "kari@post.example")));
    assert_eq!(from("Kari<mailto:kari@post.example> <kari@post.example>"), Some(person("Kari", "kari@post.example")));
    assert_eq!(from("kari@post.example [mailto:kari@post.example]"), Some(person("", "kari@post.example")));
    assert_eq!(from("Kari Nes"), Some(person("Kari Nes", "")));
}

#[test]
fn the_subject_or_a_silent_cover_says_that_a_file_is_handed_on() {
    assert!(says_forwarded("Fwd: Lamp") && says_forwarded("WG: Lampe") && says_forwarded("İLT: x"));
    assert!(
        !says_forwarded("Lamp") && !says_forwarded("Re: Fwd: Lamp") && !says_forwarded("Tr") && !says_forwarded("")
    );
    assert!(attached("Fwd: Lamp", "See the file") && attached("", " \n"));
    assert!(!attached("Your report", "The mail is attached"));
}

proptest! {
    #[test]
    fn nothing_anybody_forwards_makes_it_panic(
        subject in ".{0,30}",
        picks in prop::collection::vec(0_usize..10, 0..4),
        noise in "(?s).{0,200}",
        flat in any::<bool>(),
    ) {
        let mut text = String::new();
        for pick in picks {
            let (announced, labels) = ANNOUNCED[pick];
            text += &format!("{announced}{noise}{}\n{noise}", headers(labels));
        }
        if flat {
            text = text.replace('\n', " ");
        }
        let _found = read(&subject, &text);
        let _fwd = read("Fwd: x", &text);
    }
}

#[test]
fn only_what_is_announced_counts_as_handed_on_without_a_subject() {
    for (announced, labels) in ANNOUNCED {
        let text = format!("See below\n\n{announced}\n{}\n\nIt is bent.\n", headers(labels));
        assert!(super::is_announced(&text), "{text}");
    }
    assert!(!super::is_announced(&format!(
        "Thanks\n\n-----Original Message-----\n{}\n\nBent.\n",
        headers(ANNOUNCED[0].1)
    )));
    assert!(!super::is_announced("On Mon, 3 Nov 2025, Kari Nes wrote:\n> It is bent.\n"));
    assert!(!super::is_announced(""));
}

/// What is told at a glance is never told wrongly: whole texts of lines that programs write, quoted and decorated.
#[test]
fn a_glance_never_misses_what_the_lines_say() {
    let parts = [
        "Begin forwarded message:",
        "Forwarded message",
        "---------- Forwarded message ---------",
        "-- Original Message --",
        "*Original Message*",
        "From: Kari Nes <kari@post.example>",
        "Fra: Kari",
        "*Sent:* Monday 3 Nov 2025 10:00",
        "To: us@shop.example",
        "Subject: The lamp",
        "On Mon, 3 Nov 2025, Kari Nes wrote:",
        "> It is bent.",
        "KN> From: Kari",
        "Hello,",
        "",
        "12:30",
        "Tak:",
        "-----Oprindelig meddelelse-----\u{a0}—",
        "Til: oss",
        "Emne: Lampe",
        "Dato: 3. november 2025 10.00",
    ];
    let marks = ["", "", "> ", ">> ", "&gt; ", "\u{200e}", "| ", "KN> "];
    let mut chance = 7_u64;
    let mut next = |most: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 40).expect("24 bits") % most
    };
    let mut announced = 0;
    for _ in 0..20_000 {
        let lines = (0..1 + next(9)).map(|_| format!("{}{}\n", marks[next(marks.len())], parts[next(parts.len())]));
        let text: String = lines.collect();
        assert_eq!(super::is_announced(&text), super::announces(&text), "{text}");
        let glance = crate::reply::lines::may_introduce(&text);
        assert!(
            glance
                || read("", &text).is_none()
                    && super::first(&crate::reply::lines::of(&text), false)
                        .is_none_or(|mark| !matches!(mark.by, crate::reply::marks::By::Headers(..))),
            "{text}"
        );
        announced += usize::from(super::is_announced(&text));
    }
    assert!(announced > 1000, "{announced}");
}
