//! What colleagues of the demo know of their customers, written down by the product's own commands.

use std::collections::BTreeMap;

use base::{Action, Actor, Language, Scope, allowed};
use conversations::commands;
use people::care::{self, CareKind, NewCare};
use people::field::{self, NewField, Owner};
use people::file::rules::hours::Hours;
use people::file::{self, About, Channel, Days, Manner, Preferences};
use people::staff::Staff;
use people::{Answer, Failure, PersonId, organisation, person};
use platform::{Fault, Platform, Result, Tx};

/// What the business keeps beside.
const FIELDS: &[(field::About, &str, field::Kind, &str)] = &[
    (field::About::Person, "Frame number", field::Kind::Text, ""),
    (field::About::Person, "Rides since", field::Kind::Date, ""),
    (field::About::Organisation, "Agreement", field::Kind::Choice, "None\nStandard\nFleet"),
    (field::About::Conversation, "Order", field::Kind::Number, ""),
    (field::About::Conversation, "Warranty", field::Kind::YesNo, ""),
];

const SOURCE: &str = include_str!("known.txt");

/// Fills the files of those who have written by now.
///
/// # Errors
/// When the data cannot be written, or a line of the text is refused.
pub async fn fill(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let mut tx = p.begin().await?;
    for (about, name, kind, choices) in FIELDS {
        let (name, choices) = ((*name).to_owned(), (*choices).to_owned());
        let new = NewField { about: *about, name, kind: *kind, choices, required: Vec::new() };
        let admin = staff.values().find(|one| allowed(&one.actor(), Action::ManageSettings).is_ok());
        let Some(admin) = admin else { continue };
        field::add(&mut tx, &admin.actor(), &new).await.map_err(|failure| refused(failure, &new.name))?;
    }
    for block in SOURCE.split("\n## ").skip(1) {
        let mut lines = block.lines();
        let Some((address, who)) = lines.next().and_then(|head| head.split_once(' ')) else { continue };
        let known = person::by_address(&mut tx, &Scope::All, address).await?;
        let (Some(person), Some(who)) = (known, staff.get(who)) else { continue };
        let written = write(&mut tx, &who.actor(), &person.id, lines).await;
        written.map_err(|failure| refused(failure, address))?;
    }
    tx.commit().await
}

fn refused(failure: Failure, what: &str) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::new(format!("the file of {what}: {}", refusal.message())),
        Failure::Fault(fault) => fault,
    }
}

/// Writes into a field of that name.
async fn fill_in(tx: &mut Tx, who: &Actor, owner: &Owner, text: &str) -> Answer<()> {
    let (name, value) = text.split_once(": ").unwrap_or((text, ""));
    let known = field::of(tx, owner.about()).await?.into_iter().find(|one| one.name == name);
    let typed = known.map(|one| (one.id.to_string(), value.to_owned())).into_iter().collect();
    match field::set_values(tx, who, owner, &typed).await? {
        Ok(()) => Ok(()),
        Err((_, unfit)) => Err(Fault::new(format!("{text}: {}", unfit.message())).into()),
    }
}

async fn write(tx: &mut Tx, who: &Actor, id: &PersonId, lines: impl Iterator<Item = &str>) -> Answer<()> {
    let (mut about, mut wanted, mut vip) = (About::default(), Preferences::default(), false);
    for line in lines {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        match what {
            "P" => {
                let (number, label) = rest.split_once(", ").unwrap_or((rest, ""));
                file::add_phone(tx, who, id, number, None, label).await?;
            }
            "W" => drop(organisation::join_named(tx, who, id, rest).await?),
            "F" => fill_in(tx, who, &Owner::Person(id.clone()), rest).await?,
            "O" => file::add_name(tx, who, id, rest).await?,
            "N" | "!" => drop(file::add_note(tx, who, id, rest, what == "!").await?),
            "T" => rest.clone_into(&mut about.title),
            "A" => about.postal = rest.replace(", ", "\n"),
            "S" => rest.clone_into(&mut wanted.addressed),
            "L" => wanted.language = Language::from_code(rest),
            "R" => (wanted.channel, wanted.hours) = reach(rest),
            "V" => vip = true,
            "E" => wanted.manner = Manner::from_code(rest),
            "G" => wanted.days = Days::read(rest.split(' ')).unwrap_or_default(),
            "Z" => rest.clone_into(&mut wanted.zone),
            "C" => {
                let (kind, why) = rest.split_once(' ').unwrap_or((rest, ""));
                let kind = CareKind::from_code(kind).unwrap_or(CareKind::Other);
                care::set(tx, who, id, &NewCare { kind, why: why.to_owned(), until: None }).await?;
            }
            "D" | "M" => {
                let (address, name) = rest.split_once(' ').unwrap_or((rest, ""));
                let twin = person::add(tx, who, name, address).await?;
                if what == "M" {
                    commands::merge_customers(tx, who, id, &twin).await?;
                }
            }
            _ => {}
        }
    }
    file::set_about(tx, who, id, &about).await?;
    file::set_preferences(tx, who, id, &wanted, vip).await
}

fn reach(text: &str) -> (Option<Channel>, Hours) {
    let mut words = text.split(' ').map(|word| if word == "-" { "" } else { word });
    let mut next = || words.next().unwrap_or_default();
    let (channel, from, until) = (next(), next(), next());
    (Channel::from_code(channel), Hours::read(from, until).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::cast::{COLLEAGUES, Cast};

    #[test]
    fn every_file_is_of_a_customer_and_by_a_colleague() {
        let cast = Cast::new(7, 100);
        let heads: Vec<_> = SOURCE.split("\n## ").skip(1).filter_map(|block| block.lines().next()).collect();
        assert_eq!(heads.len(), 10);
        for (address, who) in heads.iter().filter_map(|head| head.split_once(' ')) {
            assert!(cast.customers.iter().any(|customer| customer.address == address), "{address}");
            let colleague = COLLEAGUES.iter().find(|colleague| colleague.key == who).expect("a colleague");
            let may = allowed(&Actor::staff("stf_1", colleague.role), Action::EditPeople);
            assert!(may.is_ok(), "{who} may not write it");
        }
    }

    #[test]
    fn what_they_go_through_and_asked_for_is_of_a_kind_that_there_is() {
        let of = |sign: &str| SOURCE.lines().filter_map(|line| line.strip_prefix(sign)).collect::<Vec<_>>();
        assert_eq!(of("C ").len() + of("E ").len(), 5);
        for line in of("C ").iter().filter(|line| !line.starts_with("kind")) {
            let (kind, why) = line.split_once(' ').expect("kind and words");
            assert!(CareKind::from_code(kind).is_some() && !why.is_empty(), "{line}");
        }
        assert!(of("E ").iter().all(|code| Manner::from_code(code).is_some()));
        assert!(of("G ").iter().all(|days| Days::read(days.split(' ')).is_some()));
    }

    #[test]
    fn wishes_are_read() {
        assert_eq!(reach("phone 15:00 -"), (Some(Channel::Phone), Hours { from: Some(900), until: None }));
        assert_eq!(reach("mail - -"), (Some(Channel::Mail), Hours::default()));
    }
}
