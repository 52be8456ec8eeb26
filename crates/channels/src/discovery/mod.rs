//! Finds out how a mailbox is reached from its address alone: a table of providers, what the domain, its records or
//! Mozilla's list publish for mail programs, who takes the domain's mail, and guesses last.
//!
//! Web addresses are asked through the one guarded client. Mozilla's list learns the domain, not the
//! address. Nothing found here is believed before a real connection has been tried.

mod autoconfig;
mod names;
pub mod providers;

use std::time::Duration;

use platform::outbound::{Outbound, Outgoing};
use tokio::time::timeout;
use url::Url;

use names::{Names, OfMachine};
pub use providers::{Provider, Way};

use crate::relay::Protection;

/// For all questions together: whoever waits for a form waits no longer.
const PATIENCE: Duration = Duration::from_secs(8);
/// For one guess.
const GUESS: Duration = Duration::from_secs(2);

/// A mail server and the name to sign in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// The name to sign in with.
    pub user: String,
}

/// The two servers of a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Servers {
    /// Where its mail is fetched.
    pub fetch: Server,
    /// Where replies leave.
    pub send: Server,
}

/// How the servers were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The provider is known.
    Table,
    /// The domain, its records or Mozilla's list say so.
    Published,
    /// Nobody says anything: the usual names.
    Guess,
}

/// What was found for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The servers.
    pub servers: Servers,
    /// Who runs them, where known.
    pub provider: Option<&'static Provider>,
    /// How they were found.
    pub by: By,
}

/// The servers of a known provider, for `address`.
#[must_use]
pub fn of_provider(provider: &'static Provider, address: &str) -> Found {
    let user = if provider.own_user { String::new() } else { address.to_owned() };
    let server = |(host, port, protection): (&str, u16, Protection)| Server {
        host: host.to_owned(),
        port,
        protection,
        user: user.clone(),
    };
    let servers = Servers { fetch: server(provider.fetch), send: server(provider.send) };
    Found { servers, provider: Some(provider), by: By::Table }
}

/// Finds the servers for `address`. Always answers something; how sure it is, [`Found::by`] says.
pub async fn discover(outbound: &Outbound, address: &str) -> Found {
    discover_by(outbound, &OfMachine::new(), address).await
}

async fn discover_by(outbound: &Outbound, names: &impl Names, address: &str) -> Found {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_ascii_lowercase();
    if let Some(provider) = Provider::of_domain(&domain) {
        return of_provider(provider, address);
    }
    let published = timeout(PATIENCE, published(outbound, names, &domain, address));
    let host = timeout(PATIENCE, host(names, &domain));
    let (published, host) = tokio::join!(published, host);
    match (published.ok().flatten(), host.ok().flatten()) {
        (Some(servers), _) => recognised(servers, address),
        (None, Some(provider)) => of_provider(provider, address),
        (None, None) => Found { servers: guess(&domain, address).await, provider: None, by: By::Guess },
    }
}

/// A provider that we know, when it takes the domain's mail.
async fn host(names: &impl Names, domain: &str) -> Option<&'static Provider> {
    if !is_host(domain) {
        return None;
    }
    names.exchangers(domain).await.iter().find_map(|host| Provider::of_exchanger(host))
}

/// A domain hosted by a provider that we know signs in the way of that provider.
fn recognised(servers: Servers, address: &str) -> Found {
    match Provider::of_server(&servers.fetch.host) {
        Some(provider) if matches!(provider.way, Way::Google | Way::Microsoft) => of_provider(provider, address),
        provider => Found { servers, provider, by: By::Published },
    }
}

async fn published(outbound: &Outbound, names: &impl Names, domain: &str, address: &str) -> Option<Servers> {
    if !is_host(domain) {
        return None;
    }
    let places = places(domain);
    // Asked together; whose word counts more goes first.
    let [own, known, list] = places.map(|place| ask(outbound, place, address));
    let (own, known, records, list) = tokio::join!(own, known, names::servers(names, domain, address), list);
    own.or(known).or(records).or(list)
}

/// Where settings for a domain are published: by itself, and in Mozilla's list.
fn places(domain: &str) -> [String; 3] {
    [
        format!("https://autoconfig.{domain}/mail/config-v1.1.xml"),
        format!("https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml"),
        format!("https://autoconfig.thunderbird.net/v1.1/{domain}"),
    ]
}

async fn ask(outbound: &Outbound, place: String, address: &str) -> Option<Servers> {
    let answer = outbound.send(Outgoing::get(Url::parse(&place).ok()?)).await.ok()?;
    let text = answer.status.is_success().then(|| String::from_utf8_lossy(&answer.body).into_owned())?;
    autoconfig::parse(&text, address)
}

/// The usual names, as far as one of them leads anywhere.
async fn guess(domain: &str, address: &str) -> Servers {
    let [imap, smtp] = [["imap", "mail"], ["smtp", "mail"]].map(|names| first_known(domain, names));
    let (imap, smtp) = tokio::join!(imap, smtp);
    let server = |host, port, protection| Server { host, port, protection, user: address.to_owned() };
    Servers { fetch: server(imap, 993, Protection::Implicit), send: server(smtp, 587, Protection::StartTls) }
}

async fn first_known(domain: &str, names: [&str; 2]) -> String {
    let all = names.map(|name| format!("{name}.{domain}"));
    for host in &all {
        let found = timeout(GUESS, tokio::net::lookup_host((host.as_str(), 0))).await;
        if found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some())) {
            return host.clone();
        }
    }
    let [first, _] = all;
    first
}

/// Whether a text can be the name or address of a server.
#[must_use]
pub fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 253
        && !text.starts_with(['.', '-'])
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':'))
        && (text.parse::<std::net::Ipv6Addr>().is_ok() || !text.contains(':'))
}

#[cfg(test)]
mod tests {
    use platform::outbound::Gate;

    use super::names::tests::{Written, service};
    use super::*;

    #[tokio::test]
    async fn a_known_provider_is_asked_nothing() {
        let outbound = Outbound::new(Gate::default());
        let found = discover(&outbound, "Kari@gmail.com").await;
        assert_eq!((found.by, found.provider.map(|provider| provider.way)), (By::Table, Some(Way::Google)));
        assert_eq!(found.servers.fetch.user, "Kari@gmail.com");
        let shop = Provider::from_code("domeneshop").expect("is there");
        assert_eq!(of_provider(shop, "hei@shop.example").servers.send.user, "", "only the business knows it");
    }

    #[tokio::test]
    async fn where_nobody_says_anything_the_usual_names_are_guessed() {
        let outbound = Outbound::new(Gate::default());
        let found = discover(&outbound, "hei@shop.invalid").await;
        assert_eq!((found.by, found.provider), (By::Guess, None));
        let Servers { fetch, send } = found.servers;
        assert_eq!(
            (fetch.host.as_str(), fetch.port, fetch.protection),
            ("imap.shop.invalid", 993, Protection::Implicit)
        );
        assert_eq!((send.host.as_str(), send.port, send.protection), ("smtp.shop.invalid", 587, Protection::StartTls));
    }

    #[tokio::test]
    async fn a_domains_records_tell_its_servers_and_else_who_takes_its_mail() {
        let outbound = Outbound::new(Gate::default());
        let mut records =
            Written { exchangers: vec!["spam.example", "shop.mail.protection.outlook.com"], ..Written::default() };
        let hosted = discover_by(&outbound, &records, "hei@shop.invalid").await;
        assert_eq!((hosted.by, hosted.provider.map(|provider| provider.way)), (By::Table, Some(Way::Microsoft)));
        assert_eq!(hosted.servers.fetch.user, "hei@shop.invalid");
        records.services.insert("_imaps._tcp.shop.invalid", vec![service(0, 0, "post.example", 993)]);
        records.services.insert("_submissions._tcp.shop.invalid", vec![service(0, 0, "post.example", 465)]);
        let named = discover_by(&outbound, &records, "hei@shop.invalid").await;
        assert_eq!((named.by, named.servers.fetch.host.as_str()), (By::Published, "post.example"));
    }

    #[test]
    fn a_domain_that_google_or_microsoft_hosts_is_treated_as_theirs() {
        let server = |host: &str| Server {
            host: host.into(),
            port: 993,
            protection: Protection::Implicit,
            user: "hei@shop.example".into(),
        };
        let servers = |host: &str| Servers { fetch: server(host), send: server("smtp.shop.example") };
        let google = recognised(servers("imap.gmail.com"), "hei@shop.example");
        assert_eq!((google.by, google.servers.send.host.as_str()), (By::Table, "smtp.gmail.com"));
        let hosted = recognised(servers("imap.one.com"), "hei@shop.example");
        assert_eq!((hosted.by, hosted.provider.map(|provider| provider.code)), (By::Published, Some("one")));
        let own = recognised(servers("mail.shop.example"), "hei@shop.example");
        assert_eq!((own.provider, own.servers.send.host.as_str()), (None, "smtp.shop.example"));
    }

    #[test]
    fn names_of_servers_hold_nothing_else() {
        for good in ["mail.shop.example", "127.0.0.1", "::1", "blåbær.example", "mail_1"] {
            assert!(is_host(good), "{good}");
        }
        for bad in ["", ".x", "-x", "a b", "a/b", "a@b", "host:25", "a\r\nb", "https://x"] {
            assert!(!is_host(bad), "{bad}");
        }
        assert!(places("shop.example").iter().all(|place| place.starts_with("https://")));
    }
}
