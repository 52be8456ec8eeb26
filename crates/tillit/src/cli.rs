//! The command line: what can be asked, and how answers and failures are told.
//!
//! What people asked for goes to standard output, everything else to standard error, so that scripts
//! can read the one and people the other.

use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use platform::{Context, Result};

use crate::commands;
use crate::config::{Config, Options};
use crate::operating::logging::Logging;

/// How long work on threads of its own may take to end when everything else has.
const LAST_WAIT: Duration = Duration::from_secs(3);

/// Customer support that keeps its word.
///
/// One program, one data folder, no other service. `tillit demo` opens a desk with a demo business;
/// `tillit serve` is the real thing.
#[derive(Parser)]
#[command(name = "tillit", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    logging: Logging,
}

#[derive(Subcommand)]
enum Command {
    /// Run the desk, the mail listeners and the workers
    Serve(Options),
    /// Open the desk of a demo business in a throw-away folder
    Demo(commands::demo::DemoArgs),
    /// Take in, import or explain mail
    Mail(Mail),
    /// Look whether the data is whole, and say what is not
    Check(commands::check::CheckArgs),
    /// Write everything into one file while the desk is running
    Backup(commands::backup::BackupArgs),
    /// Make a data folder or PostgreSQL database from a backup
    Restore(commands::backup::RestoreArgs),
    /// Write the whole business as files that other programs read
    Export(commands::export::ExportArgs),
    /// Make a data folder or PostgreSQL database from an export
    Import(commands::export::ImportArgs),
    /// Take conversations of another system in from a file; may be stopped and started again
    ImportConversations(commands::moving::MovingArgs),
    /// Take in articles of another help centre
    ImportArticles(commands::articles::ArticlesArgs),
    /// Write the settings into one file, or take them in from one
    Settings(commands::settings::SettingsArgs),
    /// Make the index of the search anew
    Search(commands::search::SearchArgs),
    /// Add, list, disable or let in colleagues
    User(commands::user::UserArgs),
}

#[derive(Args)]
struct Mail {
    #[command(subcommand)]
    command: MailCommand,
}

#[derive(Subcommand)]
enum MailCommand {
    /// Take in one message from standard input, as a mail server's pipe does
    ///
    /// Ends with 0 once the message is durable, with 75 when the mail server should try again later.
    Accept(commands::mail::AcceptArgs),
    /// Take in an mbox file, a maildir or a folder of .eml files; may be stopped and started again
    Import(commands::mail::ImportArgs),
    /// Say what would become of a message, and why; nothing is written
    Explain(commands::mail::ExplainArgs),
}

/// What every command on existing data needs.
#[derive(Args, Clone, Debug)]
pub struct Place {
    #[command(flatten)]
    options: Options,
}

impl Place {
    /// The decided configuration.
    ///
    /// # Errors
    /// When an option is not usable.
    pub fn config(&self) -> Result<Config> {
        Config::decide(self.options.clone())
    }
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = cli.logging.begin().and_then(|()| runtime.context("cannot start"));
    let done = runtime.and_then(|runtime| {
        let done = runtime.block_on(run(cli.command));
        // What was cut off must not keep the program from ending.
        runtime.shutdown_timeout(LAST_WAIT);
        done
    });
    match done {
        Ok(code) => code,
        Err(fault) => {
            complain(&fault.chain());
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve(options) => crate::serve::serve(Config::decide(options)?).await,
        Command::Demo(args) => commands::demo::run(args).await,
        Command::Mail(Mail { command: MailCommand::Accept(args) }) => commands::mail::accept(args).await,
        Command::Mail(Mail { command: MailCommand::Import(args) }) => commands::mail::import(args).await,
        Command::Mail(Mail { command: MailCommand::Explain(args) }) => commands::mail::explain(args).await,
        Command::Check(args) => commands::check::run(args).await,
        Command::Backup(args) => commands::backup::backup(args).await,
        Command::Restore(args) => commands::backup::restore(args).await,
        Command::Export(args) => commands::export::export(args).await,
        Command::Import(args) => commands::export::import(args).await,
        Command::ImportConversations(args) => commands::moving::run(args).await,
        Command::ImportArticles(args) => commands::articles::run(args).await,
        Command::Settings(args) => commands::settings::run(args).await,
        Command::Search(args) => commands::search::run(args).await,
        Command::User(args) => commands::user::run(args).await,
    }
}

/// Prints what was asked for.
#[expect(clippy::print_stdout, reason = "the one place where a command answers")]
pub fn say(line: &str) {
    println!("{line}");
}

/// Prints what went wrong, or what a person should know beside the answer.
#[expect(clippy::print_stderr, reason = "the one place where a command complains")]
pub fn complain(line: &str) {
    eprintln!("tillit: {line}");
}
