//! What the pages show.

use super::*;
use crate::person;
use crate::system_mail::{self, SystemMail};

/// What every field that strangers fill in holds (T12).
const NASTY: &str = "\"><img src=x onerror=alert(1)>";

async fn customer(house: &House, address: &str, name: &str) -> String {
    let mut tx = house.p().begin().await.expect("begin");
    let (id, _) = person::resolve(&mut tx, address, name, Some(Language::Nb)).await.expect("resolved");
    tx.commit().await.expect("commit");
    id.to_string()
}

#[test]
fn every_page_is_there_in_every_language_with_nothing_untranslated() {
    run(|house| async move {
        let id = customer(&house, "kari@example.com", "Kari Solheim").await;
        let cookie = house.cookie(&house.admin).await;
        for language in Language::ALL {
            let name = form(&[
                ("name", "Ingrid"),
                ("language", language.code()),
                ("theme", "system"),
                ("zone", "Europe/Oslo"),
            ]);
            house.post("/profile", &cookie, &name).await;
            let file = format!("/customers/{id}");
            for path in
                ["/profile?done=saved", "/settings/colleagues?done=invited", "/customers", "/customers?q=zz", &file]
            {
                let answer = house.get(path, &cookie).await;
                assert_eq!(answer.status, StatusCode::OK, "{path}");
                well_formed(&answer.body, path, language);
            }
            for path in ["/signin", "/signin/forgotten", "/signin/reset/x"] {
                let answer = house.get(path, &format!("lang={}", language.code())).await;
                well_formed(&answer.body, path, language);
            }
        }
    });
}

fn well_formed(body: &str, path: &str, language: Language) {
    assert!(body.contains(&format!("<html lang=\"{}\"", language.code())), "{path}");
    assert_eq!(body.matches("<h1").count(), 1, "{path}");
    assert!(!body.contains("style=") && !body.contains("onclick"), "{path}");
    for topic in ["signin-", "forgotten-", "profile-", "colleagues-", "customers-", "people-", "word-", "gone-"] {
        let found = body.match_indices(topic).find(|(at, _)| body[..*at].ends_with('>'));
        assert_eq!(found, None, "{path} in {language:?} shows a bare id");
    }
}

#[test]
fn names_of_strangers_come_out_as_text() {
    run(|house| async move {
        let id = customer(&house, "x@example.com", NASTY).await;
        let cookie = house.cookie(&house.admin).await;
        let renamed = form(&[("name", NASTY), ("language", "en"), ("theme", NASTY), ("zone", NASTY)]);
        let refused = house.post("/profile", &cookie, &renamed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let invited = form(&[("name", NASTY), ("email", NASTY), ("role", NASTY), ("language", NASTY)]);
        let not_invited = house.post("/settings/colleagues", &cookie, &invited).await;
        assert_eq!(not_invited.status, StatusCode::UNPROCESSABLE_ENTITY);
        let search: String = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect();
        let mut pages = vec![refused.body, not_invited.body];
        for path in [
            "/customers".into(),
            format!("/customers?q={search}"),
            format!("/customers/{id}"),
            "/settings/colleagues".into(),
        ] {
            pages.push(house.get(&path, &cookie).await.body);
        }
        let typed = form(&[("email", NASTY), ("password", "x")]);
        pages.push(house.post("/signin", "", &typed).await.body);
        pages.push(house.post("/signin/forgotten", "", &typed).await.body);
        pages.push(house.get(&format!("/signin?next={search}"), "").await.body);
        for page in pages {
            assert!(!page.contains("<img") && !page.contains("Jonas <b>"), "{page}");
        }
    });
}

#[test]
fn customers_are_listed_searched_and_renamed() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let empty = house.get("/customers", &cookie).await;
        assert!(empty.body.contains("No customers yet"));
        let id = customer(&house, "kari@example.com", "boss@brekkesund.example").await;
        for n in 0..50 {
            customer(&house, &format!("p{n}@example.com"), &format!("Person {n}")).await;
        }
        let first = house.get("/customers", &cookie).await;
        assert!(first.body.contains("kari@example.com") && first.body.contains("Name holds another address"));
        assert!(first.body.contains("name=\"after\""), "the rest is one click away");
        let found = house.get("/customers?q=boss", &cookie).await;
        assert!(found.body.contains("hx-get=\"/customers?q=boss\" hx-trigger=\"customers from:body"), "{}", found.body);
        assert!(found.body.contains(&id) && !found.body.contains("name=\"after\""));
        assert!(house.get("/customers?q=nobody", &cookie).await.body.contains("Nobody found"));

        let file = house.get(&format!("/customers/{id}"), &cookie).await;
        assert!(file.body.contains("Customer since 18 Nov 2026"), "{}", file.body);
        let address = format!("/customers/{id}/conversations");
        assert!(
            file.body.contains(&format!("hx-get=\"{address}\" hx-trigger=\"load, inbox from:body\"")),
            "{}",
            file.body
        );
        assert!(file.body.contains(&format!("<noscript><a href=\"{address}\"")), "{}", file.body);
        let path = format!("/customers/{id}/name");
        let empty = house.post(&path, &cookie, "name=%20").await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.body.contains("A name is needed."));
        assert_eq!(empty.headers["HX-Push-Url"], "false");
        assert_eq!(house.post(&path, &cookie, "name=Kari").await.location(), format!("/customers/{id}"));
        let file = house.get(&format!("/customers/{id}"), &cookie).await;
        assert!(
            file.body.contains("<h1 tabindex=\"-1\" data-recent>Kari</h1>")
                && !file.body.contains("Name holds another address")
        );
        for missing in ["per_00000000000000000000000000", "x", "%27%20or%201=1"] {
            assert_eq!(house.get(&format!("/customers/{missing}"), &cookie).await.status, StatusCode::NOT_FOUND);
        }
    });
}

#[test]
fn an_address_is_added_where_the_customer_stands_and_what_was_typed_is_kept() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let (id, _) =
            (customer(&house, "kari@example.com", "Kari").await, customer(&house, "ola@example.com", "Ola").await);
        let (file, path) = (format!("/customers/{id}"), format!("/customers/{id}/addresses"));
        let shown = house.get(&file, &cookie).await.body;
        assert!(shown.contains(&format!("href=\"/conversations/new?customer={id}\"")), "one writes from here");
        for (typed, why) in
            [("kari", "does not look like an e-mail address"), ("ola@example.com", "belongs to someone else already")]
        {
            let answer = house.post(&path, &cookie, &form(&[("address", typed)])).await;
            assert_eq!(
                (answer.status, &answer.headers["HX-Push-Url"]),
                (StatusCode::UNPROCESSABLE_ENTITY, &"false".parse().expect("value"))
            );
            assert!(
                answer.body.contains(why) && answer.body.contains(&format!("value=\"{typed}\"")),
                "{}",
                answer.body
            );
        }
        let nasty = house.post(&path, &cookie, &form(&[("address", NASTY)])).await;
        assert!(nasty.status == StatusCode::UNPROCESSABLE_ENTITY && !nasty.body.contains("<img src=x"));
        let added = house.post(&path, &cookie, &form(&[("address", "kari@work.example")])).await;
        assert_eq!(added.location(), file);
        assert!(house.get(&file, &cookie).await.body.contains(">kari@work.example</span>"));
        let nobody = house.post("/customers/x/addresses", &cookie, "address=a%40b.example").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_invitation_is_mailed_in_the_language_of_the_invited() {
    run(|house| async move {
        let cookie = house.cookie(&house.admin).await;
        let new =
            form(&[("name", "Dewi"), ("email", "dewi@brekkesund.example"), ("role", "agent"), ("language", "id")]);
        assert_eq!(
            house.post("/settings/colleagues", &cookie, &new).await.location(),
            "/settings/colleagues?done=invited"
        );
        let again = house.post("/settings/colleagues", &cookie, &new).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("belongs to someone else"));
        let page = house.get("/settings/colleagues?done=invited", &cookie).await;
        assert!(page.body.contains("Invited") && page.body.contains("The invitation is on its way"), "{}", page.body);
        let mails: Vec<SystemMail> = house
            .jobs(system_mail::KIND)
            .await
            .iter()
            .map(|mail| serde_json::from_str(mail).expect("a mail"))
            .collect();
        assert_eq!(
            (mails.len(), mails[0].to.as_str(), mails[0].language),
            (1, "dewi@brekkesund.example", Language::Id)
        );
        assert_eq!(mails[0].subject, "Ingrid Moen mengundang Anda ke Tillit");
        let link = mails[0].text.lines().find_map(|line| line.strip_prefix("http://desk.example")).expect("a link");
        let welcome = house.get(link, "").await;
        assert!(welcome.body.contains("Halo, Dewi") && welcome.body.contains("semuanya siap"), "{}", welcome.body);
        let done = house.post(link, "", &form(&[("password", "seekor kuda di atap")])).await;
        let session = done.session().expect("signed in");
        assert_eq!(house.get("/open", &session).await.body, "dewi@brekkesund.example agent");
    });
}
