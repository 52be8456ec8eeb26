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

## Reports

reports-title = Rapporter
reports-period = { $from } till { $to }
reports-csv = Siffrorna som fil (CSV)
reports-csv-list = Listan som fil (CSV)
reports-percent = { $n } %
reports-unclear = De här dagarna går inte att läsa. Den första dagen får inte komma efter den sista, och det kan ligga högst tio år mellan dem.
reports-none = Ingenting att räkna än
reports-none-lead = Så snart kunder skriver och får svar står siffrorna för de här dagarna här.
reports-which = Vad som ska visas
reports-days = Dagar
reports-today = I dag
reports-week = 7 dagar
reports-four-weeks = 28 dagar
reports-month = Den här månaden
reports-last-month = Förra månaden
reports-year = 365 dagar
reports-from = Första dagen
reports-to = Sista dagen
reports-department = Avdelning
reports-staff = Kollega
reports-mailbox = Brevlåda
reports-tag = Etikett
reports-language = Språk
reports-only = Bara
reports-everything = Allt
reports-compare = Bredvid lika många dagar precis före
reports-show = Visa
reports-before = Före: { $value }
reports-meaning = Vad det här betyder
reports-opened = Nya
reports-opened-means = Samtal som kunder började de här dagarna. Det som blockerade avsändare skrev räknas inte, och inte heller det som blev en del av ett annat samtal.
reports-received = Mottagna meddelanden
reports-received-means = Det som människor skrev till oss de här dagarna. E-post som maskiner skrev räknas inte.
reports-replied = Skickade svar
reports-replied-means = Det som kollegor svarade kunder de här dagarna. Det som togs tillbaka eller aldrig kom fram räknas inte, och inte heller kvittenser.
reports-closed = Stängda
reports-closed-means = Hur ofta ett samtal löstes eller stängdes de här dagarna. Ett som öppnades igen kan räknas på nytt.
reports-reopened = Öppnade igen
reports-reopened-means = Hur ofta ett samtal blev öppet igen efter att det hade lösts eller stängts, av kunden eller av en kollega.
reports-open-now = Öppna nu
reports-open-now-means = Samtal som varken är lösta eller stängda, vem som än har ordet och när de än började.
reports-by-day = Dag för dag
reports-chart = Nya och stängda samtal dag för dag: { $opened } nya, { $closed } stängda. Siffrorna följer i en tabell.
reports-numbers = Siffrorna
reports-day = Dag
reports-backlog = Öppna vid slutet
reports-times = Hur lång tid det tog
reports-what = Vad
reports-n = Antal
reports-median = Hälften inom
reports-p90 = Nio av tio inom
reports-median-open = Hälften inom, under öppettid
reports-p90-open = Nio av tio inom, under öppettid
reports-first = Första svar
reports-first-means = Från det första mejlet som en människa skrev till det första svaret från en kollega. Kvittenser räknas inte. Det räknas på dagen för svaret. Hälften inom: medianen. Nio av tio inom: 90:e percentilen. Öppettiden är den som gällde när det räknades.
reports-next = Nästa svar
reports-next-means = Från det äldsta obesvarade mejlet till nästa svar. Under öppettid räknas inte den tid då samtalet väntade på andra.
reports-resolved = Löst
reports-resolved-means = Från samtalets början till den sista gången det löstes eller stängdes. Öppnas det igen räknas det när det är löst på nytt.
reports-ages = Hur gammalt det öppna är
reports-age = Började
reports-age-today = I dag
reports-age-days = För { $from } till { $to } dagar sedan
reports-age-more = För { $from } dagar sedan eller tidigare
reports-ages-means = Efter den dag då samtalet började, hur ofta det än har öppnats igen sedan dess.
reports-within = Besvarade inom 24 timmar
reports-of = { $k } av { $n }
reports-interval = Den sanna andelen ligger mycket sannolikt mellan { $low } % och { $high } % (95 % konfidens, Wilson).
reports-in-time = Besvarade i tid
reports-late = Inte besvarade i tid
reports-waiting = Har väntat i mer än 24 timmar
reports-within-means = Av samtalen där någon skrev till oss de här dagarna: andelen där första svaret kom inom 24 verkliga timmar, vilken dag som helst. Det som har väntat kortare bedöms inte än; det som stängdes dessförinnan utan svar är inte med. I tabellen över avdelningar och kollegor är det som fortfarande väntar inte med.
reports-lapses = Missade tidsgränser: { $n }
reports-lapses-none = Ingen tidsgräns missades de här dagarna.
reports-lapses-list = De senast missade tidsgränserna
reports-lapses-means = Varje gång tidsgränsen för ett svar gick ut: vad det var, vem som hade samtalet då och hur länge kunden väntade därefter.
reports-lapse-first = Första svaret kom inte i tid
reports-lapse-next = Nästa svar kom inte i tid
reports-late-n = För sent eller väntar än: { $n }
reports-late-none = Alla fick svar inom 24 timmar.
reports-apart = Var för sig
reports-apart-none = Ingenting räknades här de här dagarna.
reports-apart-means = I namnordning, för siffror är ingen tävling. Nya samtal räknas för den som har dem nu, svar för den som skrev dem, stängning för den som stängde. Kollegor ser sina egna siffror; de som leder kollegor ser alla. Antalet fall står vid varje siffra som n.
reports-missed = Missade
reports-nobody = Ingen
reports-gone = Finns inte längre
reports-had-nobody = Ingen hade det
reports-back = Till rapporten
reports-list-none = Det finns inga samtal här.
reports-more = Visa fler
reports-conversation = Samtal
reports-when = När
reports-who = Vem
reports-took = Det tog
reports-took-open = Under öppettid
reports-unanswered = Fortfarande obesvarat

## Facts of the log

event-webhook-added = Webhooken till { $host } lades till
event-webhook-changed = Webhooken till { $host } ändrades
event-webhook-on = Webhooken till { $host } slogs på
event-webhook-off = Webhooken till { $host } stängdes av
event-webhook-rotated = Webhooken till { $host } fick en ny hemlighet
event-webhook-removed = Webhooken till { $host } togs bort

# The list of administrative acts.

audit-lead = Vem som gjorde vad med er Tillit, och vem som kom in. Det nyaste först.
audit-filter = Vad som visas
audit-who = Vem
audit-everybody = Alla
audit-kind = Vad
audit-everything = Allt
audit-sign-ins = Inloggning
audit-colleagues = Kollegor och avdelningar
audit-settings = Inställningar
audit-programs = Nycklar och webhooks
audit-mailboxes = Brevlådor
audit-words = Etiketter och makron
audit-open = Hjälpcenter och forum
audit-privacy = Kundernas data
audit-from = Från
audit-until = Till
audit-show = Visa
audit-file = Som fil (CSV)
audit-acts = Vad som hände
audit-none = Inget sådant har hänt.
audit-older = Äldre
audit-by-system = Tillit, eller den som driver den
audit-by-customer = En kund
audit-by-former = En tidigare kollega
audit-backup-now = en säkerhetskopia begärdes
audit-job-retried = misslyckat arbete startades om
audit-providers = inloggning hos e-postleverantörer

## Lapses

lapses-title = Missade tidsgränser
lapses-lead = Svar som kom senare än utlovat, eller inte alls. Skriv vid varje varför, och vad som hade hjälpt.
lapses-none = Inget svar missades dessa dagar.
lapses-share = För sent eller aldrig
lapses-share-means = Av alla svar som gavs dessa dagar, och dem som borde ha getts. Utan svar hittills: { $n }.
lapses-late = { $time } för sent
lapses-waits = Har väntat { $time } för länge
lapses-never = Aldrig besvarat
lapses-cause-unknown = Varför är inte känt.
lapses-cause-nobody = Ingen hade det.
lapses-cause-closed = Det kom medan ni hade stängt, så lite av svarstiden låg inom öppettiderna.
lapses-reason = Orsak
lapses-reason-write = Skriv en orsak
lapses-reason-change = Ändra orsaken
event-lapse-explained = En orsak skrevs vid ett sent svar
event-lapse-unexplained = Orsaken vid ett sent svar togs bort

## Aviseringar

notices-title = Aviseringar
notices-lead = Det som rör dig. När du tittar på ett samtal markeras aviseringarna om det som lästa.
notices-settings = Så får du besked
notices-show = Vilka aviseringar
notices-unread = Olästa
notices-all = Alla
notices-read-all = Markera alla som lästa
notices-none = Inga aviseringar än
notices-none-unread = Inget oläst
notices-none-lead = När någon nämner dig, ger dig ett ärende eller skriver i ett av dina syns det här.
notices-older = Äldre
notices-no-subject = Utan ämne
notices-not-read = oläst
notices-read-one = Markera som läst
notices-read-this = Markera som läst: { $what }
notices-count-most = { $n }+
keys-notices = Aviseringar
notice-mentioned = { $by } nämnde dig
notice-mentioned-plain = En anteckning nämner dig
notice-draft = { $by } ber dig titta på ett utkast
notice-draft-plain = En kollega ber dig titta på ett utkast
notice-undelivered = Ditt svar till { $who } kom inte fram
notice-assigned = { $by } gav dig ett ärende
notice-assigned-plain = Du har fått ett ärende
notice-wrote = { $who } skrev till dig
notice-followed = { $who } skrev i ett ärende du följer
notice-aside = { $who } svarade i en sidotråd
notice-aside-plain = Det kom ett svar i en sidotråd
notice-soon = Det är snart dags att svara { $who }
notice-late = Ditt svar till { $who } är försenat
notice-lapse = Svaret till { $who } är försenat på din avdelning
notice-promise = Ett löfte till { $who } ska snart hållas
notice-broken = Ett löfte till { $who } är försenat
notice-praise = { $who } berömde dig

## Profil → Aviseringar

settings-notices = Aviseringar
notices-wishes-lead = Vad du får besked om, och hur.
notices-saved = Sparat.
notices-ways = Vad du får besked om
notices-ways-hint = Allt utom ”Av” finns också under Aviseringar.
notices-kind-mentioned = En anteckning nämner mig
notices-kind-draft = En kollega ber mig titta på ett utkast
notices-kind-undelivered = Ett svar från mig kom inte fram
notices-kind-assigned = Jag får ett ärende
notices-kind-wrote = En kund skriver i en av mina
notices-kind-followed = En kund skriver i en jag följer
notices-kind-aside = Någon svarar i en sidotråd som är min, eller i ett samtal jag har eller följer
notices-kind-soon = Ett svar från mig ska snart vara klart
notices-kind-late = Ett svar från mig är försenat
notices-kind-lapse = Ett svar är försenat på min avdelning (ägare och administratörer)
notices-kind-promise = Ett löfte som jag håller ska snart hållas
notices-kind-broken = Ett löfte av mig, eller på min avdelning (ägare och administratörer), är försenat
notices-kind-praise = En kund berömmer mig
notices-way-desk = I Tillit
notices-way-mail = Med e-post direkt
notices-way-digest = I sammanfattningen
notices-way-off = Av
notices-quiet = Tysta timmar
notices-quiet-hint = Då skickas ingen e-post till dig. Det som kom under tiden kommer efteråt, i ett mejl. Tiderna är företagets.
notices-quiet-from = Från
notices-quiet-until = Till
notices-quiet-days = Hela dagen
notices-quiet-wrong = Skriv två olika klockslag, till exempel 17:00 och 08:00, eller lämna båda tomma.
notices-digest = Sammanfattning
notices-digest-hour = När sammanfattningen kommer
notices-digest-hint = Varje dag vid denna tid, när det finns något oläst att berätta.

## E-post om aviseringar

notice-mail-subject = { $what }: { $subject } (#{ $number })
notice-mail-text = { $what }.

    #{ $number } · { $subject } · { $customer }

    { $link }
notice-mail-said = { $who }:
notice-mail-several = { $n ->
    [one] { $n } avisering
   *[other] { $n } aviseringar
}
notice-mail-several-lead = Det här är oläst:
notice-mail-more = Mer under Aviseringar: { $link }
notice-mail-footer = Du väljer själv vad du får med e-post: { $link }

reports-ended = Hur det slutade
reports-ended-none = Ingen sa under perioden hur något slutade.
reports-ended-new = Nya kunder
reports-ended-known = Kända sedan tidigare
reports-ended-means = Vad kollegor sa att det blev av samtal när de senast stängdes. Med nya kunder är det vad som vanns, med kända vad som behölls. Det ingen sa räknas inte.
reports-fcr = Löst vid första kontakten
reports-fcr-list = Löst vid första kontakten
reports-fcr-means = Av samtalen som kunder började och som löstes under perioden: de med ett meddelande från kunden, aldrig öppnade igen, inte del av ett annat och utan ett nytt samtal från samma kund om samma ämne inom sju dagar efter. Ämnet är den första etiketten; samtal utan etiketter räknas som ett ämne. De sista dagarna kan ännu ändras.
reports-righted-new = Rättat: nya kunder
reports-righted-known = Rättat: kända kunder
reports-informed-new = Fick veta det: nya kunder
reports-informed-known = Fick veta det: kända kunder
reports-ordered-new = Beställde: nya kunder
reports-ordered-known = Beställde: kända kunder
reports-lost-new = Förlorade: nya kunder
reports-lost-known = Förlorade: kända kunder
reports-other-new = Något annat: nya kunder
reports-other-known = Något annat: kända kunder
## Rules

rules-lead = Det som görs av sig självt när något händer eller tiden går.
rules-new = Ny regel
rules-change = Ändra regel
rules-form-lead = När, på vilka samtal, och vad då.
rules-all = Alla regler
rules-none = Inga regler ännu
rules-none-lead = Börja med en av dem nedan, se vad den skulle ha gjort, och slå på den.
rules-list-on = När något händer
rules-list-time = När tiden går
rules-list-time-lead = Var och en av dem körs för sig, vad de andra än gör.
rules-list-none = Inga.
rules-order = Om flera passar
rules-order-all = Alla körs
rules-order-first = Bara den första körs
rules-starters = Att börja med
rules-starters-lead = Redo att läsas och ändras. Inget är på förrän du slår på det.
rules-use = Använd
rules-use-this = Använd: { $name }
rules-starter-unhappy = En kund är missnöjd
rules-starter-unhappy-why = Märker det en missnöjd kund skrev och meddelar den som har ärendet.
rules-starter-waiting = En kund har väntat fyra öppna timmar
rules-starter-waiting-why = Märker det och meddelar den som har ärendet.
rules-starter-due = Ett svar förfaller om två timmar och ingen har ärendet
rules-starter-due-why = Märker det, så att en vy kan visa det.
rules-starter-quiet = En kund har inte svarat på en vecka
rules-starter-quiet-why = Löser det som väntar på kunden. Det öppnas igen när de skriver.
rules-starter-reopened = Något kom tillbaka
rules-starter-reopened-why = Märker det som var löst och är öppet igen, så att du ser vad som inte blev helt rätt.
rules-name = Namn
rules-trigger = När
rules-amount = Hur länge
rules-amount-hint = Bara när regeln väntar på att tid går.
rules-unit = Enhet
rules-unit-hours = timmar
rules-unit-open-hours = öppna timmar
rules-unit-days = dagar
rules-enabled = Slå på den genast
rules-enabled-hint = Annars kan du först se vad den skulle ha gjort. Den märker bara det som händer efter att den slagits på.
rules-acts = Vad den gör
rules-acts-hint = Den får göra det du får göra, så länge du får det.
rules-add-what = Vad som ska läggas till
rules-drop = Ta bort nummer { $number }
rules-act-tag = Sätt på en etikett
rules-act-untag = Ta bort en etikett
rules-act-assign = Ge det till
rules-act-department = Lämna det till
rules-act-state = Sätt status
rules-act-outcome = Säg vad resultatet blev
rules-act-snooze = Skjut upp det så många dagar
rules-act-checklist = Sätt på checklistan, en per rad
rules-act-note = Skriv en anteckning
rules-act-tell = Meddela
rules-act-follow = Låt det följas av
rules-act-reply = Skriv till kunden det som makrot säger
rules-tell-owner = den som har det
rules-does-note = Anteckning: { $text }
rules-does-tell-owner = Meddela den som har det
rules-does-tell = Meddela { $name }
rules-does-follow = Följs av { $name }
rules-does-reply = Skriv till kunden: { $name }
rules-on-opened = Ett samtal börjar
rules-on-customer-wrote = Kunden skriver
rules-on-reply-sent = En kollega svarar
rules-on-note-added = En anteckning skrivs
rules-on-state-changed = Statusen ändras
rules-on-reopened = Det öppnas igen
rules-on-assigned = Det får eller förlorar sin ägare
rules-on-handed-to = Det går till en annan avdelning
rules-on-tagged = En etikett sätts på
rules-on-overdue = Ett svar är försenat
rules-on-promise-late = Ett löfte är försenat
rules-on-merged = Ett annat samtal blir del av det
rules-on-woken = Det visas igen efter att ha varit uppskjutet
rules-time-customer = Kunden har väntat på svar: { $time }
rules-time-us = Kunden har inte svarat oss: { $time }
rules-time-opened = Sedan det började: { $time }
rules-time-deadline = Innan ett svar förfaller: { $time }
rules-removed = Regeln ”{ $name }” har tagits bort.
rules-remove = Ta bort { $name }
rules-up = Flytta upp { $name }
rules-down = Flytta ner { $name }
rules-on = På
rules-off = Av
rules-stopped = Stoppad
rules-switch-on = Slå på
rules-switch-off = Stäng av
rules-switch-on-this = Slå på { $name }
rules-switch-off-this = Stäng av { $name }
rules-last = senast { $when }
rules-stopped-why = Den och ”{ $other }” utlöste varandra utan slut. Båda har stoppats; ändra en av dem innan du slår på dem igen.
rules-stopped-where = Där det hände
rules-history = Historik
rules-try = Pröva på den senaste månaden
rules-trial = Vad den skulle ha gjort
rules-trial-honest = Inget görs här. Villkoren prövas på samtalen som de är nu, för hur de stod då har ingen sparat. Vad regeln själv skulle ha ändrat, och vad andra regler skulle ha gjort av det, är inte medräknat.
rules-trial-unknowable = Detta kan inte prövas: när svar förföll tidigare är inte sparat.
rules-trial-sum = Det hände { $occasions ->
    [one] en gång
   *[other] { $occasions } gånger
}; i { $fits } av fallen stämmer villkoren nu.
rules-trial-cut = Det var så mycket att bara tiden sedan { $day } har gåtts igenom.
rules-trial-more = De { $n } nyaste visas.
rules-did = Vad den gjorde
rules-did-none = Inget ännu.
rules-was = Tidigare versioner
rules-gone = borta
rules-version = Version { $n }
rules-now = Som den är nu
rules-bring-back = Ta tillbaka
rules-bring-back-this = Ta tillbaka version { $n }
rules-outcome-done = Gjort
rules-outcome-nothing = Allt var redan så
rules-outcome-too-often = Lämnad i fred en timme
rules-outcome-failed = Inte gjort
rules-outcome-stopped = Stoppad
rules-why-care = Inget skrevs: den här kunden visas omtanke.
rules-why-machine = Inget skrevs: en maskin skrev senast.
rules-why-lately = Inget skrevs: något gick av sig självt till kunden det senaste dygnet.
rules-why-unproved = Inget skrevs: ingen vet om adressen är avsändarens.
rules-why-no-address = Inget skrevs: kunden har ingen adress.
rules-why-no-text = Inget skrevs: makrot är borta eller har ingen text.
rules-why-behalf-gone = Den som sparade regeln får inte göra detta längre. Spara den på nytt.
rules-why-out-of-sight = Samtalet är borta, eller utom synhåll för den som sparade regeln.
rules-why-fault = Något gick fel här; det står i loggen.
rules-no-name = Regeln behöver ett namn.
rules-no-acts = Säg vad regeln gör.
rules-too-many-acts = En regel gör högst 20 saker.
rules-personal = En regel har inget ”jag”: den kan inte fråga efter det du har, följer eller nämns i.
rules-no-reply = Välj ett makro som skriver till kunder och som inte bara du ser.
rules-too-many = Det finns redan 200 regler.
rules-bad-amount = Säg vad regeln väntar på och hur länge: ett heltal från 1 till 8760.
rules-no-open-before = Innan ett svar förfaller räknas tiden i timmar eller dagar.
rules-bad-act = Säg vad som menas här.
event-rule-made = Regeln { $name } gjordes
event-rule-changed = Regeln { $name } ändrades
event-rule-on = Regeln { $name } slogs på
event-rule-off = Regeln { $name } stängdes av
event-rule-halted = Regeln { $name } stoppades: den och { $other } utlöste varandra
event-rule-removed = Regeln { $name } togs bort
notice-rule = En regel vill visa dig ett ärende från { $who }
notice-rule-stopped = Två regler utlöste varandra här och har stoppats
notices-kind-rule = En regel vill visa mig ett ärende
notices-kind-fight = Två regler hamnade i strid och stoppades (ägare och administratörer)
rules-hours = { $n ->
    [one] 1 timme
   *[other] { $n } timmar
}
rules-open-hours = { $n ->
    [one] 1 öppen timme
   *[other] { $n } öppna timmar
}
rules-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagar
}
rules-hits = { $n ->
    [one] 1 gång på 7 dagar
   *[other] { $n } gånger på 7 dagar
}
rules-failures = { $n ->
    [one] inte gjort 1 gång
   *[other] inte gjort { $n } gånger
}
reports-policy = Serviceregel
reports-kept = Hållet enligt serviceregler
reports-kept-column = Regler hållna
reports-kept-none = Ingen serviceregel begärde något som besvarades eller missades under perioden.
reports-kept-asked = Utlovat
reports-kept-in-time = I tid
reports-kept-too-late = För sent
reports-kept-share = Andel
reports-kept-interval = 95 % konfidens
reports-kept-of-first = Första svar
reports-kept-of-next = Fortsatta svar
reports-kept-of-solution = Lösningar
reports-kept-all = Alla
reports-kept-means = Av det som serviceregler begärde i samtal: hur mycket som kom före sin tidsgräns. Det som kom i tid räknas den dag det kom, det som inte gjorde det den dag tidsgränsen gick ut, varje sak en gång och för den regel som gällde då; en lösning räknas när samtalet stängdes för sista gången. Det som fortfarande löper räknas inte, och inte heller ett svar som ingen var skyldig längre för att samtalet stängdes. Intervallet är där den sanna andelen mycket sannolikt ligger (Wilson). Avgränsade till eller uppdelade efter serviceregel följer alla andra siffror den regel som samtalet går efter nu.
reports-kept-first = Första svar i tid enligt serviceregel
reports-kept-next = Fortsatt svar i tid enligt serviceregel
reports-kept-solution = Lösning i tid enligt serviceregel
reports-missed-first = Första svar för sent enligt serviceregel
reports-missed-next = Fortsatt svar för sent enligt serviceregel
reports-missed-solution = Lösning för sent enligt serviceregel
