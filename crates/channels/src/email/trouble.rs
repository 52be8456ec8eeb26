//! What can be wrong between us and a mail server, told so that the reader knows what to do.
//!
//! One list for fetching, sending and signing in. Pure: the network's errors are judged here, nothing
//! is tried.

use std::error::Error as StdError;
use std::io;

use platform::args;
use platform::i18n::Say;
use tokio_rustls::rustls::{CertificateError, Error as TlsError};

/// Longest words of a server that are kept.
const WORDS_CHARS_MAX: usize = 500;

/// What is wrong, with the words of the server or of the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What it is.
    pub kind: Kind,
    /// Their words, or the name that was looked for; may be empty.
    pub words: String,
}

/// The kinds of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No server of that name.
    HostNotFound,
    /// Nobody listens at that port.
    ConnectionRefused,
    /// The network leads nowhere.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// The server hung up in the middle.
    CutOff,
    /// Somebody answers who speaks another protocol.
    NotAMailServer,
    /// TLS failed for another reason than the certificate.
    TlsFailed,
    /// The certificate is out of date.
    CertificateExpired,
    /// The certificate is for another name.
    CertificateOfAnother,
    /// Nobody we know vouches for the certificate: self-signed, or an authority of their own.
    CertificateUnknown,
    /// STARTTLS was asked for and is not offered.
    StartTlsMissing,
    /// The server takes no password without TLS.
    TlsNeeded,
    /// Name or password is wrong, as the server says.
    LoginRefused,
    /// The provider wants a password made for one program.
    AppPasswordNeeded,
    /// The server does not take tokens (XOAUTH2).
    TokensNotTaken,
    /// The provider refuses to renew the token: somebody must connect again.
    TokenRefused,
    /// The provider's token server does not answer.
    TokenUnavailable,
    /// No client id of the provider is set.
    ClientMissing,
    /// There is no such folder.
    FolderMissing,
    /// The folder can be read, but not changed as wished.
    FolderReadOnly,
    /// The server does not let this account send as this address.
    SenderRefused,
    /// The server says no, in its words.
    ServerSaysNo,
    /// What lies sealed here was sealed with another key.
    SecretUnreadable,
    /// It failed on our side.
    OnOurSide,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 24] = [
        Self::HostNotFound,
        Self::ConnectionRefused,
        Self::Unreachable,
        Self::TimedOut,
        Self::CutOff,
        Self::NotAMailServer,
        Self::TlsFailed,
        Self::CertificateExpired,
        Self::CertificateOfAnother,
        Self::CertificateUnknown,
        Self::StartTlsMissing,
        Self::TlsNeeded,
        Self::LoginRefused,
        Self::AppPasswordNeeded,
        Self::TokensNotTaken,
        Self::TokenRefused,
        Self::TokenUnavailable,
        Self::ClientMissing,
        Self::FolderMissing,
        Self::FolderReadOnly,
        Self::SenderRefused,
        Self::ServerSaysNo,
        Self::SecretUnreadable,
        Self::OnOurSide,
    ];

    /// The name in tables, events and logs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HostNotFound => "host_not_found",
            Self::ConnectionRefused => "connection_refused",
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed_out",
            Self::CutOff => "cut_off",
            Self::NotAMailServer => "not_a_mail_server",
            Self::TlsFailed => "tls_failed",
            Self::CertificateExpired => "certificate_expired",
            Self::CertificateOfAnother => "certificate_of_another",
            Self::CertificateUnknown => "certificate_unknown",
            Self::StartTlsMissing => "start_tls_missing",
            Self::TlsNeeded => "tls_needed",
            Self::LoginRefused => "login_refused",
            Self::AppPasswordNeeded => "app_password_needed",
            Self::TokensNotTaken => "tokens_not_taken",
            Self::TokenRefused => "token_refused",
            Self::TokenUnavailable => "token_unavailable",
            Self::ClientMissing => "client_missing",
            Self::FolderMissing => "folder_missing",
            Self::FolderReadOnly => "folder_read_only",
            Self::SenderRefused => "sender_refused",
            Self::ServerSaysNo => "server_says_no",
            Self::SecretUnreadable => "secret_unreadable",
            Self::OnOurSide => "on_our_side",
        }
    }

    /// Reads [`Kind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The sentence for people; its arguments are `host` and `words`.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::HostNotFound => "mailbox-trouble-host-not-found",
            Self::ConnectionRefused => "mailbox-trouble-connection-refused",
            Self::Unreachable => "mailbox-trouble-unreachable",
            Self::TimedOut => "mailbox-trouble-timed-out",
            Self::CutOff => "mailbox-trouble-cut-off",
            Self::NotAMailServer => "mailbox-trouble-not-a-mail-server",
            Self::TlsFailed => "mailbox-trouble-tls-failed",
            Self::CertificateExpired => "mailbox-trouble-certificate-expired",
            Self::CertificateOfAnother => "mailbox-trouble-certificate-of-another",
            Self::CertificateUnknown => "mailbox-trouble-certificate-unknown",
            Self::StartTlsMissing => "mailbox-trouble-start-tls-missing",
            Self::TlsNeeded => "mailbox-trouble-tls-needed",
            Self::LoginRefused => "mailbox-trouble-login-refused",
            Self::AppPasswordNeeded => "mailbox-trouble-app-password-needed",
            Self::TokensNotTaken => "mailbox-trouble-tokens-not-taken",
            Self::TokenRefused => "mailbox-trouble-token-refused",
            Self::TokenUnavailable => "mailbox-trouble-token-unavailable",
            Self::ClientMissing => "mailbox-trouble-client-missing",
            Self::FolderMissing => "mailbox-trouble-folder-missing",
            Self::FolderReadOnly => "mailbox-trouble-folder-read-only",
            Self::SenderRefused => "mailbox-trouble-sender-refused",
            Self::ServerSaysNo => "mailbox-trouble-server-says-no",
            Self::SecretUnreadable => "mailbox-trouble-secret-unreadable",
            Self::OnOurSide => "mailbox-trouble-on-our-side",
        }
    }

    /// Whether waiting cannot mend it, only a person can.
    #[must_use]
    pub const fn needs_a_person(self) -> bool {
        matches!(self, Self::TokenRefused | Self::ClientMissing | Self::SecretUnreadable)
    }
}

impl Trouble {
    /// Trouble of `kind`, in their `words`.
    #[must_use]
    pub fn new(kind: Kind, words: impl AsRef<str>) -> Self {
        Self { kind, words: bounded(words.as_ref()) }
    }

    /// Without words.
    #[must_use]
    pub const fn bare(kind: Kind) -> Self {
        Self { kind, words: String::new() }
    }

    /// For people, in their language; `host` is the server that was asked.
    #[must_use]
    pub fn sentence(&self, say: &Say, host: &str) -> String {
        say.with(self.kind.message(), args![host = host, words = &self.words])
    }

    /// A login that was refused, as far as the words tell why.
    #[must_use]
    pub fn login(words: &str) -> Self {
        let low = words.to_ascii_lowercase();
        let app = ["application-specific", "app password", "app-specific", "5.7.9", "invalidsecondfactor"];
        let plain = ["privacyrequired", "plaintext auth", "must issue a starttls", "logindisabled", "5.7.11"];
        let kind = if app.iter().any(|sign| low.contains(sign)) {
            Kind::AppPasswordNeeded
        } else if plain.iter().any(|sign| low.contains(sign)) {
            Kind::TlsNeeded
        } else {
            Kind::LoginRefused
        };
        Self::new(kind, words)
    }

    /// What the network or TLS said, with whatever lies inside.
    #[must_use]
    pub fn network(error: &(dyn StdError + 'static)) -> Self {
        let mut innermost = error;
        let mut found = None;
        loop {
            if let Some(tls) = innermost.downcast_ref::<TlsError>() {
                return Self::new(tls_kind(tls), tls.to_string());
            }
            if let Some(io) = innermost.downcast_ref::<io::Error>() {
                if let Some(inner) = io.get_ref().and_then(|inner| inner.downcast_ref::<TlsError>()) {
                    return Self::new(tls_kind(inner), inner.to_string());
                }
                found = found.or_else(|| io_kind(io.kind()));
            }
            match innermost.source() {
                Some(source) => innermost = source,
                None => break,
            }
        }
        Self::new(found.unwrap_or(Kind::CutOff), innermost.to_string())
    }
}

fn io_kind(kind: io::ErrorKind) -> Option<Kind> {
    match kind {
        io::ErrorKind::ConnectionRefused => Some(Kind::ConnectionRefused),
        io::ErrorKind::TimedOut => Some(Kind::TimedOut),
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable | io::ErrorKind::AddrNotAvailable => {
            Some(Kind::Unreachable)
        }
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe => Some(Kind::CutOff),
        _ => None,
    }
}

fn tls_kind(error: &TlsError) -> Kind {
    match error {
        TlsError::InvalidCertificate(wrong) => match wrong {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Kind::CertificateExpired,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Kind::CertificateOfAnother
            }
            CertificateError::UnknownIssuer | CertificateError::BadSignature => Kind::CertificateUnknown,
            // A certificate that calls itself an authority: what most self-signed ones do.
            CertificateError::Other(_) => Kind::CertificateUnknown,
            _ => Kind::TlsFailed,
        },
        // Plain text where TLS should begin.
        TlsError::InvalidMessage(_) => Kind::NotAMailServer,
        _ => Kind::TlsFailed,
    }
}

fn bounded(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(WORDS_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code_of_its_own_and_reads_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("nothing"), None);
    }

    #[test]
    fn every_kind_is_a_whole_sentence_in_five_languages() {
        let i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        for language in base::Language::ALL {
            for kind in Kind::ALL {
                let text = Trouble::new(kind, "XYZZY").sentence(&i18n.to(language), "mail.shop.example");
                assert!(text.ends_with(['.', '?']) && text.len() > 20, "{language:?} {kind:?}: {text}");
                assert!(!text.contains("mailbox-trouble"), "{text}");
            }
        }
    }

    #[test]
    fn words_of_a_refused_login_tell_what_is_missing() {
        let cases = [
            ("[AUTHENTICATIONFAILED] Authentication failed.", Kind::LoginRefused),
            ("[ALERT] Application-specific password required: https://support.example/1", Kind::AppPasswordNeeded),
            ("534-5.7.9 Application-specific password required", Kind::AppPasswordNeeded),
            ("[PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections", Kind::TlsNeeded),
            ("530 5.7.0 Must issue a STARTTLS command first", Kind::TlsNeeded),
            ("", Kind::LoginRefused),
        ];
        for (words, kind) in cases {
            assert_eq!(Trouble::login(words).kind, kind, "{words}");
        }
    }

    #[test]
    fn errors_of_the_network_are_told_apart() {
        let cases = [
            (io::Error::from(io::ErrorKind::ConnectionRefused), Kind::ConnectionRefused),
            (io::Error::from(io::ErrorKind::UnexpectedEof), Kind::CutOff),
            (io::Error::from(io::ErrorKind::TimedOut), Kind::TimedOut),
            (io::Error::from(io::ErrorKind::HostUnreachable), Kind::Unreachable),
            (io::Error::other("strange"), Kind::CutOff),
            (tls(CertificateError::Expired), Kind::CertificateExpired),
            (tls(CertificateError::NotValidForName), Kind::CertificateOfAnother),
            (tls(CertificateError::UnknownIssuer), Kind::CertificateUnknown),
            (tls(CertificateError::Revoked), Kind::TlsFailed),
        ];
        for (error, kind) in cases {
            assert_eq!(Trouble::network(&error).kind, kind, "{error:?}");
        }
    }

    fn tls(wrong: CertificateError) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, TlsError::InvalidCertificate(wrong))
    }

    #[test]
    fn words_stay_one_short_line() {
        let long = Trouble::new(Kind::ServerSaysNo, format!("no\r\n\u{7} never {}", "x".repeat(5_000)));
        assert!(long.words.starts_with("no never xxx") && long.words.chars().count() == WORDS_CHARS_MAX);
    }
}
