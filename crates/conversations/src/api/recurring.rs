//! What recurs.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use jiff::civil::Time;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands;
use crate::ids::RecurringId;
use crate::model::{Beginning, Recurring, Template};
use crate::rules::recurring::{Every, Plan, WhenClosed};
use crate::store;

/// What recurs, and when.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "subject": "Count the stock", "beginning": "note", "text": "All shelves.", "tags": ["stock"],
    "every": "month", "month_day": 31, "at": "08:00", "closed": "previous", "on": true }))]
pub(super) struct WhatRecurs {
    /// What it is about.
    #[schema(max_length = 200)]
    subject: String,
    /// The customer whose it is; the business's own without.
    customer: Option<String>,
    /// `note` for colleagues, or `message`: a mail of its owner to the customer.
    beginning: String,
    /// The text of its note or mail.
    text: String,
    /// Words on it.
    #[serde(default)]
    tags: Vec<String>,
    /// The colleague who has it.
    assignee: Option<String>,
    /// The department it belongs to.
    department: Option<String>,
    /// The macro whose checklist it gets.
    checklist: Option<String>,
    /// `day`, `week` (on `days`), `month` (on `month_day`) or `year` (on `month_day` of `month`).
    every: String,
    /// Days of the week, 1 = Monday to 7 = Sunday.
    #[serde(default)]
    days: Vec<i8>,
    /// The day of the month; its last where it is shorter.
    #[schema(minimum = 1, maximum = 31)]
    month_day: Option<i8>,
    /// The month of the year.
    #[schema(minimum = 1, maximum = 12)]
    month: Option<i8>,
    /// The time of day, in the time zone of the business.
    #[schema(example = "08:00")]
    at: String,
    /// What becomes of a day on which the business is closed: `leave`, or the `next` or `previous` open day.
    closed: String,
    /// Whether it begins by itself.
    on: bool,
}

/// Something that recurs.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Recurs {
    /// Names it.
    id: String,
    /// What it is made of.
    what: WhatRecurs,
    /// When it begins next; null while it is off.
    #[schema(format = DateTime)]
    next_at: Option<String>,
    /// The day for which it began last.
    #[schema(format = Date)]
    last_day: Option<String>,
    /// How often it began.
    made: i64,
}

impl From<Recurring> for Recurs {
    fn from(one: Recurring) -> Self {
        let of = one.of;
        let mut told = WhatRecurs {
            subject: of.subject,
            customer: of.person.map(|id| id.to_string()),
            beginning: of.beginning.code().to_owned(),
            text: of.body,
            tags: of.tags,
            assignee: of.owner.map(|id| id.to_string()),
            department: of.department.map(|id| id.to_string()),
            checklist: of.checklist.map(|id| id.to_string()),
            every: String::new(),
            days: Vec::new(),
            month_day: None,
            month: None,
            at: of.plan.at.strftime("%H:%M").to_string(),
            closed: of.plan.closed.code().to_owned(),
            on: of.on,
        };
        let every = match of.plan.every {
            Every::Day => "day",
            Every::Week { days } => {
                told.days = days;
                "week"
            }
            Every::Month { day } => {
                told.month_day = Some(day);
                "month"
            }
            Every::Year { month, day } => {
                (told.month, told.month_day) = (Some(month), Some(day));
                "year"
            }
        };
        every.clone_into(&mut told.every);
        Self {
            id: one.id.to_string(),
            what: told,
            next_at: one.next.map(|(_, at)| time(at)),
            last_day: one.last.map(|day| day.to_string()),
            made: one.made,
        }
    }
}

fn id<T: std::str::FromStr>(text: Option<&str>, field: &str) -> Result<Option<T>, Problem> {
    let bad = |_| Problem::field(format!("/{field}"), "is not the id of such a one");
    text.map(|id| id.parse().map_err(bad)).transpose()
}

impl WhatRecurs {
    fn wanted(mut self) -> Result<Template, Problem> {
        let missing = |field: &str| Problem::field(format!("/{field}"), "is needed");
        let every = match self.every.as_str() {
            "day" => Every::Day,
            "week" => {
                self.days.sort_unstable();
                self.days.dedup();
                Every::Week { days: self.days }
            }
            "month" => Every::Month { day: self.month_day.ok_or_else(|| missing("month_day"))? },
            "year" => Every::Year {
                month: self.month.ok_or_else(|| missing("month"))?,
                day: self.month_day.ok_or_else(|| missing("month_day"))?,
            },
            _ => return Err(Problem::field("/every", "is one of day, week, month, year")),
        };
        let at = Time::strptime("%H:%M", &self.at);
        let at = at.map_err(|_| Problem::field("/at", "is not a time such as 08:00"))?;
        let closed = WhenClosed::from_code(&self.closed);
        let closed = closed.ok_or_else(|| Problem::field("/closed", "is one of leave, next, previous"))?;
        let beginning = Beginning::from_code(&self.beginning);
        Ok(Template {
            subject: self.subject,
            person: id(self.customer.as_deref(), "customer")?,
            beginning: beginning.ok_or_else(|| Problem::field("/beginning", "is one of note, message"))?,
            body: self.text,
            tags: self.tags,
            owner: id(self.assignee.as_deref(), "assignee")?,
            department: id(self.department.as_deref(), "department")?,
            checklist: id(self.checklist.as_deref(), "checklist")?,
            plan: Plan { every, at, closed },
            on: self.on,
        })
    }
}

fn named(text: &str) -> Result<RecurringId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

async fn one(caller: &Caller, id: &RecurringId) -> Result<Json<Recurs>, Problem> {
    let found = store::find_recurring(&mut caller.p.db.read().await?, id).await?;
    found.map(|one| Json(one.into())).ok_or_else(Problem::not_found)
}

/// Lists what recurs
///
/// All of it, by subject; there is one page.
#[utoipa::path(get, path = "/recurring", tag = "Settings", operation_id = "list_recurring", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What recurs.", body = Page<Recurs>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Recurs>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let all = store::all_recurring(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.into_iter().map(Recurs::from).collect(), next: None }))
}

/// Makes a conversation recur
#[utoipa::path(post, path = "/recurring", tag = "Settings", operation_id = "create_recurring",
    security(("bearer" = ["admin"])), request_body = WhatRecurs,
    responses((status = 201, description = "What recurs.", body = Recurs)))]
pub(super) async fn create(caller: Caller, Body(new): Body<WhatRecurs>) -> Result<(StatusCode, Json<Recurs>), Problem> {
    caller.must(Action::ManageSettings)?;
    let made = commands::make_recurring(&caller.p, &caller.actor(), new.wanted()?).await?;
    Ok((StatusCode::CREATED, one(&caller, &made).await?))
}

/// Shows something that recurs
#[utoipa::path(get, path = "/recurring/{id}", tag = "Settings", operation_id = "get_recurring",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "Which.", example = "rec_01kyf5b0000000000000000000")),
    responses((status = 200, description = "What recurs.", body = Recurs)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Recurs>, Problem> {
    caller.must(Action::ManageSettings)?;
    one(&caller, &named(&id)?).await
}

/// Changes what recurs, or when
///
/// What began by it stays as it is.
#[utoipa::path(put, path = "/recurring/{id}", tag = "Settings", operation_id = "update_recurring",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "Which.", example = "rec_01kyf5b0000000000000000000")),
    request_body = WhatRecurs, responses((status = 200, description = "What recurs now.", body = Recurs)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<WhatRecurs>,
) -> Result<Json<Recurs>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    drop(one(&caller, &id).await?);
    commands::change_recurring(&caller.p, &caller.actor(), &id, new.wanted()?).await?;
    one(&caller, &id).await
}

/// Ends something that recurs
///
/// What began by it stays.
#[utoipa::path(delete, path = "/recurring/{id}", tag = "Settings", operation_id = "delete_recurring",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "Which.", example = "rec_01kyf5b0000000000000000000")),
    responses((status = 200, description = "It as it was.", body = Recurs)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<Recurs>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let gone = one(&caller, &id).await?;
    commands::remove_recurring(&caller.p, &caller.actor(), &id).await?;
    Ok(gone)
}
