//! Signing in at a provider instead of a password: there, back, and what of it is believed.

use super::*;
use crate::oauth::client::{self, Clients};
use crate::oauth::tests::{GOOD, provider};
use crate::oauth::{Provider, Tokens};

/// The cookies that an answer sets, as the browser sends them back.
fn cookies(house: &House, answer: &Answer) -> String {
    let lines = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = lines.filter_map(|line| line.split(';').next()).filter(|pair| !pair.ends_with('='));
    [house.admin.as_str()].into_iter().chain(pairs).collect::<Vec<_>>().join("; ")
}

fn state(location: &str) -> String {
    let (_, after) = location.split_once("state=").expect("a state");
    after.split('&').next().expect("a value").to_owned()
}

#[test]
fn microsoft_is_asked_in_the_browser_and_the_draft_waits_sealed_in_a_cookie() {
    run(|house| async move {
        let first = [("address", "hei@shop.example"), ("password", "secret word"), ("provider", "microsoft")];
        let unset = house.post("/settings/mail/connect", &first).await;
        assert!(unset.body.contains("Set up the sign-in first"), "{}", unset.body);

        let ids = [("microsoft_id", "our id"), ("microsoft_secret", "our secret"), ("microsoft_tenant", "x/../y")];
        assert_eq!(
            house.post("/settings/mail/providers", &ids).await.location(),
            "/settings/mail/providers?done=saved"
        );
        let page = house.get("/settings/mail/providers").await;
        assert!(page.body.contains("value=\"our id\"") && !page.body.contains("our secret"));
        assert!(page.body.contains("value=\"x..y\"") && page.body.contains("/settings/mail/oauth</code>"));

        let agree = house.post("/settings/mail/connect", &first).await;
        assert!(agree.body.contains("Sign in with Microsoft") && !agree.body.contains("secret word"));
        let cookie = cookies(&house, &agree);
        let away = house.ask(Method::GET, "/settings/mail/oauth/begin", &cookie, &[]).await;
        assert_eq!(away.status, StatusCode::SEE_OTHER);
        assert!(away.location().starts_with("https://login.microsoftonline.com/x..y/"), "{}", away.location());
        assert!(away.location().contains("login_hint=hei%40shop.example"));
        let lost = house.get("/settings/mail/oauth/begin").await;
        assert_eq!(lost.location(), "/settings/mail/connect");
    });
}

#[test]
fn a_kept_mailbox_gets_tokens_and_only_for_the_browser_that_went() {
    run(|house| async move {
        let server = provider(&house.p).await;
        let mailbox = house.connected("hei@shop.example").await;
        let path = format!("/settings/mail/{}", mailbox.id);
        assert!(house.get(&path).await.body.contains(&format!("href=\"{path}/oauth/custom\"")));
        let away = house.get(&format!("{path}/oauth/custom")).await;
        let (cookie, state) = (cookies(&house, &away), state(away.location()));
        let back = format!("/settings/mail/oauth?code=c1&state={state}");

        for (cookie, path) in [
            (house.admin.as_str(), back.as_str()),
            (cookie.as_str(), "/settings/mail/oauth?code=c1&state=other"),
            (cookie.as_str(), "/settings/mail/oauth?error=access_denied&error_description=No"),
        ] {
            let refused = house.ask(Method::GET, path, cookie, &[]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            assert!(refused.body.contains("It did not work"));
        }
        assert_eq!(house.secrets(&mailbox).await.tokens, None);

        server.then("200 OK", GOOD);
        let agreed = house.ask(Method::GET, &back, &cookie, &[]).await;
        assert_eq!(agreed.location(), format!("{path}?done=agreed"), "{}", agreed.body);
        let tokens: Tokens = house.secrets(&mailbox).await.tokens.expect("tokens");
        assert_eq!((tokens.access.as_str(), tokens.refresh.as_str()), ("a2", "r2"));
        let settings = &house.all().await[0].settings;
        let (Fetch::Imap(imap), Send::Smtp(send)) = (&settings.fetch, &settings.send) else { panic!("both") };
        assert_eq!((imap.account.auth, send.auth), (Auth::Oauth(Provider::Custom), Auth::Oauth(Provider::Custom)));
        // Saving the form as it is keeps it so; a password typed takes its place.
        house.post(&path, &edited(&[])).await;
        assert_eq!(super::super::oauth::provider_of(&house.all().await[0].settings), Some(Provider::Custom));
    });
}

#[test]
fn a_secret_stays_with_its_id_alone() {
    run(|house| async move {
        let keep = async |id: &str, secret: &str| {
            house.post("/settings/mail/providers", &[("google_id", id), ("google_secret", secret)]).await;
            let clients: Clients = client::get(&mut house.p.db.read().await.expect("read")).await.expect("reads");
            !clients.google.sealed_secret.is_empty()
        };
        assert!(keep("one", "secret").await);
        assert!(keep("one", "").await);
        assert!(!keep("two", "").await);
        let bad = [("custom_id", "x"), ("custom_authorize", "nowhere"), ("custom_token", "https://t.example/")];
        let wrong = house.post("/settings/mail/providers", &bad).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("id=\"custom_authorize-e\""));
        for path in ["/settings/mail/providers", "/settings/mail/oauth", "/settings/mail/oauth/begin"] {
            assert_eq!(house.ask(Method::GET, path, &house.agent, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    });
}
