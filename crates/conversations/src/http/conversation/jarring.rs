//! What jars in a reply, below it: the words, why, and better ones that a press puts in their place. It only offers.

use base::Language;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;
use words::tone::{Issue, Kind};

use super::super::lens::Lens;
use crate::rules::toning::{Heard, Jarring};

/// All lines about how a text sounds, which is in `language`.
pub(super) fn lines(lens: Lens<'_>, language: Language, heard: &Heard) -> Markup {
    let missing: Vec<String> = heard.missing.iter().map(|kind| lens.text(helps(*kind))).collect();
    html! {
        @for jar in &heard.jars { (line(lens, language, jar)) }
        @if !missing.is_empty() {
            p.pad-bar.xs.quiet { (lens.say.with("jars-missing", args![what = missing.join(", ")])) }
        }
    }
}

fn line(lens: Lens<'_>, language: Language, jar: &Jarring) -> Markup {
    let why = lens.say.with(why(jar.issue), args![words = &jar.words]);
    html! {
        div.hintline data-tone="warn" role="group" aria-label=(why) {
            // Whether it is mended or sent anyway.
            input type="hidden" name="jar" value=(jar.issue.name());
            (icon("bulb"))
            span.say {
                (why)
                @if let Some(better) = &jar.better {
                    " " (lens.text("jars-try")) " " q lang=(language.code()) { (better) }
                }
            }
            @if let Some(instead) = &jar.instead {
                button.btn.small.tint type="button" data-of=(instead.old) data-instead=(instead.new) { (lens.text("jars-use")) }
            }
        }
    }
}

/// What jars, in plain words.
const fn why(issue: Issue) -> &'static str {
    match issue {
        Issue::Insult => "jars-insult",
        Issue::Profanity => "jars-profanity",
        Issue::Threat => "jars-threat",
        Issue::Accusation => "jars-accusation",
        Issue::Sarcasm => "jars-sarcasm",
        Issue::Condescending => "jars-condescending",
        Issue::Blame => "jars-blame",
        Issue::Dismissive => "jars-dismissive",
        Issue::Shouting => "jars-shouting",
        Issue::BareRefusal => "jars-refusal",
        Issue::Command => "jars-command",
        Issue::Address => "jars-address",
        Issue::Hedging => "jars-hedging",
        Issue::House => "jars-house",
    }
}

const fn helps(kind: Kind) -> &'static str {
    match kind {
        Kind::Greeting => "helps-greeting",
        Kind::Thanks => "helps-thanks",
        Kind::Regret => "helps-regret",
        Kind::Reason => "helps-reason",
        Kind::Alternative => "helps-alternative",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::{NASTY, lens, say};
    use crate::rules::toning::Instead;

    #[test]
    fn everything_that_jars_has_its_words_in_every_language_and_theirs_are_text() {
        let instead = Some(Instead { old: NASTY.into(), new: NASTY.into() });
        let jar = |issue| Jarring { issue, words: NASTY.into(), better: Some(NASTY.into()), instead: instead.clone() };
        let missing = vec![Kind::Greeting, Kind::Thanks, Kind::Regret, Kind::Reason, Kind::Alternative];
        let heard = Heard { jars: Issue::ALL.map(jar).into(), missing };
        for language in Language::ALL {
            let say = say(language);
            let out = lines(lens(&say), Language::Nb, &heard).into_string();
            assert_eq!(out.matches("data-instead=").count(), Issue::ALL.len(), "{out}");
            assert_eq!(out.matches("lang=\"nb\"").count(), Issue::ALL.len(), "{out}");
            for bad in ["<img", "</script>", "jars-", "helps-", "style="] {
                assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
            }
        }
    }
}
