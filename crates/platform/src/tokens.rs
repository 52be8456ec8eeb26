//! The one format for links and addresses that must not be forged: claims and a MAC over them.
//!
//! Text of `a-z2-7` alone, safe in mail addresses and URLs. Read exactly or not at all: upper case,
//! an altered character and a foreign purpose all give the same [`Invalid`]. Anybody may read what
//! a token claims, nobody may change it. Single use is kept by those who issue, not here.

use base::Instant;
use data_encoding::{Encoding, Specification};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::secrets::Secrets;

/// 128 bits of HMAC-SHA256 are kept.
const MAC_LENGTH: usize = 16;
const EXPIRY_LENGTH: usize = 5;
/// Later than the last instant there is.
const NEVER: u64 = (1 << (8 * EXPIRY_LENGTH)) - 1;

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// What it is good for, such as `invite`; a token for one purpose is invalid for all others.
    pub purpose: &'static str,
    /// What it is about: an id. At most 255 bytes.
    pub object: String,
    /// Whom it was given to: an id; empty when it is for whoever holds it. At most 255 bytes.
    pub person: String,
    /// Machine time from which it is invalid, in whole seconds; `None` when it never ends.
    pub expires: Option<Instant>,
}

/// Not a token of ours for this purpose, or no longer. Deliberately says nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this link is not valid, or no longer")]
pub struct Invalid;

/// Issues tokens and reads them back. Cheap to clone.
#[derive(Clone)]
pub struct Tokens {
    mac: Hmac<Sha256>,
    text: Encoding,
}

impl Tokens {
    /// Tokens under the master key of `secrets`.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        let mut spec = Specification::new();
        spec.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
        Self {
            mac: Hmac::new_from_slice(&secrets.key("tokens")).expect("HMAC takes keys of any length"),
            text: spec.encoding().expect("32 different symbols are a base32"),
        }
    }

    /// The token for `claims`. Ids longer than 255 bytes are cut, which makes it useless but harmless.
    #[must_use]
    pub fn issue(&self, claims: &Claims) -> String {
        let seconds = claims.expires.map_or(NEVER, |at| u64::try_from(at.as_second()).unwrap_or(0));
        let mut bytes = seconds.to_be_bytes()[8 - EXPIRY_LENGTH..].to_vec();
        put(&mut bytes, &claims.object);
        put(&mut bytes, &claims.person);
        bytes.extend(self.sign(b"token", claims.purpose, &bytes));
        self.text.encode(&bytes)
    }

    /// What the token says, when it was issued for `purpose` and machine time has not passed it.
    pub fn read(&self, purpose: &'static str, token: &str, now: Instant) -> Result<Claims, Invalid> {
        let bytes = self.text.decode(token.as_bytes()).map_err(|_| Invalid)?;
        let (body, mac) = bytes.split_last_chunk::<MAC_LENGTH>().ok_or(Invalid)?;
        if !bool::from(self.sign(b"token", purpose, body).ct_eq(mac)) {
            return Err(Invalid);
        }
        let (expiry, mut rest) = body.split_first_chunk::<EXPIRY_LENGTH>().ok_or(Invalid)?;
        let seconds = expiry.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        let expires = match seconds {
            NEVER => None,
            _ => Some(Instant::from_second(i64::try_from(seconds).map_err(|_| Invalid)?).map_err(|_| Invalid)?),
        };
        if expires.is_some_and(|at| now >= at) {
            return Err(Invalid);
        }
        let (object, person) = (take(&mut rest)?, take(&mut rest)?);
        Ok(Claims { purpose, object, person, expires })
    }

    /// 26 characters that only we can make for `object`: for reply addresses and Message-IDs, where
    /// a whole token is too long. Never ends by itself.
    #[must_use]
    pub fn mac_only(&self, purpose: &str, object: &str) -> String {
        self.text.encode(&self.sign(b"compact", purpose, object.as_bytes()))
    }

    /// `object.mac`, as it stands in a mail address. A local part has 64 characters at most: the
    /// object may have 37 less what the address has before it.
    #[must_use]
    pub fn compact(&self, purpose: &str, object: &str) -> String {
        format!("{object}.{}", self.mac_only(purpose, object))
    }

    /// The object of an `object.mac` of ours.
    pub fn read_compact<'a>(&self, purpose: &str, text: &'a str) -> Result<&'a str, Invalid> {
        let (object, mac) = text.rsplit_once('.').ok_or(Invalid)?;
        // Comparing texts, not bytes, leaves exactly one accepted spelling.
        if bool::from(self.mac_only(purpose, object).as_bytes().ct_eq(mac.as_bytes())) {
            Ok(object)
        } else {
            Err(Invalid)
        }
    }

    /// The kind and the purpose's length come first, so that no two inputs share their bytes.
    fn sign(&self, kind: &[u8], purpose: &str, body: &[u8]) -> [u8; MAC_LENGTH] {
        let mut mac = self.mac.clone();
        for part in [kind, purpose.as_bytes()] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.update(body);
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut kept = [0; MAC_LENGTH];
        kept.copy_from_slice(&whole[..MAC_LENGTH]);
        kept
    }
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tokens(…)")
    }
}

fn put(bytes: &mut Vec<u8>, text: &str) {
    let kept = &text.as_bytes()[..text.len().min(255)];
    bytes.push(u8::try_from(kept.len()).unwrap_or(u8::MAX));
    bytes.extend_from_slice(kept);
}

fn take(rest: &mut &[u8]) -> Result<String, Invalid> {
    let (length, after) = rest.split_first().ok_or(Invalid)?;
    let (text, after) = after.split_at_checked(usize::from(*length)).ok_or(Invalid)?;
    *rest = after;
    String::from_utf8(text.to_vec()).map_err(|_| Invalid)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::random::SystemRandom;

    fn tokens(key: u8) -> Tokens {
        Tokens::new(&Secrets::from_key(&[key; 32], Arc::new(SystemRandom)))
    }

    fn at(second: i64) -> Instant {
        Instant::from_second(second).expect("in range")
    }

    fn claims() -> Claims {
        Claims {
            purpose: "invite",
            object: "stf_01h00000000000000000000000".to_owned(),
            person: "per_01h00000000000000000000000".to_owned(),
            expires: Some(at(2_000_000_000)),
        }
    }

    #[test]
    fn a_token_reads_back_until_its_second_comes() {
        let tokens = tokens(1);
        let token = tokens.issue(&claims());
        assert!(token.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b)), "{token}");
        assert_eq!(tokens.read("invite", &token, at(1_999_999_999)), Ok(claims()));
        assert_eq!(tokens.read("invite", &token, at(2_000_000_000)), Err(Invalid));
    }

    #[test]
    fn a_token_without_end_or_person_reads_back_at_any_time() {
        let endless = Claims { expires: None, person: String::new(), ..claims() };
        let token = tokens(1).issue(&endless);
        assert_eq!(tokens(1).read("invite", &token, Instant::MAX), Ok(endless));
    }

    #[test]
    fn odd_expiries_never_become_endless() {
        for (expires, now) in [(Instant::MIN, at(0)), (Instant::MAX, Instant::MAX), (at(-5), at(0))] {
            let token = tokens(1).issue(&Claims { expires: Some(expires), ..claims() });
            assert_eq!(tokens(1).read("invite", &token, now), Err(Invalid), "{expires}");
        }
    }

    #[test]
    fn another_purpose_or_another_key_is_invalid() {
        let token = tokens(1).issue(&claims());
        assert_eq!(tokens(1).read("reset", &token, at(0)), Err(Invalid));
        assert_eq!(tokens(2).read("invite", &token, at(0)), Err(Invalid));
    }

    #[test]
    fn any_altered_added_or_missing_character_is_invalid() {
        let tokens = tokens(1);
        let token = tokens.issue(&claims());
        for i in 0..token.len() {
            for other in "abcdefghijklmnopqrstuvwxyz234567 =A%*\u{e9}".chars() {
                let changed = format!("{}{other}{}", &token[..i], &token[i + 1..]);
                if changed != token {
                    assert_eq!(tokens.read("invite", &changed, at(0)), Err(Invalid), "{changed}");
                }
            }
            assert_eq!(tokens.read("invite", &token[..i], at(0)), Err(Invalid));
        }
        for changed in [token.to_uppercase(), format!("{token}a"), format!("{token} "), format!(" {token}")] {
            assert_eq!(tokens.read("invite", &changed, at(0)), Err(Invalid), "{changed}");
        }
    }

    #[test]
    fn what_people_paste_by_mistake_is_invalid() {
        for text in ["", " ", "%", "*", "[]", "a", "aaaaaaaa", "\0", &"a".repeat(100_000)] {
            assert_eq!(tokens(1).read("invite", text, at(0)), Err(Invalid));
            assert_eq!(tokens(1).read_compact("invite", text), Err(Invalid));
        }
    }

    #[test]
    fn ids_cannot_run_into_each_other() {
        let shifted = |object: &str, person: &str| {
            tokens(1).issue(&Claims { object: object.to_owned(), person: person.to_owned(), ..claims() })
        };
        assert_ne!(shifted("ab", "c"), shifted("a", "bc"));
        let long = shifted(&"x".repeat(300), "p");
        assert_eq!(tokens(1).read("invite", &long, at(0)).map(|claims| claims.object.len()), Ok(255));
    }

    #[test]
    fn a_compact_form_never_completes_a_token() {
        let tokens = tokens(1);
        let plain = Claims { object: "a".to_owned(), person: String::new(), expires: Some(at(1)), ..claims() };
        let body = "\0\0\0\0\u{1}\u{1}a\0";
        let with_mac = |mac: &[u8]| tokens.text.encode(&[body.as_bytes(), mac].concat());
        assert_eq!(with_mac(&tokens.sign(b"token", "invite", body.as_bytes())), tokens.issue(&plain));
        let borrowed = tokens.text.decode(tokens.mac_only("invite", body).as_bytes()).expect("our own text");
        assert_eq!(tokens.read("invite", &with_mac(&borrowed), at(0)), Err(Invalid));
    }

    #[test]
    fn purpose_and_object_cannot_run_into_each_other() {
        assert_ne!(tokens(1).mac_only("reply", "1042"), tokens(1).mac_only("reply1", "042"));
    }

    #[test]
    fn a_compact_form_reads_back_and_fits_a_local_part() {
        let tokens = tokens(1);
        let text = tokens.compact("reply", "1042");
        assert_eq!(text.len(), 4 + 1 + 26);
        assert_eq!(tokens.read_compact("reply", &text), Ok("1042"));
        let address = format!("help+{}", tokens.compact("reply", "cnv_01h00000000000000000000000"));
        assert!(address.len() <= 64, "{address}");
    }

    #[test]
    fn an_altered_compact_form_is_invalid() {
        let tokens = tokens(1);
        let text = tokens.compact("reply", "1042");
        for i in 0..text.len() {
            for other in "abcdefghijklmnopqrstuvwxyz234567.".chars() {
                let changed = format!("{}{other}{}", &text[..i], &text[i + 1..]);
                if changed != text {
                    assert_eq!(tokens.read_compact("reply", &changed), Err(Invalid), "{changed}");
                }
            }
        }
        assert_eq!(tokens.read_compact("reply", &text.to_uppercase()), Err(Invalid));
        assert_eq!(tokens.read_compact("note", &text), Err(Invalid));
        assert_eq!(tokens.read_compact("reply", "1042"), Err(Invalid));
        assert_eq!(tokens.read_compact("reply", "1042."), Err(Invalid));
    }
}
