//! Round and square initials in place of pictures; a person always has the same colour.

use maud::{Markup, html};

/// How large an avatar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// In menus.
    Small,
    /// Beside messages.
    Usual,
    /// At the head of a customer's file.
    Large,
}

/// Initials of `name` in the colour of `seed` (an id); square for colleagues. Hidden from screen
/// readers, for the name stands beside it.
#[must_use]
pub fn avatar(name: &str, seed: &str, staff: bool, size: Size) -> Markup {
    html! {
        span.avatar.staff[staff].{ "h-" (hue(seed)) }.av-s[size == Size::Small].av-l[size == Size::Large] aria-hidden="true" {
            (initials(name))
        }
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// One of 36 hues (FNV-1a), the same for the same seed in every process.
fn hue(seed: &str) -> u32 {
    let hash = seed.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % 36 * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        let cases = [
            ("Kari Solheim", "KS"),
            ("Jonas Åkerlind", "JÅ"),
            ("Lars-Erik van der Nystrand", "LN"),
            ("dewi", "D"),
            ("“Ola” (jobb)", "OJ"),
            ("!!! ???", ""),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn a_person_keeps_the_colour_and_the_classes_exist() {
        assert_eq!(hue("per_1"), hue("per_1"));
        assert_ne!(hue("per_1"), hue("per_2"));
        for seed in ["", "a", "stf_01h", "x".repeat(500).as_str()] {
            assert!(hue(seed) <= 350 && hue(seed).is_multiple_of(10), "{seed}");
        }
    }

    #[test]
    fn colleagues_are_square_and_names_are_only_text() {
        let markup = avatar("<b <i", "s", true, Size::Large).into_string();
        assert!(markup.contains("class=\"avatar h-"), "{markup}");
        assert!(markup.contains(" staff av-l\"") && markup.ends_with(">BI</span>"), "{markup}");
        assert!(!avatar("A", "s", false, Size::Usual).into_string().contains("staff"));
    }
}
