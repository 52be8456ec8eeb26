//! What colleagues of the demo know of their customers, written down by the product's own commands.

use std::collections::BTreeMap;

use base::{Actor, Language, Scope};
use conversations::commands;
use people::file::rules::hours::Hours;
use people::file::{self, About, Channel, Preferences};
use people::staff::Staff;
use people::{Answer, Failure, PersonId, person};
use platform::{Fault, Platform, Result, Tx};

const SOURCE: &str = include_str!("known.txt");

/// Fills the files of those who have written by now.
///
/// # Errors
/// When the data cannot be written, or a line of the text is refused.
pub async fn fill(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let mut tx = p.begin().await?;
    for block in SOURCE.split("\n## ").skip(1) {
        let mut lines = block.lines();
        let Some((address, who)) = lines.next().and_then(|head| head.split_once(' ')) else { continue };
        let known = person::by_address(&mut tx, &Scope::All, address).await?;
        let (Some(person), Some(who)) = (known, staff.get(who)) else { continue };
        let written = write(&mut tx, &who.actor(), &person.id, lines).await;
        written.map_err(|failure| match failure {
            Failure::Refused(refusal) => Fault::new(format!("the file of {address}: {}", refusal.message())),
            Failure::Fault(fault) => fault,
        })?;
    }
    tx.commit().await
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
            "O" => file::add_name(tx, who, id, rest).await?,
            "N" | "!" => drop(file::add_note(tx, who, id, rest, what == "!").await?),
            "T" => rest.clone_into(&mut about.title),
            "A" => about.postal = rest.replace(", ", "\n"),
            "S" => rest.clone_into(&mut wanted.addressed),
            "L" => wanted.language = Language::from_code(rest),
            "R" => (wanted.channel, wanted.hours) = reach(rest),
            "V" => vip = true,
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
    use base::{Action, allowed};

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
    fn wishes_are_read() {
        assert_eq!(reach("phone 15:00 -"), (Some(Channel::Phone), Hours { from: Some(900), until: None }));
        assert_eq!(reach("mail - -"), (Some(Channel::Mail), Hours::default()));
    }
}
