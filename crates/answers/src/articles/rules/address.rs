//! The last part of an article's address, made of its title: short, in plain letters, its own.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Letters of an address, at most.
pub const LENGTH_MAX: usize = 70;

/// Addresses that lead elsewhere.
const RESERVED: [&str; 6] = ["search", "suggest", "topics", "feed", "sitemap", "pictures"];

/// An address of a title. The letters of our languages become those that stand for them in addresses, accents go, and
/// everything else is a dash. A title without such letters is an `article`.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        let plain: &str = match c {
            'æ' => "ae",
            'ø' | 'ö' => "o",
            'å' | 'ä' => "a",
            'ß' => "ss",
            'ð' => "d",
            'þ' => "th",
            // An apostrophe stands within a word.
            '\'' | '’' => continue,
            _ => {
                let base: String = c.nfd().filter(|c| !is_combining_mark(*c)).collect();
                if base.is_empty() {
                    continue;
                }
                if base.chars().all(|c| c.is_ascii_alphanumeric()) {
                    slug.push_str(&base);
                } else if !slug.is_empty() && !slug.ends_with('-') {
                    slug.push('-');
                }
                continue;
            }
        };
        slug.push_str(plain);
    }
    let slug = shortened(slug.trim_matches('-'));
    if slug.is_empty() { "article".to_owned() } else { slug }
}

/// Whole words, as many as there is room for.
fn shortened(slug: &str) -> String {
    if slug.len() <= LENGTH_MAX {
        return slug.to_owned();
    }
    // Plain ASCII by now: every byte is a letter.
    let cut: String = slug.chars().take(LENGTH_MAX + 1).collect();
    let words = cut.rsplit_once('-').map_or(cut.as_str(), |(words, _)| words);
    words.chars().take(LENGTH_MAX).collect::<String>().trim_end_matches('-').to_owned()
}

/// The first of `wanted`, `wanted-2`, `wanted-3` … that is not `taken` and leads nowhere else.
#[must_use]
pub fn unique(wanted: &str, taken: &[String]) -> String {
    let free = |one: &str| !RESERVED.contains(&one) && !taken.iter().any(|other| other == one);
    if free(wanted) {
        return wanted.to_owned();
    }
    // One of so many more than there are taken is free.
    let tries = taken.len().saturating_add(2);
    (2..=tries.saturating_add(1)).map(|n| format!("{wanted}-{n}")).find(|one| free(one)).unwrap_or_default()
}
