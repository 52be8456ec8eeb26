//! HTML of a mail → a [`Document`] of ours, in one pass.
//!
//! Takes what carries meaning, words, links, lists, quotes, tables, pictures, and leaves all else behind.
//! Bounded in size and depth. Where quotes and signatures are folded away is decided next door (`fold`).

use conversations::document::{Block, Document, Fold, Inline, Source};

use super::hints::{self, Hint};
use super::nest::{self, Sink};
use super::scan::Tag;
use super::table::{self, RawCell};
use super::{address, fold};

/// Most bytes of words and addresses.
const BYTES_MAX: usize = 256 * 1024;
/// Most blocks and pieces of lines.
const NODES_MAX: usize = 20_000;
/// Most quotes, lists and tables within each other; what is deeper belongs to the one there.
const FRAMES_MAX: usize = 24;
/// Most pictures.
const PICTURES_MAX: u32 = 200;
/// Longest description of a picture, in characters.
const ALT_MAX: usize = 200;

/// What is shown of this HTML.
pub(super) fn document(html: &str) -> Document {
    let mut builder = Builder::default();
    builder.frames.push(Frame::of(Kind::Plain));
    nest::walk(html, &mut builder);
    builder.end_paragraph();
    let blocks = builder.frames.pop().map(Frame::into_blocks).unwrap_or_default();
    let Builder { remote, trackers, cut, .. } = builder;
    Document { blocks: fold::fold(blocks), remote, trackers, cut, origin: String::new() }
}

/// Something that holds blocks and has not ended.
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    /// From this block on it is an earlier mail.
    quoted_from: Option<usize>,
}

enum Kind {
    /// The mail itself, a point of a list, a place in a table.
    Plain,
    Quote,
    Fold(Fold),
    List(Option<u32>, Vec<Vec<Block>>),
    Table(Vec<Vec<RawCell>>),
}

impl Frame {
    fn of(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), quoted_from: None }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        if let Some(at) = self.quoted_from.filter(|at| *at < self.blocks.len()) {
            let earlier = self.blocks.split_off(at);
            self.blocks.push(Block::Fold(Fold::Quote, vec![Block::Quote(earlier)]));
        }
        self.blocks
    }
}

/// What to undo when an element ends.
#[derive(Clone, Copy)]
enum Effect {
    Nothing,
    Strong,
    Emphasis,
    Link,
    /// Ends a line or, with 2, a paragraph.
    Lines(usize),
    /// As [`Effect::Lines`] of 1; an empty one is an empty line. Holds how many letters there were before.
    OfficeLine(usize),
    Heading,
    Pre,
    Frame,
    Item,
    Cell(bool),
    /// A frame in which line breaks count.
    Card,
}

#[derive(Default)]
struct Builder {
    frames: Vec<Frame>,
    effects: Vec<Effect>,
    line: Vec<Inline>,
    link: Option<(String, Vec<Inline>)>,
    strong: usize,
    emphasis: usize,
    /// Open elements in which line breaks count.
    broken: usize,
    pre: Option<String>,
    /// Line breaks to write before the next word.
    breaks: usize,
    /// A space to write before the next word.
    space: bool,
    letters: usize,
    bytes: usize,
    nodes: usize,
    remote: u32,
    trackers: u32,
    pictures: u32,
    cut: bool,
}

impl Sink for Builder {
    fn open(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => self.line_break(),
            "hr" => {
                self.end_paragraph();
                self.mark(tag);
                self.block(Block::Rule);
            }
            "img" => self.picture(tag),
            name if nest::is_void(name) => {}
            _ => {
                let effect = self.effect(tag);
                self.effects.push(effect);
            }
        }
    }

    fn close(&mut self, _: &str) {
        match self.effects.pop().unwrap_or(Effect::Nothing) {
            Effect::Nothing => {}
            Effect::Strong => self.strong -= 1,
            Effect::Emphasis => self.emphasis -= 1,
            Effect::Link => self.end_link(),
            Effect::Lines(count) => self.break_lines(count),
            Effect::OfficeLine(before) => self.break_lines(if self.letters == before { 2 } else { 1 }),
            Effect::Heading => {
                self.strong -= 1;
                self.break_lines(2);
            }
            Effect::Pre => {
                let text = self.pre.take().unwrap_or_default();
                let text = text.trim_end().trim_start_matches('\n');
                if !text.is_empty() {
                    self.block(Block::Pre(text.to_owned()));
                }
            }
            Effect::Card => {
                self.broken -= 1;
                self.end_frame();
            }
            Effect::Frame => self.end_frame(),
            Effect::Item => self.end_item(),
            Effect::Cell(head) => self.end_cell(head),
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if self.bytes >= BYTES_MAX {
                self.cut = true;
                return;
            }
            if is_unseen(c) {
                continue;
            }
            if let Some(pre) = &mut self.pre {
                pre.push(if c == '\r' { '\n' } else { c });
                self.bytes += c.len_utf8();
            } else if c == '\n' && self.broken > 0 {
                self.line_break();
            } else if c.is_whitespace() {
                self.space = true;
            } else {
                self.begin_word();
                self.put(c);
            }
        }
    }
}

/// Characters that hide or reorder what is read, or that no text has.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200C}' | '\u{FEFF}' | '\u{AD}' | '\u{34F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

impl Builder {
    fn effect(&mut self, tag: &Tag) -> Effect {
        let name = tag.name.as_str();
        match hints::of(tag) {
            Some(Hint::Quote) if name != "blockquote" => return self.frame(Kind::Fold(Fold::Quote)),
            Some(Hint::Signature) => {
                let effect = self.frame(Kind::Fold(Fold::Signature));
                if name == "pre" && matches!(effect, Effect::Frame) {
                    self.broken += 1;
                    return Effect::Card;
                }
                return effect;
            }
            Some(Hint::QuoteFromHere) => {
                self.end_paragraph();
                self.mark(tag);
            }
            _ => {}
        }
        match name {
            "b" | "strong" => {
                self.strong += 1;
                Effect::Strong
            }
            "i" | "em" | "cite" | "dfn" | "var" => {
                self.emphasis += 1;
                Effect::Emphasis
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.break_lines(2);
                self.strong += 1;
                Effect::Heading
            }
            "a" => self.begin_link(tag),
            "pre" if self.pre.is_none() => {
                self.end_paragraph();
                self.pre = Some(String::new());
                Effect::Pre
            }
            "ul" => self.frame(Kind::List(None, Vec::new())),
            "ol" => {
                let first = tag.get("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                self.frame(Kind::List(Some(first), Vec::new()))
            }
            "blockquote" => self.frame(Kind::Quote),
            "table" => self.frame(Kind::Table(Vec::new())),
            "li" | "tr" | "td" | "th" => self.within(tag),
            "p" if tag.get("class").is_some_and(|class| class.contains("Mso")) => {
                self.break_lines(1);
                Effect::OfficeLine(self.letters)
            }
            "p" | "dl" => self.lines(2),
            "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav" | "form" | "dt" | "dd"
            | "address" | "center" | "figure" | "body" | "caption" | "fieldset" => self.lines(1),
            _ => Effect::Nothing,
        }
    }

    /// What belongs into a list or a table only.
    fn within(&mut self, tag: &Tag) -> Effect {
        self.end_paragraph();
        let top = self.frames.last_mut().map(|frame| &mut frame.kind);
        match (tag.name.as_str(), top) {
            ("li", Some(Kind::List(..))) => match self.frame(Kind::Plain) {
                Effect::Frame => Effect::Item,
                other => other,
            },
            ("tr", Some(Kind::Table(rows))) => {
                rows.push(Vec::new());
                Effect::Nothing
            }
            (name @ ("td" | "th"), Some(Kind::Table(_))) => match self.frame(Kind::Plain) {
                Effect::Frame => Effect::Cell(name == "th"),
                other => other,
            },
            _ => Effect::Lines(1),
        }
    }

    fn lines(&mut self, count: usize) -> Effect {
        self.break_lines(count);
        Effect::Lines(count)
    }

    fn frame(&mut self, kind: Kind) -> Effect {
        self.end_paragraph();
        if self.frames.len() >= FRAMES_MAX || self.pre.is_some() {
            return Effect::Lines(1);
        }
        self.frames.push(Frame::of(kind));
        Effect::Frame
    }

    fn end_frame(&mut self) {
        self.end_paragraph();
        let Some(mut frame) = self.frames.pop() else { return };
        match std::mem::replace(&mut frame.kind, Kind::Plain) {
            Kind::Plain => frame.into_blocks().into_iter().for_each(|block| self.block(block)),
            Kind::Quote => self.some(frame.into_blocks(), Block::Quote),
            Kind::Fold(why) => self.some(frame.into_blocks(), |blocks| Block::Fold(why, blocks)),
            Kind::List(first, items) => {
                // What stands in a list but in no point of it comes before it.
                frame.into_blocks().into_iter().for_each(|block| self.block(block));
                if !items.is_empty() {
                    self.block(Block::List { first, items });
                }
            }
            Kind::Table(rows) => {
                frame.into_blocks().into_iter().for_each(|block| self.block(block));
                table::blocks(rows).into_iter().for_each(|block| self.block(block));
            }
        }
    }

    fn some(&mut self, blocks: Vec<Block>, into: impl Fn(Vec<Block>) -> Block) {
        if !blocks.is_empty() {
            self.block(into(blocks));
        }
    }

    fn end_item(&mut self) {
        self.end_paragraph();
        let Some(item) = self.frames.pop().map(Frame::into_blocks) else { return };
        if let Some(Frame { kind: Kind::List(_, items), .. }) = self.frames.last_mut()
            && !item.is_empty()
        {
            items.push(item);
        }
    }

    fn end_cell(&mut self, head: bool) {
        self.end_paragraph();
        let Some(blocks) = self.frames.pop().map(Frame::into_blocks) else { return };
        if let Some(Frame { kind: Kind::Table(rows), .. }) = self.frames.last_mut() {
            match rows.last_mut() {
                Some(row) => row.push(RawCell { head, blocks }),
                None => rows.push(vec![RawCell { head, blocks }]),
            }
        }
    }

    /// Notes that an earlier mail begins here, if a mail program says so.
    fn mark(&mut self, tag: &Tag) {
        if hints::of(tag) == Some(Hint::QuoteFromHere)
            && let Some(frame) = self.frames.last_mut()
        {
            frame.quoted_from.get_or_insert(frame.blocks.len());
        }
    }

    fn begin_link(&mut self, tag: &Tag) -> Effect {
        let Some(to) = tag.get("href").and_then(address::link).filter(|_| self.link.is_none()) else {
            return Effect::Nothing;
        };
        self.bytes += to.len();
        self.link = Some((to, Vec::new()));
        Effect::Link
    }

    fn end_link(&mut self) {
        if let Some((to, words)) = self.link.take()
            && !words.is_empty()
        {
            self.line.push(Inline::Link { to, words });
        }
    }

    fn line_break(&mut self) {
        match &mut self.pre {
            Some(pre) => pre.push('\n'),
            None => self.breaks = (self.breaks + 1).min(2),
        }
    }

    fn break_lines(&mut self, count: usize) {
        self.breaks = self.breaks.max(count);
    }

    fn is_at_start(&self) -> bool {
        self.line.is_empty() && self.link.as_ref().is_none_or(|(_, words)| words.is_empty())
    }

    /// Writes what is due before the next word.
    fn begin_word(&mut self) {
        if self.breaks >= 2 {
            self.end_paragraph();
        } else if !self.is_at_start() {
            if self.breaks == 1 {
                self.piece(Inline::Break);
            } else if self.space {
                self.space_out();
            }
        }
        self.breaks = 0;
        self.space = false;
    }

    /// A space belongs to the words before it, so that stress and links begin with a word.
    fn space_out(&mut self) {
        self.bytes += 1;
        let line = match &mut self.link {
            Some((_, words)) if !words.is_empty() => words,
            _ => &mut self.line,
        };
        match line.last_mut() {
            Some(Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text)) => text.push(' '),
            _ if self.nodes < NODES_MAX => line.push(Inline::Text(" ".to_owned())),
            _ => {}
        }
    }

    fn put(&mut self, c: char) {
        self.letters += 1;
        self.bytes += c.len_utf8();
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        let line = self.link.as_mut().map_or(&mut self.line, |(_, words)| words);
        match line.last_mut() {
            Some(Inline::Strong(text)) if strong => text.push(c),
            Some(Inline::Emphasis(text)) if emphasis && !strong => text.push(c),
            Some(Inline::Text(text)) if !strong && !emphasis => text.push(c),
            _ if strong => self.piece(Inline::Strong(c.into())),
            _ if emphasis => self.piece(Inline::Emphasis(c.into())),
            _ => self.piece(Inline::Text(c.into())),
        }
    }

    fn piece(&mut self, piece: Inline) {
        if self.has_room() {
            self.link.as_mut().map_or(&mut self.line, |(_, words)| words).push(piece);
        }
    }

    fn has_room(&mut self) -> bool {
        self.nodes += 1;
        self.cut |= self.nodes > NODES_MAX;
        self.nodes <= NODES_MAX
    }

    /// Ends the words in a row; a link goes on in the next ones.
    fn end_paragraph(&mut self) {
        (self.breaks, self.space) = (0, false);
        if let Some((to, words)) = &mut self.link
            && !words.is_empty()
        {
            self.line.push(Inline::Link { to: to.clone(), words: std::mem::take(words) });
        }
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.block(Block::Paragraph(line));
        }
    }

    fn block(&mut self, block: Block) {
        if self.has_room()
            && let Some(frame) = self.frames.last_mut()
        {
            frame.blocks.push(block);
        }
    }

    fn picture(&mut self, tag: &Tag) {
        let alt: String = tag.get("alt").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        // Pictures of emoji say what they are.
        if !alt.is_empty() && alt.chars().count() <= 4 && !alt.is_ascii() {
            return self.text(&alt);
        }
        let Some(source) = tag.get("src").and_then(address::picture) else { return };
        let is_remote = matches!(source, Source::Remote(_));
        if hints::is_pixel(tag) {
            self.trackers += u32::from(is_remote);
            return;
        }
        self.pictures += 1;
        if self.pictures > PICTURES_MAX || self.bytes >= BYTES_MAX || self.pre.is_some() {
            self.cut = true;
            return;
        }
        self.remote += u32::from(is_remote);
        let alt: String = alt.chars().filter(|c| !is_unseen(*c)).take(ALT_MAX).collect();
        self.begin_word();
        self.letters += 1;
        self.bytes += alt.len() + 200;
        self.piece(Inline::Picture { source, alt });
    }
}
