//! The form of a view as somebody typed it: its tree line by line, and what a button of it does to the lines.

use people::StaffId;

use super::super::Wrong;
use crate::commands::NewView;
use crate::rules::states::Refusal;
use crate::rules::views::{self, SIZE_MAX};
use crate::{Column, Condition, Grouping, Listing, Mode, Order, SavedView, Test, Visible};

/// Stands for the kind of a group, whose value is its mode.
pub(super) const GROUP: &str = "group";

/// One line of the tree: a group or a test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub depth: usize,
    pub kind: String,
    pub value: String,
}

impl Line {
    fn code(&self) -> String {
        if self.kind == GROUP { self.value.clone() } else { format!("{}:{}", self.kind, self.value) }
    }

    /// A new line of this kind, filled in with what is asked most.
    fn new(depth: usize, kind: &str) -> Option<Self> {
        let value = match kind {
            GROUP => Mode::Any.code(),
            "status" | "state" => "open",
            "owner" | "followed" | "mentioned" => "me",
            "unanswered" | "complaint" => "us",
            "department" => "none",
            "language" => "en",
            "mood" => "negative",
            "problem" => "any",
            "due_within" | "waiting_over" => "24",
            "created_within" | "created_before" | "touched_within" | "touched_before" => "7",
            "tag" | "mailbox" | "customer" | "subject" => "",
            _ => return None,
        };
        Some(Self { depth, kind: kind.to_owned(), value: value.to_owned() })
    }
}

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub name: String,
    /// `everyone`, `own`, or the id of a department.
    pub visible: String,
    pub lines: Vec<Line>,
    pub columns: Vec<Column>,
    pub grouped: Grouping,
    pub order: Order,
    /// The line that was just added.
    pub fresh: Option<usize>,
    /// `add-3`, `remove-4`, or nothing when it is to be saved.
    act: String,
    /// What is to be added, by the line of its group.
    add: Vec<(String, String)>,
}

impl Typed {
    /// A new view of what these tests find together.
    pub fn new(tests: Vec<Test>, everyone: bool) -> Self {
        let when = Condition::Group(Mode::All, tests.into_iter().map(Condition::Test).collect());
        let of = Listing { when, ..Listing::default() };
        let visible = if everyone { "everyone" } else { "own" };
        Self { visible: visible.to_owned(), ..Self::listing(&of) }
    }

    /// The fields of a view that is there.
    pub fn of(it: &SavedView) -> Self {
        let visible = match &it.visible {
            Visible::Everyone => "everyone".to_owned(),
            Visible::Own(_) => "own".to_owned(),
            Visible::Department(id) => id.to_string(),
        };
        Self { name: it.name.clone(), visible, ..Self::listing(&it.of) }
    }

    pub fn listing(of: &Listing) -> Self {
        let line = |(depth, code): (usize, String)| match code.split_once(':') {
            Some((kind, value)) => Line { depth, kind: kind.to_owned(), value: value.to_owned() },
            None => Line { depth, kind: GROUP.to_owned(), value: code },
        };
        let lines = views::lines(&of.when).into_iter().map(line).collect();
        Self { lines, columns: of.columns.clone(), grouped: of.grouped, order: of.order, ..Self::default() }
    }

    /// Reads the form: `depth`, `kind` and `value` say one line after the other.
    pub fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            // One more than there may be: what is too much is told.
            let room = typed.lines.len() <= SIZE_MAX;
            match (name.as_str(), typed.lines.last_mut()) {
                ("name", _) => typed.name = value,
                ("visible", _) => typed.visible = value,
                ("grouped", _) => typed.grouped = Grouping::from_code(&value).unwrap_or_default(),
                ("order", _) => typed.order = Order::from_code(&value).unwrap_or_default(),
                ("column", _) => typed.columns.extend(Column::from_code(&value)),
                ("do", _) => typed.act = value,
                ("depth", _) if room => {
                    typed.lines.push(Line { depth: value.parse().unwrap_or(0), ..Line::default() });
                }
                ("kind", Some(line)) => line.kind = value,
                ("value", Some(line)) => line.value = value,
                (other, _) if other.starts_with("add-") => typed.add.push((name, value)),
                _ => {}
            }
        }
        typed
    }

    /// Does what a button says to the lines. Answers whether there was such a button.
    pub fn acted(&mut self) -> bool {
        let Some((verb, at)) = self.act.split_once('-') else { return false };
        let Some(at) = at.parse().ok().filter(|at| *at < self.lines.len()) else { return true };
        let end = self.end(at);
        let line = &self.lines[at];
        let chosen = self.add.iter().find(|(name, _)| *name == self.act).map_or("", |(_, kind)| kind.as_str());
        match (verb, Line::new(line.depth + 1, chosen)) {
            ("add", Some(new)) if line.kind == GROUP => {
                self.lines.insert(end, new);
                self.fresh = Some(end);
            }
            ("remove", _) if at > 0 => drop(self.lines.drain(at..end)),
            _ => {}
        }
        true
    }

    /// Where what lies within a line ends.
    pub fn end(&self, at: usize) -> usize {
        let depth = self.lines[at].depth;
        let within = self.lines[at + 1..].iter().take_while(|line| line.depth > depth).count();
        at + 1 + within
    }

    /// The tree that the lines are.
    pub fn when(&self) -> Result<Condition, Wrong> {
        let mut wrong = Wrong::default();
        for (at, line) in self.lines.iter().enumerate() {
            if line.kind != GROUP && Test::from_code(&line.code()).is_none() {
                wrong.add(format!("v-{at}"), Refusal::BadCondition.message());
            }
        }
        let lines: Vec<_> = self.lines.iter().map(|line| (line.depth, line.code())).collect();
        match views::tree(&lines) {
            _ if !wrong.is_empty() => Err(wrong),
            Ok(when) => Ok(when),
            Err(refusal) => {
                wrong.add("conditions", refusal.message());
                Err(wrong)
            }
        }
    }

    /// What it means when `me` sends it. What is no id of a department is for oneself alone.
    pub fn wanted(&self, me: &StaffId) -> Result<NewView, Wrong> {
        let when = self.when()?;
        let visible = match self.visible.as_str() {
            "everyone" => Visible::Everyone,
            other => other.parse().map_or_else(|_| Visible::Own(me.clone()), Visible::Department),
        };
        let of = Listing { when, columns: self.columns.clone(), grouped: self.grouped, order: self.order };
        Ok(NewView { name: self.name.clone(), visible, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn me() -> StaffId {
        format!("stf_{}", "0".repeat(26)).parse().expect("an id")
    }

    fn fields(all: &[(&str, &str)]) -> Typed {
        Typed::read(all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const TREE: [(&str, &str); 12] = [
        ("depth", "0"),
        ("kind", "group"),
        ("value", "all"),
        ("depth", "1"),
        ("kind", "group"),
        ("value", "any"),
        ("depth", "2"),
        ("kind", "tag"),
        ("value", "motor"),
        ("depth", "1"),
        ("kind", "owner"),
        ("value", "me"),
    ];

    #[test]
    fn the_fields_mean_the_view_that_they_were_made_of() {
        let typed = fields(&[&TREE[..], &[("name", "Mine"), ("column", "tags"), ("order", "oldest")]].concat());
        let wanted = typed.wanted(&me()).expect("a view");
        assert_eq!(wanted.visible, Visible::Own(me()), "what nobody knows is for nobody else");
        let id = format!("viw_{}", "0".repeat(26)).parse().expect("an id");
        let it = SavedView { id, name: wanted.name, visible: wanted.visible, of: wanted.of };
        let again = Typed::of(&it);
        assert_eq!((again.lines.clone(), again.columns.len()), (typed.lines, 1));
        assert_eq!(again.wanted(&me()).expect("a view").of, it.of);
        assert_eq!(it.of.order, Order::Oldest);
    }

    #[test]
    fn buttons_add_at_the_end_of_their_group_and_remove_with_all_that_lies_within() {
        let acted = |more: &[(&str, &str)]| {
            let mut typed = fields(&[&TREE[..], more].concat());
            let acted = typed.acted();
            let codes: Vec<_> = typed.lines.iter().map(|line| format!("{}{}", line.depth, line.code())).collect();
            (acted, codes.join(" "), typed.fresh)
        };
        let as_it_was = "0all 1any 2tag:motor 1owner:me".to_owned();
        assert_eq!(acted(&[]), (false, as_it_was.clone(), None));
        let added = acted(&[("do", "add-1"), ("add-1", "status"), ("add-0", "group")]);
        assert_eq!(added, (true, "0all 1any 2tag:motor 2status:open 1owner:me".into(), Some(3)));
        let added = acted(&[("do", "add-0"), ("add-0", "group")]);
        assert_eq!(added, (true, "0all 1any 2tag:motor 1owner:me 1any".into(), Some(4)));
        assert_eq!(acted(&[("do", "remove-1")]), (true, "0all 1owner:me".into(), None));
        for nothing in ["remove-0", "remove-9", "add-3", "add-0", "sing-1", "add-x"] {
            assert_eq!(acted(&[("do", nothing)]), (true, as_it_was.clone(), None), "{nothing}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_line() {
        let bad = fields(&[("depth", "0"), ("kind", "group"), ("value", "all"), ("depth", "1"), ("kind", "x")]);
        assert_eq!(bad.wanted(&me()).map(|_| ()).expect_err("refused").of("v-1"), Some("refusal-bad-condition"));
        let many = [("depth", "0"), ("kind", "group"), ("value", "all")].repeat(SIZE_MAX + 9);
        let many = fields(&many);
        assert_eq!(many.lines.len(), SIZE_MAX + 1);
        assert_eq!(
            many.wanted(&me()).map(|_| ()).expect_err("refused").of("conditions"),
            Some("refusal-view-too-large")
        );
        assert!(fields(&[("kind", "x"), ("value", "y")]).wanted(&me()).is_err());
    }
}
