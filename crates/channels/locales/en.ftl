# Words of mails and of their delivery.
outbox-sender = { $name }, { $business }
outbox-no-address = No address is set that replies could come from. Set it under Settings, Business.
outbox-page = See the whole request, answer or close it: { $page }
outbox-page-asks = Was it exactly what you wanted? Tell us, or answer, here: { $page }
outbox-passed-on =
    ---------- Forwarded message ----------
    From: { $from }
    Date: { $at }
    To: { $to }
    Subject: { $subject }
outbox-file-gone = A file that should go along is not there any more.
outbox-picture = [Picture: { $what }]

mail-title = Mail
mail-lead = How mail comes in and leaves the house, and what was not let in.
mail-saved = Saved.
mail-out = Common outgoing server
mail-out-why = Replies of mailboxes without a server of their own leave by it.
mail-host = Server
mail-host-hint = Such as mail.example.com. Replies wait until one is set.
mail-host-wrong = This is not the name of a server.
mail-protection = Protection of the connection
mail-implicit = TLS from the first byte
mail-start-tls = STARTTLS
mail-none = None, only for a server on the same machine
mail-port = Port
mail-port-hint = Leave it empty for the usual one.
mail-port-wrong = A port is a number from 1 to 65535.
mail-user = User name
mail-password = Password
mail-password-hint = Leave it empty to keep the one that is set. It lies encrypted.
mail-password-wrong = The password could not be kept. Try again.
mail-password-missing = A user name needs a password.
mail-refused = Mails that were refused
mail-refused-none = Nothing was refused.
mail-refused-line = From { $from }, { $size }: larger than mails may be
mail-not-handed-out = Could not be fetched from a mailbox: the mail server lists it and does not hand it out. It still lies there; look at it in your mail program.

mail-wrong =
    { $count ->
        [one] One thing to put right
       *[other] { $count } things to put right
    }

## Mailboxes

mailbox-list = Mailboxes
mailbox-none-title = No mailbox is connected yet
mailbox-none-body = Connect one, and the mails of your customers come here. Nobody is written to by that.
mailbox-connect = Connect a mailbox
mailbox-connected = The mailbox is connected. New mails appear in the inbox.
mailbox-removed = The mailbox is no longer connected. Its conversations are still here.
mailbox-edit = Change
mailbox-edit-one = Change { $name }
mailbox-default = Default
mailbox-paused = Paused
mailbox-brought = Its mail is brought here
mailbox-failing = Not read for { $time }
mailbox-not-read-yet = Not read yet
mailbox-read-now = Read just now
mailbox-read-ago = Read { $time } ago
mailbox-lead = How its mail comes, how replies leave, and what stands on them.
mailbox-all = All mailboxes
mailbox-face = What customers see
mailbox-address = E-mail address
mailbox-address-hint = The address your customers write to.
mailbox-name = Name for your colleagues
mailbox-name-hint = Such as Sales or Workshop.
mailbox-sender = Name of the sender
mailbox-sender-hint = Stands behind the name of whoever writes. Leave it empty for the name of the business.
mailbox-signature = Signature
mailbox-signature-hint = Stands under replies from here. Leave it empty for the signature of the business.
mailbox-fetch = Mail in
mailbox-fetch-how = How mails come
mailbox-fetch-imap = Fetched from the mailbox
mailbox-fetch-imap-why = By IMAP, within seconds.
mailbox-fetch-none = Brought by a mail server
mailbox-fetch-none-why = By LMTP, SMTP or a pipe, as the operator set it up.
mailbox-fetch-host = Server for reading
mailbox-user-hint = Mostly the address itself.
mailbox-user-missing = Reading a mailbox needs a user name.
mailbox-password-missing = Enter the password.
mailbox-read-mail = Mails in the mailbox
mailbox-folder = Folder to read
mailbox-folder-hint = Mostly INBOX.
mailbox-after = What happens to a mail once it is safe here
mailbox-after-leave = It stays as it is
mailbox-after-mark-read = It is marked as read
mailbox-after-move = It is moved to a folder
mailbox-after-delete = It is deleted from the mailbox
mailbox-move-to = Folder to move to
mailbox-move-to-hint = Only for moving. It is made when it is not there.
mailbox-move-missing = Name the folder that mails are moved to.
mailbox-move-same = Mails cannot be moved to the folder they are read from.
mailbox-send = Mail out
mailbox-send-how = How replies leave
mailbox-send-smtp = By the mailbox’s own server
mailbox-send-smtp-why = Best for delivery: the provider vouches for your mails.
mailbox-send-relay = By the common outgoing server
mailbox-send-relay-why = The one under Settings, Mail.
mailbox-send-host = Server for sending
mailbox-send-user-hint = Leave it empty when the server asks for none.
mailbox-send-password-hint = Leave it empty when it is the same as for reading, or to keep the one that is set.
mailbox-check-fetch = Reading mail
mailbox-check-fetch-ok =
    { $count ->
        [one] Works. One mail lies in { $folder } at { $host }. New ones are here within seconds.
       *[other] Works. { $count } mails lie in { $folder } at { $host }. New ones are here within seconds.
    }
mailbox-check-fetch-ok-asked =
    { $count ->
        [one] Works. One mail lies in { $folder } at { $host }. New ones are here within a minute.
       *[other] Works. { $count } mails lie in { $folder } at { $host }. New ones are here within a minute.
    }
mailbox-check-send = Sending mail
mailbox-check-send-ok = Works. { $host } takes mails from this address. Nothing was sent.
mailbox-check-nothing = Nothing to try
mailbox-check-nothing-why = Mails are brought here, and replies leave by the common outgoing server.
mailbox-test = Try the connection
mailbox-pause = Pause
mailbox-pause-why = Pausing stops the reading. Nothing is lost: it goes on where it stopped.
mailbox-paused-why = Paused: nothing is read. New mails wait in the mailbox.
mailbox-go-on = Read again
mailbox-make-default = Make it the default
mailbox-department = Department
mailbox-department-none = No department
mailbox-department-hint = What begins with mail to this address belongs to the department.
mailbox-default-why = New conversations leave from the default mailbox, and its address is the one of the business.
mailbox-remove = Remove
mailbox-remove-why = It is no longer read, and its password is forgotten. Its conversations stay, and nothing changes in the mailbox itself.
mailbox-remove-sure = Remove the mailbox

## Connecting a mailbox

connect-title = Connect a mailbox
connect-lead = Nothing is sent to anybody, and nothing is kept before the last step.
connect-steps = Steps
connect-step-address = Address
connect-step-check = Connection
connect-step-choose = Which mails
connect-password = Password of the mailbox
connect-password-hint = For Gmail, iCloud, Yahoo and Fastmail an app password, made for Tillit in the security settings there.
connect-provider = Where the mailbox is
connect-provider-unknown = Find out by the address
connect-skip = Skip for now
connect-find = Find the settings
connect-continue = Continue
connect-change = Change the settings
connect-try = Try the connection
connect-note-google = Google takes an app password here, not your usual one. Make one at myaccount.google.com/apppasswords; two-step verification must be on.
connect-note-microsoft = Microsoft lets programs in by signing in there alone, not by password. Set up the sign-in first, under Settings, Mail, Sign-in at providers.
connect-note-app-password = { $provider } takes an app password here, not your usual one. Make one in the security settings of your account.
connect-note-bridge = Proton Mail is reached through its Bridge, which must run on this machine. Enter the password that the Bridge shows.
connect-note-user = At { $provider } the user name is another than the address. It stands in your control panel there.
connect-note-guessed = Nobody publishes settings for this address, so these are guesses. Your provider’s help pages name the right ones, mostly under IMAP.
connect-start = Which mails come here
connect-start-now = New ones, from now on
connect-start-now-why = What lies in the mailbox stays there alone.
connect-start-days = New ones, and those of the last days
connect-start-days-why = How many days is up to you.
connect-days = Days
connect-days-hint = Only for mails of the last days.
connect-days-wrong = Say how many days, from 1 to 3650.
connect-start-everything = Also those that lie in the mailbox
connect-start-everything-why = They become old conversations: nobody gets an answer, and no clock runs late.
connect-nobody-told = Nobody is written to.
connect-again = Look again
connect-submit = Connect the mailbox
connect-empty = The mailbox is empty, so there is nothing to try it on. New mails become conversations.
connect-dry =
    { $mails ->
        [one] This one mail would become { $conversations ->
            [one] one conversation
           *[other] { $conversations } conversations
        }.
       *[other] These { $mails } mails would become { $conversations ->
            [one] one conversation
           *[other] { $conversations } conversations
        }.
    }
connect-dry-why =
    { $count ->
        [one] A dry run on the newest of one mail: nothing was written.
       *[other] A dry run on the newest of { $count } mails: nothing was written.
    }
connect-dry-from = From
connect-dry-subject = Subject
connect-dry-conversation = Conversation
connect-dry-new = { $which }, new
connect-dry-same = { $which }, joins it
connect-dry-joins = Joins #{ $number }, which is here already
connect-dry-own = Not taken: Tillit sent it
connect-dry-known = Here already
connect-dry-no-subject = No subject
connect-dry-machine = Written by a machine
connect-dry-unreadable = Cannot be read
trust-title = Senders
trust-lead = Whose word counts when a mail says whom it is from.
trust-servers = Mail servers whose findings count
trust-servers-hint = One name on each line, as it stands first in the field Authentication-Results of your mails: mx.example.com. Name only servers that handle your own mail.
trust-check = Check mail that comes directly
trust-check-hint = When the sender’s server speaks to Tillit itself, its domain is asked whether it may (SPF, DKIM, DMARC).

## Sign-in at providers

oauth-title = Sign-in at the provider
oauth-now = Tillit signs in with leave from { $provider }. Give it anew when it was withdrawn.
oauth-not-now = Instead of a password here. Your password stays with the provider.
oauth-sign-in = Sign in with { $provider }
oauth-why = { $provider } asks you whether Tillit may read and send mail for this address. Your password stays there.
oauth-agreed = You have given leave. Tillit signs in with it from now on.
oauth-failed = It did not work
oauth-lead = Nothing was changed.
providers-title = Sign-in at providers
providers-lead = Google and Microsoft let programs in by an application of your own, which you set up there once.
providers-return = Enter this address there as the allowed return:
providers-id = Client id
providers-secret = Client secret
providers-tenant = Organisation
providers-tenant-hint = Its id or domain; leave it empty for any.
providers-other = Another provider
providers-authorize = Address where people agree
providers-token = Address where tokens come from
providers-scope = Scope
providers-url-wrong = Enter a whole web address.

mailbox-trouble-host-not-found = There is no server called { $host }. Check the spelling of its name.
mailbox-trouble-connection-refused = { $host } is there, but nobody answers at this port. Check the port and the protection of the connection.
mailbox-trouble-unreachable = { $host } cannot be reached from here. Check the network and the firewall.
mailbox-trouble-timed-out = { $host } did not answer in time. Check the port, or try again in a moment.
mailbox-trouble-cut-off = { $host } hung up in the middle. Try again in a moment; if it stays so, check the port and the protection of the connection.
mailbox-trouble-not-a-mail-server = Something answers at { $host }, but it does not speak as a mail server should. Check the port and the protection of the connection.
mailbox-trouble-tls-failed = A protected connection to { $host } could not be made: { $words }.
mailbox-trouble-certificate-expired = The certificate of { $host } is out of date. Whoever runs the server must renew it.
mailbox-trouble-certificate-of-another = The certificate of { $host } is made out to another name. Check the name of the server: is it perhaps called something else?
mailbox-trouble-certificate-unknown = Nobody this machine trusts vouches for the certificate of { $host }; it may be self-signed. If the server is yours, add its authority to those this machine trusts.
mailbox-trouble-start-tls-missing = { $host } does not offer STARTTLS at this port. Choose TLS from the first byte, and its port.
mailbox-trouble-tls-needed = { $host } takes no password over an unprotected connection. Choose TLS from the first byte, or STARTTLS.
mailbox-trouble-login-refused = { $host } did not accept the user name and password. It says: { $words }.
mailbox-trouble-app-password-needed = { $host } wants a password made for this program alone, an app password. Make one in the account’s security settings and enter it here. It says: { $words }.
mailbox-trouble-tokens-not-taken = { $host } does not offer signing in through the provider. Use a password instead.
mailbox-trouble-token-refused = The provider no longer lets us in: { $words }. Connect the mailbox again.
mailbox-trouble-token-unavailable = The provider’s sign-in service does not answer: { $words }. We keep trying.
mailbox-trouble-client-missing = Signing in through this provider is not set up yet. An administrator must enter its client id first.
mailbox-trouble-folder-missing = There is no folder { $words } in this mailbox. Choose another.
mailbox-trouble-folder-read-only = The folder { $words } can only be read, so mails in it can be neither marked nor moved. Choose to leave them as they are.
mailbox-trouble-sender-refused = { $host } does not let this account send from this address. It says: { $words }.
mailbox-trouble-server-says-no = { $host } said no: { $words }.
mailbox-trouble-secret-unreadable = The stored password cannot be opened, because secret.key is another one now. Enter the password again.
mailbox-trouble-on-our-side = It failed on our side: { $words }.
mailbox-refused-forbidden = Only administrators can do this.
mailbox-refused-not-found = This mailbox is not there any more.
mailbox-refused-not-an-address = This is not a mail address.
mailbox-refused-address-taken = Another mailbox has this address already.
mailbox-alarm-subject = The mailbox { $address } is not being read
mailbox-alarm-text =
    Nobody has been able to read the mailbox { $address } for a while, so mail that customers write there does not reach the desk. It is kept at the mail server, and comes in as soon as the mailbox can be read again.

    { $why }

    Put it right here: { $link }
mailbox-alarm-no-reason = It is not known why: there was no answer at all.
mailbox-alarm-notice = The mailbox { $address } is not being read.
mailbox-alarm-open = Open its settings
event-mailbox-connected = connected the mailbox { $address }
event-mailbox-changed = changed the mailbox { $address }
event-mailbox-removed = removed the mailbox { $address }
event-mailbox-failed = the mailbox { $address } is not being read
event-mailbox-recovered = the mailbox { $address } is being read again

# Conversations of another system, taken in from a file
moving-lead = Take in what was said in another system: a table (CSV), JSON lines or an archive of mails (mbox). Nobody is written to, and nothing counts as late.
moving-source = What the other system is called
moving-source-hint = Stands beside the old numbers. Leave it empty if there is only one.
moving-file-hint = At most { $most } MB. Pack the files of messages beside it into one ZIP file. The guide says what stands in it.
moving-empty = Choose a file with something in it
moving-too-large = The file is too large
moving-packed = The packed file cannot be read, or holds no single CSV, JSON lines or mbox file
moving-out-of-folder = A path in the packed file leads out of it
moving-columns = The table needs columns called number, at and text
moving-begun = This file has begun already
moving-nothing-yet = Nothing is written yet. Below you see what would become of the first records.
moving-unknown = Columns that are left out: { $columns }
moving-shape-csv = Table (CSV)
moving-shape-jsonl = JSON lines
moving-shape-mbox = Archive of mails (mbox)
moving-first = What would become of the first records
moving-none = There is no record in this file.
moving-record = Record
moving-old = Old number
moving-new = Number
moving-subject = Subject
moving-customer = Customer
moving-messages = Messages
moving-progress = { $percent } % of the file, { $records } records. You may leave this page; it goes on.
moving-report = What became of every record (CSV)
moving-refused = Records that were refused
event-moving-started = The file { $name } with conversations is taken in
event-moving-done = The file { $name } is taken in: { $made } new, { $joined } joined, { $refused } refused
event-moving-stopped = Taking in the file { $name } was stopped
