//! What departments, colleagues, mailboxes, tags, service policies and languages are called, as far as a reader sees them.

use std::collections::HashMap;

use base::Scope;
use conversations::http::conversation::Voice;
use conversations::queries as desk;
use people::staff::Colleague;
use platform::{Conn, Result};

use super::Dim;
use super::queries::{By, Sight};

/// What names are called.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Departments that the reader sees.
    pub departments: Vec<(String, String)>,
    /// Colleagues whose own figures the reader sees.
    pub staff: Vec<(String, String)>,
    /// Mailboxes.
    pub mailboxes: Vec<(String, String)>,
    /// Tags.
    pub tags: Vec<(String, String)>,
    /// Service policies, in their order.
    pub policies: Vec<(String, String)>,
    everyone: HashMap<String, String>,
}

/// Tags that one can choose from.
const TAGS: i64 = 500;

impl Names {
    /// Reads them. `voices` are the business's mailboxes.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn read(conn: &mut Conn, sight: &Sight, voices: Vec<Voice>) -> Result<Self> {
        let seen = |id: &str| match sight.scope() {
            Scope::Departments(own) => own.iter().any(|one| one == id),
            _ => true,
        };
        let departments = people::department::all(conn).await?.into_iter().map(|one| (one.id.to_string(), one.name));
        let colleagues: Vec<Colleague> = people::staff::colleagues(conn, &Scope::All).await?;
        let everyone: HashMap<String, String> =
            colleagues.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
        let mut staff: Vec<(String, String)> =
            everyone.iter().filter(|(id, _)| sight.sees(id)).map(|(id, name)| (id.clone(), name.clone())).collect();
        staff.sort_by(|one, two| (&one.1, &one.0).cmp(&(&two.1, &two.0)));
        let called = |voice: &Voice| if voice.name.is_empty() { voice.address.clone() } else { voice.name.clone() };
        let mut tags: Vec<(String, String)> =
            desk::tags(conn, TAGS).await?.into_iter().map(|(tag, _)| (tag.id.to_string(), tag.name)).collect();
        tags.sort_by(|one, two| one.1.cmp(&two.1));
        let levels = conversations::settings::service_levels(conn).await?;
        Ok(Self {
            policies: levels.policies.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            departments: departments.filter(|(id, _)| seen(id)).collect(),
            mailboxes: voices.iter().filter_map(|one| Some((one.mailbox.clone()?, called(one)))).collect(),
            staff,
            tags,
            everyone,
        })
    }

    /// What something is called; none when it is gone or is not seen.
    #[must_use]
    pub fn of(&self, by: By, name: &str) -> Option<String> {
        let among = match by {
            By::Department => &self.departments,
            By::Dim(Dim::Staff) => &self.staff,
            By::Dim(Dim::Mailbox) => &self.mailboxes,
            By::Dim(Dim::Tag) => &self.tags,
            By::Dim(Dim::Policy) => &self.policies,
            By::Dim(Dim::Language) => {
                return base::Language::from_code(name).map(|language| language.own_name().to_owned());
            }
            By::Dim(Dim::All) => return None,
        };
        among.iter().find(|(id, _)| id == name).map(|(_, called)| called.clone())
    }

    /// A colleague's name beside what they did; none when they are gone.
    #[must_use]
    pub fn colleague(&self, staff: &str) -> Option<&str> {
        self.everyone.get(staff).map(String::as_str)
    }
}
