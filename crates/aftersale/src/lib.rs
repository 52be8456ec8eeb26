//! After-sale: what was bought is looked after. So far the rules alone, one folder for each capability.
//!
//! Everything here is pure: what is known comes in as a value, *now* too, and a decision with its reason goes out.
//! Staff and customers are answered by the same function, and what is in doubt is decided for the customer.
//! Amounts are [`base::Money`]; only estimates of what may be lost ([`goodwill`]) are fractions.

pub mod follow_up;
pub mod goodwill;
pub mod maintenance;
pub mod plans;
pub mod repairs;
pub mod returns;
pub mod warranty;
