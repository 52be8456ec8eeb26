//! What goes out is what was meant: header fields, recipients, words, looks.

use proptest::prelude::*;

use super::*;
use crate::email::parse::{ParsedMail, attachment, parse};

fn address(name: Option<&str>, address: &str) -> MailAddress {
    MailAddress { name: name.map(str::to_owned), address: address.to_owned() }
}

pub(crate) fn sample() -> Outgoing {
    Outgoing {
        from: address(Some("Jonas at Brekkesund"), "support@brekkesund.example"),
        reply_to: Some("support+abc2@brekkesund.example".into()),
        to: vec![address(Some("Lars-Erik Øst"), "lars@kunde.example")],
        cc: vec![],
        subject: "Sv: Återbetalning".into(),
        message_id: "m1@brekkesund.example".into(),
        in_reply_to: Some("q1@kunde.example".into()),
        references: vec!["q0@kunde.example".into(), "q1@kunde.example".into()],
        date: Instant::from_second(1_795_000_000).expect("in range"),
        text: "Hej,\n\npengarna gick i dag: https://shop.example/a?b=1&c=2.\n\n- ett\n- två\n\n.\nFrom me".into(),
        signature: "Jonas Åkerlind\nBrekkesund".into(),
        language: Language::Sv,
        frame: Frame {
            reply_line: Some("Skriv ovanför den här raden för att svara".into()),
            quote: Some(Quote { introduction: "Du skrev:".into(), text: "Var är\npengarna?".into() }),
            footer: Some("Ärende 48207.".into()),
        },
        pictures: vec![],
        attachments: vec![],
        automatic: None,
    }
}

fn bytes(mail: &Outgoing) -> Vec<u8> {
    compose(mail).expect("a mail")
}

fn read(mail: &Outgoing) -> ParsedMail {
    parse(&bytes(mail)).expect("our own mail is readable")
}

/// The names of the header fields of the mail itself.
fn fields(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let header = text.split("\r\n\r\n").next().unwrap_or_default().to_owned();
    let lines = header.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
}

const FIELDS: [&str; 11] = [
    "Date",
    "From",
    "Message-ID",
    "To",
    "Reply-To",
    "Subject",
    "In-Reply-To",
    "References",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
];

#[test]
fn a_mail_has_exactly_the_planned_fields_and_reads_back() {
    let mail = sample();
    assert_eq!(fields(&bytes(&mail)), FIELDS);
    let found = read(&mail);
    assert_eq!(found.from, Some(mail.from.clone()));
    assert_eq!(found.to, mail.to);
    assert_eq!(found.reply_to, [address(Some("Jonas at Brekkesund"), "support+abc2@brekkesund.example")]);
    assert_eq!(found.subject, mail.subject);
    assert_eq!(found.message_id.as_deref(), Some("m1@brekkesund.example"));
    assert_eq!(found.in_reply_to, ["q1@kunde.example"]);
    assert_eq!(found.references, mail.references);
    assert_eq!(found.date, Some(mail.date));
    let text = "Skriv ovanför den här raden för att svara\n\nHej,\n\npengarna gick i dag: https://shop.example/a?b=1&c=2.\n\n\
        - ett\n- två\n\n.\nFrom me\n\nJonas Åkerlind\nBrekkesund\n\nDu skrev:\n> Var är\n> pengarna?\n\nÄrende 48207.";
    assert_eq!(found.text, text);
    assert_eq!((found.automatic, found.attachments), (None, vec![]));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_lines_that_any_server_takes() {
    let mut mail = sample();
    mail.attachments =
        vec![OutgoingAttachment { name: "a.txt".into(), content_type: "text/plain".into(), bytes: b"x\ny\r".to_vec() }];
    let first = bytes(&mail);
    assert_eq!(first, bytes(&mail));
    let text = String::from_utf8(first).expect("ASCII is UTF-8");
    assert!(text.is_ascii());
    assert!(text.ends_with("\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 998 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn the_html_form_has_our_looks_and_nothing_that_runs() {
    let mut mail = sample();
    mail.text =
        "<script>alert(1)</script>\n\njavascript:alert(1) & https://shop.example/?q=\"><img src=x onerror=y>".into();
    mail.subject = "</title><script>x</script>".into();
    mail.signature = "<b>Jonas</b>".into();
    let page = html::page(&mail);
    for bad in ["<script", "<img", "<b>", "href=\"javascript", "</title><script"] {
        assert!(!page.contains(bad), "{bad} in {page}");
    }
    assert!(
        page.contains("lang=\"sv\"") && page.contains("max-width:600px") && page.contains("prefers-color-scheme: dark")
    );
    assert!(page.contains("<a class=\"link\" href=\"https://shop.example/?q=\" rel=\"noopener nofollow\""));
    let list = html::page(&sample());
    assert!(list.contains("<li>ett</li><li>två</li></ul>"), "{list}");
    assert!(list.contains("href=\"https://shop.example/a?b=1&amp;c=2\""), "{list}");
}

#[test]
fn line_breaks_anywhere_add_no_field_and_no_recipient() {
    for bad in [
        "a\r\nBcc: x@evil.example",
        "a\nX-Evil: 1",
        "a\rX-Evil: 1",
        "=?utf-8?Q?a=0D=0ABcc:_x=40evil.example?=",
        "a\r\n\r\nbody",
        "a\0b",
        "\u{85}X: y\u{2028}Z: q",
    ] {
        let mut mail = sample();
        mail.subject = bad.into();
        mail.from.name = Some(bad.into());
        mail.to[0].name = Some(bad.into());
        mail.references = vec![format!("{bad} x"), "good@x.example".into()];
        mail.in_reply_to = Some(format!("{bad} x"));
        mail.signature = bad.into();
        mail.frame.footer = Some(bad.into());
        mail.attachments = vec![OutgoingAttachment { name: bad.into(), content_type: bad.into(), bytes: vec![1] }];
        let expected: Vec<&str> = FIELDS.into_iter().filter(|field| *field != "In-Reply-To").collect();
        let raw = bytes(&mail);
        assert_eq!(fields(&raw), expected, "{bad:?}");
        let found = read(&mail);
        assert_eq!((found.to.len(), found.cc.len(), found.references), (1, 0, vec!["good@x.example".to_owned()]));
        assert_eq!(found.attachments.len(), 1, "{bad:?}");
        assert_eq!(found.attachments[0].content_type, "application/octet-stream");
    }
}

#[test]
fn addresses_and_ids_that_are_none_are_refused() {
    for bad in
        ["", "x", "a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example", "a b@c.example", "<a@b.example>>"]
    {
        for place in 0..4 {
            let mut mail = sample();
            match place {
                0 => mail.from.address = bad.into(),
                1 => mail.to = vec![address(None, bad)],
                2 => mail.cc = vec![address(None, bad)],
                _ => mail.reply_to = Some(bad.into()),
            }
            if bad != "<a@b.example>>" {
                assert_eq!(compose(&mail), Err(CannotCompose::BadAddress(bad.into())), "{place}");
            }
        }
    }
    for bad in ["", "a b@c", "a\r\nX: y", "<a@b>", "å@b"] {
        let mail = Outgoing { message_id: bad.into(), ..sample() };
        assert_eq!(compose(&mail), Err(CannotCompose::BadMessageId(bad.into())));
    }
    assert_eq!(compose(&Outgoing { to: vec![], ..sample() }), Err(CannotCompose::NoRecipient));
}

#[test]
fn long_threads_keep_their_first_and_latest_ids() {
    let ids: Vec<String> = (0..200).map(|n| format!("{n}@x.example")).collect();
    let found = read(&Outgoing { references: ids, ..sample() });
    assert_eq!(found.references.len(), REFERENCES_MAX);
    assert_eq!((found.references[0].as_str(), found.references[1].as_str()), ("0@x.example", "181@x.example"));
    assert_eq!(found.references.last().map(String::as_str), Some("199@x.example"));
}

#[test]
fn machine_mail_says_so_and_foreign_domains_travel_in_ascii() {
    let mail = Outgoing { automatic: Some(Machine::Notice), to: vec![address(None, "a@blåbær.example")], ..sample() };
    let found = read(&mail);
    assert_eq!(found.automatic, Some(crate::email::parse::Automatic::AutoSubmitted));
    assert_eq!(found.to[0].address, "a@xn--blbr-roah.example");
}

#[test]
fn a_receipt_says_in_every_known_way_that_it_is_one_and_a_notice_is_not_taken_for_advertising() {
    let names = ["Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "X-Loop"];
    let written = |automatic| {
        let bytes = String::from_utf8(bytes(&Outgoing { automatic, ..sample() })).expect("text");
        names.map(|name| {
            let found = bytes.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            found.unwrap_or_default().to_owned()
        })
    };
    assert_eq!(written(None), ["", "", "", ""]);
    assert_eq!(written(Some(Machine::Notice)), ["auto-generated", "All", "", ""]);
    let us = sample().from.address;
    assert_eq!(written(Some(Machine::Receipt)), ["auto-replied", "All", "auto_reply", us.as_str()]);
}

#[test]
fn attachments_arrive_byte_for_byte() {
    let all: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    let files = [
        ("bilde å.png", "image/png", all.clone()),
        ("notes.txt", "text/plain", b"a\nb\r\nc\r".to_vec()),
        ("mail.eml", "message/rfc822", b"From: x\n\ny".to_vec()),
        ("empty", "a/b", vec![]),
    ];
    let attachments = files.iter().map(|(name, kind, bytes)| OutgoingAttachment {
        name: (*name).into(),
        content_type: (*kind).into(),
        bytes: bytes.clone(),
    });
    let mail = Outgoing { attachments: attachments.collect(), ..sample() };
    let raw = bytes(&mail);
    let found = read(&mail);
    for (part, (name, _, content)) in found.attachments.iter().zip(&files) {
        assert_eq!(part.name, *name);
        assert_eq!(attachment(&raw, &part.part).as_ref(), Some(content), "{name}");
    }
    assert_eq!(found.attachments.len(), 4);
}

#[test]
fn pictures_stand_below_the_text_and_within_the_mail() {
    let picture = |name: &str, alt: &str| OutgoingPicture {
        file: OutgoingAttachment { name: name.into(), content_type: "image/png".into(), bytes: b"\x89PNG 1".to_vec() },
        alt: alt.into(),
        said: format!("[Bild: {alt}]"),
        width: 1200,
    };
    let with_file = |attachments| {
        let pictures = vec![picture("etikett å.png", "Numret \"utanpå\" <lådan>"), picture("b.png", "Lådan\r\nX: y")];
        Outgoing { pictures, attachments, ..sample() }
    };
    let mail = with_file(vec![]);
    let raw = bytes(&mail);
    assert_eq!((fields(&raw), &raw), (FIELDS.map(str::to_owned).to_vec(), &bytes(&mail)), "the same every time");
    let words = String::from_utf8(raw.clone()).expect("text");
    assert!(words.contains("multipart/related") && words.contains("type=\"text/html\""), "{words}");
    assert!(!words.contains("multipart/mixed") && words.is_ascii(), "{words}");
    let found = read(&mail);
    let expected = [("etikett å.png", "1.m1@brekkesund.example"), ("b.png", "2.m1@brekkesund.example")];
    for (part, (name, id)) in found.attachments.iter().zip(expected) {
        assert_eq!((part.name.as_str(), part.inline, part.content_id.as_deref()), (name, true, Some(id)));
        assert_eq!(attachment(&raw, &part.part), Some(b"\x89PNG 1".to_vec()));
    }
    assert_eq!(found.attachments.len(), 2);
    let said = "From me\n\n[Bild: Numret \"utanpå\" <lådan>]\n[Bild: Lådan X: y]\n\nJonas Åkerlind";
    assert!(found.text.contains(said), "{}", found.text);
    let page = html::page(&mail);
    let shown =
        "<img src=\"cid:1.m1@brekkesund.example\" alt=\"Numret &quot;utanpå&quot; &lt;lådan&gt;\" width=\"534\"";
    assert!(page.contains(shown), "{page}");
    assert!(page.find("cid:2.m1@") < page.find("Jonas Åkerlind") && page.find("From me") < page.find("cid:1.m1@"));
    assert!(!page.contains("src=\"http"), "nothing is fetched from elsewhere");

    let file = OutgoingAttachment { name: "a.txt".into(), content_type: "text/plain".into(), bytes: b"x".to_vec() };
    let both = with_file(vec![file]);
    let found = read(&both);
    assert_eq!(found.attachments.iter().map(|part| part.inline).collect::<Vec<_>>(), [true, true, false]);
    let words = String::from_utf8(bytes(&both)).expect("text");
    let nested = ["multipart/mixed", "multipart/alternative", "multipart/related"].map(|kind| words.find(kind));
    assert!(nested[0] < nested[1] && nested[1] < nested[2], "{words}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_words_read_back_as_they_were(subject in any::<String>(), name in any::<String>(), text in any::<String>(), file in any::<String>()) {
        let mut mail = sample();
        mail.subject = subject.clone();
        mail.to[0].name = Some(name.clone());
        mail.frame = Frame::default();
        mail.signature = String::new();
        mail.text = text.clone();
        mail.attachments = vec![OutgoingAttachment { name: file.clone(), content_type: "a/b".into(), bytes: text.clone().into_bytes() }];
        let raw = bytes(&mail);
        let found = read(&mail);
        prop_assert_eq!(fields(&raw), FIELDS);
        prop_assert_eq!(found.subject, one_line(&subject));
        let name = one_line(&name).replace("=?", "= ?");
        prop_assert_eq!(found.to[0].name.clone().unwrap_or_default(), name);
        prop_assert_eq!(&found.to[0].address, "lars@kunde.example");
        prop_assert_eq!(found.text, many_lines(&text));
        prop_assert_eq!(attachment(&raw, "2"), Some(text.into_bytes()));
    }
}
