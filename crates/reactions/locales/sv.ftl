# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhookar
webhooks-lead = Det som händer här berättas för dina egna program, signerat.
webhooks-none = Inga webhookar än.
webhooks-new = Lägg till en webhook
webhooks-new-lead = Varje händelse skickas dit som JSON. Svara med en status från 200 till 299, annars skickas den igen i tre dagar.
webhooks-submit = Lägg till webhooken
webhooks-saved = Sparat.
webhooks-tried = Ett prov är på väg.
webhooks-again = Den är på väg igen.
webhooks-removed = Webhooken är borta.
webhooks-gone = Borta (410): avstängd
webhooks-off = Av
webhooks-silent = Svarar inte
webhooks-on = På
webhooks-url = Adress
webhooks-url-hint = En https-adress hos dig som tar emot POST.
webhooks-url-refused = Den här adressen kan inte anropas. Den måste vara en webbadress på det öppna internet, eller i ett nät som driften har angett.
webhooks-kinds = Vad som ska berättas
webhooks-kinds-none = Välj minst en.
webhooks-one = Webhook
webhooks-deliveries = Skickat
webhooks-deliveries-none = Inget har skickats än.
webhooks-secret-made = Hemligheten är klar
webhooks-secret-once = Ditt program prövar signaturen med den. Kopiera den nu, den visas inte igen. En tidigare hemlighet fungerar en dag till.
webhooks-secret = Hemligheten
webhooks-do = Vad du kan göra med den
webhooks-try = Skicka ett prov
webhooks-switch-off = Stäng av
webhooks-switch-on = Slå på
webhooks-rotate = Ny hemlighet
webhooks-remove = Ta bort
webhooks-delivery-pending = På väg
webhooks-delivery-done = Kom fram
webhooks-delivery-failed = Uppgiven
webhooks-attempts = { $n } försök
webhooks-body = Vad som skickades
webhooks-answer = Vad som kom tillbaka
webhooks-deliver-again = Skicka igen

## Facts of the log

event-webhook-added = Webhooken till { $host } lades till
event-webhook-changed = Webhooken till { $host } ändrades
event-webhook-on = Webhooken till { $host } slogs på
event-webhook-off = Webhooken till { $host } stängdes av
event-webhook-rotated = Webhooken till { $host } fick en ny hemlighet
event-webhook-removed = Webhooken till { $host } togs bort
