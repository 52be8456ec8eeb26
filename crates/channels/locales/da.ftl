# Ord i mails og om leveringen af dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Der er ikke angivet en adresse, som svar kan komme fra. Angiv den under Indstillinger, Virksomheden.
outbox-page = Se hele henvendelsen, svar eller afslut den: { $page }
outbox-page-asks = Var det præcis det, du ville? Sig det, eller svar, her: { $page }
outbox-passed-on =
    ---------- Videresendt besked ----------
    Fra: { $from }
    Dato: { $at }
    Til: { $to }
    Emne: { $subject }
outbox-file-gone = En fil, der skulle følge med, findes ikke længere.
outbox-picture = [Billede: { $what }]

mail-title = Mail
mail-lead = Hvordan mails kommer ind og går ud, og hvad der ikke blev lukket ind.
mail-saved = Gemt.
mail-out = Fælles udgående server
mail-out-why = Svar fra postkasser uden egen server går ud med den.
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
mail-not-handed-out = Hentet forgæves fra en postkasse: mailserveren har den på listen, men udleverer den ikke. Den ligger der stadig; se på den i dit mailprogram.

mail-wrong =
    { $count ->
        [one] Én ting skal rettes
       *[other] { $count } ting skal rettes
    }

## Mailboxes

mailbox-list = Postkasser
mailbox-none-title = Ingen postkasse er forbundet endnu
mailbox-none-body = Forbind en, så kommer dine kunders mails hertil. Ingen bliver skrevet til af det.
mailbox-connect = Forbind en postkasse
mailbox-connected = Postkassen er forbundet. Nye mails dukker op i indbakken.
mailbox-removed = Postkassen er ikke længere forbundet. Dens samtaler er her stadig.
mailbox-edit = Ret
mailbox-edit-one = Ret { $name }
mailbox-default = Standard
mailbox-paused = På pause
mailbox-brought = Dens mails leveres hertil
mailbox-failing = Ikke læst i { $time }
mailbox-not-read-yet = Ikke læst endnu
mailbox-read-now = Læst lige nu
mailbox-read-ago = Læst for { $time } siden
mailbox-lead = Hvordan mails kommer, hvordan svar sendes, og hvad der står på dem.
mailbox-all = Alle postkasser
mailbox-face = Det kunderne ser
mailbox-address = E-mailadresse
mailbox-address-hint = Adressen, dine kunder skriver til.
mailbox-name = Navn til kollegerne
mailbox-name-hint = For eksempel Salg eller Værksted.
mailbox-sender = Afsenderens navn
mailbox-sender-hint = Står efter navnet på den, der skriver. Lad det stå tomt for virksomhedens navn.
mailbox-signature = Signatur
mailbox-signature-hint = Står under svar herfra. Lad det stå tomt for virksomhedens signatur.
mailbox-fetch = Mails ind
mailbox-fetch-how = Sådan kommer mails
mailbox-fetch-imap = Hentes fra postkassen
mailbox-fetch-imap-why = Med IMAP, inden for sekunder.
mailbox-fetch-none = Leveres af en mailserver
mailbox-fetch-none-why = Med LMTP, SMTP eller et rør, som driften har sat det op.
mailbox-fetch-host = Server til læsning
mailbox-user-hint = Som regel selve adressen.
mailbox-user-missing = Der skal et brugernavn til for at læse en postkasse.
mailbox-password-missing = Skriv adgangskoden.
mailbox-read-mail = Mails i postkassen
mailbox-folder = Mappe, der læses
mailbox-folder-hint = Som regel INBOX.
mailbox-after = Hvad der sker med en mail, når den er i sikkerhed her
mailbox-after-leave = Den bliver liggende, som den er
mailbox-after-mark-read = Den markeres som læst
mailbox-after-move = Den flyttes til en mappe
mailbox-after-delete = Den slettes fra postkassen
mailbox-move-to = Mappe at flytte til
mailbox-move-to-hint = Kun ved flytning. Den laves, hvis den ikke findes.
mailbox-move-missing = Nævn den mappe, mails skal flyttes til.
mailbox-move-same = Mails kan ikke flyttes til den mappe, de læses fra.
mailbox-send = Mails ud
mailbox-send-how = Sådan sendes svar
mailbox-send-smtp = Med postkassens egen server
mailbox-send-smtp-why = Kommer bedst frem: udbyderen står inde for dine mails.
mailbox-send-relay = Med den fælles udgående server
mailbox-send-relay-why = Den under Indstillinger, Mail.
mailbox-send-host = Server til afsendelse
mailbox-send-user-hint = Lad det stå tomt, når serveren ikke beder om noget.
mailbox-send-password-hint = Lad det stå tomt, når den er den samme som til læsning, eller for at beholde den, der er sat.
mailbox-check-fetch = Læse mails
mailbox-check-fetch-ok =
    { $count ->
        [one] Virker. Én mail ligger i { $folder } hos { $host }. Nye er her inden for sekunder.
       *[other] Virker. { $count } mails ligger i { $folder } hos { $host }. Nye er her inden for sekunder.
    }
mailbox-check-fetch-ok-asked =
    { $count ->
        [one] Virker. Én mail ligger i { $folder } hos { $host }. Nye er her inden for et minut.
       *[other] Virker. { $count } mails ligger i { $folder } hos { $host }. Nye er her inden for et minut.
    }
mailbox-check-send = Sende mails
mailbox-check-send-ok = Virker. { $host } tager imod mails fra denne adresse. Intet blev sendt.
mailbox-check-nothing = Intet at prøve
mailbox-check-nothing-why = Mails leveres hertil, og svar går ud med den fælles udgående server.
mailbox-test = Prøv forbindelsen
mailbox-pause = Sæt på pause
mailbox-pause-why = På pause læses intet. Intet går tabt: den fortsætter, hvor den slap.
mailbox-paused-why = På pause: intet læses. Nye mails venter i postkassen.
mailbox-go-on = Læs igen
mailbox-make-default = Gør den til standard
mailbox-department = Afdeling
mailbox-department-none = Ingen afdeling
mailbox-department-hint = Det, der begynder med e-mail til denne adresse, hører til afdelingen.
mailbox-default-why = Nye samtaler går ud fra standardpostkassen, og dens adresse er virksomhedens.
mailbox-remove = Fjern
mailbox-remove-why = Den læses ikke længere, og adgangskoden glemmes. Samtalerne bliver, og intet ændres i selve postkassen.
mailbox-remove-sure = Fjern postkassen

## Connecting a mailbox

connect-title = Forbind en postkasse
connect-lead = Intet sendes til nogen, og intet gemmes før det sidste trin.
connect-steps = Trin
connect-step-address = Adresse
connect-step-check = Forbindelse
connect-step-choose = Hvilke mails
connect-password = Postkassens adgangskode
connect-password-hint = For Gmail, iCloud, Yahoo og Fastmail en app-adgangskode, lavet til Tillit i sikkerhedsindstillingerne dér.
connect-provider = Hvor postkassen er
connect-provider-unknown = Find det ud fra adressen
connect-skip = Spring over nu
connect-find = Find indstillingerne
connect-continue = Fortsæt
connect-change = Ret indstillingerne
connect-try = Prøv forbindelsen
connect-note-google = Google vil have en app-adgangskode her, ikke din sædvanlige. Lav en på myaccount.google.com/apppasswords; totrinsbekræftelse skal være slået til.
connect-note-microsoft = Microsoft lukker kun programmer ind ved at logge ind dér, ikke med adgangskode. Sæt først log ind op under Indstillinger, Mail, Log ind hos udbydere.
connect-note-app-password = { $provider } vil have en app-adgangskode her, ikke din sædvanlige. Lav en i kontoens sikkerhedsindstillinger.
connect-note-bridge = Proton Mail nås gennem Bridge, som skal køre på denne maskine. Skriv den adgangskode, Bridge viser.
connect-note-user = Hos { $provider } er brugernavnet et andet end adressen. Det står i dit kontrolpanel dér.
connect-note-guessed = Ingen oplyser indstillinger for denne adresse, så det her er gæt. Udbyderens hjælpesider har de rigtige, som regel under IMAP.
connect-start = Hvilke mails der kommer hertil
connect-start-now = Nye, fra nu af
connect-start-now-why = Det, der ligger i postkassen, bliver kun dér.
connect-start-days = Nye, og dem fra de seneste dage
connect-start-days-why = Du bestemmer, hvor mange dage.
connect-days = Dage
connect-days-hint = Kun for mails fra de seneste dage.
connect-days-wrong = Angiv hvor mange dage, fra 1 til 3650.
connect-start-everything = Også dem, der ligger i postkassen
connect-start-everything-why = De bliver gamle samtaler: ingen får svar, og intet ur går for sent.
connect-nobody-told = Ingen bliver skrevet til.
connect-again = Se efter igen
connect-submit = Forbind postkassen
connect-empty = Postkassen er tom, så der er intet at prøve på. Nye mails bliver samtaler.
connect-dry =
    { $mails ->
        [one] Denne ene mail ville blive { $conversations ->
            [one] én samtale
           *[other] { $conversations } samtaler
        }.
       *[other] Disse { $mails } mails ville blive { $conversations ->
            [one] én samtale
           *[other] { $conversations } samtaler
        }.
    }
connect-dry-why =
    { $count ->
        [one] En prøve på den nyeste af én mail: intet blev skrevet.
       *[other] En prøve på de nyeste af { $count } mails: intet blev skrevet.
    }
connect-dry-from = Fra
connect-dry-subject = Emne
connect-dry-conversation = Samtale
connect-dry-new = { $which }, ny
connect-dry-same = { $which }, hører til den
connect-dry-joins = Hører til #{ $number }, som allerede er her
connect-dry-own = Tages ikke ind: Tillit sendte den
connect-dry-known = Allerede her
connect-dry-no-subject = Uden emne
connect-dry-machine = Skrevet af en maskine
connect-dry-unreadable = Kan ikke læses
trust-title = Afsendere
trust-lead = Hvis ord der tæller, når en mail siger, hvem den er fra.
trust-servers = Mailservere, som vi stoler på
trust-servers-hint = Ét navn på hver linje, som det står først i feltet Authentication-Results i jeres mails: mx.example.com. Nævn kun servere, der tager sig af jeres egen post.
trust-check = Tjek mail, der kommer direkte
trust-check-hint = Når afsenderens server taler med Tillit selv, bliver domænet spurgt, om den må (SPF, DKIM, DMARC).

## Sign-in at providers

oauth-title = Log ind hos udbyderen
oauth-now = Tillit logger ind med tilladelse fra { $provider }. Giv den på ny, hvis den er trukket tilbage.
oauth-not-now = I stedet for en adgangskode her. Din adgangskode bliver hos udbyderen.
oauth-sign-in = Log ind med { $provider }
oauth-why = { $provider } spørger dig, om Tillit må læse og sende mails for denne adresse. Din adgangskode bliver dér.
oauth-agreed = Du har givet tilladelse. Tillit logger ind med den fra nu af.
oauth-failed = Det gik ikke
oauth-lead = Intet blev ændret.
providers-title = Log ind hos udbydere
providers-lead = Google og Microsoft lukker programmer ind gennem en egen applikation, som du sætter op dér én gang.
providers-return = Angiv denne adresse dér som tilladt retur:
providers-id = Klient-id
providers-secret = Klienthemmelighed
providers-tenant = Organisation
providers-tenant-hint = Dens id eller domæne; lad det stå tomt for alle.
providers-other = En anden udbyder
providers-authorize = Adresse, hvor man giver tilladelse
providers-token = Adresse, der udsteder tokens
providers-scope = Omfang
providers-url-wrong = Skriv en hel webadresse.

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
mailbox-alarm-subject = Postkassen { $address } bliver ikke læst
mailbox-alarm-text =
    Postkassen { $address } har ikke kunnet læses i et stykke tid, så mails, som kunderne skriver dertil, når ikke frem. De ligger trygt hos mailserveren og kommer ind, så snart postkassen kan læses igen.

    { $why }

    Ret det her: { $link }
mailbox-alarm-no-reason = Ingen ved hvorfor: der kom slet intet svar.
mailbox-alarm-notice = Postkassen { $address } bliver ikke læst.
mailbox-alarm-open = Åbn indstillingerne
event-mailbox-connected = forbandt postkassen { $address }
event-mailbox-changed = ændrede postkassen { $address }
event-mailbox-removed = fjernede postkassen { $address }
event-mailbox-failed = postkassen { $address } bliver ikke læst
event-mailbox-recovered = postkassen { $address } bliver læst igen

# Samtaler fra et andet system, hentet ind fra en fil
moving-lead = Hent det ind, der blev sagt i et andet system: en tabel (CSV), JSON-linjer eller et e-mailarkiv (mbox). Ingen får besked, og intet tæller som for sent.
moving-source = Hvad det andet system hedder
moving-source-hint = Står ved siden af de gamle numre. Lad det stå tomt, hvis der kun er ét.
moving-file-hint = Højst { $most } MB. Pak beskedernes filer sammen med den i én ZIP-fil. Vejledningen siger, hvad der står i den.
moving-empty = Vælg en fil med noget i
moving-too-large = Filen er for stor
moving-packed = Den pakkede fil kan ikke læses, eller den har ikke netop én fil med CSV, JSON-linjer eller mbox
moving-out-of-folder = En sti i den pakkede fil fører ud af den
moving-columns = Tabellen skal have kolonnerne number, at og text
moving-begun = Denne fil er allerede begyndt
moving-nothing-yet = Intet er skrevet endnu. Nedenfor ser du, hvad de første poster ville blive.
moving-unknown = Kolonner, der udelades: { $columns }
moving-shape-csv = Tabel (CSV)
moving-shape-jsonl = JSON-linjer
moving-shape-mbox = E-mailarkiv (mbox)
moving-first = Hvad de første poster ville blive
moving-none = Der er ingen poster i denne fil.
moving-record = Post
moving-old = Gammelt nummer
moving-new = Nummer
moving-subject = Emne
moving-customer = Kunde
moving-messages = Beskeder
moving-progress = { $percent } % af filen, { $records } poster. Du kan forlade siden; det fortsætter.
moving-report = Hvad der blev af hver post (CSV)
moving-refused = Poster, der blev afvist
event-moving-started = Filen { $name } med samtaler hentes ind
event-moving-done = Filen { $name } er hentet ind: { $made } nye, { $joined } tilføjet, { $refused } afvist
event-moving-stopped = Hentningen af filen { $name } blev stoppet
