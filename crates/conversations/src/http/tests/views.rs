//! Saved views over HTTP: made of the list that is open, with conditions added without scripts, listed and removed.

use super::super::testing::NASTY;
use super::super::testing::house::{House, run};

const TREE: &str = "depth=0&kind=group&value=all&depth=1&kind=status&value=open";

/// The id of the view that a form led to.
fn made(location: &str) -> String {
    location.split("view=").nth(1).expect("its list").to_owned()
}

#[test]
fn a_view_is_made_of_the_open_list_listed_counted_changed_and_removed() {
    run(|house| async move {
        house.mail("Motoren stopper", "Hvorfor?").await;
        house.mail("Sadelen", "Borte").await;
        let inbox = house.get("/inbox?view=unassigned").await.body;
        assert!(inbox.contains("/settings/views/new?view=unassigned&amp;state=open"), "{inbox}");
        let form = house.get("/settings/views/new?view=unassigned&state=open").await.body;
        assert!(form.contains("value=\"nobody\" selected") && form.contains("value=\"open\" selected"), "{form}");

        // A condition is added and taken out before anything is kept.
        let added = house.post("/settings/views", &format!("name=Motors&{TREE}&add-0=subject&do=add-0")).await;
        assert!(added.status.is_success() && added.body.contains("value=\"Motors\""), "{}", added.body);
        assert!(added.body.contains("<input type=\"hidden\" name=\"kind\" value=\"subject\">"));
        let taken = house.post("/settings/views", &format!("name=Motors&{TREE}&do=remove-1")).await;
        assert!(taken.status.is_success() && !taken.body.contains("name=\"kind\" value=\"status\""));
        assert!(house.get("/settings/views").await.body.contains("There are no views yet."));

        let unfilled = house.post("/settings/views", &format!("name=x&{TREE}&depth=1&kind=subject&value=")).await;
        assert_eq!(unfilled.status.as_u16(), 422);
        assert!(unfilled.body.contains("href=\"#v-2\"") && unfilled.body.contains("aria-describedby=\"v-2-e\""));
        let nameless = house.post("/settings/views", TREE).await;
        assert!(nameless.status.as_u16() == 422 && nameless.body.contains("A view needs a name."));
        let large = "&depth=1&kind=owner&value=me".repeat(60);
        let large = house.post("/settings/views", &format!("name=x&{TREE}{large}")).await;
        assert!(large.status.as_u16() == 422 && large.body.contains("more than one view can hold"));

        let name = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect::<String>();
        let shown = "column=number&column=owner&grouped=owner&order=oldest&visible=everyone";
        let sent = format!("name={name}&{TREE}&depth=1&kind=subject&value=motoren&{shown}");
        let to = house.post("/settings/views", &sent).await.header("location").to_owned();
        let list = house.get(&to).await.body;
        let rows = list.split("id=\"inbox-list\"").nth(1).expect("a list");
        assert_eq!(rows.matches("class=\"convo-row").count(), 1);
        assert!(list.contains("every 10s") && rows.contains("#1001") && rows.contains(">Nobody</li>"), "{rows}");
        assert!(!list.contains("<img src=x") && !rows.contains("class=\"snip"), "only what was chosen");
        let part = house.part(&to.replace("/inbox?", "/inbox/list?")).await.body;
        assert!(part.contains("id=\"list-count\">1<"), "{part}");

        let id = made(&to);
        let edit = house.get(&format!("/settings/views/{id}")).await.body;
        assert!(edit.contains("value=\"motoren\"") && edit.contains("value=\"oldest\" selected"));
        let path = format!("/settings/views/{id}");
        assert_eq!(house.post(&path, &format!("name=Open&{TREE}&visible=everyone")).await.header("location"), to);
        let side = house.get("/sidebar").await.body;
        let link = side.split(&format!("view={id}")).nth(1).expect("beside the others");
        assert!(link.split("</a>").next().is_some_and(|link| link.contains(">2<") && link.contains("Open")), "{side}");
        let gone = house.post(&format!("{path}/remove"), "").await.header("location").to_owned();
        assert!(house.get(&gone).await.body.contains("Open is removed."));
        assert!(house.get(&to).await.body.contains("All open"), "what is gone is no list");
        house.post(&format!("{path}/restore"), "").await;
        assert!(house.get("/settings/views").await.body.contains(">Open</a>"));
    });
}

#[test]
fn each_has_their_own_and_everybodys_is_changed_by_administrators() {
    run(|mut house: House| async move {
        let to = house.post("/settings/views", &format!("name=All&{TREE}&visible=everyone")).await;
        let all = made(to.header("location"));
        let mine =
            made(house.post("/settings/views", &format!("name=Mine&{TREE}&visible=own")).await.header("location"));
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let page = house.get(&format!("/settings/views/{all}")).await.body;
        assert!(page.contains("administrators change it") && !page.contains("name=\"depth\""), "{page}");
        assert_eq!(house.post(&format!("/settings/views/{all}"), &format!("name=x&{TREE}")).await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("/settings/views/{all}/remove"), "").await.status.as_u16(), 403);
        assert_eq!(house.get(&format!("/settings/views/{mine}")).await.status.as_u16(), 404);
        assert!(!house.get("/settings/views").await.body.contains(&mine));
        let everybodys = house.post("/settings/views", &format!("name=x&{TREE}&visible=everyone")).await;
        assert_eq!(everybodys.status.as_u16(), 403);
        let own = house.post("/settings/views", &format!("name=Own&{TREE}&visible=own")).await;
        assert!(house.get(own.header("location")).await.body.contains("<h1 id=\"list-h\" tabindex=\"-1\">Own "));
    });
}

/// What stands beside a page about a view.
async fn beside(house: &House, path: &str, id: &str) -> String {
    let body = house.get(path).await.body;
    let link = body.split(&format!("view={id}")).nth(1).expect("a link");
    link.split("</a>").next().expect("an end").to_owned()
}

#[test]
fn a_count_moves_with_what_happens_and_at_once_for_who_does_something() {
    run(|mut house: House| async move {
        house.mail("Motoren stopper", "Hvorfor?").await;
        let to = house.post("/settings/views", &format!("name=All&{TREE}&visible=everyone")).await;
        let id = made(to.header("location"));
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert!(beside(&house, "/sidebar", &id).await.contains(">1<"));
        house.mail("Sadelen", "Borte").await;
        assert!(beside(&house, "/inbox", &id).await.contains(">1<"), "as it was a moment ago");
        house.p().live.tell("inbox");
        assert!(beside(&house, "/inbox", &id).await.contains(">2<"));
        assert!(beside(&house, "/sidebar", &id).await.contains(">2<"));
        house.mail("Lykten", "Slukket").await;
        assert!(beside(&house, "/sidebar", &id).await.contains(">2<"));
        let list = house.get(&format!("/inbox?view={id}")).await.body;
        assert!(list.contains("id=\"list-count\">3<"), "its own list is counted with its rows");
        house.mail("Bremsen", "Svak").await;
        house.post("/settings/views", TREE).await;
        assert!(beside(&house, "/sidebar", &id).await.contains(">4<"), "whatever became of what they sent");
    });
}
