//! Bytes of an IMAP connection: whole responses in, lines and literals out.
//!
//! A response is read to its end, literals included, before anybody looks at it, in time linear to its
//! length; what is larger than allowed is passed over instead of kept. Knows no command.

use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::time::timeout;

use crate::email::trouble::{Kind, Trouble};

/// Longest response without its literals: the numbers of two million mails.
const LINES_BYTES: usize = 16 * 1024 * 1024;
/// How long a server may be silent in the middle of something.
const SILENCE: Duration = Duration::from_secs(60);

/// A connection, with or without TLS.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Duplex for T {}

/// One response, literals in place.
pub(super) struct Response {
    /// All of it, with the line break at its end.
    pub bytes: Vec<u8>,
    /// Bytes of a literal that was too large to keep; an empty one stands in its place.
    pub left_out: Option<usize>,
}

/// The two directions of a connection.
pub(super) struct Wire {
    stream: BufReader<Box<dyn Duplex>>,
    /// Largest literal that is kept.
    largest: usize,
}

impl Wire {
    pub fn new(stream: Box<dyn Duplex>, largest: usize) -> Self {
        Self { stream: BufReader::with_capacity(32 * 1024, stream), largest }
    }

    /// The connection itself, to begin TLS on it; `None` when the server already said more than it may.
    pub fn into_plain(self) -> Option<Box<dyn Duplex>> {
        self.stream.buffer().is_empty().then(|| self.stream.into_inner())
    }

    /// The next whole response.
    pub async fn response(&mut self) -> Result<Response, Trouble> {
        let (mut bytes, mut left_out, mut lines) = (Vec::new(), None, 0);
        loop {
            let before = bytes.len();
            self.line(&mut bytes, LINES_BYTES - lines).await?;
            lines += bytes.len() - before;
            let Some((size, mark)) = literal_at_end(&bytes[before..]) else { return Ok(Response { bytes, left_out }) };
            if size > self.largest || bytes.len() + size > self.largest.saturating_add(LINES_BYTES) {
                self.pass_over(size).await?;
                left_out = Some(size);
                bytes.truncate(before + mark);
                bytes.extend_from_slice(b"{0}\r\n");
            } else {
                self.literal(&mut bytes, size).await?;
            }
        }
    }

    async fn line(&mut self, bytes: &mut Vec<u8>, most: usize) -> Result<(), Trouble> {
        let end = bytes.len() + most;
        loop {
            let chunk = quick(self.stream.fill_buf()).await?;
            if chunk.is_empty() {
                return Err(Trouble::bare(Kind::CutOff));
            }
            let found = chunk.iter().position(|byte| *byte == b'\n');
            let taken = found.map_or(chunk.len(), |at| at + 1);
            if bytes.len() + taken > end {
                return Err(Trouble::new(Kind::NotAMailServer, "its answers have no end"));
            }
            bytes.extend_from_slice(&chunk[..taken]);
            self.stream.consume(taken);
            if found.is_some() {
                return Ok(());
            }
        }
    }

    async fn literal(&mut self, bytes: &mut Vec<u8>, size: usize) -> Result<(), Trouble> {
        let end = bytes.len() + size;
        // Room grows with what really comes, never with what is announced.
        while bytes.len() < end {
            let chunk = quick(self.stream.fill_buf()).await?;
            if chunk.is_empty() {
                return Err(Trouble::bare(Kind::CutOff));
            }
            let taken = chunk.len().min(end - bytes.len());
            bytes.extend_from_slice(&chunk[..taken]);
            self.stream.consume(taken);
        }
        Ok(())
    }

    async fn pass_over(&mut self, size: usize) -> Result<(), Trouble> {
        let mut left = size;
        while left > 0 {
            let chunk = quick(self.stream.fill_buf()).await?;
            if chunk.is_empty() {
                return Err(Trouble::bare(Kind::CutOff));
            }
            let taken = chunk.len().min(left);
            self.stream.consume(taken);
            left -= taken;
        }
        Ok(())
    }

    /// Waits until the server says something, as long as it takes.
    pub async fn wait_for_bytes(&mut self) -> Result<(), Trouble> {
        let chunk = self.stream.fill_buf().await.map_err(|error| Trouble::network(&error))?;
        if chunk.is_empty() { Err(Trouble::bare(Kind::CutOff)) } else { Ok(()) }
    }

    /// Sends bytes.
    pub async fn send(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        quick(self.stream.get_mut().write_all(bytes)).await?;
        quick(self.stream.get_mut().flush()).await
    }

    /// Says nothing more; whether the server hears it does not matter.
    pub async fn close(&mut self) {
        let _ = timeout(Duration::from_secs(2), self.stream.get_mut().shutdown()).await;
        let mut rest = [0; 512];
        let _ = timeout(Duration::from_millis(200), self.stream.read(&mut rest)).await;
    }
}

async fn quick<T>(doing: impl Future<Output = std::io::Result<T>>) -> Result<T, Trouble> {
    match timeout(SILENCE, doing).await {
        Ok(done) => done.map_err(|error| Trouble::network(&error)),
        Err(_) => Err(Trouble::bare(Kind::TimedOut)),
    }
}

/// The size of a literal that a line announces at its end, and where the announcement begins.
fn literal_at_end(line: &[u8]) -> Option<(usize, usize)> {
    let inner = line.strip_suffix(b"\n")?;
    let inner = inner.strip_suffix(b"\r").unwrap_or(inner).strip_suffix(b"}")?;
    let mark = inner.iter().rposition(|byte| *byte == b'{')?;
    let digits = inner.get(mark + 1..)?;
    if digits.is_empty() || digits.len() > 10 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok().map(|size| (size, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(server: &[u8], largest: usize) -> (Vec<u8>, Option<usize>) {
        let (ours, mut theirs) = tokio::io::duplex(64);
        let server = server.to_vec();
        tokio::spawn(async move { theirs.write_all(&server).await });
        let response = Wire::new(Box::new(ours), largest).response().await.expect("a response");
        (response.bytes, response.left_out)
    }

    #[tokio::test]
    async fn a_response_ends_where_no_literal_is_announced() {
        let cases: [&[u8]; 5] = [
            b"* OK hello\r\n",
            b"* 1 FETCH (BODY[] {6}\r\na\r\n)\r\n)\r\n",
            b"* 1 FETCH (A {1}\r\nx B {2}\r\n\r\n)\r\n",
            b"* 1 FETCH (A {0}\r\n)\r\n",
            b"* OK {not a literal}\r\n",
        ];
        for case in cases {
            let more = [case, b"* next\r\n"].concat();
            assert_eq!(read(&more, 100).await, (case.to_vec(), None), "{}", String::from_utf8_lossy(case));
        }
    }

    #[tokio::test]
    async fn what_is_too_large_is_passed_over_and_the_rest_is_read() {
        let big = [b"* 1 FETCH (BODY[] {5000}\r\n".to_vec(), vec![b'x'; 5000], b" UID 7)\r\n".to_vec()].concat();
        assert_eq!(read(&big, 100).await, (b"* 1 FETCH (BODY[] {0}\r\n UID 7)\r\n".to_vec(), Some(5000)));
    }

    #[tokio::test]
    async fn a_connection_that_ends_in_the_middle_is_said_to_be_cut() {
        for cut in ["", "* 1 FE", "* 1 FETCH (BODY[] {5}\r\na"] {
            let (ours, mut theirs) = tokio::io::duplex(64);
            theirs.write_all(cut.as_bytes()).await.expect("written");
            drop(theirs);
            let Err(trouble) = Wire::new(Box::new(ours), 100).response().await else { panic!("{cut}") };
            assert_eq!(trouble.kind, Kind::CutOff, "{cut}");
        }
    }
}
