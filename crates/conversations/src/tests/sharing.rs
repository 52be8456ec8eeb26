//! Drafts that colleagues share.

use base::Role;
use people::staff::Staff;

use super::*;
use crate::commands::Typed;
use crate::model::{Also, DraftText, MacroAct, SharedDraft};

const KARI: &str = "kari@post.example";

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
        let (ola, kari) = (hired(p, "Ola", Role::Light).await, hired(p, "Kari", Role::Agent).await);
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
        let (ola, kari) = (hired(p, "Ola", Role::Agent).await, hired(p, "Kari", Role::Agent).await);
        let petra = hired(p, "Petra", Role::Light).await;
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

        // A script says LF, a form that is sent CRLF: these are the same words.
        let same = DraftText { to: KARI.into(), ..words("Hei Kari, delen er her") };
        let typed = Typed { text: &same, version: 5, over: false, on: true };
        let looked = commands::save_shared_draft(p, &kari.actor(), &draft, typed).await;
        assert_eq!(looked.expect("kept"), 5, "who only looks changes nothing");
        assert_eq!(save(p, &kari, &draft, "God dag\n\nKari", 5).await.expect("kept"), 6);
        assert_eq!(save(p, &kari, &draft, "God dag\r\n\r\nKari", 6).await.expect("kept"), 6);
        for typed in ["Linje\nto", "Linje\r\nto"] {
            assert_eq!(refused(save(p, &ola, &draft, typed, 6).await), Refusal::DraftHeld);
            assert_eq!(own(p, &ola, &it).await, ["Linje\nto"]);
        }
    });
}

#[test]
fn what_was_shared_given_back_or_sent_does_not_come_back_as_ones_own_and_other_words_stay() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let ola = hired(p, "Ola", Role::Agent).await;
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        // A program shares other words than those half typed at the desk.
        commands::save_draft(p, &ola.actor(), &it, MessageKind::Reply, &words("Halvt skrevet")).await.expect("kept");
        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await.expect("shared");
        assert_eq!(own(p, &ola, &it).await, ["Halvt skrevet"]);
        // The form they are typed in knows that words were taken out of them.
        commands::share_typed(p, &ola.actor(), &it, &words("Halvt"), None).await.expect("shared");
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new());

        // It is given back while a save is on its way.
        commands::open_draft(p, &ola.actor(), &draft, false).await.expect("open");
        assert_eq!(save(p, &ola, &draft, "Hei Kari, delen er", 1).await.expect("kept"), 2);
        let typed = Typed { text: &words("Hei Kari, delen er her."), version: 2, over: false, on: false };
        commands::save_shared_draft(p, &ola.actor(), &draft, typed).await.expect("given back");
        assert_eq!(refused(save(p, &ola, &draft, "Hei Kari, delen er her", 2).await), Refusal::DraftChanged);
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new());

        // It is sent while one is.
        let sent = NewReply { draft: Some((draft, 3, false)), ..reply("Hei Kari, delen er her.") };
        commands::reply(p, &ola.actor(), &it, sent).await.expect("sent");
        commands::keep_typed(p, &ola.actor(), &it, &words("Hei Kari, delen er")).await.expect("known");
        assert_eq!(own(p, &ola, &it).await, Vec::<String>::new());
        commands::keep_typed(p, &ola.actor(), &it, &words("Noe nytt")).await.expect("kept");
        assert_eq!(own(p, &ola, &it).await, ["Noe nytt"]);
    });
}

#[test]
fn recipients_and_what_macros_bring_are_kept_with_the_words() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ola, kari) = (hired(p, "Ola", Role::Light).await, hired(p, "Kari", Role::Agent).await);
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let draft = commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await.expect("shared");
        let also = Also { acts: vec![MacroAct::Tag("motor".into())], ..Also::default() };
        let text = DraftText { cc: "per@post.example".into(), also: also.clone(), ..words("Hei!") };
        let typed = Typed { text: &text, version: 1, over: false, on: false };
        commands::save_shared_draft(p, &kari.actor(), &draft, typed).await.expect("kept");
        // Who has no macros leaves those of others alone.
        let text = DraftText { cc: text.cc, ..words("Hei, Kari!") };
        let typed = Typed { text: &text, version: 2, over: false, on: false };
        commands::save_shared_draft(p, &ola.actor(), &draft, typed).await.expect("kept");
        assert_eq!(shared(p, &it).await[0].text.also, also);

        let text = DraftText { cc: "PER@post.example, eva@post.example".into(), ..words("Og mer") };
        commands::save_draft(p, &ola.actor(), &it, MessageKind::Reply, &text).await.expect("kept");
        commands::take_draft(p, &ola.actor(), &draft).await.expect("taken back");
        let all = queries::drafts(&mut p.db.read().await.expect("read"), &ola.id, &it).await.expect("drafts");
        let cc = "PER@post.example, eva@post.example".into();
        assert_eq!(all, [(MessageKind::Reply, DraftText { cc, also, ..words("Og mer\n\nHei, Kari!") })]);
    });
}

#[test]
fn a_conversation_has_room_for_twenty() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let ola = hired(p, "Ola", Role::Agent).await;
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let share = async || commands::share_draft(p, &ola.actor(), &it, &words("Hei"), None).await;
        let first = share().await.expect("shared");
        for _ in 1..20 {
            share().await.expect("shared");
        }
        assert_eq!(refused(share().await), Refusal::TooManyDrafts);
        commands::throw_draft_away(p, &ola.actor(), &first).await.expect("thrown away");
        share().await.expect("shared");
        let back = commands::bring_draft_back(p, &ola.actor(), &first).await;
        assert_eq!(refused(back), Refusal::TooManyDrafts);
    });
}

#[test]
fn it_is_taken_back_thrown_away_and_brought_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ola, kari) = (hired(p, "Ola", Role::Light).await, hired(p, "Kari", Role::Agent).await);
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
        let gone = async || {
            let now = p.clock.business();
            queries::thrown_away(&mut p.db.read().await.expect("read"), &it, now).await.expect("read").len()
        };
        let kept = async || {
            let sql = "SELECT COUNT(*) AS n FROM shared_draft";
            let row = p.db.read().await.expect("read").one(sql, platform::vals![]).await.expect("read").expect("a row");
            row.int("n").expect("n")
        };
        assert_eq!((gone().await, kept().await), (1, 1));
        test.clock.advance_business(SignedDuration::from_hours(25));
        assert_eq!((gone().await, kept().await), (0, 1));
        let job = claim(p, commands::DRAFT_SWEEP_JOB).await.expect("its day is over");
        commands::sweep_drafts(p, &job).await.expect("swept");
        assert_eq!(kept().await, 0);
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
        let ola = hired(p, "Ola", Role::Light).await;
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
        assert_eq!((back.id, back.text.to.as_str()), (draft.clone(), ""));

        // Thrown away before and brought back there, it still goes to whom it was meant for.
        commands::throw_draft_away(p, &ola.actor(), &draft).await.expect("thrown away");
        commands::merge(p, &ingrid, &first, placed.number).await.expect("merged again");
        assert_eq!(commands::bring_draft_back(p, &ola.actor(), &draft).await.expect("brought back"), second);
        let there = shared(p, &second).await.remove(0);
        assert_eq!((there.id, there.text.to.contains(KARI)), (draft, true));
    });
}
