# Words of mails and of their delivery.
outbox-sender = { $name }, { $business }
outbox-no-address = No address is set that replies could come from. Set it under Settings, Business.

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
