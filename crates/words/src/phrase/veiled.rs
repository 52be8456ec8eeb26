//! Words behind signs: `f**k`, `sh1t`, `h3lvete`. Knows only how signs stand for letters.

/// Whether a written word is this one with some of its letters replaced by signs or digits. One whose letters are all
/// there is not veiled.
pub fn veils(written: &str, word: &str) -> bool {
    let bare = written.trim_end_matches('*');
    if bare == word && bare.len() < written.len() {
        // **word**: printed bold.
        return true;
    }
    let (mut letters, mut signs, mut digits) = (0, 0, 0);
    let mut one = written.chars();
    let mut other = word.chars();
    loop {
        match (one.next(), other.next()) {
            (None, None) => break,
            (Some(sign), Some(letter)) => match sign {
                '*' | '#' | '%' | '_' => signs += 1,
                '@' if matches!(letter, 'a' | 'å' | 'ä' | 'æ' | 'e' | 'o') => signs += 1,
                '$' if letter == 's' => signs += 1,
                _ if sign == letter => letters += 1,
                _ if digit(sign) == Some(letter) => digits += 1,
                _ => return false,
            },
            _ => return false,
        }
    }
    // One letter and stars are a word only to who wants to read it; two dashes for a name are none.
    let begins = written.chars().next() == word.chars().next() || !written.starts_with(['*', '#', '_', '%']);
    let enough = letters >= 2 || (letters == 1 && signs >= 3);
    begins && enough && signs + digits > 0 && (digits == 0 || letters + signs >= 3 || digits < letters)
}

const fn digit(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        _ => return None,
    })
}
