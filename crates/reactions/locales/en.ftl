# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhooks
webhooks-lead = What happens here is told to your own programs, signed.
webhooks-none = No webhooks yet.
webhooks-new = Add a webhook
webhooks-new-lead = Each fact is posted there as JSON. Answer with a status from 200 to 299; else it is sent again for three days.
webhooks-submit = Add the webhook
webhooks-saved = Saved.
webhooks-tried = A test is on its way.
webhooks-again = It is on its way again.
webhooks-removed = The webhook is gone.
webhooks-gone = Gone (410): switched off
webhooks-off = Off
webhooks-silent = Does not answer
webhooks-on = On
webhooks-url = Address
webhooks-url-hint = An https address of yours that takes a POST.
webhooks-url-refused = This address cannot be called. It must be a web address on the public internet, or in a network that the operator has listed.
webhooks-kinds = What to tell
webhooks-kinds-none = Choose at least one.
webhooks-one = Webhook
webhooks-deliveries = Sent
webhooks-deliveries-none = Nothing was sent yet.
webhooks-secret-made = The secret is ready
webhooks-secret-once = Your program checks the signature with it. Copy it now: it is not shown again. An earlier secret works for one more day.
webhooks-secret = The secret
webhooks-do = What to do with it
webhooks-try = Send a test
webhooks-switch-off = Switch off
webhooks-switch-on = Switch on
webhooks-rotate = New secret
webhooks-remove = Remove
webhooks-delivery-pending = On its way
webhooks-delivery-done = Arrived
webhooks-delivery-failed = Given up
webhooks-attempts = { $n ->
    [one] { $n } try
   *[other] { $n } tries
}
webhooks-body = What was sent
webhooks-answer = What came back
webhooks-deliver-again = Send again

## Reports

reports-title = Reports
reports-period = { $from } to { $to }
reports-csv = Figures as a file (CSV)
reports-csv-list = This list as a file (CSV)
reports-percent = { $n }%
reports-unclear = These days cannot be read. The first day must not come after the last, and at most ten years can lie between them.
reports-none = Nothing to count yet
reports-none-lead = As soon as customers write and are answered, the figures of these days stand here.
reports-which = What to report
reports-days = Days
reports-today = Today
reports-week = 7 days
reports-four-weeks = 28 days
reports-month = This month
reports-last-month = Last month
reports-year = 365 days
reports-from = First day
reports-to = Last day
reports-department = Department
reports-staff = Colleague
reports-mailbox = Mailbox
reports-tag = Tag
reports-language = Language
reports-only = Only
reports-everything = Everything
reports-compare = Beside as many days just before
reports-show = Show
reports-before = Before: { $value }
reports-meaning = What this means
reports-opened = New
reports-opened-means = Conversations that customers began in these days. What blocked senders wrote is not counted, nor what became part of another conversation.
reports-received = Messages received
reports-received-means = What people wrote to us in these days. Mails that machines wrote are not counted.
reports-replied = Answers sent
reports-replied-means = What colleagues answered customers in these days. What was taken back or never arrived is not counted, nor are receipts.
reports-closed = Closed
reports-closed-means = How often a conversation was solved or closed in these days. One that was reopened can count again.
reports-reopened = Reopened
reports-reopened-means = How often a conversation was open again after it had been solved or closed, by the customer or by a colleague.
reports-open-now = Open now
reports-open-now-means = Conversations that are neither solved nor closed, whoever has the word, whenever they began.
reports-by-day = Day by day
reports-chart = New and closed conversations day by day: { $opened } new, { $closed } closed. The numbers follow in a table.
reports-numbers = The numbers
reports-day = Day
reports-backlog = Open at the end
reports-times = How long it took
reports-what = What
reports-n = Number
reports-median = Half within
reports-p90 = Nine in ten within
reports-median-open = Half within, opening hours
reports-p90-open = Nine in ten within, opening hours
reports-first = First answer
reports-first-means = From the first mail a person wrote to the first answer of a colleague. Receipts do not count. It counts on the day of the answer. Half within: the median. Nine in ten within: the 90th percentile. Opening hours are those that were set when it was counted.
reports-next = Next answer
reports-next-means = From the oldest mail still unanswered to the next answer. In opening hours, the time in which the conversation waited for somebody else is left out.
reports-resolved = Solved
reports-resolved-means = From the beginning of a conversation to the last time it was solved or closed. If it is reopened, it counts when it is solved again.
reports-ages = How old what is open is
reports-age = Began
reports-age-today = Today
reports-age-days = { $from } to { $to } days ago
reports-age-more = { $from } days ago or earlier
reports-ages-means = By the day on which a conversation began, however often it was reopened since.
reports-within = Answered within 24 hours
reports-of = { $k } of { $n }
reports-interval = The true share is very likely between { $low }% and { $high }% (95% confidence, Wilson).
reports-in-time = Answered in time
reports-late = Not answered in time
reports-waiting = Waiting for more than 24 hours
reports-within-means = Of the conversations in which somebody wrote to us in these days, the share whose first answer came within 24 real hours, whatever the day. What has waited for less than that is not judged yet; what was closed sooner without an answer is left out. In the table of departments and colleagues, what still waits is left out.
reports-lapses = Missed deadlines: { $n }
reports-lapses-none = No deadline was missed in these days.
reports-lapses-list = The newest missed deadlines
reports-lapses-means = Each time the deadline of an answer passed: what it was, who had the conversation then, and how long the customer waited beyond it.
reports-lapse-first = First answer missed
reports-lapse-next = Next answer missed
reports-late-n = Late or still waiting: { $n }
reports-late-none = Everybody was answered within 24 hours.
reports-apart = Told apart
reports-apart-none = Nothing was counted here in these days.
reports-apart-means = In order of names, since figures are no contest. New conversations count for whoever has them now, answers for whoever wrote them, closing for whoever closed. Colleagues see their own figures; those who manage colleagues see all. The number of cases stands beside each figure as n.
reports-missed = Missed
reports-nobody = None
reports-gone = No longer there
reports-had-nobody = Nobody had it
reports-back = To the report
reports-list-none = There are no conversations here.
reports-more = Show more
reports-conversation = Conversation
reports-when = When
reports-who = Who
reports-took = It took
reports-took-open = In opening hours
reports-unanswered = Still unanswered

## Facts of the log

event-webhook-added = The webhook to { $host } was added
event-webhook-changed = The webhook to { $host } was changed
event-webhook-on = The webhook to { $host } was switched on
event-webhook-off = The webhook to { $host } was switched off
event-webhook-rotated = The webhook to { $host } got a new secret
event-webhook-removed = The webhook to { $host } was removed

# The list of administrative acts.

audit-lead = Who did what to your Tillit, and who came in. Newest first.
audit-filter = What is shown
audit-who = Who
audit-everybody = Everybody
audit-kind = What
audit-everything = Everything
audit-sign-ins = Sign-ins
audit-colleagues = Colleagues and departments
audit-settings = Settings
audit-programs = Tokens and webhooks
audit-mailboxes = Mailboxes
audit-words = Tags and macros
audit-open = Help centre and community
audit-privacy = Customers' data
audit-from = From
audit-until = Until
audit-show = Show
audit-file = As a file (CSV)
audit-acts = What happened
audit-none = Nothing like that happened.
audit-older = Older
audit-by-system = Tillit, or whoever runs it
audit-by-customer = A customer
audit-by-former = A former colleague
audit-backup-now = a backup was asked for
audit-job-retried = failed work was begun again
audit-providers = sign-in at mail providers

## Lapses

lapses-title = Lapses
lapses-lead = Replies that came later than promised, or not at all. Write beside each why, and what would have helped.
lapses-none = No reply was missed in these days.
lapses-share = Late or never
lapses-share-means = Of all replies given in these days, and those that were due and not given. Without a reply so far: { $n }.
lapses-late = { $time } late
lapses-waits = Has waited { $time } too long
lapses-never = Never answered
lapses-cause-unknown = Why is not known.
lapses-cause-nobody = Nobody had it.
lapses-cause-closed = It came while you were closed, so little of the time to answer lay in the opening hours.
lapses-reason = Reason
lapses-reason-write = Write a reason
lapses-reason-change = Change the reason
event-lapse-explained = A reason was written beside a late reply
event-lapse-unexplained = The reason beside a late reply was taken away

## Notices

notices-title = Notices
notices-lead = What concerns you. Looking at a conversation marks its notices as read.
notices-settings = How you are told
notices-show = Which notices
notices-unread = Unread
notices-all = All
notices-read-all = Mark all as read
notices-none = No notices yet
notices-none-unread = Nothing unread
notices-none-lead = When somebody mentions you, gives you a conversation or writes in one of yours, it stands here.
notices-older = Older
notices-no-subject = No subject
notices-not-read = unread
notices-read-one = Mark as read
notices-read-this = Mark as read: { $what }
notices-count-most = { $n }+
keys-notices = Notices
notice-mentioned = { $by } mentioned you
notice-mentioned-plain = A note mentions you
notice-draft = { $by } asks you to look at a draft
notice-draft-plain = A colleague asks you to look at a draft
notice-undelivered = Your reply to { $who } was not delivered
notice-assigned = { $by } gave you a conversation
notice-assigned-plain = A conversation was given to you
notice-wrote = { $who } wrote to you
notice-followed = { $who } wrote in a conversation you follow
notice-aside = { $who } answered aside
notice-aside-plain = An answer came in a side thread
notice-soon = A reply to { $who } is due soon
notice-late = Your reply to { $who } is overdue
notice-lapse = A reply to { $who } is overdue in your department
notice-promise = A promise to { $who } is to be kept soon
notice-broken = A promise to { $who } is late
notice-praise = { $who } praised you

## Profile → Notices

settings-notices = Notices
notices-wishes-lead = What you are told about, and how.
notices-saved = Saved.
notices-ways = What you are told
notices-ways-hint = Everything but “Off” stands under Notices in the desk, too.
notices-kind-mentioned = A note mentions me
notices-kind-draft = A colleague asks me to look at a draft
notices-kind-undelivered = A reply of mine was not delivered
notices-kind-assigned = A conversation is given to me
notices-kind-wrote = A customer writes in one of mine
notices-kind-followed = A customer writes in one I follow
notices-kind-aside = Somebody answers in a side thread of mine, or of a conversation I have or follow
notices-kind-soon = A reply of mine is due soon
notices-kind-late = A reply of mine is overdue
notices-kind-lapse = A reply is overdue in my department (owners and admins)
notices-kind-promise = A promise that I keep is to be kept soon
notices-kind-broken = A promise of mine, or in my department (owners and admins), is late
notices-kind-praise = A customer praises me
notices-way-desk = In the desk
notices-way-mail = By mail at once
notices-way-digest = In the digest
notices-way-off = Off
notices-quiet = Quiet hours
notices-quiet-hint = Nothing is mailed to you then. What came meanwhile comes afterwards, as one mail. Times are those of the business.
notices-quiet-from = From
notices-quiet-until = Until
notices-quiet-days = All day on
notices-quiet-wrong = Write two different times, such as 17:00 and 08:00, or leave both empty.
notices-digest = Digest
notices-digest-hour = Hour of the digest
notices-digest-hint = Each day at this hour, when there is something unread to tell.

## Mails of notices

notice-mail-subject = { $what }: { $subject } (#{ $number })
notice-mail-text = { $what }.

    #{ $number } · { $subject } · { $customer }

    { $link }
notice-mail-said = { $who }:
notice-mail-several = { $n ->
    [one] { $n } notice
   *[other] { $n } notices
}
notice-mail-several-lead = This is unread:
notice-mail-more = And more under Notices: { $link }
notice-mail-footer = You choose what is mailed to you: { $link }

reports-ended = How it ended
reports-ended-none = Nobody said in this period what became of anything.
reports-ended-new = New customers
reports-ended-known = Known before
reports-ended-means = What colleagues said became of conversations when they were closed for the last time. With new customers it is what was won, with those known before what was kept. What nobody said is not counted.
reports-fcr = Solved at the first contact
reports-fcr-list = Solved at the first contact
reports-fcr-means = Of the conversations that customers began and that were resolved in this period: those with one message of the customer, never opened again, not part of another, and without another conversation of the same customer on the same topic within seven days after. The topic is the tag that was put on first; conversations without tags count as one topic. The last days can still change.
reports-righted-new = Put right: new customers
reports-righted-known = Put right: customers known before
reports-informed-new = Informed: new customers
reports-informed-known = Informed: customers known before
reports-ordered-new = Ordered: new customers
reports-ordered-known = Ordered: customers known before
reports-lost-new = Lost: new customers
reports-lost-known = Lost: customers known before
reports-other-new = Something else: new customers
reports-other-known = Something else: customers known before
## Rules

rules-lead = What is done by itself when something happens or time passes.
rules-new = New rule
rules-change = Change rule
rules-form-lead = When, on which conversations, and what then.
rules-all = All rules
rules-none = No rules yet
rules-none-lead = Begin with one of those below, look at what it would have done, and switch it on.
rules-list-on = When something happens
rules-list-time = When time passes
rules-list-time-lead = Each of these acts by itself, whatever the others do.
rules-list-none = None.
rules-order = If several fit
rules-order-all = All of them act
rules-order-first = Only the first acts
rules-starters = To begin with
rules-starters-lead = Ready to be looked at and changed. Nothing is on before you switch it on.
rules-use = Use
rules-use-this = Use: { $name }
rules-starter-unhappy = A customer is unhappy
rules-starter-unhappy-why = Marks what an unhappy customer wrote and tells whoever has it.
rules-starter-waiting = A customer has waited four open hours
rules-starter-waiting-why = Marks it and tells whoever has it.
rules-starter-due = A reply is due in two hours and nobody has it
rules-starter-due-why = Marks it, so that a view can show it.
rules-starter-quiet = A customer has not answered for a week
rules-starter-quiet-why = Solves what waits for the customer. It opens again when they write.
rules-starter-reopened = Something came back
rules-starter-reopened-why = Marks what was solved and is open again, so that you see what was not quite right.
rules-name = Name
rules-trigger = When
rules-amount = How long
rules-amount-hint = Only where a time is waited for.
rules-unit = Counted in
rules-unit-hours = hours
rules-unit-open-hours = open hours
rules-unit-days = days
rules-enabled = Switch it on at once
rules-enabled-hint = Else you can see first what it would have done. It only hears of what happens from then on.
rules-acts = What it does
rules-acts-hint = It may what you may, as long as you may.
rules-add-what = What is to be added
rules-drop = Take out number { $number }
rules-act-tag = Put a tag on it
rules-act-untag = Take a tag off
rules-act-assign = Give it to
rules-act-department = Hand it to
rules-act-state = Say where it stands
rules-act-outcome = Say what became of it
rules-act-snooze = Put it away for so many days
rules-act-checklist = Put on its checklist, one a line
rules-act-note = Write a note
rules-act-tell = Tell
rules-act-follow = Have it followed by
rules-act-reply = Write to the customer what this macro says
rules-tell-owner = whoever has it
rules-does-note = Note: { $text }
rules-does-tell-owner = Tell whoever has it
rules-does-tell = Tell { $name }
rules-does-follow = Followed by { $name }
rules-does-reply = Write to the customer: { $name }
rules-on-opened = A conversation begins
rules-on-customer-wrote = The customer writes
rules-on-reply-sent = A colleague answers
rules-on-note-added = A note is written
rules-on-state-changed = Its state changes
rules-on-reopened = It is opened again
rules-on-assigned = It gets or loses its owner
rules-on-handed-to = It goes to another department
rules-on-tagged = A tag is put on it
rules-on-overdue = A reply is overdue
rules-on-promise-late = A promise is late
rules-on-merged = Another conversation becomes part of it
rules-on-woken = It is to be seen again after a snooze
rules-time-customer = The customer has waited for an answer: { $time }
rules-time-us = The customer has not answered us: { $time }
rules-time-opened = Since it began: { $time }
rules-time-deadline = Before a reply is due: { $time }
rules-removed = The rule “{ $name }” was removed.
rules-remove = Remove { $name }
rules-up = Move { $name } up
rules-down = Move { $name } down
rules-on = On
rules-off = Off
rules-stopped = Stopped
rules-switch-on = Switch on
rules-switch-off = Switch off
rules-switch-on-this = Switch on { $name }
rules-switch-off-this = Switch off { $name }
rules-last = last { $when }
rules-stopped-why = It and “{ $other }” led to each other without end. Both were stopped; change one before you switch them on again.
rules-stopped-where = Where it happened
rules-history = History
rules-try = Try on last month
rules-trial = What it would have done
rules-trial-honest = Nothing is done here. Its conditions are asked of the conversations as they are now, for how they stood then nobody kept. What the rule itself would have changed, and what other rules would have made of that, is not counted in.
rules-trial-unknowable = This cannot be tried: when replies were due earlier is not kept.
rules-trial-sum = It happened { $occasions ->
    [one] once
   *[other] { $occasions } times
}; in { $fits } of these cases the conditions hold now.
rules-trial-cut = There was so much that it was only looked back to { $day }.
rules-trial-more = The newest { $n } are listed.
rules-did = What it did
rules-did-none = Nothing yet.
rules-was = What it was
rules-gone = gone
rules-version = Version { $n }
rules-now = As it is now
rules-bring-back = Bring back
rules-bring-back-this = Bring back version { $n }
rules-outcome-done = Done
rules-outcome-nothing = All was so already
rules-outcome-too-often = Left alone for an hour
rules-outcome-failed = Not done
rules-outcome-stopped = Stopped
rules-why-care = Nothing was written: this customer is treated with care.
rules-why-machine = Nothing was written: a machine wrote last.
rules-why-lately = Nothing was written: something went to this customer by itself within a day.
rules-why-unproved = Nothing was written: nobody knows whether the address is the writer’s.
rules-why-no-address = Nothing was written: the customer has no address.
rules-why-no-text = Nothing was written: the macro is gone or has no text.
rules-why-behalf-gone = Whoever saved the rule may not do this any more. Save it anew.
rules-why-out-of-sight = The conversation is gone, or out of sight of whoever saved the rule.
rules-why-fault = Something went wrong here; the log has it.
rules-no-name = The rule needs a name.
rules-no-acts = Say what the rule does.
rules-too-many-acts = A rule does 20 things at most.
rules-personal = A rule has no “me”: it cannot ask what you have, follow or are mentioned in.
rules-no-reply = Choose a macro that writes to customers and that not only you see.
rules-too-many = There are 200 rules already.
rules-bad-amount = Say what the rule waits for, and how long: a whole number of 1 to 8760.
rules-no-open-before = Before a reply is due, time is counted in hours or days.
rules-bad-act = Say what is meant here.
event-rule-made = The rule { $name } was made
event-rule-changed = The rule { $name } was changed
event-rule-on = The rule { $name } was switched on
event-rule-off = The rule { $name } was switched off
event-rule-halted = The rule { $name } was stopped: it and { $other } led to each other
event-rule-removed = The rule { $name } was removed
notice-rule = A rule tells you of a conversation with { $who }
notice-rule-stopped = Two rules led to each other here and were stopped
notices-kind-rule = A rule tells me of a conversation
notices-kind-fight = Two rules fought and were stopped (owners and admins)
rules-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
rules-open-hours = { $n ->
    [one] 1 open hour
   *[other] { $n } open hours
}
rules-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
rules-hits = { $n ->
    [one] 1 time in 7 days
   *[other] { $n } times in 7 days
}
rules-failures = { $n ->
    [one] not done once
   *[other] not done { $n } times
}
reports-policy = Service policy
reports-kept = Kept by service policies
reports-kept-column = Policies kept
reports-kept-none = No service policy asked for anything that was answered or missed in this period.
reports-kept-asked = Asked for
reports-kept-in-time = In time
reports-kept-too-late = Too late
reports-kept-share = Share
reports-kept-interval = 95% confidence
reports-kept-of-first = First replies
reports-kept-of-next = Further replies
reports-kept-of-solution = Solutions
reports-kept-all = All
reports-kept-means = Of what service policies asked for in conversations: how much came before its deadline. What came in time counts on the day it came, what did not on the day its deadline passed, each once and for the policy that held then; a solution counts when the conversation was closed for the last time. What is still running counts as neither, and so does a reply that nobody owed any more since the conversation was closed. The range is where the true share very likely lies (Wilson). Narrowed or told apart by service policy, all other figures go by the policy that a conversation goes by now.
reports-kept-first = First reply kept by service policy
reports-kept-next = Further reply kept by service policy
reports-kept-solution = Solution kept by service policy
reports-missed-first = First reply missed by service policy
reports-missed-next = Further reply missed by service policy
reports-missed-solution = Solution missed by service policy
