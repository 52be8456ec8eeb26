//! The sender against our own listener, and against servers that misbehave.

use std::sync::Arc;
use std::time::Instant;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use super::*;
use crate::email::listener::tests_support::{Kept, start};
use crate::email::listener::{Protocol, Refusal};

const MAIL: &[u8] = b"Subject: Hei\r\n\r\n.dot\r\n..\r\nend\r\n";

pub(super) fn relay(port: u16) -> Relay {
    let waits = Waits {
        connect: Duration::from_secs(5),
        command: Duration::from_millis(400),
        mail: Duration::from_millis(400),
    };
    Relay {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::None,
        login: None,
        hello: "shop.example".into(),
        waits,
        trust: Trust::default(),
    }
}

fn sender(port: u16) -> Sender {
    Sender::new(relay(port))
}

fn to(list: &[&str]) -> Vec<String> {
    list.iter().map(|address| (*address).to_owned()).collect()
}

#[tokio::test]
async fn a_mail_arrives_byte_for_byte_and_the_server_s_words_come_back() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let outcome = sender(server.port).send("us@shop.example", &to(&["a@x.example", "b@x.example"]), MAIL).await;
    assert_eq!(outcome, Outcome::Sent { words: "250 2.0.0 Kept as 1".into(), refused: vec![] });
    let mails = server.kept.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].0.from, "us@shop.example");
    assert_eq!(mails[0].0.recipients, ["a@x.example", "b@x.example"]);
    assert_eq!(mails[0].1, MAIL);
}

#[tokio::test]
async fn refusals_are_told_apart_and_keep_their_words() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let sender = sender(server.port);
    let outcome = sender.send("us@shop.example", &to(&["nobody@x.example"]), MAIL).await;
    assert_eq!(outcome, Outcome::Permanent { words: "550 5.1.1 Nobody here has this address".into() });
    let outcome = sender.send("us@shop.example", &to(&["later@x.example", "a@x.example"]), MAIL).await;
    assert_eq!(outcome, Outcome::Temporary { words: "451 4.3.0 Come back".into() });
    let outcome = sender.send("us@shop.example", &to(&["nobody@x.example", "a@x.example"]), MAIL).await;
    let words = "550 5.1.1 Nobody here has this address".to_owned();
    let refused = vec![RefusedRecipient { address: "nobody@x.example".into(), words }];
    assert_eq!(outcome, Outcome::Sent { words: "250 2.0.0 Kept as 1".into(), refused });
    for (refusal, permanent) in [(Refusal::later("disk"), false), (Refusal::never("no"), true)] {
        server.kept.answer(Some(refusal.clone()));
        let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
        let words = format!("{} {} {}", refusal.code, refusal.status, refusal.text);
        let expected = if permanent { Outcome::Permanent { words } } else { Outcome::Temporary { words } };
        assert_eq!(outcome, expected);
    }
}

#[tokio::test]
async fn what_is_no_address_is_never_sent() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    for bad in ["", "x", "a@b.example>\r\nRCPT TO:<c@d.example", "a b@c.example"] {
        let outcome = sender(server.port).send("us@shop.example", &to(&[bad]), MAIL).await;
        assert!(matches!(outcome, Outcome::Permanent { .. }), "{bad:?}: {outcome:?}");
    }
    assert!(server.kept.mails().is_empty());
}

#[tokio::test]
async fn nobody_at_home_means_try_again() {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr().expect("an address").port();
    let outcome = sender(free).send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
    let Outcome::Temporary { words } = outcome else { panic!("{outcome:?}") };
    assert!(words.to_lowercase().contains("refused"), "{words}");
}

#[tokio::test]
async fn without_the_tls_that_was_asked_for_nothing_is_sent() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let mut sender = sender(server.port);
    sender.relay.tls = Tls::StartTls;
    sender.relay.host = "localhost".into();
    let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
    assert!(matches!(&outcome, Outcome::Temporary { words } if words.contains("STARTTLS")), "{outcome:?}");
    sender.relay.tls = Tls::Implicit;
    let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
    assert!(matches!(outcome, Outcome::Temporary { .. }), "{outcome:?}");
    assert!(server.kept.mails().is_empty());
}

/// A server that says its lines, one for each line it reads; `None` hangs up, `Some("")` says
/// nothing more.
async fn scripted(lines: &'static [Option<&'static str>]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut stream = BufReader::new(stream);
        let mut in_data = false;
        for line in lines {
            match line {
                None => return,
                Some("") => std::future::pending::<()>().await,
                Some(text) => {
                    let _ = stream.write_all(format!("{text}\r\n").as_bytes()).await;
                    in_data = text.starts_with("354");
                }
            }
            let mut heard = String::new();
            while stream.read_line(&mut heard).await.is_ok_and(|count| count > 0) {
                if !in_data || heard.ends_with("\r\n.\r\n") {
                    break;
                }
            }
        }
    });
    port
}

#[tokio::test]
async fn every_way_to_fail_is_told_apart() {
    let cases: [(&[Option<&str>], &str); 13] = [
        (
            &[
                Some("220 x"),
                Some("250 x"),
                Some("250 ok"),
                Some("250 ok"),
                Some("354 go"),
                Some("250 2.0.0 queued as 7"),
                Some("221 bye"),
            ],
            "sent 250 2.0.0 queued as 7",
        ),
        // The server took it and hung up before saying goodbye: taken is taken.
        (
            &[Some("220 x"), Some("250 x"), Some("250 ok"), Some("250 ok"), Some("354 go"), Some("250 queued"), None],
            "sent 250 queued",
        ),
        (
            &[
                Some("220 x"),
                Some("250 x"),
                Some("250 ok"),
                Some("250 ok"),
                Some("354 go"),
                Some("250 queued"),
                Some(""),
            ],
            "sent 250 queued",
        ),
        // Hung up before the final answer: nobody knows, so again.
        (
            &[Some("220 x"), Some("250 x"), Some("250 ok"), Some("250 ok"), Some("354 go"), None],
            "temporary incomplete response",
        ),
        (
            &[Some("220 x"), Some("250 x"), Some("250 ok"), Some("250 ok"), Some("354 go"), Some("")],
            "temporary No answer after the mail was handed over",
        ),
        (
            &[
                Some("220 x"),
                Some("250 x"),
                Some("250 ok"),
                Some("250 ok"),
                Some("354 go"),
                Some("452 4.2.2 mailbox full"),
            ],
            "temporary 452 4.2.2 mailbox full",
        ),
        (
            &[Some("220 x"), Some("250 x"), Some("250 ok"), Some("250 ok"), Some("354 go"), Some("554 5.7.1 spam")],
            "permanent 554 5.7.1 spam",
        ),
        (
            &[Some("220 x"), Some("250 x"), Some("250 ok"), Some("550-5.1.1 no\r\n550 5.1.1 user")],
            "permanent 550 5.1.1 no user",
        ),
        (&[Some("220 x"), Some("250 x"), Some("553 5.1.8 sender?")], "permanent 553 5.1.8 sender?"),
        (&[Some("220 x"), Some("250 x"), Some("")], "temporary No answer in time"),
        (&[Some("220 x"), None], "temporary incomplete response"),
        // A server that does not want us at all says nothing about this mail.
        (&[Some("554 5.7.1 not you")], "temporary 554 5.7.1 not you"),
        (&[Some("nonsense")], "temporary"),
    ];
    for (script, expected) in cases {
        let outcome = sender(scripted(script).await).send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
        let found = match &outcome {
            Outcome::Sent { words, .. } => format!("sent {words}"),
            Outcome::Temporary { words } => format!("temporary {words}"),
            Outcome::Permanent { words } => format!("permanent {words}"),
        };
        assert!(found.starts_with(expected), "{found:?} is not {expected:?} for {script:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_is_not_the_mail_s_fault_and_is_not_shown() {
    let script = &[Some("220 x"), Some("250-x\r\n250 AUTH PLAIN"), Some("535 5.7.8 wrong")];
    let mut sender = sender(scripted(script).await);
    sender.relay.login = Some(Login::password("us", "hunter2"));
    let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
    assert_eq!(outcome, Outcome::Temporary { words: "535 5.7.8 wrong".into() });
}

#[tokio::test]
async fn a_silent_server_is_left_in_time() {
    let started = Instant::now();
    let mut sender = sender(scripted(&[Some("")]).await);
    sender.relay.waits.connect = Duration::from_millis(300);
    let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), MAIL).await;
    assert_eq!(outcome, Outcome::Temporary { words: "No connection in time".into() });
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_composed_mail_goes_the_whole_way() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let sender = Arc::new(sender(server.port));
    let bytes = crate::email::compose::compose(&crate::email::compose::tests::sample()).expect("a mail");
    let outcome = sender.send("us@shop.example", &to(&["a@x.example"]), &bytes).await;
    assert!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
    assert_eq!(server.kept.mails()[0].1, bytes);
}
