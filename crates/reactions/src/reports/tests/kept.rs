//! What service policies asked for, and how much of it came in time: by clock, by policy, on the page, as files.

use conversations::events::ClockKind;
use conversations::{
    ServiceHours, ServiceLevels, ServicePolicy, ServicePolicyId, ServiceTarget, ServiceWhen, WhenLate,
};

use super::*;

/// A policy of what bears a tag, or of everything: so many hours to replies, and to a solution.
fn policy(p: &Platform, name: &str, tag: Option<&str>, hours: i64, solution: Option<i64>) -> ServicePolicy {
    let target = |hours: i64| ServiceTarget { minutes: hours * 60, hours: ServiceHours::Always };
    ServicePolicy {
        id: ServicePolicyId::next(&p.ids, now(p)),
        version: 0,
        name: name.into(),
        when: ServiceWhen { tags: tag.into_iter().map(str::to_owned).collect(), ..ServiceWhen::default() },
        first: target(hours),
        next: target(hours),
        resolution: solution.map(target),
        warn: None,
        late: WhenLate::default(),
    }
}

/// Three questions by two policies: one answered and solved in time, one answered too late, one that still may be.
async fn told(test: &TestPlatform) -> (Staff, [ServicePolicy; 2], Vec<Placed>) {
    let p = &test.platform;
    let ingrid = colleague(p, "Ingrid", Role::Admin).await;
    let both = [policy(p, "Fast", Some("vip"), 1, None), policy(p, "All", None, 12, Some(24))];
    let mut tx = p.begin().await.expect("begin");
    let levels = ServiceLevels { policies: both.to_vec(), hours: Vec::new() };
    conversations::settings::set_service_levels(&mut tx, levels).await.expect("set");
    tx.commit().await.expect("commit");
    let mut placed = Vec::new();
    for n in 1..=3 {
        placed.push(mail(p, n, vec![]).await);
    }
    commands::tag(p, &ingrid.actor(), &placed[1].conversation, &["vip".to_owned()]).await.expect("tagged");
    test.clock.advance(SignedDuration::from_mins(30));
    answer(p, &ingrid, &placed[0], AfterReply::Solve).await;
    test.clock.advance(SignedDuration::from_mins(60));
    super::lapses::look(p).await;
    answer(p, &ingrid, &placed[1], AfterReply::Wait).await;
    read(p).await;
    (ingrid, both, placed)
}

#[test]
fn what_policies_asked_for_is_counted_narrowed_and_told_apart() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ingrid, [fast, all], placed) = told(&test).await;
        let (sight, (mut asked, zone)) = (Sight::of(&ingrid.actor()).expect("may"), asked(p).await);
        let mut conn = p.db.read().await.expect("read");
        let as_of = (&zone, now(p));
        let figures = queries::figures(&mut conn, &sight, &asked, as_of).await.expect("figures");
        let of = |clock| figures.sheet.kept(&[clock]);
        assert_eq!(ClockKind::ALL.map(of), [(1, 2), (0, 0), (1, 1)], "the third still may be answered in time");
        let apart = queries::told_apart(&mut conn, &sight, &asked, By::Dim(Dim::Policy)).await.expect("apart");
        let kept: Vec<_> = [&all, &fast].map(|one| apart[one.id.as_str()].kept(&ClockKind::ALL)).into();
        assert_eq!((kept, apart.len()), (vec![(2, 2), (0, 1)], 2));
        assert_eq!([&all, &fast].map(|one| apart[one.id.as_str()].count(Measure::Opened)), [2, 1]);
        asked.of = Some((Dim::Policy, fast.id.to_string()));
        let report = queries::report(&mut conn, &sight, &asked, as_of).await.expect("a report");
        assert_eq!(report.figures.sheet.kept(&ClockKind::ALL), (0, 1));
        assert_eq!((report.ages.iter().sum::<i64>(), report.days.last().map(|day| day.backlog)), (1, Some(1)));
        let which = (Which::Counted(Measure::Missed(ClockKind::First)), &zone, now(p));
        let (lines, _) = queries::lines(&mut conn, &sight, &asked, which, None, 10).await.expect("lines");
        assert_eq!(lines.iter().map(|one| &one.row.conversation.id).collect::<Vec<_>>(), [&placed[1].conversation]);
        asked.of = Some((Dim::Policy, all.id.to_string()));
        let (lines, _) = queries::lines(&mut conn, &sight, &asked, which, None, 10).await.expect("lines");
        assert!(lines.is_empty(), "not of that policy");
        drop(conn);
        // Opened again, it is no solution yet.
        commands::reopen(p, &ingrid.actor(), &placed[0].conversation, None).await.expect("open");
        read(p).await;
        assert_eq!(count(p, &ingrid.actor(), &asked, Measure::Kept(ClockKind::Resolution)).await, 0);
    });
}

#[test]
fn the_page_and_the_file_say_how_much_was_kept() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ingrid, [fast, _], _) = told(&test).await;
        let (status, page) = super::pages::asked(p, &ingrid, "/reports?period=7d&by=policy&compare=1").await;
        assert_eq!(status, axum::http::StatusCode::OK);
        for part in ["Kept by service policies", "66%", "figure=missed_first", "figure=kept_solution", "Fast", "n 2"] {
            assert!(page.contains(part), "{part}");
        }
        let narrowed = format!("/reports?period=7d&of=policy:{}", fast.id);
        let (_, page) = super::pages::asked(p, &ingrid, &narrowed).await;
        assert!(page.contains("0%") && page.contains(&format!("value=\"policy:{}\" selected", fast.id)));
        let list = "/reports/conversations?period=7d&figure=missed_first";
        let (status, list) = super::pages::asked(p, &ingrid, list).await;
        assert!(status == axum::http::StatusCode::OK && list.contains("=Pump 2") && !list.contains("=Pump 1"));
        let (_, file) = super::pages::asked(p, &ingrid, "/reports/figures.csv?period=7d&by=policy").await;
        let lines: Vec<Vec<&str>> =
            file.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect()).collect();
        let at = |name: &str| lines[0].iter().position(|one| *one == name).expect("a column");
        let of = |column: &str| -> Vec<&str> { lines[1..].iter().map(|line| line[at(column)]).collect() };
        let fast_first = lines[2][at("name")] == "Fast";
        assert_eq!(of("missed_first"), if fast_first { ["1", "1", "0"] } else { ["1", "0", "1"] });
        assert_eq!(of("kept_percent"), if fast_first { ["66", "0", "100"] } else { ["66", "100", "0"] });
    });
}

#[test]
fn without_policies_nothing_was_asked_for() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let (status, page) = super::pages::asked(p, &story.ingrid, "/reports?period=7d").await;
        assert!(status == axum::http::StatusCode::OK && page.contains("No service policy asked for anything"));
    });
}
