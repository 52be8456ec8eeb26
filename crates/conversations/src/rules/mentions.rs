//! Whom a note names: `@` and a colleague's whole name, or the first one where only one bears it.

use people::StaffId;

/// Colleagues named by one note; whoever names more means everybody.
const MOST: usize = 50;

/// The colleagues that a text names, each once, in the order of the text.
#[must_use]
pub fn mentioned(text: &str, colleagues: &[(StaffId, String)]) -> Vec<StaffId> {
    let handles = handles(colleagues);
    let mut found: Vec<StaffId> = Vec::new();
    for (at, _) in text.match_indices('@') {
        // Within a word it is part of a mail address.
        let within = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let named = handles.iter().find(|(handle, _)| !within && begins_with(&text[at + 1..], handle));
        if let Some((_, id)) = named
            && !found.contains(id)
        {
            found.push((*id).clone());
            if found.len() == MOST {
                break;
            }
        }
    }
    found
}

/// What each may be called by, the longest first: so that a whole name goes before its beginning.
fn handles(colleagues: &[(StaffId, String)]) -> Vec<(String, &StaffId)> {
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let mut handles = Vec::new();
    for (id, name) in colleagues {
        let whole = name.to_lowercase();
        let alone = |handle: &String| {
            colleagues.iter().filter(|(_, other)| first(other) == *handle || other.to_lowercase() == *handle).count()
                == 1
        };
        let short = first(name);
        if short != whole && alone(&short) {
            handles.push((short, id));
        }
        handles.push((whole, id));
    }
    handles.retain(|(handle, _)| !handle.is_empty());
    handles.sort_by_key(|(handle, _)| std::cmp::Reverse(handle.len()));
    handles
}

/// Whether a text begins with this name, whatever its case, and the name ends there.
fn begins_with(text: &str, handle: &str) -> bool {
    let mut rest = text.chars();
    for wanted in handle.chars() {
        let same = rest.next().is_some_and(|c| c == wanted || c.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return false;
        }
    }
    !rest.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(n: u8) -> StaffId {
        format!("stf_{}{n}", "0".repeat(25)).parse().expect("an id")
    }

    #[test]
    fn colleagues_are_named_by_their_whole_name_or_by_a_first_name_that_is_theirs_alone() {
        let all = [
            (staff(1), "Ingrid Moen".to_owned()),
            (staff(2), "Jonas Åkerlind".to_owned()),
            (staff(3), "Kari Moen".to_owned()),
            (staff(4), "Kari Berg".to_owned()),
            (staff(5), "Sari".to_owned()),
        ];
        let table: [(&str, &[u8]); 13] = [
            ("@Ingrid known fault", &[1]),
            ("@ingrid moen, look", &[1]),
            ("Ask @JONAS ÅKERLIND.", &[2]),
            ("(@sari) and @Jonas!", &[5, 2]),
            ("@Ingrid @Ingrid", &[1]),
            ("@Kari", &[]),
            ("@Kari Berg", &[4]),
            ("@Ingridsen", &[]),
            ("mail ingrid@ingrid.example", &[]),
            ("@ Ingrid", &[]),
            ("@", &[]),
            ("@@Sari", &[5]),
            ("nobody", &[]),
        ];
        for (text, expected) in table {
            let expected: Vec<StaffId> = expected.iter().map(|n| staff(*n)).collect();
            assert_eq!(mentioned(text, &all), expected, "{text}");
        }
        assert_eq!(mentioned("@", &[(staff(1), String::new())]), Vec::<StaffId>::new());
    }

    #[test]
    fn a_text_made_of_signs_takes_no_time() {
        let all: Vec<_> = (0..9).map(|n| (staff(n), format!("Colleague {n}"))).collect();
        assert_eq!(mentioned(&"@".repeat(100_000), &all), Vec::<StaffId>::new());
    }
}
