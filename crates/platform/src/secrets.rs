//! The master key and what is sealed with it: passwords of mail servers, API keys.
//!
//! One file, `secret.key`, holds 32 random bytes and is never part of a backup. Each purpose has
//! its own key derived from it, so that text sealed for one purpose does not open for another.
//! Knows nothing of what it seals.

use std::{
    fs::{File, OpenOptions},
    io::{ErrorKind, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
    sync::Arc,
};

use base::Random;
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hkdf::Hkdf;
use sha2::Sha256;

use crate::fault::{Context, Fault, Result};

const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;
/// Says how a sealed text was made, so that another way can follow one day.
const VERSION: &str = "x1.";

/// Seals and opens texts; hands out a key for each purpose. Cheap to clone.
#[derive(Clone)]
pub struct Secrets {
    master: Hkdf<Sha256>,
    random: Arc<dyn Random>,
}

/// A sealed text that is damaged, was sealed for another purpose, or under another master key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this was sealed with another key, or is damaged")]
pub struct CannotOpen;

impl Secrets {
    /// Reads the master key from `file`, or makes it there when it does not exist yet. `random`
    /// must be the system's: nonces come from it, too.
    pub fn from_file(file: &Path, random: Arc<dyn Random>) -> Result<Self> {
        let key = match read_key(file)? {
            Some(key) => key,
            None => {
                make_key(file, &*random)?;
                read_key(file)?.context(format!("{} vanished while it was made", file.display()))?
            }
        };
        Ok(Self::from_key(&key, random))
    }

    /// Uses `key` as the master key; for tests and throw-away demos.
    #[must_use]
    pub fn from_key(key: &[u8; KEY_LENGTH], random: Arc<dyn Random>) -> Self {
        Self { master: Hkdf::new(None, key), random }
    }

    /// The key for one purpose.
    #[must_use]
    pub fn key(&self, purpose: &str) -> [u8; KEY_LENGTH] {
        let mut key = [0; KEY_LENGTH];
        // Fails only for more than 255 blocks; ours is one.
        self.master.expand(purpose.as_bytes(), &mut key).expect("32 bytes are within HKDF's limit");
        key
    }

    /// Seals `plain` so that only [`Secrets::open`] with the same purpose and key reads it.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<String> {
        let mut nonce = [0; NONCE_LENGTH];
        self.random.fill(&mut nonce);
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self
            .cipher(purpose)
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Fault::new("the text is too long to be sealed"))?;
        Ok(format!("{VERSION}{}", BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat())))
    }

    /// What was sealed for `purpose`.
    pub fn open(&self, purpose: &str, sealed: &str) -> std::result::Result<Vec<u8>, CannotOpen> {
        let text = sealed.strip_prefix(VERSION).ok_or(CannotOpen)?;
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| CannotOpen)?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE_LENGTH>().ok_or(CannotOpen)?;
        let payload = Payload { msg, aad: purpose.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).map_err(|_| CannotOpen)
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.key(&format!("seal:{purpose}")).into())
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

fn read_key(file: &Path) -> Result<Option<[u8; KEY_LENGTH]>> {
    let name = file.display();
    let mut open = match File::open(file) {
        Ok(open) => open,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Fault::because(format!("{name} cannot be read"), error)),
    };
    let mode = open.metadata().context(format!("{name} cannot be read"))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(Fault::new(format!(
            "{name} can be read by others (mode {:03o}); run `chmod 600 {name}` and, if others had access, \
             renew the passwords kept in Tillit",
            mode & 0o777
        )));
    }
    let mut bytes = Vec::with_capacity(KEY_LENGTH + 1);
    // One byte more than a key shows a file that is too long.
    (&mut open).take(KEY_LENGTH as u64 + 1).read_to_end(&mut bytes).context(format!("{name} cannot be read"))?;
    let key = bytes.try_into().map_err(|_| {
        Fault::new(format!(
            "{name} is not a key of {KEY_LENGTH} bytes; put the right file back, it cannot be made again"
        ))
    })?;
    Ok(Some(key))
}

/// Writes a new key beside `file` and links it into place, so that a kill leaves all of it or none
/// and a second process never replaces the key of the first.
fn make_key(file: &Path, random: &dyn Random) -> Result<()> {
    let mut key = [0; KEY_LENGTH];
    let mut suffix = [0; 8];
    random.fill(&mut key);
    random.fill(&mut suffix);
    let fresh = file.with_extension(format!("new-{}", HEXLOWER.encode(&suffix)));
    let what = || format!("{} cannot be made", file.display());
    let mut open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&fresh).context(what())?;
    let written = open.write_all(&key).and_then(|()| open.sync_all());
    let linked = written.and_then(|()| std::fs::hard_link(&fresh, file));
    std::fs::remove_file(&fresh).context(what())?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(Fault::because(what(), error)),
        _ => {}
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).context(what())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn secrets(key: u8) -> Secrets {
        Secrets::from_key(&[key; KEY_LENGTH], Arc::new(SystemRandom))
    }

    fn from_file(file: &Path) -> Result<Secrets> {
        Secrets::from_file(file, Arc::new(SystemRandom))
    }

    #[test]
    fn what_is_sealed_opens_again_and_never_looks_the_same() {
        let secrets = secrets(1);
        let one = secrets.seal("smtp", "pæssword".as_bytes()).expect("sealed");
        assert_eq!(secrets.open("smtp", &one), Ok("pæssword".as_bytes().to_vec()));
        assert_ne!(one, secrets.seal("smtp", "pæssword".as_bytes()).expect("sealed"));
        assert_eq!(secrets.open("smtp", &secrets.seal("smtp", b"").expect("sealed")), Ok(Vec::new()));
    }

    #[test]
    fn another_purpose_another_key_or_any_change_does_not_open() {
        let secrets = secrets(1);
        let sealed = secrets.seal("smtp", b"password").expect("sealed");
        assert_eq!(secrets.open("imap", &sealed), Err(CannotOpen));
        assert_eq!(super::tests::secrets(2).open("smtp", &sealed), Err(CannotOpen));
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert_eq!(secrets.open("smtp", &changed), Err(CannotOpen), "{changed}");
            assert_eq!(secrets.open("smtp", &sealed[..at]), Err(CannotOpen));
        }
    }

    #[test]
    fn every_purpose_has_its_own_key() {
        let secrets = secrets(1);
        assert_eq!(secrets.key("a"), secrets.key("a"));
        assert_ne!(secrets.key("a"), secrets.key("b"));
        assert_ne!(secrets.key("a"), [1; KEY_LENGTH]);
    }

    #[test]
    fn the_key_file_is_made_once_and_only_for_its_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret.key");
        let sealed = from_file(&file).expect("made").seal("smtp", b"password").expect("sealed");
        let metadata = std::fs::metadata(&file).expect("there");
        assert_eq!((metadata.permissions().mode() & 0o777, metadata.len()), (0o600, 32));
        assert_eq!(from_file(&file).expect("read").open("smtp", &sealed), Ok(b"password".to_vec()));
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1);
    }

    #[test]
    fn a_second_process_never_replaces_the_key_of_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret.key");
        from_file(&file).expect("made");
        let first = std::fs::read(&file).expect("readable");
        make_key(&file, &SystemRandom).expect("quietly left alone");
        assert_eq!(std::fs::read(&file).expect("readable"), first);
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1);
    }

    #[test]
    fn a_key_that_others_can_read_is_refused_with_the_way_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret.key");
        from_file(&file).expect("made");
        for mode in [0o640, 0o604, 0o620] {
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).expect("changed");
            let error = from_file(&file).expect_err("refused").to_string();
            assert!(error.contains("chmod 600") && error.contains(&format!("{mode:o}")), "{error}");
        }
    }

    #[test]
    fn a_key_file_of_another_length_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret.key");
        for length in [0, 31, 33, 4096] {
            std::fs::write(&file, vec![7; length]).expect("written");
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("changed");
            assert!(from_file(&file).is_err(), "{length}");
            assert_eq!(std::fs::read(&file).expect("readable").len(), length);
        }
    }

    #[test]
    fn logs_never_show_the_key() {
        assert_eq!(format!("{:?}", secrets(1)), "Secrets(…)");
    }
}
