//! A service policy as somebody typed it.

use base::{Language, Scope};
use people::{OrganisationId, PersonId};
use platform::web::errors::Error;
use platform::web::form::one_line;
use platform::{Conn, Result};

use super::super::{Wrong, number};
use crate::ServicePolicyId;
use crate::model::{ServiceHours, ServicePolicy, ServiceTarget, ServiceWhen, Warn, WhenLate};
use crate::rules::service::{NAME_MAX, NAMES_MOST};
use crate::rules::tags;

/// One target: hours, minutes, and which hours count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypedTarget {
    pub hours: String,
    pub minutes: String,
    pub count: String,
}

impl TypedTarget {
    fn of(target: &ServiceTarget) -> Self {
        Self {
            hours: (target.minutes / 60).to_string(),
            minutes: (target.minutes % 60).to_string(),
            count: count(&target.hours),
        }
    }

    fn is_empty(&self) -> bool {
        self.hours.trim().is_empty() && self.minutes.trim().is_empty()
    }

    fn read(&self, most_hours: i64) -> Option<ServiceTarget> {
        let part = |text: &str, most| if text.trim().is_empty() { Some(0) } else { number(text, 0, most) };
        let minutes = part(&self.hours, most_hours)? * 60 + part(&self.minutes, 59)?;
        let hours = match self.count.as_str() {
            "always" => ServiceHours::Always,
            "business" => ServiceHours::Business,
            id => ServiceHours::Named(id.parse().ok()?),
        };
        (1..=most_hours * 60).contains(&minutes).then_some(ServiceTarget { minutes, hours })
    }
}

/// Which hours count, as the form has it.
pub(super) fn count(hours: &ServiceHours) -> String {
    match hours {
        ServiceHours::Always => "always".to_owned(),
        ServiceHours::Business => "business".to_owned(),
        ServiceHours::Named(id) => id.to_string(),
    }
}

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub name: String,
    pub departments: Vec<String>,
    pub tags: String,
    pub mailboxes: Vec<String>,
    pub languages: Vec<String>,
    pub organisations: String,
    pub people: String,
    pub first: TypedTarget,
    pub next: TypedTarget,
    pub resolution: TypedTarget,
    /// `none`, `share` or `left`.
    pub warn: String,
    pub warn_share: String,
    pub warn_left: String,
    pub late_tag: String,
    pub late_give: String,
    pub looks: bool,
}

/// Most hours to a reply, and to a solution.
const REPLY_HOURS: i64 = 720;
const RESOLUTION_HOURS: i64 = 8760;

impl Typed {
    /// A new one: the usual times.
    pub(super) fn new() -> Self {
        let target = |hours: &str, count: &str| TypedTarget {
            hours: hours.to_owned(),
            minutes: "0".to_owned(),
            count: count.to_owned(),
        };
        let mut resolution = target("", "business");
        resolution.minutes.clear();
        Self {
            first: target("24", "always"),
            next: target("8", "business"),
            resolution,
            warn: "share".to_owned(),
            warn_share: "75".to_owned(),
            warn_left: "60".to_owned(),
            ..Self::default()
        }
    }

    /// As it is kept, with the names of what it has by id.
    pub(super) async fn of(conn: &mut Conn, policy: &ServicePolicy) -> Result<Self> {
        let when = &policy.when;
        let (mut organisations, mut people) = (Vec::new(), Vec::new());
        for id in &when.organisations {
            let found = people::organisation::find(conn, &Scope::All, id).await?;
            organisations.extend(found.map(|one| one.name));
        }
        for id in &when.people {
            let known = people::person::addresses(conn, &Scope::All, id).await?;
            people.extend(known.into_iter().next().map(|address| address.shown));
        }
        let (warn, share, left) = match policy.warn {
            None => ("none", None, None),
            Some(Warn::Share(share)) => ("share", Some(i64::from(share)), None),
            Some(Warn::Left(left)) => ("left", None, Some(left)),
        };
        Ok(Self {
            name: policy.name.clone(),
            departments: when.departments.iter().map(ToString::to_string).collect(),
            tags: when.tags.join(", "),
            mailboxes: when.mailboxes.clone(),
            languages: when.languages.iter().map(|language| language.code().to_owned()).collect(),
            organisations: organisations.join("\n"),
            people: people.join("\n"),
            first: TypedTarget::of(&policy.first),
            next: TypedTarget::of(&policy.next),
            resolution: policy.resolution.as_ref().map_or_else(|| Self::new().resolution, TypedTarget::of),
            warn: warn.to_owned(),
            warn_share: share.unwrap_or(75).to_string(),
            warn_left: left.unwrap_or(60).to_string(),
            late_tag: policy.late.tag.clone().unwrap_or_default(),
            late_give: policy.late.give_to.as_ref().map(ToString::to_string).unwrap_or_default(),
            looks: false,
        })
    }

    pub(super) fn read(fields: &[(String, String)]) -> Self {
        let field = |name: &str| -> String {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.chars().take(20_000).collect()).unwrap_or_default()
        };
        let several = |name: &str| -> Vec<String> {
            let these = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone());
            these.filter(|value| !value.is_empty()).take(NAMES_MOST + 1).collect()
        };
        let target = |name: &str| TypedTarget {
            hours: field(&format!("{name}_hours")),
            minutes: field(&format!("{name}_minutes")),
            count: field(&format!("{name}_count")),
        };
        Self {
            name: field("name"),
            departments: several("department"),
            tags: field("tags"),
            mailboxes: several("mailbox"),
            languages: several("language"),
            organisations: field("organisations"),
            people: field("people"),
            first: target("first"),
            next: target("next"),
            resolution: target("resolution"),
            warn: field("warn"),
            warn_share: field("warn_share"),
            warn_left: field("warn_left"),
            late_tag: field("late_tag"),
            late_give: field("late_give"),
            looks: fields.iter().any(|(key, value)| key == "act" && value == "look"),
        }
    }

    /// What is wanted; what is to be put right is noted.
    pub(super) async fn wanted(
        &self,
        conn: &mut Conn,
        id: ServicePolicyId,
        wrong: &mut Wrong,
    ) -> Result<Option<ServicePolicy>, Error> {
        let name = one_line(&self.name, NAME_MAX);
        if name.is_empty() {
            wrong.add("name", "service-wrong-name");
        }
        let when = self.when(conn, wrong).await?;
        let mut target = |field: &str, typed: &TypedTarget, most: i64| {
            let read = typed.read(most);
            if read.is_none() {
                wrong.add(format!("{field}_hours"), "service-wrong-target");
            }
            read
        };
        let first = target("first", &self.first, REPLY_HOURS);
        let next = target("next", &self.next, REPLY_HOURS);
        let resolution =
            if self.resolution.is_empty() { None } else { target("resolution", &self.resolution, RESOLUTION_HOURS) };
        let warn = match self.warn.as_str() {
            "share" => {
                let share = number(&self.warn_share, 1, 99).and_then(|share| u8::try_from(share).ok());
                if share.is_none() {
                    wrong.add("warn_share", "service-wrong-share");
                }
                share.map(Warn::Share)
            }
            "left" => {
                let left = number(&self.warn_left, 1, REPLY_HOURS * 60);
                if left.is_none() {
                    wrong.add("warn_left", "service-wrong-left");
                }
                left.map(Warn::Left)
            }
            _ => None,
        };
        let late = WhenLate { tag: tags::name(&self.late_tag), give_to: self.late_give.parse().ok() };
        let (Some(first), Some(next), true) = (first, next, wrong.is_empty()) else { return Ok(None) };
        Ok(Some(ServicePolicy { id, version: 1, name, when, first, next, resolution, warn, late }))
    }

    async fn when(&self, conn: &mut Conn, wrong: &mut Wrong) -> Result<ServiceWhen, Error> {
        let lines = |text: &str| -> Vec<String> {
            let lines = text.lines().map(|line| one_line(line, 200)).filter(|line| !line.is_empty());
            lines.take(NAMES_MOST + 1).collect()
        };
        let mut organisations: Vec<OrganisationId> = Vec::new();
        for name in lines(&self.organisations) {
            match people::organisation::by_name(conn, &name).await? {
                Some(found) if !organisations.contains(&found.id) => organisations.push(found.id),
                Some(_) => {}
                None => wrong.add("organisations", "service-wrong-organisations"),
            }
        }
        let mut people: Vec<PersonId> = Vec::new();
        for address in lines(&self.people) {
            match people::person::by_address(conn, &Scope::All, &address).await? {
                Some(found) if !people.contains(&found.id) => people.push(found.id),
                Some(_) => {}
                None => wrong.add("people", "service-wrong-people"),
            }
        }
        let when = ServiceWhen {
            departments: self.departments.iter().filter_map(|id| id.parse().ok()).collect(),
            tags: tags::names(&self.tags),
            mailboxes: self.mailboxes.iter().map(|id| one_line(id, 100)).collect(),
            languages: self.languages.iter().filter_map(|code| Language::from_code(code)).collect(),
            organisations,
            people,
        };
        let most = [when.tags.len(), when.mailboxes.len(), when.organisations.len(), when.people.len()];
        if most.into_iter().any(|n| n > NAMES_MOST) {
            wrong.add("tags", "service-wrong-many");
        }
        Ok(when)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_at_least_a_minute_and_counts_hours_that_can_be_named() {
        let typed = |hours: &str, minutes: &str, count: &str| TypedTarget {
            hours: hours.into(),
            minutes: minutes.into(),
            count: count.into(),
        };
        let read = |typed: &TypedTarget| typed.read(REPLY_HOURS).map(|target| target.minutes);
        assert_eq!(read(&typed("1", "30", "always")), Some(90));
        assert_eq!(read(&typed("", "1", "business")), Some(1));
        assert_eq!(read(&typed("720", "0", "business")), Some(43_200));
        for (hours, minutes, count) in
            [("0", "0", "always"), ("720", "1", "always"), ("1", "60", "always"), ("-1", "", "always"), ("1", "0", "x")]
        {
            assert_eq!(read(&typed(hours, minutes, count)), None, "{hours}:{minutes} {count}");
        }
        let target = ServiceTarget { minutes: 95, hours: ServiceHours::Business };
        assert_eq!(TypedTarget::of(&target).read(REPLY_HOURS), Some(target));
    }
}
