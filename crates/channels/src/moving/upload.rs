//! A file while it comes, piece by piece, with the files beside it.

use base::{Action, Actor, allowed};
use people::StaffId;
use people::import::rules::charset::Intake;
use platform::Platform;
use platform::jobs::NewJob;
use sha2::{Digest as _, Sha256};

use super::commands::{JOBS_LANE, LEAVE_JOB};
use super::model::{Counts, Moving, MovingId, Plan, Refusal, State};
use super::rules::fields;
use super::shapes::Shape as _;
use super::store::{self, PART};
use super::{Answer, packed, shapes};

/// Largest file, in bytes: packed or not.
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// Largest file beside it.
pub(super) const BESIDE_MAX: usize = 25 * 1024 * 1024;
/// Hours for which a file may take to come.
const COMES: i64 = 24;
/// Hours for which a file waits that is there and that nobody begins: as long as somebody looks at what would come of it.
const WAITS: i64 = 1;
/// How a packed file (zip) begins.
const PACKED: &[u8] = b"PK\x03\x04";

/// A file while it comes.
pub struct Upload {
    p: Platform,
    moving: Moving,
    intake: Intake,
    held: Vec<u8>,
    /// What a packed file holds so far.
    packed: Option<Vec<u8>>,
    /// Parts that are kept.
    parts: i64,
    /// Bytes that came.
    came: usize,
    digest: Sha256,
    /// The first part again, by which the file is told.
    start: Vec<u8>,
}

impl Upload {
    /// Begins to take a file from an owner, or from the command line.
    ///
    /// # Errors
    /// When they may not, or the database cannot be written.
    pub async fn begin(p: &Platform, actor: &Actor, name: &str, source: &str) -> Answer<Self> {
        let _all = allowed(actor, Action::MoveBusiness)?;
        let mut tx = p.begin().await?;
        let name = people::person::clean_line(name.rsplit(['/', '\\']).next().unwrap_or(name), 120);
        let staff: Option<StaffId> = actor.staff_id().and_then(|id| id.parse().ok());
        let moving = Moving {
            id: MovingId::next(&tx.ids(), tx.now()),
            staff,
            name: if name.is_empty() { "–".to_owned() } else { name },
            shape: String::new(),
            size: 0,
            digest: String::new(),
            plan: Plan { source: Plan::clean_source(source), ..Plan::default() },
            state: State::Waiting,
            place: 0,
            line: 0,
            counts: Counts::default(),
            at: tx.now(),
            ended_at: None,
        };
        store::insert(&mut tx, &moving).await?;
        let due = store::later(tx.machine_now(), COMES);
        tx.enqueue(NewJob::new(JOBS_LANE, LEAVE_JOB).payload(moving.id.as_str()).at_machine_time(due)).await?;
        tx.commit().await?;
        Ok(Self {
            p: p.clone(),
            moving,
            intake: Intake::default(),
            held: Vec::new(),
            packed: None,
            parts: 0,
            came: 0,
            digest: Sha256::new(),
            start: Vec::new(),
        })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Refused when it becomes too large.
    pub async fn push(&mut self, bytes: &[u8]) -> Answer<()> {
        let first = self.came == 0;
        self.came += bytes.len();
        if self.came > FILE_MAX {
            self.forget().await?;
            return Err(Refusal::TooLarge.into());
        }
        self.digest.update(bytes);
        if first && bytes.starts_with(PACKED) {
            self.packed = Some(Vec::new());
        }
        match &mut self.packed {
            Some(packed) => {
                packed.extend_from_slice(bytes);
                Ok(())
            }
            None => self.take(bytes).await,
        }
    }

    async fn take(&mut self, bytes: &[u8]) -> Answer<()> {
        let kept = self.intake.push(bytes);
        self.held.extend(kept);
        while self.held.len() >= PART {
            let rest = self.held.split_off(PART);
            let part = std::mem::replace(&mut self.held, rest);
            self.keep(part).await?;
        }
        Ok(())
    }

    /// Takes a file beside it; a path that leads out is refused.
    ///
    /// # Errors
    /// When its path leads out or it is too large.
    pub async fn beside(&mut self, path: &str, bytes: &[u8]) -> Answer<()> {
        let Some(path) = super::rules::paths::within(path) else { return Err(Refusal::OutOfFolder.into()) };
        if bytes.len() > BESIDE_MAX {
            return Err(Refusal::TooLarge.into());
        }
        let mut tx = self.p.begin().await?;
        // There is always a part that is shorter than the others: the last one.
        let mut place = 0;
        for part in bytes.chunks(PART) {
            store::put_part(&mut tx, &self.moving.id, &path, place, part.to_vec()).await?;
            place += 1;
        }
        if bytes.len().is_multiple_of(PART) {
            store::put_part(&mut tx, &self.moving.id, &path, place, Vec::new()).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Nothing of it is wanted.
    async fn forget(&mut self) -> Answer<()> {
        let mut tx = self.p.begin().await?;
        store::forget(&mut tx, &self.moving.id).await?;
        Ok(tx.commit().await?)
    }

    async fn keep(&mut self, part: Vec<u8>) -> Answer<()> {
        if self.parts == 0 {
            self.start.clone_from(&part);
        }
        self.moving.size += i64::try_from(part.len()).unwrap_or(i64::MAX);
        let mut tx = self.p.begin().await?;
        store::put_part(&mut tx, &self.moving.id, "", self.parts, part).await?;
        self.parts += 1;
        Ok(tx.commit().await?)
    }

    /// All of it is there: tells what it is.
    ///
    /// # Errors
    /// Refused when nothing is in it, or not what is needed.
    pub async fn end(mut self, shape: Option<&str>) -> Answer<Moving> {
        match self.ended(shape).await {
            Ok(()) => Ok(self.moving),
            Err(failure) => {
                self.forget().await?;
                Err(failure)
            }
        }
    }

    async fn ended(&mut self, shape: Option<&str>) -> Answer<()> {
        if let Some(packed) = self.packed.take() {
            self.unpack(packed).await?;
        }
        let rest = self.intake.end();
        self.held.extend(rest);
        let last = std::mem::take(&mut self.held);
        if last.trim_ascii().is_empty() && self.parts == 0 {
            return Err(Refusal::Empty.into());
        }
        let mut rest = last.as_slice();
        while rest.len() >= PART {
            let (part, more) = rest.split_at(PART);
            self.keep(part.to_vec()).await?;
            rest = more;
        }
        self.keep(rest.to_vec()).await?;
        let shape = shape.and_then(shapes::named).unwrap_or_else(|| shapes::of(&self.start));
        shape.code().clone_into(&mut self.moving.shape);
        self.moving.digest = data_encoding::HEXLOWER.encode(&self.digest.clone().finalize());
        if shape.code() == shapes::Sheet.code() {
            let (plan, _) = shapes::read_heading(&self.start);
            let there = |wanted| plan.heads.iter().any(|head| fields::field(head) == Some(wanted));
            if !fields::NEEDED.into_iter().all(there) {
                return Err(Refusal::Columns.into());
            }
            self.moving.plan = Plan { source: self.moving.plan.source.clone(), ..plan };
        }
        let mut tx = self.p.begin().await?;
        store::save(&mut tx, &self.moving).await?;
        let due = store::later(tx.machine_now(), WAITS);
        tx.enqueue(NewJob::new(JOBS_LANE, LEAVE_JOB).payload(self.moving.id.as_str()).at_machine_time(due)).await?;
        Ok(tx.commit().await?)
    }

    async fn unpack(&mut self, bytes: Vec<u8>) -> Answer<()> {
        let open = tokio::task::spawn_blocking(move || packed::Packed::open(bytes)).await;
        let mut packed = open.map_err(|_| Refusal::Packed)??;
        while let Some((path, bytes)) = packed.next().map_err(super::Failure::Refused)? {
            match path {
                None => {
                    for piece in bytes.chunks(PART) {
                        self.take(piece).await?;
                    }
                }
                Some(path) => self.beside(&path, &bytes).await?,
            }
        }
        Ok(())
    }
}
