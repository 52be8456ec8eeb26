//! Which addresses Tillit may call: only the public internet, and networks the operator lists.
//!
//! Pure; looking names up and connecting is next door. A URL that people type could otherwise make
//! us knock at our own doors (T22).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use url::{Host, Url};

/// Why an address is not called.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a whole URL with a host.
    #[error("this is not a web address")]
    NotAUrl,
    /// Another scheme than http and https.
    #[error("only http and https addresses are called")]
    Scheme,
    /// A name or password in the URL, which would end up in logs.
    #[error("a web address must not hold a name or password")]
    UserInfo,
    /// The host is, or leads to, this address, which is not on the public internet.
    #[error("{0} is not on the public internet; an operator may list its network")]
    Private(IpAddr),
    /// The name leads nowhere.
    #[error("{0} could not be found")]
    Unknown(String),
}

/// The rule about addresses, with the operator's list.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    listed: Vec<IpNet>,
}

const REFUSED_V4: &[&str] = &[
    "0.0.0.0/8",       // this network
    "10.0.0.0/8",      // private
    "100.64.0.0/10",   // carrier-grade NAT
    "127.0.0.0/8",     // loopback
    "169.254.0.0/16",  // link-local, also the metadata of clouds
    "172.16.0.0/12",   // private
    "192.0.0.0/24",    // protocol assignments
    "192.0.2.0/24",    // documentation
    "192.88.99.0/24",  // 6to4 relays
    "192.168.0.0/16",  // private
    "198.18.0.0/15",   // benchmarks
    "198.51.100.0/24", // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/3",     // multicast, reserved, broadcast
];

/// Within the one block of IPv6 that is public at all.
const REFUSED_V6: &[&str] = &[
    "2001::/23",     // protocol assignments, Teredo
    "2001:db8::/32", // documentation
    "3fff::/20",     // documentation
];

impl Gate {
    /// Also lets through what lies in the `listed` networks.
    #[must_use]
    pub fn new(listed: Vec<IpNet>) -> Self {
        Self { listed }
    }

    /// The same, from the operator's words: networks, or single addresses.
    ///
    /// # Errors
    /// Names the first that is neither.
    pub fn listing<T: AsRef<str>>(texts: &[T]) -> crate::Result<Self> {
        let read = |text: &T| {
            let text = text.as_ref().trim();
            let address = || text.parse::<IpAddr>().map(IpNet::from);
            let network = text.parse::<IpNet>().or_else(|_| address());
            network.map_err(|_| crate::Fault::new(format!("{text} is neither an address nor a network")))
        };
        Ok(Self::new(texts.iter().map(read).collect::<crate::Result<_>>()?))
    }

    /// Reads a URL and judges everything about it that needs no look-up. The parser turns decimal,
    /// octal and hexadecimal addresses into what they mean before they are judged.
    pub fn read(&self, text: &str) -> Result<Url, Refused> {
        let mut url = Url::parse(text.trim()).map_err(|_| Refused::NotAUrl)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refused::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refused::UserInfo);
        }
        match url.host() {
            None => return Err(Refused::NotAUrl),
            Some(Host::Domain(_)) => {}
            Some(Host::Ipv4(address)) => self.judge(address.into())?,
            Some(Host::Ipv6(address)) => self.judge(address.into())?,
        }
        url.set_fragment(None);
        Ok(url)
    }

    /// Judges one address.
    pub fn judge(&self, address: IpAddr) -> Result<(), Refused> {
        let address = match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(v6) => embedded(v6).map_or(address, IpAddr::V4),
        };
        if is_public(address) || self.listed.iter().any(|network| network.contains(&address)) {
            Ok(())
        } else {
            Err(Refused::Private(address))
        }
    }

    /// Judges all addresses a name leads to; one bad one spoils it, for nobody knows which is dialled.
    pub fn judge_all(&self, name: &str, addresses: &[IpAddr]) -> Result<(), Refused> {
        if addresses.is_empty() {
            return Err(Refused::Unknown(name.to_owned()));
        }
        addresses.iter().try_for_each(|address| self.judge(*address))
    }
}

/// The IPv4 address that packets to this IPv6 address reach in the end: mapped, NAT64, 6to4.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let o = address.octets();
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => Some(Ipv4Addr::new(o[12], o[13], o[14], o[15])),
        [0x2002, ..] => Some(Ipv4Addr::new(o[2], o[3], o[4], o[5])),
        _ => None,
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !within::<Ipv4Net>(REFUSED_V4, |network| network.contains(&v4)),
        IpAddr::V6(v6) => {
            v6.segments()[0] & 0xe000 == 0x2000 && !within::<Ipv6Net>(REFUSED_V6, |network| network.contains(&v6))
        }
    }
}

/// A line that does not parse holds everything, so that a slip refuses too much, not too little.
fn within<N: std::str::FromStr>(networks: &[&str], contains: impl Fn(&N) -> bool) -> bool {
    networks.iter().any(|text| text.parse().map_or(true, |network| contains(&network)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn private(text: &str) -> bool {
        matches!(Gate::default().read(text), Err(Refused::Private(_)))
    }

    #[test]
    fn every_spelling_of_an_inner_address_is_refused() {
        for host in [
            "127.0.0.1",
            "127.1",
            "127.0.0.1.",
            "127.255.255.254",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "0",
            "0.0.0.0",
            "0.1.2.3",
            "%31%32%37.0.0.1",
            "１２７.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.88.99.1",
        ] {
            assert!(private(&format!("http://{host}/x")), "{host}");
            assert!(private(&format!("https://{host}:8443")), "{host}");
        }
        for host in [
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:7f00:1",
            "::ffff:169.254.169.254",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2002:a9fe:a9fe::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:0:1::1",
            "2001:db8::1",
            "2001:1ff::1",
            "3fff::1",
            "100::1",
            "4000::1",
            "5f00::1",
        ] {
            assert!(private(&format!("http://[{host}]/")), "{host}");
        }
    }

    #[test]
    fn the_public_internet_is_let_through() {
        for host in [
            "hooks.brekkesund.example",
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "191.255.255.255",
            "223.255.255.255",
            "[2606:4700::1111]",
            "[2a01:79c::1]",
            "[::ffff:1.1.1.1]",
            "[64:ff9b::1.1.1.1]",
            "[2002:101:101::1]",
            "[2001:200::1]",
            "bücher.example",
            "134744072",
        ] {
            assert!(Gate::default().read(&format!("https://{host}/x?y=1")).is_ok(), "{host}");
        }
    }

    #[test]
    fn only_plain_web_addresses_are_read() {
        let read = |text| Gate::default().read(text).map(String::from);
        for scheme in ["ftp://a.example", "file:///etc/passwd", "gopher://a.example", "javascript:alert(1)", "data:,x"]
        {
            assert_eq!(read(scheme), Err(Refused::Scheme), "{scheme}");
        }
        for user in ["http://u@a.example", "http://u:p@a.example", "https://:p@a.example", "http://1.1.1.1@a.example"] {
            assert_eq!(read(user), Err(Refused::UserInfo), "{user}");
        }
        for odd in ["", "a.example", "//a.example", "http://", "https://[::1", "http://a b/", "http://1.2.3.256"] {
            assert_eq!(read(odd), Err(Refused::NotAUrl), "{odd}");
        }
        assert_eq!(read(" https://A.example/x#frag "), Ok("https://a.example/x".to_owned()));
    }

    #[test]
    fn one_inner_address_among_several_spoils_the_name() {
        let (good, bad): (IpAddr, IpAddr) = ([1, 1, 1, 1].into(), [10, 0, 0, 1].into());
        let judge = |addresses: &[IpAddr]| Gate::default().judge_all("a.example", addresses);
        assert_eq!(judge(&[good, good]), Ok(()));
        assert_eq!(judge(&[good, bad]), Err(Refused::Private(bad)));
        assert_eq!(judge(&[]), Err(Refused::Unknown("a.example".to_owned())));
    }

    #[test]
    fn a_listed_network_is_let_through_in_every_spelling_and_no_other() {
        let gate = Gate::new(vec!["10.1.0.0/16".parse().expect("a network"), "fd00::/64".parse().expect("a network")]);
        for host in ["10.1.2.3", "[::ffff:10.1.2.3]", "[fd00::5]"] {
            assert!(gate.read(&format!("http://{host}/")).is_ok(), "{host}");
        }
        for host in ["10.2.0.1", "127.0.0.1", "[fd01::5]"] {
            assert!(gate.read(&format!("http://{host}/")).is_err(), "{host}");
        }
    }

    #[test]
    fn every_line_of_the_lists_is_a_network() {
        assert!(REFUSED_V4.iter().all(|text| text.parse::<Ipv4Net>().is_ok()));
        assert!(REFUSED_V6.iter().all(|text| text.parse::<Ipv6Net>().is_ok()));
    }
}
