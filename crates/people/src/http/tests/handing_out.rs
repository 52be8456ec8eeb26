//! The list of customers as a file.

use super::*;
use crate::person;

#[test]
fn the_list_is_handed_out_as_it_is_narrowed_and_only_by_those_who_may() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let mut tx = house.p().begin().await.expect("begin");
        for (address, name) in [("kari@post.example", "=1+1"), ("ola@post.example", "Ola & Berg")] {
            person::resolve(&mut tx, address, name, None).await.expect("resolved");
        }
        tx.commit().await.expect("commit");
        let list = house.get("/customers?q=ola%20%26", &admin).await.body;
        assert!(list.contains("/customers/export?as=csv&amp;q=ola+%26\"") && list.contains("download"), "{list}");
        assert!(!house.get("/customers", &agent).await.body.contains("/customers/export"));
        assert_eq!(house.get("/customers/export", &agent).await.status, StatusCode::FORBIDDEN);

        let all = house.get("/customers/export?as=csv", &admin).await;
        assert_eq!(all.status, StatusCode::OK);
        assert!(all.body.starts_with("\u{feff}Name,"), "{}", all.body);
        assert!(all.body.contains("\r\n\"'=1+1\",kari@post.example,") && all.body.lines().count() == 3, "{}", all.body);
        let some = house.get("/customers/export?as=csv&q=ola", &admin).await.body;
        assert!(some.contains("Ola & Berg") && !some.contains("kari@"), "{some}");
        let cards = house.get("/customers/export?as=vcard", &admin).await.body;
        assert_eq!(cards.matches("BEGIN:VCARD\r\nVERSION:4.0\r\n").count(), 2, "{cards}");
        assert!(cards.contains("FN:Ola & Berg\r\n"), "{cards}");
    });
}
