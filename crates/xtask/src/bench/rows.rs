//! A figure, what it is compared with, and the bar it is held against.

use serde_json::{Value, json};

/// What a figure must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bar {
    /// At most so much.
    Most(f64),
    /// At least so much.
    Least(f64),
    /// Printed, and not judged.
    None,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Such as "list of 50".
    pub name: String,
    /// What was measured.
    pub value: f64,
    /// Such as "ms CPU".
    pub unit: &'static str,
    /// What it must be.
    pub bar: Bar,
}

impl Row {
    /// A figure that is held against a bar.
    pub fn new(name: impl Into<String>, value: f64, unit: &'static str, bar: Bar) -> Self {
        Self { name: name.into(), value, unit, bar }
    }

    /// Whether it is as it must be.
    pub fn good(&self) -> bool {
        match self.bar {
            // Nothing measured is nothing shown.
            Bar::Most(most) => self.value <= most,
            Bar::Least(least) => self.value >= least,
            Bar::None => true,
        }
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let rounded = (self.value * 1000.0).round() / 1000.0;
        let mut all = json!({ "name": self.name, "value": rounded, "unit": self.unit, "good": self.good() });
        match self.bar {
            Bar::Most(most) => all["most"] = json!(most),
            Bar::Least(least) => all["least"] = json!(least),
            Bar::None => {}
        }
        all
    }

    /// For people.
    pub fn line(&self) -> String {
        let bar = match self.bar {
            Bar::Most(most) => format!("at most {most}"),
            Bar::Least(least) => format!("at least {least}"),
            Bar::None => String::new(),
        };
        let mark = if self.good() { ' ' } else { '!' };
        format!("{mark} {:<58} {:>12.3} {:<14} {bar}", self.name, self.value, self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_held_against_its_bar() {
        let row = |value, bar| Row::new("x", value, "ms", bar);
        assert!(row(2.0, Bar::Most(2.0)).good() && !row(2.1, Bar::Most(2.0)).good());
        assert!(row(2.0, Bar::Least(2.0)).good() && !row(1.9, Bar::Least(2.0)).good());
        assert!(row(9.0, Bar::None).good() && !row(f64::NAN, Bar::Most(1.0)).good());
        assert!(!row(f64::NAN, Bar::Least(1.0)).good());
        assert_eq!(row(2.0, Bar::Most(3.0)).json()["most"], 3.0);
        assert!(row(4.0, Bar::Most(3.0)).line().starts_with('!'));
    }
}
