//! Bundles the front end (`web/`) by Node.js and puts it where `web::assets` embeds it from.
//! It knows how to call npm and nothing about what is bundled: that is `web/build.mjs`.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

const SOURCES: &[&str] = &["build.mjs", "package.json", "package-lock.json", "styles", "js", "icons.svg", "select.svg"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=TILLIT_WEB_DIST");
    let Err(problem) = bundle() else { return ExitCode::SUCCESS };
    for line in problem.lines() {
        println!("cargo::error={line}");
    }
    ExitCode::FAILURE
}

fn bundle() -> Result<(), String> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?).join("web");
    let web = root.join("../../web");
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", web.join(source).display());
    }
    if let Some(ready) = env::var_os("TILLIT_WEB_DIST") {
        println!("cargo::rerun-if-changed={}", Path::new(&ready).display());
        return copy(Path::new(&ready), &out).map_err(|error| {
            format!(
                "TILLIT_WEB_DIST={} cannot be used: {error}. It must be a folder made by `node web/build.mjs DIR`.",
                ready.display()
            )
        });
    }
    let modules = modules(&web, &out)?;
    run(Command::new("node").arg(web.join("build.mjs")).arg(&out).current_dir(modules), "node")
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set; this program is run by cargo."))
}

/// The folder with `node_modules` for this lock file. It lies beside the build folders, so that a change
/// of styles or scripts finds it again, and outside the source tree, which stays clean.
fn modules(web: &Path, out: &Path) -> Result<PathBuf, String> {
    let lock = fs::read(web.join("package-lock.json")).map_err(|error| format!("web/package-lock.json: {error}"))?;
    let mut hasher = DefaultHasher::new();
    lock.hash(&mut hasher);
    // OUT_DIR is <target>/<profile>/build/platform-<hash>/out
    let profile = out.ancestors().nth(4).unwrap_or(out);
    let folder = profile.join(format!("tillit-web-{:016x}", hasher.finish()));
    let done = folder.join("installed");
    if done.exists() {
        return Ok(folder);
    }
    let prepare = || -> io::Result<()> {
        fs::create_dir_all(&folder)?;
        fs::copy(web.join("package.json"), folder.join("package.json"))?;
        fs::write(folder.join("package-lock.json"), &lock)
    };
    prepare().map_err(|error| format!("{}: {error}", folder.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
    run(Command::new(npm).args(arguments).current_dir(&folder), npm)?;
    // Only a finished installation counts: an interrupted one is done again.
    fs::write(&done, "").map_err(|error| format!("{}: {error}", done.display()))?;
    Ok(folder)
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    let answer = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!(
            "`{name}` was not found. Tillit's pages are bundled with Node.js 20 or newer and npm while it is built.\n\
             Install them (Debian and Ubuntu: apt install nodejs npm; macOS: brew install node; or https://nodejs.org),\n\
             or set TILLIT_WEB_DIST to a folder with a ready bundle (see web/README.md)."
        ),
        _ => format!("`{name}` could not be started: {error}"),
    })?;
    if answer.status.success() {
        return Ok(());
    }
    Err(format!(
        "`{name}` failed while bundling Tillit's pages ({}).\n{}{}",
        answer.status,
        String::from_utf8_lossy(&answer.stdout),
        String::from_utf8_lossy(&answer.stderr)
    ))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    fs::metadata(from.join("assets.rs"))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
