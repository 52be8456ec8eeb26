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

# The whole business as a packed file: a page of the settings, and the line above every page once it is there.

takeout-lead = Alt, hvad din virksomhed har her, som én fil: til andre programmer, til egne analyser og til at komme tilbage.
takeout-news-done = Alt er pakket og kan hentes.
takeout-news-failed = Pakningen mislykkedes.
takeout-news-gone = Det, der var pakket, er væk: en kunde blev slettet, eller ord blev fjernet.
takeout-news-open = Se efter
takeout-pack = Pak alt
takeout-pack-lead = I kan arbejde som sædvanligt imens. Luk gerne siden: du får besked, når det er færdigt.
takeout-in = Er med: kunder, samtaler, mails som de kom, filer, indstillinger og hele historikken, som almindelig JSON i en ZIP-fil.
takeout-out = Er ikke med: adgangskoder, anden faktor, nøgler, sessioner og login-links. Kollegerne vælger nye adgangskoder, når alt kommer tilbage.
takeout-kept = Filen beholdes i 48 timer. Slettes en kunde, eller fjernes ord imens, fjernes den med det samme.
takeout-proved = Du viser, hvem du er, før pakningen begynder, og før du henter. I 15 minutter bliver du ikke spurgt igen, når du henter.
takeout-prove = Vis, at det er dig
takeout-prove-lead = Den, der har denne fil, har alt, hvad din virksomhed har her.
takeout-prove-go = Bekræft
takeout-prove-back = Tilbage
takeout-proved-now = Bekræftet. De næste 15 minutter kan du hente det, der er pakket.
takeout-begin = Pak alt
takeout-running = Pakker
takeout-waiting = Det begynder om lidt.
takeout-progress = { $done } af { $total } tabeller er skrevet med deres filer.
takeout-again = Tillit blev genstartet imens, så pakningen begyndte forfra: forsøg { $tries }.
takeout-leave = Du behøver ikke blive på denne side.
takeout-stop = Stop pakningen
takeout-earlier = Pakket indtil nu
takeout-none = Intet er pakket endnu.
takeout-done = Hel
takeout-elsewhere = Ikke på denne server
takeout-elsewhere-why = Filen er ikke dér, hvor den blev lagt. Hvis jeres servere ikke deler mappen med filer, har kun den, der skrev filen, den. Ellers: fjern den, og pak igen.
takeout-failed = Mislykkedes
takeout-removed = Fjernet
takeout-holds = { $rows ->
    [one] { $rows } række
   *[other] { $rows } rækker
    }, { $files ->
    [one] { $files } fil
   *[other] { $files } filer
    }, { $size }
takeout-gone-hand = Nogen fjernede eller stoppede den.
takeout-gone-time = Dens 48 timer var gået.
takeout-gone-erased = En kunde blev slettet, eller ord blev fjernet. De kan have været i filen. Pak igen, hvis du stadig har brug for den.
takeout-gone-account = Pakningen blev stoppet: den, der bad om den, blev spærret eller er ikke ejer længere.
takeout-no-room = Pakningen kan kræve { $needed }, og { $free } er ledigt på serverens disk. Gør plads der, eller bed den, der driver serveren, om at skrive til en anden disk med »tillit export«.
takeout-interrupted = Tillit blev genstartet gang på gang under pakningen. Prøv igen, eller bed den, der driver serveren, om at bruge »tillit export«.
takeout-fault = Noget gik galt på serveren. Prøv igen; den, der driver serveren, kan læse det, der følger.
takeout-damaged = { $count ->
    [one] Én gemt fil manglede eller var allerede beskadiget og er ikke med.
   *[other] { $count } gemte filer manglede eller var allerede beskadiget og er ikke med.
    }
takeout-more = Kontrolsum, og hvad der er udeladt
takeout-left-out = Udeladt
takeout-damaged-files = Mangler eller beskadiget
takeout-fetch = Hent
takeout-fetch-of = Hent det, der blev pakket { $when }
takeout-remove = Fjern
takeout-remove-of = Fjern det, der blev pakket { $when }
takeout-until = Beholdes til { $until }

# The settings as one file: taken along, brought, looked at, taken in.

setfile-lead = Alt, der er indstillet her, som én fil, folk kan læse: til at gemme, og til at indstille et andet Tillit på samme måde.
setfile-out = Tag med
setfile-out-lead = De samme indstillinger giver den samme fil, så to filer kan sammenlignes.
setfile-in-it = Er med: virksomheden, hvordan samtaler opfører sig, svartider, åbningstider, serviceregler, der ikke nævner kunder, kvitteringer, tone, emner for behov, kundernes sider, hvis ord om afsendere der gælder, hvem der skal have en anden faktor, navne på status, afdelinger, færdigheder, hvem der står for tur, og hvad der skal til, kundeuger for alle, hvad der spørges om, når samtaler ender, felter, kontaktformularer, makroer, mærkater, visninger, virksomhedens egne tilbagevendende samtaler, regler, hvor længe man er logget ind, og hvor længe slettede samtaler beholdes.
setfile-not-in-it = Er ikke med: adgangskoder, nøgler, postkasser og servere, kolleger og hvem der arbejder hvor, egne visninger, tilbagevendende samtaler for en kunde, hvilken kollega en makro giver samtaler til, logoet, makroernes filer og sikkerhedskopier.
setfile-sign-in = Hvor længe man er logget ind
setfile-fetch = Hent
setfile-in = Tag en fil ind
setfile-in-lead = Først ser du, hvad den ville ændre. Det, filen ikke nævner, bliver, som det er.
setfile-file = Fil (JSON)
setfile-look = Se på den
setfile-empty = Vælg en fil, der står noget i.
setfile-no-json = Dette er ikke JSON: { $why }
setfile-earlier = Taget ind indtil nu
setfile-changes = { $count ->
    [one] Én ting ændret
   *[other] { $count } ting ændret
    }
setfile-would = { $count ->
    [one] Den ville ændre én ting.
   *[other] Den ville ændre { $count } ting.
    }
setfile-nothing-yet = Intet er ændret endnu.
setfile-all-same = Den ville ikke ændre noget: alt er allerede indstillet sådan.
setfile-remove = Tag det væk, som listerne ikke nævner
setfile-remove-hint = Afdelinger lukkes, felter tages ud af brug, navne på tilstande, kontaktformularer, makroer, visninger, tilbagevendende samtaler og mærkater, der ikke står på nogen samtale, fjernes. Se igen for at se hvilke.
setfile-leave = Lad den ligge
setfile-look-again = Se igen
setfile-take = Tag den ind
setfile-wrong = { $count ->
    [one] Ét sted i filen skal ses efter
   *[other] { $count } steder i filen skal ses efter
    }
setfile-changed = Det, der er anderledes
setfile-part = Side
setfile-name = Hvad
setfile-what = Bliver
setfile-from = Før
setfile-to = Efter
setfile-same = { $count ->
    [one] Én ting er den samme
   *[other] { $count } ting er de samme
    }
setfile-added = Ny
setfile-is-changed = Ændret
setfile-removed = Fjernet
setfile-is-same = Den samme
setfile-taken = Taget ind { $when }.
setfile-back = Indstillingerne, som de var før, er gemt som fil. Tag den ind for at gå tilbage.
setfile-before = Hent indstillingerne fra før
