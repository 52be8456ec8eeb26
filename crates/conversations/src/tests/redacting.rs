//! Words that are taken back: notes keep what they said before, and what is redacted is nowhere any more.

use people::privacy::Holders;
use platform::vals;

use super::merging::{happened, healthy, thread};
use super::*;
use crate::MessageId;
use crate::commands::{CutOut, Redaction};
use crate::rules::redacting::{MARK, Taken};

const HOLDERS: Holders = Holders(&[&crate::Conversations]);

fn words(words: &str) -> Redaction {
    Redaction { taken: Taken::typed(words), whole: false, files: vec![], why: "Not ours to know.".into() }
}

/// Everything that stands in any table of ours, in one text.
async fn everywhere(p: &Platform) -> String {
    let mut conn = p.db.read().await.expect("read");
    let mut all = String::new();
    for (table, columns) in [
        ("message", "body || COALESCE(document, '') || COALESCE(raw, '')"),
        ("message_version", "body"),
        ("promise", "words || reason"),
        ("conversation", "subject || snippet"),
        ("attachment", "name || COALESCE(alt, '')"),
        ("event", "payload"),
        ("search_word", "word"),
        ("draft", "content"),
        ("shared_draft", "content"),
        ("need", "words || product || reason || topic || topic_key"),
        ("opinion", "comment"),
        ("complaint", "yes_how"),
        ("problem", "title || folded || known || prevention || answers"),
        ("conversation", "COALESCE(close_reason, '')"),
    ] {
        let sql = format!("SELECT {columns} AS said FROM {table}");
        for row in conn.all(&sql, vals![]).await.expect(table) {
            all.push_str(&row.text("said").expect("a text").to_lowercase());
            all.push('\n');
        }
    }
    all
}

const KARI: &str = "kari@post.example";

/// A mail that lies here as it came.
async fn letter(p: &Platform, subject: &str, text: &str) -> Placed {
    let raw = p.blobs.prepare(format!("{subject}: {text}").into_bytes()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    tx.commit().await.expect("commit");
    take_in(p, Inbound { raw: raw.digest.clone(), ..mail(p, KARI, subject, text) }).await
}

async fn colleague(p: &Platform, name: &str, role: Role) -> Actor {
    hired(p, name, role).await.actor()
}

async fn found(p: &Platform, word: &str) -> usize {
    super::searching::numbers(p, word).await.len()
}

async fn cut(p: &Platform, messages: &[MessageId]) -> CutOut {
    let mut conn = p.db.read().await.expect("read");
    let mut cut = CutOut::new();
    for stored in queries::in_mails(&mut conn, messages).await.expect("read") {
        cut.push((stored.attachment.id, p.blobs.prepare(b"own".to_vec()).await.expect("prepared")));
    }
    cut
}

#[test]
fn a_note_of_ones_own_is_edited_and_what_it_said_is_kept_for_who_may_see_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, other) = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let jonas = colleague(p, "Jonas", Role::Agent).await;
        let placed = letter(p, "Motoren", "Hei").await;
        let note = commands::note(p, &jonas, &placed.conversation, "Call her at noon").await.expect("noted");
        let refused = commands::edit_note(p, &actor, &note, "x").await;
        assert!(matches!(refused, Err(CommandError::Forbidden)), "it is not theirs");
        let refused = commands::edit_note(p, &jonas, &placed.message, "x").await;
        assert!(matches!(refused, Err(CommandError::NotFound)), "no note");
        commands::edit_note(p, &jonas, &note, "Call her at three").await.expect("edited");
        commands::edit_note(p, &jonas, &note, "Call her at three").await.expect("nothing to do");
        let after = thread(p, &placed.conversation).await;
        let it = after.messages.iter().find(|one| one.id == note).expect("is there");
        assert!(it.body == "Call her at three" && it.edited_at.is_some());
        assert_eq!(happened(&after, "conversation.note_edited"), 1);
        assert_eq!((found(p, "noon").await, found(p, "three").await), (0, 1));
        let mut conn = p.db.read().await.expect("read");
        for (reader, count) in [(&jonas, 1), (&actor, 1), (&other, 0)] {
            let versions = queries::versions(&mut conn, reader, it).await.expect("read");
            assert_eq!(versions.len(), count);
            assert!(versions.iter().all(|version| version.body == "Call her at noon"));
        }
    });
}

#[test]
fn words_that_are_taken_out_are_nowhere_any_more_and_that_they_were_is_told() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let _ = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let placed = letter(p, "Motoren", "My secret is zebrafinch, nothing else.").await;
        assert!(everywhere(p).await.contains("zebrafinch"));
        let mut tx = p.begin().await.expect("begin");
        let bytes = p.blobs.prepare(b"gif".to_vec()).await.expect("prepared");
        p.blobs.keep(&mut tx, &bytes).await.expect("kept");
        let picture = crate::model::Attachment {
            id: crate::ids::AttachmentId::next(&p.ids, tx.now()),
            name: "way.gif".into(),
            content_type: "image/gif".into(),
            size: 3,
            inline: true,
            content_id: None,
            alt: Some("The secret is zebrafinch".into()),
        };
        let row = store::NewAttachmentRow { attachment: picture, blob: bytes.digest.clone(), part: None };
        store::add_attachments(&mut tx, &placed.message, &[row]).await.expect("shows it");
        tx.commit().await.expect("commit");
        let raw = thread(p, &placed.conversation).await.messages[0].raw.clone().expect("as it came");
        let refused = commands::redact(p, &actor, HOLDERS, &placed.message, (words("giraffe"), vec![])).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NothingRedacted))));
        let silent = Redaction { why: " ".into(), ..words("zebrafinch") };
        let refused = commands::redact(p, &actor, HOLDERS, &placed.message, (silent, vec![])).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::WhyMissing))));
        let cut = cut(p, std::slice::from_ref(&placed.message)).await;
        let gone = (words("secret is  zebrafinch"), cut);
        commands::redact(p, &actor, HOLDERS, &placed.message, gone).await.expect("redacted");
        let after = thread(p, &placed.conversation).await;
        let it = &after.messages[0];
        assert_eq!(it.body, format!("My {MARK}, nothing else."));
        assert!(it.raw.is_none() && it.redacted_at.is_some());
        assert!(after.conversation.snippet.contains(MARK), "{}", after.conversation.snippet);
        let told = after.history.iter().find(|one| one.kind == "conversation.redacted").expect("is told");
        assert!(told.sentence.args.contains(&("reason", "Not ours to know.".into())), "{told:?}");
        let everywhere = everywhere(p).await;
        assert!(!everywhere.contains("zebrafinch"), "{everywhere}");
        assert_eq!((found(p, "zebrafinch").await, found(p, "nothing").await), (0, 1));
        let mut conn = p.db.read().await.expect("read");
        assert!(p.blobs.read(&mut conn, &raw).await.is_err(), "the mail as it came is gone");
        let era = conn.number("SELECT n FROM takeout_era WHERE id = 1", vals![]).await.expect("counted");
        assert_eq!(era, 1, "what was packed before goes");
        drop(conn);
        healthy(p).await;
    });
}

#[test]
fn who_answers_for_privacy_redacts_what_others_wrote_and_nobody_what_has_not_gone() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let _ = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let jonas = colleague(p, "Jonas", Role::Agent).await;
        let placed = letter(p, "Motoren", "Hei zebrafinch").await;
        let refused = commands::redact(p, &jonas, HOLDERS, &placed.message, (words("Hei"), vec![])).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        let reply =
            commands::reply(p, &jonas, &placed.conversation, reply("My own zebrafinch")).await.expect("replied");
        let refused = commands::redact(p, &jonas, HOLDERS, &reply, (words("own"), vec![])).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NotGoneYet))));
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE delivery SET state = 'sent'", vals![]).await.expect("sent");
        tx.commit().await.expect("commit");
        commands::redact(p, &jonas, HOLDERS, &reply, (words("own"), vec![])).await.expect("redacted");
        let whole = Redaction { whole: true, ..words("") };
        let cut = cut(p, std::slice::from_ref(&placed.message)).await;
        assert!(thread(p, &placed.conversation).await.messages[0].mood.is_some());
        commands::redact(p, &actor, HOLDERS, &placed.message, (whole, cut)).await.expect("redacted");
        let after = thread(p, &placed.conversation).await;
        let said: Vec<&str> = after.messages.iter().map(|one| one.body.as_str()).collect();
        assert_eq!(said, [MARK, &format!("My {MARK} zebrafinch")]);
        assert_eq!(after.messages[0].mood, None, "it was read in words that are gone");
        assert!(after.messages[0].attachments.is_empty());
        healthy(p).await;
    });
}

#[test]
fn card_numbers_are_masked_in_all_messages_and_the_subject_at_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let _ = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let placed = letter(p, "Kort 5555-5555-5555-4444", "Ta 4111 1111 1111 1111 nå").await;
        let note = commands::note(p, &actor, &placed.conversation, "Hers is 4111111111111111").await.expect("noted");
        commands::edit_note(p, &actor, &note, "It is 4111111111111111").await.expect("edited");
        let mut conn = p.db.read().await.expect("read");
        let ids = queries::with_cards(&mut conn, &base::Scope::All, &placed.conversation).await.expect("read");
        drop(conn);
        assert_eq!(ids.len(), 2);
        let cut = cut(p, &ids).await;
        let count = commands::mask_cards(p, &actor, HOLDERS, &placed.conversation, cut).await.expect("masked");
        assert_eq!(count, 2);
        let after = thread(p, &placed.conversation).await;
        assert_eq!(after.conversation.subject, "Kort •••• •••• •••• 4444");
        assert_eq!(after.messages[0].body, "Ta •••• •••• •••• 1111 nå");
        assert_eq!(after.messages[1].body, "It is •••• •••• •••• 1111");
        assert_eq!(happened(&after, "conversation.cards_masked"), 1);
        let everywhere = everywhere(p).await;
        for number in ["4111111111111111", "4111 1111", "5555-5555"] {
            assert!(!everywhere.contains(number), "{number}: {everywhere}");
        }
        let again = commands::mask_cards(p, &actor, HOLDERS, &placed.conversation, vec![]).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))));
        healthy(p).await;
    });
}

#[test]
fn what_is_taken_out_of_a_text_stands_in_no_promise_that_was_found_there() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = letter(p, "Motoren", "Den stopper.").await;
        let at = &placed.conversation;
        // One is longer than the promise, one only touches it.
        for stretch in ["Hei Kari. Jeg ringer deg innen fredag.", "Kari.  Jeg ringer"] {
            let new = reply("Hei Kari. Jeg ringer deg innen fredag.");
            let sent = commands::reply(p, &actor, at, new).await.expect("sent");
            let mut tx = p.begin().await.expect("begin");
            tx.run("UPDATE delivery SET state = 'sent'", vals![]).await.expect("sent");
            tx.commit().await.expect("commit");
            commands::redact(p, &actor, HOLDERS, &sent, (words(stretch), vec![])).await.expect("redacted");
            let promises = thread(p, at).await.promises;
            let it = promises.into_iter().find(|one| one.message.as_ref() == Some(&sent)).expect("found");
            assert_eq!(it.words, MARK, "{stretch}");
        }
        let everywhere = everywhere(p).await;
        assert!(!everywhere.contains("jeg ringer"), "{everywhere}");
        healthy(p).await;
    });
}

#[test]
fn what_is_taken_out_stands_in_no_draft_that_it_was_put_into() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let _ = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let placed = letter(p, "Motoren", "The secret zebrafinch stopped.").await;
        let other = take_in(p, mail(p, "ola@post.example", "Hjelp", "Den stopper.")).await;
        let at = &placed.conversation;
        let texts = |text: &str| std::collections::BTreeMap::from([(Language::En, text.to_owned())]);
        let of = crate::model::ProblemText { title: "Motor".into(), ..Default::default() };
        let problem = commands::make_problem_of(p, &actor, at, of).await.expect("made");
        commands::solve_problem(p, &actor, &problem, &texts("Mended: {{customer.wrote}}")).await.expect("solved");
        super::problems::draft_all(p).await;
        let message = Some(placed.message.clone());
        let need = commands::NewNeed {
            words: "a zebrafinch bag".into(),
            topic: "zebrafinch".into(),
            product: "zebrafinch 2".into(),
            message: message.clone(),
        };
        let need = commands::note_need(p, &actor, at, &need).await.expect("noted");
        let no = commands::NewNeed { words: "a bell".into(), message, ..Default::default() };
        let no = commands::note_need(p, &actor, at, &no).await.expect("noted");
        commands::decline_need(p, &actor, &no, "No zebrafinch rings").await.expect("declined");
        let told = texts("You asked for {{need}}.");
        commands::meet(p, &actor, &commands::Whom::One(need), &told).await.expect("met");
        let sent = commands::reply(p, &actor, at, reply("Your zebrafinch is here.")).await.expect("sent");
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE delivery SET state = 'sent'", vals![]).await.expect("sent");
        tx.commit().await.expect("commit");
        commands::use_like(p, &actor, &other.conversation, &sent).await.expect("put in");
        let drafted = async || {
            let mut conn = p.db.read().await.expect("read");
            let drafts = store::shared_of(&mut conn, at).await.expect("read");
            let copied = store::all_drafts(&mut conn, &other.conversation).await.expect("read").len();
            (drafts.into_iter().map(|draft| draft.text.body).collect::<Vec<_>>(), copied)
        };
        let (before, copied) = drafted().await;
        assert!(before.len() == 2 && before.iter().all(|body| body.contains("zebrafinch")), "{before:?}");
        assert_eq!(copied, 1);
        for message in [&placed.message, &sent] {
            commands::redact(p, &actor, HOLDERS, message, (words("zebrafinch"), vec![])).await.expect("redacted");
        }
        let (after, copied) = drafted().await;
        assert!(after.len() == 2 && after.iter().all(|body| body.contains(MARK)), "{after:?}");
        assert_eq!(copied, 0, "what was put into the draft of another customer is gone");
        let everywhere = everywhere(p).await;
        assert!(!everywhere.contains("zebrafinch"), "{everywhere}");
    });
}

#[test]
fn card_numbers_are_masked_in_promises_made_by_hand_and_in_why_they_were_given_up() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = letter(p, "Motoren", "Hei").await;
        let at = &placed.conversation;
        let new = commands::NewPromise { words: "Charge 4111 1111 1111 1111".into(), ..Default::default() };
        let id = commands::make_promise(p, &actor, at, new).await.expect("made");
        commands::release_promise(p, &actor, &id, "No money on 5555555555554444").await.expect("given up");
        let count = commands::mask_cards(p, &actor, HOLDERS, at, vec![]).await.expect("masked");
        assert_eq!(count, 0, "no message held one");
        let it = thread(p, at).await.promises.remove(0);
        assert_eq!(it.words, "Charge •••• •••• •••• 1111");
        assert!(it.reason.starts_with("No money on ") && it.reason.ends_with("4444"), "{}", it.reason);
        let everywhere = everywhere(p).await;
        for number in ["4111 1111", "55555555"] {
            assert!(!everywhere.contains(number), "{number}: {everywhere}");
        }
        let again = commands::mask_cards(p, &actor, HOLDERS, at, vec![]).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))));
        healthy(p).await;
    });
}

#[test]
fn card_numbers_are_masked_in_what_a_customer_says_of_an_end() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = letter(p, "Motoren", "Hei").await;
        let at = &placed.conversation;
        commands::mark_complaint(p, &actor, at, true).await.expect("marked");
        commands::customer_content(p, &actor, at, "Paid with 5555555555554444").await.expect("written down");
        commands::close(p, &actor, at, Some("By phone.")).await.expect("closed");
        let kari = Actor::Customer { id: find(p, at).await.person.to_string() };
        let word = (crate::Said::Almost, "Charge 4111 1111 1111 1111");
        commands::say_opinion(p, &kari, at, word, false).await.expect("said");
        commands::mask_cards(p, &actor, HOLDERS, at, vec![]).await.expect("masked");
        let ended = thread(p, at).await.ended;
        assert_eq!(ended.opinions[0].comment, "Charge •••• •••• •••• 1111");
        assert!(ended.complaint.is_some_and(|one| one.yes.is_none()), "their newest word was another");
        let again = commands::mask_cards(p, &actor, HOLDERS, at, vec![]).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))));
        healthy(p).await;
    });
}

/// Says it wherever something is written of a conversation beside its messages.
async fn say_beside(p: &Platform, actor: &Actor, at: &ConversationId, word: &str) {
    let new = commands::NewPromise { words: format!("Charge {word}"), ..Default::default() };
    let promise = commands::make_promise(p, actor, at, new).await.expect("made");
    commands::release_promise(p, actor, &promise, &format!("Not {word}")).await.expect("given up");
    let need = commands::NewNeed {
        words: format!("a bag for {word}"),
        topic: format!("bags {word}"),
        product: format!("bag {word}"),
        message: None,
    };
    let need = commands::note_need(p, actor, at, &need).await.expect("noted");
    commands::decline_need(p, actor, &need, &format!("No {word}")).await.expect("declined");
    let of = crate::model::ProblemText {
        title: format!("Motor of {word}"),
        known: format!("Seen at {word}"),
        prevention: format!("Ask {word}"),
        ..Default::default()
    };
    let problem = commands::make_problem_of(p, actor, at, of).await.expect("made");
    let texts = std::collections::BTreeMap::from([(Language::En, format!("Mended for {word}"))]);
    commands::solve_problem(p, actor, &problem, &texts).await.expect("solved");
    commands::close(p, actor, at, Some(&format!("Told {word}"))).await.expect("closed");
    commands::reopen(p, actor, at, None).await.expect("open");
    commands::mark_complaint(p, actor, at, true).await.expect("marked");
    commands::customer_content(p, actor, at, &format!("By {word}")).await.expect("written down");
    commands::close(p, actor, at, Some(&format!("Again {word}"))).await.expect("closed");
    let kari = Actor::Customer { id: find(p, at).await.person.to_string() };
    commands::say_opinion(p, &kari, at, (crate::Said::Exactly, word), false).await.expect("said");
}

#[test]
fn what_is_taken_out_stands_nowhere_beside_the_messages_either() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, agent) = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let placed = letter(p, "Motoren", "The secret zebrafinch stopped.").await;
        let at = &placed.conversation;
        say_beside(p, &actor, at, "zebrafinch").await;
        // An agent takes words out of what they wrote themselves; what the customer said of it stays.
        let note = commands::note(p, &agent, at, "Call zebrafinch.").await.expect("noted");
        commands::redact(p, &agent, HOLDERS, &note, (words("zebrafinch"), vec![])).await.expect("redacted");
        let told = thread(p, at).await;
        assert_eq!(told.ended.opinions[0].comment, "zebrafinch");
        assert!(told.needs.iter().all(|it| !it.words.contains("zebrafinch")), "{:?}", told.needs);

        let raw = cut(p, std::slice::from_ref(&placed.message)).await;
        commands::redact(p, &actor, HOLDERS, &placed.message, (words("zebrafinch"), raw)).await.expect("redacted");
        let left = everywhere(p).await;
        assert!(!left.contains("zebrafinch"), "{left}");
        let told = thread(p, at).await;
        assert_eq!(
            (told.ended.opinions[0].comment.as_str(), told.problems[0].of.title.as_str()),
            (MARK, "Motor of •••••")
        );
        // Words that only stand beside are found by who answers for privacy, once.
        let need = commands::NewNeed { words: "a giraffe".into(), ..Default::default() };
        commands::note_need(p, &actor, at, &need).await.expect("noted");
        let taken = commands::redact(p, &actor, HOLDERS, &placed.message, (words("giraffe"), vec![])).await;
        assert!(taken.is_ok(), "{taken:?}");
        assert!(!everywhere(p).await.contains("giraffe"));
        let again = commands::redact(p, &actor, HOLDERS, &placed.message, (words("giraffe"), vec![])).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))));
        healthy(p).await;
    });
}

#[test]
fn card_numbers_are_masked_wherever_something_is_written_of_a_conversation() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let _ = ingrid(p).await;
        let actor = colleague(p, "Mette", Role::Admin).await;
        let placed = letter(p, "Motoren", "Hei").await;
        say_beside(p, &actor, &placed.conversation, "5555555555554444").await;
        commands::mask_cards(p, &actor, HOLDERS, &placed.conversation, vec![]).await.expect("masked");
        let left = everywhere(p).await;
        assert!(!left.contains("55555555"), "{left}");
        let again = commands::mask_cards(p, &actor, HOLDERS, &placed.conversation, vec![]).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))));
        healthy(p).await;
    });
}
