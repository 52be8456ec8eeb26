# Kunder og kolleger: login, profiler, kundelisten.

## Login

signin-title = Log ind
signin-greeting = Godt at se dig
signin-lead = Log ind i kundeservicen
signin-email = E-mail
signin-password = Adgangskode
signin-forgot = Glemt den?
signin-stay = Forbliv logget ind på denne computer
signin-submit = Log ind
signin-second-title = Et trin til
signin-second-lead = Skriv koden, som din godkendelsesapp viser
signin-second-code = Kode
signin-second-hint = Ingen telefon ved hånden? En reservekode virker også.
signin-second-late = Det tog for lang tid
signin-second-late-lead = Log ind igen.
signin-first-title = Ingen har en konto endnu
signin-first-lead = Denne Tillit er lige startet for første gang.
signin-first-where = Linket til den første konto står der, hvor Tillit blev startet: i terminalen eller i tjenestens log.
signin-first-again = Hver start laver et nyt link, indtil den første konto findes.
signin-mismatch =
    { $left ->
        [0] E-mail og adgangskode passer ikke sammen. Vent lidt før næste forsøg.
        [1] E-mail og adgangskode passer ikke sammen. Ét forsøg tilbage.
        [2] E-mail og adgangskode passer ikke sammen. To forsøg tilbage.
        [3] E-mail og adgangskode passer ikke sammen. Tre forsøg tilbage.
        [4] E-mail og adgangskode passer ikke sammen. Fire forsøg tilbage.
       *[other] E-mail og adgangskode passer ikke sammen. { $left } forsøg tilbage.
    }

## Glemt adgangskode

forgotten-title = Ny adgangskode
forgotten-lead = Vi sender dig et link, så du kan vælge en ny.
forgotten-submit = Send linket
forgotten-back = Tilbage til login
forgotten-sent-title = Se i din indbakke
forgotten-sent-lead = Hvis { $email } hører til nogen her, er et link på vej. Det virker i én time.
reset-title = Vælg adgangskode
reset-greeting = Hej, { $name }
reset-lead = Vælg en ny adgangskode. Du bliver logget ind med det samme.
reset-welcome-lead = Vælg en adgangskode, så er alt klar til dig.
reset-password = Ny adgangskode
reset-hint = Mindst { $least } tegn. Nogle ord efter hinanden fungerer godt.
reset-submit = Gem og log ind
gone-title = Dette link virker ikke længere
gone-lead = Et link virker én gang, og kun et stykke tid.
gone-again = Bed om et nyt

## E-mail til kolleger

mail-reset-subject = Ny adgangskode til Tillit
mail-reset-text =
    Hej { $name },

    Med dette link kan du vælge en ny adgangskode. Det virker én gang, inden for en time:

    { $link }

    Hvis du ikke har bedt om det, behøver du ikke gøre noget. Din adgangskode er uændret.
mail-invite-subject = { $by } inviterer dig til Tillit
mail-invite-text =
    Hej { $name },

    { $by } har oprettet en konto til dig. Vælg en adgangskode med dette link. Det virker én gang, inden for syv dage:

    { $link }

## Egen profil

profile-title = Min profil
profile-lead = Sådan ser kollegerne dig, og sådan ser din skærm ud.
profile-name = Navn
profile-language = Sprog
profile-theme = Udseende
profile-theme-system = Som på denne computer
profile-theme-light = Lyst
profile-theme-dark = Mørkt
profile-zone = Tidszone
profile-zone-hint = Klokkeslæt vises i denne zone.
profile-keys = Enkelte bogstaver som genvejstaster
profile-keys-hint = Tryk R for at svare eller E for at lukke. Ctrl med et bogstav virker altid.
profile-saved = Gemt
profile-password = Adgangskode
profile-password-lead = Når du skifter den, bliver du logget ud i andre browsere.
profile-password-now = Nuværende adgangskode
profile-password-new = Ny adgangskode
profile-password-wrong = Dette er ikke din nuværende adgangskode.
profile-password-save = Skift adgangskode
profile-password-saved = Adgangskoden er skiftet
profile-sessions = Her er du logget ind
profile-sessions-here = Denne browser
profile-sessions-unknown = Ukendt browser
profile-sessions-seen = Fra { $peer }, sidst brugt { $when }
profile-sessions-end = Log ud
profile-sessions-end-one = Log ud: { $browser }
profile-sessions-end-others = Log ud alle andre steder
profile-sessions-ended = Logget ud der
second-title = Totrinsbekræftelse
second-lead = Efter adgangskoden spørger Tillit om en kode fra en app på din telefon. Den, der får din adgangskode at vide, kommer alligevel ikke ind.
second-begin = Sæt op
second-change = Ændr
second-is-on = Slået til siden { $when }
second-left =
    { $left ->
        [0] Der er ingen reservekoder tilbage. Lav nye.
        [one] Der er én reservekode tilbage.
       *[other] Der er { $left } reservekoder tilbage.
    }
second-scan = Scan dette med din godkendelsesapp
second-scan-lead = Alle apps til engangskoder kan bruges: Aegis, Google Authenticator, 1Password og andre.
second-qr = Koden, der skal scannes. Det samme står nedenfor som nøgle.
second-key = Eller skriv denne nøgle i appen
second-code = Kode fra appen
second-code-hint = Seks cifre, der skifter hvert halve minut.
second-confirm = Slå til
second-proof = Kode fra appen, eller en reservekode
second-proof-hint = Så ingen ved en ulåst computer kan ændre dette.
second-turn-off = Slå fra
second-new-codes = Nye reservekoder
second-turned-off = Totrinsbekræftelse er slået fra
second-codes = Totrinsbekræftelse er slået til. Her er dine reservekoder.
second-codes-lead = Gem dem et sikkert sted, ikke på telefonen. Hver lukker dig ind én gang, hvis du mister den. De vises ikke igen.
second-codes-kept = Jeg har gemt dem
second-turn-off-short = Slå totrinsbekræftelse fra
second-turn-off-of = Slå totrinsbekræftelse fra for { $name }
second-oblige-roles = Roller, der skal have det
second-oblige-lead = Den, der har en af disse roller og endnu ikke har totrinsbekræftelse, bliver ført til at sætte det op og kan ikke gøre andet før det. API-nøglerne virker som før.
second-oblige-owners = Ejere bestemmer dette.
second-missing = Ingen totrinsbekræftelse endnu
second-led-lead = Alle med din rolle her har det. Sæt dit op for at fortsætte.

## Settings → API

api-title = API
api-lead = Nøgler som lader dine egne programmer arbejde her som dig.
tokens-title = Nøgler
tokens-docs = Hvad programmer kan spørge om
tokens-none = Du har ingen nøgler endnu.
tokens-made = { $name } er klar
tokens-once = Dette er nøglen. Kopiér den nu, den vises ikke igen.
tokens-secret = Nøglen
tokens-used = Sidst brugt { $when }
tokens-unused = Aldrig brugt
tokens-ends = slutter { $date }
tokens-ended = er udløbet
tokens-endless = Udløber ikke
tokens-days = Efter { $days } dage
tokens-revoke = Træk tilbage
tokens-revoke-one = Træk tilbage: { $name }
tokens-revoked = Nøglen åbner ikke noget længere
tokens-new = Lav en nøgle
tokens-new-lead = Den gør aldrig mere end du må, og slutter når din konto gør det.
tokens-name = Navn
tokens-name-hint = Hvad den er til, for eksempel »Webshop«.
tokens-level = Hvad den må
tokens-level-read = Læse
tokens-level-read-hint = Ser samtaler, kunder og kolleger.
tokens-level-write = Læse og skrive
tokens-level-write-hint = Svarer, noterer, fordeler og ændrer kunder også.
tokens-level-admin = Alt hvad du må
tokens-level-admin-hint = Også indstillinger og det kun administratorer ser.
tokens-lasts = Slutter
tokens-submit = Lav nøglen
api-docs-title = Hvad programmer kan spørge om
api-docs-lead = Alle adresser i API’et, lavet af programmet selv.

## Kolleger

colleagues-title = Kolleger
colleagues-lead = Hvem der arbejder her, og hvad de må.
colleagues-you = Dig
colleagues-invited = Inviteret
colleagues-disabled = Spærret
colleagues-role-of = Rolle for { $name }
colleagues-role-owner = Ejer
colleagues-role-admin = Administrator
colleagues-role-agent = Medarbejder
colleagues-role-light = Medhjælper
colleagues-role-owner-hint = Har ansvaret for Tillit: gør kolleger til administratorer og ejere, og kan alt det, de kan.
colleagues-role-admin-hint = Svarer kunder og tager sig af indstillinger og kolleger.
colleagues-role-agent-hint = Svarer kunder.
colleagues-role-light-hint = Ser samtaler og skriver noter. Kunderne får intet fra dem.
colleagues-reach-of = Hvor meget { $name } ser
colleagues-reach-all = Ser alt
colleagues-reach-own = Ser egne afdelinger
colleagues-invite-again = Send ny invitation
colleagues-invite-again-to = Send ny invitation til { $name }
colleagues-disable = Spær
colleagues-disable-one = Spær { $name }
colleagues-enable = Åbn igen
colleagues-enable-one = Åbn igen for { $name }
colleagues-new = Inviter en kollega
colleagues-new-lead = Kollegaen får en e-mail med et link til at vælge adgangskode.
colleagues-name = Navn
colleagues-email = E-mail
colleagues-role = Rolle
colleagues-language = Sprog
colleagues-submit = Send invitation
colleagues-done-invited = Invitationen er på vej

absence-title = Væk
absence-lead = Dage, hvor du eller en kollega ikke er her. Skriver en kunde imens, går samtalen til stedfortræderen eller tilbage til ingen.
absence-none = Der er ikke planlagt dage væk.
absence-days = { $first } – { $last }
absence-now = Væk nu
absence-until = Væk til { $day }
absence-deputy-is = { $name } er stedfortræder
absence-deputy-none = Ingen stedfortræder: nye svar går tilbage til ingen
absence-remove = Tag tilbage
absence-remove-one = Tag tilbage: væk { $days }
absence-first = Første dag
absence-last = Sidste dag
absence-deputy = Stedfortræder
absence-deputy-nobody = Ingen
absence-deputy-hint = Overtager en samtale, når kunden skriver. Dagene er virksomhedens dage.
absence-plan = Planlæg dage væk
colleague-all = Alle kolleger
colleague-lead = Hvornår kollegaen er væk, og hvem der er stedfortræder.

workload-title = Arbejde efter tur
workload-lead = Det, der deles ud efter tur, går til den, der har mindst at lave for sin del af en stilling.
workload-cap = Åbne samtaler højst
workload-cap-hint = Den, der har så mange, får ingen tur. Tomt: så mange som helst.
workload-weight = Del af en stilling, i procent
workload-weight-hint = 100 for en, der er her hele ugen, 50 for det halve.

departments-title = Afdelinger
departments-lead = Virksomhedens dele, og hvem der arbejder i dem. En samtale kan høre til én.
departments-none = Der er ingen afdeling endnu. En lille virksomhed har ikke brug for nogen.
departments-name = Navn
departments-members = Hvem arbejder her
departments-close = Luk
departments-close-one = Luk { $name }
departments-open = Åbn igen
departments-open-one = Åbn igen: { $name }
departments-closed = Lukket
departments-new = Ny afdeling
departments-new-name = Hvad den hedder
departments-add = Tilføj

## Kunder

customers-title = Kunder
customers-search = Navn eller adresse
customers-none-title = Ingen kunder endnu
customers-none-lead = Alle, der skriver til jer, dukker op her.
customers-nobody-title = Fandt ingen
customers-nobody-lead = Søg på begyndelsen af et navn eller en adresse.
customers-show-all = Vis alle kunder
customers-export-csv = Gem som tabel (CSV)
customers-export-vcard = Gem som kort (vCard)
customers-column-name = Navn
customers-column-address = Adresse
customers-column-language = Sprog
customers-column-since = Siden
customers-since = Kunde siden { $when }
customers-doubtful = Navnet indeholder en anden adresse
customers-address-add = Tilføj en adresse
customers-address-new = En anden adresse
customers-address-hint = Det, der kommer derfra, er deres fra nu af.
customers-write = Skriv
customers-proved = Bekræftet
customers-language = Skriver
customers-language-unknown = Ikke kendt endnu
customers-conversations = Samtaler
customers-conversations-show = Vis samtalerne
customers-promises = Løfter
customers-promises-show = Vis løfterne
customers-timeline = Tidslinje
customers-timeline-show = Vis tidslinjen
customers-rename = Ret navn
customers-name = Navn
customers-file = Kundekort
customers-facts-about = Fakta om { $name }
customers-known = Værd at vide
customers-contact = Kontakt
customers-change = Ret { $what }
customers-failing = Mail kommer retur
customers-address-remove = Fjern denne adresse
customers-phones = Telefon
customers-phone-add = Tilføj en telefon
customers-phone-number = Nummer
customers-phone-hint = Med + og land, eller som det tastes der.
customers-phone-country = Land for et nummer uden +
customers-phone-label = Hvad det er, for eksempel arbejde
customers-phone-remove = Fjern dette nummer
customers-call = Ring op
customers-log-contact = Notér opkald eller besøg
customers-also = Også kendt som { $name }
customers-also-add = Tilføj et andet navn
customers-also-new = Et andet navn
customers-also-remove = Fjern dette navn
customers-title-label = Rolle eller titel
customers-postal = Postadresse
customers-about-none = Ingen rolle og ingen postadresse
customers-about-change = Ret rolle og postadresse
customers-notes = Noter
customers-notes-none = Intet er noteret endnu.
customers-note = Note
customers-note-add = Skriv en note
customers-note-change = Ret
customers-note-changed = rettet { $when }
customers-note-remove = Fjern denne note
customers-note-pin = Fastgør
customers-note-unpin = Løsn
customers-note-pinned = Fastgør den
customers-note-pinned-hint = Fastgjorte noter står ved siden af hver samtale.
customers-preferences = Ønsker
customers-preferences-change = Ret ønsker
customers-prefers-language = Skriv til dem på
customers-prefers-theirs = Det sprog, de selv skriver
customers-written-in = Skriv på { $language }
customers-addressed = Tiltale
customers-addressed-as = Tiltales som { $name }
customers-reached = Sådan vil de kontaktes
customers-reach-any = Som det passer
customers-reach =
    { $channel ->
        [mail] På mail
        [phone] På telefon
        [post] Pr. brev
       *[any] Helst
    } { $bounds ->
        [from] efter { $from }
        [until] før { $until }
        [both] mellem { $from } og { $until }
       *[any] kun
    }
customers-channel-any = Som det passer
customers-channel-mail = På mail
customers-channel-phone = På telefon
customers-from = Ikke før
customers-until = Ikke efter
customers-vip = VIP
customers-vip-hint = Går foran andre.
customers-blocked = Blokeret
customers-blocked-title = Blokeret: ingen svarer
customers-block = Bloker { $name }
customers-block-why = Hvorfor
customers-block-hint = Det, de skriver, gemmes og lægges som lukket. De får hverken svar eller kvittering.
customers-block-now = Bloker
customers-unblock = Ophæv blokeringen af { $name }
customers-parts = Kunder og organisationer
organisations-title = Organisationer
organisations-one = Organisation
organisations-search = Navn eller domæne
organisations-none = Ingen organisationer endnu
organisations-none-lead = Tilføj en her, eller fra et kundekort.
organisations-add = Tilføj en organisation
organisations-name = Organisationens navn
organisations-name-hint = Et nyt navn laver en ny organisation.
organisations-since =
    { $count ->
        [one] Én kunde, kendt siden { $when }
       *[other] { $count } kunder, kendt siden { $when }
    }
organisations-about = Navn og domæner
organisations-rename = Ret navn
organisations-people = Personer
organisations-people-none = Ingen hører til den endnu.
organisations-might = Hører måske til den
organisations-might-belong = Efter det domæne, de skriver fra, hører de måske til { $name }.
organisations-take-in = Hører til
organisations-take-in-one = { $name } hører til den
organisations-decline = Gør ikke
organisations-decline-one = Gør ikke: { $name }
organisations-join = Vælg en organisation
organisations-leave = Hører ikke længere til { $name }
organisations-domain = Domæne
organisations-domain-add = Tilføj et domæne
organisations-domain-hint = Det, der står bag @ hos folkene der. Domæner hos åbne mailtjenester tæller ikke.
organisations-domain-remove = Fjern { $domain }
organisations-joining = At komme med
organisations-joins-by-itself = Den, der skriver fra et af domænerne, hører til med det samme.
organisations-asks-first = Den, der skriver fra et af domænerne, bliver foreslået.
organisations-let-join = Lad dem høre til med det samme
organisations-ask-first = Foreslå dem først
held-link = Alt der er gemt om dem
held-title = Alt der er gemt om { $name }
held-lead = Dette er alt, hvad Tillit har: også det kolleger skrev til hinanden. Læs det, før du giver det videre, for andre kan være nævnt. Selve mailene og filerne hentes fra samtalerne.
held-json = Hent som JSON
held-id = Id
held-at = Hvornår
held-kind = Slags
held-text = Tekst
held-from = Fra
held-to = Til
held-files = Filer
held-number = Nummer
held-subject = Emne
held-state = Tilstand
held-messages = Beskeder og noter
held-drafts = Kladder
held-elsewhere = Skrevet i andres samtaler
held-mails = Mails som de kom
held-peer = Sendt af serveren
held-addresses = Adresser
held-history = Historik
erase-title = Slet { $name }
erase-what = Alt ovenfor slettes for altid: tekster, noter, mails, filer, kladder, adresser, søgningen og det historikken siger. Det kan ikke fortrydes.
erase-stays = Dette bliver: at samtaler fandt sted, med numre, tider og tilstande, uden personen. Sikkerhedskopier har det, de har, indtil de slettes.
erase-type = Skriv »{ $name }« for at bekræfte
erase-now = Slet for altid
erased-customer = Slettet kunde
erased-words = Slettet
erased-title = Slettet { $when }
erased-lead = Der er ikke længere gemt noget om denne kunde. Spor i databasefilen er væk inden for minutter. Dette blev slettet:
erased-conversations = { $count ->
    [one] ordene i { $count } samtale
   *[other] ordene i { $count } samtaler
}
erased-messages = { $count ->
    [one] { $count } besked eller note
   *[other] { $count } beskeder og noter
}
erased-files = { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
erased-mails = { $count ->
    [one] { $count } mail som den kom
   *[other] { $count } mails som de kom
}
erased-drafts = { $count ->
    [one] { $count } kladde
   *[other] { $count } kladder
}
erased-contacts = { $count ->
    [one] { $count } adresse, telefon eller navn
   *[other] { $count } adresser, telefoner og navne
}
erased-notes = { $count ->
    [one] { $count } note om dem
   *[other] { $count } noter om dem
}
erased-facts = { $count ->
    [one] { $count } linje i historikken
   *[other] { $count } linjer i historikken
}
erased-answers = { $count ->
    [one] { $count } levering til et andet program
   *[other] { $count } leveringer til andre programmer
}
customers-doubles = Måske den samme kunde
customers-double-phone = Begge har telefonen { $number }.
customers-double-address = { $mine } og { $theirs } adskiller sig kun ved punktummer eller det, der står efter plus.
customers-double-name = Begge har samme navn og skriver fra { $domain }.
customers-double-not = En anden
customers-merge-look = Se og flet
customers-merge-another = Flet med en anden kunde
customers-merge-title = Hvem er den samme som { $name }?
customers-merge-lead = Vælg den kunde, der er samme person. Du ser, hvad der flyttes, før der sker noget.
customers-merge-back = Tilbage til kunden
customers-merge-into = Flet { $from } ind i { $into }
customers-merge-what = { $into } bliver og får alt fra { $from }. I kan skille dem ad igen, så længe en adresse fra { $from } stadig er der, og ingen anden er flettet ind siden.
customers-merge-moves = Det flyttes
customers-merge-names = Også kendt som
customers-merge-filled = Ikke kendt før
customers-merge-kept = { $name } beholder sit eget
customers-merge-hours = Tider at nå dem
customers-merge-now = Flet
customers-merge-swap = Lad { $name } blive
customers-merged = Flettet ind i denne kunde
customers-merge-undo = Skil dem ad igen

## Egne felter

fields-title = Felter
fields-lead = Det, I vil vide om hver kunde, organisation eller samtale.
fields-about = Om
fields-about-person = Kunder
fields-about-organisation = Organisationer
fields-about-conversation = Samtaler
fields-none = Ingen felter endnu.
fields-new = Et nyt felt
fields-add = Tilføj feltet
fields-name = Feltets navn
fields-kind = Hvad der står i det
fields-kind-text = Tekst
fields-kind-number = Tal
fields-kind-date = Dato
fields-kind-choice = Valg
fields-kind-yesno = Ja eller nej
fields-kind-link = Link
fields-choices = Ord at vælge mellem
fields-choices-hint = Ét pr. linje. Kun et valg har brug for dem.
fields-required = Skal udfyldes før
fields-before-saved = Hver gang der gemmes
fields-before-waiting-customer = Venter på kunden
fields-before-waiting-others = Venter på andre
fields-before-solved = Lukning
fields-retired = Bruges ikke længere:
fields-retire = Hold op med at spørge om dette felt
fields-retire-hint = Det, der står i det, bliver og kommer tilbage med det.
fields-restore = Spørg igen
fields-restore-one = Spørg igen: { $name }
fields-up = Flyt op
fields-down = Flyt ned
fields-card = Mere om dem
fields-change = Udfyld
fields-yes = Ja
fields-no = Nej
fields-unfit-missing = Det må ikke stå tomt.
fields-unfit-number = Det er ikke et tal.
fields-unfit-date = Det er ikke en dato.
fields-unfit-choice = Vælg et af ordene.
fields-unfit-link = Det er ikke adressen på en side.

## Hvorfor ikke

people-refused-forbidden = Det må du ikke.
people-refused-not-found = Denne person findes ikke.
people-refused-not-an-address = Det ligner ikke en e-mailadresse. Se på den en gang til.
people-refused-address-taken = Denne adresse hører allerede til en anden.
people-refused-last-address = Én adresse skal blive, ellers kommer det, de skriver, fra en ukendt.
people-refused-erased-already = Denne kunde er allerede slettet.
people-refused-not-confirmed = Det er ikke kundens navn. Skriv det, som det står ovenfor.
people-refused-still-going-out = Et svar til denne kunde venter eller er på vej. Send eller annuller det først.
people-refused-same-person = Det er allerede den samme kunde.
people-refused-merge-stays = Noget er ændret siden, så de to kan ikke længere skilles ad.
people-refused-not-a-phone = Det ligner ikke et telefonnummer. Se det efter en gang til.
people-refused-not-hours = Tiderne passer ikke. Den anden skal være senere end den første.
people-refused-reason-missing = Sig hvorfor.
people-refused-note-empty = Der er ikke skrevet noget endnu.
people-refused-too-many = Der er for mange allerede. Fjern en først.
people-refused-name-taken = En anden har allerede dette navn.
people-refused-not-a-domain = Det ligner ikke et domæne. Det er det, der står bag @.
people-refused-public-domain = Alle kan have en adresse dér, så det siger ikke, hvor de hører til.
people-refused-domain-taken = Dette domæne hører allerede til en anden organisation.
people-refused-choices-missing = Et valg skal have ord at vælge mellem.
people-refused-name-missing = Der skal stå et navn.
people-refused-last-owner = Nogen skal have ansvaret for Tillit. Gør først en anden kollega til ejer.
people-refused-own-account = Bed en anden administrator om at gøre det for dig.
people-refused-department-taken = Der er allerede en afdeling med det navn.
people-refused-too-many-departments = Der er så mange afdelinger, som man kan vælge imellem. Luk eller omdøb en.
people-refused-no-department = Den, der kun ser egne afdelinger, skal være i en. Vælg en afdeling til dem, eller lad dem se alt.
people-refused-unknown-zone = Den tidszone findes ikke. Vælg en fra listen.
people-refused-file-too-large = Filen er større end 64 MB. Del den op, eller tag billederne ud af kortene.
people-refused-file-empty = Vælg en fil, der står noget i.
people-refused-import-begun = Denne fil hentes allerede ind.
people-refused-days-reversed = Den sidste dag er før den første.
people-refused-days-over = Disse dage er ovre eller mere end tre år væk.
people-refused-days-taken = Et andet fravær har en af disse dage. Tag det tilbage først.
people-refused-not-a-day = Vælg den første og den sidste dag.
people-refused-no-deputy = Vælg en stedfortræder, der svarer kunder og må logge ind, eller ingen.
people-refused-not-a-cap = Skriv et helt tal mellem 1 og 1000 eller ingenting.
people-refused-not-a-weight = Skriv et helt tal mellem 1 og 100.
people-refused-nobody-meant = Ingen enkelt kunde har denne adresse eller telefon.
people-refused-second-on = Totrinsbekræftelse er allerede slået til.
people-refused-second-obliged = Din rolle skal have totrinsbekræftelse, så det bliver ved med at være slået til.
people-refused-wrong-code = Det er ikke koden lige nu, eller den er brugt. Vent på den næste, og se efter, at uret på telefonen går rigtigt.

## Hvad der skete

event-person-appeared = { $name } skrev for første gang
event-person-made = { $name } blev tilføjet
event-person-renamed = Navnet blev ændret fra { $from } til { $to }
event-person-address-added = { $address } blev tilføjet
event-person-erased = Alt der var gemt om denne kunde, blev slettet
event-person-took-in = { $name } er en del af denne kunde nu
event-person-became-part = Blev en del af { $name }
event-person-taken-apart = Skilt fra { $name } igen
event-person-left-apart = Nogen lignede, men er en anden
event-person-address-failing = E-mail til { $address } kom retur. { $words }
event-person-address-works = { $address } virker igen
event-person-address-removed = { $address } blev fjernet
event-person-phone-added = Telefon { $number } blev tilføjet
event-person-phone-changed = Telefon blev rettet fra { $from } til { $to }
event-person-phone-removed = Telefon { $number } blev fjernet
event-person-name-added = Også kendt som { $name }
event-person-name-removed = Ikke længere kendt som { $name }
event-person-title = Rollen blev rettet fra »{ $from }« til »{ $to }«
event-person-postal = Postadressen blev rettet fra »{ $from }« til »{ $to }«
event-person-language = Sproget at skrive på blev rettet fra »{ $from }« til »{ $to }«
event-person-addressed = Tiltalen blev rettet fra »{ $from }« til »{ $to }«
event-person-channel =
    { $to ->
        [mail] Vil gerne kontaktes på mail
        [phone] Vil gerne kontaktes på telefon
        [post] Vil gerne kontaktes pr. brev
       *[other] Kan kontaktes, som det passer
    }
event-person-hours = Tiderne for kontakt blev rettet fra »{ $from }« til »{ $to }«
event-person-vip = Blev VIP
event-person-vip-no-more = Er ikke længere VIP
event-person-blocked = Blokeret: { $reason }
event-person-unblocked = Ikke længere blokeret
event-person-note-added = En note blev skrevet
event-person-note-changed = En note blev rettet
event-person-note-removed = En note blev fjernet
event-person-note-pinned = En note blev fastgjort
event-person-note-unpinned = En note blev løsnet
event-person-joined = Hører til { $name }
event-person-left = Hører ikke længere til { $name }
event-field-changed = { $name } blev rettet fra »{ $from }« til »{ $to }«
event-organisation-added = { $name } blev tilføjet
event-organisation-renamed = Navnet blev rettet fra { $from } til { $to }
event-organisation-domain-added = Domænet { $domain } blev tilføjet
event-organisation-domain-removed = Domænet { $domain } blev fjernet
event-organisation-joining = Den, der skriver fra domænerne, kommer med det samme
event-organisation-asking = Den, der skriver fra domænerne, bliver foreslået
event-signin-succeeded = { $name } kom ind fra { $peer }
event-signin-failed = Forkert adgangskode eller kode for { $name }, fra { $peer }
event-signin-unknown = Et login til en konto, der ikke findes, fra { $peer }
event-signin-ended = { $name } loggede ud
event-person-handed-out = Alt, hvad der findes om denne kunde, blev udleveret som fil
event-staff-added = { $name } fik en konto
event-staff-invited = { $name } blev inviteret
event-staff-password-changed = { $name } har fået en ny adgangskode
event-staff-became-owner = { $name } blev ejer
event-staff-became-admin = { $name } blev administrator
event-staff-became-light = { $name } blev medhjælper
event-staff-limited = { $name } ser kun egne afdelinger
event-staff-unlimited = { $name } ser alle samtaler
event-department-made = Afdelingen { $name } blev oprettet
event-department-changed = Afdelingen { $name } blev ændret
event-department-closed = Afdelingen { $name } blev lukket
event-department-opened = Afdelingen { $name } blev åbnet igen
event-staff-became-agent = { $name } blev medarbejder
event-staff-disabled = { $name } blev spærret
event-staff-enabled = { $name } kan logge ind igen
event-staff-profile-changed = { $name } ændrede sin profil
event-staff-second-on = { $name } slog totrinsbekræftelse til
event-staff-second-off = Totrinsbekræftelse for { $name } blev slået fra
event-staff-recovery-renewed = { $name } lavede nye reservekoder
event-staff-recovery-used = { $name } loggede ind med en reservekode
event-staff-absence-planned = { $name } er væk fra { $first } til { $last }
event-staff-absence-cancelled = { $name } er her alligevel fra { $first } til { $last }
event-staff-workload-changed = { $name } tager højst { $cap } åbne samtaler for { $weight } % af en stilling
event-token-made = API-nøglen { $name } blev lavet
event-token-revoked = API-nøglen { $name } blev trukket tilbage

## Customers out of files

imports-title = Hent kunder ind
imports-lead = En tabel (CSV) eller kort (vCard) fra et andet program. Først ser du, hvordan vi læser filen, og hvad der bliver af hver række; intet skrives, før du siger til.
imports-file = Fil
imports-file-hint = Højst { $most } MB. Kolonnerne kendes på overskrifterne, på fem sprog.
imports-look = Se på den
imports-earlier = Tidligere filer
imports-when = Hvornår
imports-state = Hvor langt
imports-state-waiting = Ikke begyndt
imports-state-running = I gang
imports-state-done = Færdig
imports-state-stopped = Stoppet
imports-outcome-added = Nye
imports-outcome-filled = Udfyldt
imports-outcome-same = Uændret
imports-outcome-refused = Afvist
imports-why-address = ikke en e-mailadresse
imports-why-phone = ikke et telefonnummer, eller landet mangler
imports-why-language = ikke et af de fem sprog
imports-why-unfit = passer ikke her
imports-why-nobody = Hverken navn, adresse eller telefon
imports-why-broken = Rækken kan ikke læses: et anførselstegn er ikke lukket, eller den er for lang
imports-why-several = Hører til mere end én kunde
imports-why-too-many = mere end én kunde kan have
imports-nothing-yet = Intet er skrevet endnu. Se efter, hvordan vi læser filen; det, du ændrer her, vises nedenfor.
imports-charset = Tegnsæt
imports-delimiter = Mellem cellerne står
imports-delimiter-comma = Komma
imports-delimiter-semicolon = Semikolon
imports-delimiter-tab = Tabulator
imports-delimiter-bar = Lodret streg
imports-country = Telefoner uden landekode er i
imports-heading = Første række er overskrifter
imports-columns = Hvad der står i hver kolonne
imports-column = Kolonne
imports-column-skip = Tag ikke med
imports-column-name = Hele navnet
imports-column-given = Fornavn
imports-column-family = Efternavn
imports-column-address = E-mailadresser
imports-column-phone = Telefoner
imports-column-organisation = Organisation
imports-column-title = Rolle eller titel
imports-column-postal = Linje i postadressen
imports-column-language = Sprog
imports-column-note = Note
imports-overwrite = Erstat det, kolleger har skrevet, hvor filen siger noget andet
imports-look-again = Se igen
imports-start = Hent det hele ind
imports-leave = Lad filen være
imports-first-rows = Hvad der ville blive af de første rækker
imports-no-rows = Der er ingen rækker i filen.
imports-row = Række
imports-becomes = Bliver
imports-remarks = Udeladt
imports-id = Id
imports-report = Hvad der blev af hver række (CSV)
imports-stop = Stop
imports-progress = { $percent } % af filen, { $rows } rækker. Du kan forlade siden; det fortsætter.
imports-refused-title = Rækker, der blev afvist
event-import-started = Filen { $name } med kunder hentes ind
event-import-done = Filen { $name } er hentet ind: { $added } nye, { $filled } udfyldt, { $refused } afvist
event-import-stopped = Indhentningen af filen { $name } blev stoppet

## Related customers

related-title = Kunder, der hører sammen
related-family = familie
related-colleague = kollega
related-assistant = assisterer dem
related-assisted = får hjælp af dem
related-spokesperson = taler på deres vegne
related-spoken-for = de taler for denne
related-add = Knyt en kunde til
related-who = Hvem
related-who-hint = En adresse eller telefon, de har, eller adressen på deres mappe her.
related-tie = Hvad de er
related-remove = Fjern tilknytningen til { $name }
event-person-related = Knyttet til en anden kunde
event-person-unrelated = Ikke længere knyttet til en anden kunde

# Before something grave: prove once more that it is you.
proof-password = Din adgangskode
proof-why = Så ingen ved en ulåst computer kan gøre dette.
proof-none = Du har ingen adgangskode endnu. Vælg en først, så ingen ved en ulåst computer kan gøre dette.
customers-needs = Behov
customers-needs-show = Vis behovene

# Det en kunde bad om, ud over vej og tider.
customers-channel-post = Pr. brev
customers-manner = Tiltal dem
customers-manner-house = Som vi plejer
customers-manner-formal = Formelt
customers-manner-familiar = Uformelt
customers-reach-days = Helst { $days }
customers-days = På disse dage
customers-zone = Deres tidszone
customers-zone-hint = Uret som deres tider går efter. Tomt: vores.
event-person-manner =
    { $to ->
        [formal] Skal tiltales formelt
        [familiar] Skal tiltales uformelt
       *[other] Skal tiltales som sædvanligt
    }
event-person-days = Dagene for kontakt blev rettet
event-person-zone = Tidszonen blev rettet fra »{ $from }« til »{ $to }«

# Omtanke: det nogen går igennem, kun for kolleger.
care-title = Omtanke
care-none = Intet at tage særligt hensyn til.
care-add = Vis omtanke
care-kind = Hvad de går igennem
care-why = Med egne ord
care-why-hint = Kolleger læser det, før de skriver. Kunden ser det aldrig.
care-until = Til og med
care-until-hint = Højst et år frem. Tomt: så længe som sædvanligt.
care-until-day = Til og med { $day }
care-end = Afslut nu
care-bereavement = Sorg
care-illness = Sygdom
care-hardship = Presset økonomi
care-new-baby = Nyfødt barn
care-help = Har brug for hjælp
care-other = Vis omtanke
care-manner-bereavement = Skriv varmt; intet sælges.
care-manner-illness = Vær tålmodig, og skriv kort; intet sælges.
care-manner-hardship = Vær nænsom, når det gælder penge; intet sælges.
care-manner-new-baby = Skriv kort; de har ikke ret meget tid.
care-manner-help = Spørg, hvad der hjælper, og lad dem slippe for at bede to gange.
care-manner-other = Skriv med omtanke; intet sælges.
people-refused-care-until = Vælg en dag fra i dag til om et år.
people-refused-care-twice = Den omtanke er der allerede. Ret den i stedet.
event-person-care-set =
    { $kind ->
        [bereavement] Vises omtanke til og med { $until }: sorg
        [illness] Vises omtanke til og med { $until }: sygdom
        [hardship] Vises omtanke til og med { $until }: presset økonomi
        [new_baby] Vises omtanke til og med { $until }: nyfødt barn
        [help] Vises omtanke til og med { $until }: har brug for hjælp
       *[other] Vises omtanke til og med { $until }
    }
event-person-care-changed =
    { $kind ->
        [bereavement] Omtanken blev rettet: sorg, til og med { $until }
        [illness] Omtanken blev rettet: sygdom, til og med { $until }
        [hardship] Omtanken blev rettet: presset økonomi, til og med { $until }
        [new_baby] Omtanken blev rettet: nyfødt barn, til og med { $until }
        [help] Omtanken blev rettet: har brug for hjælp, til og med { $until }
       *[other] Omtanken blev rettet, til og med { $until }
    }
event-person-care-ended =
    { $kind ->
        [bereavement] Omtanken blev afsluttet: sorg
        [illness] Omtanken blev afsluttet: sygdom
        [hardship] Omtanken blev afsluttet: presset økonomi
        [new_baby] Omtanken blev afsluttet: nyfødt barn
        [help] Omtanken blev afsluttet: har brug for hjælp
       *[other] Omtanken blev afsluttet
    }

## What colleagues can

settings-skills = Færdigheder
skills-lead = Det, ikke alle her kan: reparationer, told, et mærke. Afdelinger, postkasser og mærkater kan kræve en færdighed (Indstillinger → Ture).
skills-none = Ingen færdigheder endnu.
skills-new = Ny færdighed
skills-name = Navn
skills-add = Tilføj
skills-remove = Fjern
skills-remove-one = Fjern { $name }
skills-nobody = Ingen har den endnu. Færdigheder gives på hver kollegas side.
skills-who = Har den:
abilities-title = Færdigheder og sprog
abilities-lead = Det, der deles ud efter tur, går til den, der kan det nødvendige.
abilities-own = Sprog, jeg skriver
abilities-own-lead = Det, der deles ud på andre sprog, går til andre, så længe de er her.
abilities-skills = Færdigheder
abilities-no-skills = Der er ingen færdigheder endnu.
abilities-writes = Sprog
abilities-writes-hint = Er intet krydset af, tæller det som alle.
event-staff-skills-changed = { $name } har nu disse færdigheder: { $skills }
event-staff-writes-changed = { $name } skriver nu disse sprog: { $languages }
abilities-turns = De ture, du fik
abilities-rota = Kundeuger for alle
