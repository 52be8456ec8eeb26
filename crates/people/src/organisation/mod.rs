//! Organisations that customers belong to: a name, the domains their people write from, and who they are.
//!
//! A customer joins an organisation by the domain of an address, or is only suggested where the organisation says so. Knows nothing of conversations. Start with `rules`.

mod commands;
mod events;
mod found;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use commands::join_by_domain;
pub use commands::{
    MEMBER_JOB, add_domain, create, decline, join, join_named, leave, remove_domain, rename, set_domains, set_joining,
};
pub use events::OrganisationEvent;
pub(crate) use found::index;
pub use found::{Organisations, search};
pub use model::{Member, Organisation};
pub use rules::{domain_of, fold_domain, is_public};
pub use store::{Page, by_name, domains, find, list, members, names, of, suggested, suggestion};
pub(crate) use store::{organisation_of, set_member};
