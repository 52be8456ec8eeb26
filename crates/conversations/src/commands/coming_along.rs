//! What waits or is half written when a conversation becomes part of another: nothing of it is lost, nothing goes
//! to somebody it was not meant for, and undoing the merge brings it back.
//!
//! A reply that waits for its time goes at that time from where it is now. It is held back when the conversation has
//! another customer now, or when something came in the other one after it was written: people look first. A draft
//! goes to its writer's draft there; where both hold one, they stand below each other, each with its recipients.
//! Tags go along, too, who follows, what is to be done and was promised, what is needed, time spent, what it is linked
//! with, and the causes that it has in common with others.

use base::Actor;
use people::person::fold_address;
use platform::Tx;

use super::{Answer, following, later, linking, posting, problems, tagging};
use crate::events::ConversationEvent;
use crate::ids::MessageId;
use crate::model::{Complaint, Conversation, DeliveryState, DraftText, HeldBecause, MessageKind};
use crate::rules::recipients;
use crate::store::{self, CameAlong, MovedDraft, MovedShared};

/// Brings along what waits and what is half written, once the messages have moved. Answers what to bring back.
pub(super) async fn bring(
    tx: &mut Tx,
    actor: &Actor,
    source: &Conversation,
    target: &Conversation,
    moved: &[MessageId],
) -> Answer<CameAlong> {
    let mut along = CameAlong::default();
    let mut replies = 0;
    for (id, state) in store::waiting_for_time(tx, &target.id).await? {
        let came = moved.contains(&id);
        replies += usize::from(came);
        if state == DeliveryState::Scheduled && hold(tx, source, target, &id, came).await? {
            along.held.push(id);
        }
    }
    along.drafts = bring_drafts(tx, source, target).await?;
    along.shared = bring_shared(tx, source, target).await?;
    along.items = store::checklist(tx, &source.id).await?.into_iter().map(|item| item.id).collect();
    store::bring_items(tx, &along.items, &target.id).await?;
    along.spent = store::spent_on(tx, &source.id).await?.into_iter().map(|one| one.id).collect();
    store::bring_spent(tx, &along.spent, &target.id).await?;
    along.promises = store::bring_all_promises(tx, &source.id, target).await?;
    along.needs = store::bring_all_needs(tx, &source.id, target).await?;
    bring_ended(tx, source, target, &mut along).await?;
    along.links = linking::bring(tx, source, target).await?;
    along.problems = problems::bring(tx, source, target).await?;
    along.followers = following::bring(tx, source, target).await?;
    (along.tags, along.new_tags) = tagging::bring(tx, actor, source, target).await?;
    let drafts = along.drafts.len() + along.shared.len();
    if replies + drafts > 0 {
        let (conversation, number) = (target.id.clone(), source.number);
        tx.record(&ConversationEvent::CameAlong { conversation, number, replies, drafts }, actor, None).await?;
    }
    Ok(along)
}

/// What the customer said comes along, and a complaint makes one of both. What had become of either is kept for undoing
/// alone: the two are one matter now, which is closed as one.
async fn bring_ended(tx: &mut Tx, source: &Conversation, target: &Conversation, along: &mut CameAlong) -> Answer<()> {
    for id in [&source.id, &target.id] {
        along.outcomes.extend(store::outcome_of(tx, id).await?.map(|outcome| (id.clone(), outcome)));
    }
    let theirs = store::opinions_of(tx, &target.id).await?;
    along.held_opinions = theirs.into_iter().filter(|one| one.open).map(|one| one.id).collect();
    for mut opinion in store::opinions_of(tx, &source.id).await? {
        if opinion.open {
            along.held_opinions.push(opinion.id.clone());
            opinion.open = false;
            store::put_opinion(tx, &opinion).await?;
        }
        along.opinions.push(opinion.id);
    }
    store::bring_opinions(tx, &along.opinions, &target.id).await?;
    let brought = store::complaint_of(tx, &source.id).await?.filter(|one| one.is);
    let there = store::complaint_of(tx, &target.id).await?;
    if let Some(complaint) = brought.filter(|_| there.as_ref().is_none_or(|one| !one.is)) {
        store::set_complaint(tx, &target.id, Some(&complaint)).await?;
        along.complaint = true;
        along.no_complaint = there.map(|one| base::clock::to_micros(one.since));
    }
    Ok(())
}

/// Holds a waiting reply back, if people must look before it goes.
async fn hold(tx: &mut Tx, source: &Conversation, target: &Conversation, id: &MessageId, came: bool) -> Answer<bool> {
    let (Some(message), Some((delivery, _))) =
        (store::find_message(tx, &base::Scope::All, id).await?, store::delivery(tx, id).await?)
    else {
        return Ok(false);
    };
    let (why, who) = match store::answered_since(tx, &message).await? {
        _ if came && source.person != target.person => (HeldBecause::Merged, String::new()),
        Some(who) => (HeldBecause::SomebodyWrote, who),
        None => return Ok(false),
    };
    later::stop(tx, &target.id, id, delivery, why, &who).await?;
    Ok(true)
}

async fn bring_drafts(tx: &mut Tx, source: &Conversation, target: &Conversation) -> Answer<Vec<MovedDraft>> {
    let mut moved = Vec::new();
    for (staff, kind, draft) in store::all_drafts(tx, &source.id).await? {
        let there = store::drafts_of(tx, &staff, &target.id).await?;
        let there = there.into_iter().find(|(other, _)| *other == kind).map(|(_, draft)| draft);
        let mut after = draft.clone();
        // An empty field means: to the customer. That is somebody else now.
        let readdress = kind == MessageKind::Reply && source.person != target.person;
        if readdress {
            addressed(tx, source, &mut after).await?;
        }
        if let Some(there) = &there {
            let mut first = there.clone();
            if readdress {
                addressed(tx, target, &mut first).await?;
            }
            after = below(first, after);
        }
        store::keep_draft(tx, &staff, &target.id, kind, &after).await?;
        store::forget_draft(tx, &staff, &source.id, kind).await?;
        moved.push(MovedDraft { staff, kind, source: draft, target: there, after });
    }
    Ok(moved)
}

/// Shared drafts stand in the other conversation from now on; whoever had one open opens it there.
async fn bring_shared(tx: &mut Tx, source: &Conversation, target: &Conversation) -> Answer<Vec<MovedShared>> {
    let mut moved = Vec::new();
    for mut draft in store::shared_of(tx, &source.id).await? {
        let was = draft.text.clone();
        draft.conversation = target.id.clone();
        draft.held = None;
        if source.person != target.person {
            addressed(tx, source, &mut draft.text).await?;
            draft.version = draft.version.saturating_add(1);
        }
        store::save_shared(tx, &draft).await?;
        moved.push(MovedShared { id: draft.id, was, version: draft.version });
    }
    Ok(moved)
}

/// The draft says to whom it goes, also where that went without saying.
pub(super) async fn addressed(tx: &mut Tx, conversation: &Conversation, draft: &mut DraftText) -> Answer<()> {
    if draft.to.trim().is_empty()
        && let Some(customer) = posting::address_of_customer(tx, conversation).await?
    {
        draft.to = recipients::write(&[customer]);
    }
    Ok(())
}

/// Two drafts as one, the second below the first.
fn below(mut first: DraftText, second: DraftText) -> DraftText {
    if first.body != second.body {
        first.body = format!("{}\n\n{}", first.body, second.body);
    }
    for (one, other) in [(&mut first.to, second.to), (&mut first.cc, second.cc), (&mut first.bcc, second.bcc)] {
        *one = together(one, &other);
    }
    first.keep.extend(second.keep.into_iter().filter(|file| !first.keep.contains(file)).collect::<Vec<_>>());
    first.about = first.about.or(second.about);
    first.also.add(second.also);
    first.like = first.like.or(second.like);
    first
}

/// What stands in two fields for addresses, each address once as far as they can be read.
pub(super) fn together(one: &str, other: &str) -> String {
    match (one.trim(), other.trim()) {
        ("", two) => two.to_owned(),
        (one, "") => one.to_owned(),
        (one, two) if fold_address(one) == fold_address(two) => one.to_owned(),
        (one, two) => {
            let both = format!("{one}, {two}");
            recipients::read(&both).map_or(both, |all| recipients::write(&all))
        }
    }
}

/// Brings everything back as it was, as far as nobody has gone on with it since.
pub(super) async fn take_back(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
    along: &CameAlong,
) -> Answer<()> {
    let now = tx.now();
    store::bring_items(tx, &along.items, &source.id).await?;
    store::bring_spent(tx, &along.spent, &source.id).await?;
    store::bring_promises(tx, &along.promises, source).await?;
    store::bring_needs(tx, &along.needs, source).await?;
    for (id, outcome) in &along.outcomes {
        store::set_outcome(tx, id, Some(*outcome), now).await?;
    }
    store::bring_opinions(tx, &along.opinions, &source.id).await?;
    if along.complaint {
        let since = along.no_complaint.map(base::clock::from_micros);
        let none = since.map(|since| Complaint { is: false, since, yes: None });
        store::set_complaint(tx, &target.id, none.as_ref()).await?;
    }
    linking::take_back(tx, source, target, &along.links).await?;
    problems::take_back(tx, source, target, &along.problems).await?;
    following::take_back(tx, source, target, &along.followers).await?;
    tagging::take_back(tx, source, target, &along.tags, &along.new_tags).await?;
    for id in &along.held {
        if let Some((mut delivery, _)) = store::delivery(tx, id).await?
            && delivery.state == DeliveryState::Held
            && delivery.later.is_some_and(|later| later.due > now)
        {
            delivery.state = DeliveryState::Scheduled;
            delivery.words = String::new();
            delivery.at = now;
            store::set_delivery(tx, id, &delivery).await?;
        }
    }
    for moved in &along.drafts {
        let (staff, kind) = (&moved.staff, moved.kind);
        let there = store::drafts_of(tx, staff, &target.id).await?;
        // Sent or thrown away since: then both were.
        let Some((_, there)) = there.into_iter().find(|(other, _)| *other == kind) else { continue };
        if there == moved.after {
            match &moved.target {
                Some(draft) => store::keep_draft(tx, staff, &target.id, kind, draft).await?,
                None => store::forget_draft(tx, staff, &target.id, kind).await?,
            }
        }
        store::keep_draft(tx, staff, &source.id, kind, &moved.source).await?;
    }
    for moved in &along.shared {
        let Some(mut draft) = store::find_shared(tx, &moved.id).await? else { continue };
        if draft.version == moved.version && draft.text != moved.was {
            draft.text = moved.was.clone();
            draft.version = draft.version.saturating_add(1);
        }
        draft.conversation = source.id.clone();
        draft.held = None;
        store::save_shared(tx, &draft).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_drafts_below_each_other_lose_no_word_and_no_address() {
        let draft = |body: &str, to: &str, cc: &str| DraftText {
            body: body.into(),
            to: to.into(),
            cc: cc.into(),
            ..DraftText::default()
        };
        let found = below(draft("One", "", "a@x.example"), draft("Two", "b@x.example", "A@x.example"));
        assert_eq!(found, draft("One\n\nTwo", "b@x.example", "a@x.example"));
        let found = below(draft("Same", "a@x.example", ""), draft("Same", "b@x.example", " "));
        assert_eq!(found, draft("Same", "a@x.example, b@x.example", ""));
    }
}
