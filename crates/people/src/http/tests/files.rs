//! The customer's file as a page: every form of it, and what a refused one shows.

use super::*;
use crate::person;

async fn customer(house: &House) -> String {
    let mut tx = house.p().begin().await.expect("begin");
    let resolved = person::resolve(&mut tx, "kari@example.com", "Kari Solheim", Some(Language::Nb)).await;
    tx.commit().await.expect("commit");
    format!("/customers/{}", resolved.expect("resolved").0)
}

/// Posts a form of the file that must lead back to it; answers the page.
async fn done(house: &House, cookie: &str, file: &str, rest: &str, fields: &[(&str, &str)]) -> String {
    let answer = house.post(&format!("{file}/{rest}"), cookie, &form(fields)).await;
    assert_eq!(answer.location(), file, "{rest}: {} {}", answer.status, answer.body);
    house.get(file, cookie).await.body
}

async fn refused(house: &House, cookie: &str, path: &str, fields: &[(&str, &str)], why: &str) {
    let answer = house.post(path, cookie, &form(fields)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    assert_eq!(answer.headers["HX-Push-Url"], "false");
    assert!(answer.body.contains(why) && answer.body.contains("aria-invalid=\"true\""), "{path}: {}", answer.body);
}

#[test]
fn telephones_are_read_by_country_and_shown_to_the_reader() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        let typed = [("number", "912 34 567"), ("country", "NO"), ("label", "work")];
        let page = done(&house, &cookie, &file, "phones", &typed).await;
        assert!(page.contains("+47 912 34 567") && page.contains("href=\"tel:+4791234567\""), "{page}");
        let typed = [("before", "+4791234567"), ("number", "070-123 45 67"), ("country", "SE"), ("label", "")];
        let page = done(&house, &cookie, &file, "phones/change", &typed).await;
        assert!(page.contains("+46 70 123 45 67") && !page.contains("912 34 567"));
        let path = format!("{file}/phones");
        refused(&house, &cookie, &path, &[("number", "12<b>"), ("country", "NO")], "value=\"12&lt;b&gt;\"").await;
        let typed = [("before", "+46701234567"), ("number", "x"), ("country", "NO")];
        refused(&house, &cookie, &format!("{path}/change"), &typed, "does not look like a telephone number").await;
        let page = done(&house, &cookie, &file, "phones/remove", &[("number", "+46701234567")]).await;
        assert!(!page.contains("tel:"));
    });
}

#[test]
fn a_note_is_written_pinned_changed_and_removed() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        let page = done(&house, &cookie, &file, "notes", &[("body", "Allergic <i>to wool")]).await;
        assert!(page.contains("Allergic &lt;i&gt;to wool") && page.contains("Jonas &lt;b&gt;"), "{page}");
        assert!(!page.contains("You should know"), "not pinned");
        let (_, rest) = page.split_once("id=\"note-pnt_").expect("a note");
        let note = format!("notes/pnt_{}", rest.split('"').next().expect("an id"));
        let page = done(&house, &cookie, &file, &format!("{note}/pin"), &[("pinned", "1")]).await;
        assert!(page.contains("You should know"), "{page}");
        let page = done(&house, &cookie, &file, &note, &[("body", "Allergic to all wool")]).await;
        assert_eq!(page.matches("Allergic to all wool</p>").count(), 2, "in the list and on top");
        refused(&house, &cookie, &format!("{file}/{note}"), &[("body", " ")], "Nothing is written yet").await;
        refused(&house, &cookie, &format!("{file}/notes"), &[("body", "")], "Nothing is written yet").await;
        let page = done(&house, &cookie, &file, &format!("{note}/remove"), &[]).await;
        assert!(page.contains("Nothing written down yet") && !page.contains("You should know"));
        for gone in [note.as_str(), "notes/x"] {
            let answer = house.post(&format!("{file}/{gone}"), &cookie, "body=x").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{gone}");
        }
    });
}

#[test]
fn what_they_asked_for_stands_at_the_head_of_their_file() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        let wanted = [
            ("language", "en"),
            ("addressed", "Fru Solheim"),
            ("channel", "phone"),
            ("from", "16:00"),
            ("until", ""),
            ("vip", "1"),
        ];
        let page = done(&house, &cookie, &file, "preferences", &wanted).await;
        assert!(page.contains("By phone after 16:00") && page.contains("Fru Solheim"), "{page}");
        assert!(page.contains("VIP</span>") && page.contains("value=\"16:00\""), "{page}");
        let wanted =
            [("day", "mon"), ("day", "thu"), ("zone", "Asia/Jakarta"), ("manner", "formal"), ("channel", "post")];
        let page = done(&house, &cookie, &file, "preferences", &wanted).await;
        assert!(page.contains("By letter only (Mon, Thu), Jakarta") && page.contains("Formally</dd>"), "{page}");
        let days = [("day", "sat"), ("addressed", "Fru Solheim")];
        assert!(done(&house, &cookie, &file, "preferences", &days).await.contains("Best on Sat"));
        for (name, value) in [("zone", "Mars/Olympus"), ("day", "noon")] {
            let path = format!("{file}/preferences");
            let answer = house.post(&path, &cookie, &form(&[(name, value)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        }
        let wrong = [("from", "16:00"), ("until", "12:00")];
        refused(&house, &cookie, &format!("{file}/preferences"), &wrong, "These times do not fit").await;
        let about = [("title", "Teacher"), ("postal", "Storgata 1\r\n9008 Tromsø")];
        let page = done(&house, &cookie, &file, "about", &about).await;
        assert!(page.contains("Teacher ·") && page.contains("Storgata 1\n9008 Tromsø"), "{page}");
        let page = done(&house, &cookie, &file, "names", &[("name", "Kari Berg")]).await;
        assert!(page.contains("Also known as Kari Berg"));
        let page =
            done(&house, &cookie, &file, "names/change", &[("before", "Kari Berg"), ("name", "Kari Lund")]).await;
        assert!(page.contains("Also known as Kari Lund") && !page.contains("Kari Berg"));
        let wrong = [("before", "Kari Lund"), ("name", "")];
        refused(&house, &cookie, &format!("{file}/names/change"), &wrong, "A name is needed").await;
        let page = done(&house, &cookie, &file, "names/remove", &[("name", "Kari Lund")]).await;
        assert!(!page.contains("Also known as"));
    });
}

#[test]
fn what_they_go_through_is_said_changed_and_ended_in_their_file() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        refused(&house, &cookie, &format!("{file}/care"), &[("kind", "illness"), ("why", " ")], "Say why").await;
        let lost = [("kind", "bereavement"), ("why", "Lost her <b>husband"), ("until", "")];
        let page = done(&house, &cookie, &file, "care", &lost).await;
        assert!(page.contains("Lost her &lt;b&gt;husband") && page.contains("Bereavement</b>"), "{page}");
        let (_, rest) = page.split_once("/care/car_").expect("a flag");
        let flag = format!("care/car_{}", rest.split('"').next().expect("an id"));
        let path = format!("{file}/{flag}");
        let late = [("kind", "illness"), ("why", "Her back"), ("until", "2999-01-01")];
        refused(&house, &cookie, &path, &late, "a year from now").await;
        let page = done(&house, &cookie, &file, &flag, &[("kind", "illness"), ("why", "Her back")]).await;
        assert!(page.contains("Her back") && !page.contains("husband"), "{page}");
        let page = done(&house, &cookie, &file, &format!("{flag}/end"), &[]).await;
        assert!(!page.contains("Her back") && page.contains("Nothing to be careful about"), "{page}");
        for gone in [flag.as_str(), "care/x"] {
            let answer = house.post(&format!("{file}/{gone}"), &cookie, "kind=help&why=x").await;
            let shown = [StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY];
            assert!(shown.contains(&answer.status), "{gone}: {}", answer.status);
        }
    });
}

#[test]
fn blocking_needs_a_reason_and_is_undone_by_a_button() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        refused(&house, &cookie, &format!("{file}/block"), &[("why", " ")], "Say why").await;
        let page = done(&house, &cookie, &file, "block", &[("why", "Threats")]).await;
        assert!(page.contains("Blocked: nobody answers") && page.contains("Threats"), "{page}");
        let page = done(&house, &cookie, &file, "unblock", &[]).await;
        assert!(!page.contains("Threats"));
        let nobody = house.post("/customers/per_00000000000000000000000000/block", &cookie, "why=x").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn addresses_are_put_right_where_they_stand() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        let typed = [("before", "kari@example.com"), ("address", "kari")];
        refused(&house, &cookie, &format!("{file}/addresses/change"), &typed, "value=\"kari\"").await;
        let typed = [("before", "kari@example.com"), ("address", "kari@work.example")];
        let page = done(&house, &cookie, &file, "addresses/change", &typed).await;
        assert!(page.contains("kari@work.example") && !page.contains("kari@example.com"));
        done(&house, &cookie, &file, "addresses", &[("address", "kari@home.example")]).await;
        let page = done(&house, &cookie, &file, "addresses/remove", &[("address", "kari@home.example")]).await;
        assert!(!page.contains("kari@home.example"));
        let last = [("address", "kari@work.example")];
        refused(&house, &cookie, &format!("{file}/addresses/remove"), &last, "One address must stay").await;
    });
}

#[test]
fn who_may_not_change_a_file_reads_it_without_forms() {
    run(|house| async move {
        let (file, agent) = (customer(&house).await, house.cookie(&house.agent).await);
        done(&house, &agent, &file, "notes", &[("body", "Allergic to wool"), ("pinned", "1")]).await;
        done(&house, &agent, &file, "phones", &[("number", "912 34 567"), ("country", "NO")]).await;
        let mut tx = house.p().begin().await.expect("begin");
        tx.run("UPDATE staff SET role = 'light' WHERE id = $1", platform::vals![house.agent.id.as_str()])
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        let page = house.get(&file, &agent).await.body;
        assert!(page.contains("Allergic to wool") && page.contains("+47 912 34 567"), "{page}");
        assert!(!page.contains(&format!("action=\"{file}")) && !page.contains("/conversations/new"), "{page}");
        assert_eq!(house.post(&format!("{file}/notes"), &agent, "body=x").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn who_looks_alike_is_shown_with_the_reason_and_can_be_somebody_else() {
    run(|house| async move {
        let (file, cookie) = (customer(&house).await, house.cookie(&house.agent).await);
        let mut tx = house.p().begin().await.expect("begin");
        let (other, _) = person::resolve(&mut tx, "k.ari+x@example.com", "Kari <i>", None).await.expect("resolved");
        tx.commit().await.expect("commit");
        let page = house.get(&file, &cookie).await.body;
        assert!(page.contains("Perhaps the same customer") && page.contains("Kari &lt;i&gt;"), "{page}");
        assert!(page.contains(&format!("{file}/merge?with={other}")), "{page}");
        let page = done(&house, &cookie, &file, "apart", &[("other", other.as_str())]).await;
        assert!(!page.contains("Perhaps the same customer"), "{page}");
        let mut tx = house.p().begin().await.expect("begin");
        let id = file.trim_start_matches("/customers/").parse().expect("an id");
        crate::merging::merge(&mut tx, &house.agent.actor(), &id, &other, String::new()).await.expect("merged");
        tx.commit().await.expect("commit");
        let page = house.get(&file, &cookie).await.body;
        assert!(page.contains(&format!("/customers/{other}/merge/undo")), "{page}");
        assert_eq!(house.get(&format!("/customers/{other}"), &cookie).await.location(), file, "leads to who stayed");
    });
}

#[test]
fn admins_read_what_is_held_and_erase_it_by_typing_the_name() {
    run(|house| async move {
        let (file, admin) = (customer(&house).await, house.cookie(&house.admin).await);
        let agent = house.cookie(&house.agent).await;
        done(&house, &admin, &file, "notes", &[("body", "Allergic <i>to wool")]).await;
        assert!(house.get(&file, &admin).await.body.contains(&format!("{file}/held")));
        assert!(!house.get(&file, &agent).await.body.contains(&format!("{file}/held")));
        let held = house.get(&format!("{file}/held"), &admin).await.body;
        assert!(held.contains("Allergic &lt;i&gt;to wool") && held.contains("kari@example.com"), "{held}");
        let json = house.get(&format!("{file}/held?as=json"), &admin).await;
        assert!(json.headers["content-disposition"].to_str().is_ok_and(|name| name.ends_with(".json\"")));
        let json: serde_json::Value = serde_json::from_str(&json.body).expect("JSON");
        assert_eq!(json["customer"]["notes"][0]["text"], "Allergic <i>to wool");
        let sql = "SELECT COUNT(*) AS n FROM event WHERE kind = 'person.handed_out'";
        let told = house.p().db.read().await.expect("read").number(sql, vec![]).await.expect("counted");
        assert_eq!(told, 1, "the file was handed out, the page only shown");
        for path in ["held", "held?as=json"] {
            assert_eq!(house.get(&format!("{file}/{path}"), &agent).await.status, StatusCode::FORBIDDEN);
        }
        let erase = format!("{file}/erase");
        assert_eq!(house.post(&erase, &agent, &form(&[("name", "Kari Solheim")])).await.status, StatusCode::FORBIDDEN);
        let wrong = house.post(&erase, &admin, &form(&[("name", "Kari <b>")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("value=\"Kari &lt;b&gt;\"") && wrong.body.contains("not the customer’s name"));
        let page = done(&house, &admin, &file, "erase", &[("name", "kari solheim")]).await;
        assert!(page.contains("Erased customer") && page.contains("1 note about them"), "{page}");
        assert!(!page.contains("Allergic") && !page.contains(&format!("action=\"{file}")), "{page}");
        assert!(!house.get("/customers", &admin).await.body.contains("Erased customer"), "nobody to be listed");
        let held = house.get(&format!("{file}/held"), &admin).await.body;
        assert!(!held.contains("/erase\""), "once is enough");
    });
}
