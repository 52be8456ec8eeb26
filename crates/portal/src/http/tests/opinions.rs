//! Was it exactly what you wanted? Asked on the page of a request once it is solved.

use axum::http::{Method, StatusCode};
use base::Scope;
use conversations::{Said, State, queries};

use super::{Got, House, run};

async fn say(house: &House, form: &str) -> Got {
    let path = format!("{}/opinion", house.path);
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    house.ask(Method::POST, &path, &kind, form.to_owned()).await
}

#[test]
fn a_customer_is_asked_once_it_is_solved_and_their_word_counts() {
    run(|house| async move {
        assert!(!house.get(&house.path).await.body.contains("id=\"opinion\""), "it is not solved");
        assert_eq!(say(&house, "said=exactly").await.to(), house.path, "nor is a word taken");
        house.post(&format!("{}/solved", house.path)).await;
        assert!(house.get(&house.path).await.body.contains("id=\"opinion\""));
        let unsaid = say(&house, "comment=%3Cimg+src%3Dx%3E").await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.body.contains("&lt;img src=x&gt;") && unsaid.body.contains("id=\"said-e\""), "{}", unsaid.body);
        let got = say(&house, "said=almost&comment=The+bell").await;
        assert_eq!(got.to(), format!("{}?done=opinion", house.path));
        let page = house.get(&house.path).await.body;
        assert!(page.contains("value=\"almost\" required checked") && page.contains(">The bell</textarea>"), "{page}");
        assert_eq!(house.find().await.state, State::Solved);
        let got = say(&house, "said=no&comment=It+stops").await;
        assert_eq!(got.to(), format!("{}?done=open", house.path));
        assert_eq!(house.find().await.state, State::Open);
        let mut conn = house.p().db.read().await.expect("read");
        let thread =
            queries::thread(&mut conn, &Scope::All, &house.find().await.id).await.expect("read").expect("there");
        let last = thread.ended.opinions.last().expect("kept");
        assert_eq!((last.said, last.comment.as_str(), last.open), (Said::No, "It stops", false));
    });
}

#[test]
fn only_the_link_lets_in_and_not_without_end() {
    run(|house| async move {
        house.post(&format!("{}/solved", house.path)).await;
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        let wrong = format!("{}x/opinion", house.path);
        assert_eq!(house.ask(Method::POST, &wrong, &kind, "said=no".to_owned()).await.status, StatusCode::NOT_FOUND);
        let mut last = StatusCode::OK;
        for _ in 0..12 {
            last = say(&house, "said=exactly").await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(house.find().await.state, State::Solved);
    });
}
