//! Customers from another program: a table is looked at, taken in, and every row is told of.

use super::desk::Desk;
use crate::harness::Outcome;

const TABLE: &str = "Name;E-mail;Telephone;Anything\r\nNils Vik;nils@home.example;+47 912 34 567;x\r\n\
                     Åse Lund;ase@home.example;;y\r\n;not an address;;z\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_looked_at_taken_in_and_every_row_is_told_of() -> Outcome {
    let desk = Desk::open(0).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("customers.csv");
    std::fs::write(&file, TABLE)?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    browser.goto(&desk.server.url("/customers/import")).await?;
    browser.type_into("input[type=file]", &file.to_string_lossy()).await?;
    browser.click_role("button", "Look at it").await?;
    browser.wait_for_text("Nothing is written yet.").await?;
    for text in ["Nils Vik", "Åse Lund", "Refused"] {
        browser.wait_for_text(text).await?;
    }
    assert_eq!(browser.axe().await?, vec![]);

    browser.click_role("button", "Take all of it in").await?;
    browser.wait_for_text("Done").await?;
    browser.wait_for_text("Rows that were refused").await?;
    let counts = "return [...document.querySelectorAll('#import dl.facts dd')].map(one => one.textContent).join()";
    assert_eq!(browser.js(counts, &[]).await?, "2,0,0,1");
    assert_eq!(browser.axe().await?, vec![]);
    let report = "const link = document.querySelector('#import a[download]').href; \
                  return fetch(link).then(answer => answer.text())";
    let report = browser.js(report, &[]).await?;
    assert!(report.as_str().is_some_and(|text| text.lines().count() == 4), "{report}");

    browser.goto(&desk.server.url("/customers")).await?;
    browser.click_role("link", "Nils Vik").await?;
    browser.find("#customer").await?;
    browser.wait_for_text("nils@home.example").await?;
    // They were taken in, and have not written.
    browser.wait_for_text("Nils Vik was added").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}
