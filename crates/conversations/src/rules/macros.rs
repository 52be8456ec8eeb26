//! What a macro may be, who sees it, in which language it speaks, and which one is offered first.

use std::collections::BTreeMap;

use base::Language;
use people::{DepartmentId, StaffId};

use super::states::{self, Refusal};
use super::{filling, tags};
use crate::model::{GiveTo, HeardBy, Macro, MacroAct, MacroFile, MacroKind, MacroWhen, State, Visible};

/// Longest name, in characters.
pub const NAME_MAX: usize = 80;
/// More than anybody finds again.
pub const MOST: usize = 500;
/// Things that one macro does.
pub const ACTS_MAX: usize = 20;
/// Tags or departments that one condition names.
pub const NAMED_MAX: usize = 50;

/// The name as it is kept: one clean line.
///
/// # Errors
/// [`Refusal::NoMacroName`].
pub fn name(text: &str) -> Result<String, Refusal> {
    let name = people::person::clean_line(text, NAME_MAX);
    if name.is_empty() { Err(Refusal::NoMacroName) } else { Ok(name) }
}

/// The texts as they are kept; a language without words is not there.
///
/// # Errors
/// [`Refusal::TooLong`], [`Refusal::UnknownVariable`].
pub fn texts(typed: &BTreeMap<Language, String>) -> Result<BTreeMap<Language, String>, Refusal> {
    let mut kept = BTreeMap::new();
    for (language, text) in typed {
        match states::text(text) {
            Ok(text) if filling::unknown(&text).is_some() => return Err(Refusal::UnknownVariable),
            Ok(text) => drop(kept.insert(*language, text)),
            Err(Refusal::Empty) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(kept)
}

/// Whether a macro says or does something, and nothing that excludes itself.
///
/// # Errors
/// [`Refusal::EmptyMacro`], [`Refusal::SolvedAway`].
pub fn makes_sense(texts: &BTreeMap<Language, String>, acts: &[MacroAct], files: usize) -> Result<(), Refusal> {
    if texts.is_empty() && acts.is_empty() && files == 0 {
        return Err(Refusal::EmptyMacro);
    }
    let away = acts.iter().any(|act| matches!(act, MacroAct::Snooze(_) | MacroAct::SnoozeUntilReply));
    if away && acts.contains(&MacroAct::State(State::Solved)) { Err(Refusal::SolvedAway) } else { Ok(()) }
}

/// A colleague, as far as macros care.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Who.
    pub staff: &'a StaffId,
    /// Where they work.
    pub departments: &'a [DepartmentId],
    /// Whether they change what is everybody's.
    pub manages: bool,
}

impl Reader<'_> {
    /// Whether they may change it: their own, and everybody's if that is their work.
    #[must_use]
    pub fn changes(&self, visible: &Visible) -> bool {
        match visible {
            Visible::Own(staff) => staff == self.staff,
            Visible::Everyone | Visible::Department(_) => self.manages,
        }
    }

    /// Whether they see it, wherever they are.
    #[must_use]
    pub fn sees(&self, visible: &Visible) -> bool {
        self.changes(visible) || self.fits(visible, None)
    }

    /// Whether it fits where they write: `department` is the conversation's.
    #[must_use]
    pub fn fits(&self, visible: &Visible, department: Option<&DepartmentId>) -> bool {
        match visible {
            Visible::Everyone => true,
            Visible::Department(one) => self.departments.contains(one) || department == Some(one),
            Visible::Own(staff) => staff == self.staff,
        }
    }
}

/// What macros ask about a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// How its customer was last heard; not yet, where one writes first.
    pub heard: Option<HeardBy>,
    /// The department that it belongs to.
    pub department: Option<DepartmentId>,
    /// The tags on it, in whatever case.
    pub tags: Vec<String>,
    /// The language that its customer asked for, else the one in which they write.
    pub language: Option<Language>,
}

/// Whether a macro is offered in such a conversation.
#[must_use]
pub fn offered_in(when: &MacroWhen, it: &Facts) -> bool {
    let bears = |tag: &String| it.tags.iter().any(|one| tags::fold(one) == tags::fold(tag));
    among(&when.channels, it.heard.as_ref())
        && among(&when.departments, it.department.as_ref())
        && among(&when.languages, it.language.as_ref())
        && (when.tags.is_empty() || when.tags.iter().any(bears))
}

fn among<T: PartialEq>(wanted: &[T], is: Option<&T>) -> bool {
    wanted.is_empty() || is.is_some_and(|is| wanted.contains(is))
}

/// The condition as it is kept: nothing twice, clean tags, in one order, so that the same condition is the same text.
#[must_use]
pub fn when(typed: MacroWhen) -> MacroWhen {
    let mut departments = Vec::new();
    for one in typed.departments {
        if !departments.contains(&one) && departments.len() < NAMED_MAX {
            departments.push(one);
        }
    }
    MacroWhen {
        channels: HeardBy::ALL.into_iter().filter(|one| typed.channels.contains(one)).collect(),
        departments,
        tags: tags::names(&typed.tags.join(",")),
        languages: Language::ALL.into_iter().filter(|one| typed.languages.contains(one)).collect(),
    }
}

/// Whether a macro fits a form for this kind of text. What only does something fits every one.
#[must_use]
pub fn fits_form(kind: MacroKind, has_text: bool, form: MacroKind) -> bool {
    kind == form || !has_text
}

/// The text in the language that is wanted; else in the business's, else in the first there is.
#[must_use]
pub fn choose(
    texts: &BTreeMap<Language, String>,
    wanted: Option<Language>,
    usual: Language,
) -> Option<(Language, &str)> {
    let of = |language| texts.get_key_value(&language);
    let found = wanted.and_then(of).or_else(|| of(usual)).or_else(|| texts.first_key_value());
    found.map(|(language, text)| (*language, text.as_str()))
}

/// The order in which macros are offered: those first that were used most here, then those used most at all, then as
/// they were arranged. `uses` is how often one was used here and at all.
pub fn in_order<T>(all: &mut [T], uses: impl Fn(&T) -> (i64, i64)) {
    all.sort_by_key(|one| {
        let (here, anywhere) = uses(one);
        (std::cmp::Reverse(here), std::cmp::Reverse(anywhere))
    });
}

/// A copy of a macro for somebody to change.
#[must_use]
pub fn copy_name(name: &str, all: &[Macro]) -> String {
    let free = |wanted: &str| all.iter().all(|one| one.name != wanted);
    let numbered = |n: usize| {
        let end = format!(" ({n})");
        let most = NAME_MAX.saturating_sub(end.chars().count());
        name.chars().take(most).collect::<String>().trim_end().to_owned() + &end
    };
    (2..MOST + 3).map(numbered).find(|wanted| free(wanted)).unwrap_or_else(|| name.to_owned())
}

/// The colleagues and departments that are named in what a macro does.
pub fn named(acts: &[MacroAct]) -> (Vec<&StaffId>, Vec<&DepartmentId>) {
    let staff = acts.iter().filter_map(|act| match act {
        MacroAct::Assign(GiveTo::Colleague(id)) => Some(id),
        _ => None,
    });
    let departments = acts.iter().filter_map(|act| match act {
        MacroAct::HandTo(Some(id)) => Some(id),
        _ => None,
    });
    (staff.collect(), departments.collect())
}

/// Bytes of all files of a macro.
#[must_use]
pub fn size(files: &[MacroFile]) -> i64 {
    files.iter().fold(0, |sum, file| sum.saturating_add(file.size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id<T: std::str::FromStr>(prefix: &str, n: u8) -> T
    where
        T::Err: std::fmt::Debug,
    {
        format!("{prefix}{}{n}", "0".repeat(25)).parse().expect("an id")
    }

    #[test]
    fn who_sees_what_and_who_changes_it() {
        let (me, other): (StaffId, StaffId) = (id("stf_", 1), id("stf_", 2));
        let (mine, theirs): (DepartmentId, DepartmentId) = (id("dep_", 1), id("dep_", 2));
        let departments = [mine.clone()];
        let agent = Reader { staff: &me, departments: &departments, manages: false };
        let admin = Reader { manages: true, ..agent };
        // Sees, fits in no department, fits in `theirs`, changes; the agent and the admin.
        let table = [
            (Visible::Everyone, [true, true, true, false], [true, true, true, true]),
            (Visible::Department(mine), [true, true, true, false], [true, true, true, true]),
            (Visible::Department(theirs.clone()), [false, false, true, false], [true, false, true, true]),
            (Visible::Own(me.clone()), [true; 4], [true; 4]),
            (Visible::Own(other), [false; 4], [false; 4]),
        ];
        for (visible, as_agent, as_admin) in table {
            for (reader, expected) in [(agent, as_agent), (admin, as_admin)] {
                let fits = (reader.fits(&visible, None), reader.fits(&visible, Some(&theirs)));
                let found = [reader.sees(&visible), fits.0, fits.1, reader.changes(&visible)];
                assert_eq!(found, expected, "{visible:?} {}", reader.manages);
            }
        }
    }

    #[test]
    fn it_is_offered_where_one_of_each_kind_that_it_names_fits() {
        let (shop, workshop): (DepartmentId, DepartmentId) = (id("dep_", 1), id("dep_", 2));
        let facts = Facts {
            heard: Some(HeardBy::Phone),
            department: Some(shop.clone()),
            tags: vec!["Motor".into(), "saddle".into()],
            language: Some(Language::Nb),
        };
        let nothing = Facts::default();
        let tag = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let anywhere = MacroWhen::default();
        // What is asked for, whether it fits there, and whether it would still where nothing is known.
        let table = [
            (anywhere.clone(), true, true),
            (MacroWhen { channels: vec![HeardBy::Phone], ..anywhere.clone() }, true, false),
            (MacroWhen { channels: vec![HeardBy::Writing, HeardBy::Visit], ..anywhere.clone() }, false, false),
            (MacroWhen { departments: vec![workshop.clone(), shop.clone()], ..anywhere.clone() }, true, false),
            (MacroWhen { departments: vec![workshop.clone()], ..anywhere.clone() }, false, false),
            (MacroWhen { tags: tag(&["brass", "MOTOR"]), ..anywhere.clone() }, true, false),
            (MacroWhen { tags: tag(&["brass"]), ..anywhere.clone() }, false, false),
            (MacroWhen { languages: vec![Language::Nb], ..anywhere.clone() }, true, false),
            (MacroWhen { languages: vec![Language::Sv], ..anywhere.clone() }, false, false),
            // Each kind that is named has to fit.
            (MacroWhen { tags: tag(&["motor"]), languages: vec![Language::Sv], ..anywhere.clone() }, false, false),
        ];
        for (one, here, nowhere) in table {
            assert_eq!((offered_in(&one, &facts), offered_in(&one, &nothing)), (here, nowhere), "{one:?}");
            assert_eq!(one.is_anywhere(), nowhere, "{one:?}");
        }
        let typed = MacroWhen {
            channels: vec![HeardBy::Visit, HeardBy::Writing, HeardBy::Visit],
            departments: vec![shop.clone(), shop.clone()],
            tags: tag(&["#motor ", "Motor", ""]),
            languages: vec![Language::Sv, Language::En, Language::Sv],
        };
        let kept = MacroWhen {
            channels: vec![HeardBy::Writing, HeardBy::Visit],
            departments: vec![shop],
            tags: tag(&["motor"]),
            languages: vec![Language::En, Language::Sv],
        };
        assert_eq!((when(typed), when(kept.clone())), (kept.clone(), kept));
    }

    #[test]
    fn the_language_falls_back_to_the_businesss_and_then_to_any() {
        let of = |all: &[Language]| all.iter().map(|one| (*one, one.code().to_owned())).collect::<BTreeMap<_, _>>();
        let all = of(&[Language::En, Language::Nb, Language::Sv]);
        assert_eq!(choose(&all, Some(Language::Sv), Language::Nb), Some((Language::Sv, "sv")));
        assert_eq!(choose(&all, Some(Language::Id), Language::Nb), Some((Language::Nb, "nb")));
        assert_eq!(choose(&all, None, Language::Nb), Some((Language::Nb, "nb")));
        assert_eq!(choose(&of(&[Language::Id]), Some(Language::Sv), Language::Nb), Some((Language::Id, "id")));
        assert_eq!(choose(&of(&[]), Some(Language::Sv), Language::Nb), None);
    }

    #[test]
    fn a_macro_says_or_does_something_that_can_be_done() {
        let act = |code: &str| MacroAct::from_code(code).expect(code);
        let typed = |text: &str| BTreeMap::from([(Language::Nb, text.to_owned())]);
        assert_eq!(texts(&typed(" \r\n ")).map(|kept| kept.len()), Ok(0));
        assert_eq!(texts(&typed("Hei\r\n{{agent.name}}\n")), Ok(typed("Hei\n{{agent.name}}")));
        assert_eq!(texts(&typed("{{agent}}")), Err(Refusal::UnknownVariable));
        assert_eq!(texts(&typed(&"x".repeat(states::TEXT_MAX + 1))), Err(Refusal::TooLong));
        assert_eq!(makes_sense(&BTreeMap::new(), &[], 0), Err(Refusal::EmptyMacro));
        assert_eq!(makes_sense(&BTreeMap::new(), &[], 1), Ok(()));
        assert_eq!(makes_sense(&typed("x"), &[], 0), Ok(()));
        let both = [act("state:solved"), act("snooze:3")];
        assert_eq!(makes_sense(&typed("x"), &both, 0), Err(Refusal::SolvedAway));
        assert_eq!(makes_sense(&BTreeMap::new(), &both[..1], 0), Ok(()));
        assert_eq!((name(" \u{202e}On\n its way "), name("\t")), (Ok("On its way".into()), Err(Refusal::NoMacroName)));
        assert!(
            fits_form(MacroKind::Note, false, MacroKind::Reply) && fits_form(MacroKind::Note, true, MacroKind::Note)
        );
        assert!(!fits_form(MacroKind::Note, true, MacroKind::Reply));
    }

    #[test]
    fn what_is_used_most_here_comes_first_and_the_rest_as_it_was_arranged() {
        let mut all = ["a", "b", "c", "d", "e"];
        in_order(&mut all, |one| match *one {
            "b" => (0, 9),
            "d" => (2, 2),
            "e" => (2, 7),
            _ => (0, 0),
        });
        assert_eq!(all, ["e", "d", "b", "a", "c"]);
    }

    #[test]
    fn a_copy_has_a_name_of_its_own() {
        let one = |name: &str| Macro {
            id: id("mac_", 1),
            name: name.to_owned(),
            kind: MacroKind::Reply,
            visible: Visible::Everyone,
            when: MacroWhen::default(),
            texts: BTreeMap::new(),
            acts: Vec::new(),
            files: Vec::new(),
        };
        assert_eq!(copy_name("On its way", &[one("On its way")]), "On its way (2)");
        assert_eq!(copy_name("On its way", &[one("On its way"), one("On its way (2)")]), "On its way (3)");
        assert_eq!(copy_name(&"x".repeat(NAME_MAX), &[]).chars().count(), NAME_MAX);
    }
}
