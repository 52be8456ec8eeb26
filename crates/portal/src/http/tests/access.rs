//! Who opens what: the link opens one request to its customer, and nothing else opens anything.

use axum::http::{Method, StatusCode, header};
use conversations::commands::{self, Inbound, NewFile, NewForward, NewMacro, NewPicture, NewReply};
use conversations::settings::{self, Requests};
use conversations::{Mailbox, Recipients, queries};

use super::{CANARY, letter, part, run, take_in};

#[test]
fn a_customer_sees_what_she_wrote_and_was_sent_and_not_one_word_more() {
    run(|house| async move {
        let (p, id) = (house.p(), &house.kari.conversation);
        house.reply("Vi sender et nytt lokk.").await;
        commands::note(p, &house.actor(), id, CANARY).await.expect("a note");
        let to = |address: &str| Recipients {
            to: vec![Mailbox { name: CANARY.into(), address: address.into() }],
            ..Recipients::default()
        };
        let forward = NewForward {
            about: house.kari.message.clone(),
            recipients: to("smith@workshop.example"),
            body: CANARY.into(),
            files: vec![],
            keep: vec![],
        };
        commands::forward(p, &house.actor(), id, forward).await.expect("passed on");
        // What the workshop answers is not for her, nor is what a stranger's robot sends to where she may answer.
        let it = house.find().await;
        let tag = conversations::naming::reply_tag(p, it.number, &it.person);
        for from in ["smith@workshop.example", "signup@service.example"] {
            let mail = letter(p, from, &format!("{CANARY} from {from}"));
            take_in(p, Inbound { reply_tags: vec![tag.clone()], files: vec![part(CANARY)], ..mail }).await;
        }
        let page = house.get(&house.path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains("Kjelen piper.") && page.body.contains("Vi sender et nytt lokk."), "{}", page.body);
        assert!(!page.body.contains(CANARY) && !page.body.contains("workshop"), "{}", page.body);
        assert!(!page.body.contains("<img"), "what she wrote is text");

        // What can still be taken back is not said yet.
        let new = NewReply { body: "Vent litt".into(), ..NewReply::default() };
        commands::reply(p, &house.actor(), id, new).await.expect("written");
        assert!(!house.get(&house.path).await.body.contains("Vent litt"));
    });
}

#[test]
fn any_other_link_opens_nothing_and_looks_the_same() {
    run(|house| async move {
        let p = house.p();
        let other = take_in(p, letter(p, "ola@post.example", "Min kjele")).await;
        let (number, signature) = house.path[3..].split_once('.').expect("a token");
        let last = if signature.ends_with('a') { "b" } else { "a" };
        let wrong = [
            format!("/r/{number}"),
            format!("/r/{number}."),
            format!("/r/{}.{signature}", other.number),
            format!("/r/{number}.{}", signature.to_uppercase()),
            format!("/r/{number}.{}{last}", &signature[..signature.len() - 1]),
            format!("/r/0{number}.{signature}"),
            format!("/r/+{number}.{signature}"),
            format!("/r/999999.{signature}"),
            format!("/r/{}", conversations::naming::reply_tag(p, house.kari.number, &house.find().await.person)),
            "/r/%2e%2e".to_owned(),
        ];
        let first = house.get(&wrong[0]).await;
        let shape = |body: &str| body.split("name=\"back\"").map(str::len).next();
        for path in wrong {
            let got = house.get(&path).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(shape(&got.body), shape(&first.body), "{path}");
            for verb in ["solved", "reopen"] {
                assert_eq!(house.post(&format!("{path}/{verb}")).await.status, StatusCode::NOT_FOUND, "{path}");
            }
            assert_eq!(house.answer(&path, "Hei", "").await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(house.get(&house.path).await.status, StatusCode::OK);
    });
}

#[test]
fn a_withdrawn_link_opens_nothing_and_the_next_one_does() {
    run(|house| async move {
        commands::withdraw_link(house.p(), &house.actor(), &house.kari.conversation).await.expect("withdrawn");
        assert_eq!(house.get(&house.path).await.status, StatusCode::NOT_FOUND);
        let next = house.link().await;
        assert_eq!(house.get(&next).await.status, StatusCode::OK);
        commands::withdraw_link(house.p(), &house.actor(), &house.kari.conversation).await.expect("withdrawn");
        assert_eq!(house.get(&next).await.status, StatusCode::NOT_FOUND);
        let off = Requests { links: false, ..Requests::default() };
        let path = house.link().await;
        let mut tx = house.p().begin().await.expect("begin");
        settings::set_requests(&mut tx, &off).await.expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(house.get(&path).await.status, StatusCode::NOT_FOUND, "links are off");
    });
}

#[test]
fn what_becomes_part_of_somebody_elses_request_stays_theirs() {
    run(|house| async move {
        let p = house.p();
        let mine = take_in(p, letter(p, "kari@post.example", "Og ristemaskinen?")).await;
        commands::merge(p, &house.actor(), &house.kari.conversation, mine.number).await.expect("merged");
        let page = house.get(&house.path).await;
        assert!(page.body.contains("Og ristemaskinen?") && page.body.contains("Kjelen piper."), "{}", page.body);
        let theirs = take_in(p, letter(p, "ola@post.example", CANARY)).await;
        commands::merge(p, &house.actor(), &mine.conversation, theirs.number).await.expect("merged");
        assert_eq!(house.get(&house.path).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn files_open_on_the_page_that_shows_them_and_only_download() {
    run(|house| async move {
        let p = house.p();
        let page = house.get(&house.path).await;
        let at = page.body.find("/files/").expect("a file") + "/files/".len();
        let id = &page.body[at..at + 30];
        let file = house.get(&format!("{}/files/{id}", house.path)).await;
        assert_eq!((file.status, file.body.as_str()), (StatusCode::OK, "what the file holds"));
        assert_eq!(file.headers[header::CONTENT_TYPE], "application/octet-stream");
        assert!(file.headers[header::CONTENT_DISPOSITION].to_str().expect("text").starts_with("attachment"));
        assert_eq!(file.headers[header::CACHE_CONTROL], "private, no-store");

        let theirs = take_in(p, Inbound { files: vec![part("x")], ..letter(p, "ola@post.example", "x") }).await;
        let files = queries::files(&mut p.db.read().await.expect("read"), &theirs.message).await.expect("files");
        let path = format!("{}/files/{}", house.path, files[0].id);
        assert_eq!(house.get(&path).await.status, StatusCode::NOT_FOUND, "another's file");
        commands::withdraw_link(p, &house.actor(), &house.kari.conversation).await.expect("withdrawn");
        assert_eq!(house.get(&format!("{}/files/{id}", house.path)).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_picture_of_ours_stands_below_what_we_wrote_and_is_no_paper_beside_it() {
    run(|house| async move {
        let p = house.p();
        let bytes = b"GIF89a\x10\0\x20\0\0\0\0".to_vec();
        let file = NewFile { name: "vei.gif".into(), content_type: "text/html".into(), bytes };
        let new = NewMacro {
            name: "The way".into(),
            texts: [(base::Language::Nb, "Sving til venstre.".to_owned())].into(),
            pictures: vec![NewPicture { file, alt: "Veien \"hit\"".into() }],
            ..NewMacro::default()
        };
        let used = commands::make_macro(p, &house.actor(), new).await.expect("made");
        commands::apply_macro(p, &house.actor(), &house.kari.conversation, &used, None).await.expect("used");
        house.test.clock.advance(jiff::SignedDuration::from_mins(5));
        let page = house.get(&house.path).await.body;
        let before = format!("<img src=\"{}/files/", house.path);
        let rest = page.split(&before).nth(1).unwrap_or_else(|| panic!("a picture in {page}"));
        let (id, rest) = rest.split_once('"').expect("its address");
        assert!(rest.starts_with(" alt=\"Veien &quot;hit&quot;\""), "{rest}");
        assert!(!page.contains("vei.gif") && page.contains("lokk.html"), "{page}");
        let shown = house.get(&format!("{}/files/{id}", house.path)).await;
        assert_eq!(
            (shown.status, &shown.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"image/gif".parse().expect("one"))
        );
    });
}

#[test]
fn the_pages_of_settings_are_for_those_who_run_the_desk() {
    run(|house| async move {
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let stranger = house.ask(Method::POST, "/settings/requests", &form, "links=off".to_owned()).await;
        assert_ne!(stranger.to(), "/settings/requests?done=saved");
        let cookie = house.signed_in().await;
        let signed = [form[0], ("cookie", cookie.as_str())];
        let saved =
            house.ask(Method::POST, "/settings/requests", &signed, "links=on&hue=260&typeface=inter".to_owned()).await;
        assert_eq!(saved.to(), "/settings/requests?done=saved");
        let theirs = house.get(&house.path).await.body;
        assert!(theirs.contains("class=\"pub own h-260\"") && theirs.contains("/assets/inter."), "{theirs}");
        let page = house.ask(Method::GET, "/settings/requests?done=saved", &signed[1..], String::new()).await;
        assert!(page.body.contains("value=\"260\" selected"), "{}", page.body);
        assert!(page.body.contains("value=\"inter\" selected"), "{}", page.body);
        assert!(page.body.contains("href=\"/assets/inter."), "the desk stands in it too: {}", page.body);
        // Only what is offered: any other might not be readable.
        house.ask(Method::POST, "/settings/requests", &signed, "links=on&hue=7".to_owned()).await;
        let set = settings::requests(&mut house.p().db.read().await.expect("read")).await.expect("set");
        assert_eq!(set, Requests { links: true, hue: None });
        assert!(!house.get(&house.path).await.body.contains("/assets/inter"), "the device's again");
    });
}
