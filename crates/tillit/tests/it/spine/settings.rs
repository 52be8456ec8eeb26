//! Settings as those use them who run a Tillit: a setting that is found is where the way to it leads, a backup is written
//! when one is asked for, and the audit tells who asked.

use super::desk::{Desk, values};
use super::world::World;
use crate::harness::Outcome;
use crate::harness::place::Place;
use crate::harness::wait::wait_until;

#[tokio::test(flavor = "multi_thread")]
async fn every_setting_that_is_found_stands_where_its_link_leads() -> Outcome {
    let world = World::open(Place::sqlite()?).await?;
    let mut links = std::collections::BTreeSet::new();
    for letter in ["a", "e", "i", "o", "u"] {
        let page = world.desk.get(&format!("/settings/search?q={letter}")).await?;
        assert_eq!(page.status, 200);
        let page = page.text();
        let found = page.split("class=\"card col g-5\"").nth(1).ok_or("a list")?;
        links.extend(values(found, "href", "/").into_iter().map(str::to_owned));
    }
    assert!(links.len() > 30, "{links:?}");
    for link in links {
        let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
        let page = world.desk.get(path).await?;
        assert_eq!(page.status, 200, "{link}");
        assert!(anchor.is_empty() || page.text().contains(&format!("id=\"{anchor}\"")), "{link} is not there");
    }
    Ok(())
}

both_engines! {
    async fn a_backup_is_written_when_asked_for_and_the_audit_tells_by_whom(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let agent = Desk::colleague(&world.place, world.server.http(), "agent", "jonas@kontoret.example").await?;
        for path in ["/settings/backups", "/settings/audit", "/settings/audit?as=csv"] {
            assert_eq!(agent.get(path).await?.status, 403, "{path}");
        }
        assert_eq!(agent.post("/settings/backups/now", &[]).await?.status, 403);
        assert_eq!(world.desk.post("/settings/backups/now", &[]).await?.location(), "/settings/backups?done=begun");
        let name = wait_until("the backup on the page", async || {
            let page = world.desk.get("/settings/backups").await?.text();
            Ok(page.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).map(str::to_owned))
        })
        .await?;
        assert!(world.place.data().join("backups").join(&name).is_file(), "{name}");
        let wrong = world.desk.post("/settings/backups", &[("days", "0"), ("weeks", "4")]).await?;
        assert!(wrong.status == 422 && wrong.text().contains("id=\"days-e\""), "{}", wrong.text());
        assert_eq!(world.desk.post("/settings/backups", &[("days", "3"), ("weeks", "0")]).await?.status, 303);
        assert_eq!(world.desk.get("/settings/audit?kind=settings").await?.status, 200);
        let file = world.desk.get("/settings/audit?as=csv&kind=settings").await?.text();
        assert_eq!(file.matches("\"settings.changed\"").count(), 2, "{file}");
        let all = world.desk.get("/settings/audit?as=csv").await?.text();
        assert!(all.contains("\"signin.succeeded\"") && all.contains("\"staff.added\""), "{all}");
        Ok(())
    }
}
