//! What service policies would mean, before they are kept.

use std::collections::HashMap;

use base::Instant;
use platform::{Conn, Result};

use crate::ids::ServicePolicyId;
use crate::model::{Conversation, GoesBy, Group, ServiceLevels};
use crate::rules::clocks::Holds;
use crate::rules::service as rule;
use crate::{settings, store};

/// So many conversations are looked at.
pub const PREVIEWED: usize = 1000;
/// So many of them are shown.
pub const EXAMPLES: usize = 10;
/// Facts of so many are read at once.
const AT_ONCE: usize = 250;

/// What a policy would mean for what is open now.
#[derive(Clone, Debug, Default)]
pub struct ServicePreview {
    /// How many would go by it, of those looked at.
    pub fits: usize,
    /// Of how many of these what is due first would move.
    pub moves: usize,
    /// Whether there are more than were looked at.
    pub more: bool,
    /// Some of those that would go by it, with when something is due first by it.
    pub examples: Vec<(Conversation, Option<Instant>)>,
}

/// What the policy `id` of `levels`, which need not be kept yet, would mean.
///
/// # Errors
/// When the tables cannot be read.
pub async fn service_preview(
    conn: &mut Conn,
    levels: &ServiceLevels,
    id: &ServicePolicyId,
    now: Instant,
) -> Result<ServicePreview> {
    let Some(policy) = levels.find(id) else { return Ok(ServicePreview::default()) };
    let usual = settings::clock_policy(conn).await?;
    let targets = rule::targets(levels, Some(policy), &usual);
    let asks = rule::asks(&levels.policies);
    let own: HashMap<String, Option<bool>> =
        settings::state_names(conn).await?.into_iter().map(|name| (name.id, name.pauses)).collect();
    let most = i64::try_from(PREVIEWED).unwrap_or(i64::MAX).saturating_add(1);
    let mut found = store::service_about(conn, &policy.when, most).await?;
    let mut preview = ServicePreview { more: found.len() > PREVIEWED, ..ServicePreview::default() };
    found.truncate(PREVIEWED);
    for some in found.chunks(AT_ONCE) {
        let facts = store::service_facts_of_all(conn, some, asks).await?;
        for it in some.iter().filter(|it| it.group() != Group::Closed) {
            let goes = facts.get(&it.id).and_then(|facts| rule::choose(&levels.policies, facts));
            if goes.is_none_or(|goes| goes.id != policy.id) {
                continue;
            }
            preview.fits += 1;
            let same = it.goes_by == Some(GoesBy { policy: policy.id.clone(), version: policy.version });
            let clocks = if same { it.clocks.clone() } else { it.clocks.clone().by(&targets, it.created_at) };
            let label = it.label.as_ref().and_then(|label| own.get(label).copied().flatten());
            let clocks = clocks.resolving(&targets, Holds::at(it.state, label), (it.created_at, now));
            preview.moves += usize::from(clocks.due() != it.clocks.due());
            if preview.examples.len() < EXAMPLES {
                preview.examples.push((it.clone(), clocks.due()));
            }
        }
    }
    Ok(preview)
}
