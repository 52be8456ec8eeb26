# The demo: a slim bar above every desk page moves business time.

demo-name = Demo time
demo-pause = Pause
demo-run = Let time run
demo-hour = +1 h
demo-day = +1 day
demo-next = Next due

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Everything that your business keeps here, in one file a day. Each is read back before it counts.
backups-nowhere = This Tillit was started without a folder for backups, so none are written. Whoever runs it can change that.
backups-when = When, and how many stay
backups-daily = Write one every day
backups-daily-hint = The desk stays open meanwhile.
backups-days = Days to keep one of
backups-weeks = Weeks to keep one of
backups-number-wrong = A whole number from 1 to { $most }; weeks may be 0.
backups-written = Written so far
backups-now = Write one now
backups-none = No backup has been written yet.
backups-key = The file secret.key is never part of a backup: keep a copy of it somewhere else. So it is with a copy of the backups themselves.
backups-good = Whole
backups-damaged = Files missing
backups-holds =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $size }
backups-failed = Failed
backups-saved = Saved.
backups-begun = A backup is being written. It appears below when it is whole.
backups-late = There has been no good backup since { $since }.
backups-late-open = See why
