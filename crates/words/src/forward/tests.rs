//! What must hold of every forwarded mail.

use super::{read, says_forwarded};

#[test]
fn a_forwarded_mail_is_told_from_the_note_above_it() {
    let found = read("Fwd: Lamp", "See below.\n\n---------- Forwarded message ----------\nHello").expect("forwarded");
    assert_eq!((found.note.as_str(), found.body.as_str()), ("See below.", "Hello"));
    assert_eq!(read("Lamp", "Hello"), None);
}

#[test]
fn the_subject_may_say_it() {
    assert!(says_forwarded("Fwd: Lamp"));
    assert!(!says_forwarded("Lamp"));
}
