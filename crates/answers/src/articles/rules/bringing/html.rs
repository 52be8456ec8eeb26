//! HTML to Markdown. The markup is cleaned first, so that what is left is small, closed and quoted in one way; scripts,
//! styles and forms are gone by then. Pictures stay where they lie beside the file; others become links.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

static SMALL: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "a",
            "b",
            "blockquote",
            "br",
            "code",
            "del",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
            "iframe",
        ]))
        .clean_content_tags(HashSet::from(["script", "style", "noscript", "title", "head"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("iframe", HashSet::from(["src"])),
        ]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
});

/// One piece of cleaned markup.
enum Piece<'a> {
    Opens(&'a str, &'a str),
    Closes(&'a str),
    Words(&'a str),
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once('<') {
        if !before.is_empty() {
            all.push(Piece::Words(before));
        }
        // In cleaned markup a `>` within an attribute may stand as it is, between quotes.
        let end = tag_end(behind);
        let tag = behind.get(..end).unwrap_or(behind);
        rest = behind.get(end + 1..).unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(name) => all.push(Piece::Closes(name.trim())),
            None => {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                all.push(Piece::Opens(name, attributes));
            }
        }
    }
    if !rest.is_empty() {
        all.push(Piece::Words(rest));
    }
    all
}

fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&nbsp;", " ").replace('\u{a0}', " ").replace("&amp;", "&")
}

fn attribute(attributes: &str, name: &str) -> String {
    let Some((_, rest)) = attributes.split_once(&format!("{name}=\"")) else { return String::new() };
    plain(rest.split_once('"').map_or(rest, |(value, _)| value))
}

/// The words of a stretch of HTML, on one line.
pub(super) fn words(html: &str) -> String {
    let cleaned = Builder::empty().clean(html).to_string();
    plain(&cleaned).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is being written.
#[derive(Default)]
struct Writer {
    out: String,
    /// Open lists: the next number of an ordered one, or none.
    lists: Vec<Option<usize>>,
    /// Quotes that are open.
    quotes: usize,
    /// Where links that are open lead, and where their words begin.
    links: Vec<(String, usize)>,
    in_pre: bool,
    /// Cells of the open row, and whether a row was written in this table.
    row: Option<Vec<String>>,
    cell: Option<usize>,
    is_first_row: bool,
}

/// Markdown of a stretch of HTML.
#[must_use]
pub fn markdown(html: &str) -> String {
    let cleaned = SMALL.clean(html).to_string();
    let mut writer = Writer::default();
    for piece in pieces(&cleaned) {
        match piece {
            Piece::Words(text) => writer.words(text),
            Piece::Opens(name, attributes) => writer.opens(name, attributes),
            Piece::Closes(name) => writer.closes(name),
        }
    }
    tidied(&writer.out)
}

/// No more than one empty line at a time, outside of quotes where one of them is, and none at the ends; code stays as
/// it is.
fn tidied(text: &str) -> String {
    let (mut out, mut waiting, mut code): (String, Option<&str>, bool) = (String::new(), None, false);
    for line in text.lines() {
        let line = if code { line } else { line.trim_end() };
        if !code && line.trim_matches(['>', ' ']).is_empty() {
            waiting = Some(waiting.filter(|other| other.len() < line.len()).unwrap_or(line));
            continue;
        }
        if let Some(empty) = waiting.take() {
            out.push_str(empty);
            out.push('\n');
        }
        if line.trim_start_matches(['>', ' ']).starts_with("```") {
            code = !code;
        }
        out.push_str(line);
        out.push('\n');
    }
    out.trim().to_owned()
}

impl Writer {
    fn prefix(&self) -> String {
        let mut prefix = "> ".repeat(self.quotes);
        prefix.push_str(&"   ".repeat(self.lists.len().saturating_sub(1)));
        prefix
    }

    /// A new paragraph.
    fn block(&mut self) {
        if self.cell.is_some() {
            self.space();
            return;
        }
        // What begins an item stands on its line.
        if self.at_item() {
            return;
        }
        let prefix = self.prefix();
        let within = if self.lists.is_empty() { "" } else { "   " };
        self.out.push_str(&format!("\n{}\n{prefix}{within}", prefix.trim_end()));
    }

    /// Whether an item was begun and nothing stands in it yet.
    fn at_item(&self) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        let mark = line.trim_start_matches(['>', ' ']).trim_end();
        let number = mark.strip_suffix('.').unwrap_or_default();
        line.ends_with(' ') && (mark == "-" || (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit())))
    }

    fn space(&mut self) {
        if !self.out.ends_with([' ', '\n']) && !self.out.is_empty() {
            self.out.push(' ');
        }
    }

    fn words(&mut self, text: &str) {
        if self.in_pre {
            self.out.push_str(&plain(text));
            return;
        }
        if text.starts_with([' ', '\n', '\t']) {
            self.space();
        }
        let text = plain(text);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return;
        }
        for c in line.chars() {
            // What would be read as markup otherwise.
            if matches!(c, '*' | '_' | '`' | '[' | ']' | '\\') || (c == '|' && self.cell.is_some()) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
        if text.ends_with([' ', '\n', '\t']) {
            self.out.push(' ');
        }
    }

    fn opens(&mut self, name: &str, attributes: &str) {
        match name {
            "p" | "div" => self.block(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.block();
                let level = name.get(1..).and_then(|n| n.parse().ok()).unwrap_or(2);
                self.out.push_str(&"#".repeat(level));
                self.out.push(' ');
            }
            "strong" | "b" => self.out.push_str("**"),
            "em" | "i" => self.out.push('*'),
            "del" | "s" => self.out.push_str("~~"),
            "code" if !self.in_pre => self.out.push('`'),
            "pre" => {
                self.block();
                self.out.push_str("```\n");
                self.in_pre = true;
            }
            "br" if self.cell.is_some() => self.space(),
            "br" => {
                let prefix = self.prefix();
                let within = if self.lists.is_empty() { "" } else { "   " };
                self.out.push_str(&format!("\\\n{prefix}{within}"));
            }
            "hr" => {
                self.block();
                self.out.push_str("---");
                self.block();
            }
            "blockquote" => {
                self.quotes += 1;
                self.block();
            }
            "ul" | "ol" => {
                if self.lists.is_empty() {
                    self.block();
                }
                self.lists.push((name == "ol").then_some(1));
            }
            "li" => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", number.saturating_sub(1))
                    }
                    _ => "- ".to_owned(),
                };
                let prefix = self.prefix();
                self.out.push_str(&format!("\n{prefix}{mark}"));
            }
            "a" => {
                self.links.push((attribute(attributes, "href"), self.out.len()));
            }
            "img" => self.picture(&attribute(attributes, "src"), &attribute(attributes, "alt")),
            "iframe" => self.film(&attribute(attributes, "src")),
            "table" => {
                self.block();
                self.is_first_row = true;
            }
            "tr" => self.row = Some(Vec::new()),
            "td" | "th" => self.cell = Some(self.out.len()),
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            "strong" | "b" => self.mark_ends("**"),
            "em" | "i" => self.mark_ends("*"),
            "del" | "s" => self.mark_ends("~~"),
            "code" if !self.in_pre => self.out.push('`'),
            "pre" => {
                if !self.out.ends_with('\n') {
                    self.out.push('\n');
                }
                self.out.push_str("```\n");
                self.in_pre = false;
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.block(),
            "blockquote" => {
                self.quotes = self.quotes.saturating_sub(1);
                self.block();
            }
            "ul" | "ol" => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.block();
                }
            }
            "a" => self.link_ends(),
            "td" | "th" => {
                if let Some(at) = self.cell.take() {
                    let text = self.out.get(at..).unwrap_or_default().trim().to_owned();
                    self.out.truncate(at);
                    if let Some(row) = &mut self.row {
                        row.push(text);
                    }
                }
            }
            "tr" => {
                let Some(row) = self.row.take() else { return };
                self.out.push_str(&format!("\n| {} |", row.join(" | ")));
                if std::mem::take(&mut self.is_first_row) {
                    self.out.push_str(&format!("\n|{}", " --- |".repeat(row.len())));
                }
            }
            "table" => self.block(),
            _ => {}
        }
    }

    /// Bold words end before the space behind them, or they would not be bold.
    fn mark_ends(&mut self, mark: &str) {
        let spaced = self.out.ends_with(' ');
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        self.out.push_str(mark);
        if spaced {
            self.out.push(' ');
        }
    }

    fn link_ends(&mut self) {
        let Some((to, at)) = self.links.pop() else { return };
        let text = self.out.get(at..).unwrap_or_default().trim().to_owned();
        self.out.truncate(at);
        if to.is_empty() || text.is_empty() {
            self.out.push_str(&text);
        } else {
            self.out.push_str(&format!("[{text}]({})", address(&to)));
        }
    }

    fn picture(&mut self, src: &str, alt: &str) {
        if src.is_empty() {
            return;
        }
        let alt = alt.replace(['[', ']', '\n'], " ");
        if src.contains("://") || src.starts_with("//") || src.starts_with("data:") {
            // Nothing calls out because somebody reads: a picture elsewhere is a link.
            if src.starts_with("http") {
                let name = if alt.trim().is_empty() { src } else { alt.trim() };
                self.out.push_str(&format!("[{name}]({})", address(src)));
            }
        } else {
            self.out.push_str(&format!("![{}]({})", alt.trim(), address(src)));
        }
    }

    /// A film within the page becomes a link to it.
    fn film(&mut self, src: &str) {
        let src = src.strip_prefix("//").map_or_else(|| src.to_owned(), |rest| format!("https://{rest}"));
        if src.starts_with("https://") {
            let watch = src.replace("/embed/", "/watch?v=").replace("www.youtube-nocookie.com", "www.youtube.com");
            self.block();
            self.out.push_str(&format!("<{watch}>"));
            self.block();
        }
    }
}

/// An address as Markdown takes it between brackets.
fn address(text: &str) -> String {
    text.trim().replace(' ', "%20").replace('(', "%28").replace(')', "%29")
}
