//! What was asked for in an address, by people and by programs; and the address that asks for it again.

use jiff::civil::Date;
use serde::Deserialize;

use super::Dim;
use super::queries::{Asked, By};
use super::rules::period::{Period, Preset};

/// The part of an address behind the `?`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// A ready-made period; see [`Preset::code`].
    pub period: String,
    /// The first day, when no period is named.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Only this department.
    pub department: String,
    /// Only one name: `staff:stf_…`, `mailbox:…`, `language:nb`, `tag:tag_…`, `policy:svp_…`.
    pub of: String,
    /// By what the table is told apart.
    pub by: String,
    /// Anything in it compares with the period before.
    pub compare: String,
    /// Which figure a list is of.
    pub figure: String,
    /// Where the list goes on.
    pub cursor: String,
}

/// What cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// The days.
    Period,
    /// The one name.
    Of,
    /// What the table is told apart by.
    By,
}

impl Unclear {
    /// The parameter that it is about.
    #[must_use]
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::Of => "of",
            Self::By => "by",
        }
    }
}

/// What was understood.
#[derive(Clone, Debug)]
pub struct Understood {
    /// What the report is of.
    pub asked: Asked,
    /// The ready-made period, if it is one.
    pub preset: Option<Preset>,
    /// By what its table is told apart.
    pub by: By,
    /// Whether it stands beside the period before.
    pub compare: bool,
}

impl Wanted {
    /// Reads it, as of `today`.
    ///
    /// # Errors
    /// Says what cannot be read.
    pub fn understood(&self, today: Date) -> Result<Understood, Unclear> {
        let (preset, period) = if self.period.is_empty() && (!self.from.is_empty() || !self.to.is_empty()) {
            (None, Period::written(&self.from, &self.to).ok_or(Unclear::Period)?)
        } else {
            let code = if self.period.is_empty() { Preset::FourWeeks.code() } else { &self.period };
            let preset = Preset::from_code(code).ok_or(Unclear::Period)?;
            (Some(preset), preset.period(today))
        };
        if self.of.chars().chain(self.department.chars()).any(char::is_control) {
            return Err(Unclear::Of);
        }
        let of = match self.of.split_once(':') {
            None if self.of.is_empty() => None,
            None => return Err(Unclear::Of),
            Some((dim, name)) => match Dim::from_code(dim) {
                Some(dim) if dim != Dim::All && !name.is_empty() => Some((dim, name.to_owned())),
                _ => return Err(Unclear::Of),
            },
        };
        let by = if self.by.is_empty() { Some(By::Department) } else { By::from_code(&self.by) };
        let by = by.ok_or(Unclear::By)?;
        let department = Some(self.department.clone()).filter(|id| !id.is_empty());
        Ok(Understood { asked: Asked { period, department, of }, preset, by, compare: !self.compare.is_empty() })
    }

    /// The address of `path` that asks for the same, with some of it changed.
    #[must_use]
    pub fn address(&self, path: &str, changed: &[(&str, &str)]) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let all = [
            ("period", &self.period),
            ("from", &self.from),
            ("to", &self.to),
            ("department", &self.department),
            ("of", &self.of),
            ("by", &self.by),
            ("compare", &self.compare),
            ("figure", &self.figure),
            ("cursor", &self.cursor),
        ];
        for (name, value) in all {
            let value = changed.iter().find(|(other, _)| *other == name).map_or(value.as_str(), |(_, value)| value);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(query: &[(&str, &str)]) -> Result<Understood, Unclear> {
        let text: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let get = |name: &str| {
            let found = url::form_urlencoded::parse(text.as_bytes()).find(|(key, _)| key == name);
            found.map(|(_, value)| value.into_owned()).unwrap_or_default()
        };
        let wanted = Wanted {
            period: get("period"),
            from: get("from"),
            to: get("to"),
            department: get("department"),
            of: get("of"),
            by: get("by"),
            ..Wanted::default()
        };
        wanted.understood("2026-11-18".parse().expect("a date"))
    }

    #[test]
    fn nothing_asked_for_is_the_last_four_weeks_by_department() {
        let usual = understood(&[]).expect("understood");
        assert_eq!((usual.preset, usual.by, usual.asked.of), (Some(Preset::FourWeeks), By::Department, None));
        assert_eq!(usual.asked.period.from.to_string(), "2026-10-22");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (query, unclear) in [
            (vec![("period", "ever")], Unclear::Period),
            (vec![("from", "2026-11-02"), ("to", "2026-11-01")], Unclear::Period),
            (vec![("from", "2026-11-02")], Unclear::Period),
            (vec![("of", "staff")], Unclear::Of),
            (vec![("of", "all:x")], Unclear::Of),
            (vec![("of", "staff:")], Unclear::Of),
            (vec![("of", "staff:\0")], Unclear::Of),
            (vec![("department", "\0")], Unclear::Of),
            (vec![("by", "mood")], Unclear::By),
        ] {
            assert_eq!(understood(&query).err(), Some(unclear), "{query:?}");
        }
    }

    #[test]
    fn an_address_asks_for_the_same_again() {
        let wanted = Wanted { of: "tag:tag_1&x".into(), by: "staff".into(), ..Wanted::default() };
        assert_eq!(wanted.address("/reports", &[("by", "tag")]), "/reports?of=tag%3Atag_1%26x&by=tag");
        assert_eq!(wanted.address("/reports", &[("by", ""), ("of", "")]), "/reports");
    }
}
