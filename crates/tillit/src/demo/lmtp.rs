//! Delivers one mail by LMTP, as a mail server would. Knows nothing of what is in it.

use std::net::SocketAddr;

use platform::{Context, Fault, Result};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// Delivers `bytes` and answers what the server said at the end.
///
/// # Errors
/// When the server cannot be reached or does not take the mail.
pub async fn deliver(server: SocketAddr, from: Option<&str>, to: &str, bytes: &[u8]) -> Result<String> {
    let stream = TcpStream::connect(server).await.context("the mail door is shut")?;
    let mut peer = BufReader::new(stream);
    said(&mut peer, '2').await?;
    for command in [
        "LHLO customers.example".to_owned(),
        format!("MAIL FROM:<{}>", from.unwrap_or_default()),
        format!("RCPT TO:<{to}>"),
    ] {
        tell(&mut peer, command.as_bytes()).await?;
        said(&mut peer, '2').await?;
    }
    tell(&mut peer, b"DATA").await?;
    said(&mut peer, '3').await?;
    peer.get_mut().write_all(&stuffed(bytes)).await?;
    let words = said(&mut peer, '2').await?;
    tell(&mut peer, b"QUIT").await?;
    Ok(words)
}

async fn tell(peer: &mut BufReader<TcpStream>, command: &[u8]) -> Result<()> {
    peer.get_mut().write_all(&[command, b"\r\n"].concat()).await?;
    Ok(())
}

async fn said(peer: &mut BufReader<TcpStream>, expected: char) -> Result<String> {
    loop {
        let mut line = String::new();
        peer.read_line(&mut line).await?;
        let last = line.as_bytes().get(3) != Some(&b'-');
        if !last {
            continue;
        }
        return if line.starts_with(expected) {
            Ok(line.trim_end().to_owned())
        } else {
            Err(Fault::new(format!("the mail was not taken: {}", line.trim_end())))
        };
    }
}

/// The message as it goes over the line: dots doubled at the start of lines, a lone dot at the end.
fn stuffed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + 8);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    if !out.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_doubled_and_the_end_is_a_lone_one() {
        assert_eq!(stuffed(b"a\r\n.b\r\n..c"), b"a\r\n..b\r\n...c\r\n.\r\n");
        assert_eq!(stuffed(b"a\r\n"), b"a\r\n.\r\n");
    }
}
