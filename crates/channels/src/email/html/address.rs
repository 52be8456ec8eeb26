//! Which addresses in a mail may be followed: by a click, or for a picture. Everything else is words.

use conversations::document::Source;
use url::{Host, Url};

/// Longer ones are no addresses that anybody meant to be opened.
const LONGEST: usize = 2_000;

/// The target of a link, whole and checked: http, https, mailto or tel (T16).
pub(super) fn link(text: &str) -> Option<String> {
    let text = without_breaks(text);
    let (scheme, rest) = text.split_once(':')?;
    let found = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => web(&text)?,
        "mailto" => {
            // Only whom to write to: a mail must not choose our subject, text or further recipients.
            let address = rest.split(['?', '#']).next().unwrap_or_default().trim();
            let (local, domain) = address.split_once('@')?;
            let plain = |c: char| c.is_ascii_alphanumeric() || ".!$'*+-_=~".contains(c);
            let good = !local.is_empty() && local.chars().all(plain) && domain.contains('.');
            let domain_good = domain.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-');
            (good && domain_good).then(|| format!("mailto:{address}"))?
        }
        "tel" => {
            let number: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
            let good = number.chars().any(|c| c.is_ascii_digit())
                && number.chars().all(|c| c.is_ascii_digit() || "+-.()".contains(c));
            good.then(|| format!("tel:{number}"))?
        }
        _ => return None,
    };
    (found.len() <= LONGEST).then_some(found)
}

/// Where a picture is. Addresses of data, of files and without a host are none.
pub(super) fn picture(text: &str) -> Option<Source> {
    let text = without_breaks(text);
    if let Some((scheme, id)) = text.split_once(':')
        && scheme.eq_ignore_ascii_case("cid")
    {
        let id = id.trim_matches(['<', '>', ' ']);
        return (!id.is_empty() && id.len() <= 500).then(|| Source::Part(id.to_owned()));
    }
    // A missing scheme means the one of the page; a mail has none.
    let whole = if text.starts_with("//") { format!("https:{text}") } else { text };
    let found = web(&whole)?;
    (found.len() <= LONGEST).then_some(Source::Remote(found))
}

/// A web address as browsers understand it, with a host and without a name or password in it.
fn web(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let has_host = match url.host()? {
        Host::Domain(name) => !name.is_empty(),
        _ => true,
    };
    let plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && has_host && plain).then(|| url.to_string())
}

/// Programs break long addresses over lines; browsers leave the breaks out, and so must we before we judge.
fn without_breaks(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_go_where_they_say_become_links() {
        for (text, expected) in [
            ("https://a.example", Some("https://a.example/")),
            (" HTTP://A.example/\r\nb?c=d#e ", Some("http://a.example/b?c=d#e")),
            ("https://bücher.example/ø", Some("https://xn--bcher-kva.example/%C3%B8")),
            ("https://аpple.example/", Some("https://xn--pple-43d.example/")),
            ("mailto:kari@post.example?subject=x&bcc=y@z.example", Some("mailto:kari@post.example")),
            ("mailto:a@b.example,c@d.example", None),
            ("tel:+47 900 00 000", Some("tel:+4790000000")),
            ("tel:x", None),
            ("javascript:alert(1)", None),
            ("java\tscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("data:text/html,<script>", None),
            ("vbscript:x", None),
            ("file:///etc/passwd", None),
            ("https://bank.example@evil.example/", None),
            ("https:evil", Some("https://evil/")),
            ("//a.example", None),
            ("/c/1", None),
            ("#top", None),
            ("", None),
        ] {
            assert_eq!(link(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(link(&format!("https://a.example/{}", "x".repeat(LONGEST))), None);
    }

    #[test]
    fn pictures_are_parts_of_the_mail_or_lie_on_the_web() {
        let remote = |url: &str| Some(Source::Remote(url.to_owned()));
        for (text, expected) in [
            ("cid:abc@x", Some(Source::Part("abc@x".into()))),
            ("CID:<abc>", Some(Source::Part("abc".into()))),
            ("cid:", None),
            ("https://a.example/b.png", remote("https://a.example/b.png")),
            ("//a.example/b.png", remote("https://a.example/b.png")),
            ("data:image/png;base64,AAAA", None),
            ("file:///c:/x.png", None),
            ("blob:https://a.example/x", None),
            ("/b.png", None),
            ("image001.png", None),
        ] {
            assert_eq!(picture(text), expected, "{text:?}");
        }
    }
}
