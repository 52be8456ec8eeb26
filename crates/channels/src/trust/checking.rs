//! Looking for ourselves: the sender's server speaks to us, and its domain's records say whether it may.
//!
//! Bounded in time, whatever name servers do (T24): a mail whose sender cannot be looked up is unproved.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::OnceLock;
use std::time::Duration;

use conversations::{Proof, Verdict};
use mail_auth::dmarc::verify::DmarcParameters;
use mail_auth::spf::verify::SpfParameters;
use mail_auth::{
    AuthenticatedMessage, DkimResult, DmarcResult, MessageAuthenticator, Parameters, ResolverCache, SpfResult, Txt,
};

use super::{found, speaks_for, unproved};

/// All look-ups about one mail together.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the name service of this machine.
pub(super) async fn ask(mail: &[u8], ip: IpAddr, envelope_from: &str, domain: &str) -> Proof {
    static NAMES: OnceLock<Option<MessageAuthenticator>> = OnceLock::new();
    let Some(names) = NAMES.get_or_init(|| MessageAuthenticator::new_system_conf().ok()) else {
        return unproved();
    };
    let known = Records::default();
    let check = check(names, &known, mail, ip, envelope_from, domain);
    tokio::time::timeout(PATIENCE, Box::pin(check)).await.unwrap_or_else(|_| unproved())
}

/// What `known` and, for the rest, the name service say.
async fn check(
    names: &MessageAuthenticator,
    known: &Records,
    mail: &[u8],
    ip: IpAddr,
    envelope_from: &str,
    domain: &str,
) -> Proof {
    let Some(message) = AuthenticatedMessage::parse(mail) else { return unproved() };
    if domain.is_empty() || message.froms().len() != 1 {
        return unproved();
    }
    let signatures = names.verify_dkim(Parameters::new(&message).with_txt_cache(known)).await;
    let bounce = envelope_from.rsplit_once('@').map_or("", |(_, bounce)| bounce).to_ascii_lowercase();
    let sender = SpfParameters::verify_mail_from(ip, &bounce, "tillit.invalid", envelope_from);
    let path = names.verify_spf(Parameters::new(sender).with_txt_cache(known)).await;
    let policy = DmarcParameters::new(&message, &signatures, &bounce, &path);
    let policy = names.verify_dmarc(Parameters::new(policy).with_txt_cache(known)).await;
    match policy.result() {
        DmarcResult::Pass => return found(Verdict::Proved, "dmarc", domain),
        DmarcResult::Fail(_) => return found(Verdict::Failed, "dmarc", domain),
        // The domain has no policy, or it could not be asked for.
        DmarcResult::None | DmarcResult::TempError(_) | DmarcResult::PermError(_) => {}
    }
    let signers = signatures.iter().filter(|one| *one.result() == DkimResult::Pass).filter_map(|one| one.signature());
    if let Some(signer) = signers.map(|signature| signature.d.as_str()).find(|signer| speaks_for(signer, domain)) {
        return found(Verdict::Proved, "dkim", signer);
    }
    if path.result() == SpfResult::Pass && speaks_for(&bounce, domain) {
        return found(Verdict::Proved, "spf", &bounce);
    }
    unproved()
}

/// Records that need no asking.
#[derive(Default)]
struct Records(HashMap<Box<str>, Txt>);

impl ResolverCache<Box<str>, Txt> for Records {
    fn get<Q>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.0.get(name).cloned()
    }

    fn remove<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    /// Each mail is asked about anew: what the name service remembers is its own affair.
    fn insert(&self, _: Box<str>, _: Txt, _: std::time::Instant) {}
}

#[cfg(test)]
mod tests {
    use mail_auth::common::parse::TxtRecordParser;
    use mail_auth::dmarc::Dmarc;
    use mail_auth::hickory_resolver::config::{ResolverConfig, ResolverOpts};
    use mail_auth::spf::Spf;

    use super::*;

    const MAIL: &[u8] = b"From: Kari <kari@post.example>\r\nSubject: x\r\n\r\nHei\r\n";

    /// A name service without servers: what is not in the records is not there.
    fn nobody() -> MessageAuthenticator {
        let mut options = ResolverOpts::default();
        options.attempts = 0;
        options.timeout = Duration::from_millis(1);
        MessageAuthenticator::new(ResolverConfig::default(), options).expect("a resolver")
    }

    fn records(dmarc: Option<&str>) -> Records {
        let mut known = HashMap::new();
        let spf = Spf::parse(b"v=spf1 ip4:203.0.113.9 -all").expect("a record");
        known.insert("post.example.".into(), Txt::from(spf));
        let nothing = || Txt::Error(mail_auth::Error::Dns(mail_auth::DnsError::InvalidRecordType));
        let policy = dmarc.map(|text| Dmarc::parse(text.as_bytes()).expect("a record"));
        known.insert("_dmarc.post.example.".into(), policy.map_or_else(nothing, Txt::from));
        known.insert("_dmarc.example.".into(), nothing());
        Records(known)
    }

    async fn checked(known: &Records, mail: &[u8], ip: &str, from: &str) -> (Verdict, String) {
        let proof = check(&nobody(), known, mail, ip.parse().expect("an address"), from, "post.example").await;
        (proof.verdict, proof.by)
    }

    #[tokio::test]
    async fn the_domains_own_records_say_who_may_send_for_it() {
        let strict = records(Some("v=DMARC1; p=reject"));
        let kari = "kari@post.example";
        assert_eq!(checked(&strict, MAIL, "203.0.113.9", kari).await, (Verdict::Proved, "dmarc".into()));
        assert_eq!(checked(&strict, MAIL, "198.51.100.1", kari).await, (Verdict::Failed, "dmarc".into()));
        let without = records(None);
        assert_eq!(checked(&without, MAIL, "203.0.113.9", kari).await, (Verdict::Proved, "spf".into()));
        assert_eq!(checked(&without, MAIL, "198.51.100.1", kari).await, (Verdict::Unproved, String::new()));
    }

    #[tokio::test]
    async fn who_cannot_be_looked_up_or_is_two_is_unproved() {
        let unproved = (Verdict::Unproved, String::new());
        assert_eq!(checked(&Records::default(), MAIL, "203.0.113.9", "kari@post.example").await, unproved);
        let two = [b"From: ceo@post.example\r\n", MAIL].concat();
        assert_eq!(checked(&records(None), &two, "203.0.113.9", "kari@post.example").await, unproved);
        // The path of another domain says nothing about this one.
        let known = records(None);
        assert_eq!(checked(&known, MAIL, "203.0.113.9", "x@evil.example").await, unproved);
        assert_eq!(checked(&known, b"", "203.0.113.9", "").await, unproved);
    }
}
