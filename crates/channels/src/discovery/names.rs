//! What a domain's records say about its mailboxes: the services of RFC 6186 and RFC 8314, and who takes its mail.

use std::future::Future;

use mail_auth::MessageAuthenticator;
use mail_auth::hickory_resolver::proto::rr::RData;

use super::{Server, Servers};
use crate::relay::Protection;

/// One server that a domain names for a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Service {
    /// The least is asked first.
    pub priority: u16,
    /// Among equals the greatest is asked first.
    pub weight: u16,
    /// Its name; empty when the domain says that there is no such service.
    pub host: String,
    /// Its port.
    pub port: u16,
}

/// A name service. Whoever does not answer has nothing to say.
pub(super) trait Names: Sync {
    /// The servers of a service such as `_imaps._tcp.shop.example`.
    fn services(&self, name: &str) -> impl Future<Output = Vec<Service>> + Send;
    /// The servers that take the mail of a domain, the preferred first.
    fn exchangers(&self, domain: &str) -> impl Future<Output = Vec<String>> + Send;
}

/// The name service of this machine; none when the machine names none.
pub(super) struct OfMachine(Option<MessageAuthenticator>);

impl OfMachine {
    pub(super) fn new() -> Self {
        Self(MessageAuthenticator::new_system_conf().ok())
    }
}

/// Names come absolute from the name service; ours have no dot at the end.
fn plain(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

impl Names for OfMachine {
    async fn services(&self, name: &str) -> Vec<Service> {
        let Some(names) = &self.0 else { return Vec::new() };
        let Ok(found) = names.0.srv_lookup(format!("{name}.")).await else { return Vec::new() };
        let service = |data: &RData| match data {
            RData::SRV(it) => Some(Service {
                priority: it.priority,
                weight: it.weight,
                host: plain(&it.target.to_ascii()),
                port: it.port,
            }),
            _ => None,
        };
        found.answers().iter().filter_map(|record| service(&record.data)).collect()
    }

    async fn exchangers(&self, domain: &str) -> Vec<String> {
        let Some(names) = &self.0 else { return Vec::new() };
        let Ok(found) = names.0.mx_lookup(format!("{domain}.")).await else { return Vec::new() };
        let exchanger = |data: &RData| match data {
            RData::MX(it) => Some((it.preference, plain(&it.exchange.to_ascii()))),
            _ => None,
        };
        let mut all: Vec<_> = found.answers().iter().filter_map(|record| exchanger(&record.data)).collect();
        all.sort();
        all.into_iter().map(|(_, host)| host).collect()
    }
}

/// The two servers as the domain's records name them, if they name both and protect them.
///
/// Services that begin protected (`_imaps`, `_submissions`) go before those that become so.
pub(super) async fn servers(names: &impl Names, domain: &str, address: &str) -> Option<Servers> {
    let ask = async |implicit: &str, upgraded: &str| {
        let (implicit, upgraded) = (format!("_{implicit}._tcp.{domain}"), format!("_{upgraded}._tcp.{domain}"));
        let (implicit, upgraded) = tokio::join!(names.services(&implicit), names.services(&upgraded));
        let server = |services, protection| {
            let Service { host, port, .. } = first(services)?;
            Some(Server { host, port, protection, user: address.to_owned() })
        };
        server(implicit, Protection::Implicit).or_else(|| server(upgraded, Protection::StartTls))
    };
    let (fetch, send) = tokio::join!(ask("imaps", "imap"), ask("submissions", "submission"));
    Some(Servers { fetch: fetch?, send: send? })
}

/// Which of several is asked first; none if the domain has no such service.
fn first(services: Vec<Service>) -> Option<Service> {
    let real = services.into_iter().filter(|one| super::is_host(&one.host) && one.port != 0);
    real.min_by_key(|one| (one.priority, std::cmp::Reverse(one.weight)))
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::HashMap;

    use super::*;

    /// Records that a test writes.
    #[derive(Default)]
    pub(in super::super) struct Written {
        pub services: HashMap<&'static str, Vec<Service>>,
        pub exchangers: Vec<&'static str>,
    }

    impl Names for Written {
        async fn services(&self, name: &str) -> Vec<Service> {
            self.services.get(name).cloned().unwrap_or_default()
        }

        async fn exchangers(&self, _: &str) -> Vec<String> {
            self.exchangers.iter().map(|&host| host.to_owned()).collect()
        }
    }

    pub(in super::super) fn service(priority: u16, weight: u16, host: &str, port: u16) -> Service {
        Service { priority, weight, host: host.to_owned(), port }
    }

    async fn found(all: &[(&'static str, Service)]) -> Option<(String, String)> {
        let mut records = Written::default();
        for (name, one) in all {
            records.services.entry(name).or_default().push(one.clone());
        }
        let Servers { fetch, send } = servers(&records, "shop.example", "hei@shop.example").await?;
        assert_eq!((fetch.user.as_str(), send.user.as_str()), ("hei@shop.example", "hei@shop.example"));
        let text = |one: Server| format!("{}:{} {:?}", one.host, one.port, one.protection);
        Some((text(fetch), text(send)))
    }

    const IMAPS: &str = "_imaps._tcp.shop.example";
    const IMAP: &str = "_imap._tcp.shop.example";
    const SUBMISSIONS: &str = "_submissions._tcp.shop.example";
    const SUBMISSION: &str = "_submission._tcp.shop.example";

    #[tokio::test]
    async fn the_preferred_server_of_each_service_is_taken_and_protected_ones_first() {
        let imap = (IMAP, service(0, 0, "plain.example", 143));
        let submission = (SUBMISSION, service(0, 0, "mail.example", 587));
        let pair = |fetch: &str, send: &str| Some((fetch.to_owned(), send.to_owned()));
        let upgraded = [imap.clone(), submission.clone()];
        assert_eq!(found(&upgraded).await, pair("plain.example:143 StartTls", "mail.example:587 StartTls"));
        let several = [
            imap,
            submission,
            (IMAPS, service(20, 9, "late.example", 993)),
            (IMAPS, service(10, 1, "light.example", 993)),
            (IMAPS, service(10, 5, "heavy.example", 994)),
            (SUBMISSIONS, service(0, 0, "mail.example", 465)),
        ];
        assert_eq!(found(&several).await, pair("heavy.example:994 Implicit", "mail.example:465 Implicit"));
    }

    #[tokio::test]
    async fn half_an_answer_and_no_such_service_are_no_answer() {
        let submission = (SUBMISSION, service(0, 0, "mail.example", 587));
        assert_eq!(found(&[]).await, None);
        assert_eq!(found(std::slice::from_ref(&submission)).await, None);
        assert_eq!(found(&[submission.clone(), (IMAPS, service(0, 0, "", 0))]).await, None);
        assert_eq!(found(&[submission.clone(), (IMAPS, service(0, 0, "mail.example", 0))]).await, None);
        assert_eq!(found(&[submission, (IMAPS, service(0, 0, "a b", 993))]).await, None);
    }
}
