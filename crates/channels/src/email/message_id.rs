//! Message-IDs that carry a token: `token@domain`, without the brackets they have in a mail.
//!
//! Only joins and splits; whether the token is good is decided by who made it (T01).

/// The id for `token` at our mail domain.
#[must_use]
pub fn join(token: &str, domain: &str) -> String {
    format!("{token}@{domain}")
}

/// The token in an id of our mail domain; `None` for ids of others.
#[must_use]
pub fn token<'a>(id: &'a str, domain: &str) -> Option<&'a str> {
    let id = id.strip_prefix('<').unwrap_or(id);
    let id = id.strip_suffix('>').unwrap_or(id);
    let (token, given) = id.split_once('@')?;
    (given.eq_ignore_ascii_case(domain) && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_of_our_domain_give_a_token() {
        assert_eq!(token(&join("abc", "shop.example"), "shop.example"), Some("abc"));
        let cases = [
            ("<abc@shop.example>", Some("abc")),
            ("ABC@Shop.Example", Some("ABC")),
            ("abc@other.example", None),
            ("abc@x@shop.example", None),
            ("@shop.example", None),
            ("abc", None),
            ("", None),
        ];
        for (id, expected) in cases {
            assert_eq!(token(id, "shop.example"), expected, "{id}");
        }
    }
}
