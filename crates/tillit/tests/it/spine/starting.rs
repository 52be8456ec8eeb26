//! Starting where another program listens.

use std::net::TcpListener;

use crate::harness::Outcome;
use crate::harness::place::tillit;

#[test]
fn an_address_in_use_is_told_before_anything_is_made() -> Outcome {
    let other = TcpListener::bind("127.0.0.1:0")?;
    let address = other.local_addr()?.to_string();
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    for arguments in [vec!["demo", "--no-browser"], vec!["serve", "--data", data.to_str().unwrap_or_default()]] {
        let ended = tillit().args(&arguments).args(["--listen", &address]).output()?;
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains(&format!("cannot listen at {address}; choose another address with --listen")), "{said}");
        assert!(!said.contains("making Brekkesund") && ended.stdout.is_empty(), "{said}");
    }
    assert!(!data.exists(), "a folder was made for nothing");
    Ok(())
}
