//! What people send by a form, read with our own errors: a form that does not fit is a page that
//! says so, never the framework's English.

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use super::errors::Error;

/// The fields of a form (`application/x-www-form-urlencoded`). Fields that `T` does not name are
/// ignored, so that nobody can set what no form offers.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(fields)) => Ok(Self(fields)),
            Err(rejection) if rejection.status() == http::StatusCode::PAYLOAD_TOO_LARGE => Err(Error::TooLarge),
            Err(_) => Err(Error::invalid("problem-invalid-body")),
        }
    }
}

/// One line of text as it may be kept: trimmed, without line ends and other control characters, which
/// would become headers of a mail one day (T21), and at most `most` characters.
#[must_use]
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for c in text.trim().chars() {
        let c = if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        if !(c == ' ' && line.ends_with(' ')) {
            line.push(c);
        }
    }
    line.trim().chars().take(most).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use http::{StatusCode, header::CONTENT_TYPE};
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Fields {
        name: String,
    }

    async fn read(body: &'static str, content_type: &str) -> Result<String, StatusCode> {
        let request = Request::post("/").header(CONTENT_TYPE, content_type).body(Body::from(body)).expect("a request");
        let form = Form::<Fields>::from_request(request, &()).await;
        form.map(|Form(fields)| fields.name).map_err(|error| error.status())
    }

    #[tokio::test]
    async fn fields_are_read_and_unknown_ones_ignored() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(read("name=%C3%85se&role=admin", form).await.as_deref(), Ok("Åse"));
        assert_eq!(read("role=admin", form).await, Err(StatusCode::UNPROCESSABLE_ENTITY));
        assert_eq!(read("name=%ff", form).await.as_deref(), Ok("\u{fffd}"));
        assert_eq!(read("name=x", "text/plain").await, Err(StatusCode::UNPROCESSABLE_ENTITY));
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(one_line("  Åse\r\nBcc: a@b.example\t\0x ", 100), "Åse Bcc: a@b.example x");
        assert_eq!(one_line("a\u{2028}b\u{85}c", 100), "a b c");
        assert_eq!(one_line("blåbær og is", 6), "blåbær");
        assert_eq!(one_line("blåbær og is", 7), "blåbær");
        assert_eq!(one_line("\r\n", 7), "");
    }
}
