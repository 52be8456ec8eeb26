//! Side threads: whom one may write to in one, who may answer there, and what an answer means for the conversation.
//!
//! A side thread is never for the customer. Nobody writes to them in it, nothing of it is shown to them, and what they
//! write never lands there, whatever it bears. Its reply address is given to those who were written to and is good
//! for them alone; whoever else gets hold of it begins a conversation of their own, as if they had not.

use people::person::fold_address;

use super::recipients;
use super::states::{Refusal, after_message};
use crate::model::{Mailbox, Recipients, State};

/// Recipients of a side thread as they are kept.
///
/// # Errors
/// Those of [`recipients::checked`]; [`Refusal::SideToCustomer`] when the customer is among them.
pub fn recipients(given: Recipients, customer: &[String]) -> Result<Recipients, Refusal> {
    let checked = recipients::checked(given)?;
    if recipients::reaches(&checked, customer) { Err(Refusal::SideToCustomer) } else { Ok(checked) }
}

/// Who writes to a side thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// Somebody who was written to in it.
    Correspondent,
    /// The customer of the conversation.
    Customer,
    /// Anybody else.
    Stranger,
}

/// What is known of whoever writes there.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// The address that it is from.
    pub address: &'a str,
    /// Whether that is somebody who is, or by that address writes as, the customer.
    pub is_customer: bool,
    /// Whether the domain of that address denies it.
    pub is_denied: bool,
}

/// Who writes there: the customer first, for nothing of theirs may land beside their conversation.
#[must_use]
pub fn writer<'a>(sender: Sender<'_>, mut correspondents: impl Iterator<Item = &'a Mailbox>) -> Writer {
    let folded = fold_address(sender.address);
    if sender.is_customer {
        Writer::Customer
    } else if !sender.is_denied && correspondents.any(|one| fold_address(&one.address) == folded) {
        Writer::Correspondent
    } else {
        Writer::Stranger
    }
}

/// Where the conversation stands after something came back in a side thread: ours again, unless a machine wrote it.
/// That a mail did not arrive ends the waiting, too: nobody will answer it.
#[must_use]
pub const fn after_answer(state: State, automatic: bool, returned: bool) -> State {
    match state {
        State::WaitingOthers if returned => State::Open,
        state => after_message(state, automatic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailbox(address: &str) -> Mailbox {
        Mailbox { name: String::new(), address: address.into() }
    }

    #[test]
    fn nobody_writes_to_the_customer_in_a_side_thread() {
        let customer = vec!["kari@post.example".to_owned(), "kari@work.example".to_owned()];
        let to = |to: &[&str], cc: &[&str], bcc: &[&str]| {
            let list = |all: &[&str]| all.iter().map(|one| mailbox(one)).collect();
            recipients(Recipients { to: list(to), cc: list(cc), bcc: list(bcc) }, &customer)
        };
        assert!(to(&["verksted@motor.example"], &[], &[]).is_ok());
        for (one, other, third) in [
            (&["Kari@POST.example"][..], &[][..], &[][..]),
            (&["verksted@motor.example"], &["kari@work.example"], &[]),
            (&["verksted@motor.example"], &[], &["kari@post.example"]),
        ] {
            assert_eq!(to(one, other, third), Err(Refusal::SideToCustomer));
        }
        assert_eq!(to(&[], &[], &[]), Err(Refusal::NoRecipient));
        assert_eq!(to(&["nobody"], &[], &[]), Err(Refusal::BadAddress));
    }

    #[test]
    fn only_whom_one_wrote_to_answers_there() {
        let known = [mailbox("Verksted@motor.example")];
        let by = |address, is_customer, is_denied| writer(Sender { address, is_customer, is_denied }, known.iter());
        assert_eq!(by("verksted@MOTOR.example", false, false), Writer::Correspondent);
        assert_eq!(by("verksted@motor.example", false, true), Writer::Stranger, "its domain denies it");
        assert_eq!(by("eve@elsewhere.example", false, false), Writer::Stranger);
        assert_eq!(by("kari@post.example", true, false), Writer::Customer);
        assert_eq!(by("verksted@motor.example", true, false), Writer::Customer, "even where both are one");
    }

    #[test]
    fn an_answer_makes_it_ours_and_a_machines_does_not() {
        use State::{Closed, New, Open, Solved, WaitingCustomer, WaitingOthers};
        for state in State::ALL {
            assert_eq!(after_answer(state, true, false), state);
        }
        for (state, after) in
            [(New, New), (Open, Open), (WaitingCustomer, Open), (WaitingOthers, Open), (Solved, Open), (Closed, Open)]
        {
            assert_eq!(after_answer(state, false, false), after);
        }
        assert_eq!(after_answer(WaitingOthers, true, true), Open);
        assert_eq!(after_answer(WaitingCustomer, true, true), WaitingCustomer);
    }
}
