//! Contact forms: which are whole, and what somebody who fills one in has said.

use base::Language;

use crate::model::{ContactForm, Kind, Question};

/// Questions of one form, at most.
pub const QUESTIONS_MOST: usize = 20;
/// Choices of one question, at most.
pub const CHOICES_MOST: usize = 50;
/// Forms of one business, at most.
pub const FORMS_MOST: usize = 50;
/// Characters of a name, a label or a choice, at most.
pub const LABEL_MOST: usize = 120;
/// Characters of what stands above a form, at most.
pub const LEAD_MOST: usize = 1000;
/// Characters of an answer in one line, and of one in several.
const LINE_MOST: usize = 300;
const TEXT_MOST: usize = 5000;

/// Why a form is not whole, or an answer will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has no name in any language.
    NoName,
    /// A question has no words.
    NoLabel,
    /// A choice offers less than two things, or not equally many in each language.
    Choices,
    /// It asks too much.
    TooManyQuestions,
    /// Too long.
    TooLong,
    /// There is no such department.
    NoSuchDepartment,
    /// An answer is missing.
    Missing,
    /// Not a number.
    NoNumber,
    /// Not a day of the calendar.
    NoDate,
    /// Not one of those that are offered.
    NotOffered,
}

impl Flaw {
    /// The message that says so.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoName => "forms-no-name",
            Self::NoLabel => "forms-no-label",
            Self::Choices => "forms-choices-wrong",
            Self::TooManyQuestions => "forms-too-many-questions",
            Self::TooLong => "forms-too-long",
            Self::NoSuchDepartment => "forms-no-department",
            Self::Missing => "contact-missing",
            Self::NoNumber => "contact-no-number",
            Self::NoDate => "contact-no-date",
            Self::NotOffered => "contact-not-offered",
        }
    }
}

/// What is wrong with a form: the field, and why. Fields are `names`, `leads`, `questions`, `labels-2`, `choices-2`.
#[must_use]
pub fn flaws(form: &ContactForm) -> Vec<(String, Flaw)> {
    let mut found = Vec::new();
    let mut check = |wrong: bool, field: String, flaw| {
        if wrong && found.iter().all(|(known, _)| *known != field) {
            found.push((field, flaw));
        }
    };
    let long = |texts: &crate::model::Texts, most: usize| texts.0.values().any(|text| text.chars().count() > most);
    check(form.names.is_empty(), "names".into(), Flaw::NoName);
    check(long(&form.names, LABEL_MOST), "names".into(), Flaw::TooLong);
    check(long(&form.leads, LEAD_MOST), "leads".into(), Flaw::TooLong);
    check(form.questions.len() > QUESTIONS_MOST, "questions".into(), Flaw::TooManyQuestions);
    for (at, question) in form.questions.iter().enumerate() {
        check(question.labels.is_empty(), format!("labels-{at}"), Flaw::NoLabel);
        check(long(&question.labels, LABEL_MOST), format!("labels-{at}"), Flaw::TooLong);
        check(question.kind == Kind::Choice && !choices_hold(question), format!("choices-{at}"), Flaw::Choices);
    }
    found
}

fn choices_hold(question: &Question) -> bool {
    let mut counts = question.choices.values().filter(|all| !all.is_empty()).map(Vec::len);
    let Some(first) = counts.next() else { return false };
    let short = |all: &Vec<String>| all.iter().all(|one| !one.is_empty() && one.chars().count() <= LABEL_MOST);
    (2..=CHOICES_MOST).contains(&first) && counts.all(|count| count == first) && question.choices.values().all(short)
}

/// What was answered to one question: the words that colleagues read. Nothing answered is `None`.
///
/// A choice is answered by its number, from 0, so that it holds in every language.
///
/// # Errors
/// Why the answer will not do.
pub fn answer(question: &Question, given: &str, language: Language, usual: Language) -> Result<Option<String>, Flaw> {
    let given = given.trim();
    if given.is_empty() {
        return if question.required { Err(Flaw::Missing) } else { Ok(None) };
    }
    let within = |most: usize| if given.chars().count() <= most { Ok(given.to_owned()) } else { Err(Flaw::TooLong) };
    let said = match question.kind {
        Kind::Line => within(LINE_MOST)?.split_whitespace().collect::<Vec<_>>().join(" "),
        Kind::Text => within(TEXT_MOST)?,
        Kind::Number => number(given).ok_or(Flaw::NoNumber)?,
        Kind::Date => given.parse::<jiff::civil::Date>().map_err(|_| Flaw::NoDate)?.to_string(),
        Kind::Choice => {
            let offered = question.offered(language, usual);
            let chosen = given.parse().ok().and_then(|at: usize| offered.get(at));
            chosen.ok_or(Flaw::NotOffered)?.clone()
        }
        // What is ticked says more than "yes" in a language that the colleague may not speak.
        Kind::Tick => "✓".to_owned(),
    };
    Ok(Some(said))
}

/// A number as people write it: `12`, `-3`, `1 200,50`, `1200.5`. Kept as digits with a point.
fn number(given: &str) -> Option<String> {
    let plain: String = given.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (plain.len() <= 30 && all_digits(whole) && all_digits(part)).then_some(plain)
}

/// The words and what was answered besides, as one text: questions with their answers below the words.
#[must_use]
pub fn letter(words: &str, answers: &[(String, String)]) -> String {
    let mut text = words.trim().to_owned();
    if !answers.is_empty() {
        text.push_str("\n\n");
        for (label, said) in answers {
            let gap = if said.contains('\n') { "\n" } else { " " };
            text.push_str(&format!("{}:{gap}{said}\n", label.trim_end_matches([':', ' '])));
        }
    }
    text.trim().to_owned()
}

/// The place in the address for a form of this name: `Retur og bytte` is `retur-og-bytte`. Another number is put
/// behind it while `taken` says that there is one.
#[must_use]
pub fn slug(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut plain = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            'æ' | 'ä' => plain.push_str("ae"),
            'ø' | 'ö' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            'é' | 'è' | 'ê' => plain.push('e'),
            _ if !plain.ends_with('-') && !plain.is_empty() => plain.push('-'),
            _ => {}
        }
    }
    let plain: String = plain.chars().take(40).collect();
    let plain = if plain.trim_matches('-').is_empty() { "form" } else { plain.trim_matches('-') };
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    std::iter::once(plain.to_owned()).chain(numbered).find(|slug| !taken(slug)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Texts;

    const EN: Language = Language::En;

    fn question(kind: Kind, required: bool) -> Question {
        let labels = Texts([(EN, "Order number".to_owned())].into());
        let choices =
            [(EN, vec!["Kettle".to_owned(), "Lamp".to_owned()]), (Language::Sv, vec!["Kanna".into(), "Lampa".into()])];
        Question { labels, kind, required, choices: choices.into() }
    }

    #[test]
    fn an_answer_is_read_by_its_kind() {
        let long = "a".repeat(301);
        for (kind, given, expect) in [
            (Kind::Line, "  A 12\n34 ", Ok(Some("A 12 34"))),
            (Kind::Line, long.as_str(), Err(Flaw::TooLong)),
            (Kind::Text, "one\ntwo", Ok(Some("one\ntwo"))),
            (Kind::Number, "1 200,50", Ok(Some("1200.50"))),
            (Kind::Number, "-3", Ok(Some("-3"))),
            (Kind::Number, "3 kg", Err(Flaw::NoNumber)),
            (Kind::Number, "1.2.3", Err(Flaw::NoNumber)),
            (Kind::Number, ".", Err(Flaw::NoNumber)),
            (Kind::Date, "2026-02-28", Ok(Some("2026-02-28"))),
            (Kind::Date, "2026-02-30", Err(Flaw::NoDate)),
            (Kind::Choice, "1", Ok(Some("Lamp"))),
            (Kind::Choice, "2", Err(Flaw::NotOffered)),
            (Kind::Choice, "Lamp", Err(Flaw::NotOffered)),
            (Kind::Tick, "on", Ok(Some("✓"))),
            (Kind::Line, "  ", Ok(None)),
        ] {
            let said = answer(&question(kind, false), given, EN, EN);
            assert_eq!(said.as_ref().map(|said| said.as_deref()), expect.as_ref().map(|it| *it), "{kind:?} {given}");
        }
        for kind in Kind::ALL {
            assert_eq!(answer(&question(kind, true), " ", EN, EN), Err(Flaw::Missing));
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(answer(&question(Kind::Choice, false), "0", Language::Sv, EN), Ok(Some("Kanna".into())));
    }

    #[test]
    fn a_form_says_what_it_lacks() {
        let names = Texts([(EN, "Returns".to_owned())].into());
        let whole = ContactForm { names, questions: vec![question(Kind::Choice, true)], ..ContactForm::default() };
        assert!(flaws(&whole).is_empty());
        let of = |change: &dyn Fn(&mut ContactForm)| {
            let mut form = whole.clone();
            change(&mut form);
            flaws(&form)
        };
        let one = |field: &str, flaw| vec![(field.to_owned(), flaw)];
        assert_eq!(of(&|form| form.names = Texts::default()), one("names", Flaw::NoName));
        assert_eq!(of(&|form| form.names.0.insert(EN, "x".repeat(121)).map_or((), drop)), one("names", Flaw::TooLong));
        assert_eq!(of(&|form| form.leads.0.insert(EN, "x".repeat(1001)).map_or((), drop)), one("leads", Flaw::TooLong));
        assert_eq!(of(&|form| form.questions[0].labels = Texts::default()), one("labels-0", Flaw::NoLabel));
        assert_eq!(of(&|form| form.questions[0].choices.clear()), one("choices-0", Flaw::Choices));
        let uneven =
            |form: &mut ContactForm| drop(form.questions[0].choices.insert(Language::Da, vec!["Kedel".into()]));
        assert_eq!(of(&uneven), one("choices-0", Flaw::Choices));
        let many = |form: &mut ContactForm| form.questions = vec![question(Kind::Line, false); QUESTIONS_MOST + 1];
        assert_eq!(of(&many), one("questions", Flaw::TooManyQuestions));
    }

    #[test]
    fn answers_stand_below_the_words() {
        let answers = [("Order number:".to_owned(), "A-12".to_owned()), ("Damage".into(), "lid\nhandle".into())];
        assert_eq!(letter(" Hello \n", &answers), "Hello\n\nOrder number: A-12\nDamage:\nlid\nhandle");
        assert_eq!(letter("Hello", &[]), "Hello");
    }

    #[test]
    fn a_name_becomes_a_place_of_its_own() {
        let none = |_: &str| false;
        assert_eq!(slug("Retur og bytte", none), "retur-og-bytte");
        assert_eq!(slug("  Kjøp & Påfyll! ", none), "kjoep-paafyll");
        assert_eq!(slug("返品", none), "form");
        assert_eq!(slug("Returns", |taken| ["returns", "returns-2"].contains(&taken)), "returns-3");
        assert!(slug(&"a".repeat(500), none).len() <= 40);
    }
}
