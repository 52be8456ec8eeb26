# Ord i mejl och om hur de levereras.
outbox-sender = { $name }, { $business }
outbox-no-address = Det finns ingen adress som svar kan komma från. Ange den under Inställningar, Företaget.

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
