//! Passwords of people: hashing, checking, and what a new one must be.
//!
//! Argon2id with OWASP's figures. The work is done off the async threads and a few at a time, for
//! each takes 19 MiB; an unknown account costs the same work as a known one. Knows no account.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use base::Random;
use tokio::sync::Semaphore;

use crate::{
    fault::{Context, Fault, Result},
    i18n::Say,
};

/// Fewest characters of a new password.
pub const LEAST: usize = 10;
/// Most characters of a new password.
pub const MOST: usize = 256;

/// The hash that stands in for the one an unknown account does not have: of no password, with the figures and the
/// lengths of the others. Written out, for making one takes 19 MiB and a tenth of a second of every start.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlzLg$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/// Hashes and checks passwords. Cheap to clone.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    random: Arc<dyn Random>,
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// Salts come from `random`; at most `at_once` passwords are worked on together.
    pub fn new(random: Arc<dyn Random>, at_once: usize) -> Result<Self> {
        let params = Params::new(19 * 1024, 2, 1, None).context("Argon2 refuses its figures")?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Ok(Self { argon2, random, turns: Arc::new(Semaphore::new(at_once.max(1))) })
    }

    /// The hash to keep for `password`, with its figures and salt (PHC format).
    pub async fn hash(&self, password: String) -> Result<String> {
        let (argon2, random) = (self.argon2.clone(), self.random.clone());
        self.work(move || hash(&argon2, &*random, &password)).await?
    }

    /// Whether `password` is the one that `hash` was made of. A damaged hash is a fault.
    pub async fn verify(&self, password: String, hash: &str) -> Result<bool> {
        let (argon2, hash) = (self.argon2.clone(), hash.to_owned());
        self.work(move || {
            let hash = PasswordHash::new(&hash).context("a stored password hash is damaged")?;
            Ok(argon2.verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await?
    }

    /// Does the work of [`Passwords::verify`] for an account that does not exist, so that the time
    /// taken tells nobody which accounts do.
    pub async fn verify_absent(&self, password: String) -> Result<()> {
        self.verify(password, NOBODY).await.map(|_| ())
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let turn = self.turns.clone().acquire_owned().await.context("no password is checked any more")?;
        let done = tokio::task::spawn_blocking(move || {
            // Held until the memory is free again, also when the one who asked went away.
            let _turn = turn;
            work()
        });
        done.await.context("checking a password stopped in the middle")
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passwords(…)")
    }
}

fn hash(argon2: &Argon2<'_>, random: &dyn Random, password: &str) -> Result<String> {
    let mut salt = [0; 16];
    random.fill(&mut salt);
    let hash: PasswordHash = argon2
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|error| Fault::because("a password could not be hashed", error.to_string()))?;
    Ok(hash.to_string())
}

/// Why a new password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than [`LEAST`] characters.
    TooShort,
    /// More than [`MOST`] characters.
    TooLong,
    /// One of the first that others try.
    Common,
    /// The e-mail address, or its first half.
    LikeAddress,
}

impl Unfit {
    /// What the person reads.
    #[must_use]
    pub fn explain(self, say: &Say) -> String {
        match self {
            Self::TooShort => say.with("password-too-short", crate::args![least = LEAST]),
            Self::TooLong => say.with("password-too-long", crate::args![most = MOST]),
            Self::Common => say.text("password-common"),
            Self::LikeAddress => say.text("password-like-address"),
        }
    }
}

/// Whether `password` may become the password of the account with this e-mail address.
pub fn check_new(password: &str, address: &str) -> std::result::Result<(), Unfit> {
    match password.chars().count() {
        0..LEAST => return Err(Unfit::TooShort),
        LEAST..=MOST => {}
        _ => return Err(Unfit::TooLong),
    }
    let (password, address) = (password.trim().to_lowercase(), address.trim().to_lowercase());
    let local = address.split('@').next().unwrap_or_default();
    if password == address || password == local {
        return Err(Unfit::LikeAddress);
    }
    if COMMON.contains(&password.as_str()) || is_a_run(&password) {
        return Err(Unfit::Common);
    }
    Ok(())
}

/// One character repeated, or each the next of the one before (`abcdefghij`, `9876543210`).
fn is_a_run(password: &str) -> bool {
    let points: Vec<i64> = password.chars().map(|c| i64::from(u32::from(c))).collect();
    let mut steps = points.windows(2).map(|pair| pair[1] - pair[0]);
    let Some(first) = steps.next() else { return true };
    (-1..=1).contains(&first) && steps.all(|step| step == first)
}

/// The commonest of ten characters and more, lower case, in the languages Tillit speaks.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "12345678910",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwertyuiopå",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "asdfghjklø",
    "password12",
    "password123",
    "password1234",
    "password!1",
    "passwordpassword",
    "passord123",
    "passord1234",
    "lösenord123",
    "losenord123",
    "adgangskode",
    "adgangskode123",
    "katasandi123",
    "administrator",
    "admin12345",
    "admin123456",
    "welcome123",
    "velkommen1",
    "velkommen123",
    "valkommen123",
    "selamatdatang",
    "iloveyou123",
    "letmein1234",
    "changeme123",
    "tillit1234",
    "tillittillit",
    "sommer2024",
    "sommer2025",
    "sommer2026",
];

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::random::SystemRandom;

    fn passwords(at_once: usize) -> Passwords {
        Passwords::new(Arc::new(SystemRandom), at_once).expect("figures Argon2 takes")
    }

    #[tokio::test]
    async fn only_the_right_password_fits_its_hash() {
        let passwords = passwords(2);
        let hash = passwords.hash("en hest på taket".to_owned()).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("en hest på taket".to_owned(), &hash).await.expect("checked"));
        for wrong in ["en hest på take", "En hest på taket", "", "en hest på taket "] {
            assert!(!passwords.verify(wrong.to_owned(), &hash).await.expect("checked"), "{wrong:?}");
        }
        assert_ne!(hash, passwords.hash("en hest på taket".to_owned()).await.expect("hashed"));
    }

    #[tokio::test]
    async fn a_damaged_hash_is_a_fault_and_not_a_wrong_password() {
        assert!(passwords(2).verify("x".to_owned(), "$argon2id$").await.is_err());
    }

    #[tokio::test]
    async fn an_unknown_account_costs_the_work_of_a_known_one() {
        let passwords = passwords(1);
        let known = passwords.hash("en hest på taket".to_owned()).await.expect("hashed");
        let figures = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(figures(&known), figures(NOBODY));
        passwords.verify_absent("en hest på taket".to_owned()).await.expect("worked");
    }

    #[tokio::test]
    async fn no_more_are_worked_on_than_allowed() {
        let passwords = passwords(1);
        let turn = passwords.turns.clone().acquire_owned().await.expect("a turn");
        let waiting = passwords.hash("en hest på taket".to_owned());
        assert!(tokio::time::timeout(Duration::from_millis(100), waiting).await.is_err());
        drop(turn);
        assert!(passwords.hash("en hest på taket".to_owned()).await.is_ok());
    }

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_the_work_also_when_the_asker_leaves() {
        let passwords = passwords(1);
        let (begun, has_begun) = std::sync::mpsc::channel();
        let (end, may_end) = std::sync::mpsc::channel::<()>();
        let asker = tokio::spawn({
            let passwords = passwords.clone();
            async move { passwords.work(move || (begun.send(()), may_end.recv())).await.is_ok() }
        });
        tokio::task::spawn_blocking(move || has_begun.recv()).await.expect("waited").expect("begun");
        asker.abort();
        assert!(asker.await.is_err());
        assert_eq!(passwords.turns.available_permits(), 0);
        end.send(()).expect("still working");
        assert!(tokio::time::timeout(Duration::from_secs(5), passwords.turns.acquire()).await.is_ok());
    }

    #[test]
    fn a_new_password_has_ten_to_256_characters_however_many_bytes() {
        assert_eq!(check_new("ååååååå", "a@b.example"), Err(Unfit::TooShort));
        assert_eq!(check_new("blåbærøl9", "a@b.example"), Err(Unfit::TooShort));
        assert_eq!(check_new("blåbærøl 9", "a@b.example"), Ok(()));
        assert_eq!(check_new(&"blå".repeat(85), "a@b.example"), Ok(()));
        assert_eq!(check_new(&"blå!".repeat(64), "a@b.example"), Ok(()));
        assert_eq!(check_new(&"blå!".repeat(65), "a@b.example"), Err(Unfit::TooLong));
    }

    #[test]
    fn what_others_try_first_is_not_taken() {
        for common in ["1234567890", "Password123", "  passord123", "aaaaaaaaaa", "abcdefghijk", "9876543210"] {
            assert_eq!(check_new(common, "a@b.example"), Err(Unfit::Common), "{common}");
        }
        for own in ["acegikmoqsu", "abcdefghix", "xbcdefghij"] {
            assert_eq!(check_new(own, "a@b.example"), Ok(()), "{own}");
        }
    }

    #[test]
    fn the_own_address_is_not_taken() {
        for own in ["ingrid.moen@brekkesund.example", "Ingrid.Moen"] {
            assert_eq!(check_new(own, "Ingrid.moen@brekkesund.example"), Err(Unfit::LikeAddress), "{own}");
        }
    }

    #[test]
    fn every_list_entry_could_be_chosen_otherwise() {
        for common in COMMON {
            assert!(common.chars().count() >= LEAST && common.to_lowercase() == *common, "{common}");
        }
    }

    #[test]
    fn a_refusal_is_explained_in_the_persons_language() {
        let say = crate::i18n::I18n::new(&[crate::i18n::LOCALES]).expect("readable").to(base::Language::Nb);
        assert_eq!(Unfit::TooShort.explain(&say), "Bruk minst 10 tegn. Noen ord etter hverandre fungerer godt.");
        for unfit in [Unfit::TooLong, Unfit::Common, Unfit::LikeAddress] {
            assert!(unfit.explain(&say).contains(' '), "{unfit:?}");
        }
    }
}
