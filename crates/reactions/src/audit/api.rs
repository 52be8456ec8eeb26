//! The same for programs.

use axum::{Extension, Json};
use base::Instant;
use people::api::Caller;
use platform::api::{Cursor, Listing, Page, Problem, Query};
use platform::log::public::Families;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{Group, Wanted, acts};
use crate::export::{Fact, fact};

/// Which acts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Only what this colleague did (`stf_…`), or `system`.
    who: Option<String>,
    /// One of `sign_ins`, `colleagues`, `settings`, `programs`, `mailboxes`, `words`, `open`, `privacy`.
    kind: Option<String>,
    /// Not before this time.
    #[param(format = DateTime)]
    from: Option<String>,
    /// Before this time.
    #[param(format = DateTime)]
    until: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
    /// `next` of the answer before.
    cursor: Option<String>,
}

impl Asked {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let at = |name: &str, text: &Option<String>| -> Result<Option<Instant>, Problem> {
            let read = text.as_deref().map(str::parse).transpose();
            read.map_err(|_| Problem::parameter(name, "must be a time such as 2026-11-18T12:48:00Z"))
        };
        let group = match self.kind.as_deref() {
            None => None,
            Some(code) => {
                Some(Group::from_code(code).ok_or_else(|| Problem::parameter("kind", "is none of those there are"))?)
            }
        };
        let actor =
            self.who.as_deref().map(|who| if who == "system" { who.to_owned() } else { format!("staff:{who}") });
        Ok(Wanted { actor, group, from: at("from", &self.from)?, until: at("until", &self.until)? })
    }
}

/// Lists administrative acts
///
/// Who did what to the business's Tillit, and who came in, newest first.
#[utoipa::path(get, path = "/audit", tag = "Events", operation_id = "list_audit", params(Asked), security(("bearer" = ["admin"])),
    responses((status = 200, description = "Acts, newest first.", body = Page<Fact>)))]
pub(crate) async fn list(
    caller: Caller,
    Extension(families): Extension<Families>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Fact>>, Problem> {
    let wanted = asked.wanted()?;
    let limit = match asked.limit {
        None => 25,
        Some(limit @ 1..=100) => limit,
        Some(_) => return Err(Problem::parameter("limit", "must be between 1 and 100")),
    };
    let filters = (&asked.who, &asked.kind, &asked.from, &asked.until);
    let (listing, cursor) = (Listing::new("audit", &filters), Cursor(&caller.p.tokens));
    let before: Option<i64> = cursor.open(&listing, asked.cursor.as_deref())?;
    let mut conn = caller.p.db.read().await?;
    let mut facts = acts(&mut conn, &caller.actor(), &wanted, before, limit + 1).await?;
    let more = i64::try_from(facts.len()).is_ok_and(|found| found > limit);
    facts.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = facts.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.place.seq));
    Ok(Json(Page { data: facts.iter().filter_map(|one| families.tell(one)).map(fact).collect(), next }))
}
