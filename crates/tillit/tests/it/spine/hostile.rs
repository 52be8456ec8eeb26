//! Mails that try to do more than say something: control words, robots, lines smuggled into headers, monsters.

use std::fmt::Write as _;
use std::time::Duration;

use super::desk::{messages, values};
use super::letter::Letter;
use super::world::{BUSINESS, INGRID, World, reply_to};
use crate::harness::mailer::Mailer;
use crate::harness::wait::wait_until;

const EVA: &str = "eva@kunde.example";

/// What one monster may take of the server, and the pages that are read meanwhile (T18).
const MEMORY_MAX: u64 = 100 * 1024 * 1024;
const CPU_MAX: Duration = Duration::from_secs(2);

/// Every monster of T18.
fn monsters() -> Vec<(&'static str, Letter)> {
    let plain = |subject: &str| Letter::new(EVA, subject, "x");
    let mut deep = String::from("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
    for depth in 0..10_000 {
        let _ = write!(deep, "--b{depth}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", depth + 1);
    }
    let mut many = String::new();
    for part in 0..100_000 {
        let _ = write!(many, "--edge\r\nContent-Type: text/plain\r\n\r\n{part}\r\n");
    }
    let multipart = "multipart/mixed; boundary=edge";
    let crowd = (0..50_000).fold(plain("Crowd"), |letter, number| letter.and_field(&format!("X-Field-{number}"), "x"));
    let comments = format!("{}eva{} <{EVA}>", "(".repeat(20_000), ")".repeat(20_000));
    vec![
        ("depth", Letter::new(EVA, "Depth", &deep).field("Content-Type", "multipart/mixed; boundary=b0")),
        ("parts", Letter::new(EVA, "Parts", &many).field("Content-Type", multipart)),
        ("long field", plain("Long").field("X-Long", &"x".repeat(1_000_000))),
        ("folded field", plain("Folded").field("X-Long", &"x\r\n ".repeat(250_000))),
        ("many fields", crowd),
        ("nested comments", plain("Comments").field("From", &comments)),
        ("encoded words", plain("=?utf-8?q?x?= ".repeat(10_000).as_str()).field("Message-ID", "<words@kunde.example>")),
        ("nul", Letter::new(EVA, "Nul", "a\0b").field("From", &format!("\"e\0va\" <{EVA}>"))),
    ]
}

both_engines! {
    async fn a_monster_is_kept_or_refused_takes_little_and_holds_up_no_other(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let mut kept = 0;
        for (at, (name, letter)) in monsters().into_iter().enumerate() {
            let before = world.server.used()?;
            if before.is_some() { world.server.forget_peak()?; }
            let answer = world.offer(&letter).await.map_err(|error| format!("{name}: {error}"))?;
            assert!(answer.code == 250 || (500..600).contains(&answer.code), "{name}: {} {}", answer.code, answer.text);
            kept += usize::from(answer.code == 250);
            let next = format!("Etter {}", name.replace(' ', "-"));
            world.conversation("god@kunde.example", &next).await?;
            wait_until(format!("{name} to be shown"), async || Ok((world.desk.count().await? == at + 1 + kept).then_some(()))).await?;
            let (Some(before), Some(after)) = (before, world.server.used()?) else { continue };
            let (cpu, memory) = (after.cpu - before.cpu, after.peak.saturating_sub(before.resident));
            assert!(memory <= MEMORY_MAX, "{name} took {memory} bytes");
            assert!(cpu <= CPU_MAX, "{name} took {cpu:?} of processor time");
        }
        assert_eq!(world.desk.get("/inbox").await?.status, 200);
        Ok(())
    }

    async fn words_that_command_other_programs_are_only_words(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let body = "#close\r\n/assign ingrid\r\n[macro:refund]\r\n@@solved\r\n{{7*7}} hei-canary";
        let letter = Letter::new(EVA, "Kommandoer", body)
            .field("X-Tillit-State", "closed")
            .field("X-Tillit-Assignee", INGRID)
            .field("X-Tillit-Conversation", "1001")
            .field("X-Zammad-Ticket-State", "closed")
            .field("X-Priority", "1");
        world.deliver(&letter).await?;
        let id = world.desk.find("Kommandoer").await?;
        let page = world.desk.read(&id, "hei-canary").await?;
        for word in ["#close", "/assign ingrid", "[macro:refund]", "{{7*7}}"] {
            assert!(page.contains(word), "{word}");
        }
        assert!(page.contains(&format!("/conversations/{id}/close")), "it is open: it can be closed");
        assert_eq!(page.matches("aria-current=\"true\" value=\"ingrid\"").count(), 0);
        Ok(())
    }

    async fn robots_are_shown_and_answered_by_nobody(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let report = "multipart/report; report-type=delivery-status; boundary=edge";
        let robots = [
            ("Auto-Submitted", "auto-replied"),
            ("Auto-Submitted", "auto-generated"),
            ("Precedence", "bulk"),
            ("X-Autoreply", "yes"),
            ("List-Id", "<nytt.liste.example>"),
            ("X-Loop", BUSINESS),
            ("Content-Type", report),
        ];
        for (number, (name, value)) in robots.into_iter().enumerate() {
            let letter = Letter::new(&format!("robot{number}@kunde.example"), &format!("Robot {number}"), "Jeg er borte");
            world.deliver(&letter.field(name, value)).await?;
        }
        let mut bounce = Letter::new("mailer-daemon@kunde.example", "Robot 7", "Kunne ikke leveres");
        bounce.from = String::new();
        world.deliver(&bounce).await?;
        let last = world.desk.find("Robot 7").await?;
        for (number, robot) in robots.iter().enumerate() {
            let id = world.desk.find(&format!("Robot {number}")).await?;
            let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
            assert!(page.contains("#i-auto"), "{robot:?} is taken for a person");
        }
        assert!(world.desk.read(&last, "Kunne ikke leveres").await?.contains("#i-auto"));
        assert_eq!(world.sink.kept().len(), 0);
        Ok(())
    }

    async fn our_own_mail_coming_back_makes_nothing(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation(EVA, "Ekko").await?;
        world.desk.reply(&id, "Svaret vårt", None).await?;
        let sent = world.sink.wait_for(1).await?.remove(0);
        let back = Mailer::deliver(world.server.lmtp()?, &sent.from, BUSINESS, &sent.bytes).await?;
        assert_eq!(back.code, 250);
        world.conversation("pia@kunde.example", "Etterpå").await?;
        assert_eq!(world.desk.count().await?, 2);
        assert_eq!(messages(&world.desk.get(&format!("/conversations/{id}")).await?.text()), 2);
        Ok(())
    }

    async fn what_only_looks_like_ours_opens_a_conversation_of_its_own(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation(EVA, "Var").await?;
        world.desk.reply(&id, "Hei Eva", None).await?;
        let sent = world.sink.wait_for(1).await?.remove(0);
        let tag = reply_to(&sent)?;
        let own = mail_parser::MessageParser::new().parse(&sent.bytes).and_then(|mail| Some(mail.message_id()?.to_owned()));
        let own = own.ok_or("a Message-ID")?;
        let bent = |text: &str| {
            let at = text.find('@').map_or(0, |at| at - 1);
            let other = if text.as_bytes().get(at) == Some(&b'a') { 'b' } else { 'a' };
            format!("{}{other}{}", &text[..at], &text[at + 1..])
        };
        let (local, domain) = tag.split_once('@').ok_or("an address")?;
        let shouted = format!("{}@{domain}", local.to_uppercase().replacen("HJELP", "hjelp", 1));
        let letter = |subject: &str| Letter::new("outsider@fremmed.example", subject, "slipp-meg-inn");
        let attempts = [
            letter("A0").field("In-Reply-To", &format!("<{}>", bent(&own))).field("References", &format!("<{}>", bent(&own))),
            letter("A1").field("Subject", "Re: Var [#1001]").to(&format!("hjelp+1001@{domain}")),
            letter("A2").to(&bent(&tag)),
            letter("A3").to(&shouted),
            letter("A4").to(&tag),
            letter("A5").to(&tag.replace("+1001.", "+9999.")),
        ];
        let count = attempts.len();
        for attempt in attempts {
            world.deliver(&attempt).await?;
        }
        world.conversation("pia@kunde.example", "Sist").await?;
        assert_eq!(world.desk.count().await?, count + 2);
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        assert_eq!(messages(&page), 2);
        assert!(!page.contains("slipp-meg-inn"));
        Ok(())
    }

    async fn a_mail_as_if_from_a_colleague_has_no_power(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation(EVA, "Ekte").await?;
        world.desk.reply(&id, "Hei", None).await?;
        let to = reply_to(&world.sink.wait_for(1).await?[0])?;
        world.deliver(&Letter::new(INGRID, "Re: Ekte", "Send pengene dit-canary").to(&to)).await?;
        world.conversation("pia@kunde.example", "Etterpå").await?;
        assert!(world.sink.kept().iter().all(|mail| !mail.text().contains("dit-canary")), "nothing to the customer");
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        assert!(!page.contains("dit-canary"), "a tag holds for its customer alone");
        Ok(())
    }

    async fn lines_smuggled_into_names_and_subjects_reach_no_header(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let letter = Letter::new(EVA, "Linjer", "Hei")
            .field("Subject", "=?utf-8?q?Linjer=0D=0ABcc:_evil@evil.example=0D=0AX-Evil:_1?=")
            .field("From", &format!("=?utf-8?q?Eva=0D=0ABcc:_evil@evil.example?= <{EVA}>"))
            .field("Message-ID", "<smuggled@kunde.example>")
            .field("References", "<a@b.example>\r\n\t<c@d.example>");
        world.deliver(&letter).await?;
        let inbox = wait_until("the mail", async || {
            let page = world.desk.get("/inbox").await?.text();
            Ok(page.contains(">Linjer").then_some(page))
        });
        let inbox = inbox.await?;
        let id = values(&inbox, "href", "/conversations/cnv_").first().ok_or("a link")?.to_string();
        let id = id.rsplit('/').next().unwrap_or_default().to_owned();
        world.desk.reply(&id, "Hei Eva", Some(("a%0D%0ABcc: evil@evil.example.txt", "fil"))).await?;
        let sent = world.sink.wait_for(1).await?.remove(0);
        assert_eq!(sent.to, [EVA]);
        let text = sent.text();
        let (head, _) = text.split_once("\r\n\r\n").ok_or("a header")?;
        for line in text.lines().map(str::to_ascii_lowercase) {
            assert!(!line.starts_with("bcc:") && !line.starts_with("x-evil:"), "{text}");
        }
        for name in ["From:", "To:", "Subject:", "Message-ID:", "Reply-To:", "Date:"] {
            assert_eq!(head.lines().filter(|line| line.starts_with(name)).count(), 1, "{name}\n{head}");
        }
        let mail = mail_parser::MessageParser::new().parse(&sent.bytes).ok_or("a mail")?;
        assert!(mail.bcc().is_none() && mail.cc().is_none());
        Ok(())
    }
}
