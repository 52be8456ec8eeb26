# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhooks
webhooks-lead = Det der sker her, fortælles til dine egne programmer, signeret.
webhooks-none = Ingen webhooks endnu.
webhooks-new = Tilføj en webhook
webhooks-new-lead = Hver hændelse sendes dertil som JSON. Svar med en status fra 200 til 299, ellers sendes den igen i tre dage.
webhooks-submit = Tilføj webhooken
webhooks-saved = Gemt.
webhooks-tried = En prøve er på vej.
webhooks-again = Den er på vej igen.
webhooks-removed = Webhooken er væk.
webhooks-gone = Væk (410): slået fra
webhooks-off = Fra
webhooks-silent = Svarer ikke
webhooks-on = Til
webhooks-url = Adresse
webhooks-url-hint = En https-adresse hos dig som tager imod POST.
webhooks-url-refused = Denne adresse kan ikke kaldes. Den skal være en webadresse på det åbne internet, eller i et net som driften har angivet.
webhooks-kinds = Hvad der skal fortælles
webhooks-kinds-none = Vælg mindst én.
webhooks-one = Webhook
webhooks-deliveries = Sendt
webhooks-deliveries-none = Intet er sendt endnu.
webhooks-secret-made = Hemmeligheden er klar
webhooks-secret-once = Dit program prøver signaturen med den. Kopiér den nu, den vises ikke igen. En tidligere hemmelighed virker én dag til.
webhooks-secret = Hemmeligheden
webhooks-do = Hvad du kan gøre med den
webhooks-try = Send en prøve
webhooks-switch-off = Slå fra
webhooks-switch-on = Slå til
webhooks-rotate = Ny hemmelighed
webhooks-remove = Fjern
webhooks-delivery-pending = På vej
webhooks-delivery-done = Kom frem
webhooks-delivery-failed = Opgivet
webhooks-attempts = { $n } forsøg
webhooks-body = Hvad der blev sendt
webhooks-answer = Hvad der kom tilbage
webhooks-deliver-again = Send igen

## Facts of the log

event-webhook-added = Webhooken til { $host } blev tilføjet
event-webhook-changed = Webhooken til { $host } blev ændret
event-webhook-on = Webhooken til { $host } blev slået til
event-webhook-off = Webhooken til { $host } blev slået fra
event-webhook-rotated = Webhooken til { $host } fik en ny hemmelighed
event-webhook-removed = Webhooken til { $host } blev fjernet
