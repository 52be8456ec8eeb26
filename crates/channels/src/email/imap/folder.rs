//! What is done with folders and the mails in them.

use std::time::Duration;

use imap_proto::{AttributeValue, MailboxDatum, NameAttribute, Response, ResponseCode};

use super::names;
use super::session::{SHORT, Session};
use super::syntax::{argument, day as shown, instant, parsed, set};
use crate::email::trouble::{Kind, Trouble};

/// The slowest line that is worth waiting for, in bytes a second.
const SLOWEST: u64 = 16 * 1024;

/// A folder as the server lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its name, as people read it.
    pub name: String,
    /// What it is for, where the server says so: `sent`, `junk`, `trash`, `drafts`, `archive`, `all`.
    pub role: Option<&'static str>,
}

/// The folder that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// How many mails lie there.
    pub mails: u32,
    /// Numbers of mails hold as long as this stays the same.
    pub uid_validity: u32,
    /// The next mail gets at least this number.
    pub uid_next: u32,
}

/// What is known of a mail before it is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub uid: u32,
    /// Its size as the server says.
    pub size: usize,
    /// When the server got it.
    pub arrived: Option<base::Instant>,
}

/// A mail that was fetched.
pub struct Fetched {
    /// Its number.
    pub uid: u32,
    /// Its bytes; `Err` with its size when it is too large.
    pub bytes: Result<Vec<u8>, usize>,
}

impl Session {
    /// The folders there are.
    ///
    /// # Errors
    /// What the server or the network says; so for all below.
    pub async fn folders(&mut self) -> Result<Vec<Folder>, Trouble> {
        let mut folders = Vec::new();
        self.command("LIST \"\" \"*\"", SHORT, &mut |response| {
            if let Response::MailboxData(MailboxDatum::List { name_attributes, name, .. }) = response
                && !name_attributes.contains(&NameAttribute::NoSelect)
            {
                let role = name_attributes.iter().find_map(role);
                folders.push(Folder { name: names::for_people(&name), role });
            }
        })
        .await?;
        folders.sort_by_key(|folder| (!folder.name.eq_ignore_ascii_case("inbox"), folder.name.to_lowercase()));
        Ok(folders)
    }

    /// Opens a folder, to change it or only to look.
    pub async fn open(&mut self, folder: &str, only_look: bool) -> Result<Opened, Trouble> {
        let mut opened = Opened::default();
        let mut line = if only_look { b"EXAMINE ".to_vec() } else { b"SELECT ".to_vec() };
        line.extend(argument(&names::for_wire(folder)));
        let answer = self
            .raw(&line, SHORT, &mut |bytes, _| match parsed(bytes) {
                Some(Response::MailboxData(MailboxDatum::Exists(mails))) => opened.mails = mails,
                Some(Response::Data { code: Some(ResponseCode::UidValidity(validity)), .. }) => {
                    opened.uid_validity = validity;
                }
                Some(Response::Data { code: Some(ResponseCode::UidNext(next)), .. }) => opened.uid_next = next,
                _ => {}
            })
            .await;
        match answer {
            Ok(words) if !only_look && words.to_ascii_uppercase().contains("[READ-ONLY]") => {
                Err(Trouble::new(Kind::FolderReadOnly, folder))
            }
            Ok(_) => Ok(opened),
            Err(trouble) if trouble.kind == Kind::ServerSaysNo => Err(Trouble::new(Kind::FolderMissing, folder)),
            Err(trouble) => Err(trouble),
        }
    }

    /// Numbers of the mails from `uid` on, growing.
    pub async fn from(&mut self, uid: u32) -> Result<Vec<u32>, Trouble> {
        let mut found = Vec::new();
        self.command(&format!("UID SEARCH UID {uid}:*"), SHORT, &mut |response| {
            if let Response::MailboxData(MailboxDatum::Search(uids)) = response {
                found.extend(uids);
            }
        })
        .await?;
        // `9:*` names the last mail even when that is number 4.
        found.retain(|found| *found >= uid);
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The first number among the mails that the server got on `day` or later; none when there is none.
    pub async fn first_since(&mut self, day: jiff::civil::Date) -> Result<Option<u32>, Trouble> {
        let mut first: Option<u32> = None;
        self.command(&format!("UID SEARCH SINCE {}", shown(day)), SHORT, &mut |response| {
            if let Response::MailboxData(MailboxDatum::Search(uids)) = response {
                first = uids.iter().copied().chain(first).min();
            }
        })
        .await?;
        Ok(first)
    }

    /// Sizes and ages of mails. Those that vanished meanwhile are missing.
    pub async fn list(&mut self, uids: &[u32]) -> Result<Vec<Listed>, Trouble> {
        let mut listed = Vec::new();
        for some in uids.chunks(500) {
            self.command(&format!("UID FETCH {} (UID RFC822.SIZE INTERNALDATE)", set(some)), SHORT, &mut |response| {
                if let Response::Fetch(_, attributes) = response {
                    let mail = listed_in(attributes);
                    if some.contains(&mail.uid) {
                        listed.push(mail);
                    }
                }
            })
            .await?;
        }
        listed.sort_by_key(|mail: &Listed| mail.uid);
        listed.dedup_by_key(|mail| mail.uid);
        Ok(listed)
    }

    /// Fetches mails without marking them. What came before a trouble comes with it.
    pub async fn fetch(&mut self, uids: &[u32], bytes_in_all: usize) -> (Vec<Fetched>, Result<(), Trouble>) {
        let mut fetched: Vec<Fetched> = Vec::new();
        let time = SHORT + Duration::from_secs(bytes_in_all as u64 / SLOWEST);
        let line = format!("UID FETCH {} (UID BODY.PEEK[])", set(uids));
        let mut each = |bytes: &[u8], left_out: Option<usize>| {
            let Some(Response::Fetch(_, attributes)) = parsed(bytes) else { return };
            let (mut uid, mut body) = (None, None);
            for attribute in attributes {
                match attribute {
                    AttributeValue::Uid(number) => uid = Some(number),
                    AttributeValue::BodySection { section: None, data, .. } => body = data,
                    _ => {}
                }
            }
            if let (Some(uid), Some(body)) = (uid, body)
                && uids.contains(&uid)
                && !fetched.iter().any(|known| known.uid == uid)
            {
                fetched.push(Fetched { uid, bytes: left_out.map_or_else(|| Ok(body.into_owned()), Err) });
            }
        };
        let ended = self.raw(line.as_bytes(), time, &mut each).await.map(|_| ());
        (fetched, ended)
    }

    /// The first bytes of one mail.
    pub async fn beginning(&mut self, uid: u32, bytes: usize) -> Result<Vec<u8>, Trouble> {
        let mut beginning = Vec::new();
        self.command(&format!("UID FETCH {uid} (UID BODY.PEEK[]<0.{bytes}>)"), SHORT, &mut |response| {
            if let Response::Fetch(_, attributes) = response {
                for attribute in attributes {
                    if let AttributeValue::BodySection { data: Some(data), .. } = attribute {
                        beginning = data.into_owned();
                    }
                }
            }
        })
        .await?;
        Ok(beginning)
    }

    /// Marks mails with a flag, such as `\Seen`.
    pub async fn mark(&mut self, uids: &[u32], flag: &str) -> Result<(), Trouble> {
        self.command(&format!("UID STORE {} +FLAGS.SILENT ({flag})", set(uids)), SHORT, &mut |_| ()).await?;
        Ok(())
    }

    /// Takes mails out of the folder for good. Only these where the server can; else whatever is marked.
    pub async fn delete(&mut self, uids: &[u32]) -> Result<(), Trouble> {
        self.mark(uids, "\\Deleted").await?;
        let line = if self.can("UIDPLUS") { format!("UID EXPUNGE {}", set(uids)) } else { "EXPUNGE".to_owned() };
        self.command(&line, SHORT, &mut |_| ()).await?;
        Ok(())
    }

    /// Moves mails to another folder, which is made if it is not there.
    pub async fn move_to(&mut self, uids: &[u32], folder: &str) -> Result<(), Trouble> {
        let verb = if self.can("MOVE") { "MOVE" } else { "COPY" };
        let target = argument(&names::for_wire(folder));
        let line = [format!("UID {verb} {} ", set(uids)).as_bytes(), &target].concat();
        if let Err(trouble) = self.raw(&line, SHORT, &mut |_, _| ()).await {
            if trouble.kind != Kind::ServerSaysNo {
                return Err(trouble);
            }
            self.make_folder(&target).await.map_err(|_| Trouble::new(Kind::FolderMissing, folder))?;
            self.raw(&line, SHORT, &mut |_, _| ()).await?;
        }
        if verb == "COPY" { self.delete(uids).await } else { Ok(()) }
    }

    async fn make_folder(&mut self, target: &[u8]) -> Result<(), Trouble> {
        self.raw(&[b"CREATE ", target].concat(), SHORT, &mut |_, _| ()).await?;
        Ok(())
    }
}

fn role(attribute: &NameAttribute<'_>) -> Option<&'static str> {
    Some(match attribute {
        NameAttribute::Sent => "sent",
        NameAttribute::Junk => "junk",
        NameAttribute::Trash => "trash",
        NameAttribute::Drafts => "drafts",
        NameAttribute::Archive => "archive",
        NameAttribute::All => "all",
        _ => return None,
    })
}

fn listed_in(attributes: Vec<AttributeValue<'_>>) -> Listed {
    let mut listed = Listed::default();
    for attribute in attributes {
        match attribute {
            AttributeValue::Uid(uid) => listed.uid = uid,
            AttributeValue::Rfc822Size(size) => listed.size = size as usize,
            AttributeValue::InternalDate(date) => listed.arrived = instant(&date),
            _ => {}
        }
    }
    listed
}
