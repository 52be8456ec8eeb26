# Ord i mejl och om hur de levereras.
outbox-sender = { $name }, { $business }
outbox-no-address = Det finns ingen adress som svar kan komma från. Ange den under Inställningar, Företaget.
outbox-page = Se hela ärendet, svara eller avsluta det: { $page }
outbox-page-asks = Var det precis det du ville? Säg det, eller svara, här: { $page }
outbox-passed-on =
    ---------- Vidarebefordrat meddelande ----------
    Från: { $from }
    Datum: { $at }
    Till: { $to }
    Ämne: { $subject }
outbox-file-gone = En fil som skulle följa med finns inte längre.
outbox-picture = [Bild: { $what }]

mail-title = Mejl
mail-lead = Hur mejl kommer in och går ut, och vad som inte släpptes in.
mail-saved = Sparat.
mail-out = Gemensam utgående server
mail-out-why = Svar från brevlådor utan egen server går ut med den.
mail-host = Server
mail-host-hint = Till exempel mail.example.com. Svar väntar tills en är angiven.
mail-host-wrong = Det här är inte namnet på en server.
mail-protection = Skydd av anslutningen
mail-implicit = TLS från första byten
mail-start-tls = STARTTLS
mail-none = Inget, bara för en server på samma dator
mail-port = Port
mail-port-hint = Lämna tomt för den vanliga.
mail-port-wrong = En port är ett tal från 1 till 65535.
mail-user = Användarnamn
mail-password = Lösenord
mail-password-hint = Lämna tomt för att behålla det som är angivet. Det ligger krypterat.
mail-password-wrong = Lösenordet kunde inte sparas. Försök igen.
mail-password-missing = Ett användarnamn behöver ett lösenord.
mail-refused = Mejl som avvisades
mail-refused-none = Inget har avvisats.
mail-refused-line = Från { $from }, { $size }: större än ett mejl får vara
mail-not-handed-out = Hämtades förgäves från en brevlåda: e-postservern har mejlet på sin lista men lämnar inte ut det. Det ligger kvar där; titta på det i ditt e-postprogram.

mail-wrong =
    { $count ->
        [one] En sak att rätta till
       *[other] { $count } saker att rätta till
    }

## Mailboxes

mailbox-list = Brevlådor
mailbox-none-title = Ingen brevlåda är ansluten än
mailbox-none-body = Anslut en, så kommer dina kunders mejl hit. Ingen får något skickat till sig av det.
mailbox-connect = Anslut en brevlåda
mailbox-connected = Brevlådan är ansluten. Nya mejl dyker upp i inkorgen.
mailbox-removed = Brevlådan är inte längre ansluten. Dess samtal finns kvar här.
mailbox-edit = Ändra
mailbox-edit-one = Ändra { $name }
mailbox-default = Standard
mailbox-paused = Pausad
mailbox-brought = Mejlen levereras hit
mailbox-failing = Inte läst på { $time }
mailbox-not-read-yet = Inte läst än
mailbox-read-now = Läst alldeles nyss
mailbox-read-ago = Läst för { $time } sedan
mailbox-lead = Hur mejlen kommer, hur svar skickas och vad som står på dem.
mailbox-all = Alla brevlådor
mailbox-face = Det kunderna ser
mailbox-address = E-postadress
mailbox-address-hint = Adressen dina kunder skriver till.
mailbox-name = Namn för kollegorna
mailbox-name-hint = Till exempel Försäljning eller Verkstad.
mailbox-sender = Avsändarens namn
mailbox-sender-hint = Står efter namnet på den som skriver. Lämna tomt för verksamhetens namn.
mailbox-signature = Signatur
mailbox-signature-hint = Står under svar härifrån. Lämna tomt för verksamhetens signatur.
mailbox-fetch = Mejl in
mailbox-fetch-how = Så kommer mejlen
mailbox-fetch-imap = Hämtas från brevlådan
mailbox-fetch-imap-why = Med IMAP, inom några sekunder.
mailbox-fetch-none = Levereras av en mejlserver
mailbox-fetch-none-why = Med LMTP, SMTP eller ett rör, så som driften har ställt in det.
mailbox-fetch-host = Server för läsning
mailbox-user-hint = Oftast själva adressen.
mailbox-user-missing = Det behövs ett användarnamn för att läsa en brevlåda.
mailbox-password-missing = Skriv lösenordet.
mailbox-read-mail = Mejl i brevlådan
mailbox-folder = Mapp som läses
mailbox-folder-hint = Oftast INBOX.
mailbox-after = Vad som händer med ett mejl när det är i säkerhet här
mailbox-after-leave = Det ligger kvar som det är
mailbox-after-mark-read = Det markeras som läst
mailbox-after-move = Det flyttas till en mapp
mailbox-after-delete = Det tas bort från brevlådan
mailbox-move-to = Mapp att flytta till
mailbox-move-to-hint = Bara vid flytt. Den skapas om den inte finns.
mailbox-move-missing = Ange mappen som mejl ska flyttas till.
mailbox-move-same = Mejl kan inte flyttas till mappen de läses från.
mailbox-send = Mejl ut
mailbox-send-how = Så skickas svar
mailbox-send-smtp = Med brevlådans egen server
mailbox-send-smtp-why = Kommer bäst fram: leverantören går i god för dina mejl.
mailbox-send-relay = Med den gemensamma utgående servern
mailbox-send-relay-why = Den under Inställningar, Mejl.
mailbox-send-host = Server för sändning
mailbox-send-user-hint = Lämna tomt när servern inte frågar efter något.
mailbox-send-password-hint = Lämna tomt när det är samma som för läsning, eller för att behålla det som är satt.
mailbox-check-fetch = Läsa mejl
mailbox-check-fetch-ok =
    { $count ->
        [one] Fungerar. Ett mejl ligger i { $folder } hos { $host }. Nya är här inom några sekunder.
       *[other] Fungerar. { $count } mejl ligger i { $folder } hos { $host }. Nya är här inom några sekunder.
    }
mailbox-check-fetch-ok-asked =
    { $count ->
        [one] Fungerar. Ett mejl ligger i { $folder } hos { $host }. Nya är här inom en minut.
       *[other] Fungerar. { $count } mejl ligger i { $folder } hos { $host }. Nya är här inom en minut.
    }
mailbox-check-send = Skicka mejl
mailbox-check-send-ok = Fungerar. { $host } tar emot mejl från den här adressen. Ingenting skickades.
mailbox-check-nothing = Inget att prova
mailbox-check-nothing-why = Mejlen levereras hit, och svar går ut med den gemensamma utgående servern.
mailbox-test = Prova anslutningen
mailbox-pause = Pausa
mailbox-pause-why = Under pausen läses ingenting. Inget går förlorat: läsningen fortsätter där den slutade.
mailbox-paused-why = Pausad: ingenting läses. Nya mejl väntar i brevlådan.
mailbox-go-on = Läs igen
mailbox-make-default = Gör den till standard
mailbox-department = Avdelning
mailbox-department-none = Ingen avdelning
mailbox-department-hint = Det som börjar med e-post till den här adressen hör till avdelningen.
mailbox-default-why = Nya samtal går ut från standardbrevlådan, och dess adress är verksamhetens.
mailbox-remove = Ta bort
mailbox-remove-why = Den läses inte längre, och lösenordet glöms. Samtalen finns kvar, och inget ändras i själva brevlådan.
mailbox-remove-sure = Ta bort brevlådan

## Connecting a mailbox

connect-title = Anslut en brevlåda
connect-lead = Ingenting skickas till någon, och ingenting sparas före det sista steget.
connect-steps = Steg
connect-step-address = Adress
connect-step-check = Anslutning
connect-step-choose = Vilka mejl
connect-password = Brevlådans lösenord
connect-password-hint = För Gmail, iCloud, Yahoo och Fastmail ett applösenord, skapat för Tillit i säkerhetsinställningarna där.
connect-provider = Var brevlådan finns
connect-provider-unknown = Ta reda på det ur adressen
connect-skip = Hoppa över nu
connect-find = Hitta inställningarna
connect-continue = Fortsätt
connect-change = Ändra inställningarna
connect-try = Prova anslutningen
connect-note-google = Google vill ha ett applösenord här, inte ditt vanliga. Skapa ett på myaccount.google.com/apppasswords; tvåstegsverifiering måste vara på.
connect-note-microsoft = Microsoft släpper in program bara genom inloggning där, inte med lösenord. Ställ först in inloggningen under Inställningar, Mejl, Inloggning hos leverantörer.
connect-note-app-password = { $provider } vill ha ett applösenord här, inte ditt vanliga. Skapa ett i kontots säkerhetsinställningar.
connect-note-bridge = Proton Mail nås genom Bridge, som måste köras på den här datorn. Skriv lösenordet som Bridge visar.
connect-note-user = Hos { $provider } är användarnamnet ett annat än adressen. Det står i din kontrollpanel där.
connect-note-guessed = Ingen anger inställningar för den här adressen, så det här är gissningar. Leverantörens hjälpsidor har de rätta, oftast under IMAP.
connect-start = Vilka mejl som kommer hit
connect-start-now = Nya, från och med nu
connect-start-now-why = Det som ligger i brevlådan finns bara kvar där.
connect-start-days = Nya, och de från de senaste dagarna
connect-start-days-why = Du bestämmer hur många dagar.
connect-days = Dagar
connect-days-hint = Bara för mejl från de senaste dagarna.
connect-days-wrong = Ange hur många dagar, från 1 till 3650.
connect-start-everything = Även de som ligger i brevlådan
connect-start-everything-why = De blir gamla samtal: ingen får något svar, och ingen klocka går för sent.
connect-nobody-told = Ingen får något skickat till sig.
connect-again = Titta igen
connect-submit = Anslut brevlådan
connect-empty = Brevlådan är tom, så det finns inget att prova på. Nya mejl blir samtal.
connect-dry =
    { $mails ->
        [one] Det här enda mejlet skulle bli { $conversations ->
            [one] ett samtal
           *[other] { $conversations } samtal
        }.
       *[other] De här { $mails } mejlen skulle bli { $conversations ->
            [one] ett samtal
           *[other] { $conversations } samtal
        }.
    }
connect-dry-why =
    { $count ->
        [one] Ett prov på det nyaste av ett mejl: ingenting skrevs.
       *[other] Ett prov på de nyaste av { $count } mejl: ingenting skrevs.
    }
connect-dry-from = Från
connect-dry-subject = Ämne
connect-dry-conversation = Samtal
connect-dry-new = { $which }, nytt
connect-dry-same = { $which }, hör till det
connect-dry-joins = Hör till #{ $number }, som redan finns här
connect-dry-own = Tas inte in: Tillit skickade det
connect-dry-known = Finns redan här
connect-dry-no-subject = Inget ämne
connect-dry-machine = Skrivet av en maskin
connect-dry-unreadable = Kan inte läsas
trust-title = Avsändare
trust-lead = Vems ord som gäller när ett mejl säger vem det är från.
trust-servers = E-postservrar som vi litar på
trust-servers-hint = Ett namn per rad, så som det står först i fältet Authentication-Results i era mejl: mx.example.com. Ange bara servrar som hanterar er egen post.
trust-check = Kontrollera mejl som kommer direkt
trust-check-hint = När avsändarens server talar med Tillit självt frågas dess domän om den får (SPF, DKIM, DMARC).

## Sign-in at providers

oauth-title = Inloggning hos leverantören
oauth-now = Tillit loggar in med tillstånd från { $provider }. Ge det på nytt om det har dragits tillbaka.
oauth-not-now = I stället för ett lösenord här. Ditt lösenord stannar hos leverantören.
oauth-sign-in = Logga in med { $provider }
oauth-why = { $provider } frågar dig om Tillit får läsa och skicka mejl för den här adressen. Ditt lösenord stannar där.
oauth-agreed = Du har gett tillstånd. Tillit loggar in med det från och med nu.
oauth-failed = Det gick inte
oauth-lead = Ingenting ändrades.
providers-title = Inloggning hos leverantörer
providers-lead = Google och Microsoft släpper in program genom en egen applikation, som du ställer in där en gång.
providers-return = Ange den här adressen där som tillåten retur:
providers-id = Klient-ID
providers-secret = Klienthemlighet
providers-tenant = Organisation
providers-tenant-hint = Dess id eller domän; lämna tomt för alla.
providers-other = En annan leverantör
providers-authorize = Adress där man ger tillstånd
providers-token = Adress som ger ut tokens
providers-scope = Omfång
providers-url-wrong = Skriv en hel webbadress.

mailbox-trouble-host-not-found = Det finns ingen server som heter { $host }. Kontrollera stavningen.
mailbox-trouble-connection-refused = { $host } finns, men ingen svarar på den här porten. Kontrollera porten och hur anslutningen skyddas.
mailbox-trouble-unreachable = { $host } går inte att nå härifrån. Kontrollera nätverket och brandväggen.
mailbox-trouble-timed-out = { $host } svarade inte i tid. Kontrollera porten, eller försök igen om en stund.
mailbox-trouble-cut-off = { $host } lade på mitt i samtalet. Försök igen om en stund; om det fortsätter, kontrollera porten och hur anslutningen skyddas.
mailbox-trouble-not-a-mail-server = Något svarar på { $host }, men det talar inte som en e-postserver. Kontrollera porten och hur anslutningen skyddas.
mailbox-trouble-tls-failed = Det gick inte att skapa en skyddad anslutning till { $host }: { $words }.
mailbox-trouble-certificate-expired = Certifikatet för { $host } har gått ut. De som driver servern måste förnya det.
mailbox-trouble-certificate-of-another = Certifikatet för { $host } är utställt på ett annat namn. Kontrollera serverns namn: heter den kanske något annat?
mailbox-trouble-certificate-unknown = Ingen som den här datorn litar på går i god för certifikatet för { $host }; det kan vara självsignerat. Om servern är er egen, lägg till utfärdaren bland dem som datorn litar på.
mailbox-trouble-start-tls-missing = { $host } erbjuder inte STARTTLS på den här porten. Välj TLS från första byte, och dess port.
mailbox-trouble-tls-needed = { $host } tar inte emot lösenord över en oskyddad anslutning. Välj TLS från första byte, eller STARTTLS.
mailbox-trouble-login-refused = { $host } godtog inte användarnamnet och lösenordet. Servern säger: { $words }.
mailbox-trouble-app-password-needed = { $host } vill ha ett lösenord som är gjort bara för det här programmet, ett applösenord. Skapa ett i kontots säkerhetsinställningar och skriv in det här. Servern säger: { $words }.
mailbox-trouble-tokens-not-taken = { $host } erbjuder inte inloggning genom leverantören. Använd ett lösenord i stället.
mailbox-trouble-token-refused = Leverantören släpper inte längre in oss: { $words }. Anslut brevlådan på nytt.
mailbox-trouble-token-unavailable = Leverantörens inloggningstjänst svarar inte: { $words }. Vi fortsätter att försöka.
mailbox-trouble-client-missing = Inloggning genom den här leverantören är inte inställd ännu. En administratör måste ange klient-ID först.
mailbox-trouble-folder-missing = Det finns ingen mapp { $words } i den här brevlådan. Välj en annan.
mailbox-trouble-folder-read-only = Mappen { $words } kan bara läsas, så brev i den kan varken märkas eller flyttas. Välj att låta dem ligga som de är.
mailbox-trouble-sender-refused = { $host } låter inte det här kontot skicka från den här adressen. Servern säger: { $words }.
mailbox-trouble-server-says-no = { $host } sade nej: { $words }.
mailbox-trouble-secret-unreadable = Det sparade lösenordet kan inte öppnas, eftersom secret.key är en annan nu. Ange lösenordet igen.
mailbox-trouble-on-our-side = Det gick fel hos oss: { $words }.
mailbox-refused-forbidden = Bara administratörer kan göra detta.
mailbox-refused-not-found = Den här brevlådan finns inte längre.
mailbox-refused-not-an-address = Det här är ingen e-postadress.
mailbox-refused-address-taken = En annan brevlåda har redan den här adressen.
mailbox-alarm-subject = Brevlådan { $address } läses inte
mailbox-alarm-text =
    Brevlådan { $address } har inte gått att läsa på en stund, så e-post som kunderna skriver dit når inte fram. Den ligger tryggt hos e-postservern och kommer in så snart brevlådan kan läsas igen.

    { $why }

    Rätta till det här: { $link }
mailbox-alarm-no-reason = Ingen vet varför: det kom inget svar alls.
mailbox-alarm-notice = Brevlådan { $address } läses inte.
mailbox-alarm-open = Öppna inställningarna
event-mailbox-connected = anslöt brevlådan { $address }
event-mailbox-changed = ändrade brevlådan { $address }
event-mailbox-removed = tog bort brevlådan { $address }
event-mailbox-failed = brevlådan { $address } läses inte
event-mailbox-recovered = brevlådan { $address } läses igen

# Samtal från ett annat system, hämtade från en fil
moving-lead = Hämta in det som sades i ett annat system: en tabell (CSV), JSON-rader eller ett e-postarkiv (mbox). Ingen får något meddelande, och inget räknas som försenat.
moving-source = Vad det andra systemet heter
moving-source-hint = Står bredvid de gamla numren. Lämna tomt om det bara finns ett.
moving-file-hint = Högst { $most } MB. Packa meddelandenas filer tillsammans med den i en ZIP-fil. Handledningen säger vad som står i den.
moving-empty = Välj en fil med något i
moving-too-large = Filen är för stor
moving-packed = Den packade filen kan inte läsas, eller innehåller inte exakt en fil med CSV, JSON-rader eller mbox
moving-out-of-folder = En sökväg i den packade filen leder ut ur den
moving-columns = Tabellen behöver kolumnerna number, at och text
moving-begun = Den här filen har redan börjat
moving-nothing-yet = Inget är skrivet än. Nedan ser du vad de första posterna skulle bli.
moving-unknown = Kolumner som utelämnas: { $columns }
moving-shape-csv = Tabell (CSV)
moving-shape-jsonl = JSON-rader
moving-shape-mbox = E-postarkiv (mbox)
moving-first = Vad de första posterna skulle bli
moving-none = Det finns ingen post i den här filen.
moving-record = Post
moving-old = Gammalt nummer
moving-new = Nummer
moving-subject = Ämne
moving-customer = Kund
moving-messages = Meddelanden
moving-progress = { $percent } % av filen, { $records } poster. Du kan lämna sidan; det fortsätter.
moving-report = Vad det blev av varje post (CSV)
moving-refused = Poster som avvisades
event-moving-started = Filen { $name } med samtal hämtas in
event-moving-done = Filen { $name } är hämtad: { $made } nya, { $joined } tillagda, { $refused } avvisade
event-moving-stopped = Hämtningen av filen { $name } stoppades
