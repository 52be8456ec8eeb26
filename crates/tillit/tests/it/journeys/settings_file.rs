//! The settings as one file: brought with a mistake, put right, looked at, taken in, taken back.

use super::desk::Desk;
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_settings_is_looked_at_taken_in_and_taken_back() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "owner", "en").await? else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("settings.json");
    let here = desk.server.url("/settings/file");
    browser.goto(&here).await?;
    browser.wait_for_text("Not in it").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    std::fs::write(&file, "{ \"format\": ")?;
    browser.type_into("#file", &file.to_string_lossy()).await?;
    browser.click_role("button", "Look at it").await?;
    browser.wait_for_text("This is not JSON").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    let wrong = r#"{"format": "tillit-settings", "edition": 1, "times": {"first_reply_hours": 0}}"#;
    std::fs::write(&file, wrong)?;
    browser.type_into("#file", &file.to_string_lossy()).await?;
    browser.click_role("button", "Look at it").await?;
    browser.wait_for_text("/times/first_reply_hours").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click_role("button", "Leave it").await?;

    let right = r#"{"format": "tillit-settings", "edition": 1, "times": {"first_reply_hours": 7},
        "departments": [{"name": "Sailmakers"}]}"#;
    std::fs::write(&file, right)?;
    browser.wait_for_text("Not in it").await?;
    browser.type_into("#file", &file.to_string_lossy()).await?;
    browser.click_role("button", "Look at it").await?;
    browser.wait_for_text("Nothing is changed yet").await?;
    browser.wait_for_text("Sailmakers").await?;
    browser.picture("settings-file-preview").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.click_role("button", "Take it in").await?;
    browser.wait_for_text("Taken in").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.goto(&desk.server.url("/settings/departments")).await?;
    browser.wait_for_text("Sailmakers").await?;
    browser.goto(&here).await?;
    browser.wait_for_text("Taken in so far").await?;
    browser.picture("settings-file").await?;
    // What was refused on purpose is told there, too.
    let errors = browser.console_errors().await?;
    assert!(errors.iter().all(|error| error.contains("422")), "{errors:?}");
    browser.quit().await
}
