//! In which characters a file is written, told by looking at it. Pure.
//!
//! What table programs of the last forty years write: UTF-8, UTF-16, and three sets of 256 characters. The first two
//! can be told for sure, the others by how many letters of our languages come out.

use std::str;

/// Characters above the first 128 of three old sets, in their order.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
                       ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\
                         ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
                   ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The letters that names and places of our languages are full of.
const OURS: &str = "æøåäöéüÆØÅÄÖÉÜèàóá";

/// A set of characters in which a file may be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8.
    #[default]
    Utf8,
    /// What Windows wrote in Western Europe.
    Windows,
    /// What old Macintosh computers wrote.
    Macintosh,
    /// What DOS wrote, and some cash registers still do.
    Dos,
}

impl Charset {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows, Self::Macintosh, Self::Dos];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows => "windows-1252",
            Self::Macintosh => "macintosh",
            Self::Dos => "cp850",
        }
    }

    /// Reads [`Charset::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The text that these bytes are. What is no text is shown as such (U+FFFD).
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        let table = match self {
            Self::Utf8 => return String::from_utf8_lossy(bytes).into_owned(),
            Self::Windows => WINDOWS,
            Self::Macintosh => MACINTOSH,
            Self::Dos => DOS,
        };
        if bytes.is_ascii() {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        let table: Vec<char> = table.chars().collect();
        let one = |byte: &u8| match byte.checked_sub(128) {
            None => char::from(*byte),
            Some(place) => table.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
        };
        bytes.iter().map(one).collect()
    }

    /// The set in which `bytes`, the beginning of a file, most likely are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        match str::from_utf8(bytes) {
            Ok(_) => return Self::Utf8,
            // The last character may be cut.
            Err(error) if error.error_len().is_none() => return Self::Utf8,
            Err(_) => {}
        }
        let high: Vec<u8> = bytes.iter().copied().filter(|byte| *byte >= 128).collect();
        let weight = |charset: Self| -> i64 {
            let worth = |c: char| if OURS.contains(c) { 3 } else { i64::from(c.is_alphabetic()) - 2 };
            charset.decode(&high).chars().map(worth).sum()
        };
        // The first of the best: Windows is by far the likeliest.
        let old = [Self::Windows, Self::Macintosh, Self::Dos];
        let best = old.into_iter().map(weight).max().unwrap_or_default();
        old.into_iter().find(|one| weight(*one) == best).unwrap_or(Self::Windows)
    }
}

/// Takes a file in, piece by piece: what is UTF-16 becomes UTF-8, and the mark at its beginning goes.
#[derive(Debug, Default)]
pub struct Intake {
    /// What waits until there is enough to tell.
    held: Vec<u8>,
    /// Which byte of two comes first; nothing for all that is not UTF-16.
    wide: Option<Option<bool>>,
    /// The first half of a character beyond the first 65,536.
    half: Option<u16>,
}

/// As many bytes tell for sure.
const ENOUGH: usize = 1024;

impl Intake {
    /// What to keep of the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.held.extend_from_slice(bytes);
        if self.wide.is_none() && self.held.len() < ENOUGH { Vec::new() } else { self.pass_on() }
    }

    /// What is left at the end.
    pub fn end(&mut self) -> Vec<u8> {
        let mut rest = self.pass_on();
        if !self.held.is_empty() || self.half.is_some() {
            rest.extend_from_slice("\u{fffd}".as_bytes());
        }
        rest
    }

    fn pass_on(&mut self) -> Vec<u8> {
        if self.wide.is_none() {
            let (wide, mark) = look(&self.held);
            self.held.drain(..mark);
            self.wide = Some(wide);
        }
        let Some(Some(big)) = self.wide else { return std::mem::take(&mut self.held) };
        let (mut text, pairs) = (String::new(), self.held.len() / 2);
        for pair in self.held[..pairs * 2].as_chunks::<2>().0 {
            let unit = if big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
            let units = self.half.take().into_iter().chain([unit]).collect::<Vec<_>>();
            if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
                self.half = Some(unit);
                continue;
            }
            text.extend(char::decode_utf16(units).map(|one| one.unwrap_or('\u{fffd}')));
        }
        self.held.drain(..pairs * 2);
        text.into_bytes()
    }
}

/// Whether these are bytes of UTF-16, the first byte of two first or not, and how long the mark before the text is.
fn look(bytes: &[u8]) -> (Option<bool>, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return (None, 3),
        [0xff, 0xfe, ..] => return (Some(false), 2),
        [0xfe, 0xff, ..] => return (Some(true), 2),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(ENOUGH)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    // Most letters of ours have a zero beside them there, on one side of them.
    match (zeros(0), zeros(1)) {
        (high, low) if half > 1 && low * 2 > half && high * 10 < low => (Some(false), 0),
        (high, low) if half > 1 && high * 2 > half && low * 10 < high => (Some(true), 0),
        _ => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_are_whole_and_told_apart_by_the_letters_of_our_languages() {
        for table in [WINDOWS, MACINTOSH, DOS] {
            assert_eq!(table.chars().count(), 128);
        }
        let text = "Navn;Sted\r\nÅse Bjørnæs;Tromsø\r\nGöran Lindström;Malmö\r\n";
        for charset in [Charset::Windows, Charset::Macintosh, Charset::Dos] {
            let table = match charset {
                Charset::Windows => WINDOWS,
                Charset::Macintosh => MACINTOSH,
                _ => DOS,
            };
            let byte = |c: char| match table.chars().position(|one| one == c) {
                Some(place) if !c.is_ascii() => 128 + u8::try_from(place).expect("128 places"),
                _ => u8::try_from(c).expect("ASCII"),
            };
            let bytes: Vec<u8> = text.chars().map(byte).collect();
            assert_eq!(Charset::of(&bytes), charset);
            assert_eq!(charset.decode(&bytes), text);
        }
        assert_eq!(Charset::of(text.as_bytes()), Charset::Utf8);
        let cut = &text.as_bytes()[..text.find('ø').expect("there") + 1];
        assert_eq!(Charset::of(cut), Charset::Utf8, "the last character is cut");
        assert_eq!(Charset::of(b"Hello"), Charset::Utf8);
        assert_eq!(Charset::of(b""), Charset::Utf8);
        for charset in Charset::ALL {
            assert_eq!(Charset::from_code(charset.code()), Some(charset));
            assert!(!charset.decode(&(0..=255).collect::<Vec<u8>>()).is_empty());
        }
    }

    fn taken(bytes: &[u8], piece: usize) -> String {
        let mut intake = Intake::default();
        let mut kept: Vec<u8> = bytes.chunks(piece).flat_map(|piece| intake.push(piece)).collect();
        kept.extend(intake.end());
        String::from_utf8_lossy(&kept).into_owned()
    }

    #[test]
    fn wide_characters_become_narrow_ones_however_they_are_cut() {
        let text = format!("Navn\tSted\r\nÅse 😀\tTromsø\r\n{}", "Kari\tHamar\r\n".repeat(300));
        let wide = |big: bool| {
            let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            text.encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        for (big, mark) in [(false, &[0xff, 0xfe][..]), (true, &[0xfe, 0xff]), (false, &[]), (true, &[])] {
            let bytes = [mark, &wide(big)].concat();
            for piece in [1, 3, 1000, 100_000] {
                assert_eq!(taken(&bytes, piece), text, "{big} {mark:?} in pieces of {piece}");
            }
        }
        let narrow = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
        assert_eq!((taken(&narrow, 7), taken(text.as_bytes(), 7)), (text.clone(), text));
        assert_eq!(taken(b"a", 1), "a");
        assert_eq!(taken(b"", 1), "");
        assert_eq!(taken(&[0xff, 0xfe, b'a'], 1), "\u{fffd}", "half a character at the end");
    }
}
