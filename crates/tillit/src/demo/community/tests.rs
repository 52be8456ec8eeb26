//! The script against what a community may hold, and the demo's against what it is to show.

use super::script::{Deed, members, topics};
use super::*;
use crate::demo::START;
use crate::demo::cast::{COLLEAGUES, Cast};

#[test]
fn forty_questions_in_five_languages_and_an_idea() {
    let topics = topics().expect("a script");
    let count = |kind: Kind| topics.iter().filter(|told| told.kind == kind).count();
    assert_eq!((count(Kind::Question), count(Kind::Idea)), (40, 1));
    let answered = topics.iter().filter(|told| !told.said.is_empty()).count();
    assert_eq!(answered, 39, "two wait");
    let accepted = topics.iter().filter(|told| told.deeds.iter().any(|(_, deed)| matches!(deed, Deed::Accept(_))));
    assert!(accepted.count() > 30, "most were helped");
    for language in Language::ALL {
        let members = members();
        let asks = |told: &&Told| members.iter().any(|one| one.key() == told.who && one.language == language);
        assert!(topics.iter().filter(asks).count() >= 5, "{language:?}");
    }
}

#[test]
fn everybody_who_speaks_is_known_and_everything_has_its_order() {
    let (members, cast) = (members(), Cast::new(7, 100));
    let staff = |who: &str| COLLEAGUES.iter().any(|one| one.key == who);
    let known = |who: &str| members.iter().any(|one| one.key() == who);
    for member in &members {
        let customer = |one: &crate::demo::cast::Customer| {
            one.address == member.address || one.second.as_deref() == Some(member.address)
        };
        let stranger = member.address.starts_with("rabatt.");
        assert_eq!(cast.customers.iter().any(customer), !stranger, "{}", member.address);
    }
    for told in topics().expect("a script") {
        assert!(known(told.who) && !told.title.is_empty() && !told.body.is_empty(), "{}", told.title);
        for said in &told.said {
            assert!(known(said.who) || staff(said.who), "{}", said.who);
            assert!(said.at > told.at && said.at < START && !said.body.is_empty(), "{}", told.title);
        }
        assert!(told.said.is_sorted_by_key(|said| said.at), "{}", told.title);
        for (at, deed) in &told.deeds {
            let after = match deed {
                Deed::Accept(place) | Deed::Voices(Some(place), _) | Deed::Flag(Some(place), _) => told.said[*place].at,
                _ => told.at,
            };
            assert!(*at > after && *at < START, "{}", told.title);
        }
    }
}
