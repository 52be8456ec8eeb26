//! Dovecot, set up for one test: mailboxes as folders of files, and who may send by Postfix.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::Outcome;
use super::super::leash::Leashed;
use super::{Grounds, PASSWORD, first_of};

/// Where it is, if it is.
pub fn program() -> Option<PathBuf> {
    first_of(&["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"])
}

/// Starts it, without the pauses it makes for who was refused before; it may not listen yet.
pub fn start(program: &Path, grounds: &Grounds, users: &[&str], port: u16) -> Outcome<Leashed> {
    let folder = grounds.path();
    let list: String = users.iter().map(|user| format!("{user}:{{PLAIN}}{PASSWORD}\n")).collect();
    fs::write(folder.join("users"), list)?;
    let config = folder.join("dovecot.conf");
    fs::write(&config, configuration(grounds, port)?)?;
    let log = File::create(folder.join("dovecot.out"))?;
    let mut command = Command::new(program);
    command.arg("-F").arg("-c").arg(&config).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Leashed::start(&mut command)
}

fn configuration(grounds: &Grounds, port: u16) -> Outcome<String> {
    let (folder, (uid, gid)) = (grounds.path().display(), grounds.owner);
    let users = if grounds.root {
        String::new()
    } else {
        let (user, group) = (name("-un")?, name("-gn")?);
        format!("default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {group}\n")
    };
    Ok(format!(
        "{users}base_dir = {folder}/run\nstate_dir = {folder}/state\nlog_path = {folder}/dovecot.log\n\
         protocols = imap\nlisten = 127.0.0.1\nfirst_valid_uid = 1\nfirst_valid_gid = 1\nssl = yes\n\
         ssl_cert = <{folder}/cert.pem\nssl_key = <{folder}/key.pem\nssl_dh =\ndisable_plaintext_auth = no\n\
         auth_mechanisms = plain login\nmail_location = maildir:{folder}/mail/%u\nauth_failure_delay = 0\n\
         service imap-login {{\n chroot =\n inet_listener imap {{\n port = {port}\n }}\n \
         inet_listener imaps {{\n port = 0\n }}\n}}\nservice anvil {{\n chroot =\n unix_listener anvil-auth-penalty {{\n mode = 0\n }}\n}}\n\
         service stats {{\n chroot =\n}}\n\
         service auth {{\n unix_listener {folder}/sasl {{\n mode = 0666\n }}\n}}\n\
         passdb {{\n driver = passwd-file\n args = {folder}/users\n}}\n\
         userdb {{\n driver = static\n args = uid={uid} gid={gid} home={folder}/home/%u\n}}\n"
    ))
}

/// What `id` calls us.
fn name(of: &str) -> Outcome<String> {
    Ok(String::from_utf8(Command::new("id").arg(of).output()?.stdout)?.trim().to_owned())
}
