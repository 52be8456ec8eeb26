//! The second factor in the browser: setting it up, signing in with it, and ways around it that must be closed.

use jiff::SignedDuration;

use super::access::held_open;
use super::*;

const AGENT: &str = "jonas@brekkesund.example";

impl House {
    /// Turns it on as a browser does; the secret and the recovery codes.
    async fn guarded(&self, staff: &Staff) -> (Vec<u8>, Vec<String>) {
        let cookie = self.cookie(staff).await;
        assert_eq!(self.post("/profile/second/begin", &cookie, "").await.location(), "/profile/second");
        let page = self.get("/profile/second", &cookie).await;
        assert_eq!(page.headers["cache-control"], "private, no-store, no-transform", "never packed");
        let page = page.body;
        let key = page.split("id=\"key\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1)).expect("a key");
        let key = key.split('"').next().expect("its end").replace(' ', "");
        let secret = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).expect("base32");
        assert!(page.contains("<svg") && page.contains("<path d=\"M"), "a picture to scan");
        let wrong = self.post("/profile/second", &cookie, "code=000000&then=on").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("aria-invalid=\"true\""), "{}", wrong.body);
        let done =
            self.post("/profile/second", &cookie, &form(&[("code", &self.app(&secret, 0)), ("then", "on")])).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert_eq!(done.headers["cache-control"], "private, no-store, no-transform", "never packed");
        let list = done.body.split("<ol").nth(1).and_then(|rest| rest.split("</ol>").next()).expect("codes");
        let codes = list.split("<li>").skip(1).map(|item| item[..14].to_owned()).collect();
        self.test.clock.advance_machine(SignedDuration::from_secs(30));
        (secret, codes)
    }

    fn app(&self, secret: &[u8], after: i64) -> String {
        let at = u64::try_from(self.p().clock.machine().as_second() + after).expect("after 1970");
        totp_rs::Builder::new().with_secret(secret.to_vec()).build_noncompliant().generate(at).to_string()
    }

    /// After the right password: the form for the code.
    async fn half(&self) -> Answer {
        let form = form(&[("email", AGENT), ("password", PASSWORD), ("next", "/inbox?view=all"), ("stay", "1")]);
        self.post("/signin", "", &form).await
    }
}

fn token(page: &Answer) -> String {
    let rest = page.body.split("name=\"token\" value=\"").nth(1).expect("a token");
    rest.split('"').next().expect("its end").to_owned()
}

fn shown(token: &str, code: &str) -> String {
    form(&[("token", token), ("next", "/inbox?view=all"), ("stay", "1"), ("code", code)])
}

#[test]
fn the_password_alone_is_not_enough_and_the_code_leads_on() {
    run(|house| async move {
        let (secret, codes) = house.guarded(&house.agent).await;
        let half = house.half().await;
        assert_eq!((half.status, half.session()), (StatusCode::OK, None), "no session yet");
        let token = token(&half);
        let wrong = house.post("/signin/second", "", &shown(&token, "123456")).await;
        assert_eq!((wrong.status, wrong.session()), (StatusCode::UNPROCESSABLE_ENTITY, None));
        assert!(wrong.body.contains(&token), "one goes on from there");
        let code = house.app(&secret, 0);
        let done = house.post("/signin/second", "", &shown(&token, &code)).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/inbox?view=all"));
        let cookie = done.session().expect("a session");
        assert_eq!(house.get("/open", &cookie).await.body, "jonas@brekkesund.example agent");
        let again = house.post("/signin/second", "", &shown(&token, &code)).await;
        assert_eq!(again.session(), None, "who looked over the shoulder has nothing of it");
        let lost = house.post("/signin/second", "", &shown(&token, &codes[3])).await;
        assert!(lost.session().is_some(), "a recovery code does it as well");
        assert_eq!(house.get("/signin/second", "").await.location(), "/signin");
    });
}

#[test]
fn the_way_between_is_short_and_ends_with_the_password() {
    run(|house| async move {
        let (secret, _) = house.guarded(&house.agent).await;
        let stale = token(&house.half().await);
        house.test.clock.advance_machine(SignedDuration::from_mins(11));
        let late = house.post("/signin/second", "", &shown(&stale, &house.app(&secret, 0))).await;
        assert_eq!((late.status, late.session()), (StatusCode::GONE, None));
        let before = token(&house.half().await);
        let mut tx = house.p().begin().await.expect("begin");
        let hash = house.p().passwords.hash("et annet passord".into()).await.expect("hashed");
        staff::set_password(&mut tx, &Actor::System, &house.agent.id, &hash, None).await.expect("set");
        tx.commit().await.expect("commit");
        let changed = house.post("/signin/second", "", &shown(&before, &house.app(&secret, 0))).await;
        assert_eq!((changed.status, changed.session()), (StatusCode::GONE, None));
        for forged in ["", "aaaa", &before.to_uppercase()] {
            let answer = house.post("/signin/second", "", &shown(forged, &house.app(&secret, 0))).await;
            assert_eq!((answer.status, answer.session()), (StatusCode::GONE, None));
        }
    });
}

#[test]
fn a_mailed_link_for_a_new_password_does_not_lead_around_it() {
    run(|house| async move {
        let (secret, _) = house.guarded(&house.agent).await;
        let mut tx = house.p().begin().await.expect("begin");
        let link = staff::issue(&mut tx, house.p(), &house.agent.id, staff::Purpose::Reset).await.expect("a link");
        tx.commit().await.expect("commit");
        let path = &link[link.find("/signin").expect("a path")..];
        let half = house.post(path, "", &form(&[("password", "fire sauer og en fjord")])).await;
        assert_eq!((half.status, half.session()), (StatusCode::OK, None));
        let done = house.post("/signin/second", "", &shown(&token(&half), &house.app(&secret, 0))).await;
        assert!(done.session().is_some(), "{}", done.body);
    });
}

#[test]
fn guesses_at_the_code_are_slowed_down_whoever_knows_the_password() {
    run(|house| async move {
        let (secret, _) = house.guarded(&house.agent).await;
        let mut judged = 0;
        for n in 0..40 {
            // The password in between does not make the guesses forgotten.
            let token = token(&house.half().await);
            let peer = format!("198.51.100.{n}");
            let wrong = shown(&token, "000000");
            let answer = house.ask(Method::POST, "/signin/second", "", &wrong, &peer).await;
            judged += usize::from(answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(judged, 5);
        let token = token(&house.half().await);
        let right = shown(&token, &house.app(&secret, 0));
        assert_eq!(house.post("/signin/second", "", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn it_is_changed_with_a_code_and_turned_off_for_who_lost_it() {
    run(|house| async move {
        let (secret, old) = house.guarded(&house.agent).await;
        let cookie = house.cookie(&house.agent).await;
        assert!(house.get("/profile", &cookie).await.body.contains("On since"));
        let fresh = form(&[("code", &house.app(&secret, 0)), ("then", "renew")]);
        let renewed = house.post("/profile/second", &cookie, &fresh).await;
        assert!(renewed.body.contains("<ol") && !renewed.body.contains(&old[0]), "{}", renewed.body);
        let refused = house.post("/profile/second", &cookie, "code=000000&then=off").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        // An agent cannot, an admin can.
        let path = format!("/settings/colleagues/{}/second", house.agent.id);
        assert_eq!(house.post(&path, &cookie, "").await.status, StatusCode::FORBIDDEN);
        let admin = house.cookie(&house.admin).await;
        assert!(house.get("/settings/colleagues", &admin).await.body.contains(&path));
        assert_eq!(house.post(&path, &admin, "").await.status, StatusCode::SEE_OTHER);
        assert!(!house.get("/settings/colleagues", &admin).await.body.contains(&path));
        assert!(house.half().await.session().is_some(), "the password is enough again");
    });
}

#[test]
fn whoever_must_have_one_is_led_to_it_before_anything_else() {
    run(|house| async move {
        let (owner, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let oblige = "/settings/colleagues/obliged";
        assert_eq!(
            house.post(oblige, &owner, "role=agent").await.status,
            StatusCode::FORBIDDEN,
            "an admin decides nothing"
        );
        assert!(house.get("/settings/colleagues", &owner).await.body.contains("<fieldset class=\"field\" disabled"));
        let mut tx = house.p().begin().await.expect("begin");
        let id = platform::vals![house.admin.id.as_str()];
        tx.run("UPDATE staff SET role = 'owner' WHERE id = $1", id).await.expect("an owner");
        tx.commit().await.expect("commit");
        let live = held_open(&house, &agent).await;
        assert_eq!(
            house.post(oblige, &owner, "role=agent&role=boss").await.location(),
            "/settings/colleagues?done=saved"
        );
        let page = house.get("/settings/colleagues", &owner).await.body;
        assert!(page.contains("No second factor yet") && page.matches(" checked").count() == 2, "{page}");
        assert_eq!(house.get("/profile", &owner).await.status, StatusCode::OK, "who is not meant goes on");

        assert!(!live.still_in(house.p()).await.expect("asks"), "what is held open ends");
        for (method, path) in
            [(Method::GET, "/profile"), (Method::POST, "/profile/password"), (Method::GET, "/customers")]
        {
            let led = house.ask(method, path, &agent, "", "192.0.2.1").await;
            assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/profile/second"), "{path}");
        }
        let begin = house.get("/profile/second", &agent).await;
        assert!(begin.status == StatusCode::OK && begin.body.contains("Everyone with your role"), "{}", begin.body);
        assert!(!begin.body.contains("hx-get") && begin.body.contains("action=\"/signout\""), "{}", begin.body);
        let (secret, _) = house.guarded(&house.agent).await;
        assert_eq!(house.get("/profile", &agent).await.status, StatusCode::OK, "and then everything is open");

        let off = form(&[("code", &house.app(&secret, 0)), ("then", "off")]);
        let kept = house.post("/profile/second", &agent, &off).await;
        assert!(
            kept.status == StatusCode::UNPROCESSABLE_ENTITY && kept.body.contains("so it stays on"),
            "{}",
            kept.body
        );
        let lost = format!("/settings/colleagues/{}/second", house.agent.id);
        assert_eq!(house.post(&lost, &owner, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get("/profile", &agent).await.location(), "/profile/second", "who lost the phone begins anew");
        assert_eq!(house.post(oblige, &owner, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get("/profile", &agent).await.status, StatusCode::OK);
    });
}

fn new_token(password: &str, code: &str) -> String {
    form(&[("name", "Web shop"), ("level", "read"), ("days", "90"), ("password", password), ("code", code)])
}

#[test]
fn a_token_is_made_by_who_proves_that_it_is_they() {
    run(|house| async move {
        let cookie = house.cookie(&house.agent).await;
        assert!(house.get("/settings/api", &cookie).await.body.contains("Your password"));
        for password in ["", "something else"] {
            let refused = house.post("/settings/api", &cookie, &new_token(password, "")).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                refused.body.contains("id=\"password-e\"") && refused.body.contains("Web shop"),
                "{}",
                refused.body
            );
            assert!(!refused.body.contains("tillit_") && !refused.body.contains("something else"), "{}", refused.body);
        }
        let made = house.post("/settings/api", &cookie, &new_token(PASSWORD, "")).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        assert!(made.body.contains("tillit_") && !made.body.contains("Your password"), "{}", made.body);
        house.test.clock.advance_machine(SignedDuration::from_mins(14));
        let again = house.post("/settings/api", &cookie, &new_token("", "")).await;
        assert_eq!(again.status, StatusCode::OK, "they have proved it a moment ago");
        let elsewhere = house.cookie(&house.agent).await;
        let refused = house.post("/settings/api", &elsewhere, &new_token("", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "in that browser, not in another");
        house.test.clock.advance_machine(SignedDuration::from_mins(1));
        let refused = house.post("/settings/api", &cookie, &new_token("", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a quarter of an hour ago");
    });
}

#[test]
fn a_token_takes_the_code_as_well() {
    run(|house| async move {
        let (secret, _) = house.guarded(&house.agent).await;
        let cookie = house.cookie(&house.agent).await;
        let refused = house.post("/settings/api", &cookie, &new_token(PASSWORD, "000000")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("id=\"code-e\"") && !refused.body.contains("tillit_"), "{}", refused.body);
        let made = house.post("/settings/api", &cookie, &new_token(PASSWORD, &house.app(&secret, 0))).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    });
}
