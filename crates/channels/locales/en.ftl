# Words of mails and of their delivery.
outbox-sender = { $name }, { $business }
outbox-no-address = No address is set that replies could come from. Set it under Settings, Business.
