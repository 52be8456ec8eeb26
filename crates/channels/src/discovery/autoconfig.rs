//! Reads the settings that a domain or Mozilla's list publishes for mail programs (`config-v1.1.xml`).
//!
//! Only what is needed of XML is read: elements, attributes and text, in one pass, whatever they hold.
//! Servers without protection are passed over: nobody should be led to send a password in the open. Pure.

use super::{Server, Servers};
use crate::relay::Protection;

/// Longest text that is looked at.
const LENGTH_MAX: usize = 128 * 1024;

/// The servers for `address` that the text names: the first that speaks IMAP and the first that sends,
/// TLS from the first byte before STARTTLS.
#[must_use]
pub fn parse(text: &str, address: &str) -> Option<Servers> {
    let text = text.get(..LENGTH_MAX.min(text.len())).unwrap_or_default();
    let (mut fetch, mut send): (Vec<Server>, Vec<Server>) = (Vec::new(), Vec::new());
    let mut server: Option<Read> = None;
    let mut field = "";
    for piece in pieces(text) {
        match piece {
            Piece::Open("incomingServer" | "outgoingServer", attributes) => {
                server = Some(Read { speaks: attribute(attributes, "type").to_owned(), ..Read::default() });
            }
            Piece::Open(name, _) => field = name,
            Piece::Text(words) => {
                if let Some(server) = &mut server {
                    server.take(field, words);
                }
            }
            Piece::Close("incomingServer") => {
                fetch.extend(server.take().filter(|read| read.speaks == "imap").and_then(|read| read.finish(address)));
            }
            Piece::Close("outgoingServer") => {
                send.extend(server.take().filter(|read| read.speaks == "smtp").and_then(|read| read.finish(address)));
            }
            Piece::Close(_) => field = "",
        }
    }
    Some(Servers { fetch: best(fetch)?, send: best(send)? })
}

fn best(mut servers: Vec<Server>) -> Option<Server> {
    servers.sort_by_key(|server| server.protection != Protection::Implicit);
    servers.into_iter().next()
}

/// A server while it is read.
#[derive(Default)]
struct Read {
    speaks: String,
    host: String,
    port: String,
    socket: String,
    user: String,
}

impl Read {
    fn take(&mut self, field: &str, words: &str) {
        let place = match field {
            "hostname" => &mut self.host,
            "port" => &mut self.port,
            "socketType" => &mut self.socket,
            "username" => &mut self.user,
            _ => return,
        };
        if place.is_empty() {
            words.trim().clone_into(place);
        }
    }

    fn finish(self, address: &str) -> Option<Server> {
        let protection = match self.socket.to_ascii_uppercase().as_str() {
            "SSL" | "TLS" => Protection::Implicit,
            "STARTTLS" => Protection::StartTls,
            _ => return None,
        };
        let host = filled(&self.host, address).to_ascii_lowercase();
        if !super::is_host(&host) {
            return None;
        }
        let user = if self.user.is_empty() { address.to_owned() } else { filled(&self.user, address) };
        Some(Server { host, port: self.port.parse().ok().filter(|port| *port > 0)?, protection, user })
    }
}

/// With the parts of the address in the places kept for them.
fn filled(text: &str, address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    text.replace("%EMAILADDRESS%", address).replace("%EMAILLOCALPART%", local).replace("%EMAILDOMAIN%", domain)
}

enum Piece<'a> {
    Open(&'a str, &'a str),
    Close(&'a str),
    Text(&'a str),
}

/// The pieces of a text in angle brackets. What is broken is passed over.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let Some(tag) = rest.strip_prefix('<') else {
                if rest.is_empty() {
                    return None;
                }
                let end = rest.find('<').unwrap_or(rest.len());
                let (words, after) = rest.split_at(end);
                rest = after;
                return Some(Piece::Text(words));
            };
            let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
            rest = after;
            if let Some(name) = inside.strip_prefix('/') {
                return Some(Piece::Close(name.trim()));
            }
            if !inside.starts_with(['?', '!']) && !inside.ends_with('/') {
                let (name, attributes) = inside.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inside, ""));
                return Some(Piece::Open(name, attributes));
            }
        }
    })
}

/// The value of an attribute; empty when it is not there.
fn attribute<'a>(attributes: &'a str, name: &str) -> &'a str {
    let value = attributes.split_once(name).map_or("", |(_, after)| after).trim_start();
    let Some(value) = value.strip_prefix('=') else { return "" };
    let value = value.trim_start();
    let Some(quote) = value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else { return "" };
    value[1..].split_once(quote).map_or("", |(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(incoming: &str, outgoing: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"shop.example\">\
             <domain>shop.example</domain>{incoming}{outgoing}</emailProvider></clientConfig>"
        )
    }

    fn one(tag: &str, speaks: &str, host: &str, port: &str, socket: &str, user: &str) -> String {
        format!(
            "<{tag} type=\"{speaks}\">\n <hostname>{host}</hostname>\n <port>{port}</port>\n \
             <socketType>{socket}</socketType>\n <username>{user}</username>\n \
             <authentication>password-cleartext</authentication>\n</{tag}>"
        )
    }

    fn incoming(host: &str, port: &str, socket: &str, user: &str) -> String {
        one("incomingServer", "imap", host, port, socket, user)
    }

    fn outgoing() -> String {
        one("outgoingServer", "smtp", "smtp.host.example", "587", "STARTTLS", "%EMAILADDRESS%")
    }

    #[test]
    fn the_servers_are_read_with_the_address_filled_in() {
        let text = whole(&incoming("imap.%EMAILDOMAIN%", "993", "SSL", "%EMAILLOCALPART%"), &outgoing());
        let found = parse(&text, "hei@shop.example").expect("is there");
        let fetch = Server {
            host: "imap.shop.example".into(),
            port: 993,
            protection: Protection::Implicit,
            user: "hei".into(),
        };
        assert_eq!(found.fetch, fetch);
        assert_eq!((found.send.host.as_str(), found.send.port), ("smtp.host.example", 587));
        assert_eq!((found.send.protection, found.send.user.as_str()), (Protection::StartTls, "hei@shop.example"));
    }

    #[test]
    fn pop_and_open_servers_are_passed_over_and_tls_goes_first() {
        let servers = [
            one("incomingServer", "pop3", "pop.host.example", "995", "SSL", "x"),
            incoming("open.host.example", "143", "plain", "x"),
            incoming("later.host.example", "143", "STARTTLS", "x"),
            "<!-- <incomingServer type=\"imap\"><hostname>hidden.example</hostname> -->".to_owned(),
            incoming("first.host.example", "993", "SSL", "x"),
        ];
        let found = parse(&whole(&servers.concat(), &outgoing()), "a@b.example").expect("is there");
        assert_eq!(found.fetch.host, "first.host.example");
    }

    #[test]
    fn what_names_no_usable_server_is_nothing() {
        let good = incoming("imap.host.example", "993", "SSL", "x");
        for text in [
            String::new(),
            "<html><body>Not found</body></html>".to_owned(),
            whole(&good, ""),
            whole("", &outgoing()),
            whole(&incoming("imap.host.example", "0", "SSL", "x"), &outgoing()),
            whole(&incoming("imap.host.example", "many", "SSL", "x"), &outgoing()),
            whole(&incoming("", "993", "SSL", "x"), &outgoing()),
            whole(&incoming("host/../x", "993", "SSL", "x"), &outgoing()),
            whole(&incoming("a@b.example:1", "993", "SSL", "x"), &outgoing()),
            whole(&incoming("imap.host.example", "143", "plain", "x"), &outgoing()),
        ] {
            assert_eq!(parse(&text, "a@b.example"), None, "{text}");
        }
    }

    #[test]
    fn broken_texts_end_and_quickly() {
        let pattern = ["<", "<a", "</", "<!--", "<incomingServer type=", "<incomingServer type=\"imap\"><hostname>é"];
        for piece in pattern {
            let started = std::time::Instant::now();
            assert_eq!(parse(&piece.repeat(50_000), "a@b.example"), None);
            assert!(started.elapsed().as_secs() < 2, "{piece}");
        }
    }
}
