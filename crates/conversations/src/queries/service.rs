//! What service policies would mean, before they are kept.

use std::collections::HashMap;

use base::event::Sentence;
use base::{Event, Instant, Scope};
use platform::{Conn, Result, log};

use crate::events::ConversationEvent;
use crate::ids::{ConversationId, ServicePolicyId};
use crate::model::{Conversation, GoesBy, Group, ServiceLevels};
use crate::rules::clocks::Holds;
use crate::rules::service as rule;
use crate::rules::trail::{Stretch, stretches};
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
        for it in some.iter().filter(|it| it.state.group() != Group::Closed) {
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

/// What became of the clocks of a conversation.
#[derive(Clone, Debug)]
pub struct ClockTrail {
    /// The conversation, as it stands.
    pub conversation: Conversation,
    /// What the policy is called that it goes by; nothing for the usual times.
    pub policy: Option<String>,
    /// Whether a solution is promised.
    pub resolution: bool,
    /// What happened to its clocks, the oldest first, as people read it.
    pub stretches: Vec<Stretch<Sentence>>,
}

/// Facts of one conversation that are read, the newest.
const FACTS: i64 = 500;

/// What became of the clocks of a conversation; nothing where there is none within the scope.
///
/// # Errors
/// When the tables cannot be read.
pub async fn clock_trail(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<ClockTrail>> {
    let Some(conversation) = store::find(conn, scope, id).await? else { return Ok(None) };
    let levels = settings::service_levels(conn).await?;
    let policy = conversation.goes_by.as_ref().and_then(|by| levels.find(&by.policy));
    let (name, resolution) = (policy.map(|it| it.name.clone()), policy.is_some_and(|it| it.resolution.is_some()));
    let facts = log::history(conn, &format!("conversation:{id}"), FACTS).await?;
    let events: Vec<(Instant, ConversationEvent)> =
        facts.iter().rev().filter_map(|fact| Some((fact.at, fact.read()?))).collect();
    let told = events.iter().map(|(at, event)| (*at, event, event.sentence())).collect();
    Ok(Some(ClockTrail { conversation, policy: name, resolution, stretches: stretches(told) }))
}
