//! The logo: who may choose it, what may be one, and where it is seen.

use axum::http::{Method, StatusCode, header};

use super::{Got, House, run};

/// A whole PNG of one point.
const POINT: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
    0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf,
    0xa4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

impl House {
    async fn choose(&self, cookie: &str, picture: &[u8], named: &str) -> Got {
        let mut form = format!("--x\r\nContent-Disposition: form-data; name=\"named\"\r\n\r\n{named}\r\n").into_bytes();
        form.extend(b"--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"l.png\"\r\n\r\n");
        form.extend(picture);
        form.extend(b"\r\n--x--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=x");
        self.ask(Method::POST, "/settings/requests/logo", &[kind, ("cookie", cookie)], form).await
    }
}

#[test]
fn a_logo_is_chosen_by_who_may_and_seen_by_every_customer() {
    run(|house| async move {
        assert_ne!(house.choose("", POINT, "on").await.to(), "/settings/requests?done=logo", "a stranger");
        assert!(!house.get(&house.path).await.body.contains("<img"));
        let cookie = house.signed_in().await;
        assert_eq!(house.choose(&cookie, POINT, "on").await.to(), "/settings/requests?done=logo");

        let page = house.get(&house.path).await.body;
        let at = page.find("/logo/").expect("a picture at the head");
        let src = page[at..].split('"').next().expect("its address");
        assert!(
            page.contains(&format!("<img class=\"logo\" src=\"{src}\" width=\"1\" height=\"1\" alt=\"\">")),
            "{page}"
        );
        assert!(house.get("/my").await.body.contains(src));
        let got = house.get(src).await;
        assert_eq!(
            (got.status, &got.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"image/png".parse().expect("media"))
        );
        assert!(got.headers[header::CACHE_CONTROL].to_str().expect("text").contains("immutable"));
        assert_eq!(house.get("/logo/0000000000000000").await.status, StatusCode::NOT_FOUND);

        // Without another file only the name beside it changes; alone, the picture says the name.
        assert_eq!(house.choose(&cookie, b"", "").await.to(), "/settings/requests?done=logo");
        let page = house.get(&house.path).await.body;
        assert!(page.contains(src) && !page.contains("alt=\"\""), "{page}");

        let gone =
            house.ask(Method::POST, "/settings/requests/logo/remove", &[("cookie", &cookie)], String::new()).await;
        assert_eq!(gone.to(), "/settings/requests?done=no-logo");
        assert!(!house.get(&house.path).await.body.contains("<img"));
        assert_eq!(house.get(src).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_cannot_be_a_logo_is_refused_at_its_field_and_changes_nothing() {
    run(|house| async move {
        let cookie = house.signed_in().await;
        let none = house.choose(&cookie, b"", "on").await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.body.contains("id=\"picture-e\"") && none.body.contains("aria-invalid=\"true\""), "{}", none.body);
        house.choose(&cookie, POINT, "on").await;
        let logo = async || {
            let page = house.get(&house.path).await.body;
            page.split("/logo/").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
        };
        let before = logo().await;
        assert!(before.is_some());
        for bad in [&b"<svg onload='alert(1)'/>"[..], &vec![0; 250_000], &POINT[..20]] {
            assert_eq!(house.choose(&cookie, bad, "on").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(logo().await, before);
    });
}
