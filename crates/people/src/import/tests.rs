//! Files on both engines: brought, looked at, taken in, interrupted.

use base::{Actor, Language, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Platform, jobs};

use super::rules::columns::Column;
use super::*;
use crate::field::{self, About, Kind, NewField};
use crate::staff::{self, NewStaff, Staff};
use crate::{file, organisation, person};

fn run<R: Future<Output = ()>>(body: impl Fn(Platform, Staff) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Ingrid Moen".into(),
            email: "ingrid@brekkesund.example".into(),
            role: Role::Admin,
            language: Language::Nb,
            zone: "Europe/Oslo".into(),
        };
        let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        tx.commit().await.expect("commit");
        body(p, staff).await;
    });
}

async fn brought(p: &Platform, staff: &Staff, bytes: &[u8], wanted: &Wanted) -> Import {
    let mut upload = Upload::begin(p, staff, "C:\\kunder.csv").await.expect("begun");
    for piece in bytes.chunks(70_001) {
        upload.push(piece).await.expect("taken");
    }
    upload.end(staff.language, wanted).await.expect("there")
}

async fn begun(p: &Platform, staff: &Staff, it: &Import) {
    let mut tx = p.begin().await.expect("begin");
    start(&mut tx, &staff.actor(), &it.id).await.expect("started");
    tx.commit().await.expect("commit");
}

/// Does everything that waits; answers how many jobs that took.
async fn worked(p: &Platform) -> usize {
    let workers = jobs::Workers::default().lane(LANE, 1).handle(JOB, work);
    workers.run_due(p, LANE).await.expect("done")
}

async fn all(p: &Platform, staff: &Staff, text: &str, wanted: &Wanted) -> Import {
    let it = brought(p, staff, text.as_bytes(), wanted).await;
    begun(p, staff, &it).await;
    worked(p).await;
    loaded(p, staff, &it).await
}

async fn loaded(p: &Platform, staff: &Staff, it: &Import) -> Import {
    load(&mut p.db.read().await.expect("read"), &staff.actor(), &it.id).await.expect("there")
}

async fn report(p: &Platform, staff: &Staff, it: &Import) -> Vec<String> {
    let mut conn = p.db.read().await.expect("read");
    let lines = lines(&mut conn, &staff.actor(), &it.id, (None, 0), 1000).await.expect("read");
    lines
        .into_iter()
        .map(|(line, name)| {
            let why: Vec<_> = line.remarks.iter().map(|one| format!("{:?}@{}", one.why, one.column)).collect();
            format!("{} {} {name} {}", line.number, line.outcome.code(), why.join(" ")).trim_end().to_owned()
        })
        .collect()
}

async fn people(p: &Platform) -> i64 {
    p.db.read().await.expect("read").number("SELECT COUNT(*) AS n FROM person", vec![]).await.expect("counted")
}

const TABLE: &str = "Navn;E-post;Telefon;Firma;Språk;Kundenummer;Ukjent\r\n\
    Kari Solheim;kari@post.example;400 00 117;Havn AS;norsk;7;x\r\n\
    Ola;;911 22 333;;;;\r\n\
    Bare Navn;;;;;;\r\n\
    ;;;Havn AS;;;\r\n\
    \r\n\
    Nina;nina(at)x;spør Per;;klingon;åtte;\r\n\
    \"Aldri lukket;a@x.example;;;;;\r\n\
    =1+1;regn@post.example;;;;;\r\n";

#[test]
fn rows_become_customers_and_the_report_says_what_became_of_each() {
    run(|p, staff| async move {
        let mut tx = p.begin().await.expect("begin");
        let new = NewField {
            about: About::Person,
            name: "Kundenummer".into(),
            kind: Kind::Number,
            choices: String::new(),
            required: Vec::new(),
        };
        let number = field::add(&mut tx, &staff.actor(), &new).await.expect("added");
        tx.commit().await.expect("commit");
        let it = brought(&p, &staff, TABLE.as_bytes(), &Wanted::default()).await;
        assert_eq!((it.name.as_str(), it.form, it.plan.delimiter), ("kunder.csv", Form::Table, b';'));
        assert_eq!((it.plan.heading, it.plan.country.as_str(), it.plan.columns.len()), (true, "NO", 7));
        assert_eq!(it.plan.columns[5], Column::Own(number.clone()));
        let rehearsed = rehearse(&p, &staff.actor(), &it).await.expect("looked at");
        assert_eq!((rehearsed.len(), people(&p).await), (7, 0), "nothing is written by looking");
        begun(&p, &staff, &it).await;
        worked(&p).await;
        let expected = [
            "2 added Kari Solheim",
            "3 added Ola",
            "4 added Bare Navn",
            "5 refused  Nobody@",
            "7 added Nina NotAnAddress@E-post NotAPhone@Telefon NotALanguage@Språk Unfit@Kundenummer",
            "8 refused  Broken@",
            "9 added =1+1",
        ];
        assert_eq!(report(&p, &staff, &it).await, expected);
        let shown: Vec<_> = rehearsed.iter().map(|(_, line, _)| (line.number, line.outcome)).collect();
        let mut conn = p.db.read().await.expect("read");
        let kept = lines(&mut conn, &staff.actor(), &it.id, (None, 0), 100).await.expect("read");
        assert_eq!(shown, kept.iter().map(|(line, _)| (line.number, line.outcome)).collect::<Vec<_>>());
        let kari = person::by_address(&mut conn, &Scope::All, "kari@post.example").await.expect("read").expect("there");
        let known = file::card(&mut conn, &Scope::All, &kari.id).await.expect("read");
        assert_eq!(known.phones.len(), 1);
        assert_eq!(known.organisation.map(|(_, name)| name).as_deref(), Some("Havn AS"));
        assert_eq!(known.details.preferences.language, Some(Language::Nb));
        assert_eq!(field::kept(&mut conn, kari.id.as_str()).await.expect("read")[0].1, "7");
        let it = loaded(&p, &staff, &it).await;
        assert_eq!((it.state, it.counts.added, it.counts.refused, it.place), (State::Done, 5, 2, it.size));
        let parts = conn.number("SELECT COUNT(*) AS n FROM customer_import_part", vec![]).await.expect("counted");
        assert_eq!(parts, 0, "the file is let go of");
        let told =
            conn.number("SELECT COUNT(*) AS n FROM event WHERE kind IN ('import.started', 'import.done')", vec![]);
        assert_eq!(told.await.expect("counted"), 2);
        drop(conn);
        let again = all(&p, &staff, TABLE, &Wanted::default()).await;
        assert_eq!((again.counts.added, again.counts.filled, again.counts.same), (0, 0, 5), "the same file again");
    });
}

#[test]
fn what_was_typed_stays_unless_chosen_and_families_stay_apart() {
    run(|p, staff| async move {
        let mut tx = p.begin().await.expect("begin");
        let who = staff.actor();
        let kari = person::add(&mut tx, &who, "Kari S.", "kari@post.example").await.expect("added");
        let about = file::About { title: "Boss".into(), postal: String::new() };
        file::set_about(&mut tx, &who, &kari, &about).await.expect("set");
        file::add_phone(&mut tx, &who, &kari, "+4740000117", None, "").await.expect("added");
        let ola = person::add(&mut tx, &who, "Ola", "ola@post.example").await.expect("added");
        tx.commit().await.expect("commit");
        let text = "Name,E-mail,Phone,Title,Street,Company\n\
                    Kari Solheim,KARI@post.example,,Teacher,Storgata 1,\n\
                    Kari S.,,+4740000117,,,\n\
                    Per,per@post.example,+4740000117,,,Havn\n\
                    X,kari@post.example; ola@post.example,,,,\n";
        let it = all(&p, &staff, text, &Wanted::default()).await;
        let expected = ["2 filled Kari S.", "3 unchanged Kari S.", "4 added Per", "5 refused  Several@"];
        assert_eq!(report(&p, &staff, &it).await, expected);
        let mut conn = p.db.read().await.expect("read");
        let known = file::card(&mut conn, &Scope::All, &kari).await.expect("read");
        assert_eq!((known.details.title.as_str(), known.details.postal.as_str()), ("Boss", "Storgata 1"));
        drop(conn);
        let it = all(&p, &staff, text, &Wanted { overwrite: true, ..Wanted::default() }).await;
        assert_eq!(report(&p, &staff, &it).await[0], "2 filled Kari Solheim");
        let mut conn = p.db.read().await.expect("read");
        let known = file::card(&mut conn, &Scope::All, &kari).await.expect("read");
        assert_eq!(known.details.title, "Teacher");
        assert!(organisation::of(&mut conn, &Scope::All, &ola).await.expect("read").is_none());
    });
}

#[test]
fn what_is_interrupted_goes_on_where_it_stood_and_many_rows_come_whole() {
    run(|p, staff| async move {
        let mut text = String::from("Name\tE-mail\r\n");
        for n in 0..130 {
            text.push_str(&format!("Kunde {n} {}\tk{n}@post.example\r\n", "æ".repeat(2500)));
        }
        let it = brought(&p, &staff, text.as_bytes(), &Wanted::default()).await;
        begun(&p, &staff, &it).await;
        assert!(worked(&p).await >= 4, "a few rows at a time");
        let it = loaded(&p, &staff, &it).await;
        assert_eq!((it.state, it.counts.added, people(&p).await), (State::Done, 130, 130));
        assert_eq!(report(&p, &staff, &it).await.len(), 130);
        // The same with a job that is done once more, by a worker that had lost it.
        let it = brought(&p, &staff, "Name\nA\nB\n".as_bytes(), &Wanted::default()).await;
        begun(&p, &staff, &it).await;
        let mut tx = p.begin().await.expect("begin");
        stop(&mut tx, &staff.actor(), &it.id).await.expect("stopped");
        tx.commit().await.expect("commit");
        worked(&p).await;
        let it = loaded(&p, &staff, &it).await;
        assert_eq!((it.state, it.counts.rows()), (State::Stopped, 0));
    });
}

#[test]
fn cards_come_in_and_wide_or_old_characters_are_read() {
    run(|p, staff| async move {
        let cards = "BEGIN:VCARD\nVERSION:4.0\nFN:Kari\nEMAIL:kari@post.example\nTEL:+47 400 00 117\nEND:VCARD\n\
                     BEGIN:VCARD\nFN:Kari\nTEL:+4740000117\nEND:VCARD\nBEGIN:VCARD\nFN:Broken\n";
        let it = all(&p, &staff, cards, &Wanted::default()).await;
        assert_eq!(it.form, Form::Cards);
        assert_eq!(report(&p, &staff, &it).await, ["1 added Kari", "2 unchanged Kari", "3 refused  Broken@"]);
        let wide: Vec<u8> =
            "\u{feff}Navn,E-post\nÅse,aase@x.example\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let it = brought(&p, &staff, &wide, &Wanted::default()).await;
        begun(&p, &staff, &it).await;
        worked(&p).await;
        assert_eq!(report(&p, &staff, &it).await, ["2 added Åse"]);
        let old = b"Navn;E-post\r\nBj\xf8rn;bjorn@x.example\r\n";
        let it = brought(&p, &staff, old, &Wanted::default()).await;
        begun(&p, &staff, &it).await;
        worked(&p).await;
        assert_eq!(report(&p, &staff, &it).await, ["2 added Bjørn"]);
    });
}

#[test]
fn nothing_that_comes_as_a_file_breaks_anything() {
    run(|p, staff| async move {
        let mut chance = fastrand::Rng::with_seed(7);
        let words = [
            "\"",
            ";",
            ",",
            "\r",
            "\n",
            "\0",
            "'=",
            "a@b.example",
            "\t",
            "\u{feff}",
            "BEGIN:VCARD\n",
            "END:VCARD\n",
            "\\",
            "=C3",
            "å",
        ];
        for _ in 0..40 {
            let mut bytes = Vec::new();
            for _ in 0..chance.usize(1..80) {
                if chance.bool() {
                    bytes.extend(words[chance.usize(..words.len())].as_bytes());
                } else {
                    bytes.push(chance.u8(..));
                }
            }
            let mut upload = Upload::begin(&p, &staff, "x").await.expect("begun");
            upload.push(&bytes).await.expect("taken");
            let Ok(it) = upload.end(Language::En, &Wanted::default()).await else { continue };
            rehearse(&p, &staff.actor(), &it).await.expect("looked at");
            begun(&p, &staff, &it).await;
            worked(&p).await;
            assert_eq!(loaded(&p, &staff, &it).await.state, State::Done, "{bytes:?}");
        }
    });
}

#[test]
fn who_may_not_brings_nothing_and_who_loses_the_right_stops() {
    run(|p, staff| async move {
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Jonas".into(),
            email: "jonas@brekkesund.example".into(),
            role: Role::Agent,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let agent = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        tx.commit().await.expect("commit");
        assert!(Upload::begin(&p, &agent, "x").await.is_err());
        let it = brought(&p, &staff, b"Name\nA\n", &Wanted::default()).await;
        begun(&p, &staff, &it).await;
        let mut tx = p.begin().await.expect("begin");
        assert!(load(&mut tx, &agent.actor(), &it.id).await.is_err());
        assert!(start(&mut tx, &staff.actor(), &it.id).await.is_err(), "it has begun");
        tx.run("UPDATE staff SET disabled_at = 1 WHERE id = $1", platform::vals![staff.id.as_str()])
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        worked(&p).await;
        assert_eq!((loaded(&p, &staff, &it).await.state, people(&p).await), (State::Stopped, 0));
        let mut upload = Upload::begin(&p, &staff, "x").await.expect("begun");
        let more = vec![b'x'; 1 << 20];
        for _ in 0..64 {
            upload.push(&more).await.expect("taken");
        }
        assert!(upload.push(b"x").await.is_err(), "too large");
        let empty = Upload::begin(&p, &staff, "x").await.expect("begun");
        assert!(empty.end(Language::En, &Wanted::default()).await.is_err());
    });
}
