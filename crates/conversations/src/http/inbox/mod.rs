//! The inbox: a list sorted by time left, and a preview beside it.

mod bulk;
mod joining;
mod list;
mod peek;
mod several;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform};
use serde::Deserialize;

use super::chips::tag_query;
use super::conversation::presence;
use super::lens::Lens;
use super::{colleagues, known_tags, sidebar, undoing};
use crate::queries::{self, Counts, Kept, Lately, ListQuery, Page, Thread, View};
use crate::settings::StateName;
use crate::{ConversationId, GiveTo, Group, Tag, Test, rules, settings};

pub(super) use bulk::Outcome;
pub use bulk::bulk;
pub(super) use list::{status_text, subject, view_links};
pub use several::{show as several, update as do_with_several};

/// Which list, as the address has it. Whatever it says, some list is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    view: String,
    tag: String,
    state: String,
    after: String,
    show: String,
    open: String,
    done: String,
    left: String,
    /// What was just done, and can be taken back.
    step: String,
    /// Anything: what was done was taken back.
    undone: String,
}

/// Which list is looked at.
#[derive(Clone, Debug)]
struct Look {
    view: View,
    group: Group,
    after: Option<String>,
    show: i64,
    open: Option<ConversationId>,
    /// What a bulk action did and what it left.
    outcome: Option<bulk::Outcome>,
    /// Whether that was to take something back.
    undone: bool,
}

impl Look {
    fn of(asked: &Asked, me: &StaffId) -> Self {
        let view = match rules::tags::name(&asked.tag) {
            Some(tag) => View::Tagged(tag),
            None => View::from_code(&asked.view, me).unwrap_or(View::All),
        };
        let parts = list::groups(&view);
        let group = Group::from_code(&asked.state).filter(|group| parts.contains(group)).unwrap_or(parts[0]);
        Self {
            view,
            group,
            after: Some(asked.after.clone()).filter(|after| !after.is_empty()),
            show: asked.show.parse().unwrap_or(list::STEP).clamp(list::STEP, list::MOST),
            open: asked.open.parse().ok(),
            outcome: bulk::Outcome::read(&asked.done, &asked.left),
            undone: !asked.undone.is_empty(),
        }
    }

    /// Like [`Look::of`], with the saved view that the address names; one that is not for the reader is none.
    async fn read(conn: &mut Conn, who: &Who, asked: &Asked) -> platform::Result<Self> {
        let look = Self::of(asked, &who.staff.id);
        let Ok(id) = asked.view.parse() else { return Ok(look) };
        let found = queries::find_view(conn, &who.staff, &id).await?;
        let kept = |view| View::Saved(Box::new(Kept { view, me: who.staff.id.clone() }));
        Ok(match found {
            Some(view) if !matches!(look.view, View::Tagged(_)) => {
                Self { view: kept(view), group: Group::Open, ..look }
            }
            _ => look,
        })
    }

    /// The same as conditions, for a view to be made of it.
    fn tests(&self, soon_hours: i64) -> Vec<Test> {
        let mut tests = match &self.view {
            View::Mine(_) => vec![Test::Owner(GiveTo::Me)],
            View::Unassigned => vec![Test::Owner(GiveTo::Nobody)],
            View::Department(id) => vec![Test::Department(Some(id.clone()))],
            View::Breaching => vec![Test::DueWithin(u32::try_from(soon_hours).unwrap_or(1))],
            View::Unanswered => vec![Test::Unanswered],
            View::WaitingCustomer => vec![Test::State(crate::State::WaitingCustomer)],
            View::Mentions(_) => vec![Test::Mentioned],
            View::Following(_) => vec![Test::Followed],
            View::Tagged(name) => vec![Test::Tag(name.clone())],
            View::All | View::Snoozed | View::Saved(_) => Vec::new(),
        };
        if matches!(self.view, View::Snoozed) || list::groups(&self.view).len() > 1 {
            tests.push(Test::Status(self.group));
        }
        tests
    }

    /// The address of this list.
    fn query(&self) -> String {
        let view = match &self.view {
            View::Tagged(name) => tag_query(name),
            view => format!("view={}", view.code()),
        };
        let mut query = format!("{view}&state={}", self.group.code());
        if let Some(after) = &self.after {
            // Cursors are made of digits, letters, `.`, `-` and `_`; others are of nobody's making.
            query.push_str("&after=");
            query.extend(after.chars().filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c)));
        }
        if self.show != list::STEP {
            query.push_str(&format!("&show={}", self.show));
        }
        query
    }

    /// The address with the row that is previewed.
    fn own_query(&self) -> String {
        let open = self.open.as_ref().map(|open| format!("&open={open}")).unwrap_or_default();
        format!("{}{open}", self.query())
    }

    /// Another part of the same view.
    fn part(&self, group: Group) -> Self {
        Self { group, after: None, show: list::STEP, open: None, outcome: None, ..self.clone() }
    }

    /// More rows of the same list, or the list that begins where this one ends.
    fn longer(&self, next: &str) -> Self {
        let mut longer = Self { open: None, outcome: None, ..self.clone() };
        if self.show < list::MOST {
            longer.show = (self.show + list::STEP).min(list::MOST);
        } else {
            longer.show = list::STEP;
            longer.after = Some(next.to_owned());
        }
        longer
    }
}

/// What the list of this address shows, as conditions.
pub(in crate::http) fn tests_of(asked: &Asked, me: &StaffId, soon_hours: i64) -> Vec<Test> {
    Look::of(asked, me).tests(soon_hours)
}

/// `GET /inbox`: the whole page.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn inbox(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let mut look = Look::read(&mut conn, &who, &asked).await?;
    let page = load(&p, &mut conn, &scope, &who, &look).await?;
    look.open = look.open.or_else(|| page.rows.first().map(|row| row.conversation.id.clone()));
    let thread = match &look.open {
        Some(id) => queries::glance(&mut conn, &scope, id).await?,
        None => None,
    };
    let there = thread.as_ref().map(|thread| presence::others(&p, &who, &thread.conversation.id)).unwrap_or_default();
    let done = undoing::asked(&p, &mut conn, &who, &asked.step).await?;
    let beside = Beside::load(&p, &mut conn, &scope, &who, &look).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &beside.names);
    let main = html! {
        div.inbox {
            (beside.list(lens, &look, &page))
            (peek::pane(lens, &look, thread.as_ref().map(|thread| (thread, there.as_slice())), &beside.staff, &beside.known))
        }
    };
    let title = list::heading(lens, &look.view, &beside.counts);
    let back = format!("/inbox?{}", look.query());
    let toast = done.as_ref().map(|done| undoing::toast(lens, done, &back));
    let viewer = who.viewer()?;
    let page = sidebar::counted(beside.counts.clone(), viewer.page_with(&p, &title, &main, toast));
    Ok(respond::page(StatusCode::OK, page.await?))
}

/// `GET /inbox/list`: the left pane alone.
///
/// # Errors
/// See [`inbox`].
pub async fn list(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let look = Look::read(&mut conn, &who, &asked).await?;
    let page = load(&p, &mut conn, &scope, &who, &look).await?;
    let beside = Beside::load(&p, &mut conn, &scope, &who, &look).await?;
    Ok(respond::page(StatusCode::OK, beside.list(Lens::of(&p, &who, &beside.names), &look, &page)))
}

/// `GET /inbox/peek/{id}`: the right pane alone.
///
/// # Errors
/// See [`inbox`].
pub async fn peek(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let look = Look { open: Some(id.clone()), ..Look::read(&mut conn, &who, &asked).await? };
    let thread: Thread = queries::glance(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let names = settings::state_names(&mut conn).await?;
    let staff = colleagues(&mut conn, &who, p.clock.business()).await?;
    let known = known_tags(&mut conn).await?;
    let lens = Lens::of(&p, &who, &names);
    let there = presence::others(&p, &who, &thread.conversation.id);
    Ok(respond::page(StatusCode::OK, peek::pane(lens, &look, Some((&thread, &there)), &staff, &known)))
}

async fn load(p: &Platform, conn: &mut Conn, scope: &Scope, who: &Who, look: &Look) -> platform::Result<Page> {
    let query = ListQuery { view: look.view.clone(), group: look.group, after: look.after.clone(), most: look.show };
    let mut page = queries::list(conn, scope, &query, p.clock.business()).await?;
    let drafted = queries::drafted(conn, &who.staff.id).await?;
    for row in &mut page.rows {
        row.drafted = drafted.contains(&row.conversation.id);
        row.writer = presence::writer(p, who, &row.conversation.id);
    }
    Ok(page)
}

/// What stands beside the rows of a list, read once for all its parts.
struct Beside {
    counts: Counts,
    names: Vec<StateName>,
    staff: Vec<Colleague>,
    known: Vec<Tag>,
    empty: list::Empty,
}

impl Beside {
    async fn load(p: &Platform, conn: &mut Conn, scope: &Scope, who: &Who, look: &Look) -> Result<Self, Error> {
        let (now, lately) = (p.clock.business(), who.given::<Lately>());
        // Counted first, so that what stands beside it says the same.
        let saved = match &look.view {
            View::Saved(kept) => queries::count_opened(conn, scope, kept, now, lately.as_ref()).await?,
            _ => 0,
        };
        let counts = queries::counts_lately(conn, scope, &who.staff.id, now, lately.as_ref()).await?;
        let mut counts = Counts { saved, ..counts };
        if let View::Tagged(name) = &look.view {
            counts.tagged = queries::open_tagged(conn, scope, name).await?;
        }
        let names = settings::state_names(conn).await?;
        let staff = colleagues(conn, who, p.clock.business()).await?;
        let known = known_tags(conn).await?;
        let may_connect = allowed(&who.actor(), Action::ManageSettings).is_ok();
        // Until there is an address, no customer can have written: nothing answered, but nothing connected.
        let unconnected = may_connect && settings::business(conn).await?.address.is_empty();
        let empty = if unconnected { list::Empty::Unconnected } else { list::Empty::Answered };
        Ok(Self { counts, names, staff, known, empty })
    }

    /// The left pane.
    fn list(&self, lens: Lens<'_>, look: &Look, page: &Page) -> Markup {
        list::pane(lens, look, &self.counts, page, (&self.staff, &self.known), self.empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn me() -> StaffId {
        format!("stf_{}", "0".repeat(26)).parse().expect("an id")
    }

    #[test]
    fn whatever_the_address_says_some_list_is_shown() {
        let look = Look::of(&Asked::default(), &me());
        assert_eq!(look.query(), "view=all&state=open");
        let asked = Asked {
            view: "breaching".into(),
            state: "closed".into(),
            after: "1.cnv_\"><script>".into(),
            show: "99999".into(),
            open: "nonsense".into(),
            ..Asked::default()
        };
        let look = Look::of(&asked, &me());
        assert_eq!(look.query(), "view=breaching&state=open&after=1.cnv_script&show=200");
        assert_eq!(look.open, None);
    }

    #[test]
    fn the_list_of_a_tag_has_an_address_of_its_own() {
        let asked =
            Asked { tag: " #Rød & blå ".into(), view: "mine".into(), state: "waiting".into(), ..Asked::default() };
        let look = Look::of(&asked, &me());
        assert_eq!(look.view, View::Tagged("Rød & blå".into()));
        assert_eq!(look.query(), "tag=R%C3%B8d+%26+bl%C3%A5&state=waiting");
        assert_eq!(look.longer("7.x").query(), "tag=R%C3%B8d+%26+bl%C3%A5&state=waiting&show=100");
        assert_eq!(Look::of(&Asked { tag: " , ".into(), ..Asked::default() }, &me()).view, View::All);
    }

    #[test]
    fn lists_grow_until_they_are_long_and_then_go_on_elsewhere() {
        let look = Look::of(&Asked::default(), &me());
        assert_eq!(look.longer("7.x").query(), "view=all&state=open&show=100");
        let long = Look { show: list::MOST, ..look };
        assert_eq!(long.longer("7.x").query(), "view=all&state=open&after=7.x");
        assert_eq!(long.part(Group::Closed).query(), "view=all&state=closed");
    }
}
