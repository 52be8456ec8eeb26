# Demoen: en smal linje over hver side flytter forretningstiden.

demo-name = Demotid
demo-pause = Pause
demo-run = La tiden gå
demo-hour = +1 t
demo-day = +1 dag
demo-next = Neste frist

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Alt virksomheten har her, i én fil om dagen. Hver fil leses tilbake før den teller.
backups-nowhere = Denne Tillit ble startet uten en mappe for sikkerhetskopier, så ingen blir skrevet. Den som drifter den, kan endre det.
backups-when = Når, og hvor mange som blir
backups-daily = Skriv én hver dag
backups-daily-hint = Du kan arbeide som vanlig imens.
backups-days = Dager det beholdes én av
backups-weeks = Uker det beholdes én av
backups-number-wrong = Et helt tall fra 1 til { $most }; uker kan være 0.
backups-written = Skrevet så langt
backups-now = Skriv en nå
backups-none = Ingen sikkerhetskopi er skrevet ennå.
backups-key = Filen secret.key er aldri med i en sikkerhetskopi: oppbevar en kopi et annet sted. Ha også en kopi av selve sikkerhetskopiene et annet sted.
backups-good = Hel
backups-damaged = Filer mangler
backups-holds =
    { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    }, { $size }
backups-failed = Mislyktes
backups-saved = Lagret.
backups-begun = En sikkerhetskopi skrives nå. Den står under når den er hel.
backups-late = Det er ikke tatt noen god sikkerhetskopi siden { $since }.
backups-late-open = Se hvorfor
