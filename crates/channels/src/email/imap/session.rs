//! One conversation with an IMAP server: connect, sign in, look, fetch, tidy up, wait.
//!
//! Only what reading a mailbox needs (RFC 3501, with IDLE, MOVE and UIDPLUS where offered). Each
//! command has its time; after any [`Trouble`] but a plain no the connection is not used again.

use std::time::Duration;

use data_encoding::BASE64;
use imap_proto::{MailboxDatum, Response};
use tokio::time::timeout;

use super::syntax::{LITERAL_BREAK, argument, ended, ended_with, parsed};
use super::wire::{self, Wire};
use crate::email::login::{Login, Proof};
use crate::email::trouble::{Kind, Trouble};

/// For a command whose answer is short.
pub(super) const SHORT: Duration = Duration::from_secs(60);

/// A connection that may be signed in.
pub struct Session {
    wire: Wire,
    tag: u32,
    capabilities: Vec<String>,
}

impl Session {
    /// A session on a connection whose server has yet to greet.
    pub(super) async fn greeted(wire: Wire) -> Result<Self, Trouble> {
        let mut session = Self { wire, tag: 0, capabilities: Vec::new() };
        let greeting = timeout(SHORT, session.wire.response()).await.map_err(|_| Trouble::bare(Kind::TimedOut))??;
        let text = String::from_utf8_lossy(&greeting.bytes);
        match text.split_whitespace().take(2).collect::<Vec<_>>()[..] {
            ["*", word] if word.eq_ignore_ascii_case("OK") || word.eq_ignore_ascii_case("PREAUTH") => {
                session.ask_capabilities().await?;
                Ok(session)
            }
            ["*", word] if word.eq_ignore_ascii_case("BYE") => Err(Trouble::new(Kind::ServerSaysNo, &text[5..])),
            _ => Err(Trouble::new(Kind::NotAMailServer, text)),
        }
    }

    async fn ask_capabilities(&mut self) -> Result<(), Trouble> {
        let mut found = Vec::new();
        // By hand: whatever a server lists, the words are what counts.
        self.raw(b"CAPABILITY", SHORT, &mut |bytes, _| {
            let text = String::from_utf8_lossy(bytes).to_ascii_uppercase();
            if let Some(words) = text.strip_prefix("* CAPABILITY ") {
                found.extend(words.split_whitespace().map(str::to_owned));
            }
        })
        .await?;
        self.capabilities = found;
        Ok(())
    }

    /// Whether the server offers something, such as `IDLE`.
    #[must_use]
    pub fn can(&self, capability: &str) -> bool {
        self.capabilities.iter().any(|known| known == capability)
    }

    /// Asks for TLS; the connection comes back to begin it.
    pub(super) async fn start_tls(mut self) -> Result<Box<dyn wire::Duplex>, Trouble> {
        if !self.can("STARTTLS") {
            return Err(Trouble::bare(Kind::StartTlsMissing));
        }
        self.command("STARTTLS", SHORT, &mut |_| ()).await?;
        // What came before TLS was not protected: nothing of it may be believed.
        self.wire.into_plain().ok_or(Trouble::new(Kind::TlsFailed, "words before TLS began"))
    }

    /// The same session after TLS began; everything is asked again.
    pub(super) async fn after_tls(wire: Wire) -> Result<Self, Trouble> {
        let mut session = Self { wire, tag: 0, capabilities: Vec::new() };
        session.ask_capabilities().await?;
        Ok(session)
    }

    /// Signs in.
    ///
    /// # Errors
    /// [`Kind::LoginRefused`] and its like, in the server's words.
    pub async fn sign_in(&mut self, login: &Login) -> Result<(), Trouble> {
        let answered = match &login.proof {
            Proof::Token(token) => {
                if !self.can("AUTH=XOAUTH2") {
                    return Err(Trouble::bare(Kind::TokensNotTaken));
                }
                let proof = format!("user={}\u{1}auth=Bearer {token}\u{1}\u{1}", login.user);
                self.authenticate("XOAUTH2", proof.as_bytes()).await
            }
            Proof::Password(_) if self.can("LOGINDISABLED") => return Err(Trouble::bare(Kind::TlsNeeded)),
            Proof::Password(password) if self.can("AUTH=PLAIN") => {
                self.authenticate("PLAIN", format!("\0{}\0{password}", login.user).as_bytes()).await
            }
            Proof::Password(password) => {
                let mut line = b"LOGIN ".to_vec();
                line.extend(argument(&login.user));
                line.push(b' ');
                line.extend(argument(password));
                self.raw(&line, SHORT, &mut |_, _| ()).await.map(|_| ())
            }
        };
        answered.map_err(|trouble| match trouble.kind {
            Kind::ServerSaysNo => Trouble::login(&trouble.words),
            _ => trouble,
        })?;
        self.ask_capabilities().await
    }

    async fn authenticate(&mut self, mechanism: &str, proof: &[u8]) -> Result<(), Trouble> {
        let proof = BASE64.encode(proof);
        if self.can("SASL-IR") {
            self.dialogue(&format!("AUTHENTICATE {mechanism} {proof}"), &[]).await
        } else {
            self.dialogue(&format!("AUTHENTICATE {mechanism}"), &[proof.as_str()]).await
        }
    }

    /// A command in which the server may ask back: the answers in order, then empty lines, which is
    /// how one hears why a token was refused.
    async fn dialogue(&mut self, line: &str, answers: &[&str]) -> Result<(), Trouble> {
        let tag = self.next_tag();
        let doing = async {
            self.wire.send(format!("{tag} {line}\r\n").as_bytes()).await?;
            let mut answers = answers.iter();
            let mut hint = String::new();
            for _ in 0..100 {
                let response = self.wire.response().await?;
                if let Some(question) = response.bytes.strip_prefix(b"+") {
                    let answer = answers.next().copied();
                    if answer.is_none() {
                        hint =
                            String::from_utf8_lossy(&BASE64.decode(question.trim_ascii()).unwrap_or_default()).into();
                    }
                    self.wire.send(format!("{}\r\n", answer.unwrap_or_default()).as_bytes()).await?;
                } else if let Some(ended) = ended(&response.bytes, &tag) {
                    return ended.map_err(|trouble| Trouble::new(trouble.kind, format!("{} {hint}", trouble.words)));
                }
            }
            Err(Trouble::new(Kind::NotAMailServer, "it asks without end"))
        };
        timeout(SHORT, doing).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
    }

    /// Shows that we are there, and hears whether the server is.
    pub async fn noop(&mut self) -> Result<(), Trouble> {
        self.command("NOOP", SHORT, &mut |_| ()).await?;
        Ok(())
    }

    /// Waits until something new is there, at most `most` long (IDLE). Only where the server offers it.
    pub async fn idle(&mut self, most: Duration) -> Result<(), Trouble> {
        let tag = self.next_tag();
        self.wire.send(format!("{tag} IDLE\r\n").as_bytes()).await?;
        let waiting = async {
            loop {
                self.wire.wait_for_bytes().await?;
                let response = self.wire.response().await?;
                match parsed(&response.bytes) {
                    Some(Response::MailboxData(MailboxDatum::Exists(_))) => return Ok(None),
                    _ => {
                        if let Some(ended) = ended(&response.bytes, &tag) {
                            return Ok(Some(ended)); // It will not wait, or no longer.
                        }
                    }
                }
            }
        };
        // The end of our patience is no trouble: it only is time to show that we are still there.
        let heard = timeout(most, waiting).await;
        if let Some(ended) = heard.unwrap_or(Ok(None))? {
            return ended;
        }
        self.wire.send(b"DONE\r\n").await?;
        let end = async {
            loop {
                if let Some(ended) = ended(&self.wire.response().await?.bytes, &tag) {
                    return ended;
                }
            }
        };
        timeout(SHORT, end).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
    }

    /// Says goodbye.
    pub async fn leave(mut self) {
        let tag = self.next_tag();
        let _ = self.wire.send(format!("{tag} LOGOUT\r\n").as_bytes()).await;
        self.wire.close().await;
    }

    pub(super) async fn command(&mut self, line: &str, time: Duration, each: &mut Each<'_>) -> Result<String, Trouble> {
        let mut each = |bytes: &[u8], _: Option<usize>| {
            if let Some(response) = parsed(bytes) {
                each(response);
            }
        };
        self.raw(line.as_bytes(), time, &mut each).await
    }

    /// Sends one command, hands on what the server tells meanwhile, and answers its last words.
    pub(super) async fn raw(&mut self, line: &[u8], time: Duration, each: &mut EachRaw<'_>) -> Result<String, Trouble> {
        let tag = self.next_tag();
        let doing = async {
            let line = [tag.as_bytes(), b" ", line, b"\r\n"].concat();
            self.send_with_literals(&line).await?;
            loop {
                let response = self.wire.response().await?;
                if let Some(ended) = ended_with(&response.bytes, &tag) {
                    return ended;
                }
                each(&response.bytes, response.left_out);
            }
        };
        timeout(time, doing).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
    }

    /// Where an argument is a literal the server is waited for.
    async fn send_with_literals(&mut self, line: &[u8]) -> Result<(), Trouble> {
        let mut rest = line;
        while let Some(at) = rest.windows(3).position(|three| three == LITERAL_BREAK) {
            self.wire.send(&rest[..at + 3]).await?;
            let response = self.wire.response().await?;
            if !response.bytes.starts_with(b"+") {
                return Err(Trouble::new(Kind::ServerSaysNo, String::from_utf8_lossy(&response.bytes)));
            }
            rest = &rest[at + 3..];
        }
        self.wire.send(rest).await
    }

    fn next_tag(&mut self) -> String {
        self.tag += 1;
        format!("T{}", self.tag)
    }
}

pub(super) type Each<'a> = dyn FnMut(Response<'_>) + Send + 'a;
pub(super) type EachRaw<'a> = dyn FnMut(&[u8], Option<usize>) + Send + 'a;
