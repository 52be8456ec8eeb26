//! Where a `next` field may lead: to a path of our own, never to another site (T38).

use url::Url;

/// The path, query and fragment of `next` when it is one of ours, else `/`. What browsers would read
/// differently (backslashes, control characters, a second slash) is not tried to be mended.
#[must_use]
pub fn safe_next(next: &str) -> String {
    own_path(next).unwrap_or_else(|| "/".to_owned())
}

fn own_path(next: &str) -> Option<String> {
    let odd = |c: char| c == '\\' || c.is_control();
    if !next.starts_with('/') || next.starts_with("//") || next.contains(odd) {
        return None;
    }
    let lower = next.to_ascii_lowercase();
    if ["%0d", "%0a", "%00", "%5c"].iter().any(|coded| lower.contains(coded)) {
        return None;
    }
    // The parser that browsers follow has the last word.
    let own = Url::parse("http://own.invalid/").ok()?;
    let url = own.join(next).ok().filter(|url| url.origin() == own.origin())?;
    let path = &url[url::Position::BeforePath..];
    (!path.starts_with("//")).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_ours_is_kept() {
        for own in ["/", "/inbox", "/c/1042?view=all&q=a%20b#m-7", "/inbox?next=https://a.example", "/a//b"] {
            assert_eq!(safe_next(own), own);
        }
        assert_eq!(safe_next("/søk?q=blå"), "/s%C3%B8k?q=bl%C3%A5");
    }

    #[test]
    fn whatever_leads_elsewhere_becomes_the_start_page() {
        for evil in [
            "",
            "inbox",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\t//evil.example",
            " //evil.example",
            "https://evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "user@evil.example",
            "@evil.example",
            "//user@evil.example",
            "/%0d%0aSet-Cookie:x=1",
            "/%0D%0A",
            "/\r\nSet-Cookie: x=1",
            "/a\0b",
            "/%5cevil.example",
            "/.//evil.example",
            "/..//evil.example",
            "/a/..//evil.example",
            "/%2e%2e//evil.example",
        ] {
            assert_eq!(safe_next(evil), "/", "{evil:?}");
        }
    }
}
