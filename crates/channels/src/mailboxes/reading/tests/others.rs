//! People and their programs at work in the same mailbox while it is read.

use super::*;

#[test]
fn flags_that_others_set_and_mails_they_delete_neither_hide_a_mail_nor_bring_one_twice() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Now).await;
        house.begin(quick());
        until("the first look", async || house.reading().await.last_read_at.is_some()).await;
        let name = |n: usize| format!("{n}.m");
        house.server.deliver("kari", &name(1), &mail(1));
        house.until_kept(1).await;
        // Read and marked on a telephone; the next is read there before we come.
        house.server.flag("kari", &name(1), "FS");
        house.server.deliver("kari", &name(2), &mail(2));
        house.server.flag("kari", &name(2), "S");
        house.until_kept(2).await;
        // Deleted there, and marked as unread again.
        house.server.remove("kari", &name(1));
        house.server.flag("kari", &name(2), "");
        house.server.deliver("kari", &name(3), &mail(3));
        house.until_kept(3).await;
        house.until_done(3).await;
        house.end().await;
        // The same while nobody reads.
        house.server.flag("kari", &name(3), "RS");
        house.server.remove("kari", &name(2));
        house.server.deliver("kari", &name(4), &mail(4));
        house.server.flag("kari", &name(4), "ST");
        house.begin(quick());
        house.until_kept(4).await;
        house.until_done(4).await;
        house.end().await;
        assert_eq!(house.kept().await, (4, 4));
        assert_eq!(house.server.mails("kari", "INBOX"), ["3.m:2,RS", "4.m:2,ST"], "theirs to decide");
    });
}
