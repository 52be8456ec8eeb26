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

## Reports

reports-title = Rapporter
reports-period = { $from } til { $to }
reports-csv = Tallene som fil (CSV)
reports-csv-list = Listen som fil (CSV)
reports-percent = { $n } %
reports-unclear = Disse dage kan ikke læses. Den første dag må ikke komme efter den sidste, og der kan højst ligge ti år imellem dem.
reports-none = Intet at tælle endnu
reports-none-lead = Så snart kunder skriver og får svar, står tallene for disse dage her.
reports-which = Hvad der skal vises
reports-days = Dage
reports-today = I dag
reports-week = 7 dage
reports-four-weeks = 28 dage
reports-month = Denne måned
reports-last-month = Sidste måned
reports-year = 365 dage
reports-from = Første dag
reports-to = Sidste dag
reports-department = Afdeling
reports-staff = Kollega
reports-mailbox = Postkasse
reports-tag = Mærkat
reports-language = Sprog
reports-only = Kun
reports-everything = Alt
reports-compare = Ved siden af lige så mange dage umiddelbart før
reports-show = Vis
reports-before = Før: { $value }
reports-meaning = Hvad det betyder
reports-opened = Nye
reports-opened-means = Samtaler som kunder begyndte på disse dage. Det blokerede afsendere skrev, tælles ikke, og heller ikke det der blev en del af en anden samtale.
reports-received = Modtagne beskeder
reports-received-means = Det folk skrev til os på disse dage. Mails som maskiner skrev, tælles ikke.
reports-replied = Sendte svar
reports-replied-means = Det kolleger svarede kunder på disse dage. Det der blev taget tilbage eller aldrig kom frem, tælles ikke, og heller ikke kvitteringer.
reports-closed = Lukket
reports-closed-means = Hvor ofte en samtale blev løst eller lukket på disse dage. En der blev åbnet igen, kan tælle på ny.
reports-reopened = Åbnet igen
reports-reopened-means = Hvor ofte en samtale blev åben igen efter at være løst eller lukket, af kunden eller af en kollega.
reports-open-now = Åbne nu
reports-open-now-means = Samtaler der hverken er løst eller lukket, uanset hvem der har ordet, og hvornår de begyndte.
reports-by-day = Dag for dag
reports-chart = Nye og lukkede samtaler dag for dag: { $opened } nye, { $closed } lukket. Tallene følger i en tabel.
reports-numbers = Tallene
reports-day = Dag
reports-backlog = Åbne ved slutningen
reports-times = Hvor lang tid det tog
reports-what = Hvad
reports-n = Antal
reports-median = Halvdelen inden for
reports-p90 = Ni af ti inden for
reports-median-open = Halvdelen inden for, i åbningstiden
reports-p90-open = Ni af ti inden for, i åbningstiden
reports-first = Første svar
reports-first-means = Fra den første mail et menneske skrev, til det første svar fra en kollega. Kvitteringer tæller ikke. Det tæller på dagen for svaret. Halvdelen inden for: medianen. Ni af ti inden for: 90-percentilen. Åbningstiden er den der var sat, da det blev talt.
reports-next = Næste svar
reports-next-means = Fra den ældste ubesvarede mail til næste svar. I åbningstiden er den tid, hvor samtalen ventede på andre, ikke med.
reports-resolved = Løst
reports-resolved-means = Fra samtalens begyndelse til den sidste gang den blev løst eller lukket. Åbnes den igen, tæller den, når den er løst på ny.
reports-ages = Hvor gammelt det åbne er
reports-age = Begyndte
reports-age-today = I dag
reports-age-days = For { $from } til { $to } dage siden
reports-age-more = For { $from } dage siden eller tidligere
reports-ages-means = Efter den dag samtalen begyndte, uanset hvor ofte den siden er åbnet igen.
reports-within = Besvaret inden for 24 timer
reports-of = { $k } af { $n }
reports-interval = Den sande andel ligger højst sandsynligt mellem { $low } % og { $high } % (95 % konfidens, Wilson).
reports-in-time = Besvaret til tiden
reports-late = Ikke besvaret til tiden
reports-waiting = Har ventet i mere end 24 timer
reports-within-means = Af de samtaler hvor nogen skrev til os på disse dage: andelen hvor det første svar kom inden for 24 virkelige timer, uanset dagen. Det der har ventet kortere, bedømmes ikke endnu; det der blev lukket før det uden svar, er ikke med. I tabellen over afdelinger og kolleger er det der stadig venter, ikke med.
reports-lapses = Overskredne frister: { $n }
reports-lapses-none = Ingen frist blev overskredet på disse dage.
reports-lapses-list = De seneste overskredne frister
reports-lapses-means = Hver gang fristen for et svar udløb: hvad det var, hvem der havde samtalen da, og hvor længe kunden ventede ud over den.
reports-lapse-first = Første svar kom ikke til tiden
reports-lapse-next = Næste svar kom ikke til tiden
reports-late-n = For sent eller venter endnu: { $n }
reports-late-none = Alle fik svar inden for 24 timer.
reports-apart = Hver for sig
reports-apart-none = Intet blev talt her på disse dage.
reports-apart-means = Efter navn, for tal er ingen konkurrence. Nye samtaler tæller for den der har dem nu, svar for den der skrev dem, lukning for den der lukkede. Kolleger ser deres egne tal; de der leder kolleger, ser alle. Antallet af tilfælde står ved hvert tal som n.
reports-missed = Overskredet
reports-nobody = Ingen
reports-gone = Findes ikke længere
reports-had-nobody = Ingen havde den
reports-back = Til rapporten
reports-list-none = Der er ingen samtaler her.
reports-more = Vis flere
reports-conversation = Samtale
reports-when = Hvornår
reports-who = Hvem
reports-took = Det tog
reports-took-open = I åbningstiden
reports-unanswered = Stadig ubesvaret

## Facts of the log

event-webhook-added = Webhooken til { $host } blev tilføjet
event-webhook-changed = Webhooken til { $host } blev ændret
event-webhook-on = Webhooken til { $host } blev slået til
event-webhook-off = Webhooken til { $host } blev slået fra
event-webhook-rotated = Webhooken til { $host } fik en ny hemmelighed
event-webhook-removed = Webhooken til { $host } blev fjernet

# The list of administrative acts.

audit-lead = Hvem der gjorde hvad med jeres Tillit, og hvem der kom ind. Det nyeste først.
audit-filter = Hvad der vises
audit-who = Hvem
audit-everybody = Alle
audit-kind = Hvad
audit-everything = Alt
audit-sign-ins = Log ind
audit-colleagues = Kolleger og afdelinger
audit-settings = Indstillinger
audit-programs = Nøgler og webhooks
audit-mailboxes = Postkasser
audit-words = Mærkater og makroer
audit-open = Hjælpecenter og forum
audit-privacy = Kundernes data
audit-from = Fra
audit-until = Til
audit-show = Vis
audit-file = Som fil (CSV)
audit-acts = Hvad der skete
audit-none = Noget sådant er ikke sket.
audit-older = Ældre
audit-by-system = Tillit, eller den, der driver den
audit-by-customer = En kunde
audit-by-former = En tidligere kollega
audit-backup-now = der blev bedt om en sikkerhedskopi
audit-job-retried = mislykket arbejde blev startet igen
audit-providers = log ind hos mailudbydere

## Lapses

lapses-title = Overskredne frister
lapses-lead = Svar, der kom senere end lovet, eller slet ikke. Skriv ved hvert hvorfor, og hvad der ville have hjulpet.
lapses-none = Ingen svarfrist blev overskredet i disse dage.
lapses-share = For sent eller aldrig
lapses-share-means = Af alle svar, der blev givet i disse dage, og dem, der skulle være givet. Uden svar indtil nu: { $n }.
lapses-late = { $time } for sent
lapses-waits = Har ventet { $time } for længe
lapses-never = Aldrig besvaret
lapses-cause-unknown = Hvorfor vides ikke.
lapses-cause-nobody = Ingen havde den.
lapses-cause-closed = Den kom, mens I havde lukket, så lidt af svartiden lå i åbningstiden.
lapses-reason = Grund
lapses-reason-write = Skriv en grund
lapses-reason-change = Ret grunden
event-lapse-explained = En grund blev skrevet ved et sent svar
event-lapse-unexplained = Grunden ved et sent svar blev taget væk

## Beskeder

notices-title = Beskeder
notices-lead = Det, der vedrører dig. Når du ser på en samtale, bliver dens beskeder markeret som læst.
notices-settings = Sådan får du besked
notices-show = Hvilke beskeder
notices-unread = Ulæste
notices-all = Alle
notices-read-all = Markér alle som læst
notices-none = Ingen beskeder endnu
notices-none-unread = Intet ulæst
notices-none-lead = Når nogen nævner dig, giver dig en samtale eller skriver i en af dine, står det her.
notices-older = Ældre
notices-no-subject = Uden emne
notices-not-read = ulæst
notices-read-one = Markér som læst
notices-read-this = Markér som læst: { $what }
notices-count-most = { $n }+
keys-notices = Beskeder
notice-mentioned = { $by } nævnte dig
notice-mentioned-plain = En note nævner dig
notice-draft = { $by } beder dig se på en kladde
notice-draft-plain = En kollega beder dig se på en kladde
notice-undelivered = Dit svar til { $who } nåede ikke frem
notice-assigned = { $by } gav dig en samtale
notice-assigned-plain = Du har fået en samtale
notice-wrote = { $who } skrev til dig
notice-followed = { $who } skrev i en samtale, du følger
notice-aside = { $who } svarede i en sidetråd
notice-aside-plain = Der kom et svar i en sidetråd
notice-soon = Det er snart på tide at svare { $who }
notice-late = Dit svar til { $who } er forsinket
notice-lapse = Svaret til { $who } er forsinket i din afdeling
notice-promise = Et løfte til { $who } skal snart holdes
notice-broken = Et løfte til { $who } er forsinket
notice-praise = { $who } roste dig

## Profil → Beskeder

settings-notices = Beskeder
notices-wishes-lead = Hvad du får besked om, og hvordan.
notices-saved = Gemt.
notices-ways = Hvad du får besked om
notices-ways-hint = Alt undtagen »Fra« står også under Beskeder.
notices-kind-mentioned = En note nævner mig
notices-kind-draft = En kollega beder mig se på en kladde
notices-kind-undelivered = Et svar fra mig nåede ikke frem
notices-kind-assigned = Jeg får en samtale
notices-kind-wrote = En kunde skriver i en af mine
notices-kind-followed = En kunde skriver i en, jeg følger
notices-kind-aside = Nogen svarer i en sidetråd, der er min, eller i en samtale, jeg har eller følger
notices-kind-soon = Fristen for et svar fra mig nærmer sig
notices-kind-late = Et svar fra mig er forsinket
notices-kind-lapse = Et svar er forsinket i min afdeling (ejere og administratorer)
notices-kind-promise = Et løfte, jeg holder, skal snart holdes
notices-kind-broken = Et løfte fra mig, eller i min afdeling (ejere og administratorer), er forsinket
notices-kind-praise = En kunde roser mig
notices-way-desk = I Tillit
notices-way-mail = På mail med det samme
notices-way-digest = I oversigten
notices-way-off = Fra
notices-quiet = Stille timer
notices-quiet-hint = Da får du ingen mail. Det, der kom imens, kommer bagefter i én mail. Tiderne er virksomhedens.
notices-quiet-from = Fra kl.
notices-quiet-until = Til kl.
notices-quiet-days = Hele dagen
notices-quiet-wrong = Skriv to forskellige klokkeslæt, for eksempel 17:00 og 08:00, eller lad begge stå tomme.
notices-digest = Oversigt
notices-digest-hour = Hvornår oversigten kommer
notices-digest-hint = Hver dag på dette klokkeslæt, når der er noget ulæst at fortælle.

## Mails om beskeder

notice-mail-subject = { $what }: { $subject } (#{ $number })
notice-mail-text = { $what }.

    #{ $number } · { $subject } · { $customer }

    { $link }
notice-mail-said = { $who }:
notice-mail-several = { $n ->
    [one] { $n } besked
   *[other] { $n } beskeder
}
notice-mail-several-lead = Dette er ulæst:
notice-mail-more = Mere under Beskeder: { $link }
notice-mail-footer = Du vælger selv, hvad du får på mail: { $link }

reports-ended = Hvordan det endte
reports-ended-none = Ingen sagde i perioden, hvordan noget endte.
reports-ended-new = Nye kunder
reports-ended-known = Kendt i forvejen
reports-ended-means = Hvad kolleger sagde, det blev til, da samtaler blev lukket for sidste gang. Med nye kunder er det det, der blev vundet, med kendte det, der blev beholdt. Det, ingen sagde, tælles ikke.
reports-fcr = Løst ved første kontakt
reports-fcr-list = Løst ved første kontakt
reports-fcr-means = Af de samtaler, som kunder begyndte, og som blev løst i perioden: dem med én besked fra kunden, aldrig åbnet igen, ikke del af en anden, og uden en ny samtale fra samme kunde om samme emne inden for syv dage efter. Emnet er det første mærkat; samtaler uden mærkater regnes som ét emne. De sidste dage kan stadig ændre sig.
reports-righted-new = Rettet: nye kunder
reports-righted-known = Rettet: kendte kunder
reports-informed-new = Fik det at vide: nye kunder
reports-informed-known = Fik det at vide: kendte kunder
reports-ordered-new = Bestilte: nye kunder
reports-ordered-known = Bestilte: kendte kunder
reports-lost-new = Tabt: nye kunder
reports-lost-known = Tabt: kendte kunder
reports-other-new = Noget andet: nye kunder
reports-other-known = Noget andet: kendte kunder
## Rules

rules-lead = Det, der gøres af sig selv, når noget sker eller tiden går.
rules-new = Ny regel
rules-change = Ret regel
rules-form-lead = Hvornår, på hvilke samtaler, og hvad så.
rules-all = Alle regler
rules-none = Ingen regler endnu
rules-none-lead = Begynd med en af dem nedenfor, se hvad den ville have gjort, og slå den til.
rules-list-on = Når noget sker
rules-list-time = Når tiden går
rules-list-time-lead = Hver af disse virker for sig, uanset hvad de andre gør.
rules-list-none = Ingen.
rules-order = Hvis flere passer
rules-order-all = Alle udføres
rules-order-first = Kun den første udføres
rules-starters = At begynde med
rules-starters-lead = Klar til at blive set på og rettet. Intet er slået til, før du slår det til.
rules-use = Brug
rules-use-this = Brug: { $name }
rules-starter-unhappy = En kunde er utilfreds
rules-starter-unhappy-why = Mærker det, en utilfreds kunde skrev, og giver den, der har sagen, besked.
rules-starter-waiting = En kunde har ventet fire åbne timer
rules-starter-waiting-why = Mærker det og giver den, der har sagen, besked.
rules-starter-due = Et svar forfalder om to timer, og ingen har sagen
rules-starter-due-why = Mærker det, så en visning kan vise det.
rules-starter-quiet = En kunde har ikke svaret i en uge
rules-starter-quiet-why = Løser det, der venter på kunden. Det åbnes igen, når de skriver.
rules-starter-reopened = Noget kom tilbage
rules-starter-reopened-why = Mærker det, der var løst og er åbent igen, så du ser, hvad der ikke blev helt rigtigt.
rules-name = Navn
rules-trigger = Hvornår
rules-amount = Hvor længe
rules-amount-hint = Kun når reglen venter på, at tid går.
rules-unit = Enhed
rules-unit-hours = timer
rules-unit-open-hours = åbne timer
rules-unit-days = dage
rules-enabled = Slå den til med det samme
rules-enabled-hint = Ellers kan du først se, hvad den ville have gjort. Den mærker kun det, der sker, efter at den er slået til.
rules-acts = Hvad den gør
rules-acts-hint = Den må det, du må, så længe du må.
rules-add-what = Hvad der skal tilføjes
rules-drop = Fjern nummer { $number }
rules-act-tag = Sæt et mærkat på
rules-act-untag = Tag et mærkat af
rules-act-assign = Giv den til
rules-act-department = Overlad den til
rules-act-state = Sæt status
rules-act-outcome = Sig, hvad resultatet blev
rules-act-snooze = Udsæt den i så mange dage
rules-act-checklist = Sæt på tjeklisten, én pr. linje
rules-act-note = Skriv en note
rules-act-tell = Giv besked til
rules-act-follow = Lad den følges af
rules-act-reply = Skriv det til kunden, som makroen siger
rules-tell-owner = den, der har den
rules-does-note = Note: { $text }
rules-does-tell-owner = Giv besked til den, der har den
rules-does-tell = Giv besked til { $name }
rules-does-follow = Følges af { $name }
rules-does-reply = Skriv til kunden: { $name }
rules-on-opened = En samtale begynder
rules-on-customer-wrote = Kunden skriver
rules-on-reply-sent = En kollega svarer
rules-on-note-added = En note skrives
rules-on-state-changed = Status ændres
rules-on-reopened = Den åbnes igen
rules-on-assigned = Den får eller mister sin ejer
rules-on-handed-to = Den går til en anden afdeling
rules-on-tagged = Et mærkat sættes på
rules-on-overdue = Et svar er forsinket
rules-on-promise-late = Et løfte er forsinket
rules-on-merged = En anden samtale bliver del af den
rules-on-woken = Den vises igen efter at have været udsat
rules-time-customer = Kunden har ventet på svar: { $time }
rules-time-us = Kunden har ikke svaret os: { $time }
rules-time-opened = Siden den begyndte: { $time }
rules-time-deadline = Før et svar forfalder: { $time }
rules-removed = Reglen »{ $name }« er fjernet.
rules-remove = Fjern { $name }
rules-up = Flyt { $name } op
rules-down = Flyt { $name } ned
rules-on = Til
rules-off = Fra
rules-stopped = Stoppet
rules-switch-on = Slå til
rules-switch-off = Slå fra
rules-switch-on-this = Slå { $name } til
rules-switch-off-this = Slå { $name } fra
rules-last = sidst { $when }
rules-stopped-why = Den og »{ $other }« udløste hinanden uden ende. Begge er stoppet; ret en af dem, før du slår dem til igen.
rules-stopped-where = Hvor det skete
rules-history = Historik
rules-try = Prøv på den seneste måned
rules-trial = Hvad den ville have gjort
rules-trial-honest = Intet gøres her. Betingelserne prøves på samtalerne, som de er nu, for hvordan de stod dengang, er ikke gemt. Hvad reglen selv ville have ændret, og hvad andre regler ville have gjort af det, er ikke regnet med.
rules-trial-unknowable = Dette kan ikke prøves: hvornår svar forfaldt tidligere, er ikke gemt.
rules-trial-sum = Det skete { $occasions ->
    [one] én gang
   *[other] { $occasions } gange
}; i { $fits } af tilfældene er betingelserne opfyldt nu.
rules-trial-cut = Der var så meget, at kun tiden siden { $day } er set på.
rules-trial-more = De { $n } nyeste er vist.
rules-did = Hvad den gjorde
rules-did-none = Intet endnu.
rules-was = Tidligere versioner
rules-gone = væk
rules-version = Version { $n }
rules-now = Som den er nu
rules-bring-back = Hent tilbage
rules-bring-back-this = Hent version { $n } tilbage
rules-outcome-done = Gjort
rules-outcome-nothing = Alt var sådan i forvejen
rules-outcome-too-often = Ladt i fred en time
rules-outcome-failed = Ikke gjort
rules-outcome-stopped = Stoppet
rules-why-care = Intet blev skrevet: denne kunde vises omtanke.
rules-why-machine = Intet blev skrevet: en maskine skrev sidst.
rules-why-lately = Intet blev skrevet: noget gik af sig selv til kunden inden for et døgn.
rules-why-unproved = Intet blev skrevet: ingen ved, om adressen er afsenderens.
rules-why-no-address = Intet blev skrevet: kunden har ingen adresse.
rules-why-no-text = Intet blev skrevet: makroen er væk eller har ingen tekst.
rules-why-behalf-gone = Den, der gemte reglen, må ikke gøre det længere. Gem den igen.
rules-why-out-of-sight = Samtalen er væk, eller ude af syne for den, der gemte reglen.
rules-why-fault = Noget gik galt her; det står i loggen.
rules-no-name = Reglen skal have et navn.
rules-no-acts = Sig, hvad reglen gør.
rules-too-many-acts = En regel gør højst 20 ting.
rules-personal = En regel har ikke noget »mig«: den kan ikke spørge om det, du har, følger eller er nævnt i.
rules-no-reply = Vælg en makro, der skriver til kunder, og som ikke kun du ser.
rules-too-many = Der er allerede 200 regler.
rules-bad-amount = Sig, hvad reglen venter på, og hvor længe: et helt tal fra 1 til 8760.
rules-no-open-before = Før et svar forfalder, tælles tiden i timer eller dage.
rules-bad-act = Sig, hvad der menes her.
event-rule-made = Reglen { $name } blev lavet
event-rule-changed = Reglen { $name } blev rettet
event-rule-on = Reglen { $name } blev slået til
event-rule-off = Reglen { $name } blev slået fra
event-rule-halted = Reglen { $name } blev stoppet: den og { $other } udløste hinanden
event-rule-removed = Reglen { $name } blev fjernet
notice-rule = En regel gør dig opmærksom på en samtale med { $who }
notice-rule-stopped = To regler udløste hinanden her og er stoppet
notices-kind-rule = En regel gør mig opmærksom på en samtale
notices-kind-fight = To regler kom i strid og blev stoppet (ejere og administratorer)
rules-hours = { $n ->
    [one] 1 time
   *[other] { $n } timer
}
rules-open-hours = { $n ->
    [one] 1 åben time
   *[other] { $n } åbne timer
}
rules-days = { $n ->
    [one] 1 dag
   *[other] { $n } dage
}
rules-hits = { $n ->
    [one] 1 gang på 7 dage
   *[other] { $n } gange på 7 dage
}
rules-failures = { $n ->
    [one] ikke gjort 1 gang
   *[other] ikke gjort { $n } gange
}
reports-policy = Serviceregel
reports-kept = Holdt efter serviceregler
reports-kept-column = Regler holdt
reports-kept-none = Ingen serviceregel bad om noget, der blev besvaret eller overskredet i perioden.
reports-kept-asked = Lovet
reports-kept-in-time = Til tiden
reports-kept-too-late = For sent
reports-kept-share = Andel
reports-kept-interval = 95 % konfidens
reports-kept-of-first = Første svar
reports-kept-of-next = Videre svar
reports-kept-of-solution = Løsninger
reports-kept-all = Alle
reports-kept-means = Af det, serviceregler bad om i samtaler: hvor meget der kom før sin frist. Det, der kom til tiden, tælles den dag, det kom, det, der ikke gjorde, den dag fristen udløb, hver ting én gang og for den regel, der gjaldt da; en løsning tælles, da samtalen blev lukket for sidste gang. Det, der stadig løber, tælles ikke, og heller ikke et svar, som ingen skyldte længere, fordi samtalen blev lukket. Intervallet er der, hvor den sande andel højst sandsynligt ligger (Wilson). Afgrænset til eller delt op efter serviceregel følger alle andre tal den regel, som samtalen går efter nu.
reports-kept-first = Første svar til tiden efter serviceregel
reports-kept-next = Videre svar til tiden efter serviceregel
reports-kept-solution = Løsning til tiden efter serviceregel
reports-missed-first = Første svar for sent efter serviceregel
reports-missed-next = Videre svar for sent efter serviceregel
reports-missed-solution = Løsning for sent efter serviceregel
