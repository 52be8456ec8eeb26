//! The words of an HTML mail, as plain text: paragraphs, lists and quotes keep their shape; styles,
//! scripts, hidden elements and addresses of links do not come along.
//!
//! A forgiving scanner, not a parser: it goes over the bytes once, whatever they are. Its output is
//! text, so nothing in it can ever run.

use mail_parser::decoders::html::add_html_token;

use super::charset;

/// Elements whose content nobody sees.
const HIDDEN: [&str; 9] = ["head", "style", "script", "title", "template", "noscript", "object", "svg", "select"];
/// Elements that end at the next tag of their own name, whatever is between.
const RAW: [&str; 2] = ["style", "script"];
/// Elements without an end.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "meta", "link", "wbr"];
/// Longest entity that is looked for.
const ENTITY_BYTES_MAX: usize = 34;
/// Deepest quoting that is shown.
const QUOTE_DEPTH_MAX: usize = 10;

/// Turns `html` into text.
pub(super) fn text_of(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        writer.text(&rest[..at]);
        rest = &rest[at..];
        match Tag::read(rest) {
            Read::Tag(tag, length) => {
                rest = &rest[length..];
                if RAW.contains(&tag.name.as_str()) && !tag.closing {
                    rest = behind_raw(rest, &tag.name);
                } else {
                    writer.tag(&tag);
                }
            }
            Read::Skip(length) => rest = &rest[length..],
            Read::Text => {
                writer.text("<");
                rest = &rest[1..];
            }
            Read::NoMoreTags => break,
        }
    }
    writer.text(rest);
    writer.out
}

struct Tag {
    name: String,
    closing: bool,
    hidden: bool,
    alt: Option<String>,
}

enum Read {
    /// A tag, and its length.
    Tag(Tag, usize),
    /// A comment or declaration of this length.
    Skip(usize),
    /// Just a less-than sign.
    Text,
    /// No tag ends from here on.
    NoMoreTags,
}

impl Tag {
    fn read(html: &str) -> Read {
        if let Some(comment) = html.strip_prefix("<!--") {
            // `<!-->` is a whole comment for browsers.
            let end = if comment.starts_with('>') { Some(5) } else { comment.find("-->").map(|at| at + 7) };
            return Read::Skip(end.unwrap_or(html.len()));
        }
        let body = html[1..].trim_start_matches('/');
        match body.chars().next() {
            Some('!' | '?') => return html.find('>').map_or(Read::NoMoreTags, |end| Read::Skip(end + 1)),
            Some(c) if c.is_ascii_alphabetic() => {}
            _ => return Read::Text,
        }
        let Some(end) = tag_end(html) else { return Read::NoMoreTags };
        let inside = &html[1..end];
        let inside = inside.trim_start_matches('/');
        let name_end =
            inside.find(|c: char| !c.is_ascii_alphanumeric() && c != ':' && c != '-').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(name_end);
        Read::Tag(
            Self {
                name: name.to_ascii_lowercase(),
                closing: html[1..].starts_with('/'),
                hidden: is_hidden(attributes),
                alt: attribute(attributes, "alt"),
            },
            end + 1,
        )
    }
}

/// Where the tag ends: at the first `>` outside quotes, or any when the quotes never close.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if html.as_bytes().get(at.wrapping_sub(1)) == Some(&b'=') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    html.find('>')
}

fn is_hidden(attributes: &str) -> bool {
    attribute(attributes, "style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        style.contains("display:none")
    })
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    let bytes = attributes.as_bytes();
    let found = bytes.windows(name.len() + 1).enumerate().find(|(at, window)| {
        window[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && window[name.len()] == b'='
            && at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_whitespace())
    });
    let value = &attributes[found?.0 + name.len() + 1..];
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(value.to_owned())
}

fn behind_raw<'a>(html: &'a str, name: &str) -> &'a str {
    let bytes = html.as_bytes();
    let mut from = 0;
    while let Some(at) = html[from..].find("</").map(|at| at + from) {
        let after = at + 2;
        if bytes.get(after..after + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return html[after..].find('>').map_or("", |end| &html[after + end + 1..]);
        }
        from = after;
    }
    ""
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Line breaks to write before the next word.
    breaks: usize,
    /// A space to write before the next word.
    space: bool,
    quotes: usize,
    preformatted: usize,
    /// Next number of each open list; bullets have none.
    lists: Vec<Option<u32>>,
    /// The element that hides what is in it, and how many of its name are open.
    hidden_by: Option<(String, usize)>,
}

impl Writer {
    fn tag(&mut self, tag: &Tag) {
        if self.still_hidden(tag) {
            return;
        }
        let name = tag.name.as_str();
        match name {
            "br" => self.breaks = (self.breaks + 1).min(2),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => self.break_lines(2),
            "ul" | "ol" => self.list(tag),
            "li" => self.item(tag.closing),
            "td" | "th" => self.space = true,
            "blockquote" => self.quote(tag.closing),
            "pre" | "textarea" => {
                self.break_lines(1);
                self.preformatted =
                    if tag.closing { self.preformatted.saturating_sub(1) } else { self.preformatted + 1 };
            }
            "img" => {
                // Pictures of emoji say what they are; other descriptions are noise in a text.
                if let Some(alt) = tag.alt.as_deref().filter(|alt| alt.chars().count() <= 4 && !alt.is_ascii()) {
                    self.text(alt);
                }
            }
            _ if is_block(name) => self.break_lines(1),
            _ => {}
        }
    }

    fn still_hidden(&mut self, tag: &Tag) -> bool {
        if let Some((name, depth)) = &mut self.hidden_by {
            if *name == tag.name {
                if tag.closing { *depth -= 1 } else { *depth += 1 }
            }
            // A head that was never closed ends where the body begins.
            if *depth == 0 || tag.name == "body" {
                self.hidden_by = None;
            }
            return true;
        }
        let hides = tag.hidden || HIDDEN.contains(&tag.name.as_str());
        if hides && !tag.closing && !VOID.contains(&tag.name.as_str()) {
            self.hidden_by = Some((tag.name.clone(), 1));
        }
        hides
    }

    fn list(&mut self, tag: &Tag) {
        self.break_lines(if self.lists.is_empty() || (tag.closing && self.lists.len() == 1) { 2 } else { 1 });
        if tag.closing {
            self.lists.pop();
        } else if self.lists.len() < QUOTE_DEPTH_MAX {
            self.lists.push((tag.name == "ol").then_some(1));
        }
    }

    fn item(&mut self, closing: bool) {
        self.break_lines(1);
        if closing {
            return;
        }
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                format!("{indent}{}. ", *number - 1)
            }
            _ => format!("{indent}• "),
        };
        self.begin_word();
        self.out.push_str(&mark);
    }

    fn quote(&mut self, closing: bool) {
        self.break_lines(1);
        // The break is written while the shallower depth holds.
        self.quotes = if closing { self.quotes.saturating_sub(1) } else { self.quotes + 1 };
    }

    fn break_lines(&mut self, count: usize) {
        self.breaks = self.breaks.max(count);
    }

    fn text(&mut self, html: &str) {
        if self.hidden_by.is_some() {
            return;
        }
        let mut rest = html;
        while let Some(at) = rest.find('&') {
            self.words(&rest[..at]);
            rest = &rest[at..];
            let end = rest.bytes().take(ENTITY_BYTES_MAX).position(|byte| byte == b';');
            match end {
                Some(end) if rest[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') => {
                    self.words(&entity(&rest[..=end]));
                    rest = &rest[end + 1..];
                }
                _ => {
                    self.words("&");
                    rest = &rest[1..];
                }
            }
        }
        self.words(rest);
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            let is_space = c.is_whitespace() || c == '\u{A0}';
            if self.preformatted > 0 {
                match c {
                    '\n' => self.breaks = (self.breaks + 1).min(2),
                    _ if is_space && self.out.is_empty() => {}
                    c => {
                        self.begin_word();
                        self.out.push(if is_space { ' ' } else { c });
                    }
                }
            } else if is_space {
                self.space = true;
            } else if !matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '\u{34F}' | '\u{200C}') {
                self.begin_word();
                self.out.push(c);
            }
        }
    }

    /// Writes what is due before the next word.
    fn begin_word(&mut self) {
        let quotes = self.quotes.min(QUOTE_DEPTH_MAX);
        let prefix = ">".repeat(quotes);
        let at_start = self.out.is_empty();
        if at_start || self.breaks > 0 {
            for left in (0..if at_start { 1 } else { self.breaks }).rev() {
                if !at_start {
                    self.out.push('\n');
                }
                self.out.push_str(&prefix);
                if left == 0 && quotes > 0 {
                    self.out.push(' ');
                }
            }
        } else if self.space && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
        self.breaks = 0;
        self.space = false;
    }
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 18] = [
        "div", "tr", "body", "html", "section", "article", "header", "footer", "main", "aside", "nav", "form", "hr",
        "dt", "dd", "address", "center", "figure",
    ];
    BLOCKS.contains(&name)
}

pub(crate) fn entity(token: &str) -> String {
    let mut out = String::new();
    let number = token.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';')).and_then(|n| n.parse::<u8>().ok());
    match number {
        // Numbers of the old Windows charset, as browsers read them.
        Some(byte @ 128..=159) => out.push_str(&charset::text(&[byte], Some("windows-1252"))),
        _ => add_html_token(&mut out, token.as_bytes(), false),
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::cpu_time;
    use super::*;

    #[test]
    fn html_becomes_the_text_a_person_sees() {
        let cases = [
            ("Hei <b>du</b>", "Hei du"),
            ("<p>One</p><p>Two</p>three", "One\n\nTwo\n\nthree"),
            ("a<br>b<br/><br />c", "a\nb\n\nc"),
            ("<div>a</div><div>b</div>", "a\nb"),
            ("<ul><li>one<li>two</ul><ol><li>x</li><li>y</li></ol>", "• one\n• two\n\n1. x\n2. y"),
            (
                "before<blockquote>q1<br>q2<blockquote>deep</blockquote></blockquote>after",
                "before\n> q1\n> q2\n>> deep\nafter",
            ),
            ("<blockquote>only</blockquote>", "> only"),
            ("<pre>a  b\n  c</pre>d", "a  b\n  c\nd"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
            ("<head><title>no</title><style>p{}</style></head><body>yes", "yes"),
            ("<head><title>no</title><body>yes</body>", "yes"),
            ("<script>if (a<b) '</p>'</SCRIPT>yes", "yes"),
            ("<div style=\"display: none\">no<div>no</div></div>yes", "yes"),
            ("<!-- no > --><!-->yes<![CDATA[x]]><?php y ?>", "yes"),
            (
                "1 < 2 &amp;&lt;p&gt; &aring;&#229;&#xE5;&nbsp;&#146; &unknown; & x &; AT&T",
                "1 < 2 &<p> ååå ’ &unknown; & x &; AT&T",
            ),
            ("<a title=\"a > b\" href='x'>link</a>", "link"),
            ("<a href=\"never closed>link</a>", "link"),
            ("<img alt=\"🙂\" src=x><img alt=Logo src=y>", "🙂"),
            ("zero\u{200B}width", "zerowidth"),
            ("<", "<"),
            ("a <b", "a <b"),
            ("<3 you", "<3 you"),
            ("", ""),
        ];
        for (html, expected) in cases {
            assert_eq!(text_of(html).trim(), expected, "{html}");
        }
    }

    #[test]
    fn hostile_html_costs_no_more_than_reading_it() {
        let before = cpu_time();
        for piece in [
            "<a ",
            "<!--",
            "<a \"",
            "<a =\"",
            "<div style=\"display:none\">",
            "&",
            "&#",
            "<blockquote>x",
            "</",
            "<script>",
            "<ul><li>",
        ] {
            let _ = text_of(&piece.repeat(300_000 / piece.len()));
        }
        let taken = cpu_time() - before;
        assert!(taken.as_secs() < 10, "{taken:?}");
    }
}
