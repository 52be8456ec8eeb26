# Ord i e-poster og om leveringen av dem.
outbox-sender = { $name }, { $business }
outbox-no-address = Det er ikke satt noen adresse som svar kan komme fra. Sett den under Innstillinger, Virksomheten.
