request-title = Henvendelse { $number }
request-number = Nummer { $number }
request-since = Siden { $date }
request-received = Vi har modtaget den
request-working = Vi arbejder på den
request-yours = Det er din tur
request-solved = Løst
request-talk = Samtalen
request-nothing = Intet er sagt her endnu.
request-no-words = Ingen ord, kun filer.
request-you = Dig
request-by = { $name } fra { $business }
request-answer = Skriv et svar
request-files = Filer
request-send = Send
request-closed-hint = Denne blev lukket for noget tid siden. Hvis du skriver, kan den fortsætte som en ny henvendelse.
request-offline = Du er offline. Det, du har skrevet, gemmes i denne browser; send det, når du har forbindelse igen.
request-too-many = Det var mange svar på kort tid. Vent lidt og send det igen.
request-settle = Det er løst, tak
request-reopen = Det er alligevel ikke løst
request-done-sent = Tak, dit svar er kommet frem.
request-done-solved = Tak, fordi du siger til. Du kan åbne den igen når som helst.
request-done-open = Vi har åbnet den igen og vender tilbage til dig.
request-place = Hvor du er
request-others = Dine andre henvendelser
request-no-others = Du har ingen andre.
my-title = Mine henvendelser
my-lead = Skriv den adresse, du skriver til os fra. Vi sender dig et link, der lukker dig ind.
my-email = E-mail
my-no-address = Dette er ikke en mailadresse.
my-ask = Send mig et link
my-sent-title = Se i din mail
my-sent-lead = Hvis vi kender { $email }, er et link på vej dertil. Det virker én gang, inden for 15 minutter.
my-again = Prøv en anden adresse
my-old-title = Dette link er brugt eller for gammelt
my-old-lead = Skriv din adresse, så sender vi dig et nyt.
my-in-title = Velkommen tilbage
my-in-lead = Et tryk til, så er du inde. Så er det kun dig, der bruger linket, og ikke et program, der læser din mail.
my-in = Vis mine henvendelser
my-nothing = Her er intet endnu.
my-pages = Sider
my-first = Nyeste
my-more = Vis ældre
my-data = Hent det, der er mit (JSON)
my-out-everywhere = Log ud overalt
entry-mail-subject = Dine henvendelser hos { $business }
entry-mail-text =
    Her er linket til dine henvendelser hos { $business }:

    { $link }

    Det virker én gang, inden for 15 minutter. Hvis du ikke har bedt om det, behøver du ikke gøre noget: Ingen kommer ind uden denne mail.
forms-lead = Sider, hvor hvem som helst kan skrive til jer. Det, der skrives der, kommer i indbakken som en mail.
forms-edit-lead = Hver formular har sin egen adresse, som I kan linke til fra jeres websted.
forms-none = Der er ingen kontaktformular endnu.
forms-new = Ny formular
forms-change = Ret formular
forms-all = Alle formularer
forms-closed = Lukket
forms-remove = Fjern
forms-remove-one = Fjern { $name }
forms-removed = Formularen er fjernet. Det, der blev skrevet med den, bliver.
forms-too-many = Der er ikke plads til flere formularer. Fjern en, der er lukket.
forms-close-first = Luk formularen først; så kan den fjernes.
forms-name = Navn
forms-about = Det, der står over formularen
forms-languages = På andre sprog
forms-open = Åben for alle
forms-open-why = Når den er lukket, er siden væk. Intet af det, der er skrevet, går tabt.
forms-questions = Spørgsmål
forms-questions-hint = Navn, mail, emne, tekst og filer er altid med. Spørg kun om det, I har brug for.
forms-question = Spørgsmål { $number }
forms-add = Tilføj et spørgsmål
forms-up = Flyt spørgsmål { $number } op
forms-drop = Fjern spørgsmål { $number }
forms-label = Det, der spørges om
forms-kind = Svar
forms-kind-line = Nogle få ord
forms-kind-text = Flere linjer
forms-kind-number = Et tal
forms-kind-date = En dag
forms-kind-choice = En fra en liste
forms-kind-tick = Et flueben
forms-choices = Valg, et på hver linje
forms-required = Det skal besvares
forms-no-name = Giv formularen et navn på mindst ét sprog.
forms-no-label = Sig, hvad der spørges om, på mindst ét sprog.
forms-choices-wrong = Tilbyd to til halvtreds valg, lige mange på hvert sprog.
forms-too-many-questions = En formular stiller højst tyve spørgsmål.
forms-too-long = Det er for langt.
forms-no-department = Der er ingen sådan afdeling.
contact-title = Skriv til os
contact-lead = Hvad drejer det sig om?
contact-name = Dit navn
contact-about = Hvad det drejer sig om
contact-words = Hvad kan vi hjælpe med?
contact-optional = (valgfrit)
contact-choose = Vælg …
contact-as = Du skriver som { $who }.
contact-missing = Svar venligst på det her.
contact-no-number = Det her er ikke et tal.
contact-no-date = Det her er ikke en dag i kalenderen.
contact-not-offered = Det her er ikke et af valgene.
contact-sent-title = Tak, det er nået frem
contact-sent-lead = Vi har mailet et link til den adresse, du gav. Tryk på det, så ved vi, at det var dig; så ser du også din henvendelse. Vi svarer dertil på mail.
contact-again = Skriv noget andet
contact-wrong = { $count ->
    [one] Et svar skal ses på igen.
   *[other] { $count } svar skal ses på igen.
}
confirm-mail-subject = Var det dig? Bekræft venligst
confirm-mail-text =
    Nogen har skrevet til { $business } og opgivet denne adresse. Var det dig, kan du bekræfte det her og se din henvendelse:

    { $link }

    Det virker én gang, inden for et døgn. Var det ikke dig, behøver du ikke gøre noget.
held-visits = Logins for at se henvendelser
held-visit-peer = Fra
held-visit-browser = Browser
requests-lead = Det, som kunderne selv ser af deres henvendelser.
requests-links = Linket i mails
requests-on = Mails har et link til henvendelsen
requests-on-why = Den, der har linket, ser det, der blev sendt til kunden, svarer, vedhæfter filer og lukker eller åbner igen. Det står kun i mails til kunden alene, aldrig i kopier, og kan trækkes tilbage på hver samtale.
requests-off = Intet link
requests-off-why = Links, der er sendt tidligere, åbner heller ikke noget.
requests-hue = Farven på disse sider
requests-hue-hint = Vi vælger, hvor lys og hvor stærk den er, så alt kan læses dag og nat.
requests-typeface = Skrifttype på alle sider
requests-typeface-hint = Både skrivebordet og kundernes sider. Inter ser ens ud overalt, og er 48 kB mere ved det første besøg.
typeface-system = Den, som læserens enhed bruger
typeface-inter = Inter
hue-ours = Fyr, som den er
hue-red = Rød
hue-amber = Rav
hue-green = Grøn
hue-sea = Hav
hue-blue = Blå
hue-violet = Violet
hue-rose = Rosa

logo-title = Logo
logo-picture = Billede
logo-other = Et andet billede
logo-hint = PNG, JPEG eller WebP, højst 200 kB og 2.000 punkter i hver retning. Det vises 32 punkter højt, på lyse og mørke sider.
logo-shown = Sådan står det øverst på kundernes sider.
logo-alone = Din virksomhed
logo-named = Navnet står ved siden af
logo-named-why = Fjern krydset, hvis billedet viser navnet.
logo-save = Gem logoet
logo-remove = Fjern det
logo-saved = Logoet er gemt. Kunderne ser det fra nu af.
logo-removed = Logoet er væk. Navnets første bogstav står i stedet.
logo-nothing = Ingen fil er valgt. Vælg et billede.
logo-heavy = Filen er større end 200 kB. Intet er ændret. Gem billedet mindre, og prøv igen.
logo-unknown = Dette er ikke en PNG, JPEG eller WebP, der kan læses. Intet er ændret. Vælg en anden fil.
logo-large = Billedet har mere end 2.000 punkter i en retning. Intet er ændret. Gør det mindre, og prøv igen.
logo-stretched = Billedet er mere end otte gange så langt som bredt. Intet er ændret. Beskær det, og prøv igen.

request-done-opinion = Tak for dit svar.
opinion-title = Var det præcis det, du ville?
opinion-exactly-mine = Præcis
opinion-almost-mine = Næsten: noget manglede
opinion-no-mine = Nej
opinion-comment = Hvad der manglede, eller hvad du vil tilføje
opinion-again = Se på det en gang til
opinion-again-why = Med »Nej« gør vi det altid.
opinion-send = Send
opinion-change = Ret det
opinion-unsaid = Vælg en af de tre.
contact-offer = Er det her svaret?
contact-offer-why = De her afsnit fra vores artikler passer til det, du skrev. Ingen har læst din besked endnu.
contact-offer-date = Version { $version }, { $date }
contact-offer-version = { $title } (version { $version }, { $date })
contact-offer-else = Hvis ikke, så send beskeden: Den står nedenfor, som du skrev den.
contact-offer-send = Nej, send den
contact-offered = Vist før afsendelse
join-mail-subject = Dit link til fællesskabet hos { $business }
join-mail-text =
    Her er linket, der lader dig være med i fællesskabet hos { $business }:

    { $link }

    Det virker én gang, inden for 15 minutter. Hvis du ikke har bedt om det, behøver du ikke gøre noget: Ingen kommer ind uden denne mail.
my-community = Fællesskabet
contact-tried = Det har du prøvet
contact-tried-hint = En kollega læser det sammen med dit spørgsmål. Ret eller slet det, som du vil.
