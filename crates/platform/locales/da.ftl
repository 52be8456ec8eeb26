# Generic words, dates and what went wrong. Shown by the platform and shared by every page.

## Words on buttons and links

word-save = Gem
word-cancel = Annuller
word-close = Luk
word-search = Søg
word-settings = Indstillinger
settings-find = Find en indstilling
word-sign-out = Log ud
word-language = Sprog
word-retry = Prøv igen
word-undo = Fortryd
word-more = Vis mere

## A form with something to save

form-unsaved = Ikke gemte ændringer
form-discard = Kassér

## Dates and durations

date-today = i dag { $time }
date-yesterday = i går { $time }
date-tomorrow = i morgen { $time }
date-weekday-time = { $weekday } { $time }
date-day-month = { $day }. { $month }
date-day-month-year = { $day }. { $month } { $year }
date-full = { $weekday } den { $day }. { $month } { $year } kl. { $time }
date-before-today = i dag før kl. { $time }
date-before-tomorrow = i morgen, { $weekday } den { $day }. { $month }, før kl. { $time }
date-before = { $weekday } den { $day }. { $month } før kl. { $time }
duration-minutes = { $count } min
duration-hours = { $count } t
duration-days = { $count } d
date-monday-short = man.
date-monday-long = mandag
date-tuesday-short = tirs.
date-tuesday-long = tirsdag
date-wednesday-short = ons.
date-wednesday-long = onsdag
date-thursday-short = tors.
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
date-month-3-short = mar.
date-month-3-long = marts
date-month-4-short = apr.
date-month-4-long = april
date-month-5-short = maj
date-month-5-long = maj
date-month-6-short = jun.
date-month-6-long = juni
date-month-7-short = jul.
date-month-7-long = juli
date-month-8-short = aug.
date-month-8-long = august
date-month-9-short = sep.
date-month-9-long = september
date-month-10-short = okt.
date-month-10-long = oktober
date-month-11-short = nov.
date-month-11-long = november
date-month-12-short = dec.
date-month-12-long = december

## When something does not work

problem-not-found-title = Denne side findes ikke
problem-not-found-body = Den kan være flyttet, eller du har ikke adgang til den.
problem-forbidden-title = Du har ikke lov til dette
problem-forbidden-body = Spørg en administrator, hvis du har brug for det i dit arbejde.
problem-foreign-title = Vi kunne ikke se, hvor dette kom fra
problem-foreign-body = For en sikkerheds skyld blev intet ændret. Åbn siden igen, og prøv en gang til.
problem-invalid-title = Noget skal ses igennem igen
problem-invalid-body = Gå tilbage, og se på det, du har udfyldt. Det, du sendte, passede ikke til denne side.
problem-too-large-title = Dette er for stort
problem-too-large-body = Intet blev gemt. Prøv med en mindre fil eller en kortere tekst.
problem-too-many-title = Et øjeblik
problem-too-many-body =
    Der kom mange forsøg på kort tid. Prøv igen om { $minutes ->
        [one] et minut
       *[other] { $minutes } minutter
    }.
problem-away-title = Intet kan gemmes lige nu
problem-away-body = Vores disk eller database er ude af drift; det er noteret. Det, du lige sendte, er måske ikke gemt: se efter, før du sender det igen. Nummer til administratoren: { $reference }
problem-busy-title = Der er meget at lave lige nu
problem-busy-body = Intet er ændret. Prøv igen om et øjeblik.
problem-method-title = Dette kan ikke gøres her
problem-method-body = Gå tilbage til den forrige side, og prøv derfra.
problem-fault-title = Noget gik galt hos os
problem-fault-body = Det er noteret. Prøv igen om lidt, og hvis det ikke hjælper, så giv administratoren dette nummer: { $reference }
problem-home = Til startsiden

## Choosing a password

password-too-short = Brug mindst { $least } tegn. Et par ord efter hinanden fungerer godt.
password-too-long = Brug højst { $most } tegn.
password-common = Denne adgangskode er blandt de første, andre prøver. Vælg en, som kun du kan finde på.
password-like-address = Vælg en adgangskode, som ikke er din e-mailadresse.

## The frame of the desk

shell-skip = Gå til indholdet
shell-main = Hovedmenu
shell-menu = Din menu
shell-profile = Min profil
shell-keys = Tastaturgenveje
shell-keys-off = Genveje med et enkelt bogstav er slået fra i din profil.
shell-failed-offline = Ingen forbindelse. Din tekst er i sikkerhed her.
shell-failed-error = Noget gik galt hos os. Din tekst er i sikkerhed her.
shell-failed-refused = Det lykkedes ikke. Åbn siden igen for at se, hvordan det står til.

# The palette.
palette-open = Søg eller gå til …
palette-title = Søg og kommandoer
palette-label = Skriv en kommando eller søg …
palette-list = Resultater
palette-page = Denne side
palette-go = Gå til
palette-recent = Senest åbnet
palette-everywhere = Søg overalt efter »{ $q }«
palette-move = flyt
palette-choose = vælg
palette-commands = kun kommandoer
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

api-docs-begin = Send en nøgle i hovedet »Authorization: Bearer …«. Teksten nedenfor er på engelsk, som programmer er.
api-docs-file = Det samme som OpenAPI 3.1-fil
api-docs-parameters = Parametre
api-docs-takes = Tager imod
api-docs-answers = Svarer

# A fact of the log: somebody changed a page of settings.
event-settings-changed = Indstillinger blev ændret: { $page }

# Facts of the log: the whole business as a packed file.
event-takeout-begun = Pakning af hele virksomheden blev startet
event-takeout-done = Hele virksomheden blev pakket
event-takeout-failed = Pakning af hele virksomheden mislykkedes
event-takeout-downloaded = Den pakkede virksomhed blev hentet
event-takeout-removed = Den pakkede virksomhed blev fjernet
event-takeout-stopped = Pakning af hele virksomheden blev stoppet: den, der bad om det, må ikke længere
takeout-running-already = Alt bliver allerede pakket. Vent, til det er færdigt, eller stop det.
