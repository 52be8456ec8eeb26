//! Decisions about skills. Pure.

use super::model::{Skill, SkillId};
use crate::person::clean_line;
use crate::refusal::Refusal;

/// More than this is no short list any more.
pub(super) const MOST: usize = 60;
const NAME_MAX: usize = 60;

/// A name for `of` (a new one without), free among `all` however it is written.
pub(super) fn name(text: &str, of: Option<&SkillId>, all: &[Skill]) -> Result<String, Refusal> {
    let name = clean_line(text, NAME_MAX);
    if name.is_empty() {
        return Err(Refusal::NameMissing);
    }
    let taken = |one: &Skill| Some(&one.id) != of && one.name.to_lowercase() == name.to_lowercase();
    if all.iter().any(taken) { Err(Refusal::NameTaken) } else { Ok(name) }
}

/// The chosen skills that there are, each once, in the order of the list.
pub(super) fn chosen<'a>(all: &'a [Skill], wanted: &[SkillId]) -> Vec<&'a Skill> {
    all.iter().filter(|one| wanted.contains(&one.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skill(n: u8, name: &str) -> Skill {
        Skill { id: format!("skl_{n:026}").parse().expect("an id"), name: name.to_owned() }
    }

    #[test]
    fn names_are_one_however_they_are_written() {
        let all = [skill(1, "Repairs"), skill(2, "Customs")];
        for (text, of, answer) in [
            (" REPAIRS ", None, Err(Refusal::NameTaken)),
            ("repairs", Some(&all[0].id), Ok("repairs".to_owned())),
            ("Bikes", None, Ok("Bikes".to_owned())),
            (" \u{200b} ", None, Err(Refusal::NameMissing)),
        ] {
            assert_eq!(name(text, of, &all), answer, "{text}");
        }
    }

    #[test]
    fn what_is_chosen_is_there_and_stands_once() {
        let all = [skill(1, "Repairs"), skill(2, "Customs")];
        let wanted = [all[1].id.clone(), skill(9, "").id, all[1].id.clone()];
        assert_eq!(chosen(&all, &wanted), [&all[1]]);
    }
}
