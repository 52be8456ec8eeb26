//! Which language a browser is answered in before anybody is signed in.

use base::Language;
use http::{HeaderMap, header};

/// The cookie that a choice of language is kept in.
pub const COOKIE: &str = "lang";

/// The language that somebody chose by hand, kept in a cookie.
#[must_use]
pub fn chosen(headers: &HeaderMap) -> Option<Language> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE).then(|| Language::from_code(value))?)
}

/// The language chosen by cookie, else the one the browser likes best.
#[must_use]
pub fn of_request(headers: &HeaderMap) -> Language {
    chosen(headers).unwrap_or_else(|| {
        Language::from_accept(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or(""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(pairs: &[(&'static str, &'static str)]) -> Language {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a header"));
        }
        of_request(&headers)
    }

    #[test]
    fn a_choice_wins_over_the_browser_and_nonsense_over_nothing() {
        assert_eq!(chosen(&HeaderMap::new()), None);
        assert_eq!(language(&[("cookie", "a=b; lang=sv"), ("accept-language", "nb")]), Language::Sv);
        assert_eq!(language(&[("cookie", "a=b"), ("cookie", "lang=da")]), Language::Da);
        assert_eq!(language(&[("cookie", "lang=xx; slang=sv"), ("accept-language", "nb")]), Language::Nb);
        assert_eq!(language(&[("accept-language", "id;q=0.9, de")]), Language::Id);
        assert_eq!(language(&[]), Language::En);
    }
}
