# Kunder och kollegor: inloggning, profiler, kundlistan.

## Inloggning

signin-title = Logga in
signin-greeting = Kul att se dig
signin-lead = Logga in i kundtjänsten
signin-email = E-post
signin-password = Lösenord
signin-forgot = Glömt det?
signin-stay = Håll mig inloggad på den här datorn
signin-submit = Logga in
signin-second-title = Ett steg till
signin-second-lead = Skriv koden som din autentiseringsapp visar
signin-second-code = Kod
signin-second-hint = Ingen telefon till hands? En reservkod går också.
signin-second-late = Det tog för lång tid
signin-second-late-lead = Logga in igen.
signin-first-title = Ingen har något konto än
signin-first-lead = Den här Tillit har just startats för första gången.
signin-first-where = Länken till det första kontot står där Tillit startades: i terminalen eller i tjänstens logg.
signin-first-again = Varje start gör en ny länk, tills det första kontot finns.
signin-mismatch =
    { $left ->
        [0] E-post och lösenord stämmer inte. Vänta en stund före nästa försök.
        [1] E-post och lösenord stämmer inte. Ett försök kvar.
        [2] E-post och lösenord stämmer inte. Två försök kvar.
        [3] E-post och lösenord stämmer inte. Tre försök kvar.
        [4] E-post och lösenord stämmer inte. Fyra försök kvar.
       *[other] E-post och lösenord stämmer inte. { $left } försök kvar.
    }

## Glömt lösenord

forgotten-title = Nytt lösenord
forgotten-lead = Vi skickar en länk så att du kan välja ett nytt.
forgotten-submit = Skicka länken
forgotten-back = Tillbaka till inloggningen
forgotten-sent-title = Titta i din inkorg
forgotten-sent-lead = Om { $email } hör till någon här är en länk på väg. Den fungerar i en timme.
reset-title = Välj lösenord
reset-greeting = Hej, { $name }
reset-lead = Välj ett nytt lösenord. Du loggas in direkt efteråt.
reset-welcome-lead = Välj ett lösenord, så är allt klart för dig.
reset-password = Nytt lösenord
reset-hint = Minst { $least } tecken. Några ord i rad fungerar bra.
reset-submit = Spara och logga in
gone-title = Den här länken fungerar inte längre
gone-lead = En länk fungerar en gång, och bara en tid.
gone-again = Be om en ny

## E-post till kollegor

mail-reset-subject = Nytt lösenord till Tillit
mail-reset-text =
    Hej { $name },

    Med den här länken kan du välja ett nytt lösenord. Den fungerar en gång, inom en timme:

    { $link }

    Om du inte har bett om detta behöver du inte göra något. Ditt lösenord är oförändrat.
mail-invite-subject = { $by } bjuder in dig till Tillit
mail-invite-text =
    Hej { $name },

    { $by } har skapat ett konto åt dig. Välj ett lösenord med den här länken. Den fungerar en gång, inom sju dagar:

    { $link }

## Den egna profilen

profile-title = Min profil
profile-lead = Så ser kollegorna dig, och så ser din skärm ut.
profile-name = Namn
profile-language = Språk
profile-theme = Utseende
profile-theme-system = Som på den här datorn
profile-theme-light = Ljust
profile-theme-dark = Mörkt
profile-zone = Tidszon
profile-zone-hint = Klockslag visas i den här zonen.
profile-keys = Enstaka bokstäver som kortkommandon
profile-keys-hint = Tryck R för att svara eller E för att stänga. Ctrl med en bokstav fungerar alltid.
profile-saved = Sparat
profile-password = Lösenord
profile-password-lead = När du byter det loggas du ut i andra webbläsare.
profile-password-now = Nuvarande lösenord
profile-password-new = Nytt lösenord
profile-password-wrong = Det här är inte ditt nuvarande lösenord.
profile-password-save = Byt lösenord
profile-password-saved = Lösenordet är bytt
profile-sessions = Här är du inloggad
profile-sessions-here = Den här webbläsaren
profile-sessions-unknown = Okänd webbläsare
profile-sessions-seen = Från { $peer }, senast använd { $when }
profile-sessions-end = Logga ut
profile-sessions-end-one = Logga ut { $browser }
profile-sessions-end-others = Logga ut överallt annars
profile-sessions-ended = Utloggad där
second-title = Tvåfaktor
second-lead = Efter lösenordet frågar Tillit efter en kod från en app i din telefon. Den som får veta lösenordet kommer ändå inte in.
second-begin = Ställ in
second-change = Ändra
second-is-on = På sedan { $when }
second-left =
    { $left ->
        [0] Inga reservkoder är kvar. Gör nya.
        [one] En reservkod är kvar.
       *[other] { $left } reservkoder är kvar.
    }
second-scan = Skanna det här med din autentiseringsapp
second-scan-lead = Alla appar för engångskoder fungerar: Aegis, Google Authenticator, 1Password och andra.
second-qr = Koden att skanna. Samma sak står nedan som nyckel.
second-key = Eller skriv den här nyckeln i appen
second-code = Kod från appen
second-code-hint = Sex siffror som byts varje halvminut.
second-confirm = Slå på
second-proof = Kod från appen, eller en reservkod
second-proof-hint = Så att ingen vid en olåst dator kan ändra detta.
second-turn-off = Stäng av
second-new-codes = Nya reservkoder
second-turned-off = Tvåfaktor är avstängd
second-codes = Tvåfaktor är på. Det här är dina reservkoder.
second-codes-lead = Spara dem på ett säkert ställe, inte i telefonen. Var och en släpper in dig en gång om du tappar den. De visas inte igen.
second-codes-kept = Jag har sparat dem
second-turn-off-short = Stäng av tvåfaktor
second-turn-off-of = Stäng av tvåfaktor för { $name }
second-oblige-roles = Roller som måste ha det
second-oblige-lead = Den som har en av de här rollerna och saknar tvåfaktor leds till att ställa in det och kan inte göra något annat dessförinnan. API-nycklarna fungerar som förut.
second-oblige-owners = Ägare bestämmer detta.
second-missing = Ingen tvåfaktor än
second-led-lead = Alla med din roll här har det. Ställ in ditt för att fortsätta.

## Settings → API

api-title = API
api-lead = Nycklar som låter dina egna program arbeta här som du.
tokens-title = Nycklar
tokens-docs = Vad program kan fråga om
tokens-none = Du har inga nycklar än.
tokens-made = { $name } är klar
tokens-once = Det här är nyckeln. Kopiera den nu, den visas inte igen.
tokens-secret = Nyckeln
tokens-used = Senast använd { $when }
tokens-unused = Aldrig använd
tokens-ends = slutar { $date }
tokens-ended = har slutat gälla
tokens-endless = Slutar inte gälla
tokens-days = Efter { $days } dagar
tokens-revoke = Återkalla
tokens-revoke-one = Återkalla { $name }
tokens-revoked = Nyckeln öppnar ingenting längre
tokens-new = Gör en nyckel
tokens-new-lead = Den gör aldrig mer än du får, och slutar när ditt konto gör det.
tokens-name = Namn
tokens-name-hint = Vad den är till för, till exempel ”Webbutik”.
tokens-level = Vad den får göra
tokens-level-read = Läsa
tokens-level-read-hint = Ser ärenden, kunder och kollegor.
tokens-level-write = Läsa och skriva
tokens-level-write-hint = Svarar, antecknar, fördelar och ändrar kunder också.
tokens-level-admin = Allt du får
tokens-level-admin-hint = Även inställningar och det bara administratörer ser.
tokens-lasts = Slutar
tokens-submit = Gör nyckeln
api-docs-title = Vad program kan fråga om
api-docs-lead = Alla adresser i API:et, gjorda av programmet självt.

## Kollegor

colleagues-title = Kollegor
colleagues-lead = Vilka som arbetar här och vad de får göra.
colleagues-you = Du
colleagues-invited = Inbjuden
colleagues-disabled = Spärrad
colleagues-role-of = Roll för { $name }
colleagues-role-owner = Ägare
colleagues-role-admin = Administratör
colleagues-role-agent = Handläggare
colleagues-role-light = Medhjälpare
colleagues-role-owner-hint = Ansvarar för Tillit: gör kollegor till administratörer och ägare, och kan allt de kan.
colleagues-role-admin-hint = Svarar kunder och sköter inställningar och kollegor.
colleagues-role-agent-hint = Svarar kunder.
colleagues-role-light-hint = Ser samtal och skriver anteckningar. Kunderna får ingenting från dem.
colleagues-reach-of = Hur mycket { $name } ser
colleagues-reach-all = Ser allt
colleagues-reach-own = Ser egna avdelningar
colleagues-invite-again = Skicka ny inbjudan
colleagues-invite-again-to = Skicka ny inbjudan till { $name }
colleagues-disable = Spärra
colleagues-disable-one = Spärra { $name }
colleagues-enable = Öppna igen
colleagues-enable-one = Öppna igen för { $name }
colleagues-new = Bjud in en kollega
colleagues-new-lead = Kollegan får ett mejl med en länk för att välja lösenord.
colleagues-name = Namn
colleagues-email = E-post
colleagues-role = Roll
colleagues-language = Språk
colleagues-submit = Skicka inbjudan
colleagues-done-invited = Inbjudan är på väg

absence-title = Borta
absence-lead = Dagar då du eller en kollega inte är här. Skriver en kund under tiden går samtalet till ersättaren, eller tillbaka till ingen.
absence-none = Inga dagar borta är planerade.
absence-days = { $first } – { $last }
absence-now = Borta nu
absence-until = Borta till { $day }
absence-deputy-is = { $name } ersätter
absence-deputy-none = Ingen ersätter: nya svar går tillbaka till ingen
absence-remove = Ta tillbaka
absence-remove-one = Ta tillbaka: borta { $days }
absence-first = Första dag
absence-last = Sista dag
absence-deputy = Ersättare
absence-deputy-nobody = Ingen
absence-deputy-hint = Tar över ett samtal när kunden skriver. Dagarna är företagets dagar.
absence-plan = Planera dagar borta
colleague-all = Alla kollegor
colleague-lead = När kollegan är borta och vem som ersätter.

workload-title = Arbete i tur och ordning
workload-lead = Det som delas ut i tur och ordning går till den som har minst att göra för sin del av en tjänst.
workload-cap = Öppna samtal som mest
workload-cap-hint = Den som har så många får ingen tur. Tomt: hur många som helst.
workload-weight = Del av en tjänst, i procent
workload-weight-hint = 100 för den som är här hela veckan, 50 för halva.

departments-title = Avdelningar
departments-lead = Verksamhetens delar och vilka som arbetar i dem. Ett samtal kan höra till en.
departments-none = Det finns ingen avdelning ännu. En liten verksamhet behöver ingen.
departments-name = Namn
departments-members = Vilka arbetar här
departments-close = Stäng
departments-close-one = Stäng { $name }
departments-open = Öppna igen
departments-open-one = Öppna igen: { $name }
departments-closed = Stängd
departments-new = Ny avdelning
departments-new-name = Vad den heter
departments-add = Lägg till

## Kunder

customers-title = Kunder
customers-search = Namn eller adress
customers-none-title = Inga kunder ännu
customers-none-lead = Alla som skriver till er dyker upp här.
customers-nobody-title = Hittade ingen
customers-nobody-lead = Sök på början av ett namn eller en adress.
customers-show-all = Visa alla kunder
customers-export-csv = Spara som tabell (CSV)
customers-export-vcard = Spara som kort (vCard)
customers-column-name = Namn
customers-column-address = Adress
customers-column-language = Språk
customers-column-since = Sedan
customers-since = Kund sedan { $when }
customers-doubtful = Namnet innehåller en annan adress
customers-address-add = Lägg till en adress
customers-address-new = En annan adress
customers-address-hint = Det som kommer därifrån är deras från och med nu.
customers-write = Skriv
customers-proved = Bekräftad
customers-language = Skriver
customers-language-unknown = Inte känt ännu
customers-conversations = Samtal
customers-conversations-show = Visa samtalen
customers-promises = Löften
customers-promises-show = Visa löftena
customers-timeline = Tidslinje
customers-timeline-show = Visa tidslinjen
customers-rename = Ändra namn
customers-name = Namn
customers-file = Kundkort
customers-facts-about = Fakta om { $name }
customers-known = Bra att veta
customers-contact = Kontakt
customers-change = Ändra { $what }
customers-failing = Mejl kommer tillbaka
customers-address-remove = Ta bort den här adressen
customers-phones = Telefon
customers-phone-add = Lägg till en telefon
customers-phone-number = Nummer
customers-phone-hint = Med + och land, eller som det slås där.
customers-phone-country = Land för ett nummer utan +
customers-phone-label = Vad det är, till exempel jobb
customers-phone-remove = Ta bort det här numret
customers-call = Ring
customers-log-contact = Anteckna samtal eller besök
customers-also = Även känd som { $name }
customers-also-add = Lägg till ett annat namn
customers-also-new = Ett annat namn
customers-also-remove = Ta bort det här namnet
customers-title-label = Roll eller titel
customers-postal = Postadress
customers-about-none = Ingen roll och ingen postadress
customers-about-change = Ändra roll och postadress
customers-notes = Anteckningar
customers-notes-none = Inget är antecknat ännu.
customers-note = Anteckning
customers-note-add = Skriv en anteckning
customers-note-change = Ändra
customers-note-changed = ändrad { $when }
customers-note-remove = Ta bort den här anteckningen
customers-note-pin = Fäst
customers-note-unpin = Lossa
customers-note-pinned = Fäst den
customers-note-pinned-hint = Fästa anteckningar står bredvid varje samtal.
customers-preferences = Önskemål
customers-preferences-change = Ändra önskemål
customers-prefers-language = Skriv till dem på
customers-prefers-theirs = Språket de själva skriver
customers-written-in = Skriv på { $language }
customers-addressed = Tilltal
customers-addressed-as = Tilltalas som { $name }
customers-reached = Så vill de nås
customers-reach-any = Som det passar
customers-reach =
    { $channel ->
        [mail] Via mejl
        [phone] Per telefon
        [post] Per brev
       *[any] Helst
    } { $bounds ->
        [from] efter { $from }
        [until] före { $until }
        [both] mellan { $from } och { $until }
       *[any] bara
    }
customers-channel-any = Som det passar
customers-channel-mail = Via mejl
customers-channel-phone = Per telefon
customers-from = Inte före
customers-until = Inte efter
customers-vip = VIP
customers-vip-hint = Går före andra.
customers-blocked = Blockerad
customers-blocked-title = Blockerad: ingen svarar
customers-block = Blockera { $name }
customers-block-why = Varför
customers-block-hint = Det de skriver sparas och läggs som stängt. De får varken svar eller kvitto.
customers-block-now = Blockera
customers-unblock = Häv blockeringen av { $name }
customers-parts = Kunder och organisationer
organisations-title = Organisationer
organisations-one = Organisation
organisations-search = Namn eller domän
organisations-none = Inga organisationer ännu
organisations-none-lead = Lägg till en här, eller från ett kundkort.
organisations-add = Lägg till en organisation
organisations-name = Organisationens namn
organisations-name-hint = Ett nytt namn skapar en ny organisation.
organisations-since =
    { $count ->
        [one] En kund, känd sedan { $when }
       *[other] { $count } kunder, känd sedan { $when }
    }
organisations-about = Namn och domäner
organisations-rename = Ändra namn
organisations-people = Personer
organisations-people-none = Ingen hör till den ännu.
organisations-might = Kan höra till den
organisations-might-belong = Efter domänen de skriver från kan de höra till { $name }.
organisations-take-in = Hör till
organisations-take-in-one = { $name } hör till den
organisations-decline = Gör inte det
organisations-decline-one = Gör inte det: { $name }
organisations-join = Välj en organisation
organisations-leave = Hör inte längre till { $name }
organisations-domain = Domän
organisations-domain-add = Lägg till en domän
organisations-domain-hint = Det som står efter @ hos folket där. Domäner hos öppna mejltjänster räknas inte.
organisations-domain-remove = Ta bort { $domain }
organisations-joining = Att komma med
organisations-joins-by-itself = Den som skriver från en av domänerna hör till direkt.
organisations-asks-first = Den som skriver från en av domänerna föreslås.
organisations-let-join = Låt dem höra till direkt
organisations-ask-first = Föreslå dem först
held-link = Allt som finns om dem
held-title = Allt som finns om { $name }
held-lead = Detta är allt som Tillit har: även det kollegor skrev till varandra. Läs det innan du lämnar det vidare, för andra kan vara nämnda. Själva mejlen och filerna laddas ner från samtalen.
held-json = Ladda ner som JSON
held-id = Id
held-at = När
held-kind = Slag
held-text = Text
held-from = Från
held-to = Till
held-files = Filer
held-number = Nummer
held-subject = Ämne
held-state = Tillstånd
held-messages = Meddelanden och anteckningar
held-drafts = Utkast
held-elsewhere = Skrivet i andras samtal
held-mails = Mejl som de kom
held-peer = Skickat av servern
held-addresses = Adresser
held-history = Historik
erase-title = Radera { $name }
erase-what = Allt ovan raderas för gott: texter, anteckningar, mejl, filer, utkast, adresser, sökningen och det historiken säger. Det kan inte ångras.
erase-stays = Detta blir kvar: att samtal ägde rum, med nummer, tider och tillstånd, utan personen. Säkerhetskopior har det de har tills de tas bort.
erase-type = Skriv ”{ $name }” för att bekräfta
erase-now = Radera för gott
erased-customer = Raderad kund
erased-words = Raderat
erased-title = Raderad { $when }
erased-lead = Inget finns längre om den här kunden. Spår i databasfilen är borta inom några minuter. Detta raderades:
erased-conversations = { $count ->
    [one] orden i { $count } samtal
   *[other] orden i { $count } samtal
}
erased-messages = { $count ->
    [one] { $count } meddelande eller anteckning
   *[other] { $count } meddelanden och anteckningar
}
erased-files = { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
erased-mails = { $count ->
    [one] { $count } mejl som det kom
   *[other] { $count } mejl som de kom
}
erased-drafts = { $count ->
    [one] { $count } utkast
   *[other] { $count } utkast
}
erased-contacts = { $count ->
    [one] { $count } adress, telefon eller namn
   *[other] { $count } adresser, telefoner och namn
}
erased-notes = { $count ->
    [one] { $count } anteckning om dem
   *[other] { $count } anteckningar om dem
}
erased-facts = { $count ->
    [one] { $count } rad i historiken
   *[other] { $count } rader i historiken
}
erased-answers = { $count ->
    [one] { $count } leverans till ett annat program
   *[other] { $count } leveranser till andra program
}
customers-doubles = Kanske samma kund
customers-double-phone = Båda har telefonen { $number }.
customers-double-address = { $mine } och { $theirs } skiljer sig bara genom punkter eller det som står efter plus.
customers-double-name = Båda har samma namn och skriver från { $domain }.
customers-double-not = Någon annan
customers-merge-look = Titta och slå ihop
customers-merge-another = Slå ihop med en annan kund
customers-merge-title = Vem är densamma som { $name }?
customers-merge-lead = Välj kunden som är samma person. Du ser vad som flyttas innan något händer.
customers-merge-back = Tillbaka till kunden
customers-merge-into = Slå ihop { $from } med { $into }
customers-merge-what = { $into } står kvar och får allt från { $from }. Ni kan skilja dem åt igen så länge en adress från { $from } finns kvar och ingen annan har slagits ihop sedan dess.
customers-merge-moves = Detta flyttas
customers-merge-names = Även känd som
customers-merge-filled = Inte känt förut
customers-merge-kept = { $name } behåller sitt eget
customers-merge-hours = Tider att nå dem
customers-merge-now = Slå ihop
customers-merge-swap = Låt { $name } stå kvar
customers-merged = Ihopslagna med den här kunden
customers-merge-undo = Skilj dem åt igen

## Egna fält

fields-title = Fält
fields-lead = Det ni vill veta om varje kund, organisation eller samtal.
fields-about = Om
fields-about-person = Kunder
fields-about-organisation = Organisationer
fields-about-conversation = Samtal
fields-none = Inga fält ännu.
fields-new = Ett nytt fält
fields-add = Lägg till fältet
fields-name = Fältets namn
fields-kind = Vad som står i det
fields-kind-text = Text
fields-kind-number = Tal
fields-kind-date = Datum
fields-kind-choice = Val
fields-kind-yesno = Ja eller nej
fields-kind-link = Länk
fields-choices = Ord att välja bland
fields-choices-hint = Ett per rad. Bara ett val behöver dem.
fields-required = Måste fyllas i före
fields-before-saved = Varje gång det sparas
fields-before-waiting-customer = Väntar på kunden
fields-before-waiting-others = Väntar på andra
fields-before-solved = Stängning
fields-retired = Används inte längre:
fields-retire = Sluta fråga efter det här fältet
fields-retire-hint = Det som står i det blir kvar och kommer tillbaka med det.
fields-restore = Fråga igen
fields-restore-one = Fråga igen: { $name }
fields-up = Flytta upp
fields-down = Flytta ner
fields-card = Mer om dem
fields-change = Fyll i
fields-yes = Ja
fields-no = Nej
fields-unfit-missing = Det här får inte vara tomt.
fields-unfit-number = Det här är inget tal.
fields-unfit-date = Det här är inget datum.
fields-unfit-choice = Välj ett av orden.
fields-unfit-link = Det här är inte adressen till en sida.

## Varför inte

people-refused-forbidden = Du får inte göra detta.
people-refused-not-found = Den här personen finns inte.
people-refused-not-an-address = Det här ser inte ut som en e-postadress. Titta på den en gång till.
people-refused-address-taken = Den här adressen tillhör redan någon annan.
people-refused-last-address = En adress måste vara kvar, annars kommer det de skriver från en okänd.
people-refused-erased-already = Den här kunden är redan raderad.
people-refused-not-confirmed = Det är inte kundens namn. Skriv det som det står ovan.
people-refused-still-going-out = Ett svar till den här kunden väntar eller är på väg. Skicka eller avbryt det först.
people-refused-same-person = Det är redan samma kund.
people-refused-merge-stays = Något har ändrats sedan dess, så de två kan inte längre skiljas åt.
people-refused-not-a-phone = Det här ser inte ut som ett telefonnummer. Titta på det en gång till.
people-refused-not-hours = De här tiderna passar inte. Den andra måste vara senare än den första.
people-refused-reason-missing = Säg varför.
people-refused-note-empty = Inget är skrivet ännu.
people-refused-too-many = Det är för många redan. Ta bort en först.
people-refused-name-taken = En annan har redan det här namnet.
people-refused-not-a-domain = Det här ser inte ut som en domän. Den står efter @.
people-refused-public-domain = Alla kan ha en adress där, så den säger inte var de hör hemma.
people-refused-domain-taken = Den här domänen hör redan till en annan organisation.
people-refused-choices-missing = Ett val behöver ord att välja bland.
people-refused-name-missing = Ett namn behövs.
people-refused-last-owner = Någon måste ansvara för Tillit. Gör en annan kollega till ägare först.
people-refused-own-account = Be en annan administratör att göra detta åt dig.
people-refused-department-taken = Det finns redan en avdelning med det namnet.
people-refused-too-many-departments = Det finns så många avdelningar som går att välja bland. Stäng eller döp om en.
people-refused-no-department = Den som bara ser egna avdelningar måste vara i en. Välj en avdelning åt dem, eller låt dem se allt.
people-refused-unknown-zone = Den tidszonen finns inte. Välj en i listan.
people-refused-file-too-large = Filen är större än 64 MB. Dela upp den, eller ta bort bilderna ur korten.
people-refused-file-empty = Välj en fil som det står något i.
people-refused-import-begun = Den här filen hämtas redan in.
people-refused-days-reversed = Den sista dagen är före den första.
people-refused-days-over = De här dagarna är över, eller mer än tre år bort.
people-refused-days-taken = En annan frånvaro har en av de här dagarna. Ta tillbaka den först.
people-refused-not-a-day = Välj den första och den sista dagen.
people-refused-no-deputy = Välj en ersättare som svarar kunder och får logga in, eller ingen.
people-refused-not-a-cap = Skriv ett heltal mellan 1 och 1000, eller inget.
people-refused-not-a-weight = Skriv ett heltal mellan 1 och 100.
people-refused-nobody-meant = Ingen enskild kund har den adressen eller telefonen.
people-refused-second-on = Tvåfaktor är redan på.
people-refused-second-obliged = Din roll måste ha tvåfaktor, så det förblir på.
people-refused-wrong-code = Det är inte koden just nu, eller så är den använd. Vänta på nästa, och se efter att klockan i telefonen går rätt.

## Vad som hände

event-person-appeared = { $name } skrev för första gången
event-person-made = { $name } lades till
event-person-renamed = Namnet ändrades från { $from } till { $to }
event-person-address-added = { $address } lades till
event-person-erased = Allt som fanns om den här kunden raderades
event-person-took-in = { $name } är en del av den här kunden nu
event-person-became-part = Blev en del av { $name }
event-person-taken-apart = Skildes från { $name } igen
event-person-left-apart = Någon liknade men är en annan
event-person-address-failing = Mejl till { $address } kom tillbaka. { $words }
event-person-address-works = { $address } fungerar igen
event-person-address-removed = { $address } togs bort
event-person-phone-added = Telefon { $number } lades till
event-person-phone-changed = Telefon ändrades från { $from } till { $to }
event-person-phone-removed = Telefon { $number } togs bort
event-person-name-added = Även känd som { $name }
event-person-name-removed = Inte längre känd som { $name }
event-person-title = Rollen ändrades från ”{ $from }” till ”{ $to }”
event-person-postal = Postadressen ändrades från ”{ $from }” till ”{ $to }”
event-person-language = Språket att skriva på ändrades från ”{ $from }” till ”{ $to }”
event-person-addressed = Tilltalet ändrades från ”{ $from }” till ”{ $to }”
event-person-channel =
    { $to ->
        [mail] Vill helst nås via mejl
        [phone] Vill helst nås per telefon
        [post] Vill helst nås per brev
       *[other] Kan nås som det passar
    }
event-person-hours = Tiderna att nås på ändrades från ”{ $from }” till ”{ $to }”
event-person-vip = Blev VIP
event-person-vip-no-more = Är inte längre VIP
event-person-blocked = Blockerad: { $reason }
event-person-unblocked = Inte längre blockerad
event-person-note-added = En anteckning skrevs
event-person-note-changed = En anteckning ändrades
event-person-note-removed = En anteckning togs bort
event-person-note-pinned = En anteckning fästes
event-person-note-unpinned = En anteckning lossades
event-person-joined = Hör till { $name }
event-person-left = Hör inte längre till { $name }
event-field-changed = { $name } ändrades från ”{ $from }” till ”{ $to }”
event-organisation-added = { $name } lades till
event-organisation-renamed = Namnet ändrades från { $from } till { $to }
event-organisation-domain-added = Domänen { $domain } lades till
event-organisation-domain-removed = Domänen { $domain } togs bort
event-organisation-joining = Den som skriver från domänerna kommer med direkt
event-organisation-asking = Den som skriver från domänerna föreslås
event-signin-succeeded = { $name } kom in från { $peer }
event-signin-failed = Fel lösenord eller kod för { $name }, från { $peer }
event-signin-unknown = En inloggning till ett konto som inte finns, från { $peer }
event-signin-ended = { $name } loggade ut
event-person-handed-out = Allt som finns om den här kunden lämnades ut som fil
event-staff-added = { $name } fick ett konto
event-staff-invited = { $name } blev inbjuden
event-staff-password-changed = { $name } har fått ett nytt lösenord
event-staff-became-owner = { $name } blev ägare
event-staff-became-admin = { $name } blev administratör
event-staff-became-light = { $name } blev medhjälpare
event-staff-limited = { $name } ser bara egna avdelningar
event-staff-unlimited = { $name } ser alla samtal
event-department-made = Avdelningen { $name } skapades
event-department-changed = Avdelningen { $name } ändrades
event-department-closed = Avdelningen { $name } stängdes
event-department-opened = Avdelningen { $name } öppnades igen
event-staff-became-agent = { $name } blev handläggare
event-staff-disabled = { $name } spärrades
event-staff-enabled = { $name } kan logga in igen
event-staff-profile-changed = { $name } ändrade sin profil
event-staff-second-on = { $name } slog på tvåfaktor
event-staff-second-off = Tvåfaktor för { $name } stängdes av
event-staff-recovery-renewed = { $name } gjorde nya reservkoder
event-staff-recovery-used = { $name } loggade in med en reservkod
event-staff-absence-planned = { $name } är borta från { $first } till { $last }
event-staff-absence-cancelled = { $name } är här ändå från { $first } till { $last }
event-staff-workload-changed = { $name } tar högst { $cap } öppna samtal, för { $weight } % av en tjänst
event-token-made = API-nyckeln { $name } gjordes
event-token-revoked = API-nyckeln { $name } återkallades

## Customers out of files

imports-title = Hämta in kunder
imports-lead = En tabell (CSV) eller kort (vCard) från ett annat program. Först ser du hur vi läser filen och vad det blir av varje rad; inget skrivs förrän du säger till.
imports-file = Fil
imports-file-hint = Högst { $most } MB. Kolumnerna känns igen på rubrikerna, på fem språk.
imports-look = Titta på den
imports-earlier = Tidigare filer
imports-when = När
imports-state = Hur långt
imports-state-waiting = Inte börjat
imports-state-running = Pågår
imports-state-done = Klart
imports-state-stopped = Stoppat
imports-outcome-added = Nya
imports-outcome-filled = Kompletterade
imports-outcome-same = Oförändrade
imports-outcome-refused = Avvisade
imports-why-address = ingen e-postadress
imports-why-phone = inget telefonnummer, eller så saknas landet
imports-why-language = inte ett av de fem språken
imports-why-unfit = passar inte här
imports-why-nobody = Varken namn, adress eller telefon
imports-why-broken = Raden kan inte läsas: ett citattecken är inte stängt, eller så är den för lång
imports-why-several = Hör till mer än en kund
imports-why-too-many = mer än en kund kan ha
imports-nothing-yet = Inget är skrivet än. Kontrollera hur vi läser filen; det du ändrar här visas nedan.
imports-charset = Teckenuppsättning
imports-delimiter = Mellan cellerna står
imports-delimiter-comma = Komma
imports-delimiter-semicolon = Semikolon
imports-delimiter-tab = Tabb
imports-delimiter-bar = Lodrätt streck
imports-country = Telefoner utan landsnummer är i
imports-heading = Första raden är rubriker
imports-columns = Vad som står i varje kolumn
imports-column = Kolumn
imports-column-skip = Ta inte med
imports-column-name = Hela namnet
imports-column-given = Förnamn
imports-column-family = Efternamn
imports-column-address = E-postadresser
imports-column-phone = Telefoner
imports-column-organisation = Organisation
imports-column-title = Roll eller titel
imports-column-postal = Rad i postadressen
imports-column-language = Språk
imports-column-note = Anteckning
imports-overwrite = Ersätt det kollegor har skrivit där filen säger något annat
imports-look-again = Titta igen
imports-start = Hämta in allt
imports-leave = Låt filen vara
imports-first-rows = Vad det skulle bli av de första raderna
imports-no-rows = Det finns ingen rad i filen.
imports-row = Rad
imports-becomes = Blir
imports-remarks = Utelämnat
imports-id = Id
imports-report = Vad det blev av varje rad (CSV)
imports-stop = Stoppa
imports-progress = { $percent } % av filen, { $rows } rader. Du kan lämna sidan; det fortsätter.
imports-refused-title = Rader som avvisades
event-import-started = Filen { $name } med kunder hämtas in
event-import-done = Filen { $name } är inhämtad: { $added } nya, { $filled } kompletterade, { $refused } avvisade
event-import-stopped = Inhämtningen av filen { $name } stoppades

## Related customers

related-title = Kunder som hör ihop
related-family = familj
related-colleague = kollega
related-assistant = assisterar dem
related-assisted = får hjälp av dem
related-spokesperson = talar för dem
related-spoken-for = de talar för den här
related-add = Koppla en kund
related-who = Vem
related-who-hint = En adress eller telefon de har, eller adressen till deras akt här.
related-tie = Vad de är
related-remove = Ta bort kopplingen till { $name }
event-person-related = Kopplad till en annan kund
event-person-unrelated = Inte längre kopplad till en annan kund

# Before something grave: prove once more that it is you.
proof-password = Ditt lösenord
proof-why = Så att ingen vid en olåst dator kan göra detta.
proof-none = Du har inget lösenord än. Välj ett först, så att ingen vid en olåst dator kan göra detta.
customers-needs = Behov
customers-needs-show = Visa behoven

# Det en kund bad om, utöver väg och tider.
customers-channel-post = Per brev
customers-manner = Tilltala dem
customers-manner-house = Som vi brukar
customers-manner-formal = Formellt
customers-manner-familiar = Informellt
customers-reach-days = Helst { $days }
customers-days = På de här dagarna
customers-zone = Deras tidszon
customers-zone-hint = Klockan som deras tider går efter. Tomt: vår.
event-person-manner =
    { $to ->
        [formal] Ska tilltalas formellt
        [familiar] Ska tilltalas informellt
       *[other] Ska tilltalas som vanligt
    }
event-person-days = Dagarna att nås på ändrades
event-person-zone = Tidszonen ändrades från ”{ $from }” till ”{ $to }”

# Omtanke: det någon går igenom, bara för kollegor.
care-title = Omtanke
care-none = Inget att ta särskild hänsyn till.
care-add = Visa omtanke
care-kind = Vad de går igenom
care-why = Med egna ord
care-why-hint = Kollegor läser det innan de skriver. Kunden ser det aldrig.
care-until = Till och med
care-until-hint = Högst ett år framåt. Tomt: så länge som vanligt.
care-until-day = Till och med { $day }
care-end = Avsluta nu
care-bereavement = Sorg
care-illness = Sjukdom
care-hardship = Ont om pengar
care-new-baby = Nyfött barn
care-help = Behöver hjälp
care-other = Visa omtanke
care-manner-bereavement = Skriv varmt; inget säljs.
care-manner-illness = Var tålmodig och skriv kort; inget säljs.
care-manner-hardship = Var varsam när det gäller pengar; inget säljs.
care-manner-new-baby = Skriv kort; de har ont om tid.
care-manner-help = Fråga vad som hjälper, och låt dem slippa be två gånger.
care-manner-other = Skriv med omtanke; inget säljs.
people-refused-care-until = Välj en dag från i dag till om ett år.
people-refused-care-twice = Den omtanken finns redan. Ändra den i stället.
event-person-care-set =
    { $kind ->
        [bereavement] Visas omtanke till och med { $until }: sorg
        [illness] Visas omtanke till och med { $until }: sjukdom
        [hardship] Visas omtanke till och med { $until }: ont om pengar
        [new_baby] Visas omtanke till och med { $until }: nyfött barn
        [help] Visas omtanke till och med { $until }: behöver hjälp
       *[other] Visas omtanke till och med { $until }
    }
event-person-care-changed =
    { $kind ->
        [bereavement] Omtanken ändrades: sorg, till och med { $until }
        [illness] Omtanken ändrades: sjukdom, till och med { $until }
        [hardship] Omtanken ändrades: ont om pengar, till och med { $until }
        [new_baby] Omtanken ändrades: nyfött barn, till och med { $until }
        [help] Omtanken ändrades: behöver hjälp, till och med { $until }
       *[other] Omtanken ändrades, till och med { $until }
    }
event-person-care-ended =
    { $kind ->
        [bereavement] Omtanken avslutades: sorg
        [illness] Omtanken avslutades: sjukdom
        [hardship] Omtanken avslutades: ont om pengar
        [new_baby] Omtanken avslutades: nyfött barn
        [help] Omtanken avslutades: behöver hjälp
       *[other] Omtanken avslutades
    }

## What colleagues can

settings-skills = Färdigheter
skills-lead = Det som inte alla här kan: reparationer, tull, ett märke. Avdelningar, brevlådor och etiketter kan kräva en färdighet (Inställningar → Turer).
skills-none = Inga färdigheter än.
skills-new = Ny färdighet
skills-name = Namn
skills-add = Lägg till
skills-remove = Ta bort
skills-remove-one = Ta bort { $name }
skills-nobody = Ingen har den än. Färdigheter ges på varje kollegas sida.
skills-who = Har den:
abilities-title = Färdigheter och språk
abilities-lead = Det som delas ut efter tur går till den som kan det som behövs.
abilities-own = Språk jag skriver
abilities-own-lead = Det som delas ut efter tur på andra språk går till andra så länge de är här.
abilities-skills = Färdigheter
abilities-no-skills = Det finns inga färdigheter än.
abilities-writes = Språk
abilities-writes-hint = Är inget ikryssat räknas det som alla.
event-staff-skills-changed = { $name } har nu de här färdigheterna: { $skills }
event-staff-writes-changed = { $name } skriver nu de här språken: { $languages }
abilities-turns = Turerna du fick
abilities-rota = Kundveckor för alla
