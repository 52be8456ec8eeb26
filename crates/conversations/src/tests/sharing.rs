//! Drafts that colleagues share.

use base::Role;
use people::staff::Staff;

use super::*;
use crate::commands::Typed;
use crate::model::{DraftText, SharedDraft};

const KARI: &str = "kari@post.example";

async fn colleague(p: &Platform, name: &str, role: Role) -> Staff {
    let mut tx = p.begin().await.expect("begin");
    let new = NewStaff {
        name: name.into(),
        email: format!("{}@brekkesund.example", name.to_lowercase()),
        role,
        language: Language::En,
        zone: "Europe/Oslo".into(),
    };
    let staff = people::staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

fn words(body: &str) -> DraftText {
    DraftText { body: body.into(), ..DraftText::default() }
}

async fn shared(p: &Platform, id: &ConversationId) -> Vec<SharedDraft> {
    queries::shared_drafts(&mut p.db.read().await.expect("read"), id).await.expect("read")
}

async fn save(p: &Platform, who: &Staff, id: &crate::DraftId, body: &str, version: i64) -> Result<i64, CommandError> {
    let typed = Typed { text: &words(body), version, over: false, on: true };
    commands::save_shared_draft(p, &who.actor(), id, typed).await
}

async fn own(p: &Platform, who: &Staff, id: &ConversationId) -> Vec<String> {
    let all = queries::drafts(&mut p.db.read().await.expect("read"), &who.id, id).await.expect("drafts");
    all.into_iter().map(|(_, draft)| draft.body).collect()
}

async fn told(p: &Platform, id: &ConversationId) -> Vec<&'static str> {
    let mut conn = p.db.read().await.expect("read");
    let thread = queries::thread(&mut conn, &Scope::All, id).await.expect("read").expect("is there");
    let about = thread.history.iter().filter(|one| one.kind.starts_with("conversation.draft"));
    about.map(|one| one.sentence.message).collect()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, CommandError>) -> Refusal {
    match answer {
        Err(CommandError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_who_cannot_send_writes_and_another_sends_what_they_wrote() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let (ola, kari) = (colleague(p, "Ola", Role::Light).await, colleague(p, "Kari", Role::Agent).await);
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        commands::save_draft(p, &ola.actor(), &it, MessageKind::Reply, &words("Delen er her.")).await.expect("kept");
        let none = commands::share_draft(p, &ola.actor(), &it, &words(" "), None).await;
        assert_eq!(refused(none), Refusal::Empty);
        let light = commands::share_draft(p, &kari.actor(), &it, &words("x"), Some(&ola.id)).await;
        assert_eq!(refused(light), Refusal::NoSuchColleague, "who cannot send is not asked");
        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Delen er her."), Some(&kari.id)).await;
        let draft = draft.expect("shared");
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new(), "it is no draft of their own any more");
        // What the page kept as they typed arrives late.
        commands::save_draft(p, &ola.actor(), &it, MessageKind::Reply, &words("Delen er her.")).await.expect("kept");
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new());
        let all = shared(p, &it).await;
        assert_eq!((all.len(), all[0].author_name.as_str(), all[0].version), (1, "Ola", 1));

        let light = commands::reply(p, &ola.actor(), &it, reply("Delen er her.")).await;
        assert!(matches!(light, Err(CommandError::Forbidden)), "{light:?}");
        commands::open_draft(p, &kari.actor(), &draft, false).await.expect("open");
        assert_eq!(save(p, &kari, &draft, "Delen er her i dag.", 1).await.expect("kept"), 2);
        let sent = NewReply { draft: Some((draft.clone(), 2, false)), ..reply("Delen er her i dag.") };
        let sent = commands::reply(p, &kari.actor(), &it, sent).await.expect("sent");
        assert!(shared(p, &it).await.is_empty());
        assert_eq!(told(p, &it).await, ["event-draft-asked", "event-draft-sent"]);
        let twice = NewReply { draft: Some((draft, 2, false)), ..reply("Delen er her i dag.") };
        assert_eq!(refused(commands::reply(p, &ingrid, &it, twice).await), Refusal::DraftGone);

        // Taken back it stands there again as Ola's, open to who took it back.
        commands::undo_send(p, &kari.actor(), &sent).await.expect("taken back");
        let again = shared(p, &it).await.remove(0);
        assert_eq!((again.author, again.text.body.as_str()), (ola.id.clone(), "Delen er her i dag."));
        assert_eq!(again.held.map(|held| held.by), Some(kari.id.clone()));
        assert_eq!(own(p, &kari, &it).await, Vec::<String>::new());
    });
}

#[test]
fn one_writes_at_a_time_and_no_word_is_lost() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ola, kari) = (colleague(p, "Ola", Role::Agent).await, colleague(p, "Kari", Role::Agent).await);
        let petra = colleague(p, "Petra", Role::Light).await;
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await.expect("shared");
        let light = commands::open_draft(p, &petra.actor(), &draft, false).await;
        assert!(matches!(light, Err(CommandError::Forbidden)), "{light:?}");

        commands::open_draft(p, &ola.actor(), &draft, false).await.expect("open");
        assert_eq!(refused(commands::open_draft(p, &kari.actor(), &draft, false).await), Refusal::DraftHeld);
        assert_eq!(save(p, &ola, &draft, "Hei Kari", 1).await.expect("kept"), 2);
        // Kept twice above the same version: both are theirs.
        assert_eq!(save(p, &ola, &draft, "Hei Kari, ", 1).await.expect("kept"), 3);

        // Kari takes it over; what Ola types from then on is kept for them.
        commands::open_draft(p, &kari.actor(), &draft, true).await.expect("taken over");
        assert_eq!(refused(save(p, &ola, &draft, "Hei Kari, delen", 3).await), Refusal::DraftHeld);
        assert_eq!(own(p, &ola, &it).await, ["Hei Kari, delen"]);
        assert_eq!(refused(save(p, &ola, &draft, "Hei Kari, delen er her", 3).await), Refusal::DraftHeld);
        assert_eq!(own(p, &ola, &it).await, ["Hei Kari, delen er her"]);
        assert_eq!(save(p, &kari, &draft, "God dag", 3).await.expect("kept"), 4);
        assert_eq!(refused(commands::throw_draft_away(p, &ola.actor(), &draft).await), Refusal::DraftHeld);
        commands::release_draft(p, &kari.actor(), &draft).await.expect("given back");
        assert_eq!(refused(save(p, &ola, &draft, "Hei Kari, delen er her", 3).await), Refusal::DraftChanged);
        assert_eq!(shared(p, &it).await[0].text.body, "God dag");
        // Knowing both, they put theirs in its place; it is no draft of their own then.
        assert_eq!(save(p, &ola, &draft, "Hei Kari, delen er her", 4).await.expect("kept"), 5);
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new());

        // After quiet minutes anybody may.
        assert_eq!(refused(commands::open_draft(p, &kari.actor(), &draft, false).await), Refusal::DraftHeld);
        test.clock.advance_machine(SignedDuration::from_mins(6));
        commands::open_draft(p, &kari.actor(), &draft, false).await.expect("open");
    });
}

#[test]
fn it_is_taken_back_thrown_away_and_brought_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ola, kari) = (colleague(p, "Ola", Role::Light).await, colleague(p, "Kari", Role::Agent).await);
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await.expect("shared");
        let other = commands::take_draft(p, &kari.actor(), &draft).await;
        assert!(matches!(other, Err(CommandError::Forbidden)), "{other:?}");
        commands::save_draft(p, &ola.actor(), &it, MessageKind::Reply, &words("Og mer")).await.expect("kept");
        commands::take_draft(p, &ola.actor(), &draft).await.expect("taken back");
        assert_eq!(own(p, &ola, &it).await, ["Og mer\n\nHei"]);

        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await.expect("shared");
        commands::throw_draft_away(p, &kari.actor(), &draft).await.expect("thrown away");
        assert!(shared(p, &it).await.is_empty());
        commands::bring_draft_back(p, &ola.actor(), &draft).await.expect("brought back");
        assert_eq!(shared(p, &it).await.len(), 1);
        commands::throw_draft_away(p, &ola.actor(), &draft).await.expect("thrown away");
        test.clock.advance_business(SignedDuration::from_hours(25));
        let late = commands::bring_draft_back(p, &ola.actor(), &draft).await;
        assert!(matches!(late, Err(CommandError::NotFound)), "{late:?}");
        let shared = "event-draft-shared";
        let (gone, back) = ("event-draft-thrown-away", "event-draft-brought-back");
        assert_eq!(told(p, &it).await, [shared, "event-draft-taken", shared, gone, back, gone]);
    });
}

#[test]
fn it_goes_along_when_its_conversation_becomes_part_of_another_and_comes_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let ola = colleague(p, "Ola", Role::Light).await;
        let first = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let placed = take_in(p, mail(p, "per@post.example", "Setet", "Det er løst.")).await;
        let second = placed.conversation;
        let draft = commands::share_draft(p, &ola.actor(), &first, &words("Hei"), None).await.expect("shared");
        commands::merge(p, &ingrid, &first, placed.number).await.expect("merged");
        let there = shared(p, &second).await.remove(0);
        assert_eq!((there.id.clone(), there.text.to.contains(KARI)), (draft.clone(), true), "{there:?}");
        assert!(shared(p, &first).await.is_empty());
        commands::undo_merge(p, &ingrid, &first).await.expect("undone");
        let back = shared(p, &first).await.remove(0);
        assert_eq!((back.id, back.text.to.as_str()), (draft, ""));
    });
}
