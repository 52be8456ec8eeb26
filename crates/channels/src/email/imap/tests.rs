//! Looking into the mailboxes of a real server.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};

use super::*;
use crate::email::imap::dovecot::{self, OLD_FASHIONED, PASSWORD};

fn login() -> Login {
    Login::password("kari", PASSWORD)
}

async fn kind(place: &Place, trust: &Trust, login: &Login, folder: &str) -> Option<Kind> {
    probe(place, trust, login, folder, 0).await.err().map(|trouble| trouble.kind)
}

#[tokio::test]
async fn a_look_finds_folders_and_the_newest_mails_and_changes_nothing() {
    let Some(server) = dovecot::start("") else { return };
    for n in 1..=5 {
        server.deliver("kari", &format!("{n}.m"), format!("Subject: {n}\r\n\r\nHei\r\n").as_bytes());
    }
    let place = server.place("localhost", Tls::Implicit);
    let found = probe(&place, &server.trust(), &login(), "INBOX", 3).await.expect("a look");
    assert_eq!(found.folders[0].name, "INBOX");
    assert_eq!((found.opened.mails, found.opened.uid_next, found.can_wait), (5, 6, true));
    assert_eq!(found.newest.iter().map(|mail| mail.uid).collect::<Vec<_>>(), [5, 4, 3]);
    assert_eq!(found.newest[0].bytes, b"Subject: 5\r\n\r\nHei\r\n");
    assert!(found.newest[0].arrived.is_some() && found.newest[0].size == 19);
    assert!(server.mails("kari", "INBOX").iter().all(|name| !name.contains(":2,S")), "nothing is marked");
    let longer = probe(&place, &server.trust(), &login(), "INBOX", 50).await.expect("a look");
    assert_eq!(longer.newest.len(), 5);
}

#[tokio::test]
async fn tls_is_begun_as_asked_and_only_with_whom_we_trust() {
    let Some(server) = dovecot::start("") else { return };
    let trust = server.trust();
    for tls in [Tls::None, Tls::StartTls, Tls::Implicit] {
        assert_eq!(kind(&server.place("localhost", tls), &trust, &login(), "INBOX").await, None, "{tls:?}");
    }
    for tls in [Tls::StartTls, Tls::Implicit] {
        let stranger = kind(&server.place("localhost", tls), &Trust::default(), &login(), "INBOX").await;
        assert_eq!(stranger, Some(Kind::CertificateUnknown), "{tls:?}");
        let another = kind(&server.place("127.0.0.1", tls), &trust, &login(), "INBOX").await;
        assert_eq!(another, Some(Kind::CertificateOfAnother), "{tls:?}");
    }
    let crossed = Place { port: server.port, ..server.place("localhost", Tls::Implicit) };
    assert_eq!(kind(&crossed, &trust, &login(), "INBOX").await, Some(Kind::NotAMailServer));
}

#[tokio::test]
async fn what_is_wrong_is_called_by_its_name() {
    let Some(server) = dovecot::start("") else { return };
    let (place, trust) = (server.place("localhost", Tls::Implicit), server.trust());
    let wrong = Login::password("kari", "wrong");
    assert_eq!(kind(&place, &trust, &wrong, "INBOX").await, Some(Kind::LoginRefused));
    assert_eq!(kind(&place, &trust, &login(), "Nowhere").await, Some(Kind::FolderMissing));
    let token = Login::token("kari", "x");
    assert_eq!(kind(&place, &trust, &token, "INBOX").await, Some(Kind::TokensNotTaken));
    let gone = Place { port: 1, ..place.clone() };
    assert_eq!(kind(&gone, &trust, &login(), "INBOX").await, Some(Kind::ConnectionRefused));
    let nobody = Place { host: "no.such.host.invalid".into(), ..place };
    assert_eq!(kind(&nobody, &trust, &login(), "INBOX").await, Some(Kind::HostNotFound));
}

#[tokio::test]
async fn a_server_that_wants_tls_first_and_one_that_has_none_say_so() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        writing.write_all(b"* OK hello\r\n").await.expect("written");
        while let Ok(Some(line)) = lines.next_line().await {
            let tag = line.split(' ').next().unwrap_or_default();
            let answer = format!("* CAPABILITY IMAP4rev1 LOGINDISABLED STARTTLS\r\n{tag} OK done\r\n");
            writing.write_all(answer.as_bytes()).await.expect("written");
        }
    });
    let strict = Place { host: "127.0.0.1".into(), port, tls: Tls::None };
    assert_eq!(kind(&strict, &Trust::default(), &login(), "INBOX").await, Some(Kind::TlsNeeded));
    let Some(bare) = dovecot::start("ssl = no\n") else { return };
    let place = bare.place("localhost", Tls::StartTls);
    assert_eq!(kind(&place, &bare.trust(), &login(), "INBOX").await, Some(Kind::StartTlsMissing));
}

#[tokio::test]
async fn an_old_fashioned_server_is_understood_as_well() {
    let Some(server) = dovecot::start(OLD_FASHIONED) else { return };
    server.deliver("kari", "1.m", b"Subject: 1\r\n\r\nHei\r\n");
    let place = server.place("localhost", Tls::None);
    let found = probe(&place, &server.trust(), &login(), "INBOX", 5).await.expect("a look");
    assert!(!found.can_wait && found.newest.len() == 1);
    let mut session = connect(&place, &server.trust(), 1_000).await.expect("connects");
    session.sign_in(&login()).await.expect("signs in");
    session.open("INBOX", false).await.expect("opens");
    session.move_to(&[1], "Ferdig på nytt").await.expect("moves");
    assert!(session.from(1).await.expect("looks").is_empty());
    let folders = session.folders().await.expect("lists");
    assert!(folders.iter().any(|folder| folder.name == "Ferdig på nytt"), "{folders:?}");
}

#[tokio::test]
async fn a_mail_larger_than_allowed_is_passed_over_and_the_next_is_read() {
    let Some(server) = dovecot::start("") else { return };
    server.deliver("kari", "1.m", &[b"Subject: 1\r\n\r\n".to_vec(), vec![b'x'; 5_000]].concat());
    server.deliver("kari", "2.m", b"Subject: 2\r\n\r\n{5}\r\n)\r\n* 9 FETCH (UID 1\r\n");
    let mut session = connect(&server.place("localhost", Tls::None), &server.trust(), 1_000).await.expect("connects");
    session.sign_in(&login()).await.expect("signs in");
    session.open("INBOX", true).await.expect("opens");
    let (fetched, ended) = session.fetch(&[1, 2, 3], 0).await;
    assert_eq!(ended, Ok(()));
    let sizes: Vec<_> =
        fetched.iter().map(|mail| (mail.uid, mail.bytes.as_ref().map(Vec::len).map_err(|n| *n))).collect();
    assert_eq!(sizes, [(1, Err(5_014)), (2, Ok(40))]);
}
