//! What may stand behind a `$1`, and how our own types get there.

use base::Instant;

/// A bound value; sea-query's, so that condition trees built by it fit in.
pub type Value = sea_orm::Value;

/// A type that can be bound. [`vals!`](crate::vals) calls it.
pub trait Bind {
    /// The value as the database takes it.
    fn bind(self) -> Value;
}

impl Bind for i64 {
    fn bind(self) -> Value {
        Value::BigInt(Some(self))
    }
}
impl Bind for bool {
    fn bind(self) -> Value {
        Value::BigInt(Some(i64::from(self)))
    }
}
impl Bind for Instant {
    fn bind(self) -> Value {
        Value::BigInt(Some(base::clock::to_micros(self)))
    }
}
impl Bind for String {
    fn bind(self) -> Value {
        Value::String(Some(self))
    }
}
impl Bind for &str {
    fn bind(self) -> Value {
        Value::String(Some(self.to_owned()))
    }
}
impl Bind for &String {
    fn bind(self) -> Value {
        Value::String(Some(self.clone()))
    }
}
impl Bind for Vec<u8> {
    fn bind(self) -> Value {
        Value::Bytes(Some(self))
    }
}
impl Bind for &[u8] {
    fn bind(self) -> Value {
        Value::Bytes(Some(self.to_vec()))
    }
}
impl Bind for Option<i64> {
    fn bind(self) -> Value {
        Value::BigInt(self)
    }
}
impl Bind for Option<Instant> {
    fn bind(self) -> Value {
        Value::BigInt(self.map(base::clock::to_micros))
    }
}
impl Bind for Option<String> {
    fn bind(self) -> Value {
        Value::String(self)
    }
}
impl Bind for Option<&str> {
    fn bind(self) -> Value {
        Value::String(self.map(str::to_owned))
    }
}
impl Bind for Option<Vec<u8>> {
    fn bind(self) -> Value {
        Value::Bytes(self)
    }
}
impl Bind for Value {
    fn bind(self) -> Value {
        self
    }
}

/// The places of so many rows of values in one statement: `($1, $2), ($3, $4)`.
#[must_use]
pub fn tuples(rows: usize, columns: usize) -> String {
    let tuple = |row: usize| {
        let places: Vec<_> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(tuple).collect::<Vec<_>>().join(", ")
}

/// Binds values in order: `vals![id.as_str(), 5, now]`.
#[macro_export]
macro_rules! vals {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Bind::bind($value)),*] };
}

#[cfg(test)]
mod tests {
    use super::tuples;

    #[test]
    fn every_value_of_every_row_has_a_place_of_its_own() {
        assert_eq!(tuples(1, 3), "($1, $2, $3)");
        assert_eq!(tuples(2, 2), "($1, $2), ($3, $4)");
    }
}
