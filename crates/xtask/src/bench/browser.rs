//! A browser that keeps its connection, as real ones do, and says what came over it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::crash::Outcome;

const PATIENCE: Duration = Duration::from_secs(60);

/// An open connection.
pub struct Browser {
    peer: BufReader<TcpStream>,
    host: SocketAddr,
    cookie: String,
}

/// What came back.
pub struct Answer {
    /// Such as 200.
    pub status: u16,
    /// Everything before the empty line.
    pub head: String,
    /// What follows it, as it came over the wire.
    pub body: Vec<u8>,
    /// Bytes of all of it, the marks between chunks included.
    pub wire: usize,
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

impl Browser {
    /// Connects.
    pub fn open(host: SocketAddr, cookie: &str) -> Outcome<Self> {
        let peer = TcpStream::connect_timeout(&host, PATIENCE)?;
        peer.set_nodelay(true)?;
        peer.set_read_timeout(Some(PATIENCE))?;
        peer.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { peer: BufReader::with_capacity(64 * 1024, peer), host, cookie: cookie.to_owned() })
    }

    /// Fetches a page as it is.
    pub fn get(&mut self, path: &str) -> Outcome<Answer> {
        self.get_with(path, "")
    }

    /// Fetches a page with more headers, each with its end of line.
    pub fn get_with(&mut self, path: &str, headers: &str) -> Outcome<Answer> {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n{headers}\r\n", self.host, self.cookie);
        self.exchange(&[head.as_bytes()])
    }

    /// Sends a form whose fields are written as in an address.
    pub fn post_form(&mut self, path: &str, fields: &str) -> Outcome<Answer> {
        let host = self.host;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nOrigin: http://{host}\r\nHX-Request: true\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            self.cookie,
            fields.len()
        );
        self.exchange(&[head.as_bytes(), fields.as_bytes()])
    }

    /// Sends one field of a form that may carry files.
    pub fn post_part(&mut self, path: &str, name: &str, value: &str) -> Outcome<Answer> {
        const EDGE: &str = "edge-of-a-part";
        let body =
            format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--{EDGE}--\r\n");
        let host = self.host;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nOrigin: http://{host}\r\n\
             Content-Type: multipart/form-data; boundary={EDGE}\r\nContent-Length: {}\r\n\r\n",
            self.cookie,
            body.len()
        );
        self.exchange(&[head.as_bytes(), body.as_bytes()])
    }

    fn exchange(&mut self, parts: &[&[u8]]) -> Outcome<Answer> {
        self.peer.get_mut().write_all(&parts.concat())?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.peer.read_line(&mut head)? == 0 {
                return Err("the server hung up".into());
            }
        }
        let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        let mut answer = Answer { status, wire: head.len(), head, body: Vec::new() };
        if let Some(length) = answer.header("content-length") {
            answer.body = vec![0; length.parse()?];
            self.peer.read_exact(&mut answer.body)?;
            answer.wire += answer.body.len();
        } else if answer.header("transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("chunked")) {
            self.chunks(&mut answer)?;
        }
        Ok(answer)
    }

    fn chunks(&mut self, answer: &mut Answer) -> Outcome {
        loop {
            let mut line = String::new();
            self.peer.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16)?;
            let from = answer.body.len();
            answer.body.resize(from + length, 0);
            self.peer.read_exact(&mut answer.body[from..])?;
            let mut end = [0; 2];
            self.peer.read_exact(&mut end)?;
            answer.wire += line.len() + length + end.len();
            if length == 0 {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn both_ways_of_sending_a_page_are_read_on_one_connection() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address");
        let server = std::thread::spawn(move || {
            let (mut peer, _) = listener.accept().expect("accepted");
            let (mut asked, mut chunk) = (Vec::new(), [0; 512]);
            for answer in [
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nEtag: \"x\"\r\n\r\nabc",
                "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n0\r\n\r\n",
            ] {
                asked.clear();
                while !asked.ends_with(b"\r\n\r\n") {
                    let count = peer.read(&mut chunk).expect("read");
                    asked.extend_from_slice(&chunk[..count]);
                }
                peer.write_all(answer.as_bytes()).expect("written");
            }
        });
        let mut browser = Browser::open(host, "a=b").expect("open");
        let first = browser.get("/").expect("a page");
        assert_eq!((first.status, first.body.as_slice(), first.header("etag")), (200, &b"abc"[..], Some("\"x\"")));
        let second = browser.get("/").expect("a page");
        assert_eq!((second.status, second.body.as_slice()), (404, &b"de"[..]));
        assert_eq!(second.wire, second.head.len() + 12);
        server.join().expect("served");
    }
}
