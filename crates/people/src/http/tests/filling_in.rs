//! Fields of the business's own: made in the settings, filled in in files.

use super::*;
use crate::person;

const NASTY: &str = "\"><img src=x onerror=alert(1)>";

async fn customer(house: &House) -> String {
    let mut tx = house.p().begin().await.expect("begin");
    let resolved = person::resolve(&mut tx, "kari@example.com", "Kari", Some(Language::Nb)).await;
    tx.commit().await.expect("commit");
    format!("/customers/{}", resolved.expect("resolved").0)
}

/// The id in the address of the form that changes the only field.
fn only(page: &str) -> String {
    let (_, rest) = page.split_once("/settings/fields/fld_").expect("a field");
    format!("fld_{}", rest.split(['"', '/']).next().expect("an id"))
}

#[test]
fn a_field_is_made_filled_in_and_taken_away() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let file = customer(&house).await;
        assert!(!house.get(&file, &agent).await.body.contains("More about them"), "nothing without fields");
        assert_eq!(house.get("/settings/fields", &agent).await.status, StatusCode::FORBIDDEN);
        let typed = form(&[("about", "person"), ("kind", "number"), ("name", NASTY), ("required", "saved")]);
        assert_eq!(house.post("/settings/fields", &agent, &typed).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post("/settings/fields", &admin, &typed).await.location(), "/settings/fields");
        let settings = house.get("/settings/fields", &admin).await.body;
        assert!(settings.contains("Must be filled in before") && !settings.contains("<img src=x"), "{settings}");
        let id = only(&settings);

        let fields = format!("{file}/fields");
        for (typed, why) in [("12,5,1", "This is not a number"), ("", "This must not be empty")] {
            let answer = house.post(&fields, &agent, &form(&[(&id, typed)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(why) && answer.body.contains("aria-invalid=\"true\""), "{}", answer.body);
        }
        assert_eq!(house.post(&fields, &agent, &form(&[(&id, "1 234,50")])).await.location(), file);
        let page = house.get(&file, &agent).await.body;
        assert!(page.contains("<dd>1,234.5</dd>") && !page.contains("<img src=x"), "{page}");
        let path = format!("/settings/fields/{id}");
        assert_eq!(house.post(&path, &admin, "name=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.post(&path, &admin, "name=Frame").await.location(), "/settings/fields");
        assert!(house.get(&file, &agent).await.body.contains("<dt>Frame</dt>"));
        assert_eq!(house.post(&format!("{path}/retired"), &admin, "retired=1").await.location(), "/settings/fields");
        assert!(!house.get(&file, &agent).await.body.contains("More about them"));
        assert!(house.get("/settings/fields", &admin).await.body.contains("Not asked for any more"));
        house.post(&format!("{path}/retired"), &admin, "retired=").await;
        assert!(house.get(&file, &agent).await.body.contains("<dd>1,234.5</dd>"), "what stood there stands there");
        assert_eq!(house.post(&format!("{path}/move"), &admin, "up=1").await.location(), "/settings/fields");
    });
}

#[test]
fn each_kind_of_field_is_shown_as_the_reader_writes_it() {
    run(|house| async move {
        let (admin, file) = (house.cookie(&house.admin).await, customer(&house).await);
        for (kind, typed, shown) in [
            ("date", "2026-11-18", "18 Nov 2026</time>"),
            ("yesno", "yes", "<dd>Yes</dd>"),
            ("link", "havn.example", "href=\"https://havn.example/\""),
            ("choice", "Gold", "<dd>Gold</dd>"),
            ("text", NASTY, "&lt;img src=x"),
        ] {
            let new = [("about", "person"), ("kind", kind), ("name", kind), ("choices", "Gold\r\nSilver")];
            house.post("/settings/fields", &admin, &form(&new)).await;
            let id = only(&house.get("/settings/fields", &admin).await.body);
            house.post(&format!("{file}/fields"), &admin, &form(&[(&id, typed)])).await;
            let page = house.get(&file, &admin).await.body;
            assert!(page.contains(shown) && !page.contains("<img src=x"), "{kind}: {page}");
            let mut tx = house.p().begin().await.expect("begin");
            tx.run("DELETE FROM custom_field", vec![]).await.expect("away");
            tx.commit().await.expect("commit");
        }
        let none = form(&[("about", "person"), ("kind", "choice"), ("name", "Level")]);
        let answer = house.post("/settings/fields", &admin, &none).await;
        assert!(answer.body.contains("A choice needs words to choose from"), "{}", answer.body);
    });
}

#[test]
fn organisations_have_fields_of_their_own() {
    run(|house| async move {
        let admin = house.cookie(&house.admin).await;
        let typed = form(&[("about", "organisation"), ("kind", "text"), ("name", "VAT")]);
        house.post("/settings/fields", &admin, &typed).await;
        let id = only(&house.get("/settings/fields", &admin).await.body);
        let org = house.post("/organisations", &admin, "name=Havn").await.location().to_owned();
        assert_eq!(house.post(&format!("{org}/fields"), &admin, &form(&[(&id, "NO 123")])).await.location(), org);
        assert!(house.get(&org, &admin).await.body.contains("<dd>NO 123</dd>"));
        assert!(!house.get(&customer(&house).await, &admin).await.body.contains("VAT"));
    });
}
