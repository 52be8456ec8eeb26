# Demon: en smal rad ovanför varje sida flyttar affärstiden.

demo-name = Demotid
demo-pause = Pausa
demo-run = Låt tiden gå
demo-hour = +1 h
demo-day = +1 dag
demo-next = Nästa frist

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Allt som verksamheten har här, i en fil om dagen. Varje fil läses tillbaka innan den räknas.
backups-nowhere = Denna Tillit startades utan en mapp för säkerhetskopior, så inga skrivs. Den som driver den kan ändra det.
backups-when = När, och hur många som blir kvar
backups-daily = Skriv en varje dag
backups-daily-hint = Du kan arbeta som vanligt under tiden.
backups-days = Dagar att behålla en från
backups-weeks = Veckor att behålla en från
backups-number-wrong = Ett heltal från 1 till { $most }; veckor kan vara 0.
backups-written = Skrivna hittills
backups-now = Skriv en nu
backups-none = Ingen säkerhetskopia har skrivits ännu.
backups-key = Filen secret.key är aldrig med i en säkerhetskopia: förvara en kopia på ett annat ställe. Ha också en kopia av själva säkerhetskopiorna på ett annat ställe.
backups-good = Hel
backups-damaged = Filer saknas
backups-holds =
    { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    }, { $size }
backups-failed = Misslyckades
backups-saved = Sparat.
backups-begun = En säkerhetskopia skrivs nu. Den visas nedan när den är hel.
backups-late = Det har inte tagits någon bra säkerhetskopia sedan { $since }.
backups-late-open = Se varför
