//! `GET /health`: whether this process can serve, part by part. For machines that ask every few seconds, so it says no
//! more than which part is not well, and nothing that a stranger could use.

use std::path::Path;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use platform::Platform;
use serde_json::{Map, Value, json};

/// With less than this left on its disk a database soon refuses to write.
const LEAST_BYTES: u64 = 64 * 1024 * 1024;

/// Answers 200 when all parts are well, else 503.
pub async fn show(State(p): State<Platform>) -> (StatusCode, Json<Value>) {
    let database = match p.db.read().await {
        Ok(mut conn) => conn.one("SELECT 1 AS n", vec![]).await.is_ok(),
        Err(_) => false,
    };
    let parts = [("database", database), ("files", p.blobs.folder().is_dir()), ("space", has_space(p.blobs.folder()))];
    let well = parts.iter().all(|(_, well)| *well);
    let word = |well: bool| if well { "ok" } else { "failing" };
    let parts: Map<String, Value> = parts.iter().map(|(name, well)| ((*name).to_owned(), json!(word(*well)))).collect();
    let status = if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "status": word(well), "parts": parts })))
}

/// A disk that does not say how much is left is not blamed.
fn has_space(folder: &Path) -> bool {
    rustix::fs::statvfs(folder).map_or(true, |disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= LEAST_BYTES)
}

#[cfg(test)]
mod tests {
    use platform::testing::on_both_engines;

    use super::*;

    #[test]
    fn health_names_the_part_that_is_not_well() {
        on_both_engines(&crate::open::migrations(), |test| async move {
            let p = test.platform;
            let (status, Json(answer)) = show(State(p.clone())).await;
            let parts = json!({ "database": "ok", "files": "ok", "space": "ok" });
            assert_eq!((status, answer), (StatusCode::OK, json!({ "status": "ok", "parts": parts })));
            std::fs::remove_dir_all(p.blobs.folder()).expect("taken away");
            let (status, Json(answer)) = show(State(p.clone())).await;
            assert_eq!((status, &answer["parts"]["files"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("failing")));
            p.db.clone().close().await.expect("closed");
            let (status, Json(answer)) = show(State(p)).await;
            assert_eq!((status, &answer["parts"]["database"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("failing")));
            assert_eq!(answer["status"], "failing");
        });
    }
}
