# Demoen: en smal bjælke over hver side flytter forretningstiden.

demo-name = Demotid
demo-pause = Pause
demo-run = Lad tiden gå
demo-hour = +1 t
demo-day = +1 dag
demo-next = Næste frist

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Alt, hvad virksomheden har her, i én fil om dagen. Hver fil læses tilbage, før den tæller.
backups-nowhere = Denne Tillit blev startet uden en mappe til sikkerhedskopier, så ingen bliver skrevet. Den, der driver den, kan ændre det.
backups-when = Hvornår, og hvor mange der bliver
backups-daily = Skriv én hver dag
backups-daily-hint = Du kan arbejde som sædvanligt imens.
backups-days = Dage, der beholdes én fra
backups-weeks = Uger, der beholdes én fra
backups-number-wrong = Et helt tal fra 1 til { $most }; uger må være 0.
backups-written = Skrevet indtil nu
backups-now = Skriv en nu
backups-none = Ingen sikkerhedskopi er skrevet endnu.
backups-key = Filen secret.key er aldrig med i en sikkerhedskopi: gem en kopi et andet sted. Hav også en kopi af selve sikkerhedskopierne et andet sted.
backups-good = Hel
backups-damaged = Filer mangler
backups-holds =
    { $rows ->
        [one] { $rows } række
       *[other] { $rows } rækker
    }, { $size }
backups-failed = Mislykkedes
backups-saved = Gemt.
backups-begun = En sikkerhedskopi skrives nu. Den står nedenfor, når den er hel.
backups-late = Der er ikke taget nogen god sikkerhedskopi siden { $since }.
backups-late-open = Se hvorfor
