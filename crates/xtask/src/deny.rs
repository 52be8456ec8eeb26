//! Checks all dependencies against `deny.toml`: licences, bans, sources.
//!
//! Reads the very file cargo-deny reads, so that either tool can be used; which of its keys we know is what the
//! structs below say. Does not know the advisories: their list lives outside and only cargo-deny fetches it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::needs::on_path;
use crate::test::cargo;

#[derive(Deserialize)]
struct Policy {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    #[serde(default)]
    reason: String,
    /// Not the crate is banned but a second version of it.
    #[serde(default)]
    deny_multiple_versions: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// None for our own crates.
    source: Option<String>,
}

/// True when no dependency breaks the policy; prints what does.
pub fn run(root: &Path) -> Result<bool, Box<dyn Error>> {
    let policy: Policy = toml::from_str(&fs::read_to_string(root.join("deny.toml"))?)?;
    let mut command = Command::new(cargo());
    command.current_dir(root).args(["metadata", "--format-version", "1", "--all-features", "--quiet"]);
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let problems = problems(&policy, &metadata.packages)?;
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() {
        println!("licences, bans and sources of {} packages are in order", metadata.packages.len());
    }
    Ok(cargo_deny(root)? && problems.is_empty())
}

fn problems(policy: &Policy, packages: &[Package]) -> Result<Vec<String>, Box<dyn Error>> {
    let allowed: Vec<Licensee> =
        policy.licenses.allow.iter().map(|id| Licensee::parse(id)).collect::<Result<_, _>>()?;
    let foreign: Vec<&Package> = packages.iter().filter(|package| package.source.is_some()).collect();
    let mut found = Vec::new();
    for package in &foreign {
        let Package { name, version, license, source } = package;
        if !license.as_deref().is_some_and(|license| license_is_allowed(license, &allowed)) {
            let license = license.as_deref().unwrap_or("none stated");
            found.push(format!("{name} {version}: licence {license} is not allowed"));
        }
        if !source.as_deref().is_some_and(|source| source_is_allowed(source, &policy.sources.allow_registry)) {
            found.push(format!("{name} {version}: comes from {}", source.as_deref().unwrap_or_default()));
        }
    }
    found.extend(banned(&policy.bans.deny, &foreign));
    Ok(found)
}

fn license_is_allowed(license: &str, allowed: &[Licensee]) -> bool {
    // Lax, for the old way of writing `MIT/Apache-2.0`.
    Expression::parse_mode(license, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|required| allowed.iter().any(|own| own.satisfies(required))))
}

fn source_is_allowed(source: &str, registries: &[String]) -> bool {
    source.strip_prefix("registry+").is_some_and(|registry| registries.iter().any(|allowed| allowed == registry))
}

fn banned(bans: &[Ban], packages: &[&Package]) -> Vec<String> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    let mut found = Vec::new();
    for ban in bans {
        let Some(present) = versions.get(ban.name.as_str()) else { continue };
        let list = present.iter().copied().collect::<Vec<_>>().join(" and ");
        if !ban.deny_multiple_versions {
            found.push(format!("{} {list}: banned, {}", ban.name, ban.reason));
        } else if present.len() > 1 {
            found.push(format!("{} {list}: must be there once only", ban.name));
        }
    }
    found
}

/// The second opinion, and the advisories, where the tool is at hand.
fn cargo_deny(root: &Path) -> Result<bool, Box<dyn Error>> {
    if !on_path(&["cargo-deny"]) {
        println!("advisories: not checked, cargo-deny is not installed");
        return Ok(true);
    }
    let check = |what: &[&str]| Command::new(cargo()).current_dir(root).args(["deny", "check"]).args(what).output();
    let policy = check(&["bans", "licenses", "sources"])?;
    print!("cargo-deny: {}", String::from_utf8_lossy(&policy.stdout));
    eprint!("{}", String::from_utf8_lossy(&policy.stderr));
    let advisories = check(&["advisories"])?;
    let words = String::from_utf8_lossy(&advisories.stderr).into_owned();
    if words.contains("failed to fetch advisory database") {
        println!("advisories: not checked, their list could not be fetched");
        return Ok(policy.status.success());
    }
    print!("{}", String::from_utf8_lossy(&advisories.stdout));
    eprint!("{words}");
    Ok(policy.status.success() && advisories.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

    fn policy() -> Policy {
        let text = fs::read_to_string(crate::workspace_root().join("deny.toml")).expect("deny.toml is there");
        toml::from_str(&text).expect("deny.toml can be read")
    }

    fn package(name: &str, version: &str, license: Option<&str>, source: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: version.to_owned(),
            license: license.map(str::to_owned),
            source: Some(source.to_owned()),
        }
    }

    fn problems_of(packages: &[Package]) -> String {
        problems(&policy(), packages).expect("the policy is sound").join("\n")
    }

    fn check_license(license: Option<&str>, good: bool) {
        let found = problems_of(&[package("thing", "1.0.0", license, CRATES_IO)]);
        assert_eq!(found.is_empty(), good, "{license:?}: {found}");
    }

    #[test]
    fn one_allowed_licence_of_a_choice_is_enough() {
        check_license(Some("MIT OR Apache-2.0"), true);
        check_license(Some("MIT/Apache-2.0"), true);
        check_license(Some("Apache-2.0 OR GPL-2.0-only"), true);
        check_license(Some("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only"), true);
    }

    #[test]
    fn every_licence_of_a_sum_must_be_allowed() {
        check_license(Some("(MIT OR Apache-2.0) AND Unicode-3.0"), true);
        check_license(Some("MIT AND GPL-3.0-only"), false);
    }

    #[test]
    fn foreign_unknown_and_missing_licences_are_refused() {
        check_license(Some("AGPL-3.0-only"), false);
        check_license(Some("Whatever-1.0"), false);
        check_license(None, false);
    }

    #[test]
    fn only_the_registry_is_a_source() {
        let found = problems_of(&[package("thing", "1.0.0", Some("MIT"), "git+https://example.org/thing#abc")]);
        assert!(found.contains("comes from git+https://example.org"), "{found}");
    }

    #[test]
    fn our_own_crates_are_not_asked() {
        let own = Package { name: "base".into(), version: "0.1.0".into(), license: None, source: None };
        assert_eq!(problems_of(&[own]), "");
    }

    #[test]
    fn a_banned_crate_is_named_with_the_reason() {
        let found = problems_of(&[package("openssl-sys", "0.9.0", Some("MIT"), CRATES_IO)]);
        assert_eq!(found, "openssl-sys 0.9.0: banned, TLS is rustls");
    }

    #[test]
    fn a_heavy_crate_may_be_there_once() {
        let tokio = |version| package("tokio", version, Some("MIT"), CRATES_IO);
        assert_eq!(problems_of(&[tokio("1.54.0")]), "");
        assert_eq!(problems_of(&[tokio("1.54.0"), tokio("2.0.0")]), "tokio 1.54.0 and 2.0.0: must be there once only");
    }
}
