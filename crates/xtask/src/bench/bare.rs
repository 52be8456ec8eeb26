//! References: what the same machine does with the same libraries and nothing of ours around them.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use platform::{Db, vals};

use crate::crash::Outcome;

/// Size of the bare page.
pub const PAGE: usize = 30 * 1024;

/// Serves a page of letters until it is killed; in a process of its own, so that its processor time is its own.
pub fn serve(listen: SocketAddr) -> Outcome {
    let page: String = "<p>All's well that ends well.</p>\n".chars().cycle().take(PAGE).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let routes = Router::new().route("/", get(move || std::future::ready(Html(page.clone()))));
        axum::serve(tokio::net::TcpListener::bind(listen).await?, routes).await?;
        Ok(())
    })
}

/// The bare page's server; ends with this.
pub struct Bare {
    child: Child,
    /// Where it is reached.
    pub at: SocketAddr,
}

impl Bare {
    /// Starts it and waits until it answers.
    pub fn start() -> Outcome<Self> {
        let at = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["bench", "bare-page", "--listen", &at.to_string()]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let bare = Self { child, at };
        let begun = Instant::now();
        while std::net::TcpStream::connect(at).is_err() {
            if begun.elapsed().as_secs() > 10 {
                return Err("the bare page is not served".into());
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        Ok(bare)
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// How many small transactions a second reach the disk, one after the other, in a database of our settings.
pub fn commits(folder: &Path, seconds: u64) -> Outcome<f64> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let path = folder.join("commits.db");
    let done = runtime.block_on(async {
        let db = Db::sqlite(&path).await.map_err(|fault| fault.chain())?;
        let make = "CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT NOT NULL)".to_owned();
        platform::testing::write(&db, [(make, vec![])]).await.map_err(|fault| fault.chain())?;
        let (begun, mut count) = (Instant::now(), 0_u32);
        while begun.elapsed().as_secs() < seconds {
            let one = ("INSERT INTO line (text) VALUES ($1)".to_owned(), vals!["A line that must not be lost."]);
            platform::testing::write(&db, [one]).await.map_err(|fault| fault.chain())?;
            count += 1;
        }
        let pace = f64::from(count) / begun.elapsed().as_secs_f64();
        db.close().await.map_err(|fault| fault.chain())?;
        Ok::<f64, String>(pace)
    })?;
    for end in ["", "-wal", "-shm"] {
        let _not_there = std::fs::remove_file(folder.join(format!("commits.db{end}")));
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_counted_and_nothing_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(commits(folder.path(), 1).expect("counted") > 0.5);
        assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 0);
    }
}
