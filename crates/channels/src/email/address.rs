//! Mail addresses and how to show them so that nobody is misled (T44).

use serde::{Deserialize, Serialize};

use super::parse::is_unseen;

/// Longest address there can be (RFC 5321: 64 + 1 + 255).
const ADDRESS_BYTES_MAX: usize = 320;

/// A name and an address, as a mail gives them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MailAddress {
    /// Display name; the sender's claim.
    pub name: Option<String>,
    /// `local@domain`, the domain in lower case.
    pub address: String,
}

/// Why an address deserves a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The name holds a mail address that is not the real one.
    NameHoldsAddress,
    /// The name is that of a colleague, the address is not.
    NameOfColleague,
    /// Characters that cannot be seen were left out.
    HiddenCharacters,
    /// The domain is written with letters that look like others.
    ForeignLetters,
}

/// An address made ready for showing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownAddress {
    /// The name, without characters that hide or reverse text; `None` when nothing is left.
    pub name: Option<String>,
    /// The address to be shown beside it, its domain in ASCII.
    pub address: String,
    /// What to warn of.
    pub marks: Vec<Mark>,
}

impl MailAddress {
    /// An address with an optional name, when it is one that mail can be sent to.
    #[must_use]
    pub fn read(name: Option<&str>, address: &str) -> Option<Self> {
        let address = address.trim().trim_start_matches('<').trim_end_matches('>');
        let (local, domain) = address.rsplit_once('@')?;
        let is_bad = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '(' | ')');
        let ok =
            !local.is_empty() && !domain.is_empty() && !address.contains(is_bad) && !domain.contains(['@', '"', '\\']);
        let quoted_ok = !local.contains('@') || (local.starts_with('"') && local.ends_with('"'));
        if !ok || !quoted_ok || address.len() > ADDRESS_BYTES_MAX {
            return None;
        }
        let name = name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        Some(Self { name, address: format!("{local}@{}", domain.to_lowercase()) })
    }

    /// The address with its domain in ASCII, as every mail server takes it; `None` when the domain
    /// is none.
    #[must_use]
    pub fn for_sending(&self) -> Option<String> {
        let (local, domain) = self.address.rsplit_once('@')?;
        if domain.starts_with('[') {
            return Some(self.address.clone());
        }
        match url::Host::parse(domain).ok()? {
            url::Host::Domain(ascii) => Some(format!("{local}@{ascii}")),
            _ => None,
        }
    }

    /// What people see; `is_colleague` knows the names of the staff.
    #[must_use]
    pub fn shown(&self, is_colleague: impl Fn(&str) -> bool) -> ShownAddress {
        let mut marks = Vec::new();
        let given = self.name.as_deref().unwrap_or_default();
        let visible: String = given.chars().filter(|c| !is_unseen(*c) && !c.is_control()).collect();
        let address: String = self.address.chars().filter(|c| !is_unseen(*c)).collect();
        if visible.len() != given.len() || address.len() != self.address.len() {
            marks.push(Mark::HiddenCharacters);
        }
        let name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if holds_other_address(&name, &address) {
            marks.push(Mark::NameHoldsAddress);
        }
        if is_colleague(&name) && !name.is_empty() {
            marks.push(Mark::NameOfColleague);
        }
        let (local, domain) = address.rsplit_once('@').unwrap_or(("", &address));
        let ascii = ascii_domain(domain);
        if ascii.split('.').any(|label| label.starts_with("xn--")) || !local.is_ascii() {
            marks.push(Mark::ForeignLetters);
        }
        ShownAddress { name: Some(name).filter(|name| !name.is_empty()), address: format!("{local}@{ascii}"), marks }
    }
}

fn holds_other_address(name: &str, address: &str) -> bool {
    let folded = name.replace(['＠', '﹫'], "@").to_lowercase();
    let is_word_end =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '"' | '\'' | ',' | ';' | '[' | ']');
    folded.split(is_word_end).any(|word| {
        let parts = word.split_once('@');
        parts.is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.')) && word != address.to_lowercase()
    })
}

fn ascii_domain(domain: &str) -> String {
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(ascii)) => ascii,
        _ => domain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_mail_can_go_to_are_read() {
        let cases = [
            ("anna@Example.COM", Some("anna@example.com")),
            (" <anna@example.com> ", Some("anna@example.com")),
            ("Anna.B+tag@example.com", Some("Anna.B+tag@example.com")),
            ("\"a@b\"@example.com", Some("\"a@b\"@example.com")),
            ("åse@blåbær.example", Some("åse@blåbær.example")),
            ("anna", None),
            ("@example.com", None),
            ("anna@", None),
            ("a@b@example.com", None),
            ("anna@example.com\r\nBcc: x@y.z", None),
            ("anna@example.com, eva@example.com", None),
            ("", None),
        ];
        for (given, expected) in cases {
            assert_eq!(MailAddress::read(None, given).map(|found| found.address).as_deref(), expected, "{given:?}");
        }
        assert_eq!(MailAddress::read(None, &format!("{}@example.com", "x".repeat(400))), None);
    }

    #[test]
    fn what_would_mislead_is_marked_and_the_real_address_shown() {
        let shown = |name: &str, address: &str| {
            let address = MailAddress::read(Some(name), address).expect("a good address");
            let shown = address.shown(|name| name == "Jonas Åkerlind");
            (shown.name.unwrap_or_default(), shown.address, shown.marks)
        };
        let evil = "x@evil.example";
        assert_eq!(shown("Anna Berg", evil), ("Anna Berg".into(), evil.into(), vec![]));
        assert_eq!(shown("x@evil.example", evil).2, vec![]);
        assert_eq!(shown("anna@bank.example", evil).2, vec![Mark::NameHoldsAddress]);
        assert_eq!(shown("Bank <service＠bank.example>", evil).2, vec![Mark::NameHoldsAddress]);
        assert_eq!(shown("Jonas Åkerlind", evil).2, vec![Mark::NameOfColleague]);
        let hidden = shown("Jonas\u{200B} Åker\u{202E}lind", evil);
        assert_eq!(hidden, ("Jonas Åkerlind".into(), evil.into(), vec![Mark::HiddenCharacters, Mark::NameOfColleague]));
        let cyrillic = shown("Bank", "a@b\u{430}nk.example");
        assert_eq!(cyrillic, ("Bank".into(), "a@xn--bnk-6cd.example".into(), vec![Mark::ForeignLetters]));
        assert_eq!(shown("Åse", "åse@example.com").2, vec![Mark::ForeignLetters]);
        assert_eq!(shown("\u{202E}", evil).0, "");
    }
}
