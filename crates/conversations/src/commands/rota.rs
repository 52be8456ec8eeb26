//! The company's turns: who takes part, set by those who look after colleagues; and swaps, by whose week it is.

use base::{Action, Actor, Scope, allowed};
use jiff::civil::Date;
use people::StaffId;
use platform::{Platform, Tx, settings as kept};

use super::Answer;
use crate::rules::rota::{is_odd, joins_odd, monday};
use crate::rules::states::Refusal;
use crate::settings::{ROTA_EASY_MAX, ROTA_HOURS_MAX, Rota};
use crate::{queries, settings, store};

/// A colleague who is to take part, and whether theirs are the odd weeks, where that is said.
pub type Member = (StaffId, Option<bool>);

/// Sets the hours, the tag of easy cases, and who takes part: those, and nobody else. Who takes part already keeps their
/// weeks, unless it is said whether theirs are the odd ones.
///
/// # Errors
/// Refused when the actor may not; [`Refusal::NoSuchWeek`] when the hours are none or too many, or somebody is not there.
pub async fn set_rota(p: &Platform, actor: &Actor, hours: i64, easy: &str, members: &[Member]) -> Answer<()> {
    let _all = allowed(actor, Action::ManageStaff)?;
    if !(1..=ROTA_HOURS_MAX).contains(&hours) {
        return Err(Refusal::NoSuchWeek.into());
    }
    let mut tx = p.begin().await?;
    // Whoever sets it at the same time waits here.
    store::take_number(&mut tx).await?;
    let before = settings::rota(&mut tx).await?;
    let staff = people::staff::all(&mut tx, &Scope::All).await?;
    if !members.iter().all(|(id, _)| staff.iter().any(|one| one.id == *id && one.disabled_at.is_none())) {
        return Err(Refusal::NoSuchWeek.into());
    }
    let easy = people::person::clean_line(easy, ROTA_EASY_MAX);
    let after = Rota { hours, easy, members: joined(&before.members, members) };
    if after != before {
        settings::set_rota(&mut tx, &after).await?;
        kept::record_change(&mut tx, actor, "rota").await?;
    }
    Ok(tx.commit().await?)
}

/// Who takes part from now on: those who do already stand first and keep their weeks, who comes anew has those that fewer
/// have; but for whom it is said.
fn joined(before: &[(StaffId, bool)], wanted: &[Member]) -> Vec<(StaffId, bool)> {
    let said = |id: &StaffId| wanted.iter().find(|(one, _)| one == id);
    let mut after: Vec<(StaffId, bool)> =
        before.iter().filter_map(|(id, odd)| said(id).map(|(_, wish)| (id.clone(), wish.unwrap_or(*odd)))).collect();
    for (id, wish) in wanted {
        if !after.iter().any(|(one, _)| one == id) {
            let odd = wish.unwrap_or_else(|| joins_odd(after.iter().map(|(_, odd)| *odd)));
            after.push((id.clone(), odd));
        }
    }
    after
}

/// Gives a week to somebody else who has not got it; without anybody, a swap is taken back.
///
/// # Errors
/// Refused unless it is the actor's own week or they look after colleagues; [`Refusal::NoSuchWeek`] when the week is over
/// or too far away, is not theirs to give, or is not one that the other can take.
pub async fn swap_week(p: &Platform, actor: &Actor, day: Date, gives: &StaffId, takes: Option<&StaffId>) -> Answer<()> {
    let _any = allowed(actor, Action::ReadStaff)?;
    if actor.staff_id() != Some(gives.as_str()) {
        let _all = allowed(actor, Action::ManageStaff)?;
    }
    let mut tx = p.begin().await?;
    store::take_number(&mut tx).await?;
    let week = monday(day);
    let changed = match takes {
        Some(takes) => {
            can_swap(&mut tx, week, gives, takes).await?;
            store::put_swap(&mut tx, week, gives, takes).await?;
            true
        }
        None => store::remove_swap(&mut tx, week, gives).await?,
    };
    if changed {
        kept::record_change(&mut tx, actor, "rota").await?;
    }
    Ok(tx.commit().await?)
}

async fn can_swap(tx: &mut Tx, week: Date, gives: &StaffId, takes: &StaffId) -> Answer<()> {
    let now = tx.now();
    let ahead = queries::rota_ahead(tx, now).await?;
    let shown = ahead.weeks.iter().find(|one| one.monday == week).ok_or(Refusal::NoSuchWeek)?;
    let odd = is_odd(week);
    let theirs = |who: &StaffId| ahead.rota.members.iter().find(|(id, _)| id == who).map(|(_, it)| *it == odd);
    if theirs(gives) == Some(true) && theirs(takes) == Some(false) && !shown.on_duty.contains(takes) {
        Ok(())
    } else {
        Err(Refusal::NoSuchWeek.into())
    }
}
