//! Erasing is for good: words are planted in everything that a customer can leave behind, through the doors of the
//! product, and looked for afterwards in every table and in every byte of every file.

use base::{Actor, Language, Role, Scope};
use channels::journal::{self, Arrival, Journal, Source};
use conversations::commands::{self, NewReply};
use conversations::rules::recurring::{Every, Plan, WhenClosed};
use conversations::{ConversationId, MessageKind, queries, settings};
use people::care::CareKind;
use people::privacy::{self, Confirmed, Kind};
use people::{PersonId, care, field, file, organisation, person, staff};
use platform::backup::takeout;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Engine, Platform, erasing, sessions, vals};

use crate::open::{HOLDERS, migrations};
use crate::serve::workers;

/// What every planted word begins with; nothing else does.
const CANARY: &str = "zqx";
const KARI: &str = "zqxaddress@canary.example";
const OLA: &str = "ola@verksted.example";

async fn arrive(p: &Platform, from: &str, mail: String) {
    let arrival = Arrival {
        source: Source::Lmtp,
        envelope_from: from.into(),
        envelope_to: vec!["hei@brekkesund.example".into()],
        peer: if from == KARI { "zqxpeer".into() } else { String::new() },
        mailbox: None,
    };
    Journal::start(p.clone()).accept(mail.into_bytes(), arrival).await.expect("kept");
    workers().run_due(p, journal::LANE).await.expect("understood");
}

fn mail(from: &str, header: &str, body: &str) -> String {
    format!("From: {from}\r\nTo: hei@brekkesund.example\r\n{header}\r\n\r\n{body}\r\n")
}

/// A mail with a short and a large file.
fn with_files() -> String {
    let large = "zqxlarge letters\r\n".repeat(20_000);
    let part = |name: &str, text: &str| {
        format!(
            "--cut\r\nContent-Type: text/x-log; name={name}\r\nContent-Disposition: attachment; filename={name}\r\n\r\n{text}\r\n"
        )
    };
    let header = "Subject: zqxsubject\r\nMessage-ID: <zqxid@canary.example>\r\nReferences: <zqxunseen@canary.example>\r\n\
                  X-Other: zqxheader\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut";
    let text = "--cut\r\nContent-Type: text/html\r\n\r\n<p>Hei, <b>zqxbody</b> stopper.</p>\r\n";
    let body = [text.to_owned(), part("zqxshort.log", "zqxshort"), part("zqxlarge.log", &large)].concat();
    mail(&format!("Zqxname Solheim <{KARI}>"), header, &format!("{body}--cut--"))
}

async fn business(p: &Platform) -> Actor {
    let mut tx = p.begin().await.expect("begin");
    let new = staff::NewStaff {
        name: "Ingrid Moen".into(),
        email: "ingrid@brekkesund.example".into(),
        role: Role::Admin,
        language: Language::Nb,
        zone: "Europe/Oslo".into(),
    };
    let ingrid = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    let business = settings::Business { address: "hei@brekkesund.example".into(), ..settings::Business::default() };
    settings::set_business(&mut tx, &business).await.expect("business");
    let mut manners = settings::manners(&mut tx).await.expect("manners");
    manners.undo_seconds = 0;
    settings::set_manners(&mut tx, &manners).await.expect("set");
    let trust = channels::trust::TrustSettings { servers: vec!["mx.brekkesund.example".into()], ..Default::default() };
    channels::trust::set(&mut tx, &trust).await.expect("trusted");
    tx.commit().await.expect("commit");
    ingrid.actor()
}

async fn conversations_of(p: &Platform, id: &PersonId) -> Vec<ConversationId> {
    let rows = queries::of_person(&mut p.db.read().await.expect("read"), &Scope::All, id, 10).await.expect("read");
    rows.into_iter().map(|row| row.conversation.id).collect()
}

async fn by_address(p: &Platform, address: &str) -> PersonId {
    let mut conn = p.db.read().await.expect("read");
    person::by_address(&mut conn, &Scope::All, address).await.expect("read").expect("has written").id
}

/// Plants a word in everything that colleagues and programs write about a customer.
async fn plant(p: &Platform, actor: &Actor, kari: &PersonId) {
    let own = conversations_of(p, kari).await.remove(0);
    let ids = conversations_of(p, &by_address(p, OLA).await).await;
    let note = commands::note(p, actor, &own, "zqxnote among us").await.expect("noted");
    commands::edit_note(p, actor, &note, "zqxnote that is zqxnewer").await.expect("edited");
    commands::change_subject(p, actor, &own, "zqxrenamed").await.expect("changed");
    commands::change_subject(p, actor, &own, "zqxrenamedagain").await.expect("changed");
    let said = NewReply { body: "zqxreply to you".into(), ..NewReply::default() };
    let said = commands::reply(p, actor, &own, said).await.expect("replied");
    // What was answered here, in drafts of another customer.
    let copied = conversations::DraftText { body: "zqxcopied".into(), like: Some(said.clone()), ..Default::default() };
    commands::share_draft(p, actor, &ids[0], &copied, None).await.expect("shared");
    commands::use_like(p, actor, &ids[0], &said).await.expect("put in");
    let mut tx = p.begin().await.expect("begin");
    tx.run("UPDATE delivery SET state = 'sent', words = 'zqxwords', subject = 'zqxcalled'", vals![])
        .await
        .expect("sent");
    tx.commit().await.expect("commit");
    commands::close(p, actor, &own, Some("zqxreason")).await.expect("closed");
    let customer = Actor::Customer { id: kari.to_string() };
    let word = (conversations::Said::Almost, "zqxopinion");
    commands::say_opinion(p, &customer, &own, word, false).await.expect("said");
    commands::reopen(p, actor, &own, Some("zqxagain")).await.expect("open again");
    commands::mark_complaint(p, actor, &own, true).await.expect("marked");
    commands::customer_content(p, actor, &own, "zqxcontent").await.expect("written down");
    commands::add_items(p, actor, &own, "zqxitem").await.expect("added");
    for words in ["zqxpromise", "zqxword"] {
        let new = commands::NewPromise { words: words.into(), ..Default::default() };
        let promise = commands::make_promise(p, actor, &own, new).await.expect("promised");
        if words == "zqxword" {
            commands::release_promise(p, actor, &promise, "zqxneeds it no more").await.expect("released");
        }
    }
    for words in ["zqxneed", "zqxwish"] {
        let new = commands::NewNeed {
            words: words.into(),
            topic: "zqxtopic".into(),
            product: "zqxproduct".into(),
            ..Default::default()
        };
        let need = commands::note_need(p, actor, &own, &new).await.expect("noted");
        if words == "zqxwish" {
            commands::decline_need(p, actor, &need, "zqxtoo dear").await.expect("declined");
        }
    }
    let of = conversations::ProblemText { title: "Motor in the rain".into(), ..Default::default() };
    let problem = commands::make_problem_of(p, actor, &own, of).await.expect("made");
    let words = std::collections::BTreeMap::from([(base::Language::En, "Mended: {{customer.wrote}}".to_owned())]);
    commands::solve_problem(p, actor, &problem, &words).await.expect("solved");
    let with = conversations::Contact { with: "zqxspouse".into(), ..Default::default() };
    let talk = commands::NewContact { contact: with, body: "zqxtalk".into(), ..Default::default() };
    commands::log_contact(p, actor, &own, talk).await.expect("logged");
    let workshop = conversations::Mailbox { name: "zqxworkshop".into(), address: "zqx@workshop.example".into() };
    let recipients = conversations::Recipients { to: vec![workshop], ..Default::default() };
    let recipients = Some(recipients);
    let aside = commands::SideMessage { recipients, body: "zqxaside".into(), ..Default::default() };
    let (side, _) = commands::begin_side(p, actor, &own, "zqxheading", aside).await.expect("begun");
    commands::change_side_subject(p, actor, &side, "zqxheadline").await.expect("changed");
    let typed = conversations::DraftText { body: "zqxhalf".into(), ..conversations::DraftText::default() };
    commands::save_side_draft(p, actor, &side, &typed).await.expect("kept");
    let mut tx = p.begin().await.expect("begin");
    tx.run("UPDATE delivery SET state = 'sent', words = 'zqxwords', subject = 'zqxcalled'", vals![])
        .await
        .expect("sent");
    tx.commit().await.expect("commit");
    let draft = conversations::DraftText { body: "zqxdraft".into(), ..conversations::DraftText::default() };
    commands::save_draft(p, actor, &own, MessageKind::Reply, &draft).await.expect("kept");
    let shared = conversations::DraftText { body: "zqxshared".into(), ..conversations::DraftText::default() };
    commands::share_draft(p, actor, &own, &shared, None).await.expect("shared");
    let thrown = commands::share_draft(p, actor, &own, &shared, None).await.expect("shared");
    commands::throw_draft_away(p, actor, &thrown).await.expect("thrown away");
    commands::save_draft(p, actor, &own, MessageKind::Reply, &draft).await.expect("kept");
    let at = jiff::civil::time(8, 0, 0, 0);
    let recurs = conversations::Template {
        subject: "zqxrecurs".into(),
        person: Some(kari.clone()),
        beginning: conversations::Beginning::Note,
        body: "zqxstock".into(),
        tags: Vec::new(),
        owner: None,
        department: None,
        checklist: None,
        plan: Plan { every: Every::Day, at, closed: WhenClosed::Next },
        on: true,
    };
    commands::make_recurring(p, actor, recurs).await.expect("recurs");
    let mut tx = p.begin().await.expect("begin");
    person::rename(&mut tx, actor, kari, "Zqxname Berg").await.expect("renamed");
    let twin = person::add(&mut tx, actor, "Zqxtwin Berg", "zqxtwin@canary.example").await.expect("added");
    file::add_note(&mut tx, actor, &twin, "zqxremark", true).await.expect("added");
    for (who, kind, why) in [(kari, CareKind::Illness, "zqxill"), (&twin, CareKind::Hardship, "zqxpoor")] {
        let care = care::NewCare { kind, why: why.into(), until: None };
        care::set(&mut tx, actor, who, &care).await.expect("set");
    }
    let wishes = file::Preferences { addressed: "zqxmadam".into(), ..file::Preferences::default() };
    file::set_preferences(&mut tx, actor, kari, &wishes, true).await.expect("set");
    commands::merge_customers(&mut tx, actor, kari, &twin).await.expect("merged");
    sessions::start(&mut tx, &*p.random, kari.as_str(), "zqxvisit", "").await.expect("signed in");
    let about = file::About { title: "zqxtitle".into(), postal: "zqxstreet 1".into() };
    file::set_about(&mut tx, actor, kari, &about).await.expect("set");
    file::add_name(&mut tx, actor, kari, "Zqxalias").await.expect("added");
    file::block(&mut tx, actor, kari, "zqxwhy").await.expect("blocked");
    let mut typed = std::collections::HashMap::new();
    for about in [field::About::Person, field::About::Conversation] {
        let (name, choices) = ("Frame".to_owned(), String::new());
        let new = field::NewField { about, name, kind: field::Kind::Text, choices, required: Vec::new() };
        typed.insert(field::add(&mut tx, actor, &new).await.expect("added").to_string(), "zqxframe 1".to_owned());
    }
    let whose = field::Owner::Person(kari.clone());
    field::set_values(&mut tx, actor, &whose, &typed).await.expect("set").expect("fits");
    let havn = organisation::create(&mut tx, actor, "Havn").await.expect("made");
    organisation::join(&mut tx, actor, kari, &havn).await.expect("joined");
    organisation::leave(&mut tx, actor, kari).await.expect("left");
    tx.commit().await.expect("commit");
    moved_in(p).await;
    brought(p, actor).await;
    answered_by_machine(p, actor, &own).await;
    commands::set_fields(p, actor, &own, &typed).await.expect("set").expect("fits");
    let mut tx = p.begin().await.expect("begin");
    for (sql, what) in [
        (
            "INSERT INTO webhook_delivery (id, webhook, kind, body, state, created_at, due, attempts, answer) \
          VALUES ('whd_1', 'whk_1', 'x', $1, 'pending', 0, 0, 0, '')",
            format!("{{\"person\":\"{kari}\",\"name\":\"zqxhook\"}}"),
        ),
        (
            "INSERT INTO lapse_reason (conversation, at, reason, staff, written_at) VALUES ($1, 0, 'zqxlapse', '', 0)",
            own.to_string(),
        ),
        (
            "INSERT INTO api_answer (caller, key, digest, status, body, kept_until) VALUES ('a', 'b', 'c', 200, $1, 0)",
            format!("{{\"id\":\"{own}\",\"subject\":\"zqxanswer\"}}"),
        ),
        (
            "INSERT INTO job (id, lane, kind, payload, due, waits, attempts, attempts_max, status, last_error) \
          VALUES ('job_1', 'x', 'x', '', 0, 0, 0, 1, 3, $1)",
            format!("550 {KARI} zqxerror"),
        ),
        (
            "INSERT INTO job (id, lane, kind, payload, due, waits, attempts, attempts_max, status) \
          VALUES ('job_2', 'x', 'mail.system', $1, 0, 0, 0, 1, 0)",
            format!("{{\"subject\":\"zqxnotice\",\"about\":[\"{own}\"]}}"),
        ),
        (
            "INSERT INTO portal_link (digest, person, address, created_at, until, used) \
             SELECT 'd', person, address, 0, 0, 0 FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        (
            "INSERT INTO community_member (person, name, folded, joined_at, expert, blocked, published, accepted) \
             SELECT person, 'zqxmember', 'zqxmember', 0, 0, 0, 1, 0 FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        (
            "INSERT INTO community_topic (id, kind, person, title, body, state, waits, public, idea, reason, created_at, \
             answers, votes) SELECT 'cqn_00000000000000000000000001', 'question', person, 'zqxtopic', 'zqxasked', 'open', \
             0, 1, 'new', '', 0, 1, 0 FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        (
            "INSERT INTO community_post (id, topic, person, body, waits, hidden, created_at, votes) \
             SELECT 'cpt_00000000000000000000000001', 'cqn_00000000000000000000000001', person, 'zqxanswered', 0, 0, 0, 0 \
             FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        (
            "INSERT INTO community_edit (id, subject, title, body, until_at) \
             VALUES ('1', 'cqn_00000000000000000000000001', 'zqxearlier', $1, 0)",
            "zqxbefore".to_owned(),
        ),
        (
            "INSERT INTO community_stem (stem, topic) VALUES ($1, 'cqn_00000000000000000000000001')",
            "zqxstem".to_owned(),
        ),
        (
            "INSERT INTO community_offer (id, conversation, person, staff, title, body, asked_at, state) \
             SELECT 'cof_00000000000000000000000001', 'cnv_00000000000000000000000001', person, \
             'stf_00000000000000000000000001', 'zqxoffered', 'zqxoffer', 0, 'asked' FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        (
            "INSERT INTO community_merge (source, target, moved) \
             SELECT person, 'per_00000000000000000000000001', '{\"name\":[\"zqxunited\",\"zqxunited\"]}' \
             FROM person_address WHERE address = $1",
            KARI.to_owned(),
        ),
        ("INSERT INTO community_tag (tag, topic) VALUES ($1, 'cqn_00000000000000000000000001')", "zqxtag".to_owned()),
        (
            "INSERT INTO refused (id, at, peer, envelope_from, size, reason) VALUES ('ref_1', 0, 'zqxpeer', $1, 0, 'x')",
            KARI.to_owned(),
        ),
    ] {
        tx.run(sql, vals![what]).await.expect("planted");
    }
    tx.commit().await.expect("commit");
    assert_eq!(ids.len(), 1, "what she wrote into another's conversation stays there");
}

/// What she said in another system.
async fn moved_in(p: &Platform) {
    use channels::moving::{Upload, start};
    let text = format!("number,subject,customer email,at,text\nzqxold,zqxoldsubject,{KARI},2024-03-01,zqxoldtext\n");
    let mut upload = Upload::begin(p, &Actor::System, "old.csv", "Old desk").await.expect("begun");
    upload.push(text.as_bytes()).await.expect("taken");
    let it = upload.end(None).await.expect("there");
    let mut tx = p.begin().await.expect("begin");
    start(&mut tx, &Actor::System, &it.id).await.expect("started");
    tx.commit().await.expect("commit");
    workers().run_due(p, channels::moving::JOBS_LANE).await.expect("taken in");
}

/// Files with her in them that were brought and not begun: one of conversations, one of customers, and one that still
/// comes.
async fn brought(p: &Platform, actor: &Actor) {
    let text = format!("number,subject,customer email,at,text\nzqxwaits,zqxwaiting,{KARI},2024-03-01,zqxnotyet\n");
    let mut upload = channels::moving::Upload::begin(p, &Actor::System, "new.csv", "zqxdesk").await.expect("begun");
    upload.push(text.as_bytes()).await.expect("taken");
    upload.end(None).await.expect("there");
    let id = actor.staff_id().and_then(|id| id.parse().ok()).expect("a colleague");
    let mut conn = p.db.read().await.expect("read");
    let staff = staff::find(&mut conn, &Scope::All, &id).await.expect("read").expect("is there");
    drop(conn);
    let text = format!("name,email\nZqxsheet,{KARI}\n");
    let begin = || people::import::Upload::begin(p, &staff, "people.csv");
    let mut upload = begin().await.expect("begun");
    upload.push(text.as_bytes()).await.expect("taken");
    upload.end(Language::En, &people::import::Wanted::default()).await.expect("there");
    let mut upload = begin().await.expect("begun");
    upload.push("zqxpieces of a long sheet,\n".repeat(40_000).as_bytes()).await.expect("taken");
}

/// A machine of a colleague's answers a notice, and quotes what it tells.
async fn answered_by_machine(p: &Platform, actor: &Actor, own: &ConversationId) {
    let found = queries::find(&mut p.db.read().await.expect("read"), &Scope::All, own).await.expect("read");
    let staff = actor.staff_id().and_then(|id| id.parse().ok()).expect("a colleague");
    let until = p.clock.machine().as_second().div_euclid(86_400) + 1;
    let tag = conversations::naming::note_tag(p, found.expect("is there").number, &staff, until);
    let mail = format!(
        "Authentication-Results: mx.brekkesund.example; dkim=pass header.d=brekkesund.example\r\n\
         From: ingrid@brekkesund.example\r\nTo: hei+{tag}@brekkesund.example\r\nSubject: Away\r\n\
         Auto-Submitted: auto-replied\r\n\r\nI am away.\r\n\r\n> zqxquoted\r\n"
    );
    arrive(p, "ingrid@brekkesund.example", mail).await;
    let sql = "SELECT COUNT(*) AS n FROM inbound WHERE state = 'own' AND conversation IS NOT NULL";
    assert_eq!(p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted"), 1);
}

/// Where planted words are left.
async fn left(test: &TestPlatform) -> Vec<String> {
    let p = &test.platform;
    let mut found = Vec::new();
    let mut conn = p.db.read().await.expect("read");
    if p.db.engine() == Engine::Postgres {
        let sql = "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1";
        for row in conn.all(sql, vals![]).await.expect("tables") {
            let table = row.text("name").expect("a name");
            let hex: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
            let sql = format!(
                "SELECT COUNT(*) AS n FROM \"{table}\" x WHERE CAST(x AS text) ILIKE '%{CANARY}%' \
                 OR CAST(x AS text) LIKE '%{hex}%'"
            );
            if conn.number(&sql, vals![]).await.expect("counts") > 0 {
                found.push(table);
            }
        }
    }
    let mut folders = vec![test.folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                found.extend(around(&std::fs::read(&path).expect("a file")).map(|some| format!("{name}: {some}")));
            }
        }
    }
    found
}

/// A planted word among some bytes, with what stands around it.
fn around(bytes: &[u8]) -> Option<String> {
    let lower = bytes.to_ascii_lowercase();
    let place = lower.windows(CANARY.len()).position(|some| some == CANARY.as_bytes())?;
    Some(bytes[place.saturating_sub(60)..bytes.len().min(place + 60)].escape_ascii().to_string())
}
#[test]
fn nothing_of_an_erased_customer_is_left_in_any_table_or_file() {
    on_both_engines(&migrations(), |mut test| async move {
        test.platform.i18n = platform::I18n::new(crate::open::LOCALES).expect("texts");
        let p = test.platform.clone();
        let actor = business(&p).await;
        arrive(&p, KARI, with_files()).await;
        arrive(&p, OLA, mail(OLA, "Subject: Bremsen\r\nMessage-ID: <ola@verksted.example>", "Den hyler.")).await;
        let header = "Subject: Re: Bremsen\r\nMessage-ID: <zqxsecond@x>\r\nReferences: <ola@verksted.example>";
        arrive(&p, KARI, mail(&format!("Zqxname Solheim <{KARI}>"), header, "zqxelsewhere")).await;
        let kari = by_address(&p, KARI).await;
        let own = conversations_of(&p, &kari).await;
        plant(&p, &actor, &kari).await;
        let owner = Actor::staff(actor.staff_id().expect("a colleague"), Role::Owner);
        let mut tx = p.begin().await.expect("begin");
        let packed = takeout::begin(&mut tx, &owner).await.expect("begun");
        tx.commit().await.expect("commit");
        workers().run_due(&p, takeout::LANE).await.expect("packed");
        let file = takeout::load(&mut p.db.read().await.expect("read"), &owner, &packed).await.expect("is there");
        let file = takeout::path(&p.blobs, &file);
        assert!(file.is_file(), "the whole business, with her in it");
        let before = left(&test).await;
        assert!(before.len() > 1, "{before:?}");

        let mut conn = p.db.read().await.expect("read");
        let held = privacy::everything(&mut conn, &actor, &kari, HOLDERS).await.expect("told").json().to_string();
        for word in [
            "subject",
            "renamedagain",
            "headline",
            "body",
            "note",
            "draft",
            "shared",
            "reply",
            "elsewhere",
            "short.log",
            "large.log",
            "peer",
            "visit",
            "title",
            "street",
            "alias",
            "why",
            "remark",
            "twin",
            "lapse",
            "address",
            "member",
            "topic",
            "answered",
        ] {
            assert!(held.contains(&format!("zqx{word}")) || held.contains(&format!("Zqx{word}")), "{word}: {held}");
        }
        drop(conn);
        let confirmed = Confirmed { name: "Zqxname Berg", called: "Erased customer", instead: "Erased" };
        let mut tx = p.begin().await.expect("begin");
        let gone = privacy::erase(&p, &mut tx, &actor, &kari, confirmed, HOLDERS).await.expect("erased");
        tx.commit().await.expect("commit");
        let of = |kind| gone.counts.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count);
        assert_eq!((of(Kind::Conversations), of(Kind::Messages)), (2, 9), "{gone:?}");
        assert_eq!((of(Kind::Files), of(Kind::Mails), of(Kind::Answers)), (2, 3, 2), "{gone:?}");
        workers().run_due(&p, erasing::LANE).await.expect("purged");
        assert_eq!(left(&test).await, Vec::<String>::new());
        assert!(!file.exists(), "nobody can bring her back");

        let mut conn = p.begin().await.expect("begin");
        let shown = queries::thread(&mut conn, &Scope::All, &own[0]).await.expect("read").expect("took place");
        assert_eq!((shown.conversation.subject.as_str(), shown.person.name.as_str()), ("Erased", "Erased customer"));
        assert_eq!(shown.conversation.state, conversations::State::Closed);
        drop(conn);
        let mut checks = platform::check::checks(&p.blobs, true);
        checks.extend(platform::check::boxed(conversations::check::RULES));
        checks.extend(platform::check::boxed(channels::check::RULES));
        let found = platform::check::run(&p.db, &checks, |_| {}).await.expect("looked");
        let found: Vec<String> = found.into_iter().map(|one| format!("{}: {}", one.check, one.problem.place)).collect();
        // The reply was sent by hand, the dead job is planted.
        let found: Vec<_> = found.into_iter().filter(|one| !one.contains("job")).collect();
        assert_eq!(found, Vec::<String>::new(), "the data is whole");
        arrive(&p, KARI, with_files()).await;
        workers().run_due(&p, erasing::LANE).await.expect("purged");
        assert_eq!(left(&test).await, Vec::<String>::new(), "a mail that comes again is known");
    });
}

#[test]
fn nothing_of_a_deleted_conversation_is_left_once_its_time_is_over() {
    on_both_engines(&migrations(), |mut test| async move {
        test.platform.i18n = platform::I18n::new(crate::open::LOCALES).expect("texts");
        let p = test.platform.clone();
        let actor = business(&p).await;
        // Who wrote stays a customer: only what was said goes.
        let letter = with_files().replace("Zqxname", "Kari").replace(KARI, "kari@canary.example");
        arrive(&p, "kari@canary.example", letter).await;
        let kari = by_address(&p, "kari@canary.example").await;
        let own = conversations_of(&p, &kari).await.remove(0);
        commands::note(&p, &actor, &own, "zqxnote among us").await.expect("noted");
        commands::change_subject(&p, &actor, &own, "zqxrenamed").await.expect("changed");
        let said = NewReply { body: "zqxreply to you".into(), ..NewReply::default() };
        commands::reply(&p, &actor, &own, said).await.expect("replied");
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE delivery SET state = 'sent', words = 'zqxwords', subject = 'zqxcalled'", vals![])
            .await
            .expect("sent");
        let beside =
            "INSERT INTO lapse_reason (conversation, at, reason, staff, written_at) VALUES ($1, 0, 'zqxlapse', '', 0)";
        tx.run(beside, vals![own.as_str()]).await.expect("written beside it");
        tx.commit().await.expect("commit");
        commands::close(&p, &actor, &own, Some("zqxreason")).await.expect("closed");
        commands::add_items(&p, &actor, &own, "zqxitem").await.expect("added");
        let draft = conversations::DraftText { body: "zqxdraft".into(), ..conversations::DraftText::default() };
        commands::share_draft(&p, &actor, &own, &draft, None).await.expect("shared");
        let draft = conversations::DraftText { body: "zqxhalf".into(), ..draft };
        commands::save_draft(&p, &actor, &own, MessageKind::Reply, &draft).await.expect("kept");
        commands::delete(&p, &actor, &own).await.expect("deleted");
        assert!(left(&test).await.len() > 1, "it can still be put back");

        test.clock.advance_business(jiff::SignedDuration::from_hours(31 * 24));
        workers().run_due(&p, commands::PURGE_LANE).await.expect("its time is over");
        workers().run_due(&p, erasing::LANE).await.expect("purged");
        assert_eq!(left(&test).await, Vec::<String>::new());
        let mut checks = platform::check::checks(&p.blobs, true);
        checks.extend(platform::check::boxed(conversations::check::RULES));
        checks.extend(platform::check::boxed(channels::check::RULES));
        let found = platform::check::run(&p.db, &checks, |_| {}).await.expect("looked");
        let found: Vec<String> = found.into_iter().map(|one| format!("{}: {}", one.check, one.problem.place)).collect();
        let found: Vec<_> = found.into_iter().filter(|one| !one.contains("job")).collect();
        assert_eq!(found, Vec::<String>::new(), "the data is whole");
    });
}
