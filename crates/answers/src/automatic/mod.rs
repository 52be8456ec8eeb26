//! Answers without a person, out of what colleagues wrote: before a contact form is sent, the passages that surely
//! answer are shown, with article, version and date. They never pretend to be anybody, never stand in the way of
//! sending, and the request says what was shown. A question that comes by mail may be answered so as well, beside its
//! receipt. Both are off until it was measured on what the business answered before.

pub mod api;
pub mod http;
pub mod mailing;
pub mod measuring;
mod offering;
pub mod rules;
pub mod settings;
#[cfg(test)]
mod tests;

pub use offering::Passages;
