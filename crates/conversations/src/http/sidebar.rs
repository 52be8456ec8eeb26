//! What stands in the sidebar: the parts of the desk, the views with their live counts, the settings. A page that has
//! counted them hands that over.

use std::future::Future;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Actor, allowed};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::desk::{Current, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};

use super::inbox::view_links;
use crate::queries::{self, Counts, Lately};

/// The pages of the settings: address, picture, name, and what one must be allowed for them.
pub(super) const PAGES: [(&str, &str, &str, Action); 37] = [
    ("/profile", "user", "settings-profile", Action::EditOwnProfile),
    ("/profile/notices", "bell", "settings-notices", Action::EditOwnProfile),
    ("/settings/colleagues", "users", "settings-team", Action::ManageStaff),
    ("/settings/departments", "box", "settings-departments", Action::ManageStaff),
    ("/settings/turns", "users", "settings-turns", Action::ManageSettings),
    ("/settings/skills", "bulb", "settings-skills", Action::ManageStaff),
    ("/settings/business", "building", "settings-business", Action::ManageSettings),
    ("/settings/hours", "calendar", "settings-hours", Action::ManageSettings),
    ("/settings/times", "clock", "settings-times", Action::ManageSettings),
    ("/settings/service", "clock", "settings-service", Action::ManageSettings),
    ("/settings/receipts", "auto", "settings-receipts", Action::ManageSettings),
    ("/settings/tone", "bulb", "settings-tone", Action::ManageSettings),
    ("/settings/needs", "heart", "settings-needs", Action::ManageSettings),
    ("/settings/outcomes", "check", "settings-outcomes", Action::ManageSettings),
    ("/settings/requests", "globe", "settings-requests", Action::ManageSettings),
    ("/settings/forms", "form", "settings-forms", Action::ManageSettings),
    ("/settings/community", "forum", "settings-community", Action::ManageSettings),
    ("/settings/articles", "book", "settings-articles", Action::ReadArticles),
    ("/settings/guides", "merge", "settings-guides", Action::ReadArticles),
    ("/settings/states", "checks", "settings-states", Action::ManageSettings),
    ("/settings/tags", "tag", "settings-tags", Action::ManageSettings),
    ("/settings/macros", "slash", "settings-macros", Action::WorkConversations),
    ("/settings/rules", "auto", "settings-rules", Action::ManageSettings),
    ("/settings/recurring", "calendar", "settings-recurring", Action::ManageSettings),
    ("/settings/fields", "form", "settings-fields", Action::ManageSettings),
    ("/settings/views", "filter", "settings-views", Action::ReadConversations),
    ("/settings/mail", "mail", "settings-mail", Action::ManageSettings),
    ("/settings/senders", "user", "settings-senders", Action::ManageSettings),
    ("/settings/api", "key", "settings-api", Action::EditOwnProfile),
    ("/settings/webhooks", "link", "settings-webhooks", Action::ManageSettings),
    ("/deleted", "x", "deleted-title", Action::DeleteConversations),
    ("/settings/moving", "out", "settings-moving", Action::MoveBusiness),
    ("/settings/takeout", "archive", "settings-takeout", Action::MoveBusiness),
    ("/settings/file", "form", "settings-file", Action::MoveBusiness),
    ("/settings/audit", "eye", "settings-audit", Action::ManageOperations),
    ("/settings/backups", "archive", "settings-backups", Action::ManageOperations),
    ("/settings/operations", "wrench", "settings-operations", Action::ManageOperations),
];

/// Fills the sidebar of every desk page.
#[derive(Clone, Copy, Debug, Default)]
pub struct ConversationsSidebar;

/// The same, which remembers for a few seconds how many a saved view lists.
#[derive(Clone)]
pub struct LatelySidebar(pub Lately);

tokio::task_local! {
    /// What the page at hand has counted, for the sidebar around it. It lives as long as that page is made.
    static COUNTED: Counts;
}

/// Makes a page whose sidebar shows these counts, and does not count again.
pub(super) async fn counted<F: Future>(counts: Counts, page: F) -> F::Output {
    COUNTED.scope(counts, page).await
}

/// The sidebar of `actor` at `path`.
async fn of(p: &Platform, actor: &Actor, say: &Say, path: &str, lately: Option<&Lately>) -> platform::Result<Sidebar> {
    let counts = match (allowed(actor, Action::ReadConversations), actor.staff_id().map(str::parse)) {
        (Ok(scope), Some(Ok(me))) => match COUNTED.try_with(Counts::clone) {
            Ok(counts) => counts,
            Err(_) => {
                let mut conn = p.db.read().await?;
                queries::counts_lately(&mut conn, &scope, &me, p.clock.business(), lately).await?
            }
        },
        _ => Counts::default(),
    };
    let works = allowed(actor, Action::WorkConversations).is_ok();
    let mut sidebar = filled(say, path, &counts, works);
    if works && crate::settings::has_community(&mut p.db.read().await?).await? {
        let at = sidebar.links.len().saturating_sub(1);
        sidebar.links.insert(at, community(say, path));
    }
    Ok(sidebar)
}

/// Where the community is looked after.
fn community(say: &Say, path: &str) -> Link {
    let here = path.split('?').next().unwrap_or_default();
    let (href, text) = ("/desk/community".to_owned(), say.text("sidebar-community"));
    Link { current: place(here, &href), href, icon: "forum", text, ..Link::default() }
}

/// `GET /sidebar`: the sidebar alone, for the page that is open.
///
/// # Errors
/// When the counts cannot be read.
pub async fn sidebar(State(p): State<Platform>, who: Who, wants: Wants) -> Result<Response, Error> {
    let mut viewer = who.viewer()?;
    viewer.path = wants.open.unwrap_or_default();
    let sidebar = viewer.desk.sidebar.sidebar(&p, &viewer.actor, &viewer.say, &viewer.path).await?;
    Ok(respond::page(StatusCode::OK, sidebar.markup(&viewer)))
}

impl SidebarSource for ConversationsSidebar {
    fn sidebar<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say, path: &'a str) -> Later<'a, Sidebar> {
        Box::pin(of(p, actor, say, path, None))
    }

    fn settings(&self, actor: &Actor, say: &Say, path: &str) -> Vec<Link> {
        let here = path.split('?').next().unwrap_or_default();
        PAGES
            .into_iter()
            .filter(|(_, _, _, action)| allowed(actor, *action).is_ok())
            .map(|(href, icon, text, _)| Link {
                href: href.to_owned(),
                icon,
                text: say.text(text),
                // A page of its own lies within none of the others.
                current: if PAGES.iter().any(|page| page.0 == here && page.0 != href) {
                    Current::No
                } else {
                    place(here, href)
                },
                ..Link::default()
            })
            .collect()
    }

    fn keys(&self, say: &Say) -> Vec<KeyGroup> {
        let group = |title: &str, keys: Vec<(&str, Vec<&'static str>)>| KeyGroup {
            title: say.text(title),
            keys: keys.into_iter().map(|(text, keys)| (say.text(text), keys)).collect(),
        };
        vec![
            group(
                "keys-move",
                vec![
                    ("keys-next", vec!["J", "K"]),
                    ("keys-open", vec!["↵", "Esc"]),
                    ("keys-panes", vec!["[", "]"]),
                    ("keys-copy", vec![".", "..", "..."]),
                    ("keys-palette", vec!["Ctrl K"]),
                    ("keys-inbox", vec!["G I"]),
                    ("keys-customers", vec!["G F"]),
                    ("keys-reports", vec!["G R"]),
                    ("keys-today", vec!["G T"]),
                ],
            ),
            group(
                "keys-answer",
                vec![
                    ("keys-reply", vec!["R"]),
                    ("keys-note", vec!["N"]),
                    ("contact-log", vec!["L"]),
                    ("side-begin", vec!["W"]),
                    ("keys-send", vec!["Ctrl ↵"]),
                    ("keys-send-close", vec!["Ctrl Shift ↵"]),
                    ("keys-begin", vec!["C"]),
                    ("keys-undo", vec!["Z"]),
                ],
            ),
            group(
                "keys-sort",
                vec![
                    ("keys-select", vec!["X"]),
                    ("keys-select-to", vec!["Shift X"]),
                    ("keys-assign", vec!["A"]),
                    ("keys-tag", vec!["T"]),
                    ("keys-snooze", vec!["H"]),
                    ("keys-close", vec!["E"]),
                    ("keys-need", vec!["B"]),
                    ("keys-help", vec!["?"]),
                ],
            ),
        ]
    }
}

impl SidebarSource for LatelySidebar {
    fn sidebar<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say, path: &'a str) -> Later<'a, Sidebar> {
        Box::pin(of(p, actor, say, path, Some(&self.0)))
    }

    fn settings(&self, actor: &Actor, say: &Say, path: &str) -> Vec<Link> {
        ConversationsSidebar.settings(actor, say, path)
    }

    fn keys(&self, say: &Say) -> Vec<KeyGroup> {
        ConversationsSidebar.keys(say)
    }
}

/// Whether somebody at `here` is at a page of the settings, or within it.
fn place(here: &str, href: &str) -> Current {
    match here.strip_prefix(href) {
        Some("") => Current::Page,
        Some(rest) if rest.starts_with('/') => Current::Within,
        _ => Current::No,
    }
}

/// The sidebar of somebody at `path`. `works`: they may write to customers.
fn filled(say: &Say, path: &str, counts: &Counts, works: bool) -> Sidebar {
    let (place, query) = path.split_once('?').unwrap_or((path, ""));
    let within = |starts: &[&str]| {
        let there =
            starts.iter().any(|start| place.strip_prefix(start).is_some_and(|r| r.is_empty() || r.starts_with('/')));
        if there { Current::Within } else { Current::No }
    };
    let link = |href: &str, icon, text: &str, current, key| Link {
        href: href.to_owned(),
        icon,
        text: say.text(text),
        current,
        key,
        ..Link::default()
    };
    let asked = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name));
    // The list of a tag is none of these.
    let view = || asked("view=").unwrap_or(if asked("tag=").is_some() { "" } else { "all" });
    let writing = place == "/conversations/new";
    let inbox = if writing { Current::No } else { within(&["/inbox", "/conversations"]) };
    let inbox = link("/inbox", "inbox", "sidebar-inbox", inbox, Some("g i"));
    let write = if writing { Current::Page } else { Current::No };
    Sidebar {
        links: [
            Some(Link { count: Some(counts.mine).filter(|mine| *mine > 0), ..inbox }),
            works.then(|| link("/conversations/new", "edit", "sidebar-write", write, Some("c"))),
            Some(link(
                "/customers",
                "users",
                "sidebar-customers",
                within(&["/customers", "/organisations"]),
                Some("g f"),
            )),
            Some(link("/reports", "trend", "sidebar-reports", within(&["/reports"]), Some("g r"))),
            Some(link("/settings", "settings", "word-settings", within(&["/settings", "/profile", "/deleted"]), None)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        views_title: say.text("inbox-views"),
        views: view_links(say, counts, if place == "/inbox" { Some(view()) } else { Some(place) }),
        timed: !counts.views.is_empty(),
        bell: None,
    }
}

#[cfg(test)]
mod tests {
    use base::{Language, Role};

    use super::*;
    use crate::http::testing::say;

    /// Which links say that one is there.
    fn currents(path: &str) -> Vec<(String, Current)> {
        let sidebar = filled(&say(Language::En), path, &Counts::default(), true);
        let all = sidebar.links.iter().chain(&sidebar.views);
        all.filter(|link| link.current != Current::No).map(|link| (link.href.clone(), link.current)).collect()
    }

    #[test]
    fn one_sees_where_one_is() {
        use Current::{Page, Within};
        for (path, expected) in [
            ("/inbox", &[("/inbox", Within), ("/inbox?view=all", Page)][..]),
            ("/inbox?state=open&view=mine", &[("/inbox", Within), ("/inbox?view=mine", Page)]),
            ("/inbox?view=unanswered", &[("/inbox", Within), ("/inbox?view=unanswered", Page)]),
            ("/inbox?tag=motor", &[("/inbox", Within)]),
            ("/conversations/cnv_1", &[("/inbox", Within)]),
            ("/customers/per_1?x=/inbox", &[("/customers", Within)]),
            ("/profile", &[("/settings", Within)]),
            ("/conversations/new?customer=per_1", &[("/conversations/new", Page)]),
            ("/reports/conversations?figure=late", &[("/reports", Within)]),
            ("/today", &[("/today", Page)]),
            ("/lapses", &[("/lapses", Page)]),
            ("/promises?whose=ours&show=late", &[("/promises", Page)]),
            ("/needs?topic=bags", &[("/needs", Page)]),
            ("/problems?show=solved", &[("/problems", Page)]),
            ("/inboxes", &[]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(href, current)| ((*href).to_owned(), *current)).collect();
            assert_eq!(currents(path), expected, "{path}");
        }
    }

    #[test]
    fn settings_are_offered_only_to_those_who_may() {
        let pages = |role| {
            let actor = Actor::staff("stf_1", role);
            ConversationsSidebar.settings(&actor, &say(Language::En), "/settings/hours?saved=1").len()
        };
        assert_eq!(Role::ALL.map(pages), [37, 34, 7, 6]);
    }

    #[test]
    fn writing_to_customers_is_offered_to_those_who_may() {
        let links = |works| filled(&say(Language::En), "/inbox", &Counts::default(), works).links;
        let writes = |works| links(works).iter().any(|link| link.href == "/conversations/new");
        assert_eq!((writes(true), writes(false)), (true, false));
    }

    #[test]
    fn red_means_somebody_may_become_late() {
        let tone = |breaching| {
            filled(&say(Language::En), "/", &Counts { breaching, ..Counts::default() }, true)
                .views
                .into_iter()
                .find(|link| link.href.ends_with("breaching"))
                .and_then(|link| link.tone)
        };
        assert_eq!((tone(0), tone(1)), (None, Some("bad")));
    }
}
