//! The mail's own HTML, made fit to be shown in a frame that can do nothing: written anew from what the
//! scanner found, element by element from a list, then cleaned by ammonia, which knows what browsers make
//! of HTML. Either alone should be enough; whatever one lets through, the other does not (T10, T11, T13).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use conversations::document::Source;

use super::nest::{self, Sink};
use super::scan::Tag;
use super::{address, hints, style};

/// Elements that may stand.
const ELEMENTS: [&str; 55] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];
/// Attributes of sizes, colours and places that may stand on any of them.
const ATTRIBUTES: [&str; 19] = [
    "align",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "color",
    "colspan",
    "dir",
    "face",
    "height",
    "lang",
    "nowrap",
    "rowspan",
    "size",
    "span",
    "start",
    "title",
    "valign",
    "width",
];
/// Longest value of those.
const VALUE_MAX: usize = 100;
/// After so many signs that had to be escaped a comment, which never comes out, begins a new text: the parser
/// copies a text anew for each of them.
const ESCAPES_MAX: usize = 100;
/// Most bytes that are written.
const BYTES_MAX: usize = 8 * 1024 * 1024;

/// Says where a picture can be had; `None` when it is not to be shown.
pub(super) type Pictures<'a> = dyn Fn(&Source) -> Option<String> + 'a;

/// HTML in which nothing runs, moves, submits or calls out. Pictures are only where `pictures` says: at
/// addresses of our own that begin with a slash.
pub(super) fn clean(html: &str, pictures: &Pictures<'_>) -> String {
    let mut writer = Writer { out: String::new(), pictures, skipped: Vec::new() };
    nest::walk(html, &mut writer);
    CLEANER.clean(&writer.out).to_string()
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(ELEMENTS.into_iter().collect())
        .clean_content_tags(HashSet::from(["script", "style", "title", "svg", "math", "template", "noscript"]))
        .generic_attributes(ATTRIBUTES.into_iter().chain(["style"]).collect())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("img", HashSet::from(["src", "alt"]))]))
        .set_tag_attribute_values(HashMap::from([("a", HashMap::from([("target", "_blank")]))]))
        .link_rel(Some("noopener noreferrer nofollow"))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .filter_style_properties(style::names().collect())
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            // Pictures come from us alone, links never lead to us.
            ("img", "src") => (value.starts_with('/') && !value.starts_with("//")).then(|| value.into()),
            ("a", "href") => address::link(value).map(Into::into),
            (_, "src" | "href") => None,
            (_, "style") => Some(style::clean(value).into()),
            _ => Some(value.into()),
        });
    cleaner
});

struct Writer<'a> {
    out: String,
    pictures: &'a Pictures<'a>,
    /// For each open element, whether it was left out.
    skipped: Vec<bool>,
}

impl Sink for Writer<'_> {
    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let known = ELEMENTS.contains(&name) && self.out.len() < BYTES_MAX;
        if !nest::is_void(name) {
            self.skipped.push(!known);
        }
        if !known {
            return;
        }
        if name == "img" {
            return self.picture(tag);
        }
        self.out.push('<');
        self.out.push_str(name);
        if name == "a"
            && let Some(to) = tag.get("href").and_then(address::link)
        {
            self.attribute("href", &to);
        }
        self.looks(tag);
        self.out.push('>');
    }

    fn close(&mut self, name: &str) {
        if self.skipped.pop() == Some(false) {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    fn text(&mut self, text: &str) {
        let mut escapes = 0;
        for c in text.chars() {
            if self.out.len() >= BYTES_MAX {
                return;
            }
            escapes += usize::from(escape(&mut self.out, c));
            if escapes == ESCAPES_MAX {
                self.out.push_str("<!---->");
                escapes = 0;
            }
        }
    }
}

impl Writer<'_> {
    fn picture(&mut self, tag: &Tag) {
        let Some(source) = tag.get("src").and_then(address::picture) else { return };
        let to = if hints::is_pixel(tag) { None } else { (self.pictures)(&source) };
        let alt = tag.get("alt").unwrap_or_default();
        match to {
            Some(to) => {
                self.out.push_str("<img");
                self.attribute("src", &to);
                self.attribute("alt", alt);
                self.looks(tag);
                self.out.push('>');
            }
            None => self.text(alt),
        }
    }

    fn looks(&mut self, tag: &Tag) {
        for name in ATTRIBUTES {
            if let Some(value) = tag.get(name).filter(|value| value.len() <= VALUE_MAX) {
                self.attribute(name, value);
            }
        }
        let style = tag.get("style").map(style::clean).unwrap_or_default();
        if !style.is_empty() {
            self.attribute("style", &style);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        for c in value.chars() {
            escape(&mut self.out, c);
        }
        self.out.push('"');
    }
}

/// Writes one character; also says whether it had to be escaped.
fn escape(out: &mut String, c: char) -> bool {
    match c {
        '<' => out.push_str("&lt;"),
        '&' => out.push_str("&amp;"),
        '"' => out.push_str("&quot;"),
        c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => {}
        c => out.push(c),
    }
    matches!(c, '<' | '&' | '"')
}
