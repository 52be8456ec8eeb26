# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Inbox
sidebar-customers = Customers
sidebar-reports = Reports
sidebar-write = Write
view-mine = My inbox
view-unassigned = Unassigned
view-all = All open
view-breaching = Breaching soon
view-waiting = Waiting for customer
view-unanswered = Waiting for us
sidebar-lapses = Lapses
view-snoozed = Snoozed
view-mentions = Mentions
view-following = Following
view-tagged = Tag: { $tag }
view-department = Department
keys-move = Move
keys-next = Next, previous
keys-open = Open, back
keys-panes = Previous and next pane
keys-copy = Copy number, with title, with link
keys-palette = Search and commands
keys-inbox = Go to the inbox
keys-customers = Go to customers
keys-reports = Go to reports
keys-today = Go to today
keys-answer = Answer
keys-reply = Reply
keys-note = Internal note
keys-send = Send
keys-send-close = Send and close
keys-begin = Write to a customer
keys-undo = Undo send
keys-sort = Sort out
keys-select = Select
keys-select-to = Select to here
keys-assign = Assign
keys-tag = Tag
keys-snooze = Snooze
keys-close = Close
keys-need = Note a need
keys-help = This help

## Search

search-title = Search
search-label = Search conversations and customers
search-narrow = Narrow the search
search-is-open = Open
search-is-waiting = Waiting
search-is-closed = Closed
search-is-mine = Mine
search-is-unassigned = Unassigned
search-is-unread = Unread
search-is-followed = Followed
search-has-attachment = With files
search-has-note = With notes
search-not-ready = Older messages are still being made ready. The newest are found already.
search-instead = Little was found, so words like these were looked for too:
search-number = Conversation #{ $number }
search-conversations = Conversations
search-customers = Customers
search-organisations = Organisations
search-in-note = Note
search-nothing-title = Nothing was found
search-nothing-body = Try fewer words, another form of a word, or take off a filter.
search-tips = What you can type
search-tip-phrase = these words, one after the other
search-tip-without = without this word
search-tip-people = who wrote, and to whom
search-tip-tag = conversations with this tag
search-tip-is = how a conversation stands, or what a message is
search-tip-has = conversations or messages that have something
search-tip-days = by date; a month or a year will do
search-tip-number = the conversation with this number

## Inbox

inbox-views = Views
inbox-tags = Tags
inbox-count-most = 1,000+
inbox-parts = Status
inbox-open = Open
inbox-waiting = Waiting
inbox-closed = Closed
inbox-due-first = Due first
inbox-conversations = Conversations
inbox-breaching = Breaching soon
inbox-rest = Everything else
inbox-select = Select { $who }
inbox-unread = Unread
inbox-draft = Draft
inbox-selection = Selected conversations
inbox-selected = { $count ->
    [one] { $n } selected
   *[other] { $n } selected
}
inbox-clear = Clear selection
inbox-bulk-done = { $count ->
    [0] Nothing was changed.
    [one] One conversation done.
   *[other] { $count } conversations done.
}
step-undone = { $count ->
    [0] Nothing was taken back.
    [one] One conversation is as it was before.
   *[other] { $count } conversations are as they were before.
}
inbox-bulk-left = { $count ->
    [one] One was left as it was:
   *[other] { $count } were left as they were:
}
inbox-bulk-gone = It is not there any more.
several-more = Write to them, and more
several-title = { $count ->
    [one] One chosen conversation
   *[other] { $count } chosen conversations
}
several-none = Nothing is chosen.
several-text = One text for all of them
several-variables = Filled in for each:
several-reply = Reply to each
several-note = Leave a note in each
several-macro = Macro
several-macro-use = Use it in each
several-hand = Hand them over
several-into = This one stays
several-merge = Merge the others into it
inbox-held-one = 1 new
inbox-held-other = {"{n}"} new
inbox-empty-title = All answered
inbox-empty-body = Nobody is waiting for an answer here.
inbox-nothing-title = Nothing here
inbox-nothing-body = No conversation stands here right now.
inbox-see-all = See all open
inbox-mailbox-title = Connect your mailbox
inbox-mailbox-body = Then the mails of your customers come here. Nobody is written to by that.
inbox-mailbox-go = Connect a mailbox
inbox-further = Next page
peek-label = Preview
peek-open = Open
peek-before = { $count ->
    [one] One message before this
   *[other] { $count } messages before this
}
peek-reply = Reply to { $who }

## Chips

chip-due = Reply due:
chip-became-late = The reply to { $who } is late.
chip-language = Language
channel-email = e-mail
state-new = New
state-open = Open
state-waiting-customer = Waiting for customer
state-waiting-others = Waiting for others
state-solved = Solved
state-closed = Closed

## Conversation

conversation-no-subject = (no subject)
conversation-back = Back to the list
conversation-more = More
copy-number = Copy the number
copy-hint = Copy the number: . with the title: .. with the link: ...
copy-title = Copy number and title
copy-link = Copy number, title and link
conversation-withdraw-link = Withdraw the customer’s link
copy-done = Copied:
conversation-assign = Assign
conversation-assign-to = Assign to
conversation-tag = Tag
tags-field = Tags, with a comma between them
tags-add = Put on
tags-remove = Take off
tags-on-it = On it
tags-often = Often used
tags-take-off = Take off { $tag }
snooze-title = Snooze
snooze-wake = Wake up
snooze-later-today = Later today
snooze-tomorrow = Tomorrow
snooze-next-week = Next week
snooze-until-reply = Until somebody writes
snooze-until-reply-of = Until { $who } writes
snooze-at = Another time
snooze-until-then = Snooze until then
snooze-back-before-due = A reply is due { $when }. It comes back an hour before that at the latest; no clock stops.
snooze-due-anyway = A reply is due { $when }. No clock stops for it.
snooze-was-due = A reply was due { $when }. No clock stops for it.
snoozed-until = Snoozed until { $when }
snoozed-until-reply = Snoozed until somebody writes
follow-title = Followers
follow-start = Follow
follow-stop = Stop following
mention-colleague = Mention a colleague
presence-looking = { $name } is reading
presence-noting = { $name } is writing a note
presence-replying = { $name } is writing a reply
presence-writing = { $name } is writing
link-title = Linked conversations
link-add = Link a conversation
link-number = Number of the other conversation
link-kind = The other one is
link-related = Related
link-parent = Parent
link-child = Child
link-remove = Remove the link with #{ $number }
spent-title = Time spent
spent-add = Write down time
spent-hours = { $hours } h { $minutes } min
spent-last = You last wrote down { $time }.
checklist-title = Checklist
checklist-count = { $done }/{ $all }
checklist-add = Add what is to be done
checklist-tick = Tick off: { $item }
checklist-untick = Not done after all: { $item }
checklist-up = Move up: { $item }
checklist-down = Move down: { $item }
checklist-remove = Take off: { $item }
checklist-open = Still to be done:
contact-log = Log a call or a visit
contact-call-out = Call to { $who }
contact-call-out-missed = Call to { $who }, not reached
contact-call-in = Call from { $who }
contact-call-in-missed = Missed call from { $who }
contact-visit-out = Visit to { $who }
contact-visit-out-missed = Visit to { $who }, nobody was there
contact-visit-in = Visit from { $who }
contact-visit-in-missed = Visit from { $who }, whom nobody could meet
contact-minutes = { $n } min
contact-way = How
contact-phone = By telephone
contact-visit = A visit
contact-direction = Who to whom
contact-out = We to them
contact-in = They to us
contact-spoke = We talked
contact-at = When
contact-how-long = Minutes
contact-with = With whom
contact-said = What was said
contact-then = Afterwards it is
contact-then-hint = A talk after the customer’s last mail answers it: the clocks stop. A try that reached nobody changes nothing.
contact-belongs = Conversation
contact-new = A new one
contact-subject = What it is about
contact-subject-hint = For a new conversation.
note-edit = Edit the note
note-edited = Edited
note-edit-kept = What stands here now is kept; you and administrators can see it.
note-before = What stood here before
note-until = Until
redact-title = Take words out
redact-words = Words to take out
redact-words-hint = One stretch a line, as it stands above, up to { $most } characters each.
redact-more = What else goes
redact-file = The file { $name }
redact-whole = Everything that it says, with its files
redact-why = Why
redact-why-hint = It stays in the history.
redact-for-good = This is for good: the words also go from the mail as it came, from the search and from the history. Nobody can bring them back.
redact-do = Take out for good
redact-was = Words were taken out of this message
cards-found = There is a card number in this conversation.
cards-mask = Leave the last four digits
link-children-open = Parts of this conversation are still open:
close-anyway = Close it all the same
conversation-nobody = Nobody
conversation-department = Department
conversation-department-none = No department
conversation-close = Close
conversation-reopen = Open again
conversation-state = State
close-reason = Why is it closed without a reply?
close-reason-why = Nobody has answered since the customer last wrote. The reason is kept in the history.
fields-first = Fill this in first
fields-go-on = Save and go on
thread-label = Conversation
thread-quoted = Show quoted text
thread-signature = Show signature
thread-goes-on = This goes on from an earlier conversation
thread-events = { $count ->
    [one] One event
   *[other] { $count } events
}

## Messages

message-from = Message from { $who }
message-reply-from = Reply from { $who }
message-forward-from = Forwarded by { $who }
message-note-from = Internal note from { $who }
message-note = Internal note
message-note-private = Only your team sees this
message-to = to { $address }
message-cc = copy to { $address }
message-bcc = hidden copy to { $address }
message-forwarded-to = Forwarded to { $address }
message-forwarded-what = The message that was forwarded
message-original = Original mail
message-show-original = Show original
message-original-of = Original of the mail from { $who }
message-cut = This mail is very long; this is its beginning. The original has all of it.
receipt-body =
    Hello,

    Thank you for writing to us. Your message has arrived safely, and one of us will read it.

    You will hear from a person { $when }.

    If there is something to add, just answer this mail.
receipt-body-plain =
    Hello,

    Your message has arrived. One of us reads it, and you will hear from a person { $when }.

    If there is something to add, just answer this mail.
receipt-when-elsewhere = { $when } ({ $place } time)
receipt-label = Receipt
receipt-line = A receipt went by itself to { $to }
receipt-show = What it says
message-table = Table
pictures-blocked = { $count ->
    [one] { $count } picture is on another computer. Fetching it can tell the sender that the mail was read.
   *[other] { $count } pictures are on other computers. Fetching them can tell the sender that the mail was read.
}
pictures-show = Show pictures
pictures-tracker = This mail tries to tell its sender when it is read. That was stopped.
picture-not-shown = Picture that is not shown
picture-open = Open the picture { $name }
why-title = Why here?
why-back = Back to the conversation
why-placing = Why it stands in this conversation
why-nothing-kept = Nothing had to be decided: it was written here.
why-joins = It joins conversation { $number }: { $evidence }.
why-joins-new-here = It joins conversation { $number }: { $evidence }. Its sender is new here and is sent nothing until somebody lets them in.
why-continues-closed = Conversation { $number } is closed, so a new one goes on from it: { $evidence }.
why-links-another = It points to conversation { $number } too: { $evidence }. They were not merged.
why-sender-takes-no-part = It points to conversation { $number }: { $evidence }. Its sender takes no part there, so it does not join.
why-sender-blocked = Its sender is blocked: it is kept and filed as closed, and nobody answers.
why-sender-removed = It points to conversation { $number }: { $evidence }. Somebody took its sender out there, so it does not join.
why-forged-id = It answers an id that looks like ours and is not: { $id }. That counts for nothing.
why-deleted-conversation = It answers #{ $number }, which colleagues deleted. That one stays deleted, so a new one begins.
why-nothing-points-here = Nothing in it points to a conversation that its sender takes part in, so it begins one.
why-unproved-staff = It is in a colleague’s name, { $address }, and nothing proves it. It has no power.
notice-mail-above = Write above this line: your answer becomes a note that only colleagues see. Nothing goes to the customer.
why-noted-by-mail = A colleague, { $address }, answered a notice by mail, so it became a note.
why-notice-not-theirs = It was sent to the answer address of a notice that was not for { $address }. It made no note.
why-notice-unproved = It answers a notice, but nothing proves that it is from { $address }. It made no note.
why-notice-over = It answers a notice of { $address } that can no longer be answered by mail. It made no note.
why-copied-take-part = Its sender is proved, so { $who } take part from now on.
why-copied-not-added = It was copied to { $count ->
    [one] one more person, who does
   *[other] { $count } more people, who do
} not take part: nothing proves its sender, or they are too many.
why-bounce = It says that a message of ours did not reach { $who }.
why-bounce-unknown = It says that a mail did not arrive, but not which of ours, so it changes nothing.
why-receipt-goes = Its sender got a receipt that says to expect a person before { $until }.
why-no-receipt-by-machine = No receipt: a machine wrote it, or it could not be read.
why-no-receipt-old = No receipt: it did not come just now.
why-no-receipt-from-us = No receipt: it is in our own name or a colleague’s.
why-no-receipt-declined = No receipt: it asks for no answers by machines, or nobody would read one.
why-no-receipt-unreachable = No receipt: it has no address to answer to.
why-no-receipt-unproved = No receipt: nothing proves its sender, and a receipt must not reach somebody who never wrote.
why-no-receipt-off = No receipt: they are switched off.
why-no-receipt-capped = No receipt: { $count } went to this address within the hour.
why-evidence-reply-address = it was sent to an address that we signed for it
why-evidence-our-message = it answers a message of ours
why-evidence-foreign-message = it answers a message that came in before
why-evidence-shared-reference = it belongs to the same exchange of mails
why-evidence-subject-tag = its subject bears the number
why-facts = How it came
why-from = From
why-to = To
why-cc = Copy
why-came = Came
why-way = By
why-way-listener = our mail listener
why-way-pipe = a mail server’s pipe
why-way-import = an imported archive
why-way-imap = a mailbox that we read
why-way-request = the page of the request
why-mailbox = Mailbox
why-copies = Copies
why-copies-times =
    { $count ->
        [one] came once
       *[other] came { $count } times
    }
why-envelope-from = Envelope sender
why-envelope-to = Envelope recipients
why-language = Language
why-automatic = Written by a machine
why-unreadable = Could not be read
why-warnings = Worth a look
message-unreadable = This mail could not be read. The original is kept and can be downloaded.
proof-proved = Sender proved by { $by } ({ $domain })
proof-link = Written on the page of the request
proof-unproved = Sender not proved
proof-form = Typed on a page: nobody has confirmed this address yet
proof-failed = Not from { $domain }: { $by } failed
new-here = { $who } is new here. They get no reply and see nothing of this until you let them take part.
new-here-let-in = Let them take part
new-here-split = Make it a conversation of its own
people-title = Also take part
people-take-out = Take out
people-let-in = Let in
merge-offer = A message belongs here and to another conversation:
merge-into = Merge into #{ $number }
merge-leave = Leave them apart
merge-done = #{ $number } is part of this conversation now.
merge-undo = Take it apart again
merge-title = Merge into another
merge-number = Number of the other conversation
merge-do = Merge
merge-look-title = How they read as one
merge-joins = Becomes part of it
merge-others = { $names } take part in #{ $number } from then on: what they write joins it.
merge-comes = Everything comes along: messages, tags, followers, checklists, promises and time spent. The old numbers lead to #{ $number }, and later mail does, too. It can be taken apart again until something new happens there.
merge-order = The order of what was said
merge-order-newest = { $count ->
    [one] The newest message of them:
   *[other] The newest { $count } messages:
}
unreadable-empty = There was nothing in it.
unreadable-no-header = It does not look like a mail.
unreadable-header = Its header is too large or too deep to be safe.
unreadable-parts = It has too many parts within parts to be safe.
unreadable-other = Reason: { $why }
automatic-answer = A machine answered. Nobody is waiting for a reply to this.
automatic-bulk = This was sent to many at once.
automatic-list = This came through a mailing list.
automatic-report = A mail server reports about a mail of ours.
automatic-system = A mail system wrote this.
automatic-other = A machine wrote this.
warning-unproved-staff = The sender uses a colleague’s address, but nothing proves it is them.
warning-name-holds-address = The name of the sender holds another mail address. Look at the address, not at the name.
warning-no-sender = The mail does not say who sent it.
warning-several-senders = The mail names several senders. Only the first one counts here.
warning-text-cut = The text was too long and is cut here. The original has it all.
warning-nul-removed = Characters that nobody can read were left out.
warning-receipt-capped = So many receipts went to this address within an hour that no more go for now. If a machine answers each of them, it is at rest.
message-encrypted = Encrypted
message-encrypted-why = We cannot read it here; the file is kept.
message-signed = Signed
message-signed-why = Nobody checked the signature.
invite-label = Meeting
invite-untitled = Meeting
invite-invited = Invitation
invite-cancelled = Cancelled
invite-accepted = Accepted
invite-declined = Declined
invite-perhaps = Perhaps
invite-told = Event
invite-when = When
invite-where = Where
invite-by = From
invite-who = Who
invite-repeats = It comes again.
invite-no-zone = no time zone was named
invite-from-to = { $from } to { $to }
invite-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
forwarded-offer = { $by } forwarded a mail that { $writer } wrote. You are answering { $by }.
forwarded-turned = You are answering { $writer }, whose mail { $by } forwarded.
forwarded-unproved = The address only stands in the forwarded text; nobody has proved it.
forwarded-answer = Answer { $name } instead
warning-name-of-colleague = The sender bears a colleague’s name, but writes from another address.
warning-hidden-characters = Characters that one cannot see were taken out of the sender’s name or address.
warning-foreign-letters = The address is written with foreign letters that may look like others. Read it twice.
warning-other = Something is unusual about this mail: { $what }
delivery-waiting = Goes in a moment
delivery-again = Will be tried again
delivery-sending = Sending
delivery-sent = Sent
delivery-failed = Not delivered
delivery-bounced = Came back
delivery-bounced-title = It could not be delivered to { $who }.
delivery-scheduled = Goes out
delivery-held = Held back
delivery-failed-title = This reply did not arrive.
delivery-failed-body = The text is safe. Look at the reason, then try again.
delivery-words = The other server says:
waiting-title = This reply waits for its time.
waiting-body = It goes by itself, unless the customer writes first.
waiting-held-wrote = { $who } wrote since: look first.
waiting-held-closed = The conversation was closed before this could go: look first.
waiting-held-merged = Not sent: its conversation became part of another customer’s. Look at who gets it before you send it.
waiting-edit = Edit
waiting-cancel = Cancel the reply
waiting-send-now = Send now
waiting-send-anyway = Send anyway

## Composer

composer-kind = Kind
composer-reply = Reply
composer-note = Note
composer-to = to { $address }
composer-reply-label = Reply to { $who }
composer-note-label = Internal note about { $who }
composer-forward = Forward
composer-forward-label = What you say about the message of { $who }
composer-forward-to = Forward to
composer-forward-send = Forward
composer-original = The message that is forwarded
composer-along = Files that go along
composer-field-to = To
composer-field-cc = Copy
composer-field-bcc = Hidden copy
composer-fields-hint = Several addresses with a comma between them.
composer-and-copies = and copies
composer-reply-all =
    { $count ->
        [one] Reply to all (1 more)
       *[other] Reply to all ({ $count } more)
    }
composer-bad-address = “{ $address }” is not a whole mail address.
composer-files = Files to send
composer-remove = Remove the file
composer-attach = Attach files
composer-saved = Kept as a draft
composer-failing = Mail to { $address } came back. Check the address before you write to it again.
composer-send-wait = Send and wait
composer-send-more = More ways to send
composer-send-open = Send and keep open
composer-send-close = Send and close
composer-later = Send later
composer-later-tomorrow = Tomorrow { $time }
composer-later-at = Another time ({ $zone })
composer-later-send = Send at this time
composer-signature = Your signature
composer-discard = Discard
composer-save-note = Save note

macros-use = Use a macro ( / at the start of a line)
macros-find = Find a macro
macros-nothing = No macro is called so.
macros-none-here = There is no macro that fits here yet.
macros-also = With it
macros-only-do = Do it without a message
macros-put-in = The macro { $name } is in the text.
macros-fallback = This macro has no text in { $missing }. What stands here is { $language }.
macros-send = Send and do what is ticked
macros-unknown = somebody who is gone
macros-does-state = State: { $state }
macros-does-me = Assign to me
macros-does-take = Assign to whoever uses it
macros-does-nobody = Assign to nobody
macros-does-assign = Assign to { $name }
macros-does-department = Department: { $name }
macros-does-no-department = No department
macros-does-tag = Tag: { $tag }
macros-does-untag = Take off the tag { $tag }
macros-does-checklist = { $count ->
    [one] Checklist: one thing
   *[other] Checklist: { $count } things
}
macros-does-snooze = { $count ->
    [one] Snooze for one day
   *[other] Snooze for { $count } days
}

begin-title = Write to a customer
begin-lead = This begins a conversation. No reply is due until the customer writes back.
begin-copies = Copies
begin-subject = Subject
begin-body = Text
begin-from = Leaves from
begin-send = Send
undo-sending = { $count ->
    [one] Sending to { $who } in { $n } second
   *[other] Sending to { $who } in { $n } seconds
}

## Customer file

file-label = Customer file
file-language = Language
file-since = Customer since
file-addresses = Addresses
file-conversations = Last conversations
timeline-title = Timeline of { $name }
timeline-show = Show
timeline-all = Everything
timeline-conversations = Conversations
timeline-messages = Messages
timeline-notes = Notes
timeline-file = File
timeline-none = Nothing yet.
timeline-began = Conversation #{ $number } began
timeline-wrote = { $name } wrote
timeline-replied = { $name } replied
timeline-forwarded = { $name } passed it on
timeline-noted = { $name } noted
timeline-contact = { $name } wrote down a call or a visit
file-first = This is the first conversation.

## History

event-opened = Received by e-mail
event-opened-linked = Received by e-mail, going on from a closed conversation
event-message-received = { $from } wrote
event-reply-sent = { $by } replied
event-begun = { $by } wrote first
event-forwarded = { $by } forwarded a message to { $to }
event-reply-scheduled = { $by } wrote a reply that goes later
event-reply-held-wrote = The waiting reply was held back, since something came in
event-reply-held-closed = The waiting reply was held back, since the conversation had been closed
event-reply-held-merged = The waiting reply was held back, since its conversation became part of another customer’s
event-reply-cancelled = { $by } called off the reply that waited
event-reply-undone = A reply was taken back before it went
event-receipt-sent = A receipt went to { $to }
event-answered-from-articles = Articles went to { $to } by themselves: { $titles }
event-receipts-capped = No more receipts to { $who } for now, since so many went
event-delivery-sent = Delivered. { $words }
event-delivery-failed = Not delivered. { $words }
event-delivery-bounced = Came back. { $words }
event-delivery-changed = On its way. { $words }
event-note-added = { $by } added a note
event-taken = { $name } took it
event-assigned = Given to { $name }
event-assigned-away = Given to { $name }, since { $owner } is away
event-unassigned-away = Given back to nobody, since { $owner } is away
event-assigned-away-full = Given to { $name }, since { $owner } is away and { $deputy } has as many as they take
event-unassigned-away-full = Given back to nobody, since { $owner } is away and { $deputy } has as many as they take
event-assigned-full = Given to { $name }, since { $owner } has as many as they take
event-unassigned-full = Given back to nobody, since { $owner } has as many as they take
event-assigned-turn = Given to { $name }, whose turn it was
event-recurred = Began by itself: it recurs
event-recurring-made = Something recurs from now on: { $name }
event-recurring-changed = What recurs was changed: { $name }
event-recurring-removed = Recurs no longer: { $name }

settings-turns = Turns
turns-lead = New conversations go to who is next by themselves, or wait until somebody takes them. For each department.
turns-on = Turn on
turns-on-one = Turn on: { $name }
turns-off = Turn off
turns-off-one = Turn off: { $name }
turns-are-on = By turns
turns-off-why = Off: what is new waits in the inbox until somebody takes it.
turns-next = Next is { $name }.
turns-nobody = Nobody can take a turn now. What is new waits in the inbox.
turns-line-of = Who is next: { $name }
turns-who = Who
turns-open = Open
turns-open-of = { $n } of { $cap }
turns-part = Position
turns-last = Last turn
turns-never = None yet
turns-stands = Place in line
turns-is-next = Next
turns-place = Number { $n }
turns-full = Has as many as they take
turns-unable = Does not answer customers

settings-recurring = Recurring
recurring-lead = Conversations that begin by themselves, again and again: stock to count, agreements to renew, customers to call.
recurring-new = New recurring conversation
recurring-change = Recurring conversation
recurring-none = Nothing recurs yet.
recurring-none-why = Put down once what comes back every week, month or year; it then begins by itself, with its text, tags and checklist.
recurring-end-one = End: { $name }
recurring-next = Next { $day }
recurring-off = Off
recurring-made = { $count ->
    [one] Began once
   *[other] Began { $count } times
}
recurring-subject = Subject
recurring-customer = Customer
recurring-customer-hint = An address, a telephone, or the address of their file. Empty: it is the business’s own.
recurring-beginning = Its text is
recurring-note = A note for colleagues
recurring-note-why = The customer gets nothing.
recurring-message = A mail to the customer
recurring-message-why = In the name of its owner. When it cannot be sent, it becomes a note.
recurring-body = Text
recurring-tags = Tags
recurring-tags-hint = With a comma between several.
recurring-owner = Whose it is
recurring-checklist = Checklist
recurring-checklist-hint = Of a macro that brings one.
recurring-checklist-none = None
recurring-every = How often
recurring-day = Every day
recurring-week = Every week on
recurring-month = Every month on day
recurring-year = Every year on
recurring-week-on = Every week: { $days }
recurring-month-on = Every month: { $day }.
recurring-year-on = Every year: { $day } { $month }
recurring-month-day = Day of the month
recurring-year-month = Month
recurring-short-months = Where a month is shorter, its last day counts.
recurring-at = At
recurring-at-hint = In the time zone of the business.
recurring-wrong-time = Enter a time such as 08:00.
recurring-wrong-customer = Nobody is known by this, or more than one.
recurring-closed = When the business is closed that day
recurring-closed-hint = By the opening hours and holidays.
recurring-closed-next = The next open day
recurring-closed-previous = The open day before
recurring-closed-leave = That day all the same
recurring-on = Begins by itself
recurring-on-why = Off, it is kept and waits.
recurring-days = Next days
recurring-look = Show the days
recurring-no-days = No days: look at how often.
event-customer-changed = The customer is now { $name }
event-unassigned = Given to nobody
event-handed-to = Handed to { $name }
event-handed-to-none = Handed to no department
event-state-new = Set to new
event-state-open = Set to open
event-state-waiting-customer = Waits for the customer
event-state-waiting-others = Waits for others
event-state-solved = Solved
event-state-closed = Closed
event-breached-first = The first reply became late
event-breached-next = The reply became late
event-breached-resolution = The solution became late
event-service-usual = Goes by the usual reply times
event-service-chosen = Goes by the service policy { $name }
event-near-first = The first reply is due soon
event-near-next = The reply is due soon
event-near-resolution = The solution is due soon
event-takes-part = { $who } takes part
event-new-here = { $who } is new here
event-taken-out = { $who } takes part no more
event-split = A message became #{ $number }
event-merged-into = Became part of #{ $number }
event-took-in = #{ $number } became part of this
event-came-along = What waited or was half written in #{ $number } came along
event-taken-apart = Taken apart from #{ $number } again
event-merge-offered = May belong to #{ $number }
event-read = Read
event-undone-owner = { $by } took back who has it
event-undone-department = { $by } took back the department
event-undone-state = { $by } took back the state
event-undone-tags = { $by } took back the tags
event-undone-snooze = { $by } took back putting it away or bringing it back
event-undone-macro = { $by } took back what a macro did
event-deleted = { $by } deleted it
event-restored = { $by } put it back
event-erased = { $by } let #{ $number } go for good
event-erased-by-time = #{ $number } went for good when its time was over
event-undone-delete = { $by } took back deleting it
event-followed = { $by } follows it
event-unfollowed = { $by } follows it no more
event-sender-proved = The customer confirmed that the address is theirs
event-mentioned = Colleagues were mentioned
event-link-withdrawn = { $by } withdrew the customer’s link
event-linked-related = Linked with #{ $number }
event-linked-parent = Is a part of #{ $number } now
event-linked-child = #{ $number } is a part of this now
event-unlinked = No longer linked with #{ $number }
event-time-spent = { $by } spent { $n } min
event-time-taken-back = { $by } took { $n } min back
event-items-added = To be done: { $items }
event-item-done = Done: { $item }
event-item-undone = Not done after all: { $item }
event-item-removed = Taken off the checklist: { $item }
event-item-moved = Moved on the checklist: { $item }
event-call-logged = { $by } wrote down a call
event-visit-logged = { $by } wrote down a visit
event-note-edited = { $by } changed a note
event-redacted = { $by } took words out of a message
event-cards-masked = { $by } masked card numbers
event-snoozed-until = Snoozed until a time to come
event-snoozed-reply = Snoozed until somebody writes
event-woken-time = Came back by itself
event-woken-message = Came back, since something came in
event-woken-colleague = Came back by hand
event-tagged = Tagged { $tags }
event-untagged = No longer tagged { $tags }
event-tag-made = The tag { $name } was made
event-tag-changed = The tag { $from } is { $to } now
event-tag-merged = The tag { $name } became part of { $into }
event-tag-removed = The tag { $name } was removed
event-macro-applied = Used the macro { $macro }
event-macro-made = The macro { $name } was made
event-macro-changed = The macro { $name } was changed
event-macro-removed = The macro { $name } was removed
event-macro-restored = The macro { $name } is back
event-view-made = The view { $name } was made
event-view-changed = The view { $name } was changed
event-view-removed = The view { $name } was removed
event-view-restored = The view { $name } is back
event-pictures-shown = Pictures from elsewhere shown
event-by-former = a former colleague
event-by-rule = a rule

## What stands in the way

refusal-empty = There is no text yet.
refusal-too-long = The text is longer than a mail may be. Make it shorter or attach it as a file.
refusal-reason-needed = Nobody has answered since the customer last wrote. Give a reason for closing it.
refusal-already-closed = It is closed already.
refusal-already-open = It is open already.
refusal-too-late = It is too late: the reply has already gone.
refusal-not-failed = This reply has not failed, so it is not sent again.
refusal-no-such-colleague = This colleague cannot take conversations any more.
refusal-no-such-department = This department takes no conversations any more.
refusal-no-address = There is no address to write to.
refusal-no-writer = This mail does not say whom else to answer.
refusal-files-too-large = The files are too large for a mail. Together they may be 20 MB.
refusal-not-a-picture = This file is no picture that mail programs show. Choose a PNG, JPEG, GIF or WebP.
refusal-picture-too-large = The picture is too large. It may have 2 MB and be 4,000 points wide or high at most.
refusal-bad-address = One of the recipients is not a whole mail address.
refusal-too-many-recipients = A mail can go to 50 people at most.
refusal-not-to-customer = A reply goes to the customer. To write to somebody else, forward a message.
refusal-no-recipient = There is nobody to send it to yet.
refusal-something-newer = Something newer has come in. Read it, then send.
refusal-time-passed = That time has passed. Choose a later one.
refusal-time-too-far = That is more than a year away. Choose an earlier time.
refusal-no-time = Choose a date and a time.
refusal-not-waiting = This reply does not wait any more.
refusal-reply-waits = A reply still waits here. Send or cancel it before closing.
refusal-fields-missing = Something must be filled in before. It stands above what you write.
refusal-nothing-to-forward = The message to forward is not there.
refusal-no-subject = Give it a subject.
refusal-no-such-conversation = There is no other conversation of that number.
refusal-on-its-way = A reply is still on its way. Merge once it has gone.
refusal-merge-stays = Something new has happened since, so the two can no longer be taken apart.
refusal-no-tag = A tag needs a word.
refusal-tag-taken = Another tag has this name. Merge the two instead.
refusal-no-macro-name = A macro needs a name.
refusal-empty-macro = A macro says something or does something. Write a text or choose an action.
refusal-unknown-variable = This text has a variable that does not exist.
refusal-solved-away = What is solved cannot be snoozed. Choose one of the two.
refusal-too-many-macros = There is no room for more macros. Remove some that nobody uses.
refusal-no-such-macro = This macro is not there any more.
refusal-children-open = Parts of it are still open. Close them first, or close this one by its own button, which asks.
refusal-link-loop = That would make it a part of itself.
refusal-no-minutes = Write down between one minute and a day.
refusal-not-tracked = Time is not written down here.
refusal-items-open = Something on its checklist is still to be done. Do it first, or close this one by its own button, which asks.
refusal-too-many-items = There are too many things on this checklist.
refusal-why-missing = Say why: it stays in the history.
refusal-not-gone-yet = It has not gone yet. Take it back, or wait until it has.
refusal-nothing-redacted = These words are not in it.
refusal-no-view-name = A view needs a name.
refusal-bad-condition = This condition cannot be read. Fill it in or take it out.
refusal-view-too-large = That is more than one view can hold: up to 40 conditions, in groups up to four deep.
refusal-too-many-views = There is no room for more views. Remove some that nobody uses.
refusal-bad-plan = There are no such days. Choose a day of the week, or a day that the month has.
refusal-too-many-recurring = 200 things recur already. End one that is no longer needed.
refusal-changed-since = Somebody has changed it since, so it stays as it is.
refusal-undo-over = It is too late to take this back. That works for half an hour.
refusal-already-undone = This was taken back already.
refusal-goes-out = A reply still waits here or is on its way. Send or cancel it before deleting.

## The first day

welcome-title = Welcome to Tillit
welcome-lead = Make the first account, and your desk is ready.
welcome-name = Your name
welcome-email = Your e-mail
welcome-email-hint = You sign in with it. Customers do not see it.
welcome-password = Password
welcome-business = Name of the business
welcome-business-missing = What is the business called?
welcome-submit = Open the desk
welcome-old-title = This link is no longer the newest
welcome-old-lead = Tillit was started again since and made a new link. Look where it was started.
welcome-taken-title = Tillit is set up already
welcome-taken-lead = Somebody made the first account. Ask them for an invitation.
welcome-to-signin = Go to sign-in

## Settings

settings-profile = My profile
settings-team = Colleagues
settings-departments = Departments
settings-business = Business
settings-hours = Opening hours
settings-times = Reply times
settings-receipts = Receipts
settings-requests = Customers’ pages
settings-forms = Contact forms
settings-states = Names of states
settings-fields = Fields
settings-tags = Tags
settings-macros = Macros
settings-views = Views
settings-mail = Mail
settings-senders = Senders
settings-api = API
settings-webhooks = Webhooks
settings-found = Settings found
settings-found-lead = By the words on the pages of the settings.
settings-found-what = Type what you are looking for, such as holidays.
settings-found-none = No setting was found for “{ $query }”.
settings-audit = Audit
settings-backups = Backups
settings-operations = Operations
settings-saved = Saved.
settings-wrong = { $count ->
    [one] One thing to put right before saving
   *[other] { $count } things to put right before saving
}
settings-zone = Time zone
settings-zone-hint = An IANA name, for example Europe/Oslo or Asia/Jakarta.
settings-zone-wrong = No time zone has this name.

business-lead = Who you are to your customers, and how conversations behave.
business-customers-see = What customers see
business-name = Name of the business
business-name-hint = Stands beside the sender of every reply.
business-name-missing = Give the business a name.
business-address = Reply address
business-address-hint = Customers see this as the sender.
business-language = Language
business-language-hint = For customers whose own language is not known.
business-address-wrong = This is not a whole mail address, such as help@brekkesund.example.
business-signature = Signature
business-signature-hint = Stands under every reply.
business-conversations = Conversations
business-closed-reply = When a customer answers a closed conversation
business-closed-link = Begin a new one that goes on from it
business-closed-link-why = The old one stays closed and is one click away.
business-closed-reopen = Open the old one again
business-closed-reopen-why = Everything stays in one place, however old it is.
business-quiet-days = Quiet days
business-quiet-days-hint = A solved conversation is closed after this many days without a word.
business-quiet-days-wrong = Choose between 1 and 3650 days.
business-undo = Undo send
business-undo-off = Off
business-undo-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
business-undo-wrong = Choose one of the times in the list.
business-subject-tag = The number in subjects
business-subject-off = No number
business-subject-off-why = Mails find their conversation without it.
business-subject-right = Behind the subject
business-subject-right-why = For customers whose mail programs lose the thread: Engine [#48213]
business-subject-left = Before the subject
business-subject-left-why = For customers whose mail programs lose the thread: [#48213] Engine

times-lead = What you promise yourselves. Replies that run already keep their times.
times-first = First reply
times-first-hint = Real hours, day and night, every day of the year.
times-first-wrong = Choose between 1 and 720 hours for the first reply.
times-next = Next reply
times-next-hint = Counted in opening hours. Stands still while a conversation waits for others.
times-track = Colleagues write down how much time they spend on a conversation
times-next-wrong = Choose at least one minute and at most 720 hours for the next reply.
times-soon-hint = What is due within so many hours stands under “Breaching soon”. Between 1 and 72.
times-soon-wrong = Between 1 and 72 hours.
times-hours = Hours
times-minutes = Minutes
receipts-lead = Who writes of something new can be told at once that it has come, and by when to expect a person.
receipts-title = New enquiries
receipts-on = Send a receipt
receipts-on-why = One short mail in the customer’s language, from the mailbox they wrote to. It never stops the clock for the first reply.
receipts-off = Send none
receipts-off-why = Customers hear from you when somebody answers.
receipts-when-title = The time in it
receipts-when = It follows your reply times and opening hours: never earlier than your first reply is due, and never before you have been there long enough. If a person answers first, no receipt goes.
receipts-never-title = Who never gets one
receipts-never-unproved = Senders whom nothing proves. Under Senders you name the mail servers that prove them.
receipts-never-machines = Machines, lists, reports, and whoever asks for no automatic answers.
receipts-never-old = Mail that lay there before you connected the mailbox, archives, and mail written days ago.
receipts-never-many = Anybody, more than { $count } times an hour.
receipts-preview = What it says
receipts-preview-hint = As if somebody wrote now. Your name and signature stand below it.

states-lead = Words of your own for where a conversation stands. The six states stay underneath.
states-name = Name
states-new = New name
states-means = Means
states-clocks = Clocks
states-clocks-usual = As its state
states-clocks-still = Stand still
states-clocks-run = Run on
states-remove = Empty a name to remove it.

tags-lead = The words that colleagues put on conversations to find them again. New ones are made by typing them.
tags-none = No conversation has a tag yet. Press T in one to give it the first.
tags-count = { $count ->
    [0] on no conversation
    [one] on one conversation
   *[other] on { $count } conversations
}
tags-show = Show its conversations
tags-name = Name
tags-tone = Colour
tags-tone-plain = Grey
tags-tone-accent = Like the desk
tags-tone-ok = Green
tags-tone-warn = Amber
tags-tone-bad = Red
tags-tone-info = Blue
tags-merge-into = Merge into
tags-merge-hint = Everything with this tag gets the other one. That cannot be undone.
tags-forget = Remove the tag
tags-sure = { $count ->
    [0] Remove “{ $tag }”? No conversation has it.
    [one] Remove “{ $tag }” from one conversation? That cannot be undone.
   *[other] Remove “{ $tag }” from { $count } conversations? That cannot be undone.
}

macros-lead = What you often write and do, ready to be used with / in a reply or a note.
macros-new = New macro
macros-change = Change a macro
macros-form-lead = A text in as many languages as you like, and what is done with it.
macros-all = All macros
macros-none = There are no macros yet.
macros-none-why = Begin with an answer that you write every week: opening hours, how to send something back, that you are looking into it.
macros-not-found = No macro has “{ $q }” in its name or text.
macros-for-everyone = For everyone
macros-for-me = Only for me
macros-files-count = { $count ->
    [one] one file
   *[other] { $count } files
}
macros-uses = { $count ->
    [0] not used yet
    [one] used once
   *[other] used { $count } times
}
macros-up = Move { $name } up
macros-down = Move { $name } down
macros-copy = Make a copy of { $name }
macros-remove = Remove { $name }
macros-removed = { $name } is removed.
macros-not-yours = This macro is for others too, so administrators change it. A copy is yours alone.
macros-name = Name
macros-name-hint = What you look for after /. At most { $most } characters.
macros-kind = The text becomes
macros-kind-reply = A reply
macros-kind-reply-why = The customer gets it.
macros-kind-note = A note
macros-kind-note-why = Only colleagues see it.
macros-texts = Text
macros-texts-hint = The customer's language is chosen; where it has no text, the language of the business, and you are told so.
macros-text-in = Text in { $language }
macros-variables = What can be filled in
macros-variables-hint = Written between two braces. What stands after a | is used when nothing is known: customer.first_name|there.
macros-variable-customer-name = the customer's name
macros-variable-customer-first-name = their first name
macros-variable-customer-addressed = how they want to be addressed, else their first name
macros-variable-agent-name = your name
macros-variable-agent-first-name = your first name
macros-variable-conversation-number = the number of the conversation
macros-variable-conversation-subject = what it is about
macros-variable-business-name = the name of the business
macros-variable-business-address = its mail address
macros-acts = What it does
macros-acts-hint = Done together with sending. Whoever uses it can untick each of them.
macros-as-it-is = As it is
macros-act-state = State
macros-act-assign = Assign to
macros-act-tag = Put on tags
macros-act-untag = Take off tags
macros-act-checklist-hint = One thing to be done a line.
macros-files = Files
macros-files-hint = They go with the message, beside its text. Untick one to remove it.
macros-pictures = Pictures
macros-pictures-hint = Each stands below the text of the message, in the mail too. Untick one to remove it.
macros-picture-alt = What it shows
macros-picture-alt-hint = For those who do not see it. Left empty, the name of the file stands there.
macros-picture-alt-of = What { $name } shows
macros-picture-new = Add a picture
macros-picture-hint = PNG, JPEG, GIF or WebP, at most 2 MB and 4,000 points wide or high. Pictures on other computers are not shown. Saved, it stands in the preview too.
macros-picture-below = stands below the text
macros-visible = Who sees it
macros-visible-hint = One department: who works there, and whoever works on what belongs to it.
macros-preview = As the customer would get it
macros-preview-hint = Filled in for a made-up customer.
macros-preview-none = There is no text to show yet.
macros-preview-do = Preview

# Saved views
views-lead = Lists of your own: which conversations, what you see of each, and in which order.
views-new = New view
views-change = Change this view
views-save = Save this list as a view
views-all = All views
views-open = Open
views-remove = Remove the view { $name }
views-removed = { $name } is removed.
views-none = There are no views yet.
views-none-why = Open a list, choose Views and save it as a view. Or begin here, with the conditions that you think of.
views-form-lead = Once saved, it stands in the sidebar with its count.
views-not-yours = This view is for others, too, so administrators change it.
views-name = What the view is called
views-conditions = Which conversations
views-conditions-hint = Without a condition it lists all that you see.
views-group = Group of conditions
views-mode-all = All of these hold
views-mode-any = At least one of these holds
views-mode-none = None of these holds
views-add = Add
views-add-what = What to add
views-add-group = Another group
views-take-out = Take out condition { $number }
views-gone = something that is gone
views-owner-me = Whoever looks
views-language-unknown = Not known
views-test-mailbox = Came by the mailbox
views-test-customer = Words in the customer’s name or address
views-test-subject = Words in the subject
views-test-due-within = Due within so many hours (0: late)
views-test-waiting-over = The customer has waited for more hours than
views-test-created-within = Begun within the last days
views-test-created-before = Begun more days ago than
views-test-touched-within = Last message within the last days
views-test-touched-before = Last message more days ago than
views-test-followed = Followed by whoever looks
views-test-mentioned = A note names whoever looks
views-test-unanswered = Nobody has answered yet
views-order = Order
views-order-due = By the time left
views-order-newest = Last message newest first
views-order-oldest = Last message oldest first
views-order-created-last = Begun last first
views-order-created-first = Begun first first
views-grouped = Under headings by
views-grouped-nothing = No headings
views-columns = What is shown of each
views-column-number = Number
views-column-owner = Owner
views-column-state = State
views-column-language = Language
views-column-time = Time left or last message
views-column-created = When it began
views-column-snippet = Beginning of the newest message
views-began = Began
macros-sample-name = Robin Hale
macros-sample-subject = My order

operations-lead = What was given up and waits for you.
operations-failed = Replies that did not arrive
operations-failed-none = Every reply has arrived or is on its way.
operations-failed-to = Reply to { $address }
operations-changes = Latest changes of settings
operations-changes-none = Nothing has been changed yet.
operations-change = { $by } changed “{ $page }”.
operations-dead = Work that failed
operations-dead-none = Nothing has failed.
operations-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}

hours-lead = When you are there. The clock of the next reply counts only these hours.
hours-week = The week
hours-count = Count time
hours-count-open = In opening hours
hours-count-open-why = Nights, weekends and holidays are left out.
hours-count-always = Around the clock
hours-count-always-why = Every hour counts, weekends too.
hours-day-hint = Write hours as 08:00-16:00, with a comma between two parts. Leave a day empty when you are closed.
hours-closed = Closed
hours-day-wrong = Write the hours of this day as 08:00-16:00.
hours-never = With these hours you are never open. Give at least one day its hours.
hours-holidays = Holidays and special days
hours-holidays-label = Closed days
hours-holidays-hint = One date on each line, for example 2026-12-25.
hours-dates-wrong = One of the closed days is not a date such as 2026-12-25.
hours-add = Add the public holidays of this year and the next
hours-add-none = Add none
hours-special = Days with other hours
hours-special-hint = One day on each line, for example 2026-12-24 08:00-12:00.
hours-special-wrong = One of these days is not written as 2026-12-24 08:00-12:00.
hours-norway = Norway
hours-sweden = Sweden
hours-denmark = Denmark
hours-indonesia = Indonesia

## What is deleted

conversation-delete = Delete
deleted-title = Deleted
deleted-lead = { $count ->
    [one] What is deleted can be put back for one day; then it goes for good.
   *[other] What is deleted can be put back for { $count } days; then it goes for good.
}
deleted-none = Nothing is deleted.
deleted-older = Older
deleted-what = Conversation
deleted-by = Deleted
deleted-goes = Goes for good
deleted-verbs = Actions
deleted-put-back = Put back
deleted-put-back-one = Put back #{ $n }
deleted-erase = Delete for good
deleted-erase-one = Delete for good: #{ $n }
deleted-restored = It is back where it was.
deleted-erased = It is gone for good.
deleted-toast = Deleted
deleted-sure = All that was said in #{ $n } goes for good: texts, notes, files and the mails as they came. Nobody can bring it back.
deleted-sure-number = Type { $n } to go on
deleted-sure-wrong = That is not its number.
deleted-days = Days to keep what is deleted
deleted-days-hint = From 1 to 3650. Counts for what is deleted already, too.
deleted-days-wrong = Type a number from 1 to 3650.
## Today

today-title = Today
today-answer = Answer
today-answer-lead = Due today or late: yours and nobody’s, what is due first at the top.
today-answer-none = Nothing is due today.
today-keep = Keep
today-keep-lead = What you put away until today, replies that go today by themselves, and checklists that are not done.
today-keep-none = Nothing was promised for today.
today-call = Call
today-call-lead = Who asked to be called, and calls that reached nobody in the last two weeks.
today-call-none = Nobody waits for a call.
today-more = { $n } are due today in all. The rest is under
today-nothing = Nothing asks for you today
today-nothing-lead = What is due, promised or to be called today stands here.
today-by-phone = Wants to be called
today-back = Back { $at }
today-leaves = Goes { $at }
today-tried = Not reached { $at }

## Side threads

side-title = Side thread
side-threads = Side threads
side-begin = Write to somebody else
side-lead = { $name } is not told of it and never sees the answers. They come back here, for your team alone.
side-with = with { $who }
side-closed = Closed
side-close = Close side thread
side-reopen = Open side thread again
side-along = Files of this conversation that go along
side-wait = This conversation waits for others until they answer
message-side-from = Side thread, message from { $who }
timeline-side-wrote = { $name } wrote in a side thread
timeline-side-answered = { $name } answered in a side thread
event-side-begun = { $by } began a side thread with { $to }
event-side-written = { $by } wrote to { $to } in a side thread
event-side-answered = { $from } answered in a side thread
event-side-closed = { $by } closed a side thread
event-side-reopened = { $by } opened a side thread again
refusal-side-to-customer = The customer is among the recipients. A side thread is for others; write to the customer with a reply.
why-joins-side = It joins the side thread “{ $title }” of conversation { $number }: its sender was written to there.
why-side-stranger = It points to a side thread of conversation { $number }, but nobody wrote to its sender there, so it does not join.
why-side-customer = It was sent to the address of a side thread of conversation { $number }, but it is the customer’s, so it does not go there.
# Conversations of another system
origin-hint = Its number in the system it came from
event-moved-in = Taken in from another system
event-moved-in-from = Taken in from { $source }
event-moved-in-number = Taken in from another system, where it was { $number }
event-moved-in-from-number = Taken in from { $source }, where it was { $number }
moving-outcome-made = New
moving-outcome-joined = Joined
moving-outcome-unchanged = Unchanged
moving-outcome-refused = Refused
moving-why-broken = Cannot be read
moving-why-too-long = Longer than what can be taken in
moving-why-no-number = Has no number
moving-why-no-customer = Nobody can be known as its customer: no name, address or telephone
moving-why-several = What it says of its customer fits several
moving-why-nothing-said = Nothing was said in it
moving-why-no-date = Has no date that can be read
moving-why-future = A date lies in the future
moving-why-deleted = Was deleted here
moving-why-erased = Was erased here
moving-why-state = Not one of the six states; it is closed
moving-why-kind = Not a message, reply or note; left out
moving-why-colleague = No colleague has this address
moving-why-department = No department has this name
moving-why-language = Not one of the five languages
moving-why-address = Not a mail address or telephone
moving-why-no-file = The file is not there
moving-why-out-of-folder = The path leads out of its folder
moving-why-file-too-large = The file is too large
settings-moving = Conversations from elsewhere
settings-takeout = Take everything along
settings-file = Settings as a file

# Shared drafts
draft-by = Draft by { $name }
draft-changed-by = changed by { $name }
draft-not-sent = Not sent yet
draft-held = { $name } has it open
draft-open = Open draft
draft-take-over = Take over
draft-take-over-hint = { $name } is writing in it. If you take over, what { $name } types after that is kept among their own drafts.
draft-take = Take back
draft-throw-away = Throw away
draft-thrown-away = Draft thrown away
draft-gone = Thrown away, kept for a day
draft-bring-back = Bring back
draft-share = Share draft
draft-share-all = Share with everybody here
draft-ask = Ask somebody to look at it
draft-give-back = Give back
draft-open-hint = Only you write in it until you give it back.
draft-refused = Somebody else has changed this draft or has it open now. What you type is kept among your own drafts. “Give back” shows both texts.
draft-both = { $name } has changed this draft since you opened it.
draft-both-held = { $name } has this draft open now.
draft-their-words = The draft by now:
draft-both-then = Your text is below. If you send it or give it back now, it replaces this one.
draft-reply = Write a draft
search-has-draft = With shared drafts
refusal-draft-held = Somebody else has this draft open. Take it over first.
refusal-draft-changed = Somebody else has changed this draft. Look at it again.
refusal-draft-gone = This draft is no longer shared: it was sent, taken back or thrown away. Your text is still here.
refusal-draft-files = A draft keeps no files. Remove them, and add them when it is sent.
refusal-too-many-drafts = There are 20 shared drafts here already. Send one or throw one away first.
event-draft-shared = { $by } shared a draft
event-draft-asked = { $by } shared a draft and asked { $name } to look at it
event-draft-sent = Draft by { $author }, sent by { $by }
event-draft-taken = { $by } took back a shared draft
event-draft-thrown-away = { $by } threw away the draft by { $author }
event-draft-brought-back = { $by } brought back the draft by { $author }

subject-change = Change subject
subject-now = The subject is now “{ $to }”
subject-came-as = Subject when it came
side-subject-now = The side thread is now called “{ $to }”
event-subject-changed = { $by } changed the subject from “{ $from }” to “{ $to }”
event-subject-given = { $by } gave the conversation the subject “{ $to }”
event-subject-taken = { $by } took away the subject “{ $from }”
event-subject-some = { $by } changed the subject
event-side-renamed = { $by } changed the subject of a side thread from “{ $from }” to “{ $to }”
event-side-renamed-some = { $by } changed the subject of a side thread
event-undone-subject = { $by } took back the change of subject
event-undone-side = { $by } took back the change of a side thread’s subject
refusal-subject-too-long = A subject has room for 200 characters. Make it shorter.

refusal-promise-over = This promise does not stand like that any more. Look at it again.
refusal-promises-open = A promise in this conversation is still to be kept. Mark it kept or let it go first, or send without closing.
promises-title = Promises
event-promise-suggested = This may be a promise: { $words }
event-promise-dropped = No promise: { $words }
event-promise-made = Promise made: { $words }
event-promise-moved = Promise moved, the customer was not told: { $words }
event-promise-renegotiated = Promise moved, the customer was told: { $words }
event-promise-handed = { $who } keeps this promise now: { $words }
event-promise-handed-leads = Nobody in particular keeps this promise now: { $words }
event-promise-reminded = Reminder of a promise: { $words }
event-promise-late = A promise became late: { $words }
event-promise-kept = Promise kept: { $words }
event-promise-broken = Promise broken: { $words }
event-promise-released = Promise let go: { $words }
event-promise-reopened = Promise to be kept after all: { $words }
look-dated = You promised “{ $words }”, by { $when }. Track it?
look-open = You promised “{ $words }”. By when?
look-hedged-by = You half promised “{ $words }”, by { $when }. Track it?
look-hedged = You half promised “{ $words }”. Track it?
look-unsure = The day can be read in more than one way.
look-track = Track it
look-no = Not a promise
look-later = Ask me later
look-keeps = Does this keep a promise?
promise-by = By
promise-ask = May be a promise: “{ $words }”
promise-words = What we promise
promise-make = Make a promise
promise-leads = Whoever leads here
promise-keep = Kept
promise-more = Move, let go, hand over
promise-told = The customer knows
promise-move = Move
promise-why = Why it is no longer needed
promise-release = Let go
promise-to = Who keeps it
promise-hand = Hand over
promise-reopen = Still to be kept
promise-open = These promises are still to be kept:
promise-suggested = May be a promise
promise-late = Late
promise-today = Today
promise-coming = To come
promise-kept = Kept
promise-broken = Broken
promise-released = Let go
promise-late-days = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
promise-late-hours = { $n } h late
promise-late-minutes = { $n } min late
promises-due = Promises due
promises-lead = What is to be kept, the most urgent first.
promises-own = My promises
promises-whose = Whose
promises-mine = Mine
promises-ours = My departments
promises-when = When
promises-all = All
promises-none = Nothing is to be kept here.
promises-more = More
promise-for = for { $who }
promises-by = Promises of { $who }
promises-by-lead = Of the last year. Only they and those who lead them see this.
promises-kept-of = { $kept } of { $all }
promises-kept = promises kept in time
promises-calendar = My promises in a calendar
promises-calendar-lead = A calendar program can subscribe to what you keep. Whoever has the address sees it, without signing in.
promises-calendar-at = Address
promises-calendar-make = Make an address
promises-calendar-renew = Make another address
promises-calendar-withdraw = Withdraw it

jars-insult = “{ $words }” calls the customer names.
jars-profanity = “{ $words }” is a swear word.
jars-threat = “{ $words }” may sound like a threat.
jars-accusation = “{ $words }” may sound as if the customer lied.
jars-sarcasm = “{ $words }” may sound mocking.
jars-condescending = “{ $words }” may sound as if you talked down.
jars-blame = “{ $words }” puts the blame on the customer.
jars-dismissive = “{ $words }” may sound as if it did not matter.
jars-shouting = “{ $words }” looks shouted.
jars-refusal = “{ $words }” is a no without a reason or another way.
jars-command = “{ $words }” reads like an order.
jars-address = “{ $words }” is not how this customer is addressed.
jars-hedging = So many ifs and maybes: “{ $words }”.
jars-house = “{ $words }” is not how your house says it.
jars-missing = It may help to add: { $what }.
jars-try = Try:
jars-use = Use it
helps-greeting = a greeting
helps-thanks = thanks
helps-regret = a word of regret
helps-reason = a reason
helps-alternative = another way
look-card = A card number stands in it (… { $what }). Send it only if it must.
look-national = A national id number stands in it (… { $what }). Send it only if it must.
look-address = { $what } is the address of another customer.
look-phone = { $what } is the telephone of another customer.

settings-tone = Tone
tone-lead = Replies are looked at while they are written. It helps their writers; nothing is held back and nobody is scored.
tone-title = Look at replies
tone-on = Yes
tone-on-why = Below a reply stands what may jar in it, with better words.
tone-off = No
tone-off-why = Nothing is said about how replies sound. Private numbers are pointed out all the same.
tone-allowed = Phrases that pass
tone-allowed-hint = One a line: product names and sayings that jar nobody here.
tone-jarring = Phrases you do not want
tone-jarring-hint = One a line: they are told as something that jars.
tone-formal = Say De or Ni
tone-formal-why = In Norwegian, Danish and Swedish, du is told as too familiar.
tone-familiar = Kamu may be used
tone-familiar-why = In Indonesian, kamu is not told as too familiar.
tone-too-many = There are more than 200 phrases.
tone-too-long = A phrase is longer than 100 characters.
tone-no-word = A line holds no word.
tone-both = A phrase is among those that pass, too.
tone-sent = Sent although it jars, in { $days } days
tone-sent-why = Counted for the whole desk: no words, no author. It shows what to talk about, not whom.
tone-sent-none = Nothing so far.
tone-what = What
tone-all = All
tone-is-insult = Names
tone-is-profanity = Swear words
tone-is-threat = Threats
tone-is-accusation = Accusations
tone-is-sarcasm = Mockery
tone-is-condescending = Talking down
tone-is-blame = Blame
tone-is-dismissive = Waving away
tone-is-shouting = Shouting
tone-is-refusal = A bare no
tone-is-command = Orders
tone-is-address = Form of address
tone-is-hedging = Too many maybes
tone-is-house = Not wanted here

mood-negative = Unhappy
mood-neutral = Neither glad nor unhappy
mood-positive = Glad
mood-guess = Read in their words; it may be wrong.
views-test-mood = Mood when they last wrote
held-mood = Mood that was read in it
refusal-need-over = This need does not stand like that any more. Look at it again.
needs-title = Needs
event-need-noted = { $by } noted a need: { $words }
event-need-noted-itself = A need was noted: { $words }
event-need-changed = A need says something else now: { $words }
event-need-met = Need met: { $words }
event-need-declined = Need declined: { $words }
event-need-reopened = Still needed after all: { $words }
event-need-removed = Not a need: { $words }
need-note = Note a need
need-more = What becomes of it
need-meet = Met
need-meet-tell = Met: tell them
need-why = Why not
need-decline = Decline
need-remove = Not a need
need-words = In the customer’s own words
need-topic = Topic
need-product = Product
need-keep = Note it
need-noted = Noted: “{ $words }”
need-undo = Undo
need-said = Where it was said
need-open = Open
need-met = Met
need-declined = Declined
need-reopen = Still needed
need-told-no = not told yet
need-told-drafted = a draft waits
need-told-going = the answer is on its way
need-told-yes = told
needs-page = Needs and wishes
needs-lead = What customers ask for in their own words, and who asked.
needs-file-topics = Figures (CSV)
needs-file-needs = Who asked (CSV)
needs-period = Period
needs-status = Status
needs-all = All
needs-ever = Ever
needs-days = { $n } days
needs-rising = Rising
needs-rising-how = Over the last { $weeks } weeks: asked for far more often than usual now (Kleinberg’s bursts), by at least { $customers } customers, at least { $least } times. By when it was said, whatever the period above.
needs-rising-none = Nothing rises just now.
needs-rising-n = { $needs } of all { $of } needs, from { $customers } customers
needs-rising-since = since { $day }
needs-rising-sure = more than before with { $sure } % probability
needs-most = Most wished
needs-most-how = { $needs } needs from { $customers } customers, { $period }. Ordered by customers, each counted once in a topic.
needs-none = Nobody asked for anything yet
needs-none-lead = Select words in a customer’s message and press the heart above it.
needs-none-here = Nothing fits.
needs-none-theirs = Nothing is noted yet.
needs-customers = Customers
needs-count = Needs
needs-who = Who asked
needs-all-topics = All topics
needs-tell = Met: tell everyone
needs-further = More
needs-said-on = Said on
needs-customer = Customer
needs-conversation = Conversation
needs-told = Told
needs-tell-title = Met: tell everyone who asked
needs-tell-n = Customers who were not told and have no draft: { $n }
needs-tell-text = Text in { $language }, for { $n }
needs-tell-hint = Everyone gets a draft in their own language, or else in the business’s. These are filled in for each:
needs-tell-never = Nothing is sent by itself: every draft waits in its conversation. Without a text the needs are only marked as met.
needs-tell-do = Mark as met and write the drafts
needs-told-met = Needs marked as met: { $n }.
needs-told-drafted = Drafts written: { $n }.
needs-told-left = Customers for whom no draft could be written: { $n }. Too many drafts wait in their conversation, or it is gone.
needs-told-more = There are more than are done at once. Press once more.
settings-needs = Needs
need-topics-lead = The topics by which you sort what customers wish for.
need-topics = Topics
need-topics-hint = One a line. They are offered first where a need is noted; another can be typed there.
need-topics-too-many = There are more than 50 topics.
need-topics-too-long = A topic is longer than 40 characters.
need-topics-no-word = A line holds no word.

# What one should know before one writes.
known-late = { $count ->
    [one] A promise to them is late
   *[other] { $count } promises to them are late
}
known-broken = A promise to them was broken lately
known-waits = They have waited { $count } days for an answer
known-again = { $count ->
    [one] It was closed and is open again
   *[other] It was closed { $count } times and is open again
}
known-often = { $count } conversations of theirs within a month
known-first = They write for the first time
known-language = They usually write in { $language }
known-turned = Their last message sounds unhappy, the one before did not
known-still-unhappy = They have sounded unhappy more than once
known-unhappy = They sound unhappy
known-better = They sounded unhappy before, and do no longer
known-glad = They sound glad
known-topics = Wrote about before:
known-next = Next time: { $when }.
composer-rather = They would rather be reached another way:
composer-call = Call
snooze-liked = When it suits them
composer-later-liked = When it suits them: { $when }
recurring-held-back = Not sent by itself, since this customer is treated with care. If it should go all the same, send it as a reply:

# Service policies
settings-service = Service policies
service-lead = What you promise whom: by when they hear from you, by when it is solved, and what happens before and after.
service-order = Policies in their order
service-new = New policy
service-none = No policies yet. Every conversation goes by the usual reply times.
service-first-holds = Of those that fit a conversation, the first holds.
service-rest = What none fits goes by
service-up = Move { $name } up
service-down = Move { $name } down
service-remove = Remove { $name }
service-of-mailboxes =
    { $count ->
        [one] { $count } mailbox
       *[other] { $count } mailboxes
    }
service-of-organisations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
service-of-people =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
service-of-all = Every conversation
service-count-always = around the clock
service-count-business = opening hours
service-resolution = Solution
service-time = { $hours } h { $minutes } min
service-hours = Other opening hours
service-hours-new = New hours
service-hours-why = For teams that are there at other times. Policies choose which hours they count.
service-wrong-name = Give it a name of at most 80 characters.
service-wrong-target = Choose at least one minute, and at most 720 hours for replies or a year for solutions.
service-wrong-share = Choose between 1 and 99 per cent.
service-wrong-left = Choose between 1 and 43,200 minutes.
service-wrong-organisations = There is no organisation of one of these names.
service-wrong-people = There is no customer with one of these addresses.
service-wrong-many = Name at most 200 of each kind.
service-wrong-too-many = There are too many. Remove some you no longer need.
service-wrong-taken = Another policy has this name.
service-wrong-hours = These hours are not there any more.
service-name = Name
service-when = Of which conversations
service-when-why = One of each kind that you name has to fit. A kind of which you name none says nothing.
service-departments = Departments
service-tags = Tags
service-tags-hint = Separate them with commas.
service-mailboxes = Mailboxes
service-languages = Languages
service-organisations = Organisations
service-organisations-hint = One a line, by name.
service-people = Customers
service-people-hint = One a line, by mail address.
service-targets = By when
service-resolution-why = Leave the solution empty to promise none. Its clock stands still while others have the word.
service-warn = Warn before
service-warn-share = Once a share is used
service-warn-share-why = In per cent of the whole time.
service-warn-left = Once little time is left
service-warn-left-why = Counted in the same hours.
service-warn-none = Nobody
service-warn-none-why = The usual notice that something is due soon comes all the same.
service-share = Per cent used
service-left = Minutes left
service-late = When it is missed
service-late-why = Those who lead are told. Beside that:
service-late-tag = Put this tag on it
service-late-give = Give it to
service-late-nobody = Nobody else
service-preview = What it would mean
service-look = Look
service-preview-why = Looks at what is open now. Nothing is changed.
service-change = Service policy
service-count = Hours that count
service-would-fit =
    { $count ->
        [one] { $count } open conversation would go by it.
       *[other] { $count } open conversations would go by it.
    }
service-would-move =
    { $count ->
        [one] The deadline of { $count } moves.
       *[other] The deadlines of { $count } move.
    }
service-more = Only { $count } were looked at; there are more.
service-conversation = Conversation
service-due-now = Due now
service-due-then = Due then
service-hours-used = A policy still counts these hours.
service-hours-wrong-name = Give them a name that no others have.
service-hours-name-hint = What they are called where a policy chooses them.
service-hours-remove = Remove these hours
event-clock-runs = The solution’s clock runs
event-clock-still = The solution’s clock stands still
trail-title = Clocks
trail-policy = Goes by
trail-usual = The usual reply times
trail-not-running = Not running
trail-missed = Missed
trail-when = When
trail-what = What happened
trail-who = Who had it
trail-lasted = For how long
trail-link = How its clocks ran

## Turns: what is needed, why somebody got it, and how even it was

event-assigned-turn-least = Given to { $name }, whose turn it was: least open work for their part of a position ({ $open } open)
event-assigned-turn-round = Given to { $name }, whose turn it was: longest since their last turn
event-assigned-turn-language =
    Given to { $name }, whose turn it was: nobody { $language ->
        [nb] with Norwegian
        [sv] with Swedish
        [da] with Danish
        [id] with Indonesian
       *[en] with English
    } is here{ $weekday ->
        [mon] {""} until Monday ({ $day })
        [tue] {""} until Tuesday ({ $day })
        [wed] {""} until Wednesday ({ $day })
        [thu] {""} until Thursday ({ $day })
        [fri] {""} until Friday ({ $day })
        [sat] {""} until Saturday ({ $day })
        [sun] {""} until Sunday ({ $day })
       *[none] {""}
    }
event-assigned-turn-skill =
    Given to { $name }, whose turn it was: nobody with the skill “{ $skills }” is here{ $weekday ->
        [mon] {""} until Monday ({ $day })
        [tue] {""} until Tuesday ({ $day })
        [wed] {""} until Wednesday ({ $day })
        [thu] {""} until Thursday ({ $day })
        [fri] {""} until Friday ({ $day })
        [sat] {""} until Saturday ({ $day })
        [sun] {""} until Sunday ({ $day })
       *[none] {""}
    }
event-assigned-back = Given back to { $name }, who is back from being away; { $deputy } had it meanwhile
event-turn-waits = Waits: nobody could take it, all are away or have as many as they take
event-turn-waits-language =
    Waits: nobody { $language ->
        [nb] with Norwegian
        [sv] with Swedish
        [da] with Danish
        [id] with Indonesian
       *[en] with English
    } is here{ $weekday ->
        [mon] {""} until Monday ({ $day })
        [tue] {""} until Tuesday ({ $day })
        [wed] {""} until Wednesday ({ $day })
        [thu] {""} until Thursday ({ $day })
        [fri] {""} until Friday ({ $day })
        [sat] {""} until Saturday ({ $day })
        [sun] {""} until Sunday ({ $day })
       *[none] {""}
    }
event-turn-waits-skill =
    Waits: nobody with the skill “{ $skills }” is here{ $weekday ->
        [mon] {""} until Monday ({ $day })
        [tue] {""} until Tuesday ({ $day })
        [wed] {""} until Wednesday ({ $day })
        [thu] {""} until Thursday ({ $day })
        [fri] {""} until Friday ({ $day })
        [sat] {""} until Saturday ({ $day })
        [sun] {""} until Sunday ({ $day })
       *[none] {""}
    }
refusal-no-such-turn-need = Choose a skill and a department, a mailbox or a tag that there is.
turns-are-round = Round robin
turns-to-round = Go round instead
turns-to-round-one = Go round instead: { $name }
turns-to-least = Least work instead
turns-to-least-one = Least work instead: { $name }
turn-needs-title = What it takes
turn-needs-lead = Who gets a turn has what the conversation needs. Why somebody got it stands in its history.
turn-needs-language = The customer’s language
turn-needs-language-why = A conversation goes to somebody who writes its language, where that is known.
turn-needs-lacking = When nobody who is here has all of it
turn-needs-anyone = Whoever is next gets it
turn-needs-anyone-why = Who writes the language goes first, then who has the skill. No customer waits for it.
turn-needs-language-first = Language first
turn-needs-language-first-why = Somebody who writes the language gets it without the skill. Without the language it waits.
turn-needs-wait = It waits
turn-needs-wait-why = Tillit gives it out as soon as somebody can take it.
turn-needs-skills = What needs a skill
turn-needs-skills-lead = A conversation needs every skill that its department, its mailbox or one of its tags needs.
turn-needs-none = Nothing needs a skill yet.
turn-needs-no-skills = There are no skills yet.
turn-needs-of-department = Department { $name }
turn-needs-of-mailbox = Mailbox { $name }
turn-needs-of-tag = Tag { $name }
turn-needs-tag-below = A tag
turn-needs-what = What
turn-needs-tag = Tag
turn-needs-tag-hint = Only where you chose a tag: its name.
turn-needs-skill = Needs
turn-needs-add = Add
turn-needs-remove = Remove
turn-needs-remove-one = Remove: { $name } needs { $skill }
shares-see = How evenly turns went round
shares-title = Turns shared
shares-lead = How evenly turns went round, and why somebody was passed over. By name: this is no ranking.
shares-own = The turns you got, and why you were passed over.
shares-period = Period
shares-none = No turn was given out in these days.
shares-of = Turns: { $name }
shares-got = Turns
shares-per-position = For a whole position
shares-away = Away
shares-full = Full
shares-language = Language
shares-skill = Skill
shares-not-compared = Not compared
shares-jain = Evenness { $index } (n = { $n })
shares-how = How this is counted
shares-how-jain = Evenness is Jain’s index of the turns for a whole position: the square of their sum, divided by n times the sum of their squares. 1 means that all got the same, 1/n that one got everything.
shares-how-counts = n is how many are compared: who got a turn, or could have got one. Who was passed over every time is not compared.
shares-how-passed = Away, full, language and skill: at how many turns somebody was passed over for that.
shares-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
shares-turns =
    { $count ->
        [one] { $count } turn
       *[other] { $count } turns
    }
event-assigned-back-alone = Given back to { $name }, who is back from being away
conversation-stands-in = Stands in for { $name }

## The company's turns

refusal-no-such-week = This week cannot be given so. Choose a week of your own to come, and somebody who has not got it and is there; hours from 1 to 40.
rota-title = The company’s turns
rota-lead = Everybody, also who works elsewhere in the house, answers customers for a few hours every other week.
rota-none = Nobody takes part yet.
rota-mine = Your next week
rota-mine-week = From { $day }: { $hours } hours.
rota-guide = Begin with easy cases. Ask in a note when you are not sure, and write down what you learned in one.
rota-easy-see = See what is tagged { $tag }
rota-weeks = The next weeks
rota-week = Week from
rota-on-duty = Who answers
rota-on-duty-hours = You answer customers this week: { $hours } hours
rota-swaps = Swaps
rota-away = { $name } is away
rota-swapped = { $gives } → { $takes }
rota-unswap = Take back
rota-unswap-one = Take back: week from { $day }, { $name }
rota-give-to = Give the week from { $day } to
rota-give = Give away
rota-give-one = Give away the week from { $day }
rota-set = Who takes part
rota-set-lead = Everybody answers every other week, and each week has about as many people. Who is away for three working days or more of a week leaves it out.
rota-hours = Hours in one’s week
rota-easy = Tag of easy cases
rota-easy-hint = Who is on duty is led to open conversations with this tag. May stay empty.
rota-members = Colleagues
rota-members-hint = Who joins gets the weeks that fewer have; who takes part already keeps theirs.

refusal-outcome-needed = This department wants to know what became of each matter. Say it, then close.
refusal-complaint-open = This is a complaint: it is closed once its customer says yes, or after tries on three days to reach them.
refusal-not-asked = That is not asked here, or not any more.
outcome-title = How it ended
outcome-what = What became of it
outcome-who = The customer was
outcome-new = New
outcome-known = Known before
outcome-righted = Something wrong was put right
outcome-informed = They got to know what they wanted
outcome-ordered = They ordered
outcome-lost = We lost them
outcome-other = Something else
outcome-choose = Choose
outcome-unsaid = Not said
outcome-save = Keep it
outcome-take-away = Take away
event-outcome-righted = What became of it: something wrong was put right
event-outcome-informed = What became of it: they got to know what they wanted
event-outcome-ordered = What became of it: they ordered
event-outcome-lost = What became of it: we lost them
event-outcome-other = What became of it: something else
event-outcome-none = What became of it was taken away
complaint-is = Complaint
complaint-ask = They do not sound happy. Is it a complaint?
complaint-mark = It is a complaint
complaint-is-none = It is no complaint
complaint-how = How did they say that they are content?
complaint-how-like = Said yes by phone
complaint-content = They said yes
complaint-said-yes = The customer said yes
complaint-despite = Close it all the same
complaint-despite-why = Why is it closed without their yes?
complaint-tried = { $count ->
    [0] Nobody has tried to reach them since they last spoke. It takes { $most } days.
    [one] Tried on one day of { $most } since they last spoke:
   *[other] Tried on { $count } days of { $most } since they last spoke:
}
event-complaint-marked = Marked as a complaint
event-complaint-cleared = Not a complaint any more
event-complaint-content = The customer said that they are content
event-complaint-content-customer = The customer is content
event-complaint-overridden = Closed without the customer’s yes
event-opinion-exactly = The customer says: exactly what I wanted
event-opinion-almost = The customer says: almost what I wanted
event-opinion-no = The customer says: not what I wanted
opinion-exactly = Exactly what they wanted
opinion-almost = Almost what they wanted
opinion-no = Not what they wanted
settings-outcomes = How it ended
outcomes-lead = What is asked when conversations are closed. Nothing is asked unless you say so here.
outcomes-required = Close only with an outcome
outcomes-required-why = Here nothing is closed before somebody said what became of it.
outcomes-ask = Ask customers by mail
outcomes-ask-off = No
outcomes-ask-off-why = The page of their request asks all the same.
outcomes-ask-on = Yes
outcomes-ask-on-why = A mail that closes has one more line: was it exactly what they wanted, with the link to their page.
held-outcome = What became of it
held-opinions = What they said of it

praise-title = Praise
praise-lead = What customers said of you. Only you see this page.
praise-none = Nothing yet
praise-none-lead = When a customer thanks you warmly, their words stand here the same day.
praise-no = This is no praise
event-praised = Praise from the customer
views-test-complaint = Is a complaint

problems-title = Problems
problems-lead = Causes that bring several conversations. Those for which most customers wait come first.
problems-which = Which
problems-unsolved = Not solved
problems-solved = Solved
problems-all = All
problems-search = Search problems
problems-none = There is no problem here.
problem-waiting = { $count ->
    [0] Nobody waits
    [one] One customer waits
   *[other] { $count } customers wait
}
problem-customers = { $count ->
    [one] one customer
   *[other] { $count } customers
}
problem-conversations = { $count ->
    [one] one conversation
   *[other] { $count } conversations
}
problem-unhappy = { $share } % unhappy
problem-again = { $count ->
    [one] came back once
   *[other] came back { $count } times
}
problem-open = Open
problem-working = Being worked on
problem-solved = Solved
problem-title = What is the problem?
problem-make = New problem
problem-begin = We are at it
problem-leave = Nobody is at it
problem-reopen = Open again
problem-known = What is known
problem-known-none = Nothing is written down yet.
problem-prevention = What keeps it from coming back
problem-preventer = Who does that
problem-prevented = This is done
problem-owner = Who looks after it
problem-everywhere = All departments
problem-answers = What everybody is told
problem-solve = It is solved
problem-solve-lead = { $count ->
    [0] Nobody waits now. Whoever is linked later can be told with these words.
    [one] One customer waits. A draft of these words is left in their conversation, in their language; a colleague reads and sends it.
   *[other] { $count } customers wait. A draft of these words is left in each conversation, in each language; a colleague reads and sends it.
}
problem-answers-save = Save the words
problem-solve-now = Solved: write the drafts
problem-told-title = Who knows
problem-told-told = told
problem-told-drafted = draft waits to be read
problem-told-not-yet = not told yet
problem-told-lead = Counted in conversations. Nothing goes out before a colleague has read and sent it.
problem-draft = Write drafts for those who wait
problem-conversations-none = No conversation that you see is linked with it.
problem-came-back = came back
problem-other-language = In { $language }: there is no text in their language
problem-unlink = #{ $number } has another cause
problem-history = What happened to it
problem-remove = Remove the problem
problem-same-cause = Same cause as …
problem-not-this = Not caused by: { $title }
problem-this = Same cause
refusal-no-problem-title = Say in a few words what the problem is.
refusal-no-such-problem = There is no such problem.
refusal-too-many-problems = This conversation has ten problems already. Take one away first.
refusal-problem-needs-answer = Write what everybody who waits is to be told, in one language at least.
event-problem-made = Problem written down: { $title }
event-problem-changed = Problem changed: { $title }
event-problem-begun = Somebody is at it: { $title }
event-problem-solved = Solved: { $title }
event-problem-reopened = Open again: { $title }
event-problem-prevented = What prevents it is done: { $title }
event-problem-linked = #{ $number } has the same cause: { $title }
event-problem-came-back = It came back after it was solved, in #{ $number }: { $title }
event-problem-unlinked = #{ $number } has another cause: { $title }
event-problem-drafted = More answers are drafted: { $title }
event-problem-removed = Problem removed: { $title }
event-same-cause = Same cause: { $title }
event-same-cause-again = Same cause, although it was solved: { $title }
event-other-cause = Another cause than: { $title }
macros-variable-customer-wrote = what the customer wrote last, in short
views-test-problem = Problem
views-problem-any = Any problem

like-title = Answered before?
like-articles = Articles that may help
like-none = Nothing like it was answered before.
like-question = What was asked there
like-use = Use this answer
like-differs = Stands there and not in this case:
like-began = This began as the answer in #{ $number }. Look at what differs before you send it.
like-began-elsewhere = This began as the answer of another case. Look at what differs before you send it.
like-read = This answers what the customer asks here:
like-name = Name
like-number = Number
like-date = Day
like-amount = Amount
like-link = Link
refusal-like-unread = This began as the answer of another case. Say that it answers what the customer asks here, then send it.

## Rules

settings-rules = Rules
event-rule-acted = The rule “{ $by }” acted
event-rule-replied = The rule “{ $by }” wrote to the customer
event-rule-told = The rule “{ $by }” told a colleague
event-rule-stopped = The rules “{ $by }” and “{ $other }” led to each other; both were stopped
receipt-line-rule = A rule wrote to { $to } by itself
receipt-line-articles = Articles that answer it went by themselves to { $to }

## Where macros are offered

macros-used-last = last used on { $day }
macros-show-all = { $count ->
    [one] Show one more
   *[other] Show all: { $count } more
}
macros-sample-promise = we send you the new part
macros-variable-promise-words = what was promised next in this conversation
macros-variable-promise-due = by when it was promised
macros-when = Where it is offered
macros-when-hint = Named here, it is offered only where one of each fits. Elsewhere it stands behind “Show all”, and is found by its name.
macros-when-channel = The customer was last heard
macros-when-writing = In writing
macros-when-department = The conversation belongs to
macros-when-tags = It bears one of these tags
macros-when-tags-hint = Separate them with commas.
macros-when-language = The customer’s language
macros-when-short = Offered: { $what }

## Outcomes of calls and macros

macros-does-outcome = Outcome: { $what }
macros-act-outcome-hint = Kept where the conversation closes, or is closed already.
contact-outcome-hint = Said where the conversation closes with this.

## Closing although something is open

composer-send-close-anyway = Send and close all the same
settings-articles = Articles
articles-lead = What customers find by themselves: written here, read in the help centre.
sidebar-community = Community
conversation-make-public = Make a public question of it
settings-guides = Guides
guides-lead = Questions and steps that lead customers to an answer, and colleagues through a call.
guides-walk = Walk a guide
