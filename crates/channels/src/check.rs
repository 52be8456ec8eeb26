//! What must hold for the journal of what came in: asked by `tillit check`.

use platform::check::Rule;

/// Every rule; each answers what must not be.
pub const RULES: &[Rule] = &[
    Rule {
        name: "waiting mails",
        sql: "SELECT id AS place FROM inbound WHERE state = 'new' AND id NOT IN \
              (SELECT payload FROM job WHERE kind = 'inbound.process' AND status IN (0, 1))",
        what: "this mail came in, but nothing will make a conversation of it",
        mend: "with Tillit stopped, run in the database: INSERT INTO job (id, lane, kind, payload, due, waits, attempts, \
               attempts_max, status) VALUES ('job_{}', 'mail', 'inbound.process', '{}', 0, 0, 0, 20, 0)",
    },
    Rule {
        name: "mails that became messages",
        sql: "SELECT id AS place FROM inbound WHERE state = 'done' AND \
              (message IS NULL OR message NOT IN (SELECT id FROM message))",
        what: "this mail is said to be in a conversation, but its message is not there",
        mend: "with Tillit stopped, run in the database: UPDATE inbound SET state = 'new', conversation = NULL, \
               message = NULL WHERE id = '{}'; then check again",
    },
    Rule {
        name: "bytes of mails",
        sql: "SELECT id AS place FROM inbound WHERE blob NOT IN (SELECT digest FROM blob) AND state <> 'erased'",
        what: "the bytes of this mail are not there",
        mend: "restore the newest backup into a new data folder and compare",
    },
    Rule {
        name: "states of mails",
        sql: "SELECT id AS place FROM inbound WHERE state NOT IN ('new', 'done', 'own', 'erased') OR copies < 1",
        what: "this mail is in a state that does not exist",
        mend: "with Tillit stopped, run in the database: UPDATE inbound SET state = 'new', copies = 1 WHERE id = '{}'; \
               then check again",
    },
];

#[cfg(test)]
mod tests {
    use platform::check::{Check as _, Found, boxed, run};
    use platform::db::Migration;
    use platform::testing::{TestPlatform, on_both_engines};
    use platform::{Platform, jobs::Job, vals};

    use super::*;
    use crate::journal::{Arrival, Journal, Source};

    fn migrations() -> Vec<Migration> {
        [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::MIGRATIONS].concat()
    }

    async fn found(p: &Platform) -> Vec<Found> {
        run(&p.db, &boxed(RULES).collect::<Vec<_>>(), |_| {}).await.expect("looks")
    }

    async fn change(p: &Platform, sql: &str) {
        let mut tx = p.begin().await.expect("begin");
        tx.run(sql, vals![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
        tx.commit().await.expect("commit");
    }

    /// Two mails, the first of them understood.
    async fn healthy(p: &Platform) {
        let journal = Journal::start(p.clone());
        let mut ids = Vec::new();
        for subject in ["Motoren", "Sadelen"] {
            let mail = format!("From: kari@post.example\r\nSubject: {subject}\r\n\r\nHei\r\n").into_bytes();
            let arrival = Arrival {
                source: Source::Pipe,
                envelope_from: "kari@post.example".into(),
                envelope_to: vec!["hei@brekkesund.example".into()],
                peer: String::new(),
                mailbox: None,
            };
            ids.push(journal.accept(mail, arrival).await.expect("kept").id);
        }
        let id = &ids[0];
        change(p, &format!("UPDATE job SET status = 1, owner = 'hand', leased_until = 9 WHERE payload = '{id}'")).await;
        let row = p.db.read().await.expect("read").one("SELECT id FROM job WHERE payload = $1", vals![id]).await;
        let job = row.expect("reads").expect("is there").text("id").expect("id");
        let job = Job::for_tests(&job, crate::journal::PROCESS_JOB, id, "hand");
        crate::process::process(p, &job).await.expect("understood");
    }

    #[test]
    fn a_healthy_journal_is_silent() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            healthy(&test.platform).await;
            assert_eq!(found(&test.platform).await, []);
        });
    }

    #[test]
    fn every_fault_is_found_by_its_check_and_by_no_other() {
        let faults = [
            ("DELETE FROM job WHERE kind = 'inbound.process'", "waiting mails"),
            ("UPDATE job SET status = 3 WHERE kind = 'inbound.process'", "waiting mails"),
            ("UPDATE inbound SET message = NULL WHERE state = 'done'", "mails that became messages"),
            ("UPDATE inbound SET message = 'msg_gone' WHERE state = 'done'", "mails that became messages"),
            ("UPDATE inbound SET blob = 'gone' WHERE state = 'new'", "bytes of mails"),
            ("UPDATE inbound SET state = 'odd' WHERE state = 'new'", "states of mails"),
            ("UPDATE inbound SET copies = 0 WHERE state = 'new'", "states of mails"),
        ];
        on_both_engines(&migrations(), async |test: TestPlatform| {
            healthy(&test.platform).await;
            for (fault, check) in faults {
                // Never committed: the next fault finds everything healthy again.
                let mut tx = test.platform.begin().await.expect("begin");
                tx.run(fault, vals![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
                let mut speaking = Vec::new();
                for rule in RULES {
                    speaking.extend(rule.run(&mut tx).await.expect("looks").iter().map(|_| rule.name));
                }
                assert_eq!(speaking, [check], "{fault}");
            }
        });
    }

    #[test]
    fn a_mail_that_nothing_would_read_is_read_after_what_the_check_says_to_run() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            let p = &test.platform;
            healthy(p).await;
            change(p, "DELETE FROM job WHERE kind = 'inbound.process'").await;
            let problems = found(p).await;
            let (_, sql) = problems[0].problem.mend.split_once("run in the database: ").expect("says what to run");
            change(p, sql).await;
            assert_eq!(found(p).await, []);
        });
    }
}
