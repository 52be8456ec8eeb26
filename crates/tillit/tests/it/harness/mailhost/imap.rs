//! As much of IMAP as it takes to read an inbox, without a mark on it.

use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::super::Outcome;
use super::PASSWORD;

/// All mails of a user's inbox, in order.
pub async fn inbox(server: SocketAddr, user: &str) -> Outcome<Vec<Vec<u8>>> {
    let mut peer = BufReader::new(TcpStream::connect(server).await?);
    line(&mut peer).await?;
    // A password beyond ASCII goes as a literal.
    let size = PASSWORD.len();
    say(&mut peer, &format!("a LOGIN {user} {{{size}+}}\r\n{PASSWORD}")).await?;
    answers(&mut peer, "a").await?;
    say(&mut peer, "b EXAMINE INBOX").await?;
    answers(&mut peer, "b").await?;
    say(&mut peer, "c UID FETCH 1:* (BODY.PEEK[])").await?;
    answers(&mut peer, "c").await
}

async fn say(peer: &mut BufReader<TcpStream>, line: &str) -> Outcome {
    peer.write_all(format!("{line}\r\n").as_bytes()).await?;
    Ok(peer.flush().await?)
}

async fn line(peer: &mut BufReader<TcpStream>) -> Outcome<String> {
    let mut line = Vec::new();
    if peer.read_until(b'\n', &mut line).await? == 0 {
        return Err("the IMAP server hung up".into());
    }
    Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
}

/// The literals of one answer, which must end well.
async fn answers(peer: &mut BufReader<TcpStream>, tag: &str) -> Outcome<Vec<Vec<u8>>> {
    let mut literals = Vec::new();
    loop {
        let said = line(peer).await?;
        if let Some(size) = said.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')?.1.parse().ok()) {
            let mut literal = vec![0; size];
            peer.read_exact(&mut literal).await?;
            literals.push(literal);
        } else if let Some(end) = said.strip_prefix(tag).and_then(|rest| rest.strip_prefix(' ')) {
            return if end.starts_with("OK") { Ok(literals) } else { Err(format!("IMAP says {end}").into()) };
        }
    }
}
