//! What must hold for the tables of conversations and people: asked by `tillit check`.

use platform::check::Rule;

/// Every rule; each answers what must not be.
pub const RULES: &[Rule] = &[
    Rule {
        name: "search",
        sql: "SELECT id AS place FROM message WHERE kind <> 'receipt' AND id NOT IN (SELECT subject FROM search_doc) \
              AND id NOT IN (SELECT message FROM delivery WHERE state = 'undone') \
              AND EXISTS (SELECT 1 FROM search_state WHERE name = 'made') UNION ALL \
              SELECT d.subject AS place FROM search_doc d JOIN message m ON m.id = d.subject WHERE d.thread <> m.conversation \
              UNION ALL SELECT subject AS place FROM search_doc WHERE subject LIKE 'msg!_%' ESCAPE '!' \
              AND subject NOT IN (SELECT id FROM message)",
        what: "this message is not found, or found in the wrong place",
        mend: "run: tillit search rebuild",
    },
    Rule {
        name: "search for customers",
        sql: "SELECT id AS place FROM person WHERE id NOT IN (SELECT subject FROM search_doc) \
              AND EXISTS (SELECT 1 FROM search_state WHERE name = 'made') UNION ALL \
              SELECT subject AS place FROM search_doc WHERE subject LIKE 'per!_%' ESCAPE '!' \
              AND subject NOT IN (SELECT id FROM person)",
        what: "this customer is not found, or is found and not there",
        mend: "run: tillit search rebuild",
    },
    Rule {
        name: "counts",
        sql: "SELECT state || CASE WHEN assignee = '' THEN '' ELSE ', ' || assignee END || \
              CASE WHEN department = '' THEN '' ELSE ', ' || department END AS place FROM \
              (SELECT state, assignee, department, n FROM tally \
              UNION ALL SELECT 'unanswered', assignee, department, -1 FROM conversation WHERE unanswered = 1 \
              UNION ALL SELECT CASE WHEN deleted_at IS NOT NULL THEN 'deleted' WHEN snoozed_until IS NULL THEN state \
              ELSE 'snoozed' END, assignee, department, -1 \
              FROM conversation) AS both_ways GROUP BY state, assignee, department HAVING SUM(n) <> 0",
        what: "the count shown for these conversations is not how many there are",
        mend: "with Tillit stopped, run in the database: DELETE FROM tally; \
               INSERT INTO tally (state, assignee, department, n) SELECT CASE WHEN deleted_at IS NOT NULL THEN 'deleted' \
               WHEN snoozed_until IS NULL THEN state ELSE 'snoozed' END, assignee, department, COUNT(*) FROM conversation \
               GROUP BY 1, 2, 3; \
               INSERT INTO tally (state, assignee, department, n) SELECT 'unanswered', assignee, department, COUNT(*) \
               FROM conversation WHERE unanswered = 1 GROUP BY assignee, department",
    },
    Rule {
        name: "waiting for us",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation WHERE unanswered <> CASE \
              WHEN customer_spoke_last = 1 AND state NOT IN ('solved', 'closed') AND deleted_at IS NULL THEN 1 ELSE 0 END",
        what: "this conversation waits for us and is not listed so, or is listed and does not wait",
        mend: "give it to another colleague and back: it is listed anew then",
    },
    Rule {
        name: "due times",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation WHERE due <> CASE \
              WHEN snoozed_until IS NOT NULL THEN snoozed_until \
              WHEN first_due IS NOT NULL AND first_due <= COALESCE(next_due, first_due) \
              AND first_due <= COALESCE(resolve_due, first_due) THEN first_due \
              WHEN next_due IS NOT NULL AND next_due <= COALESCE(resolve_due, next_due) THEN next_due \
              ELSE COALESCE(resolve_due, 9223372036854775807) END",
        what: "the list sorts this conversation by a time that its clocks do not show",
        mend: "give the conversation to another colleague and back: it is sorted anew then",
    },
    Rule {
        name: "states",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation WHERE grp <> CASE \
              WHEN deleted_at IS NOT NULL THEN 4 WHEN snoozed_until IS NOT NULL THEN 3 ELSE CASE state WHEN 'new' THEN 0 WHEN 'open' THEN 0 WHEN 'waiting_customer' THEN 1 WHEN 'waiting_others' THEN 1 \
              WHEN 'solved' THEN 2 WHEN 'closed' THEN 2 ELSE -1 END END",
        what: "this conversation lies in a list that does not fit its state",
        mend: "choose a state for it in the desk: it moves to the right list then",
    },
    Rule {
        name: "tags",
        sql: "SELECT t.name AS place FROM tag t WHERE t.n <> (SELECT COUNT(*) FROM tagged g WHERE g.tag = t.id AND g.grp <> 4)",
        what: "the count shown for this tag is not how many conversations bear it",
        mend: "with Tillit stopped, run in the database: UPDATE tag SET n = (SELECT COUNT(*) FROM tagged \
               WHERE tagged.tag = tag.id AND tagged.grp <> 4)",
    },
    Rule {
        name: "lists of tags",
        sql: "SELECT DISTINCT 'number ' || CAST(c.number AS TEXT) AS place FROM tagged g JOIN conversation c \
              ON c.id = g.conversation WHERE g.grp <> c.grp OR g.due <> c.due OR g.touched_at <> c.touched_at",
        what: "the list of a tag shows this conversation at a place that is not its own",
        mend: "take its tags off and put them on again",
    },
    Rule {
        name: "attention",
        sql: "SELECT staff AS place FROM (SELECT staff, following, mentions FROM attention UNION ALL SELECT staff, \
              CASE WHEN follows = 1 AND grp = 0 THEN -1 ELSE 0 END, \
              CASE WHEN grp = 4 THEN 0 ELSE -unseen END FROM following) AS both_ways \
              GROUP BY staff HAVING SUM(following) <> 0 OR SUM(mentions) <> 0",
        what: "the counts beside the mentions of this colleague and what they follow are not how many there are",
        mend: "with Tillit stopped, run in the database: DELETE FROM attention; INSERT INTO attention (staff, following, \
               mentions) SELECT staff, SUM(CASE WHEN follows = 1 AND grp = 0 THEN 1 ELSE 0 END), \
               SUM(CASE WHEN grp = 4 THEN 0 ELSE unseen END) FROM following GROUP BY staff",
    },
    Rule {
        name: "lists of followers",
        sql: "SELECT DISTINCT 'number ' || CAST(c.number AS TEXT) AS place FROM following g JOIN conversation c \
              ON c.id = g.conversation WHERE g.grp <> c.grp OR g.due <> c.due OR g.touched_at <> c.touched_at",
        what: "the lists of those who follow this conversation show it at a place that is not its own",
        mend: "give it to another colleague, close it and open it again",
    },
    Rule {
        name: "promises",
        sql: "SELECT r.id AS place FROM promise r JOIN conversation c ON c.id = r.conversation \
              WHERE r.department <> c.department OR r.person <> c.person OR r.live <> CASE \
              WHEN c.deleted_at IS NULL AND r.state IN ('open', 'renegotiated') THEN 1 ELSE 0 END",
        what: "lists show this promise at a place that is not that of its conversation, or do not show it",
        mend: "move the promise to another day in the desk, and hand its conversation to its department again",
    },
    Rule {
        name: "needs",
        sql: "SELECT r.id AS place FROM need r JOIN conversation c ON c.id = r.conversation \
              WHERE r.department <> COALESCE(c.department, '') OR r.person <> c.person \
              OR r.seen <> CASE WHEN c.deleted_at IS NULL THEN 1 ELSE 0 END",
        what: "lists show this need at a place that is not that of its conversation, or do not show it",
        mend: "hand its conversation to its department again, or put it back out of what is deleted",
    },
    Rule {
        name: "problems",
        sql: "SELECT r.id AS place FROM problem r WHERE r.conversations <> (SELECT COUNT(*) FROM problem_link l \
              WHERE l.problem = r.id AND l.live = 1) OR r.waiting <> (SELECT COUNT(DISTINCT c.person) FROM problem_link l \
              JOIN conversation c ON c.id = l.conversation WHERE l.problem = r.id AND c.deleted_at IS NULL \
              AND c.state NOT IN ('solved', 'closed'))",
        what: "the list of problems shows this one with other counts than its conversations come to",
        mend: "take one of its conversations out of it and put it back",
    },
    Rule {
        name: "numbers",
        sql: "SELECT 'number ' || CAST(MAX(number) AS TEXT) AS place FROM conversation \
              HAVING MAX(number) > (SELECT COALESCE(MAX(value), 0) FROM sequence WHERE name = 'conversation')",
        what: "the next conversation would get a number that is taken",
        mend: "with Tillit stopped, run in the database: UPDATE sequence SET value = (SELECT MAX(number) FROM conversation) \
               WHERE name = 'conversation'",
    },
    Rule {
        name: "customers",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation \
              WHERE person NOT IN (SELECT id FROM person)",
        what: "the customer of this conversation is not there",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "owners",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation \
              WHERE assignee <> '' AND assignee NOT IN (SELECT id FROM staff)",
        what: "this conversation belongs to a colleague who is not there",
        mend: "give it to somebody else in the desk",
    },
    Rule {
        name: "departments",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation \
              WHERE department <> '' AND department NOT IN (SELECT id FROM department)",
        what: "this conversation belongs to a department that is not there",
        mend: "move it to another department in the desk",
    },
    Rule {
        name: "empty conversations",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation \
              WHERE id NOT IN (SELECT conversation FROM message) AND id NOT IN (SELECT source FROM merge)",
        what: "this conversation has no message",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "linked conversations",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation \
              WHERE linked_from IS NOT NULL AND linked_from NOT IN (SELECT id FROM conversation)",
        what: "the conversation that this one goes on from is not there",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "merged conversations",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation WHERE id IN \
              (SELECT source FROM merge WHERE source = target OR source IN (SELECT conversation FROM message)) \
              OR (id IN (SELECT source FROM merge) AND state <> 'closed')",
        what: "this conversation is said to be part of another, but it still has a life of its own",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "participants",
        sql: "SELECT DISTINCT conversation AS place FROM participant WHERE state NOT IN ('confirmed', 'new_here', 'removed')",
        what: "somebody stands to this conversation in a way that does not exist; it cannot be opened",
        mend: "with Tillit stopped, run in the database: UPDATE participant SET state = 'new_here' WHERE conversation = \
               '{}' AND state NOT IN ('confirmed', 'new_here', 'removed'); then decide about them in the desk",
    },
    Rule {
        name: "raw mails",
        sql: "SELECT id AS place FROM message WHERE raw IS NOT NULL AND raw NOT IN (SELECT digest FROM blob)",
        what: "the raw mail of this message is not there",
        mend: "restore the newest backup into a new data folder and compare; its text is still shown",
    },
    Rule {
        name: "attachments",
        sql: "SELECT id AS place FROM attachment WHERE blob NOT IN (SELECT digest FROM blob)",
        what: "the bytes of this attachment are not there",
        mend: "restore the newest backup into a new data folder and compare, or ask the customer to send it again",
    },
    Rule {
        name: "files of macros",
        sql: "SELECT id AS place FROM macro_file WHERE blob NOT IN (SELECT digest FROM blob)",
        what: "the bytes of this file of a macro are not there",
        mend: "take the file out of its macro under Settings, Macros, and put it in again",
    },
    Rule {
        name: "replies",
        sql: "SELECT id AS place FROM message WHERE kind IN ('reply', 'forward', 'receipt', 'side_out') \
              AND id NOT IN (SELECT message FROM delivery) UNION ALL SELECT message FROM delivery \
              WHERE message IN (SELECT id FROM message WHERE kind NOT IN ('reply', 'forward', 'receipt', 'side_out'))",
        what: "replies are on their way and nothing else is; this message does not keep to that",
        mend: "look at the conversation and, if the customer should have it, write it again",
    },
    Rule {
        name: "replies on their way",
        sql: "SELECT message AS place FROM delivery WHERE state IN ('waiting', 'sending') AND message NOT IN \
              (SELECT payload FROM job WHERE kind = 'delivery.send' AND status IN (0, 1))",
        what: "this reply waits to be sent, but nothing will send it",
        mend: "with Tillit stopped, run in the database: UPDATE delivery SET state = 'failed' WHERE message = '{}'; \
               then press the button that sends it again",
    },
    Rule {
        name: "replies for later",
        sql: "SELECT message AS place FROM delivery WHERE state = 'scheduled' AND message NOT IN \
              (SELECT payload FROM job WHERE kind = 'reply.release' AND status IN (0, 1))",
        what: "this reply waits for its time, but nothing will send it then",
        mend: "open its conversation and press the button that sends it now, or edit it and choose a time again",
    },
    Rule {
        name: "snoozes",
        sql: "SELECT 'number ' || CAST(number AS TEXT) AS place FROM conversation WHERE deleted_at IS NULL AND snoozed_until < \
              9223372036854775807 AND id NOT IN \
              (SELECT payload FROM job WHERE kind = 'conversation.wake' AND status IN (0, 1))",
        what: "this conversation is snoozed until a time, but nothing will bring it back then",
        mend: "wake it in the desk, or snooze it again",
    },
    Rule {
        name: "states of replies",
        sql: "SELECT message AS place FROM delivery \
              WHERE state NOT IN \
              ('waiting', 'sending', 'sent', 'failed', 'bounced', 'undone', 'scheduled', 'held') OR attempts < 0",
        what: "this reply is in a state that does not exist; its conversation cannot be opened",
        mend: "with Tillit stopped, run in the database: UPDATE delivery SET state = 'failed', attempts = 1 \
               WHERE message = '{}'; then press the button that sends it again, if the customer has not got it",
    },
    Rule {
        name: "history of conversations",
        sql: "SELECT DISTINCT subject AS place FROM event WHERE subject LIKE 'conversation:%' \
              AND substr(subject, 14) NOT IN (SELECT id FROM conversation)",
        what: "the log tells of a conversation that is not there",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "history of people",
        sql: "SELECT DISTINCT subject AS place FROM event WHERE \
              (subject LIKE 'person:%' AND substr(subject, 8) NOT IN (SELECT id FROM person) \
              AND subject NOT IN (SELECT subject FROM event WHERE kind = 'person.became_part')) \
              OR (subject LIKE 'staff:%' AND substr(subject, 7) NOT IN (SELECT id FROM staff))",
        what: "the log tells of somebody who is not there",
        mend: "restore the newest backup into a new data folder and compare",
    },
];

#[cfg(test)]
mod tests {
    use base::{Actor, Language, Role};
    use people::staff::NewStaff;
    use platform::check::{Check as _, Found, boxed, run};
    use platform::db::Migration;
    use platform::testing::{TestPlatform, on_both_engines};
    use platform::{Platform, vals};

    use super::*;
    use crate::Mailbox;
    use crate::commands::{self, Inbound, InboundFile, NewFile, NewReply};
    use crate::settings;

    fn migrations() -> Vec<Migration> {
        [platform::schema::MIGRATIONS, people::MIGRATIONS, crate::MIGRATIONS].concat()
    }

    /// Three conversations, one of them answered with a file, the reply still waiting, one snoozed; a macro with a file.
    async fn healthy(p: &Platform) {
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
        let first = take_in(p, "kari@post.example", "Motoren").await;
        take_in(p, "ola@post.example", "Sadelen").await;
        let third = take_in(p, "per@post.example", "Bremsen").await;
        let file = NewFile { name: "a.txt".into(), content_type: "text/plain".into(), bytes: b"a".to_vec() };
        let reply = NewReply { body: "Hei".into(), files: vec![file.clone()], ..NewReply::default() };
        let own = commands::NewMacro {
            name: "Hello".into(),
            visible: crate::Visible::Own(staff.id.clone()),
            files: vec![file.clone()],
            ..commands::NewMacro::default()
        };
        commands::make_macro(p, &staff.actor(), own).await.expect("made");
        let until = p.clock.business() + jiff::SignedDuration::from_hours(2);
        commands::snooze(p, &staff.actor(), &third, crate::Snooze::Until(until)).await.expect("snoozed");
        commands::follow(p, &staff.actor(), &first, true).await.expect("follows");
        commands::tag(p, &staff.actor(), &first, &["motor".to_owned()]).await.expect("tagged");
        commands::reply(p, &staff.actor(), &first, reply).await.expect("reply");
        let new = commands::NewPromise { words: "Call back".into(), ..commands::NewPromise::default() };
        commands::make_promise(p, &staff.actor(), &first, new).await.expect("promised");
        let new = commands::NewNeed { words: "A bag for two".into(), ..commands::NewNeed::default() };
        commands::note_need(p, &staff.actor(), &first, &new).await.expect("noted");
        let cause = crate::ProblemText { title: "Rain".into(), ..crate::ProblemText::default() };
        commands::make_problem_of(p, &staff.actor(), &first, cause).await.expect("made");
    }

    async fn take_in(p: &Platform, from: &str, subject: &str) -> crate::ConversationId {
        let raw = p.blobs.prepare(subject.as_bytes().to_vec()).await.expect("prepare");
        let file = InboundFile {
            name: "b.txt".into(),
            content_type: "text/plain".into(),
            size: 1,
            inline: false,
            content_id: None,
            part: "2".into(),
        };
        let inbound = Inbound {
            channel: "email",
            mailbox: None,
            department: None,
            received_at: p.clock.business(),
            from: Mailbox { name: String::new(), address: from.into() },
            to: Vec::new(),
            cc: Vec::new(),
            subject: subject.into(),
            text: "Hei".into(),
            document: None,
            invite: None,
            language: None,
            mail_id: None,
            references: Vec::new(),
            reply_tags: Vec::new(),
            automatic: None,
            bounce: None,
            warnings: Vec::new(),
            proof: None,
            unreadable: None,
            raw: raw.digest.clone(),
            files: vec![file],
            receipt: crate::commands::ForReceipt::default(),
        };
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &raw).await.expect("keep");
        let placed = commands::receive(p, &mut tx, inbound).await.expect("receive");
        tx.commit().await.expect("commit");
        placed.conversation
    }

    async fn found(p: &Platform) -> Vec<Found> {
        run(&p.db, &boxed(RULES).collect::<Vec<_>>(), |_| {}).await.expect("looks")
    }

    async fn change(p: &Platform, sql: &str) {
        let mut tx = p.begin().await.expect("begin");
        tx.run(sql, vals![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
        tx.commit().await.expect("commit");
    }

    #[test]
    fn a_healthy_business_is_silent() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            assert_eq!(found(&test.platform).await, []);
            healthy(&test.platform).await;
            assert_eq!(found(&test.platform).await, []);
        });
    }

    /// What is done to the data, and which checks must speak up.
    const FAULTS: &[(&str, &[&str])] = &[
        ("UPDATE search_doc SET thread = 'cnv_gone' WHERE subject = (SELECT MIN(id) FROM message)", &["search"]),
        ("UPDATE tally SET n = n + 1 WHERE state = 'new'", &["counts"]),
        ("DELETE FROM tally", &["counts", "counts", "counts", "counts"]),
        ("INSERT INTO tally (state, assignee, department, n) VALUES ('open', 'stf_nobody', '', 3)", &["counts"]),
        ("UPDATE conversation SET due = 5 WHERE number = 1001", &["due times", "lists of tags", "lists of followers"]),
        ("UPDATE conversation SET due = 9223372036854775807 WHERE number = 1002", &["due times"]),
        ("UPDATE conversation SET next_due = 1 WHERE number = 1002", &["due times"]),
        ("UPDATE conversation SET grp = 2 WHERE number = 1002", &["states"]),
        (
            "UPDATE conversation SET department = 'dep_gone' WHERE number = 1002",
            &["counts", "counts", "counts", "counts", "departments"],
        ),
        ("UPDATE conversation SET unanswered = 0 WHERE number = 1002", &["counts", "waiting for us"]),
        ("UPDATE tag SET n = n + 1", &["tags"]),
        ("DELETE FROM tagged", &["tags"]),
        ("UPDATE tagged SET touched_at = 5", &["lists of tags"]),
        ("UPDATE attention SET mentions = mentions + 1", &["attention"]),
        ("UPDATE following SET unseen = 1", &["attention"]),
        ("UPDATE following SET due = 5", &["lists of followers"]),
        ("UPDATE promise SET live = 0", &["promises"]),
        ("UPDATE need SET seen = 0", &["needs"]),
        ("UPDATE problem SET waiting = 2", &["problems"]),
        ("UPDATE sequence SET value = 1001", &["numbers"]),
        ("DELETE FROM sequence", &["numbers"]),
        (
            "DELETE FROM person WHERE id IN (SELECT person FROM conversation WHERE number = 1002)",
            &["search for customers", "customers", "history of people"],
        ),
        ("UPDATE conversation SET linked_from = 'cnv_gone' WHERE number = 1002", &["linked conversations"]),
        (
            "INSERT INTO merge (source, target, at, moved) SELECT MIN(id), MAX(id), 0, '{}' FROM conversation",
            &["merged conversations"],
        ),
        (
            "INSERT INTO participant (conversation, address, name, shown, state, since) \
             SELECT MIN(id), 'a@x', '', 'a@x', 'owner', 0 FROM conversation",
            &["participants"],
        ),
        ("UPDATE message SET raw = 'gone' WHERE id = (SELECT MIN(id) FROM message)", &["raw mails"]),
        ("UPDATE attachment SET blob = 'gone' WHERE part IS NULL", &["attachments"]),
        ("UPDATE macro_file SET blob = 'gone'", &["files of macros"]),
        ("DELETE FROM delivery", &["replies"]),
        ("UPDATE message SET kind = 'note' WHERE kind = 'reply'", &["replies"]),
        ("DELETE FROM job WHERE kind = 'delivery.send'", &["replies on their way"]),
        ("UPDATE job SET status = 3 WHERE kind = 'delivery.send'", &["replies on their way"]),
        ("DELETE FROM job WHERE kind = 'conversation.wake'", &["snoozes"]),
        (
            "UPDATE conversation SET snoozed_until = NULL WHERE number = 1003",
            &["counts", "counts", "due times", "states"],
        ),
        ("UPDATE delivery SET state = 'flying'", &["states of replies"]),
        ("UPDATE delivery SET state = 'scheduled'", &["replies for later"]),
        (
            "UPDATE event SET subject = 'conversation:cnv_gone' WHERE seq = (SELECT MAX(seq) FROM event)",
            &["history of conversations"],
        ),
        ("UPDATE event SET subject = 'staff:stf_gone' WHERE subject LIKE 'staff:%'", &["history of people"]),
        ("DELETE FROM staff", &["owners", "history of people"]),
    ];

    #[test]
    fn every_fault_is_found_by_its_check_and_by_no_other() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            healthy(&test.platform).await;
            for (fault, checks) in FAULTS {
                // Never committed: the next fault finds everything healthy again.
                let mut tx = test.platform.begin().await.expect("begin");
                tx.run(fault, vals![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
                let mut speaking = Vec::new();
                for rule in RULES {
                    speaking.extend(rule.run(&mut tx).await.expect("looks").iter().map(|_| rule.name));
                }
                assert_eq!(speaking, *checks, "{fault}");
            }
        });
        let known: std::collections::BTreeSet<_> = FAULTS.iter().flat_map(|(_, checks)| *checks).collect();
        let unseeded: Vec<_> = RULES.iter().map(|rule| rule.name).filter(|name| !known.contains(name)).collect();
        assert_eq!(unseeded, ["empty conversations"], "messages hold on to what belongs to them");
    }

    #[test]
    fn a_conversation_without_messages_is_found() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            let p = &test.platform;
            healthy(p).await;
            change(p, "DELETE FROM attachment").await;
            change(p, "DELETE FROM delivery").await;
            change(p, "DELETE FROM message").await;
            let found = found(p).await;
            let checks: Vec<_> = found.iter().map(|found| found.check).collect();
            let search = checks.iter().filter(|check| **check == "search").count();
            assert_eq!(checks[search..], ["empty conversations"; 3]);
            assert!(search >= 3, "their messages are still in the index");
        });
    }

    #[test]
    fn what_the_checks_say_to_run_mends_it() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            let p = &test.platform;
            healthy(p).await;
            change(p, "UPDATE tally SET n = n + 1 WHERE state = 'new'").await;
            change(p, "UPDATE sequence SET value = 1001").await;
            change(p, "DELETE FROM job WHERE kind = 'delivery.send'").await;
            let problems = found(p).await;
            assert_eq!(problems.len(), 3);
            for found in problems {
                let (_, sql) = found.problem.mend.split_once("run in the database: ").expect("says what to run");
                for statement in sql.split("; ").filter(|part| !part.starts_with("then ")) {
                    change(p, statement).await;
                }
            }
            assert_eq!(found(p).await, []);
        });
    }
}
