//! What outsiders read of the log: the public body of each fact, and which facts somebody may have at all. Which
//! capabilities there are, the wiring says.

use base::event::Sentence;
use base::{Action, Actor, Event, Scope, allowed};
use serde_json::{Value, json};

use super::{Place, Recorded, reading, recorded};
use crate::api::time;
use crate::db::Conn;
use crate::fault::Result;
use crate::vals;

/// Which facts are about things of some departments: a condition on `subject` in SQL, around a list of bound ids.
pub type Within = fn(ids: &str) -> String;

/// Facts that somebody may hear of: of a family, and of some departments where they see no more.
#[derive(Clone, Debug)]
pub struct Heard {
    name: &'static str,
    among: Option<(Within, Vec<String>)>,
}

/// The facts of one enum: those whose names begin with `name` and a dot. Several may share a name.
#[derive(Clone, Copy)]
pub struct Family {
    /// What their names begin with: `conversation`.
    pub name: &'static str,
    /// What one must be allowed to hear of them.
    pub action: Action,
    within: Option<Within>,
    public: fn(&Recorded) -> Option<Value>,
    sentence: fn(&Recorded) -> Option<Sentence>,
}

impl Family {
    /// The facts that `E` tells.
    #[must_use]
    pub const fn of<E: Event>(name: &'static str, action: Action) -> Self {
        Self { name, action, within: None, public: public::<E>, sentence: sentence::<E> }
    }

    /// The same, of which those who see some departments alone may hear as far as `within` says.
    #[must_use]
    pub const fn within(mut self, within: Within) -> Self {
        self.within = Some(within);
        self
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
    /// Those that `actor` may hear of. Who may see only a part of a kind of thing hears of that part, where the
    /// capability says which it is, and else of nothing.
    #[must_use]
    pub fn for_actor(self, actor: &Actor) -> Vec<Heard> {
        let mut heard: Vec<Heard> = Vec::new();
        for family in self.0 {
            let among = match (allowed(actor, family.action), family.within) {
                (Ok(Scope::All), _) => None,
                (Ok(Scope::Departments(own)), Some(within)) if !own.is_empty() => Some((within, own)),
                _ => continue,
            };
            // Those that share a name are asked for once.
            if !heard.iter().any(|one| one.name == family.name) {
                heard.push(Heard { name: family.name, among });
            }
        }
        heard
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

/// The next `most` final facts behind `after` that are to be heard. What is not is passed over in the question itself,
/// so that an answer never tells how much that was.
///
/// # Errors
/// When the log cannot be read.
pub async fn after_of(conn: &mut Conn, heard: &[Heard], after: Place, most: i64) -> Result<Vec<Recorded>> {
    if heard.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vals![after.transaction, after.seq, most];
    let mut place = |value: String| {
        values.push(crate::db::Bind::bind(value));
        format!("${}", values.len())
    };
    let mut conditions = Vec::new();
    for one in heard {
        let mut condition = format!("kind LIKE {}", place(format!("{}.%", one.name)));
        if let Some((within, own)) = &one.among {
            let ids: Vec<String> = own.iter().map(|id| place(id.clone())).collect();
            condition = format!("({condition} AND {})", within(&ids.join(", ")));
        }
        conditions.push(condition);
    }
    let sql = reading(conn.engine(), &format!(" AND ({})", conditions.join(" OR ")));
    conn.all(&sql, values).await?.iter().map(recorded).collect()
}
