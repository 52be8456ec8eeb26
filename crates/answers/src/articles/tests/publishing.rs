//! Publishing: handed in, given back, let out now or later, taken back.

use jiff::SignedDuration;
use platform::jobs::Job;

use super::*;
use crate::articles::State;
use crate::articles::commands::{JOB, publish_due};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Takes the oldest waiting job in hand, when it is due.
async fn claim(p: &Platform) -> Option<Job> {
    let sql = "UPDATE job SET status = 1, owner = 'hand', attempts = attempts + 1, key = NULL WHERE id = \
               (SELECT id FROM job WHERE kind = $1 AND status = 0 ORDER BY id LIMIT 1) RETURNING id, payload";
    let mut tx = p.begin().await.expect("begin");
    let row = tx.one(sql, platform::vals![JOB]).await.expect("claim")?;
    let job = Job::for_tests(&row.text("id").expect("id"), JOB, &row.text("payload").expect("payload"), "hand");
    tx.commit().await.expect("commit");
    Some(job)
}

impl Room {
    async fn schedule(&self, actor: &Actor, id: &ArticleId, ahead: SignedDuration) -> Answer<()> {
        let at = self.p().clock.business() + ahead;
        let mut tx = self.p().begin().await.expect("begin");
        commands::turn(&mut tx, actor, id, Language::En, Act::Schedule, Some(at)).await?;
        Ok(tx.commit().await?)
    }

    /// The clock's job comes round.
    async fn due(&self) {
        let job = claim(self.p()).await.expect("a job waits");
        publish_due(self.p().clone(), job).await.expect("done");
    }

    async fn state(&self, id: &ArticleId) -> (State, Option<i64>) {
        let text = self.text(id, Language::En).await;
        (text.state, text.live)
    }
}

#[test]
fn who_writes_hands_in_and_who_publishes_gives_back_or_lets_out() {
    run(|room| async move {
        let (writes, publishes) = (room.jonas.actor(), room.ingrid.actor());
        let id = room.begin("Warranty", "Two years.", Audience::Public).await;
        for act in [Act::GiveBack, Act::Schedule, Act::Publish, Act::Withdraw] {
            assert_eq!(refusal(room.turn(&writes, &id, Language::En, act).await), Refusal::Forbidden, "{act:?}");
        }
        room.turn(&writes, &id, Language::En, Act::Submit).await.expect("handed in");
        assert_eq!(refusal(room.turn(&writes, &id, Language::En, Act::Submit).await), Refusal::NotNow);
        room.write(&id, Language::En, "Warranty", "Two years, for all.").await;
        assert_eq!(room.state(&id).await, (State::Review, None), "it is still looked at");
        room.turn(&publishes, &id, Language::En, Act::GiveBack).await.expect("given back");
        assert_eq!(room.state(&id).await, (State::Draft, None));
        room.turn(&writes, &id, Language::En, Act::Submit).await.expect("handed in");
        room.publish(&id, Language::En).await;
        assert_eq!(room.state(&id).await, (State::Published, Some(1)));
        assert_eq!(refusal(room.turn(&publishes, &id, Language::En, Act::Publish).await), Refusal::NotNow);
        let text = room.text(&id, Language::En).await;
        assert_eq!(text.live_at, Some(room.p().clock.business()));
        let told = room.history(&id).await;
        let expected = ["begun", "handed_in", "given_back", "handed_in", "published"];
        assert_eq!(told, expected.map(|what| format!("article.{what}")));
    });
}

#[test]
fn what_is_withdrawn_is_read_and_found_by_nobody_until_it_is_published_again() {
    run(|room| async move {
        let id = room.published("Warranty", "Two years.", Audience::Public).await;
        assert_eq!(room.titles("warranty").await, ["Warranty"]);
        room.turn(&room.ingrid.actor(), &id, Language::En, Act::Withdraw).await.expect("withdrawn");
        assert_eq!(room.state(&id).await, (State::Withdrawn, None));
        for reader in [Reader::Stranger, Reader::Customer, Reader::Colleague] {
            assert!(room.read(reader, "warranty").await.is_none(), "{reader:?}");
            assert!(room.found(reader, Language::En, "warranty").await.articles.is_empty(), "{reader:?}");
        }
        assert_eq!(refusal(room.turn(&room.ingrid.actor(), &id, Language::En, Act::Withdraw).await), Refusal::NotNow);
        room.publish(&id, Language::En).await;
        assert_eq!(room.read(Reader::Stranger, "warranty").await.expect("is there").version, 2, "counted on");
        assert_eq!(room.titles("warranty").await, ["Warranty"]);
    });
}

#[test]
fn what_is_scheduled_comes_out_by_itself_when_its_moment_has_come() {
    run(|room| async move {
        let publishes = room.ingrid.actor();
        let id = room.begin("Opening hours", "Nine to five.", Audience::Public).await;
        for ahead in [SignedDuration::ZERO, -HOUR, HOUR * 24 * 366 * 3] {
            assert_eq!(refusal(room.schedule(&publishes, &id, ahead).await), Refusal::NotAhead, "{ahead}");
        }
        assert_eq!(refusal(room.turn(&publishes, &id, Language::En, Act::Schedule).await), Refusal::NotAhead);
        assert!(claim(room.p()).await.is_none(), "what is refused leaves nothing behind");
        assert_eq!(room.state(&id).await, (State::Draft, None));

        room.schedule(&publishes, &id, HOUR).await.expect("scheduled");
        assert_eq!(room.state(&id).await, (State::Scheduled, None));
        assert!(room.read(Reader::Colleague, "opening-hours").await.is_none());
        room.test.clock.advance(HOUR);
        room.due().await;
        let text = room.text(&id, Language::En).await;
        assert_eq!((text.state, text.live, text.due_at), (State::Published, Some(1), None));
        assert_eq!(text.live_at, Some(room.p().clock.business()));
        assert!(room.read(Reader::Stranger, "opening-hours").await.is_some());
        assert_eq!(room.titles("opening").await, ["Opening hours"]);
        let mut conn = room.p().db.read().await.expect("read");
        let versions = store::versions(&mut conn, &text.id, 10).await.expect("read");
        assert_eq!(versions.into_iter().map(|one| one.by).collect::<Vec<_>>(), [None], "the clock is no colleague");
    });
}

#[test]
fn nothing_comes_out_that_somebody_changed_their_mind_about() {
    run(|room| async move {
        let publishes = room.ingrid.actor();
        let id = room.begin("Opening hours", "Nine to five.", Audience::Public).await;
        // Written on: it is a draft again.
        room.schedule(&publishes, &id, HOUR).await.expect("scheduled");
        room.write(&id, Language::En, "Opening hours", "Nine to six.").await;
        room.test.clock.advance(HOUR);
        room.due().await;
        assert_eq!(room.state(&id).await, (State::Draft, None));
        // Put off: the first job comes too early.
        room.schedule(&publishes, &id, HOUR).await.expect("scheduled");
        room.schedule(&publishes, &id, HOUR * 2).await.expect("put off");
        room.test.clock.advance(HOUR);
        room.due().await;
        assert_eq!(room.state(&id).await, (State::Scheduled, None));
        // Taken back.
        room.turn(&publishes, &id, Language::En, Act::Withdraw).await.expect("withdrawn");
        room.test.clock.advance(HOUR);
        room.due().await;
        assert_eq!(room.state(&id).await, (State::Withdrawn, None));
        assert!(claim(room.p()).await.is_none(), "each job came once");
        assert!(room.read(Reader::Colleague, "opening-hours").await.is_none());
    });
}
