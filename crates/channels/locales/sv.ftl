# Ord i mejl och om hur de levereras.
outbox-sender = { $name }, { $business }
outbox-no-address = Det finns ingen adress som svar kan komma från. Ange den under Inställningar, Företaget.
outbox-passed-on =
    ---------- Vidarebefordrat meddelande ----------
    Från: { $from }
    Datum: { $at }
    Till: { $to }
    Ämne: { $subject }
outbox-file-gone = En fil som skulle följa med finns inte längre.

mail-title = Mejl
mail-lead = Hur mejl lämnar huset, och vad som inte släpptes in.
mail-saved = Sparat.
mail-out = Server för utgående mejl
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
event-mailbox-connected = anslöt brevlådan { $address }
event-mailbox-changed = ändrade brevlådan { $address }
event-mailbox-removed = tog bort brevlådan { $address }
event-mailbox-failed = brevlådan { $address } läses inte
event-mailbox-recovered = brevlådan { $address } läses igen
