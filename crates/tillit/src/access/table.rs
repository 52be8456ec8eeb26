//! The two tables as data.

use axum::http::StatusCode;
use base::Role;

/// Who asks. In the order of the tables' columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// Somebody of this role who sees everything that it may see.
    Staff(Role),
    /// An agent of one department.
    Limited,
    /// A customer who is signed in to their requests.
    Customer,
    /// Nobody who is known.
    Nobody,
}

impl Asker {
    /// All of them, as the columns stand.
    pub const ALL: [Self; 7] = [
        Self::Staff(Role::Owner),
        Self::Staff(Role::Admin),
        Self::Staff(Role::Agent),
        Self::Staff(Role::Light),
        Self::Limited,
        Self::Customer,
        Self::Nobody,
    ];

    /// Where it stands among the columns.
    pub fn column(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).expect("is among all")
    }
}

/// What the answer says of the asker's rights, whatever else it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A page, a redirect, a form that needs another look.
    LetIn,
    /// 403.
    Forbidden,
    /// 404: not there, or not for this one; the two look the same.
    NotThere,
    /// To the sign-in.
    SignIn,
    /// 400, 409 or 422: what was sent needs another look, whoever sent it.
    Unfit,
}

impl Class {
    fn of_letter(letter: &str) -> Option<Self> {
        match letter {
            "+" => Some(Self::LetIn),
            "." => Some(Self::Forbidden),
            "0" => Some(Self::NotThere),
            ">" => Some(Self::SignIn),
            "~" => Some(Self::Unfit),
            _ => None,
        }
    }

    /// Whether an answer is what the table says. Who is let in may be told to look again.
    pub fn fits(self, told: Self) -> bool {
        self == told || (told == Self::LetIn && self == Self::Unfit)
    }

    /// Of an answer with this status, that sends to `location`.
    pub fn of(status: StatusCode, location: &str) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotThere,
            StatusCode::BAD_REQUEST | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY => Self::Unfit,
            // What leads back is `?next=`; who signs in or out by hand is led on without.
            status if status.is_redirection() && location.starts_with("/signin?next=") => Self::SignIn,
            _ => Self::LetIn,
        }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// `GET`, in capitals.
    pub method: &'static str,
    /// The address with its gaps.
    pub path: &'static str,
    /// What stands between the address and the answers: the level of an operation.
    pub level: &'static str,
    /// The answers, as [`Asker::ALL`] stands.
    pub answers: [Class; 7],
    /// What stands behind the answers: a form, or the name of an operation.
    pub rest: &'static str,
}

/// Reads a table.
pub(super) fn read(text: &'static str, leveled: bool) -> Vec<Row> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| row(line, leveled).unwrap_or_else(|| panic!("not a row: {line}"))).collect()
}

fn row(line: &'static str, leveled: bool) -> Option<Row> {
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?, words.next()?);
    let level = if leveled { words.next()? } else { "" };
    let letters: Vec<Class> = words.by_ref().take(7).map_while(Class::of_letter).collect();
    let rest = words.next().unwrap_or_default();
    words.next().is_none().then_some(Row { method, path, level, answers: letters.try_into().ok()?, rest })
}
