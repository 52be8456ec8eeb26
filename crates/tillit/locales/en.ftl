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

# The whole business as a packed file: a page of the settings, and the line above every page once it is there.

takeout-lead = Everything that your business keeps here as one file: for other programs, for your own analysis, and to come back.
takeout-news-done = Everything is packed and can be fetched.
takeout-news-failed = Packing everything failed.
takeout-news-gone = What was packed is removed: a customer was erased, or words were taken out.
takeout-news-open = Have a look
takeout-pack = Pack everything
takeout-pack-lead = The desk stays open meanwhile. Close this page if you like: you are told when it is done.
takeout-in = In it: customers, conversations, mails as they came, files, settings and the whole history, as plain JSON in a ZIP.
takeout-out = Not in it: passwords, second factors, keys, sessions and sign-in links. Colleagues choose new passwords when it comes back.
takeout-kept = It is kept for 48 hours. If a customer is erased or words are taken out meanwhile, it is removed at once.
takeout-proved = You prove who you are before packing begins and before downloading. For 15 minutes you are not asked again to download.
takeout-prove = Prove that it is you
takeout-prove-lead = Whoever has this file has everything your business keeps here.
takeout-prove-go = Confirm
takeout-prove-back = Back
takeout-proved-now = Confirmed. For the next 15 minutes you can download what is packed.
takeout-begin = Pack everything
takeout-running = Packing
takeout-waiting = It is about to begin.
takeout-progress = { $done } of { $total } tables are written, with their files.
takeout-again = Tillit was restarted meanwhile, so packing began anew: try { $tries }.
takeout-leave = You need not stay on this page.
takeout-stop = Stop packing
takeout-earlier = Packed so far
takeout-none = Nothing has been packed yet.
takeout-done = Whole
takeout-elsewhere = Not on this server
takeout-elsewhere-why = The file is not where it was put. If your servers do not share their folder of files, only the one that wrote it has it. Otherwise remove it and pack again.
takeout-failed = Failed
takeout-removed = Removed
takeout-holds = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }, { $files ->
    [one] { $files } file
   *[other] { $files } files
    }, { $size }
takeout-gone-hand = Somebody removed or stopped it.
takeout-gone-time = Its 48 hours were over.
takeout-gone-erased = A customer was erased, or words were taken out. The file may have held them. Pack again if you still need it.
takeout-gone-account = Packing was stopped: whoever asked for it was disabled, or is no owner any more.
takeout-no-room = Packing may need { $needed }, and { $free } are free on the server's disk. Make room there, or have whoever runs the server write it to another disk with “tillit export”.
takeout-interrupted = Tillit was restarted again and again while it was packing. Try once more, or have whoever runs the server use “tillit export”.
takeout-fault = Something went wrong on the server. Try once more; whoever runs the server can read what follows.
takeout-damaged = { $count ->
    [one] One stored file was missing or damaged already, and is not in it.
   *[other] { $count } stored files were missing or damaged already, and are not in it.
    }
takeout-more = Digest, and what was left out
takeout-left-out = Left out
takeout-damaged-files = Missing or damaged
takeout-fetch = Download
takeout-fetch-of = Download what was packed { $when }
takeout-remove = Remove
takeout-remove-of = Remove what was packed { $when }
takeout-until = Kept until { $until }

# The settings as one file: taken along, brought, looked at, taken in.

setfile-lead = All that is set here as one file that people can read: to keep beside other files, and to set up another Tillit the same way.
setfile-out = Take along
setfile-out-lead = The same settings give the same file, so two files can be compared.
setfile-in-it = In it: the business, how conversations behave, reply times, opening hours, service policies that name no customers, receipts, tone, the topics of needs, customers’ pages, whose word about senders counts, who must have a second factor, names of states, departments, skills, who is next and what that needs, the company’s turns, what is asked when conversations end, fields, contact forms, macros, tags, views, recurring conversations of the business’s own, rules, how long one stays signed in, and how long deleted conversations are kept.
setfile-not-in-it = Not in it: passwords, keys, mailboxes and servers, colleagues and who works where, views of one’s own, recurring conversations of a customer, to which colleague a macro gives conversations, the logo, files of macros, and backups.
setfile-sign-in = Staying signed in
setfile-fetch = Download
setfile-in = Bring a file
setfile-in-lead = First you see what it would change. What the file does not name stays as it is.
setfile-file = File (JSON)
setfile-look = Look at it
setfile-empty = Choose a file with something in it.
setfile-no-json = This is not JSON: { $why }
setfile-earlier = Taken in so far
setfile-changes = { $count ->
    [one] One thing changed
   *[other] { $count } things changed
    }
setfile-would = { $count ->
    [one] It would change one thing.
   *[other] It would change { $count } things.
    }
setfile-nothing-yet = Nothing is changed yet.
setfile-all-same = It would change nothing: all of it is set already.
setfile-remove = Let go of what its lists do not name
setfile-remove-hint = Departments are closed, fields are retired, names of states, contact forms, macros, views, recurring conversations and tags that stand on no conversation are removed. Look again to see which.
setfile-leave = Leave it
setfile-look-again = Look again
setfile-take = Take it in
setfile-wrong = { $count ->
    [one] One place in the file needs another look
   *[other] { $count } places in the file need another look
    }
setfile-changed = What is different
setfile-part = Page
setfile-name = What
setfile-what = Becomes
setfile-from = Before
setfile-to = After
setfile-same = { $count ->
    [one] One thing is the same
   *[other] { $count } things are the same
    }
setfile-added = Added
setfile-is-changed = Changed
setfile-removed = Removed
setfile-is-same = The same
setfile-taken = Taken in { $when }.
setfile-back = The settings as they were before are kept as a file. Bring that one to go back.
setfile-before = Download the settings before
