//! Who did what to the business's Tillit: administrative acts and sign-ins as the log has them, to be looked through and
//! carried away. Keeps nothing of its own.

pub mod api;
mod csv;
pub mod http;
#[cfg(test)]
mod tests;

use base::{Action, Actor, Instant, Scope, allowed};
use people::staff;
use platform::i18n::Say;
use platform::log::public::Families;
use platform::log::{self, Newest, Recorded};
use platform::settings::Changed;
use platform::{Conn, Result, args};

/// What belongs together when one looks for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Who came in, who did not, who left.
    SignIns,
    /// Accounts, roles, second factors, departments.
    Colleagues,
    /// Pages of settings, backups, work that was begun again.
    Settings,
    /// Tokens and webhooks.
    Programs,
    /// Mailboxes.
    Mailboxes,
    /// Tags and macros.
    Words,
    /// What customers find by themselves: articles, and what colleagues decide in the community.
    Open,
    /// What was handed out of customers, and what was erased.
    Privacy,
}

impl Group {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::SignIns,
        Self::Colleagues,
        Self::Settings,
        Self::Programs,
        Self::Mailboxes,
        Self::Words,
        Self::Open,
        Self::Privacy,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIns => "sign_ins",
            Self::Colleagues => "colleagues",
            Self::Settings => "settings",
            Self::Programs => "programs",
            Self::Mailboxes => "mailboxes",
            Self::Words => "words",
            Self::Open => "open",
            Self::Privacy => "privacy",
        }
    }

    /// Reads [`Group::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// The facts that belong to it.
    #[must_use]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::SignIns => &["signin.succeeded", "signin.failed", "signin.ended", "staff.recovery_used"],
            Self::Colleagues => &[
                "staff.added",
                "staff.invited",
                "staff.password_changed",
                "staff.role_changed",
                "staff.reach_changed",
                "staff.disabled",
                "staff.enabled",
                "staff.second_on",
                "staff.second_off",
                "staff.recovery_renewed",
                "staff.absence_planned",
                "staff.absence_cancelled",
                "staff.workload_changed",
                "staff.skills_changed",
                "staff.writes_changed",
                "department.made",
                "department.changed",
                "department.closed",
                "department.opened",
            ],
            Self::Settings => {
                &["settings.changed", "rule.made", "rule.changed", "rule.switched", "rule.stopped", "rule.removed"]
            }
            Self::Programs => &[
                "token.made",
                "token.revoked",
                "webhook.added",
                "webhook.changed",
                "webhook.switched",
                "webhook.secret_rotated",
                "webhook.removed",
            ],
            Self::Mailboxes => &["mailbox.connected", "mailbox.changed", "mailbox.removed"],
            Self::Words => &[
                "tag.made",
                "tag.changed",
                "tag.merged",
                "tag.removed",
                "macro.made",
                "macro.changed",
                "macro.removed",
                "macro.restored",
                "recurring.made",
                "recurring.changed",
                "recurring.removed",
            ],
            Self::Open => &[
                "article.scheduled",
                "article.published",
                "article.withdrawn",
                "article.restored",
                "article.described",
                "article.category_saved",
                "article.category_removed",
                "community.topic_reviewed",
                "community.topic_locked",
                "community.topic_merged",
                "community.idea_decided",
                "community.member_marked",
                "community.member_blocked",
                "guide.published",
                "guide.withdrawn",
                "guide.restored",
            ],
            Self::Privacy => &[
                "person.handed_out",
                "person.erased",
                "import.started",
                "import.done",
                "import.stopped",
                "moving.started",
                "moving.done",
                "moving.stopped",
                "takeout.begun",
                "takeout.done",
                "takeout.failed",
                "takeout.downloaded",
                "takeout.removed",
                "takeout.stopped",
                "conversation.deleted",
                "conversation.restored",
                "conversation.erased",
            ],
        }
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only what this actor did: see [`Actor::key`].
    pub actor: Option<String>,
    /// Only facts of this group.
    pub group: Option<Group>,
    /// Not before.
    pub from: Option<Instant>,
    /// Before.
    pub until: Option<Instant>,
}

/// The next facts that `reader` may see, newest first: those below the number `before`, when there is one.
///
/// # Errors
/// When the reader may not, or the log cannot be read.
pub async fn acts(
    conn: &mut Conn,
    reader: &Actor,
    wanted: &Wanted,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Recorded>, platform::web::errors::Error> {
    let _all = allowed(reader, Action::ManageOperations)?;
    let all: Vec<&str> = Group::ALL.iter().flat_map(|group| group.kinds()).copied().collect();
    let newest = Newest {
        kinds: match wanted.group {
            Some(group) => group.kinds(),
            None => &all,
        },
        actor: wanted.actor.as_deref(),
        from: wanted.from,
        until: wanted.until,
        before,
    };
    Ok(log::newest(conn, newest, most).await?)
}

/// Who did something, and what, in words.
pub struct Told {
    /// A colleague's name, or what stands for it.
    pub who: String,
    /// The sentence.
    pub what: String,
}

/// Puts facts into words.
pub struct Teller<'a> {
    say: &'a Say,
    families: Families,
    names: Vec<(String, String)>,
}

impl<'a> Teller<'a> {
    /// One who knows everybody's name.
    ///
    /// # Errors
    /// When colleagues cannot be read.
    pub async fn new(conn: &mut Conn, say: &'a Say, families: Families) -> Result<Self> {
        let all = staff::all(conn, &Scope::All).await?;
        let names = all.into_iter().map(|one| (one.actor().key(), one.name)).collect();
        Ok(Self { say, families, names })
    }

    /// Colleagues, by what stands for them in the log.
    #[must_use]
    pub fn names(&self) -> &[(String, String)] {
        &self.names
    }

    /// In words.
    #[must_use]
    pub fn tell(&self, fact: &Recorded) -> Told {
        let known = self.names.iter().find(|(key, _)| *key == fact.actor).map(|(_, name)| name.clone());
        let who = known.unwrap_or_else(|| match fact.actor.split(':').next() {
            Some("staff") => self.say.text("audit-by-former"),
            Some("customer") => self.say.text("audit-by-customer"),
            _ => self.say.text("audit-by-system"),
        });
        Told { who, what: self.what(fact) }
    }

    fn what(&self, fact: &Recorded) -> String {
        if let Some(changed) = fact.read::<Changed>() {
            return self.say.with("event-settings-changed", args![page = &self.say.text(page(&changed.page))]);
        }
        // A fact that nobody tells any more is still a fact.
        self.families.sentence(fact).map_or_else(|| fact.kind.clone(), |sentence| self.say.sentence(&sentence))
    }
}

/// The name of a page of settings, as the menu has it.
fn page(code: &str) -> &'static str {
    match code {
        "backups" => "settings-backups",
        "backup-now" => "audit-backup-now",
        "business" => "settings-business",
        "fields" => "settings-fields",
        "file" => "settings-file",
        "forms" => "settings-forms",
        "automatic" => "automatic-title",
        "community" => "settings-community",
        "deleted" => "deleted-title",
        "hours" => "settings-hours",
        "job-retried" => "audit-job-retried",
        "logo" => "logo-title",
        "mail" => "settings-mail",
        "needs" => "settings-needs",
        "outcomes" => "settings-outcomes",
        "providers" => "audit-providers",
        "receipts" => "settings-receipts",
        "requests" => "settings-requests",
        "rota" => "rota-title",
        "rules" => "settings-rules",
        "second-factor" => "second-title",
        "senders" => "settings-senders",
        "service" => "settings-service",
        "sign-in" => "setfile-sign-in",
        "skills" => "settings-skills",
        "states" => "settings-states",
        "tags" => "settings-tags",
        "times" => "settings-times",
        "tone" => "settings-tone",
        "turns" => "settings-turns",
        _ => "word-settings",
    }
}
