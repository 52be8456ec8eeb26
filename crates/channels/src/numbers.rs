//! What monitoring is told of mail on its way in. Mailboxes are named by their ids.

use platform::metrics::{Counts, Gauge};

/// One question each.
pub const GAUGES: &[Gauge] = &[
    Gauge {
        name: "journal_waiting",
        help: "Mails that were taken and are not yet understood",
        sql: "SELECT COUNT(*) AS n FROM inbound WHERE state = 'new'",
        labels: &[],
        counts: Counts::Things,
    },
    Gauge {
        name: "journal_age_seconds",
        help: "How long the oldest mail waits to be understood",
        sql: "SELECT MIN(received_at) AS n FROM inbound WHERE state = 'new'",
        labels: &[],
        counts: Counts::Since,
    },
    Gauge {
        name: "mailbox_read_seconds",
        help: "How long ago a mailbox was last read",
        sql: "SELECT r.mailbox AS mailbox, r.last_read_at AS n FROM mailbox_reading r JOIN mailbox m ON m.id = r.mailbox \
              WHERE m.enabled = 1 AND m.removed_at IS NULL",
        labels: &["mailbox"],
        counts: Counts::Since,
    },
    Gauge {
        name: "mailboxes_failing",
        help: "Mailboxes of which people were told that they are not read",
        sql: "SELECT COUNT(*) AS n FROM mailbox_reading r JOIN mailbox m ON m.id = r.mailbox \
              WHERE m.enabled = 1 AND m.removed_at IS NULL AND r.alarmed_at IS NOT NULL",
        labels: &[],
        counts: Counts::Things,
    },
];
