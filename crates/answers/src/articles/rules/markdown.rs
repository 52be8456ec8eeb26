//! Markdown to what a page shows: cleaned, with headings that can be led to and a table of them. Raw HTML is shown as
//! it was typed and never taken for markup; pictures are only those of this house, since nothing may call out because
//! somebody reads.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use comrak::nodes::{AlertType, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use super::address::slug;

/// Where the pictures of articles lie.
pub const PICTURES: &str = "/help/pictures/";

/// What stands above a callout, in the order that the renderer names them: note, tip, important, warning, caution.
pub type Titles = [String; 5];

const ALERTS: [AlertType; 5] =
    [AlertType::Note, AlertType::Tip, AlertType::Important, AlertType::Warning, AlertType::Caution];

/// A heading of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Two or three.
    pub level: u8,
    /// Where it leads, without `#`.
    pub anchor: String,
    /// Its words.
    pub text: String,
}

/// A text as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Clean markup.
    pub html: String,
    /// The table of contents.
    pub headings: Vec<Heading>,
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = false;
    options.extension.alerts = true;
    // What looks like markup is words.
    options.render.escape = true;
    options
}

/// Makes a page's part of Markdown.
#[must_use]
pub fn show(markdown: &str, titles: &Titles) -> Shown {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, markdown, &options);
    let mut headings: Vec<Heading> = Vec::new();
    for node in root.descendants() {
        let mut data = node.data_mut();
        match &mut data.value {
            // The page's own title is the only heading of the first level.
            NodeValue::Heading(heading) => heading.level = heading.level.clamp(2, 4),
            NodeValue::Alert(alert) => {
                let place = ALERTS.iter().position(|one| *one == alert.alert_type);
                if alert.title.is_none() {
                    alert.title = place.and_then(|place| titles.get(place)).cloned();
                }
            }
            _ => {}
        }
    }
    for node in root.descendants() {
        let level = match &node.data().value {
            NodeValue::Heading(heading) if heading.level < 4 => heading.level,
            _ => continue,
        };
        let text = node.collect_text();
        // A prefix keeps a heading from taking the name of something of the page.
        let wanted = format!("s-{}", slug(&text));
        let taken: Vec<String> = headings.iter().map(|one| one.anchor.clone()).collect();
        headings.push(Heading { level, anchor: super::address::unique(&wanted, &taken), text });
    }
    let mut html = String::new();
    if format_html(root, &options, &mut html).is_err() {
        return Shown::default(); // Writing into memory does not fail.
    }
    Shown { html: CLEANER.clean(&carded(&anchored(&html, &headings))).to_string(), headings }
}

/// Where films are shown. A link to one that stands alone becomes a card: nothing of theirs is loaded before somebody
/// follows it.
const FILMS: [&str; 5] = [
    "https://www.youtube.com/",
    "https://youtube.com/",
    "https://youtu.be/",
    "https://vimeo.com/",
    "https://www.vimeo.com/",
];

/// Marks paragraphs that are a link to a film and nothing else. What is typed cannot write `<p>`: its `<` is escaped.
fn carded(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        let link = line.trim_end().strip_prefix("<p><a href=\"").and_then(|rest| rest.strip_suffix("</a></p>"));
        let is_film =
            link.is_some_and(|link| FILMS.iter().any(|host| link.starts_with(host)) && !link.contains("</a>"));
        match line.strip_prefix("<p>") {
            Some(rest) if is_film => {
                out.push_str("<p class=\"film\">");
                out.push_str(rest);
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// Gives headings their anchors. What is typed cannot write `<h2>`: its `<` is escaped by now.
fn anchored(html: &str, headings: &[Heading]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    for heading in headings {
        let opening = format!("<h{}>", heading.level);
        let Some((before, after)) = rest.split_once(opening.as_str()) else { continue };
        out.push_str(before);
        out.push_str(&format!("<h{} id=\"{}\">", heading.level, heading.anchor));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The words of a text, for the search and for descriptions.
#[must_use]
pub fn words(markdown: &str) -> String {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, markdown, &options);
    let mut words = String::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::Item(_) | NodeValue::TableCell => {
                words.push('\n');
            }
            _ => {}
        }
    }
    words.trim().to_owned()
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "div",
            "em",
            "h2",
            "h3",
            "h4",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("img", HashSet::from(["src", "alt", "title"])),
            ("h2", HashSet::from(["id"])),
            ("h3", HashSet::from(["id"])),
            ("ol", HashSet::from(["start"])),
            ("td", HashSet::from(["align"])),
            ("th", HashSet::from(["align"])),
        ]))
        .allowed_classes(HashMap::from([
            (
                "div",
                HashSet::from([
                    "markdown-alert",
                    "markdown-alert-note",
                    "markdown-alert-tip",
                    "markdown-alert-important",
                    "markdown-alert-warning",
                    "markdown-alert-caution",
                ]),
            ),
            ("p", HashSet::from(["markdown-alert-title", "film"])),
        ]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"))
        .set_tag_attribute_value("img", "loading", "lazy")
        .attribute_filter(|tag, attribute, value| {
            let foreign = tag == "img" && attribute == "src" && !value.starts_with(PICTURES);
            (!foreign).then_some(Cow::Borrowed(value))
        });
    builder
});
