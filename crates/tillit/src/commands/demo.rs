//! `tillit demo`: a business to play with, in a folder that is thrown away.
//!
//! Nothing leaves this machine: outgoing mail goes to a sink of our own, and people who exist are
//! refused as recipients.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;

use base::IdSource;
use clap::Args;
use people::StaffId;
use people::staff::{self, Purpose};
use platform::random::{SeededRandom, SystemRandom};
use platform::system_clock::{DemoClock, SystemClock};
use platform::{Context, Fault, Platform, Result};
use tokio::sync::watch;

use crate::cli::{complain, say};
use crate::config::{Config, Options};
use crate::demo::bar::{self, Bar};
use crate::demo::cast::NEWCOMER;
use crate::demo::director::Director;
use crate::demo::{START, Size, stage};
use crate::one_core::OneCore;
use crate::open::{Purpose as Opening, open};
use crate::{routes, serve};

/// A past that is made within ten seconds, also where one processor has to do it.
const PAST: usize = 300;

/// Arguments of `demo`.
#[derive(Args)]
pub struct DemoArgs {
    /// Address of the desk
    #[arg(long, env = "TILLIT_LISTEN", default_value = "127.0.0.1:8400", value_name = "ADDR")]
    listen: SocketAddr,
    /// Another seed makes another life
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// How many conversations its past holds
    #[arg(long, default_value_t = PAST, value_name = "N")]
    conversations: usize,
    /// Make the business in this folder, which must be empty, and stop: `tillit serve --data DIR` opens it, with the
    /// machine's own time
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Requests a minute that each API token may make
    #[arg(long, env = "TILLIT_API_REQUESTS", value_name = "N", hide = true)]
    api_requests: Option<u32>,
    /// Do not open the browser; only print the link
    #[arg(long)]
    no_browser: bool,
}

/// Runs `demo` until it is stopped.
///
/// # Errors
/// When the address is taken or the folder cannot be written.
pub async fn run(args: DemoArgs) -> Result<ExitCode> {
    if let Some(folder) = &args.into {
        return keep(&args, folder).await;
    }
    let listener = serve::reserve(args.listen).await?;
    let alone = OneCore::keep();
    let folder = throw_away().context("cannot make a throw-away folder")?;
    let config = config(&args, folder.path())?;
    let clock = Arc::new(DemoClock::new(Arc::new(SystemClock), START));
    let opened = open(&config, clock.clone(), Arc::new(SystemRandom), Opening::Serve).await?;
    let mut p = opened.platform.clone();
    // Ids come from the seed as well, and with them what is drawn from them: the same desk on every
    // machine. Keys, links and sessions stay as unguessable as anywhere.
    p.ids = Arc::new(IdSource::new(Box::new(SeededRandom::new(args.seed))));
    let (stop, stopped) = watch::channel(false);
    serve::stop_when_asked(stop);
    complain(&format!("making Brekkesund, {} conversations …", args.conversations));
    let size = Size::of(args.conversations);
    let building = stage::build(&p, clock.clone(), args.seed, size, serve::workers(), stopped.clone());
    let mut asked = stopped.clone();
    let (driver, life) = tokio::select! {
        built = Box::pin(building) => built?,
        // Leaving here deletes the folder, as at any other end.
        _ = asked.wait_for(|stop| *stop) => return Ok(ExitCode::SUCCESS),
    };
    drop(alone);
    let newcomer = driver.colleague(NEWCOMER).context("the newcomer has no account")?.id.clone();
    // Found only now: another program could have taken it while the past was made.
    let door = free_address()?;
    let config = Config { lmtp: Some(door), ..config };
    let (director, orders) = Director::new(driver, life, clock.clone(), door);
    let bar = Arc::new(Bar::new(clock, orders));
    let directing = tokio::spawn(director.run(stopped.clone()));
    welcome(&p, &args, &newcomer).await?;
    let routes = routes::all().merge(bar::routes(bar.clone()));
    serve::run(p, &config, listener, routes, Some(bar), stopped).await?;
    directing.await.context("the demo's people broke")??;
    Ok(ExitCode::SUCCESS)
}

/// Makes the business in a folder that stays, and serves nothing.
async fn keep(args: &DemoArgs, folder: &Path) -> Result<ExitCode> {
    if std::fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(Fault::new(format!(
            "{} is not empty. Nothing was changed. Name a folder that is empty or not there yet",
            folder.display()
        )));
    }
    let _alone = OneCore::keep();
    let clock = Arc::new(DemoClock::new(Arc::new(SystemClock), START));
    let opened = open(&config(args, folder)?, clock.clone(), Arc::new(SystemRandom), Opening::Serve).await?;
    let mut p = opened.platform.clone();
    p.ids = Arc::new(IdSource::new(Box::new(SeededRandom::new(args.seed))));
    complain(&format!("making Brekkesund, {} conversations …", args.conversations));
    let (stop, stopped) = watch::channel(false);
    let size = Size::of(args.conversations);
    let building = stage::build(&p, clock, args.seed, size, serve::workers(), stopped);
    let built = Box::pin(building).await.map(drop);
    let _nobody_waits = stop.send(true);
    built?;
    say(&folder.display().to_string());
    Ok(ExitCode::SUCCESS)
}

/// A folder that goes when the demo ends: in memory where that is a folder, since nothing of it is to
/// stay and its thousands of commits then wait for no disk; else, or when TMPDIR says where, on disk.
fn throw_away() -> std::io::Result<tempfile::TempDir> {
    let mut folder = tempfile::Builder::new();
    let folder = folder.prefix("tillit-demo-");
    if std::env::var_os("TMPDIR").is_none()
        && let Ok(made) = folder.tempdir_in("/dev/shm")
    {
        return Ok(made);
    }
    folder.tempdir()
}

fn config(args: &DemoArgs, folder: &Path) -> Result<Config> {
    let (data, listen) = (Some(folder.to_owned()), Some(args.listen));
    let options = Options { data, listen, api_requests: args.api_requests, ..Options::default() };
    Ok(Config { demo: true, ..Config::decide(options)? })
}

/// A loopback port that nobody uses right now.
fn free_address() -> Result<SocketAddr> {
    let socket = TcpListener::bind(("127.0.0.1", 0)).context("no loopback port is free")?;
    Ok(socket.local_addr()?)
}

/// Prints the one link that lets the newcomer in, and opens it where there is a desktop.
async fn welcome(p: &Platform, args: &DemoArgs, newcomer: &StaffId) -> Result<()> {
    let mut tx = p.begin().await?;
    let link = staff::issue(&mut tx, p, newcomer, Purpose::Console).await?;
    tx.commit().await?;
    say(&link);
    let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if desktop && !args.no_browser {
        // Without a browser the link is still there to be followed.
        let _ = Command::new("xdg-open").arg(&link).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
    Ok(())
}
