//! Against listeners of our own on loopback: who is called, who is not, and when we hang up.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::*;

struct Table(HashMap<&'static str, Vec<IpAddr>>);

impl Names for Table {
    fn find(&self, name: String) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> {
        let found = self.0.get(name.as_str()).cloned().ok_or_else(|| io::Error::other("no such name"));
        Box::pin(async move { found })
    }
}

fn names() -> Arc<Table> {
    Arc::new(Table(HashMap::from([
        ("inner.example", vec![[127, 0, 0, 1].into()]),
        ("half.example", vec![[1, 1, 1, 1].into(), [127, 0, 0, 1].into()]),
        ("mapped.example", vec!["::ffff:127.0.0.1".parse().expect("an address")]),
        ("empty.example", vec![]),
    ])))
}

fn closed() -> Outbound {
    Outbound::build(Gate::default(), names(), Duration::from_secs(5))
}

fn open() -> Outbound {
    let loopback = "127.0.0.0/8".parse().expect("a network");
    Outbound::build(Gate::new(vec![loopback]), names(), Duration::from_millis(700))
}

fn get(url: &str) -> Outgoing {
    Outgoing::get(Url::parse(url).expect("a URL"))
}

/// A canary that counts callers and answers each with what `answer` writes.
async fn canary<F, R>(answer: F) -> (u16, Arc<AtomicUsize>)
where
    F: Fn(TcpStream) -> R + Send + Sync + 'static,
    R: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let hits = Arc::new(AtomicUsize::new(0));
    let counted = hits.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            tokio::spawn(answer(stream));
        }
    });
    (port, hits)
}

async fn saying(text: &'static str) -> (u16, Arc<AtomicUsize>) {
    canary(move |mut stream| async move {
        let _ = stream.write_all(text.as_bytes()).await;
    })
    .await
}

#[tokio::test]
async fn inner_addresses_are_refused_when_saved_and_when_sent_and_never_called() {
    let (port, hits) = saying("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi").await;
    let client = closed();
    for host in [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "inner.example",
        "INNER.example",
        "half.example",
        "mapped.example",
    ] {
        let url = format!("http://{host}:{port}/");
        assert!(matches!(client.vet(&url).await, Err(Refused::Private(_))), "{host}");
        let sent = client.send(get(&url)).await;
        assert!(matches!(sent, Err(NoAnswer::Refused(Refused::Private(_)))), "{host}: {sent:?}");
    }
    assert_eq!(hits.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn the_systems_own_name_for_itself_is_refused() {
    let client = Outbound::new(Gate::default());
    assert!(matches!(client.vet("http://localhost:1/").await, Err(Refused::Private(_) | Refused::Unknown(_))));
    let sent = client.send(get("http://localhost:1/")).await;
    assert!(matches!(sent, Err(NoAnswer::Refused(_))), "{sent:?}");
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_told() {
    for name in ["empty.example", "nowhere.example"] {
        let url = format!("http://{name}/");
        assert_eq!(closed().vet(&url).await, Err(Refused::Unknown(name.to_owned())));
        assert!(matches!(closed().send(get(&url)).await, Err(NoAnswer::Refused(Refused::Unknown(_)))));
    }
}

#[tokio::test]
async fn a_listed_network_is_called_and_its_answer_is_read() {
    let (port, hits) = saying("HTTP/1.1 418 Tea\r\nx-pot: round\r\ncontent-length: 2\r\n\r\nhi").await;
    assert!(open().vet(&format!("http://inner.example:{port}/")).await.is_ok());
    let answer = open().send(get(&format!("http://inner.example:{port}/"))).await.expect("an answer");
    assert_eq!((answer.status.as_u16(), answer.body.as_slice()), (418, &b"hi"[..]));
    assert_eq!(answer.headers["x-pot"], "round");
    assert_eq!(hits.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_post_carries_its_body_and_our_name() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a caller");
        let mut request = Vec::new();
        while !request.ends_with(b"{\"a\":1}") {
            stream.read_buf(&mut request).await.expect("a request");
        }
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.expect("answered");
        String::from_utf8(request).expect("text").to_lowercase()
    });
    let url = Url::parse(&format!("http://127.0.0.1:{port}/hook")).expect("a URL");
    let json = HeaderValue::from_static("application/json");
    let answer = open().send(Outgoing::post(url, json, b"{\"a\":1}".to_vec())).await.expect("an answer");
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    let heard = heard.await.expect("heard");
    assert!(heard.starts_with("post /hook http/1.1") && heard.contains("user-agent: tillit/"), "{heard}");
    assert!(heard.contains("content-type: application/json"), "{heard}");
}

#[tokio::test]
async fn redirects_are_answers_and_not_orders() {
    let (target, hits) = saying("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    for status in [301, 302, 303, 307, 308] {
        let (port, _) = canary(move |mut stream| async move {
            let text =
                format!("HTTP/1.1 {status} Go\r\nlocation: http://127.0.0.1:{target}/\r\ncontent-length: 0\r\n\r\n");
            let _ = stream.write_all(text.as_bytes()).await;
        })
        .await;
        let answer = open().send(get(&format!("http://127.0.0.1:{port}/"))).await.expect("an answer");
        assert_eq!(answer.status.as_u16(), status);
    }
    assert_eq!(hits.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_dripping_peer_is_left_at_the_deadline_of_the_whole() {
    for head in ["", "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n"] {
        let (port, _) = canary(move |mut stream| async move {
            let _ = stream.write_all(head.as_bytes()).await;
            for _ in 0..1000 {
                if stream.write_all(b"H").await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        })
        .await;
        let (client, url) = (open(), format!("http://127.0.0.1:{port}/"));
        let answer = tokio::time::timeout(Duration::from_secs(4), client.send(get(&url))).await.expect("left in time");
        assert!(matches!(answer, Err(NoAnswer::TooSlow | NoAnswer::Failed(_))), "{answer:?}");
        if !head.is_empty() {
            assert!(matches!(answer, Err(NoAnswer::TooSlow)), "{answer:?}");
        }
    }
}

#[tokio::test]
async fn an_endless_body_is_left_after_a_mebibyte() {
    let (port, _) = canary(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n").await;
        while stream.write_all(&[b'x'; 65_536]).await.is_ok() {}
    })
    .await;
    let answer = open().send(get(&format!("http://127.0.0.1:{port}/"))).await;
    assert!(matches!(answer, Err(NoAnswer::TooLarge)), "{answer:?}");
}

#[tokio::test]
async fn a_body_of_exactly_a_mebibyte_is_read() {
    let (port, _) = canary(|mut stream| async move {
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\ncontent-length: {LARGEST}\r\n\r\n").as_bytes()).await;
        let _ = stream.write_all(&vec![b'x'; LARGEST]).await;
    })
    .await;
    let answer = open().send(get(&format!("http://127.0.0.1:{port}/"))).await.expect("an answer");
    assert_eq!(answer.body.len(), LARGEST);
}

#[tokio::test]
async fn a_closed_door_says_why_without_the_address() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let answer = open().send(get(&format!("http://127.0.0.1:{port}/?key=secret"))).await;
    let Err(NoAnswer::Failed(why)) = answer else { panic!("{answer:?}") };
    assert!(why.contains("refused") && !why.contains("secret"), "{why}");
}

#[tokio::test]
async fn every_request_opens_a_connection_of_its_own_to_what_was_judged() {
    let (port, hits) = canary(|mut stream| async move {
        let mut request = [0; 4096];
        loop {
            let answered = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi").await;
            if answered.is_err() || !matches!(stream.read(&mut request).await, Ok(1..)) {
                break;
            }
        }
    })
    .await;
    let client = open();
    for _ in 0..3 {
        assert!(client.send(get(&format!("http://127.0.0.1:{port}/"))).await.is_ok());
    }
    assert_eq!(hits.load(Ordering::SeqCst), 3);
}

#[test]
fn a_proxy_in_the_environment_is_not_used() {
    // The environment of this process is shared by all tests, so another one is asked.
    let nobody = "http://127.0.0.1:1";
    let status = std::process::Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "outbound::tests::a_listed_network_is_called_and_its_answer_is_read"])
        .envs(["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"].map(|name| (name, nobody)))
        .env_remove("no_proxy")
        .env_remove("NO_PROXY")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status();
    assert!(status.expect("run").success());
}
