//! The mail's own HTML: found in the mail once, when it comes in, and read again from its place when a
//! colleague wants to see the original.
//!
//! The text that people search and answer is made next door (`body`), from plain text where there is
//! some; here HTML is taken first. Both agree on what is read at all.

use std::borrow::Cow;
use std::ops::Range;

use super::body::{InFlow, is_read, looks_like_html};
use super::place::Place;
use super::structure::{self, Part};
use super::{line_ends, transfer};

/// Most bytes of HTML that are read; longer ones are cut.
pub const HTML_BYTES_MAX: usize = 4 * 1024 * 1024;
/// How many forwards within each other are opened to find a text.
const FORWARDS_MAX: usize = 3;
/// Most parts whose text is put together.
const PARTS_MAX: usize = 50;

/// HTML of a mail, and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailHtml {
    /// As its writer's program made it: never to be shown as it is.
    pub html: String,
    /// Where it lies in the raw mail; empty when the whole mail must be read to find it.
    pub origin: String,
    /// Whether there was more of it.
    pub cut: bool,
}

/// The HTML of a mail that has any.
#[must_use]
pub fn html(bytes: &[u8]) -> Option<MailHtml> {
    let mail = line_ends(bytes);
    let mut found = found(&mail, FORWARDS_MAX)?;
    if matches!(mail, Cow::Owned(_)) {
        found.origin.clear(); // Its lines end as nobody writes them today: only the whole mail shows that.
    }
    Some(found)
}

/// The range of the raw mail that `origin` speaks of.
#[must_use]
pub fn html_range(origin: &str) -> Option<Range<usize>> {
    let places = places(origin)?;
    let start = places.iter().map(|(_, place)| place.range.start).min()?;
    Some(start..places.iter().map(|(_, place)| place.range.end).max()?)
}

/// The HTML again: `piece` is [`html_range`] of the raw mail, or all of it when there is none.
#[must_use]
pub fn html_again(piece: &[u8], origin: &str) -> Option<MailHtml> {
    match (html_range(origin), places(origin)) {
        (Some(range), Some(places)) => Some(joined(piece, range.start, &places)),
        _ => html(piece),
    }
}

fn found(mail: &[u8], forwards: usize) -> Option<MailHtml> {
    let parts = structure::scan(mail).ok()?;
    let mut leaves = flow(mail, &parts, 0, InFlow::Flow);
    leaves.truncate(PARTS_MAX);
    if leaves.iter().any(|leaf| leaf.is_html) {
        let places: Vec<_> =
            leaves.iter().filter_map(|leaf| Some((leaf.is_html, Place::of(parts.get(leaf.part)?)))).collect();
        return Some(joined(mail, 0, &places));
    }
    if !leaves.is_empty() || forwards == 0 {
        return None;
    }
    // A mail forwarded without a word is read as if it stood here.
    let part = parts.iter().find(|part| part.fields.content_type == "message/rfc822" && !part.is_multipart())?;
    let inner = transfer::decode(mail.get(part.body.clone())?, &part.fields.encoding);
    found(&inner, forwards - 1).map(|found| MailHtml { origin: String::new(), ..found })
}

/// A part that is read.
struct Leaf {
    part: usize,
    is_html: bool,
}

/// The parts that are read, in order; of a choice the HTML form. Depth is bounded by the scan.
fn flow(mail: &[u8], parts: &[Part], index: usize, place: InFlow) -> Vec<Leaf> {
    let Some(part) = parts.get(index) else { return Vec::new() };
    let kind = part.fields.content_type.as_str();
    if !part.is_multipart() {
        let is_html = kind == "text/html" || is_html_unsaid(mail, part);
        return if is_read(part, place) { vec![Leaf { part: index, is_html }] } else { Vec::new() };
    }
    let is_choice = kind == "multipart/alternative";
    let inner = if is_choice { InFlow::Choice } else { place };
    let mut forms = part.children.iter().map(|child| flow(mail, parts, *child, inner)).filter(|form| !form.is_empty());
    match kind {
        "multipart/alternative" => {
            let mut forms: Vec<_> = forms.collect();
            let best = forms.iter().rposition(|form| form.iter().any(|leaf| leaf.is_html)).unwrap_or(0);
            if forms.is_empty() { Vec::new() } else { forms.swap_remove(best) }
        }
        "multipart/related" => forms.next().unwrap_or_default(),
        _ => forms.flatten().collect(),
    }
}

fn is_html_unsaid(mail: &[u8], part: &Part) -> bool {
    let kind = part.fields.content_type.as_str();
    let body = mail.get(part.body.clone()).unwrap_or_default();
    // The beginning is enough, and a long text is not decoded twice.
    let start = transfer::decode(&body[..body.len().min(400)], &part.fields.encoding);
    looks_like_html(kind, &start)
}

/// All parts one after the other; `base` is where `bytes` begin in the mail.
fn joined(bytes: &[u8], base: usize, places: &[(bool, Place)]) -> MailHtml {
    let mut out = MailHtml::default();
    for (is_html, place) in places {
        let range = place.range.start.saturating_sub(base)..place.range.end.saturating_sub(base);
        let text = place.text(bytes.get(range).unwrap_or_default(), HTML_BYTES_MAX);
        let left = HTML_BYTES_MAX.saturating_sub(out.html.len());
        out.cut |= text.len() > left || text.len() >= HTML_BYTES_MAX;
        let text = &text[..text.floor_char_boundary(left)];
        if *is_html {
            out.html.push_str(text);
        } else {
            out.html.push_str("<div>");
            for c in text.chars() {
                match c {
                    '<' => out.html.push_str("&lt;"),
                    '&' => out.html.push_str("&amp;"),
                    '\n' => out.html.push_str("<br>"),
                    c => out.html.push(c),
                }
            }
            out.html.push_str("</div>");
        }
    }
    let written: Vec<_> =
        places.iter().map(|(is_html, p)| format!("{}{p}", if *is_html { 'h' } else { 't' })).collect();
    out.origin = written.join(" ");
    out
}

fn places(origin: &str) -> Option<Vec<(bool, Place)>> {
    let read = |text: &str| {
        let (kind, place) = text.split_at_checked(1)?;
        Some((kind == "h", Place::read(place)?))
    };
    origin.split(' ').map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOICE: &str = "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n\
        --a\nContent-Type: text/plain\n\nplain\n--a\nContent-Type: multipart/related; boundary=r\n\n\
        --r\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>bl=E5b=E6r\n\
        --r\nContent-Type: image/png\nContent-ID: <x>\n\n123\n--r--\n--a--\n\
        --m\nContent-Type: text/plain\n\n1 < 2\n& so on\n--m--\n";

    #[test]
    fn of_two_forms_the_html_is_taken_and_what_follows_is_kept() {
        let found = html(CHOICE.as_bytes()).expect("HTML");
        assert_eq!(found.html, "<p>blåbær<div>1 &lt; 2<br>&amp; so on</div>");
        assert!(!found.cut);
        let range = html_range(&found.origin).expect("a range");
        assert!(range.len() < CHOICE.len() / 2 + 100);
        assert_eq!(html_again(&CHOICE.as_bytes()[range], &found.origin), Some(found));
    }

    #[test]
    fn a_mail_without_html_has_none_and_a_forwarded_one_has_its_own() {
        assert_eq!(html(b"Subject: x\n\n<b>not HTML</b>"), None);
        assert_eq!(html(b""), None);
        assert!(html(b"Subject: x\n\n <!DOCTYPE html><b>said nowhere</b>").is_some());
        let outer = format!("Content-Type: message/rfc822\n\n{CHOICE}");
        let found = html(outer.as_bytes()).expect("HTML");
        assert!(found.html.starts_with("<p>bl") && found.origin.is_empty());
        assert_eq!(html_range(&found.origin), None);
        assert_eq!(html_again(outer.as_bytes(), &found.origin), Some(found));
    }

    #[test]
    fn an_origin_that_somebody_bent_reads_nothing_beyond_the_mail() {
        for origin in
            ["h0-999999999:;", "h5-2:;", "x", "h0-4:base64;utf-8 hx", "h18446744073709551615-18446744073709551615:;"]
        {
            let _ = html_again(b"Content-Type: text/html\n\n<p>x", origin);
        }
    }

    #[test]
    fn very_much_html_is_cut() {
        let mail = format!("Content-Type: text/html\n\n{}", "å".repeat(HTML_BYTES_MAX));
        let found = html(mail.as_bytes()).expect("HTML");
        assert!(found.cut && found.html.len() <= HTML_BYTES_MAX);
    }
}
