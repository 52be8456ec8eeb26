//! Which tables of a mail are tables: most only put things beside each other.

use conversations::document::{Block, Cell, Inline};

/// Most places in a row.
const COLUMNS_MAX: usize = 12;
/// Longest words of one place, in bytes.
const WORDS_MAX: usize = 500;

/// A place of a table as it was found.
pub(super) struct RawCell {
    /// Whether it names its column or row.
    pub head: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A table of short words as rows; of anything else what stands in it, one after the other.
pub(super) fn blocks(rows: Vec<Vec<RawCell>>) -> Vec<Block> {
    let filled = |row: &&Vec<RawCell>| row.iter().filter(|cell| !cell.blocks.is_empty()).count() >= 2;
    let is_table = rows.iter().filter(filled).count() >= 2
        && rows.iter().all(|row| row.len() <= COLUMNS_MAX && row.iter().all(is_plain));
    if !is_table {
        return rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
    }
    let cell =
        |cell: RawCell| Cell { head: cell.head, words: cell.blocks.into_iter().find_map(words).unwrap_or_default() };
    let row = |row: Vec<RawCell>| -> Vec<Cell> { row.into_iter().map(cell).collect() };
    let filled = |row: &Vec<Cell>| row.iter().any(|cell| !cell.words.is_empty());
    vec![Block::Rows(rows.into_iter().map(row).filter(filled).collect())]
}

fn words(block: Block) -> Option<Vec<Inline>> {
    match block {
        Block::Paragraph(words) => Some(words),
        _ => None,
    }
}

fn is_plain(cell: &RawCell) -> bool {
    match cell.blocks.as_slice() {
        [] => true,
        [Block::Paragraph(words)] => length(words).is_some_and(|length| length <= WORDS_MAX),
        _ => false,
    }
}

/// Bytes of the words; `None` where there is a picture, since those stand in frames of other things.
fn length(words: &[Inline]) -> Option<usize> {
    words.iter().try_fold(0_usize, |sum, piece| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => Some(sum + text.len()),
        Inline::Break => Some(sum),
        Inline::Link { words, .. } => Some(sum + length(words)?),
        Inline::Picture { .. } => None,
    })
}
