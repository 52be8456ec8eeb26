//! Providers that many businesses have their mailbox with, and how their servers are reached. Pure.

use crate::relay::Protection::{self, Implicit, StartTls};

/// How one signs in there with a mail program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the usual password.
    Password,
    /// By a password made for one program in the account's settings.
    AppPassword,
    /// At Google: by its sign-in page or an app password.
    Google,
    /// At Microsoft: by its sign-in page alone.
    Microsoft,
    /// By the password that Proton's Bridge shows.
    Bridge,
}

/// One provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its name in addresses and forms.
    pub code: &'static str,
    /// As people know it.
    pub name: &'static str,
    /// Domains of addresses that are always theirs.
    domains: &'static [&'static str],
    /// Domain that their servers' names end with.
    servers: &'static str,
    /// Where mail is fetched.
    pub fetch: (&'static str, u16, Protection),
    /// Where mail is sent.
    pub send: (&'static str, u16, Protection),
    /// How one signs in.
    pub way: Way,
    /// Whether the name to sign in with is another than the address.
    pub own_user: bool,
}

const fn provider(
    (code, name): (&'static str, &'static str),
    domains: &'static [&'static str],
    servers: &'static str,
    fetch: (&'static str, u16, Protection),
    send: (&'static str, u16, Protection),
    way: Way,
) -> Provider {
    Provider { code, name, domains, servers, fetch, send, way, own_user: false }
}

const GOOGLE: &[&str] = &["gmail.com", "googlemail.com"];
const MICROSOFT: &[&str] = &[
    "outlook.com",
    "outlook.dk",
    "outlook.co.id",
    "hotmail.com",
    "hotmail.no",
    "hotmail.se",
    "hotmail.dk",
    "live.com",
    "live.no",
    "live.se",
    "live.dk",
    "msn.com",
    "onmicrosoft.com",
];
const YAHOO: &[&str] = &["yahoo.com", "yahoo.no", "yahoo.se", "yahoo.dk", "yahoo.co.id", "yahoo.co.uk", "ymail.com"];

/// All of them, in the order of the form.
pub const ALL: &[Provider] = &[
    provider(
        ("google", "Gmail, Google Workspace"),
        GOOGLE,
        "gmail.com",
        ("imap.gmail.com", 993, Implicit),
        ("smtp.gmail.com", 465, Implicit),
        Way::Google,
    ),
    provider(
        ("microsoft", "Outlook, Microsoft 365"),
        MICROSOFT,
        "office365.com",
        ("outlook.office365.com", 993, Implicit),
        ("smtp.office365.com", 587, StartTls),
        Way::Microsoft,
    ),
    provider(
        ("one", "one.com"),
        &[],
        "one.com",
        ("imap.one.com", 993, Implicit),
        ("send.one.com", 465, Implicit),
        Way::Password,
    ),
    Provider {
        own_user: true,
        ..provider(
            ("domeneshop", "Domeneshop"),
            &[],
            "domeneshop.no",
            ("imap.domeneshop.no", 993, Implicit),
            ("smtp.domeneshop.no", 587, StartTls),
            Way::Password,
        )
    },
    provider(
        ("loopia", "Loopia"),
        &[],
        "loopia.se",
        ("mailcluster.loopia.se", 993, Implicit),
        ("mailcluster.loopia.se", 587, StartTls),
        Way::Password,
    ),
    provider(
        ("simply", "Simply.com"),
        &[],
        "simply.com",
        ("mail.simply.com", 993, Implicit),
        ("smtp.simply.com", 587, StartTls),
        Way::Password,
    ),
    provider(
        ("icloud", "iCloud"),
        &["icloud.com", "me.com", "mac.com"],
        "mail.me.com",
        ("imap.mail.me.com", 993, Implicit),
        ("smtp.mail.me.com", 587, StartTls),
        Way::AppPassword,
    ),
    provider(
        ("yahoo", "Yahoo"),
        YAHOO,
        "mail.yahoo.com",
        ("imap.mail.yahoo.com", 993, Implicit),
        ("smtp.mail.yahoo.com", 465, Implicit),
        Way::AppPassword,
    ),
    provider(
        ("fastmail", "Fastmail"),
        &["fastmail.com", "fastmail.fm"],
        "fastmail.com",
        ("imap.fastmail.com", 993, Implicit),
        ("smtp.fastmail.com", 465, Implicit),
        Way::AppPassword,
    ),
    provider(
        ("zoho", "Zoho"),
        &["zoho.com", "zohomail.com"],
        "zoho.com",
        ("imap.zoho.com", 993, Implicit),
        ("smtp.zoho.com", 465, Implicit),
        Way::AppPassword,
    ),
    provider(
        ("zoho-eu", "Zoho (EU)"),
        &["zoho.eu", "zohomail.eu"],
        "zoho.eu",
        ("imap.zoho.eu", 993, Implicit),
        ("smtp.zoho.eu", 465, Implicit),
        Way::AppPassword,
    ),
    provider(
        ("gmx", "GMX"),
        &["gmx.net", "gmx.de", "gmx.at", "gmx.ch"],
        "gmx.net",
        ("imap.gmx.net", 993, Implicit),
        ("mail.gmx.net", 465, Implicit),
        Way::Password,
    ),
    provider(
        ("gmx-com", "GMX.com"),
        &["gmx.com", "gmx.us", "gmx.co.uk"],
        "gmx.com",
        ("imap.gmx.com", 993, Implicit),
        ("mail.gmx.com", 465, Implicit),
        Way::Password,
    ),
    provider(
        ("mailbox-org", "mailbox.org"),
        &["mailbox.org"],
        "mailbox.org",
        ("imap.mailbox.org", 993, Implicit),
        ("smtp.mailbox.org", 465, Implicit),
        Way::Password,
    ),
    provider(
        ("proton", "Proton Mail Bridge"),
        &["proton.me", "protonmail.com", "pm.me"],
        "",
        ("127.0.0.1", 1143, StartTls),
        ("127.0.0.1", 1025, StartTls),
        Way::Bridge,
    ),
];

impl Provider {
    /// Reads [`Provider::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|provider| provider.code == code)
    }

    /// Whose addresses these are, where the domain alone says it.
    #[must_use]
    pub fn of_domain(domain: &str) -> Option<&'static Self> {
        ALL.iter().find(|provider| provider.domains.iter().any(|own| is_within(domain, own)))
    }

    /// Whose server this is, by its name: how a business's own domain is recognised as hosted there.
    #[must_use]
    pub fn of_server(host: &str) -> Option<&'static Self> {
        ALL.iter().find(|provider| !provider.servers.is_empty() && is_within(host, provider.servers))
    }

    /// Who takes a domain's mail, by the name of the server: some providers take it under other names than the one
    /// that mail programs ask.
    #[must_use]
    pub fn of_exchanger(host: &str) -> Option<&'static Self> {
        let elsewhere = EXCHANGERS.iter().find(|(domain, _)| is_within(host, domain));
        elsewhere.map_or_else(|| Self::of_server(host), |(_, code)| Self::from_code(code))
    }
}

/// Domains of servers that take mail, and whose they are.
const EXCHANGERS: &[(&str, &str)] = &[
    ("google.com", "google"),
    ("googlemail.com", "google"),
    ("mail.protection.outlook.com", "microsoft"),
    ("mx.microsoft", "microsoft"),
    ("messagingengine.com", "fastmail"),
    ("mail.icloud.com", "icloud"),
    ("protonmail.ch", "proton"),
];

/// Whether `name` is `domain` or lies below it.
fn is_within(name: &str, domain: &str) -> bool {
    let (name, domain) = (name.as_bytes(), domain.as_bytes());
    let Some(before) = name.len().checked_sub(domain.len()) else { return false };
    name[before..].eq_ignore_ascii_case(domain) && (before == 0 || name[before - 1] == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_of_an_address_tells_the_provider() {
        let of = |domain| Provider::of_domain(domain).map(|provider| provider.code);
        for (domain, code) in [
            ("gmail.com", Some("google")),
            ("GMail.com", Some("google")),
            ("hotmail.no", Some("microsoft")),
            ("shop.onmicrosoft.com", Some("microsoft")),
            ("proton.me", Some("proton")),
            ("notgmail.com", None),
            ("gmail.com.example", None),
            ("shop.example", None),
            ("", None),
        ] {
            assert_eq!(of(domain), code, "{domain}");
        }
    }

    #[test]
    fn the_name_of_a_server_tells_who_hosts_the_domain() {
        let of = |host| Provider::of_server(host).map(|provider| provider.code);
        for (host, code) in [
            ("imap.gmail.com", Some("google")),
            ("outlook.office365.com", Some("microsoft")),
            ("imap.one.com", Some("one")),
            ("imap.zone.com", None),
            ("127.0.0.1", None),
            ("mail.shop.example", None),
        ] {
            assert_eq!(of(host), code, "{host}");
        }
    }

    #[test]
    fn who_takes_the_mail_of_a_domain_tells_who_hosts_it() {
        let of = |host| Provider::of_exchanger(host).map(|provider| provider.code);
        assert_eq!(of("aspmx.l.google.com"), Some("google"));
        assert_eq!(of("SMTP.google.com"), Some("google"));
        assert_eq!(of("shop-no.mail.protection.outlook.com"), Some("microsoft"));
        assert_eq!(of("in1-smtp.messagingengine.com"), Some("fastmail"));
        assert_eq!(of("mx.domeneshop.no"), Some("domeneshop"));
        assert_eq!(of("mx.notgoogle.com"), None);
        for (_, code) in EXCHANGERS {
            assert!(Provider::from_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn every_provider_reads_back_and_none_is_reached_in_the_open() {
        for provider in ALL {
            assert_eq!(Provider::from_code(provider.code), Some(provider));
            for (host, port, protection) in [provider.fetch, provider.send] {
                assert!(!host.is_empty() && port > 0 && protection != Protection::None, "{}", provider.name);
            }
        }
        assert_eq!(Provider::from_code("x"), None);
    }
}
