//! Whether a mail comes from whom it says (SPF, DKIM, DMARC): as the business's own mail server found,
//! if it is one that we were told to believe, else as we find ourselves when the sender's server speaks
//! to us directly. Proves a domain, never a person.

mod checking;
pub mod http;
mod results;

use std::net::IpAddr;

use conversations::{Proof, Verdict};
use platform::{Conn, Platform, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::journal::{Entry, Source};
use crate::requests::Place;

const KEY: &str = "mail_trust";

/// Servers that one can name.
pub const SERVERS_MOST: usize = 20;

/// Whom we believe about senders.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct TrustSettings {
    /// Names of servers whose `Authentication-Results` we believe: `mx.post.example`.
    pub servers: Vec<String>,
    /// Whether we ask the name service ourselves about mail that comes directly.
    pub check: bool,
}

impl Default for TrustSettings {
    fn default() -> Self {
        Self { servers: Vec::new(), check: true }
    }
}

/// Whom we believe.
///
/// # Errors
/// When settings cannot be read.
pub async fn get(conn: &mut Conn) -> Result<TrustSettings> {
    settings::get(conn, KEY).await
}

/// Keeps whom we believe.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(tx: &mut Tx, trust: &TrustSettings) -> Result<()> {
    settings::set(tx, KEY, trust).await
}

/// What is known of the sender whose address is `from`; `None` when nobody looked.
///
/// # Errors
/// When settings cannot be read.
pub async fn proof(p: &Platform, entry: &Entry, mail: &[u8], from: &str) -> Result<Option<Proof>> {
    let domain = domain_of(from);
    match Place::of(&entry.source, &entry.envelope_to) {
        // The link was mailed to them, and what is written behind it comes through no other server.
        Some(Place::Request(_) | Place::Form { proved: true, .. }) => {
            return Ok(Some(found(Verdict::Proved, "link", &domain)));
        }
        Some(Place::Form { proved: false, .. }) => return Ok(Some(found(Verdict::Unproved, "form", &domain))),
        None => {}
    }
    let trust = get(&mut p.db.read().await?).await?;
    if let Some(proof) = results::stated(mail, &trust.servers, &domain) {
        return Ok(Some(proof));
    }
    let Some(ip) = entry.peer.parse().ok().filter(|ip| is_public(*ip)) else { return Ok(None) };
    if !trust.check || entry.source != Source::Smtp.code() {
        return Ok(None);
    }
    Ok(Some(checking::ask(mail, ip, &entry.envelope_from, &domain).await))
}

/// Servers of the house hand on what others sent: their address says nothing about the sender.
fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => !(ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified()),
        IpAddr::V6(ip) => {
            !(ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local())
        }
    }
}

fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map_or("", |(_, domain)| domain).trim_end_matches('.').to_ascii_lowercase()
}

/// Whether `signer` speaks for `domain`: it is the same, or one above it. One below proves nothing about
/// the one above, as anybody may rent a name below some; DMARC knows more, and is asked first.
fn speaks_for(signer: &str, domain: &str) -> bool {
    let signer = signer.trim_end_matches('.').to_ascii_lowercase();
    let above = || domain.strip_suffix(&signer).is_some_and(|rest| rest.ends_with('.'));
    signer.contains('.') && (signer == domain || above())
}

fn found(verdict: Verdict, by: &str, domain: &str) -> Proof {
    Proof { verdict, by: by.to_owned(), domain: domain.to_owned() }
}

fn unproved() -> Proof {
    Proof::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_domain_or_one_above_it_speaks_for_it() {
        for (signer, domain, expect) in [
            ("post.example", "post.example", true),
            ("POST.example.", "post.example", true),
            ("post.example", "mail.post.example", true),
            ("mail.post.example", "post.example", false),
            ("evilpost.example", "post.example", false),
            ("post.example", "evilpost.example", false),
            ("example", "post.example", false),
            ("", "post.example", false),
            ("post.example", "", false),
        ] {
            assert_eq!(speaks_for(signer, domain), expect, "{signer} for {domain}");
        }
    }

    #[test]
    fn servers_of_the_house_are_not_the_sender() {
        for (ip, expect) in [
            ("127.0.0.1", false),
            ("10.1.2.3", false),
            ("192.168.0.9", false),
            ("::1", false),
            ("fd00::1", false),
            ("::ffff:10.0.0.1", false),
            ("203.0.113.9", true),
            ("2001:db8::1", true),
        ] {
            assert_eq!(is_public(ip.parse().expect("an address")), expect, "{ip}");
        }
    }
}
