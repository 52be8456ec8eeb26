//! Out of one business and into another; and all that can be wrong with a file.

use axum::http::Method;
use base::{Actor, Language, Role};
use people::api::Caller;
use people::staff::{self, NewStaff};
use platform::i18n::I18n;
use platform::settings_files as files;
use platform::testing::{TestPlatform, on_both_engines, on_sqlite};
use platform::{Platform, log};
use serde_json::{Value, json};

use super::*;
use crate::open::migrations;
use crate::operating::takeout::tests::Desk;

async fn house(test: &TestPlatform) -> Caller {
    let mut p = test.platform.clone();
    p.i18n = I18n::new(crate::open::LOCALES).expect("texts");
    let mut tx = p.begin().await.expect("begin");
    let new = NewStaff {
        name: "Ingrid Moen".into(),
        email: "ingrid@brekkesund.example".into(),
        role: Role::Owner,
        language: Language::En,
        zone: "Europe/Oslo".into(),
    };
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    Caller::from_within(staff, &p)
}

async fn now(caller: &Caller) -> Value {
    read(caller).await.unwrap_or_else(|failure| panic!("{failure:?}"))
}

async fn taken(caller: &Caller, file: &Value, how: How) -> Vec<String> {
    let taken = take(caller, file, how).await.unwrap_or_else(|failure| panic!("{failure:?}"));
    let different = taken.lines.into_iter().filter(|line| line.what != What::Same);
    different.map(|line| format!("{} {}/{}", line.what.code(), line.part, line.name)).collect()
}

async fn wrong(caller: &Caller, file: &Value) -> Vec<String> {
    match take(caller, file, How::default()).await {
        Err(Failure::Wrong(all)) => all.into_iter().map(|one| format!("{} {}", one.pointer, one.detail)).collect(),
        other => panic!("{other:?}"),
    }
}

const HOW: How = How { dry_run: false, remove: false };
const REMOVING: How = How { dry_run: false, remove: true };
const NOTHING: Vec<String> = Vec::new();

/// A file with one part.
fn of(part: &str, all: Value) -> Value {
    let mut file = json!({ "format": FORMAT, "edition": EDITION });
    file[part] = all;
    file
}

/// A department that takes nothing.
const CLOSED: &str = "倉庫";

/// Any business: which of many things are set is up to chance.
fn some(chance: &mut fastrand::Rng) -> Value {
    let mut file = json!({ "format": FORMAT, "edition": EDITION });
    let words = ["Shop", "Workshop", "Ærø & co", "Returns «2»", CLOSED];
    let departments: Vec<&str> = words.into_iter().filter(|_| chance.bool()).collect();
    let department = |chance: &mut fastrand::Rng| -> Value {
        let departments: Vec<&str> = departments.iter().copied().filter(|name| *name != CLOSED).collect();
        if departments.is_empty() || chance.bool() {
            Value::Null
        } else {
            json!(departments[chance.usize(..departments.len())])
        }
    };
    file["departments"] = departments.iter().map(|name| json!({ "name": name, "open": *name != CLOSED })).collect();
    file["receipts"] = json!({ "on": chance.bool() });
    file["requests"] = json!({ "links": chance.bool(), "hue": if chance.bool() { json!(chance.u16(0..36) * 10) } else { Value::Null },
        "typeface": if chance.bool() { "system" } else { "inter" } });
    file["tone"] = json!({ "on": chance.bool(), "allowed": if chance.bool() { json!(["fy søren"]) } else { json!([]) },
        "jarring": ["no problem", "ASAP"], "familiar": chance.bool(), "formal": chance.bool() });
    file["needs"] = json!({ "topics": if chance.bool() { json!(["Bags", "Rain covers"]) } else { json!([]) } });
    file["community"] = json!({ "on": chance.bool(), "members_only": chance.bool(), "hours": chance.i64(0..=336),
        "by_the_clock": chance.bool(), "first_wait": chance.i64(0..=20), "new_an_hour": chance.i64(1..=100), "an_hour": 200 });
    file["times"] = json!({ "first_reply_hours": chance.i64(1..=720), "next_reply_minutes": chance.i64(1..=43_200), "track_time": chance.bool() });
    file["manners"] = json!({ "closed_reply": if chance.bool() { "link" } else { "reopen" }, "quiet_days": chance.i64(1..=99),
        "undo_seconds": chance.i64(0..=600), "subject_tag": "left", "soon_hours": chance.i64(1..=72) });
    let language = ["en", "nb", "sv", "da", "id"][chance.usize(..5)];
    file["business"] = json!({ "name": "Brekkesund ⛵", "address": "hei@brekkesund.example", "signature": "A\nB",
        "zone": "Europe/Oslo", "language": language });
    if chance.bool() {
        file["hours"] = json!({ "tz": "Europe/Oslo", "week": { "mon": [["08:00", "16:00"]], "sat": [["10:00", "12:00"]] },
            "holidays": ["2026-12-25"], "special": { "2026-12-24": [["08:00", "12:00"]] } });
    }
    file["service"] = json!({ "hours": [], "policies": (0..chance.usize(..3)).map(|n| json!({ "name": format!("Policy {n}"),
        "departments": departments.iter().filter(|name| **name != CLOSED && n == 0).collect::<Vec<_>>(), "mailboxes": [],
        "tags": ["brass"], "languages": ["nb"], "first": { "minutes": chance.i64(1..=43_200), "hours": "always" },
        "next": { "minutes": 60, "hours": "business" }, "resolution": null, "warn_share": 75, "warn_left": null,
        "late_tag": "late", "late_assignee": null })).collect::<Vec<_>>() });
    file["senders"] = json!({ "servers": ["mx.brekkesund.example"], "check": chance.bool() });
    file["second_factor"] = json!({ "roles": if chance.bool() { json!(["agent"]) } else { json!([]) } });
    file["deleted"] = json!({ "days": chance.i64(1..=3650) });
    file["sign_in"] = json!({ "days": chance.i64(1..=365) });
    file["states"] =
        words.iter().filter(|_| chance.bool()).map(|name| json!({ "state": "waiting_others", "name": name })).collect();
    let chosen: Vec<(&str, bool)> = words
        .into_iter()
        .filter(|_| chance.bool())
        .collect::<Vec<_>>()
        .into_iter()
        .map(|name| (name, chance.bool()))
        .collect();
    file["fields"] = chosen
        .into_iter()
        .map(|(name, retired)| {
            json!({ "about": "conversation", "name": name, "kind": "choice", "choices": ["a", "b"], "required": ["solved"],
                "retired": retired })
        })
        .collect();
    file["contact_forms"] = (0..chance.usize(..3))
        .map(|n| json!({ "slug": format!("form-{n}"), "names": { "en": format!("Form {n}") }, "department": department(chance), "open": chance.bool(),
            "questions": [{ "labels": { "en": "Which?" }, "kind": "choice", "required": true, "choices": { "en": ["a", "b"] } }] }))
        .collect();
    file["macros"] = (0..chance.usize(..4))
        .map(|n| json!({ "name": format!("Macro {n}"), "kind": if chance.bool() { "reply" } else { "note" }, "department": department(chance),
            "when": { "channels": ["phone"], "departments": departments.iter().filter(|name| **name != CLOSED).collect::<Vec<_>>(),
                "tags": ["brass"], "languages": if chance.bool() { json!(["nb"]) } else { json!([]) } },
            "texts": { "en": "Hello {{customer.first_name}}", "nb": "Hei" },
            "acts": [{ "kind": "tag", "value": "brass" }, { "kind": "department", "value": "none" }, { "kind": "assign", "value": "me" }] }))
        .collect();
    let tones = ["plain", "accent", "ok", "warn", "bad", "info"];
    let chosen: Vec<_> = words.iter().filter(|_| chance.bool()).collect();
    file["tags"] = chosen.into_iter().map(|name| json!({ "name": name, "tone": tones[chance.usize(..6)] })).collect();
    file["views"] = (0..chance.usize(..4))
        .map(|n| {
            let (of, within) = (department(chance), department(chance));
            let within = if within.is_null() { json!("none") } else { within };
            json!({ "name": format!("View {n}"), "department": of, "grouped_by": "owner", "ordered_by": "oldest",
                "columns": if chance.bool() { json!(["number", "tags"]) } else { json!(["snippet"]) },
                "when": { "all": [{ "field": "department", "value": within },
                    { "any": [{ "field": "tag", "value": "brass" }, { "field": "owner", "value": "me" }] }] } })
        })
        .collect();
    file["recurring"] = (0..chance.usize(..3))
        .map(|n| {
            let of = department(chance);
            let owner = if chance.bool() { json!("ingrid@brekkesund.example") } else { Value::Null };
            json!({ "subject": format!("Stock {n}"), "beginning": "note", "text": "All shelves", "tags": ["brass"],
                "assignee": owner, "department": of, "every": "week", "days": [1, 4], "at": "08:00", "closed": "leave",
                "on": chance.bool() })
        })
        .collect();
    let skills: Vec<&str> = words.into_iter().filter(|_| chance.bool()).collect();
    file["skills"] = skills.iter().map(|name| json!({ "name": name })).collect();
    let needs =
        departments.iter().filter(|name| **name != CLOSED).flat_map(|of| skills.first().map(|skill| (of, skill)));
    let (lacking, order) = (chance.usize(..3), chance.usize(..2));
    let (lacking, order) = (["language", "wait", "anyone"][lacking], ["least_open", "round_robin"][order]);
    file["turn_rules"] = json!({ "by_language": chance.bool(), "lacking": lacking,
        "needs": needs.map(|(of, skill)| json!({ "by": "department", "of": of, "skill": skill })).collect::<Vec<_>>() });
    let mine = json!({ "colleague": "ingrid@brekkesund.example", "odd_weeks": chance.bool() });
    file["rota"] = json!({ "hours": chance.i64(1..=40), "easy": if chance.bool() { "easy" } else { "" },
        "members": if chance.bool() { json!([mine]) } else { json!([]) } });
    file["rules"] = (0..chance.usize(..3))
        .map(|n| {
            let of = department(chance);
            let of = if of.is_null() { json!("none") } else { of };
            json!({ "name": format!("Rule {n}"), "trigger": if chance.bool() { "on:opened" } else { "time:us:3:days" },
                "when": { "all": [{ "field": "department", "value": of }, { "none": [{ "field": "tag", "value": "brass" }] }] },
                "acts": [{ "kind": "tag", "value": "brass" }, { "kind": "tell", "value": "ingrid@brekkesund.example" },
                    { "kind": "department", "value": "none" }], "enabled": chance.bool() })
        })
        .collect();
    file["rule_order"] = json!({ "first": chance.bool() });
    file["turns"] = departments
        .iter()
        .filter(|_| chance.u8(..3) == 0)
        .map(|name| json!({ "department": name, "on": true, "order": order }))
        .collect();
    // Only open departments stand in line.
    let open = |name: &Value| {
        file["departments"].as_array().into_iter().flatten().any(|one| one["name"] == *name && one["open"] == true)
    };
    let turns: Value =
        file["turns"].as_array().into_iter().flatten().filter(|one| open(&one["department"])).cloned().collect();
    file["turns"] = turns;
    let asks = file["departments"].as_array().into_iter().flatten().filter(|one| one["open"] == true);
    let mut required: Vec<Value> = asks.map(|one| one["name"].clone()).filter(|_| chance.bool()).collect();
    required.sort_by_cached_key(ToString::to_string);
    file["automatic_answers"] =
        json!({ "forms": false, "threshold": chance.u32(1..=100), "mail": [], "a_day": chance.u32(1..=10) });
    file["outcomes"] = json!({ "required": required, "ask_customers": chance.bool() });
    file
}

#[test]
fn what_went_out_of_one_business_makes_another_the_same_and_changes_nothing_where_it_was() {
    let seed = fastrand::u64(..);
    let mut chance = fastrand::Rng::with_seed(seed);
    let files: Vec<Value> = (0..6).map(|_| some(&mut chance)).collect();
    on_both_engines(&migrations(), |test| {
        let files = files.clone();
        async move {
            let first = house(&test).await;
            taken(&first, &files[0], HOW).await;
            for file in &files[1..] {
                let before = now(&first).await;
                let tried = taken(&first, file, How { dry_run: true, ..HOW }).await;
                assert_eq!(now(&first).await, before, "seed {seed}: it was only tried");
                assert_eq!(taken(&first, file, HOW).await, tried, "seed {seed}: what was told is what happens");
                let out = now(&first).await;
                assert_eq!(taken(&first, &out, HOW).await, Vec::<String>::new(), "seed {seed}: its own file");
                let (empty, _folder) = on_sqlite(&migrations()).await;
                let other = house(&empty).await;
                taken(&other, &out, HOW).await;
                assert_eq!(text(&now(&other).await), text(&out), "seed {seed}: elsewhere, byte by byte");
                // The file from before brings back what was, but for what has come: that is retired, closed or gone.
                taken(&first, &before, How { remove: true, ..HOW }).await;
                let back = now(&first).await;
                for part in PARTS.iter().filter(|part| !["departments", "fields", "turns", "outcomes"].contains(part)) {
                    assert_eq!(back[*part], before[*part], "seed {seed}: {part}");
                }
            }
        }
    });
}

#[test]
fn every_error_is_at_its_place_and_nothing_is_changed_then() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let before = now(&caller).await;
        assert_eq!(wrong(&caller, &json!([])).await.len(), 1);
        assert_eq!(
            wrong(&caller, &json!({ "edition": 2, "odd/part": 1 })).await,
            [
                "/format must be \"tillit-settings\"",
                "/edition was written by a newer Tillit",
                "/odd~1part is no part of the settings"
            ]
        );
        let file = json!({ "format": FORMAT, "edition": EDITION,
            "business": { "address": "nobody" },
            "hours": { "tz": "Europe/Oslo", "week": {} },
            "times": 7,
            "requests": { "hue": 7 },
            "tone": { "on": true, "allowed": ["a"], "jarring": ["b", "A"], "familiar": false, "formal": false },
            "needs": { "topics": ["Bags", "…"] },
            "community": { "hours": 337 },
            "service": { "policies": [{ "name": "A", "departments": ["Nowhere"] }], "hours": [] },
            "states": [{ "state": "closed", "name": "A" }, { "state": "open" }],
            "departments": [{ "name": "Shop" }, { "name": "Shop" }, { "name": "Yard", "open": "yes" }, { "name": "Pier", "members": [] }, 5],
            "fields": [{ "about": "person", "name": "Order", "kind": "number" }, { "about": "planet", "name": "X", "kind": "text" }],
            "turns": [{ "department": "Nowhere", "on": true }],
            "skills": [{ "name": "Brass" }, {}],
            "turn_rules": { "needs": [{ "by": "department", "of": "Nowhere", "skill": "Brass" }, { "by": "tag", "of": "x", "skill": "None" }] },
            "rota": { "hours": 3, "members": [{ "colleague": "nobody@brekkesund.example" }, 7] },
            "contact_forms": [{ "slug": "a", "names": {}, "department": null }],
            "macros": [{ "name": "M", "texts": { "en": "{{nothing}}" } }, { "name": "N", "texts": { "en": "x" }, "department": "Nowhere" },
                { "name": "O", "texts": { "en": "x" }, "acts": [{ "kind": "department", "value": "Nowhere" }] },
                { "name": "P", "texts": { "en": "x" }, "acts": "tag" }],
            "second_factor": { "roles": ["agent", "boss"] } });
        let many = of("departments", vec![json!({ "name": "Shop" }); 1001].into());
        assert_eq!(wrong(&caller, &many).await, ["/departments holds more than 1000"]);
        let rota = of(
            "rota",
            json!({ "hours": 0, "members": [{ "colleague": "ingrid@brekkesund.example", "odd_weeks": 1 }] }),
        );
        assert!(
            wrong(&caller, &rota).await[0].starts_with("/rota/members/0/odd_weeks "),
            "{:?}",
            wrong(&caller, &rota).await
        );
        let rota = of("rota", json!({ "hours": 0, "members": [] }));
        assert_eq!(wrong(&caller, &rota).await, ["/rota/hours must be between 1 and 40"]);
        let told = wrong(&caller, &file).await;
        for pointer in [
            "/business/name",
            "/hours/week",
            "/times",
            "/requests/hue",
            "/tone/jarring/1",
            "/needs/topics/1",
            "/community/hours",
            "/service/policies/0/departments/0",
            "/states/1/name",
            "/departments/1",
            "/departments/2/open",
            "/departments/3/members",
            "/departments/4",
            "/fields/1/about",
            "/turns/0/department",
            "/skills/1/name",
            "/turn_rules/needs/0/of",
            "/turn_rules/needs/1/skill",
            "/rota/members/0/colleague",
            "/rota/members/1",
            "/contact_forms/0/names",
            "/macros/0/texts/en",
            "/macros/1/department",
            "/macros/2/acts/0/value",
            "/macros/3/acts",
            "/second_factor/roles/1",
        ] {
            assert!(told.iter().any(|one| one.starts_with(&format!("{pointer} "))), "{pointer}: {told:#?}");
        }
        assert_eq!(now(&caller).await, before, "all of it or nothing");
        let agent = Caller { staff: staff::Staff { role: Role::Admin, ..caller.staff.clone() }, ..caller.clone() };
        assert!(matches!(read(&agent).await, Err(Failure::Problem(_))), "owners alone");
    });
}

#[test]
fn it_is_told_in_the_log_once_and_no_secret_or_colleague_is_in_it() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let p: &Platform = &caller.p;
        let file = json!({ "format": FORMAT, "edition": EDITION, "macros": [{ "name": "Mine", "texts": { "en": "x" } }],
            "departments": [{ "name": "Shop" }] });
        assert_eq!(
            taken(&caller, &file, HOW).await,
            ["added departments/Shop", "added turns/Shop", "added macros/Mine · reply"]
        );
        let id = staff_id(&caller);
        let macros = hand::Hand::new(&caller, p).get("/macros").await.unwrap_or_else(|failure| panic!("{failure:?}"));
        let one = &macros["data"][0];
        let path = format!("/macros/{}", one["id"].as_str().expect("an id"));
        let body = json!({ "name": "Mine", "texts": { "en": "x" }, "acts": [{ "kind": "assign", "value": id }] });
        let put = hand::Hand::new(&caller, p).ask(Method::PUT, &path, Some(&body)).await;
        assert!(put.is_ok());
        let out = now(&caller).await;
        assert!(!out.to_string().contains(&id) && !out.to_string().contains("ingrid@"), "{out}");
        let mut other = out.clone();
        other["macros"][0]["texts"]["en"] = json!("y");
        assert_eq!(taken(&caller, &other, HOW).await, ["changed macros/Mine · reply"]);
        let kept = hand::Hand::new(&caller, p).get(&path).await.unwrap_or_else(|failure| panic!("{failure:?}"));
        assert_eq!(kept["acts"][0]["value"], id.as_str(), "to whom it gives conversations stays");
        let mut conn = p.db.read().await.expect("read");
        let facts = log::history(&mut conn, platform::settings::HISTORY, 100).await.expect("read");
        assert_eq!(facts.iter().filter(|fact| format!("{fact:?}").contains("file")).count(), 2);
    });
}

fn staff_id(caller: &Caller) -> String {
    caller.staff.id.to_string()
}

#[test]
fn what_a_file_does_not_name_of_a_macro_stays_and_one_of_two_of_a_name_is_not_the_other() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let mine = of("macros", json!([{ "name": "Mine", "texts": { "en": "x" } }]));
        assert_eq!(taken(&caller, &mine, HOW).await, ["added macros/Mine · reply"]);
        assert_eq!(taken(&caller, &mine, HOW).await, NOTHING, "its kind need not be named");
        assert_eq!(taken(&caller, &mine, REMOVING).await, NOTHING);
        let tag = json!([{ "kind": "tag", "value": "brass" }]);
        let twins = json!([{ "name": "Mine" }, { "name": "Mine", "texts": { "en": "y", "nb": "z" }, "acts": tag }]);
        assert_eq!(taken(&caller, &of("macros", twins), HOW).await, ["added macros/Mine · reply"]);
        let own = now(&caller).await;
        assert_eq!(taken(&caller, &own, HOW).await, NOTHING);
        assert_eq!(now(&caller).await, own, "each is still what it was");

        let at = usize::from(own["macros"][1]["texts"]["en"] == "y");
        let mut part = own["macros"].clone();
        let one = part[at].as_object_mut().expect("a macro");
        (one["texts"], one["acts"]) = (json!({ "nb": "å" }), Value::Null);
        assert_eq!(taken(&caller, &of("macros", part.clone()), HOW).await, ["changed macros/Mine · reply"]);
        let after = now(&caller).await;
        assert_eq!(after["macros"][at]["texts"], json!({ "en": "y", "nb": "å" }), "other languages stay");
        assert_eq!((&after["macros"][at]["acts"], &after["macros"][1 - at]), (&tag, &own["macros"][1 - at]));
        taken(&caller, &of("macros", part), REMOVING).await;
        let after = now(&caller).await;
        assert_eq!((&after["macros"][at]["texts"], &after["macros"][at]["acts"]), (&json!({ "nb": "å" }), &tag));
        let part = json!([after["macros"][at]]);
        assert_eq!(taken(&caller, &of("macros", part), REMOVING).await, ["removed macros/Mine · reply"]);
        assert_eq!(now(&caller).await["macros"], json!([after["macros"][at]]));
    });
}

#[test]
fn what_a_file_does_not_name_of_a_form_stays_and_one_of_two_of_a_name_is_not_the_other() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let asks = json!([{ "labels": { "en": "Which?" }, "kind": "line" }]);
        let forms = json!([{ "slug": "returns", "names": { "en": "Returns" }, "questions": asks, "open": true },
            { "slug": "returns-2", "names": { "en": "Returns" }, "leads": { "en": "Bikes" }, "open": true }]);
        let made = ["added contact_forms/returns", "added contact_forms/returns-2"];
        assert_eq!(taken(&caller, &of("contact_forms", forms), HOW).await, made);
        let own = now(&caller).await;
        assert_eq!(taken(&caller, &own, HOW).await, NOTHING);
        assert_eq!(now(&caller).await, own, "each is still what it was");

        let part = json!([{ "slug": "returns-2", "leads": { "nb": "Sykler" } }]);
        assert_eq!(taken(&caller, &of("contact_forms", part), HOW).await, ["changed contact_forms/returns-2"]);
        let mut wanted = own["contact_forms"].clone();
        wanted[1]["leads"] = json!({ "en": "Bikes", "nb": "Sykler" });
        assert_eq!(now(&caller).await["contact_forms"], wanted, "names, questions and that it is open stay");
        let part = json!([{ "slug": "returns" }]);
        assert_eq!(taken(&caller, &of("contact_forms", part), REMOVING).await, ["removed contact_forms/returns-2"]);
        assert_eq!(now(&caller).await["contact_forms"], json!([own["contact_forms"][0]]));
    });
}

#[test]
fn only_what_was_shown_is_taken_in_and_once() {
    on_both_engines(&migrations(), |test| async move {
        let desk = Desk::open(test).await;
        let p = desk.p();
        let caller = Caller::from_within(desk.house.staff.clone(), p);
        taken(&caller, &of("macros", json!([{ "name": "Mine", "texts": { "en": "x" } }])), HOW).await;
        let before = now(&caller).await;
        let mut tx = p.begin().await.expect("begin");
        let file = of("macros", json!([])).to_string();
        let id = files::bring(&mut tx, caller.staff.id.as_str(), "a.json", &file).await.expect("brought");
        tx.commit().await.expect("commit");
        let page = format!("/settings/file/{id}");
        let shown = desk.post(&page, "do=take&looked=&remove=1").await;
        assert_eq!(shown.status, axum::http::StatusCode::OK);
        assert!(shown.text().contains(r#"name="looked" value="1""#), "{}", shown.text());
        assert_eq!(now(&caller).await, before, "what goes is shown first");

        let take = "do=take&looked=1&remove=1";
        let (one, other, leave) =
            tokio::join!(desk.post(&page, take), desk.post(&page, take), desk.post(&page, "do=leave"));
        for answer in [one, other, leave] {
            assert!(!answer.status.is_server_error(), "{}", answer.text());
        }
        let gone = now(&caller).await["macros"] == json!([]);
        let mut tx = p.begin().await.expect("begin");
        let left = files::find(&mut tx, &id).await.expect("read");
        assert_eq!(gone, left.is_some(), "taken in, or left; not both");
        if let Some(kept) = left {
            assert_eq!(kept.text, text(&before), "the way back is there");
            assert!(!files::claim(&mut tx, &id).await.expect("asked"), "nobody takes it in once more");
        }
    });
}

#[test]
fn ones_own_views_are_in_no_file_and_tags_on_conversations_stay() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let p: &Platform = &caller.p;
        taken(&caller, &of("departments", json!([{ "name": "Shop" }])), HOW).await;
        let hand = hand::Hand::new(&caller, p);
        let shop =
            hand.get("/departments").await.unwrap_or_else(|failure| panic!("{failure:?}"))["data"][0]["id"].take();
        let all = |test: Value| json!({ "all": [test] });
        let in_shop = all(json!({ "field": "department", "value": shop }));
        for view in [
            json!({ "name": "Mine", "own": true, "when": { "all": [] } }),
            json!({ "name": "Of one", "when": all(json!({ "field": "owner", "value": staff_id(&caller) })) }),
            json!({ "name": "In the shop", "department": shop, "when": in_shop }),
        ] {
            assert!(hand.ask(Method::POST, "/views", Some(&view)).await.is_ok(), "{view}");
        }
        let views = async || hand.get("/views").await.unwrap_or_else(|failure| panic!("{failure:?}"))["data"].take();
        let out = now(&caller).await;
        assert_eq!(out["views"].as_array().map(Vec::len), Some(2), "{}", out["views"]);
        let hers = json!({ "field": "owner", "value": "ingrid@brekkesund.example" });
        assert_eq!(out["views"][1]["when"]["all"][0], hers, "colleagues go by their address");
        let there = &out["views"][0];
        assert_eq!((&there["name"], &there["department"]), (&json!("In the shop"), &json!("Shop")));
        assert_eq!(there["when"]["all"][0], json!({ "field": "department", "value": "Shop" }));
        let part = of("views", json!([{ "name": "In the shop", "department": "Shop", "ordered_by": "newest" }]));
        assert_eq!(taken(&caller, &part, HOW).await, ["changed views/In the shop · Shop"]);
        assert_eq!(now(&caller).await["views"][0]["when"], there["when"], "what is not named stays");
        let gone = ["removed views/In the shop · Shop", "removed views/Of one"];
        assert_eq!(taken(&caller, &of("views", json!([])), REMOVING).await, gone);
        assert_eq!(views().await.as_array().map(Vec::len), Some(1), "one's own are not the file's");

        let owner = json!({ "field": "owner", "value": staff_id(&caller) });
        let odd = json!([{ "name": "A", "when": { "all": [{ "any": [owner] }] } },
            { "name": "B", "when": all(json!({ "field": "department", "value": "Nowhere" })) },
            { "name": "C", "when": all(json!({ "field": "colour", "value": "red" })) },
            { "name": "D", "when": all(json!({ "field": "mailbox", "value": "salg@brekkesund.example" })) }]);
        assert_eq!(
            wrong(&caller, &of("views", odd)).await,
            [
                "/views/0/when/all/0/any/0/value is the address of no colleague",
                "/views/1/when/all/0/value is the name of no department",
                "/views/2/when/all/0 is nothing that can be looked for",
                "/views/3/when/all/0/value is the address of no mailbox",
            ]
        );
        let odd = json!([{ "name": "Brass", "tone": "pink" }]);
        assert_eq!(wrong(&caller, &of("tags", odd)).await, ["/tags/0/tone is none of the colours"]);
        for (part, most) in [("deleted", 3650), ("sign_in", 365)] {
            let expected = format!("/{part}/days must be between 1 and {most}");
            assert_eq!(wrong(&caller, &of(part, json!({ "days": most + 1 }))).await, [expected]);
        }

        let tags = |name: &str| of("tags", json!([{ "name": name, "tone": "ok" }]));
        assert_eq!(taken(&caller, &tags("Brass"), HOW).await, ["added tags/Brass"]);
        assert_eq!(taken(&caller, &tags("brass"), REMOVING).await, ["added tags/brass", "removed tags/Brass"]);
        let new =
            json!({ "to": [{ "address": "kari@post.example", "name": "Kari" }], "subject": "Brass", "text": "Here." });
        let Ok(it) = hand.ask(Method::POST, "/conversations", Some(&new)).await else { panic!("not begun") };
        let id = it["id"].as_str().expect("an id");
        let path = format!("/conversations/{id}");
        let bears = async |add: Value, remove: Value| {
            let words = json!({ "add": add, "remove": remove });
            assert!(hand.ask(Method::POST, &format!("{path}/tags"), Some(&words)).await.is_ok(), "{words}");
        };
        bears(json!(["brass"]), json!([])).await;
        assert_eq!(taken(&caller, &of("tags", json!([])), REMOVING).await, NOTHING);
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE delivery SET state = 'sent'", vec![]).await.expect("sent");
        tx.commit().await.expect("commit");
        assert!(hand.ask(Method::DELETE, &path, None).await.is_ok());
        assert_eq!(taken(&caller, &of("tags", json!([])), REMOVING).await, NOTHING, "what is deleted may be put back");
        assert!(hand.ask(Method::POST, &format!("/deleted/{id}/restore"), None).await.is_ok());
        bears(json!([]), json!(["brass"])).await;
        assert_eq!(taken(&caller, &of("tags", json!([])), REMOVING).await, ["removed tags/brass"]);
    });
}

#[test]
fn thousands_of_tags_go_out_and_come_in_and_only_what_differs_is_touched() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let p: &Platform = &caller.p;
        let mut tx = p.begin().await.expect("begin");
        for n in 0..1005 {
            let id = conversations::TagId::next(&p.ids, tx.now());
            let sql = "INSERT INTO tag (id, name, folded, tone, n) VALUES ($1, $2, $2, 'plain', 0)";
            tx.run(sql, platform::vals![id.as_str(), format!("tag-{n:04}")]).await.expect("made");
        }
        tx.commit().await.expect("commit");
        let mut out = now(&caller).await;
        assert_eq!(out["tags"].as_array().map(Vec::len), Some(1005), "all pages of them");
        assert_eq!(taken(&caller, &out, HOW).await, NOTHING);
        out["tags"][1003]["tone"] = json!("ok");
        let tags = out["tags"].as_array_mut().expect("a list");
        tags.remove(1004);
        let changed = ["changed tags/tag-1003", "removed tags/tag-1004"];
        assert_eq!(taken(&caller, &out, REMOVING).await, changed);
        let many = of("tags", (0..10_001).map(|n| json!({ "name": format!("t{n}") })).collect());
        assert_eq!(wrong(&caller, &many).await, ["/tags holds more than 10000"]);
        let twice = of("tags", json!([{ "name": "a" }, { "name": "a" }]));
        assert_eq!(wrong(&caller, &twice).await, ["/tags/1 stands there twice"]);
        let odd = hand::Hand::new(&caller, p).ask(Method::GET, "/tags?cursor=x", None).await;
        assert!(matches!(odd, Err(hand::Refused::Wrong(_))));
    });
}

#[test]
fn views_and_what_recurs_name_colleagues_mailboxes_and_macros_as_people_do() {
    on_both_engines(&migrations(), |test| async move {
        let caller = house(&test).await;
        let p: &Platform = &caller.p;
        let hand = hand::Hand::new(&caller, p);
        let mut tx = p.begin().await.expect("begin");
        let settings =
            channels::mailboxes::Settings { address: "Salg@brekkesund.example".into(), ..Default::default() };
        let (secrets, start) = (channels::mailboxes::Secrets::default(), channels::mailboxes::Start::Now);
        let made = channels::mailboxes::insert(p, &mut tx, &Actor::System, settings, &secrets, start).await;
        let mailbox = made.expect("connected").id;
        tx.commit().await.expect("commit");
        let when = json!({ "all": [{ "field": "owner", "value": "INGRID@brekkesund.example" },
            { "any": [{ "field": "mailbox", "value": "salg@brekkesund.example" }] }] });
        let stock = json!({ "subject": "Count the stock", "beginning": "note", "text": "All shelves.",
            "assignee": "ingrid@brekkesund.example", "department": "Shop", "checklist": "Stock", "every": "month",
            "month_day": 31, "at": "08:00", "closed": "previous", "on": true });
        let file = json!({ "format": FORMAT, "edition": EDITION, "departments": [{ "name": "Shop" }],
            "macros": [{ "name": "Stock", "texts": { "en": "x" }, "acts": [{ "kind": "checklist", "value": "Count" }] }],
            "views": [{ "name": "Hers", "when": when }], "recurring": [stock] });
        let made = [
            "added departments/Shop",
            "added turns/Shop",
            "added macros/Stock · reply",
            "added views/Hers",
            "added recurring/Count the stock",
        ];
        assert_eq!(taken(&caller, &file, HOW).await, made);
        let views = hand.get("/views").await.unwrap_or_else(|failure| panic!("{failure:?}"));
        assert_eq!(views["data"][0]["when"]["all"][0]["value"], staff_id(&caller).as_str());
        assert_eq!(views["data"][0]["when"]["all"][1]["any"][0]["value"], mailbox.as_str());
        let out = now(&caller).await;
        assert_eq!(taken(&caller, &out, REMOVING).await, NOTHING);
        let told = &out["recurring"][0];
        assert_eq!((&told["assignee"], &told["checklist"]), (&json!("ingrid@brekkesund.example"), &json!("Stock")));
        assert_eq!((&told["department"], told.get("customer")), (&json!("Shop"), None));
        let later = of("recurring", json!([{ "subject": "Count the stock", "at": "09:00" }]));
        assert_eq!(taken(&caller, &later, HOW).await, ["changed recurring/Count the stock"]);
        assert_eq!(now(&caller).await["recurring"][0]["checklist"], "Stock", "what is not named stays");
        let odd = json!([{ "subject": "A", "assignee": "nobody@x.example" }, { "subject": "B", "checklist": "None" },
            { "subject": "C", "department": "Nowhere" }, { "subject": "Count the stock", "at": "noon" }]);
        assert_eq!(
            wrong(&caller, &of("recurring", odd)).await,
            [
                "/recurring/0/assignee is the address of no colleague",
                "/recurring/1/checklist is the name of no macro",
                "/recurring/2/department is the name of no department",
                "/recurring/3/at is not a time such as 08:00",
            ]
        );

        let new = json!({ "name": "Kari Solheim", "address": "kari@post.example" });
        let Ok(kari) = hand.ask(Method::POST, "/customers", Some(&new)).await else { panic!("not made") };
        let hers = json!({ "subject": "Service", "customer": kari["id"], "beginning": "note", "text": "Yearly.",
            "every": "day", "at": "08:00", "closed": "leave", "on": true });
        assert!(hand.ask(Method::POST, "/recurring", Some(&hers)).await.is_ok());
        assert!(
            !now(&caller).await["recurring"].to_string().contains("Service"),
            "customers are in no file of settings"
        );
        let gone = taken(&caller, &of("recurring", json!([])), REMOVING).await;
        assert_eq!(gone, ["removed recurring/Count the stock"]);
        let left = hand.get("/recurring").await.unwrap_or_else(|failure| panic!("{failure:?}"));
        assert_eq!(left["data"].as_array().map(Vec::len), Some(1), "theirs is not the file's");
    });
}
