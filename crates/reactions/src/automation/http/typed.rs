//! The form of a rule as somebody typed it: its acts line by line, its conditions as a view's, and what a button does.

use conversations::RuleAct;
use conversations::http::settings::views::tree::{Tree, TreeWrong};

use crate::automation::{Rule, Since, Spec, Trigger, Unit, When};

/// Acts that a form holds at most; one more than may be saved.
const LINES: usize = 21;

/// One thing that the rule is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub kind: String,
    pub value: String,
}

impl Line {
    /// A new line of this kind, filled in with what is asked most.
    fn new(kind: &str) -> Option<Self> {
        let value = match RuleAct::KINDS.into_iter().find(|known| *known == kind)? {
            "state" => "solved",
            "outcome" => "informed",
            "assign" => "nobody",
            "department" => "none",
            "snooze" => "1",
            "tell" => "owner",
            _ => "",
        };
        Some(Self { kind: kind.to_owned(), value: value.to_owned() })
    }

    fn of(act: &RuleAct) -> Self {
        let value = act.value();
        let value = if act.kind() == "checklist" { value.replace('|', "\n") } else { value };
        Self { kind: act.kind().to_owned(), value }
    }

    fn read(&self) -> Option<RuleAct> {
        let value = match self.kind.as_str() {
            "checklist" => self.value.replace("\r\n", "\n").replace('\n', "|"),
            _ => self.value.clone(),
        };
        RuleAct::from_code(&format!("{}:{value}", self.kind))
    }
}

/// What stands in the fields.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub name: String,
    /// `on:opened`, or `time:customer`.
    pub trigger: String,
    pub amount: String,
    pub unit: String,
    pub lines: Vec<Line>,
    pub tree: Tree,
    /// The line that was just added.
    pub fresh: Option<usize>,
    pub enabled: bool,
    act: String,
    new: String,
}

/// What needs another look: a field, and the message that says why.
#[derive(Debug, Default)]
pub(super) struct Wrong {
    pub fields: Vec<(String, &'static str)>,
    pub tree: TreeWrong,
}

impl Wrong {
    pub fn of(&self, field: &str) -> Option<&'static str> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, message)| *message)
    }

    pub fn all(&self) -> Vec<(&str, &'static str)> {
        let own = self.fields.iter().map(|(field, message)| (field.as_str(), *message));
        own.chain(self.tree.all()).collect()
    }
}

impl Typed {
    /// The fields of a rule as it could be.
    pub fn of(spec: &Spec, enabled: bool) -> Self {
        let (trigger, amount, unit) = match spec.trigger {
            Trigger::On(when) => (format!("on:{}", when.code()), 24, Unit::Hours),
            Trigger::Time { since, amount, unit } => (format!("time:{}", since.code()), amount, unit),
        };
        Self {
            name: spec.name.clone(),
            trigger,
            amount: amount.to_string(),
            unit: unit.code().to_owned(),
            lines: spec.acts.iter().map(Line::of).collect(),
            tree: Tree::of(&spec.when),
            fresh: None,
            enabled,
            act: String::new(),
            new: String::new(),
        }
    }

    /// The fields of a rule that is there.
    pub fn of_rule(rule: &Rule) -> Self {
        Self::of(&rule.spec, rule.enabled)
    }

    /// Reads the form.
    pub fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self { tree: Tree::read(fields.clone()), ..Self::of(&Spec::default(), false) };
        for (name, value) in fields {
            match name.as_str() {
                "name" => typed.name = value,
                "trigger" => typed.trigger = value,
                "amount" => typed.amount = value,
                "unit" => typed.unit = value,
                "enabled" => typed.enabled = true,
                "do" => typed.act = value,
                "act_new" => typed.new = value,
                "act_kind" if typed.lines.len() < LINES => {
                    typed.lines.push(Line { kind: value, value: String::new() });
                }
                "act_value" => {
                    if let Some(line) = typed.lines.last_mut() {
                        line.value = value;
                    }
                }
                _ => {}
            }
        }
        typed
    }

    /// Does what a button says. Answers whether one was pressed that does not save.
    pub fn acted(&mut self) -> bool {
        if self.act == "act" {
            if let Some(line) = Line::new(&self.new)
                && self.lines.len() < LINES
            {
                self.fresh = Some(self.lines.len());
                self.lines.push(line);
            }
            return true;
        }
        if let Some(at) = self.act.strip_prefix("drop.") {
            if let Some(at) = at.parse().ok().filter(|at| *at < self.lines.len()) {
                self.lines.remove(at);
            }
            return true;
        }
        self.tree.acted()
    }

    /// What is meant.
    pub fn wanted(&self) -> Result<Spec, Wrong> {
        let mut wrong = Wrong::default();
        let code = match self.trigger.starts_with("time:") {
            true => format!("{}:{}:{}", self.trigger, self.amount.trim(), self.unit),
            false => self.trigger.clone(),
        };
        let trigger = Trigger::from_code(&code);
        if trigger.is_none() {
            let deadline = self.trigger == "time:deadline" && self.unit == Unit::OpenHours.code();
            wrong
                .fields
                .push(("amount".to_owned(), if deadline { "rules-no-open-before" } else { "rules-bad-amount" }));
        }
        let mut acts = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            match line.read() {
                Some(act) => acts.push(act),
                None => wrong.fields.push((format!("a-{at}"), "rules-bad-act")),
            }
        }
        let when = match self.tree.when() {
            Ok(when) => Some(when),
            Err(tree) => {
                wrong.tree = tree;
                None
            }
        };
        match (trigger, when) {
            (Some(trigger), Some(when)) if wrong.fields.is_empty() => {
                Ok(Spec { name: self.name.clone(), trigger, when, acts })
            }
            _ => Err(wrong),
        }
    }
}

/// All that a rule can wait for, as the form names it.
pub(super) fn triggers() -> impl Iterator<Item = String> {
    let on = When::ALL.into_iter().map(|when| format!("on:{}", when.code()));
    on.chain(Since::ALL.into_iter().map(|since| format!("time:{}", since.code())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(all: &[(&str, &str)]) -> Typed {
        Typed::read(all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const RULE: [(&str, &str); 14] = [
        ("name", "Wake them"),
        ("trigger", "time:customer"),
        ("amount", "4"),
        ("unit", "open_hours"),
        ("depth", "0"),
        ("kind", "group"),
        ("value", "all"),
        ("depth", "1"),
        ("kind", "tag"),
        ("value", "motor"),
        ("act_kind", "checklist"),
        ("act_value", "Call\r\nOrder"),
        ("act_kind", "tell"),
        ("act_value", "owner"),
    ];

    #[test]
    fn the_fields_mean_the_rule_that_they_were_made_of() {
        let spec = fields(&RULE).wanted().expect("a rule");
        assert_eq!(spec.trigger.code(), "time:customer:4:open_hours");
        assert_eq!(spec.acts.iter().map(RuleAct::code).collect::<Vec<_>>(), ["checklist:Call|Order", "tell:owner"]);
        let again = Typed::of(&spec, true);
        assert_eq!(again.wanted().expect("the same"), spec);
        assert_eq!(again.lines[0].value, "Call\nOrder");
    }

    #[test]
    fn buttons_add_and_take_away_and_save_nothing() {
        let pressed = |more: &[(&str, &str)]| {
            let mut typed = fields(&[&RULE[..], more].concat());
            (typed.acted(), typed.lines.iter().map(|line| line.kind.clone()).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(pressed(&[]), (false, "checklist tell".into()));
        assert_eq!(pressed(&[("do", "act"), ("act_new", "note")]), (true, "checklist tell note".into()));
        assert_eq!(pressed(&[("do", "act"), ("act_new", "rm")]), (true, "checklist tell".into()));
        assert_eq!(pressed(&[("do", "drop.0")]), (true, "tell".into()));
        assert_eq!(pressed(&[("do", "drop.9")]), (true, "checklist tell".into()));
        assert!(pressed(&[("do", "add-0"), ("add-0", "tag")]).0, "buttons of the tree");
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_field() {
        let wrong = |more: &[(&str, &str)]| {
            let wrong = fields(&[&RULE[..], more].concat()).wanted().expect_err("refused");
            wrong.all().into_iter().map(|(field, _)| field.to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(wrong(&[("amount", "soon")]), "amount");
        assert_eq!(wrong(&[("trigger", "time:deadline")]), "amount");
        assert_eq!(wrong(&[("trigger", "on:nothing")]), "amount");
        assert_eq!(wrong(&[("act_kind", "note"), ("act_value", " ")]), "a-2");
        assert_eq!(wrong(&[("depth", "1"), ("kind", "tag"), ("value", "")]), "v-2");
    }
}
