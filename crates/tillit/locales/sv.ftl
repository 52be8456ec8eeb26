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

# The whole business as a packed file: a page of the settings, and the line above every page once it is there.

takeout-lead = Allt som din verksamhet har här som en enda fil: för andra program, för egna analyser och för att komma tillbaka.
takeout-news-done = Allt är packat och kan hämtas.
takeout-news-failed = Packningen misslyckades.
takeout-news-gone = Det som var packat är borttaget: en kund raderades, eller ord togs bort.
takeout-news-open = Ta en titt
takeout-pack = Packa allt
takeout-pack-lead = Ni kan arbeta som vanligt under tiden. Stäng gärna sidan: du får veta när det är klart.
takeout-in = Är med: kunder, samtal, e-post som den kom, filer, inställningar och hela historiken, som vanlig JSON i en ZIP-fil.
takeout-out = Är inte med: lösenord, andra faktorer, nycklar, sessioner och inloggningslänkar. Kollegerna väljer nya lösenord när allt kommer tillbaka.
takeout-kept = Filen sparas i 48 timmar. Raderas en kund eller tas ord bort under tiden tas den bort genast.
takeout-proved = Du visar vem du är innan packningen börjar och innan du hämtar. I 15 minuter frågas du inte igen när du hämtar.
takeout-prove = Visa att det är du
takeout-prove-lead = Den som har den här filen har allt som ditt företag har här.
takeout-prove-go = Bekräfta
takeout-prove-back = Tillbaka
takeout-proved-now = Bekräftat. De närmaste 15 minuterna kan du hämta det som är packat.
takeout-begin = Packa allt
takeout-running = Packar
takeout-waiting = Det börjar strax.
takeout-progress = { $done } av { $total } tabeller är skrivna, med sina filer.
takeout-again = Tillit startades om under tiden, så packningen började om: försök { $tries }.
takeout-leave = Du behöver inte stanna på den här sidan.
takeout-stop = Stoppa packningen
takeout-earlier = Packat hittills
takeout-none = Inget har packats än.
takeout-done = Hel
takeout-elsewhere = Inte på den här servern
takeout-elsewhere-why = Filen finns inte där den lades. Om era servrar inte delar mappen med filer har bara den som skrev filen den. Annars: ta bort den och packa igen.
takeout-failed = Misslyckades
takeout-removed = Borttagen
takeout-holds = { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
    }, { $files ->
    [one] { $files } fil
   *[other] { $files } filer
    }, { $size }
takeout-gone-hand = Någon tog bort eller stoppade den.
takeout-gone-time = Dess 48 timmar var över.
takeout-gone-erased = En kund raderades, eller ord togs bort. De kan ha funnits i filen. Packa igen om du fortfarande behöver den.
takeout-gone-account = Packningen stoppades: den som bad om den spärrades eller är inte ägare längre.
takeout-no-room = Packningen kan behöva { $needed }, och { $free } är ledigt på serverns disk. Gör plats där, eller be den som sköter servern att skriva till en annan disk med ”tillit export”.
takeout-interrupted = Tillit startades om gång på gång under packningen. Försök igen, eller be den som sköter servern att använda ”tillit export”.
takeout-fault = Något gick fel på servern. Försök igen; den som sköter servern kan läsa det som följer.
takeout-damaged = { $count ->
    [one] En sparad fil saknades eller var redan skadad och är inte med.
   *[other] { $count } sparade filer saknades eller var redan skadade och är inte med.
    }
takeout-more = Kontrollsumma, och vad som utelämnats
takeout-left-out = Utelämnat
takeout-damaged-files = Saknas eller skadade
takeout-fetch = Ladda ner
takeout-fetch-of = Ladda ner det som packades { $when }
takeout-remove = Ta bort
takeout-remove-of = Ta bort det som packades { $when }
takeout-until = Sparas till { $until }

# The settings as one file: taken along, brought, looked at, taken in.

setfile-lead = Allt som är inställt här som en fil som folk kan läsa: att spara, och för att ställa in ett annat Tillit likadant.
setfile-out = Ta med
setfile-out-lead = Samma inställningar ger samma fil, så två filer kan jämföras.
setfile-in-it = Är med: verksamheten, hur samtal beter sig, svarstider, öppettider, serviceregler som inte nämner kunder, kvitton, ton, ämnen för behov, kundernas sidor, vems ord om avsändare som gäller, vilka som måste ha en andra faktor, namn på statusar, avdelningar, färdigheter, vem som står på tur och vad som krävs för det, kundveckor för alla, vad som frågas när samtal slutar, fält, kontaktformulär, makron, etiketter, vyer, verksamhetens egna återkommande samtal, regler, hur länge man är inloggad och hur länge raderade samtal sparas.
setfile-not-in-it = Är inte med: lösenord, nycklar, brevlådor och servrar, kolleger och vem som arbetar var, egna vyer, återkommande samtal för en kund, vilken kollega ett makro ger samtal till, logotypen, makronas filer och säkerhetskopior.
setfile-sign-in = Hur länge man är inloggad
setfile-fetch = Ladda ner
setfile-in = Ta in en fil
setfile-in-lead = Först ser du vad den skulle ändra. Det som filen inte nämner blir som det är.
setfile-file = Fil (JSON)
setfile-look = Titta på den
setfile-empty = Välj en fil som det står något i.
setfile-no-json = Detta är inte JSON: { $why }
setfile-earlier = Intaget hittills
setfile-changes = { $count ->
    [one] En sak ändrad
   *[other] { $count } saker ändrade
    }
setfile-would = { $count ->
    [one] Den skulle ändra en sak.
   *[other] Den skulle ändra { $count } saker.
    }
setfile-nothing-yet = Inget är ändrat än.
setfile-all-same = Den skulle inte ändra något: allt är redan inställt så.
setfile-remove = Ta bort det som listorna inte nämner
setfile-remove-hint = Avdelningar stängs, fält tas ur bruk, namn på tillstånd, kontaktformulär, makron, vyer, återkommande samtal och etiketter som inte står på något samtal tas bort. Titta igen för att se vilka.
setfile-leave = Låt den vara
setfile-look-again = Titta igen
setfile-take = Ta in den
setfile-wrong = { $count ->
    [one] Ett ställe i filen behöver ses över
   *[other] { $count } ställen i filen behöver ses över
    }
setfile-changed = Det som är annorlunda
setfile-part = Sida
setfile-name = Vad
setfile-what = Blir
setfile-from = Före
setfile-to = Efter
setfile-same = { $count ->
    [one] En sak är densamma
   *[other] { $count } saker är desamma
    }
setfile-added = Ny
setfile-is-changed = Ändrad
setfile-removed = Borttagen
setfile-is-same = Densamma
setfile-taken = Intagen { $when }.
setfile-back = Inställningarna som de var innan finns sparade som fil. Ta in den för att gå tillbaka.
setfile-before = Ladda ner inställningarna från innan
