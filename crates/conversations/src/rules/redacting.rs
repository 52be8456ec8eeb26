//! Taking words out of what was said: which stretches go, and the same text and document without them. It knows
//! neither who may do it nor where the words lie besides.

use std::ops::Range;

use words::private::cards;

use crate::document::{Block, Cell, Document, Inline, Source};
use crate::model::Message;

/// What stands in place of words that were taken out.
pub const MARK: &str = "•••••";
/// Characters of one stretch that is taken out.
pub const STRETCH_MAX: usize = 1000;
/// Stretches that are taken out at once.
pub const STRETCHES_MOST: usize = 50;

/// What is taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// These words, wherever they stand; how they are spaced does not matter.
    Words(Vec<String>),
    /// Card numbers, but for their last four digits.
    Cards,
}

impl Taken {
    /// The stretches that somebody typed, one a line.
    #[must_use]
    pub fn typed(lines: &str) -> Self {
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty() && line.chars().count() <= STRETCH_MAX);
        Self::Words(lines.take(STRETCHES_MOST).map(str::to_owned).collect())
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Words(words) if words.is_empty())
    }

    /// Whether it stands anywhere in a message: in what it says, in what its files are called and show, in the meeting
    /// that came with it, or in who one talked with.
    #[must_use]
    pub fn stands_in(&self, message: &Message) -> bool {
        let holds = |text: &str| self.out_of(text).is_some();
        let meeting = message.invite.as_ref().and_then(|invite| serde_json::to_string(invite).ok());
        holds(&message.body)
            || message.document.as_ref().is_some_and(|document| self.out_of_document(document).is_some())
            || message.attachments.iter().any(|file| holds(&file.name) || file.alt.as_deref().is_some_and(holds))
            || meeting.is_some_and(|meeting| holds(&meeting))
            || message.contact.as_ref().is_some_and(|contact| holds(&contact.with))
    }

    /// Where it stands, in order, with what comes in its place.
    fn cuts(&self, text: &str) -> Vec<(Range<usize>, String)> {
        match self {
            Self::Cards => cards::find(text).into_iter().map(|at| (at.clone(), cards::mask(&text[at]))).collect(),
            Self::Words(words) => {
                let mut found: Vec<_> = words.iter().flat_map(|stretch| places(text, stretch)).collect();
                found.sort_by_key(|at| (at.start, at.end));
                let mut cuts: Vec<(Range<usize>, String)> = Vec::new();
                for at in found {
                    match cuts.last_mut() {
                        Some((last, _)) if at.start < last.end => last.end = last.end.max(at.end),
                        _ => cuts.push((at, MARK.to_owned())),
                    }
                }
                cuts
            }
        }
    }

    /// The text without it; nothing when it does not stand there.
    #[must_use]
    pub fn out_of(&self, text: &str) -> Option<String> {
        let cuts = self.cuts(text);
        let mut rest = String::with_capacity(text.len());
        let mut at = 0;
        for (cut, instead) in &cuts {
            rest.push_str(&text[at..cut.start]);
            rest.push_str(instead);
            at = cut.end;
        }
        rest.push_str(&text[at..]);
        (!cuts.is_empty()).then_some(rest)
    }

    /// The document without it; nothing when it does not stand there. What runs over several paragraphs leaves no
    /// document at all: its text is shown instead.
    #[must_use]
    pub fn out_of_document(&self, document: &Document) -> Option<Option<Document>> {
        let mut after = document.clone();
        self.blocks(&mut after.blocks);
        let whole = said(&after.blocks);
        if !self.cuts(&whole).is_empty() {
            return Some(None);
        }
        (after != *document).then_some(Some(after))
    }

    /// As deep as the document, whose maker bounds it.
    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.line(words),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote(inner) | Block::Fold(_, inner) => self.blocks(inner),
                Block::Pre(text) => self.text(text),
                Block::Rows(rows) => rows.iter_mut().flatten().for_each(|cell: &mut Cell| self.line(&mut cell.words)),
                Block::Rule => {}
            }
        }
    }

    fn text(&self, text: &mut String) {
        if let Some(without) = self.out_of(text) {
            *text = without;
        }
    }

    /// Takes it out of a line, also where it runs over words of several looks.
    fn line(&self, words: &mut [Inline]) {
        for piece in words.iter_mut() {
            self.address(piece);
        }
        let mut whole = String::new();
        leaves(words, &mut |text| whole.push_str(text));
        let cuts = self.cuts(&whole);
        let mut at = 0;
        leaves(words, &mut |text| {
            let (start, end) = (at, at + text.len());
            at = end;
            let mut rest = String::new();
            let mut kept = start;
            for (cut, instead) in cuts.iter().filter(|(cut, _)| cut.start < end && cut.end > start) {
                rest.push_str(&whole[kept..cut.start.max(kept)]);
                if cut.start >= start {
                    rest.push_str(instead);
                }
                kept = cut.end.min(end);
            }
            rest.push_str(&whole[kept..end]);
            *text = rest;
        });
    }

    /// An address that holds it leads nowhere any more.
    fn address(&self, piece: &mut Inline) {
        match piece {
            Inline::Link { to, words } => {
                words.iter_mut().for_each(|piece| self.address(piece));
                if !self.cuts(to).is_empty() {
                    let mut said = String::new();
                    leaves(words, &mut |text| said.push_str(text));
                    *piece = Inline::Text(said);
                }
            }
            Inline::Picture { source: Source::Remote(url), alt } if !self.cuts(url).is_empty() => {
                *piece = Inline::Text(std::mem::take(alt));
            }
            _ => {}
        }
    }
}

/// All texts of a line, in order.
fn leaves(words: &mut [Inline], with: &mut impl FnMut(&mut String)) {
    for piece in words {
        match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => with(text),
            Inline::Picture { alt, .. } => with(alt),
            Inline::Link { words, .. } => leaves_of(words, with),
            Inline::Break => with(&mut "\n".to_owned()),
        }
    }
}

fn leaves_of(words: &mut [Inline], with: &mut dyn FnMut(&mut String)) {
    leaves(words, &mut |text| with(text));
}

/// Everything that blocks say, a line each.
fn said(blocks: &[Block]) -> String {
    let mut all = String::new();
    let line = |words: &[Inline], all: &mut String| {
        leaves(&mut words.to_vec(), &mut |text| all.push_str(text));
        all.push('\n');
    };
    for block in blocks {
        match block {
            Block::Paragraph(words) => line(words, &mut all),
            Block::List { items, .. } => items.iter().for_each(|item| all.push_str(&said(item))),
            Block::Quote(inner) | Block::Fold(_, inner) => all.push_str(&said(inner)),
            Block::Pre(text) => {
                all.push_str(text);
                all.push('\n');
            }
            Block::Rows(rows) => rows.iter().flatten().for_each(|cell| line(&cell.words, &mut all)),
            Block::Rule => {}
        }
    }
    all
}

/// Whether these words stand in a text one after the other, however they are spaced.
#[must_use]
pub fn stands(text: &str, words: &str) -> bool {
    !places(text, words).is_empty()
}

/// Where the words of a stretch stand one after the other, with any space between them.
fn places(text: &str, stretch: &str) -> Vec<Range<usize>> {
    let mut words = stretch.split_whitespace();
    let Some(first) = words.next() else { return Vec::new() };
    let rest: Vec<&str> = words.collect();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(first).map(|n| from + n) {
        let end = rest.iter().try_fold(start + first.len(), |at, word| {
            let behind = text[at..].trim_start();
            (behind.len() < text.len() - at && behind.starts_with(word)).then(|| text.len() - behind.len() + word.len())
        });
        from = match end {
            Some(end) => {
                found.push(start..end);
                end
            }
            None => start + first.len(),
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(all: &[&str]) -> Taken {
        Taken::Words(all.iter().map(|one| (*one).to_owned()).collect())
    }

    #[test]
    fn words_are_taken_out_wherever_they_stand_and_however_they_are_spaced() {
        let taken = words(&["my number", "Kari"]);
        assert_eq!(
            taken.out_of("Kari: my\n  number and my number, Kari").as_deref(),
            Some("•••••: ••••• and •••••, •••••")
        );
        assert_eq!(taken.out_of("mynumber"), None);
        assert!(stands("a  b\nc", "b c") && !stands("a b", "b c") && !stands("a", " "));
        assert_eq!(words(&["abc", "bcd"]).out_of("xabcdx").as_deref(), Some("x•••••x"), "those that overlap are one");
        assert_eq!(Taken::Cards.out_of("4111 1111 1111 1111!").as_deref(), Some("•••• •••• •••• 1111!"));
        assert_eq!(Taken::typed(" a \n\n b c\n"), words(&["a", "b c"]));
        assert!(Taken::typed(" \n").is_empty() && !Taken::Cards.is_empty());
    }

    fn document(blocks: Vec<Block>) -> Document {
        Document { blocks, ..Document::default() }
    }

    fn text(of: &str) -> Inline {
        Inline::Text(of.into())
    }

    #[test]
    fn words_of_several_looks_are_taken_out_of_a_document() {
        let link = Inline::Link { to: "tel:4111111111111111".into(), words: vec![text("1111 call")] };
        let before = document(vec![Block::Quote(vec![Block::Paragraph(vec![
            text("Card 4111 11"),
            Inline::Strong("11 1111 ".into()),
            link,
        ])])]);
        let after = Taken::Cards.out_of_document(&before).flatten().expect("it stood there");
        let expected = vec![text("Card •••• •••• •••• 1111"), Inline::Strong(String::new()), text(" call")];
        assert_eq!(after.blocks, [Block::Quote(vec![Block::Paragraph(expected)])]);
        assert_eq!(Taken::Cards.out_of_document(&after), None);
    }

    #[test]
    fn what_runs_over_paragraphs_leaves_no_document() {
        let before = document(vec![
            Block::Paragraph(vec![text("my secret")]),
            Block::List { first: None, items: vec![vec![Block::Pre("word is this".into())]] },
        ]);
        assert_eq!(words(&["secret word"]).out_of_document(&before), Some(None));
        let after = words(&["word is"]).out_of_document(&before).flatten().expect("it stood there");
        assert_eq!(after.blocks[1], Block::List { first: None, items: vec![vec![Block::Pre("••••• this".into())]] });
    }

    #[test]
    fn a_picture_elsewhere_and_a_cell_of_a_table_are_looked_at_too() {
        let picture = Inline::Picture { source: Source::Remote("https://a.example/?who=Kari".into()), alt: "x".into() };
        let cell = Cell { head: false, words: vec![text("Hei Kari"), Inline::Break, picture] };
        let before = document(vec![Block::Rows(vec![vec![cell]]), Block::Rule]);
        let after = words(&["Kari"]).out_of_document(&before).flatten().expect("it stood there");
        let cell = Cell { head: false, words: vec![text("Hei •••••"), Inline::Break, text("x")] };
        assert_eq!(after.blocks, [Block::Rows(vec![vec![cell]]), Block::Rule]);
    }
}
