//! How we prove to a mail server who we are: by a password, or by a token of OAuth 2. Knows neither
//! where the proof lies nor how a token is renewed.

/// Who signs in, and with what. Never shown or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// Name at the mail server, mostly the mail address.
    pub user: String,
    /// What proves it.
    pub proof: Proof,
}

/// What proves that we are who we say.
#[derive(Clone, PartialEq, Eq)]
pub enum Proof {
    /// A password, or a password made for this one program.
    Password(String),
    /// An access token (SASL `XOAUTH2`).
    Token(String),
}

impl Login {
    /// By password.
    #[must_use]
    pub fn password(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self { user: user.into(), proof: Proof::Password(password.into()) }
    }

    /// By access token.
    #[must_use]
    pub fn token(user: impl Into<String>, token: impl Into<String>) -> Self {
        Self { user: user.into(), proof: Proof::Token(token.into()) }
    }
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Login({}, …)", self.user)
    }
}
