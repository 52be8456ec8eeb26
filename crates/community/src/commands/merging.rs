//! Two customers who became one are one in the community, too; taken apart, each has again what was theirs.

use people::PersonId;
use people::merging::{self, Followed};
use platform::jobs::{self, Failure, Job};
use platform::{Fault, Platform};

use crate::store;

/// Does in the community what was done to two customers. Done twice, it is done once.
///
/// # Errors
/// When the tables cannot be used, or the job is not one of ours.
pub async fn follow_merge(p: Platform, job: Job) -> Result<(), Failure> {
    let it: Followed = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(Fault::from(error)))?;
    let mut tx = p.begin().await?;
    // What was done and undone meanwhile needs nothing.
    let now: PersonId = merging::where_merged(&mut tx, &it.source).await?;
    if now == it.source {
        store::take_apart(&mut tx, &it.source, &it.target).await?;
    } else {
        store::unite(&mut tx, &it.source, &it.target).await?;
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}
