//! What is often written and done: who has which, and that all of it happens or nothing.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::commands::{NewFile, NewForward, NewMacro, NewPicture};
use crate::model::PromiseChoices;
use crate::{Also, HeardBy, MacroAct, MacroId, MacroKind, MacroWhen, Recipients, Visible};

const KARI: &str = "kari@post.example";

fn act(code: &str) -> MacroAct {
    MacroAct::from_code(code).expect(code)
}

fn wanted(name: &str, texts: &[(Language, &str)], acts: &[&str]) -> NewMacro {
    NewMacro {
        name: name.into(),
        texts: texts.iter().map(|(language, text)| (*language, (*text).to_owned())).collect(),
        acts: acts.iter().map(|code| act(code)).collect(),
        ..NewMacro::default()
    }
}

async fn names(p: &Platform, me: &people::staff::Staff) -> Vec<String> {
    let all = queries::macros(&mut p.db.read().await.expect("read"), me).await.expect("macros");
    all.into_iter().map(|(one, _)| one.name).collect()
}

/// What is offered for a conversation, in order.
async fn offered(p: &Platform, me: &people::staff::Staff, id: &ConversationId) -> Vec<String> {
    fitting(p, me, id).await.into_iter().map(|(name, _)| name).collect()
}

/// The same, each with whether it fits there.
async fn fitting(p: &Platform, me: &people::staff::Staff, id: &ConversationId) -> Vec<(String, bool)> {
    let told = thread(p, id).await;
    let mut conn = p.db.read().await.expect("read");
    let facts = queries::macro_facts(&told, None);
    let all = queries::offered_macros(&mut conn, me, &told.conversation, &facts).await.expect("offered");
    all.into_iter().map(|one| (one.name, one.fits)).collect()
}

async fn make(p: &Platform, actor: &Actor, new: NewMacro) -> MacroId {
    commands::make_macro(p, actor, new).await.expect("made")
}

fn refused<T: std::fmt::Debug>(answer: Result<T, CommandError>) -> Refusal {
    match answer {
        Err(CommandError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn everybodys_are_changed_by_administrators_and_each_has_their_own() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let (me, other) = (hired(p, "Jonas A", Role::Agent).await, hired(p, "Sari W", Role::Agent).await);
        let light = hired(p, "Petra N", Role::Light).await;
        let text = [(Language::Nb, "Hei {{customer.name}}")];
        let all = make(p, &admin.actor(), wanted("Hello", &text, &[])).await;
        let mine = NewMacro { visible: Visible::Own(me.id.clone()), ..wanted("Mine", &text, &["tag:motor"]) };
        let own = make(p, &me.actor(), mine.clone()).await;
        for (who, expected) in [(&admin, vec!["Hello"]), (&me, vec!["Hello", "Mine"]), (&other, vec!["Hello"])] {
            assert_eq!(names(p, who).await, expected, "{}", who.name);
        }
        // Not for others than oneself, not for everybody, and not at all for those who do not answer customers.
        for (who, new) in [(&other, &mine), (&me, &wanted("x", &text, &[])), (&light, &mine)] {
            let answer = commands::make_macro(p, &who.actor(), new.clone()).await;
            assert!(matches!(answer, Err(CommandError::Forbidden)), "{}", who.name);
        }
        let changed = wanted("Hi", &[(Language::En, "Hi")], &[]);
        let answer = commands::change_macro(p, &me.actor(), &all, changed.clone()).await;
        assert!(matches!(answer, Err(CommandError::Forbidden)));
        assert!(matches!(commands::remove_macro(p, &other.actor(), &own).await, Err(CommandError::NotFound)));
        assert!(matches!(commands::remove_macro(p, &admin.actor(), &own).await, Err(CommandError::NotFound)));
        commands::change_macro(p, &admin.actor(), &all, changed.clone()).await.expect("changed");
        commands::change_macro(p, &admin.actor(), &all, changed).await.expect("nothing to change");
        assert_eq!(names(p, &other).await, ["Hi"]);

        // A copy of everybody's is one's own, unless one changes everybody's.
        let copy = commands::copy_macro(p, &me.actor(), &all).await.expect("copied");
        assert_eq!(
            (names(p, &me).await, names(p, &admin).await.len()),
            (vec!["Hi".into(), "Mine".into(), "Hi (2)".into()], 1)
        );
        commands::move_macro(p, &me.actor(), &copy, true).await.expect("moved");
        assert_eq!(names(p, &me).await, ["Hi", "Hi (2)", "Mine"]);
        commands::move_macro(p, &me.actor(), &own, false).await.expect("already last");
        commands::remove_macro(p, &me.actor(), &own).await.expect("removed");
        assert_eq!(names(p, &me).await, ["Hi", "Hi (2)"]);
        assert!(matches!(commands::restore_macro(p, &other.actor(), &own).await, Err(CommandError::NotFound)));
        commands::restore_macro(p, &me.actor(), &own).await.expect("back");
        assert_eq!(names(p, &me).await, ["Hi", "Hi (2)", "Mine"]);
        assert!(matches!(commands::restore_macro(p, &me.actor(), &own).await, Err(CommandError::NotFound)));
        let mut conn = p.db.read().await.expect("read");
        let facts = log::history(&mut conn, &format!("macro:{own}"), 10).await.expect("history");
        let kinds: Vec<_> = facts.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["macro.made", "macro.removed", "macro.restored"]);
        let facts = log::history(&mut conn, &format!("macro:{all}"), 10).await.expect("history");
        assert_eq!(facts.len(), 2, "what changed nothing is told nobody");
        drop(conn);

        // A month later what was removed is forgotten with the next one.
        commands::remove_macro(p, &me.actor(), &own).await.expect("removed");
        test.clock.advance_business(SignedDuration::from_hours(24 * 31));
        commands::remove_macro(p, &me.actor(), &copy).await.expect("removed");
        assert!(matches!(commands::restore_macro(p, &me.actor(), &own).await, Err(CommandError::NotFound)));
        commands::restore_macro(p, &me.actor(), &copy).await.expect("back");
    });
}

#[test]
fn what_cannot_be_is_refused() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let admin = hired(p, "Mette Holm", Role::Admin).await.actor();
        let light = hired(p, "Petra N", Role::Light).await;
        let text = [(Language::Nb, "Hei")];
        let nobody = format!("department:dep_{}", "0".repeat(26));
        let table = [
            (wanted(" ", &text, &[]), Refusal::NoMacroName),
            (wanted("x", &[(Language::Nb, " ")], &[]), Refusal::EmptyMacro),
            (wanted("x", &[(Language::Nb, "{{customer.nam}}")], &[]), Refusal::UnknownVariable),
            (wanted("x", &text, &["state:solved", "snooze:2"]), Refusal::SolvedAway),
            (wanted("x", &text, &[&format!("assign:{}", light.id)]), Refusal::NoSuchColleague),
            (wanted("x", &text, &[&nobody]), Refusal::NoSuchDepartment),
        ];
        for (new, expected) in table {
            assert_eq!(refused(commands::make_macro(p, &admin, new).await), expected);
        }
        let bytes = vec![0; crate::rules::states::FILES_MAX / 2 + 1];
        let file = |name: &str| NewFile { name: name.into(), content_type: String::new(), bytes: bytes.clone() };
        let new = NewMacro { files: vec![file("a"), file("b")], ..wanted("x", &text, &[]) };
        assert_eq!(refused(commands::make_macro(p, &admin, new).await), Refusal::FilesTooLarge);
    });
}

#[test]
fn a_macro_speaks_the_customers_language_and_reads_nothing_that_they_wrote() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let me = hired(p, "Mette Holm", Role::Admin).await;
        let nasty = Inbound {
            from: Mailbox { name: "{{agent.name}} Solheim".into(), address: KARI.into() },
            ..mail(p, KARI, "{{business.address}} #{{", "Den stopper.")
        };
        let placed = take_in(p, nasty).await.conversation;
        let texts = [
            (
                Language::Nb,
                "Hei {{customer.name}}, {{conversation.subject}} {{conversation.number}} {{agent.first_name}}",
            ),
            (Language::En, "Hello"),
        ];
        let id = make(p, &me.actor(), wanted("Hello", &texts, &[])).await;
        let said = async || {
            let it = find(p, &placed).await;
            commands::filled(&mut p.db.read().await.expect("read"), &p.i18n, &me, &it, &id).await.expect("filled")
        };
        let (first, it) = (said().await, find(p, &placed).await);
        assert_eq!((first.language, first.missing), (Some(Language::Nb), None));
        assert_eq!(first.text, format!("Hei {{{{agent.name}}}} Solheim, {} {} Mette", it.subject, it.number));
        assert!(first.text.contains("{{business.address}}"), "{}", first.text);
        // Whoever asks to be written to in another language gets the nearest, and the colleague is told.
        let mut tx = p.begin().await.expect("begin");
        let wish = people::file::Preferences { language: Some(Language::Id), ..Default::default() };
        people::file::set_preferences(&mut tx, &me.actor(), &it.person, &wish, false).await.expect("set");
        tx.commit().await.expect("commit");
        let fell_back = said().await;
        assert_eq!((fell_back.text.as_str(), fell_back.missing), ("Hello", Some(Language::Id)));
    });
}

#[test]
fn with_a_reply_it_all_happens_and_taking_it_back_takes_back_all() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let me = hired(p, "Jonas A", Role::Agent).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        commands::tag(p, &me.actor(), &placed, &["old".into()]).await.expect("tagged");
        let mut tx = p.begin().await.expect("begin");
        let workshop = people::department::make(&mut tx, &admin.actor(), "Workshop").await.expect("made").id;
        tx.commit().await.expect("commit");
        let file = NewFile { name: "way.txt".into(), content_type: "text/plain".into(), bytes: b"Turn left.".to_vec() };
        let to = format!("department:{workshop}");
        let acts = ["tag:motor", "untag:OLD", &to, "assign:me", "state:waiting_others", "snooze:3"];
        let new =
            NewMacro { files: vec![file], ..wanted("To the workshop", &[(Language::Nb, "Vi sender den.")], &acts) };
        let id = make(p, &admin.actor(), new).await;
        let before = find(p, &placed).await;

        let sent = commands::apply_macro(p, &me.actor(), &placed, &id, None).await.expect("used").expect("a reply");
        let it = find(p, &placed).await;
        assert_eq!(
            (it.state, it.department.as_ref(), it.assignee.as_ref()),
            (State::WaitingOthers, Some(&workshop), Some(&me.id))
        );
        assert!(it.snoozed.is_some());
        let told = thread(p, &placed).await;
        assert_eq!(told.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["motor"]);
        assert_eq!(happened(&told, "conversation.macro_applied"), 1);
        let message = told.messages.iter().find(|message| message.id == sent).expect("there");
        assert_eq!((message.body.as_str(), message.attachments.len()), ("Vi sender den.", 1));
        healthy(p).await;

        commands::undo_send(p, &me.actor(), &sent).await.expect("undone");
        let back = find(p, &placed).await;
        assert_eq!((back.state, back.department, back.assignee), (before.state, before.department, before.assignee));
        let told = thread(p, &placed).await;
        assert_eq!(told.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["old"]);
        let drafts = queries::drafts(&mut p.db.read().await.expect("read"), &me.id, &placed).await.expect("drafts");
        assert_eq!((drafts[0].1.also.acts.len(), drafts[0].1.keep.len()), (5 + 1, 1), "ready to be sent again");
        healthy(p).await;
        let also = Also { acts: vec![act("tag:motor"), act("state:solved")], ..Also::default() };
        let sent = commands::reply(p, &me.actor(), &placed, NewReply { also: also.clone(), ..reply("Hei") }).await;
        commands::undo_send(p, &me.actor(), &sent.expect("sent")).await.expect("undone");
        let drafts = queries::drafts(&mut p.db.read().await.expect("read"), &me.id, &placed).await.expect("drafts");
        assert_eq!(drafts[0].1.also, also, "the state too, which was part of sending");
    });
}

#[test]
fn what_cannot_be_done_stops_all_of_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let (me, gone) = (hired(p, "Jonas A", Role::Agent).await, hired(p, "Sari W", Role::Agent).await);
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let to = format!("assign:{}", gone.id);
        let new = wanted("To Sari", &[(Language::Nb, "Sari ser på det.")], &["tag:motor", &to]);
        let id = make(p, &admin.actor(), new).await;
        let mut tx = p.begin().await.expect("begin");
        people::staff::disable(&mut tx, &admin.actor(), &gone.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        let answer = commands::apply_macro(p, &me.actor(), &placed, &id, None).await;
        assert_eq!(refused(answer), Refusal::NoSuchColleague);
        let told = thread(p, &placed).await;
        assert_eq!((told.messages.len(), told.tags.len(), find(p, &placed).await.state), (1, 0, State::New));
        assert_eq!(happened(&told, "conversation.macro_applied"), 0);
        // Without what cannot be done, the rest goes.
        let also = Also { macros: vec![id.clone()], acts: vec![act("tag:motor")], ..Also::default() };
        commands::note_and(p, &me.actor(), &placed, "Sari er borte.", (also, &PromiseChoices::default()))
            .await
            .expect("noted");
        assert_eq!(thread(p, &placed).await.tags.len(), 1);
        let unknown =
            commands::apply_macro(p, &me.actor(), &placed, &MacroId::next(&p.ids, p.clock.business()), None).await;
        assert_eq!(refused(unknown), Refusal::NoSuchMacro);
        healthy(p).await;
    });
}

#[test]
fn one_that_only_does_something_closes_with_its_name_as_the_reason_and_comes_first_once_used() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let other = take_in(p, mail(p, "ola@post.example", "Tilbud", "Kjøp nå.")).await.conversation;
        make(p, &admin.actor(), wanted("Hello", &[(Language::Nb, "Hei")], &[])).await;
        let note = NewMacro { kind: MacroKind::Note, ..wanted("Called", &[(Language::Nb, "Ringte")], &[]) };
        make(p, &admin.actor(), note).await;
        let spam = make(p, &admin.actor(), wanted("Spam", &[], &["tag:spam", "state:solved"])).await;
        assert_eq!(offered(p, &admin, &placed).await, ["Hello", "Called", "Spam"]);
        let answer = commands::apply_macro(p, &admin.actor(), &other, &spam, None).await.expect("used");
        assert!(answer.is_none(), "it says nothing");
        let it = find(p, &other).await;
        assert_eq!((it.state, it.close_reason.as_deref()), (State::Solved, Some("Spam")));
        assert_eq!(offered(p, &admin, &placed).await, ["Spam", "Hello", "Called"]);
        let all = queries::macros(&mut p.db.read().await.expect("read"), &admin).await.expect("macros");
        let now = p.clock.business();
        let used: Vec<_> = all.iter().map(|(_, used)| (used.n, used.last)).collect();
        assert_eq!(used, [(0, None), (0, None), (1, Some(now))], "as they were arranged, with their uses");
        test.clock.advance_business(SignedDuration::from_hours(24));
        commands::tag(p, &admin.actor(), &placed, &["x".into()]).await.expect("tagged");
        commands::apply_macro(p, &admin.actor(), &placed, &spam, None).await.expect("used again");
        let all = queries::macros(&mut p.db.read().await.expect("read"), &admin).await.expect("macros");
        let last = all.last().map(|(_, used)| (used.n, used.last));
        assert_eq!(last, Some((2, Some(p.clock.business()))));
        healthy(p).await;
    });
}

#[test]
fn a_picture_stands_below_the_reply_also_when_it_is_sent_again_and_goes_to_others_as_a_file() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let me = hired(p, "Mette Holm", Role::Admin).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let text = [(Language::Nb, "Se her.")];
        let picture = |bytes: &[u8], alt: &str| {
            let file = NewFile { name: "the_way.gif".into(), content_type: "text/html".into(), bytes: bytes.to_vec() };
            NewPicture { file, alt: alt.into() }
        };
        let with = |pictures| NewMacro { pictures, ..wanted("The way", &text, &[]) };
        let gif = b"GIF89a\x10\0\x20\0\0\0\0";
        let wide = b"GIF89a\xff\xff\x20\0\0\0\0";
        for (bytes, expected) in [(&b"<svg/>"[..], Refusal::NotAPicture), (&wide[..], Refusal::PictureTooLarge)] {
            let answer = commands::make_macro(p, &me.actor(), with(vec![picture(bytes, "")])).await;
            assert_eq!(refused(answer), expected);
        }
        let plain = NewFile { name: "way.txt".into(), content_type: "text/plain".into(), bytes: b"Left.".to_vec() };
        let new = NewMacro { files: vec![plain], ..with(vec![picture(gif, " ")]) };
        let id = make(p, &me.actor(), new).await;
        let files = async |id: &MacroId| {
            let mut conn = p.db.read().await.expect("read");
            queries::find_macro(&mut conn, &me, id).await.expect("read").expect("there").files
        };
        let had = files(&id).await;
        let told: Vec<_> = had.iter().map(|file| (file.content_type.as_str(), file.alt.as_deref())).collect();
        assert_eq!(told, [("image/gif", Some("the way")), ("text/plain", None)], "by its bytes, and by its name");

        let keep: Vec<_> = had.iter().map(|file| file.id.clone()).collect();
        let alts = keep.iter().map(|id| (id.clone(), "Veien til oss".to_owned())).collect();
        let changed = NewMacro { keep, alts, ..wanted("The way", &text, &[]) };
        commands::change_macro(p, &me.actor(), &id, changed).await.expect("changed");
        let now: Vec<_> = files(&id).await.into_iter().map(|file| file.alt).collect();
        assert_eq!(now, [Some("Veien til oss".to_owned()), None], "a file beside the text stays one");
        let copy = commands::copy_macro(p, &me.actor(), &id).await.expect("copied");
        assert_eq!(files(&copy).await[0].alt.as_deref(), Some("Veien til oss"));

        let shown = async |message: &crate::MessageId| {
            let told = thread(p, &placed.conversation).await;
            let message = told.messages.into_iter().find(|one| one.id == *message).expect("there");
            message.attachments.into_iter().map(|file| (file.inline, file.alt, file.id)).collect::<Vec<_>>()
        };
        let sent = commands::apply_macro(p, &me.actor(), &placed.conversation, &id, None).await.expect("used");
        let sent = sent.expect("a reply");
        let below = shown(&sent).await;
        assert_eq!((below[0].0, below[0].1.as_deref()), (true, Some("Veien til oss")));
        assert_eq!((below[1].0, below[1].1.as_deref()), (false, None));
        commands::undo_send(p, &me.actor(), &sent).await.expect("undone");
        let keep: Vec<_> = below.iter().map(|(.., id)| id.clone()).collect();
        let again = NewReply { keep: keep.clone(), ..reply("Se her.") };
        let again = commands::reply(p, &me.actor(), &placed.conversation, again).await.expect("sent again");
        assert_eq!(shown(&again).await[0].1.as_deref(), Some("Veien til oss"));

        let to = Recipients {
            to: vec![Mailbox { name: String::new(), address: "smith@workshop.example".into() }],
            ..Recipients::default()
        };
        let new =
            NewForward { about: placed.message.clone(), recipients: to, body: "Se.".into(), files: Vec::new(), keep };
        let on = commands::forward(p, &me.actor(), &placed.conversation, new).await.expect("passed on");
        assert!(shown(&on).await.iter().all(|(inline, alt, _)| !inline && alt.is_none()));
        healthy(p).await;
    });
}

#[test]
fn one_is_offered_where_it_fits_and_can_be_used_elsewhere() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &admin.actor(), "Shop").await.expect("made").id;
        tx.commit().await.expect("commit");
        let text = [(Language::Nb, "Hei")];
        let only = |name: &str, when: MacroWhen| NewMacro { when, ..wanted(name, &text, &[]) };
        let departments = vec![shop.clone()];
        make(p, &admin.actor(), wanted("Anywhere", &text, &[])).await;
        let tags = vec!["#motor ".to_owned(), "Motor".to_owned()];
        let tagged = make(p, &admin.actor(), only("Motor", MacroWhen { tags, ..MacroWhen::default() })).await;
        make(p, &admin.actor(), only("Shop", MacroWhen { departments, ..MacroWhen::default() })).await;
        let channels = vec![HeardBy::Phone, HeardBy::Visit];
        let called = make(p, &admin.actor(), only("Called", MacroWhen { channels, ..MacroWhen::default() })).await;
        let languages = vec![Language::Sv];
        make(p, &admin.actor(), only("Swedish", MacroWhen { languages, ..MacroWhen::default() })).await;
        let fit = async || {
            let all = fitting(p, &admin, &placed).await;
            assert_eq!(all.len(), 5, "none is out of reach");
            all.into_iter().filter(|(_, fits)| *fits).map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(fit().await, ["Anywhere"]);
        commands::tag(p, &admin.actor(), &placed, &["MOTOR".into()]).await.expect("tagged");
        assert_eq!(fit().await, ["Anywhere", "Motor"]);
        commands::hand_to(p, &admin.actor(), &placed, Some(&shop)).await.expect("handed");
        assert_eq!(fit().await, ["Anywhere", "Motor", "Shop"]);
        let found = queries::find_macro(&mut p.db.read().await.expect("read"), &admin, &tagged).await.expect("read");
        assert_eq!(found.expect("there").when.tags, ["motor"], "once, and clean");

        // It is used where it does not fit all the same, and a copy fits where it does.
        commands::apply_macro(p, &admin.actor(), &placed, &called, None).await.expect("used");
        let copy = commands::copy_macro(p, &admin.actor(), &called).await.expect("copied");
        let found = queries::find_macro(&mut p.db.read().await.expect("read"), &admin, &copy).await.expect("read");
        assert_eq!(found.expect("there").when.channels, [HeardBy::Phone, HeardBy::Visit]);
        let gone = format!("dep_{}", "0".repeat(26)).parse().expect("an id");
        let nowhere = only("Nowhere", MacroWhen { departments: vec![gone], ..MacroWhen::default() });
        assert_eq!(refused(commands::make_macro(p, &admin.actor(), nowhere).await), Refusal::NoSuchDepartment);
        healthy(p).await;
    });
}

#[test]
fn what_was_promised_is_filled_in_and_so_is_that_nothing_was() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let me = hired(p, "Mette Holm", Role::Admin).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let text = "{{promise.words|ingenting}} · {{promise.due|ingen dag}}";
        let id = make(p, &me.actor(), wanted("Promised", &[(Language::Nb, text)], &[])).await;
        let said = async || {
            let it = find(p, &placed).await;
            let mut conn = p.db.read().await.expect("read");
            commands::filled(&mut conn, &p.i18n, &me, &it, &id).await.expect("filled").text
        };
        assert_eq!(said().await, "ingenting · ingen dag");
        for (words, by) in [("Ring Kari", "2026-11-27"), ("Send delen", "2026-11-20")] {
            let new = commands::NewPromise { words: words.into(), by: by.into(), owner: None };
            commands::make_promise(p, &actor, &placed, new).await.expect("made");
        }
        let day = p.i18n.to(Language::Nb).day(jiff::civil::date(2026, 11, 20));
        assert_eq!(said().await, format!("Send delen · {day}"));
    });
}
