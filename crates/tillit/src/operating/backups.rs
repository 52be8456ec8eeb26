//! Automatic backups in the desk: when they come and how many stay, those that were written, and the line above every
//! page when none was good for too long. Writing and rotating are the platform's.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Actor, Instant, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::backup::automatic::{self, JOB, LANE, Run};
use platform::backup::rotation::Wanted;
use platform::i18n::Say;
use platform::jobs::{Failure, Workers};
use platform::web::assets::{icon, icon_small};
use platform::web::desk::{Later, NoticeSource};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Fault, Platform, Result, args};
use serde::Deserialize;

const HERE: &str = "/settings/backups";
/// Tries that the page shows.
const SHOWN: i64 = 30;
/// Most days or weeks that may be kept.
const MOST: u32 = 400;

/// Where backups are written; nowhere when the operator wants none.
#[derive(Clone, Debug)]
pub struct Folder(pub Option<Arc<PathBuf>>);

/// Adds the lane in which backups are written.
pub fn workers(workers: Workers, folder: &Folder) -> Workers {
    let folder = folder.clone();
    workers.lane(LANE, 1).handle(JOB, move |p, job| {
        let folder = folder.clone();
        async move {
            match &folder.0 {
                Some(folder) => automatic::perform(&p, &job, folder).await,
                None => Err(Failure::Never(Fault::new("this Tillit was started without a folder for backups"))),
            }
        }
    })
}

/// Sees to it that the next one is waiting.
///
/// # Errors
/// When the database cannot be used.
pub async fn begin(p: &Platform, folder: &Folder) -> Result<()> {
    // The demo's data goes when it ends.
    if folder.0.is_none() || p.site.demo {
        return Ok(());
    }
    let mut tx = p.begin().await?;
    automatic::plan(&mut tx).await?;
    tx.commit().await
}

/// The line above every page when the last good backup is too old.
pub struct LateBackups(pub Folder);

impl NoticeSource for LateBackups {
    fn notices<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say) -> Later<'a, Vec<Markup>> {
        Box::pin(async move {
            if self.0.0.is_none() || p.site.demo || allowed(actor, Action::ManageOperations).is_err() {
                return Ok(Vec::new());
            }
            let late = automatic::late(&mut p.db.read().await?, p.clock.machine()).await?;
            Ok(late.map(|since| notice(say, since)).into_iter().collect())
        })
    }
}

fn notice(say: &Say, since: Instant) -> Markup {
    let since = say.full(since, &TimeZone::UTC);
    html! {
        div.callout data-tone="bad" role="status" {
            (icon("alert"))
            p {
                b { (say.with("backups-late", args![since = &since])) }
                " " a href=(HERE) { (say.text("backups-late-open")) }
            }
        }
    }
}

/// `?done=…` of pages that forms lead back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// The form as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    daily: String,
    days: String,
    weeks: String,
}

impl Typed {
    fn of(wanted: Wanted) -> Self {
        let daily = if wanted.daily { "1" } else { "" };
        Self { daily: daily.into(), days: wanted.days.to_string(), weeks: wanted.weeks.to_string() }
    }

    /// What is wanted, or the fields that need another look.
    fn read(&self) -> Result<Wanted, Vec<&'static str>> {
        let number = |text: &str, least: u32| text.trim().parse().ok().filter(|n| (least..=MOST).contains(n));
        let (days, weeks) = (number(&self.days, 1), number(&self.weeks, 0));
        match (days, weeks) {
            (Some(days), Some(weeks)) => Ok(Wanted { daily: !self.daily.is_empty(), days, weeks }),
            _ => Err([("days", days), ("weeks", weeks)]
                .iter()
                .filter(|(_, n)| n.is_none())
                .map(|(name, _)| *name)
                .collect()),
        }
    }
}

/// `GET /settings/backups`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Extension(folder): Extension<Folder>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let wanted = automatic::wanted(&mut p.db.read().await?).await?;
    page(&p, &who, &folder, &asked.done, &Typed::of(wanted), &[]).await
}

/// `POST /settings/backups`: when and how many.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Extension(folder): Extension<Folder>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::ManageOperations)?;
    let wanted = match typed.read() {
        Ok(wanted) => wanted,
        Err(wrong) => return page(&p, &who, &folder, "", &typed, &wrong).await,
    };
    let mut tx = p.begin().await?;
    automatic::set_wanted(&mut tx, wanted).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "backups").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/backups?done=saved"))
}

/// `POST /settings/backups/now`: has one written at once.
///
/// # Errors
/// See [`show`].
pub async fn now(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::ManageOperations)?;
    let mut tx = p.begin().await?;
    automatic::ask(&mut tx, who.staff.id.as_str()).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "backup-now").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/backups?done=begun"))
}

async fn page(
    p: &Platform,
    who: &Who,
    folder: &Folder,
    done: &str,
    typed: &Typed,
    wrong: &[&'static str],
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::ManageOperations)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let runs = automatic::runs(&mut p.db.read().await?, SHOWN).await?;
    let body = match &folder.0 {
        None => html! { div.callout data-tone="warn" { (icon("alert")) p { (say.text("backups-nowhere")) } } },
        Some(_) => html! {
            (said(say, done))
            (form(say, typed, wrong))
            (listed(say, &viewer.zone, p.clock.machine(), &runs))
        },
    };
    let title = say.text("settings-backups");
    let main = viewer.settings(&title, &say.text("backups-lead"), &body);
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn said(say: &Say, done: &str) -> Markup {
    let text = match done {
        "saved" => say.text("backups-saved"),
        "begun" => say.text("backups-begun"),
        _ => return html! {},
    };
    html! { div.callout data-tone="ok" role="status" { (icon("check")) p { (text) } } }
}

fn form(say: &Say, typed: &Typed, wrong: &[&'static str]) -> Markup {
    let field = |name: &'static str, label: String, value: &str| {
        let error = wrong.contains(&name);
        html! {
            div.field {
                label for=(name) { (label) }
                input.input.num id=(name) name=(name) inputmode="numeric" value=(value) autocomplete="off"
                    autofocus[error] aria-invalid=[error.then_some("true")] aria-describedby=[error.then(|| format!("{name}-e"))];
                @if error {
                    p.error id={ (name) "-e" } { (icon_small("alert")) (say.with("backups-number-wrong", args![most = i64::from(MOST)])) }
                }
            }
        }
    };
    html! {
        form.col.g-7 method="post" action=(HERE) novalidate {
            section.card.col.g-6 {
                h3 { (say.text("backups-when")) }
                label.check {
                    input.box type="checkbox" name="daily" value="1" checked[!typed.daily.is_empty()];
                    span { (say.text("backups-daily")) small { (say.text("backups-daily-hint")) } }
                }
                div.tiles.min-s {
                    (field("days", say.text("backups-days"), &typed.days))
                    (field("weeks", say.text("backups-weeks"), &typed.weeks))
                }
            }
            (save_bar(say, None))
        }
    }
}

fn listed(say: &Say, zone: &TimeZone, now: Instant, runs: &[Run]) -> Markup {
    html! {
        section.card.col.g-6 aria-labelledby="runs-h" {
            div.row.wrap {
                h3 #runs-h { (say.text("backups-written")) }
                form.push method="post" action={ (HERE) "/now" } { button.btn.small { (say.text("backups-now")) } }
            }
            @if runs.is_empty() { p.quiet { (say.text("backups-none")) } }
            ul.col.g-5 { @for run in runs { li.row.wrap { (line(say, zone, now, run)) } } }
            p.sm.quiet { (say.text("backups-key")) }
        }
    }
}

fn line(say: &Say, zone: &TimeZone, now: Instant, run: &Run) -> Markup {
    let size = say.bytes(u64::try_from(run.bytes).unwrap_or_default());
    let (tone, text) = match (run.error.is_empty(), run.damaged) {
        (false, _) => ("bad", "backups-failed"),
        (true, 0) => ("ok", "backups-good"),
        (true, _) => ("warn", "backups-damaged"),
    };
    html! {
        div.col.g-1 {
            time.w-550 datetime=(run.at.to_string()) title=(say.full(run.at, zone)) { (say.day_time(run.at, now, zone)) }
            @if run.error.is_empty() {
                span.sm.quiet { code { (run.file) } " · " (say.with("backups-holds", args![rows = run.rows, size = &size])) }
            } @else { span.sm.quiet { (run.error) } }
        }
        span.push { span.chip data-tone=(tone) { (say.text(text)) } }
    }
}

#[cfg(test)]
mod tests {
    use base::{Language, Role};
    use platform::i18n::I18n;
    use platform::testing::on_both_engines;

    use super::*;

    fn say() -> Say {
        I18n::new(crate::open::LOCALES).expect("texts").to(Language::En)
    }

    fn run(error: &str, damaged: i64) -> Run {
        let at = Instant::UNIX_EPOCH;
        Run { at, file: "tillit-x.backup".into(), bytes: 2_000_000, rows: 1, damaged, error: error.into() }
    }

    #[test]
    fn numbers_are_read_within_bounds_and_the_field_that_is_wrong_is_named() {
        let typed = |days: &str, weeks: &str| Typed { daily: "1".into(), days: days.into(), weeks: weeks.into() };
        assert_eq!(typed(" 3 ", "0").read(), Ok(Wanted { daily: true, days: 3, weeks: 0 }));
        assert_eq!(typed("0", "401").read(), Err(vec!["days", "weeks"]));
        assert_eq!(typed("7", "-1").read(), Err(vec!["weeks"]));
        assert_eq!(Typed::of(Wanted::default()).read(), Ok(Wanted::default()));
        let page = form(&say(), &typed("0", "4"), &["days"]).into_string();
        assert!(
            page.contains("id=\"days-e\"") && !page.contains("id=\"weeks-e\"") && page.contains("1 to 400"),
            "{page}"
        );
    }

    #[test]
    fn each_try_says_how_it_went() {
        let runs = [run("", 0), run("", 2), run("<no disk>", 0)];
        let page = listed(&say(), &TimeZone::UTC, Instant::UNIX_EPOCH, &runs).into_string();
        for words in
            ["data-tone=\"ok\"", "data-tone=\"warn\"", "data-tone=\"bad\"", "&lt;no disk&gt;", "tillit-x.backup"]
        {
            assert!(page.contains(words), "{words}\n{page}");
        }
        let none = listed(&say(), &TimeZone::UTC, Instant::UNIX_EPOCH, &[]).into_string();
        assert!(none.contains("No backup has been written yet"), "{none}");
    }

    #[test]
    fn the_alarm_is_for_those_who_can_do_something_about_it() {
        on_both_engines(&crate::open::migrations(), |test| async move {
            let (p, say) = (test.platform, say());
            let notices = LateBackups(Folder(Some(Arc::new(test.folder.join("backups")))));
            let told = async |notices: &LateBackups, role| {
                notices.notices(&p, &Actor::staff("stf_1", role), &say).await.expect("asked").len()
            };
            assert_eq!(told(&notices, Role::Owner).await, 0);
            let mut tx = p.begin().await.expect("begin");
            tx.run("INSERT INTO backup_run VALUES ('bak_1', 0, 'f', 1, 1, 0, '')", vec![]).await.expect("a run");
            tx.commit().await.expect("commit");
            assert_eq!([told(&notices, Role::Owner).await, told(&notices, Role::Agent).await], [1, 0]);
            assert_eq!(told(&LateBackups(Folder(None)), Role::Owner).await, 0);
        });
    }
}
