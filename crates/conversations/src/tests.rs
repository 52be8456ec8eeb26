//! The spine on both engines: what comes in, what is answered, what is kept.

mod blocked;
mod checklists;
mod coming_along;
mod contacting;
mod customers;
mod deleting;
mod drafting;
mod ending;
mod fields;
mod following;
mod forwarded;
mod liking;
mod linking;
mod macros;
mod meeting;
mod merging;
mod needing;
mod praising;
mod problems;
mod promising;
mod reading;
mod receipts;
mod recurring;
mod redacting;
mod renaming;
mod requests;
mod rights;
mod rota;
mod searching;
mod service;
mod sharing;
mod sides;
mod skilled;
mod snoozing;
mod spending;
mod standing_in;
mod tagging;
mod threading;
mod timeline;
mod today;
mod toning;
mod turning;
mod unanswered;
mod undoing;
mod views;
mod weaving;

use base::{Actor, Language, Role, Scope};
use jiff::SignedDuration;
use people::StaffId;
use people::staff::NewStaff;
use platform::db::Migration;
use platform::jobs::Job;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Platform, log};

use crate::commands::{self, CommandError, Inbound, NewReply, Placed, Report};
use crate::events::ConversationEvent;
use crate::model::{DeliveryState, Group, Mailbox, MessageKind, State};
use crate::queries::{self, ListQuery, View};
use crate::rules::placing::{Evidence, Place};
use crate::rules::states::{AfterReply, ClosedReply, Refusal};
use crate::{ConversationId, naming, settings, store};

mod going_out;

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, store::MIGRATIONS].concat()
}

fn mail(p: &Platform, from: &str, subject: &str, text: &str) -> Inbound {
    Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Kari Solheim".into(), address: from.into() },
        to: vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }],
        cc: Vec::new(),
        subject: subject.into(),
        text: text.into(),
        document: None,
        invite: None,
        language: Some(Language::Nb),
        mail_id: Some(format!("{subject}-{}@post.example", text.len())),
        references: Vec::new(),
        reply_tags: Vec::new(),
        automatic: None,
        bounce: None,
        warnings: Vec::new(),
        proof: None,
        unreadable: None,
        raw: "00".into(),
        files: Vec::new(),
        receipt: crate::commands::ForReceipt::default(),
    }
}

async fn take_in(p: &Platform, inbound: Inbound) -> Placed {
    let mut tx = p.begin().await.expect("begin");
    let placed = commands::receive(p, &mut tx, inbound).await.expect("receive");
    tx.commit().await.expect("commit");
    placed
}

async fn ingrid(p: &Platform) -> (StaffId, Actor) {
    let mut tx = p.begin().await.expect("begin");
    let new = NewStaff {
        name: "Ingrid Moen".into(),
        email: "ingrid@brekkesund.example".into(),
        role: Role::Agent,
        language: Language::Nb,
        zone: "Europe/Oslo".into(),
    };
    let staff = people::staff::add(&mut tx, &Actor::System, new).await.expect("add");
    let business = settings::Business { address: "hei@brekkesund.example".into(), ..settings::Business::default() };
    settings::set_business(&mut tx, &business).await.expect("business");
    tx.commit().await.expect("commit");
    (staff.id.clone(), staff.actor())
}

/// Another colleague, by their first name at our domain.
async fn hired(p: &Platform, name: &str, role: Role) -> people::staff::Staff {
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    let new = NewStaff {
        name: name.into(),
        email: format!("{first}@brekkesund.example"),
        role,
        language: Language::En,
        zone: "Europe/Oslo".into(),
    };
    let mut tx = p.begin().await.expect("begin");
    let staff = people::staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

async fn find(p: &Platform, id: &ConversationId) -> crate::Conversation {
    queries::find(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("find").expect("is there")
}

async fn counts(p: &Platform, me: &StaffId) -> queries::Counts {
    queries::counts(&mut p.db.read().await.expect("read"), &Scope::All, me, p.clock.business()).await.expect("counts")
}

fn reply(body: &str) -> NewReply {
    NewReply { body: body.into(), ..NewReply::default() }
}

/// The one waiting job of a kind, claimed by hand.
async fn claim(p: &Platform, kind: &str) -> Option<Job> {
    let sql = "UPDATE job SET status = 1, owner = 'hand', attempts = attempts + 1, key = NULL WHERE id = \
               (SELECT id FROM job WHERE kind = $1 AND status = 0 ORDER BY id LIMIT 1) \
               RETURNING id, kind, payload, attempts, attempts_max";
    let mut tx = p.begin().await.expect("begin");
    let row = tx.one(sql, platform::vals![kind]).await.expect("claim")?;
    let job = Job::for_tests(&row.text("id").expect("id"), kind, &row.text("payload").expect("payload"), "hand");
    tx.commit().await.expect("commit");
    Some(job)
}

#[test]
fn a_mail_opens_a_conversation_with_its_customer_number_and_clock() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei\n> sitat\nDen stopper.")).await;
        assert_eq!((placed.place.clone(), placed.new_person, placed.number), (Place::New, true, 1001));
        let found = find(p, &placed.conversation).await;
        assert_eq!((found.state, found.unread, found.customer_spoke_last), (State::New, true, true));
        assert_eq!(found.snippet, "Hei Den stopper.");
        assert_eq!(found.clocks.first_due, Some(p.clock.business() + SignedDuration::from_hours(24)));
        let second = take_in(p, mail(p, "KARI@post.example", "Sadelen", "Annet")).await;
        assert_eq!((second.number, second.new_person), (1002, false));
        assert_eq!(find(p, &second.conversation).await.person, found.person);
    });
}

#[test]
fn a_reply_stops_the_clock_and_its_answer_joins_by_what_we_signed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let sent = commands::reply(p, &actor, &placed.conversation, reply("Vi ser på det.")).await.expect("reply");
        let found = find(p, &placed.conversation).await;
        assert_eq!((found.state, found.assignee.as_ref()), (State::WaitingCustomer, Some(&me)));
        assert_eq!((found.clocks.due(), found.customer_spoke_last), (None, false));

        let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
        let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        assert_eq!(out.message.id, sent);
        assert_eq!(out.message.to[0].address, "kari@post.example");
        assert_eq!(out.references, ["Motoren-12@post.example"]);
        assert!(naming::is_our_message_id(p, &out.mail_id), "{}", out.mail_id);
        // Taken over after a crash, it is the same mail.
        let again = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        assert_eq!((again.mail_id.as_str(), &again.references), (out.mail_id.as_str(), &out.references));
        commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await.expect("report");
        let mut conn = p.db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("thread").expect("is");
        let delivery = thread.messages[1].delivery.clone().expect("a delivery");
        assert_eq!((delivery.state, delivery.words.as_str(), delivery.attempts), (DeliveryState::Sent, "250 ok", 2));
        assert!(claim(p, commands::SEND_JOB).await.is_none());

        let mut by_address = mail(p, "kari@post.example", "Re: Motoren", "Takk");
        by_address.reply_tags = vec![out.reply_tag.clone()];
        let joined = take_in(p, by_address).await;
        assert_eq!(joined.place, Place::Join(placed.conversation.clone(), Evidence::ReplyAddress));
        let found = find(p, &placed.conversation).await;
        assert_eq!(found.state, State::Open);
        assert!(found.clocks.next_due.is_some() && found.clocks.first_due.is_none());
        let mut by_id = mail(p, "kari@post.example", "Re: Motoren", "Og en ting til");
        by_id.references = vec![out.mail_id.clone()];
        assert_eq!(take_in(p, by_id).await.place, Place::Join(placed.conversation.clone(), Evidence::OurMessage));
        let mut by_own = mail(p, "kari@post.example", "Re: Motoren", "Og tre");
        by_own.references = vec!["Motoren-12@post.example".into()];
        assert_eq!(take_in(p, by_own).await.place, Place::Join(placed.conversation, Evidence::ForeignMessage));
    });
}

#[test]
fn a_bent_or_borrowed_proof_opens_a_conversation_of_its_own() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let other = take_in(p, mail(p, "lars@post.example", "Pengene", "Hvor er de?")).await;
        let person = find(p, &placed.conversation).await.person;
        let tag = naming::reply_tag(p, placed.number, &person);
        let ours = naming::message_id(p, &placed.message, &settings::Business::default());
        let (number, mac) = tag.split_once('.').expect("two parts");
        let last = if tag.ends_with('a') { "b" } else { "a" };
        let altered = format!("{}{last}", &tag[..tag.len() - 1]);
        let tags = [
            altered,
            tag.to_uppercase(),
            format!("{}.{mac}", other.number),
            number.to_owned(),
            format!("{number}."),
            "99999999999999999999.x".to_owned(),
        ];
        for (n, bad) in tags.into_iter().enumerate() {
            let mut inbound = mail(p, "kari@post.example", "Re: Motoren", &"x".repeat(n + 1));
            inbound.reply_tags = vec![bad.clone()];
            assert_eq!(take_in(p, inbound).await.place, Place::New, "{bad}");
        }
        for bad in [ours.to_uppercase(), format!("x{ours}"), "msg_00000000000000000000000000@brekkesund.example".into()]
        {
            assert!(!naming::is_our_message_id(p, &bad), "{bad}");
            let mut inbound = mail(p, "kari@post.example", "Re: Motoren", &bad);
            inbound.references = vec![bad.clone()];
            assert_eq!(take_in(p, inbound).await.place, Place::New, "{bad}");
        }
        // A stranger who was forwarded the real thing does not get in either.
        let mut stranger = mail(p, "eve@evil.example", "Re: Motoren", "Let me in");
        stranger.reply_tags = vec![tag];
        assert_eq!(take_in(p, stranger).await.place, Place::New);
        assert_eq!(find(p, &placed.conversation).await.state, State::New);
    });
}

#[test]
fn undoing_brings_back_the_text_the_state_and_the_clock() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let before = find(p, &placed.conversation).await;
        let sent = commands::reply(p, &actor, &placed.conversation, reply("Feil mann")).await.expect("reply");
        let undone = commands::undo_send(p, &actor, &sent).await.expect("in time");
        let (id, text) = (undone.conversation, undone.body);
        assert_eq!((id, text.as_str()), (placed.conversation.clone(), "Feil mann"));
        let after = find(p, &placed.conversation).await;
        assert_eq!((after.state, &after.clocks, after.customer_spoke_last), (State::New, &before.clocks, true));
        let job = claim(p, commands::SEND_JOB).await.expect("the job is still there");
        assert!(commands::begin_delivery(p, &job).await.expect("begin").is_none(), "nothing goes out");

        let late = commands::reply(p, &actor, &placed.conversation, reply("Riktig")).await.expect("reply");
        let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
        let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        assert_eq!(out.references, ["Motoren-12@post.example"], "what never went is no ancestor");
        test.clock.advance_machine(SignedDuration::from_secs(10));
        let refused = commands::undo_send(p, &actor, &late).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::TooLate))));
    });
}

#[test]
fn a_reply_that_cannot_arrive_comes_back_to_us_and_can_be_sent_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let due = find(p, &placed.conversation).await.clocks.due();
        let sent = commands::reply(p, &actor, &placed.conversation, reply("Hei")).await.expect("reply");
        let job = claim(p, commands::SEND_JOB).await.expect("job");
        commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        commands::report_delivery(p, &job, Report::Failed("550 no such user".into())).await.expect("report");
        let back = find(p, &placed.conversation).await;
        assert_eq!((back.state, back.unread, back.clocks.due()), (State::Open, true, due));
        let mut conn = p.db.read().await.expect("read");
        let failed = queries::failed_deliveries(&mut conn, 10).await.expect("failed");
        assert_eq!(failed[0].1.words, "550 no such user");
        commands::retry_delivery(p, &actor, &sent).await.expect("retry");
        assert!(matches!(
            commands::retry_delivery(p, &actor, &sent).await,
            Err(CommandError::Refused(Refusal::NotFailed))
        ));
        assert!(claim(p, commands::SEND_JOB).await.is_some());
    });
}

#[test]
fn closing_reopening_and_the_quiet_days() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let id = &placed.conversation;
        let refused = commands::close(p, &actor, id, None).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ReasonNeeded))));
        commands::close(p, &actor, id, Some("Reklame")).await.expect("a reason is given");
        let solved = find(p, id).await;
        assert_eq!((solved.state, solved.close_reason.as_deref()), (State::Solved, Some("Reklame")));
        assert_eq!(solved.clocks.due(), None);
        commands::reopen(p, &actor, id, None).await.expect("reopen");
        assert_eq!(find(p, id).await.state, State::Open);
        let solve = NewReply { body: "Da er den klar".into(), then: AfterReply::Solve, ..NewReply::default() };
        commands::reply(p, &actor, id, solve).await.expect("reply");
        assert_eq!(counts(p, &me).await.closed, 1);

        // A machine's answer reopens nothing; a person's does.
        let mut robot = mail(p, "kari@post.example", "Fravær", "Jeg er borte");
        robot.references = vec!["Motoren-12@post.example".into()];
        robot.automatic = Some("auto_submitted".into());
        take_in(p, robot).await;
        assert_eq!(find(p, id).await.state, State::Solved);

        let job = claim(p, commands::CLOSE_JOB).await.expect("waits for quiet");
        test.clock.advance_business(SignedDuration::from_hours(24 * 13));
        commands::close_quiet(p, &job).await.expect("too early");
        assert_eq!(find(p, id).await.state, State::Solved);
        test.clock.advance_business(SignedDuration::from_hours(24 * 2));
        let job = claim(p, commands::CLOSE_JOB).await.expect("looks again");
        commands::close_quiet(p, &job).await.expect("quiet enough");
        assert_eq!(find(p, id).await.state, State::Closed);

        let mut late = mail(p, "kari@post.example", "Re: Motoren", "Den stopper igjen");
        late.references = vec!["Motoren-12@post.example".into()];
        let linked = take_in(p, late.clone()).await;
        assert_eq!(linked.place, Place::Continue(id.clone(), Evidence::ForeignMessage));
        assert_eq!(find(p, &linked.conversation).await.linked_from.as_ref(), Some(id));
        let mut later = late.clone();
        later.mail_id = Some("later@post.example".into());
        assert_eq!(
            take_in(p, later).await.conversation,
            linked.conversation,
            "a second answer goes where the first did"
        );

        let mut tx = p.begin().await.expect("begin");
        let reopen = settings::Manners { closed_reply: ClosedReply::Reopen, ..settings::Manners::default() };
        settings::set_manners(&mut tx, &reopen).await.expect("set");
        tx.commit().await.expect("commit");
        late.text = "Fortsatt".into();
        late.mail_id = Some("another@post.example".into());
        late.references = vec!["Motoren-12@post.example".into()];
        take_in(p, late).await;
        assert_eq!(find(p, id).await.state, State::Open);
    });
}

#[test]
fn a_breach_is_written_once_however_often_the_job_runs() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let breaches = async || {
            let subject = format!("conversation:{}", placed.conversation);
            let mut conn = p.db.read().await.expect("read");
            let facts = log::history(&mut conn, &subject, 100).await.expect("history");
            facts.iter().filter(|f| matches!(f.read(), Some(ConversationEvent::ClockBreached { .. }))).count()
        };
        let early = claim(p, commands::BREACH_JOB).await.expect("watches");
        commands::breach(p, &early).await.expect("too early");
        assert_eq!(breaches().await, 0);
        test.clock.advance_business(SignedDuration::from_hours(25));
        let due = claim(p, commands::BREACH_JOB).await.expect("watches on");
        commands::breach(p, &due).await.expect("late");
        assert!(commands::breach(p, &due).await.is_err(), "the job is done and cannot be done twice");
        assert_eq!(breaches().await, 1);
        assert!(claim(p, commands::BREACH_JOB).await.is_none());
    });
}

#[test]
fn lists_go_page_by_page_and_counts_are_exact() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut all = Vec::new();
        for n in 0..25 {
            test.clock.advance_business(SignedDuration::from_mins(7));
            all.push(take_in(p, mail(p, &format!("k{n}@post.example"), &format!("s{n}"), "Hei")).await.conversation);
        }
        for id in &all[..5] {
            commands::assign(p, &actor, id, Some(&me)).await.expect("assign");
        }
        for id in &all[5..9] {
            commands::reply(p, &actor, id, reply("Hei")).await.expect("reply");
        }
        commands::close(p, &actor, &all[9], Some("x")).await.expect("close");
        commands::assign(p, &actor, &all[0], None).await.expect("unassign");
        let now = p.clock.business();
        let counts = counts(p, &me).await;
        let expect = queries::Counts {
            departments: vec![],
            mine: 4,
            unassigned: 16,
            open: 20,
            waiting: 4,
            closed: 1,
            waiting_customer: 4,
            unanswered: 20,
            promises: [0; 3],
            today: 0,
            late: 0,
            breaching: 0,
            soon_hours: 4,
            snoozed: 0,
            mentions: 0,
            following: 0,
            tagged: 0,
            saved: 0,
            views: vec![],
        };
        assert_eq!(counts, expect);

        let pages = async |view: View, group: Group| {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let query = ListQuery { view: view.clone(), group, after: after.clone(), most: 3 };
                let mut conn = p.db.read().await.expect("read");
                let page = queries::list(&mut conn, &Scope::All, &query, now).await.expect("list");
                assert!(page.rows.len() <= 3);
                found.extend(page.rows.into_iter().map(|row| row.conversation.id));
                after = page.next;
                if after.is_none() {
                    return found;
                }
            }
        };
        let open: Vec<ConversationId> = all[..5].iter().chain(&all[10..]).cloned().collect();
        assert_eq!(pages(View::All, Group::Open).await, open, "what is due first comes first");
        assert_eq!(pages(View::Mine(me.clone()), Group::Open).await, all[1..5]);
        assert_eq!(pages(View::WaitingCustomer, Group::Waiting).await.len(), 4);
        assert_eq!(pages(View::All, Group::Closed).await, all[9..10]);
        assert_eq!(pages(View::Unassigned, Group::Open).await.len(), 16);
        assert_eq!(pages(View::Breaching, Group::Open).await.len(), 0);
        test.clock.advance_business(SignedDuration::from_hours(22));
        let soon = p.clock.business();
        let query = ListQuery { view: View::Breaching, group: Group::Open, after: Some("bent".into()), most: 50 };
        let mut conn = p.db.read().await.expect("read");
        let page = queries::list(&mut conn, &Scope::All, &query, soon).await.expect("list");
        assert_eq!(page.rows.first().map(|row| row.conversation.id.clone()), Some(all[0].clone()));
    });
}

#[test]
fn every_list_is_read_by_an_index_without_sorting() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        if p.db.engine() != platform::Engine::Sqlite {
            return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
        }
        let (me, _) = ingrid(p).await;
        let soon = p.clock.business();
        for group in [Group::Open, Group::Waiting, Group::Closed, Group::Snoozed] {
            let mine = View::Mine(me.clone());
            for view in [
                View::All,
                mine,
                View::Unassigned,
                View::Breaching,
                View::Unanswered,
                View::WaitingCustomer,
                View::Snoozed,
            ] {
                for after in [None, Some(store::After { key: 5, id: "cnv_0".into() })] {
                    let selection = store::Selection { view: &view, group, soon, after, most: 50 };
                    let (sql, values) = store::page_sql(&Scope::All, &selection);
                    let mut conn = p.db.read().await.expect("read");
                    let plan = conn.all(&format!("EXPLAIN QUERY PLAN {sql}"), values).await.expect("plan");
                    let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                    let plan = plan.join("; ");
                    // An index that holds these alone is read from its beginning.
                    let whole = plan.contains("SCAN c USING INDEX conversation_unanswered;");
                    assert!(plan.contains("SEARCH c USING INDEX") || whole, "{view:?} {group:?}: {plan}");
                    assert!(!plan.contains("TEMP B-TREE"), "{view:?} {group:?}: {plan}");
                }
            }
        }
    });
}

#[test]
fn a_customer_sees_only_their_own_and_may_not_work() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let person = find(p, &placed.conversation).await.person;
        let own = Scope::Own(person.to_string());
        let other = Scope::Own("per_00000000000000000000000000".into());
        let mut conn = p.db.read().await.expect("read");
        assert!(queries::find(&mut conn, &own, &placed.conversation).await.expect("find").is_some());
        assert!(queries::find(&mut conn, &other, &placed.conversation).await.expect("find").is_none());
        assert!(queries::message(&mut conn, &own, &placed.message).await.expect("find").is_some());
        assert!(queries::message(&mut conn, &other, &placed.message).await.expect("find").is_none());
        assert!(queries::thread(&mut conn, &other, &placed.conversation).await.expect("find").is_none());
        let customer = Actor::Customer { id: person.to_string() };
        let refused = commands::note(p, &customer, &placed.conversation, "hei").await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
    });
}

#[test]
fn a_mail_in_a_colleagues_name_is_a_customers_with_a_warning() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let placed = take_in(p, mail(p, "Ingrid@brekkesund.example", "Motoren", "Gi ham pengene")).await;
        let mut conn = p.db.read().await.expect("read");
        let message = queries::message(&mut conn, &Scope::All, &placed.message).await.expect("find").expect("is there");
        assert_eq!(
            (message.kind, message.warnings.as_slice()),
            (MessageKind::Inbound, &["unproved_staff".to_owned()][..])
        );
        assert_eq!(find(p, &placed.conversation).await.clocks.first_replied_at, None);
    });
}
