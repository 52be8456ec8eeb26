//! `tillit user`: colleagues from the operator's console. For the first one there is no desk yet.

use std::process::ExitCode;

use base::{Actor, Language, Role, Scope};
use clap::{Args, Subcommand};
use people::staff::{self, NewStaff, Purpose, Staff};
use people::{Failure, Refusal, second};
use platform::{Conn, Fault, Platform, Result};

use super::visit;
use crate::cli::{Place, complain, say};

/// Arguments of `user`.
#[derive(Args)]
pub struct UserArgs {
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Subcommand)]
enum UserCommand {
    /// Add a colleague and print a link that lets them in once, within the hour
    Add(AddArgs),
    /// Print a link that lets an existing colleague in once, within the hour
    Link(OneArgs),
    /// List colleagues
    List(ListArgs),
    /// Shut a colleague out; their sessions end at once
    Disable(OneArgs),
    /// Let a disabled colleague in again
    Enable(OneArgs),
    /// Turn off the second factor of a colleague who lost phone and recovery codes
    SecondOff(OneArgs),
}

#[derive(Args)]
struct AddArgs {
    #[command(flatten)]
    place: Place,
    /// What they are called
    #[arg(long)]
    name: String,
    /// Their address
    #[arg(long)]
    email: String,
    /// What they may do: admin or agent [default: admin for the first, else agent]
    #[arg(long, value_parser = role)]
    role: Option<Role>,
    /// Language of their desk: en, nb, sv, da or id
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Their time zone
    #[arg(long, default_value = "Europe/Oslo")]
    zone: String,
}

#[derive(Args)]
struct OneArgs {
    #[command(flatten)]
    place: Place,
    /// The colleague's address
    email: String,
}

#[derive(Args)]
struct ListArgs {
    #[command(flatten)]
    place: Place,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| "owner, admin, agent or light".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| "en, nb, sv, da or id".to_owned())
}

/// Runs `user`.
///
/// # Errors
/// When the data cannot be opened or the command is refused.
pub async fn run(args: UserArgs) -> Result<ExitCode> {
    match args.command {
        UserCommand::Add(args) => add(args).await,
        UserCommand::Link(args) => link(args).await,
        UserCommand::List(args) => list(args).await,
        UserCommand::Disable(args) => switch(args, false).await,
        UserCommand::Enable(args) => switch(args, true).await,
        UserCommand::SecondOff(args) => second_off(args).await,
    }
}

async fn add(args: AddArgs) -> Result<ExitCode> {
    let p = visit(&args.place.config()?).await?.platform;
    let mut tx = p.begin().await?;
    let first = staff::is_empty(&mut tx).await?;
    let role = args.role.unwrap_or(if first { Role::Owner } else { Role::Agent });
    let new = NewStaff { name: args.name, email: args.email, role, language: args.language, zone: args.zone };
    let colleague = staff::add(&mut tx, &Actor::System, new).await.map_err(|failure| explain(&p, failure))?;
    let link = staff::issue(&mut tx, &p, &colleague.id, Purpose::Console).await?;
    tx.commit().await?;
    say(&link);
    complain(&format!(
        "{} can sign in with this link once, within the hour; then a password can be chosen",
        colleague.name
    ));
    Ok(ExitCode::SUCCESS)
}

async fn link(args: OneArgs) -> Result<ExitCode> {
    let p = visit(&args.place.config()?).await?.platform;
    let mut tx = p.begin().await?;
    let colleague = find(&mut tx, &args.email).await?;
    let link = staff::issue(&mut tx, &p, &colleague.id, Purpose::Console).await?;
    tx.commit().await?;
    say(&link);
    Ok(ExitCode::SUCCESS)
}

async fn list(args: ListArgs) -> Result<ExitCode> {
    let p = visit(&args.place.config()?).await?.platform;
    let all = staff::all(&mut p.db.read().await?, &Scope::All).await?;
    if args.json {
        let rows: Vec<_> = all
            .iter()
            .map(|s| {
                serde_json::json!({ "id": s.id, "name": s.name, "email": s.email, "role": s.role,
                    "language": s.language, "disabled": s.disabled_at.is_some() })
            })
            .collect();
        say(&serde_json::to_string_pretty(&rows)?);
        return Ok(ExitCode::SUCCESS);
    }
    for s in all {
        let off = if s.disabled_at.is_some() { "  (disabled)" } else { "" };
        say(&format!("{:<8} {} <{}>{off}", s.role.code(), s.name, s.email));
    }
    Ok(ExitCode::SUCCESS)
}

async fn switch(args: OneArgs, on: bool) -> Result<ExitCode> {
    let p = visit(&args.place.config()?).await?.platform;
    let mut tx = p.begin().await?;
    let colleague = find(&mut tx, &args.email).await?;
    let done = if on {
        staff::enable(&mut tx, &Actor::System, &colleague.id).await
    } else {
        staff::disable(&mut tx, &Actor::System, &colleague.id).await
    };
    done.map_err(|failure| explain(&p, failure))?;
    tx.commit().await?;
    Ok(ExitCode::SUCCESS)
}

async fn second_off(args: OneArgs) -> Result<ExitCode> {
    let p = visit(&args.place.config()?).await?.platform;
    let mut tx = p.begin().await?;
    let colleague = find(&mut tx, &args.email).await?;
    if let Err(failure) = second::turn_off(&mut tx, &p, &Actor::System, &colleague.id, None).await {
        return Err(match failure {
            Failure::Refused(Refusal::NotFound) => Fault::new(format!("{} has no second factor", colleague.name)),
            other => explain(&p, other),
        });
    }
    tx.commit().await?;
    Ok(ExitCode::SUCCESS)
}

async fn find(conn: &mut Conn, email: &str) -> Result<Staff> {
    let found = staff::by_email(conn, email).await?;
    found.ok_or_else(|| Fault::new(format!("no colleague has the address {email}; see: tillit user list")))
}

fn explain(p: &Platform, failure: Failure) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::new(p.i18n.to(Language::En).text(refusal.message())),
        Failure::Fault(fault) => fault,
    }
}
