//! The whole way, there and back: a mail comes in, is seen, is answered, and the answer's answer finds its place.

use mail_parser::{Address, MessageParser};

use super::desk::{messages, values};
use super::letter::Letter;
use super::world::{BUSINESS, World};

const KARI: &str = "kari@kunde.example";

fn only<'a>(address: Option<&'a Address<'a>>) -> (&'a str, &'a str) {
    let one = address.and_then(Address::first);
    (one.and_then(|one| one.name()).unwrap_or_default(), one.and_then(|one| one.address()).unwrap_or_default())
}

both_engines! {
    async fn a_mail_is_answered_and_its_answer_comes_back_to_the_same_conversation(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let letter = Letter::new(KARI, "Stolen er skjev", "Hei! Stolen vakler. & <b>hva</b> n\u{e5}?")
            .field("From", "Kari Nordmann <kari@kunde.example>")
            .field("Content-Type", "text/plain; charset=utf-8");
        world.deliver(&letter).await?;
        let id = world.desk.find("Stolen er skjev").await?;
        let page = world.desk.read(&id, "Stolen vakler. &amp; &lt;b&gt;hva&lt;/b&gt; n\u{e5}?").await?;
        assert!(page.contains("Kari Nordmann") && page.contains(KARI) && page.contains("#1001"));

        let answer = world.desk.reply(&id, "Hei Kari, vi sender en ny.\r\n.\r\nHilsen oss", None).await?;
        assert_eq!((answer.status, answer.location()), (303, format!("/conversations/{id}").as_str()));
        let kept = world.sink.wait_for(1).await?;
        assert_eq!((kept[0].from.as_str(), kept[0].to.as_slice()), (BUSINESS, [KARI.to_owned()].as_slice()));
        let mail = MessageParser::new().parse(&kept[0].bytes).ok_or("a mail in the sink")?;
        assert_eq!(only(mail.from()).1, BUSINESS);
        assert!(only(mail.from()).0.contains("ingrid"), "{:?}", only(mail.from()));
        assert_eq!(only(mail.to()).1, KARI);
        assert_eq!(mail.subject(), Some("Sv: Stolen er skjev"));
        assert_eq!(mail.in_reply_to().as_text(), Some(letter.id()));
        assert_eq!(mail.references().as_text(), Some(letter.id()));
        let text = mail.body_text(0).ok_or("a text")?;
        assert!(text.contains("vi sender en ny.") && text.contains("\n.") && text.contains("Hilsen oss"), "{text}");
        let own = mail.message_id().ok_or("a Message-ID")?.to_owned();
        assert!(own.ends_with("@kontoret.example"), "{own}");
        let reply_to = only(mail.reply_to()).1.to_owned();
        assert!(reply_to.starts_with("hjelp+1001.") && reply_to.ends_with("@kontoret.example"), "{reply_to}");

        let threaded = Letter::new(KARI, "Re: Stolen er skjev", "Tusen takk.").field("In-Reply-To", &format!("<{own}>"));
        world.deliver(&threaded.to(&reply_to)).await?;
        assert_eq!(messages(&world.desk.read(&id, "Tusen takk.").await?), 3);
        // Some programs forget what they answer; the address still knows.
        world.deliver(&Letter::new(KARI, "Enda noe", "Og en ting til.").to(&reply_to)).await?;
        assert_eq!(messages(&world.desk.read(&id, "Og en ting til.").await?), 4);
        assert_eq!(world.desk.count().await?, 1);

        world.desk.reply(&id, "Og enda et svar.", None).await?;
        let kept = world.sink.wait_for(2).await?;
        let second = MessageParser::new().parse(&kept[1].bytes).ok_or("a second mail")?;
        assert_ne!(second.message_id(), Some(own.as_str()));
        let references = kept[1].text();
        assert!(references.contains(letter.id()) && references.contains(&own), "the whole thread is named");
        Ok(())
    }

    async fn a_reply_can_be_taken_back_before_it_goes(place: Place) -> Outcome {
        let world = World::open_with(place, &["--undo-seconds", "600"]).await?;
        let id = world.conversation(KARI, "Angre").await?;
        world.desk.reply(&id, "Dette var ikke ment slik", None).await?;
        let page = world.desk.read(&id, "Dette var ikke ment slik").await?;
        let undo = values(&page, "action", "/messages/");
        let undo = undo.iter().find(|path| path.ends_with("/undo")).ok_or("a way to take it back")?;
        let answer = world.desk.post(undo, &[]).await?;
        assert_eq!(answer.status, 303);
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        assert_eq!(messages(&page), 1);
        let restored = world.desk.get(answer.location()).await?.text();
        assert!(restored.contains("Dette var ikke ment slik"), "nothing typed is lost");
        assert_eq!(world.sink.kept().len(), 0);
        Ok(())
    }

    async fn a_note_stays_inside(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation(KARI, "Notat").await?;
        world.desk.post(&format!("/conversations/{id}/note"), &[("body", "Kunden er kilden-canary")]).await?;
        world.desk.reply(&id, "Svaret", None).await?;
        world.desk.read(&id, "kilden-canary").await?;
        let kept = world.sink.wait_for(1).await?;
        assert!(kept.iter().all(|mail| !mail.text().contains("canary")));
        Ok(())
    }
}
