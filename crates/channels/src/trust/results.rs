//! `Authentication-Results` (RFC 8601): what a server wrote on top of a mail about its sender.
//!
//! Anybody can write such a field into a mail. Only those under the name of a server that we believe
//! count, and of them only the topmost, above what that server received: it puts its own there.

use conversations::{Proof, Verdict};

use super::{found, speaks_for, unproved};

/// Header that is looked through; no server writes more above a mail.
const HEADER_BYTES_MAX: usize = 256 * 1024;

/// What a server among `servers` found about a sender of `domain`; `None` when none of them speaks.
pub(super) fn stated(mail: &[u8], servers: &[String], domain: &str) -> Option<Proof> {
    if servers.is_empty() {
        return None;
    }
    let (mut values, mut froms): (Vec<String>, usize) = (Vec::new(), 0);
    let mut above = true;
    for (name, value) in fields(mail) {
        match name.as_str() {
            // Below the first step after the server's own words stands what came to it.
            "received" if !values.is_empty() => above = false,
            "authentication-results" if above => values.extend(by_one_of(servers, &value)),
            "from" => froms += 1,
            _ => {}
        }
    }
    if values.is_empty() {
        return None;
    }
    // With two senders nobody knows which one was looked at.
    Some(if froms == 1 && !domain.is_empty() { verdict(&values, domain) } else { unproved() })
}

/// The fields of the header: name in lower case, value on one line.
fn fields(mail: &[u8]) -> Vec<(String, String)> {
    let header = &mail[..mail.len().min(HEADER_BYTES_MAX)];
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in header.split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}

/// The findings in a field, when one of `servers` wrote it.
fn by_one_of(servers: &[String], value: &str) -> Option<String> {
    let plain = without_comments(value);
    let (server, findings) = plain.split_once(';')?;
    let server = server.split_whitespace().next()?.trim_matches('"');
    servers.iter().any(|trusted| trusted.eq_ignore_ascii_case(server)).then(|| findings.to_owned())
}

/// The value without its comments, which may hold anything; what is quoted stays, less `;`.
fn without_comments(value: &str) -> String {
    let (mut plain, mut depth, mut quoted, mut escaped) = (String::new(), 0_usize, false, false);
    for c in value.chars() {
        let was_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if !was_escaped => escaped = true,
            '"' if !was_escaped && depth == 0 => quoted = !quoted,
            '(' if !was_escaped && !quoted => depth += 1,
            ')' if !was_escaped && !quoted => depth = depth.saturating_sub(1),
            ';' if quoted => {}
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

fn verdict(values: &[String], domain: &str) -> Proof {
    let mut proved: Option<Proof> = None;
    let mut denied = false;
    for finding in values.iter().flat_map(|value| value.split(';')).filter_map(Finding::read) {
        let passed = finding.result == "pass";
        let about = match finding.method.as_str() {
            "dmarc" => finding.property(&["header.from"]),
            "dkim" => finding.property(&["header.d", "header.i"]),
            "spf" => finding.property(&["smtp.mailfrom"]),
            _ => continue,
        };
        let holds = match finding.method.as_str() {
            // DMARC speaks of the From field as it stands.
            "dmarc" => about.as_deref().is_none_or(|about| about == domain),
            _ => about.as_deref().is_some_and(|about| speaks_for(about, domain)),
        };
        denied |= holds && finding.method == "dmarc" && finding.result == "fail";
        let better = proved.as_ref().is_none_or(|one| rank(&finding.method) < rank(&one.by));
        if passed && holds && better {
            proved = Some(found(Verdict::Proved, &finding.method, about.as_deref().unwrap_or(domain)));
        }
    }
    if denied { found(Verdict::Failed, "dmarc", domain) } else { proved.unwrap_or_else(unproved) }
}

/// What is told to people first.
fn rank(method: &str) -> usize {
    ["dmarc", "dkim", "spf"].iter().position(|known| *known == method).unwrap_or(usize::MAX)
}

/// `dkim=pass header.d=post.example`.
struct Finding {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

impl Finding {
    fn read(text: &str) -> Option<Self> {
        let text = text.replace(" =", "=").replace("= ", "=");
        let mut words = text.split_whitespace();
        let (method, result) = words.next()?.split_once('=')?;
        let method = method.split('/').next().unwrap_or_default().to_ascii_lowercase();
        let pair = |word: &str| {
            let (name, value) = word.split_once('=')?;
            Some((name.to_ascii_lowercase(), value.trim_matches('"').to_ascii_lowercase()))
        };
        Some(Self { method, result: result.to_ascii_lowercase(), properties: words.filter_map(pair).collect() })
    }

    /// The domain in the first of these properties.
    fn property(&self, names: &[&str]) -> Option<String> {
        let value = names.iter().find_map(|wanted| self.properties.iter().find(|(name, _)| name == wanted))?;
        Some(value.1.rsplit_once('@').map_or(value.1.as_str(), |(_, domain)| domain).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a mail of Kari's with these fields on top.
    fn of(fields: &str) -> Option<(Verdict, String, String)> {
        let mail = format!(
            "{fields}From: kari@post.example\r\n\r\nAuthentication-Results: mx.us; dkim=pass header.d=post.example"
        );
        let proof = stated(mail.as_bytes(), &["mx.us".to_owned(), "mx2.us".to_owned()], "post.example")?;
        Some((proof.verdict, proof.by, proof.domain))
    }

    fn proved(by: &str) -> Option<(Verdict, String, String)> {
        Some((Verdict::Proved, by.into(), "post.example".into()))
    }

    #[test]
    fn what_a_trusted_server_found_counts() {
        for (value, expect) in [
            ("dkim=pass header.d=post.example", proved("dkim")),
            ("dkim=pass (1024-bit; x) header.i=@post.example header.s=a", proved("dkim")),
            ("dkim = pass header.d = \"post.example\"", proved("dkim")),
            ("spf=pass smtp.mailfrom=kari@post.example", proved("spf")),
            ("spf=fail smtp.mailfrom=x.example; dkim=pass header.d=POST.EXAMPLE", proved("dkim")),
            ("spf=pass smtp.mailfrom=post.example; dmarc=pass (p=NONE) header.from=post.example", proved("dmarc")),
            ("dmarc=pass", proved("dmarc")),
        ] {
            assert_eq!(of(&format!("Authentication-Results: mx.us;\r\n {value}\r\n")), expect, "{value}");
            assert_eq!(of(&format!("authentication-results: MX2.us 1 ;{value}\r\n")), expect, "{value}");
        }
        let failed = Some((Verdict::Failed, "dmarc".into(), "post.example".into()));
        let both = "dmarc=fail header.from=post.example; spf=pass smtp.mailfrom=post.example";
        assert_eq!(of(&format!("Authentication-Results: mx.us; {both}\r\n")), failed);
    }

    #[test]
    fn what_holds_for_another_domain_proves_nothing() {
        let nothing = Some((Verdict::Unproved, String::new(), String::new()));
        for value in [
            "none",
            "dkim=fail header.d=post.example",
            "dkim=pass header.d=evil.example",
            "dkim=pass header.d=evilpost.example",
            "dkim=pass",
            "spf=pass smtp.mailfrom=post.example.evil.example",
            "spf=pass smtp.helo=post.example",
            "dmarc=pass header.from=evil.example",
            "dmarc=fail header.from=evil.example",
            "dkim=fail (dkim=pass header.d=post.example; dkim=pass header.d=post.example)",
            "dkim=fail reason=\"; dkim=pass header.d=post.example\"",
            "x-dkim=pass header.d=post.example",
        ] {
            assert_eq!(of(&format!("Authentication-Results: mx.us; {value}\r\n")), nothing, "{value}");
        }
        // Two senders: nobody knows which was looked at.
        let two = "Authentication-Results: mx.us; dmarc=pass\r\nFrom: ceo@post.example\r\n";
        assert_eq!(of(two), nothing);
    }

    #[test]
    fn words_of_others_and_forged_ones_below_do_not_count() {
        let pass = "dkim=pass header.d=post.example";
        assert_eq!(of(&format!("Authentication-Results: mx.evil; {pass}\r\n")), None);
        assert_eq!(of(&format!("Authentication-Results: mx.us.evil; {pass}\r\n")), None);
        assert_eq!(of(&format!("Authentication-Results: (mx.us) mx.evil; {pass}\r\n")), None);
        assert_eq!(of(&format!("X-Authentication-Results: mx.us; {pass}\r\n")), None);
        assert_eq!(of(""), None, "nothing in the body counts");
        let forged_below = format!(
            "Authentication-Results: mx.us; dkim=fail\r\nReceived: by mx.us\r\nAuthentication-Results: mx.us; {pass}\r\n"
        );
        assert_eq!(of(&forged_below), Some((Verdict::Unproved, String::new(), String::new())));
        let on_the_way =
            format!("Received: by inner.us\r\nAuthentication-Results: mx.us; {pass}\r\nReceived: by mx.us\r\n");
        assert_eq!(of(&on_the_way), proved("dkim"));
        assert_eq!(
            stated(format!("Authentication-Results: mx.us; {pass}\r\n\r\n").as_bytes(), &[], "post.example"),
            None
        );
    }

    #[test]
    fn any_header_is_read_in_its_own_time() {
        let servers = ["mx.us".to_owned()];
        for nasty in ["(", "\"", ";", "\\", " =", "dkim=pass;"] {
            let mail = format!("Authentication-Results: mx.us; {}\r\nFrom: a@b.example\r\n\r\n", nasty.repeat(50_000));
            let began = std::time::Instant::now();
            stated(mail.as_bytes(), &servers, "b.example");
            assert!(began.elapsed().as_secs() < 5, "{nasty}");
        }
        assert_eq!(stated(b"\xFF\xFE: \xFF\r\n\tx", &servers, "b.example"), None);
    }
}
