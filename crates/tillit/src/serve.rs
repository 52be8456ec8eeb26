//! What runs when Tillit serves: the desk, the mail listeners, the workers, the live reader; and how
//! it all stops without losing anything.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::serve::Listener as _;
use platform::erasing;
use platform::jobs::Workers;
use platform::metrics::Metrics;
use platform::random::SystemRandom;
use platform::system_clock::SystemClock;
use platform::{Context, Fault, Platform, Result};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::cli::say;
use crate::config::Config;
use crate::open::{Purpose, open};
use crate::operating;
use crate::operating::backups::{self, Folder};
use crate::operating::door::{Caller, Door, Limits};
use crate::routes;

/// How long requests may take to end once the server stops.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long everything may take: jobs that are cut off are done by the next server, whose lease they become.
const DRAIN: Duration = Duration::from_secs(25);

/// `tillit serve`.
///
/// # Errors
/// When the data cannot be opened or an address cannot be listened at.
pub async fn serve(config: Config) -> Result<ExitCode> {
    let listener = reserve(config.listen).await?;
    let opened = open(&config, Arc::new(SystemClock), Arc::new(SystemRandom), Purpose::Serve).await?;
    let p = opened.platform.clone();
    keep_given(&p, &config).await?;
    tell_first_link(&p).await?;
    let (stop, stopped) = watch::channel(false);
    stop_when_asked(stop);
    run(p, &config, listener, routes::all(), None, stopped).await?;
    Ok(ExitCode::SUCCESS)
}

/// While nobody has an account, says on the operator's own console where the first one is made.
async fn tell_first_link(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    let link = people::staff::first_link(&mut tx, p).await?;
    tx.commit().await?;
    if let Some(link) = link {
        say(&link);
        tracing::warn!("nobody has an account yet; make the first at {link}");
    }
    Ok(())
}

/// What the operator gives on the command line or in the file is kept as if set in the desk.
async fn keep_given(p: &Platform, config: &Config) -> Result<()> {
    let mut tx = p.begin().await?;
    if config.undo_seconds.is_some() || config.quiet_days.is_some() {
        let mut manners = conversations::settings::manners(&mut tx).await?;
        manners.undo_seconds = config.undo_seconds.unwrap_or(manners.undo_seconds);
        manners.quiet_days = config.quiet_days.unwrap_or(manners.quiet_days);
        conversations::settings::set_manners(&mut tx, &manners).await?;
    }
    if let Some(days) = config.signin_days {
        platform::sessions::set_days(&mut tx, platform::sessions::Days::new(days)).await?;
    }
    if let Some(address) = &config.mail_address {
        let mut business = conversations::settings::business(&mut tx).await?;
        business.address.clone_from(address);
        conversations::settings::set_business(&mut tx, &business).await?;
    }
    if let Some(url) = &config.relay {
        channels::relay::set(&mut tx, &channels::relay::RelaySettings::from_url(p, url)?).await?;
    }
    tx.commit().await
}

/// Takes the desk's address before the rest is made ready, so that it is known at once when it cannot be had, and
/// nobody else gets it meanwhile. Who comes early waits.
///
/// # Errors
/// When it is in use or not ours.
pub async fn reserve(address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.context(format!("cannot listen at {address}; choose another address with --listen"))
}

/// Runs every part until `stopped` becomes true. The desk stops first, then the listeners, then the
/// workers, each after finishing what it has in hand.
///
/// # Errors
/// When an address cannot be listened at, or a part ends by itself.
pub async fn run(
    p: Platform,
    config: &Config,
    listener: TcpListener,
    routes: Router<Platform>,
    demo: Option<Arc<dyn platform::web::desk::DemoBar>>,
    stopped: watch::Receiver<bool>,
) -> Result<()> {
    let mut parts = JoinSet::new();
    tokio::spawn(platform::wake::hear_other_nodes(p.clone()));
    parts.spawn(platform::presence::run(p.clone(), stopped.clone()));
    parts.spawn(reactions::live::run(p.clone(), stopped.clone()));
    parts.spawn(reactions::search::run(p.clone(), crate::open::SOURCES, stopped.clone()));
    parts.spawn(reactions::webhooks::reading::run(p.clone(), crate::api::FAMILIES, stopped.clone()));
    parts.spawn(reactions::reports::reading::run(p.clone(), stopped.clone()));
    parts.spawn(reactions::notices::reading::run(p.clone(), stopped.clone()));
    parts.spawn(reactions::automation::reading::run(p.clone(), stopped.clone()));
    // Before anybody works: nobody read anything while nobody ran, and that is no failure.
    channels::mailboxes::reading::begin(&p).await?;
    let folder = Folder(config.backups.clone().map(Arc::new));
    backups::begin(&p, &folder).await?;
    platform::backup::takeout::plan_sweep(&p).await?;
    let journal = channels::journal::Journal::start(p.clone());
    let workers = backups::workers(with_door(workers(), &p, &journal), &folder);
    parts.spawn(workers.run(p.clone(), stopped.clone()));
    for part in channels::listen(&p, &journal, config.lmtp, config.smtp, config.mail_max, stopped.clone()).await? {
        parts.spawn(part);
    }
    parts.spawn(channels::read_mailboxes(&p, &journal, config.mail_max, stopped.clone()));
    let metrics = Metrics::default();
    if let Some(place) = &config.metrics {
        parts.spawn(operating::metrics::listen(&p, &metrics, place, stopped.clone()).await?);
    }
    let app = routes::guarded(&p, config, routes, demo, &journal, &metrics)?;
    let door = Door::new(listener, Limits::of_this_process(), routes::proxies(config)?);
    parts.spawn(desk(p.clone(), door, app, stopped.clone()));
    until_all_ended(parts, stopped, DRAIN).await
}

/// Waits for every part; once they were asked to stop, not for ever.
async fn until_all_ended(
    mut parts: JoinSet<Result<()>>,
    mut stopped: watch::Receiver<bool>,
    patience: Duration,
) -> Result<()> {
    let too_late = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
        tokio::time::sleep(patience).await;
    };
    tokio::pin!(too_late);
    loop {
        tokio::select! {
            ended = parts.join_next() => match ended {
                None => return Ok(()),
                Some(ended) => ended.map_err(|error| Fault::because("a part of the server broke", error))??,
            },
            () = &mut too_late => {
                tracing::warn!(parts = parts.len(), "not everything has ended in time; what is cut off is done at the next start");
                return Ok(());
            }
        }
    }
}

/// Everything that is done in the background.
pub fn workers() -> Workers {
    use conversations::commands as c;
    let workers = Workers::default()
        .lane(c::CLOCK_LANE, 2)
        .lane(c::PURGE_LANE, 1)
        .handle(c::BREACH_JOB, |p, job| async move { c::breach(&p, &job).await })
        .handle(c::CLOSE_JOB, |p, job| async move { c::close_quiet(&p, &job).await })
        .handle(c::WAKE_JOB, |p, job| async move { c::wake_up(&p, &job).await })
        .handle(c::PURGE_JOB, |p, job| async move { c::purge_deleted(&p, &job, crate::open::HOLDERS).await })
        .handle(c::INDEX_JOB, |p, job| async move { c::index_anew(&p, &job).await })
        .handle(c::PROMISE_JOB, |p, job| async move { c::watch_promise(&p, &job).await })
        .handle(people::absence::OVER_JOB, |p, job| async move { c::come_back(&p, &job).await })
        .handle(people::care::END_JOB, |p, job| async move { people::care::sweep_ended(&p, &job).await })
        .handle(c::GIVE_JOB, |p, job| async move { c::give_out(&p, &job).await })
        .handle(c::PROBLEM_JOB, |p, job| async move { c::draft_problem_answers(&p, &job).await })
        .handle(c::RECUR_JOB, |p, job| async move { c::recur(&p, &job).await })
        .handle(c::STEP_SWEEP_JOB, |p, job| async move { c::sweep_steps(&p, &job).await })
        .handle(c::DRAFT_SWEEP_JOB, |p, job| async move { c::sweep_drafts(&p, &job).await })
        .handle(c::SERVICE_JOB, |p, job| async move { c::reclock(&p, &job).await })
        .handle(people::organisation::MEMBER_JOB, |p, job| async move { c::reclock(&p, &job).await })
        .handle(c::RELEASE_JOB, |p, job| async move { c::release(&p, &job).await });
    let workers = workers
        .lane(erasing::LANE, 1)
        .handle(erasing::PURGE_JOB, erasing::purge)
        .handle(erasing::FILE_JOB, erasing::remove_file);
    let workers = operating::takeout::workers(workers);
    let workers = workers.handle(people::staff::RESET, people::staff::send_reset);
    let workers = workers
        .lane(people::import::LANE, 1)
        .handle(people::import::JOB, people::import::work)
        .handle(people::import::LEAVE_JOB, people::import::leave)
        .handle(people::import::FORGET_JOB, people::import::forget);
    let workers = workers.handle(portal::entry::JOB, portal::entry::send);
    let workers = workers.handle(portal::entry::CONFIRM_JOB, portal::entry::send_confirming);
    let workers = workers.handle(community::commands::TELL_JOB, community::commands::tell);
    let workers =
        workers.lane(people::merging::LANE, 1).handle(people::merging::FOLLOW_JOB, community::commands::follow_merge);
    let workers = workers.handle(c::ARTICLES_JOB, answers::automatic::mailing::answer);
    let workers = workers.handle(answers::articles::commands::JOB, answers::articles::commands::publish_due);
    let workers = reactions::notices::mailing::workers(workers);
    reactions::webhooks::delivering::workers(channels::workers(workers))
}

/// With what hands something in as if a page had brought it.
pub(crate) fn with_door(workers: Workers, p: &Platform, journal: &channels::journal::Journal) -> Workers {
    let door: community::commands::Door = std::sync::Arc::new(crate::answers::Answers::new(p, journal));
    workers.handle(community::commands::FALL_JOB, move |p, job| community::commands::fall(p, job, door.clone()))
}

async fn desk(p: Platform, door: Door, app: Router, mut stopped: watch::Receiver<bool>) -> Result<()> {
    let address = door.local_addr()?;
    tracing::info!("the desk is open at {} (listening at {address})", p.site.url);
    let app = app.into_make_service_with_connect_info::<Caller>();
    let mut told = stopped.clone();
    let server = axum::serve(door, app).with_graceful_shutdown(async move {
        // An error means that nobody can tell us any more: stop as well.
        let _ = told.wait_for(|stop| *stop).await;
        p.live.tell(reactions::live::STOP);
    });
    let serving = tokio::spawn(server.into_future());
    let _ = stopped.wait_for(|stop| *stop).await;
    match tokio::time::timeout(PATIENCE, serving).await {
        Ok(Ok(ended)) => ended.context("the desk stopped"),
        Ok(Err(error)) => Err(Fault::because("the desk broke", error)),
        Err(_) => Ok(()),
    }
}

/// Passes the wish to stop (ctrl-c, SIGTERM) on to every part.
pub fn stop_when_asked(stop: watch::Sender<bool>) {
    tokio::spawn(async move {
        asked_to_stop().await;
        tracing::info!("stopping: finishing what is in hand; a second signal stops at once");
        stop.send_replace(true);
        asked_to_stop().await;
        tracing::warn!("stopping at once");
        std::process::exit(1);
    });
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).ok();
    let terminated = async {
        match &mut terminate {
            Some(signal) => {
                signal.recv().await;
            }
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_does_not_end_is_waited_for_only_so_long() {
        let (stop, stopped) = watch::channel(false);
        let mut parts = JoinSet::new();
        parts.spawn(std::future::pending());
        let waiting = tokio::spawn(until_all_ended(parts, stopped.clone(), Duration::from_millis(5)));
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!waiting.is_finished(), "nobody asked it to stop");
        stop.send_replace(true);
        waiting.await.expect("joined").expect("ended");
        let broken = async { Err(Fault::new("broken")) };
        let mut parts = JoinSet::new();
        parts.spawn(broken);
        assert!(until_all_ended(parts, stopped, DRAIN).await.is_err(), "a part that breaks is told");
    }
}
