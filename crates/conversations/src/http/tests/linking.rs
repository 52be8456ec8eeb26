//! Links between conversations, over HTTP.

use super::super::testing::house::run;

#[test]
fn a_link_is_made_by_number_shown_on_both_pages_and_asked_about_before_closing() {
    run(|house| async move {
        let (one, two) = (house.mail("Motoren", "b").await, house.mail("Sadelen", "c").await);
        let path = format!("/conversations/{}", one.conversation);
        let page = house.get(&path).await.body;
        assert!(page.contains(&format!("<option value=\"{}\">Sadelen</option>", two.number)), "{page}");
        let answer = house.post(&format!("{path}/links"), &format!("number=%23{}&kind=child", two.number)).await;
        assert_eq!(answer.header("location"), path);
        assert!(house.get(&path).await.body.contains(&format!("#{} is a part of this now", two.number)));
        let there = house.get(&format!("/conversations/{}", two.conversation)).await.body;
        assert!(there.contains(&format!("Is a part of #{} now", one.number)) && there.contains(">Parent</span>"));

        let asks = house.post(&format!("{path}/close"), "").await;
        assert_eq!(asks.header("location"), format!("{path}?ask=open"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("Parts of this conversation are still open:") && page.contains("id=\"open-form\""));
        let asks = house.post(&format!("{path}/close"), "anyway=1").await;
        assert_eq!(
            asks.header("location"),
            format!("{path}?ask=close"),
            "nobody answered, so there is a second question"
        );
        house.post(&format!("{path}/close"), "anyway=1&reason=Ringte").await;
        assert_eq!(house.find(&one).await.state, crate::State::Solved);

        house.post(&format!("{path}/links"), &format!("number={}&kind=none", two.number)).await;
        assert!(!house.get(&path).await.body.contains(">Child</span>"));
        let refused = house.post(&format!("{path}/links"), "number=1&kind=related").await;
        assert_eq!(refused.status.as_u16(), 409);
        assert!(refused.body.contains("There is no other conversation of that number."));
    });
}
