//! Whom we believe when a mail server shows its certificate: the authorities of the web and those of
//! this machine, so that a mail server of one's own is trusted by adding its authority to the system.

use std::sync::{Arc, OnceLock};

use lettre::transport::smtp::client::{Certificate, TlsParameters};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The authorities that are believed beside those of the web. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    extra: Arc<Vec<CertificateDer<'static>>>,
}

impl Trust {
    /// The machine's own authorities, read once (`SSL_CERT_FILE` names others).
    #[must_use]
    pub fn of_this_machine() -> Self {
        static READ: OnceLock<Trust> = OnceLock::new();
        READ.get_or_init(|| {
            let found = rustls_native_certs::load_native_certs();
            for error in &found.errors {
                tracing::debug!(%error, "some of the machine's certificates cannot be read");
            }
            Trust { extra: Arc::new(found.certs) }
        })
        .clone()
    }

    /// Beside the web's only this one authority.
    #[must_use]
    pub fn only(authority: CertificateDer<'static>) -> Self {
        Self { extra: Arc::new(vec![authority]) }
    }

    /// What opens TLS connections.
    ///
    /// # Errors
    /// When the library cannot be set up.
    pub fn connector(&self) -> Result<TlsConnector, tokio_rustls::rustls::Error> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        // What a machine holds is not always a certificate; the rest counts.
        let _ = roots.add_parsable_certificates(self.extra.iter().cloned());
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(TlsConnector::from(Arc::new(config)))
    }

    /// The same for the sender.
    ///
    /// # Errors
    /// When `host` can be nobody's name.
    pub fn parameters(&self, host: &str) -> Result<TlsParameters, lettre::transport::smtp::Error> {
        let mut builder = TlsParameters::builder(host.to_owned());
        for der in self.extra.iter() {
            if let Ok(authority) = Certificate::from_der(der.to_vec()) {
                builder = builder.add_root_certificate(authority);
            }
        }
        builder.build_rustls()
    }
}
