//! Service policies: all of them with the hours that they count, and what they would mean.

use axum::Json;
use base::calendar::Calendar;
use base::{Action, Language};
use people::api::Caller;
use platform::api::{Body, Problem, time};
use platform::web::form::one_line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::model::{
    NamedHours, ServiceHours, ServiceLevels, ServicePolicy, ServiceTarget, ServiceWhen, Warn, WhenLate,
};
use crate::rules::service::NAME_MAX;
use crate::rules::tags;
use crate::settings::{self, BadLevels};
use crate::{HoursId, ServicePolicyId, queries};

/// Service policies in their order, and the hours that they count beside the business's.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "hours": [{ "name": "Evenings", "calendar": { "tz": "Europe/Oslo",
    "week": { "mon": [["16:00", "20:00"]] } } }], "policies": [{ "name": "Repairs", "tags": ["repair"],
    "first": { "minutes": 120, "hours": "business" }, "next": { "minutes": 240, "hours": "Evenings" },
    "resolution": { "minutes": 2880, "hours": "always" }, "warn_share": 75, "late_tag": "late" }] }))]
pub(super) struct Levels {
    /// Of those that fit a conversation, the first holds; one that none fits goes by `times` of the settings.
    #[schema(max_items = 50)]
    policies: Vec<Policy>,
    /// Opening hours beside those of the business.
    #[serde(default)]
    #[schema(max_items = 50)]
    hours: Vec<Hours>,
}

/// Opening hours with a name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Hours {
    /// What policies call them.
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// The hours of each day, holidays, and days with hours of their own, as `PUT /settings/hours` takes them.
    #[schema(value_type = Object)]
    calendar: Calendar,
}

/// In how much time.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Goal {
    /// Minutes: at most 43200 to a reply and 525600 to a solution.
    #[schema(minimum = 1, maximum = 525_600)]
    minutes: i64,
    /// Which hours count: `always`, `business`, or the name of others.
    #[schema(max_length = 80)]
    hours: String,
}

/// What is promised of some conversations. Of each kind of condition that names anything, one has to fit.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Policy {
    /// Names it. On writing: which it was; without it, the one of this name, or a new one.
    id: Option<String>,
    /// Goes up whenever it asks something else of clocks; not looked at on writing.
    version: Option<i64>,
    /// What colleagues call it.
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// It belongs to one of these departments.
    #[serde(default)]
    departments: Vec<String>,
    /// It bears one of these tags.
    #[serde(default)]
    tags: Vec<String>,
    /// It came by one of these mailboxes, by their ids.
    #[serde(default)]
    mailboxes: Vec<String>,
    /// Its customer's language is one of these.
    #[serde(default)]
    languages: Vec<String>,
    /// Its customer belongs to one of these organisations.
    #[serde(default)]
    organisations: Vec<String>,
    /// Its customer is one of these.
    #[serde(default)]
    customers: Vec<String>,
    /// To the first reply of a colleague.
    #[schema(inline)]
    first: Goal,
    /// To every further one.
    #[schema(inline)]
    next: Goal,
    /// To the solution; null when none is promised.
    #[schema(inline)]
    resolution: Option<Goal>,
    /// Its owner is warned once so many per cent of the time are used; where nobody has it, those who lead.
    #[schema(minimum = 1, maximum = 99)]
    warn_share: Option<u8>,
    /// The same once so many minutes are left; not together with `warn_share`.
    #[schema(minimum = 1, maximum = 43_200)]
    warn_left: Option<i64>,
    /// The tag that is put on what was missed.
    #[schema(max_length = 40)]
    late_tag: Option<String>,
    /// The colleague who is given what was missed.
    late_assignee: Option<String>,
}

fn shown(levels: ServiceLevels) -> Levels {
    let ServiceLevels { policies, hours } = levels;
    let goal = |target: ServiceTarget| Goal {
        minutes: target.minutes,
        hours: match target.hours {
            ServiceHours::Always => "always".to_owned(),
            ServiceHours::Business => "business".to_owned(),
            ServiceHours::Named(id) => {
                hours.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default()
            }
        },
    };
    let policy = |one: ServicePolicy| Policy {
        id: Some(one.id.to_string()),
        version: Some(one.version),
        name: one.name,
        departments: one.when.departments.iter().map(ToString::to_string).collect(),
        tags: one.when.tags,
        mailboxes: one.when.mailboxes,
        languages: one.when.languages.iter().map(|language| language.code().to_owned()).collect(),
        organisations: one.when.organisations.iter().map(ToString::to_string).collect(),
        customers: one.when.people.iter().map(ToString::to_string).collect(),
        first: goal(one.first),
        next: goal(one.next),
        resolution: one.resolution.map(goal),
        warn_share: one.warn.and_then(|warn| if let Warn::Share(share) = warn { Some(share) } else { None }),
        warn_left: one.warn.and_then(|warn| if let Warn::Left(left) = warn { Some(left) } else { None }),
        late_tag: one.late.tag,
        late_assignee: one.late.give_to.map(|id| id.to_string()),
    };
    let policies = policies.into_iter().map(policy).collect();
    let hours = hours.into_iter().map(|one| Hours { name: one.name, calendar: one.calendar }).collect();
    Levels { policies, hours }
}

/// Ids of one kind, each at its place.
fn all<T: std::str::FromStr>(given: &[String], field: &str) -> Result<Vec<T>, Problem> {
    let one = |(at, text): (usize, &String)| {
        text.parse::<T>().map_err(|_| Problem::field(format!("{field}/{at}"), "names nothing that is there"))
    };
    given.iter().enumerate().map(one).collect()
}

impl Levels {
    /// As they are to be kept; what keeps its name keeps its id.
    fn read(self, caller: &Caller, before: &ServiceLevels) -> Result<ServiceLevels, Problem> {
        let now = caller.p.clock.business();
        let mut hours: Vec<NamedHours> = Vec::new();
        for one in self.hours {
            let known = before.hours.iter().find(|known| known.name == one.name);
            let id = known.map_or_else(|| HoursId::next(&caller.p.ids, now), |known| known.id.clone());
            hours.push(NamedHours { id, name: one_line(&one.name, NAME_MAX + 1), calendar: one.calendar });
        }
        let mut policies: Vec<ServicePolicy> = Vec::new();
        for (at, one) in self.policies.into_iter().enumerate() {
            let at = format!("/policies/{at}");
            let known = match &one.id {
                Some(id) => {
                    let known = before.policies.iter().find(|known| known.id.as_str() == id);
                    Some(known.ok_or_else(|| Problem::field(format!("{at}/id"), "is not the id of a policy"))?)
                }
                None => before.policies.iter().find(|known| known.name == one.name),
            };
            let id = known.map_or_else(|| ServicePolicyId::next(&caller.p.ids, now), |known| known.id.clone());
            if policies.iter().any(|earlier| earlier.id == id) {
                return Err(Problem::field(format!("{at}/id"), "stands there twice"));
            }
            policies.push(one.read(id, &hours, &at)?);
        }
        let levels = ServiceLevels { policies, hours };
        settings::checked(&levels).map_err(problem)?;
        Ok(levels)
    }
}

impl Policy {
    fn read(self, id: ServicePolicyId, hours: &[NamedHours], at: &str) -> Result<ServicePolicy, Problem> {
        let target = |goal: Goal, field: &str| -> Result<ServiceTarget, Problem> {
            let counted = match goal.hours.as_str() {
                "always" => ServiceHours::Always,
                "business" => ServiceHours::Business,
                name => {
                    let named = hours.iter().find(|one| one.name == name);
                    let missing = || Problem::field(format!("{at}/{field}/hours"), "names no hours that are there");
                    ServiceHours::Named(named.ok_or_else(missing)?.id.clone())
                }
            };
            Ok(ServiceTarget { minutes: goal.minutes, hours: counted })
        };
        let warn = match (self.warn_share, self.warn_left) {
            (None, None) => None,
            (Some(share), None) => Some(Warn::Share(share)),
            (None, Some(left)) => Some(Warn::Left(left)),
            (Some(_), Some(_)) => {
                return Err(Problem::field(format!("{at}/warn_left"), "stands beside warn_share"));
            }
        };
        let language = |(n, code): (usize, &String)| {
            let known = Language::from_code(code);
            known.ok_or_else(|| Problem::field(format!("{at}/languages/{n}"), "is none of en, nb, sv, da, id"))
        };
        let give_to = self.late_assignee.as_deref().map(str::parse::<people::StaffId>).transpose();
        let give_to = give_to.map_err(|_| Problem::field(format!("{at}/late_assignee"), "names no colleague"))?;
        let tag = match &self.late_tag {
            None => None,
            Some(text) => {
                let missing = || Problem::field(format!("{at}/late_tag"), "is no tag");
                Some(tags::name(text).ok_or_else(missing)?)
            }
        };
        Ok(ServicePolicy {
            id,
            version: 0,
            name: one_line(&self.name, NAME_MAX + 1),
            when: ServiceWhen {
                departments: all(&self.departments, &format!("{at}/departments"))?,
                tags: self.tags.iter().flat_map(|tag| tags::names(tag)).collect(),
                mailboxes: self.mailboxes,
                languages: self.languages.iter().enumerate().map(language).collect::<Result<_, _>>()?,
                organisations: all(&self.organisations, &format!("{at}/organisations"))?,
                people: all(&self.customers, &format!("{at}/customers"))?,
            },
            first: target(self.first, "first")?,
            next: target(self.next, "next")?,
            resolution: self.resolution.map(|goal| target(goal, "resolution")).transpose()?,
            warn,
            late: WhenLate { tag, give_to },
        })
    }
}

fn problem(bad: BadLevels) -> Problem {
    let policy = |at: usize, field: &str, detail: &str| Problem::field(format!("/policies/{at}{field}"), detail);
    match bad {
        BadLevels::TooMany => Problem::field("/policies", "holds more than 50"),
        BadLevels::Name(at) => policy(at, "/name", "must have 1 to 80 characters"),
        BadLevels::Taken(at) => policy(at, "/name", "stands there twice"),
        BadLevels::Target(at) => policy(at, "", "has a target without time, or with more than is allowed"),
        BadLevels::NoHours(at) => policy(at, "", "counts hours that are not there"),
        BadLevels::Warn(at) => policy(at, "", "warns when nobody could be warned"),
        BadLevels::TooManyNames(at) => policy(at, "", "names more than 200 of a kind"),
        BadLevels::HoursName(at) => Problem::field(format!("/hours/{at}/name"), "is empty, too long or there twice"),
        BadLevels::NeverOpen(at) => Problem::field(format!("/hours/{at}/calendar"), "is closed all week"),
    }
}

/// Lists service policies
#[utoipa::path(get, path = "/settings/service", tag = "Settings", operation_id = "get_service_policies",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "All of them, in their order.", body = Levels)))]
pub(super) async fn show(caller: Caller) -> Result<Json<Levels>, Problem> {
    caller.must(Action::ManageSettings)?;
    let levels = settings::service_levels(&mut caller.p.db.read().await?).await?;
    Ok(Json(shown(levels)))
}

/// Sets service policies
///
/// What is open is clocked anew by them, soon and step by step.
#[utoipa::path(put, path = "/settings/service", tag = "Settings", operation_id = "set_service_policies",
    security(("bearer" = ["admin"])), request_body = Levels,
    responses((status = 200, description = "What is set now.", body = Levels)))]
pub(super) async fn update(caller: Caller, Body(new): Body<Levels>) -> Result<Json<Levels>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut tx = caller.p.begin().await?;
    let before = settings::service_levels(&mut tx).await?;
    let levels = new.read(&caller, &before)?;
    settings::set_service_levels(&mut tx, levels).await?;
    platform::settings::record_change(&mut tx, &caller.actor(), "service").await?;
    let set = settings::service_levels(&mut tx).await?;
    tx.commit().await?;
    Ok(Json(shown(set)))
}

/// What one policy would mean for what is open.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Meaning {
    /// What it is called.
    name: String,
    /// How many open conversations would go by it, of at most a thousand that are looked at.
    would_go_by_it: usize,
    /// Of how many of these something would be due at another time.
    would_move: usize,
    /// Whether there are more than were looked at.
    more: bool,
    /// Some of them.
    examples: Vec<Example>,
}

/// A conversation that would go by a policy.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Example {
    /// Its id.
    id: String,
    /// Its number.
    number: i64,
    /// When something is due first; null when nothing is.
    #[schema(format = DateTime)]
    due_at: Option<String>,
    /// When something would be due first.
    #[schema(format = DateTime)]
    would_be_due_at: Option<String>,
}

/// What all policies would mean.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Meanings {
    /// Each policy, in their order.
    policies: Vec<Meaning>,
}

/// Previews service policies
///
/// Says what they would mean for what is open now, and changes nothing.
#[utoipa::path(post, path = "/settings/service/preview", tag = "Settings", operation_id = "preview_service_policies",
    security(("bearer" = ["admin"])), request_body = Levels,
    responses((status = 200, description = "What each would mean.", body = Meanings)))]
pub(super) async fn preview(caller: Caller, Body(new): Body<Levels>) -> Result<Json<Meanings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let now = caller.p.clock.business();
    let mut conn = caller.p.db.read().await?;
    let before = settings::service_levels(&mut conn).await?;
    let levels = new.read(&caller, &before)?;
    let mut policies = Vec::new();
    for policy in &levels.policies {
        let found = queries::service_preview(&mut conn, &levels, &policy.id, now).await?;
        let examples = found.examples.into_iter().map(|(it, due)| Example {
            id: it.id.to_string(),
            number: it.number,
            due_at: it.clocks.due().map(time),
            would_be_due_at: due.map(time),
        });
        policies.push(Meaning {
            name: policy.name.clone(),
            would_go_by_it: found.fits,
            would_move: found.moves,
            more: found.more,
            examples: examples.collect(),
        });
    }
    Ok(Json(Meanings { policies }))
}
