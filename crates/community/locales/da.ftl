settings-community = Fællesskab
community-title = Spørg andre
community-help = Hjælp
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
community-come-in-lead = Vi sender dig et link. Er du ny her, er du med, så snart du har brugt det.
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
community-somebody = Nogen
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
community-mail-decided-subject = Hvad der bliver af det: { $title }
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
    Vi har besluttet noget om en idé, som du ønskede dig eller følger hos { $business }:

    { $title }
    { $becomes }
    { $reason }

    { $link }
community-done-public = Tak. Nu kan alle læse det, og du får en mail, når nogen svarer.
community-done-private = Tak. Intet af det bliver vist.
community-done-taken = Det bliver til en samtale om et øjeblik.
community-taken-note = Spurgt i fællesskabet: { $link }
community-take = Lav det om til en samtale
community-move = Flyt
community-join-sent = Hvis { $email } er rigtig, er et link på vej dertil. Det virker én gang, inden for 15 minutter.
community-offer-title = Lav det om til et spørgsmål
community-offer-back = Tilbage til samtalen
community-offer-lead = Andre kan have det samme spørgsmål. Lad kun det stå, der hjælper dem. Kunden læser det først og bestemmer; før da bliver intet vist.
community-offer-taken = Taget ud
community-offer-hint = Læs det en gang til: Navne på steder og produkter, der røber, hvem det er, skal også ud.
community-offer-ask = Spørg kunden med en mail
community-offer-asked = Kunden er allerede spurgt, eller det er offentligt.
community-offer-cannot = Kunden kan ikke spørges med en mail nu: Ingen af adresserne er bekræftet, eller der skal tages hensyn. Spørg selv.
community-offer-public = Det er et spørgsmål i fællesskabet.
community-offer-waits = Kunden er spurgt og har ikke svaret endnu.
community-offer-declined = Kunden ville ikke. Spørg kun igen, hvis de vil nu.
community-offer-may = Må andre læse dette?
community-offer-may-lead = Du skrev dette til { $business }, og andre kan have det samme spørgsmål. Vi har taget det personlige ud. Det bliver kun offentligt, hvis du siger ja.
community-offer-named = Ja, under dette navn
community-offer-unnamed = Ja, uden navn
community-offer-no = Nej, hold det privat
community-offer-note = Kunden lod det blive et spørgsmål i fællesskabet: { $link }
community-offer-mail-subject = Må andre læse dit spørgsmål?
event-community-moved = Flyttede et spørgsmål eller en idé i fællesskabet
community-wanted-by = { $count ->
    [one] Én kunde ønsker det
   *[other] { $count } kunder ønsker det
}
community-offer-mail-text =
    Du spurgte { $business } om noget, som andre også kan undre sig over:

    { $title }

    Må vi vise det i vores fællesskab sammen med det, vi svarer der? Vi har taget det personlige ud. Læs det her, og bestem dig; indtil da ser ingen det:

    { $link }

    Du kan holde op med at følge det på siden.
search-community = I fællesskabet
    Linket gælder i 30 dage. Hvis du ikke gør noget, forbliver det privat.
event-community-expert = Mærkede et medlem som ekspert i fællesskabet
event-community-expert-no-more = Fjernede mærket som ekspert fra et medlem
event-community-blocked = Spærrede et medlem i fællesskabet
event-community-unblocked = Lod et medlem skrive i fællesskabet igen
community-number-wrong = Skriv et helt tal fra { $least } til { $most }.
community-others-wrong = Andre må skrive mindst lige så meget som de nye.
