//! A real IMAP server for tests: Dovecot on free ports of this machine, in a folder of its own, gone
//! with the value that holds it.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use base::Clock as _;
use tokio_rustls::rustls::pki_types::CertificateDer;

use super::Place;
use crate::email::send::Tls;
use crate::email::tls::Trust;

/// Whoever has a mailbox here has this password.
pub const PASSWORD: &str = "hunter2 på \"norsk\"";
/// What a server without any of the newer ways says it can do.
pub const OLD_FASHIONED: &str = "imap_capability = IMAP4rev1 SASL-IR\n";

/// Who has a mailbox here.
const USERS: [&str; 3] = ["kari", "ola", "siti"];
const NOBODY: u32 = 65534;

/// A running server.
pub struct Dovecot {
    child: Child,
    folder: tempfile::TempDir,
    owner: (u32, u32),
    /// Without protection, STARTTLS offered.
    pub port: u16,
    /// TLS from the first byte.
    pub tls_port: u16,
}

/// The machine's time, as files have it.
pub fn now() -> SystemTime {
    platform::system_clock::SystemClock.machine().into()
}

/// Starts a server, unless none is installed.
pub fn start(more: &str) -> Option<Dovecot> {
    let installed = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].into_iter().find(|path| Path::new(path).exists());
    let Some(program) = installed else {
        let required = std::env::var("TILLIT_REQUIRE_ALL").as_deref() == Ok("1");
        assert!(!required, "Dovecot is required here: install dovecot-imapd");
        println!("skipped: Dovecot (package dovecot-imapd) is not installed");
        return None;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().metadata().expect("about the folder").uid() == 0;
    let owner = if root { (NOBODY, NOBODY) } else { ids_of(folder.path()) };
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
    for part in ["mail", "home"] {
        fs::create_dir(folder.path().join(part)).expect("made");
        chown(folder.path().join(part), Some(owner.0), Some(owner.1)).expect("given away");
    }
    certificates(folder.path());
    let (port, tls_port) = (free_port(), free_port());
    let config = folder.path().join("dovecot.conf");
    fs::write(&config, configuration(folder.path(), owner, root, port, tls_port) + more).expect("written");
    let log = fs::File::create(folder.path().join("out")).expect("a log");
    let child = Command::new(program)
        .arg("-F")
        .arg("-c")
        .arg(&config)
        .stdin(Stdio::null())
        .stdout(log.try_clone().expect("a log"))
        .stderr(log)
        .spawn()
        .expect("Dovecot starts");
    let server = Dovecot { child, folder, owner, port, tls_port };
    server.wait();
    Some(server)
}

fn ids_of(folder: &Path) -> (u32, u32) {
    let about = folder.metadata().expect("about the folder");
    (about.uid(), about.gid())
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port()
}

/// An authority of the test, and a certificate it gave to «localhost».
fn certificates(folder: &Path) {
    let run = |arguments: &str| {
        let made =
            Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().expect("openssl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    };
    fs::write(folder.join("ext"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n").expect("written");
    run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.pem");
    run("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout key.pem -out csr.pem");
    run("x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out cert.pem");
    run("x509 -in ca.pem -outform DER -out ca.der");
}

fn configuration(folder: &Path, owner: (u32, u32), root: bool, port: u16, tls_port: u16) -> String {
    let users: String = USERS.iter().map(|user| format!("{user}:{{PLAIN}}{PASSWORD}\n")).collect();
    fs::write(folder.join("users"), users).expect("written");
    let name = |of: &str| {
        let told = Command::new("id").arg(of).output().expect("id runs").stdout;
        String::from_utf8_lossy(&told).trim().to_owned()
    };
    let users = if root {
        String::new()
    } else {
        let (user, group) = (name("-un"), name("-gn"));
        format!("default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {group}\n")
    };
    let (folder, (uid, gid)) = (folder.display(), owner);
    format!(
        "{users}base_dir = {folder}/run\nstate_dir = {folder}/state\nlog_path = {folder}/log\nprotocols = imap\n\
         listen = 127.0.0.1\nfirst_valid_uid = 1\nfirst_valid_gid = 1\nssl = yes\nssl_cert = <{folder}/cert.pem\n\
         ssl_key = <{folder}/key.pem\nssl_dh =\ndisable_plaintext_auth = no\nauth_mechanisms = plain login\n\
         mail_location = maildir:{folder}/mail/%u\nmailbox_list_index = no\nmail_max_userip_connections = 100\n\
         auth_failure_delay = 0\nmaildir_very_dirty_syncs = no\n\
         service imap-login {{\n chroot =\n inet_listener imap {{\n port = {port}\n }}\n \
         inet_listener imaps {{\n port = {tls_port}\n ssl = yes\n }}\n}}\n\
         service anvil {{\n chroot =\n unix_listener anvil-auth-penalty {{\n mode = 0\n }}\n}}\n\
         service stats {{\n chroot =\n}}\n\
         passdb {{\n driver = passwd-file\n args = {folder}/users\n}}\n\
         userdb {{\n driver = static\n args = uid={uid} gid={gid} home={folder}/home/%u\n}}\n"
    )
}

impl Dovecot {
    fn wait(&self) {
        for _ in 0..200 {
            if std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("Dovecot does not answer: {}", self.log());
    }

    /// What it says about itself.
    pub fn log(&self) -> String {
        let read = |name| fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        read("out") + &read("log")
    }

    /// Where it is, by that protection.
    pub fn place(&self, host: &str, tls: Tls) -> Place {
        let port = if tls == Tls::Implicit { self.tls_port } else { self.port };
        Place { host: host.to_owned(), port, tls }
    }

    /// Whoever believes its certificate.
    pub fn trust(&self) -> Trust {
        Trust::only(CertificateDer::from(fs::read(self.folder.path().join("ca.der")).expect("the authority")))
    }

    fn folder_of(&self, user: &str, folder: &str) -> PathBuf {
        let all = self.folder.path().join("mail").join(user);
        if folder == "INBOX" { all } else { all.join(format!(".{folder}")) }
    }

    /// Puts a mail into a mailbox, as if it came at `at`.
    pub fn deliver_at(&self, user: &str, name: &str, mail: &[u8], at: SystemTime) {
        let inbox = self.folder_of(user, "INBOX");
        let owned = |path: &Path| chown(path, Some(self.owner.0), Some(self.owner.1)).expect("given away");
        if !inbox.join("new").exists() {
            for part in ["", "tmp", "cur", "new"] {
                fs::create_dir_all(inbox.join(part)).expect("a maildir");
                owned(&inbox.join(part));
            }
        }
        let waiting = inbox.join("tmp").join(name);
        fs::write(&waiting, mail).expect("written");
        owned(&waiting);
        let file = fs::File::options().write(true).open(&waiting).expect("opens");
        file.set_modified(at).expect("set");
        fs::rename(&waiting, inbox.join("new").join(name)).expect("delivered");
    }

    /// Puts a mail into a mailbox now.
    pub fn deliver(&self, user: &str, name: &str, mail: &[u8]) {
        self.deliver_at(user, name, mail, now());
    }

    fn file_of(&self, user: &str, name: &str) -> PathBuf {
        let inbox = self.folder_of(user, "INBOX");
        let parts = ["new", "cur"].map(|part| fs::read_dir(inbox.join(part)).expect("a part"));
        let mut files = parts.into_iter().flatten().flatten();
        files.find(|file| file.file_name().to_string_lossy().starts_with(name)).expect("a mail").path()
    }

    /// Sets the flags of a mail in the inbox, as another program does.
    pub fn flag(&self, user: &str, name: &str, flags: &str) {
        let to = self.folder_of(user, "INBOX").join("cur").join(format!("{name}:2,{flags}"));
        // Dovecot may be moving it at the same moment.
        let flagged = (0..3).any(|_| fs::rename(self.file_of(user, name), &to).is_ok());
        assert!(flagged, "{name} could not be flagged");
    }

    /// Takes a mail out of the inbox, as another program does.
    pub fn remove(&self, user: &str, name: &str) {
        fs::remove_file(self.file_of(user, name)).expect("removed");
    }

    /// The mails of a folder: names with their flags, in order.
    pub fn mails(&self, user: &str, folder: &str) -> Vec<String> {
        let folder = self.folder_of(user, folder);
        let names = |part: &str| {
            let read = fs::read_dir(folder.join(part)).into_iter().flatten().flatten();
            read.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        let mut all = [names("new"), names("cur")].concat();
        all.sort();
        all
    }

    /// Forgets all numbers of mails, as a rebuilt mailbox does.
    pub fn renumber(&self, user: &str) {
        let inbox = self.folder_of(user, "INBOX");
        // Whoever has just hung up may still be in there, and would write down the numbers of before.
        let mut quiet = 0;
        while quiet < 5 {
            quiet += 1;
            for entry in fs::read_dir(&inbox).expect("the mailbox").flatten() {
                if entry.file_name().to_string_lossy().starts_with("dovecot") {
                    let _ = fs::remove_file(entry.path());
                    quiet = 0;
                }
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        // Its numbers begin with the second in which they were made.
        std::thread::sleep(Duration::from_millis(1_100));
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}
