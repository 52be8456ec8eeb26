//! Decisions of the customer's side: what a contact form may be, and what an answer to it is. Pure.

pub mod contact;
