//! What came in and what was closed, day by day, as a drawing and as a table.

use jiff::civil::Date;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon_small;

use super::Seen;
use crate::reports::queries::Day;

/// Bars of a drawing at most; more days are drawn several in one.
const BARS: usize = 62;
const WIDTH: i64 = 1120;
const HEIGHT: i64 = 220;
/// Where the bars stand.
const FLOOR: i64 = 190;
/// How high the highest is.
const REACH: i64 = 165;

/// A few days in one.
struct Bar {
    from: Date,
    to: Date,
    opened: i64,
    closed: i64,
    backlog: i64,
}

fn bars(days: &[Day]) -> Vec<Bar> {
    let together = days.len().div_ceil(BARS).max(1);
    let bars = days.chunks(together).filter_map(|some| {
        let (first, last) = (some.first()?, some.last()?);
        let sum = |what: fn(&Day) -> i64| some.iter().map(what).sum();
        let (opened, closed) = (sum(|day| day.opened), sum(|day| day.closed));
        Some(Bar { from: first.date, to: last.date, opened, closed, backlog: last.backlog })
    });
    bars.collect()
}

/// The next round number that is not smaller.
fn round(most: i64) -> i64 {
    let mut unit = 1;
    loop {
        if let Some(step) = [1, 2, 5].into_iter().map(|n| n * unit).find(|round| *round >= most) {
            return step.max(1);
        }
        unit *= 10;
    }
}

pub(super) fn days(seen: &Seen<'_>, days: &[Day]) -> Markup {
    let (say, bars) = (seen.say, bars(days));
    let number = |n| say.number(n);
    let (opened, closed): (i64, i64) = (days.iter().map(|d| d.opened).sum(), days.iter().map(|d| d.closed).sum());
    let (told_in, told_out) = (number(opened), number(closed));
    let described = say.with("reports-chart", args![opened = told_in.as_str(), closed = told_out.as_str()]);
    html! {
        section.card.col.g-4 aria-labelledby="days-h" {
            div.row.wrap {
                h2 #days-h { (say.text("reports-by-day")) }
                div.legend.push {
                    span.row.g-2 { (swatch("var(--accent)")) (say.text("reports-opened")) }
                    span.row.g-2 { (swatch("var(--passive)")) (say.text("reports-closed")) }
                }
            }
            (drawing(seen, &bars, &described))
            details.entry {
                summary.sm.quiet { (icon_small("right")) (say.text("reports-numbers")) }
                (table(seen, &bars))
            }
        }
    }
}

fn swatch(colour: &str) -> Markup {
    html! { svg width="11" height="11" aria-hidden="true" { rect width="11" height="11" rx="3" fill=(colour) {} } }
}

fn drawing(seen: &Seen<'_>, bars: &[Bar], described: &str) -> Markup {
    let most = round(bars.iter().map(|bar| bar.opened.max(bar.closed)).max().unwrap_or_default());
    let count = i64::try_from(bars.len()).unwrap_or(1).max(1);
    let (left, step) = (44, (WIDTH - 44) / count);
    let thick = (step * 2 / 5).clamp(2, 22);
    let height = |n: i64| n * REACH / most;
    // As many days are named as there is room for.
    let every = (110 / step.max(1) + 1).max(1);
    html! {
        svg.chart viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(described) {
            @for part in [most, most / 2] {
                @if part > 0 {
                    @let y = FLOOR - height(part);
                    line.grid x1=(left) x2=(WIDTH) y1=(y) y2=(y) {}
                    text.q x=(left - 8) y=(y + 4) text-anchor="end" { (seen.say.number(part)) }
                }
            }
            line.axis x1=(left) x2=(WIDTH) y1=(FLOOR) y2=(FLOOR) {}
            @for (n, bar) in bars.iter().enumerate() {
                @let n = i64::try_from(n).unwrap_or_default();
                @let x = left + n * step + (step - 2 * thick - 1) / 2;
                @let (high_in, high_out) = (height(bar.opened), height(bar.closed));
                rect x=(x) y=(FLOOR - high_in) width=(thick) height=(high_in) rx="2" fill="var(--accent)" {}
                rect x=(x + thick + 1) y=(FLOOR - high_out) width=(thick) height=(high_out) rx="2" fill="var(--passive)" {}
                @if n % every == 0 { text.q x=(left + n * step) y=(HEIGHT - 8) { (short(bar.from)) } }
            }
        }
    }
}

/// A day so short that many stand side by side, and read everywhere the same.
fn short(day: Date) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

fn table(seen: &Seen<'_>, bars: &[Bar]) -> Markup {
    let say = seen.say;
    let title = say.text("reports-by-day");
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(title) {
            table.table {
                thead { tr {
                    th scope="col" { (say.text("reports-day")) }
                    th.r scope="col" { (say.text("reports-opened")) }
                    th.r scope="col" { (say.text("reports-closed")) }
                    th.r scope="col" { (say.text("reports-backlog")) }
                } }
                tbody {
                    @for bar in bars {
                        tr {
                            th scope="row" {
                                (seen.day(bar.from)) @if bar.to != bar.from { "–" (seen.day(bar.to)) }
                            }
                            td.r { (say.number(bar.opened)) }
                            td.r { (say.number(bar.closed)) }
                            td.r { (say.number(bar.backlog)) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_days_are_drawn_several_in_one_and_none_is_lost() {
        for n in [1, 28, 62, 63, 365, 3660] {
            let first: Date = "2026-01-01".parse().expect("a date");
            let days: Vec<Day> = (0..n).map(|_| Day { date: first, opened: 2, closed: 1, backlog: 5 }).collect();
            let bars = bars(&days);
            assert!(bars.len() <= BARS, "{n}");
            assert_eq!(bars.iter().map(|bar| bar.opened).sum::<i64>(), 2 * i64::from(n));
            assert_eq!(bars.last().map(|bar| bar.backlog), Some(5));
        }
    }

    #[test]
    fn scales_end_at_round_numbers() {
        assert_eq!([0, 1, 3, 5, 6, 14, 21, 99, 101].map(round), [1, 1, 5, 5, 10, 20, 50, 100, 200]);
    }
}
