//! Articles brought along from elsewhere: every one a draft, every file told of. What was brought before is known again.

use std::collections::{BTreeMap, BTreeSet};

use base::{Action, Actor, Language, Scope, allowed};
use people::StaffId;
use people::staff;
use platform::{Platform, Tx};

use super::categories::{NewCategory, save_category};
use super::pictures::keep_picture;
use super::writing::{NewArticle, begin, save};
use crate::articles::model::{About, Audience, CategoryId, Names};
use crate::articles::refusal::{Answer, Failure, Refusal};
use crate::articles::rules::bringing::{self, File, Found};
use crate::articles::store;

/// Texts of one go, at most.
const MOST: usize = 5_000;

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// An article began with it.
    New,
    /// It is another language of an article.
    Translation,
    /// It was brought before.
    Known,
    /// It was not taken; the name of the sentence that says why.
    Refused(&'static str),
}

impl Became {
    /// The sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::New => "articles-bring-new",
            Self::Translation => "articles-bring-translation",
            Self::Known => "articles-bring-known",
            Self::Refused(why) => why,
        }
    }
}

/// A text or a file, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Where it stood.
    pub place: String,
    /// Its title; empty where it could not be read.
    pub title: String,
    /// Its language.
    pub language: Option<Language>,
    /// Its category; may be empty.
    pub category: String,
    /// What became of it.
    pub became: Became,
    /// Pictures that it names and that did not come along, or could not be taken.
    pub without: usize,
}

/// Brings along what is in these files, as drafts. What says nothing of its language is in `usual`. With `dry` nothing
/// is written, and what would become of each is told.
///
/// # Errors
/// Refused when the actor may not, when there is nothing to read at all, or far too much.
pub async fn bring(p: &Platform, actor: &Actor, files: &[File], usual: Language, dry: bool) -> Answer<Vec<Brought>> {
    let _all = allowed(actor, Action::PublishArticles)?;
    let rows = bringing::read(files);
    if rows.is_empty() {
        return Err(Refusal::NoFile.into());
    }
    if rows.len() > MOST {
        return Err(Refusal::TooMany.into());
    }
    let mut hand = Hand {
        p,
        actor,
        usual,
        dry,
        files: files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect(),
        colleagues: colleagues(p).await?,
        full: BTreeSet::new(),
    };
    let mut all = Vec::with_capacity(rows.len());
    // A rehearsal is one transaction that ends without a commit.
    let mut rehearsal = if dry { Some(p.begin().await?) } else { None };
    for row in rows {
        let found = match row {
            Ok(found) => found,
            Err((place, unfit)) => {
                let became = Became::Refused(unfit.message());
                let (title, category) = (String::new(), String::new());
                all.push(Brought { place, title, language: None, category, became, without: 0 });
                continue;
            }
        };
        let told = Brought {
            place: found.place.clone(),
            title: found.draft.title.clone(),
            language: Some(found.language.unwrap_or(usual)),
            category: found.category.clone(),
            became: Became::Known,
            without: 0,
        };
        let answer = match &mut rehearsal {
            Some(tx) => hand.take(tx, found).await,
            None => {
                let mut tx = p.begin().await?;
                let answer = hand.take(&mut tx, found).await;
                if answer.is_ok() {
                    tx.commit().await?;
                }
                answer
            }
        };
        match answer {
            Ok((became, without)) => all.push(Brought { became, without, ..told }),
            Err(Failure::Refused(refusal)) => {
                all.push(Brought { became: Became::Refused(refusal.message()), ..told });
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(all)
}

/// Colleagues who are there, by name and by address, in small letters.
async fn colleagues(p: &Platform) -> Answer<BTreeMap<String, StaffId>> {
    let all = staff::all(&mut p.db.read().await?, &Scope::All).await?;
    let there = all.into_iter().filter(|one| one.disabled_at.is_none());
    Ok(there.flat_map(|one| [(one.name.to_lowercase(), one.id.clone()), (one.email.to_lowercase(), one.id)]).collect())
}

struct Hand<'a> {
    p: &'a Platform,
    actor: &'a Actor,
    usual: Language,
    dry: bool,
    files: BTreeMap<&'a str, &'a [u8]>,
    colleagues: BTreeMap<String, StaffId>,
    /// Categories that there was no room for.
    full: BTreeSet<String>,
}

impl Hand<'_> {
    /// What became of a text, and how many of its pictures did not come along.
    async fn take(&mut self, tx: &mut Tx, mut found: Found) -> Answer<(Became, usize)> {
        if store::is_known(tx, &found.origin).await? {
            return Ok((Became::Known, 0));
        }
        let language = found.language.unwrap_or(self.usual);
        let without = self.pictures(tx, &mut found).await?;
        let family = store::of_family(tx, &found.family, language).await?;
        let (article, became) = if let Some(article) = family {
            save(tx, self.actor, &article, language, &found.draft, None).await?;
            (article, Became::Translation)
        } else {
            let about = About {
                category: self.category(tx, &found.category, language).await?,
                audience: Audience::Public,
                owner: self.colleagues.get(&found.author.to_lowercase()).cloned(),
                sources: sources(&found),
                tags: found.tags.clone(),
                review_on: None,
            };
            let new = NewArticle { language, draft: found.draft.clone(), about };
            (begin(tx, self.actor, new).await?, Became::New)
        };
        store::put_origin(tx, &found.origin, &found.family, language, &article).await?;
        if let Some(at) = found.at.filter(|at| *at < tx.now())
            && let Some(text) = store::text(tx, &article, language).await?
        {
            store::date_back(tx, &text.id, at).await?;
        }
        Ok((became, without))
    }

    /// The category of this name, in whatever language; made where there is none and room for it.
    async fn category(&mut self, tx: &mut Tx, name: &str, language: Language) -> Answer<Option<CategoryId>> {
        let folded = name.trim().to_lowercase();
        if folded.is_empty() || self.full.contains(&folded) {
            return Ok(None);
        }
        for (_, one) in store::categories(tx).await? {
            if one.names.0.values().any(|known| known.to_lowercase() == folded) {
                return Ok(Some(one.id));
            }
        }
        let names = Names(BTreeMap::from([(language, name.to_owned())]));
        let new = NewCategory { names, leads: Names::default(), dated: false };
        match save_category(tx, self.actor, None, new, language).await {
            Ok(id) => Ok(Some(id)),
            Err(Failure::Refused(Refusal::TooMany)) => {
                self.full.insert(folded);
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Keeps the pictures that lie beside a text, and puts their addresses into it; tells how many are missing.
    async fn pictures(&self, tx: &mut Tx, found: &mut Found) -> Answer<usize> {
        let (mut out, mut without) = (String::new(), 0);
        let body = std::mem::take(&mut found.draft.body);
        let mut rest = body.as_str();
        while let Some((before, behind)) = rest.split_once("![") {
            out.push_str(before);
            out.push_str("![");
            rest = behind;
            let Some((alt, target)) = behind.split_once("](") else { continue };
            let Some((to, after)) = target.split_once(')') else { continue };
            let to = to.split_whitespace().next().unwrap_or_default();
            if alt.contains('\n') || to.starts_with(crate::articles::rules::markdown::PICTURES) {
                continue;
            }
            let bytes = self.files.get(resolved(&found.place, to).as_str());
            let kept = match bytes {
                Some(bytes) if self.dry => crate::articles::rules::pictures::judge(bytes).ok().map(|_| to.to_owned()),
                Some(bytes) => match keep_picture(self.p, tx, self.actor, bytes.to_vec()).await {
                    Ok(picture) => Some(format!("{}{}", crate::articles::rules::markdown::PICTURES, picture.name)),
                    Err(Failure::Refused(_)) => None,
                    Err(failure) => return Err(failure),
                },
                None => None,
            };
            without += usize::from(kept.is_none());
            out.push_str(&format!("{alt}]({})", kept.as_deref().unwrap_or(to)));
            rest = after;
        }
        out.push_str(rest);
        found.draft.body = out;
        Ok(without)
    }
}

/// Where a path leads that stands in a file.
fn resolved(place: &str, to: &str) -> String {
    let to = to.trim_start_matches("./").replace("%20", " ");
    let mut parts: Vec<&str> = if to.starts_with('/') { Vec::new() } else { place.split('/').collect() };
    parts.pop();
    for part in to.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Where it is known from, as colleagues read it: address, author, day.
fn sources(found: &Found) -> String {
    let at = found.at.map(|at| at.to_string().chars().take(10).collect::<String>()).unwrap_or_default();
    let lines = [found.source.as_str(), found.author.as_str(), at.as_str()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_path_within_a_file_is_meant_from_there() {
        for (place, to, expected) in [
            ("nb/pump.md", "a.png", "nb/a.png"),
            ("nb/pump.md", "./img/a%20b.png", "nb/img/a b.png"),
            ("nb/pump.md", "../a.png", "a.png"),
            ("pump.md", "../../a.png", "a.png"),
            ("nb/pump.md", "/a.png", "a.png"),
        ] {
            assert_eq!(resolved(place, to), expected, "{place} {to}");
        }
    }
}
