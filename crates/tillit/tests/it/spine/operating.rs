//! What those see who run it: logs and numbers without a secret (T48), and an end that loses nothing (P14).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::arriving::number;
use super::desk::Desk;
use super::letter::Letter;
use super::world::{INGRID, World};
use crate::harness::Outcome;
use crate::harness::free_addresses;
use crate::harness::mailer::Mailer;
use crate::harness::wait::wait_until;

/// Planted wherever something secret or somebody's words may stand.
const CANARY: &str = "kanarifugl";

/// What one plain request to an address answers, whole.
async fn plain(address: std::net::SocketAddr, head: &str) -> Outcome<String> {
    let mut peer = TcpStream::connect(address).await?;
    peer.write_all(format!("{head}\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let mut answer = String::new();
    peer.read_to_string(&mut answer).await?;
    Ok(answer)
}

both_engines! {
    async fn no_secret_and_nobodys_words_are_in_logs_or_numbers(place: Place) -> Outcome {
        let [numbers] = free_addresses()?;
        let (at, token) = (numbers.to_string(), format!("{CANARY}-numbers-token"));
        let options = ["--log", "trace", "--log-format", "json", "--metrics", &at, "--metrics-token", &token];
        let world = World::open_with(place, &[&options[..], &["--undo-seconds", "0"]].concat()).await?;
        let from = format!("{CANARY}-kunde@kunde.example");
        let id = world.conversation(&from, &format!("Emne {CANARY}-emne")).await?;
        world.desk.reply(&id, &format!("Svar {CANARY}-svar"), Some((&format!("{CANARY}.txt"), CANARY))).await?;
        wait_until("the reply", async || Ok((!world.sink.kept().is_empty()).then_some(()))).await?;
        let link = world.place.tillit(&["user", "link", INGRID]).output()?;
        let link = String::from_utf8(link.stdout)?.trim().to_owned();
        let stranger = Desk::stranger(world.server.http())?;
        stranger.by_link(&link).await?;
        let wrong = format!("{CANARY}-passord");
        stranger.post("/signin", &[("email", INGRID), ("password", &wrong)]).await?;
        stranger.post("/signin", &[("email", &from), ("password", &wrong)]).await?;
        for path in ["r", "signin/link", "signin/reset", "my/in", "originals", "pictures", "welcome", "nowhere"] {
            stranger.get(&format!("/{path}/{CANARY}-nokkel?q={CANARY}-spor")).await?;
        }
        world.desk.get(&format!("/search?q={CANARY}-leting")).await?;
        let password = format!("{CANARY}-langt-passord");
        world.desk.post("/profile/password", &[("password", &password)]).await?;
        let new = [("name", CANARY), ("level", "admin"), ("days", "0"), ("password", password.as_str())];
        let made = world.desk.post("/settings/api", &new).await?.text();
        let bearer = made.split("tillit_").nth(1).and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        let bearer = format!("tillit_{}", bearer.ok_or("a token")?);
        for who in [bearer.as_str(), &format!("{CANARY}-bearer")] {
            plain(world.server.http(), &format!("GET /api/v1/me?q={CANARY} HTTP/1.1\r\nAuthorization: Bearer {who}")).await?;
        }
        let seen = plain(numbers, &format!("GET /metrics HTTP/1.1\r\nAuthorization: Bearer {token}")).await?;
        assert!(seen.starts_with("HTTP/1.1 200") && seen.contains("tillit_http_requests_total"), "{seen}");
        assert!(seen.contains("route=\"/signin/link/{secret}\"") && seen.contains("route=\"/api/v1/me\""), "{seen}");
        assert!(plain(numbers, "GET /metrics HTTP/1.1").await?.starts_with("HTTP/1.1 401"));
        assert_eq!(stranger.get("/metrics").await?.status, 404, "the desk has no numbers");
        let logs = world.server.logs();
        assert!(logs.contains("\"route\":\"/signin/link/{secret}\"") && logs.contains("\"level\":\"DEBUG\""), "{logs}");
        let cookie = world.desk.cookie().split('=').nth(1).ok_or("a cookie")?.to_owned();
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        for secret in [CANARY.to_owned(), cookie, last(&link), bearer] {
            for (name, text) in [("the log", &logs), ("the numbers", &seen)] {
                let line = text.lines().find(|line| line.contains(&secret));
                assert!(line.is_none(), "{name}: {secret} in {line:?}");
            }
        }
        Ok(())
    }

    async fn whatever_was_taken_before_a_stop_is_there_once_after_it(place: Place) -> Outcome {
        let mut world = World::open(place).await?;
        let (lmtp, http, cookie) = (world.server.lmtp()?, world.server.http(), world.desk.cookie().to_owned());
        let mut taken: Vec<String> = Vec::new();
        for round in 0..3 {
            let over = Arc::new(AtomicBool::new(false));
            let mails = (0..3).map(|one| tokio::spawn(write_until_over(lmtp, format!("Runde {round} brev {one}"), over.clone())));
            let reads = (0..3).map(|_| tokio::spawn(read_until_over(http, cookie.clone(), over.clone())));
            let (mails, reads): (Vec<_>, Vec<_>) = (mails.collect(), reads.collect());
            wait_until("work in hand", async || {
                let taken = number(&world.place, "SELECT COUNT(*) FROM inbound").await?;
                Ok((taken >= i64::from(round + 1) * 15).then_some(()))
            })
            .await?;
            assert!(world.server.stop()?.success(), "{}", world.server.logs());
            over.store(true, Ordering::SeqCst);
            for mail in mails {
                taken.extend(mail.await??);
            }
            for read in reads {
                assert!(read.await?? > 0, "pages were answered until the end");
            }
            world.server = world.server.kill_and_restart().await?;
        }
        wait_until("everything is understood", async || {
            Ok((number(&world.place, "SELECT COUNT(*) FROM inbound WHERE state = 'new'").await? == 0).then_some(()))
        })
        .await?;
        let names: Vec<String> = taken.iter().map(|name| format!("'{name}'")).collect();
        let there = format!("SELECT COUNT(*) FROM conversation WHERE subject IN ({})", names.join(", "));
        assert_eq!(number(&world.place, &there).await?, i64::try_from(taken.len())?, "each once");
        let double = "SELECT COUNT(*) - COUNT(DISTINCT subject) FROM conversation";
        assert_eq!(number(&world.place, double).await?, 0);
        Ok(())
    }

    async fn a_second_signal_stops_at_once(place: Place) -> Outcome {
        let mut world = World::open(place).await?;
        let mut stuck = TcpStream::connect(world.server.http()).await?;
        let head = "POST /signin HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=";
        stuck.write_all(head.as_bytes()).await?;
        let desk = world.desk.clone();
        desk.get("/inbox").await?;
        world.server.ask_to_stop()?;
        wait_until("it says that it stops", async || {
            Ok(world.server.logs().contains("finishing what is in hand").then_some(()))
        })
        .await?;
        let ended = world.server.stop()?;
        assert_eq!(ended.code(), Some(1), "{}", world.server.logs());
        assert!(world.server.logs().contains("stopping at once"));
        Ok(())
    }
}

/// Hands over mails of its own until nobody takes them; the subjects of those that were acknowledged.
async fn write_until_over(lmtp: std::net::SocketAddr, name: String, over: Arc<AtomicBool>) -> Outcome<Vec<String>> {
    let mut taken = Vec::new();
    while !over.load(Ordering::SeqCst) {
        let subject = format!("{name} nummer {}", taken.len());
        let letter = Letter::new("lise@kunde.example", &subject, "Hei");
        match Mailer::deliver(lmtp, &letter.from, &letter.to, &letter.bytes()).await {
            Ok(answer) if answer.is_yes() => taken.push(subject),
            _ => break,
        }
    }
    Ok(taken)
}

/// Reads pages until nobody answers; whatever is answered must be whole.
async fn read_until_over(http: std::net::SocketAddr, cookie: String, over: Arc<AtomicBool>) -> Outcome<usize> {
    let mut read = 0;
    while !over.load(Ordering::SeqCst) {
        let answer = plain(http, &format!("GET /inbox HTTP/1.1\r\nCookie: {cookie}")).await.unwrap_or_default();
        if answer.is_empty() {
            break;
        }
        if !(answer.starts_with("HTTP/1.1 200") && answer.contains("</html>")) {
            return Err(format!("half an answer: {answer}").into());
        }
        read += 1;
    }
    Ok(read)
}
