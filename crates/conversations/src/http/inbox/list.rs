//! The list of conversations: rows, groups, the three parts, the way to more.

mod row;

use jiff::SignedDuration;
use maud::{Markup, html};
use people::staff::Colleague;
use platform::args;
use platform::web::assets::{icon, icon_small};
use platform::web::desk::{Current, Link};

use super::super::chips;
use super::super::lens::Lens;
use super::Look;
use crate::queries::{Counts, ListRow, OPEN_TAGGED_MOST, Page, View};
use crate::{Group, Grouping, Tag};

/// Rows shown at first, and how many more each time.
pub(super) const STEP: i64 = 50;
/// Most rows in one list; what lies behind begins a list of its own.
pub(super) const MOST: i64 = 200;

/// Tags that the menu of views leads to.
const TAGS_OFFERED: usize = 8;

/// What an empty list of open conversations means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Empty {
    /// Nobody waits for an answer.
    Answered,
    /// No mailbox is connected yet, and the reader may connect one.
    Unconnected,
}

/// The left pane with all its parts; fetches itself when something changes.
pub(super) fn pane(
    lens: Lens<'_>,
    look: &Look,
    counts: &Counts,
    page: &Page,
    (staff, known): (&[Colleague], &[Tag]),
    empty: Empty,
) -> Markup {
    let title = heading(lens, &look.view, counts);
    // What a saved view lists may change by time alone.
    let timed = if matches!(look.view, View::Saved(_)) { ", every 10s" } else { "" };
    html! {
        section.pane #list-pane aria-labelledby="list-h" data-pane tabindex="-1" hx-get={ "/inbox/list?" (look.own_query()) }
            hx-swap="outerMorph" hx-trigger={ "inbox from:body, resync from:body" (timed) } {
            div {
                header.bar {
                    h1 #list-h tabindex="-1" { (title) " " span.count #list-count { (view_count(lens, &look.view, counts)) } }
                    span.push.row.g-1 {
                        a.btn.ghost.small.icon.phone href="/search"
                            aria-label=(lens.text("word-search")) title=(lens.text("word-search")) { (icon("search")) }
                        @if lens.works {
                            a.btn.ghost.small.icon href="/conversations/new"
                                aria-label=(lens.text("begin-title")) title=(lens.text("begin-title")) { (icon("plus")) }
                        }
                        button.btn.ghost.small type="button" popovertarget="views-pop" {
                            (icon("filter")) span { (lens.text("inbox-views")) }
                        }
                    }
                }
                @if groups(&look.view).len() > 1 {
                    div.row.wrap.pad-bar {
                        (parts(lens, look, counts))
                        @if look.group == Group::Open { span.push.sm.quiet { (lens.text("inbox-due-first")) } }
                    }
                }
                (super::bulk::outcome(lens, look))
            }
            div.scroll tabindex="0" role="region" aria-label=(title) { (list(lens, look, counts, page, (staff, empty))) }
            @if lens.works { (super::bulk::bar(lens, look, staff, known)) }
            (views(lens, look, counts, known))
        }
    }
}

fn list(lens: Lens<'_>, look: &Look, counts: &Counts, page: &Page, (staff, empty): (&[Colleague], Empty)) -> Markup {
    let soon = lens.now.saturating_add(SignedDuration::from_hours(counts.soon_hours)).unwrap_or(lens.now);
    let near =
        |row: &ListRow| look.group == Group::Open && row.conversation.clocks.due().is_some_and(|due| due <= soon);
    let (first, rest): (Vec<_>, Vec<_>) = page.rows.iter().partition(|row| near(row));
    // Only of the whole list are the counts known; of others they are what is seen, when all is seen.
    let known = |seen: usize, of_all: i64| match look.view {
        View::All => Some(of_all),
        _ => (page.next.is_none() && look.after.is_none()).then(|| i64::try_from(seen).unwrap_or(i64::MAX)),
    };
    html! {
        t-list #inbox-list {
            @if page.rows.is_empty() && empty == Empty::Unconnected && look.group == Group::Open {
                (connect(lens))
            } @else if page.rows.is_empty() {
                (nothing(lens, look))
            } @else {
                button.btn.small.held type="button" hidden data-one=(lens.text("inbox-held-one"))
                    data-other=(lens.text("inbox-held-other")) {}
                // Of every row the same, and known by scripts alone: how it is previewed, what is said when it is late.
                ul aria-label=(lens.text("inbox-conversations")) data-peek={ "/inbox/peek/{id}?" (look.query()) }
                    data-late=(lens.say.with("chip-became-late", args![who = "{who}"])) hx-indicator="#peek" hx-sync="this:replace" {
                    @if let View::Saved(kept) = &look.view {
                        (headed(lens, look, kept.view.of.grouped, &page.rows, staff))
                    } @else if !first.is_empty() {
                        (group(lens, "inbox-breaching", Some("bad"), known(first.len(), counts.breaching)))
                        @for row in &first { (row::row(lens, look, row, staff)) }
                        @if !rest.is_empty() {
                            (group(lens, "inbox-rest", None, known(rest.len(), counts.open - counts.breaching)))
                        }
                    }
                    @if !matches!(look.view, View::Saved(_)) { @for row in &rest { (row::row(lens, look, row, staff)) } }
                }
                (more(lens, look, page))
            }
        }
    }
}

/// The rows of a saved view, under a heading each time that what they are grouped by changes.
fn headed(lens: Lens<'_>, look: &Look, by: Grouping, rows: &[ListRow], staff: &[Colleague]) -> Markup {
    let words = |row: &ListRow| match by {
        Grouping::Nothing => None,
        Grouping::Status => Some(lens.text(status_text(row.conversation.group()))),
        Grouping::Owner => Some(row.assignee_name.clone().unwrap_or_else(|| lens.text("conversation-nobody"))),
        Grouping::Department => {
            Some(row.department_name.clone().unwrap_or_else(|| lens.text("conversation-department-none")))
        }
    };
    let begins = |at: usize| words(&rows[at]).filter(|now| at == 0 || words(&rows[at - 1]).as_ref() != Some(now));
    html! {
        @for (at, row) in rows.iter().enumerate() {
            @if let Some(words) = begins(at) { li.group #{ "group-" (at) } data-tone="plain" { (words) } }
            (row::row(lens, look, row, staff))
        }
    }
}

/// The message that names a part of the desk.
pub(in crate::http) const fn status_text(group: Group) -> &'static str {
    match group {
        Group::Open => "inbox-open",
        Group::Waiting => "inbox-waiting",
        Group::Closed => "inbox-closed",
        Group::Snoozed => "view-snoozed",
    }
}

fn group(lens: Lens<'_>, text: &str, tone: Option<&'static str>, count: Option<i64>) -> Markup {
    html! {
        li.group #{ "group-" (text) } data-tone=(tone.unwrap_or("plain")) {
            @if tone.is_some() { (icon_small("clock")) }
            (lens.text(text)) " "
            @if let Some(count) = count { span.count { (count) } }
        }
    }
}

/// A subject, or what stands for a missing one.
pub(in crate::http) fn subject(lens: Lens<'_>, subject: &str) -> String {
    if subject.trim().is_empty() { lens.text("conversation-no-subject") } else { subject.to_owned() }
}

fn more(lens: Lens<'_>, look: &Look, page: &Page) -> Markup {
    let Some(next) = &page.next else { return html! {} };
    let longer = look.longer(next);
    html! {
        p.pad.centre-x.row #inbox-more {
            @if look.show < MOST {
                a.btn href={ "/inbox?" (longer.query()) } hx-get={ "/inbox/list?" (longer.query()) } hx-target="#list-pane"
                    hx-swap="outerMorph" hx-push-url={ "/inbox?" (longer.query()) } { (lens.text("word-more")) }
            } @else {
                a.btn href={ "/inbox?" (longer.query()) } { (lens.text("inbox-further")) }
            }
        }
    }
}

fn nothing(lens: Lens<'_>, look: &Look) -> Markup {
    let answered = look.group == Group::Open && !matches!(look.view, View::Saved(_));
    let (title, body) = if answered {
        ("inbox-empty-title", "inbox-empty-body")
    } else {
        ("inbox-nothing-title", "inbox-nothing-body")
    };
    html! {
        div.empty data-tone=(if answered { "accent" } else { "plain" }) {
            (drawing())
            h2 { (lens.text(title)) }
            p { (lens.text(body)) }
            @if look.view != View::All {
                div.row { a.btn href="/inbox?view=all" { (lens.text("inbox-see-all")) } }
            }
        }
    }
}

/// The way to the first mailbox.
fn connect(lens: Lens<'_>) -> Markup {
    html! {
        div.empty data-tone="accent" {
            (drawing())
            h2 { (lens.text("inbox-mailbox-title")) }
            p { (lens.text("inbox-mailbox-body")) }
            div.row { a.btn.primary href="/settings/mail/connect" { (icon("mail")) (lens.text("inbox-mailbox-go")) } }
        }
    }
}

/// Mountains, a sun and a first leaf: nobody waits.
fn drawing() -> Markup {
    html! {
        svg width="96" height="64" viewBox="0 0 96 64" fill="none" stroke="currentColor" stroke-width="1.75"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" {
            path d="M6 54h84" opacity=".5" {}
            path d="m14 54 18-28 11 16 7-10 15 22" {}
            path d="m26 35 6-4 5 5" opacity=".6" {}
            circle cx="68" cy="18" r="7" {}
            path d="M80 54c0-8 4-10 4-16M84 46c3-1 4-3 4-6" opacity=".6" {}
        }
    }
}

fn parts(lens: Lens<'_>, look: &Look, counts: &Counts) -> Markup {
    html! {
        nav.seg aria-label=(lens.text("inbox-parts")) {
            @for group in groups(&look.view).iter().copied() {
                @let of_all = match group {
                    Group::Open => counts.open,
                    Group::Waiting => counts.waiting,
                    Group::Closed => counts.closed,
                    Group::Snoozed => counts.snoozed,
                };
                a href={ "/inbox?" (look.part(group).query()) } aria-current=[(group == look.group).then_some("true")] {
                    (lens.text(status_text(group)))
                    @if look.view == View::All { " " span.count { (of_all) } }
                }
            }
        }
    }
}

/// The parts that a view has.
pub(super) fn groups(view: &View) -> &'static [Group] {
    match view {
        // What a saved view lists is said by its conditions alone.
        // Nor what is not answered yet.
        View::Breaching | View::Unanswered | View::Saved(_) => &[Group::Open],
        View::WaitingCustomer => &[Group::Waiting],
        View::Snoozed => &[Group::Snoozed],
        View::Mentions(_) => &[Group::Waiting],
        View::Mine(_) | View::Unassigned | View::All | View::Department(_) | View::Tagged(_) | View::Following(_) => {
            &[Group::Open, Group::Waiting, Group::Snoozed, Group::Closed]
        }
    }
}

fn views(lens: Lens<'_>, look: &Look, counts: &Counts, known: &[Tag]) -> Markup {
    html! {
        div.menu #views-pop popover {
            p.head-s { (lens.text("inbox-views")) }
            @for link in view_links(lens.say, counts, Some(look.view.code())) { (link.markup()) }
            @if !known.is_empty() { p.head-s { (lens.text("inbox-tags")) } }
            @for tag in known.iter().take(TAGS_OFFERED) {
                a.item href=(chips::tag_path(&tag.name)) { (chips::tag(tag)) }
            }
            @if let View::Saved(kept) = &look.view {
                a.item href={ "/settings/views/" (kept.view.id) } { (icon("edit")) (lens.text("views-change")) }
            } @else {
                a.item href={ "/settings/views/new?" (look.query()) } { (icon("plus")) (lens.text("views-save")) }
            }
            a.item href="/settings/views" { (icon("filter")) (lens.text("views-all")) }
        }
    }
}

/// All views with their counts, for the sidebar and the menu. `current` is the code of the open one.
pub(in crate::http) fn view_links(say: &platform::i18n::Say, counts: &Counts, current: Option<&str>) -> Vec<Link> {
    let link = |code: &'static str, icon, text: &str, count, tone| Link {
        href: format!("/inbox?view={code}"),
        icon,
        text: say.text(text),
        count: Some(count),
        tone,
        current: if current == Some(code) { Current::Page } else { Current::No },
        ..Link::default()
    };
    let page = |href: &str, icon, text: &str, count, tone| Link {
        href: href.to_owned(),
        icon,
        text: say.text(text),
        count,
        tone,
        current: if current == Some(href) { Current::Page } else { Current::No },
        ..Link::default()
    };
    let [overdue, today, _] = counts.promises;
    let promised = overdue.saturating_add(today);
    let promise_tone = if overdue > 0 { Some("bad") } else { (promised > 0).then_some("promise") };
    let most = |n: i64| (n >= OPEN_TAGGED_MOST).then(|| say.text("inbox-count-most"));
    let mut links = vec![
        Link {
            key: Some("g t"),
            count_most: most(counts.today),
            ..page("/today", "calendar", "today-title", Some(counts.today), None)
        },
        link("mine", "inbox", "view-mine", counts.mine, None),
        link("mentions", "at", "view-mentions", counts.mentions, (counts.mentions > 0).then_some("note")),
        link("unassigned", "user", "view-unassigned", counts.unassigned, None),
        link("all", "menu", "view-all", counts.open, None),
        link("breaching", "clock", "view-breaching", counts.breaching, (counts.breaching > 0).then_some("bad")),
        link("unanswered", "mail", "view-unanswered", counts.unanswered, None),
        page("/lapses", "alert", "sidebar-lapses", Some(counts.late), (counts.late > 0).then_some("bad")),
        page("/promises", "promise", "promises-due", Some(promised), promise_tone),
        page("/needs", "heart", "needs-page", None, None),
        page("/problems", "repeat", "problems-title", None, None),
        link("waiting", "reply", "view-waiting", counts.waiting_customer, None),
        link("following", "eye", "view-following", counts.following, None),
        link("snoozed", "snooze", "view-snoozed", counts.snoozed, None),
    ];
    links.extend(counts.departments.iter().map(|one| Link {
        href: format!("/inbox?view={}", one.id),
        icon: "box",
        text: one.name.clone(),
        count: Some(one.open),
        current: if current == Some(one.id.as_str()) { Current::Page } else { Current::No },
        ..Link::default()
    }));
    links.extend(counts.views.iter().map(|one| Link {
        href: format!("/inbox?view={}", one.id),
        icon: "filter",
        text: one.name.clone(),
        count: one.n,
        count_most: one.n.filter(|n| *n >= OPEN_TAGGED_MOST).map(|_| say.text("inbox-count-most")),
        current: if current == Some(one.id.as_str()) { Current::Page } else { Current::No },
        ..Link::default()
    }));
    links
}

/// What a view is called.
pub(super) fn heading(lens: Lens<'_>, view: &View, counts: &Counts) -> String {
    let message = match view {
        View::Mine(_) => "view-mine",
        View::Unassigned => "view-unassigned",
        View::All => "view-all",
        View::Unanswered => "view-unanswered",
        View::Breaching => "view-breaching",
        View::WaitingCustomer => "view-waiting",
        View::Snoozed => "view-snoozed",
        View::Mentions(_) => "view-mentions",
        View::Following(_) => "view-following",
        View::Tagged(name) => return lens.say.with("view-tagged", args![tag = name]),
        View::Saved(kept) => return kept.view.name.clone(),
        View::Department(id) => {
            let known = counts.departments.iter().find(|one| one.id == *id);
            return known.map_or_else(|| lens.text("view-department"), |one| one.name.clone());
        }
    };
    lens.text(message)
}

/// How many are in a view. The list of a tag may be anybody's making, so its count ends somewhere.
fn view_count(lens: Lens<'_>, view: &View, counts: &Counts) -> String {
    let count = match view {
        View::Mine(_) => counts.mine,
        View::Unassigned => counts.unassigned,
        View::All => counts.open,
        View::Unanswered => counts.unanswered,
        View::Breaching => counts.breaching,
        View::WaitingCustomer => counts.waiting_customer,
        View::Department(id) => counts.departments.iter().find(|one| one.id == *id).map_or(0, |one| one.open),
        View::Snoozed => counts.snoozed,
        View::Mentions(_) => counts.mentions,
        View::Following(_) => counts.following,
        View::Tagged(_) if counts.tagged >= OPEN_TAGGED_MOST => return lens.text("inbox-count-most"),
        View::Tagged(_) => counts.tagged,
        View::Saved(_) if counts.saved >= OPEN_TAGGED_MOST => return lens.text("inbox-count-most"),
        View::Saved(_) => counts.saved,
    };
    count.to_string()
}

#[cfg(test)]
mod tests;
