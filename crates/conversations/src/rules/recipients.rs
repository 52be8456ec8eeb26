//! To whom a message may go: addresses as people type them, and who is answered by "reply all".
//!
//! Nobody is added silently (T03): what the customer copied is offered, never taken.

use people::person::{clean_line, fold_address, looks_like_address};

use super::states::Refusal;
use crate::model::{Mailbox, Recipients};

/// Most recipients of one mail: a person writes to people, not to a list.
pub const RECIPIENTS_MAX: usize = 50;

/// Reads addresses as people type them, with commas, semicolons or lines between them:
/// `kari@post.example, Ola Moen <ola@post.example>`.
///
/// # Errors
/// The first piece that is no mail address.
pub fn read(text: &str) -> Result<Vec<Mailbox>, String> {
    let mut found: Vec<Mailbox> = Vec::new();
    for piece in pieces(text) {
        let (name, address) = match piece.rsplit_once('<') {
            Some((name, rest)) => (name, rest.strip_suffix('>').unwrap_or(rest)),
            None => ("", piece),
        };
        let address = address.trim();
        if !looks_like_address(address) {
            return Err(clean_line(piece, 200));
        }
        let name = clean_line(name.trim().trim_matches('"'), 200);
        let folded = fold_address(address);
        if !found.iter().any(|known| fold_address(&known.address) == folded) {
            found.push(Mailbox { name, address: address.to_owned() });
        }
    }
    Ok(found)
}

/// The pieces between separators that stand outside of quotes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c: char| {
        quoted ^= c == '"';
        matches!(c, '\n' | '\r') || (!quoted && matches!(c, ',' | ';'))
    })
    .map(str::trim)
    .filter(|piece| !piece.is_empty())
}

/// As [`read`] reads it back.
#[must_use]
pub fn write(mailboxes: &[Mailbox]) -> String {
    let one = |mailbox: &Mailbox| {
        let name = mailbox.name.replace(['"', '<', '>'], "");
        if name.is_empty() {
            mailbox.address.clone()
        } else if name.contains([',', ';']) {
            format!("\"{name}\" <{}>", mailbox.address)
        } else {
            format!("{name} <{}>", mailbox.address)
        }
    };
    mailboxes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Recipients as they are kept: good addresses, each once, where it is seen most.
///
/// # Errors
/// [`Refusal::BadAddress`], [`Refusal::TooManyRecipients`], [`Refusal::NoRecipient`].
pub fn checked(given: Recipients) -> Result<Recipients, Refusal> {
    if given.all().any(|mailbox| !looks_like_address(&mailbox.address)) {
        return Err(Refusal::BadAddress);
    }
    let mut seen: Vec<String> = Vec::new();
    let mut once = |list: Vec<Mailbox>| -> Vec<Mailbox> {
        let new = |mailbox: &Mailbox| {
            let folded = fold_address(&mailbox.address);
            let new = !seen.contains(&folded);
            if new {
                seen.push(folded);
            }
            new
        };
        list.into_iter().filter(new).collect()
    };
    let kept = Recipients { to: once(given.to), cc: once(given.cc), bcc: once(given.bcc) };
    match kept.all().count() {
        0 => Err(Refusal::NoRecipient),
        n if n > RECIPIENTS_MAX => Err(Refusal::TooManyRecipients),
        _ => Ok(kept),
    }
}

/// Whether one of the recipients is the customer, by any address of theirs.
#[must_use]
pub fn reaches(recipients: &Recipients, customer: &[String]) -> bool {
    let of_customer = |mailbox: &Mailbox| {
        let folded = fold_address(&mailbox.address);
        customer.iter().any(|address| fold_address(address) == folded)
    };
    recipients.all().any(of_customer)
}

/// Whom "reply all" adds: whoever stood in To and Cc of the answered message, but neither the one who
/// is answered nor ourselves.
#[must_use]
pub fn others(to: &[Mailbox], cc: &[Mailbox], answered: &str, ours: &[String]) -> Vec<Mailbox> {
    let mut kept: Vec<Mailbox> = Vec::new();
    for mailbox in to.iter().chain(cc).filter(|mailbox| looks_like_address(&mailbox.address)) {
        let folded = fold_address(&mailbox.address);
        let known = kept.iter().any(|one| fold_address(&one.address) == folded);
        if !known && folded != fold_address(answered) && !is_ours(&mailbox.address, ours) {
            kept.push(mailbox.clone());
        }
    }
    kept.truncate(RECIPIENTS_MAX - 1);
    kept
}

/// Whether an address is one of `ours`, also with something behind a plus: a signed reply address.
#[must_use]
pub fn is_ours(address: &str, ours: &[String]) -> bool {
    let folded = fold_address(address);
    ours.iter().any(|own| is_same(&folded, own))
}

fn is_same(folded: &str, own: &str) -> bool {
    let own = fold_address(own);
    let (Some((local, domain)), Some((own_local, own_domain))) = (folded.rsplit_once('@'), own.rsplit_once('@')) else {
        return false;
    };
    domain == own_domain && (local == own_local || local.strip_prefix(own_local).is_some_and(|r| r.starts_with('+')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailbox(address: &str) -> Mailbox {
        Mailbox { name: String::new(), address: address.into() }
    }

    fn addresses(list: &[Mailbox]) -> Vec<&str> {
        list.iter().map(|mailbox| mailbox.address.as_str()).collect()
    }

    #[test]
    fn addresses_are_read_as_people_type_them() {
        let good = [
            ("", vec![]),
            (" , ;\n", vec![]),
            ("kari@post.example", vec!["kari@post.example"]),
            (
                "kari@post.example; ola@post.example,\r\nper@post.example",
                vec!["kari@post.example", "ola@post.example", "per@post.example"],
            ),
            ("Kari Solheim <kari@post.example>", vec!["kari@post.example"]),
            ("\"Solheim, Kari\" <kari@post.example>, ola@post.example", vec!["kari@post.example", "ola@post.example"]),
            ("kari@post.example, KARI@post.example", vec!["kari@post.example"]),
        ];
        for (text, expected) in good {
            assert_eq!(read(text).as_deref().map(addresses), Ok(expected), "{text}");
        }
        for (text, wrong) in [
            ("kari@post.example, ola", "ola"),
            ("kari", "kari"),
            ("Kari <kari@>", "Kari <kari@>"),
            ("kari@post.example ola@post.example", "kari@post.example ola@post.example"),
            ("\"kari@post.example, ola@post.example", "\"kari@post.example, ola@post.example"),
        ] {
            assert_eq!(read(text), Err(wrong.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let all = [
            Mailbox { name: "Solheim, Kari".into(), address: "kari@post.example".into() },
            Mailbox { name: "Ola".into(), address: "ola@post.example".into() },
            mailbox("per@post.example"),
        ];
        assert_eq!(read(&write(&all)), Ok(all.to_vec()));
    }

    #[test]
    fn nobody_gets_a_mail_twice_and_nobody_is_everybody() {
        let given = Recipients {
            to: vec![mailbox("kari@post.example")],
            cc: vec![mailbox("Kari@post.example"), mailbox("ola@post.example")],
            bcc: vec![mailbox("ola@POST.example"), mailbox("per@post.example")],
        };
        let kept = checked(given).expect("good");
        assert_eq!(
            (addresses(&kept.to), addresses(&kept.cc), addresses(&kept.bcc)),
            (vec!["kari@post.example"], vec!["ola@post.example"], vec!["per@post.example"])
        );
        assert_eq!(checked(Recipients::default()), Err(Refusal::NoRecipient));
        let many = (0..=RECIPIENTS_MAX).map(|n| mailbox(&format!("p{n}@post.example"))).collect();
        assert_eq!(checked(Recipients { cc: many, ..Recipients::default() }), Err(Refusal::TooManyRecipients));
        let bad = Recipients { bcc: vec![mailbox("a@b\r\nBcc: c@d.example")], ..Recipients::default() };
        assert_eq!(checked(bad), Err(Refusal::BadAddress));
    }

    #[test]
    fn reply_all_leaves_out_ourselves_and_the_one_who_is_answered() {
        let to =
            [mailbox("hei@brekkesund.example"), mailbox("HEI+48213.abc@brekkesund.example"), mailbox("ola@x.example")];
        let cc =
            [mailbox("kari@post.example"), mailbox("Ola@x.example"), mailbox("heidi@brekkesund.example"), mailbox("x")];
        let ours = ["hei@Brekkesund.example".to_owned()];
        let found = others(&to, &cc, "KARI@post.example", &ours);
        assert_eq!(addresses(&found), ["ola@x.example", "heidi@brekkesund.example"]);
    }

    #[test]
    fn the_customer_is_known_by_any_address() {
        let to = Recipients { bcc: vec![mailbox("Kari@Work.example")], ..Recipients::default() };
        assert!(reaches(&to, &["kari@post.example".into(), "kari@work.example".into()]));
        assert!(!reaches(&to, &["ola@post.example".into()]) && !reaches(&to, &[]));
    }
}
