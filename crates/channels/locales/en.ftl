# Words of mails and of their delivery.
outbox-sender = { $name }, { $business }
outbox-no-address = No address is set that replies could come from. Set it under Settings, Business.
outbox-passed-on =
    ---------- Forwarded message ----------
    From: { $from }
    Date: { $at }
    To: { $to }
    Subject: { $subject }
outbox-file-gone = A file that should go along is not there any more.

mail-title = Mail
mail-lead = How mail leaves the house, and what was not let in.
mail-saved = Saved.
mail-out = Outgoing mail server
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
event-mailbox-connected = connected the mailbox { $address }
event-mailbox-changed = changed the mailbox { $address }
event-mailbox-removed = removed the mailbox { $address }
event-mailbox-failed = the mailbox { $address } is not being read
event-mailbox-recovered = the mailbox { $address } is being read again
