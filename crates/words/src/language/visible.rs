//! What of a text is looked at: its first few thousand letters, without quotes, signatures and addresses.

use std::borrow::Cow;

use crate::reply::{self, Kind};

/// More text than this says nothing new.
const FIRST_BYTES: usize = 1536;
/// A text is taken apart into reply and quote no further than this.
const SPLIT_BYTES: usize = 64 * 1024;
/// Nobody's word is longer; a long run of letters is no word.
const LONGEST_WORD: usize = 40;

/// The beginning of what somebody newly wrote, without quotes and signatures; all of it when there is nothing else.
pub fn visible(text: &str) -> Cow<'_, str> {
    let parts = reply::split(&text[..text.floor_char_boundary(SPLIT_BYTES)]);
    let pieces = parts.iter().filter(|(kind, _)| *kind == Kind::Own).map(|(_, words)| words);
    let mut own = beginning(pieces.flat_map(str::lines));
    if !own.chars().any(char::is_alphabetic) {
        // A reply may stand below a very long quote.
        own = beginning(text.lines());
    }
    if own.chars().any(char::is_alphabetic) {
        own.truncate(own.floor_char_boundary(FIRST_BYTES));
        Cow::Owned(own)
    } else {
        Cow::Borrowed(&text[..text.floor_char_boundary(FIRST_BYTES)])
    }
}

/// The first lines that are not marked as quoted: between answers they are shown, but somebody else wrote them.
fn beginning<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let mut own = String::new();
    for line in lines.filter(|line| !line.trim_start().starts_with('>')) {
        own.push_str(&line[..line.floor_char_boundary(FIRST_BYTES)]);
        own.push('\n');
        if own.len() >= FIRST_BYTES {
            break;
        }
    }
    own
}

/// The words of a text in small letters. Web and mail addresses are no words, nor is anything with a digit.
pub fn words(text: &str) -> Vec<String> {
    let pieces = text.split_whitespace().filter(|piece| !is_address(piece));
    pieces.flat_map(split).collect()
}

fn is_address(piece: &str) -> bool {
    piece.contains("://") || piece.contains('@') || piece.starts_with("www.")
}

fn split(piece: &str) -> impl Iterator<Item = String> {
    let parts = piece.split(|letter: char| !(letter.is_alphanumeric() || is_apostrophe(letter) || is_mark(letter)));
    parts.filter_map(|part| {
        let part = part.trim_matches(is_apostrophe);
        let fits = part.chars().any(char::is_alphabetic)
            && part.chars().count() <= LONGEST_WORD
            && !part.chars().any(char::is_numeric);
        fits.then(|| compose(&part.to_lowercase()))
    })
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// The marks that some programs write after a letter: ring, two dots, accents.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{308}' | '\u{30a}')
}

/// Puts letters and their marks together again (å typed as a and a ring), and makes apostrophes one.
fn compose(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        let joined = match (out.chars().next_back(), letter) {
            (Some('a'), '\u{30a}') => Some('å'),
            (Some('a'), '\u{308}') => Some('ä'),
            (Some('o'), '\u{308}') => Some('ö'),
            (Some('u'), '\u{308}') => Some('ü'),
            (Some('e'), '\u{301}') => Some('é'),
            _ => None,
        };
        match joined {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None if letter == '’' => out.push('\''),
            None if is_mark(letter) => {}
            None => out.push(letter),
        }
    }
    out
}

/// Whether most letters are of a script that none of the five is written in.
pub fn foreign_script(words: &[String]) -> bool {
    let (mut latin, mut foreign) = (0_usize, 0_usize);
    for letter in words.iter().flat_map(|word| word.chars()) {
        // Latin with all its additions ends at U+024F; U+1E00 to U+1EFF are more of it.
        match u32::from(letter) {
            0..=0x24f | 0x1e00..=0x1eff => latin += 1,
            _ => foreign += 1,
        }
    }
    foreign > latin
}
