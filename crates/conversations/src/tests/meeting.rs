//! A tree of conditions asked of single conversations holds for exactly those that a view of the same tree lists,
//! whatever the tree: rules and views never differ.

use std::collections::HashSet;

use super::views::{department, five, listed};
use super::*;
use crate::rules::views::{self, DEPTH_MAX};
use crate::{Condition, Listing, Mode, Test};

/// Codes of tests of which some hold and some do not.
const CODES: [&str; 22] = [
    "status:open",
    "status:snoozed",
    "status:waiting",
    "state:new",
    "state:waiting_customer",
    "owner:me",
    "owner:nobody",
    "department:none",
    "tag:motor",
    "tag:saddle",
    "mailbox:mbx_1",
    "language:sv",
    "language:unknown",
    "customer:per@post",
    "subject:motor",
    "due_within:0",
    "due_within:24",
    "waiting_over:12",
    "created_within:2",
    "touched_before:5",
    "followed:me",
    "unanswered:us",
];

/// Any tree, with groups within groups and groups that say nothing.
fn any(rng: &mut fastrand::Rng, depth: usize) -> Condition {
    if depth > 1 && (depth > DEPTH_MAX || rng.u8(..4) > 0) {
        let code = CODES[rng.usize(..CODES.len())];
        return Condition::Test(Test::from_code(code).expect(code));
    }
    let mode = Mode::ALL[rng.usize(..Mode::ALL.len())];
    let parts = (0..rng.usize(..4)).map(|_| any(rng, depth + 1)).collect();
    Condition::Group(mode, parts)
}

#[test]
fn what_a_tree_holds_for_is_what_a_view_of_it_lists() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let me = hired(p, "Mette", Role::Admin).await;
        let workshop = department(p, "Workshop").await;
        let all = five(p, &test, &me, &workshop).await;
        let gone = take_in(p, mail(p, "ida@post.example", "Motor", "Bort")).await.conversation;
        commands::delete(p, &me.actor(), &gone).await.expect("deleted");
        let scopes = [Scope::All, Scope::Departments(vec![workshop.to_string()]), Scope::Departments(vec![])];
        let mut rng = fastrand::Rng::with_seed(7);
        let (mut some, mut none) = (0, 0);
        for n in 0..300 {
            let Ok(when) = views::checked(&any(&mut rng, 1)) else { continue };
            let scope = &scopes[if n % 5 == 0 { 1 + n % 2 } else { 0 }];
            let of = Listing { when: when.clone(), ..Listing::default() };
            let listed: HashSet<_> = listed(p, scope, &me.id, of, 50).await.into_iter().collect();
            let ids: Vec<_> = all.iter().chain([&gone]).cloned().collect();
            let (mut conn, now) = (p.db.read().await.expect("read"), p.clock.business());
            let met = queries::meeting(&mut conn, (scope, &me.id), &when, &ids, now).await.expect("asked");
            assert_eq!(met, listed, "{when:?}");
            for id in &ids {
                let one = std::slice::from_ref(id);
                let alone = queries::meeting(&mut conn, (scope, &me.id), &when, one, now).await.expect("asked");
                assert_eq!(alone.contains(id), listed.contains(id), "{when:?}");
            }
            if listed.is_empty() { none += 1 } else { some += 1 }
        }
        assert!(some > 20 && none > 20, "trees of both kinds: {some} and {none}");
    });
}
