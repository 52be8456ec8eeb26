//! Paths of files beside a file of conversations: within their folder, or none. Pure.

/// Longest path.
const PATH_MAX: usize = 400;

/// A path in one form: its parts with `/` between them; nothing when it leads out of the folder or is none.
#[must_use]
pub fn within(text: &str) -> Option<String> {
    let text = text.trim();
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':');
    if text.is_empty() || text.len() > PATH_MAX || text.starts_with('/') || text.contains(odd) {
        return None;
    }
    let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let fits = !parts.is_empty() && parts.iter().all(|part| *part != ".." && part.trim() == *part);
    fits.then(|| parts.join("/"))
}

/// The name of the file itself.
#[must_use]
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_stays_in_its_folder() {
        let table = [
            ("a.pdf", Some("a.pdf")),
            ("./files//a b.pdf", Some("files/a b.pdf")),
            (" files/å.pdf ", Some("files/å.pdf")),
            ("..a/b..", Some("..a/b..")),
            ("../a.pdf", None),
            ("files/../../a.pdf", None),
            ("/etc/passwd", None),
            ("C:\\a.pdf", None),
            ("c:a", None),
            ("a\\..\\b", None),
            ("a\0b", None),
            ("files/.. /a", None),
            ("", None),
            (".", None),
        ];
        for (text, expected) in table {
            assert_eq!(within(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(name("files/a.pdf"), "a.pdf");
    }

    proptest! {
        #[test]
        fn nothing_leads_out(text in "[./\\\\a: ]{0,12}") {
            if let Some(path) = within(&text) {
                prop_assert!(!path.starts_with('/') && path.split('/').all(|part| part != ".." && !part.is_empty()));
                prop_assert_eq!(within(&path), Some(path));
            }
        }
    }
}
