# Ord i e-poster og om leveringen av dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Det er ikke satt noen adresse som svar kan komme fra. Sett den under Innstillinger, Virksomheten.
outbox-page = Se hele henvendelsen, svar eller avslutt den: { $page }
outbox-page-asks = Var det akkurat det du ville? Si det, eller svar, her: { $page }
outbox-passed-on =
    ---------- Videresendt melding ----------
    Fra: { $from }
    Dato: { $at }
    Til: { $to }
    Emne: { $subject }
outbox-file-gone = En fil som skulle følge med, finnes ikke lenger.
outbox-picture = [Bilde: { $what }]

mail-title = E-post
mail-lead = Hvordan e-post kommer inn og går ut, og hva som ikke slapp inn.
mail-saved = Lagret.
mail-out = Felles server for utgående e-post
mail-out-why = Svar fra postkasser uten egen server går ut med den.
mail-host = Server
mail-host-hint = For eksempel mail.example.com. Svar venter til en er satt.
mail-host-wrong = Dette er ikke navnet på en server.
mail-protection = Beskyttelse av forbindelsen
mail-implicit = TLS fra første byte
mail-start-tls = STARTTLS
mail-none = Ingen, bare for en server på samme maskin
mail-port = Port
mail-port-hint = La feltet stå tomt for den vanlige.
mail-port-wrong = En port er et tall fra 1 til 65535.
mail-user = Brukernavn
mail-password = Passord
mail-password-hint = La feltet stå tomt for å beholde det som er satt. Det ligger kryptert.
mail-password-wrong = Passordet kunne ikke lagres. Prøv igjen.
mail-password-missing = Et brukernavn trenger et passord.
mail-refused = E-poster som ble avvist
mail-refused-none = Ingenting er avvist.
mail-refused-line = Fra { $from }, { $size }: større enn en e-post får være
mail-not-handed-out = Hentet forgjeves fra en postkasse: e-posttjeneren har den på listen, men gir den ikke fra seg. Den ligger der fortsatt; se på den i e-postprogrammet ditt.

mail-wrong =
    { $count ->
        [one] Én ting må rettes
       *[other] { $count } ting må rettes
    }

## Mailboxes

mailbox-list = Postkasser
mailbox-none-title = Ingen postkasse er koblet til ennå
mailbox-none-body = Koble til en, så kommer e-postene fra kundene dine hit. Ingen blir skrevet til av det.
mailbox-connect = Koble til en postkasse
mailbox-connected = Postkassen er koblet til. Nye e-poster dukker opp i innboksen.
mailbox-removed = Postkassen er ikke lenger koblet til. Samtalene fra den er fortsatt her.
mailbox-edit = Endre
mailbox-edit-one = Endre { $name }
mailbox-default = Standard
mailbox-paused = På pause
mailbox-brought = E-posten blir levert hit
mailbox-failing = Ikke lest på { $time }
mailbox-not-read-yet = Ikke lest ennå
mailbox-read-now = Lest akkurat nå
mailbox-read-ago = Lest for { $time } siden
mailbox-lead = Hvordan e-posten kommer, hvordan svar sendes, og hva som står på dem.
mailbox-all = Alle postkasser
mailbox-face = Det kundene ser
mailbox-address = E-postadresse
mailbox-address-hint = Adressen kundene dine skriver til.
mailbox-name = Navn for kollegene
mailbox-name-hint = For eksempel Salg eller Verksted.
mailbox-sender = Avsenderens navn
mailbox-sender-hint = Står etter navnet til den som skriver. La det stå tomt for navnet på virksomheten.
mailbox-signature = Signatur
mailbox-signature-hint = Står under svar herfra. La det stå tomt for virksomhetens signatur.
mailbox-fetch = E-post inn
mailbox-fetch-how = Slik kommer e-posten
mailbox-fetch-imap = Hentes fra postkassen
mailbox-fetch-imap-why = Med IMAP, i løpet av sekunder.
mailbox-fetch-none = Leveres av en e-postserver
mailbox-fetch-none-why = Med LMTP, SMTP eller et rør, slik driften har satt det opp.
mailbox-fetch-host = Server for lesing
mailbox-user-hint = Som oftest selve adressen.
mailbox-user-missing = Det trengs et brukernavn for å lese en postkasse.
mailbox-password-missing = Skriv inn passordet.
mailbox-read-mail = E-poster i postkassen
mailbox-folder = Mappe som leses
mailbox-folder-hint = Som oftest INBOX.
mailbox-after = Det som skjer med en e-post når den er trygt her
mailbox-after-leave = Den blir liggende som den er
mailbox-after-mark-read = Den merkes som lest
mailbox-after-move = Den flyttes til en mappe
mailbox-after-delete = Den slettes fra postkassen
mailbox-move-to = Mappe å flytte til
mailbox-move-to-hint = Bare ved flytting. Den lages hvis den ikke finnes.
mailbox-move-missing = Oppgi mappen e-postene skal flyttes til.
mailbox-move-same = E-poster kan ikke flyttes til mappen de leses fra.
mailbox-send = E-post ut
mailbox-send-how = Slik sendes svar
mailbox-send-smtp = Med postkassens egen server
mailbox-send-smtp-why = Kommer best fram: leverandøren går god for e-postene dine.
mailbox-send-relay = Med den felles serveren for utgående e-post
mailbox-send-relay-why = Den under Innstillinger, E-post.
mailbox-send-host = Server for sending
mailbox-send-user-hint = La det stå tomt når serveren ikke ber om noe.
mailbox-send-password-hint = La det stå tomt når det er det samme som for lesing, eller for å beholde det som er satt.
mailbox-check-fetch = Lese e-post
mailbox-check-fetch-ok =
    { $count ->
        [one] Virker. Én e-post ligger i { $folder } hos { $host }. Nye er her i løpet av sekunder.
       *[other] Virker. { $count } e-poster ligger i { $folder } hos { $host }. Nye er her i løpet av sekunder.
    }
mailbox-check-fetch-ok-asked =
    { $count ->
        [one] Virker. Én e-post ligger i { $folder } hos { $host }. Nye er her i løpet av et minutt.
       *[other] Virker. { $count } e-poster ligger i { $folder } hos { $host }. Nye er her i løpet av et minutt.
    }
mailbox-check-send = Sende e-post
mailbox-check-send-ok = Virker. { $host } tar imot e-post fra denne adressen. Ingenting ble sendt.
mailbox-check-nothing = Ingenting å prøve
mailbox-check-nothing-why = E-posten leveres hit, og svar går ut med den felles serveren for utgående e-post.
mailbox-test = Prøv forbindelsen
mailbox-pause = Sett på pause
mailbox-pause-why = På pause leses ingenting. Ingenting går tapt: den fortsetter der den slapp.
mailbox-paused-why = På pause: ingenting leses. Nye e-poster venter i postkassen.
mailbox-go-on = Les igjen
mailbox-make-default = Gjør den til standard
mailbox-department = Avdeling
mailbox-department-none = Ingen avdeling
mailbox-department-hint = Det som begynner med e-post til denne adressen, hører til avdelingen.
mailbox-default-why = Nye samtaler går ut fra standardpostkassen, og adressen dens er virksomhetens.
mailbox-remove = Fjern
mailbox-remove-why = Den leses ikke lenger, og passordet glemmes. Samtalene blir, og ingenting endres i selve postkassen.
mailbox-remove-sure = Fjern postkassen

## Connecting a mailbox

connect-title = Koble til en postkasse
connect-lead = Ingenting sendes til noen, og ingenting lagres før det siste trinnet.
connect-steps = Trinn
connect-step-address = Adresse
connect-step-check = Forbindelse
connect-step-choose = Hvilke e-poster
connect-password = Passordet til postkassen
connect-password-hint = For Gmail, iCloud, Yahoo og Fastmail et app-passord, laget for Tillit i sikkerhetsinnstillingene der.
connect-provider = Der postkassen er
connect-provider-unknown = Finn det ut fra adressen
connect-skip = Hopp over nå
connect-find = Finn innstillingene
connect-continue = Fortsett
connect-change = Endre innstillingene
connect-try = Prøv forbindelsen
connect-note-google = Google vil ha et app-passord her, ikke det vanlige. Lag et på myaccount.google.com/apppasswords; totrinnsbekreftelse må være på.
connect-note-microsoft = Microsoft slipper programmer inn bare ved innlogging der, ikke med passord. Sett først opp innloggingen under Innstillinger, E-post, Innlogging hos leverandører.
connect-note-app-password = { $provider } vil ha et app-passord her, ikke det vanlige. Lag et i sikkerhetsinnstillingene for kontoen din.
connect-note-bridge = Proton Mail nås gjennom Bridge, som må kjøre på denne maskinen. Skriv inn passordet som Bridge viser.
connect-note-user = Hos { $provider } er brukernavnet et annet enn adressen. Det står i kontrollpanelet ditt der.
connect-note-guessed = Ingen oppgir innstillinger for denne adressen, så dette er gjetninger. Leverandørens hjelpesider har de riktige, som oftest under IMAP.
connect-start = Hvilke e-poster som kommer hit
connect-start-now = Nye, fra nå av
connect-start-now-why = Det som ligger i postkassen, blir bare der.
connect-start-days = Nye, og de fra de siste dagene
connect-start-days-why = Du bestemmer hvor mange dager.
connect-days = Dager
connect-days-hint = Bare for e-poster fra de siste dagene.
connect-days-wrong = Oppgi hvor mange dager, fra 1 til 3650.
connect-start-everything = Også de som ligger i postkassen
connect-start-everything-why = De blir gamle samtaler: ingen får svar, og ingen klokke går for sent.
connect-nobody-told = Ingen blir skrevet til.
connect-again = Se etter igjen
connect-submit = Koble til postkassen
connect-empty = Postkassen er tom, så det er ingenting å prøve på. Nye e-poster blir samtaler.
connect-dry =
    { $mails ->
        [one] Denne ene e-posten ville blitt { $conversations ->
            [one] én samtale
           *[other] { $conversations } samtaler
        }.
       *[other] Disse { $mails } e-postene ville blitt { $conversations ->
            [one] én samtale
           *[other] { $conversations } samtaler
        }.
    }
connect-dry-why =
    { $count ->
        [one] En prøve på den nyeste av én e-post: ingenting ble skrevet.
       *[other] En prøve på de nyeste av { $count } e-poster: ingenting ble skrevet.
    }
connect-dry-from = Fra
connect-dry-subject = Emne
connect-dry-conversation = Samtale
connect-dry-new = { $which }, ny
connect-dry-same = { $which }, hører til den
connect-dry-joins = Hører til #{ $number }, som allerede er her
connect-dry-own = Ikke tatt inn: Tillit sendte den
connect-dry-known = Allerede her
connect-dry-no-subject = Uten emne
connect-dry-machine = Skrevet av en maskin
connect-dry-unreadable = Kan ikke leses

## Sign-in at providers

oauth-title = Innlogging hos leverandøren
oauth-now = Tillit logger inn med tillatelse fra { $provider }. Gi den på nytt hvis den er trukket tilbake.
oauth-not-now = I stedet for et passord her. Passordet ditt blir hos leverandøren.
oauth-sign-in = Logg inn med { $provider }
oauth-why = { $provider } spør deg om Tillit får lese og sende e-post for denne adressen. Passordet ditt blir der.
oauth-agreed = Du har gitt tillatelse. Tillit logger inn med den fra nå av.
oauth-failed = Det gikk ikke
oauth-lead = Ingenting ble endret.
providers-title = Innlogging hos leverandører
providers-lead = Google og Microsoft slipper programmer inn gjennom en egen applikasjon, som du setter opp der én gang.
providers-return = Oppgi denne adressen der som tillatt retur:
providers-id = Klient-ID
providers-secret = Klienthemmelighet
providers-tenant = Organisasjon
providers-tenant-hint = ID eller domene; la det stå tomt for alle.
providers-other = En annen leverandør
providers-authorize = Adresse der folk gir tillatelse
providers-token = Adresse som gir ut tokener
providers-scope = Omfang
providers-url-wrong = Skriv en hel nettadresse.
trust-title = Avsendere
trust-lead = Hvem sitt ord som teller når en e-post sier hvem den er fra.
trust-servers = E-posttjenere som det høres på
trust-servers-hint = Ett navn på hver linje, slik det står først i feltet Authentication-Results i e-postene deres: mx.example.com. Nevn bare tjenere som tar hånd om deres egen e-post.
trust-check = Sjekk e-post som kommer direkte
trust-check-hint = Når avsenderens tjener snakker med Tillit selv, blir domenet spurt om den har lov (SPF, DKIM, DMARC).

mailbox-trouble-host-not-found = Det finnes ingen server som heter { $host }. Sjekk skrivemåten.
mailbox-trouble-connection-refused = { $host } finnes, men ingen svarer på denne porten. Sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-unreachable = { $host } kan ikke nås herfra. Sjekk nettverket og brannmuren.
mailbox-trouble-timed-out = { $host } svarte ikke i tide. Sjekk porten, eller prøv igjen om litt.
mailbox-trouble-cut-off = { $host } la på midt i samtalen. Prøv igjen om litt; hvis det fortsetter, sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-not-a-mail-server = Noe svarer på { $host }, men det snakker ikke som en e-postserver. Sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-tls-failed = Det gikk ikke å lage en sikret forbindelse til { $host }: { $words }.
mailbox-trouble-certificate-expired = Sertifikatet til { $host } er utløpt. De som driver serveren, må fornye det.
mailbox-trouble-certificate-of-another = Sertifikatet til { $host } er laget for et annet navn. Sjekk navnet på serveren: heter den kanskje noe annet?
mailbox-trouble-certificate-unknown = Ingen som denne maskinen stoler på, går god for sertifikatet til { $host }; kanskje er det selvsignert. Er serveren deres egen, legg utstederen til blant dem maskinen stoler på.
mailbox-trouble-start-tls-missing = { $host } tilbyr ikke STARTTLS på denne porten. Velg TLS fra første byte, og porten som hører til.
mailbox-trouble-tls-needed = { $host } tar ikke imot passord over en usikret forbindelse. Velg TLS fra første byte, eller STARTTLS.
mailbox-trouble-login-refused = { $host } godtok ikke brukernavn og passord. Tjeneren sier: { $words }.
mailbox-trouble-app-password-needed = { $host } vil ha et passord som er laget bare for dette programmet, et app-passord. Lag et i sikkerhetsinnstillingene for kontoen og skriv det inn her. Tjeneren sier: { $words }.
mailbox-trouble-tokens-not-taken = { $host } tilbyr ikke innlogging gjennom leverandøren. Bruk et passord i stedet.
mailbox-trouble-token-refused = Leverandøren slipper oss ikke lenger inn: { $words }. Koble til postkassen på nytt.
mailbox-trouble-token-unavailable = Innloggingstjenesten til leverandøren svarer ikke: { $words }. Vi fortsetter å prøve.
mailbox-trouble-client-missing = Innlogging gjennom denne leverandøren er ikke satt opp ennå. En administrator må legge inn klient-ID først.
mailbox-trouble-folder-missing = Det finnes ingen mappe { $words } i denne postkassen. Velg en annen.
mailbox-trouble-folder-read-only = Mappen { $words } kan bare leses, så e-post der kan verken merkes eller flyttes. Velg å la den ligge som den er.
mailbox-trouble-sender-refused = { $host } lar ikke denne kontoen sende fra denne adressen. Tjeneren sier: { $words }.
mailbox-trouble-server-says-no = { $host } sa nei: { $words }.
mailbox-trouble-secret-unreadable = Det lagrede passordet kan ikke åpnes, fordi secret.key er en annen nå. Skriv inn passordet på nytt.
mailbox-trouble-on-our-side = Det gikk galt hos oss: { $words }.
mailbox-refused-forbidden = Bare administratorer kan gjøre dette.
mailbox-refused-not-found = Denne postkassen finnes ikke lenger.
mailbox-refused-not-an-address = Dette er ikke en e-postadresse.
mailbox-refused-address-taken = En annen postkasse har allerede denne adressen.
mailbox-alarm-subject = Postkassen { $address } blir ikke lest
mailbox-alarm-text =
    Postkassen { $address } har ikke latt seg lese på en stund, så e-post som kundene skriver dit, når ikke fram. Den ligger trygt hos e-postserveren og kommer inn så snart postkassen kan leses igjen.

    { $why }

    Rett det her: { $link }
mailbox-alarm-no-reason = Ingen vet hvorfor: det kom ikke noe svar i det hele tatt.
mailbox-alarm-notice = Postkassen { $address } blir ikke lest.
mailbox-alarm-open = Åpne innstillingene
event-mailbox-connected = koblet til postkassen { $address }
event-mailbox-changed = endret postkassen { $address }
event-mailbox-removed = fjernet postkassen { $address }
event-mailbox-failed = postkassen { $address } blir ikke lest
event-mailbox-recovered = postkassen { $address } blir lest igjen

# Samtaler fra et annet system, hentet inn fra en fil
moving-lead = Hent inn det som ble sagt i et annet system: en tabell (CSV), JSON-linjer eller et e-postarkiv (mbox). Ingen får noen melding, og ingenting teller som for sent.
moving-source = Hva det andre systemet heter
moving-source-hint = Står ved siden av de gamle numrene. La det stå tomt hvis det bare er ett.
moving-file-hint = Høyst { $most } MB. Pakk filene til meldingene sammen med den i én ZIP-fil. Veiledningen sier hva den inneholder.
moving-empty = Velg en fil med noe i
moving-too-large = Filen er for stor
moving-packed = Den pakkede filen kan ikke leses, eller den har ikke nøyaktig én fil med CSV, JSON-linjer eller mbox
moving-out-of-folder = En sti i den pakkede filen fører ut av den
moving-columns = Tabellen trenger kolonnene number, at og text
moving-begun = Denne filen er allerede begynt
moving-nothing-yet = Ingenting er skrevet ennå. Nedenfor ser du hva de første postene ville bli.
moving-unknown = Kolonner som blir utelatt: { $columns }
moving-shape-csv = Tabell (CSV)
moving-shape-jsonl = JSON-linjer
moving-shape-mbox = E-postarkiv (mbox)
moving-first = Hva de første postene ville bli
moving-none = Det er ingen poster i denne filen.
moving-record = Post
moving-old = Gammelt nummer
moving-new = Nummer
moving-subject = Emne
moving-customer = Kunde
moving-messages = Meldinger
moving-progress = { $percent } % av filen, { $records } poster. Du kan forlate siden; det fortsetter.
moving-report = Hva det ble av hver post (CSV)
moving-refused = Poster som ble avvist
event-moving-started = Filen { $name } med samtaler hentes inn
event-moving-done = Filen { $name } er hentet inn: { $made } nye, { $joined } lagt til, { $refused } avvist
event-moving-stopped = Innhentingen av filen { $name } ble stoppet
