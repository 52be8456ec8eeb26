//! Calls and visits, over HTTP.

use super::super::testing::house::run;

#[test]
fn a_call_is_written_down_on_a_page_and_stands_in_the_thread_with_its_sign() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(house.get(&path).await.body.contains(&format!("href=\"{path}/contact\"")));
        let page = house.get(&format!("{path}/contact")).await.body;
        assert!(page.contains("placeholder=\"Kari Solheim\"") && page.contains("type=\"datetime-local\""), "{page}");
        let wrong = house.post(&format!("{path}/contact"), "way=phone&at=soon&body=Hei+hei").await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("Hei hei</textarea>"), "what was typed stays: {}", wrong.body);
        let form = "way=phone&direction=in&spoke=1&at=&minutes=12&with=Ola&body=She+comes&then=wait";
        let answer = house.post(&format!("{path}/contact"), form).await;
        assert_eq!(answer.header("location"), path);
        let page = house.get(&path).await.body;
        assert!(page.contains("Call from Ola") && page.contains("12 min") && page.contains("#i-phone"), "{page}");
        assert_eq!(house.find(&placed).await.state, crate::State::WaitingCustomer);
    });
}

#[test]
fn from_a_customers_file_it_begins_a_conversation_or_joins_one() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let person = house.find(&placed).await.person;
        let path = format!("/customers/{person}/contact");
        let page = house.get(&path).await.body;
        assert!(page.contains(&format!("<option value=\"{}\"", placed.conversation)), "{page}");
        let wrong = house.post(&path, "way=visit&direction=in&spoke=1&at=&subject=").await;
        assert_eq!(wrong.status.as_u16(), 422);
        let begun = house.post(&path, "way=visit&direction=in&spoke=1&at=&subject=The+saddle").await;
        let page = house.get(begun.header("location")).await.body;
        assert!(
            page.contains("The saddle") && page.contains("Visit from Kari Solheim") && page.contains("#i-building")
        );
        let form = format!("way=phone&direction=out&at=&conversation={}", placed.conversation);
        let joined = house.post(&path, &form).await;
        assert_eq!(joined.header("location"), format!("/conversations/{}", placed.conversation));
        let page = house.get(joined.header("location")).await.body;
        assert!(page.contains("Call to Kari Solheim, not reached"), "{page}");
    });
}

#[test]
fn whoever_only_writes_notes_logs_nothing() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(!house.get(&path).await.body.contains("/contact\""));
        assert_eq!(house.get(&format!("{path}/contact")).await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("{path}/contact"), "at=").await.status.as_u16(), 403);
    });
}

#[test]
fn a_call_that_closes_asks_what_became_of_it_where_that_must_be_said() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let required = house.post("/settings/outcomes", "required=").await;
        assert!(required.status.is_success() || required.status.is_redirection(), "{}", required.body);
        let path = format!("/conversations/{}/contact", placed.conversation);
        let page = house.get(&path).await.body;
        assert!(
            page.contains("id=\"contact-outcome\" name=\"outcome\"") && page.contains("value=\"righted\""),
            "{page}"
        );
        let form = "way=phone&direction=in&spoke=1&at=&minutes=5&with=&body=Fikset&then=solve";
        let asked = house.post(&path, form).await;
        assert_eq!(asked.status.as_u16(), 422);
        assert!(
            asked.body.contains("name=\"outcome\" required") && asked.body.contains("Fikset</textarea>"),
            "{}",
            asked.body
        );
        let closed = house.post(&path, &format!("{form}&outcome=righted")).await;
        assert_eq!(closed.status.as_u16(), 303, "{}", closed.body);
        assert_eq!(house.find(&placed).await.state, crate::State::Solved);
    });
}
