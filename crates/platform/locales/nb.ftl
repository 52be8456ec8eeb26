# Generic words, dates and what went wrong. Shown by the platform and shared by every page.

## Words on buttons and links

word-save = Lagre
word-cancel = Avbryt
word-close = Lukk
word-search = Søk
word-settings = Innstillinger
settings-find = Finn en innstilling
word-sign-out = Logg ut
word-language = Språk
word-retry = Prøv igjen
word-undo = Angre
word-more = Vis mer

## A form with something to save

form-unsaved = Ulagrede endringer
form-discard = Forkast

## Dates and durations

date-today = i dag { $time }
date-yesterday = i går { $time }
date-tomorrow = i morgen { $time }
date-weekday-time = { $weekday } { $time }
date-day-month = { $day }. { $month }
date-day-month-year = { $day }. { $month } { $year }
date-full = { $weekday } { $day }. { $month } { $year } kl. { $time }
date-before-today = i dag før kl. { $time }
date-before-tomorrow = i morgen, { $weekday } { $day }. { $month }, før kl. { $time }
date-before = { $weekday } { $day }. { $month } før kl. { $time }
duration-minutes = { $count } min
duration-hours = { $count } t
duration-days = { $count } d
date-monday-short = man.
date-monday-long = mandag
date-tuesday-short = tir.
date-tuesday-long = tirsdag
date-wednesday-short = ons.
date-wednesday-long = onsdag
date-thursday-short = tor.
date-thursday-long = torsdag
date-friday-short = fre.
date-friday-long = fredag
date-saturday-short = lør.
date-saturday-long = lørdag
date-sunday-short = søn.
date-sunday-long = søndag
date-month-1-short = jan.
date-month-1-long = januar
date-month-2-short = feb.
date-month-2-long = februar
date-month-3-short = mars
date-month-3-long = mars
date-month-4-short = apr.
date-month-4-long = april
date-month-5-short = mai
date-month-5-long = mai
date-month-6-short = juni
date-month-6-long = juni
date-month-7-short = juli
date-month-7-long = juli
date-month-8-short = aug.
date-month-8-long = august
date-month-9-short = sep.
date-month-9-long = september
date-month-10-short = okt.
date-month-10-long = oktober
date-month-11-short = nov.
date-month-11-long = november
date-month-12-short = des.
date-month-12-long = desember

## When something does not work

problem-not-found-title = Denne siden finnes ikke
problem-not-found-body = Den kan være flyttet, eller du har ikke tilgang til den.
problem-forbidden-title = Du har ikke lov til dette
problem-forbidden-body = Spør en administrator hvis du trenger det i arbeidet.
problem-foreign-title = Vi kunne ikke se hvor dette kom fra
problem-foreign-body = For sikkerhets skyld ble ingenting endret. Åpne siden på nytt og prøv en gang til.
problem-invalid-title = Noe må ses over en gang til
problem-invalid-body = Gå tilbake og se over det du fylte ut. Det du sendte, passet ikke til denne siden.
problem-too-large-title = Dette er for stort
problem-too-large-body = Ingenting ble lagret. Prøv med en mindre fil eller en kortere tekst.
problem-too-many-title = Et øyeblikk
problem-too-many-body =
    Det kom mange forsøk på kort tid. Prøv igjen om { $minutes ->
        [one] ett minutt
       *[other] { $minutes } minutter
    }.
problem-away-title = Ingenting kan lagres akkurat nå
problem-away-body = Disken eller databasen vår er ute av drift; det er notert. Det du nettopp sendte, er kanskje ikke lagret: se etter før du sender det igjen. Nummer til administratoren: { $reference }
problem-busy-title = Det er mye å gjøre akkurat nå
problem-busy-body = Ingenting er endret. Prøv igjen om et øyeblikk.
problem-method-title = Dette går ikke her
problem-method-body = Gå tilbake til forrige side og prøv derfra.
problem-fault-title = Noe gikk galt hos oss
problem-fault-body = Det er notert. Prøv igjen om litt, og hvis det ikke hjelper, gi administratoren dette nummeret: { $reference }
problem-home = Til startsiden

## Choosing a password

password-too-short = Bruk minst { $least } tegn. Noen ord etter hverandre fungerer godt.
password-too-long = Bruk høyst { $most } tegn.
password-common = Dette passordet er blant de første andre prøver. Velg et som bare du kan komme på.
password-like-address = Velg et passord som ikke er e-postadressen din.

## The frame of the desk

shell-skip = Hopp til innholdet
shell-main = Hovedmeny
shell-menu = Menyen din
shell-profile = Min profil
shell-keys = Hurtigtaster
shell-keys-off = Enkeltbokstaver som hurtigtaster er slått av i profilen din.
shell-failed-offline = Ingen forbindelse. Teksten din er trygg her.
shell-failed-error = Noe gikk galt hos oss. Teksten din er trygg her.
shell-failed-refused = Det gikk ikke. Åpne siden på nytt for å se hvordan det står til.

# The palette.
palette-open = Søk eller gå til …
palette-title = Søk og kommandoer
palette-label = Skriv en kommando eller søk …
palette-list = Treff
palette-page = Denne siden
palette-go = Gå til
palette-recent = Sist åpnet
palette-everywhere = Søk overalt etter «{ $q }»
palette-move = flytt
palette-choose = velg
palette-commands = bare kommandoer
palette-people = personer
palette-conversations = samtaler

countdown-seconds = { $n } s
countdown-minutes = { $n } min
countdown-hours = { $n } t
countdown-days = { $n } d
countdown-late-minutes = { $n } min for sent
countdown-late-hours = { $n } t for sent
countdown-late-days = { $n } d for sent

## What programs can ask, as a page

api-docs-begin = Send en nøkkel i hodet «Authorization: Bearer …». Teksten under er på engelsk, slik programmer er.
api-docs-file = Det samme som OpenAPI 3.1-fil
api-docs-parameters = Parametere
api-docs-takes = Tar imot
api-docs-answers = Svarer

# A fact of the log: somebody changed a page of settings.
event-settings-changed = Innstillinger ble endret: { $page }

# Facts of the log: the whole business as a packed file.
event-takeout-begun = Pakking av hele virksomheten ble startet
event-takeout-done = Hele virksomheten ble pakket
event-takeout-failed = Pakking av hele virksomheten mislyktes
event-takeout-downloaded = Den pakkede virksomheten ble lastet ned
event-takeout-removed = Den pakkede virksomheten ble fjernet
event-takeout-stopped = Pakking av hele virksomheten ble stoppet: den som ba om det, har ikke lov lenger
takeout-running-already = Alt blir allerede pakket. Vent til det er ferdig, eller stopp det.
