//! What can be done with several conversations at once: give them to somebody, tag, snooze or close them. Of each is said
//! whether it was done, and if not, why.

use axum::extract::State;
use axum::response::Response;
use base::{Action, Instant, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};

use super::super::conversation::{snoozing, tags};
use super::super::lens::Lens;
use super::super::staff_items;
use super::{Asked, Look};
use crate::commands::{self, CommandError};
use crate::queries;
use crate::rules::states::Refusal;
use crate::{ConversationId, Snooze, Tag};

/// Conversations of one action.
const MOST: usize = 200;

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
                button.btn.ghost.small.icon type="reset" aria-label=(lens.text("inbox-clear")) { (icon("x")) }
            }
            div.menu #bulk-snooze popover { (snoozing::times(lens, "bulk-snooze-at", None)) }
            div.menu #bulk-assign popover { (staff_items(lens, staff, "assign", None)) }
        }
    }
}

/// What became of each conversation, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    done: Vec<i64>,
    /// What was left, and why; without a reason it is not there any more.
    left: Vec<(i64, Option<Refusal>)>,
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
    fn query(&self) -> String {
        let done: Vec<String> = self.done.iter().map(i64::to_string).collect();
        let code = |why: &Option<Refusal>| why.map_or("gone", Refusal::code);
        let left: Vec<String> = self.left.iter().map(|(number, why)| format!("{number}-{}", code(why))).collect();
        let done = if done.is_empty() { "0".to_owned() } else { done.join(".") };
        format!("done={done}&left={}", left.join("."))
    }
}

/// What the last bulk action did, over the list.
pub(super) fn outcome(lens: Lens<'_>, look: &Look) -> Markup {
    let Some(Outcome { done, left }) = &look.outcome else { return html! {} };
    let link = |number: i64| html! { a href={ "/c/" (number) } { "#" (number) } };
    let why = |why: &Option<Refusal>| lens.text(why.map_or("inbox-bulk-gone", Refusal::message));
    html! {
        div.pad-bar {
            div.callout data-tone=(if left.is_empty() { "ok" } else { "warn" }) role="status" {
                (icon(if left.is_empty() { "check" } else { "info" }))
                div.col.g-3 {
                    @if done.is_empty() {
                        p { (lens.say.with("inbox-bulk-done", args![count = 0])) }
                    } @else {
                        details.fold {
                            summary { (icon("right")) (lens.say.with("inbox-bulk-done", args![count = done.len()])) }
                            p.row.wrap.g-4 { @for number in done { (link(*number)) } }
                        }
                    }
                    @if !left.is_empty() {
                        p { (lens.say.with("inbox-bulk-left", args![count = left.len()])) }
                        ul { @for (number, reason) in left { li { (link(*number)) " " (why(reason)) } } }
                    }
                }
            }
        }
    }
}

/// What is to be done with each.
enum Act {
    Assign(Option<StaffId>),
    Tag(String),
    Untag(String),
    Snooze(Result<Snooze, Refusal>),
    Close,
}

impl Act {
    fn read(fields: &[(String, String)], zone: &TimeZone, now: Instant) -> Self {
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        if let Some(chosen) = field("snooze") {
            return Self::Snooze(snoozing::wish(chosen, field("at").unwrap_or_default(), zone, now));
        }
        match (field("assign"), field("act")) {
            (Some(to), _) => Self::Assign(to.parse().ok()),
            (None, Some("tag")) => Self::Tag(field("tag").unwrap_or_default().to_owned()),
            (None, Some("untag")) => Self::Untag(field("tag").unwrap_or_default().to_owned()),
            (None, _) => Self::Close,
        }
    }

    async fn on(&self, p: &Platform, who: &Who, id: &ConversationId) -> commands::Answer<()> {
        let actor = who.actor();
        match self {
            Self::Assign(to) => commands::assign(p, &actor, id, to.as_ref()).await,
            Self::Tag(names) => commands::tag(p, &actor, id, std::slice::from_ref(names)).await,
            Self::Untag(names) => commands::untag(p, &actor, id, std::slice::from_ref(names)).await,
            Self::Snooze(wish) => commands::snooze(p, &actor, id, (*wish)?).await,
            Self::Close => commands::close(p, &actor, id, None).await,
        }
    }
}

/// `POST /inbox/bulk`: the fields `id` (several), and `assign` (a colleague or nothing), `act=tag` or `act=untag` with
/// `tag` (words with a comma between them), `snooze` (see
/// `snoozing::wish`), or `act=close`.
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
    let act = Act::read(&fields, &who.zone, p.clock.business());
    let ids = fields.iter().filter(|(key, _)| key == "id").filter_map(|(_, id)| id.parse().ok()).take(MOST);
    let ids: Vec<ConversationId> = ids.collect();
    let numbers = queries::numbers(&mut p.db.read().await?, &scope, &ids).await?;
    let mut outcome = Outcome::default();
    for id in &ids {
        // What is not there has no number either.
        let Some(number) = numbers.get(id).copied() else { continue };
        match act.on(&p, &who, id).await {
            Ok(()) => outcome.done.push(number),
            Err(CommandError::Refused(why)) => outcome.left.push((number, Some(why))),
            Err(CommandError::NotFound) => outcome.left.push((number, None)),
            Err(CommandError::Forbidden) => return Err(Error::Forbidden),
            Err(CommandError::Fault(fault)) => return Err(fault.into()),
        }
    }
    let look = Look::of(&asked, &who.staff.id);
    Ok(respond::see(&format!("/inbox?{}&{}", look.query(), outcome.query())))
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
