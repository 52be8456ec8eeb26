//! Whom a mail proves to be from, and what that changes (T03, T05, T08, T44).

use conversations::{ParticipantState, Verdict};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::trust::{self, TrustSettings};

const PASS: &str = "Authentication-Results: mx.brekkesund.example; dkim=pass header.d=post.example\r\n";

/// A business that believes its own mail server.
async fn trusting(p: &Platform) {
    business(p, 1).await;
    let mut tx = p.begin().await.expect("begin");
    let trust = TrustSettings { servers: vec!["mx.brekkesund.example".into()], ..TrustSettings::default() };
    trust::set(&mut tx, &trust).await.expect("set");
    tx.commit().await.expect("commit");
}

#[test]
fn the_words_of_our_own_server_prove_a_sender_and_those_of_others_do_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        trusting(p).await;
        let cc = "Cc: ola@verksted.example\r\n";
        let forged = PASS.replace("mx.brekkesund", "mx.evil");
        let below = format!("Authentication-Results: mx.brekkesund.example; dkim=none\r\nReceived: by mx\r\n{PASS}");
        let denied = "Authentication-Results: mx.brekkesund.example; dmarc=fail header.from=post.example\r\n";
        let cases = [
            (PASS, Some(Verdict::Proved)),
            (&forged, None),
            (&below, Some(Verdict::Unproved)),
            (denied, Some(Verdict::Failed)),
            ("", None),
        ];
        for (n, (header, _)) in cases.iter().enumerate() {
            take_in(p, [mail(&format!("{header}Subject: s{n}\r\n{cc}"), "Hei")]).await;
        }
        for (conversation, (header, expect)) in conversations_of(p).await.iter().zip(cases) {
            let thread = thread(p, &conversation.id).await;
            assert_eq!(thread.messages[0].proof.as_ref().map(|proof| proof.verdict), expect, "{header}");
            let let_in: Vec<_> = thread.participants.iter().map(|one| one.state).collect();
            let expected = if expect == Some(Verdict::Proved) { vec![ParticipantState::Confirmed] } else { vec![] };
            assert_eq!(let_in, expected, "{header}");
        }
    });
}

#[test]
fn a_colleagues_address_without_proof_is_warned_of_and_so_is_a_colleagues_name() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        trusting(p).await;
        let from = |from: &str, header: &str| {
            let text = format!("Hei {from} {}", header.len());
            format!("{header}From: {from}\r\nTo: {US}\r\nSubject: s\r\n\r\n{text}\r\n").into_bytes()
        };
        let pass = PASS.replace("header.d=post.example", "header.d=brekkesund.example");
        take_in(p, [from("Ingrid Moen <ingrid@brekkesund.example>", "")]).await;
        take_in(p, [from("Ingrid Moen <ingrid@brekkesund.example>", &pass)]).await;
        take_in(p, [from("INGRID  moen <ingrid@evil.example>", "")]).await;
        take_in(p, [from("ingrid@brekkesund.example <x@evil.example>", "")]).await;
        take_in(p, [from("\u{202E}Kari <kari@p\u{43E}st.example>", "")]).await;
        let mut warned = Vec::new();
        for conversation in conversations_of(p).await {
            warned.push(thread(p, &conversation.id).await.messages[0].warnings.join(" "));
        }
        let expect =
            ["unproved_staff", "", "name_of_colleague", "name-holds-address", "hidden-characters foreign-letters"];
        assert_eq!(warned, expect);
    });
}

#[test]
fn a_mail_from_our_own_address_makes_nothing_unless_a_form_wrote_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        for from in [US, "HEI@brekkesund.example", "hei+1001.abc@brekkesund.example"] {
            take_in(p, [format!("From: {from}\r\nTo: {US}\r\nReply-To: {US}\r\n\r\n{from}\r\n").into_bytes()]).await;
        }
        assert!(conversations_of(p).await.is_empty());
        assert_eq!(journal_states(p).await, "own:3");
        let form = format!("From: {US}\r\nTo: {US}\r\nReply-To: {KARI}\r\nSubject: Skjema\r\n\r\nHei\r\n");
        take_in(p, [form.into_bytes()]).await;
        let thread = only(p).await;
        assert_eq!((thread.messages[0].from.address.as_str(), thread.messages[0].proof.clone()), (KARI, None));
    });
}

#[test]
fn somebody_who_answers_a_customers_mail_is_new_here() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        take_in(p, [mail("Subject: Motoren\r\nMessage-ID: <1@post.example>\r\n", "Den stopper.")]).await;
        let answer =
            "From: Ola <ola@verksted.example>\r\nSubject: Re: Motoren\r\nIn-Reply-To: <1@post.example>\r\n\r\nHei\r\n";
        let explained = crate::process::explain(p, answer.as_bytes()).await.expect("explained");
        assert_eq!((explained.outcome.as_str(), explained.conversation), ("joins_new_here", Some(1001)));
        assert!(explained.to_string().contains("joins_new_here evidence=foreign_message number=1001"), "{explained}");
        take_in(p, [answer.as_bytes().to_vec()]).await;
        let thread = only(p).await;
        assert_eq!(thread.participants[0].state, ParticipantState::NewHere);
        assert_eq!(thread.participants[0].mailbox.address, "ola@verksted.example");
    });
}
