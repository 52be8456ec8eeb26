//! Subjects of replies: one mark of answer in front, never two, whatever mail programs of many
//! languages put there.

use base::Language;

/// Marks of answers and forwards, without the colon, as mail programs of many languages write them.
const MARKS: [&str; 22] = [
    "re",
    "sv",
    "vs",
    "aw",
    "antw",
    "bls",
    "ref",
    "rv",
    "res",
    "odp",
    "ynt",
    "fwd",
    "fw",
    "vb",
    "wg",
    "vl",
    "tr",
    "enc",
    "trs",
    "videresendt",
    "回复",
    "答复",
];

/// The subject without marks of answers and forwards.
#[must_use]
pub fn base(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some(after) = without_mark(rest) {
        rest = after.trim_start();
    }
    rest
}

/// The subject of an answer, in the language it is written in.
#[must_use]
pub fn reply(subject: &str, language: Language) -> String {
    let mark = match language {
        Language::En => "Re",
        Language::Nb | Language::Sv | Language::Da => "Sv",
        Language::Id => "Bls",
    };
    format!("{mark}: {}", base(subject)).trim_end().to_owned()
}

/// The subject of a message that is passed on, in the language of the conversation.
#[must_use]
pub fn forward(subject: &str, language: Language) -> String {
    let mark = match language {
        Language::En => "Fwd",
        Language::Nb | Language::Da => "VS",
        Language::Sv => "VB",
        Language::Id => "Trs",
    };
    format!("{mark}: {}", base(subject)).trim_end().to_owned()
}

/// `Re:`, `RE :`, `Sv[2]:`, `AW(3):`.
fn without_mark(subject: &str) -> Option<&str> {
    let (before, after) = subject.split_once([':', '：'])?;
    let before = before.trim_end();
    let word = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | '^' | '*'));
    MARKS.contains(&word.to_lowercase().as_str()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_one_mark_in_its_language() {
        let cases = [
            ("Refund", "Refund"),
            ("Re: Refund", "Refund"),
            ("RE: re: Sv: SV: VS: Vs: Antw: Bls: Fwd: Refund", "Refund"),
            ("Re[2]: Refund", "Refund"),
            ("AW(3): Refund", "Refund"),
            ("RE : Refund", "Refund"),
            ("Re：Refund", "Refund"),
            ("  Re:Refund  ", "Refund"),
            ("Return: what now", "Return: what now"),
            ("Order 12: re: size", "Order 12: re: size"),
            ("Rekkje: to", "Rekkje: to"),
            ("Re:", ""),
            ("", ""),
        ];
        for (subject, expected) in cases {
            assert_eq!(base(subject), expected, "{subject:?}");
            for (language, mark) in [
                (Language::En, "Re:"),
                (Language::Nb, "Sv:"),
                (Language::Sv, "Sv:"),
                (Language::Da, "Sv:"),
                (Language::Id, "Bls:"),
            ] {
                let whole = if expected.is_empty() { mark.to_owned() } else { format!("{mark} {expected}") };
                assert_eq!(reply(subject, language), whole);
                assert_eq!(reply(&whole, language), whole, "not doubled");
                let passed_on = forward(&whole, language);
                assert_eq!(base(&passed_on), expected);
                assert_eq!(forward(&passed_on, language), passed_on, "not doubled");
            }
        }
    }
}
