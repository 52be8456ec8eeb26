//! What a conversation or a side thread is called: one line that somebody typed.

use people::person::clean_line;

use super::states::Refusal;

/// Longest subject, in characters.
pub const SUBJECT_MAX: usize = 200;

/// A subject as it is kept, of what somebody typed to change it.
///
/// Where one writes first, what is too long is cut; here somebody looks at it and can put it right.
///
/// # Errors
/// [`Refusal::NoSubject`], [`Refusal::SubjectTooLong`].
pub fn typed(text: &str) -> Result<String, Refusal> {
    let line = clean_line(text, usize::MAX);
    match line.chars().count() {
        0 => Err(Refusal::NoSubject),
        n if n > SUBJECT_MAX => Err(Refusal::SubjectTooLong),
        _ => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_subject_is_one_line_with_something_in_it() {
        let (longest, longer) = ("å".repeat(SUBJECT_MAX), "å".repeat(SUBJECT_MAX + 1));
        for (text, kept) in [
            ("The motor", Ok("The motor")),
            ("  The \t motor\r\nstops ", Ok("The motor stops")),
            ("The\u{202e} motor\u{0}", Ok("The motor")),
            ("", Err(Refusal::NoSubject)),
            (" \r\n\u{200b}", Err(Refusal::NoSubject)),
            (longest.as_str(), Ok(longest.as_str())),
            (longer.as_str(), Err(Refusal::SubjectTooLong)),
        ] {
            assert_eq!(typed(text).as_deref().map_err(|why| *why), kept, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again(text in "\\PC{0,260}") {
            if let Ok(kept) = typed(&text) {
                prop_assert!(!kept.is_empty() && kept.chars().count() <= SUBJECT_MAX);
                prop_assert_eq!(typed(&kept), Ok(kept.clone()));
            }
        }
    }
}
