//! Decisions of the customer's side: what a contact form may be, what an answer to it is, and which
//! picture can be the logo. Pure.

pub mod contact;
pub mod logo;
