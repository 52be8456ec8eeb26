//! What of a document is folded away: earlier mails and signatures.
//!
//! The words decide, by the same rule as for mails of plain text (`words::reply`); what the markup of mail
//! programs says (`hints`) comes to its help. Nothing is folded where nothing would remain.

use conversations::document::{Block, Fold, Inline};
use words::forward;
use words::reply::{self, Kind};

/// Deepest that quotes are marked for the rule.
const MARKS_MAX: usize = 10;

/// A line or a block that is folded as a whole.
struct Unit {
    block: Block,
    /// The paragraph it is a line of.
    paragraph: Option<usize>,
    hint: Option<Fold>,
    /// Where its words begin in the text.
    at: usize,
}

/// Folds what a reader knows already.
pub(super) fn fold(blocks: Vec<Block>) -> Vec<Block> {
    let mut units = Units::default();
    for block in blocks {
        units.add(block, None);
    }
    let Units { mut all, text, .. } = units;
    let kinds = kinds(&all, &text);
    let mut out: Vec<(Kind, Vec<Block>, Option<usize>)> = Vec::new();
    for (unit, kind) in all.drain(..).zip(kinds) {
        match out.last_mut() {
            Some((last, blocks, paragraph)) if *last == kind => {
                append(blocks, unit.block, unit.paragraph.is_some() && *paragraph == unit.paragraph);
                *paragraph = unit.paragraph;
            }
            _ => out.push((kind, vec![unit.block], unit.paragraph)),
        }
    }
    let wrap = |(kind, blocks, _)| match kind {
        Kind::Own => blocks,
        Kind::Quote => vec![Block::Fold(Fold::Quote, blocks)],
        Kind::Signature => vec![Block::Fold(Fold::Signature, blocks)],
    };
    out.into_iter().flat_map(wrap).collect()
}

/// Adds a block, or a line to the paragraph that it was cut from.
fn append(blocks: &mut Vec<Block>, block: Block, goes_on: bool) {
    match (blocks.last_mut(), block) {
        (Some(Block::Paragraph(words)), Block::Paragraph(more)) if goes_on => {
            words.push(Inline::Break);
            words.extend(more);
        }
        (_, block) => blocks.push(block),
    }
}

fn kinds(units: &[Unit], text: &str) -> Vec<Kind> {
    let parts = reply::split(text);
    // What somebody hands on is new to us, though its words look like an earlier mail's.
    let handed_on = forward::is_announced(text);
    let mut pieces = parts.pieces().iter().peekable();
    let of = |unit: &Unit| {
        while pieces.next_if(|piece| piece.range.end <= unit.at).is_some() {}
        match unit.hint {
            Some(Fold::Quote) => Kind::Quote,
            Some(Fold::Signature) => Kind::Signature,
            None => match pieces.peek().map_or(Kind::Own, |piece| piece.kind) {
                Kind::Quote if handed_on => Kind::Own,
                kind => kind,
            },
        }
    };
    let mut kinds: Vec<Kind> = units.iter().map(of).collect();
    if !kinds.contains(&Kind::Own) {
        kinds.fill(Kind::Own);
    }
    kinds
}

#[derive(Default)]
struct Units {
    all: Vec<Unit>,
    text: String,
    paragraphs: usize,
}

impl Units {
    fn add(&mut self, block: Block, hint: Option<Fold>) {
        match block {
            Block::Fold(why, blocks) => self.container(why, blocks),
            Block::Paragraph(words) => {
                self.paragraphs += 1;
                self.text.push('\n');
                for line in words.split(|piece| *piece == Inline::Break) {
                    let at = self.mark(hint);
                    write_line(&mut self.text, line);
                    self.text.push('\n');
                    let block = Block::Paragraph(line.to_vec());
                    self.all.push(Unit { block, paragraph: Some(self.paragraphs), hint, at });
                }
            }
            block => {
                self.text.push('\n');
                let at = self.text.len();
                write_block(&mut self.text, &block, usize::from(hint == Some(Fold::Quote)));
                self.all.push(Unit { block, paragraph: None, hint, at });
            }
        }
    }

    /// Marks a line as quoted if the markup says so; also says where the line begins.
    fn mark(&mut self, hint: Option<Fold>) -> usize {
        let at = self.text.len();
        if hint == Some(Fold::Quote) {
            self.text.push_str("> ");
        }
        at
    }

    /// What a mail program put around an earlier mail or a signature. Words after a quote in there are an
    /// answer to it, and what is forwarded is new to us: the rule for words decides about both.
    fn container(&mut self, why: Fold, blocks: Vec<Block>) {
        let forwarded = why == Fold::Quote && blocks.first().is_some_and(is_forward_line);
        let mut after_quote = false;
        for block in blocks {
            let answers = why == Fold::Quote && after_quote && !matches!(block, Block::Quote(_) | Block::Fold(..));
            after_quote |= matches!(block, Block::Quote(_));
            self.add(block, (!forwarded && !answers).then_some(why));
        }
    }
}

/// `---------- Forwarded message ---------`, in whatever language.
fn is_forward_line(block: &Block) -> bool {
    let Block::Paragraph(words) = block else { return false };
    let mut line = String::new();
    write_line(&mut line, words);
    line.starts_with("-----")
}

fn write_line(out: &mut String, words: &[Inline]) {
    for piece in words {
        match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Link { words, .. } => write_line(out, words),
            // A picture is something to read, too.
            Inline::Picture { .. } => out.push('▢'),
        }
    }
}

fn write_block(out: &mut String, block: &Block, depth: usize) {
    let mut line = |write: &dyn Fn(&mut String)| {
        out.push_str(&">".repeat(depth.min(MARKS_MAX)));
        if depth > 0 {
            out.push(' ');
        }
        write(out);
        out.push('\n');
    };
    match block {
        Block::Paragraph(words) => {
            words.split(|piece| *piece == Inline::Break).for_each(|words| line(&|out| write_line(out, words)));
        }
        Block::Pre(text) => text.lines().for_each(|text| line(&|out| out.push_str(text))),
        Block::Rule => line(&|out| out.push_str("________________________________")),
        Block::Rows(rows) => rows.iter().for_each(|row| {
            line(&|out| {
                row.iter().for_each(|cell| {
                    write_line(out, &cell.words);
                    out.push(' ');
                })
            });
        }),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| write_block(out, block, depth)),
        Block::Quote(inner) => inner.iter().for_each(|block| write_block(out, block, depth + 1)),
        Block::Fold(_, inner) => inner.iter().for_each(|block| write_block(out, block, depth)),
    }
}
