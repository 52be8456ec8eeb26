//! One spelling for what people type in many: no case, no accents, `æ ø å` written out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds a word. `æ` and `ä` become `ae`, `ø` and `ö` become `oe`, `å` becomes `aa`: so Århus is found as Aarhus,
/// Björn as Bjørn, and `får` is never taken for `far`. Other accents go.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            folded.push(c);
        } else if let Some(out) = written_out(c) {
            folded.push_str(out);
        } else {
            decompose_compatible(c, |part| match written_out(part) {
                Some(out) => folded.push_str(out),
                None if is_combining_mark(part) => {}
                None => folded.extend(part.to_lowercase()),
            });
        }
    }
    folded
}

/// Letters that are more than another one with an accent.
const fn written_out(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' | 'ä' => "ae",
        'ø' | 'ö' | 'œ' => "oe",
        'å' => "aa",
        'ß' => "ss",
        'þ' => "th",
        'ð' | 'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        _ => return None,
    })
}
