//! The company's turns on both engines: who takes part, who is on duty, swaps and absences.

use jiff::ToSpan;
use people::absence::{self, NewAbsence};

use super::standing_in::colleague;
use super::*;
use crate::queries::RotaAhead;

async fn ahead(p: &Platform) -> RotaAhead {
    queries::rota_ahead(&mut p.db.read().await.expect("read"), p.clock.business()).await.expect("read")
}

/// These, in whichever weeks fewer have.
fn any(all: &[StaffId]) -> Vec<commands::RotaMember> {
    all.iter().map(|id| (id.clone(), None)).collect()
}

fn refused(answer: commands::Answer<()>) -> bool {
    matches!(answer, Err(CommandError::Refused(Refusal::NoSuchWeek)))
}

#[test]
fn everybody_who_takes_part_has_every_other_week_and_swaps_them() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let (_, agent) = ingrid(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        let light = hired(p, "Cai", Role::Light).await;
        let all = [anne.id.clone(), bo.id.clone(), light.id.clone()];
        assert!(ahead(p).await.weeks.iter().all(|week| week.on_duty.is_empty()), "nobody takes part");
        let forbidden = commands::set_rota(p, &agent, 3, "", &any(&all)).await;
        assert!(matches!(forbidden, Err(CommandError::Forbidden)));
        let nobody: StaffId = "stf_00000000000000000000000009".parse().expect("an id");
        for (hours, members) in [(0, &all[..]), (41, &all[..]), (3, &[nobody])] {
            assert!(refused(commands::set_rota(p, &Actor::System, hours, "", &any(members)).await), "{hours}");
        }
        commands::set_rota(p, &Actor::System, 3, " easy ", &any(&all)).await.expect("set");
        let now = ahead(p).await;
        assert_eq!((now.rota.easy.as_str(), now.weeks.len()), ("easy", queries::ROTA_WEEKS));
        for one in &all {
            assert_eq!(now.of(one).count(), queries::ROTA_WEEKS / 2, "hours are even");
        }
        for pair in now.weeks.windows(2) {
            assert!(pair[0].on_duty.iter().all(|one| !pair[1].on_duty.contains(one)), "every other week");
        }

        // Bo gives his next week to Anne, who has the others.
        let week = now.of(&bo.id).next().expect("has one").monday;
        assert!(!now.of(&anne.id).any(|it| it.monday == week), "they alternate");
        let give = |by: Actor, takes: Option<StaffId>| {
            let bo = bo.id.clone();
            async move { commands::swap_week(p, &by, week, &bo, takes.as_ref()).await }
        };
        assert!(matches!(give(anne.actor(), Some(anne.id.clone())).await, Err(CommandError::Forbidden)));
        assert!(refused(give(bo.actor(), Some(bo.id.clone())).await), "to oneself");
        let far = commands::swap_week(p, &bo.actor(), week.saturating_add(2.years()), &bo.id, Some(&anne.id)).await;
        assert!(refused(far));
        give(bo.actor(), Some(anne.id.clone())).await.expect("swapped");
        let shown = ahead(p).await;
        let that = |all: &RotaAhead| all.weeks.iter().find(|it| it.monday == week).expect("shown").clone();
        assert!(that(&shown).on_duty.contains(&anne.id) && !that(&shown).on_duty.contains(&bo.id));
        give(bo.actor(), None).await.expect("taken back");
        assert!(that(&ahead(p).await).on_duty.contains(&bo.id));

        // Who is away leaves it out, and nobody gives a week to them.
        let mut tx = p.begin().await.expect("begin");
        let new = NewAbsence { first: week, last: week.saturating_add(4.days()), deputy: None };
        let new = NewAbsence {
            first: new.first.max(absence::today(&mut tx, p.clock.business()).await.expect("a day")),
            ..new
        };
        for one in [&anne, &bo] {
            absence::plan(&mut tx, &one.actor(), &one.id, new.clone()).await.expect("planned");
        }
        tx.commit().await.expect("commit");
        let shown = ahead(p).await;
        let days = week.saturating_add(4.days()).since(new.first).map_or(0, |span| span.get_days()) + 1;
        if days >= 3 {
            assert!(!that(&shown).on_duty.contains(&bo.id) && that(&shown).away.contains(&bo.id));
            give(bo.actor(), Some(anne.id.clone())).await.expect("kept, though");
            assert!(!that(&ahead(p).await).on_duty.contains(&anne.id), "who is away takes nothing");
        }

        // Who takes no part any more has no week; the others keep theirs.
        let before: Vec<_> = shown.of(&light.id).map(|it| it.monday).collect();
        commands::set_rota(p, &Actor::System, 2, "", &any(std::slice::from_ref(&light.id))).await.expect("set");
        let after = ahead(p).await;
        assert_eq!(after.of(&light.id).map(|it| it.monday).collect::<Vec<_>>(), before);
        assert!(after.weeks.iter().all(|it| it.on_duty.iter().all(|one| *one == light.id)));

        // Whose weeks are said has those, also who took part before.
        let said = [(light.id.clone(), Some(true)), (anne.id.clone(), Some(true)), (bo.id.clone(), None)];
        commands::set_rota(p, &Actor::System, 2, "", &said).await.expect("set");
        let kept = settings::rota(&mut p.db.read().await.expect("read")).await.expect("read").members;
        assert_eq!(kept, [(light.id, true), (anne.id, true), (bo.id, false)]);
    });
}
