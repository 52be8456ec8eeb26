//! Categories: made, moved, filled and taken away.

use jiff::SignedDuration;

use super::*;

impl Room {
    /// Addresses of the categories, in their order.
    async fn order(&self) -> Vec<String> {
        let mut conn = self.p().db.read().await.expect("read");
        let all = store::categories(&mut conn).await.expect("read");
        all.into_iter().map(|(_, one)| one.address).collect()
    }

    async fn shift(&self, actor: &Actor, id: &CategoryId, up: bool) -> Answer<()> {
        let mut tx = self.p().begin().await.expect("begin");
        commands::shift_category(&mut tx, actor, id, up).await?;
        Ok(tx.commit().await?)
    }

    async fn remove(&self, actor: &Actor, id: &CategoryId) -> Answer<()> {
        let mut tx = self.p().begin().await.expect("begin");
        commands::remove_category(&mut tx, actor, id).await?;
        Ok(tx.commit().await?)
    }

    async fn rename(&self, actor: &Actor, id: Option<&CategoryId>, names: Names) -> Answer<CategoryId> {
        let new = NewCategory { names, leads: Names::default(), dated: false };
        let mut tx = self.p().begin().await.expect("begin");
        let id = commands::save_category(&mut tx, actor, id, new, Language::En).await?;
        tx.commit().await?;
        Ok(id)
    }
}

#[test]
fn categories_have_an_order_and_addresses_that_stay() {
    run(|room| async move {
        let me = room.ingrid.actor();
        let delivery = room.category("Delivery", false).await;
        let news = room.category("News", true).await;
        room.category("Delivery", false).await;
        assert_eq!(room.order().await, ["delivery", "news", "delivery-2"]);
        room.shift(&me, &news, true).await.expect("moved");
        room.shift(&me, &news, true).await.expect("it is the first already");
        assert_eq!(room.order().await, ["news", "delivery", "delivery-2"]);
        room.shift(&me, &news, false).await.expect("moved");
        assert_eq!(room.order().await, ["delivery", "news", "delivery-2"]);
        let both = names(&[(Language::En, "Shipping"), (Language::Nb, " Frakt\n")]);
        room.rename(&me, Some(&delivery), both).await.expect("renamed");
        assert_eq!(room.order().await, ["delivery", "news", "delivery-2"]);
        let mut conn = room.p().db.read().await.expect("read");
        let all = store::categories(&mut conn).await.expect("read");
        let (_, it) = all.iter().find(|(_, one)| one.id == delivery).expect("is there");
        assert_eq!(it.names.shown(Language::Nb, Language::En), "Frakt");
        assert_eq!(it.names.shown(Language::Da, Language::En), "Shipping");
        assert!(all.iter().any(|(_, one)| one.id == news && one.dated));
    });
}

#[test]
fn only_who_publishes_makes_categories_and_each_has_a_name() {
    run(|room| async move {
        let id = room.category("Delivery", false).await;
        let named = || names(&[(Language::En, "Mine")]);
        for actor in [room.jonas.actor(), room.siv.actor()] {
            assert_eq!(refusal(room.rename(&actor, None, named()).await), Refusal::Forbidden);
            assert_eq!(refusal(room.rename(&actor, Some(&id), named()).await), Refusal::Forbidden);
            assert_eq!(refusal(room.shift(&actor, &id, true).await), Refusal::Forbidden);
            assert_eq!(refusal(room.remove(&actor, &id).await), Refusal::Forbidden);
        }
        let me = room.ingrid.actor();
        let blank = names(&[(Language::En, " \t"), (Language::Nb, "")]);
        assert_eq!(refusal(room.rename(&me, None, blank).await), Refusal::NameMissing);
        let unknown: CategoryId = "act_00000000000000000000000000".parse().expect("an id");
        assert_eq!(refusal(room.rename(&me, Some(&unknown), named()).await), Refusal::NotFound);
        assert_eq!(refusal(room.remove(&me, &unknown).await), Refusal::NotFound);
        assert_eq!(room.order().await, ["delivery"]);
        for n in 1..60 {
            room.category(&format!("Topic {n}"), false).await;
        }
        assert_eq!(refusal(room.rename(&me, None, named()).await), Refusal::TooMany);
    });
}

#[test]
fn a_category_shows_and_counts_what_is_live_in_it_and_goes_when_it_is_empty() {
    run(|room| async move {
        let category = room.category("Delivery", false).await;
        for (title, audience) in
            [("Zebra", Audience::Public), ("Apple", Audience::Public), ("Mine", Audience::Customers)]
        {
            let about = About { category: Some(category.clone()), audience, ..About::default() };
            let id = room.begin_as(&room.jonas.actor(), title, "Words.", about).await.expect("begun");
            room.publish(&id, Language::En).await;
            room.test.clock.advance(SignedDuration::from_mins(1));
        }
        let about = About { category: Some(category.clone()), ..About::default() };
        let drafted = room.begin_as(&room.jonas.actor(), "Draft", "Words.", about).await.expect("begun");
        let mut conn = room.p().db.read().await.expect("read");
        for (reader, dated, expected) in [
            (Reader::Stranger, false, vec!["Apple", "Zebra"]),
            (Reader::Stranger, true, vec!["Apple", "Zebra"]),
            (Reader::Customer, false, vec!["Apple", "Mine", "Zebra"]),
            (Reader::Customer, true, vec!["Mine", "Apple", "Zebra"]),
        ] {
            let all = store::in_category(&mut conn, reader, Language::En, &category, dated, 10).await.expect("read");
            let titles: Vec<_> = all.iter().map(|one| one.draft.title.as_str()).collect();
            assert_eq!(titles, expected, "{reader:?} {dated}");
            let counts = store::per_category(&mut conn, reader, Language::En).await.expect("read");
            let n = i64::try_from(expected.len()).expect("few");
            assert_eq!(counts.get(category.as_str()), Some(&n), "{reader:?}");
            let none = store::per_category(&mut conn, reader, Language::Nb).await.expect("read");
            assert!(none.is_empty(), "{none:?}");
        }
        drop(conn);
        let me = room.ingrid.actor();
        assert_eq!(refusal(room.remove(&me, &category).await), Refusal::CategoryInUse);
        let lone = room.category("Empty", false).await;
        room.remove(&me, &lone).await.expect("removed");
        assert_eq!(room.order().await, ["delivery"]);
        assert_eq!(room.about(&drafted).await.category, Some(category), "nothing else was touched");
    });
}
