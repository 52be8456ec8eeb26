//! What people wrote, as paragraphs: line breaks kept, links made safe, quoted text folded away.

use base::Language;
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon_small;

use words::forward;
use words::reply::Kind;

use super::cuts;
use super::links::{Piece, pieces};
use crate::document::Fold;

/// A part of a message's text.
#[derive(Debug, PartialEq, Eq)]
enum Block<'a> {
    /// Lines that belong together.
    Paragraph(Vec<&'a str>),
    /// Lines that somebody quoted, without their marks.
    Quote(Vec<&'a str>),
}

/// Deepest that quotes are shown within each other.
const DEPTH_MAX: usize = 8;

/// The text of a message, in its own language for hyphenation and speech. Earlier mails and signatures are folded.
#[must_use]
pub fn text(say: &Say, body: &str, language: Option<Language>) -> Markup {
    let lang = language.map(Language::code);
    // What somebody hands on is new to us, though its words look like an earlier mail's.
    let handed_on = forward::is_announced(body);
    html! {
        @for (kind, words) in cuts::parts(body).iter() {
            @match kind {
                Kind::Quote if handed_on => (all(words, lang, 0)),
                Kind::Own => (all(words, lang, 0)),
                Kind::Quote => (folded(say, Fold::Quote, &all(words, lang, 0))),
                Kind::Signature => (folded(say, Fold::Signature, &all(words, lang, 0))),
            }
        }
    }
}

/// Something that need not be read, behind a sign that opens it.
pub(super) fn folded(say: &Say, why: Fold, inner: &Markup) -> Markup {
    let what = say.text(match why {
        Fold::Quote => "thread-quoted",
        Fold::Signature => "thread-signature",
    });
    html! {
        details.fold.mt {
            summary title=(what) { (icon_small("more")) span.vh { (what) } }
            div.quiet { (inner) }
        }
    }
}

fn all(body: &str, lang: Option<&str>, depth: usize) -> Markup {
    html! {
        @for block in blocks(body) {
            @match block {
                Block::Paragraph(part) => p lang=[lang] { (lines(&part)) },
                Block::Quote(part) if depth < DEPTH_MAX => blockquote.quiet lang=[lang] { (all(&part.join("\n"), lang, depth + 1)) },
                Block::Quote(part) => blockquote.quiet lang=[lang] { p { (lines(&part)) } },
            }
        }
    }
}

fn lines(part: &[&str]) -> Markup {
    html! {
        @for (at, line) in part.iter().enumerate() {
            @if at > 0 { br; }
            @for piece in pieces(line) {
                @match piece {
                    Piece::Text(words) => (words),
                    Piece::Link(address) => {
                        a href=(address) rel="noopener noreferrer nofollow" target="_blank" { (address) }
                    },
                }
            }
        }
    }
}

/// Cuts a text at its empty lines and where quoting begins and ends.
fn blocks(body: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for line in body.lines() {
        let line = line.trim_end();
        if let Some(quoted) = line.strip_prefix('>') {
            let quoted = quoted.strip_prefix(' ').unwrap_or(quoted);
            match found.last_mut() {
                Some(Block::Quote(part)) => part.push(quoted),
                _ => found.push(Block::Quote(vec![quoted])),
            }
            open = false;
        } else if line.trim().is_empty() {
            open = false;
        } else {
            match found.last_mut() {
                Some(Block::Paragraph(part)) if open => part.push(line),
                _ => found.push(Block::Paragraph(vec![line])),
            }
            open = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::say;

    #[test]
    fn empty_lines_part_paragraphs_and_marks_part_quotes() {
        let body = "Hei\nKari\n\n\n> og\n>> du\n>\n> skrev\nTakk\n";
        assert_eq!(
            blocks(body),
            [
                Block::Paragraph(vec!["Hei", "Kari"]),
                Block::Quote(vec!["og", "> du", "", "skrev"]),
                Block::Paragraph(vec!["Takk"]),
            ]
        );
        assert_eq!(blocks(" \n\t\n"), []);
    }

    #[test]
    fn earlier_mails_are_folded_and_what_is_handed_on_is_not() {
        let shown = |body: &str| text(&crate::http::testing::say(Language::En), body, None).into_string();
        let head =
            "From: Ola <ola@post.example>\nDate: 20.11.2025 10:12\nSubject: Wheel\nTo: a@b.example\n\nIt is bent.\n";
        let handed_on = shown(&format!("Please look\n\n---------- Forwarded message ---------\n{head}"));
        assert!(handed_on.contains("It is bent.") && !handed_on.contains("<details"), "{handed_on}");
        let earlier = shown(&format!("Thank you\n\n-----Original Message-----\n{head}"));
        assert!(earlier.contains("<details"), "{earlier}");
    }

    #[test]
    fn whatever_is_written_comes_out_as_text() {
        let body = "<script>alert(1)</script> \"><img src=x onerror=y>\n> <b>q</b> https://a.example/\"x";
        let out = text(&say(Language::En), body, Some(Language::Nb)).into_string();
        assert!(out.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && out.contains("<p lang=\"nb\">"), "{out}");
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("<b>"));
        assert!(out.contains("<details class=\"fold mt\">"));
    }

    #[test]
    fn links_tell_nobody_where_one_came_from() {
        let out = text(&say(Language::En), "See https://a.example/?a=1&b=2.", None).into_string();
        let link = "<a href=\"https://a.example/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">https://a.example/?a=1&amp;b=2</a>.";
        assert!(out.contains(link), "{out}");
    }
}
