//! The business's logo, from a file to the top of its customers' pages.

use super::desk::Desk;
use crate::harness::Outcome;

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_chosen_and_stands_on_the_pages_of_customers() -> Outcome {
    let desk = Desk::open(0).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let (text, picture) = (folder.path().join("words.png"), folder.path().join("logo.png"));
    std::fs::write(&text, "no picture")?;
    // A picture of the desk itself, small enough for a logo.
    browser.viewport(400, 300).await?;
    browser.screenshot(&picture).await?;
    browser.viewport(1440, 900).await?;

    browser.goto(&desk.server.url("/settings/requests")).await?;
    browser.type_into("#picture", &text.to_string_lossy()).await?;
    browser.click_role("button", "Save the logo").await?;
    browser.wait_for_text("This is no PNG, JPEG or WebP that can be read.").await?;
    browser.type_into("#picture", &picture.to_string_lossy()).await?;
    browser.click_role("button", "Save the logo").await?;
    browser.wait_for_text("The logo is saved.").await?;
    assert_eq!(browser.axe().await?, vec![]);

    browser.goto(&desk.server.url("/my")).await?;
    browser.wait_for_js("return document.querySelector('img.logo')?.naturalWidth > 0").await?;
    assert_eq!(browser.axe().await?, vec![]);
    // The browser notes the answer 422; the page said what to mend.
    let errors = browser.console_errors().await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    browser.quit().await
}
