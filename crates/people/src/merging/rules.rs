//! What becomes of two customers who are one, and what makes two look like one. Pure.

use super::model::Facts;
use crate::file::Preferences;

/// Something of which a customer has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Their role.
    Title,
    /// Where letters go.
    Postal,
    /// The language to write to them in.
    Language,
    /// How to address them.
    Addressed,
    /// How to reach them.
    Channel,
    /// When to reach them.
    Hours,
    /// How to speak to them.
    Manner,
    /// Where they belong.
    Organisation,
    /// Whether they go before others.
    Vip,
    /// Whether nobody answers them.
    Blocked,
}

impl Field {
    /// What people read.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Title => "customers-title-label",
            Self::Postal => "customers-postal",
            Self::Language => "customers-prefers-language",
            Self::Addressed => "customers-addressed",
            Self::Channel => "customers-reached",
            Self::Hours => "customers-merge-hours",
            Self::Manner => "customers-manner",
            Self::Organisation => "organisations-one",
            Self::Vip => "customers-vip",
            Self::Blocked => "customers-blocked",
        }
    }
}

/// The one who stays, with what was only known of the other. Who is blocked stays blocked.
pub(super) fn united(target: &Facts, source: &Facts) -> Facts {
    let (mine, theirs) = (&target.details, &source.details);
    let (wish, other) = (&mine.preferences, &theirs.preferences);
    let mut after = target.clone();
    after.language = target.language.or(source.language);
    after.created_at = target.created_at.min(source.created_at);
    after.organisation = target.organisation.clone().or_else(|| source.organisation.clone());
    after.details.title = filled(&mine.title, &theirs.title);
    after.details.postal = filled(&mine.postal, &theirs.postal);
    after.details.vip = mine.vip || theirs.vip;
    after.details.blocked = mine.blocked.clone().or_else(|| theirs.blocked.clone());
    // Days, hours and the clock that they go by are one wish.
    let times = if wish.times().is_any() { other } else { wish };
    after.details.preferences = Preferences {
        language: wish.language.or(other.language),
        addressed: filled(&wish.addressed, &other.addressed),
        channel: wish.channel.or(other.channel),
        manner: wish.manner.or(other.manner),
        hours: times.hours,
        days: times.days,
        zone: times.zone.clone(),
    };
    after
}

fn filled(mine: &str, theirs: &str) -> String {
    if mine.is_empty() { theirs.to_owned() } else { mine.to_owned() }
}

/// The one who stayed, without what the merge brought. What was changed since stays as it is.
pub(super) fn apart(now: &Facts, before: &Facts, after: &Facts) -> Facts {
    fn back<T: Clone + PartialEq>(now: &T, before: &T, after: &T) -> T {
        if now == after { before.clone() } else { now.clone() }
    }
    let mut facts = now.clone();
    let (n, b, a) = (&now.details, &before.details, &after.details);
    facts.name = back(&now.name, &before.name, &after.name);
    facts.name_doubtful = back(&now.name_doubtful, &before.name_doubtful, &after.name_doubtful);
    facts.language = back(&now.language, &before.language, &after.language);
    facts.created_at = before.created_at;
    facts.organisation = back(&now.organisation, &before.organisation, &after.organisation);
    facts.details.title = back(&n.title, &b.title, &a.title);
    facts.details.postal = back(&n.postal, &b.postal, &a.postal);
    facts.details.vip = back(&n.vip, &b.vip, &a.vip);
    facts.details.blocked = back(&n.blocked, &b.blocked, &a.blocked);
    let (n, b, a) = (&n.preferences, &b.preferences, &a.preferences);
    facts.details.preferences = Preferences {
        language: back(&n.language, &b.language, &a.language),
        addressed: back(&n.addressed, &b.addressed, &a.addressed),
        channel: back(&n.channel, &b.channel, &a.channel),
        manner: back(&n.manner, &b.manner, &a.manner),
        hours: back(&n.hours, &b.hours, &a.hours),
        days: back(&n.days, &b.days, &a.days),
        zone: back(&n.zone, &b.zone, &a.zone),
    };
    facts
}

/// What the one who stays has anew, and what both had differently.
pub(super) fn differences(target: &Facts, source: &Facts) -> (Vec<Field>, Vec<Field>) {
    let (mine, theirs) = (&target.details, &source.details);
    let (wish, other) = (&mine.preferences, &theirs.preferences);
    let same_times = wish.times() == other.times() && wish.zone == other.zone;
    let text = |mine: &str, theirs: &str| (mine.is_empty(), theirs.is_empty(), mine == theirs);
    let fields = [
        (Field::Title, text(&mine.title, &theirs.title)),
        (Field::Postal, text(&mine.postal, &theirs.postal)),
        (Field::Language, (wish.language.is_none(), other.language.is_none(), wish.language == other.language)),
        (Field::Addressed, text(&wish.addressed, &other.addressed)),
        (Field::Channel, (wish.channel.is_none(), other.channel.is_none(), wish.channel == other.channel)),
        (Field::Hours, (wish.times().is_any(), other.times().is_any(), same_times)),
        (Field::Manner, (wish.manner.is_none(), other.manner.is_none(), wish.manner == other.manner)),
        (
            Field::Organisation,
            (target.organisation.is_none(), source.organisation.is_none(), target.organisation == source.organisation),
        ),
        (Field::Vip, (!mine.vip, !theirs.vip, mine.vip == theirs.vip)),
        (Field::Blocked, (mine.blocked.is_none(), theirs.blocked.is_none(), mine.blocked == theirs.blocked)),
    ];
    let (mut filled, mut kept) = (Vec::new(), Vec::new());
    for (field, (mine_empty, theirs_empty, same)) in fields {
        match (mine_empty, theirs_empty || same) {
            (true, false) => filled.push(field),
            (false, false) => kept.push(field),
            (_, true) => {}
        }
    }
    (filled, kept)
}

/// What is known of a customer that tells them from others, in the forms that are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub name: String,
    pub addresses: Vec<String>,
    pub phones: Vec<String>,
}

/// Why two look like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They have the same telephone.
    Phone(String),
    /// Their addresses differ by dots or by what stands behind a plus.
    Address(String, String),
    /// They have the same name, and addresses at the same place.
    Name(String),
}

/// Whether two look like one: the strongest reason. One word is no name that tells anybody apart.
pub(super) fn reason(one: &Known, other: &Known) -> Option<Reason> {
    for mine in &one.addresses {
        if let Some(theirs) = other.addresses.iter().find(|theirs| plain(theirs) == plain(mine)) {
            return Some(Reason::Address(mine.clone(), theirs.clone()));
        }
    }
    if let Some(number) = one.phones.iter().find(|number| other.phones.contains(number)) {
        return Some(Reason::Phone(number.clone()));
    }
    if one.name != other.name || one.name.split_whitespace().count() < 2 {
        return None;
    }
    let domain = |address: &String| address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
    let theirs: Vec<String> = other.addresses.iter().filter_map(domain).collect();
    one.addresses.iter().filter_map(domain).find(|mine| theirs.contains(mine)).map(Reason::Name)
}

/// An address without dots before the `@` and without what stands behind a plus. Takes any text.
#[must_use]
pub fn plain(address: &str) -> String {
    let Some(at) = address.find('@').filter(|at| *at > 0) else { return address.to_owned() };
    let (local, rest) = address.split_at(at);
    // A plus in front is no mark.
    let end = local.find('+').filter(|plus| *plus > 0).unwrap_or(local.len());
    format!("{}{rest}", local.get(..end).unwrap_or(local).replace('.', ""))
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::file::{Blocked, Channel, Days, Details, Hours, Manner};

    fn at(second: i64) -> base::Instant {
        base::Instant::from_second(second).expect("a time")
    }

    fn facts(name: &str, second: i64, details: Details) -> Facts {
        let (name, created_at) = (name.into(), at(second));
        Facts { name, name_doubtful: false, language: None, created_at, organisation: None, details }
    }

    fn full() -> Details {
        Details {
            title: "Teacher".into(),
            postal: "Storgata 1".into(),
            preferences: Preferences {
                language: Some(Language::En),
                addressed: "Fru Solheim".into(),
                channel: Some(Channel::Phone),
                manner: Some(Manner::Formal),
                hours: Hours { from: Some(900), until: None },
                days: Days::kept(31),
                zone: "Asia/Jakarta".into(),
            },
            vip: true,
            blocked: Some(Blocked { since: at(5), why: "Threats".into() }),
        }
    }

    #[test]
    fn who_stays_keeps_theirs_and_gets_what_was_only_known_of_the_other() {
        let (empty, rich) = (facts("Kari", 9, Details::default()), facts("K. Solheim", 3, full()));
        let after = united(&empty, &rich);
        assert_eq!((after.name.as_str(), after.created_at, &after.details), ("Kari", at(3), &full()));
        assert_eq!(united(&rich, &empty), rich, "nothing is lost to what is empty");
        let other = Details { title: "Head".into(), blocked: None, ..full() };
        let after = united(&facts("Kari", 9, other.clone()), &rich);
        assert_eq!(after.details, Details { title: "Head".into(), ..full() });
        let (filled, kept) = differences(&facts("Kari", 9, other), &rich);
        assert_eq!((filled, kept), (vec![Field::Blocked], vec![Field::Title]));
        let (filled, kept) = differences(&empty, &rich);
        assert_eq!((filled.len(), kept.len()), (9, 0));
        assert_eq!(differences(&rich, &empty), (vec![], vec![]));
    }

    #[test]
    fn taking_apart_leaves_what_was_changed_since() {
        let (before, source) = (facts("Kari", 9, Details::default()), facts("K", 3, full()));
        let after = united(&before, &source);
        assert_eq!(apart(&after, &before, &after), before);
        let mut now = after.clone();
        now.name = "Kari Berg".into();
        now.details.title = "Head".into();
        now.details.preferences.channel = Some(Channel::Mail);
        let back = apart(&now, &before, &after);
        assert_eq!((back.name.as_str(), back.details.title.as_str()), ("Kari Berg", "Head"));
        assert_eq!(back.details.preferences.channel, Some(Channel::Mail));
        assert_eq!((back.details.postal.as_str(), back.details.vip, back.created_at), ("", false, at(9)));
    }

    #[test]
    fn addresses_are_plain_without_dots_and_plus() {
        for (address, expected) in [
            ("kari.solheim+bike@post.example", "karisolheim@post.example"),
            ("k.a.r.i@post.example", "kari@post.example"),
            ("+47@post.example", "+47@post.example"),
            ("a+b@c+d.example", "a@c+d.example"),
            ("@post.example", "@post.example"),
            ("nobody", "nobody"),
            ("", ""),
        ] {
            assert_eq!(plain(address), expected);
        }
    }

    #[test]
    fn two_look_like_one_for_a_reason_only() {
        let known = |name: &str, address: &str, phone: &str| Known {
            name: name.into(),
            addresses: vec![address.into()],
            phones: vec![phone.into()].into_iter().filter(|phone: &String| !phone.is_empty()).collect(),
        };
        let kari = known("kari solheim", "kari.solheim@post.example", "+4791234567");
        let cases = [
            (
                known("x", "karisolheim+2@post.example", "+4791234567"),
                Some(Reason::Address("kari.solheim@post.example".into(), "karisolheim+2@post.example".into())),
            ),
            (known("x", "x@y.example", "+4791234567"), Some(Reason::Phone("+4791234567".into()))),
            (known("kari solheim", "ks@post.example", ""), Some(Reason::Name("post.example".into()))),
            (known("kari solheim", "ks@other.example", ""), None),
            (known("kari berg", "kb@post.example", ""), None),
            (known("x", "karisolheim@other.example", "+4790000000"), None),
        ];
        for (other, expected) in cases {
            assert_eq!(reason(&kari, &other), expected, "{other:?}");
            assert_eq!(reason(&other, &kari).is_some(), expected.is_some(), "seen from the other side");
        }
        let post = known("post", "post@firma.example", "");
        assert_eq!(reason(&post, &known("post", "mail@firma.example", "")), None, "one word names nobody");
    }
}
