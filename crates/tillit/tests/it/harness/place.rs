//! Where a test runs: an engine, an empty database of its own, a data folder of its own.

use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::process::Command;

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use super::{Outcome, skip};

/// Which database the product runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The file in the data folder.
    Sqlite,
    /// The server that `TILLIT_TEST_POSTGRES` names.
    Postgres,
}

/// An empty place; what was written there is gone after the test.
pub struct Place {
    engine: Engine,
    data: TempDir,
    database: Option<PostgresDatabase>,
}

struct PostgresDatabase {
    server: String,
    name: String,
}

/// Makes two tests out of one body, one for each engine: `name::on_sqlite` and `name::on_postgresql`.
///
/// ```text
/// both_engines! {
///     async fn a_mail_becomes_a_conversation(place: Place) -> Outcome { … }
/// }
/// ```
macro_rules! both_engines {
    ($(async fn $name:ident($place:ident: Place) -> Outcome $body:block)+) => { $(
        mod $name {
            use super::*;

            async fn body($place: $crate::harness::place::Place) -> $crate::harness::Outcome $body

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() -> $crate::harness::Outcome {
                Box::pin(body($crate::harness::place::Place::sqlite()?)).await
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgresql() -> $crate::harness::Outcome {
                let Some(place) = $crate::harness::place::Place::postgres().await? else { return Ok(()) };
                Box::pin(body(place)).await
            }
        }
    )+ };
}

impl Place {
    /// A data folder, and nothing else.
    pub fn sqlite() -> Outcome<Self> {
        Ok(Self { engine: Engine::Sqlite, data: folder()?, database: None })
    }

    /// A data folder and a fresh database on the server for tests; None, and said, where there is no server.
    pub async fn postgres() -> Outcome<Option<Self>> {
        let Ok(server) = std::env::var("TILLIT_TEST_POSTGRES") else {
            skip("PostgreSQL", "TILLIT_TEST_POSTGRES is not set");
            return Ok(None);
        };
        let name = format!("tillit_it_{:016x}", RandomState::new().hash_one(std::process::id()));
        run_on(&server, &format!("CREATE DATABASE {name}")).await?;
        let database = Some(PostgresDatabase { server, name });
        Ok(Some(Self { engine: Engine::Postgres, data: folder()?, database }))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder for `--data`.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// The address for `--database`; None on SQLite, whose file lies in the data folder.
    pub fn database(&self) -> Option<String> {
        self.database.as_ref().map(PostgresDatabase::url)
    }

    /// The product's command line at this place, such as `user` or `check`; nothing of our own environment leaks in.
    pub fn tillit(&self, arguments: &[&str]) -> Command {
        let mut command = tillit();
        command.args(arguments).arg("--data").arg(self.data());
        if let Some(url) = self.database() {
            command.arg("--database").arg(url);
        }
        command
    }
}

/// The product, with a clean environment.
pub fn tillit() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tillit"));
    command.env("NO_COLOR", "1");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("TILLIT_") {
            command.env_remove(name);
        }
    }
    command
}

impl PostgresDatabase {
    fn url(&self) -> String {
        with_database(&self.server, &self.name)
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // Own thread and runtime, since a drop cannot wait in the test's. The whole cluster goes at the end of the
        // run, so a database that stays is no harm.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
            runtime.block_on(run_on(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).ok()
        });
        let _stays = dropping.join();
    }
}

fn folder() -> Outcome<TempDir> {
    Ok(tempfile::Builder::new().prefix("tillit-it-").tempdir()?)
}

async fn run_on(url: &str, statement: &str) -> Outcome {
    let connection = Database::connect(url).await?;
    connection.execute_unprepared(statement).await?;
    Ok(connection.close().await?)
}

/// Same server, same parameters, other database.
fn with_database(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').map_or((server, None), |(one, two)| (one, Some(two)));
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/').map_or(address.len(), |at| authority + at);
    let parameters = parameters.map(|text| format!("?{text}")).unwrap_or_default();
    format!("{}/{name}{parameters}", &address[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    both_engines! {
        async fn a_place_is_empty_and_ones_own(place: Place) -> Outcome {
            assert_eq!(std::fs::read_dir(place.data())?.count(), 0);
            assert_eq!(place.database().is_some(), place.engine() == Engine::Postgres);
            let Some(url) = place.database() else { return Ok(()) };
            run_on(&url, "CREATE TABLE thing (id BIGINT)").await?;
            let other = Place::postgres().await?.and_then(|other| other.database()).ok_or("a second database")?;
            assert_ne!(url, other);
            Ok(())
        }
    }

    #[test]
    fn a_database_takes_the_place_of_another() {
        assert_eq!(with_database("postgres://a:b@h:1/postgres", "x"), "postgres://a:b@h:1/x");
        assert_eq!(with_database("postgres://a:b@h:1", "x"), "postgres://a:b@h:1/x");
        assert_eq!(with_database("postgres://h/p?sslmode=disable", "x"), "postgres://h/x?sslmode=disable");
    }

    #[test]
    fn the_product_is_called_with_its_place() {
        let place = Place::sqlite().expect("a folder");
        let command = place.tillit(&["check"]);
        let arguments: Vec<_> = command.get_args().map(|one| one.to_string_lossy().into_owned()).collect();
        assert_eq!(arguments, ["check", "--data", &place.data().to_string_lossy()]);
    }
}
