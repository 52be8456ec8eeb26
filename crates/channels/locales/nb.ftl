# Ord i e-poster og om leveringen av dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Det er ikke satt noen adresse som svar kan komme fra. Sett den under Innstillinger, Virksomheten.

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
