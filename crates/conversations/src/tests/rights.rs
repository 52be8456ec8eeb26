//! Who sees and may do what (P19): businesses made at random, and changed at random while people work in them, held
//! against a rule that was written from the words that people are told (the user guide's table of roles) and not from
//! the code. Once a million times by the pure rules, and once through the tables, on both engines.

use std::collections::BTreeSet;

use base::{Action, Reach, allowed};
use fastrand::Rng;
use people::api::Caller;
use people::staff::{self, Staff};
use people::tokens::{self, Ends, NewToken};
use people::{DepartmentId, PersonId, department, person};
use platform::api::Level;

use super::*;
use crate::model::{Clocks, Conversation};
use crate::rules::departments::reaches;
use crate::searching::{Searcher, search};

/// Everything that can be asked for, with who may at the least (0 light, 1 agent, 2 admin, 3 owner, 9 no colleague),
/// how far a token must reach for it (0 sees, 1 works, 2 runs the business), and whether it is about conversations,
/// of which some see those of their departments alone.
const RIGHTS: [(Action, u8, u8, bool); 14] = [
    (Action::ReadConversations, 0, 0, true),
    (Action::NoteConversations, 0, 1, true),
    (Action::WorkConversations, 1, 1, true),
    (Action::DeleteConversations, 2, 2, true),
    (Action::ReceiveMessages, 9, 2, false),
    (Action::ReadPeople, 0, 0, false),
    (Action::EditPeople, 1, 1, false),
    (Action::ReadStaff, 0, 0, false),
    (Action::ManageStaff, 2, 2, false),
    (Action::ManageOwners, 3, 2, false),
    (Action::ManageSettings, 2, 2, false),
    (Action::ManageOperations, 2, 2, false),
    (Action::ManagePrivacy, 2, 2, false),
    // No program changes its owner's account that is not trusted with everything.
    (Action::EditOwnProfile, 0, 2, false),
];

const RANKS: [Role; 4] = [Role::Light, Role::Agent, Role::Admin, Role::Owner];
const DEPARTMENTS: usize = 8;

/// What the rule knows of somebody.
#[derive(Clone, Debug)]
enum One {
    Colleague { rank: u8, limited: bool, works_in: BTreeSet<usize> },
    Customer(usize),
}

/// What the rule knows of a conversation.
#[derive(Clone, Copy, Debug)]
struct Matter {
    department: Option<usize>,
    customer: usize,
    deleted: bool,
}

/// Whether somebody may do it at all.
fn may(one: &One, action: usize) -> bool {
    match one {
        One::Colleague { rank, .. } => *rank >= RIGHTS[action].1,
        // A customer writes to us, and reads what is theirs.
        One::Customer(_) => matches!(RIGHTS[action].0, Action::ReadConversations | Action::ReceiveMessages),
    }
}

/// Whether a conversation is within sight of somebody, deleted or not.
fn sees(one: &One, matter: &Matter) -> bool {
    match one {
        One::Colleague { rank: 2.., .. } => true,
        One::Colleague { limited: false, .. } => true,
        One::Colleague { works_in, .. } => matter.department.is_some_and(|it| works_in.contains(&it)),
        One::Customer(who) => matter.customer == *who,
    }
}

fn some(rng: &mut Rng, chance: f64) -> bool {
    rng.f64() < chance
}

fn matter(rng: &mut Rng, customers: usize) -> Matter {
    let department = some(rng, 0.8).then(|| rng.usize(..DEPARTMENTS));
    Matter { department, customer: rng.usize(..customers), deleted: some(rng, 0.1) }
}

fn id<T: std::str::FromStr>(kind: &str, n: usize) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("{kind}_{n:026}").parse().expect("an id")
}

#[test]
fn a_million_pure_answers_are_those_of_the_rule() {
    let rng = &mut Rng::with_seed(19);
    let (mut compared, mut yes) = (0, 0);
    while compared < 1_000_000 {
        let one = if some(rng, 0.15) {
            One::Customer(rng.usize(..5))
        } else {
            let works_in = (0..DEPARTMENTS).filter(|_| some(rng, 0.25)).collect();
            One::Colleague { rank: rng.u8(..4), limited: some(rng, 0.5), works_in }
        };
        let actor = match &one {
            One::Customer(n) => Actor::Customer { id: id::<PersonId>("per", *n).to_string() },
            One::Colleague { rank, limited, works_in } => {
                let own = works_in.iter().map(|n| id::<DepartmentId>("dep", *n).to_string()).collect();
                let reach = if *limited { Reach::Departments(own) } else { Reach::Everything };
                Actor::Staff { id: "stf_1".into(), role: RANKS[usize::from(*rank)], reach }
            }
        };
        for (n, (action, _, _, of_conversations)) in RIGHTS.iter().enumerate() {
            let scope = allowed(&actor, *action);
            assert_eq!(scope.is_ok(), may(&one, n), "{action:?} by {one:?}");
            compared += 1;
            let Ok(scope) = scope else { continue };
            for _ in 0..20 {
                let matter = matter(rng, 5);
                let department = matter.department.map(|n| id("dep", n));
                let there = match &scope {
                    Scope::Own(own) if matches!(actor, Actor::Customer { .. }) => {
                        *own == id::<PersonId>("per", matter.customer).to_string()
                    }
                    scope => reaches(scope, department.as_ref()),
                };
                // One's own profile is no conversation; nothing else is narrowed.
                let expected = match action {
                    Action::EditOwnProfile => false,
                    _ if *of_conversations || matches!(one, One::Customer(_)) => sees(&one, &matter),
                    _ => true,
                };
                assert_eq!(there, expected, "{action:?} by {one:?} on {matter:?}: {scope:?}");
                (compared, yes) = (compared + 1, yes + u32::from(there));
            }
        }
    }
    assert!(yes > 100_000 && yes < 900_000, "both answers occur: {yes}");
}

/// A business in the tables, and what the rule knows of it.
struct World {
    departments: Vec<(DepartmentId, String)>,
    colleagues: Vec<(StaffId, One, u8, String)>,
    customers: Vec<PersonId>,
    matters: Vec<(ConversationId, Matter)>,
    compared: usize,
    rng: Rng,
}

const COLLEAGUES: usize = 24;
const CUSTOMERS: usize = 12;
const MATTERS: usize = 400;
/// So many of them came by mail and are found by the search.
const MAILS: usize = 40;

impl World {
    async fn found(p: &Platform) -> Self {
        let mut rng = Rng::with_seed(20);
        let mut tx = p.begin().await.expect("begin");
        let mut departments = Vec::new();
        for n in 0..DEPARTMENTS {
            let name = format!("Department {n}");
            departments.push((department::make(&mut tx, &Actor::System, &name).await.expect("made").id, name));
        }
        let mut colleagues = Vec::new();
        for n in 0..COLLEAGUES {
            let rank = rng.u8(..4);
            let (name, email) = (format!("Colleague {n}"), format!("c{n}@brekkesund.example"));
            let role = RANKS[usize::from(rank)];
            let new = NewStaff { name, email, role, language: Language::En, zone: "Europe/Oslo".into() };
            let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
            // A token reaches as far as its maker does when it is made, and no further than they do later.
            let level = rng.usize(..3).min(if rank < 2 { 1 } else { 2 });
            let new = NewToken { name: "t".into(), level: Level::ALL[level], ends: Ends::Never };
            let (_, secret) = tokens::make(&mut tx, p, &staff.actor(), new).await.expect("made");
            let one = One::Colleague { rank, limited: false, works_in: BTreeSet::new() };
            colleagues.push((staff.id, one, u8::try_from(level).expect("small"), secret));
        }
        let mut customers = Vec::new();
        for n in 0..CUSTOMERS {
            let address = format!("k{n}@post.example");
            customers.push(person::add(&mut tx, &Actor::System, "", &address).await.expect("added"));
        }
        let business = settings::Business { address: "hei@brekkesund.example".into(), ..Default::default() };
        settings::set_business(&mut tx, &business).await.expect("business");
        tx.commit().await.expect("commit");
        let mut matters = Vec::new();
        for n in 0..MAILS {
            let customer = n % CUSTOMERS;
            let mail = mail(p, &format!("k{customer}@post.example"), &format!("Matter {n}"), "sjiraff");
            matters.push((take_in(p, mail).await.conversation, Matter { department: None, customer, deleted: false }));
        }
        let pattern = find(p, &matters[0].0).await;
        let mut tx = p.begin().await.expect("begin");
        for n in MAILS..MATTERS {
            let matter = Matter { deleted: false, department: None, customer: rng.usize(..CUSTOMERS) };
            let conversation = Conversation {
                id: ConversationId::next(&tx.ids(), tx.now()),
                number: 100_000 + i64::try_from(n).expect("small"),
                person: customers[matter.customer].clone(),
                state: State::ALL[rng.usize(..State::ALL.len())],
                clocks: Clocks::default(),
                ..pattern.clone()
            };
            store::insert(&mut tx, &conversation).await.expect("inserted");
            matters.push((conversation.id, matter));
        }
        tx.commit().await.expect("commit");
        Self { departments, colleagues, customers, matters, compared: 0, rng }
    }

    /// People come to other departments and roles, conversations to other departments, are deleted and put back.
    async fn change(&mut self, p: &Platform, most: usize) {
        let mut tx = p.begin().await.expect("begin");
        for n in 0..MATTERS {
            if n >= most && !some(&mut self.rng, 0.1) {
                continue;
            }
            let (id, known) = &mut self.matters[n];
            let new = matter(&mut self.rng, CUSTOMERS);
            (known.department, known.deleted) = (new.department, new.deleted);
            let before = store::hold_even_deleted(&mut tx, id).await.expect("asked").expect("is there");
            let department = known.department.map(|n| self.departments[n].0.clone());
            let deleted = known.deleted.then(|| tx.now());
            store::save(&mut tx, &before, &Conversation { department, deleted, ..before.clone() })
                .await
                .expect("saved");
            if deleted.is_some() {
                store::mark_deleted(&mut tx, id, "", id).await.expect("marked");
            } else {
                store::unmark_deleted(&mut tx, id).await.expect("marked");
            }
        }
        for (id, one, _, _) in &mut self.colleagues {
            let One::Colleague { rank, limited, .. } = one else { continue };
            if some(&mut self.rng, 0.3) {
                *rank = self.rng.u8(..4);
                // Somebody must stay an owner: who says no says so.
                if staff::change_role(&mut tx, &Actor::System, id, RANKS[usize::from(*rank)]).await.is_err() {
                    *rank = 3;
                }
            }
            department::limit(&mut tx, &Actor::System, id, false).await.expect("sees all");
            *limited = some(&mut self.rng, 0.6);
        }
        for (n, (id, name)) in self.departments.iter().enumerate() {
            for (_, one, _, _) in &mut self.colleagues {
                let One::Colleague { works_in, .. } = one else { continue };
                let _ = if some(&mut self.rng, 0.3) { works_in.insert(n) } else { works_in.remove(&n) };
            }
            let members = self.colleagues.iter().filter(|(_, one, _, _)| match one {
                One::Colleague { works_in, .. } => works_in.contains(&n),
                One::Customer(_) => false,
            });
            let members: Vec<StaffId> = members.map(|(id, _, _, _)| id.clone()).collect();
            department::set(&mut tx, &Actor::System, id, name, &members).await.expect("set");
        }
        for (id, one, _, _) in &mut self.colleagues {
            let One::Colleague { limited, works_in, .. } = one else { continue };
            // Nobody is limited to nothing.
            *limited &= !works_in.is_empty();
            department::limit(&mut tx, &Actor::System, id, *limited).await.expect("limited");
        }
        tx.commit().await.expect("commit");
    }

    /// What was found, one by one, against what the rule lets be found.
    fn compare(&mut self, what: &str, one: &One, found: &BTreeSet<ConversationId>, among: impl Fn(&Matter) -> bool) {
        for (id, matter) in &self.matters {
            let expected = among(matter) && sees(one, matter);
            assert_eq!(found.contains(id), expected, "{what}: {id}, {matter:?}, by {one:?}");
            self.compared += 1;
        }
    }

    async fn ask(&mut self, p: &Platform, actor: &Actor, one: &One, round: usize) {
        let scope = allowed(actor, Action::ReadConversations).expect("everybody reads what is theirs");
        let mut conn = p.db.read().await.expect("read");
        let ids: Vec<ConversationId> = self.matters.iter().map(|(id, _)| id.clone()).collect();
        let found = queries::numbers(&mut conn, &scope, &ids).await.expect("asked").into_keys().collect();
        self.compare("numbers", one, &found, |matter| !matter.deleted);
        let Some(me) = actor.staff_id().and_then(|id| id.parse::<StaffId>().ok()) else { return };
        match self.rng.usize(..4) + 4 * usize::from(round == 0) {
            0 => {
                let mut found = BTreeSet::new();
                for group in [Group::Open, Group::Waiting, Group::Closed, Group::Snoozed] {
                    let query = ListQuery { view: View::All, group, after: None, most: 500 };
                    let page = queries::list(&mut conn, &scope, &query, p.clock.business()).await.expect("listed");
                    found.extend(page.rows.into_iter().map(|row| row.conversation.id));
                }
                self.compare("lists", one, &found, |matter| !matter.deleted);
            }
            1 => {
                let browse = store::Browse { most: 500, ..Default::default() };
                let rows = store::browse(&mut conn, &scope, &browse).await.expect("listed");
                let found = rows.into_iter().map(|found| found.row.conversation.id).collect();
                self.compare("the API's list", one, &found, |matter| !matter.deleted);
            }
            2 => {
                let asked = crate::rules::searching::read("sjiraff", &jiff::tz::TimeZone::UTC);
                let who = Searcher { scope: &scope, me: Some(&me), after: None, most: 100 };
                let found = search(&p.words, &mut conn, &who, &asked).await.expect("searched").found;
                let found: BTreeSet<_> = found.into_iter().map(|found| found.row.conversation.id).collect();
                let mails: BTreeSet<_> = ids[..MAILS].iter().cloned().collect();
                assert!(found.is_subset(&mails));
                let rest = self.matters.split_off(MAILS);
                self.compare("the search", one, &found, |matter| !matter.deleted);
                self.matters.extend(rest);
            }
            _ => {
                let counts = queries::counts(&mut conn, &scope, &me, p.clock.business()).await.expect("counted");
                let there = self.matters.iter().filter(|(_, matter)| !matter.deleted && sees(one, matter)).count();
                let all = counts.open + counts.waiting + counts.closed + counts.snoozed;
                assert_eq!(all, i64::try_from(there).expect("small"), "counts of {one:?}");
                self.compared += 1;
            }
        }
        if let Ok(scope) = allowed(actor, Action::DeleteConversations) {
            let page = store::deleted_page(&mut conn, &scope, None, 500).await.expect("listed");
            let found = page.into_iter().map(|one| one.row.conversation.id).collect();
            self.compare("deleted", one, &found, |matter| matter.deleted);
        }
    }

    /// What a program may that comes with a token of long ago.
    async fn token(&mut self, p: &Platform, one: &One, level: u8, secret: &str) {
        let mut conn = p.db.read().await.expect("read");
        let token = tokens::by_secret(&mut conn, secret).await.expect("asked").expect("is open");
        let staff = staff::find(&mut conn, &Scope::All, &token.staff).await.expect("asked").expect("is there");
        let caller = Caller { staff, token, p: p.clone() };
        for (n, (action, _, reach, _)) in RIGHTS.iter().enumerate() {
            assert_eq!(
                caller.may(*action).is_ok(),
                may(one, n) && level >= *reach,
                "{action:?} by {one:?} with {level}"
            );
            self.compared += 1;
        }
    }
}

#[test]
fn the_tables_answer_as_the_rule_does_whatever_changes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mut world = World::found(p).await;
        for round in 0..8 {
            if round > 0 {
                world.change(p, if round == 1 { MATTERS } else { 0 }).await;
            }
            for n in 0..COLLEAGUES {
                let (id, one, level, secret) = world.colleagues[n].clone();
                let found: Option<Staff> =
                    staff::find(&mut p.db.read().await.expect("read"), &Scope::All, &id).await.expect("asked");
                world.ask(p, &found.expect("is there").actor(), &one, round).await;
                world.token(p, &one, level, &secret).await;
            }
            for n in 0..CUSTOMERS {
                let actor = Actor::Customer { id: world.customers[n].to_string() };
                world.ask(p, &actor, &One::Customer(n), round).await;
            }
        }
        assert!(world.compared > 120_000, "{}", world.compared);
    });
}
