//! Workloads on both engines.

use base::{Actor, Language, Role};
use platform::testing::on_both_engines;

use super::*;
use crate::staff::{self, NewStaff};
use crate::{Failure, Refusal};

#[test]
fn a_workload_is_set_by_who_looks_after_colleagues_and_is_the_usual_before() {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let new = NewStaff {
            name: "Jonas".into(),
            email: "jonas@example.com".into(),
            role: Role::Agent,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let jonas = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        assert_eq!(of(&mut tx, &jonas.id).await.expect("read"), Workload::default());
        assert!(all(&mut tx).await.expect("read").is_empty());
        let half = Workload { cap: Some(12), weight: 50 };
        let refused = set(&mut tx, &jonas.actor(), &jonas.id, half).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::Forbidden))), "not one's own");
        for workload in [half, half, Workload { cap: None, weight: 80 }] {
            set(&mut tx, &Actor::System, &jonas.id, workload).await.expect("set");
            assert_eq!(of(&mut tx, &jonas.id).await.expect("read"), workload);
            assert_eq!(all(&mut tx).await.expect("read").get(&jonas.id), Some(&workload));
        }
        let told = "SELECT COUNT(*) AS n FROM event WHERE kind = 'staff.workload_changed'";
        assert_eq!(tx.number(told, vec![]).await.expect("counted"), 2, "what changes nothing tells nothing");
    });
}
