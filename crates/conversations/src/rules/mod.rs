//! Pure decisions about conversations: where a message belongs, which state follows, when a reply is
//! due. No database, no clock, no screen: values and `now` come in, decisions go out.

pub mod checklists;
pub mod clocks;
pub mod complaints;
pub mod contacts;
pub mod departments;
pub mod disclosing;
pub mod drafts;
pub mod fairness;
pub mod fcr;
pub mod filling;
pub mod forwarded;
pub mod knowing;
pub mod later;
pub mod likeness;
pub mod macros;
pub mod mentions;
pub mod moods;
pub mod needs;
pub mod opinions;
pub mod pictures;
pub mod placing;
pub mod praise;
pub mod problems;
pub mod promises;
pub mod receipts;
pub mod recipients;
pub mod recurring;
pub mod redacting;
pub mod requests;
pub mod rota;
pub mod searching;
pub mod service;
pub mod sides;
pub mod snoozing;
pub mod states;
pub mod subject_tag;
pub mod subjects;
pub mod tags;
pub mod today;
pub mod toning;
pub mod trail;
pub mod turns;
pub mod undoing;
pub mod views;

#[cfg(test)]
mod tests;
