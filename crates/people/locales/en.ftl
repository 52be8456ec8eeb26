# Customers and colleagues: signing in, profiles, the list of customers.

## Signing in

signin-title = Sign in
signin-greeting = Good to see you
signin-lead = Sign in to the desk
signin-email = E-mail
signin-password = Password
signin-forgot = Forgot it?
signin-stay = Stay signed in on this computer
signin-submit = Sign in
signin-second-title = One more step
signin-second-lead = Type the code that your authenticator app shows
signin-second-code = Code
signin-second-hint = No phone at hand? A recovery code works too.
signin-second-late = That took too long
signin-second-late-lead = Please sign in again.
signin-first-title = Nobody has an account yet
signin-first-lead = This Tillit has just been started for the first time.
signin-first-where = The link for the first account stands where Tillit was started: in that terminal, or in the log of the service.
signin-first-again = Each start makes a new link, until the first account is there.
signin-mismatch =
    { $left ->
        [0] E-mail and password do not match. Wait a moment before the next try.
        [1] E-mail and password do not match. One try left.
        [2] E-mail and password do not match. Two tries left.
        [3] E-mail and password do not match. Three tries left.
        [4] E-mail and password do not match. Four tries left.
       *[other] E-mail and password do not match. { $left } tries left.
    }

## A forgotten password

forgotten-title = A new password
forgotten-lead = We send you a link to choose one.
forgotten-submit = Send the link
forgotten-back = Back to sign-in
forgotten-sent-title = Look in your inbox
forgotten-sent-lead = If { $email } belongs to someone here, a link is on its way. It works for one hour.
reset-title = Choose a password
reset-greeting = Hello, { $name }
reset-lead = Choose a new password. You are signed in right after.
reset-welcome-lead = Choose a password, and your desk is ready.
reset-password = New password
reset-hint = At least { $least } characters. A few words in a row work well.
reset-submit = Save and sign in
gone-title = This link no longer works
gone-lead = A link works once, and only for a while.
gone-again = Ask for a new one

## Mails to colleagues

mail-reset-subject = A new password for Tillit
mail-reset-text =
    Hello { $name },

    With this link you can choose a new password. It works once, within one hour:

    { $link }

    If you did not ask for it, you need not do anything. Your password stays as it is.
mail-invite-subject = { $by } invites you to Tillit
mail-invite-text =
    Hello { $name },

    { $by } has made an account for you. Choose a password with this link. It works once, within seven days:

    { $link }

## One's own profile

profile-title = My profile
profile-lead = How your colleagues see you, and how your desk looks.
profile-name = Name
profile-language = Language
profile-theme = Appearance
profile-theme-system = As on this computer
profile-theme-light = Light
profile-theme-dark = Dark
profile-zone = Time zone
profile-zone-hint = Times on your desk are shown in this zone.
profile-keys = Single letters as keys
profile-keys-hint = Press R to reply or E to close. Ctrl with a letter always works.
profile-saved = Saved
profile-password = Password
profile-password-lead = Other browsers are signed out when you change it.
profile-password-now = Password now
profile-password-new = New password
profile-password-wrong = This is not your password now.
profile-password-save = Change password
profile-password-saved = The password is changed
profile-sessions = Where you are signed in
profile-sessions-here = This browser
profile-sessions-unknown = Unknown browser
profile-sessions-seen = From { $peer }, last used { $when }
profile-sessions-end = Sign out
profile-sessions-end-one = Sign out { $browser }
profile-sessions-end-others = Sign out everywhere else
profile-sessions-ended = Signed out there
second-title = Second factor
second-lead = After the password, Tillit asks for a code from an app on your phone. Whoever learns your password still cannot get in.
second-begin = Set up
second-change = Change
second-is-on = On since { $when }
second-left =
    { $left ->
        [0] No recovery codes are left. Make new ones.
        [one] One recovery code is left.
       *[other] { $left } recovery codes are left.
    }
second-scan = Scan this with your authenticator app
second-scan-lead = Any app for one-time codes will do: Aegis, Google Authenticator, 1Password and others.
second-qr = The code to scan. The same stands below as a key.
second-key = Or type this key into the app
second-code = Code from the app
second-code-hint = Six digits that change every half minute.
second-confirm = Turn on
second-proof = Code from the app, or a recovery code
second-proof-hint = So that nobody at an unlocked computer can change this.
second-turn-off = Turn off
second-new-codes = New recovery codes
second-turned-off = The second factor is off
second-codes = The second factor is on. These are your recovery codes.
second-codes-lead = Keep them somewhere safe, not on the phone. Each lets you in once if you lose it. They are not shown again.
second-codes-kept = I have kept them
second-turn-off-short = Turn off second factor
second-turn-off-of = Turn off the second factor of { $name }
second-oblige-roles = Roles that must have it
second-oblige-lead = Whoever has one of these roles and no second factor yet is led to set it up, and can do nothing else until then. Their API tokens go on working.
second-oblige-owners = Owners decide this.
second-missing = No second factor yet
second-led-lead = Everyone with your role here has one. Set yours up to go on.

## Settings → API

api-title = API
api-lead = Tokens with which your own programs work here as you.
tokens-title = Tokens
tokens-docs = What programs can ask
tokens-none = You have no tokens yet.
tokens-made = { $name } is ready
tokens-once = This is the token. Copy it now: it is not shown again.
tokens-secret = The token
tokens-used = Last used { $when }
tokens-unused = Never used
tokens-ends = ends on { $date }
tokens-ended = has ended
tokens-endless = Does not end
tokens-days = After { $days } days
tokens-revoke = Revoke
tokens-revoke-one = Revoke { $name }
tokens-revoked = The token opens nothing any more
tokens-new = Make a token
tokens-new-lead = It never does more than you may, and stops when your account does.
tokens-name = Name
tokens-name-hint = What it is for, for example “Web shop”.
tokens-level = What it may do
tokens-level-read = Read
tokens-level-read-hint = Sees conversations, customers and colleagues.
tokens-level-write = Read and write
tokens-level-write-hint = Also answers, notes, assigns and changes customers.
tokens-level-admin = Everything you may
tokens-level-admin-hint = Also settings and what only administrators see.
tokens-lasts = Ends
tokens-submit = Make the token
api-docs-title = What programs can ask
api-docs-lead = Every address of the API, made from the program itself.

## Colleagues

colleagues-title = Colleagues
colleagues-lead = Who works here and what they may do.
colleagues-you = You
colleagues-invited = Invited
colleagues-disabled = Disabled
colleagues-role-of = Role of { $name }
colleagues-role-owner = Owner
colleagues-role-admin = Administrator
colleagues-role-agent = Agent
colleagues-role-light = Light agent
colleagues-role-owner-hint = Answers for Tillit: makes administrators and owners, and all that they may.
colleagues-role-admin-hint = Answers customers, and looks after settings and colleagues.
colleagues-role-agent-hint = Answers customers.
colleagues-role-light-hint = Sees conversations and writes notes. Customers get nothing from them.
colleagues-reach-of = How far { $name } sees
colleagues-reach-all = Sees everything
colleagues-reach-own = Sees own departments
colleagues-invite-again = Send a new invitation
colleagues-invite-again-to = Send a new invitation to { $name }
colleagues-disable = Disable
colleagues-disable-one = Disable { $name }
colleagues-enable = Enable
colleagues-enable-one = Enable { $name }
colleagues-new = Invite a colleague
colleagues-new-lead = They get a mail with a link to choose a password.
colleagues-name = Name
colleagues-email = E-mail
colleagues-role = Role
colleagues-language = Language
colleagues-submit = Send invitation
colleagues-done-invited = The invitation is on its way

absence-title = Away
absence-lead = Days on which you or a colleague is not there. When a customer writes meanwhile, what is theirs goes to the deputy, or back to nobody.
absence-none = No days away are planned.
absence-days = { $first } – { $last }
absence-now = Away now
absence-until = Away until { $day }
absence-deputy-is = { $name } stands in
absence-deputy-none = Nobody stands in: new answers go back to nobody
absence-remove = Take back
absence-remove-one = Take back: away { $days }
absence-first = First day
absence-last = Last day
absence-deputy = Deputy
absence-deputy-nobody = Nobody
absence-deputy-hint = Takes over a conversation when its customer writes. Days are days of the business.
absence-plan = Plan days away
colleague-all = All colleagues
colleague-lead = When they are away, and who stands in.

workload-title = Work by turns
workload-lead = What is given out by turns goes to whoever has least to do for their part of a position.
workload-cap = Open conversations at most
workload-cap-hint = Whoever has as many gets no turn. Empty: any number.
workload-weight = Part of a position, in percent
workload-weight-hint = 100 for somebody who is there all week, 50 for half of it.

departments-title = Departments
departments-lead = The parts of the business, and who works in them. A conversation can belong to one.
departments-none = There is no department yet. A small business needs none.
departments-name = Name
departments-members = Who works here
departments-close = Close
departments-close-one = Close { $name }
departments-open = Open again
departments-open-one = Open again: { $name }
departments-closed = Closed
departments-new = New department
departments-new-name = What it is called
departments-add = Add

## Customers

customers-title = Customers
customers-search = Name or address
customers-none-title = No customers yet
customers-none-lead = Whoever writes to you appears here.
customers-nobody-title = Nobody found
customers-nobody-lead = Search for the beginning of a name or an address.
customers-show-all = Show all customers
customers-export-csv = Save as a table (CSV)
customers-export-vcard = Save as cards (vCard)
customers-column-name = Name
customers-column-address = Address
customers-column-language = Language
customers-column-since = Since
customers-since = Customer since { $when }
customers-doubtful = Name holds another address
customers-address-add = Add an address
customers-address-new = Another address
customers-address-hint = What comes from it is theirs from now on.
customers-write = Write
customers-proved = Proved
customers-language = Writes
customers-language-unknown = Not known yet
customers-conversations = Conversations
customers-conversations-show = Show the conversations
customers-promises = Promises
customers-promises-show = Show the promises
customers-timeline = Timeline
customers-timeline-show = Show the timeline
customers-rename = Change name
customers-name = Name
customers-file = Customer file
customers-facts-about = Facts about { $name }
customers-known = You should know
customers-contact = Contact
customers-change = Change { $what }
customers-failing = Mail comes back
customers-address-remove = Remove this address
customers-phones = Telephone
customers-phone-add = Add a telephone
customers-phone-number = Number
customers-phone-hint = With + and the country, or as it is dialled there.
customers-phone-country = Country of a number without +
customers-phone-label = What it is, such as work
customers-phone-remove = Remove this number
customers-call = Call
customers-log-contact = Log a call or visit
customers-also = Also known as { $name }
customers-also-add = Add another name
customers-also-new = Another name
customers-also-remove = Remove this name
customers-title-label = Role or title
customers-postal = Postal address
customers-about-none = No role and no postal address
customers-about-change = Change role and postal address
customers-notes = Notes
customers-notes-none = Nothing written down yet.
customers-note = Note
customers-note-add = Add a note
customers-note-change = Change
customers-note-changed = changed { $when }
customers-note-remove = Remove this note
customers-note-pin = Pin
customers-note-unpin = Unpin
customers-note-pinned = Pin it
customers-note-pinned-hint = Pinned notes stand beside every conversation.
customers-preferences = Preferences
customers-preferences-change = Change preferences
customers-prefers-language = Write to them in
customers-prefers-theirs = The language they write
customers-written-in = Write in { $language }
customers-addressed = Form of address
customers-addressed-as = Address as { $name }
customers-reached = Reach them
customers-reach-any = However it suits
customers-reach =
    { $channel ->
        [mail] By e-mail
        [phone] By phone
        [post] By letter
       *[any] Best
    } { $bounds ->
        [from] after { $from }
        [until] before { $until }
        [both] between { $from } and { $until }
       *[any] only
    }
customers-channel-any = However it suits
customers-channel-mail = By e-mail
customers-channel-phone = By phone
customers-from = Not before
customers-until = Not after
customers-vip = VIP
customers-vip-hint = Goes before others.
customers-blocked = Blocked
customers-blocked-title = Blocked: nobody answers
customers-block = Block { $name }
customers-block-why = Why
customers-block-hint = What they write is kept and filed as closed. They get no answer and no receipt.
customers-block-now = Block
customers-unblock = Unblock { $name }
customers-parts = Customers and organisations
organisations-title = Organisations
organisations-one = Organisation
organisations-search = Name or domain
organisations-none = No organisations yet
organisations-none-lead = Add one here, or from a customer’s file.
organisations-add = Add an organisation
organisations-name = Name of the organisation
organisations-name-hint = A new name makes a new organisation.
organisations-since =
    { $count ->
        [one] One customer, known since { $when }
       *[other] { $count } customers, known since { $when }
    }
organisations-about = Name and domains
organisations-rename = Change name
organisations-people = People
organisations-people-none = Nobody belongs to it yet.
organisations-might = Might belong to it
organisations-might-belong = By the domain they write from, they might belong to { $name }.
organisations-take-in = Belongs to it
organisations-take-in-one = { $name } belongs to it
organisations-decline = Does not
organisations-decline-one = { $name } does not belong to it
organisations-join = Choose an organisation
organisations-leave = No longer belongs to { $name }
organisations-domain = Domain
organisations-domain-add = Add a domain
organisations-domain-hint = What stands behind the @ of its people. Domains of public mail services do not count.
organisations-domain-remove = Remove { $domain }
organisations-joining = Joining
organisations-joins-by-itself = Whoever writes from one of its domains belongs to it at once.
organisations-asks-first = Whoever writes from one of its domains is suggested.
organisations-let-join = Let them join at once
organisations-ask-first = Suggest them first
held-link = Everything held about them
held-title = Everything held about { $name }
held-lead = This is all that Tillit keeps: also what colleagues wrote among themselves. Read it before you hand it on, since others may be named in it. Mails and files themselves are downloaded from their conversations.
held-json = Download as JSON
held-id = Id
held-at = When
held-kind = Kind
held-text = Text
held-from = From
held-to = To
held-files = Files
held-number = Number
held-subject = Subject
held-state = State
held-messages = Messages and notes
held-drafts = Drafts
held-elsewhere = Written into conversations of others
held-mails = Mails as they came
held-peer = Sent by the server
held-addresses = Addresses
held-history = History
erase-title = Erase { $name }
erase-what = Everything above is erased for good: texts, notes, mails, files, drafts, addresses, the search and what the history says. It cannot be undone.
erase-stays = What stays: that conversations took place, their numbers, times and states, without the person. Backups keep what they hold until they are deleted.
erase-type = Type “{ $name }” to confirm
erase-now = Erase for good
erased-customer = Erased customer
erased-words = Erased
erased-title = Erased on { $when }
erased-lead = Nothing is held about this customer any more. Traces in the database file are gone within minutes. Erased were:
erased-conversations = { $count ->
    [one] the words of { $count } conversation
   *[other] the words of { $count } conversations
}
erased-messages = { $count ->
    [one] { $count } message or note
   *[other] { $count } messages and notes
}
erased-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
erased-mails = { $count ->
    [one] { $count } mail as it came
   *[other] { $count } mails as they came
}
erased-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
erased-contacts = { $count ->
    [one] { $count } address, telephone or name
   *[other] { $count } addresses, telephones and names
}
erased-notes = { $count ->
    [one] { $count } note about them
   *[other] { $count } notes about them
}
erased-facts = { $count ->
    [one] { $count } line of the history
   *[other] { $count } lines of the history
}
erased-answers = { $count ->
    [one] { $count } delivery to another program
   *[other] { $count } deliveries to other programs
}
customers-doubles = Perhaps the same customer
customers-double-phone = Both have the telephone { $number }.
customers-double-address = { $mine } and { $theirs } differ only by dots or by what stands behind a plus.
customers-double-name = Both have the same name and write from { $domain }.
customers-double-not = Somebody else
customers-merge-look = Look and merge
customers-merge-another = Merge with another customer
customers-merge-title = Who is the same as { $name }?
customers-merge-lead = Choose the customer who is the same person. You will see what moves before anything happens.
customers-merge-back = Back to the customer
customers-merge-into = Merge { $from } into { $into }
customers-merge-what = { $into } stays and gets everything of { $from }. You can take them apart again as long as an address of { $from } is still there and nobody else was merged in since.
customers-merge-moves = What moves
customers-merge-names = Also known as
customers-merge-filled = Not known before
customers-merge-kept = { $name } keeps their own
customers-merge-hours = Times to be reached
customers-merge-now = Merge
customers-merge-swap = { $name } stays instead
customers-merged = Merged into this customer
customers-merge-undo = Take apart again

## Own fields

fields-title = Fields
fields-lead = What you want to know of every customer, organisation or conversation.
fields-about = About
fields-about-person = Customers
fields-about-organisation = Organisations
fields-about-conversation = Conversations
fields-none = No fields yet.
fields-new = A new field
fields-add = Add this field
fields-name = Name of the field
fields-kind = What stands in it
fields-kind-text = Text
fields-kind-number = Number
fields-kind-date = Date
fields-kind-choice = Choice
fields-kind-yesno = Yes or no
fields-kind-link = Link
fields-choices = Words to choose from
fields-choices-hint = One a line. Only a choice needs them.
fields-required = Must be filled in before
fields-before-saved = Every save
fields-before-waiting-customer = Waiting for the customer
fields-before-waiting-others = Waiting for others
fields-before-solved = Closing
fields-retired = Not asked for any more:
fields-retire = Retire this field
fields-retire-hint = What stands in it stays, and comes back with it.
fields-restore = Ask again
fields-restore-one = Ask again: { $name }
fields-up = Move up
fields-down = Move down
fields-card = More about them
fields-change = Fill in
fields-yes = Yes
fields-no = No
fields-unfit-missing = This must not be empty.
fields-unfit-number = This is not a number.
fields-unfit-date = This is not a date.
fields-unfit-choice = Choose one of the words.
fields-unfit-link = This is not the address of a page.

## Why not

people-refused-forbidden = You may not do this.
people-refused-not-found = There is no such person.
people-refused-not-an-address = This does not look like an e-mail address. Check it once more.
people-refused-address-taken = This address belongs to someone else already.
people-refused-last-address = One address must stay, or what they write would come from a stranger.
people-refused-erased-already = This customer is erased already.
people-refused-not-confirmed = That is not the customer’s name. Type it as it stands above.
people-refused-still-going-out = A reply to this customer still waits or is on its way. Send or cancel it first.
people-refused-same-person = That is the same customer already.
people-refused-merge-stays = Something has changed since, so the two can no longer be taken apart.
people-refused-not-a-phone = This does not look like a telephone number. Check it once more.
people-refused-not-hours = These times do not fit. The second must be later than the first.
people-refused-reason-missing = Say why.
people-refused-note-empty = Nothing is written yet.
people-refused-too-many = There are too many already. Remove one first.
people-refused-name-taken = Another one has this name already.
people-refused-not-a-domain = This does not look like a domain. It is what stands behind the @.
people-refused-public-domain = Everybody can have an address there, so it says nothing about where they belong.
people-refused-domain-taken = This domain belongs to another organisation already.
people-refused-choices-missing = A choice needs words to choose from.
people-refused-name-missing = A name is needed.
people-refused-last-owner = Somebody must answer for Tillit. Make another colleague an owner first.
people-refused-own-account = Ask another administrator to do this for you.
people-refused-department-taken = There is a department of this name already.
people-refused-too-many-departments = There are as many departments as can be chosen among. Close or rename one.
people-refused-no-department = Whoever sees their own departments alone must be in one. Choose a department for them, or let them see everything.
people-refused-unknown-zone = There is no such time zone. Choose one from the list.
people-refused-file-too-large = The file is larger than 64 MB. Cut it into parts, or leave pictures out of the cards.
people-refused-file-empty = Choose a file in which something stands.
people-refused-import-begun = This file is being taken in already.
people-refused-days-reversed = The last day lies before the first.
people-refused-days-over = These days are over, or more than three years away.
people-refused-days-taken = Another absence holds one of these days. Take that one back first.
people-refused-not-a-day = Choose the first and the last day.
people-refused-no-deputy = Choose a deputy who answers customers and may sign in, or nobody.
people-refused-not-a-cap = Enter a whole number between 1 and 1000, or nothing.
people-refused-not-a-weight = Enter a whole number between 1 and 100.
people-refused-nobody-meant = No single customer has this address or telephone.
people-refused-second-on = The second factor is on already.
people-refused-second-obliged = Your role must have a second factor, so it stays on.
people-refused-wrong-code = That is not the code of the moment, or it was used already. Wait for the next one, and check the time on your phone.

## What happened

event-person-appeared = { $name } wrote for the first time
event-person-made = { $name } was added
event-person-renamed = Name changed from { $from } to { $to }
event-person-address-added = { $address } was added
event-person-erased = Everything held about this customer was erased
event-person-took-in = { $name } is part of this customer now
event-person-became-part = Became part of { $name }
event-person-taken-apart = Taken apart from { $name } again
event-person-left-apart = Somebody looked alike and is somebody else
event-person-address-failing = Mail to { $address } came back. { $words }
event-person-address-works = { $address } works again
event-person-address-removed = { $address } was removed
event-person-phone-added = Telephone { $number } was added
event-person-phone-changed = Telephone changed from { $from } to { $to }
event-person-phone-removed = Telephone { $number } was removed
event-person-name-added = Also known as { $name }
event-person-name-removed = No longer known as { $name }
event-person-title = Role changed from “{ $from }” to “{ $to }”
event-person-postal = Postal address changed from “{ $from }” to “{ $to }”
event-person-language = Language to write in changed from “{ $from }” to “{ $to }”
event-person-addressed = Form of address changed from “{ $from }” to “{ $to }”
event-person-channel =
    { $to ->
        [mail] To be reached by e-mail
        [phone] To be reached by phone
        [post] To be reached by letter
       *[other] To be reached however it suits
    }
event-person-hours = Times to be reached changed from “{ $from }” to “{ $to }”
event-person-vip = Became a VIP
event-person-vip-no-more = Is no longer a VIP
event-person-blocked = Blocked: { $reason }
event-person-unblocked = No longer blocked
event-person-note-added = A note was written
event-person-note-changed = A note was changed
event-person-note-removed = A note was removed
event-person-note-pinned = A note was pinned
event-person-note-unpinned = A note was unpinned
event-person-joined = Belongs to { $name }
event-person-left = No longer belongs to { $name }
event-field-changed = { $name } changed from “{ $from }” to “{ $to }”
event-organisation-added = { $name } was added
event-organisation-renamed = Name changed from { $from } to { $to }
event-organisation-domain-added = Domain { $domain } was added
event-organisation-domain-removed = Domain { $domain } was removed
event-organisation-joining = Whoever writes from its domains joins at once
event-organisation-asking = Whoever writes from its domains is suggested
event-signin-succeeded = { $name } came in from { $peer }
event-signin-failed = A wrong password or code for { $name }, from { $peer }
event-signin-unknown = A sign-in for an account that is not there, from { $peer }
event-signin-ended = { $name } signed out
event-person-handed-out = Everything held about this customer was handed out as a file
event-staff-added = { $name } got an account
event-staff-invited = { $name } was invited
event-staff-password-changed = { $name } has a new password
event-staff-became-owner = { $name } became an owner
event-staff-became-admin = { $name } became an administrator
event-staff-became-light = { $name } became a light agent
event-staff-limited = { $name } sees their own departments alone
event-staff-unlimited = { $name } sees all conversations
event-department-made = The department { $name } was made
event-department-changed = The department { $name } was changed
event-department-closed = The department { $name } was closed
event-department-opened = The department { $name } was opened again
event-staff-became-agent = { $name } became an agent
event-staff-disabled = { $name } was disabled
event-staff-enabled = { $name } may sign in again
event-staff-profile-changed = { $name } changed their profile
event-staff-second-on = { $name } turned on the second factor
event-staff-second-off = The second factor of { $name } was turned off
event-staff-recovery-renewed = { $name } made new recovery codes
event-staff-recovery-used = { $name } signed in with a recovery code
event-staff-absence-planned = { $name } is away from { $first } to { $last }
event-staff-absence-cancelled = { $name } is there after all from { $first } to { $last }
event-staff-workload-changed = { $name } takes { $cap } open conversations at most, for { $weight } % of a position
event-token-made = The API token { $name } was made
event-token-revoked = The API token { $name } was revoked

## Customers out of files

imports-title = Take customers in
imports-lead = A table (CSV) or cards (vCard) from another program. First you see how we read it and what would become of each row; nothing is written before you say so.
imports-file = File
imports-file-hint = At most { $most } MB. Columns are told by their headings, in five languages.
imports-look = Look at it
imports-earlier = Files that came before
imports-when = When
imports-state = How far
imports-state-waiting = Not begun
imports-state-running = Under way
imports-state-done = Done
imports-state-stopped = Stopped
imports-outcome-added = New
imports-outcome-filled = Filled in
imports-outcome-same = Unchanged
imports-outcome-refused = Refused
imports-why-address = not a mail address
imports-why-phone = not a telephone number, or its country is missing
imports-why-language = not one of the five languages
imports-why-unfit = does not fit here
imports-why-nobody = No name, address or telephone
imports-why-broken = The row cannot be read: a quotation mark is not closed, or it is too long
imports-why-several = Belongs to more than one customer
imports-why-too-many = more than one customer can have
imports-nothing-yet = Nothing is written yet. Check how we read the file; what you change here is shown below.
imports-charset = Characters
imports-delimiter = Between cells stands
imports-delimiter-comma = Comma
imports-delimiter-semicolon = Semicolon
imports-delimiter-tab = Tab
imports-delimiter-bar = Vertical bar
imports-country = Telephones without a country are in
imports-heading = The first row is headings
imports-columns = What stands in each column
imports-column = Column
imports-column-skip = Leave out
imports-column-name = Whole name
imports-column-given = First name
imports-column-family = Last name
imports-column-address = Mail addresses
imports-column-phone = Telephones
imports-column-organisation = Organisation
imports-column-title = Role or title
imports-column-postal = Line of the postal address
imports-column-language = Language
imports-column-note = Note
imports-overwrite = Replace what colleagues typed where the file says something else
imports-look-again = Look again
imports-start = Take all of it in
imports-leave = Leave this file
imports-first-rows = What would become of the first rows
imports-no-rows = There is no row in this file.
imports-row = Row
imports-becomes = Becomes
imports-remarks = Left out
imports-id = Id
imports-report = What became of every row (CSV)
imports-stop = Stop
imports-progress = { $percent } % of the file, { $rows } rows. You may leave this page; it goes on.
imports-refused-title = Rows that were refused
event-import-started = The file { $name } with customers is taken in
event-import-done = The file { $name } is taken in: { $added } new, { $filled } filled in, { $refused } refused
event-import-stopped = Taking in the file { $name } was stopped

## Related customers

related-title = Related customers
related-family = family
related-colleague = colleague
related-assistant = assists them
related-assisted = is assisted by them
related-spokesperson = speaks for them
related-spoken-for = they speak for this one
related-add = Link a customer
related-who = Who
related-who-hint = An address or telephone of theirs, or the address of their file here.
related-tie = What they are
related-remove = Unlink { $name }
event-person-related = Linked to another customer
event-person-unrelated = No longer linked to another customer

# Before something grave: prove once more that it is you.
proof-password = Your password
proof-why = So that nobody at an unlocked computer can do this.
proof-none = You have no password yet. Set one first, so that nobody at an unlocked computer can do this.
customers-needs = Needs
customers-needs-show = Show the needs

# What a customer asked for, beside channel and hours.
customers-channel-post = By letter
customers-manner = Speak to them
customers-manner-house = As we usually do
customers-manner-formal = Formally
customers-manner-familiar = Informally
customers-reach-days = Best on { $days }
customers-days = On these days
customers-zone = Their time zone
customers-zone-hint = Whose clock their times go by. Empty: ours.
event-person-manner =
    { $to ->
        [formal] To be spoken to formally
        [familiar] To be spoken to informally
       *[other] To be spoken to as usual
    }
event-person-days = Days to be reached were changed
event-person-zone = Time zone changed from “{ $from }” to “{ $to }”

# Care flags: what somebody goes through, for colleagues alone.
care-title = Care
care-none = Nothing to be careful about.
care-add = Treat with care
care-kind = What they go through
care-why = In your own words
care-why-hint = Colleagues read it before they write. The customer never sees it.
care-until = Until
care-until-hint = A year ahead at most. Empty: as long as is usual.
care-until-day = Until { $day }
care-end = End it now
care-bereavement = Bereavement
care-illness = Illness
care-hardship = Money is short
care-new-baby = New baby
care-help = Needs help
care-other = Take care
care-manner-bereavement = Write warmly; nothing is sold.
care-manner-illness = Be patient and brief; nothing is sold.
care-manner-hardship = Be kind about money; nothing is sold.
care-manner-new-baby = Be brief; they have little time.
care-manner-help = Ask what helps, and do not make them ask twice.
care-manner-other = Write with care; nothing is sold.
people-refused-care-until = Choose a day from today to a year from now.
people-refused-care-twice = There is such a flag already. Change that one.
event-person-care-set =
    { $kind ->
        [bereavement] Treated with care until { $until }: bereavement
        [illness] Treated with care until { $until }: illness
        [hardship] Treated with care until { $until }: money is short
        [new_baby] Treated with care until { $until }: new baby
        [help] Treated with care until { $until }: needs help
       *[other] Treated with care until { $until }
    }
event-person-care-changed =
    { $kind ->
        [bereavement] Care changed: bereavement, until { $until }
        [illness] Care changed: illness, until { $until }
        [hardship] Care changed: money is short, until { $until }
        [new_baby] Care changed: new baby, until { $until }
        [help] Care changed: needs help, until { $until }
       *[other] Care changed, until { $until }
    }
event-person-care-ended =
    { $kind ->
        [bereavement] Care ended: bereavement
        [illness] Care ended: illness
        [hardship] Care ended: money is short
        [new_baby] Care ended: new baby
        [help] Care ended: needs help
       *[other] Care ended
    }

## What colleagues can

settings-skills = Skills
skills-lead = What not everybody here can: repairs, customs, a brand. Departments, mailboxes and tags can need a skill (Settings → Turns).
skills-none = No skills yet.
skills-new = New skill
skills-name = Name
skills-add = Add
skills-remove = Remove
skills-remove-one = Remove { $name }
skills-nobody = Nobody has it yet. Skills are given on the page of each colleague.
skills-who = Who has it:
abilities-title = Skills and languages
abilities-lead = What is given out by turns goes to who has what it needs.
abilities-own = Languages I write
abilities-own-lead = What is given out by turns in another language goes to others while they are here.
abilities-skills = Skills
abilities-no-skills = There are no skills yet.
abilities-writes = Languages
abilities-writes-hint = None ticked counts as all.
event-staff-skills-changed = { $name } has these skills now: { $skills }
event-staff-writes-changed = { $name } writes these languages now: { $languages }
abilities-turns = The turns you got
abilities-rota = The company’s turns
