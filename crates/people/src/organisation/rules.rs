//! Which domains may stand for an organisation. Pure.

use crate::person::{clean_line, fold_address};

/// Everybody may have an address here.
const PUBLIC: &[&str] = &[
    "126.com",
    "163.com",
    "aol.com",
    "att.net",
    "bellsouth.net",
    "blueyonder.co.uk",
    "bredband.net",
    "broadpark.no",
    "btinternet.com",
    "charter.net",
    "comcast.net",
    "comhem.se",
    "cox.net",
    "duck.com",
    "email.com",
    "fastmail.com",
    "fastmail.fm",
    "free.fr",
    "freemail.hu",
    "frisurf.no",
    "getmail.no",
    "gmail.com",
    "googlemail.com",
    "hey.com",
    "home.se",
    "icloud.com",
    "inbox.lv",
    "jubii.dk",
    "keemail.me",
    "laposte.net",
    "libero.it",
    "lyse.net",
    "mac.com",
    "mail.com",
    "mail.dk",
    "mail.ee",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "msn.com",
    "naver.com",
    "netcom.no",
    "nordicmail.dk",
    "ntlworld.com",
    "ofir.dk",
    "online.no",
    "orange.fr",
    "outlook.com",
    "passagen.se",
    "plasa.com",
    "pm.me",
    "posteo.de",
    "privat.dk",
    "privatemail.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "rocketmail.com",
    "seznam.cz",
    "sfr.fr",
    "sky.com",
    "sol.dk",
    "spray.se",
    "start.no",
    "stofanet.dk",
    "t-online.de",
    "talktalk.net",
    "tdcadsl.dk",
    "tele2.se",
    "telenor.no",
    "telfort.nl",
    "telia.com",
    "telkom.net",
    "tuta.com",
    "tutanota.com",
    "uol.com.br",
    "verizon.net",
    "virgilio.it",
    "virginmedia.com",
    "wanadoo.fr",
    "web.de",
    "wp.pl",
    "ymail.com",
    "youmail.dk",
    "ziggo.nl",
    "zoho.com",
    "zohomail.com",
];

/// The same under many endings: `yahoo.se`, `hotmail.co.uk`.
const PUBLIC_EVERYWHERE: &[&str] = &["gmx", "hotmail", "live", "outlook", "yahoo", "yandex"];

/// Whether everybody may have an address at this domain, so that it says nothing about where they belong.
#[must_use]
pub fn is_public(domain: &str) -> bool {
    let first = domain.split('.').next().unwrap_or_default();
    let everywhere = PUBLIC_EVERYWHERE.contains(&first) && domain.split('.').count() <= 3;
    everywhere || PUBLIC.binary_search(&domain).is_ok()
}

/// The domain as compared: ASCII, lower case; from an address of a page or of a person too. `None` for what is none.
#[must_use]
pub fn fold_domain(written: &str) -> Option<String> {
    let text = clean_line(written, 300).to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next().unwrap_or_default();
    let text = text.rsplit_once('@').map_or(text, |(_, domain)| domain);
    let text = text.strip_prefix("www.").unwrap_or(text).trim_matches(['.', ' ']);
    let folded = fold_address(&format!("x@{text}"));
    let domain = folded.strip_prefix("x@")?;
    crate::person::looks_like_address(&folded).then(|| domain.to_owned())
}

/// The domain of an address, unless it is a public one.
#[must_use]
pub fn domain_of(address: &str) -> Option<String> {
    let folded = fold_address(address);
    let (_, domain) = folded.rsplit_once('@')?;
    (!domain.is_empty() && !is_public(domain)).then(|| domain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(PUBLIC.is_sorted());
    }

    #[test]
    fn public_domains_say_nothing_about_where_one_belongs() {
        for public in
            ["gmail.com", "online.no", "yahoo.se", "hotmail.co.uk", "live.no", "proton.me", "126.com", "zohomail.com"]
        {
            assert!(is_public(public), "{public}");
            assert_eq!(domain_of(&format!("Kari@{public}")), None);
        }
        for own in ["brekkesund.example", "gmail.com.example", "live.events.brekkesund.example", "yahoo-fans.example"] {
            assert!(!is_public(own), "{own}");
        }
        assert_eq!(domain_of("Kari@Havn.Example").as_deref(), Some("havn.example"));
        assert_eq!(domain_of("nobody"), None);
    }

    #[test]
    fn domains_are_read_as_people_write_them() {
        for (written, domain) in [
            ("Havn.example", Some("havn.example")),
            ("@havn.example", Some("havn.example")),
            ("https://www.havn.example/om-oss?x", Some("havn.example")),
            ("post@havn.example", Some("havn.example")),
            ("blåbær.example", Some("xn--blbr-roah.example")),
            ("havn", None),
            ("", None),
            ("a b.example", Some("ab.example")),
            ("havn..example", None),
            ("<script>.example", None),
        ] {
            assert_eq!(fold_domain(written).as_deref(), domain, "{written:?}");
        }
        assert_eq!(fold_domain(&"a.".repeat(50_000)), None);
    }
}
