//! Facts that are not measured: wrong in themselves, or a choice of another product. Each rule names a source, a field
//! and a reason, and looks at the fact alone, never at the name of a file. What they leave out is counted.

use std::fmt;

use serde_json::Value;

use super::score::Kind;

/// A rule.
pub struct Rule {
    /// Where it holds; `*` is everywhere.
    source: &'static str,
    /// For which facts.
    field: Kind,
    /// Which of them: all that is known of the mail, and the fact.
    when: fn(&Value, &Value) -> bool,
    /// Why.
    reason: &'static str,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.source, self.field.name(), self.reason)
    }
}

/// All rules.
pub const RULES: &[Rule] = &[
    Rule { source: "*", field: Kind::Subject, when: |_, fact| is_undecoded(fact), reason: UNDECODED },
    Rule { source: "*", field: Kind::Text, when: |_, fact| is_undecoded(fact), reason: UNDECODED },
    Rule { source: "*", field: Kind::Attachments, when: |_, fact| is_undecoded(fact), reason: UNDECODED },
    Rule {
        source: "*",
        field: Kind::VisibleReply,
        when: |_, fact| fact == "",
        reason: "nothing is new in it; we never fold a whole mail away, so all of it is shown",
    },
    Rule {
        source: "sisimai-set-of-emails",
        field: Kind::Bounce,
        when: |facts, _| is_still_tried(facts),
        reason: "the report itself says delayed or delivered; everywhere else such a mail counts as no bounce",
    },
];

/// Whether a fact is left out.
pub fn excluded(source: &str, field: Kind, facts: &Value, fact: &Value) -> bool {
    RULES
        .iter()
        .any(|rule| (rule.source == "*" || rule.source == source) && rule.field == field && (rule.when)(facts, fact))
}

const UNDECODED: &str = "the fact holds U+FFFD or control characters: whoever wrote it down could not decode it";

fn is_undecoded(fact: &Value) -> bool {
    match fact {
        Value::String(text) => {
            text.contains(|c: char| c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace()))
        }
        Value::Array(list) => list.iter().any(is_undecoded),
        Value::Object(fields) => fields.values().any(is_undecoded),
        _ => false,
    }
}

/// The report's own action is not a failure, or its status is of the fours and its subject speaks of delay.
fn is_still_tried(facts: &Value) -> bool {
    let agreed = &facts["agreed"];
    let action = agreed["dsn"]["action"].as_str().is_some_and(|action| !action.to_lowercase().starts_with("fail"));
    let subject = agreed["subject"].as_str().unwrap_or_default().to_lowercase();
    let mut bounces = facts["bounces"].as_array().into_iter().flatten().peekable();
    let temporary = bounces.peek().is_some()
        && bounces.all(|bounce| bounce["status"].as_str().is_some_and(|status| status.starts_with('4')));
    action || (temporary && subject.contains("delay"))
}
