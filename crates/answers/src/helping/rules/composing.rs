//! An article in a reply: Markdown as the plain text of the composer, or its link.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, parse_document};

/// Markdown as somebody would type it into a reply: lists with dashes and numbers, links with their address behind.
/// Pictures are left out, for they are not in the mail.
#[must_use]
pub fn plain(markdown: &str, site: &str) -> String {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.alerts = true;
    let root = parse_document(&arena, markdown, &options);
    let mut out = String::new();
    for block in root.children() {
        write(block, site, "", &mut out);
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// A link with what it is called.
#[must_use]
pub fn link(title: &str, address: &str) -> String {
    format!("{title}:\n{address}")
}

fn write<'a>(node: &'a AstNode<'a>, site: &str, indent: &str, out: &mut String) {
    let value = node.data().value.clone();
    match value {
        NodeValue::List(list) => {
            for (at, item) in node.children().enumerate() {
                let mark = match list.list_type {
                    ListType::Bullet => "- ".to_owned(),
                    ListType::Ordered => format!("{}. ", list.start + at),
                };
                out.push_str(indent);
                out.push_str(&mark);
                let deeper = format!("{indent}{}", " ".repeat(mark.len()));
                for (place, child) in item.children().enumerate() {
                    if place > 0 && !matches!(child.data().value, NodeValue::List(_)) {
                        out.push_str(&deeper);
                    }
                    if matches!(child.data().value, NodeValue::List(_)) {
                        write(child, site, &deeper, out);
                    } else {
                        out.push_str(&words(child, site));
                        out.push('\n');
                    }
                }
            }
            if indent.is_empty() {
                out.push('\n');
            }
        }
        NodeValue::TableRow(_) => {
            let cells: Vec<String> = node.children().map(|cell| words(cell, site)).collect();
            out.push_str(&cells.join(" | "));
            out.push('\n');
        }
        NodeValue::Table(_) | NodeValue::BlockQuote | NodeValue::Alert(_) => {
            for child in node.children() {
                write(child, site, indent, out);
            }
            out.push('\n');
        }
        NodeValue::ThematicBreak => {}
        NodeValue::CodeBlock(code) => {
            out.push_str(code.literal.trim_end());
            out.push_str("\n\n");
        }
        _ => {
            out.push_str(&words(node, site));
            out.push_str("\n\n");
        }
    }
}

/// The words of one block, in a line each.
fn words<'a>(node: &'a AstNode<'a>, site: &str) -> String {
    let mut out = String::new();
    for child in node.children() {
        match &child.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak => out.push(' '),
            NodeValue::LineBreak => out.push('\n'),
            NodeValue::Image(_) => {}
            NodeValue::Link(link) => {
                let text = words(child, site);
                let address = if link.url.starts_with('/') { format!("{site}{}", link.url) } else { link.url.clone() };
                out.push_str(&if text == address { text } else { format!("{text} ({address})") });
            }
            _ => out.push_str(&words(child, site)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_what_one_would_type() {
        let site = "https://help.example";
        for (markdown, text) in [
            ("## How\n\nSend **it** back.", "How\n\nSend it back."),
            ("1. One\n2. Two\n\nThen.", "1. One\n2. Two\n\nThen."),
            ("- a\n- b\n  - c", "- a\n- b\n  - c"),
            (
                "See [here](/help/en/x) or [there](https://a.example).",
                "See here (https://help.example/help/en/x) or there (https://a.example).",
            ),
            ("![a picture](/help/pictures/x.png)\n\nText", "Text"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown, site), text, "{markdown}");
        }
        assert_eq!(link("Returns", "https://x"), "Returns:\nhttps://x");
    }
}
