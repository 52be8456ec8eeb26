//! One colleague in the settings: when they are away and who stands in. For admins.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::html;
use platform::Platform;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::respond;

use super::colleagues::{HERE, role_name, staff_id};
use super::{absences, toast};
use crate::StaffId;
use crate::staff::{self, Who};

/// What differs from the plain page.
#[derive(Default)]
pub(super) struct Shown {
    pub absence: Option<absences::Wrong>,
}

/// `GET /settings/colleagues/{id}`.
pub async fn show(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Query(done): Query<toast::Query>,
) -> Result<Response, Error> {
    page(&p, &who, &staff_id(&id)?, StatusCode::OK, done, Shown::default()).await
}

/// The colleague, if the reader looks after colleagues; also when it is they themselves.
pub(super) fn looked_after(who: &Who, id: StaffId) -> Result<StaffId, Error> {
    let _all = allowed(&who.actor(), Action::ManageStaff)?;
    Ok(id)
}

pub(super) async fn page(
    p: &Platform,
    who: &Who,
    id: &StaffId,
    status: StatusCode,
    done: toast::Query,
    shown: Shown,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ManageStaff)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let staff = staff::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let planned = absences::Planned::of(&mut conn, id, p.clock.business()).await?;
    drop(conn);
    let body = html! {
        section.card.row.wrap {
            (avatar(&staff.name, staff.id.as_str(), true, Size::Usual))
            div.col.g-0 { span.w-550 { (staff.name) } span.sm.quiet { (staff.email) } }
            span.chip.push data-tone="plain" { (role_name(say, staff.role)) }
            a.btn.small href=(HERE) { (say.text("colleague-all")) }
        }
        (absences::card(say, &planned, &format!("{HERE}/{id}/absences"), shown.absence.as_ref()))
    };
    let main = viewer.settings(&staff.name, &say.text("colleague-lead"), &body);
    let whole = viewer.page_with(p, &staff.name, &main, done.toast(say)).await?;
    Ok(respond::page(status, whole))
}
