//! Postfix, set up for one test: takes mail for the mailboxes beside it, and carries nothing elsewhere.

use std::fs::{self, File};
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::Outcome;
use super::super::leash::Leashed;
use super::{Grounds, first_of};

/// Each of its services, without `chroot`; the first is the listener.
const SERVICES: &[&str] = &[
    "pickup unix n - n 60 1 pickup",
    "cleanup unix n - n - 0 cleanup",
    "qmgr unix n - n 300 1 qmgr",
    "rewrite unix - - n - - trivial-rewrite",
    "bounce unix - - n - 0 bounce",
    "defer unix - - n - 0 bounce",
    "trace unix - - n - 0 bounce",
    "verify unix - - n - 1 verify",
    "tlsmgr unix - - n 1000? 1 tlsmgr",
    "proxymap unix - - n - - proxymap",
    "smtp unix - - n - - smtp",
    "error unix - - n - - error",
    "retry unix - - n - - error",
    "virtual unix - n n - - virtual",
    "anvil unix - - n - 1 anvil",
    "scache unix - - n - 1 scache",
    "postlog unix-dgram n - n - 1 postlogd",
];

/// Where its `master` is, if it is.
pub fn program() -> Option<PathBuf> {
    first_of(&["/usr/lib/postfix/sbin/master", "/usr/libexec/postfix/master", "/usr/lib/postfix/master"])
}

/// Starts it; it may not listen yet.
pub fn start(program: &Path, grounds: &Grounds, users: &[&str], port: u16) -> Outcome<Leashed> {
    let folder = grounds.path();
    let own = folder.join("postfix");
    for part in ["", "spool", "data"] {
        fs::create_dir_all(own.join(part))?;
    }
    let mailboxes: String = users.iter().map(|user| format!("{user} {user}/\n")).collect();
    fs::write(own.join("mailboxes"), mailboxes)?;
    fs::write(own.join("senders"), users.iter().take(1).map(|user| format!("{user} {user}\n")).collect::<String>())?;
    fs::write(own.join("main.cf"), configuration(grounds, users))?;
    fs::write(own.join("master.cf"), format!("127.0.0.1:{port} inet n - n - - smtpd\n{}\n", SERVICES.join("\n")))?;
    let postfix = id_of("postfix")?;
    chown(own.join("data"), Some(postfix), None)?;
    // Makes the folders of the queue.
    let checked = Command::new("/usr/sbin/postfix").arg("-c").arg(&own).arg("check").output()?;
    if !checked.status.success() {
        return Err(format!("postfix check: {}", String::from_utf8_lossy(&checked.stderr)).into());
    }
    let log = File::create(folder.join("postfix.out"))?;
    let mut command = Command::new(program);
    // In the foreground, so that it stays in our process group.
    command.arg("-d").arg("-c").arg(&own).env("MAIL_CONFIG", &own);
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Leashed::start(&mut command)
}

fn configuration(grounds: &Grounds, users: &[&str]) -> String {
    let mut domains: Vec<_> = users.iter().filter_map(|user| Some(user.split_once('@')?.1)).collect();
    domains.sort_unstable();
    domains.dedup();
    let (folder, domains, (uid, gid)) = (grounds.path().display(), domains.join(" "), grounds.owner);
    format!(
        "compatibility_level = 3.6\nconfig_directory = {folder}/postfix\nqueue_directory = {folder}/postfix/spool\n\
         data_directory = {folder}/postfix/data\nmaillog_file = {folder}/postfix.log\n\
         maillog_file_prefixes = {folder}\ninet_interfaces = 127.0.0.1\ninet_protocols = ipv4\n\
         myhostname = mail.here.example\nmynetworks =\nmydestination =\nalias_maps =\nalias_database =\n\
         local_recipient_maps =\nrecipient_delimiter = +\nbiff = no\n\
         virtual_mailbox_domains = {domains}\nvirtual_mailbox_maps = texthash:{folder}/postfix/mailboxes\n\
         virtual_mailbox_base = {folder}/mail\nvirtual_minimum_uid = 1\nvirtual_uid_maps = static:{uid}\n\
         virtual_gid_maps = static:{gid}\nvirtual_mailbox_limit = 0\n\
         smtpd_tls_cert_file = {folder}/cert.pem\nsmtpd_tls_key_file = {folder}/key.pem\n\
         smtpd_tls_security_level = may\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\n\
         smtpd_sasl_path = {folder}/sasl\nsmtpd_tls_auth_only = yes\n\
         smtpd_sender_login_maps = texthash:{folder}/postfix/senders\n\
         smtpd_sender_restrictions = reject_sender_login_mismatch\n\
         smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination\n"
    )
}

fn id_of(user: &str) -> Outcome<u32> {
    Ok(String::from_utf8(Command::new("id").args(["-u", user]).output()?.stdout)?.trim().parse()?)
}
