//! What the markup of mail programs says beyond its words: what is hidden, what is quoted, what is a
//! signature, what only watches the reader. Looked at once, before all styles are dropped.

use super::scan::Tag;

/// Elements whose content nobody sees, or that hold what we never show.
const HIDDEN: [&str; 12] = [
    "head", "template", "noscript", "object", "applet", "svg", "math", "select", "audio", "video", "canvas", "datalist",
];
/// What no human eye finds in a mail.
const PIXEL_MAX: u32 = 2;

/// What an element is, by the habits of mail programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// It holds an earlier mail.
    Quote,
    /// From here on everything is an earlier mail.
    QuoteFromHere,
    /// It holds a signature.
    Signature,
}

/// Whether nobody sees the element.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    if HIDDEN.contains(&tag.name.as_str()) || tag.get("hidden").is_some() {
        return true;
    }
    style(tag).is_some_and(|style| {
        declarations(&style).any(|(name, value)| {
            matches!((name, value), ("display", "none") | ("visibility", "hidden") | ("mso-hide", "all"))
        })
    })
}

/// What the element is, if a mail program says so.
pub(super) fn of(tag: &Tag) -> Option<Hint> {
    // Outlook on the web puts `x_` before names of the mail that it quotes.
    let id = tag.get("id").unwrap_or_default().trim_start_matches("x_");
    let has = |classes: &[&str]| classes.iter().any(|class| tag.has_class(class));
    if matches!(id, "divRplyFwdMsg" | "appendonsend" | "stopSpelling") || is_outlook_line(tag) {
        return Some(Hint::QuoteFromHere);
    }
    let quotes =
        ["gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "WordSection1_quote"];
    if has(&quotes)
        || matches!(id, "OLK_SRC_BODY_SECTION" | "mail-editor-reference-message-container" | "isReplyContent")
        || (tag.name == "blockquote" && tag.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite")))
    {
        return Some(Hint::Quote);
    }
    let signatures = ["gmail_signature", "moz-signature", "protonmail_signature_block", "email_signature"];
    if has(&signatures) || matches!(id, "Signature" | "ms-outlook-mobile-signature" | "AppleMailSignature") {
        return Some(Hint::Signature);
    }
    None
}

/// The line that Outlook draws above `From:`, in the colours of its versions.
fn is_outlook_line(tag: &Tag) -> bool {
    tag.name == "div"
        && style(tag).is_some_and(|style| {
            declarations(&style).any(|(name, value)| {
                name == "border-top"
                    && value.contains("solid")
                    && (value.contains("e1e1e1") || value.contains("b5c4df"))
            })
        })
}

/// Whether an `img` is there to watch the reader rather than to be seen.
pub(super) fn is_pixel(tag: &Tag) -> bool {
    let style = style(tag).unwrap_or_default();
    let said = |name: &str| {
        let by_style = declarations(&style).find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
        let value = by_style.or_else(|| tag.get(name).map(str::to_owned))?;
        let digits: String = value.trim().chars().take_while(char::is_ascii_digit).collect();
        // `1%` and `1em` may be large.
        let unit = value.trim()[digits.len()..].trim().to_owned();
        digits
            .parse::<u32>()
            .ok()
            .filter(|_| matches!(unit.as_str(), "" | "px" | "pt" | "!important" | "px !important"))
    };
    // Both, since a line across a newsletter is one pixel high.
    match (said("width"), said("height")) {
        (Some(width), Some(height)) => width <= PIXEL_MAX && height <= PIXEL_MAX,
        (Some(one), None) | (None, Some(one)) => one == 0,
        (None, None) => false,
    }
}

fn style(tag: &Tag) -> Option<String> {
    tag.get("style").map(str::to_ascii_lowercase)
}

fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|one| one.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

#[cfg(test)]
mod tests {
    use super::super::scan::{Scanner, Token};
    use super::*;

    fn tag(html: &str) -> Tag {
        match Scanner::new(html).next() {
            Some(Token::Open(tag)) => tag,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn mail_programs_say_what_they_quote_and_sign() {
        for (html, hint) in [
            ("<div class='x gmail_quote gmail_quote_container'>", Some(Hint::Quote)),
            ("<blockquote TYPE=Cite>", Some(Hint::Quote)),
            ("<blockquote>", None),
            ("<div id=divRplyFwdMsg>", Some(Hint::QuoteFromHere)),
            ("<div id=x_x_divRplyFwdMsg>", Some(Hint::QuoteFromHere)),
            ("<div style='border:none;BORDER-TOP: solid #E1E1E1 1.0pt;padding:3.0pt'>", Some(Hint::QuoteFromHere)),
            ("<div style='border-top: solid red 1pt'>", None),
            ("<td style='border-top: solid #E1E1E1 1.0pt'>", None),
            ("<pre class=moz-signature>", Some(Hint::Signature)),
            ("<div id=Signature>", Some(Hint::Signature)),
            ("<div class=gmail_quoted>", None),
        ] {
            assert_eq!(of(&tag(html)), hint, "{html}");
        }
    }

    #[test]
    fn pictures_that_only_watch_are_told_from_those_that_show() {
        for (html, watches) in [
            ("<img width=1 height=1>", true),
            ("<img width='1px' height=' 0 '>", true),
            ("<img style='width:1px; height:1px !important'>", true),
            ("<img width=600 style='width:1px;height:1px'>", true),
            ("<img height=0>", true),
            ("<img width=600 height=1>", false),
            ("<img width=1>", false),
            ("<img width='1%' height='1em'>", false),
            ("<img>", false),
        ] {
            assert_eq!(is_pixel(&tag(html)), watches, "{html}");
        }
    }

    #[test]
    fn what_is_hidden_by_style_or_by_kind_is_found() {
        for (html, hidden) in [
            ("<div style='DISPLAY: None'>", true),
            ("<p style='color:red;display:none;'>", true),
            ("<p style='mso-hide:all'>", true),
            ("<p hidden>", true),
            ("<svg>", true),
            ("<p style='content: display:none'>", false),
            ("<p style='display:block'>", false),
        ] {
            assert_eq!(is_hidden(&tag(html)), hidden, "{html}");
        }
    }
}
