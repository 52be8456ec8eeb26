# Ord i mails og om leveringen af dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Der er ikke angivet en adresse, som svar kan komme fra. Angiv den under Indstillinger, Virksomheden.

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
