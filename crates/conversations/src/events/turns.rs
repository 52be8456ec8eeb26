//! Why somebody got what is given out by turns, or nobody did, in words.

use base::event::Sentence;
use jiff::civil::{Date, Weekday};

use crate::model::{Missing, TurnOrder};

/// Somebody got it.
pub(super) fn given(
    name: String,
    (by, open): (Option<TurnOrder>, i64),
    without: Option<&Missing>,
    back: Option<Date>,
) -> Sentence {
    let mut args = vec![("name", name)];
    let message = match (without, by) {
        (Some(missing), _) => {
            args.extend(lacks(missing, back));
            match missing {
                Missing::Language(_) => "event-assigned-turn-language",
                Missing::Skill(_) => "event-assigned-turn-skill",
            }
        }
        (None, Some(TurnOrder::Least)) => {
            args.push(("open", open.to_string()));
            "event-assigned-turn-least"
        }
        (None, Some(TurnOrder::Round)) => "event-assigned-turn-round",
        (None, None) => "event-assigned-turn",
    };
    Sentence { message, args }
}

/// Nobody did.
pub(super) fn waits(missing: Option<&Missing>, back: Option<Date>) -> Sentence {
    let message = match missing {
        Some(Missing::Language(_)) => "event-turn-waits-language",
        Some(Missing::Skill(_)) => "event-turn-waits-skill",
        None => "event-turn-waits",
    };
    Sentence { message, args: missing.map(|missing| lacks(missing, back)).unwrap_or_default() }
}

/// What is missing, and until when: the day of the week and the date, or none.
fn lacks(missing: &Missing, back: Option<Date>) -> Vec<(&'static str, String)> {
    let what = match missing {
        Missing::Language(language) => ("language", language.code().to_owned()),
        Missing::Skill(names) => ("skills", names.clone()),
    };
    let weekday = back.map_or("none", |day| match day.weekday() {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    });
    vec![what, ("weekday", weekday.to_owned()), ("day", back.map(|day| day.to_string()).unwrap_or_default())]
}
