//! A mail server of the test's own: a real Dovecot, which people read their mailboxes from, and a real Postfix, which
//! takes mail for them. Both on free loopback ports, in one folder, gone with the value that holds them.
//!
//! Everybody who has a mailbox here has the same password. Postfix lets nobody send as the first of them without it;
//! the others' mail comes as from elsewhere. It runs as root alone: without it mails are laid into the mailboxes, and
//! that is said.

mod dovecot;
mod imap;
mod postfix;

use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::process::geteuid;
use tempfile::TempDir;

use super::leash::Leashed;
use super::mailer::Mailer;
use super::wait::wait_until;
use super::{Outcome, free_addresses, note_skip};

/// Whoever has a mailbox here has this password.
pub const PASSWORD: &str = "sju skjær i sjøen";

/// The user that mails belong to when we are root.
const NOBODY: u32 = 65534;

/// A running mail server.
pub struct MailHost {
    // Before the folder: they must be over when it goes.
    _dovecot: Leashed,
    postfix: Option<(Leashed, SocketAddr)>,
    imap: SocketAddr,
    grounds: Grounds,
    put: AtomicUsize,
}

/// The folder all of it lies in, and who the mails belong to.
struct Grounds {
    folder: TempDir,
    owner: (u32, u32),
    root: bool,
}

impl Grounds {
    fn lay() -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("tillit-it-").tempdir()?;
        let about = folder.path().metadata()?;
        let root = geteuid().is_root();
        let owner = if root { (NOBODY, NOBODY) } else { (about.uid(), about.gid()) };
        let grounds = Self { folder, owner, root };
        fs::set_permissions(grounds.path(), fs::Permissions::from_mode(0o755))?;
        for part in ["mail", "home"] {
            fs::create_dir(grounds.path().join(part))?;
            grounds.give(&grounds.path().join(part))?;
        }
        certificates(grounds.path())?;
        Ok(grounds)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn give(&self, path: &Path) -> Outcome {
        Ok(chown(path, Some(self.owner.0), Some(self.owner.1))?)
    }

    fn maildir(&self, user: &str) -> Outcome<PathBuf> {
        let maildir = self.path().join("mail").join(user);
        for part in ["", "tmp", "new", "cur"] {
            fs::create_dir_all(maildir.join(part))?;
            self.give(&maildir.join(part))?;
        }
        Ok(maildir)
    }
}

impl MailHost {
    /// Starts both for these addresses; None, and said, where there is no Dovecot.
    pub async fn start(users: &[&str]) -> Outcome<Option<Self>> {
        let Some(program) = dovecot::program() else {
            super::skip("a real IMAP server", "Dovecot is not installed");
            return Ok(None);
        };
        let grounds = Grounds::lay()?;
        let [imap, smtp] = free_addresses()?;
        let mut reading = dovecot::start(&program, &grounds, users, imap.port())?;
        listens(&mut reading, imap, || grounds.words()).await?;
        let postfix = match postfix::program().filter(|_| grounds.root) {
            Some(program) => {
                let mut taking = postfix::start(&program, &grounds, users, smtp.port())?;
                listens(&mut taking, smtp, || grounds.words()).await?;
                Some((taking, smtp))
            }
            None => {
                note_skip("a real Postfix", "it is not installed, or we are not root; our own sink takes its place");
                None
            }
        };
        Ok(Some(Self { _dovecot: reading, postfix, imap, grounds, put: AtomicUsize::new(0) }))
    }

    /// Where mailboxes are read: with STARTTLS, or without for who asks for no protection.
    pub fn imap(&self) -> SocketAddr {
        self.imap
    }

    /// Where Postfix takes mail, where there is one: with STARTTLS, and a password from who sends as somebody.
    pub fn smtp(&self) -> Option<SocketAddr> {
        self.postfix.as_ref().map(|(_, address)| *address)
    }

    /// Whom to believe that their certificates, made out to `localhost`, are right.
    pub fn authority(&self) -> PathBuf {
        self.grounds.path().join("ca.pem")
    }

    /// What both said about themselves.
    pub fn words(&self) -> String {
        self.grounds.words()
    }

    /// A mail of somebody elsewhere to somebody here: by Postfix, or into the mailbox where there is none.
    pub async fn bring(&self, from: &str, to: &str, mail: &[u8]) -> Outcome {
        let Some(smtp) = self.smtp() else { return self.put(&without_tag(to), mail) };
        let mut session = Mailer::smtp(smtp).await?;
        let answers = session.send(from, &[to], mail).await?;
        session.command("QUIT").await?;
        match answers.iter().find(|answer| !answer.is_yes()) {
            Some(no) => Err(format!("Postfix said {} {}", no.code, no.text).into()),
            None => Ok(()),
        }
    }

    /// Lays a mail into a mailbox, as if it had been there for long.
    pub fn put(&self, user: &str, mail: &[u8]) -> Outcome {
        let maildir = self.grounds.maildir(user)?;
        let name = format!("{}.put", self.put.fetch_add(1, Ordering::Relaxed));
        let waiting = maildir.join("tmp").join(&name);
        fs::write(&waiting, mail)?;
        self.grounds.give(&waiting)?;
        Ok(fs::rename(waiting, maildir.join("new").join(name))?)
    }

    /// All mails in somebody's inbox, read by IMAP; none is marked by that.
    pub async fn mails(&self, user: &str) -> Outcome<Vec<Vec<u8>>> {
        imap::inbox(self.imap, user).await
    }

    /// Waits until somebody's inbox holds that many.
    pub async fn wait_for(&self, user: &str, count: usize) -> Outcome<Vec<Vec<u8>>> {
        let come = wait_until(format!("{count} mails for {user}"), async || {
            let mails = self.mails(user).await?;
            Ok((mails.len() >= count).then_some(mails))
        });
        come.await.map_err(|error| format!("{error}\n{}", self.words()).into())
    }
}

impl Grounds {
    fn words(&self) -> String {
        let read = |name| fs::read_to_string(self.path().join(name)).unwrap_or_default();
        ["dovecot.out", "dovecot.log", "postfix.out", "postfix.log"].map(read).concat()
    }
}

/// `hei+1001.abc@x.example` is delivered to `hei@x.example`.
fn without_tag(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    format!("{}@{domain}", local.split('+').next().unwrap_or_default())
}

async fn listens(server: &mut Leashed, address: SocketAddr, words: impl Fn() -> String) -> Outcome {
    wait_until(format!("a mail server at {address}"), async || {
        if let Some(status) = server.ended()? {
            return Err(format!("it ended at once ({status}): {}", words()).into());
        }
        Ok(tokio::net::TcpStream::connect(address).await.ok().map(drop))
    })
    .await
}

/// An authority of the test, and a certificate it gave to `localhost`.
fn certificates(folder: &Path) -> Outcome {
    let run = |arguments: &str| {
        let made = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output()?;
        let words = String::from_utf8_lossy(&made.stderr).into_owned();
        if made.status.success() { Ok(()) } else { Err(super::Trouble::from(words)) }
    };
    fs::write(folder.join("ext"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")?;
    run(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.pem",
    )?;
    run("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout key.pem -out csr.pem")?;
    run("x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out cert.pem")
}

/// The first of these that is there.
fn first_of(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().map(PathBuf::from).find(|program| program.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &[u8] = b"From: a@there.example\r\nSubject: Hei\r\n\r\n.one\r\ntwo\r\n";

    #[tokio::test]
    async fn a_mail_to_a_tagged_address_lies_in_the_mailbox_and_is_read_by_imap() -> Outcome {
        let Some(host) = MailHost::start(&["kari@here.example", "ola@here.example"]).await? else { return Ok(()) };
        host.put("kari@here.example", MAIL)?;
        host.bring("a@there.example", "kari+12.x@here.example", MAIL).await?;
        let mails = host.wait_for("kari@here.example", 2).await?;
        assert!(mails.iter().all(|mail| mail.ends_with(b"\r\n\r\n.one\r\ntwo\r\n")), "{mails:?}");
        assert!(host.mails("ola@here.example").await?.is_empty());
        if host.smtp().is_some() {
            let refused = host.bring("kari@here.example", "ola@here.example", MAIL).await;
            assert!(refused.is_err_and(|error| error.to_string().contains("553")), "anybody sends as the first");
            assert!(host.bring("a@there.example", "x@elsewhere.example", MAIL).await.is_err(), "an open relay");
        }
        Ok(())
    }

    #[test]
    fn a_tag_is_cut_off() {
        assert_eq!(without_tag("hei+1001.abc@x.example"), "hei@x.example");
        assert_eq!(without_tag("hei@x.example"), "hei@x.example");
    }
}
