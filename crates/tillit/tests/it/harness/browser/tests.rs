//! The browser, tried on pages of our own under the content policy the product uses. Needs no product.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};

use super::*;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Trial</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>Trial</h1>
<p id="state">waiting</p>
<form action="/next"><label for="who">Who</label> <input id="who" name="who" value="old"><button>Go on</button></form>
<button hidden>Hidden</button> <button aria-label="Ring">R</button> <button>Twin</button> <button>Twin</button>
<a href="/next">Next page</a></main></body></html>"#;

const BAD_PAGE: &str = r#"<html><head><title>Bad</title></head><body><main><h1>Bad</h1><img src="/gone.png">
<button style="color:red" onclick="go()"></button></main></body></html>"#;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Serves the two pages for as long as the test process lives.
fn serve_pages() -> Outcome<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        for mut peer in listener.incoming().flatten() {
            let mut request = [0; 4096];
            let length = peer.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            let (status, page) = match request.split(' ').nth(1).unwrap_or_default() {
                "/" => ("200 OK", PAGE),
                "/bad" => ("200 OK", BAD_PAGE),
                path if path.starts_with("/next") => ("200 OK", "<title>Next</title><h1>Arrived</h1>"),
                _ => ("404 Not Found", "gone"),
            };
            let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close");
            let _gone = write!(peer, "{head}\r\nContent-Security-Policy: {POLICY}\r\n\r\n{page}");
        }
    });
    Ok(format!("http://{address}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_found_and_used_by_names() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let site = serve_pages()?;
    browser.goto(&format!("{site}/")).await?;
    assert!(browser.text().await?.contains("waiting"));
    assert_eq!(browser.find_by_role("heading", "Trial").await?.tag_name().await?, "h1");
    assert_eq!(browser.find_by_role("button", "Ring").await?.text().await?, "R");
    assert!(browser.find_by_role("button", "Twin").await.is_err(), "two of a name are no name");
    browser.fill("Who", "Kari").await?;
    browser.type_into("#who", " Nordmann").await?;
    browser.click_role("button", "Go on").await?;
    browser.wait_for_text("Arrived").await?;
    assert!(browser.url().await?.ends_with("/next?who=Kari+Nordmann"));
    browser.driver().back().await?;
    browser.click_text("Next page").await?;
    browser.wait_for_text("Arrived").await?;
    browser.goto(&format!("{site}/")).await?;
    browser.click("#who").await?;
    browser.press(Key::Enter + "").await?;
    browser.wait_for_text("Arrived").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_and_the_console_find_what_is_wrong_under_a_strict_policy() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let site = serve_pages()?;
    browser.goto(&format!("{site}/")).await?;
    assert_eq!(browser.axe().await?, []);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.goto(&format!("{site}/bad")).await?;
    let broken = browser.axe().await?;
    for rule in ["html-has-lang", "image-alt", "button-name"] {
        let violation = broken.iter().find(|violation| violation.id == rule).ok_or(rule)?;
        assert!(!violation.help.is_empty() && !violation.places.is_empty(), "{violation:?}");
    }
    let errors = browser.console_errors().await?.join("\n");
    assert!(errors.contains("404") && errors.contains("Content Security Policy"), "{errors}");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_is_a_phone_or_a_desk_light_or_dark() -> Outcome {
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    browser.goto(&format!("{}/", serve_pages()?)).await?;
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(browser.js("return innerWidth", &[]).await?, 1280);
    browser.viewport(390, 844).await?;
    assert_eq!(browser.js("return innerHeight", &[]).await?, 844);
    assert_eq!(browser.js(dark, &[]).await?, false);
    browser.prefers("dark", true).await?;
    browser.wait_for_js(dark).await?;
    browser.wait_for_js("return matchMedia('(prefers-reduced-motion: reduce)').matches").await?;
    browser.offline(true).await?;
    browser.wait_for_js("return !navigator.onLine").await?;
    browser.offline(false).await?;
    browser.wait_for_js("return navigator.onLine").await?;
    let picture = browser._profile.path().join("screen.png");
    browser.screenshot(&picture).await?;
    assert!(std::fs::read(picture)?.starts_with(b"\x89PNG"));
    Ok(())
}

#[test]
fn the_port_is_read_from_the_drivers_first_words() {
    assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
    assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
}
