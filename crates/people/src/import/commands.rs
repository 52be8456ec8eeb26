//! What can be done with a file of customers: brought, looked at, begun, stopped, taken in.

use base::{Action, Actor, Language, Scope, allowed};
use platform::jobs::{Failure as JobFailure, Job, NewJob, finish};
use platform::{Conn, Platform, Result, Tx};

use super::applying::{apply, refused};
use super::events::ImportEvent;
use super::model::{Counts, Form, Import, ImportId, Line, Outcome, Plan, State, Why};
use super::reading::{self, Reader, Said, Wanted};
use super::rules::charset::Intake;
use super::rules::draft::Draft;
use super::store::{self, PART};
use crate::field::{self, About, Field};
use crate::file::rules::phones::Country;
use crate::person::clean_line;
use crate::refusal::{Answer, Failure, Refusal};
use crate::staff::{self, Staff};

/// The lane in which files are taken in, one after the other.
pub const LANE: &str = "moving";
/// The kind of job that takes the next rows in; its payload is the id.
pub const JOB: &str = "people.import";
/// The kind of job that lets go of a file that nobody began.
pub const LEAVE_JOB: &str = "people.import_leave";
/// The kind of job that lets go of a report.
pub const FORGET_JOB: &str = "people.import_forget";

/// Largest file, in bytes.
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// Rows that are taken in by one transaction: nobody at the desk waits for more than these.
const TOGETHER: usize = 40;
/// Rows that are shown before one begins.
const SHOWN: usize = 20;
/// Rows that are looked at for them: a sheet may have a million that are empty.
const LOOKED: usize = 1000;
/// Hours for which a file may take to come.
const COMES: i64 = 24;
/// Hours for which a file waits that is there and that nobody begins: as long as somebody looks at what would come of it.
const WAITS: i64 = 1;
/// Hours for which a report is kept.
const KEPT: i64 = 24 * 90;

/// A file while it comes, piece by piece.
pub struct Upload {
    p: Platform,
    import: Import,
    intake: Intake,
    held: Vec<u8>,
    /// Parts that are kept.
    parts: i64,
    /// Bytes that came.
    came: usize,
    /// The first part again, by which the file is told.
    start: Vec<u8>,
}

impl Upload {
    /// Begins to take a file from a colleague.
    ///
    /// # Errors
    /// Refused when they may not.
    pub async fn begin(p: &Platform, staff: &Staff, name: &str) -> Answer<Self> {
        let _all = allowed(&staff.actor(), Action::ManagePrivacy)?;
        let mut tx = p.begin().await?;
        let name = clean_line(name.rsplit(['/', '\\']).next().unwrap_or(name), 120);
        let import = Import {
            id: ImportId::next(&tx.ids(), tx.now()),
            staff: staff.id.clone(),
            name: if name.is_empty() { "–".to_owned() } else { name },
            form: Form::Table,
            size: 0,
            plan: Plan::default(),
            state: State::Waiting,
            place: 0,
            line: 0,
            counts: Counts::default(),
            at: tx.now(),
            ended_at: None,
        };
        store::insert(&mut tx, &import).await?;
        let due = store::later(tx.machine_now(), COMES);
        tx.enqueue(NewJob::new(LANE, LEAVE_JOB).payload(import.id.as_str()).at_machine_time(due)).await?;
        tx.commit().await?;
        let (held, start) = (Vec::new(), Vec::new());
        Ok(Self { p: p.clone(), import, intake: Intake::default(), held, parts: 0, came: 0, start })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Refused when it becomes too large.
    pub async fn push(&mut self, bytes: &[u8]) -> Answer<()> {
        self.came += bytes.len();
        if self.came > FILE_MAX {
            self.forget().await?;
            return Err(Refusal::FileTooLarge.into());
        }
        let kept = self.intake.push(bytes);
        self.held.extend(kept);
        while self.held.len() >= PART {
            let rest = self.held.split_off(PART);
            let part = std::mem::replace(&mut self.held, rest);
            self.keep(part).await?;
        }
        Ok(())
    }

    /// Nothing of it is wanted.
    async fn forget(&mut self) -> Result<()> {
        let mut tx = self.p.begin().await?;
        store::forget(&mut tx, &self.import.id).await?;
        tx.commit().await
    }

    async fn keep(&mut self, part: Vec<u8>) -> Result<()> {
        if self.parts == 0 {
            self.start.clone_from(&part);
        }
        self.import.size += i64::try_from(part.len()).unwrap_or(i64::MAX);
        let mut tx = self.p.begin().await?;
        store::put_part(&mut tx, &self.import.id, self.parts, part).await?;
        self.parts += 1;
        tx.commit().await
    }

    /// All of it is there: tells what it is.
    ///
    /// # Errors
    /// Refused when nothing is in it.
    pub async fn end(mut self, language: Language, wanted: &Wanted) -> Answer<Import> {
        let rest = self.intake.end();
        self.held.extend(rest);
        let last = std::mem::take(&mut self.held);
        if last.trim_ascii().is_empty() && self.parts == 0 {
            self.forget().await?;
            return Err(Refusal::FileEmpty.into());
        }
        // There is always a part that is shorter than the others: the last one.
        let mut rest = last.as_slice();
        while rest.len() >= PART {
            let (part, more) = rest.split_at(PART);
            self.keep(part.to_vec()).await?;
            rest = more;
        }
        self.keep(rest.to_vec()).await?;
        self.import.form = Form::of(&self.start);
        // A card is often called after whom it is of, and what it is called stays in the history.
        if self.import.form == Form::Cards {
            "vCard".clone_into(&mut self.import.name);
        }
        let mut tx = self.p.begin().await?;
        let fields = field::of(&mut tx, About::Person).await?;
        self.import.plan = reading::plan(&self.start, self.import.form, &fields, Country::speaking(language), wanted);
        store::save(&mut tx, &self.import).await?;
        let due = store::later(tx.machine_now(), WAITS);
        tx.enqueue(NewJob::new(LANE, LEAVE_JOB).payload(self.import.id.as_str()).at_machine_time(due)).await?;
        tx.commit().await?;
        Ok(self.import)
    }
}

/// A file for those who may take files in.
///
/// # Errors
/// Refused when the actor may not, or when there is none.
pub async fn load(conn: &mut Conn, actor: &Actor, id: &ImportId) -> Answer<Import> {
    let _all = allowed(actor, Action::ManagePrivacy)?;
    Ok(store::find(conn, id).await?.filter(|it| it.size > 0).ok_or(Refusal::NotFound)?)
}

/// The newest files, before the one of that id.
///
/// # Errors
/// Refused when the actor may not.
pub async fn list(conn: &mut Conn, actor: &Actor, before: Option<&ImportId>, most: i64) -> Answer<Vec<Import>> {
    let _all = allowed(actor, Action::ManagePrivacy)?;
    Ok(store::list(conn, before, most).await?)
}

/// Rows of a report behind `after`, each with what its customer is called now.
///
/// # Errors
/// Refused when the actor may not, or when there is no such file.
pub async fn lines(
    conn: &mut Conn,
    actor: &Actor,
    id: &ImportId,
    asked: (Option<Outcome>, i64),
    most: i64,
) -> Answer<Vec<(Line, String)>> {
    load(conn, actor, id).await?;
    Ok(store::lines(conn, id, asked, most).await?)
}

async fn waiting(tx: &mut Tx, actor: &Actor, id: &ImportId) -> Answer<Import> {
    load(tx, actor, id).await?;
    let it = store::hold(tx, id).await?.ok_or(Refusal::NotFound)?;
    if it.state == State::Waiting { Ok(it) } else { Err(Refusal::ImportBegun.into()) }
}

/// Reads a file otherwise, as somebody says who knows it better. What they leave out is guessed anew.
///
/// # Errors
/// Refused when the actor may not, when there is no such file, or when it has begun.
pub async fn read_as(tx: &mut Tx, actor: &Actor, id: &ImportId, wanted: &Wanted) -> Answer<()> {
    let it = waiting(tx, actor, id).await?;
    let start = store::part(tx, id, 0).await?.unwrap_or_default();
    let fields = field::of(tx, About::Person).await?;
    let plan = reading::plan(&start, it.form, &fields, None, wanted);
    Ok(store::set_plan(tx, id, &plan).await?)
}

/// What would become of the first rows, if one began now: done, looked at, and not kept.
///
/// # Errors
/// Refused when the actor may not.
pub async fn rehearse(p: &Platform, actor: &Actor, it: &Import) -> Answer<Vec<(Draft, Line, String)>> {
    let _all = allowed(actor, Action::ManagePrivacy)?;
    let mut tx = p.begin().await?;
    let fields = field::of(&mut tx, About::Person).await?;
    let mut reader = Reader::at(&mut tx, it, &it.plan, &fields).await?;
    let (mut shown, mut looked) = (Vec::new(), 0);
    while shown.len() < SHOWN
        && looked < LOOKED
        && let Some(said) = reader.next(&mut tx).await?
    {
        looked += 1;
        let draft = if let Said::Somebody(draft) = &said { (**draft).clone() } else { Draft::default() };
        if let Some(line) = row(&mut tx, actor, said, reader.line, it.plan.overwrite).await? {
            let name = match &line.person {
                Some(id) => crate::person::find(&mut tx, &Scope::All, id).await?.map(|it| it.name).unwrap_or_default(),
                None => String::new(),
            };
            shown.push((draft, line, name));
        }
    }
    // Nothing of this is committed.
    drop(tx);
    Ok(shown)
}

async fn row(tx: &mut Tx, actor: &Actor, said: Said, number: i64, overwrite: bool) -> Answer<Option<Line>> {
    Ok(match said {
        Said::Nothing => None,
        Said::Broken => Some(refused(number, Why::Broken, Vec::new())),
        Said::Somebody(draft) => Some(apply(tx, actor, *draft, number, overwrite).await?),
    })
}

/// Begins to take a file in.
///
/// # Errors
/// Refused when the actor may not, when there is no such file, or when it has begun.
pub async fn start(tx: &mut Tx, actor: &Actor, id: &ImportId) -> Answer<()> {
    let mut it = waiting(tx, actor, id).await?;
    it.state = State::Running;
    store::save(tx, &it).await?;
    tx.record(&ImportEvent::ImportStarted { import: it.id.clone(), name: it.name }, actor, None).await?;
    Ok(tx.enqueue(NewJob::new(LANE, JOB).payload(id.as_str())).await?)
}

/// Stops before the end; what is taken in stays. A file that has not begun is let go of.
///
/// # Errors
/// Refused when the actor may not, or when there is no such file.
pub async fn stop(tx: &mut Tx, actor: &Actor, id: &ImportId) -> Answer<()> {
    load(tx, actor, id).await?;
    let it = store::hold(tx, id).await?.ok_or(Refusal::NotFound)?;
    match it.state {
        State::Waiting => Ok(store::forget(tx, id).await?),
        State::Running => Ok(end(tx, actor, it, State::Stopped).await?),
        State::Done | State::Stopped => Ok(()),
    }
}

async fn end(tx: &mut Tx, actor: &Actor, mut it: Import, state: State) -> Result<()> {
    it.state = state;
    it.ended_at = Some(tx.now());
    store::save(tx, &it).await?;
    store::forget_parts(tx, &it.id).await?;
    let due = store::later(tx.machine_now(), KEPT);
    tx.enqueue(NewJob::new(LANE, FORGET_JOB).payload(it.id.as_str()).at_machine_time(due)).await?;
    let (import, name, counts) = (it.id, it.name, it.counts);
    let event = match state {
        State::Done => {
            let Counts { added, filled, refused, .. } = counts;
            ImportEvent::ImportDone { import, name, added, filled, refused }
        }
        _ => ImportEvent::ImportStopped { import, name },
    };
    tx.record(&event, actor, None).await
}

/// The handler of [`JOB`]: takes the next rows in, and leaves a job for those behind them.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn work(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: ImportId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    let running = store::hold(&mut tx, &id).await?.filter(|it| it.state == State::Running);
    if let Some(mut it) = running {
        let staff = staff::find(&mut tx, &Scope::All, &it.staff).await?.filter(|staff| staff.disabled_at.is_none());
        let actor = staff.map(|staff| staff.actor()).filter(|actor| allowed(actor, Action::ManagePrivacy).is_ok());
        match actor {
            None => end(&mut tx, &Actor::System, it, State::Stopped).await?,
            Some(actor) => {
                let fields = field::of(&mut tx, About::Person).await?;
                let ended = stretch(&mut tx, &actor, &mut it, &fields).await.map_err(fault)?;
                if ended {
                    end(&mut tx, &actor, it, State::Done).await?;
                } else {
                    store::save(&mut tx, &it).await?;
                    tx.enqueue(NewJob::new(LANE, JOB).payload(id.as_str())).await?;
                }
            }
        }
    }
    finish(&mut tx, &job).await?;
    tx.commit().await?;
    p.live.tell(&format!("import-{id}"));
    Ok(())
}

/// Takes the next rows in; answers whether the file has ended.
async fn stretch(tx: &mut Tx, actor: &Actor, it: &mut Import, fields: &[Field]) -> Answer<bool> {
    let plan = it.plan.clone();
    let before = it.clone();
    let mut reader = Reader::at(tx, &before, &plan, fields).await?;
    for _ in 0..TOGETHER {
        let Some(said) = reader.next(tx).await? else {
            (it.place, it.line) = (it.size, reader.line);
            return Ok(true);
        };
        if let Some(line) = row(tx, actor, said, reader.line, plan.overwrite).await? {
            it.counts.count(line.outcome);
            store::put_line(tx, &it.id, &line).await?;
        }
    }
    (it.place, it.line) = (reader.place, reader.line);
    Ok(false)
}

fn never(text: &str) -> JobFailure {
    JobFailure::Never(platform::Fault::new(text))
}

fn fault(failure: Failure) -> JobFailure {
    match failure {
        Failure::Fault(fault) => JobFailure::Again(fault),
        Failure::Refused(refusal) => JobFailure::Again(platform::Fault::new(format!("a row was refused: {refusal}"))),
    }
}

/// The handler of [`LEAVE_JOB`]: lets go of a file that nobody began.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn leave(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: ImportId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    // Of one that was let go of while it came, pieces may be left.
    if store::hold(&mut tx, &id).await?.is_none_or(|it| it.state == State::Waiting) {
        store::forget(&mut tx, &id).await?;
    }
    finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

/// The handler of [`FORGET_JOB`]: lets go of a report.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn forget(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: ImportId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    store::forget_lines(&mut tx, &id).await?;
    finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}
