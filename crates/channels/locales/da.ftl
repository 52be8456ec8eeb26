# Ord i mails og om leveringen af dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Der er ikke angivet en adresse, som svar kan komme fra. Angiv den under Indstillinger, Virksomheden.
outbox-passed-on =
    ---------- Videresendt besked ----------
    Fra: { $from }
    Dato: { $at }
    Til: { $to }
    Emne: { $subject }
outbox-file-gone = En fil, der skulle følge med, findes ikke længere.

mail-title = Mail
mail-lead = Hvordan mails forlader huset, og hvad der ikke slap ind.
mail-saved = Gemt.
mail-out = Server til udgående mails
mail-host = Server
mail-host-hint = For eksempel mail.example.com. Svar venter, til en er angivet.
mail-host-wrong = Det er ikke navnet på en server.
mail-protection = Beskyttelse af forbindelsen
mail-implicit = TLS fra første byte
mail-start-tls = STARTTLS
mail-none = Ingen, kun til en server på samme maskine
mail-port = Port
mail-port-hint = Lad feltet stå tomt for den sædvanlige.
mail-port-wrong = En port er et tal fra 1 til 65535.
mail-user = Brugernavn
mail-password = Adgangskode
mail-password-hint = Lad feltet stå tomt for at beholde den, der er angivet. Den ligger krypteret.
mail-password-wrong = Adgangskoden kunne ikke gemmes. Prøv igen.
mail-password-missing = Et brugernavn kræver en adgangskode.
mail-refused = Mails, der blev afvist
mail-refused-none = Intet er afvist.
mail-refused-line = Fra { $from }, { $size }: større end en mail må være

mailbox-trouble-host-not-found = Der findes ingen server, der hedder { $host }. Tjek stavemåden.
mailbox-trouble-connection-refused = { $host } findes, men ingen svarer på denne port. Tjek porten, og hvordan forbindelsen er sikret.
mailbox-trouble-unreachable = { $host } kan ikke nås herfra. Tjek netværket og firewallen.
mailbox-trouble-timed-out = { $host } svarede ikke i tide. Tjek porten, eller prøv igen om lidt.
mailbox-trouble-cut-off = { $host } lagde på midt i samtalen. Prøv igen om lidt; hvis det fortsætter, så tjek porten, og hvordan forbindelsen er sikret.
mailbox-trouble-not-a-mail-server = Noget svarer på { $host }, men det taler ikke som en mailserver. Tjek porten, og hvordan forbindelsen er sikret.
mailbox-trouble-tls-failed = Der kunne ikke laves en sikret forbindelse til { $host }: { $words }.
mailbox-trouble-certificate-expired = Certifikatet for { $host } er udløbet. De, der driver serveren, må forny det.
mailbox-trouble-certificate-of-another = Certifikatet for { $host } er udstedt til et andet navn. Tjek serverens navn: hedder den måske noget andet?
mailbox-trouble-certificate-unknown = Ingen, som denne maskine stoler på, står inde for certifikatet for { $host }; måske er det selvsigneret. Er serveren jeres egen, så føj udstederen til dem, maskinen stoler på.
mailbox-trouble-start-tls-missing = { $host } tilbyder ikke STARTTLS på denne port. Vælg TLS fra første byte og den port, der hører til.
mailbox-trouble-tls-needed = { $host } tager ikke imod adgangskoder over en usikret forbindelse. Vælg TLS fra første byte eller STARTTLS.
mailbox-trouble-login-refused = { $host } godtog ikke brugernavn og adgangskode. Serveren siger: { $words }.
mailbox-trouble-app-password-needed = { $host } vil have en adgangskode, der er lavet til dette program alene, en app-adgangskode. Lav en i kontoens sikkerhedsindstillinger, og skriv den her. Serveren siger: { $words }.
mailbox-trouble-tokens-not-taken = { $host } tilbyder ikke login gennem udbyderen. Brug en adgangskode i stedet.
mailbox-trouble-token-refused = Udbyderen lukker os ikke længere ind: { $words }. Forbind postkassen igen.
mailbox-trouble-token-unavailable = Udbyderens logintjeneste svarer ikke: { $words }. Vi bliver ved med at prøve.
mailbox-trouble-client-missing = Login gennem denne udbyder er ikke sat op endnu. En administrator skal først angive klient-id.
mailbox-trouble-folder-missing = Der er ingen mappe { $words } i denne postkasse. Vælg en anden.
mailbox-trouble-folder-read-only = Mappen { $words } kan kun læses, så mails i den kan hverken mærkes eller flyttes. Vælg at lade dem ligge, som de er.
mailbox-trouble-sender-refused = { $host } lader ikke denne konto sende fra denne adresse. Serveren siger: { $words }.
mailbox-trouble-server-says-no = { $host } sagde nej: { $words }.
mailbox-trouble-secret-unreadable = Den gemte adgangskode kan ikke åbnes, fordi secret.key er en anden nu. Skriv adgangskoden igen.
mailbox-trouble-on-our-side = Det gik galt hos os: { $words }.
mailbox-refused-forbidden = Kun administratorer kan gøre dette.
mailbox-refused-not-found = Denne postkasse findes ikke længere.
mailbox-refused-not-an-address = Dette er ikke en mailadresse.
mailbox-refused-address-taken = En anden postkasse har allerede denne adresse.
event-mailbox-connected = forbandt postkassen { $address }
event-mailbox-changed = ændrede postkassen { $address }
event-mailbox-removed = fjernede postkassen { $address }
event-mailbox-failed = postkassen { $address } bliver ikke læst
event-mailbox-recovered = postkassen { $address } bliver læst igen
