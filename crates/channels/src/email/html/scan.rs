//! Cuts HTML into tags and text, in one pass that takes time in proportion to its length, whatever it is.
//!
//! Forgiving as browsers are, but not equal to them, and that is no danger: nothing of the HTML itself is
//! ever kept. All that we show is written anew from what is found here.

use std::borrow::Cow;

use crate::email::parse;

/// Elements whose content is not HTML, up to their own end.
const RAW: [&str; 9] = ["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"];
/// Most attributes of one tag that are looked at.
const ATTRIBUTES_MAX: usize = 32;
/// Longest value of an attribute that is kept.
const VALUE_BYTES_MAX: usize = 4_096;
/// Longest entity that is looked for.
const ENTITY_BYTES_MAX: usize = 34;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, without entities.
    Text(Cow<'a, str>),
    /// Where an element begins.
    Open(Tag),
    /// Where it ends: its name.
    Close(String),
}

/// Where an element begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// Lower case, without a namespace.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// One without attributes.
    pub fn bare(name: String) -> Self {
        Self { name, attributes: Vec::new() }
    }

    /// The value of an attribute, without entities.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Its attributes, in their order.
    #[cfg(test)]
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether one of its classes is this.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
    }
}

/// Gives the pieces one after the other.
pub(super) struct Scanner<'a> {
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    pub fn new(html: &'a str) -> Self {
        Self { rest: html }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// What stands at a less-than sign. `None` when it is not a tag.
    fn markup(&mut self) -> Option<Markup> {
        if let Some(comment) = self.rest.strip_prefix("<!--") {
            // `<!-->` is a whole comment for browsers.
            let end = if comment.starts_with('>') { Some(5) } else { comment.find("-->").map(|at| at + 7) };
            self.take(end.unwrap_or(self.rest.len()));
            return Some(Markup::Nothing);
        }
        let closing = self.rest[1..].starts_with('/');
        let name_at = 1 + usize::from(closing);
        match self.rest[name_at..].chars().next() {
            Some('!' | '?') => {
                let end = self.rest.find('>')?;
                self.take(end + 1);
                Some(Markup::Nothing)
            }
            Some(c) if c.is_ascii_alphabetic() => {
                let (tag, length) = read_tag(self.rest, name_at)?;
                self.take(length);
                if closing {
                    return Some(Markup::Token(Token::Close(tag.name)));
                }
                if RAW.contains(&tag.name.as_str()) {
                    self.rest = behind_raw(self.rest, &tag.name);
                    return Some(Markup::Nothing);
                }
                Some(Markup::Token(Token::Open(tag)))
            }
            _ => None,
        }
    }
}

enum Markup {
    Token(Token<'static>),
    /// A comment, a declaration, a style sheet.
    Nothing,
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let text_end = if self.rest.starts_with('<') {
                match self.markup() {
                    Some(Markup::Token(token)) => return Some(token),
                    Some(Markup::Nothing) => continue,
                    // No tag, so a sign like any other. Where a tag never ends, none after it does.
                    None if is_tag_start(self.rest) => self.rest.len(),
                    None => self.rest[1..].find('<').map_or(self.rest.len(), |at| at + 1),
                }
            } else {
                self.rest.find('<').unwrap_or(self.rest.len())
            };
            return Some(Token::Text(plain(self.take(text_end))));
        }
        None
    }
}

fn is_tag_start(html: &str) -> bool {
    html.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?'))
        && !html[1..].starts_with("/ ")
}

/// Reads the tag whose name begins at `name_at`; also says how long it is. `None` when it never ends.
fn read_tag(html: &str, name_at: usize) -> Option<(Tag, usize)> {
    let bytes = html.as_bytes();
    let mut at = ends(bytes, name_at, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    let name = &html[name_at..at];
    let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = ends(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        if *bytes.get(at)? == b'>' {
            return Some((Tag { name, attributes }, at + 1));
        }
        let name_end = ends(bytes, at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let name = &html[at..floor(html, name_end)];
        at = ends(bytes, name_end, |byte| !byte.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(at) == Some(&b'=') {
            at = ends(bytes, at + 1, |byte| !byte.is_ascii_whitespace());
            (value, at) = read_value(html, at)?;
        }
        if attributes.len() < ATTRIBUTES_MAX && value.len() <= VALUE_BYTES_MAX {
            attributes.push((name.to_ascii_lowercase(), plain(value).into_owned()));
        }
    }
}

/// The value that begins at `at`, and where it ends.
fn read_value(html: &str, at: usize) -> Option<(&str, usize)> {
    let bytes = html.as_bytes();
    if let quote @ (b'"' | b'\'') = *bytes.get(at)? {
        let start = at + 1;
        // A quote that never closes ends with its tag; no other tag has to look for it again.
        return match html[start..].find(char::from(quote)) {
            Some(length) => Some((&html[start..start + length], start + length + 1)),
            None => html[start..].find('>').map(|length| (&html[start..start + length], start + length)),
        };
    }
    let end = ends(bytes, at, |byte| byte.is_ascii_whitespace() || byte == b'>');
    Some((&html[at..end], end))
}

/// The first place from `at` on where `end` holds. Only ASCII is ever looked for, so it is a border of letters.
fn ends(bytes: &[u8], at: usize, end: impl Fn(u8) -> bool) -> usize {
    bytes.get(at..).and_then(|rest| rest.iter().position(|byte| end(*byte))).map_or(bytes.len(), |found| at + found)
}

fn floor(html: &str, at: usize) -> usize {
    html.floor_char_boundary(at)
}

fn behind_raw<'a>(html: &'a str, name: &str) -> &'a str {
    let mut rest = html;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.as_bytes().get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

/// Text without entities.
fn plain(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(ENTITY_BYTES_MAX).position(|byte| byte == b';');
        match end {
            Some(end) if rest[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') => {
                out.push_str(&parse::entity(&rest[..=end]));
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> String {
        let tell = |token| match token {
            Token::Text(text) => format!("{text}"),
            Token::Open(tag) => {
                let all: Vec<_> = tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
                format!("[{}{}]", tag.name, all.concat())
            }
            Token::Close(name) => format!("[/{name}]"),
        };
        Scanner::new(html).map(tell).collect()
    }

    #[test]
    fn tags_are_read_as_browsers_read_them() {
        for (html, expected) in [
            ("a<B>c</B >d", "a[b]c[/b]d"),
            ("<a HREF=\"x>y\" title='&quot;' b=c d>", "[a href=x>y title=\" b=c d=]"),
            ("<a/href=x/y/>", "[a href=x/y/]"),
            ("<img/src=x onerror=alert(1)//>", "[img src=x onerror=alert(1)//]"),
            ("<a =x=y>", "[a =x=y]"),
            ("<o:p>x</o:p><svg:script>y", "[p]x[/p]"),
            ("<a b=\"c>d", "[a b=c]d"),
            ("a < b <3 </ c", "a < b <3 </ c"),
            ("<a b='", "<a b='"),
            ("<!--<b>--><!--><!doctype x><?php ?>y", "y"),
            ("<style>a<b></style>x<title>y</TITLE >z<script>", "xz"),
            ("&lt;b&gt; &amp;&#60; &nope; & &;", "<b> &< &nope; & &;"),
            ("<å>æ<b å=ø>", "<å>æ[b å=ø]"),
            ("<", "<"),
        ] {
            assert_eq!(told(html), expected, "{html}");
        }
    }

    #[test]
    fn too_many_and_too_long_attributes_are_left_out() {
        let many: String = (0..100_000).map(|n| format!(" a{n}=b")).collect();
        let Some(Token::Open(tag)) = Scanner::new(&format!("<p{many}>")).next() else { panic!("a tag") };
        assert_eq!(tag.attributes.len(), ATTRIBUTES_MAX);
        let long = format!("<p a={} b=c>", "x".repeat(VALUE_BYTES_MAX + 1));
        assert_eq!(told(&long), "[p b=c]");
    }
}
