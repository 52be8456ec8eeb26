//! `tillit mail`: mail without a listener. The pipe, the importer, and «what would happen?».

use std::io::Read as _;
use std::path::PathBuf;
use std::process::ExitCode;

use channels::journal::{Arrival, Journal, Source};
use clap::Args;
use platform::{Context, Fault, Result};

use super::visit;
use crate::cli::{Place, complain, say};
use crate::progress;

/// What a mail server's pipe understands as «try again later» (`sysexits.h`, EX_TEMPFAIL).
const TRY_AGAIN: u8 = 75;
/// «This will never do» (`sysexits.h`, EX_DATAERR).
const NEVER: u8 = 65;

/// Arguments of `mail accept`.
#[derive(Args)]
pub struct AcceptArgs {
    #[command(flatten)]
    place: Place,
    /// Envelope sender, as the mail server knows it
    #[arg(long, default_value = "")]
    from: String,
    /// Envelope recipient; may be given several times
    #[arg(long)]
    to: Vec<String>,
}

/// Arguments of `mail import`.
#[derive(Args)]
pub struct ImportArgs {
    #[command(flatten)]
    place: Place,
    /// An mbox file, a maildir or a folder of .eml files
    path: PathBuf,
}

/// Arguments of `mail explain`.
#[derive(Args)]
pub struct ExplainArgs {
    #[command(flatten)]
    place: Place,
    /// The message; - for standard input
    file: PathBuf,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// `mail accept`: ends with 0 once the bytes are durable.
///
/// # Errors
/// Never: what goes wrong is the mail server's to try again.
pub async fn accept(args: AcceptArgs) -> Result<ExitCode> {
    match accept_bytes(args).await {
        Ok(code) => Ok(code),
        Err(fault) => {
            complain(&format!("{}; nothing was taken in, try again later", fault.chain()));
            Ok(ExitCode::from(TRY_AGAIN))
        }
    }
}

async fn accept_bytes(args: AcceptArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    let most = config.mail_max;
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(most as u64 + 1);
    input.read_to_end(&mut bytes).context("standard input cannot be read")?;
    let p = visit(&config).await?.platform;
    let journal = Journal::start(p.clone());
    let arrival = Arrival {
        source: Source::Pipe,
        envelope_from: args.from,
        envelope_to: args.to,
        peer: String::new(),
        mailbox: None,
    };
    if bytes.len() > most {
        journal.refuse(&arrival, bytes.len(), "larger than mails may be").await?;
        complain(&format!("the message is larger than {most} bytes; it was refused and listed"));
        return Ok(ExitCode::from(NEVER));
    }
    if bytes.is_empty() {
        complain("there was no message on standard input");
        return Ok(ExitCode::from(NEVER));
    }
    journal.accept(bytes, arrival).await?;
    Ok(ExitCode::SUCCESS)
}

/// `mail import`.
///
/// # Errors
/// When the path holds no mail or the data cannot be opened. What was taken in stays; starting again
/// goes on where it stopped.
pub async fn import(args: ImportArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    let p = visit(&config).await?.platform;
    let journal = Journal::start(p.clone());
    let mails = channels::import::open(&args.path)?;
    let bar = progress::bar(mails.total());
    let report = channels::import::run(&journal, mails, config.mail_max, |done| bar.set_position(done)).await?;
    bar.finish_and_clear();
    let told = format!(
        "{} mails: {} new, {} already here, {} too large",
        report.new + report.known + report.too_large,
        report.new,
        report.known,
        report.too_large
    );
    say(&told);
    if report.new > 0 {
        complain("they become conversations as soon as the server runs; nobody is written to");
    }
    Ok(ExitCode::SUCCESS)
}

/// `mail explain`: what would become of a message, and why. Nothing is written.
///
/// # Errors
/// When the file cannot be read or the data cannot be opened.
pub async fn explain(args: ExplainArgs) -> Result<ExitCode> {
    let bytes = if args.file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        bytes
    } else {
        std::fs::read(&args.file)
            .map_err(|error| Fault::because(format!("cannot read {}", args.file.display()), error))?
    };
    let p = visit(&args.place.config()?).await?.platform;
    let explanation = channels::process::explain(&p, &bytes).await?;
    if args.json {
        say(&serde_json::to_string_pretty(&explanation)?);
    } else {
        say(&explanation.to_string());
    }
    Ok(ExitCode::SUCCESS)
}
