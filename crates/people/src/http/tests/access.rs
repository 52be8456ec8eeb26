//! Who may do what, and for how long (T28, T33, T34).

use axum::extract::FromRequestParts;

use super::*;

#[test]
fn a_disabled_colleague_is_out_with_the_next_request() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        assert_eq!(house.get("/open", &agent).await.body, "jonas@brekkesund.example agent");
        let path = format!("/settings/colleagues/{}/disabled", house.agent.id);
        let done = house.post(&path, &admin, "").await;
        assert_eq!(done.location(), "/settings/colleagues?done=saved");
        assert_eq!(house.get("/open", &agent).await.body, "nobody");
        assert_eq!(house.get("/profile", &agent).await.status, StatusCode::SEE_OTHER);
        let path = format!("/settings/colleagues/{}/enabled", house.agent.id);
        house.post(&path, &admin, "").await;
        assert_eq!(house.get("/open", &agent).await.body, "nobody", "the session before stays dead");
    });
}

#[test]
fn a_row_left_open_lets_no_disabled_colleague_in() {
    run(|house| async move {
        let agent = house.cookie(&house.agent).await;
        let mut tx = house.p().begin().await.expect("begin");
        tx.run("UPDATE staff SET disabled_at = 1 WHERE id = $1", platform::vals![house.agent.id.as_str()])
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(house.get("/open", &agent).await.body, "nobody");
    });
}

#[test]
fn a_role_counts_from_the_next_request() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        assert_eq!(house.get("/settings/colleagues", &agent).await.status, StatusCode::FORBIDDEN);
        let path = format!("/settings/colleagues/{}/role", house.agent.id);
        assert_eq!(house.post(&path, &admin, "role=admin").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get("/settings/colleagues", &agent).await.status, StatusCode::OK);
    });
}

#[test]
fn an_agent_manages_nobody() {
    run(|house| async move {
        let agent = house.cookie(&house.agent).await;
        let (admin, own) = (house.admin.id.to_string(), house.agent.id.to_string());
        for (path, form) in [
            ("/settings/colleagues".to_owned(), "name=X&email=x@example.com&role=admin&language=en"),
            (format!("/settings/colleagues/{own}/role"), "role=admin"),
            (format!("/settings/colleagues/{admin}/role"), "role=agent"),
            (format!("/settings/colleagues/{admin}/disabled"), ""),
            (format!("/settings/colleagues/{own}/enabled"), ""),
            (format!("/settings/colleagues/{own}/invitation"), ""),
        ] {
            assert_eq!(house.post(&path, &agent, form).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(house.staff(&house.agent).await.role, Role::Agent);
        let nobody = house.cookie(&house.admin).await;
        let missing = house.post("/settings/colleagues/stf_x/disabled", &nobody, "").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_admin_cannot_change_their_own_rights() {
    run(|house| async move {
        let admin = house.cookie(&house.admin).await;
        for (what, form) in [("role", "role=agent"), ("disabled", "")] {
            let path = format!("/settings/colleagues/{}/{what}", house.admin.id);
            assert_eq!(house.post(&path, &admin, form).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        }
        assert_eq!(house.get("/open", &admin).await.body, "ingrid@brekkesund.example admin");
    });
}

#[test]
fn fields_that_no_form_offers_are_ignored() {
    run(|house| async move {
        let agent = house.cookie(&house.agent).await;
        let extra = "&role=admin&id=x&email=boss@example.com&password_hash=x&disabled_at=1&created_at=1&verified=1";
        let profile = format!("name=Jonas&language=sv&theme=dark&zone=Europe/Stockholm{extra}");
        assert_eq!(house.post("/profile", &agent, &profile).await.location(), "/profile?done=saved");
        let now = house.staff(&house.agent).await;
        let expected = Staff {
            name: "Jonas".into(),
            language: Language::Sv,
            theme: platform::web::page::Theme::Dark,
            zone: "Europe/Stockholm".into(),
            letter_keys: false,
            password_hash: now.password_hash.clone(),
            ..house.agent.clone()
        };
        assert_eq!(now, expected);
        assert!(house.get("/profile", &agent).await.body.contains("<html lang=\"sv\" data-theme=\"dark\">"));
        let admin = house.cookie(&house.admin).await;
        let new = format!(
            "name=X&email=x@example.com&role=agent&language=en{}",
            extra.replace("&role=admin", "").replace("&email=boss@example.com", "")
        );
        assert_eq!(house.post("/settings/colleagues", &admin, &new).await.status, StatusCode::SEE_OTHER);
        let made = staff::by_email(&mut house.p().db.read().await.expect("read"), "x@example.com").await;
        let made = made.expect("find").expect("is there");
        assert_eq!((made.password_hash, made.disabled_at), (None, None));
    });
}

#[test]
fn one_signs_out_ones_own_browsers_only() {
    run(|house| async move {
        let (here, there) = (house.cookie(&house.agent).await, house.cookie(&house.agent).await);
        let (third, theirs) = (house.cookie(&house.agent).await, house.cookie(&house.admin).await);
        let digest = |cookie: &str| sessions::digest(cookie.strip_prefix("tillit=").expect("a cookie"));
        let page = house.get("/profile", &here).await;
        assert!(page.body.contains(&digest(&there)) && !page.body.contains(&digest(&theirs)));
        let end = |cookie: &str| format!("/profile/sessions/{}/end", digest(cookie));
        assert_eq!(house.post(&end(&theirs), &here, "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&end(&there), &here, "").await.location(), "/profile?done=ended");
        assert_eq!(house.get("/open", &there).await.body, "nobody");
        assert_ne!(house.get("/open", &third).await.body, "nobody");
        house.post("/profile/sessions/end", &here, "").await;
        assert_eq!(house.get("/open", &third).await.body, "nobody");
        assert_ne!(house.get("/open", &here).await.body, "nobody");
        assert_ne!(house.get("/open", &theirs).await.body, "nobody");
    });
}

#[test]
fn a_password_is_changed_with_the_one_of_now() {
    run(|house| async move {
        let (here, there) = (house.cookie(&house.agent).await, house.cookie(&house.agent).await);
        let change = |current: &str, new: &str| form(&[("current", current), ("password", new)]);
        let new = "et annet dyr på taket";
        let wrong = house.post("/profile/password", &here, &change("wrong", new)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("This is not your password now."));
        let like = house.post("/profile/password", &here, &change(PASSWORD, "jonas@brekkesund.example")).await;
        assert_eq!(like.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = house.post("/profile/password", &here, &change(PASSWORD, new)).await;
        assert_eq!(done.location(), "/profile?done=password");
        assert_eq!(house.get("/open", &there).await.body, "nobody");
        assert_ne!(house.get("/open", &here).await.body, "nobody");
        let mut status = StatusCode::OK;
        for _ in 0..6 {
            status = house.post("/profile/password", &here, &change("guess", new)).await.status;
        }
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "a stolen session is no guessing machine");
    });
}

#[test]
fn what_was_typed_is_still_there_when_something_must_be_put_right() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        let typed = "name=Jonas+A&language=da&theme=dark&zone=Mars/Olympus";
        let answer = house.post("/profile", &cookie, typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for part in [
            "value=\"Jonas A\"",
            "<option value=\"da\" selected>",
            "<option value=\"dark\" selected>",
            "value=\"Mars/Olympus\"",
        ] {
            assert!(answer.body.contains(part), "{part} is missing");
        }
        assert!(
            answer.body.contains("There is no such time zone")
                && !answer.body.contains("name=\"letter_keys\" value=\"1\" checked")
        );
        assert_eq!(house.staff(&house.agent).await.name, house.agent.name);
    });
}

pub(super) async fn held_open(house: &House, cookie: &str) -> staff::Who {
    let request = Request::get("/live").header(header::COOKIE, cookie).body(()).expect("a request");
    let who = staff::Who::from_request_parts(&mut request.into_parts().0, house.p()).await;
    who.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn what_is_held_open_learns_when_it_must_end() {
    run(|house| async move {
        let change = async |sql: &str, id: &str| {
            let mut tx = house.p().begin().await.expect("begin");
            tx.run(sql, platform::vals![id]).await.expect("changed");
            tx.commit().await.expect("commit");
        };
        let id = house.agent.id.as_str();
        for (sql, back) in [
            ("DELETE FROM session WHERE staff = $1", ""),
            ("UPDATE staff SET disabled_at = 1 WHERE id = $1", "UPDATE staff SET disabled_at = NULL WHERE id = $1"),
            ("UPDATE staff SET role = 'admin' WHERE id = $1", "UPDATE staff SET role = 'agent' WHERE id = $1"),
        ] {
            let cookie = house.cookie(&house.agent).await;
            let who = held_open(&house, &cookie).await;
            assert!(who.still_in(house.p()).await.expect("asks"));
            change(sql, id).await;
            assert!(!who.still_in(house.p()).await.expect("asks"), "{sql}");
            if !back.is_empty() {
                change(back, id).await;
            }
        }
    });
}

#[test]
fn departments_are_named_filled_and_closed_by_forms() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let here = "/settings/departments";
        assert_eq!(house.get(here, &agent).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(here, &agent, "name=Mine").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(here, &admin, "name=Workshop").await.location(), "/settings/departments?done=saved");
        let twice = house.post(here, &admin, "name=workshop").await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.body.contains("value=\"workshop\"") && twice.body.contains("already"), "{}", twice.body);
        let made = crate::department::all(&mut house.p().db.read().await.expect("read")).await.expect("all");
        let path = format!("{here}/{}", made[0].id);
        let reach = format!("/settings/colleagues/{}/reach", house.agent.id);
        let colleagues = house.get("/settings/colleagues", &admin).await.body;
        assert!(!colleagues.contains(&reach), "there is nothing to be limited to");
        assert_eq!(house.post(&reach, &admin, "limited=yes").await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let members = format!("name=The+workshop&member={}&member=stf_x", house.agent.id);
        assert_eq!(house.post(&path, &admin, &members).await.status, StatusCode::SEE_OTHER);
        let page = house.get(here, &admin).await.body;
        assert!(page.contains("value=\"The workshop\"") && page.matches(" checked").count() == 1, "{page}");
        assert!(house.get("/settings/colleagues", &admin).await.body.contains(&reach));
        assert_eq!(house.post(&reach, &agent, "limited=no").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&reach, &admin, "limited=yes").await.status, StatusCode::SEE_OTHER);
        let kept = house.post(&path, &admin, "name=The+workshop").await;
        assert!(
            kept.status == StatusCode::UNPROCESSABLE_ENTITY && kept.body.contains("must be in one"),
            "{}",
            kept.body
        );

        assert_eq!(house.post(&format!("{path}/closed"), &admin, "").await.status, StatusCode::SEE_OTHER);
        assert!(house.get(here, &admin).await.body.contains("Open again"));
        assert_eq!(house.post(&format!("{path}/open"), &admin, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post(&format!("{here}/dep_x"), &admin, "name=X").await.status, StatusCode::NOT_FOUND);
    });
}
