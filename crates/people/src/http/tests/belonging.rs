//! Organisations as pages, and from a customer's file.

use super::*;
use crate::person;

const NASTY: &str = "\"><img src=x onerror=alert(1)>";

async fn customer(house: &House, address: &str, name: &str) -> String {
    let mut tx = house.p().begin().await.expect("begin");
    let resolved = person::resolve(&mut tx, address, name, Some(Language::Nb)).await;
    tx.commit().await.expect("commit");
    resolved.expect("resolved").0.to_string()
}

#[test]
fn an_organisation_is_made_in_a_file_and_takes_in_who_writes_from_its_domain() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let marte = customer(&house, "marte@havn.example", "Marte").await;
        let ola = customer(&house, "ola@havn.example", NASTY).await;
        let (file, name) = (format!("/customers/{marte}"), form(&[("name", "Havn og Hei")]));
        assert_eq!(house.post(&format!("{file}/organisation"), &cookie, &name).await.location(), file);
        let shown = house.get(&file, &cookie).await.body;
        let (_, rest) = shown.split_once("href=\"/organisations/org_").expect("a link");
        let org = format!("/organisations/org_{}", rest.split('"').next().expect("an id"));
        let page = house.get(&org, &cookie).await.body;
        assert!(page.contains("havn.example") && page.contains("belongs to it at once"), "{page}");
        assert!(page.contains(&format!("/customers/{ola}")) && page.contains("2 customers"), "{page}");
        assert!(!page.contains("<img src=x") && page.contains(&format!("hx-get=\"{org}/conversations\"")));

        house.post(&format!("{org}/joining"), &cookie, "by_itself=").await;
        let new = customer(&house, "new@havn.example", "New").await;
        let other = customer(&house, "other@havn.example", "Other").await;
        let page = house.get(&org, &cookie).await.body;
        assert!(page.contains("is suggested") && page.contains("Might belong to it"), "{page}");
        let theirs = house.get(&format!("/customers/{new}"), &cookie).await.body;
        assert!(theirs.contains("they might belong to"), "{theirs}");
        let answer = house.post(&format!("{org}/people"), &cookie, &form(&[("person", &new)])).await;
        assert_eq!(answer.location(), org);
        house.post(&format!("{org}/decline"), &cookie, &form(&[("person", &other)])).await;
        let page = house.get(&org, &cookie).await.body;
        assert!(
            page.contains(&format!("/customers/{new}")) && !page.contains(&format!("/customers/{other}")),
            "{page}"
        );
        house.post(&format!("/customers/{ola}/organisation/leave"), &cookie, "").await;
        let page = house.get(&org, &cookie).await.body;
        assert!(!page.contains(&format!("/customers/{ola}")) && !page.contains("Might belong to it"), "{page}");
    });
}

#[test]
fn what_cannot_be_taken_is_shown_with_its_reason() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let refused = house.post("/organisations", &cookie, "name=%20").await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("A name is needed"));
        let made = house.post("/organisations", &cookie, &form(&[("name", NASTY)])).await;
        let org = made.location().to_owned();
        assert!(org.starts_with("/organisations/org_"), "{org}");
        for (rest, typed, why) in [
            ("name", "name=", "A name is needed"),
            ("domains", "domain=gmail.com", "Everybody can have an address there"),
            ("domains", "domain=x", "does not look like a domain"),
        ] {
            let answer = house.post(&format!("{org}/{rest}"), &cookie, typed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{rest}");
            assert!(answer.body.contains(why) && answer.body.contains("aria-invalid=\"true\""), "{}", answer.body);
        }
        house.post(&format!("{org}/domains"), &cookie, "domain=havn.example").await;
        assert!(house.get(&org, &cookie).await.body.contains("havn.example"));
        house.post(&format!("{org}/domains/remove"), &cookie, "domain=havn.example").await;
        assert!(!house.get(&org, &cookie).await.body.contains("havn.example"));
        let list = house.get("/organisations", &cookie).await.body;
        assert!(list.contains(&org) && !list.contains("<img src=x"), "{list}");
        assert!(house.get("/organisations?q=zzz", &cookie).await.body.contains("Nobody found"));
        for gone in ["/organisations/x", "/organisations/org_00000000000000000000000000"] {
            assert_eq!(house.get(gone, &cookie).await.status, StatusCode::NOT_FOUND);
        }
    });
}

#[test]
fn customers_are_linked_from_either_side() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let mut tx = house.p().begin().await.expect("begin");
        let (kari, _) = person::resolve(&mut tx, "kari@example.com", "Kari", None).await.expect("resolved");
        let (ola, _) = person::resolve(&mut tx, "ola@example.com", "Ola <i>", None).await.expect("resolved");
        tx.commit().await.expect("commit");
        let (file, other) = (format!("/customers/{kari}"), format!("/customers/{ola}"));
        let typed = form(&[("who", "ola@example.com"), ("tie", "assistant")]);
        assert_eq!(house.post(&format!("{file}/related"), &cookie, &typed).await.location(), file);
        let page = house.get(&file, &cookie).await.body;
        assert!(page.contains("Ola &lt;i&gt;</a> <span class=\"quiet sm\">assists them"), "{page}");
        assert!(
            house.get(&other, &cookie).await.body.contains("Kari</a> <span class=\"quiet sm\">is assisted by them")
        );
        let wrong = house.post(&format!("{file}/related"), &cookie, &form(&[("who", "<b>nobody"), ("tie", "x")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.body.contains("value=\"&lt;b&gt;nobody\"") && wrong.body.contains("No single customer"),
            "{}",
            wrong.body
        );
        let gone = form(&[("other", ola.as_str())]);
        assert_eq!(house.post(&format!("{file}/related/remove"), &cookie, &gone).await.location(), file);
        assert!(!house.get(&other, &cookie).await.body.contains("Kari</a> <span"));
    });
}
