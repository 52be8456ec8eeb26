//! The parts of the report: tiles, times, ages, what was late or missed, and the table that tells apart.

use std::collections::BTreeMap;

use conversations::Ending;
use conversations::events::ClockKind;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon_small;

use super::list::rows;
use super::{HERE, Missed, Seen, share};
use crate::reports::queries::{AGES, By, Figures, Report, Which, ages as days_of_ages};
use crate::reports::rules::share::{interval, percent};
use crate::reports::rules::sheet::{Sheet, Times};
use crate::reports::{Dim, Measure};

/// What a figure means, folded away below it.
fn meaning(seen: &Seen<'_>, text: &str) -> Markup {
    html! {
        details.entry.sm {
            summary.quiet { (icon_small("info")) (seen.say.text("reports-meaning")) }
            p.soft { (seen.say.text(text)) }
        }
    }
}

/// A figure, what it is called and leads to, and what it was before.
struct Tile<'a> {
    value: String,
    before: Option<String>,
    label: &'a str,
    href: String,
    meaning: &'a str,
}

impl Tile<'_> {
    fn markup(&self, seen: &Seen<'_>) -> Markup {
        html! {
            div.card.stat {
                b { (self.value) }
                span { a href=(self.href) { (seen.say.text(self.label)) } }
                @if let Some(before) = &self.before {
                    span { (seen.say.with("reports-before", args![value = before.as_str()])) }
                }
                (meaning(seen, self.meaning))
            }
        }
    }
}

pub(super) fn tiles(seen: &Seen<'_>, report: &Report, before: Option<&Figures>) -> Markup {
    let say = seen.say;
    let counted = |measure: Measure, label: &'static str, meaning: &'static str| Tile {
        value: say.number(report.figures.sheet.count(measure)),
        before: before.map(|before| say.number(before.sheet.count(measure))),
        label,
        href: seen.list(Which::Counted(measure)),
        meaning,
    };
    let open = report.ages.iter().sum();
    let today = seen.today();
    let ever = days_of_ages(today).last().map_or(today, |oldest| oldest.from);
    let tiles = [
        counted(Measure::Opened, "reports-opened", "reports-opened-means"),
        counted(Measure::Received, "reports-received", "reports-received-means"),
        counted(Measure::Replied, "reports-replied", "reports-replied-means"),
        counted(Measure::Closed, "reports-closed", "reports-closed-means"),
        counted(Measure::Reopened, "reports-reopened", "reports-reopened-means"),
        Tile {
            value: say.number(open),
            before: None,
            label: "reports-open-now",
            href: seen.list_of(Which::Open, crate::reports::rules::period::Period { from: ever, to: today }),
            meaning: "reports-open-now-means",
        },
    ];
    html! { div.tiles.min-xs { @for tile in tiles { (tile.markup(seen)) } } }
}

pub(super) fn times(seen: &Seen<'_>, sheet: &Sheet, before: Option<&Figures>) -> Markup {
    let say = seen.say;
    let lines = [
        (Measure::First, "reports-first", "reports-first-means", &sheet.first, before.map(|it| &it.sheet.first)),
        (Measure::Next, "reports-next", "reports-next-means", &sheet.next, before.map(|it| &it.sheet.next)),
        (
            Measure::Resolved,
            "reports-resolved",
            "reports-resolved-means",
            &sheet.resolved,
            before.map(|it| &it.sheet.resolved),
        ),
    ];
    html! {
        section.col.g-3 aria-labelledby="times-h" {
            h2 #times-h { (say.text("reports-times")) }
            div.table-wrap tabindex="0" role="group" aria-label=(say.text("reports-times")) {
                table.table {
                    thead { tr {
                        th scope="col" { (say.text("reports-what")) }
                        th.r scope="col" { (say.text("reports-n")) }
                        th.r scope="col" { (say.text("reports-median")) }
                        th.r scope="col" { (say.text("reports-p90")) }
                        th.r scope="col" { (say.text("reports-median-open")) }
                        th.r scope="col" { (say.text("reports-p90-open")) }
                    } }
                    tbody {
                        @for (measure, label, means, times, before) in lines {
                            tr {
                                th scope="row" {
                                    a href=(seen.list(Which::Counted(measure))) { (say.text(label)) }
                                    (meaning(seen, means))
                                }
                                (cells(seen, times, before))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cells(seen: &Seen<'_>, times: &Times, before: Option<&Times>) -> Markup {
    let of = |times: &Times| {
        let (real, open) = (&times.real, &times.open);
        let n = seen.say.number(real.n());
        let all = [real.median(), real.percentile(90), open.median(), open.percentile(90)].map(|it| seen.maybe(it));
        [n].into_iter().chain(all).collect::<Vec<_>>()
    };
    let before = before.map(of);
    html! {
        @for (n, text) in of(times).into_iter().enumerate() {
            td.r.nowrap {
                (text)
                @if let Some(before) = before.as_ref().and_then(|all| all.get(n)) {
                    div.sm.quiet { (seen.say.with("reports-before", args![value = before.as_str()])) }
                }
            }
        }
    }
}

pub(super) fn ages(seen: &Seen<'_>, ages: &[i64]) -> Markup {
    let say = seen.say;
    let until = AGES.into_iter().map(Some).chain([None]);
    let title = say.text("reports-ages");
    let from = [0].into_iter().chain(AGES);
    html! {
        section.card.col.g-3 aria-labelledby="ages-h" {
            h2 #ages-h { (title) }
            table.table {
                thead { tr {
                    th scope="col" { (say.text("reports-age")) }
                    th.r scope="col" { (say.text("reports-open-now")) }
                } }
                tbody {
                    @for (((from, until), n), days) in from.zip(until).zip(ages).zip(days_of_ages(seen.today())) {
                        tr {
                            th scope="row" {
                                @if from == 0 { (say.text("reports-age-today")) }
                                @else if let Some(until) = until {
                                    (say.with("reports-age-days", args![from = from, to = until - 1]))
                                } @else { (say.with("reports-age-more", args![from = from])) }
                            }
                            td.r { a href=(seen.list_of(Which::Open, days)) { (say.number(*n)) } }
                        }
                    }
                }
            }
            (meaning(seen, "reports-ages-means"))
        }
    }
}

pub(super) fn within(seen: &Seen<'_>, figures: &Figures) -> Markup {
    let say = seen.say;
    let (k, n) = (figures.sheet.count(Measure::InTime), figures.judged());
    let (k_text, n_text) = (say.number(k), say.number(n));
    html! {
        section.card.col.g-3 aria-labelledby="within-h" {
            h2 #within-h { (say.text("reports-within")) }
            div.stat {
                b { (share(seen, figures)) }
                span { (say.with("reports-of", args![k = k_text.as_str(), n = n_text.as_str()])) }
                @if let Some((low, high)) = interval(k, n) {
                    span { (say.with("reports-interval", args![low = low, high = high])) }
                }
            }
            p.row.wrap {
                a href=(seen.list(Which::Counted(Measure::InTime))) { (say.text("reports-in-time")) }
                a href=(seen.list(Which::Counted(Measure::Late))) { (say.text("reports-late")) }
                a href=(seen.list(Which::Waiting)) { (say.text("reports-waiting")) }
            }
            (meaning(seen, "reports-within-means"))
        }
    }
}

/// What became of what was solved, of new customers and of those who were known before: what was won, and what was kept.
pub(super) fn ended(seen: &Seen<'_>, sheet: &Sheet, before: Option<&Figures>) -> Markup {
    let say = seen.say;
    let cell = |measure: Measure| {
        html! {
            td.r {
                a href=(seen.list(Which::Counted(measure))) { (say.number(sheet.count(measure))) }
                @if let Some(before) = before {
                    @let was = say.number(before.sheet.count(measure));
                    div.sm.quiet { (say.with("reports-before", args![value = was.as_str()])) }
                }
            }
        }
    };
    let both = Ending::ALL.into_iter().flat_map(|one| [Measure::Ended(one, false), Measure::Ended(one, true)]);
    let said: i64 = both.map(|measure| sheet.count(measure)).sum();
    html! {
        section.col.g-3 aria-labelledby="ended-h" {
            h2 #ended-h { (say.text("reports-ended")) }
            @if said == 0 { p.soft { (say.text("reports-ended-none")) } } @else {
                div.table-wrap tabindex="0" role="group" aria-label=(say.text("reports-ended")) {
                    table.table {
                        thead { tr {
                            th scope="col" { (say.text("reports-what")) }
                            th.r scope="col" { (say.text("reports-ended-new")) }
                            th.r scope="col" { (say.text("reports-ended-known")) }
                        } }
                        tbody {
                            @for one in Ending::ALL {
                                tr {
                                    th scope="row" { (say.text(ending(one))) }
                                    (cell(Measure::Ended(one, false)))
                                    (cell(Measure::Ended(one, true)))
                                }
                            }
                        }
                    }
                }
            }
            (meaning(seen, "reports-ended-means"))
        }
    }
}

/// What became of it, in a word.
const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Righted => "outcome-righted",
        Ending::Informed => "outcome-informed",
        Ending::Ordered => "outcome-ordered",
        Ending::Lost => "outcome-lost",
        Ending::Other => "outcome-other",
    }
}

/// How often one message was enough, of how many, and what that means.
pub(super) fn first_contact(seen: &Seen<'_>, sheet: &Sheet) -> Markup {
    let say = seen.say;
    let (k, n) = (sheet.count(Measure::FirstContact), sheet.count(Measure::Resolved));
    let (k_text, n_text) = (say.number(k), say.number(n));
    html! {
        section.card.col.g-3 aria-labelledby="fcr-h" {
            h2 #fcr-h { (say.text("reports-fcr")) }
            div.stat {
                b { @match percent(k, n) { Some(share) => (seen.percent(share)), None => "–" } }
                span { (say.with("reports-of", args![k = k_text.as_str(), n = n_text.as_str()])) }
                @if let Some((low, high)) = interval(k, n) {
                    span { (say.with("reports-interval", args![low = low, high = high])) }
                }
            }
            p.row.wrap { a href=(seen.list(Which::Counted(Measure::FirstContact))) { (say.text("reports-fcr-list")) } }
            (meaning(seen, "reports-fcr-means"))
        }
    }
}

/// What service policies asked for: how much of it came in time, by clock and in all, and what that means.
pub(super) fn kept(seen: &Seen<'_>, sheet: &Sheet, before: Option<&Figures>) -> Markup {
    let say = seen.say;
    let clocks = [
        ("reports-kept-of-first", ClockKind::First),
        ("reports-kept-of-next", ClockKind::Next),
        ("reports-kept-of-solution", ClockKind::Resolution),
    ];
    let (_, asked) = sheet.kept(&ClockKind::ALL);
    html! {
        section.col.g-3 aria-labelledby="kept-h" {
            h2 #kept-h { (say.text("reports-kept")) }
            @if asked == 0 { p.soft { (say.text("reports-kept-none")) } } @else {
                div.table-wrap tabindex="0" role="group" aria-label=(say.text("reports-kept")) {
                    table.table {
                        thead { tr {
                            th scope="col" { (say.text("reports-what")) }
                            th.r scope="col" { (say.text("reports-kept-asked")) }
                            th.r scope="col" { (say.text("reports-kept-in-time")) }
                            th.r scope="col" { (say.text("reports-kept-too-late")) }
                            th.r scope="col" { (say.text("reports-kept-share")) }
                            th.r scope="col" { (say.text("reports-kept-interval")) }
                        } }
                        tbody {
                            @for (label, clock) in clocks {
                                tr {
                                    th scope="row" { (say.text(label)) }
                                    (kept_cells(seen, sheet, before, &[clock]))
                                }
                            }
                            tr {
                                th scope="row" { (say.text("reports-kept-all")) }
                                (kept_cells(seen, sheet, before, &ClockKind::ALL))
                            }
                        }
                    }
                }
            }
            (meaning(seen, "reports-kept-means"))
        }
    }
}

/// A line of [`kept`]. Each number of one clock leads to its conversations.
fn kept_cells(seen: &Seen<'_>, sheet: &Sheet, before: Option<&Figures>, clocks: &[ClockKind]) -> Markup {
    let (say, (kept, asked)) = (seen.say, sheet.kept(clocks));
    let leads = |n: i64, of: fn(ClockKind) -> Measure| match clocks {
        [one] => html! { a href=(seen.list(Which::Counted(of(*one)))) { (say.number(n)) } },
        _ => html! { (say.number(n)) },
    };
    let share = |(k, n): (i64, i64)| percent(k, n).map_or_else(|| "–".to_owned(), |share| seen.percent(share));
    html! {
        td.r { (say.number(asked)) }
        td.r { (leads(kept, Measure::Kept)) }
        td.r { (leads(asked - kept, Measure::Missed)) }
        td.r.nowrap {
            (share((kept, asked)))
            @if let Some(before) = before {
                @let was = share(before.sheet.kept(clocks));
                div.sm.quiet { (say.with("reports-before", args![value = was.as_str()])) }
            }
        }
        td.r.nowrap {
            @match interval(kept, asked) {
                Some((low, high)) => { (seen.percent(low)) "–" (seen.percent(high)) }
                None => { "–" }
            }
        }
    }
}

pub(super) fn missed(seen: &Seen<'_>, figures: &Figures, missed: &Missed) -> Markup {
    let say = seen.say;
    let all = |which| html! { a href=(seen.list(which)) { (say.text(super::list::title(which))) } };
    let (lapses, late) = (say.number(figures.sheet.lapses()), say.number(figures.late()));
    html! {
        section.col.g-3 aria-labelledby="lapses-h" {
            h2 #lapses-h { (say.with("reports-lapses", args![n = lapses.as_str()])) }
            @if missed.lapses.is_empty() { p.soft { (say.text("reports-lapses-none")) } }
            @else {
                (rows(seen, &say.text("reports-lapses-list"), &missed.lapses, true))
                p.row.wrap.sm { (all(Which::Counted(Measure::LapseFirst))) (all(Which::Counted(Measure::LapseNext))) }
            }
            (meaning(seen, "reports-lapses-means"))
        }
        section.col.g-3 aria-labelledby="late-h" {
            h2 #late-h { (say.with("reports-late-n", args![n = late.as_str()])) }
            @if missed.late.is_empty() { p.soft { (say.text("reports-late-none")) } }
            @else { (rows(seen, &say.text("reports-late"), &missed.late, true)) }
        }
    }
}

const fn by_text(by: By) -> &'static str {
    match by {
        By::Department | By::Dim(Dim::All) => "reports-department",
        By::Dim(Dim::Staff) => "reports-staff",
        By::Dim(Dim::Mailbox) => "reports-mailbox",
        By::Dim(Dim::Tag) => "reports-tag",
        By::Dim(Dim::Language) => "reports-language",
        By::Dim(Dim::Policy) => "reports-policy",
    }
}

/// The table that tells apart, by name: nobody is put before anybody.
pub(super) fn apart(seen: &Seen<'_>, by: By, all: &BTreeMap<String, Sheet>) -> Markup {
    let say = seen.say;
    let mut named: Vec<(Option<String>, &String, &Sheet)> =
        all.iter().map(|(id, sheet)| (seen.names.of(by, id), id, sheet)).collect();
    named.sort_by(|one, two| (one.0.is_none(), &one.0, one.1).cmp(&(two.0.is_none(), &two.0, two.1)));
    html! {
        section.col.g-3 #apart aria-labelledby="apart-h" {
            div.row.wrap {
                h2 #apart-h { (say.text("reports-apart")) }
                @if seen.it.asked.of.is_none() {
                    div.seg.push role="group" aria-label=(say.text("reports-apart")) {
                        @for one in By::ALL {
                            a href={ (seen.wanted.address(HERE, &[("by", one.code())])) "#apart" }
                                aria-current=[(one == by).then_some("true")] { (say.text(by_text(one))) }
                        }
                    }
                }
            }
            @if named.is_empty() { p.soft { (say.text("reports-apart-none")) } }
            @else { (apart_table(seen, by, &named)) }
            (meaning(seen, "reports-apart-means"))
        }
    }
}

fn apart_table(seen: &Seen<'_>, by: By, named: &[(Option<String>, &String, &Sheet)]) -> Markup {
    let say = seen.say;
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(say.text("reports-apart")) {
            table.table {
                thead { tr {
                    th scope="col" { (say.text(by_text(by))) }
                    th.r scope="col" { (say.text("reports-opened")) }
                    th.r scope="col" { (say.text("reports-replied")) }
                    th.r scope="col" { (say.text("reports-closed")) }
                    th.r scope="col" { (say.text("reports-within")) }
                    th.r scope="col" { (say.text("reports-first")) }
                    th.r scope="col" { (say.text("reports-missed")) }
                    th.r scope="col" { (say.text("reports-kept-column")) }
                } }
                tbody {
                    @for (name, id, sheet) in named {
                        @let figures = Figures { sheet: (*sheet).clone(), waiting: 0 };
                        @let (kept, asked) = sheet.kept(&ClockKind::ALL);
                        tr {
                            th scope="row" { (name_of(seen, by, name.as_deref(), id)) }
                            td.r { (say.number(sheet.count(Measure::Opened))) }
                            td.r { (say.number(sheet.count(Measure::Replied))) }
                            td.r { (say.number(sheet.count(Measure::Closed))) }
                            td.r { (share(seen, &figures)) @if figures.judged() > 0 { " " span.quiet { "n " (say.number(figures.judged())) } } }
                            td.r.nowrap { (seen.maybe(sheet.first.real.median())) @if sheet.first.real.n() > 0 { " " span.quiet { "n " (say.number(sheet.first.real.n())) } } }
                            td.r { (say.number(sheet.lapses())) }
                            td.r.nowrap {
                                @match percent(kept, asked) {
                                    Some(share) => { (seen.percent(share)) " " span.quiet { "n " (say.number(asked)) } }
                                    None => { "–" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn name_of(seen: &Seen<'_>, by: By, name: Option<&str>, id: &str) -> Markup {
    let Some(name) = name else {
        return html! { span.quiet { (seen.say.text(if id.is_empty() { "reports-nobody" } else { "reports-gone" })) } };
    };
    let href = match by {
        By::Department => seen.wanted.address(HERE, &[("department", id)]),
        By::Dim(dim) => seen.wanted.address(HERE, &[("of", &format!("{}:{id}", dim.code()))]),
    };
    html! { a href=(href) { (name) } }
}
