settings-community = Fællesskab
community-title = Spørg andre
community-lead = Spørgsmål og svar fra kunder og fra os.
community-ideas = Idéer
community-idea = En idé
community-question = Et spørgsmål
community-kind = Hvad er det?
community-newest = Nyeste
community-bare = Uden svar
community-none = Her er ikke noget endnu.
community-parts = Dele
community-find = Find et spørgsmål
community-find-go = Find
community-more = Mere
community-where = Hvor du er
community-me = Mine spørgsmål
community-join = Vælg et navn
community-name = Dit navn her
community-name-hint = Alle kan læse det. Det behøver ikke være dit rigtige navn.
community-mine = Det jeg har spurgt om
community-mine-none = Du har ikke spurgt om noget endnu.
community-leave = Forlad fællesskabet
community-leave-lead = Dit navn forsvinder. Det, du har skrevet, bliver stående uden det.
community-leave-go = Forlad nu
community-come-in = Log ind for at være med
community-come-in-lead = Vi sender dig et link til den adresse, du skriver til os fra. Kom tilbage hertil bagefter.
community-sign-in = Send mig et link
community-own-question = Har du selv et spørgsmål?
community-own-lead = Spørg andre. Hvis ingen svarer i tide, gør vi det.
community-ask = Stil et spørgsmål
community-ask-lead = Sig med få ord, hvad det drejer sig om. Måske har nogen spurgt om det før.
community-in-short = Kort sagt
community-in-full = Fortæl mere
community-next = Næste
community-alike = Lignende spørgsmål
community-alike-lead = Står dit svar her allerede?
community-private-hint = Alle kan læse dette. Udelad ordrenumre, adresser og telefonnumre.
community-tags = Stikord
community-tags-hint = Op til fem, adskilt af kommaer.
community-publish = Udgiv
community-done-asked = Dit spørgsmål står her nu. Vi sender dig en mail, når nogen svarer.
community-done-answered = Tak, dit svar står her nu.
community-done-waits = Tak. En af vores kolleger ser på det først; derefter kan alle se det.
community-done-flagged = Tak. En af vores kolleger ser på det.
community-done-left = Du har forladt fællesskabet. Tak, fordi du var med.
community-somebody = En, der har forladt os
community-expert = Ekspert
community-edited = ændret
community-since = her siden { $date }
community-waits = Venter på at blive set på
community-hidden = Skjult
community-locked = Låst
community-solved = Løst
community-idea-new = Ny
community-idea-planned = Planlagt
community-idea-done = Gjort
community-idea-declined = Ikke planlagt
community-answer = Svar
community-accepted-one = Svaret, der hjalp
community-helped = Hjalp { $name }
community-accept = Dette hjalp
community-vote = Nyttigt
community-comment = Kommentér
community-edit = Ændr
community-flag = Dette bør ikke stå her
community-flag-spam = Reklame
community-flag-rude = Det sårer nogen
community-flag-private = Det røber noget privat
community-flag-wrong = Det er forkert og kan gøre skade
community-no-more = Her skriver ingen mere.
community-your-answer = Dit svar
community-answer-hint = Svar, som du ville svare en nabo. Alle kan læse det.
community-answer-go = Svar
community-tell-me = Send mig en mail, når nogen svarer
community-follow = Følg
community-unfollow = Følg ikke længere
community-no-name = Vælg først et navn på mindst to bogstaver.
community-name-taken = En anden hedder det. Vælg et andet navn.
community-blocked = Du kan ikke skrive her længere. Skriv til os, hvis du mener, at det er forkert.
community-too-many = Det var meget på kort tid. Vent lidt, og send det igen.
community-no-title = Sig med få ord, hvad det drejer sig om.
community-no-text = Skriv noget først.
community-too-long = Det er for langt.
community-closed = Der skriver ingen mere.
community-own = Det afgør andre om det, du har skrevet.
community-not-yours = Kun den, der skrev det, kan gøre det.
community-too-old = Det er for længe siden til at blive ændret.
community-no-reason = Sig, hvorfor det ikke er planlagt.
community-no-merge = Det kan ikke blive en del af det andet.
community-desk = Det, fællesskabet har brug for
community-queue = Venter på at blive set på
community-queue-none = Intet venter.
community-show = Vis
community-show-it = Lad det stå
community-hide-it = Skjul det
community-block-it = Skjul det, og luk den, der skrev, ude
community-block = Luk ude
community-unblock = Lad skrive igen
community-is-blocked = Lukket ude
community-make-expert = Markér som ekspert
community-no-expert = Ikke ekspert længere
community-conversation = Samtalen, det blev til
community-as-us = Svar, så alle kan læse det
community-lock = Lås
community-unlock = Lås op
community-merge = Slå sammen
community-merge-into = Adressen på det andet spørgsmål
community-becomes = Hvad der bliver af den
community-because = Hvorfor
community-sign-trap = Udfyldte et felt, som folk ikke ser
community-sign-hasty = Sendt med det samme
community-sign-repeated = Sagt før
community-sign-links = Mange links
community-sign-new-link = Et link fra en ny
community-sign-loud = Næsten kun store bogstaver
community-sign-new = Det første fra en ny
community-settings-lead = Hvor kunder spørger åbent og svarer hinanden. Det nye ser I på først, og det, ingen svarer på, kommer til jer.
community-on = Der er et fællesskab
community-on-why = Siderne er der for kunderne.
community-members-only = Kun den, der er logget ind, kan læse
community-members-only-why = Uden dette kan alle, også søgemaskiner.
community-hours = Timer, før et ubesvaret spørgsmål kommer til os
community-hours-hint = Det bliver en samtale i indbakken. 0 for aldrig.
community-by-the-clock = Tæl alle timer
community-by-the-clock-why = Uden dette tæller kun de timer, I har åbent.
community-first-wait = Et medlems første indlæg, som I ser på
community-first-wait-hint = Andre ser dem, når I lader dem stå.
community-new-an-hour = Indlæg i timen fra en ny
community-new-an-hour-hint = Indtil nogle af deres har fået lov at stå.
community-an-hour = Indlæg i timen fra andre
community-an-hour-hint = Flere må vente.
community-fell-note = Spurgt i fællesskabet, hvor ingen har svaret endnu: { $link }
community-mail-subject = Noget nyt: { $title }
community-mail-decided-subject = Idéen: { $title }
held-community = Det, de skrev i fællesskabet
held-community-name = Navn i fællesskabet
held-community-title = Kort sagt
held-community-text = Tekst
event-community-asked = Spurgte i fællesskabet
event-community-idea = Kom med en idé i fællesskabet
event-community-answered = Svarede i fællesskabet
event-community-accepted = Sagde, hvilket svar der hjalp
event-community-flagged = Sagde, at noget ikke bør stå i fællesskabet
event-community-shown = Lod noget stå i fællesskabet
event-community-hidden = Skjulte noget i fællesskabet
event-community-locked = Låste et spørgsmål i fællesskabet
event-community-unlocked = Låste et spørgsmål op i fællesskabet
event-community-merged = Slog to spørgsmål sammen i fællesskabet
event-community-fell = Et spørgsmål i fællesskabet blev en samtale
event-community-decided = Besluttede noget om en idé
community-answers = { $count ->
    [one] Et svar
   *[other] { $count } svar
}
community-votes = { $count ->
    [one] stemme
   *[other] stemmer
}
community-mail-text =
    Nogen har skrevet til noget, du følger hos { $business }:

    { $title }
    { $link }

    Du kan holde op med at følge det på siden.
community-mail-decided-text =
    Vi har besluttet noget om en idé, du følger hos { $business }:

    { $title }
    { $link }

    Du kan holde op med at følge det på siden.
search-community = I fællesskabet
