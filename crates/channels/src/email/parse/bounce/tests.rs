//! Bounces of our own making, one for each manner of mail system.

use super::super::{Automatic, parse};
use super::{Bounce, BounceKind};

/// A mail with this header and text.
fn bounce_of(header: &str, text: &str) -> Option<Bounce> {
    let mail = format!("To: desk@shop.example\nSubject: x\n{header}\n\n{text}\n");
    parse(mail.as_bytes()).expect("readable").bounce
}

fn daemon(text: &str) -> Option<Bounce> {
    bounce_of("From: Mail Delivery System <MAILER-DAEMON@mx.example>\nReturn-Path: <>", text)
}

/// `address status hard` of every recipient, and the first words.
fn told(bounce: &Bounce) -> Vec<String> {
    let line = |one: &super::BouncedRecipient| {
        format!("{} {} {}", one.address, one.status.as_deref().unwrap_or("-"), if one.hard { "hard" } else { "soft" })
    };
    bounce.recipients.iter().map(line).collect()
}

fn report(recipients: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\nTo: desk@shop.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n\
         Your mail did not get through.\n\n<kari@post.example>: no mailbox by that name\n\n--b\n\
         Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n{recipients}\n--b\n\
         Content-Type: message/rfc822\n\nReceived: from a by b\nMessage-ID:\n <msg_1.abc@shop.example>\nSubject: Hello\n\
         To: kari@post.example\n\nHello\n--b--\n"
    )
}

#[test]
fn a_report_names_recipients_reasons_and_the_returned_mail() {
    let mail = report(
        "Final-Recipient: rfc822; <Kari@post.example>\nOriginal-Recipient: rfc822;kari@alias.example\nAction: failed\n\
         Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No\n such user here\n\n\
         Final-Recipient: RFC822; ola@post.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 quota\n\n\
         Final-Recipient: rfc822; siv@post.example\nAction: delivered\nStatus: 2.1.5\n",
    );
    let read = parse(mail.as_bytes()).expect("readable");
    let bounce = read.bounce.expect("a bounce");
    assert_eq!(bounce.kind, BounceKind::Failed);
    assert_eq!(told(&bounce), ["kari@alias.example 5.1.1 hard", "ola@post.example 5.2.2 soft"]);
    assert_eq!(bounce.recipients[0].final_address.as_deref(), Some("Kari@post.example"));
    assert_eq!(bounce.recipients[0].words, "550 5.1.1 No such user here");
    assert_eq!(bounce.returned, ["msg_1.abc@shop.example"]);
    assert_eq!(read.automatic, Some(Automatic::Report));
}

#[test]
fn a_report_without_the_servers_words_borrows_them_from_its_text() {
    let mail = report("Final-Recipient: rfc822; kari@post.example\nAction: failed\nStatus: 5.0.0\n");
    let bounce = parse(mail.as_bytes()).expect("readable").bounce.expect("a bounce");
    assert!(bounce.recipients[0].words.contains("no mailbox by that name"), "{bounce:?}");
}

#[test]
fn what_is_late_or_arrived_is_no_failure() {
    let kind = |fields: &str| {
        let mail = report(&format!("Final-Recipient: rfc822; kari@post.example\n{fields}\n"));
        parse(mail.as_bytes()).expect("readable").bounce.map(|bounce| bounce.kind)
    };
    assert_eq!(kind("Action: delayed\nStatus: 4.4.1"), Some(BounceKind::Delayed));
    assert_eq!(kind("Action: Failed (given up)\nStatus: 4.4.7"), Some(BounceKind::Failed));
    assert_eq!(kind("Action: delivered\nStatus: 2.0.0"), None);
    assert_eq!(kind("Action: relayed"), None);
    assert_eq!(kind("Status: 4.2.0"), Some(BounceKind::Delayed));
    assert_eq!(kind("Status: 2.0.0"), None);
    assert_eq!(kind(""), Some(BounceKind::Failed));
}

#[test]
fn two_recipients_without_a_blank_line_between_are_two() {
    let mail = report(
        "Final-Recipient: rfc822; a@post.example\nAction: failed\nStatus: 5.1.1\n\
         Final-Recipient: rfc822; b@post.example\nAction: failed\nStatus: 5.1.1\n",
    );
    let bounce = parse(mail.as_bytes()).expect("readable").bounce.expect("a bounce");
    assert_eq!(told(&bounce), ["a@post.example 5.1.1 hard", "b@post.example 5.1.1 hard"]);
}

#[test]
fn notices_in_words_are_read_whatever_system_wrote_them() {
    let notices = [
        // qmail
        "Hi. This is the program at mx.example.\nI'm afraid I wasn't able to deliver your message. It could not be delivered.\n\n\
         <kari@post.example>:\n198.51.100.7 does not like recipient.\nRemote host said: 550 5.1.1 no such user\n\n\
         --- Below this line is a copy of the message.\n\nReturn-Path: <desk@shop.example>\n\
         Message-ID: <msg_1.abc@shop.example>\nFrom: other@shop.example\n\nHei",
        // Exim
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered \
         to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  kari@post.example\n\
         \u{20}   SMTP error from remote mail server after RCPT TO:<kari@post.example>:\n\
         \u{20}   550 5.1.1 <kari@post.example>: user unknown\n\n------ This is a copy of the message, including all the headers. ------\n\n\
         Message-Id: <msg_1.abc@shop.example>\nTo: nobody@post.example\n",
        // Sendmail of old
        "   ----- Transcript of session follows -----\n... while talking to post.example:\n>>> RCPT To:<kari@post.example>\n\
         <<< 550 5.1.1 User unknown\n550 5.1.1 <kari@post.example>... User unknown\n\n   ----- Unsent message follows -----\n\
         Message-ID: <msg_1.abc@shop.example>\nFrom: desk@shop.example\n",
        // Postfix in plain text
        "This is the mail system at host mx.example.\n\nYour message could not be delivered to one or more recipients.\n\n\
         <kari@post.example>: host mx.post.example said: 550 5.1.1 unknown user\n    (in reply to RCPT TO command)\n\n\
         Message-ID: <msg_1.abc@shop.example>\n",
    ];
    for notice in notices {
        let bounce = daemon(notice).unwrap_or_else(|| panic!("no bounce: {notice}"));
        assert_eq!(bounce.kind, BounceKind::Failed, "{notice}");
        assert_eq!(told(&bounce), ["kari@post.example 5.1.1 hard"], "{notice}\n{bounce:?}");
        assert_eq!(bounce.returned, ["msg_1.abc@shop.example"], "{notice}");
    }
}

#[test]
fn notices_without_codes_are_read_too() {
    let notices = [
        // Exchange
        "Your message\n\n  To:      kari@post.example\n  Subject: Hei\n\ndid not reach the following recipient(s):\n\n\
         kari@post.example on Thu, 29 Apr 2021\n    The recipient name is not recognized\n",
        // Domino
        "Your message\n\n  Subject: Hei\n\nwas not delivered to:\n\n  kari@post.example\n\nbecause:\n\n  \
         User kari (kari@post.example) not listed in the Directory\n",
        // In a sentence
        "User unknown: kari@post.example\n\nOriginal message follows.\n\nTo: other@post.example\n",
        // With a label
        "Each of the following recipients was rejected by a remote\nmail server.\n\n    Recipient: <kari@post.example>\n    \
         >>> RCPT TO:<kari@post.example>\n    <<< no such user\n",
    ];
    for notice in notices {
        let bounce = daemon(notice).unwrap_or_else(|| panic!("no bounce: {notice}"));
        assert_eq!(told(&bounce), ["kari@post.example - hard"], "{notice}");
    }
}

#[test]
fn a_notice_says_who_failed_in_a_field_of_its_own() {
    let header = "From: somebody@post.example\nX-Failed-Recipients: kari@post.example, ola@post.example";
    let bounce = bounce_of(header, "Ihre Nachricht kam nicht an.").expect("a bounce");
    assert_eq!(told(&bounce), ["kari@post.example - soft", "ola@post.example - soft"]);
}

#[test]
fn a_warning_is_no_failure() {
    let late = "This is a warning message only. You do not need to resend your message.\n\nDelivery to\n\n  kari@post.example\n\n\
                has been delayed. It will be retried for 2 more days. Reason: 450 mailbox busy, not delivered\n";
    let bounce = daemon(late).expect("a report");
    assert_eq!((bounce.kind, told(&bounce)), (BounceKind::Delayed, vec!["kari@post.example - soft".to_owned()]));
}

#[test]
fn a_guard_that_asks_for_a_sign_of_life_is_no_failure_of_the_address() {
    let mail = report(
        "Final-Recipient: rfc822; kari@post.example\nAction: failed\nStatus: 5.1.1\n\
         Diagnostic-Code: smtp; 550 user unknown to us, your server requires confirmation: https://guard.example/c\n",
    );
    let bounce = parse(mail.as_bytes()).expect("readable").bounce.expect("a bounce");
    assert_eq!((bounce.kind, bounce.recipients[0].hard), (BounceKind::Challenged, false));
}

#[test]
fn people_who_write_about_bounces_are_people() {
    let person = "From: Kari <kari@post.example>";
    for text in [
        "Hi, my mail to you was returned: User unknown, 550 5.1.1 <desk@shop.example>. Undelivered mail returned to sender!",
        "I am away until Monday. Your message was not delivered to anybody else.",
    ] {
        assert_eq!(bounce_of(person, text), None, "{text}");
    }
    let away = "From: Kari <kari@post.example>\nReturn-Path: <>\nAuto-Submitted: auto-replied";
    assert_eq!(bounce_of(away, "I am away until Monday."), None);
}

#[test]
fn complaints_and_receipts_are_no_bounces() {
    for kind in ["feedback-report", "disposition-notification"] {
        let mail = format!(
            "From: MAILER-DAEMON@mx.example\nSubject: Delivery failure\nContent-Type: multipart/report; boundary=b\n\n--b\n\n\
             Delivery failed to <kari@post.example>\n--b\nContent-Type: message/{kind}\n\nx: y\n--b--\n"
        );
        assert_eq!(parse(mail.as_bytes()).expect("readable").bounce, None, "{kind}");
    }
}

#[test]
fn what_the_report_answers_is_the_returned_mail_when_nothing_else_says_it() {
    let header = "From: postmaster@mx.example\nIn-Reply-To: <msg_2@shop.example>\nReferences: <a@x.example> <msg_2@shop.example>";
    let bounce = bounce_of(header, "Delivery has failed to kari@post.example").expect("a bounce");
    assert_eq!(bounce.returned, ["msg_2@shop.example", "a@x.example"]);
    assert_eq!(told(&bounce), ["kari@post.example - soft"]);
}

#[test]
fn a_hostile_notice_costs_no_more_than_reading_it() {
    let before = super::super::tests::cpu_time();
    for piece in
        ["<a@b.example>\n", "550 a@b.example ", "Message-ID: <x@y.example>\n", "--- original message\n", "undeliver\n"]
    {
        let _ = daemon(&format!("undeliverable\n{}", piece.repeat(400_000 / piece.len())));
        let _ = parse(report(&format!("Final-Recipient: rfc822; a@b.example\n{piece}").repeat(5_000)).as_bytes());
    }
    let taken = super::super::tests::cpu_time() - before;
    assert!(taken.as_secs() < 10, "{taken:?}");
}
