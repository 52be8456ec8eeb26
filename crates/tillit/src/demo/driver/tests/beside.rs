//! What happens beside the mails: articles and the community, as they are when the newcomer comes in, and after.

use super::*;
use crate::serve::with_door;

/// Waits until a number of rows is so.
async fn until(p: &Platform, sql: &str, wanted: i64) {
    for _ in 0..4000 {
        if number(p, sql).await == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("{sql} is not {wanted}");
}

#[test]
fn articles_and_questions_are_lived_and_go_on_when_time_is_moved() {
    on_both_engines(&migrations(), |test| async move {
        let (p, clock) = on_demo_clock(test);
        let (stop, stopped) = watch::channel(false);
        let built = stage::build(&p, clock.clone(), SEED, tiny(), workers(), stopped.clone());
        let _people = built.await.expect("builds");
        articles(&p).await;
        community(&p).await;

        let journal = Journal::start(p.clone());
        let running = tokio::spawn(with_door(workers(), &p, &journal).run(p.clone(), stopped));
        let fallen = "SELECT COUNT(*) AS n FROM community_topic WHERE conversation IS NOT NULL";
        assert_eq!(number(&p, fallen).await, 0, "there is still time to answer");
        clock.set("2026-11-18T14:11:00Z".parse().expect("a moment"));
        p.wake.ring();
        until(&p, fallen, 1).await;
        let asked = "SELECT COUNT(*) AS n FROM conversation c JOIN community_topic t ON t.conversation = c.id \
                     AND t.title = c.subject JOIN person p ON p.id = c.person WHERE p.name = 'Karin Nyqvist'";
        assert_eq!(number(&p, asked).await, 1, "it is hers");
        clock.set("2026-11-23T07:01:00Z".parse().expect("a moment"));
        p.wake.ring();
        until(&p, "SELECT COUNT(*) AS n FROM article_text WHERE live IS NOT NULL", 149).await;
        stop.send_replace(true);
        running.await.expect("no part breaks").expect("no part fails");
    });
}

async fn articles(p: &Platform) {
    for (sql, wanted) in [
        ("SELECT COUNT(*) AS n FROM article", 30),
        ("SELECT COUNT(*) AS n FROM article_text", 150),
        ("SELECT COUNT(*) AS n FROM article_text WHERE live IS NOT NULL AND state = 'published'", 144),
        ("SELECT COUNT(*) AS n FROM article_text WHERE state = 'scheduled' AND due_at IS NOT NULL", 5),
        ("SELECT COUNT(*) AS n FROM article_text WHERE state = 'review'", 1),
        ("SELECT COUNT(*) AS n FROM article WHERE audience = 'internal'", 2),
        ("SELECT COUNT(*) AS n FROM article_text WHERE live = 2", 4),
        ("SELECT COUNT(*) AS n FROM article_missing", 5),
    ] {
        assert_eq!(number(p, sql).await, wanted, "{sql}");
    }
    let older = "SELECT COUNT(*) AS n FROM article_text t JOIN article a ON a.id = t.article JOIN article_text o \
                 ON o.article = a.id AND o.language = a.original AND o.id <> t.id WHERE t.saved_at < o.live_at";
    assert_eq!(number(p, older).await, 1, "one did not keep up");
    assert!(number(p, "SELECT CAST(SUM(n) AS BIGINT) AS n FROM article_count WHERE what = 'read'").await > 1000);
    let said = "SELECT CAST(SUM(n) AS BIGINT) AS n FROM article_count WHERE what";
    let (helped, not) = (number(p, &format!("{said} = 'helped'")).await, number(p, &format!("{said} = 'wrong'")).await);
    assert!(helped > not && not > 0, "{helped} {not}");
}

async fn community(p: &Platform) {
    for (sql, wanted) in [
        ("SELECT COUNT(*) AS n FROM community_topic WHERE kind = 'question' AND waits = 0", 40),
        ("SELECT COUNT(*) AS n FROM community_topic WHERE kind = 'idea' AND idea = 'planned' AND votes = 11", 1),
        ("SELECT COUNT(*) AS n FROM community_topic WHERE answers = 0", 2),
        ("SELECT COUNT(*) AS n FROM community_topic WHERE due IS NOT NULL", 1),
        ("SELECT COUNT(*) AS n FROM community_member WHERE expert = 1", 3),
        ("SELECT COUNT(*) AS n FROM community_review", 1),
        ("SELECT COUNT(*) AS n FROM community_flag", 3),
        ("SELECT COUNT(*) AS n FROM community_post WHERE waits = 1", 1),
        ("SELECT COUNT(DISTINCT language) AS n FROM community_topic", 5),
    ] {
        assert_eq!(number(p, sql).await, wanted, "{sql}");
    }
    assert!(number(p, "SELECT COUNT(*) AS n FROM community_topic WHERE accepted IS NOT NULL").await > 30);
    assert!(number(p, "SELECT COUNT(*) AS n FROM community_post WHERE staff IS NOT NULL").await > 15);
}
