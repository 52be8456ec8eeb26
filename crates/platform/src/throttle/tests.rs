//! Guessers wait, others do not; headers are believed only from proxies that are set.

use super::*;
use crate::system_clock::ManualClock;

fn throttle() -> (Arc<ManualClock>, Throttle) {
    let clock = Arc::new(ManualClock::new("2026-11-18T12:00:00Z".parse().expect("an instant")));
    (clock.clone(), Throttle::new(clock))
}

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

#[test]
fn two_hundred_wrong_passwords_for_one_account_are_soon_stopped_from_any_peer() {
    let (clock, throttle) = throttle();
    let mut let_through = 0;
    for n in 0..200_u32 {
        let peer = IpAddr::from([198, 51, 100, u8::try_from(n).expect("small")]);
        let_through += u32::from(throttle.check(&[Key::Account("ingrid@b.example"), Key::Peer(peer)]).is_ok());
        clock.advance_machine(SignedDuration::from_millis(100));
    }
    assert!((5..=9).contains(&let_through), "{let_through}");
}

#[test]
fn one_peer_trying_two_hundred_accounts_is_soon_stopped() {
    let (_, throttle) = throttle();
    let peer = Key::Peer(ip("198.51.100.7"));
    let let_through = (0..200).filter(|n| throttle.check(&[Key::Account(&format!("{n}@b.example")), peer]).is_ok());
    assert_eq!(let_through.count(), 20);
}

#[test]
fn a_peer_cannot_move_within_its_own_network() {
    let (_, throttle) = throttle();
    let let_through = (0..200_u16).filter(|n| {
        let peer = IpAddr::from([0x2a01, 0x79c, 0x123, 0x4567, 0, 0, 0, *n]);
        throttle.check(&[Key::Peer(peer)]).is_ok()
    });
    assert_eq!(let_through.count(), 20);
    assert!(throttle.check(&[Key::Peer(ip("2a01:79c:123:4568::1"))]).is_ok());
}

#[test]
fn an_account_is_the_same_however_it_is_typed() {
    let (_, throttle) = throttle();
    for name in ["a@b.example", "A@B.example", " a@b.example", "a@b.example ", "a@B.EXAMPLE"] {
        assert!(throttle.check(&[Key::Account(name)]).is_ok());
    }
    assert!(throttle.check(&[Key::Account("a@b.example")]).is_err());
}

#[test]
fn the_wait_doubles_up_to_its_end_and_runs_out() {
    let wait_after = |failed| wait(&ACCOUNT, failed, Duration::ZERO).as_secs();
    assert_eq!([0, 4, 5, 6, 7, 13].map(wait_after), [0, 0, 2, 4, 8, 512]);
    assert_eq!([14, 36, 37, 1000, u32::MAX].map(wait_after), [900; 5]);
    assert_eq!(wait(&ACCOUNT, 5, Duration::from_millis(1500)), Duration::from_millis(500));
    assert_eq!(wait(&ACCOUNT, 1000, Duration::from_secs(3600)), Duration::ZERO);
}

#[test]
fn waiting_helps_and_asking_meanwhile_does_no_harm() {
    let (clock, throttle) = throttle();
    let key = [Key::Account("a")];
    assert!((0..5).all(|_| throttle.check(&key).is_ok()));
    for _ in 0..50 {
        assert_eq!(throttle.check(&key), Err(RetryAfter(Duration::from_secs(2))));
    }
    clock.advance_machine(SignedDuration::from_millis(1900));
    assert_eq!(throttle.check(&key), Err(RetryAfter(Duration::from_millis(100))));
    clock.advance_machine(SignedDuration::from_millis(100));
    assert!(throttle.check(&key).is_ok());
    assert_eq!(throttle.check(&key), Err(RetryAfter(Duration::from_secs(4))));
}

#[test]
fn an_hour_of_quiet_forgets_all() {
    let (clock, throttle) = throttle();
    while throttle.check(&[Key::Account("a")]).is_ok() {}
    clock.advance_machine(SignedDuration::from_hours(1));
    assert!((0..5).all(|_| throttle.check(&[Key::Account("a")]).is_ok()));
    assert!(throttle.check(&[Key::Account("a")]).is_err());
}

#[test]
fn moving_business_time_or_setting_the_machine_back_frees_nobody() {
    let (clock, throttle) = throttle();
    while throttle.check(&[Key::Account("a")]).is_ok() {}
    clock.advance_business(SignedDuration::from_hours(48));
    assert!(throttle.check(&[Key::Account("a")]).is_err());
    clock.advance_machine(SignedDuration::from_hours(-48));
    assert!(throttle.check(&[Key::Account("a")]).is_err());
}

#[test]
fn the_right_password_frees_the_account_but_not_the_peer() {
    let (_, throttle) = throttle();
    let peer = Key::Peer(ip("198.51.100.7"));
    for n in 0..19 {
        assert!(throttle.check(&[Key::Account(&format!("{n}")), peer]).is_ok());
    }
    for _ in 0..50 {
        assert!(throttle.check(&[Key::Account("own"), peer]).is_ok());
        throttle.succeed(&[Key::Account("own"), peer]);
    }
    assert!(throttle.check(&[Key::Account("other"), peer]).is_ok());
    assert!(throttle.check(&[Key::Account("another"), peer]).is_err());
}

#[test]
fn what_is_left_counts_down_and_starts_afresh() {
    let (_, throttle) = throttle();
    let key = Key::Account("ingrid");
    assert_eq!(throttle.left(key), 5);
    for left in [4, 3, 2, 1, 0] {
        throttle.check(&[key]).expect("free");
        assert_eq!(throttle.left(key), left);
    }
    assert!(throttle.check(&[key]).is_err());
    assert_eq!(throttle.left(key), 0);
    throttle.succeed(&[key]);
    assert_eq!(throttle.left(key), 5);
}

#[test]
fn memory_is_bounded_and_the_newest_are_kept() {
    let (clock, mut throttle) = throttle();
    throttle.most = 100;
    for n in 0..1000 {
        let _ = throttle.check(&[Key::Account(&format!("at once {n}"))]);
    }
    for n in 0..1000 {
        clock.advance_machine(SignedDuration::from_millis(1));
        let _ = throttle.check(&[Key::Account(&format!("one by one {n}"))]);
        let table = throttle.table.lock().expect("not poisoned");
        let is_kept = |n: i32| table.contains_key(&throttle.slot(Key::Account(&format!("one by one {n}"))));
        assert!(table.len() <= 100 && (n.max(88) - 88..=n).all(is_kept), "{n}");
    }
}

fn headers(values: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for value in values {
        headers.append("x-forwarded-for", value.parse().expect("a header"));
    }
    headers
}

#[test]
fn without_trusted_proxies_headers_count_for_nothing() {
    let rotating = headers(&["203.0.113.9"]);
    assert_eq!(Proxies::default().peer(ip("198.51.100.7"), &rotating), ip("198.51.100.7"));
    assert_eq!(Proxies::default().peer(ip("127.0.0.1"), &rotating), ip("127.0.0.1"));
}

#[test]
fn a_trusted_proxy_tells_the_peer_and_what_the_peer_claims_is_left_out() {
    let proxies = Proxies::new(vec!["10.0.0.0/8".parse().expect("a network"), "::1/128".parse().expect("a network")]);
    let peer = |connection, values: &[&str]| proxies.peer(ip(connection), &headers(values)).to_string();
    assert_eq!(peer("10.0.0.1", &["198.51.100.7"]), "198.51.100.7");
    assert_eq!(peer("::ffff:10.0.0.1", &["::ffff:198.51.100.7"]), "198.51.100.7");
    assert_eq!(peer("10.0.0.1", &["203.0.113.9, 198.51.100.7"]), "198.51.100.7");
    assert_eq!(peer("10.0.0.1", &["203.0.113.9", "198.51.100.7, 10.0.0.2"]), "198.51.100.7");
    assert_eq!(peer("10.0.0.1", &["198.51.100.7:4711"]), "198.51.100.7");
    assert_eq!(peer("::1", &["[2001:db8::7]"]), "2001:db8::7");
    assert_eq!(peer("::1", &["[2001:db8::7]:4711"]), "2001:db8::7");
    assert_eq!(peer("198.51.100.7", &["203.0.113.9"]), "198.51.100.7");
}

#[test]
fn what_cannot_be_read_stops_at_the_last_trusted_hop() {
    let proxies = Proxies::new(vec!["10.0.0.0/8".parse().expect("a network")]);
    for odd in ["", "unknown", "_hidden", "198.51.100.7, x", "198.51.100.7, 1.2.3"] {
        assert_eq!(proxies.peer(ip("10.0.0.1"), &headers(&[odd])), ip("10.0.0.1"), "{odd}");
    }
    assert_eq!(proxies.peer(ip("10.0.0.1"), &headers(&["10.0.0.3, 10.0.0.2"])), ip("10.0.0.3"));
}
