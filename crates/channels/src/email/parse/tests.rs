//! Mails made to be read wrongly, slowly or not at all (T06, T07, T18, T19).

use std::time::{Duration, Instant};

use super::*;

fn mail(header: &str, body: &str) -> Vec<u8> {
    format!("From: Anna Berg <anna@example.com>\r\nTo: support@shop.example\r\n{header}\r\n{body}").into_bytes()
}

fn read_text(header: &str, body: &str) -> String {
    parse(&mail(header, body)).expect("a readable mail").text
}

#[test]
fn the_parts_of_a_common_mail_are_understood() {
    let bytes = mail(
        "Cc: eva@example.com, \"Berg, Ole\" <ole@example.com>\r\nReply-To: <other@example.com>\r\n\
         Subject: =?utf-8?Q?Sp=C3=B8rsm=C3=A5l?=\r\nMessage-ID: <1@example.com>\r\n\
         In-Reply-To: <0@shop.example>\r\nReferences: <a@shop.example>\r\n <0@shop.example>\r\n\
         Date: Wed, 18 Nov 2026 12:48:00 +0100\r\nContent-Type: multipart/mixed; boundary=b\r\n",
        "preamble\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n\
         --c\r\nContent-Type: text/plain\r\n\r\nHei\r\n--c\r\nContent-Type: text/html\r\n\r\n<b>Hei</b>\r\n--c--\r\n\
         --b\r\nContent-Type: image/png; name=a.png\r\nContent-ID: <pic>\r\nContent-Disposition: inline\r\n\
         Content-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--b--\r\nepilogue\r\n",
    );
    let found = parse(&bytes).expect("a readable mail");
    let address =
        |name: Option<&str>, address: &str| MailAddress { name: name.map(str::to_owned), address: address.to_owned() };
    assert_eq!(found.from, Some(address(Some("Anna Berg"), "anna@example.com")));
    assert_eq!(found.to, [address(None, "support@shop.example")]);
    assert_eq!(found.cc, [address(None, "eva@example.com"), address(Some("Berg, Ole"), "ole@example.com")]);
    assert_eq!(found.reply_to, [address(None, "other@example.com")]);
    assert_eq!(found.subject, "Spørsmål");
    assert_eq!(found.message_id.as_deref(), Some("1@example.com"));
    assert_eq!(found.in_reply_to, ["0@shop.example"]);
    assert_eq!(found.references, ["a@shop.example", "0@shop.example"]);
    assert_eq!(found.date.map(|date| date.to_string()).as_deref(), Some("2026-11-18T11:48:00Z"));
    assert_eq!(found.text, "Hei");
    let picture = AttachmentPart {
        part: "2".into(),
        name: "a.png".into(),
        named: true,
        content_type: "image/png".into(),
        size: 6,
        content_id: Some("pic".into()),
        inline: true,
        place: found.attachments[0].place.clone(),
    };
    assert_eq!(found.attachments, [picture]);
    assert_eq!(attachment(&bytes, "2"), Some(b"\x89PNG\r\n".to_vec()));
    let place = found.attachments[0].place.as_ref().expect("a place");
    assert_eq!(place.content(&bytes[place.range.clone()]), b"\x89PNG\r\n");
    assert_eq!((found.automatic, found.warnings), (None, vec![]));
}

#[test]
fn control_fields_and_commands_are_only_text() {
    let found = parse(&mail("X-Tillit-Close: yes\r\nSubject: #close [macro:refund]\r\n", "/assign me\r\n#close"));
    let found = found.expect("a readable mail");
    assert_eq!((found.subject.as_str(), found.text.as_str()), ("#close [macro:refund]", "/assign me\n#close"));
    assert_eq!(found.automatic, None);
}

#[test]
fn machines_are_recognised_by_what_they_say_of_themselves() {
    use Automatic::{AutoResponse, AutoSubmitted, EmptyReturnPath, Loop, MailingList, Precedence, Report};
    let cases = [
        ("Auto-Submitted: auto-replied\r\n", Some(AutoSubmitted)),
        ("auto-submitted: auto-generated; owner=x\r\n", Some(AutoSubmitted)),
        ("Auto-Submitted: no\r\n", None),
        ("Precedence: bulk\r\n", Some(Precedence)),
        ("Precedence: JUNK\r\n", Some(Precedence)),
        ("Precedence: list\r\n", Some(Precedence)),
        ("Precedence: auto_reply\r\n", Some(Precedence)),
        ("Precedence: first-class\r\n", None),
        ("X-Auto-Response-Suppress: All\r\n", None),
        ("Subject: Automatisk svar: borte\r\n", Some(AutoResponse)),
        ("Subject: Re: Automatisk svar: borte\r\n", None),
        ("Subject: complaint about message from 192.0.2.1\r\n", Some(Report)),
        ("X-Autoreply: yes\r\n", Some(AutoResponse)),
        ("List-Id: <news.example.com>\r\n", Some(MailingList)),
        ("List-Unsubscribe: <mailto:x@example.com>\r\n", Some(MailingList)),
        ("X-Loop: us\r\n", Some(Loop)),
        ("Return-Path: <>\r\n", Some(EmptyReturnPath)),
        ("Return-Path: <anna@example.com>\r\n", None),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", Some(Report)),
        ("Content-Type: message/delivery-status\r\n", Some(Report)),
        ("Content-Type: message/rfc822\r\n", None),
        ("X-Failed-Recipients: x@y.example\r\n", Some(Report)),
        ("X-Priority: 1\r\n", None),
    ];
    for (header, expected) in cases {
        assert_eq!(parse(&mail(header, "Hei")).expect("a readable mail").automatic, expected, "{header}");
    }
    for from in ["MAILER-DAEMON@x.example", "MAILER-DAEMON <>", "mailer-daemon", "post_master@x.example"] {
        let daemon = parse(format!("From: {from}\n\nHei").as_bytes()).expect("a readable mail");
        assert_eq!(daemon.automatic, Some(Automatic::MailSystem), "{from}");
    }
}

#[test]
fn who_wants_no_answer_from_a_machine_is_no_machine_for_that() {
    let cases = [
        ("From: anna@x.example\nX-Auto-Response-Suppress: DR, OOF, AutoReply", true),
        ("From: anna@x.example\nX-Auto-Response-Suppress: DR, RN", false),
        ("From: no-reply@x.example", true),
        ("From: No.Reply+12@x.example", true),
        ("From: kundeservice-noreply@x.example", true),
        ("From: Anna <anna@x.example>", false),
        ("From: annabounces@x.example", false),
    ];
    for (header, expected) in cases {
        let found = parse(format!("{header}\n\nHei").as_bytes()).expect("a readable mail");
        assert_eq!((found.no_receipt, found.automatic), (expected, None), "{header}");
    }
}

#[test]
fn a_mail_without_its_header_is_still_read() {
    let found = parse(b"\nHei.\n\nHvor er pakken min\xC3\xA5?\n").expect("a readable mail");
    assert_eq!((found.text.as_str(), found.from), ("Hei.\n\nHvor er pakken minå?", None));
    assert_eq!(found.warnings, [Warning::NoSender]);
    assert_eq!(parse(b"\n\x00\x01\xFF").map_err(|error| error.reason), Err(super::Reason::NoHeader));
}

#[test]
fn who_wrote_it_is_whom_to_answer_when_nothing_else_is_said() {
    let from = |header: &str| {
        let found = parse(format!("{header}\nSubject: x\n\nHei").as_bytes()).expect("a readable mail");
        found.from.map(|from| from.address)
    };
    assert_eq!(from("Reply-To: a@x.example").as_deref(), Some("a@x.example"));
    assert_eq!(from("Reply-To: a@x.example\nSender: b@x.example").as_deref(), Some("b@x.example"));
    assert_eq!(from("From: c@x.example\nSender: b@x.example").as_deref(), Some("c@x.example"));
}

#[test]
fn files_without_a_name_are_called_after_what_they_are() {
    let part = |header: &str, body: &str| format!("--b\n{header}\n\n{body}\n");
    let long = "=?UTF-8?B?w4bDmMOF?= =?UTF-8?Q?bl=C3?= =?UTF-8?Q?=A5b=C3=A6r.png?=";
    let parts = [
        part("Content-Type: message/rfc822", "From: a@x.example\nSubject: Pakken\n\nHei"),
        part("Content-Type: message/rfc822\nContent-Description: Undelivered Message", "From: a@x.example\n\nHei"),
        part("Content-Type: image/jpeg\nContent-Disposition: attachment", "x"),
        part("Content-Type: text/csv\nContent-Description: Report.csv\nContent-Disposition: attachment", "x"),
        part("Content-Type: application/x-strange\nContent-Disposition: attachment", "x"),
        part(&format!("Content-Type: image/png; name=\"{long}\"\nContent-Disposition: attachment"), "x"),
        part("Content-Type: message/delivery-status", "Reporting-MTA: dns; x"),
    ];
    let bytes = format!("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n{}--b--\n", parts.concat());
    let found = parse(bytes.as_bytes()).expect("a readable mail");
    let names: Vec<_> = found.attachments.iter().map(|part| (part.name.as_str(), part.named)).collect();
    assert_eq!(
        names,
        [
            ("Pakken.eml", false),
            ("Undelivered Message.eml", false),
            ("image.jpg", false),
            ("Report.csv", false),
            ("attachment-5.bin", false),
            ("ÆØÅblåbær.png", true),
        ]
    );
}

#[test]
fn the_charset_that_the_sender_names_is_told() {
    let bytes = mail("Content-Type: text/plain; charset=\"ISO-8859-1\"\r\n", "Hei");
    assert_eq!(parse(&bytes).expect("a readable mail").charset.as_deref(), Some("iso-8859-1"));
    assert_eq!(parse(&mail("", "Hei")).expect("a readable mail").charset, None);
}

/// Time that this thread has computed, so that a busy machine does not count; where the system does
/// not say, time that has passed.
pub(crate) fn cpu_time() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = said.and_then(|said| said.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Reads a hostile mail within the two seconds that a case may take, and says how it ended.
fn quickly(bytes: &[u8]) -> Result<ParsedMail, &'static str> {
    let before = cpu_time();
    let found = parse(bytes).map_err(|error| error.reason.code());
    let taken = cpu_time() - before;
    assert!(taken < Duration::from_secs(2), "took {taken:?}");
    found
}

#[test]
fn mails_that_would_exhaust_a_parser_are_parked() {
    let deep: String =
        (0..10_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
    let many = format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\r\n\r\nx\r\n".repeat(100_000));
    let bare = format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\n".repeat(100_000));
    let fields: String = (0..50_000).map(|n| format!("X-{n}: y\r\n")).collect();
    let unending = format!("Subject: {}\r\n", " =?aa?q? x".repeat(40_000));
    let continued =
        format!("Content-Type: x/y;{}\r\n", (0..9_000).map(|n| format!(" a*{n}=1234;")).collect::<String>());
    let cases = [
        ("too-deep", mail(&deep, "")),
        ("too-many-parts", mail(&many, "")),
        ("too-many-parts", mail(&bare, "")),
        ("header-too-large", mail(&format!("X-Long: {}\r\n", "y".repeat(1 << 20)), "Hei")),
        ("header-too-large", mail(&format!("X-Long: {}\r\n", "y\r\n ".repeat(1 << 18)), "Hei")),
        ("too-many-fields", mail(&fields, "Hei")),
        ("header-too-costly", mail(&unending, "Hei")),
        ("header-too-costly", mail(&continued, "Hei")),
        ("comments-too-deep", mail(&format!("Reply-To: {}a@b.example\r\n", "(".repeat(100_000)), "Hei")),
        ("comments-too-deep", mail(&format!("Cc: {}x{}\r\n", "(".repeat(5_000), ")".repeat(5_000)), "Hei")),
        ("empty", b" \r\n\r\n".to_vec()),
        ("no-header", b"Just bytes \0\r\n\r\nand more".to_vec()),
    ];
    for (reason, bytes) in cases {
        assert_eq!(quickly(&bytes).map(|found| found.subject), Err(reason));
    }
}

#[test]
fn forwards_within_forwards_cost_nothing() {
    let nested = mail(&"Content-Type: message/rfc822\r\n\r\n".repeat(10_000), "Hei");
    assert_eq!(quickly(&nested).expect("opaque parts").attachments.len(), 1);
    let plain = mail("Content-Type: message/rfc822\r\n", "From: x@y.example\r\nSubject: s\r\n\r\nThe text inside");
    assert_eq!(quickly(&plain).expect("a readable mail").text, "The text inside");
}

#[test]
fn missing_boundaries_and_long_lines_cost_no_more_than_reading() {
    let lost: String =
        (0..900).map(|n| format!("--b\r\nContent-Type: multipart/x; boundary=\"\"\r\n\r\n{n}\r\n")).collect();
    let bytes = mail(&format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{lost}"), "");
    assert!(quickly(&bytes).expect("a readable mail").text.contains("899"));
    let dashes = mail("Content-Type: multipart/mixed; boundary=b\r\n", &"--".repeat(1 << 20));
    assert!(quickly(&dashes).is_ok());
}

#[test]
fn odd_bodies_are_readable() {
    let cases = [
        ("Content-Type: text/plain; charset=x-none\r\n", "bl\u{e5}", "blå"),
        ("Content-Type: text/plain; charset=iso-2022-jp\r\n", "\u{1b}$B$3$s\u{1b}(B", "こん"),
        ("Content-Transfer-Encoding: base64\r\n", "SGVp*IGRlZw==", "Hei deg"),
        ("Content-Transfer-Encoding: base64\r\n", "Hei, dette er ikke kodet.", "Hei, dette er ikke kodet."),
        ("Content-Transfer-Encoding: quoted-printable\r\n", "50=ZZ=C3=A5=", "50=ZZå"),
        ("Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n", "aABlAGkAIQ==", "hei"),
        ("Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n", "//5oAGUAaQA=", "hei"),
        ("Content-Type: text/html\r\n", "<p>Hei</p><script>no</script>", "Hei"),
        ("Content-Type: multipart/mixed; boundary=gone\r\n", "No part at all", "No part at all"),
        ("Content-Type: text/plain; format=flowed\r\n", "one \r\ntwo", "one two"),
        ("Content-Type: nonsense\r\n", "Hei", "Hei"),
        ("", "Hei\0 du\u{7}", "Hei du"),
    ];
    for (header, body, expected) in cases {
        assert_eq!(read_text(header, body), expected, "{header}{body:?}");
    }
    let latin = [mail("Subject: bl\u{1}\r\n", ""), b"bl\xE5b\xE6r".to_vec()].concat();
    assert_eq!(parse(&latin).expect("a readable mail").text, "blåbær");
}

#[test]
fn odd_headers_are_readable() {
    let words = "=?utf-8?Q?=C3=A5?=\r\n ".repeat(10_000);
    let before = cpu_time();
    let found = parse(&mail(&format!("Subject: {words}x\r\n"), "Hei")).expect("a readable mail");
    let taken = cpu_time() - before;
    assert!(taken < Duration::from_secs(1), "took {taken:?}");
    assert!(found.subject.starts_with("ååå"));
    let raw = parse(b"From: J\xF6rg <j@example.com>\nSubject: Gr\xFC\xDFe\n\nx").expect("a readable mail");
    assert_eq!((raw.subject.as_str(), raw.from.and_then(|from| from.name).as_deref()), ("Grüße", Some("Jörg")));
    let several = parse(b"From: a@x.example\nFrom: b@x.example\n\nx").expect("a readable mail");
    assert_eq!(several.from.map(|from| from.address).as_deref(), Some("a@x.example"));
    assert_eq!(several.warnings, [Warning::SeveralSenders]);
    assert_eq!(parse(b"Subject: x\n\ny").expect("a readable mail").warnings, [Warning::NoSender]);
    assert_eq!(parse(b"\xEF\xBB\xBFFrom a@b Mon\nSubject: x\r\rHei").expect("a readable mail").subject, "x Hei");
    assert_eq!(parse(b"Subject: x\rFrom: a@x.example\r\rHei").expect("a readable mail").text, "Hei");
}

#[test]
fn a_line_break_in_an_encoded_word_adds_no_field() {
    let found = parse(&mail("Subject: =?utf-8?Q?a=0D=0ABcc:_x=40y.example?=\r\n", "Hei")).expect("a readable mail");
    assert_eq!(found.subject, "a Bcc: x@y.example");
    let found = parse(b"From: =?utf-8?Q?a=0D=0Ab?= <a@x.example>\n\nx").expect("a readable mail");
    assert_eq!(found.from.and_then(|from| from.name).as_deref(), Some("a b"));
}

#[test]
fn a_very_long_text_is_cut_and_says_so() {
    let found = parse(&mail("", &"åæø ".repeat(400_000))).expect("a readable mail");
    assert!(found.text.len() <= 1024 * 1024 && found.text.len() > 1_000_000);
    assert_eq!(found.warnings, [Warning::TextCut]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..2_000)) {
        let _ = parse(&bytes);
        let _ = attachment(&bytes, "1");
    }

    #[test]
    fn no_mail_like_bytes_make_it_panic(pieces in proptest::collection::vec(piece(), 0..60)) {
        let bytes: Vec<u8> = pieces.concat();
        if let Ok(found) = parse(&bytes) {
            for part in &found.attachments {
                proptest::prop_assert!(attachment(&bytes, &part.part).is_some());
            }
            proptest::prop_assert!(!found.text.contains('\0'));
        }
    }
}

/// Pieces that mails are made of, in any order.
fn piece() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 34] = [
        b"From: ",
        b"To: ",
        b"Subject: ",
        b"Message-ID: <",
        b"a@b.c>",
        b"Content-Type: ",
        b"text/plain",
        b"text/html",
        b"multipart/mixed; boundary=b",
        b"multipart/alternative; boundary=\"c\"",
        b"message/rfc822",
        b"; charset=utf-16",
        b"; charset=utf-7",
        b"; filename*0*=utf-8''%C3",
        b"; name=\"",
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"Content-Disposition: attachment",
        b"\r\n",
        b"\n",
        b"\r",
        b"\r\n\r\n",
        b"--b\r\n",
        b"--b--\r\n",
        b"--c\r\n",
        b"=?utf-8?Q?",
        b"?=",
        b"=",
        b"(",
        b"\"<\\",
        b"\xFF\xFE\0",
        b"<div style=\"display:none\">",
        b"&#x;",
        b"SGVp",
    ];
    proptest::sample::select(PIECES.to_vec()).prop_map(<[u8]>::to_vec)
}

use proptest::strategy::Strategy as _;

#[test]
fn what_is_encrypted_is_told_from_what_is_only_signed() {
    use Warning::{Encrypted, Signed};
    let warned = |mail: &str| {
        let mail = format!("From: kari@post.example\r\n{}", mail.replace('\n', "\r\n"));
        parse(mail.as_bytes()).expect("a mail").warnings
    };
    let whole = |kind: &str| format!("Content-Type: {kind}\n\nAAAA\n");
    let parts = |kind: &str, first: &str, second: &str| {
        format!(
            "Content-Type: {kind}; boundary=b\n\n--b\nContent-Type: {first}\n\nHei\n--b\nContent-Type: {second}\n\nAAAA\n--b--\n"
        )
    };
    let pgp = parts("multipart/encrypted", "application/pgp-encrypted", "application/octet-stream");
    let enveloped = whole("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m");
    let unsaid = whole("application/x-pkcs7-mime; name=smime.p7m");
    for mail in [pgp, enveloped, unsaid, "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n".into()] {
        assert_eq!(warned(&mail), [Encrypted], "{mail}");
    }
    let pgp = parts("multipart/signed", "text/plain", "application/pgp-signature");
    let detached = parts("multipart/signed", "text/plain", "application/pkcs7-signature");
    let opaque = whole("application/pkcs7-mime; smime-type=Signed-Data");
    let inline = "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHei\n".to_owned();
    for mail in [pgp, detached, opaque, inline] {
        assert_eq!(warned(&mail), [Signed], "{mail}");
    }
    let quoted = "\n> -----BEGIN PGP MESSAGE-----\nWhat is -----BEGIN PGP MESSAGE-----?\n".to_owned();
    for mail in [quoted, whole("application/pkcs7-mime; smime-type=certs-only")] {
        assert_eq!(warned(&mail), [], "{mail}");
    }
}
