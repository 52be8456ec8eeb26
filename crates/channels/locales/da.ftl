# Ord i mails og om leveringen af dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Der er ikke angivet en adresse, som svar kan komme fra. Angiv den under Indstillinger, Virksomheden.
