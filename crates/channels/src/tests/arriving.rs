//! Mails on their way in (T01, T02, T05, T06, T07, T18, T20; P01, P04, P17).

use conversations::State;
use conversations::http::files::RawMails as _;
use platform::testing::{TestPlatform, on_both_engines};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::*;

const PICTURE: &str =
    "Subject: Motoren\r\nMessage-ID: <1@post.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n";
const PICTURE_BODY: &str = "--b\r\n\r\nDen stopper.\r\n--b\r\nContent-Type: image/png; name=\"../../x.png\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--b--";

#[test]
fn a_mail_becomes_a_conversation_with_its_words_and_files() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        take_in(p, [mail(PICTURE, PICTURE_BODY)]).await;
        let thread = only(p).await;
        assert_eq!(thread.conversation.subject, "Motoren");
        assert_eq!(thread.conversation.state, State::New);
        let message = &thread.messages[0];
        assert_eq!((message.body.as_str(), message.from.address.as_str()), ("Den stopper.", KARI));
        assert_eq!((message.from.name.as_str(), message.to[0].address.as_str()), ("Kari Solheim", US));
        assert_eq!(message.at, p.clock.business());
        let file = &message.attachments[0];
        assert_eq!((file.name.as_str(), file.content_type.as_str(), file.size), ("x.png", "image/png", 6));
        let mut conn = p.db.read().await.expect("read");
        let stored = queries::attachment(&mut conn, &Scope::All, &file.id).await.expect("look").expect("is there");
        let part = stored.part.expect("a part of the mail");
        let range = crate::sources::MailParts.range(&part).expect("a place of its own");
        let piece = p.blobs.read_range(&mut conn, &stored.blob, range).await.expect("that piece of the raw mail");
        assert_eq!(piece, b"iVBORw0K");
        assert_eq!(crate::sources::MailParts.part(&piece, &part), Some(b"\x89PNG\r\n".to_vec()));
        drop(conn);
        assert_eq!(journal_states(p).await, "done:1");
    });
}

#[test]
fn a_meeting_that_a_mail_brings_is_read_and_its_file_stays() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let meeting = |name: &str, begins: &str| {
            format!(
                "--b\r\n\r\nKom innom.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST; name={name}\r\n\r\n\
                 BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Befaring\r\n{begins}\r\nEND:VEVENT\r\n\
                 END:VCALENDAR\r\n--b--"
            )
        };
        take_in(p, [mail(PICTURE, &meeting("a.ics", "DTSTART:20261118T130000Z"))]).await;
        let message = &only(p).await.messages[0];
        let invite = message.invite.as_ref().expect("a meeting");
        assert_eq!((invite.title.as_str(), invite.says), ("Befaring", conversations::invite::Says::Invited));
        assert_eq!((message.attachments[0].name.as_str(), message.body.as_str()), ("a.ics", "Kom innom."));
        // What cannot be read is the attachment it is.
        let second = PICTURE.replace("1@post", "2@post").replace("Motoren", "Igjen");
        take_in(p, [mail(&second, &meeting("b.ics", "DTSTART:soon"))]).await;
        let mut conn = p.db.read().await.expect("read");
        for conversation in conversations_of(p).await.iter().filter(|one| one.subject == "Igjen") {
            let thread = queries::thread(&mut conn, &Scope::All, &conversation.id).await.expect("look").expect("there");
            assert_eq!((thread.messages[0].invite.as_ref(), thread.messages[0].attachments.len()), (None, 1));
        }
    });
}

#[test]
fn each_mail_has_its_language_and_a_short_one_changes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let texts = [
            "Hej, jeg kunne ikke logge ind på jeres hjemmeside i går aftes.",
            "Thanks, that worked.",
            "Hello again, I still cannot sign in to your website and would like to have a refund.",
            "> Where is my parcel, I have been waiting for it since Monday?\r\n\r\nTak.",
        ];
        for (n, text) in texts.into_iter().enumerate() {
            let headers = format!(
                "Subject: s{n}\r\nMessage-ID: <{n}@post.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\
                 Content-Transfer-Encoding: 8bit\r\n"
            );
            take_in(p, [mail(&headers, text)]).await;
        }
        let languages: Vec<_> = conversations_of(p).await.iter().map(|one| one.language).collect();
        let (danish, english) = (Some(Language::Da), Some(Language::En));
        assert_eq!(languages, [danish, danish, english, danish]);
    });
}

#[test]
fn a_mail_offered_again_makes_nothing_new_and_different_mails_are_all_kept() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let journal = Journal::start(p.clone());
        let mut new = 0;
        for n in 0..20 {
            let original = mail(&format!("Subject: s{n}\r\nMessage-ID: <{n}@post.example>\r\n"), "Hei");
            for (offer, source) in
                [Source::Lmtp, Source::Smtp, Source::Lmtp, Source::Pipe, Source::Import].into_iter().enumerate()
            {
                let trace = format!("Received: from relay{offer} by us; now\r\nDelivered-To: {US}\r\n");
                let offered = [trace.into_bytes(), original.clone()].concat();
                let kept = journal.accept(offered, arrival(source)).await.expect("kept");
                assert_eq!(kept.known, offer > 0);
                new += usize::from(!kept.known);
                if offer == 2 {
                    work(p).await;
                }
            }
        }
        work(p).await;
        assert_eq!(new, 20);
        let all = conversations_of(p).await;
        assert_eq!(all.len(), 20);
        for conversation in &all {
            assert_eq!(thread(p, &conversation.id).await.messages.len(), 1, "{}", conversation.subject);
        }
        let sql = "SELECT MIN(copies) AS least, MAX(copies) AS most FROM inbound";
        let row = p.db.read().await.expect("read").one(sql, vals![]).await.expect("copies").expect("a row");
        assert_eq!((row.int("least").expect("n"), row.int("most").expect("n")), (5, 5));
    });
}

#[test]
fn what_was_erased_does_not_come_back_by_whatever_way_its_mail_is_offered_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let original = mail("Subject: Kjelen\r\nMessage-ID: <gone@post.example>\r\n", "Den piper.");
        take_in(p, [original.clone()]).await;
        let kari = only(p).await.person;
        let holders = people::privacy::Holders(&[&conversations::Conversations, &crate::Mails]);
        let confirmed = people::privacy::Confirmed { name: &kari.name, called: "Erased", instead: "Erased" };
        let owner = Actor::staff("stf_00000000000000000000000001", Role::Owner);
        let mut tx = p.begin().await.expect("begin");
        people::privacy::erase(p, &mut tx, &owner, &kari.id, confirmed, holders).await.expect("erased");
        tx.commit().await.expect("commit");
        let journal = Journal::start(p.clone());
        for source in [Source::Lmtp, Source::Imap, Source::Import] {
            let kept = journal.accept(original.clone(), arrival(source)).await.expect("kept");
            assert!(kept.known, "{source:?}");
        }
        work(p).await;
        let all = conversations_of(p).await;
        assert_eq!(all.len(), 1, "what is left of it stays alone");
        let left = thread(p, &all[0].id).await;
        assert!(left.messages.iter().all(|message| !message.body.contains("piper")), "{left:?}");
    });
}

#[test]
fn many_mails_at_once_are_all_durable_when_acknowledged() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let journal = Journal::start(p.clone());
        let mut offers = tokio::task::JoinSet::new();
        for n in 0..150 {
            let journal = journal.clone();
            // Every third offer is the same mail, at the same time; some are large.
            let number = if n % 3 == 0 { 0 } else { n };
            let size = if n % 50 == 1 && n % 3 != 0 { 400_000 } else { 10 };
            let bytes = mail(&format!("Subject: s{number}\r\n"), &"x".repeat(size));
            offers.spawn(async move { journal.accept(bytes, arrival(Source::Lmtp)).await.expect("kept") });
        }
        let kept = offers.join_all().await;
        let mut ids: Vec<&str> = kept.iter().map(|kept| kept.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 101);
        assert_eq!(kept.iter().filter(|kept| !kept.known).count(), 101);
        assert_eq!(journal_states(p).await, "new:101");
        work(p).await;
        assert_eq!(journal_states(p).await, "done:101");
    });
}

#[test]
fn understanding_a_mail_twice_makes_one_message() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        take_in(p, [mail("Subject: x\r\n", "Hei")]).await;
        let sql = "SELECT id FROM inbound";
        let id =
            p.db.read()
                .await
                .expect("read")
                .one(sql, vals![])
                .await
                .expect("row")
                .expect("one")
                .text("id")
                .expect("id");
        // As after a worker that died between its commit and its last word.
        let mut tx = p.begin().await.expect("begin");
        tx.enqueue(platform::jobs::NewJob::new(crate::journal::LANE, crate::journal::PROCESS_JOB).payload(id))
            .await
            .expect("again");
        tx.commit().await.expect("commit");
        work(p).await;
        assert_eq!(only(p).await.messages.len(), 1);
    });
}

#[test]
fn nothing_that_is_not_exactly_ours_joins_a_conversation() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let actor = business(p, sink.port).await;
        take_in(p, [mail("Subject: Motoren\r\nMessage-ID: <1@post.example>\r\n", "Den stopper.")]).await;
        let id = only(p).await.conversation.id;
        reply(p, &actor, &id, "Vi ser paa det.").await;
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        let ours = arrived(&sink);
        let message_id = ours.message_id.expect("an id");
        let address = ours.reply_to[0].address.clone();
        let (local, domain) = address.rsplit_once('@').expect("an address");
        let (number, mac) = local.split_once('.').expect("a number and its proof");
        let altered = format!("{}{}", &mac[..mac.len() - 1], if mac.ends_with('a') { 'b' } else { 'a' });
        let forged_to = [
            format!("{number}.{altered}@{domain}"),
            format!("{number}.{}@{domain}", mac.to_uppercase()),
            format!("{}@{domain}", number),
            format!("{}9.{mac}@{domain}", number),
            format!("{number}.@{domain}"),
        ];
        for (n, to) in forged_to.iter().enumerate() {
            let bytes = format!("From: {KARI}\r\nTo: {to}\r\nSubject: Re: #1001 Motoren\r\n\r\nTo {n}\r\n");
            take_in(p, [bytes.into_bytes()]).await;
        }
        let forged_ids = [
            message_id.to_uppercase(),
            format!("x{message_id}"),
            message_id.replace('@', "@evil."),
            format!("msg_{}@{domain}", "0".repeat(26)),
            "1001@brekkesund.example".to_owned(),
        ];
        for (n, bad) in forged_ids.iter().enumerate() {
            let header = format!("Subject: Re: Motoren\r\nIn-Reply-To: <{bad}>\r\nReferences: <{bad}>\r\n");
            take_in(p, [mail(&header, &format!("Id {n}"))]).await;
        }
        // A stranger who saw the real ones is a stranger still.
        let stranger =
            format!("From: eve@evil.example\r\nTo: {address}\r\nIn-Reply-To: <{message_id}>\r\n\r\nLet me in\r\n");
        take_in(p, [stranger.into_bytes()]).await;
        assert_eq!(thread(p, &id).await.messages.len(), 2, "the conversation is as it was");
        assert_eq!(thread(p, &id).await.conversation.state, State::WaitingCustomer);
        assert_eq!(conversations_of(p).await.len(), 1 + forged_to.len() + forged_ids.len() + 1);
    });
}

#[test]
fn a_mail_in_a_colleague_s_name_has_no_power_and_says_so() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let actor = business(p, sink.port).await;
        take_in(p, [mail("Subject: Motoren\r\n", "Den stopper.")]).await;
        let id = only(p).await.conversation.id;
        reply(p, &actor, &id, "Vi ser paa det.").await;
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        let ours = arrived(&sink);
        let forged = format!(
            "From: Ingrid Moen <ingrid@brekkesund.example>\r\nTo: {}\r\nIn-Reply-To: <{}>\r\nSubject: Re: Motoren\r\n\r\nPengene er sendt.\r\n",
            ours.reply_to[0].address,
            ours.message_id.expect("an id")
        );
        take_in(p, [forged.into_bytes()]).await;
        let all = conversations_of(p).await;
        assert_eq!(all.len(), 2, "not a reply of ours");
        let message = &thread(p, &all[1].id).await.messages[0];
        assert!(message.warnings.iter().any(|warning| warning == "unproved_staff"), "{:?}", message.warnings);
        work(p).await;
        assert_eq!(sink.kept.mails().len(), 1, "nothing went to the customer");
    });
}

#[test]
fn commands_and_control_fields_in_a_mail_are_only_words() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let header = "Subject: #close [macro:refund]\r\nX-Tillit-State: closed\r\nX-Tillit-Assign: me\r\n\
            X-Priority: 1\r\nStatus: RO\r\n";
        take_in(p, [mail(header, "#close\r\n/assign ingrid\r\n[macro:refund]\r\n{{7*7}}")]).await;
        let thread = only(p).await;
        assert_eq!((thread.conversation.state, thread.conversation.assignee), (State::New, None));
        assert_eq!(thread.messages[0].body, "#close\n/assign ingrid\n[macro:refund]\n{{7*7}}");
        assert_eq!(thread.conversation.subject, "#close [macro:refund]");
    });
}

#[test]
fn machines_mails_are_kept_and_answered_by_nobody() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        business(p, sink.port).await;
        let headers = [
            "Auto-Submitted: auto-replied\r\n",
            "Precedence: bulk\r\n",
            "X-Autoreply: yes\r\n",
            "List-Id: <l.example>\r\n",
            "X-Loop: us\r\n",
            "Return-Path: <>\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
        ];
        let mails = headers.iter().enumerate().map(|(n, header)| mail(&format!("Subject: m{n}\r\n{header}"), "Borte"));
        take_in(p, mails).await;
        let all = conversations_of(p).await;
        assert_eq!(all.len(), headers.len());
        for conversation in &all {
            assert_eq!(conversation.clocks.due(), None, "{}: nobody owes a machine an answer", conversation.subject);
            assert!(thread(p, &conversation.id).await.messages[0].automatic.is_some());
        }
        test.clock.advance_machine(jiff::SignedDuration::from_hours(1));
        work(p).await;
        assert!(sink.kept.mails().is_empty());
    });
}

#[test]
fn our_own_mail_that_comes_back_makes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let actor = business(p, sink.port).await;
        take_in(p, [mail("Subject: Motoren\r\n", "Den stopper.")]).await;
        let id = only(p).await.conversation.id;
        reply(p, &actor, &id, "Vi ser paa det.").await;
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        let (_, bytes) = sink.kept.mails().remove(0);
        take_in(p, [[b"Received: from a loop\r\n".to_vec(), bytes].concat()]).await;
        assert_eq!(only(p).await.messages.len(), 2);
        assert_eq!(journal_states(p).await, "done:1 own:1");
    });
}

/// Mails that no reader gets through.
fn poison(n: usize) -> Vec<u8> {
    let deep = || {
        (0..200).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect::<String>()
    };
    match n % 5 {
        0 => mail(&format!("Subject: p{n}\r\n{}", deep()), ""),
        1 => mail(&format!("X-P: {n}\r\nCc: {}\r\n", "(".repeat(1_000)), "x"),
        2 => format!("no header at all {n}\0").into_bytes(),
        3 => mail(&(0..1_200).map(|field| format!("X-{field}: {n}\r\n")).collect::<String>(), "x"),
        _ => [b"\0\xFF\xFE".to_vec(), vec![0; n + 1]].concat(),
    }
}

#[test]
fn mails_that_cannot_be_read_are_shown_as_they_are_and_hold_nobody_up() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mails =
            (0..60).map(|n| if n % 3 == 0 { poison(n) } else { mail(&format!("Subject: good {n}\r\n"), "Hei") });
        take_in(p, mails).await;
        assert_eq!(journal_states(p).await, "done:60");
        let all = conversations_of(p).await;
        assert_eq!(all.iter().filter(|one| one.subject.starts_with("good")).count(), 40);
        let mut unreadable = 0;
        for conversation in all.iter().filter(|one| !one.subject.starts_with("good")) {
            let thread = thread(p, &conversation.id).await;
            let message = &thread.messages[0];
            assert!(message.unreadable.is_some() && message.raw.is_some(), "{message:?}");
            assert!(thread.conversation.clocks.due().is_some(), "a person may have written it");
            unreadable += 1;
        }
        assert_eq!(unreadable, 20);
        assert!(platform::jobs::dead(&mut p.db.read().await.expect("read"), 10).await.expect("dead").is_empty());
    });
}

#[test]
fn asking_what_would_happen_makes_nothing_happen() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let bytes = mail(PICTURE, PICTURE_BODY);
        for _ in 0..2 {
            let explained = crate::process::explain(p, &bytes).await.expect("explained");
            assert_eq!((explained.outcome.as_str(), explained.new_person), ("new_conversation", true));
            assert_eq!((explained.subject.as_str(), explained.text.as_str()), ("Motoren", "Den stopper."));
            assert_eq!(explained.attachments[0].name, "x.png");
        }
        assert!(conversations_of(p).await.is_empty());
        take_in(p, [bytes.clone()]).await;
        assert_eq!(crate::process::explain(p, &bytes).await.expect("explained").outcome, "already_here");
        let broken = crate::process::explain(p, &poison(1)).await.expect("explained");
        assert_eq!(broken.unreadable.as_deref(), Some("comments-too-deep"));
        assert!(broken.to_string().contains("cannot be read"), "{broken}");
        assert_eq!(conversations_of(p).await.len(), 1);
    });
}

async fn say(port: u16, said: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    stream.write_all(said.as_bytes()).await.expect("written");
    let mut heard = String::new();
    stream.read_to_string(&mut heard).await.expect("answers");
    heard
}

#[test]
fn the_doors_take_our_mail_refuse_others_and_list_what_was_too_large() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let journal = Journal::start(p.clone());
        let free =
            || std::net::TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port");
        let (lmtp, smtp) = (free(), free());
        let (stop, stopped) = watch::channel(false);
        let parts = crate::listen(p, &journal, Some(lmtp), Some(smtp), 20_000, stopped).await.expect("listens");
        assert!(
            crate::listen(p, &journal, Some(lmtp), None, 1, stop.subscribe()).await.is_err(),
            "bound before it serves"
        );
        let serving: Vec<_> = parts.into_iter().map(tokio::spawn).collect();
        let body = "MAIL FROM:<kari@post.example>\r\nRCPT TO:<x@other.example>\r\nRCPT TO:<hei@Brekkesund.example>\r\n\
            DATA\r\nFrom: kari@post.example\r\nSubject: by PORT\r\n\r\nHei\r\n.\r\nQUIT\r\n";
        for (port, hello) in [(lmtp.port(), "LHLO"), (smtp.port(), "EHLO")] {
            let heard = say(port, &format!("{hello} a\r\n{}", body.replace("PORT", hello))).await;
            assert!(heard.contains("550 5.1.1") && heard.contains("250 2.0.0 Kept as inb_"), "{heard}");
        }
        let large = format!(
            "EHLO a\r\nMAIL FROM:<big@post.example>\r\nRCPT TO:<{US}>\r\nDATA\r\n{}.\r\nQUIT\r\n",
            "x\r\n".repeat(10_000)
        );
        assert!(say(smtp.port(), &large).await.contains("552 5.3.4"));
        work(p).await;
        let subjects: Vec<String> = conversations_of(p).await.into_iter().map(|one| one.subject).collect();
        assert_eq!(subjects, ["by LHLO", "by EHLO"]);
        let refused = crate::journal::refused(&mut p.db.read().await.expect("read"), 10).await.expect("refused");
        assert_eq!(refused.len(), 1);
        assert_eq!((refused[0].envelope_from.as_str(), refused[0].size), ("big@post.example", 30_000));
        stop.send(true).expect("still serving");
        for part in serving {
            part.await.expect("no panic").expect("ended well");
        }
    });
}

#[test]
fn a_mail_of_html_is_shown_in_our_own_form_and_its_original_is_found_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let html = "<p onclick=x>Hei <b>dere</b></p><img src=cid:pic@x><img src=https://t.example/a.png><script>1</script>\
            <div class=gmail_quote><blockquote>Før</blockquote></div>";
        let body = format!(
            "--r\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--r\r\nContent-Type: image/png\r\n\
             Content-ID: <pic@x>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--r--"
        );
        take_in(p, [mail("Content-Type: multipart/related; boundary=r\r\n", &body)]).await;
        let thread = only(p).await;
        let message = &thread.messages[0];
        let document = message.document.as_ref().expect("a document");
        let shown = serde_json::to_string(&document.blocks).expect("JSON");
        assert!(shown.starts_with("[{\"paragraph\":[{\"text\":\"Hei \"},{\"strong\":\"dere\"}]}"), "{shown}");
        assert!(shown.contains("\"fold\":[\"quote\"") && !shown.contains("script") && !shown.contains("onclick"));
        assert_eq!((document.remote, document.parts()), (1, vec!["pic@x"]));
        assert_eq!(message.attachments[0].content_id.as_deref(), Some("pic@x"));
        let mut conn = p.db.read().await.expect("read");
        let range = crate::sources::MailParts.html_range(&document.origin).expect("a place of its own");
        let raw = message.raw.as_deref().expect("the raw mail");
        let piece = p.blobs.read_range(&mut conn, raw, range).await.expect("that piece");
        let original = crate::sources::MailParts.original(&piece, &document.origin, &|_| Some("/here".to_owned()));
        let original = original.expect("an original");
        assert!(
            original.starts_with("<p>Hei <b>dere</b></p><img src=\"/here\" alt=\"\"><img src=\"/here\" alt=\"\">"),
            "{original}"
        );
        drop(conn);
    });
}
