//! Conversations of another system, from a file to the inbox.

use super::desk::Desk;
use crate::harness::Outcome;

const FILE: &str = "number,subject,state,customer name,customer email,kind,at,author name,text\n\
    HELP-17,The tent leaks,open,Ines Sandvik,ines@home.example,,2024-03-01 10:00,,My tent leaks at the seam.\n\
    HELP-17,The tent leaks,open,Ines Sandvik,ines@home.example,reply,2024-03-02 12:00,Per Berg,Which seam is it?\n\
    HELP-17,The tent leaks,open,Ines Sandvik,ines@home.example,,2024-03-03 09:00,,The one at the door.\n\
    ,No number,,,ola@home.example,,2024-03-01,,Nobody knows me again.\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_system_becomes_conversations_that_are_found_by_their_old_numbers() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "owner", "en").await? else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("tickets.csv");
    std::fs::write(&file, FILE)?;
    browser.goto(&desk.server.url("/settings/moving")).await?;
    browser.wait_for_text("Take in what was said in another system").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    browser.fill("What the other system is called", "Old desk").await?;
    browser.type_into("#file", &file.to_string_lossy()).await?;
    browser.click_role("button", "Look at it").await?;
    browser.wait_for_text("Nothing is written yet").await?;
    browser.wait_for_text("Has no number").await?;
    browser.picture("moving-preview").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.click_role("button", "Take all of it in").await?;
    browser.wait_for_text("Records that were refused").await?;
    browser.wait_for_text("What became of every record").await?;
    browser.picture("moving-done").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);

    browser.goto(&desk.server.url("/search?q=HELP-17")).await?;
    browser.wait_for_text("The tent leaks").await?;
    browser.goto(&desk.server.url("/c/1001")).await?;
    browser.wait_for_text("Old desk HELP-17").await?;
    browser.wait_for_text("The one at the door.").await?;
    browser.wait_for_text("Per Berg").await?;
    assert!(browser.axe().await?.is_empty(), "{:?}", browser.axe().await?);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    assert!(desk.sink.kept().is_empty(), "nobody is written to");
    browser.quit().await
}
