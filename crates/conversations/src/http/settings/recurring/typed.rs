//! What the form of something that recurs holds, as typed.

use base::Scope;
use jiff::civil::Time;
use people::relation::named_by;
use people::{Failure, PersonId};
use platform::Conn;
use platform::web::errors::Error;

use super::super::Wrong;
use crate::model::{Beginning, Recurring, Template};
use crate::rules::recurring::{Every, Plan, WhenClosed};
use crate::rules::states::Refusal;

/// The fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub subject: String,
    pub customer: String,
    pub beginning: String,
    pub body: String,
    pub tags: String,
    pub owner: String,
    pub department: String,
    pub checklist: String,
    pub every: String,
    pub days: Vec<i8>,
    pub month_day: String,
    pub year_day: String,
    pub year_month: String,
    pub at: String,
    pub closed: String,
    pub on: bool,
    /// Only its days are to be seen.
    pub looks: bool,
}

impl Typed {
    /// A new one.
    pub(super) fn new() -> Self {
        Self {
            beginning: "note".into(),
            every: "week".into(),
            days: vec![1],
            month_day: "1".into(),
            year_day: "1".into(),
            year_month: "1".into(),
            at: "08:00".into(),
            closed: "next".into(),
            on: true,
            ..Self::default()
        }
    }

    pub(super) fn of(one: &Recurring, customer: String) -> Self {
        let of = &one.of;
        let mut typed = Self {
            subject: of.subject.clone(),
            customer,
            beginning: of.beginning.code().into(),
            body: of.body.clone(),
            tags: of.tags.join(", "),
            owner: of.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
            department: of.department.as_ref().map(ToString::to_string).unwrap_or_default(),
            checklist: of.checklist.as_ref().map(ToString::to_string).unwrap_or_default(),
            at: of.plan.at.strftime("%H:%M").to_string(),
            closed: of.plan.closed.code().into(),
            on: of.on,
            days: Vec::new(),
            ..Self::new()
        };
        match &of.plan.every {
            Every::Day => "day".clone_into(&mut typed.every),
            Every::Week { days } => typed.days.clone_from(days),
            Every::Month { day } => {
                "month".clone_into(&mut typed.every);
                typed.month_day = day.to_string();
            }
            Every::Year { month, day } => {
                "year".clone_into(&mut typed.every);
                (typed.year_month, typed.year_day) = (month.to_string(), day.to_string());
            }
        }
        typed
    }

    pub(super) fn read(fields: &[(String, String)]) -> Self {
        let field = |name: &str| -> String {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.chars().take(200_000).collect()).unwrap_or_default()
        };
        let mut days: Vec<i8> =
            fields.iter().filter(|(key, _)| key == "day").filter_map(|(_, day)| day.parse().ok()).collect();
        days.sort_unstable();
        days.dedup();
        Self {
            subject: field("subject"),
            customer: field("customer"),
            beginning: field("beginning"),
            body: field("body"),
            tags: field("tags"),
            owner: field("owner"),
            department: field("department"),
            checklist: field("checklist"),
            every: field("every"),
            days,
            month_day: field("month_day"),
            year_day: field("year_day"),
            year_month: field("year_month"),
            at: field("at"),
            closed: field("closed"),
            on: fields.iter().any(|(key, _)| key == "on"),
            looks: fields.iter().any(|(key, value)| key == "act" && value == "look"),
        }
    }

    /// When it is to recur; what is to be put right is noted.
    pub(super) fn plan(&self, wrong: &mut Wrong) -> Option<Plan> {
        let number = |text: &str| text.trim().parse::<i8>().ok();
        let every = match self.every.as_str() {
            "day" => Some(Every::Day),
            "week" => Some(Every::Week { days: self.days.clone() }),
            "month" => number(&self.month_day).map(|day| Every::Month { day }),
            _ => number(&self.year_month).zip(number(&self.year_day)).map(|(month, day)| Every::Year { month, day }),
        };
        let every = every.filter(Every::makes_sense);
        let at = Time::strptime("%H:%M", self.at.trim()).ok();
        if every.is_none() {
            wrong.add("every", Refusal::BadPlan.message());
        }
        if at.is_none() {
            wrong.add("at", "recurring-wrong-time");
        }
        let closed = WhenClosed::from_code(&self.closed).unwrap_or_default();
        Some(Plan { every: every?, at: at?, closed })
    }

    /// What is wanted; what is to be put right is noted.
    pub(super) async fn wanted(&self, conn: &mut Conn, wrong: &mut Wrong) -> Result<Option<Template>, Error> {
        let plan = self.plan(wrong);
        let person: Option<PersonId> = match self.customer.trim() {
            "" => None,
            typed => match named_by(conn, &Scope::All, typed, None).await {
                Ok(found) => Some(found),
                Err(Failure::Fault(fault)) => return Err(fault.into()),
                Err(Failure::Refused(_)) => {
                    wrong.add("customer", "recurring-wrong-customer");
                    None
                }
            },
        };
        let Some(plan) = plan.filter(|_| wrong.is_empty()) else { return Ok(None) };
        Ok(Some(Template {
            subject: self.subject.clone(),
            person,
            beginning: Beginning::from_code(&self.beginning).unwrap_or_default(),
            body: self.body.clone(),
            tags: vec![self.tags.clone()],
            owner: self.owner.parse().ok(),
            department: self.department.parse().ok(),
            checklist: self.checklist.parse().ok(),
            plan,
            on: self.on,
        }))
    }
}
