# Kunder og kolleger: innlogging, profiler, kundelisten.

## Innlogging

signin-title = Logg inn
signin-greeting = Hyggelig å se deg
signin-lead = Logg inn i kundesenteret
signin-email = E-post
signin-password = Passord
signin-forgot = Glemt det?
signin-stay = Hold meg innlogget på denne maskinen
signin-submit = Logg inn
signin-second-title = Ett steg til
signin-second-lead = Skriv koden som autentiseringsappen viser
signin-second-code = Kode
signin-second-hint = Ingen telefon for hånden? En reservekode går også.
signin-second-late = Det tok for lang tid
signin-second-late-lead = Logg inn på nytt.
signin-first-title = Ingen har konto ennå
signin-first-lead = Denne Tillit er nettopp startet for første gang.
signin-first-where = Lenken til den første kontoen står der Tillit ble startet: i terminalen, eller i loggen til tjenesten.
signin-first-again = Hver start lager en ny lenke, til den første kontoen finnes.
signin-mismatch =
    { $left ->
        [0] E-post og passord stemmer ikke. Vent litt før neste forsøk.
        [1] E-post og passord stemmer ikke. Ett forsøk igjen.
        [2] E-post og passord stemmer ikke. To forsøk igjen.
        [3] E-post og passord stemmer ikke. Tre forsøk igjen.
        [4] E-post og passord stemmer ikke. Fire forsøk igjen.
       *[other] E-post og passord stemmer ikke. { $left } forsøk igjen.
    }

## Glemt passord

forgotten-title = Nytt passord
forgotten-lead = Vi sender deg en lenke, så du kan velge et nytt.
forgotten-submit = Send lenken
forgotten-back = Tilbake til innlogging
forgotten-sent-title = Se i innboksen din
forgotten-sent-lead = Hvis { $email } hører til noen her, er en lenke på vei. Den virker i én time.
reset-title = Velg passord
reset-greeting = Hei, { $name }
reset-lead = Velg et nytt passord. Du blir logget inn med det samme.
reset-welcome-lead = Velg et passord, så er alt klart for deg.
reset-password = Nytt passord
reset-hint = Minst { $least } tegn. Noen ord etter hverandre fungerer godt.
reset-submit = Lagre og logg inn
gone-title = Denne lenken virker ikke lenger
gone-lead = En lenke virker én gang, og bare en stund.
gone-again = Be om en ny

## E-post til kolleger

mail-reset-subject = Nytt passord til Tillit
mail-reset-text =
    Hei { $name },

    Med denne lenken kan du velge et nytt passord. Den virker én gang, innen en time:

    { $link }

    Hvis du ikke har bedt om dette, trenger du ikke gjøre noe. Passordet ditt er uendret.
mail-invite-subject = { $by } inviterer deg til Tillit
mail-invite-text =
    Hei { $name },

    { $by } har laget en konto til deg. Velg et passord med denne lenken. Den virker én gang, innen sju dager:

    { $link }

## Egen profil

profile-title = Min profil
profile-lead = Slik ser kollegene deg, og slik ser skjermen din ut.
profile-name = Navn
profile-language = Språk
profile-theme = Utseende
profile-theme-system = Som på denne maskinen
profile-theme-light = Lyst
profile-theme-dark = Mørkt
profile-zone = Tidssone
profile-zone-hint = Klokkeslett vises i denne sonen.
profile-keys = Enkeltbokstaver som hurtigtaster
profile-keys-hint = Trykk R for å svare eller E for å lukke. Ctrl med en bokstav virker alltid.
profile-saved = Lagret
profile-password = Passord
profile-password-lead = Når du bytter det, blir du logget ut i andre nettlesere.
profile-password-now = Nåværende passord
profile-password-new = Nytt passord
profile-password-wrong = Dette er ikke det nåværende passordet ditt.
profile-password-save = Bytt passord
profile-password-saved = Passordet er byttet
profile-sessions = Her er du logget inn
profile-sessions-here = Denne nettleseren
profile-sessions-unknown = Ukjent nettleser
profile-sessions-seen = Fra { $peer }, sist brukt { $when }
profile-sessions-end = Logg ut
profile-sessions-end-one = Logg ut { $browser }
profile-sessions-end-others = Logg ut alle andre steder
profile-sessions-ended = Logget ut der
second-title = Tofaktor
second-lead = Etter passordet spør Tillit etter en kode fra en app på telefonen din. Den som får vite passordet, kommer likevel ikke inn.
second-begin = Sett opp
second-change = Endre
second-is-on = På siden { $when }
second-left =
    { $left ->
        [0] Ingen reservekoder er igjen. Lag nye.
        [one] Én reservekode er igjen.
       *[other] { $left } reservekoder er igjen.
    }
second-scan = Skann dette med autentiseringsappen
second-scan-lead = Alle apper for engangskoder kan brukes: Aegis, Google Authenticator, 1Password og andre.
second-qr = Koden som skal skannes. Det samme står under som nøkkel.
second-key = Eller skriv denne nøkkelen inn i appen
second-code = Kode fra appen
second-code-hint = Seks sifre som skifter hvert halve minutt.
second-confirm = Slå på
second-proof = Kode fra appen, eller en reservekode
second-proof-hint = Slik at ingen ved en ulåst maskin kan endre dette.
second-turn-off = Slå av
second-new-codes = Nye reservekoder
second-turned-off = Tofaktor er slått av
second-codes = Tofaktor er på. Dette er reservekodene dine.
second-codes-lead = Ta vare på dem et trygt sted, ikke på telefonen. Hver slipper deg inn én gang om du mister den. De vises ikke igjen.
second-codes-kept = Jeg har tatt vare på dem
second-turn-off-short = Slå av tofaktor
second-turn-off-of = Slå av tofaktor for { $name }
second-oblige-roles = Roller som må ha det
second-oblige-lead = Den som har en av disse rollene og ikke tofaktor ennå, blir ledet til å sette det opp og kan ikke gjøre noe annet før det. API-nøklene virker som før.
second-oblige-owners = Eiere bestemmer dette.
second-missing = Ikke tofaktor ennå
second-led-lead = Alle med rollen din her har det. Sett opp ditt for å fortsette.

## Settings → API

api-title = API
api-lead = Nøkler som lar dine egne programmer arbeide her som deg.
tokens-title = Nøkler
tokens-docs = Hva programmer kan spørre om
tokens-none = Du har ingen nøkler ennå.
tokens-made = { $name } er klar
tokens-once = Dette er nøkkelen. Kopier den nå, den vises ikke igjen.
tokens-secret = Nøkkelen
tokens-used = Sist brukt { $when }
tokens-unused = Aldri brukt
tokens-ends = slutter { $date }
tokens-ended = er utløpt
tokens-endless = Utløper ikke
tokens-days = Etter { $days } dager
tokens-revoke = Trekk tilbake
tokens-revoke-one = Trekk tilbake { $name }
tokens-revoked = Nøkkelen åpner ikke noe lenger
tokens-new = Lag en nøkkel
tokens-new-lead = Den gjør aldri mer enn du har lov til, og slutter når kontoen din gjør det.
tokens-name = Navn
tokens-name-hint = Hva den er til, for eksempel «Nettbutikk».
tokens-level = Hva den får gjøre
tokens-level-read = Lese
tokens-level-read-hint = Ser samtaler, kunder og kolleger.
tokens-level-write = Lese og skrive
tokens-level-write-hint = Svarer, noterer, fordeler og endrer kunder også.
tokens-level-admin = Alt du har lov til
tokens-level-admin-hint = Også innstillinger og det bare administratorer ser.
tokens-lasts = Slutter
tokens-submit = Lag nøkkelen
api-docs-title = Hva programmer kan spørre om
api-docs-lead = Alle adresser i API-et, laget av programmet selv.

## Kolleger

colleagues-title = Kolleger
colleagues-lead = Hvem som jobber her, og hva de har lov til.
colleagues-you = Deg
colleagues-invited = Invitert
colleagues-disabled = Sperret
colleagues-role-of = Rollen til { $name }
colleagues-role-owner = Eier
colleagues-role-admin = Administrator
colleagues-role-agent = Kundebehandler
colleagues-role-light = Medhjelper
colleagues-role-owner-hint = Har ansvaret for Tillit: gjør kolleger til administratorer og eiere, og kan alt de kan.
colleagues-role-admin-hint = Svarer kunder, og tar hånd om innstillinger og kolleger.
colleagues-role-agent-hint = Svarer kunder.
colleagues-role-light-hint = Ser samtaler og skriver notater. Kundene får ingenting fra dem.
colleagues-reach-of = Hvor mye { $name } ser
colleagues-reach-all = Ser alt
colleagues-reach-own = Ser egne avdelinger
colleagues-invite-again = Send ny invitasjon
colleagues-invite-again-to = Send ny invitasjon til { $name }
colleagues-disable = Sperr
colleagues-disable-one = Sperr { $name }
colleagues-enable = Åpne igjen
colleagues-enable-one = Åpne igjen for { $name }
colleagues-new = Inviter en kollega
colleagues-new-lead = Kollegaen får en e-post med en lenke for å velge passord.
colleagues-name = Navn
colleagues-email = E-post
colleagues-role = Rolle
colleagues-language = Språk
colleagues-submit = Send invitasjon
colleagues-done-invited = Invitasjonen er på vei

absence-title = Borte
absence-lead = Dager da du eller en kollega ikke er her. Skriver en kunde imens, går samtalen til vikaren, eller tilbake til ingen.
absence-none = Ingen dager borte er planlagt.
absence-days = { $first } – { $last }
absence-now = Borte nå
absence-until = Borte til { $day }
absence-deputy-is = { $name } er vikar
absence-deputy-none = Ingen vikar: nye svar går tilbake til ingen
absence-remove = Ta tilbake
absence-remove-one = Ta tilbake: borte { $days }
absence-first = Første dag
absence-last = Siste dag
absence-deputy = Vikar
absence-deputy-nobody = Ingen
absence-deputy-hint = Overtar en samtale når kunden skriver. Dagene er bedriftens dager.
absence-plan = Planlegg dager borte
colleague-all = Alle kolleger
colleague-lead = Når kollegaen er borte, og hvem som er vikar.

workload-title = Arbeid etter tur
workload-lead = Det som deles ut etter tur, går til den som har minst å gjøre for sin del av en stilling.
workload-cap = Åpne samtaler på det meste
workload-cap-hint = Den som har så mange, får ingen tur. Tomt: så mange som helst.
workload-weight = Del av en stilling, i prosent
workload-weight-hint = 100 for en som er her hele uken, 50 for halve.

departments-title = Avdelinger
departments-lead = Delene av virksomheten, og hvem som jobber i dem. En samtale kan høre til én.
departments-none = Det finnes ingen avdeling ennå. En liten virksomhet trenger ingen.
departments-name = Navn
departments-members = Hvem jobber her
departments-close = Steng
departments-close-one = Steng { $name }
departments-open = Åpne igjen
departments-open-one = Åpne igjen: { $name }
departments-closed = Stengt
departments-new = Ny avdeling
departments-new-name = Hva den heter
departments-add = Legg til

## Kunder

customers-title = Kunder
customers-search = Navn eller adresse
customers-none-title = Ingen kunder ennå
customers-none-lead = Alle som skriver til dere, dukker opp her.
customers-nobody-title = Fant ingen
customers-nobody-lead = Søk på begynnelsen av et navn eller en adresse.
customers-show-all = Vis alle kunder
customers-export-csv = Lagre som tabell (CSV)
customers-export-vcard = Lagre som kort (vCard)
customers-column-name = Navn
customers-column-address = Adresse
customers-column-language = Språk
customers-column-since = Siden
customers-since = Kunde siden { $when }
customers-doubtful = Navnet inneholder en annen adresse
customers-address-add = Legg til en adresse
customers-address-new = En annen adresse
customers-address-hint = Det som kommer derfra, er deres fra nå av.
customers-write = Skriv
customers-proved = Bekreftet
customers-language = Skriver
customers-language-unknown = Ikke kjent ennå
customers-conversations = Samtaler
customers-conversations-show = Vis samtalene
customers-promises = Løfter
customers-promises-show = Vis løftene
customers-timeline = Tidslinje
customers-timeline-show = Vis tidslinjen
customers-rename = Endre navn
customers-name = Navn
customers-file = Kundekort
customers-facts-about = Fakta om { $name }
customers-known = Verdt å vite
customers-contact = Kontakt
customers-change = Endre { $what }
customers-failing = E-post kommer tilbake
customers-address-remove = Fjern denne adressen
customers-phones = Telefon
customers-phone-add = Legg til en telefon
customers-phone-number = Nummer
customers-phone-hint = Med + og land, eller slik det slås der.
customers-phone-country = Land for et nummer uten +
customers-phone-label = Hva det er, for eksempel jobb
customers-phone-remove = Fjern dette nummeret
customers-call = Ring
customers-log-contact = Noter samtale eller besøk
customers-also = Også kjent som { $name }
customers-also-add = Legg til et annet navn
customers-also-new = Et annet navn
customers-also-remove = Fjern dette navnet
customers-title-label = Rolle eller tittel
customers-postal = Postadresse
customers-about-none = Ingen rolle og ingen postadresse
customers-about-change = Endre rolle og postadresse
customers-notes = Notater
customers-notes-none = Ingenting er notert ennå.
customers-note = Notat
customers-note-add = Skriv et notat
customers-note-change = Endre
customers-note-changed = endret { $when }
customers-note-remove = Fjern dette notatet
customers-note-pin = Fest
customers-note-unpin = Løsne
customers-note-pinned = Fest det
customers-note-pinned-hint = Festede notater står ved siden av hver samtale.
customers-preferences = Ønsker
customers-preferences-change = Endre ønsker
customers-prefers-language = Skriv til dem på
customers-prefers-theirs = Språket de selv skriver
customers-written-in = Skriv på { $language }
customers-addressed = Tiltale
customers-addressed-as = Tiltales som { $name }
customers-reached = Slik vil de nås
customers-reach-any = Slik det passer
customers-reach =
    { $channel ->
        [mail] På e-post
        [phone] På telefon
        [post] Per brev
       *[any] Helst
    } { $bounds ->
        [from] etter { $from }
        [until] før { $until }
        [both] mellom { $from } og { $until }
       *[any] bare
    }
customers-channel-any = Slik det passer
customers-channel-mail = På e-post
customers-channel-phone = På telefon
customers-from = Ikke før
customers-until = Ikke etter
customers-vip = VIP
customers-vip-hint = Går foran andre.
customers-blocked = Blokkert
customers-blocked-title = Blokkert: ingen svarer
customers-block = Blokker { $name }
customers-block-why = Hvorfor
customers-block-hint = Det de skriver, tas vare på og legges som lukket. De får verken svar eller kvittering.
customers-block-now = Blokker
customers-unblock = Opphev blokkeringen av { $name }
customers-parts = Kunder og organisasjoner
organisations-title = Organisasjoner
organisations-one = Organisasjon
organisations-search = Navn eller domene
organisations-none = Ingen organisasjoner ennå
organisations-none-lead = Legg til en her, eller fra et kundekort.
organisations-add = Legg til en organisasjon
organisations-name = Navn på organisasjonen
organisations-name-hint = Et nytt navn lager en ny organisasjon.
organisations-since =
    { $count ->
        [one] Én kunde, kjent siden { $when }
       *[other] { $count } kunder, kjent siden { $when }
    }
organisations-about = Navn og domener
organisations-rename = Endre navn
organisations-people = Personer
organisations-people-none = Ingen hører til den ennå.
organisations-might = Kan høre til den
organisations-might-belong = Etter domenet de skriver fra, kan de høre til { $name }.
organisations-take-in = Hører til
organisations-take-in-one = { $name } hører til den
organisations-decline = Gjør ikke det
organisations-decline-one = Gjør ikke det: { $name }
organisations-join = Velg en organisasjon
organisations-leave = Hører ikke lenger til { $name }
organisations-domain = Domene
organisations-domain-add = Legg til et domene
organisations-domain-hint = Det som står bak @ hos folkene der. Domener fra åpne e-posttjenester teller ikke.
organisations-domain-remove = Fjern { $domain }
organisations-joining = Å bli med
organisations-joins-by-itself = Den som skriver fra et av domenene, hører til med en gang.
organisations-asks-first = Den som skriver fra et av domenene, blir foreslått.
organisations-let-join = La dem høre til med en gang
organisations-ask-first = Foreslå dem først
held-link = Alt som er lagret om dem
held-title = Alt som er lagret om { $name }
held-lead = Dette er alt Tillit har: også det kolleger skrev til hverandre. Les det før du gir det videre, for andre kan være nevnt. Selve e-postene og filene lastes ned fra samtalene.
held-json = Last ned som JSON
held-id = Id
held-at = Når
held-kind = Slag
held-text = Tekst
held-from = Fra
held-to = Til
held-files = Filer
held-number = Nummer
held-subject = Emne
held-state = Tilstand
held-messages = Meldinger og notater
held-drafts = Utkast
held-elsewhere = Skrevet i andres samtaler
held-mails = E-poster slik de kom
held-peer = Sendt av serveren
held-addresses = Adresser
held-history = Historikk
erase-title = Slett { $name }
erase-what = Alt ovenfor slettes for godt: tekster, notater, e-poster, filer, utkast, adresser, søket og det historikken sier. Det kan ikke angres.
erase-stays = Dette blir igjen: at samtaler fant sted, med nummer, tider og tilstander, uten personen. Sikkerhetskopier har det de har til de slettes.
erase-type = Skriv «{ $name }» for å bekrefte
erase-now = Slett for godt
erased-customer = Slettet kunde
erased-words = Slettet
erased-title = Slettet { $when }
erased-lead = Ingenting er lagret om denne kunden lenger. Spor i databasefilen er borte i løpet av minutter. Dette ble slettet:
erased-conversations = { $count ->
    [one] ordene i { $count } samtale
   *[other] ordene i { $count } samtaler
}
erased-messages = { $count ->
    [one] { $count } melding eller notat
   *[other] { $count } meldinger og notater
}
erased-files = { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
erased-mails = { $count ->
    [one] { $count } e-post slik den kom
   *[other] { $count } e-poster slik de kom
}
erased-drafts = { $count ->
    [one] { $count } utkast
   *[other] { $count } utkast
}
erased-contacts = { $count ->
    [one] { $count } adresse, telefon eller navn
   *[other] { $count } adresser, telefoner og navn
}
erased-notes = { $count ->
    [one] { $count } notat om dem
   *[other] { $count } notater om dem
}
erased-facts = { $count ->
    [one] { $count } linje i historikken
   *[other] { $count } linjer i historikken
}
erased-answers = { $count ->
    [one] { $count } levering til et annet program
   *[other] { $count } leveringer til andre programmer
}
customers-doubles = Kanskje samme kunde
customers-double-phone = Begge har telefonen { $number }.
customers-double-address = { $mine } og { $theirs } skiller seg bare ved punktum eller det som står etter pluss.
customers-double-name = Begge har samme navn og skriver fra { $domain }.
customers-double-not = En annen
customers-merge-look = Se og slå sammen
customers-merge-another = Slå sammen med en annen kunde
customers-merge-title = Hvem er den samme som { $name }?
customers-merge-lead = Velg kunden som er samme person. Du ser hva som flyttes før noe skjer.
customers-merge-back = Tilbake til kunden
customers-merge-into = Slå { $from } sammen med { $into }
customers-merge-what = { $into } blir stående og får alt fra { $from }. Dere kan skille dem igjen så lenge en adresse fra { $from } fortsatt er der og ingen andre er slått sammen siden.
customers-merge-moves = Dette flyttes
customers-merge-names = Også kjent som
customers-merge-filled = Ikke kjent før
customers-merge-kept = { $name } beholder sitt eget
customers-merge-hours = Tider å nå dem
customers-merge-now = Slå sammen
customers-merge-swap = La { $name } bli stående
customers-merged = Slått sammen med denne kunden
customers-merge-undo = Skill dem igjen

## Egne felter

fields-title = Felter
fields-lead = Det dere vil vite om hver kunde, organisasjon eller samtale.
fields-about = Om
fields-about-person = Kunder
fields-about-organisation = Organisasjoner
fields-about-conversation = Samtaler
fields-none = Ingen felter ennå.
fields-new = Et nytt felt
fields-add = Legg til feltet
fields-name = Navn på feltet
fields-kind = Hva som står i det
fields-kind-text = Tekst
fields-kind-number = Tall
fields-kind-date = Dato
fields-kind-choice = Valg
fields-kind-yesno = Ja eller nei
fields-kind-link = Lenke
fields-choices = Ord å velge mellom
fields-choices-hint = Ett per linje. Bare et valg trenger dem.
fields-required = Må fylles ut før
fields-before-saved = Hver lagring
fields-before-waiting-customer = Venter på kunden
fields-before-waiting-others = Venter på andre
fields-before-solved = Lukking
fields-retired = Brukes ikke lenger:
fields-retire = Slutt å spørre om dette feltet
fields-retire-hint = Det som står i det, blir stående og kommer tilbake med det.
fields-restore = Spør igjen
fields-restore-one = Spør igjen: { $name }
fields-up = Flytt opp
fields-down = Flytt ned
fields-card = Mer om dem
fields-change = Fyll ut
fields-yes = Ja
fields-no = Nei
fields-unfit-missing = Dette kan ikke stå tomt.
fields-unfit-number = Dette er ikke et tall.
fields-unfit-date = Dette er ikke en dato.
fields-unfit-choice = Velg et av ordene.
fields-unfit-link = Dette er ikke adressen til en side.

## Hvorfor ikke

people-refused-forbidden = Du har ikke lov til dette.
people-refused-not-found = Denne personen finnes ikke.
people-refused-not-an-address = Dette ser ikke ut som en e-postadresse. Se over den en gang til.
people-refused-address-taken = Denne adressen tilhører allerede noen andre.
people-refused-last-address = Én adresse må bli igjen, ellers kommer det de skriver, fra en ukjent.
people-refused-erased-already = Denne kunden er allerede slettet.
people-refused-not-confirmed = Det er ikke kundens navn. Skriv det slik det står ovenfor.
people-refused-still-going-out = Et svar til denne kunden venter eller er på vei. Send eller avbryt det først.
people-refused-same-person = Det er allerede samme kunde.
people-refused-merge-stays = Noe er endret siden, så de to kan ikke skilles lenger.
people-refused-not-a-phone = Dette ser ikke ut som et telefonnummer. Se over det en gang til.
people-refused-not-hours = Disse tidene passer ikke. Den andre må være senere enn den første.
people-refused-reason-missing = Si hvorfor.
people-refused-note-empty = Ingenting er skrevet ennå.
people-refused-too-many = Det er for mange allerede. Fjern en først.
people-refused-name-taken = En annen har allerede dette navnet.
people-refused-not-a-domain = Dette ser ikke ut som et domene. Det er det som står bak @.
people-refused-public-domain = Alle kan ha en adresse der, så det sier ikke hvor de hører til.
people-refused-domain-taken = Dette domenet tilhører allerede en annen organisasjon.
people-refused-choices-missing = Et valg trenger ord å velge mellom.
people-refused-name-missing = Et navn må til.
people-refused-last-owner = Noen må ha ansvaret for Tillit. Gjør en annen kollega til eier først.
people-refused-own-account = Be en annen administrator gjøre dette for deg.
people-refused-department-taken = Det finnes alt en avdeling med dette navnet.
people-refused-too-many-departments = Det er like mange avdelinger som det går an å velge blant. Steng eller gi nytt navn til en.
people-refused-no-department = Den som bare ser egne avdelinger, må være i en. Velg en avdeling for dem, eller la dem se alt.
people-refused-unknown-zone = Denne tidssonen finnes ikke. Velg en fra listen.
people-refused-file-too-large = Filen er større enn 64 MB. Del den opp, eller ta bildene ut av kortene.
people-refused-file-empty = Velg en fil det står noe i.
people-refused-import-begun = Denne filen hentes allerede inn.
people-refused-days-reversed = Den siste dagen er før den første.
people-refused-days-over = Disse dagene er over, eller mer enn tre år unna.
people-refused-days-taken = Et annet fravær har en av disse dagene. Ta det tilbake først.
people-refused-not-a-day = Velg den første og den siste dagen.
people-refused-no-deputy = Velg en vikar som svarer kunder og kan logge inn, eller ingen.
people-refused-not-a-cap = Skriv et helt tall mellom 1 og 1000, eller ingenting.
people-refused-not-a-weight = Skriv et helt tall mellom 1 og 100.
people-refused-nobody-meant = Ingen kunde, eller mer enn én, har denne adressen eller telefonen.
people-refused-second-on = Tofaktor er på allerede.
people-refused-second-obliged = Rollen din må ha tofaktor, så det blir stående på.
people-refused-wrong-code = Det er ikke koden akkurat nå, eller den er brukt. Vent på den neste, og se etter at klokken på telefonen går riktig.

## Det som skjedde

event-person-appeared = { $name } skrev for første gang
event-person-made = { $name } ble lagt til
event-person-renamed = Navnet ble endret fra { $from } til { $to }
event-person-address-added = { $address } ble lagt til
event-person-erased = Alt som var lagret om denne kunden, ble slettet
event-person-took-in = { $name } er en del av denne kunden nå
event-person-became-part = Ble en del av { $name }
event-person-taken-apart = Skilt fra { $name } igjen
event-person-left-apart = Noen lignet, men er en annen
event-person-address-failing = E-post til { $address } kom tilbake. { $words }
event-person-address-works = { $address } virker igjen
event-person-address-removed = { $address } ble fjernet
event-person-phone-added = Telefon { $number } ble lagt til
event-person-phone-changed = Telefon ble endret fra { $from } til { $to }
event-person-phone-removed = Telefon { $number } ble fjernet
event-person-name-added = Også kjent som { $name }
event-person-name-removed = Ikke lenger kjent som { $name }
event-person-title = Rollen ble endret fra «{ $from }» til «{ $to }»
event-person-postal = Postadressen ble endret fra «{ $from }» til «{ $to }»
event-person-language = Språket å skrive på ble endret fra «{ $from }» til «{ $to }»
event-person-addressed = Tiltalen ble endret fra «{ $from }» til «{ $to }»
event-person-channel =
    { $to ->
        [mail] Vil helst nås på e-post
        [phone] Vil helst nås på telefon
        [post] Vil helst nås per brev
       *[other] Kan nås slik det passer
    }
event-person-hours = Tidene å nås på ble endret fra «{ $from }» til «{ $to }»
event-person-vip = Ble VIP
event-person-vip-no-more = Er ikke lenger VIP
event-person-blocked = Blokkert: { $reason }
event-person-unblocked = Ikke lenger blokkert
event-person-note-added = Et notat ble skrevet
event-person-note-changed = Et notat ble endret
event-person-note-removed = Et notat ble fjernet
event-person-note-pinned = Et notat ble festet
event-person-note-unpinned = Et notat ble løsnet
event-person-joined = Hører til { $name }
event-person-left = Hører ikke lenger til { $name }
event-field-changed = { $name } ble endret fra «{ $from }» til «{ $to }»
event-organisation-added = { $name } ble lagt til
event-organisation-renamed = Navnet ble endret fra { $from } til { $to }
event-organisation-domain-added = Domenet { $domain } ble lagt til
event-organisation-domain-removed = Domenet { $domain } ble fjernet
event-organisation-joining = Den som skriver fra domenene, blir med en gang
event-organisation-asking = Den som skriver fra domenene, blir foreslått
event-signin-succeeded = { $name } kom inn fra { $peer }
event-signin-failed = Feil passord eller kode for { $name }, fra { $peer }
event-signin-unknown = En innlogging til en konto som ikke finnes, fra { $peer }
event-signin-ended = { $name } logget ut
event-person-handed-out = Alt som finnes om denne kunden, ble utlevert som fil
event-staff-added = { $name } fikk en konto
event-staff-invited = { $name } ble invitert
event-staff-password-changed = { $name } har fått nytt passord
event-staff-became-owner = { $name } ble eier
event-staff-became-admin = { $name } ble administrator
event-staff-became-light = { $name } ble medhjelper
event-staff-limited = { $name } ser bare egne avdelinger
event-staff-unlimited = { $name } ser alle samtaler
event-department-made = Avdelingen { $name } ble opprettet
event-department-changed = Avdelingen { $name } ble endret
event-department-closed = Avdelingen { $name } ble stengt
event-department-opened = Avdelingen { $name } ble åpnet igjen
event-staff-became-agent = { $name } ble kundebehandler
event-staff-disabled = { $name } ble sperret
event-staff-enabled = { $name } kan logge inn igjen
event-staff-profile-changed = { $name } endret profilen sin
event-staff-second-on = { $name } slo på tofaktor
event-staff-second-off = Tofaktor for { $name } ble slått av
event-staff-recovery-renewed = { $name } laget nye reservekoder
event-staff-recovery-used = { $name } logget inn med en reservekode
event-staff-absence-planned = { $name } er borte fra { $first } til { $last }
event-staff-absence-cancelled = { $name } er her likevel fra { $first } til { $last }
event-staff-workload-changed = { $name } tar høyst { $cap } åpne samtaler, for { $weight } % av en stilling
event-token-made = API-nøkkelen { $name } ble laget
event-token-revoked = API-nøkkelen { $name } ble trukket tilbake

## Customers out of files

imports-title = Hent inn kunder
imports-lead = En tabell (CSV) eller kort (vCard) fra et annet program. Først ser du hvordan vi leser filen og hva det blir av hver rad; ingenting skrives før du sier fra.
imports-file = Fil
imports-file-hint = Høyst { $most } MB. Kolonnene kjennes igjen på overskriftene, på fem språk.
imports-look = Se på den
imports-earlier = Tidligere filer
imports-when = Når
imports-state = Hvor langt
imports-state-waiting = Ikke begynt
imports-state-running = Pågår
imports-state-done = Ferdig
imports-state-stopped = Stoppet
imports-outcome-added = Nye
imports-outcome-filled = Utfylt
imports-outcome-same = Uendret
imports-outcome-refused = Avvist
imports-why-address = ikke en e-postadresse
imports-why-phone = ikke et telefonnummer, eller landet mangler
imports-why-language = ikke et av de fem språkene
imports-why-unfit = passer ikke her
imports-why-nobody = Verken navn, adresse eller telefon
imports-why-broken = Raden kan ikke leses: et anførselstegn er ikke lukket, eller den er for lang
imports-why-several = Hører til mer enn én kunde
imports-why-too-many = mer enn én kunde kan ha
imports-nothing-yet = Ingenting er skrevet ennå. Se over hvordan vi leser filen; det du endrer her, vises nedenfor.
imports-charset = Tegnsett
imports-delimiter = Mellom cellene står
imports-delimiter-comma = Komma
imports-delimiter-semicolon = Semikolon
imports-delimiter-tab = Tabulator
imports-delimiter-bar = Loddrett strek
imports-country = Telefoner uten landkode er i
imports-heading = Første rad er overskrifter
imports-columns = Hva som står i hver kolonne
imports-column = Kolonne
imports-column-skip = Ta ikke med
imports-column-name = Hele navnet
imports-column-given = Fornavn
imports-column-family = Etternavn
imports-column-address = E-postadresser
imports-column-phone = Telefoner
imports-column-organisation = Organisasjon
imports-column-title = Rolle eller tittel
imports-column-postal = Linje i postadressen
imports-column-language = Språk
imports-column-note = Notat
imports-overwrite = Erstatt det kolleger har skrevet, der filen sier noe annet
imports-look-again = Se på nytt
imports-start = Hent inn alt
imports-leave = La filen være
imports-first-rows = Hva det ville bli av de første radene
imports-no-rows = Det er ingen rader i filen.
imports-row = Rad
imports-becomes = Blir
imports-remarks = Utelatt
imports-id = Id
imports-report = Hva det ble av hver rad (CSV)
imports-stop = Stopp
imports-progress = { $percent } % av filen, { $rows } rader. Du kan forlate siden; det går videre.
imports-refused-title = Rader som ble avvist
event-import-started = Filen { $name } med kunder hentes inn
event-import-done = Filen { $name } er hentet inn: { $added } nye, { $filled } utfylt, { $refused } avvist
event-import-stopped = Innhentingen av filen { $name } ble stoppet

## Related customers

related-title = Kunder som hører sammen
related-family = familie
related-colleague = kollega
related-assistant = assisterer dem
related-assisted = får hjelp av dem
related-spokesperson = taler på deres vegne
related-spoken-for = de taler for denne
related-add = Knytt til en kunde
related-who = Hvem
related-who-hint = En adresse eller telefon de har, eller adressen til mappen deres her.
related-tie = Hva de er
related-remove = Fjern koblingen til { $name }
event-person-related = Knyttet til en annen kunde
event-person-unrelated = Ikke lenger knyttet til en annen kunde

# Before something grave: prove once more that it is you.
proof-password = Passordet ditt
proof-why = Slik at ingen ved en ulåst maskin kan gjøre dette.
proof-none = Du har ikke noe passord ennå. Velg et først, slik at ingen ved en ulåst maskin kan gjøre dette.
customers-needs = Behov
customers-needs-show = Vis behovene

# Det en kunde ba om, ved siden av vei og tider.
customers-channel-post = Per brev
customers-manner = Tiltal dem
customers-manner-house = Slik vi pleier
customers-manner-formal = Formelt
customers-manner-familiar = Uformelt
customers-reach-days = Helst { $days }
customers-days = På disse dagene
customers-zone = Tidssonen deres
customers-zone-hint = Klokken som tidene deres går etter. Tomt: vår.
event-person-manner =
    { $to ->
        [formal] Skal tiltales formelt
        [familiar] Skal tiltales uformelt
       *[other] Skal tiltales som vanlig
    }
event-person-days = Dagene å nås på ble endret
event-person-zone = Tidssonen ble endret fra «{ $from }» til «{ $to }»

# Omtanke: det noen står i, bare for kolleger.
care-title = Omtanke
care-none = Ingenting å ta særlig hensyn til.
care-add = Vis omtanke
care-kind = Hva de står i
care-why = Med egne ord
care-why-hint = Kolleger leser det før de skriver. Kunden ser det aldri.
care-until = Til og med
care-until-hint = Høyst ett år frem. Tomt: så lenge som vanlig.
care-until-day = Til og med { $day }
care-end = Avslutt nå
care-bereavement = Sorg
care-illness = Sykdom
care-hardship = Trang økonomi
care-new-baby = Nyfødt barn
care-help = Trenger hjelp
care-other = Vis omtanke
care-manner-bereavement = Skriv varmt; ingenting selges.
care-manner-illness = Vær tålmodig og skriv kort; ingenting selges.
care-manner-hardship = Vær skånsom når det gjelder penger; ingenting selges.
care-manner-new-baby = Skriv kort; de har liten tid.
care-manner-help = Spør hva som hjelper, og la dem slippe å be to ganger.
care-manner-other = Skriv med omtanke; ingenting selges.
people-refused-care-until = Velg en dag fra i dag til om ett år.
people-refused-care-twice = Den omtanken finnes allerede. Endre den i stedet.
event-person-care-set =
    { $kind ->
        [bereavement] Vises omtanke til og med { $until }: sorg
        [illness] Vises omtanke til og med { $until }: sykdom
        [hardship] Vises omtanke til og med { $until }: trang økonomi
        [new_baby] Vises omtanke til og med { $until }: nyfødt barn
        [help] Vises omtanke til og med { $until }: trenger hjelp
       *[other] Vises omtanke til og med { $until }
    }
event-person-care-changed =
    { $kind ->
        [bereavement] Omtanken ble endret: sorg, til og med { $until }
        [illness] Omtanken ble endret: sykdom, til og med { $until }
        [hardship] Omtanken ble endret: trang økonomi, til og med { $until }
        [new_baby] Omtanken ble endret: nyfødt barn, til og med { $until }
        [help] Omtanken ble endret: trenger hjelp, til og med { $until }
       *[other] Omtanken ble endret, til og med { $until }
    }
event-person-care-ended =
    { $kind ->
        [bereavement] Omtanken ble avsluttet: sorg
        [illness] Omtanken ble avsluttet: sykdom
        [hardship] Omtanken ble avsluttet: trang økonomi
        [new_baby] Omtanken ble avsluttet: nyfødt barn
        [help] Omtanken ble avsluttet: trenger hjelp
       *[other] Omtanken ble avsluttet
    }

## What colleagues can

settings-skills = Ferdigheter
skills-lead = Det ikke alle her kan: reparasjon, toll, et merke. Avdelinger, postkasser og stikkord kan kreve en ferdighet (Innstillinger → Turer).
skills-none = Ingen ferdigheter ennå.
skills-new = Ny ferdighet
skills-name = Navn
skills-add = Legg til
skills-remove = Fjern
skills-remove-one = Fjern { $name }
skills-nobody = Ingen har den ennå. Ferdigheter gis på siden til hver kollega.
skills-who = Har den:
abilities-title = Ferdigheter og språk
abilities-lead = Det som deles ut etter tur, går til den som kan det som trengs.
abilities-own = Språk jeg skriver
abilities-own-lead = Det som deles ut etter tur på andre språk, går til andre så lenge de er her.
abilities-skills = Ferdigheter
abilities-no-skills = Det finnes ingen ferdigheter ennå.
abilities-writes = Språk
abilities-writes-hint = Er ingen krysset av, regnes det som alle.
event-staff-skills-changed = { $name } har nå disse ferdighetene: { $skills }
event-staff-writes-changed = { $name } skriver nå disse språkene: { $languages }
abilities-turns = Turene du fikk
abilities-rota = Kundeuker for alle
