//! The listener over real sockets, with raw bytes: good peers, odd ones and hostile ones.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::tests_support::{Kept, Server, start, start_with};
use super::*;

async fn connect(server: &Server) -> TcpStream {
    TcpStream::connect(("127.0.0.1", server.port)).await.expect("a connection")
}

/// Says everything at once, then hears until the server closes.
async fn talk(server: &Server, said: &str) -> String {
    let mut stream = connect(server).await;
    stream.write_all(said.as_bytes()).await.expect("written");
    heard(&mut stream).await
}

async fn heard(stream: &mut TcpStream) -> String {
    let mut answers = Vec::new();
    let _ = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut answers)).await.expect("in time");
    String::from_utf8(answers).expect("answers are text")
}

async fn hear_line(stream: &mut TcpStream) -> String {
    let mut line = Vec::new();
    while !line.ends_with(b"\n") {
        let byte = tokio::time::timeout(Duration::from_secs(10), stream.read_u8()).await.expect("in time");
        match byte {
            Ok(byte) => line.push(byte),
            Err(_) => break,
        }
    }
    String::from_utf8(line).expect("answers are text")
}

/// The codes of all answers, continuation lines left out.
fn codes(answers: &str) -> String {
    let last = answers.lines().filter(|line| line.as_bytes().get(3) == Some(&b' '));
    last.map(|line| &line[..3]).collect::<Vec<_>>().join(" ")
}

const START: &str = "EHLO a.example\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<s@shop.example>\r\nDATA\r\n";

#[tokio::test]
async fn a_mail_said_all_at_once_is_kept_whole() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let answers = talk(&server, &format!("{START}Subject: x\r\n\r\n..dot\r\nend\r\n.\r\nQUIT\r\n")).await;
    assert_eq!(codes(&answers), "220 250 250 250 354 250 221");
    assert_eq!(server.kept.texts(), ["Subject: x\r\n\r\n.dot\r\nend\r\n"]);
    let (envelope, _) = &server.kept.mails()[0];
    assert_eq!((envelope.from.as_str(), envelope.protocol), ("a@x.example", Protocol::Smtp));
    assert_eq!(envelope.recipients, ["s@shop.example"]);
    assert!(envelope.peer.ip().is_loopback());
}

#[tokio::test]
async fn a_mail_said_byte_by_byte_is_the_same_mail() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let mut stream = connect(&server).await;
    stream.set_nodelay(true).expect("a socket option");
    for byte in format!("{START}..a\r\n.\r\nQUIT\r\n").bytes() {
        stream.write_all(&[byte]).await.expect("written");
        tokio::task::yield_now().await;
    }
    assert_eq!(codes(&heard(&mut stream).await), "220 250 250 250 354 250 221");
    assert_eq!(server.kept.texts(), [".a\r\n"]);
}

#[tokio::test]
async fn the_greeting_names_what_is_offered() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let answers = talk(&server, "EHLO a.example\r\nQUIT\r\n").await;
    let expected = "220 desk.example ESMTP Tillit\r\n250-desk.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n\
        250-SIZE 52428800\r\n250 ENHANCEDSTATUSCODES\r\n221 2.0.0 Goodbye\r\n";
    assert_eq!(answers, expected);
}

#[tokio::test]
async fn lmtp_answers_once_for_each_recipient() {
    let server = start(Protocol::Lmtp, Kept::default()).await;
    let said = "LHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@shop.example>\r\nRCPT TO:<nobody@shop.example>\r\n\
        RCPT TO:<b@shop.example>\r\nRCPT TO:<b@shop.example>\r\nDATA\r\nx\r\n.\r\nQUIT\r\n";
    let answers = talk(&server, said).await;
    assert_eq!(codes(&answers), "220 250 250 250 550 250 250 354 250 250 250 221");
    let (envelope, _) = &server.kept.mails()[0];
    assert_eq!((envelope.from.as_str(), envelope.protocol), ("", Protocol::Lmtp));
    assert_eq!(envelope.recipients, ["a@shop.example", "b@shop.example"]);
    assert_eq!(codes(&talk(&server, "EHLO a\r\nHELO a\r\nQUIT\r\n").await), "220 500 500 221");
}

#[tokio::test]
async fn commands_out_of_turn_or_unknown_are_refused_and_do_no_harm() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let cases = [
        ("MAIL FROM:<a@x.example>\r\n", "503"),
        ("EHLO a\r\nRCPT TO:<a@x.example>\r\n", "250 503"),
        ("EHLO a\r\nDATA\r\n", "250 503"),
        ("EHLO a\r\nMAIL FROM:<a@x.example>\r\nDATA\r\n", "250 250 503"),
        ("EHLO a\r\nMAIL FROM:<a@x.example>\r\nMAIL FROM:<b@x.example>\r\n", "250 250 503"),
        ("EHLO a\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<nobody@x.example>\r\nDATA\r\n", "250 250 550 503"),
        ("EHLO a\r\nMAIL FROM:<a@x.example>\r\nRSET\r\nRCPT TO:<a@x.example>\r\n", "250 250 250 503"),
        ("HELO a\r\nNOOP\r\nVRFY x\r\nHELP\r\nEXPN x\r\n", "250 250 252 214 500"),
        ("LHLO a\r\nWHAT\r\n\r\nMAIL FROM\r\nMAIL FROM:x\r\n", "500 500 500 501 501"),
        ("EHLO a\r\nMAIL FROM:<a@x.example> BODY=BINARYMIME\r\n", "250 555"),
        ("EHLO a\r\nMAIL FROM:<a@x.example> NONSENSE=1\r\n", "250 555"),
        ("EHLO a\r\nMAIL FROM:<\u{e5}se@x.example> SMTPUTF8 BODY=8BITMIME SIZE=10\r\n", "250 250"),
        ("EHLO a\nQUIT\n", "500 500"),
        ("EHLO a\rb\r\n", "500"),
    ];
    for (said, expected) in cases {
        let answers = talk(&server, &format!("{said}QUIT\r\n")).await;
        assert_eq!(codes(&answers), format!("220 {expected} 221"), "{said:?}");
    }
    let long = format!("NOOP {}\r\nQUIT\r\n", "x".repeat(100_000));
    assert_eq!(codes(&talk(&server, &long).await), "220 500 221");
    assert!(server.kept.mails().is_empty());
}

#[tokio::test]
async fn what_could_hide_commands_ends_the_connection() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    for said in ["GET / HTTP/1.1\r\n", "post /x HTTP/1.1\r\n", "EHLO a\r\nHost: x\r\n"] {
        assert!(
            talk(&server, &format!("{said}{START}x\r\n.\r\n")).await.ends_with("This is a mail server\r\n"),
            "{said}"
        );
    }
    for said in ["BDAT 10 LAST\r\n", "STARTTLS\r\n", "AUTH PLAIN\r\n"] {
        assert!(
            talk(&server, &format!("EHLO a\r\n{said}{START}x\r\n.\r\n"))
                .await
                .ends_with("502 5.5.1 Not offered here\r\n"),
            "{said}"
        );
    }
    assert!(talk(&server, &"NONSENSE\r\n".repeat(50)).await.ends_with("421 4.7.0 Too many errors\r\n"));
    assert!(server.kept.mails().is_empty());
}

#[tokio::test]
async fn no_second_mail_is_smuggled_in() {
    let inner = "MAIL FROM:<evil@x.example>\r\nRCPT TO:<v@shop.example>\r\nDATA\r\nevil\r\n";
    for trick in
        ["\n.\r\n", "\n.\n", "\r.\r\n", "\r.\r", "\r\n.\n", "\r\n.\r", "\r\n.\r\r\n", "\n.\r\r\n", "\r\n.\0\r\n"]
    {
        let server = start(Protocol::Smtp, Kept::default()).await;
        let answers = talk(&server, &format!("{START}good{trick}{inner}\r\n.\r\nQUIT\r\n")).await;
        assert_eq!(codes(&answers), "220 250 250 250 354 250 221", "{trick:?}");
        let texts = server.kept.texts();
        assert_eq!(texts.len(), 1, "{trick:?}");
        assert!(texts[0].contains("MAIL FROM:<evil@x.example>"), "{trick:?}");
    }
}

#[tokio::test]
async fn mails_that_are_too_large_are_refused_and_reported() {
    let limits = Limits { message_bytes: 50_000, ..Limits::default() };
    let server = start_with(Protocol::Lmtp, Kept::default(), limits).await;
    let announced = talk(&server, "LHLO a\r\nMAIL FROM:<a@x.example> SIZE=50001\r\nQUIT\r\n").await;
    assert_eq!(codes(&announced), "220 250 552 221");
    let body = "0123456789abcdef0123456789abcdef\r\n".repeat(20_000);
    let said = format!(
        "LHLO a\r\nMAIL FROM:<a@x.example> SIZE=10\r\nRCPT TO:<s@shop.example>\r\nRCPT TO:<t@shop.example>\r\nDATA\r\n\
         Subject: big\r\n\r\n{body}.\r\nMAIL FROM:<b@x.example>\r\nRCPT TO:<s@shop.example>\r\nDATA\r\nsmall\r\n.\r\nQUIT\r\n"
    );
    let answers = talk(&server, &said).await;
    assert_eq!(codes(&answers), "220 250 250 250 250 354 552 552 250 250 354 250 221");
    assert_eq!(server.kept.texts(), ["small\r\n"]);
    let reported = server.kept.oversize();
    assert_eq!((reported[0].1, reported[0].2, reported[0].0.from.as_str()), (50_001, 0, "a@x.example"));
    assert_eq!(reported[1].1, body.len() as u64 + 16);
    assert!(reported[1].2 > 1_000 && reported[1].0.recipients.len() == 2);
}

#[tokio::test]
async fn a_mail_of_the_largest_size_is_taken_however_little_memory_is_shared() {
    let limits = Limits { message_bytes: 2_000_000, buffered_bytes: 3_000_000, ..Limits::default() };
    let server = start_with(Protocol::Smtp, Kept::default(), limits).await;
    let body = "x".repeat(1_999_998) + "\r\n";
    let said = format!("{START}{body}.\r\nQUIT\r\n");
    let both = tokio::join!(talk(&server, &said), talk(&server, &said), talk(&server, &said));
    for answers in [both.0, both.1, both.2] {
        assert_eq!(codes(&answers), "220 250 250 250 354 250 221");
    }
    assert!(server.kept.mails().iter().all(|(_, bytes)| bytes.len() == 2_000_000));
}

#[tokio::test]
async fn only_so_many_recipients_are_taken_in_one_mail() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    let recipients: String = (0..102).map(|n| format!("RCPT TO:<a{n}@shop.example>\r\n")).collect();
    let said = format!("EHLO a\r\nMAIL FROM:<a@x.example>\r\n{recipients}DATA\r\nx\r\n.\r\nQUIT\r\n");
    let answers = talk(&server, &said).await;
    assert!(codes(&answers).ends_with("250 452 452 354 250 221"), "{}", codes(&answers));
    assert_eq!(server.kept.mails()[0].0.recipients.len(), 100);
}

#[tokio::test]
async fn what_could_not_be_kept_is_not_said_to_be() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    for (refusal, expected) in [
        (Refusal::later("disk\r\n250 fine"), "451 4.3.0 disk  250 fine\r\n"),
        (Refusal::no_room("full"), "452 4.3.1 full\r\n"),
        (Refusal::never("no"), "554 5.7.1 no\r\n"),
    ] {
        server.kept.answer(Some(refusal));
        let answers = talk(&server, &format!("{START}x\r\n.\r\nQUIT\r\n")).await;
        assert!(answers.contains(&format!("\r\n{expected}221")), "{answers}");
    }
    assert!(server.kept.mails().is_empty());
}

#[tokio::test]
async fn a_mail_cut_off_is_not_kept() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    for said in ["half a mail", "half\r\n", "half\r\n.", "half\r\n.\r"] {
        let mut stream = connect(&server).await;
        stream.write_all(format!("{START}{said}").as_bytes()).await.expect("written");
        stream.shutdown().await.expect("closed");
        assert_eq!(codes(&heard(&mut stream).await), "220 250 250 250 354", "{said:?}");
    }
    assert!(server.kept.mails().is_empty());
}

#[tokio::test]
async fn silence_and_slowness_end_the_connection() {
    let limits = Limits { idle: Duration::from_millis(80), message: Duration::from_millis(150), ..Limits::default() };
    let server = start_with(Protocol::Smtp, Kept::default(), limits).await;
    let mut stream = connect(&server).await;
    assert!(heard(&mut stream).await.ends_with("421 4.4.2 Nothing was said for too long\r\n"));
    let mut stream = connect(&server).await;
    stream.write_all(format!("{START}slow").as_bytes()).await.expect("written");
    assert!(heard(&mut stream).await.ends_with("421 4.4.2 The mail took too long\r\n"));
}

#[tokio::test]
async fn only_so_many_connections_are_taken_and_places_come_free() {
    let limits = Limits { connections: 2, ..Limits::default() };
    let server = start_with(Protocol::Smtp, Kept::default(), limits).await;
    let mut first = connect(&server).await;
    let mut second = connect(&server).await;
    assert!(hear_line(&mut first).await.starts_with("220") && hear_line(&mut second).await.starts_with("220"));
    let mut third = connect(&server).await;
    assert!(heard(&mut third).await.starts_with("421 4.7.0 Too many connections"));
    first.write_all(b"QUIT\r\n").await.expect("written");
    let _ = heard(&mut first).await;
    for _ in 0..100 {
        if hear_line(&mut connect(&server).await).await.starts_with("220") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the place did not come free");
}

#[tokio::test]
async fn when_stopped_mails_on_their_way_are_finished_and_the_idle_sent_off() {
    let server = start(Protocol::Smtp, Kept::default()).await;
    server.kept.take_time(Duration::from_millis(150));
    let mut idle = connect(&server).await;
    assert!(hear_line(&mut idle).await.starts_with("220"));
    let mut busy = connect(&server).await;
    busy.write_all(format!("{START}on its way\r\n").as_bytes()).await.expect("written");
    while !hear_line(&mut busy).await.starts_with("354") {}
    server.stop.send(true).expect("the listener runs");
    assert_eq!(heard(&mut idle).await, "421 4.3.2 The server stops, try again soon\r\n");
    busy.write_all(b".\r\n").await.expect("written");
    assert_eq!(codes(&heard(&mut busy).await), "250 421");
    tokio::time::timeout(Duration::from_secs(5), server.running).await.expect("in time").expect("no panic");
    assert_eq!(server.kept.texts(), ["on its way\r\n"]);
}

#[tokio::test]
async fn a_mail_that_never_ends_does_not_hold_the_stop_up() {
    let limits = Limits { drain: Duration::from_millis(100), ..Limits::default() };
    let server = start_with(Protocol::Smtp, Kept::default(), limits).await;
    let mut busy = connect(&server).await;
    busy.write_all(format!("{START}on its way\r\n").as_bytes()).await.expect("written");
    while !hear_line(&mut busy).await.starts_with("354") {}
    server.stop.send(true).expect("the listener runs");
    tokio::time::timeout(Duration::from_secs(5), server.running).await.expect("in time").expect("no panic");
    assert!(server.kept.mails().is_empty());
}
