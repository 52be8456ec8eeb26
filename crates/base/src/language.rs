//! The five languages Tillit speaks, as values.

use serde::{Deserialize, Serialize};

/// A language that every text of Tillit exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Norwegian Bokmål.
    Nb,
    /// Swedish.
    Sv,
    /// Danish.
    Da,
    /// Indonesian.
    Id,
}

impl Language {
    /// All five, in the order they are offered to people.
    pub const ALL: [Self; 5] = [Self::En, Self::Nb, Self::Sv, Self::Da, Self::Id];

    /// The code used in `lang` attributes, cookies, tables and file names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
            Self::Sv => "sv",
            Self::Da => "da",
            Self::Id => "id",
        }
    }

    /// The language's own name for itself; a language is never shown by a flag.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nb => "Bokmål",
            Self::Sv => "Svenska",
            Self::Da => "Dansk",
            Self::Id => "Bahasa Indonesia",
        }
    }

    /// Reads a code such as `nb`, `nb-NO`, `no` or `nn` (answered as Bokmål); `None` for others.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "nb" | "no" | "nn" => Some(Self::Nb),
            "sv" => Some(Self::Sv),
            "da" => Some(Self::Da),
            "id" | "in" => Some(Self::Id),
            _ => None,
        }
    }

    /// The best of the five for an `Accept-Language` header; English when none fits.
    #[must_use]
    pub fn from_accept(header: &str) -> Self {
        let mut best = (Self::En, 0.0_f32);
        for part in header.split(',') {
            let mut fields = part.trim().split(';');
            let Some(language) = fields.next().and_then(|tag| Self::from_code(tag.trim())) else {
                continue;
            };
            let quality =
                fields.find_map(|f| f.trim().strip_prefix("q=").and_then(|q| q.parse().ok())).unwrap_or(1.0_f32);
            if quality > best.1 {
                best = (language, quality);
            }
        }
        best.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_get_the_language_they_like_best() {
        assert_eq!(Language::from_accept("de,nb;q=0.8,en;q=0.5"), Language::Nb);
        assert_eq!(Language::from_accept("nn-NO"), Language::Nb);
        assert_eq!(Language::from_accept("*;q=0.1, sv;q=x"), Language::Sv);
        assert_eq!(Language::from_accept(""), Language::En);
    }

    #[test]
    fn every_code_reads_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("fr"), None);
    }
}
