//! Codes, without tables: whether one is right and for which half minute, how recovery codes are written, and what a
//! camera is to read.

use base::Instant;
use data_encoding::BASE32_NOPAD;
use totp_rs::Builder;

use crate::refusal::Refusal;

/// Bytes of a secret: the 160 bits that RFC 4226 asks for.
pub(super) const SECRET_BYTES: usize = 20;
/// Recovery codes in a set.
pub(super) const CODES: usize = 10;
/// Random bytes of a recovery code: 60 bits in 12 letters.
pub(super) const CODE_BYTES: usize = 8;
const CODE_LETTERS: usize = 12;

/// The half minute, counted since 1970, whose code this is: that of `at`, the one before or the one after.
pub(super) fn step_of(secret: &[u8], code: &str, at: Instant) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(at.as_second()).ok()?;
    if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let totp = Builder::new().with_secret(secret.to_vec()).build_noncompliant();
    i64::try_from(totp.check(&code, seconds)?).ok()
}

/// A secret in the letters that people can type, in groups of four.
#[must_use]
pub fn grouped(secret: &[u8]) -> String {
    let letters = BASE32_NOPAD.encode(secret);
    let groups: Vec<&str> = letters.as_bytes().chunks(4).filter_map(|four| std::str::from_utf8(four).ok()).collect();
    groups.join(" ")
}

/// What an authenticator app reads from the picture: `otpauth://totp/…`.
///
/// # Errors
/// When the address of the account cannot be part of it; never for those that accounts can have.
pub fn setup_address(secret: &[u8], site: &str, email: &str) -> Result<String, Refusal> {
    // A colon parts the two.
    let (site, email) = (site.replace(':', " "), email.replace(':', " "));
    let issuer = if site.is_empty() { "Tillit".to_owned() } else { format!("Tillit {site}") };
    let totp = Builder::new().with_secret(secret.to_vec()).with_issuer(Some(issuer)).with_account_name(email).build();
    totp.and_then(|totp| totp.to_url()).map_err(|_| Refusal::NotAnAddress)
}

/// A recovery code for people to keep: `abcd-efgh-ijkl`.
pub(super) fn recovery_code(random: [u8; CODE_BYTES]) -> String {
    let letters = BASE32_NOPAD.encode(&random).to_ascii_lowercase();
    [&letters[..4], &letters[4..8], &letters[8..CODE_LETTERS]].join("-")
}

/// The letters of a recovery code, however it was typed; nothing for what cannot be one.
pub(super) fn recovery_letters(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').take(CODE_LETTERS + 1).collect();
    let letters = letters.to_ascii_lowercase();
    (letters.len() == CODE_LETTERS && letters.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_second(second).expect("an instant")
    }

    /// The secret and times of RFC 6238, appendix B, of which apps show the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step_of(secret, code, at(second)), Some(second / 30), "{second}");
            assert_eq!(step_of(secret, &format!(" {} {} ", &code[..3], &code[3..]), at(second)), Some(second / 30));
        }
    }

    #[test]
    fn a_clock_may_be_wrong_by_half_a_minute_and_no_more() {
        let (secret, code) = (b"12345678901234567890", "287082");
        for (second, expected) in [(1, Some(1)), (30, Some(1)), (59, Some(1)), (60, Some(1)), (89, Some(1)), (90, None)]
        {
            assert_eq!(step_of(secret, code, at(second)), expected, "{second}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "28708", "2870822", "28708a", "٢٨٧٠٨٢", "287082;", "\0", &"2".repeat(100_000)] {
            assert_eq!(step_of(b"12345678901234567890", typed, at(59)), None, "{}", typed.len());
        }
        assert_eq!(step_of(b"12345678901234567890", "287082", at(-59)), None);
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_typed() {
        let code = recovery_code([1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!((code.len(), code.matches('-').count()), (14, 2));
        let letters = recovery_letters(&code).expect("a code");
        for typed in [code.to_uppercase(), code.replace('-', ""), format!(" {} ", code.replace('-', " "))] {
            assert_eq!(recovery_letters(&typed).as_ref(), Some(&letters), "{typed}");
        }
        for typed in ["", "abcd-efgh", "abcd-efgh-ijkl-m", "abcd-efgh-ijk'", &"a".repeat(100_000)] {
            assert_eq!(recovery_letters(typed), None);
        }
    }

    #[test]
    fn a_camera_reads_whose_code_it_is() {
        let address = setup_address(b"12345678901234567890", "desk.brekkesund.example", "ingrid@brekkesund.example");
        assert_eq!(
            address.expect("an address"),
            "otpauth://totp/Tillit%20desk.brekkesund.example:ingrid%40brekkesund.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tillit%20desk.brekkesund.example"
        );
        assert!(setup_address(b"12345678901234567890", "", "a:b@c.example").is_ok());
        assert_eq!(grouped(b"12345678901234567890"), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
