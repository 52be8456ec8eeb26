//! A mail server next door: hands over one mail after the other by LMTP and believes nothing but a 250.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::Outcome;

const PATIENCE: Duration = Duration::from_secs(30);

/// An open session.
pub struct Session {
    peer: BufReader<TcpStream>,
}

impl Session {
    /// Opens one.
    pub fn open(address: SocketAddr) -> Outcome<Self> {
        let peer = TcpStream::connect_timeout(&address, PATIENCE)?;
        // A line that waits for the answer to the one before it would measure the network's patience.
        peer.set_nodelay(true)?;
        peer.set_read_timeout(Some(PATIENCE))?;
        peer.set_write_timeout(Some(PATIENCE))?;
        let mut session = Self { peer: BufReader::new(peer) };
        session.expect(220)?;
        session.command("LHLO mailer.crash.example", 250)?;
        Ok(session)
    }

    /// Hands one mail over; it is theirs when this returns without an error.
    pub fn deliver(&mut self, from: &str, to: &str, mail: &str) -> Outcome {
        self.command(&format!("MAIL FROM:<{from}>"), 250)?;
        self.command(&format!("RCPT TO:<{to}>"), 250)?;
        self.command("DATA", 354)?;
        // No line of our mails begins with a dot.
        self.peer.get_mut().write_all(format!("{mail}.\r\n").as_bytes())?;
        self.expect(250)
    }

    /// Says goodbye; whether anybody hears it does not matter.
    pub fn quit(mut self) {
        let _unheard = self.command("QUIT", 221);
    }

    fn command(&mut self, line: &str, code: u16) -> Outcome {
        self.peer.get_mut().write_all(format!("{line}\r\n").as_bytes())?;
        self.expect(code)
    }

    fn expect(&mut self, code: u16) -> Outcome {
        loop {
            let mut line = String::new();
            if self.peer.read_line(&mut line)? == 0 || !line.ends_with('\n') {
                return Err("the server hung up".into());
            }
            if line.as_bytes().get(3) != Some(&b'-') {
                let said: u16 = line.get(..3).unwrap_or_default().parse()?;
                return if said == code { Ok(()) } else { Err(line.trim_end().into()) };
            }
        }
    }
}
