//! What the operator decides: by flag, else by `TILLIT_<FLAG>`, else in `tillit.toml` in the data
//! folder, else a default that is safe on a laptop.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use platform::{Context, Fault, Result};
use serde::Deserialize;

use crate::operating::metrics;

/// Every option, none of them given yet. The same names in flags, environment and file.
#[derive(clap::Args, Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// Folder with all data [default: $XDG_DATA_HOME/tillit, for root /var/lib/tillit]
    #[arg(long, env = "TILLIT_DATA", value_name = "DIR", global = true)]
    #[serde(skip)]
    pub data: Option<PathBuf>,
    /// File with options [default: tillit.toml in the data folder]
    #[arg(long, env = "TILLIT_CONFIG", value_name = "FILE", global = true)]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// PostgreSQL 15 or newer, postgres://user@host/name [default: tillit.db in the data folder]
    #[arg(long, env = "TILLIT_DATABASE", value_name = "URL", global = true)]
    pub database: Option<String>,
    /// Address of the desk [default: 127.0.0.1:8400]
    #[arg(long, env = "TILLIT_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Where people reach the desk; links in mails begin with it [default: from --listen]
    #[arg(long, env = "TILLIT_URL", value_name = "URL", global = true)]
    pub url: Option<String>,
    /// Take mail by LMTP at this address
    #[arg(long, env = "TILLIT_LMTP", value_name = "ADDR")]
    pub lmtp: Option<SocketAddr>,
    /// Take mail by SMTP at this address
    #[arg(long, env = "TILLIT_SMTP", value_name = "ADDR")]
    pub smtp: Option<SocketAddr>,
    /// Server that carries mail out: smtp://host:25, starttls:// or smtps://user:password@host
    /// [default: as set in the desk]
    #[arg(long, env = "TILLIT_RELAY", value_name = "URL", hide_env_values = true)]
    pub relay: Option<String>,
    /// Address customers write to and replies come from [default: as set in the desk]
    #[arg(long, env = "TILLIT_MAIL_ADDRESS", value_name = "ADDRESS")]
    pub mail_address: Option<String>,
    /// Largest mail taken, in bytes; larger ones are refused with 552 and listed [default: 52428800]
    #[arg(long, env = "TILLIT_MAIL_MAX", value_name = "BYTES", global = true)]
    pub mail_max: Option<usize>,
    /// Days a sign-in lasts [default: 14, or as set before]
    #[arg(long, env = "TILLIT_SIGNIN_DAYS", value_name = "DAYS")]
    pub signin_days: Option<i64>,
    /// Seconds in which a reply can be taken back [default: 10, or as set in the desk]
    #[arg(long, env = "TILLIT_UNDO_SECONDS", value_name = "SECONDS")]
    pub undo_seconds: Option<i64>,
    /// Quiet days after which solved becomes closed [default: 14, or as set in the desk]
    #[arg(long, env = "TILLIT_QUIET_DAYS", value_name = "DAYS")]
    pub quiet_days: Option<i64>,
    /// Proxies whose X-Forwarded-For is believed, as addresses or networks
    #[arg(long, env = "TILLIT_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    pub trusted_proxy: Option<Vec<String>>,
    /// Networks of your own that Tillit may call by HTTP, such as a sign-in service in the house
    #[arg(long, env = "TILLIT_OUTBOUND_NETWORK", value_name = "CIDR", value_delimiter = ',')]
    pub outbound_network: Option<Vec<String>>,
    /// Requests a minute that each API token may make [default: 600]
    #[arg(long, env = "TILLIT_API_REQUESTS", value_name = "N")]
    pub api_requests: Option<u32>,
    /// Hand out numbers for monitoring at this address, as /metrics [default: nowhere]
    #[arg(long, env = "TILLIT_METRICS", value_name = "ADDR")]
    pub metrics: Option<SocketAddr>,
    /// What monitoring must bear to see them; needed where others than this machine reach the address
    #[arg(long, env = "TILLIT_METRICS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Folder of automatic backups, or "off" for none [default: backups in the data folder]
    #[arg(long, env = "TILLIT_BACKUPS", value_name = "DIR", global = true)]
    pub backups: Option<String>,
}

/// Every option, decided.
#[derive(Clone, Debug)]
pub struct Config {
    /// Folder with all data.
    pub data: PathBuf,
    /// PostgreSQL's address, or none for SQLite.
    pub database: Option<String>,
    /// Address of the desk.
    pub listen: SocketAddr,
    /// Where people reach it, without a slash at the end.
    pub url: String,
    /// Address for LMTP.
    pub lmtp: Option<SocketAddr>,
    /// Address for SMTP.
    pub smtp: Option<SocketAddr>,
    /// Outgoing server, if the operator says.
    pub relay: Option<String>,
    /// The business's address, if the operator says.
    pub mail_address: Option<String>,
    /// Largest mail, bytes.
    pub mail_max: usize,
    /// Days a sign-in lasts, if the operator says.
    pub signin_days: Option<i64>,
    /// Seconds to take a reply back, if the operator says.
    pub undo_seconds: Option<i64>,
    /// Quiet days, if the operator says.
    pub quiet_days: Option<i64>,
    /// Believed proxies.
    pub trusted_proxies: Vec<String>,
    /// Networks of one's own that may be called.
    pub outbound_networks: Vec<String>,
    /// Requests a minute of each API token.
    pub api_requests: u32,
    /// Where numbers for monitoring are handed out.
    pub metrics: Option<metrics::Place>,
    /// Folder of automatic backups; none when the operator wants none.
    pub backups: Option<PathBuf>,
    /// Whether this is the demo.
    pub demo: bool,
}

impl Config {
    /// Decides every option.
    ///
    /// # Errors
    /// When the file cannot be read or holds something unknown, or the URL is none.
    pub fn decide(given: Options) -> Result<Self> {
        let data = given.data.clone().unwrap_or_else(|| default_data(&|name| std::env::var(name).ok(), is_root()));
        let file = read_file(given.config.as_deref(), &data)?;
        let listen = given.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8400)));
        let url = given.url.or(file.url).unwrap_or_else(|| format!("http://{listen}"));
        let backups = match given.backups.or(file.backups) {
            None => Some(data.join("backups")),
            Some(off) if off == "off" => None,
            Some(folder) => Some(PathBuf::from(folder)),
        };
        Ok(Self {
            data,
            backups,
            database: given.database.or(file.database),
            listen,
            url: checked_url(&url)?,
            lmtp: given.lmtp.or(file.lmtp),
            smtp: given.smtp.or(file.smtp),
            relay: given.relay.or(file.relay),
            mail_address: given.mail_address.or(file.mail_address),
            mail_max: given.mail_max.or(file.mail_max).unwrap_or(50 * 1024 * 1024),
            signin_days: given.signin_days.or(file.signin_days),
            undo_seconds: given.undo_seconds.or(file.undo_seconds),
            quiet_days: given.quiet_days.or(file.quiet_days),
            trusted_proxies: given.trusted_proxy.or(file.trusted_proxy).unwrap_or_default(),
            outbound_networks: given.outbound_network.or(file.outbound_network).unwrap_or_default(),
            api_requests: given.api_requests.or(file.api_requests).unwrap_or(platform::api::limits::USUAL),
            metrics: numbers(given.metrics.or(file.metrics), given.metrics_token.or(file.metrics_token))?,
            demo: false,
        })
    }
}

fn numbers(address: Option<SocketAddr>, token: Option<String>) -> Result<Option<metrics::Place>> {
    address.map(|address| metrics::Place::new(address, token)).transpose()
}

fn read_file(named: Option<&Path>, data: &Path) -> Result<Options> {
    let file = named.map_or_else(|| data.join("tillit.toml"), Path::to_owned);
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && named.is_none() => return Ok(Options::default()),
        Err(error) => return Err(Fault::because(format!("cannot read {}", file.display()), error)),
    };
    toml::from_str(&text).context(format!("{} is not as expected", file.display()))
}

fn checked_url(url: &str) -> Result<String> {
    let parsed = url::Url::parse(url).context(format!("--url {url} is not an address"))?;
    if !matches!(parsed.scheme(), "http" | "https") || parsed.host().is_none() || parsed.path() != "/" {
        return Err(Fault::new(format!("--url {url}: http:// or https://, a host, and no path")));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Where data lies when nobody says: for root where services keep theirs, else where programs of this
/// user do.
fn default_data(env: &dyn Fn(&str) -> Option<String>, root: bool) -> PathBuf {
    if root {
        return PathBuf::from("/var/lib/tillit");
    }
    let home = || env("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    let base = env("XDG_DATA_HOME").filter(|dir| dir.starts_with('/')).map(PathBuf::from).or_else(home);
    base.unwrap_or_else(|| PathBuf::from(".")).join("tillit")
}

/// Whether this process belongs to root: its own folder in /proc says so without unsafe code.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_toml(text: &str) -> Options {
        toml::from_str(text).expect("reads")
    }

    #[test]
    fn a_flag_goes_before_the_file_and_the_file_before_the_default() {
        let folder = tempfile::tempdir().expect("folder");
        let text = "listen = \"127.0.0.1:9000\"\nsignin-days = 3\nurl = \"https://desk.example/\"\n";
        std::fs::write(folder.path().join("tillit.toml"), text).expect("write");
        let given = Options {
            data: Some(folder.path().to_owned()),
            listen: Some("127.0.0.1:9100".parse().expect("address")),
            ..Options::default()
        };
        let config = Config::decide(given).expect("decides");
        assert_eq!(config.listen.port(), 9100);
        assert_eq!((config.signin_days, config.mail_max), (Some(3), 52_428_800));
        assert_eq!(config.backups, Some(folder.path().join("backups")));
        let off = Options { data: config.data.clone().into(), backups: Some("off".into()), ..Options::default() };
        assert_eq!(Config::decide(off).expect("decides").backups, None);
        assert_eq!(config.url, "https://desk.example");
    }

    #[test]
    fn the_url_follows_from_where_it_listens() {
        let given = Options { data: Some("/nowhere".into()), ..Options::default() };
        assert_eq!(Config::decide(given).expect("decides").url, "http://127.0.0.1:8400");
    }

    #[test]
    fn unknown_options_and_odd_urls_are_said() {
        assert!(toml::from_str::<Options>("lisen = \"127.0.0.1:1\"").is_err());
        assert!(from_toml("trusted-proxy = [\"10.0.0.0/8\"]").trusted_proxy.is_some());
        for bad in ["desk.example", "ftp://desk.example", "https://desk.example/path"] {
            assert!(checked_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn data_lies_where_this_user_keeps_data() {
        let env = |name: &str| match name {
            "HOME" => Some("/home/kari".to_owned()),
            _ => None,
        };
        assert_eq!(default_data(&env, true), PathBuf::from("/var/lib/tillit"));
        assert_eq!(default_data(&env, false), PathBuf::from("/home/kari/.local/share/tillit"));
        assert_eq!(default_data(&|_| Some("/data".into()), false), PathBuf::from("/data/tillit"));
    }
}
