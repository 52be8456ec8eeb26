# Ord i e-poster og om leveringen av dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Det er ikke satt noen adresse som svar kan komme fra. Sett den under Innstillinger, Virksomheten.
outbox-passed-on =
    ---------- Videresendt melding ----------
    Fra: { $from }
    Dato: { $at }
    Til: { $to }
    Emne: { $subject }
outbox-file-gone = En fil som skulle følge med, finnes ikke lenger.

mail-title = E-post
mail-lead = Hvordan e-post forlater huset, og hva som ikke slapp inn.
mail-saved = Lagret.
mail-out = Server for utgående e-post
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

mailbox-trouble-host-not-found = Det finnes ingen tjener som heter { $host }. Sjekk skrivemåten.
mailbox-trouble-connection-refused = { $host } finnes, men ingen svarer på denne porten. Sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-unreachable = { $host } kan ikke nås herfra. Sjekk nettverket og brannmuren.
mailbox-trouble-timed-out = { $host } svarte ikke i tide. Sjekk porten, eller prøv igjen om litt.
mailbox-trouble-cut-off = { $host } la på midt i samtalen. Prøv igjen om litt; hvis det fortsetter, sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-not-a-mail-server = Noe svarer på { $host }, men det snakker ikke som en e-posttjener. Sjekk porten og hvordan forbindelsen er sikret.
mailbox-trouble-tls-failed = Det gikk ikke å lage en sikret forbindelse til { $host }: { $words }.
mailbox-trouble-certificate-expired = Sertifikatet til { $host } er utløpt. De som driver tjeneren, må fornye det.
mailbox-trouble-certificate-of-another = Sertifikatet til { $host } er laget for et annet navn. Sjekk navnet på tjeneren: heter den kanskje noe annet?
mailbox-trouble-certificate-unknown = Ingen som denne maskinen stoler på, går god for sertifikatet til { $host }; kanskje er det selvsignert. Er tjeneren deres egen, legg utstederen til blant dem maskinen stoler på.
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
event-mailbox-connected = koblet til postkassen { $address }
event-mailbox-changed = endret postkassen { $address }
event-mailbox-removed = fjernet postkassen { $address }
event-mailbox-failed = postkassen { $address } blir ikke lest
event-mailbox-recovered = postkassen { $address } blir lest igjen
