//! Where mails end: each in a conversation, and those of a thread in one of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use channels::email::parse;

use super::corpus::{Item, Source};
use super::desk::Desk;
use super::score::{Failure, Kind, Tallies};

/// Takes a source's mails to a desk, in the order of their dates.
pub async fn measure(
    source: &Source,
    tallies: &mut Tallies,
    failures: &mut Vec<Failure>,
) -> Result<(), Box<dyn Error>> {
    let mut items: Vec<&Item> = source.items.iter().filter(|item| item.is_mail()).collect();
    // The bytes break ties, since names may not.
    items.sort_by_cached_key(|item| {
        let date = parse::parse(&item.bytes).ok().and_then(|mail| mail.date);
        (date, item.bytes.clone())
    });
    let desk = Desk::open().await?;
    let mails: Vec<&[u8]> = items.iter().map(|item| item.bytes.as_slice()).collect();
    let ended = desk.take(&mails).await?;
    for (item, conversation) in items.iter().zip(&ended) {
        tallies.count(Kind::Kept, conversation.is_some());
        if conversation.is_none() {
            failures.push(failure(source, item, Kind::Kept, "in no conversation".to_owned()));
        }
    }
    threads(source, &items, &ended, tallies, failures);
    Ok(())
}

fn failure(source: &Source, item: &Item, kind: Kind, words: String) -> Failure {
    Failure { kind, place: format!("{}/{}", source.name, item.file), words }
}

/// A mail passes when those that share its conversation are those that share its thread.
fn threads(
    source: &Source,
    items: &[&Item],
    ended: &[Option<String>],
    tallies: &mut Tallies,
    failures: &mut Vec<Failure>,
) {
    let known = items.iter().zip(ended).enumerate().filter_map(|(index, (item, conversation))| {
        Some((index, item.own_fact("thread")?.as_str()?, conversation.as_deref().unwrap_or_default()))
    });
    let known: Vec<_> = known.collect();
    let mut of_thread: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut of_conversation: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, thread, conversation) in &known {
        of_thread.entry(thread).or_default().insert(*index);
        of_conversation.entry(conversation).or_default().insert(*index);
    }
    for (index, thread, conversation) in &known {
        let (wanted, found) = (&of_thread[thread], &of_conversation[conversation]);
        tallies.count(Kind::Threads, wanted == found);
        if wanted != found {
            let name =
                |indices: Vec<&usize>| indices.into_iter().map(|index| items[*index].file.as_str()).collect::<Vec<_>>();
            let missing = name(wanted.difference(found).collect());
            let strange = name(found.difference(wanted).collect());
            failures.push(failure(
                source,
                items[*index],
                Kind::Threads,
                format!("without {missing:?}, with {strange:?}"),
            ));
        }
    }
}
