//! What a saved view may ask for: how deep, how much. A tree of conditions as lines, and lines as a tree.
//!
//! Knows no database and no screen. Who sees and changes a view is decided as for macros ([`super::macros::Reader`]).

use super::states::Refusal;
use crate::model::{Condition, Mode, Test};

/// Longest name, in characters.
pub const NAME_MAX: usize = 60;
/// Groups within each other, the outermost counted.
pub const DEPTH_MAX: usize = 4;
/// Groups and tests of one view.
pub const SIZE_MAX: usize = 40;
/// More than anybody finds again.
pub const MOST: usize = 300;
/// Those that stand in the sidebar.
pub const BESIDE: usize = 12;

/// The name as it is kept: one clean line.
///
/// # Errors
/// [`Refusal::NoViewName`].
pub fn name(text: &str) -> Result<String, Refusal> {
    let name = people::person::clean_line(text, NAME_MAX);
    if name.is_empty() { Err(Refusal::NoViewName) } else { Ok(name) }
}

/// One line of a tree that is written down: how deep it lies, and `all`, `any`, `none` or the code of a test.
pub type Line = (usize, String);

/// The tree as it is kept: within its bounds, and without groups that say nothing.
///
/// # Errors
/// [`Refusal::ViewTooLarge`]; [`Refusal::BadCondition`] when it does not begin with a group.
pub fn checked(when: &Condition) -> Result<Condition, Refusal> {
    let mut left = SIZE_MAX;
    bounded(when, 1, &mut left)?;
    match when {
        Condition::Test(_) => Err(Refusal::BadCondition),
        Condition::Group(mode, _) => Ok(trimmed(when).unwrap_or(Condition::Group(*mode, Vec::new()))),
    }
}

fn bounded(condition: &Condition, depth: usize, left: &mut usize) -> Result<(), Refusal> {
    *left = left.checked_sub(1).ok_or(Refusal::ViewTooLarge)?;
    let Condition::Group(_, parts) = condition else { return Ok(()) };
    if depth > DEPTH_MAX {
        return Err(Refusal::ViewTooLarge);
    }
    parts.iter().try_for_each(|part| bounded(part, depth + 1, left))
}

fn trimmed(condition: &Condition) -> Option<Condition> {
    let Condition::Group(mode, parts) = condition else { return Some(condition.clone()) };
    let parts: Vec<_> = parts.iter().filter_map(trimmed).collect();
    if parts.is_empty() { None } else { Some(Condition::Group(*mode, parts)) }
}

/// A tree line by line, each group before its parts.
#[must_use]
pub fn lines(when: &Condition) -> Vec<Line> {
    let mut all = Vec::new();
    write(when, 0, &mut all);
    all
}

fn write(condition: &Condition, depth: usize, all: &mut Vec<Line>) {
    match condition {
        Condition::Test(test) => all.push((depth, test.code())),
        Condition::Group(mode, parts) => {
            all.push((depth, mode.code().to_owned()));
            parts.iter().for_each(|part| write(part, depth + 1, all));
        }
    }
}

/// Reads [`lines`] back.
///
/// # Errors
/// [`Refusal::ViewTooLarge`]; [`Refusal::BadCondition`] for what is no test, or lies in no group.
pub fn tree(lines: &[Line]) -> Result<Condition, Refusal> {
    if lines.len() > SIZE_MAX {
        return Err(Refusal::ViewTooLarge);
    }
    let Some(((0, first), rest)) = lines.split_first() else { return Err(Refusal::BadCondition) };
    let mode = Mode::from_code(first).ok_or(Refusal::BadCondition)?;
    checked(&Condition::Group(mode, parts(rest, 1)?))
}

/// What lies in one group: `lines` are all of a depth of at least `depth`.
fn parts(lines: &[Line], depth: usize) -> Result<Vec<Condition>, Refusal> {
    if depth > DEPTH_MAX {
        return Err(Refusal::ViewTooLarge);
    }
    let mut found = Vec::new();
    let mut rest = lines;
    while let Some(((at, code), after)) = rest.split_first() {
        if *at != depth {
            return Err(Refusal::BadCondition);
        }
        let end = after.iter().position(|(at, _)| *at <= depth).unwrap_or(after.len());
        let (within, next) = after.split_at(end);
        found.push(match Mode::from_code(code) {
            Some(mode) if within.is_empty() => Condition::Group(mode, Vec::new()),
            Some(mode) => Condition::Group(mode, parts(within, depth + 1)?),
            None if within.is_empty() => Condition::Test(Test::from_code(code).ok_or(Refusal::BadCondition)?),
            None => return Err(Refusal::BadCondition),
        });
        rest = next;
    }
    Ok(found)
}

/// How a word may be written where only plain letters are compared without their case: the database's own lower case
/// knows no others. Each is a pattern for `LIKE` with `!` before what is meant as it is.
#[must_use]
pub fn patterns(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut first = lower.chars();
    let title: String = first.next().into_iter().flat_map(char::to_uppercase).chain(first).collect();
    let mut all: Vec<String> = Vec::new();
    for form in [lower, word.to_uppercase().to_ascii_lowercase(), title.to_ascii_lowercase()] {
        let safe = form.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let pattern = format!("%{safe}%");
        if !all.contains(&pattern) {
            all.push(pattern);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(depth: usize, code: &str) -> Line {
        (depth, code.to_owned())
    }

    #[test]
    fn lines_become_the_tree_that_they_tell() {
        let all = [
            line(0, "all"),
            line(1, "status:open"),
            line(1, "any"),
            line(2, "tag:cargo bike"),
            line(2, "none"),
            line(3, "owner:me"),
            line(1, "due_within:0"),
        ];
        let found = tree(&all).expect("a tree");
        assert_eq!(lines(&found), all);
        let Condition::Group(Mode::All, parts) = &found else { panic!("{found:?}") };
        assert_eq!(parts.len(), 3);
        assert!(!found.has_words());
        assert!(tree(&[line(0, "any"), line(1, "subject:motor")]).expect("a tree").has_words());
    }

    #[test]
    fn a_group_that_says_nothing_is_left_out() {
        let found = tree(&[line(0, "all"), line(1, "any"), line(2, "none"), line(1, "owner:nobody")]);
        assert_eq!(lines(&found.expect("a tree")), [line(0, "all"), line(1, "owner:nobody")]);
        assert_eq!(lines(&tree(&[line(0, "any"), line(1, "all")]).expect("all there is")), [line(0, "any")]);
    }

    #[test]
    fn what_is_too_deep_too_large_or_no_tree_is_refused() {
        let deep: Vec<Line> = (0..DEPTH_MAX).map(|depth| line(depth, "all")).collect();
        let with = |depth: usize, code: &str| [deep.clone(), vec![line(depth, code)]].concat();
        assert!(tree(&with(DEPTH_MAX, "owner:me")).is_ok());
        let deeper = [with(DEPTH_MAX, "all"), vec![line(DEPTH_MAX + 1, "owner:me")]].concat();
        assert_eq!(tree(&deeper), Err(Refusal::ViewTooLarge));
        let wide = |n: usize| [vec![line(0, "all")], vec![line(1, "owner:me"); n]].concat();
        assert!(tree(&wide(SIZE_MAX - 1)).is_ok());
        assert_eq!(tree(&wide(SIZE_MAX)), Err(Refusal::ViewTooLarge));
        for bad in [
            vec![],
            vec![line(0, "owner:me")],
            vec![line(1, "all")],
            vec![line(0, "all"), line(2, "owner:me")],
            vec![line(0, "all"), line(0, "all")],
            vec![line(0, "all"), line(1, "owner:me"), line(2, "owner:me")],
            vec![line(0, "all"), line(1, "owner:'; DROP TABLE conversation; --")],
            vec![line(0, "all"), line(1, "created_within:0")],
            vec![line(0, "all"), line(1, "due_within:87601")],
            vec![line(0, "all"), line(1, "subject: ")],
            vec![line(0, "all"), line(1, "followed:you")],
        ] {
            assert_eq!(tree(&bad), Err(Refusal::BadCondition), "{bad:?}");
        }
        assert_eq!(checked(&Condition::Test(Test::Followed)), Err(Refusal::BadCondition));
        assert_eq!(name(" \n "), Err(Refusal::NoViewName));
    }

    #[test]
    fn a_word_is_found_however_its_letters_are_cased() {
        assert_eq!(patterns("motor"), ["%motor%"]);
        assert_eq!(patterns("øre"), ["%øre%", "%Øre%"]);
        assert_eq!(patterns("BLÅ"), ["%blå%", "%blÅ%"]);
        assert_eq!(patterns("ål ø"), ["%ål ø%", "%Ål Ø%", "%Ål ø%"]);
        assert_eq!(patterns("50%_!"), ["%50!%!_!!%"]);
    }

    #[test]
    fn every_kind_is_read_back_as_it_was_written() {
        for code in [
            "status:snoozed",
            "state:waiting_others",
            "owner:stf_00000000000000000000000000",
            "department:none",
            "department:dep_00000000000000000000000000",
            "tag:a: b",
            "mailbox:mbx_1",
            "language:unknown",
            "language:nb",
            "customer:Kari S",
            "subject:motor",
            "due_within:0",
            "waiting_over:24",
            "created_within:7",
            "created_before:30",
            "touched_within:1",
            "touched_before:87600",
            "followed:me",
            "mentioned:me",
            "mood:negative",
            "complaint:us",
            "problem:any",
            "problem:solved",
            "problem:unsolved",
        ] {
            assert_eq!(Test::from_code(code).map(|test| test.code()).as_deref(), Some(code));
            assert!(Test::KINDS.contains(&code.split(':').next().unwrap_or_default()), "{code}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_down_is_refused_or_kept_as_it_stands(
            all in prop::collection::vec((0_usize..6, "(all|any|none|owner:me|status:open|x)"), 0..60),
        ) {
            if let Ok(found) = tree(&all) {
                let kept = lines(&found);
                prop_assert!(kept.len() <= all.len() && kept.len() <= SIZE_MAX);
                prop_assert_eq!(tree(&kept), Ok(found));
            }
        }
    }
}
