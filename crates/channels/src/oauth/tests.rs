//! Against a token server of our own that answers as told.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use base::{Actor, Instant};
use jiff::SignedDuration;
use platform::testing::{TestPlatform, on_both_engines};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;
use crate::email::login::Login;
use crate::mailboxes::account::{self, For};
use crate::mailboxes::{self, Account, Auth, MailboxId, Secrets, Settings, Start};
use crate::tests::migrations;

/// What was asked, and what is answered next.
#[derive(Clone, Default)]
pub(crate) struct TokenServer {
    asked: Arc<Mutex<Vec<HashMap<String, String>>>>,
    answers: Arc<Mutex<VecDeque<(&'static str, String)>>>,
}

impl TokenServer {
    async fn start() -> (Self, u16) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let server = Self::default();
        let answering = server.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (mut request, mut chunk) = (Vec::new(), [0; 4096]);
                while !is_whole(&request) {
                    match stream.read(&mut chunk).await {
                        Ok(read @ 1..) => request.extend_from_slice(&chunk[..read]),
                        _ => break,
                    }
                }
                let text = String::from_utf8_lossy(&request).into_owned();
                let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
                let fields = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
                held(&answering.asked).push(fields);
                let (status, body) = held(&answering.answers).pop_front().unwrap_or(("500 None", "{}".into()));
                let head =
                    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}", body.len());
                let answer = format!("{head}\r\nconnection: close\r\n\r\n{body}");
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        (server, port)
    }

    pub fn then(&self, status: &'static str, body: &str) {
        held(&self.answers).push_back((status, body.to_owned()));
    }

    fn asked(&self) -> Vec<HashMap<String, String>> {
        held(&self.asked).clone()
    }
}

fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    body.len() >= length.unwrap_or(0)
}

pub(crate) async fn provider(p: &Platform) -> TokenServer {
    let (server, port) = TokenServer::start().await;
    let mut tx = p.begin().await.expect("begin");
    let mut clients = Clients::default();
    *clients.of_mut(Provider::Custom) = at_port(p, port);
    client::set(&mut tx, &clients).await.expect("set");
    tx.commit().await.expect("commit");
    server
}

/// What a provider of our own, which listens at that port, gave us.
pub(crate) fn at_port(p: &Platform, port: u16) -> client::ClientSettings {
    client::ClientSettings {
        id: "tillit-id".into(),
        sealed_secret: client::seal(p, "tillit-secret").expect("sealed"),
        authorize_url: format!("http://127.0.0.1:{port}/authorize"),
        token_url: format!("http://127.0.0.1:{port}/token"),
        scope: "mail".into(),
        ..Default::default()
    }
}

pub(crate) const GOOD: &str = r#"{"access_token": "a2", "refresh_token": "r2", "expires_in": 3600}"#;

/// A mailbox whose token is good until `expires_at`.
async fn mailbox(p: &Platform, expires_at: Instant) -> MailboxId {
    let mut tx = p.begin().await.expect("begin");
    let tokens = Tokens { access: "a1".into(), refresh: "r1".into(), expires_at };
    let secrets = Secrets { tokens: Some(tokens), ..Secrets::default() };
    let settings = Settings { address: "hei@brekkesund.example".into(), ..Settings::default() };
    let made = mailboxes::insert(p, &mut tx, &Actor::System, settings, &secrets, Start::Now).await;
    tx.commit().await.expect("commit");
    made.expect("connected").id
}

async fn sign_in(p: &Platform, id: &MailboxId) -> std::result::Result<Login, Trouble> {
    let account = Account { user: "hei".into(), auth: Auth::Oauth(Provider::Custom), ..Account::default() };
    account::login(p, id, &account, For::Fetching).await.expect("asked")
}

#[test]
fn a_visit_goes_to_the_provider_and_comes_back_with_tokens() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let visit = begin(p, Provider::Custom, "hei@brekkesund.example").await.expect("asked").expect("begun");
        let sent: HashMap<String, String> = visit.url.query_pairs().into_owned().collect();
        assert_eq!((sent["client_id"].as_str(), sent["response_type"].as_str()), ("tillit-id", "code"));
        assert_eq!(sent["redirect_uri"], "http://desk.example/settings/mail/oauth");
        assert!(!visit.url.as_str().contains("tillit-secret") && !visit.kept.contains(&sent["state"]));
        server.then("200 OK", GOOD);
        let (provider, tokens) = finish(p, &visit.kept, &sent["state"], "c0de").await.expect("asked").expect("agreed");
        assert_eq!((provider, tokens.access.as_str(), tokens.refresh.as_str()), (Provider::Custom, "a2", "r2"));
        assert_eq!(tokens.expires_at, p.clock.machine() + SignedDuration::from_hours(1));
        let asked = server.asked().remove(0);
        assert_eq!((asked["code"].as_str(), asked["client_secret"].as_str()), ("c0de", "tillit-secret"));
        let proof = BASE64URL_NOPAD.encode(&Sha256::digest(asked["code_verifier"].as_bytes()));
        assert_eq!((proof, "S256"), (sent["code_challenge"].clone(), sent["code_challenge_method"].as_str()));
    });
}

#[test]
fn a_visit_that_this_browser_did_not_begin_ends_in_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let visit = begin(p, Provider::Custom, "x").await.expect("asked").expect("begun");
        let state = visit.url.query_pairs().find(|(key, _)| key == "state").expect("a state").1.into_owned();
        for (kept, state) in [(visit.kept.as_str(), "other"), ("", state.as_str()), ("x1.abc", state.as_str())] {
            assert!(finish(p, kept, state, "c0de").await.expect("asked").is_err(), "{kept} {state}");
        }
        test.clock.advance_machine(SignedDuration::from_mins(31));
        assert!(finish(p, &visit.kept, &state, "c0de").await.expect("asked").is_err(), "too late");
        assert!(server.asked().is_empty(), "the provider was never asked");
        let none = begin(p, Provider::Google, "x").await.expect("asked").expect_err("not set up");
        assert_eq!(none.kind, Kind::ClientMissing);
    });
}

#[test]
fn a_token_is_used_while_it_is_good_and_renewed_before_it_ends() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let id = mailbox(p, p.clock.machine() + SignedDuration::from_mins(30)).await;
        assert_eq!(sign_in(p, &id).await, Ok(Login::token("hei", "a1")));
        assert!(server.asked().is_empty());
        test.clock.advance_machine(SignedDuration::from_mins(29));
        server.then("200 OK", GOOD);
        assert_eq!(sign_in(p, &id).await, Ok(Login::token("hei", "a2")));
        assert_eq!(sign_in(p, &id).await, Ok(Login::token("hei", "a2")), "kept");
        // The provider gave a new refresh token; the old one is void.
        test.clock.advance_machine(SignedDuration::from_mins(60));
        server.then("200 OK", r#"{"access_token": "a3", "expires_in": "60"}"#);
        assert_eq!(sign_in(p, &id).await, Ok(Login::token("hei", "a3")));
        let used: Vec<String> = server.asked().iter().map(|asked| asked["refresh_token"].clone()).collect();
        assert_eq!(used, ["r1", "r2"]);
    });
}

#[test]
fn several_at_once_renew_a_token_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let id = mailbox(p, p.clock.machine()).await;
        server.then("200 OK", GOOD);
        let all = futures_util::future::join_all((0..4).map(|_| sign_in(p, &id))).await;
        assert!(all.iter().all(|login| *login == Ok(Login::token("hei", "a2"))), "{all:?}");
        assert_eq!(server.asked().len(), 1);
    });
}

#[test]
fn a_no_of_the_provider_is_final_and_silence_is_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let id = mailbox(p, p.clock.machine()).await;
        let cases = [
            (
                "400 Bad Request",
                r#"{"error": "invalid_grant", "error_description": "Token revoked"}"#,
                Kind::TokenRefused,
            ),
            ("401 Unauthorized", r#"{"error": "invalid_client"}"#, Kind::TokenRefused),
            ("400 Bad Request", r#"{"error": "temporarily_unavailable"}"#, Kind::TokenUnavailable),
            ("503 Unavailable", "busy", Kind::TokenUnavailable),
            ("429 Too Many Requests", r#"{"error": "rate"}"#, Kind::TokenUnavailable),
            ("404 Not Found", "<html>", Kind::TokenUnavailable),
            ("200 OK", "{}", Kind::TokenUnavailable),
        ];
        for (status, body, kind) in cases {
            server.then(status, body);
            let trouble = sign_in(p, &id).await.expect_err("no token");
            assert_eq!(trouble.kind, kind, "{status} {body}");
            assert!(!trouble.words.contains("r1") && !trouble.words.contains("tillit-secret"), "{}", trouble.words);
        }
        server.then("200 OK", GOOD);
        assert!(sign_in(p, &id).await.is_ok(), "and the next time it may work");
    });
}

#[test]
fn a_token_that_the_mail_server_refused_is_not_used_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let server = provider(p).await;
        let id = mailbox(p, p.clock.machine() + SignedDuration::from_hours(1)).await;
        let refused = sign_in(p, &id).await.expect("a token");
        account::forget_access(p, &id, &Login::token("hei", "another")).await.expect("nothing");
        assert_eq!(sign_in(p, &id).await, Ok(refused.clone()));
        account::forget_access(p, &id, &refused).await.expect("forgotten");
        server.then("200 OK", GOOD);
        assert_eq!(sign_in(p, &id).await, Ok(Login::token("hei", "a2")));
    });
}
