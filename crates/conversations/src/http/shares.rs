//! How evenly turns went round: for those who lead all of it, for everybody else their own. By name and never by figures:
//! nobody stands above another.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use crate::queries::{self, SHARE_DAYS_MAX, Share, Shares};

/// Periods that are offered, in days.
const PERIODS: [i64; 4] = [7, 30, 90, SHARE_DAYS_MAX];

/// `?days=`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    days: String,
}

/// `GET /turns`: `days` back, 30 unless told.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _any = allowed(&who.actor(), Action::ReadStaff)?;
    let leads = allowed(&who.actor(), Action::ManageStaff).is_ok();
    let days = asked.days.parse().ok().filter(|days| (1..=SHARE_DAYS_MAX).contains(days)).unwrap_or(30);
    let of = (!leads).then_some(&who.staff.id);
    let all = queries::turn_shares(&mut p.db.read().await?, p.clock.business(), days, of).await?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let body = html! {
        nav.row.wrap aria-label=(say.text("shares-period")) {
            @for period in PERIODS {
                a.btn.small href={ "/turns?days=" (period) } aria-current=[(period == days).then_some("true")] {
                    (say.with("shares-days", args![days = period]))
                }
            }
            a.btn.small.push href="/rota" { (say.text("rota-title")) }
        }
        @if all.is_empty() { p.soft role="status" { (say.text("shares-none")) } }
        @for one in &all { (card(say, one)) }
        @if leads && !all.is_empty() { (explained(say)) }
    };
    let title = say.text("shares-title");
    let main = viewer.settings(&title, &say.text(if leads { "shares-lead" } else { "shares-own" }), &body);
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn card(say: &Say, one: &Shares) -> Markup {
    let (id, name) = match &one.department {
        Some(department) => (department.id.as_str(), department.name.clone()),
        None => ("", say.text("conversation-department-none")),
    };
    html! {
        section.card.col.g-5 aria-labelledby={ "shares-" (id) } {
            header.row.wrap {
                h2 id={ "shares-" (id) } { (name) }
                span.sm.quiet.push { (say.with("shares-turns", args![count = one.turns])) }
            }
            @if let Some(jain) = one.jain {
                p { (say.with("shares-jain", args![index = format!("{jain:.2}"), n = one.n.to_string()])) }
            }
            div.table-wrap tabindex="0" role="region" aria-label=(say.with("shares-of", args![name = &name])) {
                table.table {
                    thead { tr {
                        th scope="col" { (say.text("turns-who")) }
                        th.num scope="col" { (say.text("shares-got")) }
                        th.num scope="col" { (say.text("turns-part")) }
                        th.num scope="col" { (say.text("shares-per-position")) }
                        th.num scope="col" { (say.text("shares-away")) }
                        th.num scope="col" { (say.text("shares-full")) }
                        th.num scope="col" { (say.text("shares-language")) }
                        th.num scope="col" { (say.text("shares-skill")) }
                    } }
                    tbody { @for share in &one.all { (row(say, share)) } }
                }
            }
        }
    }
}

fn row(say: &Say, share: &Share) -> Markup {
    let it = &share.counted;
    html! {
        tr {
            th scope="row" {
                (share.name)
                @if !share.counts { " " span.chip data-tone="plain" { (say.text("shares-not-compared")) } }
            }
            td.num { (say.number(it.given)) }
            td.num { (share.weight) " %" }
            td.num { (format!("{:.1}", share.per_position)) }
            @for figure in [it.away, it.full, it.language, it.skill] { td.num { (say.number(figure)) } }
        }
    }
}

/// What the figures mean.
fn explained(say: &Say) -> Markup {
    html! {
        section.card.col.g-3 aria-labelledby="shares-how-t" {
            h2 #shares-how-t { (say.text("shares-how")) }
            p.sm { (say.text("shares-how-jain")) }
            p.sm { (say.text("shares-how-counts")) }
            p.sm { (say.text("shares-how-passed")) }
        }
    }
}
