//! Gives memory back that nobody needs any more: of what starting and busy times took, and of what a large page took.
//!
//! The allocator keeps what was freed for a second, and looks whether that second is over when a thread ends. Threads of
//! a server that has nothing to do do not end.

use std::time::Duration;

use platform::Result;
use tokio::sync::watch;

/// How often.
const LOOK: Duration = Duration::from_secs(15);
/// A thread that never had memory looks after none, in bytes.
const SOME: usize = 64 * 1024;

/// Has the allocator look again and again, until it is stopped.
///
/// # Errors
/// Never: a system without a thread to spare has other troubles.
pub async fn run(mut stopped: watch::Receiver<bool>) -> Result<()> {
    while !*stopped.borrow() {
        tokio::select! {
            _ = stopped.changed() => {}
            () = tokio::time::sleep(LOOK) => {
                let _looked = std::thread::Builder::new().name("lean".to_owned()).spawn(|| {
                    drop(std::hint::black_box(Vec::<u8>::with_capacity(SOME)));
                });
            }
        }
    }
    Ok(())
}
