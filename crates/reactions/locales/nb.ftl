# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhooker
webhooks-lead = Det som skjer her, meldes til dine egne programmer, signert.
webhooks-none = Ingen webhooker ennå.
webhooks-new = Legg til en webhook
webhooks-new-lead = Hver hendelse sendes dit som JSON. Svar med en status fra 200 til 299, ellers sendes den på nytt i tre dager.
webhooks-submit = Legg til webhooken
webhooks-saved = Lagret.
webhooks-tried = En prøve er på vei.
webhooks-again = Den er på vei igjen.
webhooks-removed = Webhooken er borte.
webhooks-gone = Borte (410): slått av
webhooks-off = Av
webhooks-silent = Svarer ikke
webhooks-on = På
webhooks-url = Adresse
webhooks-url-hint = En https-adresse hos deg som tar imot POST.
webhooks-url-refused = Denne adressen kan ikke kalles. Den må være en nettadresse på det åpne internettet, eller i et nett som driften har ført opp.
webhooks-kinds = Hva som skal meldes
webhooks-kinds-none = Velg minst én.
webhooks-one = Webhook
webhooks-deliveries = Sendt
webhooks-deliveries-none = Ingenting er sendt ennå.
webhooks-secret-made = Hemmeligheten er klar
webhooks-secret-once = Programmet ditt prøver signaturen med den. Kopier den nå, den vises ikke igjen. En tidligere hemmelighet virker én dag til.
webhooks-secret = Hemmeligheten
webhooks-do = Hva du kan gjøre med den
webhooks-try = Send en prøve
webhooks-switch-off = Slå av
webhooks-switch-on = Slå på
webhooks-rotate = Ny hemmelighet
webhooks-remove = Fjern
webhooks-delivery-pending = På vei
webhooks-delivery-done = Kom fram
webhooks-delivery-failed = Gitt opp
webhooks-attempts = { $n } forsøk
webhooks-body = Hva som ble sendt
webhooks-answer = Hva som kom tilbake
webhooks-deliver-again = Send igjen

## Facts of the log

event-webhook-added = Webhooken til { $host } ble lagt til
event-webhook-changed = Webhooken til { $host } ble endret
event-webhook-on = Webhooken til { $host } ble slått på
event-webhook-off = Webhooken til { $host } ble slått av
event-webhook-rotated = Webhooken til { $host } fikk en ny hemmelighet
event-webhook-removed = Webhooken til { $host } ble fjernet
