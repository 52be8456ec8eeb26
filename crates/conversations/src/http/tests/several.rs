//! Several conversations at once on a page of their own, over HTTP.

use super::super::testing::house::run;

#[test]
fn one_text_goes_to_all_filled_in_for_each_and_what_is_refused_keeps_it() {
    run(|house| async move {
        let (one, two) = (house.mail("A", "b").await, house.mail("Another", "c").await);
        let ids = format!("id={}&id={}", one.conversation, two.conversation);
        let more = house.post("/inbox/bulk?view=all", &format!("{ids}&act=more")).await;
        let address = more.header("location").to_owned();
        assert_eq!(
            address,
            format!("/inbox/several?n={}.{}&back=%2Finbox%3Fview%3Dall%26state%3Dopen", one.number, two.number)
        );
        let page = house.get(&address).await.body;
        assert!(page.contains("2 chosen conversations") && page.contains("{{customer.first_name}}"), "{page}");

        let n = format!("n={}.{}&back=%2Finbox%3Fview%3Dall", one.number, two.number);
        let wrong = house.post("/inbox/several", &format!("{n}&act=reply&body=Hi+%7B%7Bcustomer.shoe%7D%7D")).await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(
            wrong.body.contains("Hi {{customer.shoe}}</textarea>") && wrong.body.contains("2 chosen"),
            "{}",
            wrong.body
        );
        let sent = house
            .post("/inbox/several", &format!("{n}&act=reply&then=wait&body=Hi+%7B%7Bcustomer.first_name%7D%7D"))
            .await;
        assert_eq!(sent.header("location"), format!("/inbox?view=all&done={}.{}&left=", one.number, two.number));
        for placed in [&one, &two] {
            let page = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
            assert!(page.contains("Hi Kari"), "{page}");
            assert_eq!(house.find(placed).await.state, crate::State::WaitingCustomer);
        }
    });
}

#[test]
fn what_cannot_be_done_with_one_is_said_and_the_rest_is_done() {
    run(|house| async move {
        let (one, two) = (house.mail("A", "b").await, house.mail("Another", "c").await);
        house.post(&format!("/conversations/{}/close", two.conversation), "reason=Ringte").await;
        let n = format!("n={}.{}", one.number, two.number);
        let some = house.post("/inbox/several", &format!("{n}&act=close&reason=Ringte")).await;
        assert_eq!(some.status.as_u16(), 422);
        assert!(
            some.body.contains("One chosen conversation") && some.body.contains(&format!("href=\"/c/{}\"", one.number))
        );
        assert_eq!(house.find(&one).await.state, crate::State::Solved);
        house.post("/inbox/several", &format!("{n}&act=reopen")).await;
        assert_eq!(house.find(&two).await.state, crate::State::Open);
        house.post("/inbox/several", &format!("{n}&act=note&body=For+us")).await;
        assert!(house.get(&format!("/conversations/{}", one.conversation)).await.body.contains("For us"));
        let from_list = format!("{n}&back=%2Finbox%3Fview%3Dall&act=merge&into={}", two.number);
        let merged = house.post("/inbox/several", &from_list).await;
        assert!(merged.header("location").contains(&format!("done={}.{}", one.number, two.number)));
        let gone = house.get(&format!("/conversations/{}", one.conversation)).await;
        assert_eq!(gone.header("location"), format!("/conversations/{}", two.conversation));
        let petra = house.petra.clone();
        let mut house = house;
        house.become_staff(&petra).await;
        assert_eq!(house.get(&format!("/inbox/several?{n}")).await.status.as_u16(), 403);
        assert_eq!(house.post("/inbox/several", &format!("{n}&act=note&body=x")).await.status.as_u16(), 403);
    });
}

#[test]
fn the_order_is_seen_before_several_become_one() {
    run(|house| async move {
        let (one, two) = (house.mail("A", "b").await, house.mail("Another", "c").await);
        house.post(&format!("/conversations/{}/note", one.conversation), "body=Between+us").await;
        let n = format!("n={}.{}", one.number, two.number);
        let page = house.get(&format!("/inbox/several?{n}")).await.body;
        assert!(page.contains("method=\"get\" action=\"/inbox/several\""), "{page}");
        let seen = house.get(&format!("/inbox/several?{n}&into={}&back=%2Finbox%3Fview%3Dmine", two.number)).await;
        assert_eq!(seen.status.as_u16(), 200);
        let page = &seen.body;
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        let order = page.split("id=\"order-h\"").nth(1).and_then(|rest| rest.split("</ol>").next()).expect("the order");
        assert_eq!(order.matches("<li ").count(), 3, "{order}");
        let first = order.find(&format!("#{}<", one.number)).expect("the older one first");
        assert!(first < order.find(&format!("#{}<", two.number)).expect("the other"), "{order}");
        assert!(order.contains("Between us"), "{order}");
        assert!(at("Becomes part of it") < at("id=\"order-h\""));
        assert!(page.contains("href=\"/inbox?view=mine\""), "{page}");
        assert_eq!(house.find(&one).await.state, house.find(&two).await.state, "nothing was done yet");

        // From the menu of a conversation, by a number as people write it; then one goes on in what stays.
        let menu = house.get(&format!("/conversations/{}", one.conversation)).await.body;
        assert!(menu.contains("id=\"merge-number\" name=\"into\""), "{menu}");
        let seen = house.get(&format!("/inbox/several?n={}&into=%23{}", one.number, two.number)).await;
        assert!(seen.body.contains(&format!("href=\"/conversations/{}\"", one.conversation)), "{}", seen.body);
        for wrong in ["0", "x", "999999", &one.number.to_string()] {
            let refused = house.get(&format!("/inbox/several?n={}&into={wrong}", one.number)).await;
            assert_eq!(refused.status.as_u16(), 422, "{wrong}");
            assert!(!refused.body.contains("value=\"merge\""), "{}", refused.body);
        }
        let merged = house.post("/inbox/several", &format!("n={}&act=merge&into={}", one.number, two.number)).await;
        assert_eq!(merged.header("location"), format!("/c/{}", two.number));
        assert!(house.get(&format!("/conversations/{}", two.conversation)).await.body.contains("Between us"));
    });
}
