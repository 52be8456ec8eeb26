//! Signing in by token (XOAUTH2) at a real server, which asks the one who gave the token whether it is good.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::SignedDuration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::email::trouble::Kind;
use crate::mailboxes::Auth;
use crate::oauth::client;
use crate::oauth::{Clients, Provider, Tokens};

/// The sign-in service: gives tokens to us, and says of each to Dovecot whether it is good.
#[derive(Clone, Default)]
struct Issuer {
    state: Arc<Mutex<Issued>>,
}

#[derive(Default)]
struct Issued {
    /// How many access tokens it gave; the last one alone is good.
    given: usize,
    /// Whether the last one is good.
    good: bool,
    /// Whether nobody gets another.
    closed: bool,
    /// What tokens were renewed by.
    renewed_by: Vec<String>,
}

impl Issuer {
    async fn start() -> (Self, u16) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let issuer = Self::default();
        let answering = issuer.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let issuer = answering.clone();
                tokio::spawn(async move { issuer.answer(stream).await });
            }
        });
        (issuer, port)
    }

    fn held(&self) -> MutexGuard<'_, Issued> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Dovecot keeps its connection open; each request gets an answer.
    async fn answer(&self, mut stream: TcpStream) {
        let (mut heard, mut chunk) = (Vec::new(), [0; 4096]);
        while let Ok(read @ 1..) = stream.read(&mut chunk).await {
            heard.extend_from_slice(&chunk[..read]);
            while let Some((path, fields, rest)) = request(&heard) {
                heard = rest;
                let (status, body) = self.decide(&path, &fields);
                let head =
                    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}", body.len());
                if stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).await.is_err() {
                    return;
                }
            }
        }
    }

    fn decide(&self, path: &str, fields: &HashMap<String, String>) -> (&'static str, String) {
        let mut state = self.held();
        if path == "/introspect" {
            let good = state.good && fields.get("token") == Some(&format!("access-{}", state.given));
            return ("200 OK", format!(r#"{{"active": "{good}", "username": "kari"}}"#));
        }
        if state.closed {
            return ("400 Bad Request", r#"{"error": "invalid_grant"}"#.into());
        }
        state.renewed_by.push(fields.get("refresh_token").cloned().unwrap_or_default());
        (state.given, state.good) = (state.given + 1, true);
        let n = state.given;
        ("200 OK", format!(r#"{{"access_token": "access-{n}", "refresh_token": "refresh-{n}", "expires_in": 3600}}"#))
    }
}

/// The first whole request: its path, its form, and what follows it.
fn request(heard: &[u8]) -> Option<(String, HashMap<String, String>, Vec<u8>)> {
    let end = heard.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&heard[..end]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok()).unwrap_or(0);
    let body = heard.get(end..end + length)?;
    let path = head.split(' ').nth(1)?.to_owned();
    Some((path, url::form_urlencoded::parse(body).into_owned().collect(), heard[end + length..].to_vec()))
}

/// A Dovecot that believes this issuer; the folder holds what it reads of it.
fn believing(port: u16) -> Option<(Dovecot, tempfile::TempDir)> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("oauth2");
    let words = format!(
        "introspection_mode = post\nintrospection_url = http://127.0.0.1:{port}/introspect\n\
         username_attribute = username\nactive_attribute = active\nactive_value = true\n"
    );
    std::fs::write(&file, words).expect("written");
    let more = format!(
        "auth_mechanisms = plain login xoauth2\n\
         passdb {{\n driver = oauth2\n mechanisms = xoauth2\n args = {}\n}}\n",
        file.display()
    );
    Some((dovecot::start(&more)?, folder))
}

/// A business whose mailbox is opened by a token that the issuer gave an hour ago.
async fn house(test: &TestPlatform, server: Dovecot, port: u16) -> House {
    let mut imap = imap_settings(server.port, Afterwards::Leave);
    imap.account.auth = Auth::Oauth(Provider::Custom);
    let house = House::with(test, server, imap, Start::Everything).await;
    let p = &house.p;
    let mut tx = p.begin().await.expect("begin");
    let mut clients = Clients::default();
    *clients.of_mut(Provider::Custom) = crate::oauth::tests::at_port(p, port);
    client::set(&mut tx, &clients).await.expect("set");
    let tokens = Tokens { access: "access-0".into(), refresh: "refresh-0".into(), expires_at: p.clock.machine() };
    let secrets = Secrets { tokens: Some(tokens), ..Secrets::default() };
    let done = crate::mailboxes::set_secrets(p, &mut tx, &Actor::System, &house.mailbox.id, &secrets).await;
    tx.commit().await.expect("commit");
    done.expect("set");
    house
}

#[test]
fn a_mailbox_is_read_by_tokens_that_are_renewed_when_they_end_or_are_taken_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let (issuer, port) = Issuer::start().await;
        let Some((server, _folder)) = believing(port) else { return };
        let mut house = house(&test, server, port).await;
        // What we hold has ended: a new one is fetched, and opens the mailbox.
        house.server.deliver("kari", "1.m", &mail(1));
        house.begin(quick());
        house.until_done(1).await;
        house.end().await;
        assert_eq!(issuer.held().renewed_by, ["refresh-0"]);

        // It is good for a while, and then ends as well.
        house.server.deliver("kari", "2.m", &mail(2));
        house.begin(quick());
        house.until_done(2).await;
        house.end().await;
        assert_eq!(issuer.held().given, 1, "used again");
        test.clock.advance_machine(SignedDuration::from_mins(59));
        house.server.deliver("kari", "3.m", &mail(3));
        house.begin(quick());
        house.until_done(3).await;
        house.end().await;
        assert_eq!(issuer.held().renewed_by, ["refresh-0", "refresh-1"]);

        // Taken back before its time: Dovecot refuses it, and the next try has another.
        issuer.held().good = false;
        house.server.deliver("kari", "4.m", &mail(4));
        house.begin(quick());
        house.until_done(4).await;
        house.end().await;
        assert_eq!(issuer.held().renewed_by, ["refresh-0", "refresh-1", "refresh-2"]);
        assert_eq!(house.kept().await, (4, 4));

        // Nobody gives another: people must know.
        (issuer.held().good, issuer.held().closed) = (false, true);
        house.begin(quick());
        let refused = async || house.reading().await.trouble.is_some_and(|trouble| trouble.kind == Kind::TokenRefused);
        until("the alarm", refused).await;
        house.end().await;
    });
}
