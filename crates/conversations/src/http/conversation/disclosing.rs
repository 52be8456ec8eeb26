//! What ought not to go out with a reply, below it: private numbers, and addresses and telephones of another customer, who
//! is never named. It is pointed out and not held back.

use base::{Action, Language, allowed};
use maud::{Markup, html};
use people::file::rules::phones::Country;
use people::person::fold_address;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::{Conn, args};
use words::private::{self, Kind};

use super::super::lens::Lens;
use crate::rules::disclosing as rule;
use crate::{Conversation, settings, store};

/// What was seen: the message that says so, and how the reader knows what is meant.
#[derive(Debug, Default)]
pub(super) struct Seen(Vec<(&'static str, String)>);

/// Looks for it in a reply to the customer of `it`; tells at most `most` things.
pub(super) async fn seen(
    conn: &mut Conn,
    who: &Who,
    it: &Conversation,
    (text, language): (&str, Language),
    most: usize,
) -> Result<Seen, Error> {
    let mut seen = Vec::new();
    for found in private::find(text).into_iter().take(most) {
        let number = rule::ending(text.get(found.span).unwrap_or_default());
        seen.push((if found.kind == Kind::Card { "look-card" } else { "look-national" }, number));
    }
    // Whoever may not see customers learns nothing of them here.
    let Ok(scope) = allowed(&who.actor(), Action::ReadPeople) else { return Ok(Seen(seen)) };
    let addresses = rule::addresses(text);
    if !addresses.is_empty() {
        let mut known = settings::own_addresses(conn).await?;
        known.extend(store::participants_of(conn, &it.id).await?.into_iter().map(|one| one.mailbox.address));
        let known: Vec<String> = known.iter().map(|one| fold_address(one)).collect();
        for address in addresses.into_iter().filter(|one| !known.contains(&fold_address(one))) {
            let theirs = people::person::by_address(conn, &scope, &address).await?;
            if theirs.is_some_and(|person| person.id != it.person) {
                seen.push(("look-address", address));
            }
        }
    }
    let numbers = rule::numbers(text, Country::speaking(language));
    if !numbers.is_empty() {
        let kept: Vec<String> = numbers.iter().map(|(_, number)| number.clone()).collect();
        let theirs = people::file::phones_of_others(conn, &scope, &it.person, &kept).await?;
        seen.extend(
            numbers.into_iter().filter(|(_, number)| theirs.contains(number)).map(|(one, _)| ("look-phone", one)),
        );
    }
    seen.truncate(most);
    Ok(Seen(seen))
}

/// A line for each.
pub(super) fn lines(lens: Lens<'_>, seen: &Seen) -> Markup {
    html! {
        @for (message, what) in &seen.0 {
            @let text = lens.say.with(message, args![what = what]);
            div.hintline data-tone="warn" role="group" aria-label=(text) {
                (icon("shield"))
                span.say { (text) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::{NASTY, lens, say};

    #[test]
    fn everything_has_its_words_in_every_language() {
        let all = ["look-card", "look-national", "look-address", "look-phone"];
        let seen = Seen(all.map(|message| (message, NASTY.to_owned())).into());
        for language in Language::ALL {
            let out = lines(lens(&say(language)), &seen).into_string();
            assert_eq!(out.matches("class=\"hintline\"").count(), all.len(), "{out}");
            assert!(!out.contains("<img") && !out.contains("look-"), "{language:?}: {out}");
        }
    }
}
