//! A mail that came as HTML, in our own markup: nothing of the sender's but words, and addresses that were
//! checked when it came in.

use base::Language;
use maud::{Markup, html};
use platform::args;

use super::lens::Lens;
use super::originals;
use super::text::folded;
use crate::Message;
use crate::document::{Block, Cell, Inline, Source};

/// What is shown of a mail, and how its pictures are found.
#[derive(Clone, Copy)]
struct Eyes<'a> {
    lens: Lens<'a>,
    message: &'a Message,
}

/// The document of a message.
pub(super) fn document(lens: Lens<'_>, message: &Message, blocks: &[Block]) -> Markup {
    let lang = message.language.map(Language::code);
    let eyes = Eyes { lens, message };
    html! { div.said lang=[lang] { (eyes.all(blocks)) } }
}

impl Eyes<'_> {
    /// As deep as the document, whose maker bounds it.
    fn all(self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) } }
    }

    fn block(self, block: &Block) -> Markup {
        html! {
            @match block {
                Block::Paragraph(words) => p { (self.line(words)) },
                Block::List { first: None, items } => ul { @for item in items { li { (self.all(item)) } } },
                Block::List { first: Some(first), items } => {
                    ol start=[(*first != 1).then_some(first)] { @for item in items { li { (self.all(item)) } } }
                },
                Block::Quote(inner) => blockquote.quiet { (self.all(inner)) },
                Block::Pre(text) => pre tabindex="0" { (text) },
                Block::Rows(rows) => div.rows tabindex="0" role="region" aria-label=(self.lens.text("message-table")) {
                    table { @for row in rows { tr { @for cell in row { (self.cell(cell)) } } } }
                },
                Block::Rule => hr;,
                Block::Fold(why, inner) => (folded(self.lens.say, *why, &self.all(inner))),
            }
        }
    }

    fn cell(self, cell: &Cell) -> Markup {
        html! { @if cell.head { th { (self.line(&cell.words)) } } @else { td { (self.line(&cell.words)) } } }
    }

    fn line(self, words: &[Inline]) -> Markup {
        html! { @for piece in words { (self.piece(piece)) } }
    }

    fn piece(self, piece: &Inline) -> Markup {
        html! {
            @match piece {
                Inline::Text(text) => (text),
                Inline::Strong(text) => strong { (text) },
                Inline::Emphasis(text) => em { (text) },
                Inline::Break => br;,
                Inline::Link { to, words } => (self.link(to, words)),
                Inline::Picture { source, alt } => (self.picture(source, alt)),
            }
        }
    }

    /// A link; where it goes is written beside it unless its words say so themselves.
    fn link(self, to: &str, words: &[Inline]) -> Markup {
        let place = place(to);
        let said = said(words).to_lowercase();
        html! {
            a href=(to) rel="noopener noreferrer nofollow" target="_blank" {
                @if said.trim().is_empty() && !words.iter().any(|piece| self.is_shown(piece)) { (place) }
                @else { (self.line(words)) }
            }
            @if !said.contains(&place.to_lowercase()) && !said.trim().is_empty() { " " span.quiet.xs { "(" (place) ")" } }
        }
    }

    fn is_shown(self, piece: &Inline) -> bool {
        matches!(piece, Inline::Picture { source, .. } if self.address(source).is_some())
    }

    fn picture(self, source: &Source, alt: &str) -> Markup {
        html! {
            @match self.address(source) {
                Some(address) => img src=(address) alt=(alt) loading="lazy";,
                None if alt.is_empty() => {},
                None => span.quiet title=(self.lens.text("picture-not-shown")) { "[" (alt) "]" },
            }
        }
    }

    fn address(self, source: &Source) -> Option<String> {
        let passes = self.lens.passes?;
        match source {
            Source::Part(cid) => originals::find(&self.message.attachments, cid).map(|file| passes.picture(&file.id)),
            Source::Remote(url) => self.message.pictures.then(|| passes.remote(&self.message.id, url)),
        }
    }
}

/// The words of a link.
fn said(words: &[Inline]) -> String {
    let word = |piece: &Inline| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.clone(),
        Inline::Picture { alt, .. } => alt.clone(),
        Inline::Break | Inline::Link { .. } => " ".to_owned(),
    };
    words.iter().map(word).collect()
}

/// What people must know of an address: the host, the mailbox or the number.
fn place(to: &str) -> &str {
    match to.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or(rest).trim_start_matches("www."),
        None => to.split_once(':').map_or(to, |(_, rest)| rest),
    }
}

/// How many pictures lie elsewhere, and the button that fetches them.
pub(super) fn remote(lens: Lens<'_>, message: &Message) -> Markup {
    let Some(document) = &message.document else { return html! {} };
    html! {
        @if document.remote > 0 && !message.pictures {
            form.row.wrap.sm.quiet.mb.blocked method="post" action={ "/messages/" (message.id) "/pictures" } {
                (platform::web::assets::icon_small("image"))
                span { (lens.say.with("pictures-blocked", args![count = i64::from(document.remote)])) }
                button.btn.small { (lens.text("pictures-show")) }
            }
        } @else if document.remote == 0 && document.trackers > 0 {
            p.row.sm.quiet.mb { (platform::web::assets::icon_small("shield")) span { (lens.text("pictures-tracker")) } }
        }
    }
}
