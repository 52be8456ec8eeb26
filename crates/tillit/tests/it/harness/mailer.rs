//! A mail server next door, as small as can be: hands mails over by LMTP or SMTP and keeps the answers.
//!
//! Shares no code with the product, so that both cannot be wrong in the same way.

use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Outcome;
use super::wait::PATIENCE;

/// An answer, its lines joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Such as 250.
    pub code: u16,
    /// The words after the code.
    pub text: String,
}

impl Reply {
    /// True when the peer took what we gave.
    pub fn is_yes(&self) -> bool {
        (200..400).contains(&self.code)
    }
}

/// One open session.
pub struct Mailer {
    peer: BufReader<TcpStream>,
    /// LMTP answers after the text once for each recipient, SMTP once.
    answers_each: bool,
}

impl Mailer {
    /// Opens an LMTP session.
    pub async fn lmtp(address: SocketAddr) -> Outcome<Self> {
        Self::open(address, "LHLO", true).await
    }

    /// Opens an SMTP session.
    pub async fn smtp(address: SocketAddr) -> Outcome<Self> {
        Self::open(address, "EHLO", false).await
    }

    /// Hands one mail over in a session of its own by LMTP; the answer to the first recipient.
    pub async fn deliver(address: SocketAddr, from: &str, to: &str, mail: &[u8]) -> Outcome<Reply> {
        let mut session = Self::lmtp(address).await?;
        let replies = session.send(from, &[to], mail).await?;
        session.command("QUIT").await?;
        Ok(replies.into_iter().next().ok_or("an answer")?)
    }

    async fn open(address: SocketAddr, hello: &str, answers_each: bool) -> Outcome<Self> {
        let mut session = Self { peer: BufReader::new(TcpStream::connect(address).await?), answers_each };
        session.expect_yes("the greeting").await?;
        session.say(&format!("{hello} mailer.example")).await?;
        session.expect_yes(hello).await?;
        Ok(session)
    }

    /// One mail to all recipients; one answer for each (LMTP) or for all (SMTP), a refused recipient's among them.
    pub async fn send(&mut self, from: &str, to: &[&str], mail: &[u8]) -> Outcome<Vec<Reply>> {
        let mut replies = self.envelope(from, to).await?;
        let taken = replies.iter().filter(|reply| reply.is_yes()).count();
        if taken == 0 {
            return Ok(replies);
        }
        self.text(mail).await?;
        if !self.answers_each {
            return Ok(vec![self.reply().await?]);
        }
        for reply in replies.iter_mut().filter(|reply| reply.is_yes()) {
            *reply = self.reply().await?;
        }
        Ok(replies)
    }

    /// Everything but the last answer: what a peer that dies at the worst moment has done.
    pub async fn send_and_vanish(mut self, from: &str, to: &[&str], mail: &[u8]) -> Outcome {
        self.envelope(from, to).await?;
        self.text(mail).await
    }

    /// One line of our own and its answer, for what a polite client would not say.
    pub async fn command(&mut self, line: &str) -> Outcome<Reply> {
        self.say(line).await?;
        self.reply().await
    }

    async fn envelope(&mut self, from: &str, to: &[&str]) -> Outcome<Vec<Reply>> {
        let sender = self.command(&format!("MAIL FROM:<{from}>")).await?;
        if !sender.is_yes() {
            return Ok(vec![sender]);
        }
        let mut replies = Vec::with_capacity(to.len());
        for recipient in to {
            replies.push(self.command(&format!("RCPT TO:<{recipient}>")).await?);
        }
        Ok(replies)
    }

    async fn text(&mut self, mail: &[u8]) -> Outcome {
        self.say("DATA").await?;
        self.expect_yes("DATA").await?;
        self.peer.write_all(&stuffed(mail)).await?;
        self.peer.write_all(b".\r\n").await?;
        Ok(self.peer.flush().await?)
    }

    async fn say(&mut self, line: &str) -> Outcome {
        self.peer.write_all(format!("{line}\r\n").as_bytes()).await?;
        Ok(self.peer.flush().await?)
    }

    async fn expect_yes(&mut self, to: &str) -> Outcome {
        let reply = self.reply().await?;
        if reply.is_yes() { Ok(()) } else { Err(format!("{to} was refused: {} {}", reply.code, reply.text).into()) }
    }

    async fn reply(&mut self) -> Outcome<Reply> {
        let mut words = Vec::new();
        loop {
            let mut line = String::new();
            if timeout(PATIENCE, self.peer.read_line(&mut line)).await?? == 0 {
                return Err("the peer hung up".into());
            }
            let line = line.trim_end();
            let (code, rest) = line.split_at_checked(3).ok_or_else(|| format!("no answer: {line:?}"))?;
            words.push(rest.get(1..).unwrap_or_default().to_owned());
            if !rest.starts_with('-') {
                return Ok(Reply { code: code.parse()?, text: words.join("\n") });
            }
        }
    }
}

/// Lines end in CRLF, a leading dot is doubled, and the text ends with a line.
fn stuffed(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len() + 64);
    let body = mail.strip_suffix(b"\n").unwrap_or(mail);
    for line in body.split(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use tokio::io::AsyncReadExt;
    use tokio::net::TcpListener;

    use super::*;

    /// Says its lines in order, whatever it is told; answers what it was told.
    async fn parrot(lines: &'static str) -> Outcome<(SocketAddr, tokio::task::JoinHandle<String>)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let talk = tokio::spawn(async move {
            let Ok((mut peer, _)) = listener.accept().await else { return String::new() };
            let _gone = peer.write_all(lines.as_bytes()).await;
            let mut heard = String::new();
            let _gone = peer.read_to_string(&mut heard).await;
            heard
        });
        Ok((address, talk))
    }

    #[tokio::test]
    async fn lmtp_answers_for_each_recipient_that_was_taken() -> Outcome {
        let lines = "220 hi\r\n250-one\r\n250 two\r\n250 ok\r\n250 ok\r\n550 5.1.1 no\r\n250 ok\r\n354 go\r\n\
            250 2.0.0 kept\r\n452 4.2.2 full\r\n";
        let (address, talk) = parrot(lines).await?;
        let mut mailer = Mailer::lmtp(address).await?;
        let replies = mailer.send("a@x.example", &["b@y.example", "c@y.example", "d@y.example"], b"hei\n").await?;
        assert_eq!(replies.iter().map(|reply| reply.code).collect::<Vec<_>>(), [250, 550, 452]);
        assert_eq!(replies[1].text, "5.1.1 no");
        drop(mailer);
        let heard = talk.await?;
        assert!(
            heard.starts_with("LHLO mailer.example\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b@y.example>"),
            "{heard}"
        );
        assert!(heard.ends_with("DATA\r\nhei\r\n.\r\n"), "{heard}");
        Ok(())
    }

    #[tokio::test]
    async fn a_single_delivery_tells_its_one_answer() -> Outcome {
        let lines = "220 hi\r\n250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n552 5.3.4 too big\r\n221 bye\r\n";
        let (address, _talk) = parrot(lines).await?;
        let reply = Mailer::deliver(address, "a@x.example", "b@y.example", b"hei\r\n").await?;
        assert_eq!(reply, Reply { code: 552, text: "5.3.4 too big".to_owned() });
        assert!(!reply.is_yes());
        Ok(())
    }

    #[tokio::test]
    async fn a_refused_greeting_is_an_error() -> Outcome {
        let (address, _talk) = parrot("421 4.3.2 later\r\n").await?;
        let Err(error) = Mailer::smtp(address).await else { return Err("it was refused".into()) };
        assert!(error.to_string().contains("421"), "{error}");
        Ok(())
    }

    #[test]
    fn dots_are_doubled_and_lines_end_in_crlf() {
        assert_eq!(stuffed(b"a\n.b\r\n..c"), b"a\r\n..b\r\n...c\r\n");
        assert_eq!(stuffed(b"a\r\n"), b"a\r\n");
    }
}
