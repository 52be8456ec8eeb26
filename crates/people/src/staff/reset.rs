//! A forgotten password. Asking leaves a job and nothing else, whether or not the address is known: the
//! work, the answer and the time it takes tell nobody who has an account (T25).

use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx, args};
use serde::{Deserialize, Serialize};

use super::links::{self, Purpose};
use super::store;
use crate::person::fold_address;
use crate::system_mail::{self, SystemMail};

/// The kind of job that [`send_reset`] does, in the lane [`system_mail::LANE`].
pub const RESET: &str = "staff.reset";

#[derive(Serialize, Deserialize)]
struct Asked {
    email: String,
}

/// Leaves word that somebody forgot the password of `email`. Asked twice at once, it is done once.
///
/// # Errors
/// When the job cannot be written.
pub async fn ask_for_reset(tx: &mut Tx, email: &str) -> Result<()> {
    let email = fold_address(email);
    let key = format!("reset:{email}");
    let payload = serde_json::to_string(&Asked { email })?;
    tx.enqueue(NewJob::new(system_mail::LANE, RESET).key(key).payload(payload)).await
}

/// Mails a link for a new password, when the address is that of a colleague who may enter.
///
/// # Errors
/// When the tables cannot be used, or the job is not one of ours.
pub async fn send_reset(p: Platform, job: Job) -> Result<(), Failure> {
    let asked: Asked = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(Fault::from(error)))?;
    let mut tx = p.begin().await?;
    let staff = store::by_email(&mut tx, &asked.email).await?;
    if let Some(staff) = staff.filter(|staff| staff.disabled_at.is_none()) {
        let link = links::issue(&mut tx, &p, &staff.id, Purpose::Reset).await?;
        let say = p.i18n.to(staff.language);
        let mail = SystemMail {
            subject: say.text("mail-reset-subject"),
            text: say.with("mail-reset-text", args![name = &staff.name, link = &link]),
            to: staff.email,
            language: staff.language,
        };
        system_mail::send(&mut tx, &mail).await?;
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}
