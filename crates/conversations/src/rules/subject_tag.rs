//! The number of a conversation in subjects, `[#48213]`: for customers whose mail programs lose what
//! belongs together. Off unless the business asks for it; and even then never proof by itself.

use serde::{Deserialize, Serialize};

/// Longest number that is read.
const DIGITS_MAX: usize = 15;

/// Where replies bear the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectTag {
    /// Nowhere, and none is read.
    #[default]
    Off,
    /// Behind the subject.
    Right,
    /// Before it.
    Left,
}

impl SubjectTag {
    /// All, as settings offer them.
    pub const ALL: [Self; 3] = [Self::Off, Self::Right, Self::Left];

    /// The name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Right => "right",
            Self::Left => "left",
        }
    }

    /// Reads [`SubjectTag::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.code() == code)
    }

    /// The subject that a reply in conversation `number` bears.
    #[must_use]
    pub fn put(self, subject: &str, number: i64) -> String {
        let tag = format!("[#{number}]");
        if self == Self::Off || subject.contains(&tag) {
            return subject.to_owned();
        }
        let both = if self == Self::Left { [tag.as_str(), subject] } else { [subject, tag.as_str()] };
        both.join(" ").trim().to_owned()
    }
}

/// The numbers that a subject bears, first one first, at most five.
#[must_use]
pub fn numbers(subject: &str) -> Vec<i64> {
    let behind = subject.split("[#").skip(1).filter_map(|rest| rest.split_once(']'));
    let plain = behind.map(|(number, _)| number).filter(|number| {
        !number.is_empty() && number.len() <= DIGITS_MAX && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    plain.filter_map(|number| number.parse().ok()).take(5).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_goes_into_a_subject_once_and_comes_out() {
        assert_eq!(SubjectTag::Off.put("Motoren", 1001), "Motoren");
        assert_eq!(SubjectTag::Right.put("Motoren", 1001), "Motoren [#1001]");
        assert_eq!(SubjectTag::Left.put("Motoren", 1001), "[#1001] Motoren");
        assert_eq!(SubjectTag::Left.put("", 1001), "[#1001]");
        assert_eq!(SubjectTag::Right.put("Re: Motoren [#1001]", 1001), "Re: Motoren [#1001]");
        assert_eq!(SubjectTag::Right.put("Motoren [#1001]", 1002), "Motoren [#1001] [#1002]");
        assert_eq!(numbers("SV: Motoren [#1001]"), [1001]);
        for tag in SubjectTag::ALL {
            assert_eq!(SubjectTag::from_code(tag.code()), Some(tag));
        }
    }

    #[test]
    fn only_the_exact_form_is_a_number() {
        let none = [
            "",
            "#1001",
            "[1001]",
            "[#]",
            "[# 1001]",
            "[#1001",
            "[#10x1]",
            "[#-5]",
            "[#１００１]",
            "[#9999999999999999]",
        ];
        for subject in none {
            assert_eq!(numbers(subject), [0_i64; 0], "{subject}");
        }
        assert_eq!(numbers("[#[#7] [#8][#9] [#10] [#11] [#12]"), [7, 8, 9, 10, 11]);
        assert!(numbers(&"[#".repeat(100_000)).is_empty());
    }
}
