//! Elements within each other, always well: what opens is closed, in order and not too deep.
//!
//! Mails leave out ends and mix them up. Whoever writes something new from a mail needs a tree, bounded
//! in depth, in time that is in proportion to its length. What nobody sees is left out here.

use super::hints::is_hidden;
use super::scan::{Scanner, Tag, Token};

/// Deepest nesting that is followed; what is deeper belongs to the element there.
pub(super) const DEPTH_MAX: usize = 80;
/// Elements without content.
const VOID: [&str; 12] = ["br", "hr", "img", "wbr", "input", "meta", "link", "base", "area", "col", "embed", "source"];
/// No tag within these ends anything around them.
const WALLS: [&str; 5] = ["td", "th", "table", "caption", "body"];
/// Elements that end a paragraph by beginning.
const BLOCKS: [&str; 27] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Who is told.
pub(super) trait Sink {
    /// An element begins; [`Sink::close`] follows unless it is one without content.
    fn open(&mut self, tag: &Tag);
    /// The element that began last and has not ended ends.
    fn close(&mut self, name: &str);
    /// Text, without entities.
    fn text(&mut self, text: &str);
}

/// Whether an element has no content.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Goes over the HTML and tells what is to be seen.
pub(super) fn walk(html: &str, sink: &mut impl Sink) {
    let mut walk = Walk { sink, open: Vec::new(), hidden: 0, too_deep: 0 };
    for token in Scanner::new(html) {
        match token {
            Token::Text(text) if walk.hidden == 0 => walk.sink.text(&text),
            Token::Text(_) => {}
            Token::Open(tag) => walk.begin(&tag),
            Token::Close(name) if name == "br" => walk.begin(&Tag::bare(name)),
            Token::Close(name) => walk.end(&name),
        }
    }
    walk.close_down_to(0);
}

struct Walk<'a, S> {
    sink: &'a mut S,
    /// Names of the open elements, and whether they hide what is in them.
    open: Vec<(String, bool)>,
    hidden: usize,
    /// Open elements that were too deep to be followed.
    too_deep: usize,
}

impl<S: Sink> Walk<'_, S> {
    fn begin(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        self.end_what_this_ends(name);
        let hides = is_hidden(tag);
        if is_void(name) {
            if self.hidden == 0 && !hides {
                self.sink.open(tag);
            }
            return;
        }
        if self.open.len() >= DEPTH_MAX {
            self.too_deep += 1;
            return;
        }
        if self.hidden == 0 && !hides {
            self.sink.open(tag);
        }
        self.hidden += usize::from(hides);
        self.open.push((tag.name.clone(), hides));
    }

    fn end_what_this_ends(&mut self, name: &str) {
        let (ended, walls): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "a" => (&["a"], &WALLS),
            // A head that was never closed ends where the body begins.
            "body" => (&["head"], &[]),
            _ => (&[], &[]),
        };
        if let Some(at) = self.nearest(ended, walls) {
            self.close_down_to(at);
        }
        if BLOCKS.contains(&name)
            && let Some(at) = self.nearest(&["p"], &WALLS)
        {
            self.close_down_to(at);
        }
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 && !is_void(name) {
            self.too_deep -= 1;
            return;
        }
        let walls: &[&str] =
            if matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "table" | "body" | "html") {
                if name == "table" || name == "body" || name == "html" { &[] } else { &["table"] }
            } else {
                &WALLS
            };
        if let Some(at) = self.nearest(&[name], walls) {
            self.close_down_to(at);
        }
    }

    /// The innermost open element of one of these names, looked for as far as a wall.
    fn nearest(&self, names: &[&str], walls: &[&str]) -> Option<usize> {
        if names.is_empty() {
            return None;
        }
        for (at, (name, _)) in self.open.iter().enumerate().rev() {
            if names.contains(&name.as_str()) {
                return Some(at);
            }
            if walls.contains(&name.as_str()) {
                return None;
            }
        }
        None
    }

    fn close_down_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some((name, hides)) = self.open.pop() else { return };
            self.hidden -= usize::from(hides);
            if self.hidden == 0 && !hides {
                self.sink.close(&name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Told(String);

    impl Sink for Told {
        fn open(&mut self, tag: &Tag) {
            self.0 += &format!("<{}>", tag.name);
        }

        fn close(&mut self, name: &str) {
            self.0 += &format!("</{name}>");
        }

        fn text(&mut self, text: &str) {
            self.0 += text;
        }
    }

    fn told(html: &str) -> String {
        let mut told = Told::default();
        walk(html, &mut told);
        told.0
    }

    #[test]
    fn ends_that_are_missing_or_mixed_up_are_set_right() {
        for (html, expected) in [
            ("<p>a<p>b<div>c", "<p>a</p><p>b</p><div>c</div>"),
            ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>d",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d",
            ),
            ("<table><td><p>a<table><td></p>b</table>", "<table><td><p>a</p><table><td>b</td></table></td></table>"),
            ("</div>a</br><br/>b<hr>", "a<br><br>b<hr>"),
            ("<a>b<a>c</a>", "<a>b</a><a>c</a>"),
            ("<b><table><td></b>x</table>y", "<b><table><td>x</td></table>y</b>"),
        ] {
            assert_eq!(told(html), expected, "{html}");
        }
    }

    #[test]
    fn what_nobody_sees_is_left_out_with_all_in_it() {
        for (html, expected) in [
            ("a<div style='display : none'>b<p>c<img></div>d", "ad"),
            ("<td><span hidden>a<b>b</td>c", "<td></td>c"),
            ("<head><b>a</head>b", "b"),
            ("<head><meta><body>b", "<body>b</body>"),
            ("<svg><a><p>x</p></a></svg><math><mi>y</math>z", "z"),
            ("<template><b>x</template><noscript>y</noscript>z", "z"),
            ("<div style='display:none'>a", ""),
        ] {
            assert_eq!(told(html), expected, "{html}");
        }
    }

    #[test]
    fn depth_is_bounded_and_what_is_deeper_keeps_its_words() {
        let out = told(&format!("{}x{}y", "<div>".repeat(1_000), "</div>".repeat(1_000)));
        assert_eq!(out.matches("<div>").count(), DEPTH_MAX);
        assert!(out.contains('x') && out.ends_with("</div>y"), "{out}");
    }
}
