//! What somebody types becomes things to be done: one a line, none of them empty or endless.

/// Characters of one thing.
pub const TEXT_MAX: usize = 200;
/// Things on the checklist of one conversation.
pub const ITEMS_MAX: usize = 100;

/// One thing as it is kept: one line, without what separates things from each other.
#[must_use]
pub fn item(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control() || c == '|').collect();
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(TEXT_MAX).collect();
    (!short.is_empty()).then_some(short)
}

/// The things in a text, one a line or with `|` between them.
#[must_use]
pub fn items(text: &str) -> Vec<String> {
    text.split(['\n', '|']).filter_map(item).take(ITEMS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_thing_and_nothing_is_none() {
        assert_eq!(items(" Call  Kari \r\n\n|Order the part|\t"), ["Call Kari", "Order the part"]);
        assert!(items(" \n|").is_empty());
        assert_eq!(item("a\u{0}b|c").as_deref(), Some("a b c"));
        assert_eq!(item(&"å".repeat(500)).map(|one| one.chars().count()), Some(TEXT_MAX));
        assert_eq!(items(&"x\n".repeat(500)).len(), ITEMS_MAX);
    }
}
