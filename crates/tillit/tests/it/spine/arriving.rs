//! The other ways in, and what is refused: the pipe, archives, mails too large, mails that come again; and what
//! `mail explain` says beforehand.

use std::io::Write;
use std::process::{Output, Stdio};

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use serde_json::Value;

use super::desk::messages;
use super::letter::Letter;
use super::world::{BUSINESS, World, reply_to};
use crate::harness::Outcome;
use crate::harness::place::Place;

const OLA: &str = "ola@kunde.example";

fn pipe(place: &Place, arguments: &[&str], input: &[u8]) -> Outcome<Output> {
    let mut command = place.tillit(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    child.stdin.take().ok_or("an input")?.write_all(input)?;
    Ok(child.wait_with_output()?)
}

fn explain(place: &Place, letter: &Letter) -> Outcome<Value> {
    let output = pipe(place, &["mail", "explain", "-", "--json"], &letter.bytes())?;
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// One number from the server's own database; nothing is written.
pub(super) async fn number(place: &Place, sql: &str) -> Outcome<i64> {
    let file = format!("sqlite://{}?mode=ro", place.data().join("tillit.db").display());
    let connection = Database::connect(place.database().unwrap_or(file)).await?;
    let backend: DbBackend = connection.get_database_backend();
    let row = connection.query_one_raw(Statement::from_string(backend, sql)).await?.ok_or("a row")?;
    let n = row.try_get_by_index(0)?;
    connection.close().await?;
    Ok(n)
}

both_engines! {
    async fn the_pipe_takes_a_mail_while_the_server_runs(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let letter = Letter::new(OLA, "Gjennom rør", "Hei fra røret");
        let taken = pipe(&world.place, &["mail", "accept", "--from", OLA, "--to", BUSINESS], &letter.bytes())?;
        assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
        let id = world.desk.find("Gjennom rør").await?;
        // The same mail by another way, with another server's trace, is the same mail.
        world.deliver(&letter.clone().field("Received", "by relay.example; Wed, 18 Nov 2026 13:49:00 +0100")).await?;
        world.deliver(&Letter::new(OLA, "Etterpå", "Noe nytt")).await?;
        world.desk.find("Etterpå").await?;
        assert_eq!(messages(&world.desk.read(&id, "Hei fra").await?), 1);
        assert_eq!(world.desk.count().await?, 2);
        assert_eq!(pipe(&world.place, &["mail", "accept"], b"")?.status.code(), Some(65), "nothing is no mail");
        Ok(())
    }

    async fn an_archive_is_imported_once_however_often(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let mut mbox = Vec::new();
        for letter in [Letter::new(OLA, "Fra arkivet", "Gammelt"), Letter::new("per@kunde.example", "Ogs\u{e5} gammelt", "x")] {
            mbox.extend_from_slice(b"From MAILER-DAEMON Wed Nov 18 13:48:00 2026\n");
            mbox.extend_from_slice(&letter.bytes());
            mbox.extend_from_slice(b"\n");
        }
        let file = tempfile::Builder::new().suffix(".mbox").tempfile()?;
        std::fs::write(file.path(), mbox)?;
        let import = ["mail", "import", file.path().to_str().ok_or("a path")?];
        let first = world.place.tillit(&import).output()?;
        let told = String::from_utf8(first.stdout)?;
        assert!(told.contains("2 new") && told.contains("0 already here"), "{told}");
        world.desk.find("Fra arkivet").await?;
        let second = String::from_utf8(world.place.tillit(&import).output()?.stdout)?;
        assert!(second.contains("0 new") && second.contains("2 already here"), "{second}");
        world.deliver(&Letter::new(OLA, "Nytt", "x")).await?;
        world.desk.find("Nytt").await?;
        assert_eq!(world.desk.count().await?, 3);
        assert_eq!(world.sink.kept().len(), 0, "nobody is written to");
        Ok(())
    }

    async fn a_mail_too_large_is_refused_and_listed(place: Place) -> Outcome {
        let world = World::open_with(place, &["--mail-max", "100000"]).await?;
        let large = Letter::new(OLA, "Stor", &"x".repeat(70).repeat(2000));
        let answer = world.offer(&large).await?;
        assert_eq!(answer.code, 552, "{}", answer.text);
        assert!(answer.text.contains("100000"), "{}", answer.text);
        assert_eq!(number(&world.place, "SELECT COUNT(*) FROM refused WHERE reason = 'too_large'").await?, 1);
        world.conversation(OLA, "Liten").await?;
        assert_eq!(world.desk.count().await?, 1);
        Ok(())
    }

    async fn what_would_happen_is_told_and_does_not_happen(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let letter = Letter::new(OLA, "Forklar", "Hva skjer med denne?").field("From", "Ola Dunk <ola@kunde.example>");
        let told = explain(&world.place, &letter)?;
        assert_eq!(told["outcome"], "new_conversation");
        assert_eq!(told["from"]["address"], OLA);
        assert_eq!(told["from"]["name"], "Ola Dunk");
        assert_eq!((&told["subject"], &told["new_person"]), (&"Forklar".into(), &true.into()));
        assert_eq!(told["message_id"], letter.id());
        for (field, is) in [("to", Value::is_array as fn(&Value) -> bool), ("attachments", Value::is_array),
            ("warnings", Value::is_array), ("trace", Value::is_array), ("unreadable", Value::is_null),
            ("automatic", Value::is_null), ("conversation", Value::is_null), ("text", Value::is_string)] {
            assert!(is(&told[field]), "{field}: {told}");
        }
        assert_eq!(world.desk.count().await?, 0);
        world.deliver(&letter).await?;
        let id = world.desk.find("Forklar").await?;
        assert_eq!(explain(&world.place, &letter)?["outcome"], "already_here");
        world.desk.reply(&id, "Svar", None).await?;
        let to = reply_to(&world.sink.wait_for(1).await?[0])?;
        let answer = Letter::new(OLA, "Re: Forklar", "Takk").to(&to);
        let told = explain(&world.place, &answer)?;
        assert_eq!((&told["outcome"], &told["conversation"]), (&"joins".into(), &1001.into()), "{told}");
        Ok(())
    }
}
