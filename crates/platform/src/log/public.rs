//! What outsiders read of the log: the public body of each fact, and which facts somebody may have at all. Which
//! capabilities there are, the wiring says.

use base::event::Sentence;
use base::{Action, Actor, Event, Scope, allowed};
use serde_json::{Value, json};

use super::{COLUMNS, Place, Recorded, recorded};
use crate::api::time;
use crate::db::Conn;
use crate::fault::Result;
use crate::vals;

/// The facts of one enum: those whose names begin with `name` and a dot. Several may share a name.
#[derive(Clone, Copy)]
pub struct Family {
    /// What their names begin with: `conversation`.
    pub name: &'static str,
    /// What one must be allowed to hear of them.
    pub action: Action,
    public: fn(&Recorded) -> Option<Value>,
    sentence: fn(&Recorded) -> Option<Sentence>,
}

impl Family {
    /// The facts that `E` tells.
    #[must_use]
    pub const fn of<E: Event>(name: &'static str, action: Action) -> Self {
        Self { name, action, public: public::<E>, sentence: sentence::<E> }
    }
}

fn public<E: Event>(fact: &Recorded) -> Option<Value> {
    fact.read::<E>().map(|event| event.public())
}

fn sentence<E: Event>(fact: &Recorded) -> Option<Sentence> {
    fact.read::<E>().map(|event| event.sentence())
}

/// All of them; an extension of requests.
#[derive(Clone, Copy)]
pub struct Families(pub &'static [Family]);

impl Families {
    /// Those that `actor` may hear of. Who may see only a part of a kind of thing hears nothing of it here.
    pub fn for_actor(self, actor: &Actor) -> impl Iterator<Item = &'static Family> {
        let actor = actor.clone();
        self.0.iter().filter(move |family| matches!(allowed(&actor, family.action), Ok(Scope::All)))
    }

    /// What people read of a fact; none when no capability tells it.
    #[must_use]
    pub fn sentence(self, fact: &Recorded) -> Option<Sentence> {
        let name = fact.kind.split('.').next()?;
        self.0.iter().filter(|one| one.name == name).find_map(|one| (one.sentence)(fact))
    }

    /// A fact as outsiders read it; none when no capability tells it.
    #[must_use]
    pub fn tell(self, fact: &Recorded) -> Option<Value> {
        let name = fact.kind.split('.').next()?;
        let mut families = self.0.iter().filter(|one| one.name == name);
        let (kind, id) = fact.subject.split_once(':')?;
        Some(json!({
            "id": name_of(fact.place),
            "type": fact.kind,
            "timestamp": time(fact.at),
            "subject": { "kind": kind, "id": id },
            "actor": fact.actor,
            "data": families.find_map(|one| (one.public)(fact))?,
        }))
    }
}

/// The name of the fact at a place.
#[must_use]
pub fn name_of(place: Place) -> String {
    format!("evt_{}_{}", place.transaction, place.seq)
}

/// The next `most` final facts of these families behind `after`.
///
/// # Errors
/// When the log cannot be read.
pub async fn after_of(conn: &mut Conn, families: &[&str], after: Place, most: i64) -> Result<Vec<Recorded>> {
    if families.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vals![after.transaction, after.seq, most];
    let mut conditions = Vec::new();
    for family in families {
        values.push(crate::db::Bind::bind(format!("{family}.%")));
        conditions.push(format!("kind LIKE ${}", values.len()));
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM event WHERE (xid, seq) > ($1, $2) AND xid < {} AND ({}) ORDER BY xid, seq LIMIT $3",
        conn.engine().oldest_running(),
        conditions.join(" OR ")
    );
    conn.all(&sql, values).await?.iter().map(recorded).collect()
}
