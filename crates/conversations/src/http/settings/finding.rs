//! Finding a setting: one field over all pages of the settings, by what stands on them in the reader's language. Also for
//! the palette.

use axum::extract::Query;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Actor, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;
use words::search::fold;

use super::super::sidebar::PAGES;

/// Longest text that is looked for.
const LENGTH_MAX: usize = 100;

/// Something to be set: its page, where it stands there, its name, and what is said about it (or nothing).
type Entry = (&'static str, &'static str, &'static str, &'static str);

/// What stands on the pages, in their order. A page of lists is found by its name and lead.
const FIELDS: &[Entry] = &[
    ("/profile", "", "profile-title", "profile-lead"),
    ("/profile", "name", "profile-name", ""),
    ("/profile", "language", "profile-language", ""),
    ("/profile", "theme", "profile-theme", ""),
    ("/profile", "letter_keys", "profile-keys", "profile-keys-hint"),
    ("/profile", "absences-t", "absence-title", "absence-lead"),
    ("/profile", "abilities-t", "abilities-own", "abilities-own-lead"),
    ("/profile", "password-t", "profile-password", "profile-password-lead"),
    ("/profile", "sessions-t", "profile-sessions", ""),
    ("/profile", "second-t", "second-title", "second-lead"),
    ("/profile/notices", "", "settings-notices", "notices-wishes-lead"),
    ("/profile/notices", "", "notices-quiet", "notices-quiet-hint"),
    ("/profile/notices", "digest", "notices-digest", "notices-digest-hint"),
    ("/settings/colleagues", "", "colleagues-title", "colleagues-lead"),
    ("/settings/colleagues", "new-t", "colleagues-new", "colleagues-new-lead"),
    ("/settings/departments", "", "departments-title", "departments-lead"),
    ("/settings/departments", "new-t", "departments-new", ""),
    ("/settings/turns", "", "settings-turns", "turns-lead"),
    ("/settings/turns", "lacking-t", "turn-needs-title", "turn-needs-lead"),
    ("/settings/turns", "by_language", "turn-needs-language", "turn-needs-language-why"),
    ("/settings/turns", "turn-needs-t", "turn-needs-skills", "turn-needs-skills-lead"),
    ("/settings/skills", "", "settings-skills", "skills-lead"),
    ("/settings/business", "", "settings-business", "business-lead"),
    ("/settings/business", "name", "business-name", "business-name-hint"),
    ("/settings/business", "address", "business-address", "business-address-hint"),
    ("/settings/business", "signature", "business-signature", "business-signature-hint"),
    ("/settings/business", "zone", "settings-zone", "settings-zone-hint"),
    ("/settings/business", "language", "business-language", "business-language-hint"),
    ("/settings/business", "", "business-closed-reply", "business-closed-reopen-why"),
    ("/settings/business", "quiet_days", "business-quiet-days", "business-quiet-days-hint"),
    ("/settings/business", "undo_seconds", "business-undo", ""),
    ("/settings/business", "", "business-subject-tag", "business-subject-left-why"),
    ("/settings/hours", "", "settings-hours", "hours-lead"),
    ("/settings/hours", "", "hours-count", "hours-count-open-why"),
    ("/settings/hours", "zone", "settings-zone", "settings-zone-hint"),
    ("/settings/hours", "holidays", "hours-holidays", "hours-holidays-label"),
    ("/settings/hours", "special", "hours-special", "hours-special-hint"),
    ("/settings/times", "", "settings-times", "times-lead"),
    ("/settings/times", "first_hours", "times-first", "times-first-hint"),
    ("/settings/times", "soon_hours", "view-breaching", "times-soon-hint"),
    ("/settings/times", "next_hours", "times-next", "times-next-hint"),
    ("/settings/service", "", "settings-service", "service-lead"),
    ("/settings/service", "service-hours-t", "service-hours", "service-hours-why"),
    ("/settings/receipts", "", "settings-receipts", "receipts-lead"),
    ("/settings/outcomes", "", "settings-outcomes", "outcomes-lead"),
    ("/settings/outcomes", "required", "outcomes-required", "outcomes-required-why"),
    ("/settings/outcomes", "ask", "outcomes-ask", "outcomes-ask-on-why"),
    ("/settings/tone", "", "settings-tone", "tone-lead"),
    ("/settings/tone", "allowed", "tone-allowed", "tone-allowed-hint"),
    ("/settings/tone", "jarring", "tone-jarring", "tone-jarring-hint"),
    ("/settings/tone", "formal", "tone-formal", "tone-formal-why"),
    ("/settings/tone", "familiar", "tone-familiar", "tone-familiar-why"),
    ("/settings/needs", "", "settings-needs", "need-topics-lead"),
    ("/settings/needs", "topics", "need-topics", "need-topics-hint"),
    ("/settings/requests", "", "settings-requests", "requests-lead"),
    ("/settings/requests", "", "requests-links", "requests-on-why"),
    ("/settings/requests", "hue", "requests-hue", "requests-hue-hint"),
    ("/settings/requests", "typeface", "requests-typeface", "requests-typeface-hint"),
    ("/settings/requests", "picture", "logo-title", "logo-hint"),
    ("/settings/forms", "", "settings-forms", "forms-lead"),
    ("/settings/community", "", "settings-community", "community-settings-lead"),
    ("/settings/community", "members_only", "community-members-only", "community-members-only-why"),
    ("/settings/community", "hours", "community-hours", "community-hours-hint"),
    ("/settings/community", "first_wait", "community-first-wait", "community-first-wait-hint"),
    ("/settings/community", "new_an_hour", "community-new-an-hour", "community-new-an-hour-hint"),
    ("/settings/community", "an_hour", "community-an-hour", "community-an-hour-hint"),
    ("/settings/articles", "", "settings-articles", "articles-lead"),
    ("/settings/guides", "", "settings-guides", "guides-lead"),
    ("/settings/states", "", "settings-states", "states-lead"),
    ("/settings/tags", "", "settings-tags", "tags-lead"),
    ("/settings/macros", "", "settings-macros", "macros-lead"),
    ("/settings/rules", "", "settings-rules", "rules-lead"),
    ("/settings/recurring", "", "settings-recurring", "recurring-lead"),
    ("/settings/fields", "", "settings-fields", "fields-lead"),
    ("/settings/views", "", "settings-views", "views-lead"),
    ("/settings/mail", "", "settings-mail", "mail-lead"),
    ("/settings/mail", "boxes-h", "mailbox-list", ""),
    ("/settings/mail", "host", "mail-out", "mail-out-why"),
    ("/settings/mail", "refused-h", "mail-refused", ""),
    ("/settings/senders", "", "settings-senders", "trust-lead"),
    ("/settings/senders", "servers", "trust-servers", "trust-servers-hint"),
    ("/settings/api", "", "settings-api", "api-lead"),
    ("/settings/api", "new-t", "tokens-new", "tokens-new-lead"),
    ("/settings/webhooks", "", "settings-webhooks", "webhooks-lead"),
    ("/settings/webhooks", "new-t", "webhooks-new", "webhooks-new-lead"),
    ("/deleted", "", "deleted-title", ""),
    ("/deleted", "days", "deleted-days", "deleted-days-hint"),
    ("/settings/moving", "", "settings-moving", "moving-lead"),
    ("/settings/moving", "source", "moving-source", "moving-source-hint"),
    ("/settings/takeout", "", "settings-takeout", "takeout-lead"),
    ("/settings/file", "", "settings-file", "setfile-lead"),
    ("/settings/audit", "", "settings-audit", "audit-lead"),
    ("/settings/backups", "", "settings-backups", "backups-lead"),
    ("/settings/backups", "days", "backups-when", "backups-daily-hint"),
    ("/settings/operations", "", "settings-operations", "operations-lead"),
    ("/settings/operations", "failed-h", "operations-failed", ""),
    ("/settings/operations", "dead-h", "operations-dead", ""),
    ("/settings/operations", "changes-h", "operations-changes", ""),
];

/// Pages of settings that stand in no list of pages: their picture, for whom they are, their name, and what is said.
const BESIDE: &[(&str, &str, Action, &str, &str)] = &[
    ("/rota", "calendar", Action::ReadStaff, "rota-title", "rota-lead"),
    ("/turns", "users", Action::ReadStaff, "shares-title", "shares-lead"),
    ("/settings/articles/categories", "book", Action::PublishArticles, "articles-categories", "articles-lead"),
    ("/settings/articles/missing", "book", Action::WriteArticles, "articles-missing", "articles-missing-why"),
];

/// A setting that was found.
pub(in crate::http) struct Found {
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// The page it stands on; empty when it is the page.
    pub page: String,
    /// The page's picture.
    pub icon: &'static str,
}

/// What `query` finds for this reader: all its words, in a setting's name, its page's name or what is said about it.
/// Names go before what is said about them.
pub(in crate::http) fn find(actor: &Actor, say: &Say, query: &str) -> Vec<Found> {
    let query: String = query.chars().take(LENGTH_MAX).collect();
    let wanted: Vec<String> = fold(&query).split_whitespace().map(str::to_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut look = |one: Found, about: &str| {
        let told = fold(&format!("{} {}", one.name, one.page));
        let about = if about.is_empty() { String::new() } else { fold(&say.text(about)) };
        let named = wanted.iter().all(|word| told.contains(word));
        if named || wanted.iter().all(|word| told.contains(word) || about.contains(word)) {
            found.push((!named, one));
        }
    };
    for (href, anchor, name, about) in FIELDS {
        let page = PAGES.iter().find(|(page, _, _, action)| page == href && allowed(actor, *action).is_ok());
        let Some((_, icon, page_name, _)) = page else { continue };
        let (name, page) = (say.text(name), say.text(page_name));
        let href = if anchor.is_empty() { (*href).to_owned() } else { format!("{href}#{anchor}") };
        let page = if page == name { String::new() } else { page };
        look(Found { href, name, page, icon }, about);
    }
    for (href, icon, action, name, about) in BESIDE {
        if allowed(actor, *action).is_ok() {
            let (href, name) = ((*href).to_owned(), say.text(name));
            look(Found { href, name, page: String::new(), icon }, about);
        }
    }
    // Stable: within each of the two the order of the pages stays.
    found.sort_by_key(|(said, _)| *said);
    found.into_iter().map(|(_, found)| found).collect()
}

/// What is looked for, as the address has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

/// `GET /settings/search`: what `q` finds.
///
/// # Errors
/// When the page cannot be made.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let body = list(say, asked.q.trim(), &find(&who.actor(), say, &asked.q));
    let title = say.text("settings-found");
    let main = viewer.settings(&title, &say.text("settings-found-lead"), &body);
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn list(say: &Say, query: &str, found: &[Found]) -> Markup {
    let query: String = query.chars().take(LENGTH_MAX).collect();
    html! {
        section.card.col.g-5 aria-label=(say.text("settings-found")) {
            @if query.is_empty() { p.quiet { (say.text("settings-found-what")) } }
            @else if found.is_empty() { p.quiet role="status" { (say.with("settings-found-none", args![query = &query])) } }
            ul.col.g-4 {
                @for one in found {
                    li.row.g-3 {
                        (icon(one.icon))
                        a.w-550 href=(one.href) hx-boost="false" { (one.name) }
                        @if !one.page.is_empty() { span.sm.quiet { (one.page) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use base::{Language, Role};

    use super::*;
    use crate::http::testing::{NASTY, say};

    fn names(role: Role, language: Language, query: &str) -> Vec<String> {
        find(&Actor::staff("stf_1", role), &say(language), query).into_iter().map(|one| one.href).collect()
    }

    #[test]
    fn a_setting_is_found_by_the_words_of_the_readers_language() {
        assert_eq!(names(Role::Admin, Language::En, "quiet days"), ["/settings/business#quiet_days"]);
        assert!(names(Role::Admin, Language::Nb, "HELLIGDAGER").contains(&"/settings/hours#holidays".to_owned()));
        assert_eq!(names(Role::Admin, Language::En, "no such thing"), Vec::<String>::new());
        assert_eq!(names(Role::Admin, Language::En, "  "), Vec::<String>::new());
    }

    #[test]
    fn nobody_finds_what_they_may_not_open() {
        let pages = |role| -> BTreeSet<String> {
            ["a", "e", "o"].iter().flat_map(|query| names(role, Language::En, query)).collect()
        };
        let theirs = |href: &String| {
            let open = ["/profile", "/settings/api", "/settings/views", "/rota", "/turns"];
            open.iter().any(|at| href.starts_with(at))
                || ["/settings/articles", "/settings/guides"].contains(&href.as_str())
        };
        assert!(pages(Role::Light).iter().all(theirs), "{:?}", pages(Role::Light));
        assert_eq!(names(Role::Light, Language::En, "company’s turns"), ["/rota"]);
        assert!(pages(Role::Owner).contains("/settings/backups"));
    }

    #[test]
    fn every_page_of_the_settings_can_be_found_and_words_are_text() {
        for (href, _, _, _) in PAGES {
            assert!(FIELDS.iter().any(|(page, anchor, _, _)| *page == href && anchor.is_empty()), "{href}");
        }
        let page = list(&say(Language::En), NASTY, &[]).into_string();
        assert!(!page.contains("<img") && page.contains("&lt;"), "{page}");
    }
}
