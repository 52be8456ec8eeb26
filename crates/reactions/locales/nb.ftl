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

## Reports

reports-title = Rapporter
reports-period = { $from } til { $to }
reports-csv = Tallene som fil (CSV)
reports-csv-list = Listen som fil (CSV)
reports-percent = { $n } %
reports-unclear = Disse dagene kan ikke leses. Den første dagen må ikke komme etter den siste, og det kan være høyst ti år mellom dem.
reports-none = Ingenting å telle ennå
reports-none-lead = Så snart kunder skriver og får svar, står tallene for disse dagene her.
reports-which = Hva som skal vises
reports-days = Dager
reports-today = I dag
reports-week = 7 dager
reports-four-weeks = 28 dager
reports-month = Denne måneden
reports-last-month = Forrige måned
reports-year = 365 dager
reports-from = Første dag
reports-to = Siste dag
reports-department = Avdeling
reports-staff = Kollega
reports-mailbox = Postkasse
reports-tag = Stikkord
reports-language = Språk
reports-only = Bare
reports-everything = Alt
reports-compare = Ved siden av like mange dager rett før
reports-show = Vis
reports-before = Før: { $value }
reports-meaning = Hva dette betyr
reports-opened = Nye
reports-opened-means = Samtaler som kunder begynte på disse dagene. Det blokkerte avsendere skrev, telles ikke, og heller ikke det som ble en del av en annen samtale.
reports-received = Mottatte meldinger
reports-received-means = Det folk skrev til oss på disse dagene. E-post som maskiner skrev, telles ikke.
reports-replied = Sendte svar
reports-replied-means = Det kolleger svarte kunder på disse dagene. Det som ble tatt tilbake eller aldri kom fram, telles ikke, og heller ikke kvitteringer.
reports-closed = Lukket
reports-closed-means = Hvor ofte en samtale ble løst eller lukket på disse dagene. En som ble åpnet igjen, kan telle på nytt.
reports-reopened = Åpnet igjen
reports-reopened-means = Hvor ofte en samtale ble åpen igjen etter at den var løst eller lukket, av kunden eller en kollega.
reports-open-now = Åpne nå
reports-open-now-means = Samtaler som verken er løst eller lukket, uansett hvem som har ordet og når de begynte.
reports-by-day = Dag for dag
reports-chart = Nye og lukkede samtaler dag for dag: { $opened } nye, { $closed } lukket. Tallene følger i en tabell.
reports-numbers = Tallene
reports-day = Dag
reports-backlog = Åpne ved slutten
reports-times = Hvor lang tid det tok
reports-what = Hva
reports-n = Antall
reports-median = Halvparten innen
reports-p90 = Ni av ti innen
reports-median-open = Halvparten innen, i åpningstiden
reports-p90-open = Ni av ti innen, i åpningstiden
reports-first = Første svar
reports-first-means = Fra den første e-posten et menneske skrev, til det første svaret fra en kollega. Kvitteringer teller ikke. Det teller på dagen for svaret. Halvparten innen: medianen. Ni av ti innen: 90-prosentilen. Åpningstiden er den som var satt da det ble talt.
reports-next = Neste svar
reports-next-means = Fra den eldste ubesvarte e-posten til neste svar. I åpningstiden er tiden da samtalen ventet på andre, ikke med.
reports-resolved = Løst
reports-resolved-means = Fra samtalen begynte til den sist ble løst eller lukket. Åpnes den igjen, teller den når den er løst på nytt.
reports-ages = Hvor gammelt det åpne er
reports-age = Begynte
reports-age-today = I dag
reports-age-days = For { $from } til { $to } dager siden
reports-age-more = For { $from } dager siden eller før
reports-ages-means = Etter dagen samtalen begynte, uansett hvor ofte den er åpnet igjen siden.
reports-within = Besvart innen 24 timer
reports-of = { $k } av { $n }
reports-interval = Den sanne andelen ligger svært sannsynlig mellom { $low } % og { $high } % (95 % konfidens, Wilson).
reports-in-time = Besvart i tide
reports-late = Ikke besvart i tide
reports-waiting = Har ventet i mer enn 24 timer
reports-within-means = Av samtalene der noen skrev til oss på disse dagene: andelen der første svar kom innen 24 virkelige timer, uansett dag. Det som har ventet kortere, er ikke vurdert ennå; det som ble lukket før det uten svar, er ikke med. I tabellen over avdelinger og kolleger er det som fortsatt venter, ikke med.
reports-lapses = Frister som ble brutt: { $n }
reports-lapses-none = Ingen frist ble brutt på disse dagene.
reports-lapses-list = De nyeste bruddene på frister
reports-lapses-means = Hver gang fristen for et svar gikk ut: hva det var, hvem som hadde samtalen da, og hvor lenge kunden ventet utover den.
reports-lapse-first = Første svar kom ikke i tide
reports-lapse-next = Neste svar kom ikke i tide
reports-late-n = For sent eller venter ennå: { $n }
reports-late-none = Alle fikk svar innen 24 timer.
reports-apart = Hver for seg
reports-apart-none = Ingenting ble talt her på disse dagene.
reports-apart-means = Etter navn, for tall er ingen konkurranse. Nye samtaler teller for den som har dem nå, svar for den som skrev dem, lukking for den som lukket. Kolleger ser sine egne tall; de som styrer kolleger, ser alle. Antallet tilfeller står ved hvert tall som n.
reports-missed = Brutt
reports-nobody = Ingen
reports-gone = Finnes ikke lenger
reports-had-nobody = Ingen hadde den
reports-back = Til rapporten
reports-list-none = Det er ingen samtaler her.
reports-more = Vis flere
reports-conversation = Samtale
reports-when = Når
reports-who = Hvem
reports-took = Det tok
reports-took-open = I åpningstiden
reports-unanswered = Fortsatt ubesvart

## Facts of the log

event-webhook-added = Webhooken til { $host } ble lagt til
event-webhook-changed = Webhooken til { $host } ble endret
event-webhook-on = Webhooken til { $host } ble slått på
event-webhook-off = Webhooken til { $host } ble slått av
event-webhook-rotated = Webhooken til { $host } fikk en ny hemmelighet
event-webhook-removed = Webhooken til { $host } ble fjernet

# The list of administrative acts.

audit-lead = Hvem som gjorde hva med deres Tillit, og hvem som kom inn. Det nyeste først.
audit-filter = Hva som vises
audit-who = Hvem
audit-everybody = Alle
audit-kind = Hva
audit-everything = Alt
audit-sign-ins = Innlogging
audit-colleagues = Kolleger og avdelinger
audit-settings = Innstillinger
audit-programs = Nøkler og webhooks
audit-mailboxes = Postkasser
audit-words = Stikkord og makroer
audit-open = Hjelpesenter og forum
audit-privacy = Kundenes data
audit-from = Fra
audit-until = Til
audit-show = Vis
audit-file = Som fil (CSV)
audit-acts = Hva som skjedde
audit-none = Noe slikt har ikke skjedd.
audit-older = Eldre
audit-by-system = Tillit, eller den som drifter den
audit-by-customer = En kunde
audit-by-former = En tidligere kollega
audit-backup-now = det ble bedt om en sikkerhetskopi
audit-job-retried = mislykket arbeid ble startet på nytt
audit-providers = innlogging hos e-postleverandører

## Lapses

lapses-title = Brutte frister
lapses-lead = Svar som kom senere enn lovet, eller ikke i det hele tatt. Skriv ved hvert hvorfor, og hva som ville hjulpet.
lapses-none = Ingen svarfrist ble brutt disse dagene.
lapses-share = For sent eller aldri
lapses-share-means = Av alle svar som ble gitt disse dagene, og dem som skulle vært gitt. Uten svar så langt: { $n }.
lapses-late = { $time } for sent
lapses-waits = Har ventet { $time } for lenge
lapses-never = Aldri besvart
lapses-cause-unknown = Hvorfor er ikke kjent.
lapses-cause-nobody = Ingen hadde den.
lapses-cause-closed = Den kom mens dere hadde stengt, så lite av svartiden lå i åpningstiden.
lapses-reason = Grunn
lapses-reason-write = Skriv en grunn
lapses-reason-change = Endre grunnen
event-lapse-explained = En grunn ble skrevet ved et sent svar
event-lapse-unexplained = Grunnen ved et sent svar ble tatt bort

## Varsler

notices-title = Varsler
notices-lead = Det som angår deg. Når du ser på en samtale, blir varslene om den merket som lest.
notices-settings = Slik får du beskjed
notices-show = Hvilke varsler
notices-unread = Uleste
notices-all = Alle
notices-read-all = Merk alle som lest
notices-none = Ingen varsler ennå
notices-none-unread = Ingenting ulest
notices-none-lead = Når noen nevner deg, gir deg en samtale eller skriver i en av dine, står det her.
notices-older = Eldre
notices-no-subject = Uten emne
notices-not-read = ulest
notices-read-one = Merk som lest
notices-read-this = Merk som lest: { $what }
notices-count-most = { $n }+
keys-notices = Varsler
notice-mentioned = { $by } nevnte deg
notice-mentioned-plain = Et notat nevner deg
notice-draft = { $by } ber deg se på et utkast
notice-draft-plain = En kollega ber deg se på et utkast
notice-undelivered = Svaret ditt til { $who } kom ikke fram
notice-assigned = { $by } ga deg en samtale
notice-assigned-plain = Du har fått en samtale
notice-wrote = { $who } skrev til deg
notice-followed = { $who } skrev i en samtale du følger
notice-aside = { $who } svarte i en sidetråd
notice-aside-plain = Det kom et svar i en sidetråd
notice-soon = Det haster snart å svare { $who }
notice-late = Svaret ditt til { $who } er forsinket
notice-lapse = Svaret til { $who } er forsinket i avdelingen din
notice-promise = Et løfte til { $who } skal snart holdes
notice-broken = Et løfte til { $who } er for sent
notice-praise = { $who } roste deg

## Profil → Varsler

settings-notices = Varsler
notices-wishes-lead = Hva du får beskjed om, og hvordan.
notices-saved = Lagret.
notices-ways = Hva du får beskjed om
notices-ways-hint = Alt unntatt «Av» står også under Varsler.
notices-kind-mentioned = Et notat nevner meg
notices-kind-draft = En kollega ber meg se på et utkast
notices-kind-undelivered = Et svar fra meg kom ikke fram
notices-kind-assigned = Jeg får en samtale
notices-kind-wrote = En kunde skriver i en av mine
notices-kind-followed = En kunde skriver i en jeg følger
notices-kind-aside = Noen svarer i en sidetråd som er min, eller i en samtale jeg har eller følger
notices-kind-soon = Fristen for et svar fra meg nærmer seg
notices-kind-late = Et svar fra meg er forsinket
notices-kind-lapse = Et svar er forsinket i avdelingen min (eiere og administratorer)
notices-kind-promise = Et løfte jeg holder, skal snart holdes
notices-kind-broken = Et løfte fra meg, eller i avdelingen min (eiere og administratorer), er for sent
notices-kind-praise = En kunde roser meg
notices-way-desk = I Tillit
notices-way-mail = På e-post med en gang
notices-way-digest = I sammendraget
notices-way-off = Av
notices-quiet = Stille timer
notices-quiet-hint = Da får du ingen e-post. Det som kom imens, kommer etterpå i én e-post. Tidene er bedriftens.
notices-quiet-from = Fra
notices-quiet-until = Til
notices-quiet-days = Hele dagen
notices-quiet-wrong = Skriv to ulike klokkeslett, for eksempel 17:00 og 08:00, eller la begge stå tomme.
notices-digest = Sammendrag
notices-digest-hour = Når sammendraget kommer
notices-digest-hint = Hver dag på dette klokkeslettet, når det er noe ulest å melde.

## E-post om varsler

notice-mail-subject = { $what }: { $subject } (#{ $number })
notice-mail-text = { $what }.

    #{ $number } · { $subject } · { $customer }

    { $link }
notice-mail-said = { $who }:
notice-mail-several = { $n ->
    [one] { $n } varsel
   *[other] { $n } varsler
}
notice-mail-several-lead = Dette er ulest:
notice-mail-more = Mer under Varsler: { $link }
notice-mail-footer = Du velger selv hva du får på e-post: { $link }

reports-ended = Hvordan det endte
reports-ended-none = Ingen sa i denne perioden hvordan noe endte.
reports-ended-new = Nye kunder
reports-ended-known = Kjent fra før
reports-ended-means = Hva kolleger sa det ble til da samtaler ble lukket for siste gang. Med nye kunder er det det som ble vunnet, med kjente det som ble beholdt. Det ingen sa, telles ikke.
reports-fcr = Løst ved første kontakt
reports-fcr-list = Løst ved første kontakt
reports-fcr-means = Av samtalene som kunder begynte, og som ble løst i perioden: de med én melding fra kunden, aldri åpnet igjen, ikke del av en annen, og uten en ny samtale fra samme kunde om samme emne innen sju dager etter. Emnet er det første stikkordet; samtaler uten stikkord regnes som ett emne. De siste dagene kan ennå endre seg.
reports-righted-new = Rettet: nye kunder
reports-righted-known = Rettet: kjente kunder
reports-informed-new = Fikk vite det: nye kunder
reports-informed-known = Fikk vite det: kjente kunder
reports-ordered-new = Bestilte: nye kunder
reports-ordered-known = Bestilte: kjente kunder
reports-lost-new = Tapt: nye kunder
reports-lost-known = Tapt: kjente kunder
reports-other-new = Noe annet: nye kunder
reports-other-known = Noe annet: kjente kunder
## Rules

rules-lead = Det som gjøres av seg selv når noe skjer eller tiden går.
rules-new = Ny regel
rules-change = Endre regel
rules-form-lead = Når, på hvilke samtaler, og hva så.
rules-all = Alle regler
rules-none = Ingen regler ennå
rules-none-lead = Begynn med en av dem nedenfor, se hva den ville ha gjort, og slå den på.
rules-list-on = Når noe skjer
rules-list-time = Når tiden går
rules-list-time-lead = Hver av disse virker for seg, uansett hva de andre gjør.
rules-list-none = Ingen.
rules-order = Hvis flere passer
rules-order-all = Alle utføres
rules-order-first = Bare den første utføres
rules-starters = Å begynne med
rules-starters-lead = Klare til å ses på og endres. Ingenting er på før du slår det på.
rules-use = Bruk
rules-use-this = Bruk: { $name }
rules-starter-unhappy = En kunde er misfornøyd
rules-starter-unhappy-why = Merker det en misfornøyd kunde skrev, og sier fra til den som har saken.
rules-starter-waiting = En kunde har ventet fire åpne timer
rules-starter-waiting-why = Merker det og sier fra til den som har saken.
rules-starter-due = Et svar forfaller om to timer og ingen har saken
rules-starter-due-why = Merker det, så en visning kan vise det.
rules-starter-quiet = En kunde har ikke svart på en uke
rules-starter-quiet-why = Løser det som venter på kunden. Det åpnes igjen når de skriver.
rules-starter-reopened = Noe kom tilbake
rules-starter-reopened-why = Merker det som var løst og er åpent igjen, så du ser hva som ikke ble helt riktig.
rules-name = Navn
rules-trigger = Når
rules-amount = Hvor lenge
rules-amount-hint = Bare når regelen venter på at tid går.
rules-unit = Enhet
rules-unit-hours = timer
rules-unit-open-hours = åpne timer
rules-unit-days = dager
rules-enabled = Slå den på med en gang
rules-enabled-hint = Ellers kan du først se hva den ville ha gjort. Den merker bare det som skjer etter at den er slått på.
rules-acts = Hva den gjør
rules-acts-hint = Den kan gjøre det du har lov til, så lenge du har lov til det.
rules-add-what = Hva som skal legges til
rules-drop = Ta ut nummer { $number }
rules-act-tag = Sett på et stikkord
rules-act-untag = Ta av et stikkord
rules-act-assign = Gi den til
rules-act-department = Overlat den til
rules-act-state = Sett status
rules-act-outcome = Si hva resultatet ble
rules-act-snooze = Utsett den så mange dager
rules-act-checklist = Sett på sjekklisten, én per linje
rules-act-note = Skriv et notat
rules-act-tell = Si fra til
rules-act-follow = La den følges av
rules-act-reply = Skriv til kunden det denne makroen sier
rules-tell-owner = den som har den
rules-does-note = Notat: { $text }
rules-does-tell-owner = Si fra til den som har den
rules-does-tell = Si fra til { $name }
rules-does-follow = Følges av { $name }
rules-does-reply = Skriv til kunden: { $name }
rules-on-opened = En samtale begynner
rules-on-customer-wrote = Kunden skriver
rules-on-reply-sent = En kollega svarer
rules-on-note-added = Et notat skrives
rules-on-state-changed = Statusen endres
rules-on-reopened = Den åpnes igjen
rules-on-assigned = Den får eller mister eieren sin
rules-on-handed-to = Den går til en annen avdeling
rules-on-tagged = Et stikkord settes på
rules-on-overdue = Et svar er forsinket
rules-on-promise-late = Et løfte er forsinket
rules-on-merged = En annen samtale blir del av den
rules-on-woken = Den vises igjen etter å ha vært utsatt
rules-time-customer = Kunden har ventet på svar: { $time }
rules-time-us = Kunden har ikke svart oss: { $time }
rules-time-opened = Siden den begynte: { $time }
rules-time-deadline = Før et svar forfaller: { $time }
rules-removed = Regelen «{ $name }» er fjernet.
rules-remove = Fjern { $name }
rules-up = Flytt { $name } opp
rules-down = Flytt { $name } ned
rules-on = På
rules-off = Av
rules-stopped = Stanset
rules-switch-on = Slå på
rules-switch-off = Slå av
rules-switch-on-this = Slå på { $name }
rules-switch-off-this = Slå av { $name }
rules-last = sist { $when }
rules-stopped-why = Den og «{ $other }» utløste hverandre uten ende. Begge er stanset; endre en av dem før du slår dem på igjen.
rules-stopped-where = Der det skjedde
rules-history = Historikk
rules-try = Prøv på den siste måneden
rules-trial = Hva den ville ha gjort
rules-trial-honest = Ingenting gjøres her. Betingelsene prøves på samtalene slik de er nå, for hvordan de var da, er ikke bevart. Hva regelen selv ville ha endret, og hva andre regler ville ha gjort av det, er ikke tatt med.
rules-trial-unknowable = Dette kan ikke prøves: når svar forfalt tidligere, er ikke bevart.
rules-trial-sum = Det skjedde { $occasions ->
    [one] én gang
   *[other] { $occasions } ganger
}; i { $fits } av tilfellene er betingelsene oppfylt nå.
rules-trial-cut = Det var så mye at bare tiden siden { $day } er sett på.
rules-trial-more = De { $n } nyeste vises.
rules-did = Hva den gjorde
rules-did-none = Ingenting ennå.
rules-was = Tidligere versjoner
rules-gone = borte
rules-version = Versjon { $n }
rules-now = Slik den er nå
rules-bring-back = Hent tilbake
rules-bring-back-this = Hent tilbake versjon { $n }
rules-outcome-done = Gjort
rules-outcome-nothing = Alt var slik fra før
rules-outcome-too-often = Latt i fred en time
rules-outcome-failed = Ikke gjort
rules-outcome-stopped = Stanset
rules-why-care = Ingenting ble skrevet: denne kunden vises omtanke.
rules-why-machine = Ingenting ble skrevet: en maskin skrev sist.
rules-why-lately = Ingenting ble skrevet: noe gikk av seg selv til denne kunden det siste døgnet.
rules-why-unproved = Ingenting ble skrevet: ingen vet om adressen er avsenderens.
rules-why-no-address = Ingenting ble skrevet: kunden har ingen adresse.
rules-why-no-text = Ingenting ble skrevet: makroen er borte eller har ingen tekst.
rules-why-behalf-gone = Den som lagret regelen, får ikke gjøre dette lenger. Lagre den på nytt.
rules-why-out-of-sight = Samtalen er borte, eller ute av syne for den som lagret regelen.
rules-why-fault = Noe gikk galt her; det står i loggen.
rules-no-name = Regelen trenger et navn.
rules-no-acts = Si hva regelen gjør.
rules-too-many-acts = En regel gjør høyst 20 ting.
rules-personal = En regel har ikke noe «meg»: den kan ikke spørre om det du har, følger eller er nevnt i.
rules-no-reply = Velg en makro som skriver til kunder, og som ikke bare du ser.
rules-too-many = Det finnes 200 regler allerede.
rules-bad-amount = Si hva regelen venter på, og hvor lenge: et helt tall fra 1 til 8760.
rules-no-open-before = Før et svar forfaller, telles tiden i timer eller dager.
rules-bad-act = Si hva som menes her.
event-rule-made = Regelen { $name } ble laget
event-rule-changed = Regelen { $name } ble endret
event-rule-on = Regelen { $name } ble slått på
event-rule-off = Regelen { $name } ble slått av
event-rule-halted = Regelen { $name } ble stanset: den og { $other } utløste hverandre
event-rule-removed = Regelen { $name } ble fjernet
notice-rule = En regel sier fra om en samtale med { $who }
notice-rule-stopped = To regler utløste hverandre her og er stanset
notices-kind-rule = En regel sier fra til meg om en samtale
notices-kind-fight = To regler kom i strid og ble stanset (eiere og administratorer)
rules-hours = { $n ->
    [one] 1 time
   *[other] { $n } timer
}
rules-open-hours = { $n ->
    [one] 1 åpen time
   *[other] { $n } åpne timer
}
rules-days = { $n ->
    [one] 1 dag
   *[other] { $n } dager
}
rules-hits = { $n ->
    [one] 1 gang på 7 dager
   *[other] { $n } ganger på 7 dager
}
rules-failures = { $n ->
    [one] ikke gjort 1 gang
   *[other] ikke gjort { $n } ganger
}
reports-policy = Serviceregel
reports-kept = Holdt etter serviceregler
reports-kept-column = Regler holdt
reports-kept-none = Ingen serviceregel ba om noe som ble besvart eller brutt i denne perioden.
reports-kept-asked = Lovet
reports-kept-in-time = I tide
reports-kept-too-late = For sent
reports-kept-share = Andel
reports-kept-interval = 95 % konfidens
reports-kept-of-first = Første svar
reports-kept-of-next = Videre svar
reports-kept-of-solution = Løsninger
reports-kept-all = Alle
reports-kept-means = Av det servicereglene ba om i samtaler: hvor mye som kom før fristen. Det som kom i tide, telles den dagen det kom, det som ikke gjorde det, den dagen fristen gikk ut, hver ting én gang og for regelen som gjaldt da; en løsning telles da samtalen ble lukket for siste gang. Det som fortsatt løper, telles ikke, og heller ikke et svar ingen skyldte lenger fordi samtalen ble lukket. Spennet er der den sanne andelen svært sannsynlig ligger (Wilson). Avgrenset til eller delt opp etter serviceregel følger alle andre tall regelen som samtalen går etter nå.
reports-kept-first = Første svar i tide etter serviceregel
reports-kept-next = Videre svar i tide etter serviceregel
reports-kept-solution = Løsning i tide etter serviceregel
reports-missed-first = Første svar for sent etter serviceregel
reports-missed-next = Videre svar for sent etter serviceregel
reports-missed-solution = Løsning for sent etter serviceregel
