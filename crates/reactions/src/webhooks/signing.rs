//! Signatures as Standard Webhooks has them: HMAC-SHA256 over id, time and body, by a secret that receiver and sender
//! share. The same secret opens what others sent, but we only sign.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use platform::{Context, Platform, Result};
use sha2::Sha256;

const START: &str = "whsec_";
/// Bytes of a secret.
const LENGTH: usize = 32;
const PURPOSE: &str = "webhook";

/// A fresh secret, as people see it once.
pub(super) fn fresh(p: &Platform) -> String {
    let mut bytes = [0; LENGTH];
    p.random.fill(&mut bytes);
    format!("{START}{}", BASE64.encode(&bytes))
}

/// How it lies in the table.
pub(super) fn sealed(p: &Platform, secret: &str) -> Result<String> {
    p.secrets.seal(PURPOSE, secret.as_bytes())
}

/// Reads it back.
pub(super) fn opened(p: &Platform, sealed: &str) -> Result<String> {
    let bytes = p.secrets.open(PURPOSE, sealed).context("a webhook's secret does not open")?;
    String::from_utf8(bytes).context("a webhook's secret")
}

/// `webhook-signature` for these secrets, the newest first.
pub(super) fn signature(secrets: &[String], id: &str, seconds: i64, body: &str) -> Result<String> {
    let mut signatures = Vec::new();
    for secret in secrets {
        let key = secret.strip_prefix(START).and_then(|key| BASE64.decode(key.as_bytes()).ok());
        let key = key.context("a webhook's secret")?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).context("a webhook's secret")?;
        mac.update(format!("{id}.{seconds}.{body}").as_bytes());
        signatures.push(format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes())));
    }
    Ok(signatures.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_signs_as_the_standard_does() {
        // The example of the specification's own libraries.
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned();
        let body = r#"{"test": 2432232314}"#;
        let signed = signature(std::slice::from_ref(&secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signed.expect("signed"), expected);
        let both = signature(&[secret.clone(), secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        assert_eq!(both.expect("signed"), format!("{expected} {expected}"));
        assert!(signature(&["secret".to_owned()], "a", 1, "b").is_err());
    }
}
