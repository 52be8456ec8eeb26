//! A browser as small as can be: one request a connection, no scripts, one cookie.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::Outcome;

const PATIENCE: Duration = Duration::from_secs(30);

/// An answer that came whole.
pub struct Answer {
    /// Such as 200.
    pub status: u16,
    /// Everything before the empty line.
    pub head: String,
    /// What follows.
    pub body: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (given, value) = line.split_once(':')?;
            given.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Lost {
    /// Nobody took the connection: nothing was asked.
    Unheard,
    /// It was asked, and may have been done.
    InDoubt,
}

/// Fetches a page.
pub fn get(desk: SocketAddr, path: &str, cookie: &str) -> Result<Answer, Lost> {
    talk(desk, &format!("GET {path} HTTP/1.1\r\n{}", common(desk, cookie)), "")
}

/// Sends a form, as the desk's own page would.
pub fn post(desk: SocketAddr, path: &str, cookie: &str, form: &Form) -> Result<Answer, Lost> {
    let (kind, body) = form.encoded();
    let head = format!(
        "POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nOrigin: http://{desk}\r\n{}",
        body.len(),
        common(desk, cookie)
    );
    talk(desk, &head, &body)
}

fn common(desk: SocketAddr, cookie: &str) -> String {
    format!("Host: {desk}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
}

/// A form's fields; values are plain letters, digits, spaces and lines, which is all that is needed here.
pub enum Form {
    /// As most forms are sent.
    Plain(&'static str, String),
    /// As forms that may carry files are sent.
    Parts(&'static str, String),
}

impl Form {
    fn encoded(&self) -> (&'static str, String) {
        const EDGE: &str = "edge-of-a-part";
        match self {
            Self::Plain(name, value) => {
                let value = value.replace('\n', "%0D%0A").replace(' ', "+");
                ("application/x-www-form-urlencoded", format!("{name}={value}"))
            }
            Self::Parts(name, value) => {
                let part = format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}");
                ("multipart/form-data; boundary=edge-of-a-part", format!("--{EDGE}\r\n{part}\r\n--{EDGE}--\r\n"))
            }
        }
    }
}

fn talk(desk: SocketAddr, head: &str, body: &str) -> Result<Answer, Lost> {
    let mut peer = TcpStream::connect_timeout(&desk, PATIENCE).map_err(|_| Lost::Unheard)?;
    exchange(&mut peer, head, body).map_err(|_| Lost::InDoubt)
}

fn exchange(peer: &mut TcpStream, head: &str, body: &str) -> Outcome<Answer> {
    peer.set_read_timeout(Some(PATIENCE))?;
    peer.set_write_timeout(Some(PATIENCE))?;
    peer.write_all(head.as_bytes())?;
    peer.write_all(body.as_bytes())?;
    let mut bytes = Vec::new();
    peer.read_to_end(&mut bytes)?;
    read(&bytes)
}

fn read(bytes: &[u8]) -> Outcome<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").ok_or("half an answer")?;
    let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
    let answer = Answer { status, head: head.to_owned(), body: body.to_owned() };
    let length: Option<usize> = answer.header("content-length").and_then(|length| length.parse().ok());
    if length.is_some_and(|length| length > body.len()) {
        return Err("half a page".into());
    }
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_answer_is_none() {
        let whole = b"HTTP/1.1 303 See Other\r\nLocation: /x\r\nContent-Length: 2\r\n\r\nok";
        let answer = read(whole).expect("whole");
        assert_eq!((answer.status, answer.header("location"), answer.body.as_str()), (303, Some("/x"), "ok"));
        assert!(read(&whole[..whole.len() - 1]).is_err());
        assert!(read(b"HTTP/1.1 303 See Other\r\n").is_err());
    }

    #[test]
    fn forms_carry_lines() {
        assert_eq!(Form::Plain("body", "a b\nc".into()).encoded().1, "body=a+b%0D%0Ac");
        let (kind, body) = Form::Parts("body", "a\nb".into()).encoded();
        assert!(kind.ends_with("boundary=edge-of-a-part"));
        assert!(
            body.starts_with("--edge-of-a-part\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\na\nb\r\n--")
        );
    }
}
