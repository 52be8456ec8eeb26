# Demoen: en smal linje over hver side flytter forretningstiden.

demo-name = Demotid
demo-pause = Pause
demo-run = La tiden gå
demo-hour = +1 t
demo-day = +1 dag
demo-next = Neste frist

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Alt virksomheten har her, i én fil om dagen. Hver fil leses tilbake før den teller.
backups-nowhere = Denne Tillit ble startet uten en mappe for sikkerhetskopier, så ingen blir skrevet. Den som drifter den, kan endre det.
backups-when = Når, og hvor mange som blir
backups-daily = Skriv én hver dag
backups-daily-hint = Du kan arbeide som vanlig imens.
backups-days = Dager det beholdes én av
backups-weeks = Uker det beholdes én av
backups-number-wrong = Et helt tall fra 1 til { $most }; uker kan være 0.
backups-written = Skrevet så langt
backups-now = Skriv en nå
backups-none = Ingen sikkerhetskopi er skrevet ennå.
backups-key = Filen secret.key er aldri med i en sikkerhetskopi: oppbevar en kopi et annet sted. Ha også en kopi av selve sikkerhetskopiene et annet sted.
backups-good = Hel
backups-damaged = Filer mangler
backups-holds =
    { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    }, { $size }
backups-failed = Mislyktes
backups-saved = Lagret.
backups-begun = En sikkerhetskopi skrives nå. Den står under når den er hel.
backups-late = Det er ikke tatt noen god sikkerhetskopi siden { $since }.
backups-late-open = Se hvorfor

# The whole business as a packed file: a page of the settings, and the line above every page once it is there.

takeout-lead = Alt virksomheten din har her, som én fil: for andre programmer, for egne analyser, og for å komme tilbake.
takeout-news-done = Alt er pakket og kan hentes.
takeout-news-failed = Pakkingen mislyktes.
takeout-news-gone = Det som var pakket, er fjernet: en kunde ble slettet, eller ord ble tatt ut.
takeout-news-open = Ta en titt
takeout-pack = Pakk alt
takeout-pack-lead = Du kan jobbe som vanlig imens. Lukk gjerne siden: du får beskjed når det er ferdig.
takeout-in = Er med: kunder, samtaler, e-post slik den kom, filer, innstillinger og hele historikken, som vanlig JSON i en ZIP-fil.
takeout-out = Er ikke med: passord, andre faktorer, nøkler, økter og innloggingslenker. Kollegene velger nye passord når alt kommer tilbake.
takeout-kept = Filen beholdes i 48 timer. Slettes en kunde eller tas ord ut imens, fjernes den med en gang.
takeout-proved = Du viser hvem du er før pakkingen begynner, og før du laster ned. I 15 minutter blir du ikke spurt igjen når du laster ned.
takeout-prove = Vis at det er deg
takeout-prove-lead = Den som har denne filen, har alt bedriften din har her.
takeout-prove-go = Bekreft
takeout-prove-back = Tilbake
takeout-proved-now = Bekreftet. De neste 15 minuttene kan du laste ned det som er pakket.
takeout-begin = Pakk alt
takeout-running = Pakker
takeout-waiting = Det begynner straks.
takeout-progress = { $done } av { $total } tabeller er skrevet, med filene sine.
takeout-again = Tillit ble startet på nytt imens, så pakkingen begynte forfra: forsøk { $tries }.
takeout-leave = Du trenger ikke bli på denne siden.
takeout-stop = Stopp pakkingen
takeout-earlier = Pakket så langt
takeout-none = Ingenting er pakket ennå.
takeout-done = Hel
takeout-elsewhere = Ikke på denne serveren
takeout-elsewhere-why = Filen er ikke der den ble lagt. Deler ikke serverne deres filmappen, har bare den som skrev filen, den. Ellers: fjern den og pakk på nytt.
takeout-failed = Mislyktes
takeout-removed = Fjernet
takeout-holds = { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
    }, { $files ->
    [one] { $files } fil
   *[other] { $files } filer
    }, { $size }
takeout-gone-hand = Noen fjernet eller stoppet den.
takeout-gone-time = De 48 timene var over.
takeout-gone-erased = En kunde ble slettet, eller ord ble tatt ut. De kan ha vært med i filen. Pakk på nytt om du fortsatt trenger den.
takeout-gone-account = Pakkingen ble stoppet: den som ba om den, ble sperret eller er ikke eier lenger.
takeout-no-room = Pakkingen kan trenge { $needed }, og { $free } er ledig på serverens disk. Rydd plass der, eller be den som drifter serveren skrive til en annen disk med «tillit export».
takeout-interrupted = Tillit ble startet på nytt gang på gang under pakkingen. Prøv igjen, eller be den som drifter serveren bruke «tillit export».
takeout-fault = Noe gikk galt på serveren. Prøv igjen; den som drifter serveren, kan lese det som følger.
takeout-damaged = { $count ->
    [one] Én lagret fil manglet eller var skadet fra før, og er ikke med.
   *[other] { $count } lagrede filer manglet eller var skadet fra før, og er ikke med.
    }
takeout-more = Kontrollsum, og hva som er utelatt
takeout-left-out = Utelatt
takeout-damaged-files = Mangler eller skadet
takeout-fetch = Last ned
takeout-fetch-of = Last ned det som ble pakket { $when }
takeout-remove = Fjern
takeout-remove-of = Fjern det som ble pakket { $when }
takeout-until = Beholdes til { $until }

# The settings as one file: taken along, brought, looked at, taken in.

setfile-lead = Alt som er satt opp her, som én fil folk kan lese: til å ta vare på, og til å sette opp et annet Tillit på samme måte.
setfile-out = Ta med
setfile-out-lead = De samme innstillingene gir den samme filen, så to filer kan sammenlignes.
setfile-in-it = Er med: virksomheten, hvordan samtaler oppfører seg, svartider, åpningstider, serviceregler som ikke nevner kunder, kvitteringer, tone, temaer for behov, kundenes sider, hvem som går god for avsendere, hvem som må ha en andre faktor, navn på statuser, avdelinger, ferdigheter, hvem som står for tur og hva som trengs til det, kundeuker for alle, hva det spørres om når samtaler ender, felter, kontaktskjemaer, makroer, stikkord, visninger, virksomhetens egne gjentakende samtaler, regler, hvor lenge man er innlogget, og hvor lenge slettede samtaler beholdes.
setfile-not-in-it = Er ikke med: passord, nøkler, postkasser og servere, kolleger og hvem som jobber hvor, egne visninger, gjentakende samtaler for en kunde, hvilken kollega en makro gir samtaler til, logoen, makroenes filer og sikkerhetskopier.
setfile-sign-in = Hvor lenge man er innlogget
setfile-fetch = Last ned
setfile-in = Ta inn en fil
setfile-in-lead = Først ser du hva den ville endre. Det filen ikke nevner, blir som det er.
setfile-file = Fil (JSON)
setfile-look = Se på den
setfile-empty = Velg en fil som det står noe i.
setfile-no-json = Dette er ikke JSON: { $why }
setfile-earlier = Tatt inn så langt
setfile-changes = { $count ->
    [one] Én ting endret
   *[other] { $count } ting endret
    }
setfile-would = { $count ->
    [one] Den ville endre én ting.
   *[other] Den ville endre { $count } ting.
    }
setfile-nothing-yet = Ingenting er endret ennå.
setfile-all-same = Den ville ikke endre noe: alt er satt slik allerede.
setfile-remove = Ta bort det listene ikke nevner
setfile-remove-hint = Avdelinger stenges, felter tas ut av bruk, navn på tilstander, kontaktskjemaer, makroer, visninger, gjentakende samtaler og stikkord som ikke står på noen samtale, fjernes. Se en gang til for å se hvilke.
setfile-leave = La den ligge
setfile-look-again = Se en gang til
setfile-take = Ta den inn
setfile-wrong = { $count ->
    [one] Ett sted i filen må ses på
   *[other] { $count } steder i filen må ses på
    }
setfile-changed = Det som er annerledes
setfile-part = Side
setfile-name = Hva
setfile-what = Blir
setfile-from = Før
setfile-to = Etter
setfile-same = { $count ->
    [one] Én ting er den samme
   *[other] { $count } ting er de samme
    }
setfile-added = Ny
setfile-is-changed = Endret
setfile-removed = Fjernet
setfile-is-same = Den samme
setfile-taken = Tatt inn { $when }.
setfile-back = Innstillingene slik de var før, er tatt vare på som fil. Ta inn den for å gå tilbake.
setfile-before = Last ned innstillingene fra før
