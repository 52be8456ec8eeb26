//! Fields on both engines.

use std::collections::HashMap;

use base::{Actor, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Migration, Tx, log, vals};

use super::*;
use crate::ids::{FieldId, PersonId};
use crate::refusal::{Failure, Refusal};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn who(role: Role) -> Actor {
    Actor::staff("stf_00000000000000000000000000", role)
}

fn new(about: About, name: &str, kind: Kind, choices: &str, required: bool) -> NewField {
    let required = if required { vec![SAVED.to_owned()] } else { Vec::new() };
    NewField { about, name: name.into(), kind, choices: choices.into(), required }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

async fn kari(tx: &mut Tx) -> PersonId {
    crate::person::resolve(tx, "kari@example.com", "Kari", None).await.expect("resolve").0
}

async fn put(tx: &mut Tx, owner: &Owner, typed: &[(&FieldId, &str)]) -> Result<(), (FieldId, Unfit)> {
    let typed: HashMap<_, _> = typed.iter().map(|(id, text)| (id.to_string(), (*text).to_owned())).collect();
    set_values(tx, &who(Role::Agent), owner, &typed).await.expect("set")
}

async fn texts(tx: &mut Tx, owner: &Owner) -> Vec<String> {
    values(tx, &Scope::All, owner).await.expect("read").into_iter().map(|value| value.text).collect()
}

#[test]
fn only_administrators_say_which_fields_there_are() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let admin = who(Role::Admin);
        let level = new(About::Person, "Level", Kind::Choice, "Gold\nSilver", false);
        assert_eq!(refused(add(&mut tx, &who(Role::Agent), &level).await), Refusal::Forbidden);
        let id = add(&mut tx, &admin, &level).await.expect("added");
        assert_eq!(refused(add(&mut tx, &admin, &level).await), Refusal::NameTaken);
        let other = new(About::Organisation, "level", Kind::Text, "", false);
        add(&mut tx, &admin, &other).await.expect("organisations have their own names");
        let bare = new(About::Person, "Size", Kind::Choice, " \n", false);
        assert_eq!(refused(add(&mut tx, &admin, &bare).await), Refusal::ChoicesMissing);
        assert_eq!(
            refused(add(&mut tx, &admin, &new(About::Person, " ", Kind::Text, "", false)).await),
            Refusal::NameMissing
        );

        let changed = new(About::Organisation, "Rank", Kind::Text, "Gold\nBronze", true);
        assert_eq!(refused(change(&mut tx, &who(Role::Agent), &id, &changed).await), Refusal::Forbidden);
        change(&mut tx, &admin, &id, &changed).await.expect("changed");
        let field = find(&mut tx, &id).await.expect("read").expect("is there");
        assert_eq!((field.about, field.kind, field.name.as_str()), (About::Person, Kind::Choice, "Rank"));
        assert_eq!(field.choices, ["Gold", "Bronze"]);
        assert_eq!(field.required, [SAVED]);
        assert_eq!(all(&mut tx).await.expect("read").len(), 2);
        assert_eq!(refused(retire(&mut tx, &who(Role::Agent), &id, true).await), Refusal::Forbidden);
        retire(&mut tx, &admin, &id, true).await.expect("retired");
        retire(&mut tx, &admin, &id, true).await.expect("already");
        assert!(of(&mut tx, About::Person).await.expect("read").is_empty());
        let nobody: FieldId = "fld_00000000000000000000000000".parse().expect("an id");
        assert_eq!(refused(retire(&mut tx, &admin, &nobody, true).await), Refusal::NotFound);
        tx.commit().await.expect("commit");
        let facts =
            log::history(&mut test.platform.db.read().await.expect("read"), platform::settings::HISTORY, 50).await;
        assert_eq!(facts.expect("history").len(), 4, "each change is told");
    });
}

#[test]
fn what_stands_in_fields_is_kept_whole_or_not_at_all_and_told() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let admin = who(Role::Admin);
        let level = add(&mut tx, &admin, &new(About::Person, "Level", Kind::Choice, "Gold\nSilver", false))
            .await
            .expect("added");
        let size = add(&mut tx, &admin, &new(About::Person, "Size", Kind::Number, "", true)).await.expect("added");
        let theirs =
            add(&mut tx, &admin, &new(About::Organisation, "VAT", Kind::Text, "", false)).await.expect("added");
        let person = kari(&mut tx).await;
        let owner = Owner::Person(person.clone());
        put(&mut tx, &owner, &[(&level, "Gold"), (&size, "1 200,50"), (&theirs, "not hers")]).await.expect("fits");
        assert_eq!(texts(&mut tx, &owner).await, ["Gold", "1200.5"]);
        assert_eq!(put(&mut tx, &owner, &[(&level, "Silver"), (&size, "x")]).await, Err((size.clone(), Unfit::Number)));
        assert_eq!(put(&mut tx, &owner, &[(&size, "")]).await, Err((size.clone(), Unfit::Missing)));
        assert_eq!(texts(&mut tx, &owner).await, ["Gold", "1200.5"], "nothing is kept when one does not fit");
        put(&mut tx, &owner, &[(&size, "1200.5")]).await.expect("nothing new");

        // A word that is a choice no more stays where it stands.
        change(&mut tx, &admin, &level, &new(About::Person, "Level", Kind::Choice, "Silver", false))
            .await
            .expect("changed");
        put(&mut tx, &owner, &[(&level, "Gold"), (&size, "7")]).await.expect("fits");
        assert_eq!(put(&mut tx, &owner, &[(&level, "Bronze")]).await, Err((level.clone(), Unfit::Choice)));
        put(&mut tx, &owner, &[(&level, "")]).await.expect("emptied");
        assert_eq!(texts(&mut tx, &owner).await, ["", "7"]);
        assert!(values(&mut tx, &Scope::Own(person.to_string()), &owner).await.expect("read").is_empty());

        let nobody = Owner::Person("per_00000000000000000000000000".parse().expect("an id"));
        let none = set_values(&mut tx, &who(Role::Agent), &nobody, &HashMap::new()).await;
        assert_eq!(refused(none), Refusal::NotFound);
        let customer = Actor::Customer { id: person.to_string() };
        assert_eq!(refused(set_values(&mut tx, &customer, &owner, &HashMap::new()).await), Refusal::Forbidden);
        retire(&mut tx, &admin, &size, true).await.expect("retired");
        assert_eq!(texts(&mut tx, &owner).await, [""], "nobody is asked any more");
        retire(&mut tx, &admin, &size, false).await.expect("asked again");
        assert_eq!(texts(&mut tx, &owner).await, ["", "7"], "what stood there stands there");
        let sql = "SELECT COUNT(*) AS n FROM event WHERE kind = 'person.field_changed'";
        assert_eq!(tx.number(sql, vals![]).await.expect("counts"), 4);
    });
}

#[test]
fn organisations_have_fields_too() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let vat = add(&mut tx, &who(Role::Admin), &new(About::Organisation, "VAT", Kind::Text, "", false))
            .await
            .expect("added");
        let org = crate::organisation::create(&mut tx, &who(Role::Agent), "Havn").await.expect("made");
        let owner = Owner::Organisation(org);
        put(&mut tx, &owner, &[(&vat, " NO 123 ")]).await.expect("fits");
        assert_eq!(texts(&mut tx, &owner).await, ["NO 123"]);
        let sql = "SELECT COUNT(*) AS n FROM event WHERE kind = 'organisation.field_changed'";
        assert_eq!(tx.number(sql, vals![]).await.expect("counts"), 1);
    });
}

#[test]
fn fields_stand_in_the_order_they_are_put_in() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let admin = who(Role::Admin);
        let mut ids = Vec::new();
        for name in ["A", "B", "C"] {
            ids.push(
                add(&mut tx, &admin, &new(About::Conversation, name, Kind::Text, "", false)).await.expect("added"),
            );
        }
        arrange(&mut tx, &admin, &ids[2], true).await.expect("up");
        arrange(&mut tx, &admin, &ids[0], true).await.expect("the first stays");
        arrange(&mut tx, &admin, &ids[1], false).await.expect("the last stays");
        assert_eq!(refused(arrange(&mut tx, &who(Role::Agent), &ids[0], true).await), Refusal::Forbidden);
        let names = of(&mut tx, About::Conversation).await.expect("read");
        assert_eq!(names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["A", "C", "B"]);
    });
}

#[test]
fn what_stands_in_texts_is_found_and_goes_along_when_customers_are_merged() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let admin = who(Role::Admin);
        let frame = add(&mut tx, &admin, &new(About::Person, "Frame", Kind::Text, "", false)).await.expect("added");
        let bikes = add(&mut tx, &admin, &new(About::Person, "Bikes", Kind::Number, "", false)).await.expect("added");
        let kari = kari(&mut tx).await;
        let twin = crate::person::resolve(&mut tx, "k@post.example", "K", None).await.expect("resolve").0;
        let (hers, theirs) = (Owner::Person(kari.clone()), Owner::Person(twin.clone()));
        put(&mut tx, &hers, &[(&bikes, "2")]).await.expect("fits");
        put(&mut tx, &theirs, &[(&frame, "BRK-4711"), (&bikes, "3")]).await.expect("fits");
        let (parts, open) = words::search::parse("brk-4711", &[]);
        let wanted = words::search::Wanted::of(&parts, open);
        let found = crate::person::search(&mut tx, &Scope::All, &wanted, 5).await.expect("searched");
        assert_eq!(found.iter().map(|one| &one.person.id).collect::<Vec<_>>(), [&twin]);
        crate::merging::merge(&mut tx, &who(Role::Agent), &kari, &twin, String::new()).await.expect("merged");
        assert_eq!(texts(&mut tx, &hers).await, ["BRK-4711", "2"]);
        let found = crate::person::search(&mut tx, &Scope::All, &wanted, 5).await.expect("searched");
        assert_eq!(found.iter().map(|one| &one.person.id).collect::<Vec<_>>(), [&kari]);
        crate::merging::undo(&mut tx, &who(Role::Agent), &twin).await.expect("apart");
        assert_eq!(texts(&mut tx, &hers).await, ["", "2"]);
        assert_eq!(texts(&mut tx, &theirs).await, ["BRK-4711", "3"]);
    });
}
