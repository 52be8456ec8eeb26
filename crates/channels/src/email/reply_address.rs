//! Reply addresses that carry a token: `support+<token>@domain`.
//!
//! Only joins and splits. The token comes from outside, with its own proof; whether it is good is
//! decided there. Splitting is exact, the case stays as it is (T02).

/// The address `base` (such as `support@shop.example`) with the token put in; `None` when `base`
/// is not an address.
#[must_use]
pub fn join(base: &str, token: &str) -> Option<String> {
    let (local, domain) = base.rsplit_once('@')?;
    (!local.is_empty() && !domain.is_empty()).then(|| format!("{local}+{token}@{domain}"))
}

/// The token in `address`, when it is `base` with a token put in. The domain is compared without
/// regard to case, as mail servers do; the rest is not.
#[must_use]
pub fn token<'a>(base: &str, address: &'a str) -> Option<&'a str> {
    let (local, domain) = base.rsplit_once('@')?;
    let (given_local, given_domain) = address.rsplit_once('@')?;
    if !given_domain.eq_ignore_ascii_case(domain) {
        return None;
    }
    given_local.strip_prefix(local)?.strip_prefix('+').filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_goes_in_and_comes_out_unchanged() {
        let address = join("support@shop.example", "abc2de").expect("an address");
        assert_eq!(address, "support+abc2de@shop.example");
        assert_eq!(token("support@shop.example", &address), Some("abc2de"));
        assert_eq!(join("support", "abc"), None);
        assert_eq!(join("@x", "abc"), None);
    }

    #[test]
    fn only_an_exact_address_gives_a_token() {
        let cases = [
            ("support+abc@SHOP.example", Some("abc")),
            ("support+ABC@shop.example", Some("ABC")),
            ("support+a+b@shop.example", Some("a+b")),
            ("Support+abc@shop.example", None),
            ("support+@shop.example", None),
            ("support@shop.example", None),
            ("supportabc@shop.example", None),
            ("xsupport+abc@shop.example", None),
            ("support+abc@other.example", None),
            ("support+abc@shop.example.evil", None),
            ("support+abc", None),
            ("", None),
        ];
        for (address, expected) in cases {
            assert_eq!(token("support@shop.example", address), expected, "{address}");
        }
    }
}
