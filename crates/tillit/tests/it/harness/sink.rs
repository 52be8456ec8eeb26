//! The customer's mail server: takes mails by SMTP, keeps them, and fails as told.
//!
//! Shares no code with the product. A script says what happens to the next mails; without one all are kept.

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::Outcome;
use super::wait::wait_until;

/// A mail as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Envelope sender.
    pub from: String,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// The mail, dots undone.
    pub bytes: Vec<u8>,
}

impl Kept {
    /// The mail as text, for a look at headers.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// Where in a transaction something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At `MAIL FROM`.
    Sender,
    /// At `RCPT TO`.
    Recipient,
    /// After the text.
    Text,
}

/// What becomes of one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Keep it and say 250.
    Keep,
    /// Answer with this code and these words instead.
    Refuse(Stage, u16, &'static str),
    /// Hang up after the text, nothing kept.
    HangUpBeforeKeeping,
    /// Keep it, and hang up before saying so: the sender cannot know.
    HangUpAfterKeeping,
    /// Keep it, and answer only after this long.
    Stall(Duration),
}

/// A listening sink; gone when dropped.
pub struct Sink {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    kept: Mutex<Vec<Kept>>,
    script: Mutex<VecDeque<Act>>,
}

impl Sink {
    /// Listens on a free loopback port.
    pub async fn start() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let ours = Arc::clone(&shared);
        let listening = tokio::spawn(async move {
            while let Ok((peer, _)) = listener.accept().await {
                let shared = Arc::clone(&ours);
                // A peer that hangs up in the middle is the peer's affair.
                tokio::spawn(async move { drop(converse(peer, &shared).await) });
            }
        });
        Ok(Self { address, shared, listening })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What happens to the next mails, in order; after that they are kept again.
    pub fn next(&self, acts: impl IntoIterator<Item = Act>) {
        locked(&self.shared.script).extend(acts);
    }

    /// Everything kept so far, in the order of arrival.
    pub fn kept(&self) -> Vec<Kept> {
        locked(&self.shared.kept).clone()
    }

    /// Waits until at least so many were kept.
    pub async fn wait_for(&self, count: usize) -> Outcome<Vec<Kept>> {
        wait_until(format!("{count} mails in the sink"), async || {
            let kept = self.kept();
            Ok((kept.len() >= count).then_some(kept))
        })
        .await
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One session; `Err` is a peer that is gone.
async fn converse(peer: TcpStream, shared: &Shared) -> Outcome {
    let mut peer = BufReader::new(peer);
    say(&mut peer, "220 sink.example").await?;
    let mut envelope = Kept { from: String::new(), to: Vec::new(), bytes: Vec::new() };
    let mut act = Act::Keep;
    loop {
        let line = read_line(&mut peer).await?;
        let line = String::from_utf8_lossy(&line).into_owned();
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut peer, "250-sink.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING").await?,
            "MAIL" => {
                act = locked(&shared.script).pop_front().unwrap_or(Act::Keep);
                envelope = Kept { from: address_in(&line), to: Vec::new(), bytes: Vec::new() };
                answer(&mut peer, &act, Stage::Sender).await?;
            }
            "RCPT" => {
                envelope.to.push(address_in(&line));
                answer(&mut peer, &act, Stage::Recipient).await?;
            }
            "DATA" if envelope.to.is_empty() => say(&mut peer, "503 5.5.1 who is it for").await?,
            "DATA" => {
                say(&mut peer, "354 go on").await?;
                envelope.bytes = read_text(&mut peer).await?;
                finish(&mut peer, &act, std::mem::take(&mut envelope.bytes), &envelope, shared).await?;
            }
            "QUIT" => return say(&mut peer, "221 2.0.0 until next time").await,
            "HELO" | "RSET" | "NOOP" => say(&mut peer, "250 2.0.0 fine").await?,
            _ => say(&mut peer, "502 5.5.2 not here").await?,
        }
    }
}

async fn finish(
    peer: &mut BufReader<TcpStream>,
    act: &Act,
    bytes: Vec<u8>,
    envelope: &Kept,
    shared: &Shared,
) -> Outcome {
    let keep = || locked(&shared.kept).push(Kept { bytes, ..envelope.clone() });
    match act {
        Act::HangUpBeforeKeeping => return Err("hanging up as told".into()),
        Act::HangUpAfterKeeping => {
            keep();
            return Err("hanging up as told".into());
        }
        Act::Stall(pause) => {
            keep();
            tokio::time::sleep(*pause).await;
        }
        Act::Refuse(Stage::Text, ..) => {}
        Act::Keep | Act::Refuse(..) => keep(),
    }
    answer(peer, act, Stage::Text).await
}

async fn answer(peer: &mut BufReader<TcpStream>, act: &Act, stage: Stage) -> Outcome {
    match act {
        Act::Refuse(at, code, words) if *at == stage => say(peer, &format!("{code} {words}")).await,
        _ => say(peer, "250 2.0.0 fine").await,
    }
}

async fn say(peer: &mut BufReader<TcpStream>, line: &str) -> Outcome {
    peer.write_all(format!("{line}\r\n").as_bytes()).await?;
    Ok(peer.flush().await?)
}

async fn read_line(peer: &mut BufReader<TcpStream>) -> Outcome<Vec<u8>> {
    let mut line = Vec::new();
    if peer.read_until(b'\n', &mut line).await? == 0 {
        return Err("the peer hung up".into());
    }
    while line.last().is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
        line.pop();
    }
    Ok(line)
}

async fn read_text(peer: &mut BufReader<TcpStream>) -> Outcome<Vec<u8>> {
    let mut text = Vec::new();
    loop {
        let line = read_line(peer).await?;
        if line == b"." {
            return Ok(text);
        }
        text.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        text.extend_from_slice(b"\r\n");
    }
}

fn address_in(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::mailer::Mailer;
    use super::*;

    const MAIL: &[u8] = b"Subject: Hei\r\n\r\n.a line with a dot\r\n";

    async fn send(sink: &Sink) -> Outcome<u16> {
        let mut mailer = Mailer::smtp(sink.address()).await?;
        Ok(mailer.send("a@x.example", &["b@y.example"], MAIL).await?[0].code)
    }

    #[tokio::test]
    async fn a_mail_is_kept_byte_for_byte_with_its_envelope() -> Outcome {
        let sink = Sink::start().await?;
        let mut mailer = Mailer::smtp(sink.address()).await?;
        mailer.send("a@x.example", &["b@y.example", "c@y.example"], MAIL).await?;
        mailer.send("", &["d@y.example"], MAIL).await?;
        assert_eq!(mailer.command("QUIT").await?.code, 221);
        let kept = sink.wait_for(2).await?;
        assert_eq!(kept[0].from, "a@x.example");
        assert_eq!(kept[0].to, ["b@y.example", "c@y.example"]);
        assert_eq!(kept[0].bytes, MAIL);
        assert!(kept[0].text().starts_with("Subject: Hei"));
        assert_eq!((kept[1].from.as_str(), kept[1].to.len()), ("", 1));
        Ok(())
    }

    #[tokio::test]
    async fn a_script_refuses_at_the_stage_it_names_and_then_ends() -> Outcome {
        let sink = Sink::start().await?;
        sink.next([
            Act::Refuse(Stage::Sender, 421, "4.3.2 later"),
            Act::Refuse(Stage::Recipient, 550, "5.1.1 nobody"),
            Act::Refuse(Stage::Text, 452, "4.2.2 full"),
        ]);
        assert_eq!([send(&sink).await?, send(&sink).await?, send(&sink).await?], [421, 550, 452]);
        assert_eq!(sink.kept(), []);
        assert_eq!(send(&sink).await?, 250);
        assert_eq!(sink.kept().len(), 1);
        Ok(())
    }

    #[tokio::test]
    async fn hanging_up_leaves_the_sender_in_doubt() -> Outcome {
        let sink = Sink::start().await?;
        sink.next([Act::HangUpBeforeKeeping, Act::HangUpAfterKeeping]);
        assert!(send(&sink).await.is_err());
        assert_eq!(sink.kept(), []);
        assert!(send(&sink).await.is_err());
        assert_eq!(sink.kept().len(), 1);
        Ok(())
    }

    #[tokio::test]
    async fn a_stalled_answer_comes_late() -> Outcome {
        let sink = Sink::start().await?;
        let pause = Duration::from_millis(80);
        sink.next([Act::Stall(pause)]);
        let began = std::time::Instant::now();
        assert_eq!(send(&sink).await?, 250);
        assert!(began.elapsed() >= pause);
        Ok(())
    }

    #[tokio::test]
    async fn a_sender_may_vanish_before_the_answer() -> Outcome {
        let sink = Sink::start().await?;
        let mailer = Mailer::smtp(sink.address()).await?;
        mailer.send_and_vanish("a@x.example", &["b@y.example"], MAIL).await?;
        assert_eq!(sink.wait_for(1).await?.len(), 1);
        Ok(())
    }
}
