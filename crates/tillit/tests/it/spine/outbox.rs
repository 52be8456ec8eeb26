//! Replies are never lost (P05): whatever the other server does, and whenever we die.

use std::collections::BTreeSet;
use std::time::Duration;

use super::desk::{messages, values};
use super::letter::Letter;
use super::world::World;
use crate::harness::sink::{Act, Kept, Stage};
use crate::harness::wait::wait_until;

fn id(mail: &Kept) -> String {
    let text = mail.text();
    text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned()
}

both_engines! {
    async fn a_server_that_fails_or_hangs_up_gets_the_reply_again(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let mut ids = Vec::new();
        for subject in ["En", "To", "Tre"] {
            ids.push(world.conversation(&format!("{subject}@kunde.example"), subject).await?);
        }
        world.sink.next([
            Act::Refuse(Stage::Text, 451, "4.3.2 come back in a while"),
            Act::HangUpBeforeKeeping,
            Act::HangUpAfterKeeping,
        ]);
        for id in &ids {
            assert_eq!(world.desk.reply(id, "Svaret ditt", None).await?.status, 303);
        }
        wait_until("the other server's words", async || {
            let mut seen = false;
            for id in &ids {
                seen |= world.desk.get(&format!("/conversations/{id}")).await?.text().contains("come back in a while");
            }
            Ok(seen.then_some(()))
        })
        .await?;
        let kept = world.sink.wait_for(4).await?;
        let different: BTreeSet<String> = kept.iter().map(id).collect();
        assert_eq!(different.len(), 3, "{different:?}");
        let twice = kept.iter().find(|one| kept.iter().filter(|other| id(one) == id(other)).count() == 2);
        let twice = twice.ok_or("the one that nobody had answered for")?;
        assert_eq!(kept.iter().filter(|other| other.bytes == twice.bytes).count(), 2, "the same mail, byte for byte");
        Ok(())
    }

    async fn a_refused_reply_is_shown_with_the_servers_words_and_goes_when_tried_again(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation("nils@kunde.example", "Feil adresse").await?;
        world.sink.next([Act::Refuse(Stage::Recipient, 550, "5.1.1 there is no <nils> here")]);
        world.desk.reply(&id, "Hei Nils", None).await?;
        let page = world.desk.read(&id, "5.1.1 there is no &lt;nils&gt; here").await?;
        let retry = values(&page, "action", "/messages/");
        let retry = retry.iter().find(|path| path.ends_with("/retry")).ok_or("a button to try again")?;
        // It is ours to look at again, and who wrote it is told by mail, too.
        assert_eq!(world.desk.find("Feil adresse").await?, id);
        world.sink.wait_for(1).await?;
        assert_eq!(world.desk.post(retry, &[]).await?.status, 303);
        let kept = world.sink.wait_for(2).await?;
        let to: BTreeSet<&str> = kept.iter().flat_map(|one| &one.to).map(String::as_str).collect();
        assert_eq!(to, BTreeSet::from(["ingrid@kontoret.example", "nils@kunde.example"]));
        wait_until("the reply is sent", async || {
            let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
            Ok((!page.contains("/retry\"") && messages(&page) == 2).then_some(()))
        })
        .await?;
        assert_eq!(world.desk.post(retry, &[]).await?.status, 409, "what was sent is not sent again");
        Ok(())
    }

    async fn a_kill_between_the_other_servers_yes_and_ours_sends_the_same_mail_again(place: Place) -> Outcome {
        let mut world = World::open(place).await?;
        let conversation = world.conversation("eva@kunde.example", "Midt i").await?;
        world.sink.next([Act::Stall(Duration::from_secs(30))]);
        world.desk.reply(&conversation, "Svar midt i", None).await?;
        world.sink.wait_for(1).await?;
        let acknowledged = Letter::new("pia@kunde.example", "Rett f\u{f8}r", "Kvittert og glemt?");
        world.deliver(&acknowledged).await?;
        world.server = world.server.kill_and_restart().await?;
        let kept = world.sink.wait_for(2).await?;
        assert_eq!((id(&kept[0]), &kept[0].bytes), (id(&kept[1]), &kept[1].bytes));
        // Nobody heard our 250, perhaps: the same mail comes again.
        world.deliver(&acknowledged).await?;
        let found = world.desk.find("Rett f\u{f8}r").await?;
        assert_eq!(messages(&world.desk.read(&found, "Kvittert og glemt?").await?), 1);
        assert_eq!(messages(&world.desk.read(&conversation, "Svar midt i").await?), 2);
        assert_eq!(world.desk.count().await?, 2);
        Ok(())
    }

    async fn a_polite_stop_finishes_what_is_in_hand(place: Place) -> Outcome {
        let mut world = World::open(place).await?;
        let conversation = world.conversation("eva@kunde.example", "I h\u{e5}nden").await?;
        world.sink.next([Act::Stall(Duration::from_secs(2))]);
        world.desk.reply(&conversation, "Svar i h\u{e5}nden", None).await?;
        world.sink.wait_for(1).await?;
        assert!(world.server.stop()?.success());
        world.server = world.server.kill_and_restart().await?;
        world.desk.read(&conversation, "Svar i h\u{e5}nden").await?;
        assert_eq!(world.sink.kept().len(), 1, "it was sent, and known to be sent");
        Ok(())
    }
}
