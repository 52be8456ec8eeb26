# Generic words, dates and what went wrong. Shown by the platform and shared by every page.

## Words on buttons and links

word-save = Spara
word-cancel = Avbryt
word-close = Stäng
word-search = Sök
word-settings = Inställningar
settings-find = Hitta en inställning
word-sign-out = Logga ut
word-language = Språk
word-retry = Försök igen
word-undo = Ångra
word-more = Visa fler

## A form with something to save

form-unsaved = Osparade ändringar
form-discard = Släng

## Dates and durations

date-today = i dag { $time }
date-yesterday = i går { $time }
date-tomorrow = i morgon { $time }
date-weekday-time = { $weekday } { $time }
date-day-month = { $day } { $month }
date-day-month-year = { $day } { $month } { $year }
date-full = { $weekday } { $day } { $month } { $year } kl. { $time }
date-before-today = i dag före kl. { $time }
date-before-tomorrow = i morgon, { $weekday } { $day } { $month }, före kl. { $time }
date-before = { $weekday } { $day } { $month } före kl. { $time }
duration-minutes = { $count } min
duration-hours = { $count } h
duration-days = { $count } d
date-monday-short = mån
date-monday-long = måndag
date-tuesday-short = tis
date-tuesday-long = tisdag
date-wednesday-short = ons
date-wednesday-long = onsdag
date-thursday-short = tors
date-thursday-long = torsdag
date-friday-short = fre
date-friday-long = fredag
date-saturday-short = lör
date-saturday-long = lördag
date-sunday-short = sön
date-sunday-long = söndag
date-month-1-short = jan.
date-month-1-long = januari
date-month-2-short = feb.
date-month-2-long = februari
date-month-3-short = mars
date-month-3-long = mars
date-month-4-short = apr.
date-month-4-long = april
date-month-5-short = maj
date-month-5-long = maj
date-month-6-short = juni
date-month-6-long = juni
date-month-7-short = juli
date-month-7-long = juli
date-month-8-short = aug.
date-month-8-long = augusti
date-month-9-short = sep.
date-month-9-long = september
date-month-10-short = okt.
date-month-10-long = oktober
date-month-11-short = nov.
date-month-11-long = november
date-month-12-short = dec.
date-month-12-long = december

## When something does not work

problem-not-found-title = Den här sidan finns inte
problem-not-found-body = Den kan ha flyttats, eller så har du inte tillgång till den.
problem-forbidden-title = Du får inte göra det här
problem-forbidden-body = Fråga en administratör om du behöver det i ditt arbete.
problem-foreign-title = Vi kunde inte se var det här kom ifrån
problem-foreign-body = För säkerhets skull ändrades ingenting. Öppna sidan igen och försök en gång till.
problem-invalid-title = Något behöver ses över
problem-invalid-body = Gå tillbaka och se över det du fyllde i. Det du skickade passade inte den här sidan.
problem-too-large-title = Det här är för stort
problem-too-large-body = Ingenting sparades. Försök med en mindre fil eller en kortare text.
problem-too-many-title = Ett ögonblick
problem-too-many-body =
    Det kom många försök på kort tid. Försök igen om { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    }.
problem-away-title = Ingenting kan sparas just nu
problem-away-body = Vår disk eller databas fungerar inte; det är noterat. Det du nyss skickade är kanske inte sparat: titta efter innan du skickar det igen. Nummer till administratören: { $reference }
problem-busy-title = Det är mycket att göra just nu
problem-busy-body = Ingenting har ändrats. Försök igen om en liten stund.
problem-method-title = Det här går inte här
problem-method-body = Gå tillbaka till föregående sida och försök därifrån.
problem-fault-title = Något gick fel hos oss
problem-fault-body = Det är noterat. Försök igen om en stund, och om det inte hjälper, ge administratören det här numret: { $reference }
problem-home = Till startsidan

## Choosing a password

password-too-short = Använd minst { $least } tecken. Några ord i rad fungerar bra.
password-too-long = Använd högst { $most } tecken.
password-common = Det här lösenordet är bland de första som andra provar. Välj ett som bara du kan komma på.
password-like-address = Välj ett lösenord som inte är din e-postadress.

## The frame of the desk

shell-skip = Hoppa till innehållet
shell-main = Huvudmeny
shell-menu = Din meny
shell-profile = Min profil
shell-keys = Kortkommandon
shell-keys-off = Kortkommandon med en enda bokstav är avstängda i din profil.
shell-failed-offline = Ingen anslutning. Din text är i säkert förvar här.
shell-failed-error = Något gick fel hos oss. Din text är i säkert förvar här.
shell-failed-refused = Det gick inte. Öppna sidan igen för att se hur det ser ut.

# The palette.
palette-open = Sök eller gå till …
palette-title = Sök och kommandon
palette-label = Skriv ett kommando eller sök …
palette-list = Träffar
palette-page = Den här sidan
palette-go = Gå till
palette-recent = Senast öppnade
palette-everywhere = Sök överallt efter ”{ $q }”
palette-move = flytta
palette-choose = välj
palette-commands = bara kommandon
palette-people = personer
palette-conversations = samtal

countdown-seconds = { $n } s
countdown-minutes = { $n } min
countdown-hours = { $n } h
countdown-days = { $n } d
countdown-late-minutes = { $n } min sen
countdown-late-hours = { $n } h sen
countdown-late-days = { $n } d sen

## What programs can ask, as a page

api-docs-begin = Skicka en nyckel i huvudet ”Authorization: Bearer …”. Texten nedan är på engelska, som program är.
api-docs-file = Samma sak som OpenAPI 3.1-fil
api-docs-parameters = Parametrar
api-docs-takes = Tar emot
api-docs-answers = Svarar

# A fact of the log: somebody changed a page of settings.
event-settings-changed = Inställningar ändrades: { $page }

# Facts of the log: the whole business as a packed file.
event-takeout-begun = Packning av hela verksamheten påbörjades
event-takeout-done = Hela verksamheten packades
event-takeout-failed = Packning av hela verksamheten misslyckades
event-takeout-downloaded = Den packade verksamheten laddades ner
event-takeout-removed = Den packade verksamheten togs bort
event-takeout-stopped = Packning av hela verksamheten stoppades: den som bad om det får inte längre
takeout-running-already = Allt packas redan. Vänta tills det är klart, eller stoppa det.
