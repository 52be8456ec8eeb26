# Ord i mejl och om hur de levereras.
outbox-sender = { $name }, { $business }
outbox-no-address = Det finns ingen adress som svar kan komma från. Ange den under Inställningar, Företaget.
