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

## Facts of the log

event-webhook-added = The webhook to { $host } was added
event-webhook-changed = The webhook to { $host } was changed
event-webhook-on = The webhook to { $host } was switched on
event-webhook-off = The webhook to { $host } was switched off
event-webhook-rotated = The webhook to { $host } got a new secret
event-webhook-removed = The webhook to { $host } was removed
