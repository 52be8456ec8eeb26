//! What comes attached: downloads and nothing else (T15), under names that lead nowhere (T20).

use std::path::Path;

use super::desk::{Desk, Page, values};
use super::letter::Letter;
use super::world::World;
use crate::harness::Outcome;

const MIA: &str = "mia@kunde.example";

async fn downloads(world: &World, conversation: &str) -> Outcome<Vec<Page>> {
    let page = world.desk.get(&format!("/conversations/{conversation}")).await?.text();
    let mut pages = Vec::new();
    for path in values(&page, "href", "/attachments/") {
        pages.push(world.desk.get(path).await?);
    }
    Ok(pages)
}

/// The whole name as browsers read it, decoded.
fn name(page: &Page) -> String {
    let whole = page.header("content-disposition").split("filename*=UTF-8''").nth(1).unwrap_or_default().to_owned();
    let field = format!("n={}", whole.replace('+', "%2B"));
    let decoded = url::form_urlencoded::parse(field.as_bytes()).next();
    decoded.map(|(_, name)| name.into_owned()).unwrap_or_default()
}

fn file_names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let mut names = vec![entry.file_name().to_string_lossy().into_owned()];
            names.extend(file_names(&entry.path()));
            names
        })
        .collect()
}

both_engines! {
    async fn whatever_is_attached_only_downloads(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let script = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        let files = [
            ("filename=a.svg", "image/svg+xml", script),
            ("filename=b.html", "text/html", "<script>alert(1)</script>"),
            ("filename=c.xml", "application/xhtml+xml", "<html/>"),
            ("filename=d.pdf", "application/pdf", "%PDF-1.4"),
            ("filename=e.js", "text/javascript", "alert(1)"),
        ];
        world.deliver(&Letter::new(MIA, "Vedlegg", "Se her").files(&files)).await?;
        let id = world.desk.find("Vedlegg").await?;
        let pages = downloads(&world, &id).await?;
        assert_eq!(pages.len(), files.len());
        for (page, (_, kind, bytes)) in pages.iter().zip(files) {
            assert_eq!((page.status, page.text().trim_end()), (200, bytes));
            let expected = if kind == "application/pdf" { kind } else { "application/octet-stream" };
            assert_eq!(page.header("content-type"), expected);
            assert!(page.header("content-disposition").starts_with("attachment;"));
            assert_eq!(page.header("x-content-type-options"), "nosniff");
            assert!(page.header("content-security-policy").starts_with("sandbox"));
            assert_eq!(page.header("cache-control"), "private, no-store");
            assert_eq!(page.header("set-cookie"), "");
        }
        let raw = values(&world.desk.get(&format!("/conversations/{id}")).await?.text(), "href", "/messages/")
            .iter().find(|path| path.ends_with("/raw.eml")).map(|path| (*path).to_owned()).ok_or("the mail itself")?;
        let raw = world.desk.get(&raw).await?;
        assert!(raw.header("content-disposition").starts_with("attachment;") && raw.text().contains("Subject: Vedlegg"));
        // Nobody else gets them: to strangers they are behind the sign-in.
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        let path = values(&page, "href", "/attachments/")[0].to_owned();
        let stranger = Desk::stranger(world.server.http())?.get(&path).await?;
        assert_eq!(stranger.status, 303);
        assert_eq!(world.desk.get("/attachments/att_0").await?.status, 404);
        Ok(())
    }

    async fn names_of_files_lead_nowhere(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let long = format!("filename=\"{}.txt\"", "x".repeat(4096));
        let odd = [
            "filename=\"../../etc/passwd\"", "filename=\"/etc/shadow\"", "filename=\"C:\\\\Windows\\\\x.exe\"",
            "filename=\".htaccess\"", "filename*=utf-8''%E2%80%8B.htaccess", "filename*=utf-8''a%00b.txt",
            "filename*=utf-8''x%0D%0ASet-Cookie%3A%20a%3Db.txt", "filename*=utf-8''%E2%80%AEgpj.exe",
            "filename=\"..\"", "filename=\"\\\"><img src=x onerror=alert(1)>.png\"", long.as_str(),
        ];
        let files: Vec<(&str, &str, &str)> = odd.iter().map(|name| (*name, "text/plain", "innhold")).collect();
        world.deliver(&Letter::new(MIA, "Navn", "Se her").files(&files)).await?;
        let id = world.desk.find("Navn").await?;
        let pages = downloads(&world, &id).await?;
        assert_eq!(pages.len(), files.len());
        for (page, sent) in pages.iter().zip(odd) {
            assert_eq!((page.status, page.text().trim_end()), (200, "innhold"), "{sent}");
            assert_eq!(page.headers.get_all("set-cookie").iter().count(), 0, "{sent}");
            let name = name(page);
            assert!(!name.is_empty() && name.len() <= 255, "{sent} became {name:?}");
            assert!(!name.starts_with('.') && !name.contains(['/', '\\', '\0', '\r', '\n', '\u{200b}', '\u{202e}']), "{name:?}");
        }
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        assert!(!page.contains("<img src=x"));
        for name in file_names(&world.place.data().join("files")) {
            assert!(name.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name:?} lies in the data folder");
        }
        Ok(())
    }
}
