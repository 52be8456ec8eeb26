//! Which conversation a mail joins, in whatever order mails arrive (T01, T02, T03).

use super::*;
use crate::model::{Mailbox, ParticipantState};
use crate::rules::subject_tag::SubjectTag;

const KARI: &str = "kari@post.example";
const OLA: &str = "ola@verksted.example";
const EVE: &str = "eve@evil.example";

/// A mail with its id and the ids that it answers.
fn answer(p: &Platform, from: &str, id: &str, references: &[&str]) -> Inbound {
    let mut inbound = mail(p, from, "Re: Motoren", id);
    inbound.mail_id = Some(id.to_owned());
    inbound.references = references.iter().map(|id| (*id).to_owned()).collect();
    inbound
}

async fn participants(p: &Platform, id: &ConversationId) -> Vec<(String, ParticipantState)> {
    let mut conn = p.db.read().await.expect("read");
    let found = store::participants_of(&mut conn, id).await.expect("participants");
    found.into_iter().map(|one| (one.mailbox.address, one.state)).collect()
}

#[test]
fn mails_that_share_an_ancestor_nobody_here_has_seen_belong_together() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let first = take_in(p, answer(p, KARI, "a@x", &["never-seen@x"])).await;
        let second = take_in(p, answer(p, KARI, "b@x", &["other@x", "never-seen@x"])).await;
        assert_eq!(second.place, Place::Join(first.conversation.clone(), Evidence::SharedReference));
        // The ancestor comes at last.
        let late = take_in(p, answer(p, KARI, "never-seen@x", &[])).await;
        assert_eq!(late.place, Place::Join(first.conversation.clone(), Evidence::SharedReference));
        // A subject is nothing to go by.
        assert_eq!(take_in(p, answer(p, KARI, "c@x", &[])).await.place, Place::New);
        assert_eq!(take_in(p, answer(p, KARI, "", &[""])).await.place, Place::New);
        assert_eq!(take_in(p, answer(p, KARI, "", &[""])).await.place, Place::New);
    });
}

#[test]
fn somebody_who_answers_a_mail_that_came_in_is_new_here_until_colleagues_decide() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        let joined = take_in(p, answer(p, OLA, "o1@x", &["k1@x"])).await;
        assert_eq!(joined.place, Place::JoinNewHere(first.conversation.clone(), Evidence::ForeignMessage));
        assert_eq!(participants(p, &first.conversation).await, [(OLA.to_owned(), ParticipantState::NewHere)]);
        // They are sent nothing: a reply goes to the customer, as before.
        commands::reply(p, &actor, &first.conversation, reply("Hei")).await.expect("reply");
        let mut conn = p.db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &first.conversation).await.expect("thread").expect("is");
        assert_eq!(
            thread.messages.last().map(|m| m.to.iter().map(|to| to.address.clone()).collect()),
            Some(vec![KARI.to_owned()])
        );
        let ours = store::mail_id_of(&mut conn, &thread.messages[2].id).await.expect("id").expect("has one");
        drop(conn);
        // Being new here opens nothing that we signed for others.
        let refused = take_in(p, answer(p, OLA, "o2@x", &[&ours])).await;
        assert_eq!(refused.place, Place::New);
        assert_eq!(refused.trace[0].code, "sender_takes_no_part");
        // Once let in, they take part; taken out, they join by nothing.
        for (state, expect) in [
            (ParticipantState::Confirmed, Place::Join(first.conversation.clone(), Evidence::OurMessage)),
            (ParticipantState::Removed, Place::New),
        ] {
            let ola = Mailbox { name: String::new(), address: OLA.to_uppercase() };
            let mut tx = p.begin().await.expect("begin");
            store::put_participant(&mut tx, &first.conversation, &ola, state, p.clock.business()).await.expect("put");
            tx.commit().await.expect("commit");
            let placed = take_in(p, answer(p, OLA, &format!("{state:?}@x"), &[&ours, "k1@x"])).await;
            assert_eq!(placed.place, expect, "{state:?}");
        }
    });
}

#[test]
fn an_id_in_our_form_that_we_did_not_sign_brings_nobody_together() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let first = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        let ours = naming::message_id(p, &first.message, &settings::Business::default());
        let forged = ours.replacen('.', ".a", 1);
        for id in [ours, forged] {
            let alone = take_in(p, answer(p, EVE, "e1@x", &[&id])).await;
            assert_eq!(alone.place, Place::New, "{id}");
            // Not even two strangers who quote the same one, nor a mail that calls itself so.
            assert_eq!(take_in(p, answer(p, EVE, "e2@x", &[&id])).await.place, Place::New, "{id}");
            assert_eq!(take_in(p, answer(p, KARI, &id, &[])).await.place, Place::New, "{id}");
            assert_eq!(take_in(p, answer(p, KARI, "k2@x", &[&id])).await.place, Place::New, "{id}");
        }
        let told = take_in(p, answer(p, EVE, "e3@x", &["msg_00000000000000000000000000@x"])).await.trace;
        assert_eq!(told[0].code, "forged_id");
    });
}

#[test]
fn a_later_mail_under_a_known_id_draws_no_answers_away() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let first = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        let evil = take_in(p, answer(p, EVE, "k1@x", &[])).await;
        assert_eq!(evil.place, Place::New);
        let answered = take_in(p, answer(p, KARI, "k2@x", &["k1@x"])).await;
        assert_eq!(answered.place, Place::Join(first.conversation.clone(), Evidence::ForeignMessage));
        // Nor for somebody who takes part in neither: who was here before is nearer.
        let other = take_in(p, answer(p, OLA, "o1@x", &["k1@x"])).await;
        assert_eq!(other.place, Place::JoinNewHere(first.conversation, Evidence::ForeignMessage));
    });
}

#[test]
fn a_number_in_the_subject_counts_when_the_business_wants_it_and_from_participants_only() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let first = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        let tagged = |from: &str, n: i64| {
            let mut inbound = answer(p, from, &format!("{from}{n}"), &[]);
            inbound.subject = format!("SV: Motoren [#{}]", first.number);
            inbound
        };
        assert_eq!(take_in(p, tagged(KARI, 1)).await.place, Place::New, "off");
        let mut tx = p.begin().await.expect("begin");
        let manners = settings::Manners { subject_tag: SubjectTag::Right, ..settings::Manners::default() };
        settings::set_manners(&mut tx, &manners).await.expect("set");
        tx.commit().await.expect("commit");
        let joined = Place::Join(first.conversation.clone(), Evidence::SubjectTag);
        assert_eq!(take_in(p, tagged(KARI, 2)).await.place, joined);
        // A stranger hears the same whether the number is anybody's or nobody's.
        assert_eq!(take_in(p, tagged(EVE, 3)).await.place, Place::New);
        assert_eq!(participants(p, &first.conversation).await, []);
        let (_, actor) = ingrid(p).await;
        commands::reply(p, &actor, &first.conversation, reply("Hei")).await.expect("reply");
        test.clock.advance_machine(SignedDuration::from_secs(11));
        let job = claim(p, commands::SEND_JOB).await.expect("a job");
        let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        assert_eq!(out.subject, format!("Re: Motoren [#{}]", first.number));
    });
}

/// Every order of `n` things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let place =
        |order: &Vec<usize>| (0..n).map(|at| [&order[..at], &[n - 1], &order[at..]].concat()).collect::<Vec<_>>();
    orders(n - 1).iter().flat_map(place).collect()
}

#[test]
fn in_no_order_does_a_stranger_get_in_or_a_thread_fall_apart() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let known = take_in(p, answer(p, KARI, "k0@x", &[])).await;
        let ours = naming::message_id(p, &known.message, &settings::Business::default());
        let mut quoting = answer(p, EVE, "e1@x", &[&ours]);
        quoting.subject = format!("Re: Motoren [#{}] #{}", known.number, known.number);
        let mails = [
            answer(p, KARI, "k1@x", &[]),
            answer(p, KARI, "k2@x", &["k1@x"]),
            answer(p, KARI, "k3@x", &["k1@x", "k2@x"]),
            quoting,
            answer(p, EVE, "e2@x", &["e1@x", "msg_00000000000000000000000000@x"]),
        ];
        let orders = orders(mails.len());
        assert_eq!(orders.len(), 120);
        for order in orders {
            // Never committed: each order finds an empty desk.
            let mut tx = p.begin().await.expect("begin");
            let mut placed: Vec<Option<Placed>> = vec![None; mails.len()];
            for n in &order {
                placed[*n] = Some(commands::receive(p, &mut tx, mails[*n].clone()).await.expect("receive"));
            }
            let homes: Vec<ConversationId> = placed.into_iter().flatten().map(|placed| placed.conversation).collect();
            assert!(homes[0] == homes[1] && homes[1] == homes[2], "{order:?}: a thread fell apart");
            assert!(homes[3] == homes[4], "{order:?}: a stranger's thread is a thread");
            assert!(homes[0] != homes[3] && homes[3] != known.conversation, "{order:?}: a stranger got in");
        }
    });
}
