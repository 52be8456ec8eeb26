//! What can be done with several conversations at once: give them to somebody, tag, snooze or close them. Of each is said
//! whether it was done, and if not, why.

use axum::extract::State;
use axum::response::Response;
use base::{Action, Instant, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::{Colleague, Who};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use url::form_urlencoded::byte_serialize;

use super::super::conversation::{snoozing, tags};
use super::super::lens::Lens;
use super::super::{staff_items, undoing};
use super::{Asked, Look, several};
use crate::commands::{self, CommandError, Several};
use crate::queries;
use crate::rules::states::Refusal;
use crate::{ConversationId, Tag};

/// Conversations of one action.
pub(super) const MOST: usize = 200;

/// Shows itself while a box is checked.
pub(super) fn bar(lens: Lens<'_>, look: &Look, staff: &[Colleague], known: &[Tag]) -> Markup {
    let count = |n: i64| lens.say.with("inbox-selected", args![count = n, n = "{n}"]);
    let (tag, snooze) = (lens.text("conversation-tag"), lens.text("snooze-title"));
    html! {
        form.bulk #bulk method="post" action={ "/inbox/bulk?" (look.query()) } role="toolbar"
            aria-label=(lens.text("inbox-selection")) {
            output data-one=(count(1)) data-other=(count(2)) {}
            // Before all other buttons: it is the one that Enter in the field presses.
            div.menu #bulk-tag popover {
                (tags::field(lens, "bulk-tags", "tag", known))
                div.row.end-x.mt {
                    button.btn.small name="act" value="tag" { (lens.text("tags-add")) }
                    button.btn.ghost.small name="act" value="untag" { (lens.text("tags-remove")) }
                }
            }
            span.push.row.g-1 {
                button.btn.ghost.small type="button" popovertarget="bulk-assign" data-key="a" aria-keyshortcuts="A" {
                    (icon("user")) (lens.text("conversation-assign"))
                }
                button.btn.ghost.small.icon type="button" popovertarget="bulk-tag" data-key="t" aria-keyshortcuts="T"
                    aria-label=(tag) title=(tag) { (icon("tag")) }
                button.btn.ghost.small.icon type="button" popovertarget="bulk-snooze" data-key="h" aria-keyshortcuts="H"
                    aria-label=(snooze) title=(snooze) { (icon("snooze")) }
                button.btn.ghost.small name="act" value="close" data-key="e" aria-keyshortcuts="E" {
                    (icon("check")) (lens.text("conversation-close"))
                }
                @let more = lens.text("several-more");
                button.btn.ghost.small.icon name="act" value="more" aria-label=(more) title=(more) { (icon("more")) }
                button.btn.ghost.small.icon type="reset" aria-label=(lens.text("inbox-clear")) { (icon("x")) }
            }
            div.menu #bulk-snooze popover { (snoozing::times(lens, "bulk-snooze-at", None)) }
            div.menu #bulk-assign popover { (staff_items(lens, staff, "assign", None)) }
        }
    }
}

/// What became of each conversation, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::http) struct Outcome {
    pub(in crate::http) done: Vec<i64>,
    /// What was left, and why; without a reason it is not there any more.
    pub(in crate::http) left: Vec<(i64, Option<Refusal>)>,
}

impl Outcome {
    /// Reads [`Outcome::query`] back.
    pub(super) fn read(done: &str, left: &str) -> Option<Self> {
        let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
        let left = left.split('.').filter_map(|one| {
            let (at, why) = one.split_once('-')?;
            Some((number(at)?, Refusal::from_code(why)))
        });
        let found =
            Self { done: done.split('.').filter_map(number).take(MOST).collect(), left: left.take(MOST).collect() };
        (!done.is_empty()).then_some(found)
    }

    /// As the address has it: `done=48213.48214&left=48215-reason_needed`.
    pub(in crate::http) fn query(&self) -> String {
        let done: Vec<String> = self.done.iter().map(i64::to_string).collect();
        let code = |why: &Option<Refusal>| why.map_or("gone", Refusal::code);
        let left: Vec<String> = self.left.iter().map(|(number, why)| format!("{number}-{}", code(why))).collect();
        let done = if done.is_empty() { "0".to_owned() } else { done.join(".") };
        format!("done={done}&left={}", left.join("."))
    }
}

/// What the last bulk action did, over the list.
pub(super) fn outcome(lens: Lens<'_>, look: &Look) -> Markup {
    let done = if look.undone { "step-undone" } else { "inbox-bulk-done" };
    html! { @if let Some(outcome) = &look.outcome { (told(lens, outcome, done)) } }
}

/// What was done, in the message of this name, and what was left, and why.
pub(super) fn told(lens: Lens<'_>, Outcome { done, left }: &Outcome, said: &str) -> Markup {
    let link = |number: i64| html! { a href={ "/c/" (number) } { "#" (number) } };
    html! {
        div.pad-bar {
            div.callout data-tone=(if left.is_empty() { "ok" } else { "warn" }) role="status" {
                (icon(if left.is_empty() { "check" } else { "info" }))
                div.col.g-3 {
                    @if done.is_empty() {
                        p { (lens.say.with(said, args![count = 0])) }
                    } @else {
                        details.fold {
                            summary { (icon("right")) (lens.say.with(said, args![count = done.len()])) }
                            p.row.wrap.g-4 { @for number in done { (link(*number)) } }
                        }
                    }
                    @if !left.is_empty() {
                        p { (lens.say.with("inbox-bulk-left", args![count = left.len()])) }
                        ul { @for (number, reason) in left { li { (link(*number)) " " (several::why(lens, *reason)) } } }
                    }
                }
            }
        }
    }
}

/// What is to be done with each.
fn wanted(fields: &[(String, String)], zone: &TimeZone, now: Instant) -> Result<Several, Refusal> {
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if let Some(chosen) = field("snooze") {
        return Ok(Several::Snooze(snoozing::wish(chosen, field("at").unwrap_or_default(), zone, now)?));
    }
    Ok(match (field("assign"), field("act")) {
        (Some(to), _) => Several::Assign(to.parse().ok()),
        (None, Some("tag")) => Several::Tag(field("tag").unwrap_or_default().to_owned()),
        (None, Some("untag")) => Several::Untag(field("tag").unwrap_or_default().to_owned()),
        (None, _) => Several::Close(None, None),
    })
}

/// `POST /inbox/bulk`: the fields `id` (several), and `assign` (a colleague or nothing), `act=tag` or `act=untag` with
/// `tag` (words with a comma between them), `snooze` (see
/// `snoozing::wish`), `act=close`, or `act=more` for the page of all that can be done.
///
/// # Errors
/// When the reader may not, or the database cannot be used.
pub async fn bulk(
    State(p): State<Platform>,
    who: Who,
    axum::extract::Query(asked): axum::extract::Query<Asked>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let what = wanted(&fields, &who.zone, p.clock.business());
    let ids = fields.iter().filter(|(key, _)| key == "id").filter_map(|(_, id)| id.parse().ok()).take(MOST);
    let ids: Vec<ConversationId> = ids.collect();
    let numbers = queries::numbers(&mut p.db.read().await?, &scope, &ids).await?;
    let look = Look::read(&mut p.db.read().await?, &who, &asked).await?;
    if fields.iter().any(|(key, value)| key == "act" && value == "more") {
        let chosen: Vec<String> = ids.iter().filter_map(|id| numbers.get(id)).map(i64::to_string).collect();
        let back: String = byte_serialize(format!("/inbox?{}", look.query()).as_bytes()).collect();
        return Ok(respond::see(&format!("/inbox/several?n={}&back={back}", chosen.join("."))));
    }
    let (mut outcome, step, mut undoable) = (Outcome::default(), commands::new_step(&p), false);
    for id in &ids {
        // What is not there has no number either.
        let Some(number) = numbers.get(id).copied() else { continue };
        let done = match &what {
            Ok(what) => commands::do_with(&p, &who.actor(), id, what, &step).await,
            Err(refusal) => Err((*refusal).into()),
        };
        match done {
            Ok(kept) => {
                outcome.done.push(number);
                undoable |= kept;
            }
            Err(CommandError::Refused(why)) => outcome.left.push((number, Some(why))),
            Err(CommandError::NotFound) => outcome.left.push((number, None)),
            Err(CommandError::Forbidden) => return Err(Error::Forbidden),
            Err(CommandError::Fault(fault)) => return Err(fault.into()),
        }
    }
    let back = format!("/inbox?{}&{}", look.query(), outcome.query());
    Ok(respond::see(&undoing::with_step(&back, undoable.then_some(&step))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_each_is_told_by_the_address() {
        let outcome = Outcome { done: vec![5, 48213], left: vec![(7, Some(Refusal::ReasonNeeded)), (8, None)] };
        assert_eq!(outcome.query(), "done=5.48213&left=7-reason_needed.8-gone");
        assert_eq!(Outcome::read("5.48213", "7-reason_needed.8-gone"), Some(outcome));
        assert_eq!(Outcome::default().query(), "done=0&left=");
        assert_eq!(Outcome::read("0", ""), Some(Outcome::default()));
        assert_eq!(Outcome::read("", "7-gone"), None, "nothing was done at all");
        assert_eq!(Outcome::read("x.-1.<b>", "7.x-gone.9-<b>"), Some(Outcome { done: vec![], left: vec![(9, None)] }));
    }
}
