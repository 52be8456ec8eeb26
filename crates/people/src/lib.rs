//! The people on both sides: customers ([`person`], what is known of them: [`mod@file`], where they belong:
//! [`organisation`], what the business itself wants to know: [`mod@field`], two who are one: [`merging`], as files: [`exchange`],
//! files of them taken in: [`import`], who has to do with whom: [`relation`], what they go through: [`care`],
//! all that is held about them: [`privacy`]) and colleagues
//! ([`staff`], in [`department`]s, with their days away in [`absence`] how much they take in
//! [`workload`], and what they can in [`skill`]).
//!
//! Knows addresses, names, languages, sign-in, API tokens and roles; knows nothing of conversations or of how a
//! message travels.

pub mod absence;
pub mod api;
pub mod care;
pub mod department;
pub mod exchange;
pub mod field;
pub mod file;
pub mod http;
mod ids;
pub mod import;
pub mod merging;
pub mod organisation;
pub mod person;
pub mod privacy;
mod refusal;
pub mod relation;
mod schema;
pub mod second;
pub mod skill;
pub mod staff;
pub mod system_mail;
pub mod tokens;
pub mod workload;

pub use ids::{DepartmentId, FieldId, NoteId, OrganisationId, PersonId, StaffId};
pub use refusal::{Answer, Failure, Refusal};
pub use schema::MIGRATIONS;

/// Every text of this capability, in five languages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();

#[cfg(test)]
mod tests {
    #[test]
    fn the_five_languages_say_the_same() {
        assert_eq!(platform::i18n::check(&crate::LOCALES), Vec::<String>::new());
    }
}
