# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Indbakke
sidebar-customers = Kunder
sidebar-reports = Rapporter
sidebar-write = Skriv
view-mine = Min indbakke
view-unassigned = Ikke fordelt
view-all = Alle åbne
view-breaching = Snart for sent
view-waiting = Venter på kunden
view-unanswered = Venter på os
sidebar-lapses = Overskredne frister
view-snoozed = Udsatte
view-mentions = Omtaler
view-following = Følger
view-tagged = Mærkat: { $tag }
view-department = Afdeling
keys-move = Flyt
keys-next = Næste, forrige
keys-open = Åbn, tilbage
keys-panes = Forrige og næste felt
keys-copy = Kopiér nummer, med titel, med link
keys-palette = Søg og kommandoer
keys-inbox = Gå til indbakken
keys-customers = Gå til kunderne
keys-reports = Gå til rapporterne
keys-today = Gå til i dag
keys-answer = Svar
keys-reply = Svar
keys-note = Intern note
keys-send = Send
keys-send-close = Send og luk
keys-begin = Skriv til en kunde
keys-undo = Fortryd afsendelse
keys-sort = Ryd op
keys-select = Vælg
keys-select-to = Vælg hertil
keys-assign = Fordel
keys-tag = Mærk med ord
keys-snooze = Udsæt
keys-close = Luk
keys-need = Notér et behov
keys-help = Denne hjælp

## Search

search-title = Søg
search-label = Søg i samtaler og kunder
search-narrow = Afgræns søgningen
search-is-open = Åbne
search-is-waiting = Venter
search-is-closed = Lukkede
search-is-mine = Mine
search-is-unassigned = Uden ejer
search-is-unread = Ulæste
search-is-followed = Følger
search-has-attachment = Med filer
search-has-note = Med noter
search-not-ready = Ældre beskeder gøres stadig klar. De nyeste kan findes allerede.
search-instead = Der var få resultater, så der blev også søgt efter lignende ord:
search-number = Samtale #{ $number }
search-conversations = Samtaler
search-customers = Kunder
search-organisations = Organisationer
search-in-note = Note
search-nothing-title = Intet blev fundet
search-nothing-body = Prøv færre ord, en anden form af et ord, eller fjern et filter.
search-tips = Hvad du kan skrive
search-tip-phrase = disse ord efter hinanden
search-tip-without = uden dette ord
search-tip-people = hvem der skrev, og til hvem
search-tip-tag = samtaler med dette mærkat
search-tip-is = hvordan en samtale står, eller hvad en besked er
search-tip-has = samtaler eller beskeder der har noget
search-tip-days = efter dato; en måned eller et år er nok
search-tip-number = samtalen med dette nummer

## Inbox

inbox-views = Visninger
inbox-tags = Mærkater
inbox-count-most = 1.000+
inbox-parts = Status
inbox-open = Åbne
inbox-waiting = Venter
inbox-closed = Lukkede
inbox-due-first = Haster først
inbox-conversations = Samtaler
inbox-breaching = Snart for sent
inbox-rest = Alt andet
inbox-select = Vælg { $who }
inbox-unread = Ulæst
inbox-draft = Kladde
inbox-selection = Valgte samtaler
inbox-selected = { $count ->
    [one] { $n } valgt
   *[other] { $n } valgt
}
inbox-clear = Fjern valget
inbox-bulk-done = { $count ->
    [0] Intet blev ændret.
    [one] Én samtale er klaret.
   *[other] { $count } samtaler er klaret.
}
step-undone = { $count ->
    [0] Intet blev fortrudt.
    [one] Én samtale er, som den var.
   *[other] { $count } samtaler er, som de var.
}
inbox-bulk-left = { $count ->
    [one] Én blev ladt, som den var:
   *[other] { $count } blev ladt, som de var:
}
inbox-bulk-gone = Den er der ikke længere.
several-more = Skriv til dem, og mere
several-title = { $count ->
    [one] Én valgt samtale
   *[other] { $count } valgte samtaler
}
several-none = Intet er valgt.
several-text = Én tekst til alle
several-variables = Udfyldes for hver:
several-reply = Svar hver af dem
several-note = Læg en note i hver
several-macro = Makro
several-macro-use = Brug den i hver
several-hand = Giv dem videre
several-into = Denne bliver
several-merge = Slå de andre sammen med den
inbox-held-one = 1 ny
inbox-held-other = {"{n}"} nye
inbox-empty-title = Alle har fået svar
inbox-empty-body = Ingen venter på svar her.
inbox-nothing-title = Intet her
inbox-nothing-body = Der ligger ingen samtaler her lige nu.
inbox-see-all = Se alle åbne
inbox-mailbox-title = Forbind din postkasse
inbox-mailbox-body = Så kommer dine kunders mails hertil. Ingen bliver skrevet til af det.
inbox-mailbox-go = Forbind en postkasse
inbox-further = Næste side
peek-label = Forhåndsvisning
peek-open = Åbn
peek-before = { $count ->
    [one] Én besked før dette
   *[other] { $count } beskeder før dette
}
peek-reply = Svar { $who }

## Chips

chip-due = Svarfrist:
chip-became-late = Svaret til { $who } er for sent.
chip-language = Sprog
channel-email = e-mail
state-new = Ny
state-open = Åben
state-waiting-customer = Venter på kunden
state-waiting-others = Venter på andre
state-solved = Løst
state-closed = Lukket

## Conversation

conversation-no-subject = (uden emne)
conversation-back = Tilbage til listen
conversation-more = Mere
copy-number = Kopiér nummeret
copy-hint = Kopiér nummeret: . med titlen: .. med linket: ...
copy-title = Kopiér nummer og titel
copy-link = Kopiér nummer, titel og link
conversation-withdraw-link = Træk kundens link tilbage
copy-done = Kopieret:
conversation-assign = Fordel
conversation-assign-to = Giv til
conversation-tag = Mærkat
tags-field = Mærkater, med komma imellem
tags-add = Sæt på
tags-remove = Tag af
tags-on-it = Sidder på den
tags-often = Ofte brugt
tags-take-off = Tag { $tag } af
snooze-title = Udsæt
snooze-wake = Hent frem
snooze-later-today = Senere i dag
snooze-tomorrow = I morgen
snooze-next-week = Næste uge
snooze-until-reply = Til nogen skriver
snooze-until-reply-of = Til { $who } skriver
snooze-at = Et andet tidspunkt
snooze-until-then = Udsæt til da
snooze-back-before-due = Et svar har frist { $when }. Den kommer tilbage senest en time før; intet ur står stille.
snooze-due-anyway = Et svar har frist { $when }. Intet ur står stille for det.
snooze-was-due = Et svar havde frist { $when }. Intet ur står stille for det.
snoozed-until = Udsat til { $when }
snoozed-until-reply = Udsat til nogen skriver
follow-title = Følgere
follow-start = Følg
follow-stop = Hold op med at følge
mention-colleague = Nævn en kollega
presence-looking = { $name } læser
presence-noting = { $name } skriver en note
presence-replying = { $name } skriver et svar
presence-writing = { $name } skriver
link-title = Linkede samtaler
link-add = Link til en samtale
link-number = Den anden samtales nummer
link-kind = Den anden er
link-related = Beslægtet
link-parent = Overordnet
link-child = Underordnet
link-remove = Fjern linket til #{ $number }
spent-title = Tidsforbrug
spent-add = Notér tid
spent-hours = { $hours } t { $minutes } min
spent-last = Du noterede sidst { $time }.
checklist-title = Tjekliste
checklist-count = { $done }/{ $all }
checklist-add = Tilføj noget, der skal gøres
checklist-tick = Kryds af: { $item }
checklist-untick = Alligevel ikke gjort: { $item }
checklist-up = Flyt op: { $item }
checklist-down = Flyt ned: { $item }
checklist-remove = Tag af: { $item }
checklist-open = Det her mangler:
contact-log = Notér et opkald eller et besøg
contact-call-out = Ringede til { $who }
contact-call-out-missed = Ringede til { $who }, fik ikke fat i nogen
contact-call-in = { $who } ringede
contact-call-in-missed = Ubesvaret opkald fra { $who }
contact-visit-out = Besøg hos { $who }
contact-visit-out-missed = Besøg hos { $who }, ingen var der
contact-visit-in = Besøg af { $who }
contact-visit-in-missed = Besøg af { $who }, som ingen kunne tage imod
contact-minutes = { $n } min
contact-way = Hvordan
contact-phone = På telefon
contact-visit = Et besøg
contact-direction = Hvem til hvem
contact-out = Vi til dem
contact-in = De til os
contact-spoke = Vi talte sammen
contact-at = Hvornår
contact-how-long = Minutter
contact-with = Med hvem
contact-said = Hvad der blev sagt
contact-then = Bagefter er den
contact-then-hint = En samtale efter kundens seneste mail besvarer den: Urene stopper. Et forsøg uden svar ændrer intet.
contact-belongs = Samtale
contact-new = En ny
contact-subject = Hvad det drejer sig om
contact-subject-hint = Til en ny samtale.
note-edit = Rediger noten
note-edited = Redigeret
note-edit-kept = Det, der står her nu, bliver gemt; du og administratorer kan se det.
note-before = Det, der stod her før
note-until = Indtil
redact-title = Fjern ord
redact-words = Ord, der skal væk
redact-words-hint = Ét stykke per linje, som det står ovenfor, op til { $most } tegn hver.
redact-more = Hvad der ellers skal væk
redact-file = Filen { $name }
redact-whole = Alt, hvad den siger, med filerne
redact-why = Hvorfor
redact-why-hint = Det bliver stående i historikken.
redact-for-good = Det er for altid: Ordene forsvinder også fra mailen, som den kom, fra søgningen og fra historikken. Ingen kan hente dem tilbage.
redact-do = Fjern for altid
redact-was = Ord er fjernet fra denne besked
cards-found = Der står et kortnummer i denne samtale.
cards-mask = Lad de sidste fire cifre stå
link-children-open = Dele af denne samtale er stadig åbne:
close-anyway = Luk den alligevel
conversation-nobody = Ingen
conversation-department = Afdeling
conversation-department-none = Ingen afdeling
conversation-close = Luk
conversation-reopen = Åbn igen
conversation-state = Status
close-reason = Hvorfor lukkes den uden svar?
close-reason-why = Ingen har svaret, siden kunden sidst skrev. Grunden bliver stående i historikken.
fields-first = Udfyld dette først
fields-go-on = Gem og gå videre
thread-label = Samtale
thread-quoted = Vis citeret tekst
thread-signature = Vis signatur
thread-goes-on = Fortsætter fra en tidligere samtale
thread-events = { $count ->
    [one] Én hændelse
   *[other] { $count } hændelser
}

## Messages

message-from = Besked fra { $who }
message-reply-from = Svar fra { $who }
message-forward-from = Videresendt af { $who }
message-note-from = Intern note fra { $who }
message-note = Intern note
message-note-private = Kun dit team ser dette
message-to = til { $address }
message-cc = kopi til { $address }
message-bcc = skjult kopi til { $address }
message-forwarded-to = Videresendt til { $address }
message-forwarded-what = Beskeden, der blev videresendt
message-original = Original e-mail
message-show-original = Vis originalen
message-original-of = Originalen af e-mailen fra { $who }
message-cut = Denne e-mail er meget lang; dette er begyndelsen. Originalen har det hele.
receipt-body =
    Hej,

    Tak, fordi du skriver til os. Din besked er nået godt frem, og en af os læser den.

    Du får svar fra et menneske { $when }.

    Vil du tilføje noget, skal du bare svare på denne mail.
receipt-body-plain =
    Hej,

    Din besked er nået frem. En af os læser den, og du får svar fra et menneske { $when }.

    Vil du tilføje noget, skal du bare svare på denne mail.
receipt-when-elsewhere = { $when } (tiden i { $place })
receipt-label = Kvittering
receipt-line = En kvittering gik af sig selv til { $to }
receipt-show = Hvad den siger
message-table = Tabel
pictures-blocked = { $count ->
    [one] { $count } billede ligger på en anden computer. At hente det kan fortælle afsenderen, at e-mailen er læst.
   *[other] { $count } billeder ligger på andre computere. At hente dem kan fortælle afsenderen, at e-mailen er læst.
}
pictures-show = Vis billeder
pictures-tracker = Denne e-mail prøver at fortælle afsenderen, hvornår den bliver læst. Det blev stoppet.
picture-not-shown = Billede, der ikke vises
picture-open = Åbn billedet { $name }
why-title = Hvorfor her?
why-back = Tilbage til samtalen
why-placing = Hvorfor den står i denne samtale
why-nothing-kept = Intet skulle afgøres: den blev skrevet her.
why-joins = Den hører til samtale { $number }: { $evidence }.
why-joins-new-here = Den hører til samtale { $number }: { $evidence }. Afsenderen er ny her og får intet sendt, før nogen lukker dem ind.
why-continues-closed = Samtale { $number } er lukket, så en ny fortsætter fra den: { $evidence }.
why-links-another = Den peger også på samtale { $number }: { $evidence }. De blev ikke slået sammen.
why-sender-takes-no-part = Den peger på samtale { $number }: { $evidence }. Afsenderen deltager ikke dér, så den kommer ikke ind.
why-sender-blocked = Afsenderen er blokeret: den gemmes og lægges som lukket, og ingen svarer.
why-sender-removed = Den peger på samtale { $number }: { $evidence }. Nogen har taget afsenderen ud dér, så den kommer ikke ind.
why-forged-id = Den svarer på et id, der ligner vores og ikke er det: { $id }. Det tæller ikke.
why-deleted-conversation = Den svarer på #{ $number }, som kolleger har slettet. Den forbliver slettet, så en ny begynder.
why-nothing-points-here = Intet i den peger på en samtale, som afsenderen deltager i, så den begynder en ny.
why-unproved-staff = Den er i en kollegas navn, { $address }, og intet beviser det. Den har ingen magt.
notice-mail-above = Skriv over denne linje: dit svar bliver en note, som kun kolleger ser. Kunden får intet.
why-noted-by-mail = En kollega, { $address }, svarede på en besked på mail, så det blev en note.
why-notice-not-theirs = Den blev sendt til svaradressen i en besked, der ikke var til { $address }. Den blev ikke til en note.
why-notice-unproved = Den svarer på en besked, men intet beviser, at den er fra { $address }. Den blev ikke til en note.
why-notice-over = Den svarer på en besked til { $address }, som ikke længere kan besvares på mail. Den blev ikke til en note.
why-copied-take-part = Afsenderen er bevist, så { $who } deltager fra nu af.
why-copied-not-added = Den gik i kopi til { $count ->
    [one] én person mere, som
   *[other] { $count } personer mere, som
} ikke deltager: intet beviser afsenderen, eller de er for mange.
why-bounce = Den siger, at en besked fra os ikke nåede { $who }.
why-bounce-unknown = Den siger, at en mail ikke nåede frem, men ikke hvilken af vores, så den ændrer intet.
why-receipt-goes = Afsenderen fik en kvittering om at vente svar fra et menneske før { $until }.
why-no-receipt-by-machine = Ingen kvittering: en maskine skrev den, eller den kunne ikke læses.
why-no-receipt-old = Ingen kvittering: den kom ikke lige nu.
why-no-receipt-from-us = Ingen kvittering: den er i vores eget eller en kollegas navn.
why-no-receipt-declined = Ingen kvittering: den beder om ikke at få svar fra maskiner, eller ingen ville læse det.
why-no-receipt-unreachable = Ingen kvittering: den har ingen adresse at svare til.
why-no-receipt-unproved = Ingen kvittering: intet beviser afsenderen, og en kvittering må ikke nå nogen, som aldrig skrev.
why-no-receipt-off = Ingen kvittering: de er slået fra.
why-no-receipt-capped = Ingen kvittering: { $count } gik til denne adresse inden for timen.
why-evidence-reply-address = den blev sendt til en adresse, som vi signerede til den
why-evidence-our-message = den svarer på en besked fra os
why-evidence-foreign-message = den svarer på en besked, der kom ind før
why-evidence-shared-reference = den hører til samme mailveksling
why-evidence-subject-tag = emnet har nummeret
why-facts = Hvordan den kom
why-from = Fra
why-to = Til
why-cc = Kopi
why-came = Kom
why-way = Via
why-way-listener = vores mailmodtager
why-way-pipe = røret fra en mailserver
why-way-import = et importeret arkiv
why-way-imap = en postkasse, som vi læser
why-way-request = siden for henvendelsen
why-mailbox = Postkasse
why-copies = Kopier
why-copies-times =
    { $count ->
        [one] kom én gang
       *[other] kom { $count } gange
    }
why-envelope-from = Konvoluttens afsender
why-envelope-to = Konvoluttens modtagere
why-language = Sprog
why-automatic = Skrevet af en maskine
why-unreadable = Kunne ikke læses
why-warnings = Værd at se på
message-unreadable = Denne e-mail kunne ikke læses. Originalen er gemt og kan hentes.
proof-proved = Afsender bevist med { $by } ({ $domain })
proof-link = Skrevet på siden for henvendelsen
proof-unproved = Afsender ikke bevist
proof-form = Skrevet på en side: ingen har bekræftet denne adresse endnu
proof-failed = Ikke fra { $domain }: { $by } slog fejl
new-here = { $who } er ny her. De får intet svar og ser intet af dette, før du lader dem deltage.
new-here-let-in = Lad dem deltage
new-here-split = Gør det til en samtale for sig
people-title = Deltager også
people-take-out = Tag ud
people-let-in = Luk ind
merge-offer = En besked hører til både her og i en anden samtale:
merge-into = Flet med #{ $number }
merge-leave = Lad dem være hver for sig
merge-done = #{ $number } er nu en del af denne samtale.
merge-undo = Skil dem ad igen
merge-title = Flet med en anden
merge-number = Den anden samtales nummer
merge-do = Flet
merge-look-title = Sådan bliver de som én
merge-joins = Bliver en del af den
merge-others = { $names } deltager også i #{ $number } fra da af: det, de skriver, havner der.
merge-comes = Alt kommer med: beskeder, mærkater, følgere, tjeklister, løfter og brugt tid. De gamle numre fører til #{ $number }, og det gør senere mails også. De kan skilles igen, indtil der sker noget nyt.
merge-order = Rækkefølgen af det, der blev sagt
merge-order-newest = { $count ->
    [one] Den nyeste besked:
   *[other] De { $count } nyeste beskeder:
}
unreadable-empty = Den var tom.
unreadable-no-header = Den ligner ikke en e-mail.
unreadable-header = Hovedet er for stort eller for dybt til at være sikkert.
unreadable-parts = Den har for mange dele inden i dele til at være sikker.
unreadable-other = Grund: { $why }
automatic-answer = En maskine har svaret. Ingen venter på svar på dette.
automatic-bulk = Dette blev sendt til mange på én gang.
automatic-list = Dette kom gennem en mailingliste.
automatic-report = En mailserver melder om en e-mail fra os.
automatic-system = Et mailsystem har skrevet dette.
automatic-other = En maskine har skrevet dette.
warning-unproved-staff = Afsenderen bruger en kollegas adresse, men intet viser, at det er vedkommende.
warning-name-holds-address = Afsenderens navn indeholder en anden e-mailadresse. Se på adressen, ikke på navnet.
warning-no-sender = E-mailen siger ikke, hvem der har sendt den.
warning-several-senders = E-mailen nævner flere afsendere. Kun den første tæller her.
warning-text-cut = Teksten var for lang og er kortet af her. Originalen har det hele.
warning-nul-removed = Tegn, som ingen kan læse, er udeladt.
warning-receipt-capped = Så mange kvitteringer gik til denne adresse på en time, at der foreløbig ikke går flere. Hvis en maskine svarer på hver af dem, er der nu ro.
message-encrypted = Krypteret
message-encrypted-why = Vi kan ikke læse den her; filen er gemt.
message-signed = Signeret
message-signed-why = Ingen har kontrolleret signaturen.
invite-label = Møde
invite-untitled = Møde
invite-invited = Invitation
invite-cancelled = Aflyst
invite-accepted = Sagt ja
invite-declined = Sagt nej
invite-perhaps = Måske
invite-told = Begivenhed
invite-when = Hvornår
invite-where = Hvor
invite-by = Fra
invite-who = Hvem
invite-repeats = Det gentages.
invite-no-zone = ingen tidszone er oplyst
invite-from-to = { $from } til { $to }
invite-more = { $count ->
    [one] og én mere
   *[other] og { $count } mere
}
forwarded-offer = { $by } videresendte en mail, som { $writer } har skrevet. Du svarer { $by }.
forwarded-turned = Du svarer { $writer }, som skrev den mail, { $by } videresendte.
forwarded-unproved = Adressen står kun i den videresendte tekst; ingen har bekræftet den.
forwarded-answer = Svar { $name } i stedet
warning-name-of-colleague = Afsenderen bærer en kollegas navn, men skriver fra en anden adresse.
warning-hidden-characters = Tegn, som ikke kan ses, blev taget ud af afsenderens navn eller adresse.
warning-foreign-letters = Adressen er skrevet med fremmede bogstaver, som kan ligne andre. Læs den to gange.
warning-other = Noget er usædvanligt ved denne e-mail: { $what }
delivery-waiting = Går om et øjeblik
delivery-again = Prøves igen
delivery-sending = Sendes
delivery-sent = Sendt
delivery-failed = Ikke leveret
delivery-bounced = Kom retur
delivery-bounced-title = Den kunne ikke leveres til { $who }.
delivery-scheduled = Sendes
delivery-held = Holdt tilbage
delivery-failed-title = Dette svar kom ikke frem.
delivery-failed-body = Teksten er i sikkerhed. Se på grunden, og prøv igen.
delivery-words = Den anden server siger:
waiting-title = Dette svar venter på sit tidspunkt.
waiting-body = Det sendes af sig selv, medmindre kunden skriver først.
waiting-held-wrote = { $who } har skrevet siden: se først.
waiting-held-closed = Samtalen blev lukket, før dette kunne sendes: se først.
waiting-held-merged = Ikke sendt: samtalen blev en del af en anden kundes. Se, hvem der får det, før du sender.
waiting-edit = Rediger
waiting-cancel = Annuller svaret
waiting-send-now = Send nu
waiting-send-anyway = Send alligevel

## Composer

composer-kind = Type
composer-reply = Svar
composer-note = Note
composer-to = til { $address }
composer-reply-label = Svar til { $who }
composer-note-label = Intern note om { $who }
composer-forward = Videresend
composer-forward-label = Hvad du siger om beskeden fra { $who }
composer-forward-to = Videresend til
composer-forward-send = Videresend
composer-original = Beskeden, der videresendes
composer-along = Filer, der følger med
composer-field-to = Til
composer-field-cc = Kopi
composer-field-bcc = Skjult kopi
composer-fields-hint = Flere adresser med komma imellem.
composer-and-copies = og kopier
composer-reply-all =
    { $count ->
        [one] Svar alle (1 mere)
       *[other] Svar alle ({ $count } mere)
    }
composer-bad-address = »{ $address }« er ikke en hel mailadresse.
composer-files = Filer, der sendes
composer-remove = Fjern filen
composer-attach = Vedhæft filer
composer-saved = Gemt som kladde
composer-failing = E-mail til { $address } kom retur. Tjek adressen, før du skriver dertil igen.
composer-send-wait = Send og vent
composer-send-more = Flere måder at sende på
composer-send-open = Send og hold åben
composer-send-close = Send og luk
composer-later = Send senere
composer-later-tomorrow = I morgen { $time }
composer-later-at = Et andet tidspunkt ({ $zone })
composer-later-send = Send på dette tidspunkt
composer-signature = Din signatur
composer-discard = Kassér
composer-save-note = Gem note

macros-use = Brug en makro ( / først på en linje)
macros-find = Find en makro
macros-nothing = Ingen makro hedder sådan.
macros-none-here = Der er endnu ingen makro, som passer her.
macros-also = Desuden
macros-only-do = Gør det uden besked
macros-put-in = Makroen { $name } står i teksten.
macros-fallback = Denne makro har ingen tekst på { $missing }. Det, der står her, er { $language }.
macros-send = Send, og gør det afkrydsede
macros-unknown = nogen, som er væk
macros-does-state = Status: { $state }
macros-does-me = Tildel mig
macros-does-take = Tildel den, der bruger den
macros-does-nobody = Tildel ingen
macros-does-assign = Tildel { $name }
macros-does-department = Afdeling: { $name }
macros-does-no-department = Ingen afdeling
macros-does-tag = Mærkat: { $tag }
macros-does-untag = Tag mærkatet { $tag } af
macros-does-checklist = { $count ->
    [one] Tjekliste: én ting
   *[other] Tjekliste: { $count } ting
}
macros-does-snooze = { $count ->
    [one] Udsæt en dag
   *[other] Udsæt i { $count } dage
}

begin-title = Skriv til en kunde
begin-lead = Dette begynder en samtale. Ingen venter på svar, før kunden skriver tilbage.
begin-copies = Kopier
begin-subject = Emne
begin-body = Tekst
begin-from = Sendes fra
begin-send = Send
undo-sending = { $count ->
    [one] Sendes til { $who } om { $n } sekund
   *[other] Sendes til { $who } om { $n } sekunder
}

## Customer file

file-label = Kundemappe
file-language = Sprog
file-since = Kunde siden
file-addresses = Adresser
file-conversations = Seneste samtaler
timeline-title = Tidslinje for { $name }
timeline-show = Vis
timeline-all = Alt
timeline-conversations = Samtaler
timeline-messages = Beskeder
timeline-notes = Noter
timeline-file = Kundekort
timeline-none = Intet endnu.
timeline-began = Samtale nr. { $number } begyndte
timeline-wrote = { $name } skrev
timeline-replied = { $name } svarede
timeline-forwarded = { $name } sendte videre
timeline-noted = { $name } noterede
timeline-contact = { $name } noterede en samtale eller et besøg
file-first = Dette er den første samtale.

## History

event-opened = Modtaget på e-mail
event-opened-linked = Modtaget på e-mail, fortsætter fra en lukket samtale
event-message-received = { $from } skrev
event-reply-sent = { $by } svarede
event-begun = { $by } skrev først
event-forwarded = { $by } videresendte en besked til { $to }
event-reply-scheduled = { $by } skrev et svar, der sendes senere
event-reply-held-wrote = Svaret, der ventede, blev holdt tilbage, fordi noget kom ind
event-reply-held-closed = Svaret, der ventede, blev holdt tilbage, fordi samtalen var lukket
event-reply-held-merged = Svaret, der ventede, blev holdt tilbage, da samtalen blev en del af en anden kundes
event-reply-cancelled = { $by } aflyste svaret, der ventede
event-reply-undone = Et svar blev trukket tilbage, før det gik
event-receipt-sent = En kvittering gik til { $to }
event-answered-from-articles = Artikler gik af sig selv til { $to }: { $titles }
event-receipts-capped = Ikke flere kvitteringer til { $who } foreløbig, da så mange er gået
event-delivery-sent = Leveret. { $words }
event-delivery-failed = Ikke leveret. { $words }
event-delivery-bounced = Kom retur. { $words }
event-delivery-changed = På vej. { $words }
event-note-added = { $by } skrev en note
event-taken = { $name } tog den
event-assigned = Givet til { $name }
event-assigned-away = Givet til { $name }, da { $owner } er væk
event-unassigned-away = Givet tilbage til ingen, da { $owner } er væk
event-assigned-away-full = Givet til { $name }, da { $owner } er væk, og { $deputy } har så mange, de tager
event-unassigned-away-full = Givet tilbage til ingen, da { $owner } er væk, og { $deputy } har så mange, de tager
event-assigned-full = Givet til { $name }, da { $owner } har så mange, de tager
event-unassigned-full = Givet tilbage til ingen, da { $owner } har så mange, de tager
event-assigned-turn = Givet til { $name }, hvis tur det var
event-recurred = Begyndte af sig selv: den gentager sig
event-recurring-made = Gentager sig fra nu af: { $name }
event-recurring-changed = Det, der gentager sig, blev ændret: { $name }
event-recurring-removed = Gentager sig ikke længere: { $name }

settings-turns = Ture
turns-lead = Nye samtaler går af sig selv til den, hvis tur det er, eller venter, til nogen tager dem. For hver afdeling.
turns-on = Slå til
turns-on-one = Slå til: { $name }
turns-off = Slå fra
turns-off-one = Slå fra: { $name }
turns-are-on = Efter tur
turns-off-why = Fra: det, der er nyt, venter i indbakken, til nogen tager det.
turns-next = Det er { $name }s tur.
turns-nobody = Ingen kan tage en tur nu. Det, der er nyt, venter i indbakken.
turns-line-of = Hvis tur det er: { $name }
turns-who = Hvem
turns-open = Åbne
turns-open-of = { $n } af { $cap }
turns-part = Stilling
turns-last = Seneste tur
turns-never = Ingen endnu
turns-stands = Plads i køen
turns-is-next = Næste
turns-place = Nummer { $n }
turns-full = Har så mange, de tager
turns-unable = Svarer ikke kunder

settings-recurring = Gentagelser
recurring-lead = Samtaler, der begynder af sig selv igen og igen: lager, der skal tælles, aftaler, der skal fornyes, kunder, der skal ringes op.
recurring-new = Ny gentagelse
recurring-change = Gentagelse
recurring-none = Intet gentager sig endnu.
recurring-none-why = Skriv én gang det, der kommer igen hver uge, måned eller år; så begynder det af sig selv med tekst, mærkater og tjekliste.
recurring-end-one = Afslut: { $name }
recurring-next = Næste { $day }
recurring-off = Fra
recurring-made = { $count ->
    [one] Begyndte én gang
   *[other] Begyndte { $count } gange
}
recurring-subject = Emne
recurring-customer = Kunde
recurring-customer-hint = En adresse, et telefonnummer eller adressen på kundekortet. Tomt: virksomhedens egen sag.
recurring-beginning = Teksten er
recurring-note = En note til kolleger
recurring-note-why = Kunden får intet.
recurring-message = En e-mail til kunden
recurring-message-why = I ejerens navn. Kan den ikke sendes, bliver den en note.
recurring-body = Tekst
recurring-tags = Mærkater
recurring-tags-hint = Med komma mellem flere.
recurring-owner = Hvem der har den
recurring-checklist = Tjekliste
recurring-checklist-hint = Fra en makro, der har en.
recurring-checklist-none = Ingen
recurring-every = Hvor ofte
recurring-day = Hver dag
recurring-week = Hver uge på
recurring-month = Hver måned på dag
recurring-year = Hvert år
recurring-week-on = Hver uge: { $days }
recurring-month-on = Hver måned: den { $day }.
recurring-year-on = Hvert år: { $day }. { $month }
recurring-month-day = Dag i måneden
recurring-year-month = Måned
recurring-short-months = Er måneden kortere, gælder dens sidste dag.
recurring-at = Klokken
recurring-at-hint = I virksomhedens tidszone.
recurring-wrong-time = Skriv et klokkeslæt, for eksempel 08:00.
recurring-wrong-customer = Ingen kendes under dette, eller flere end én.
recurring-closed = Når virksomheden har lukket den dag
recurring-closed-hint = Efter åbningstider og helligdage.
recurring-closed-next = Den næste åbne dag
recurring-closed-previous = Den åbne dag før
recurring-closed-leave = Den dag alligevel
recurring-on = Begynder af sig selv
recurring-on-why = Fra: den beholdes og venter.
recurring-days = Næste dage
recurring-look = Vis dagene
recurring-no-days = Ingen dage: se på hvor ofte.
event-customer-changed = Kunden er nu { $name }
event-unassigned = Givet til ingen
event-handed-to = Givet videre til { $name }
event-handed-to-none = Hører ikke længere til nogen afdeling
event-state-new = Sat til ny
event-state-open = Sat til åben
event-state-waiting-customer = Venter på kunden
event-state-waiting-others = Venter på andre
event-state-solved = Løst
event-state-closed = Lukket
event-breached-first = Det første svar blev for sent
event-breached-next = Svaret blev for sent
event-breached-resolution = Løsningen blev for sen
event-service-usual = Følger de sædvanlige svartider
event-service-chosen = Følger servicereglen { $name }
event-near-first = Fristen for det første svar nærmer sig
event-near-next = Fristen for svaret nærmer sig
event-near-resolution = Fristen for løsningen nærmer sig
event-takes-part = { $who } deltager
event-new-here = { $who } er ny her
event-taken-out = { $who } deltager ikke længere
event-split = En besked blev til #{ $number }
event-merged-into = Blev en del af #{ $number }
event-took-in = #{ $number } blev en del af denne
event-came-along = Det, der ventede eller var halvt skrevet i #{ $number }, fulgte med
event-taken-apart = Skilt fra #{ $number } igen
event-merge-offered = Hører måske til #{ $number }
event-read = Læst
event-undone-owner = { $by } fortrød skiftet af ejer
event-undone-department = { $by } fortrød skiftet af afdeling
event-undone-state = { $by } fortrød ændringen af status
event-undone-tags = { $by } fortrød ændringen af mærkater
event-undone-snooze = { $by } fortrød, at den blev lagt væk eller hentet frem
event-undone-macro = { $by } fortrød det, en makro gjorde
event-deleted = { $by } slettede den
event-restored = { $by } hentede den tilbage
event-erased = { $by } slettede #{ $number } for altid
event-erased-by-time = #{ $number } forsvandt for altid, da tiden var gået
event-undone-delete = { $by } fortrød sletningen
event-followed = { $by } følger den
event-unfollowed = { $by } følger den ikke længere
event-sender-proved = Kunden bekræftede, at adressen er deres
event-mentioned = Kolleger blev nævnt
event-link-withdrawn = { $by } trak kundens link tilbage
event-linked-related = Linket til #{ $number }
event-linked-parent = Er nu en del af #{ $number }
event-linked-child = #{ $number } er nu en del af denne
event-unlinked = Ikke længere linket til #{ $number }
event-time-spent = { $by } brugte { $n } min
event-time-taken-back = { $by } tog { $n } min tilbage
event-items-added = Skal gøres: { $items }
event-item-done = Gjort: { $item }
event-item-undone = Alligevel ikke gjort: { $item }
event-item-removed = Taget af tjeklisten: { $item }
event-item-moved = Flyttet på tjeklisten: { $item }
event-call-logged = { $by } noterede et opkald
event-visit-logged = { $by } noterede et besøg
event-note-edited = { $by } ændrede en note
event-redacted = { $by } fjernede ord fra en besked
event-cards-masked = { $by } skjulte kortnumre
event-snoozed-until = Udsat til senere
event-snoozed-reply = Udsat til nogen skriver
event-woken-time = Kom tilbage af sig selv
event-woken-message = Kom tilbage, fordi noget kom ind
event-woken-colleague = Hentet frem i hånden
event-tagged = Fik mærkatet { $tags }
event-untagged = Har ikke længere mærkatet { $tags }
event-tag-made = Mærkatet { $name } blev lavet
event-tag-changed = Mærkatet { $from } hedder nu { $to }
event-tag-merged = Mærkatet { $name } blev en del af { $into }
event-tag-removed = Mærkatet { $name } blev fjernet
event-macro-applied = Brugte makroen { $macro }
event-macro-made = Makroen { $name } blev lavet
event-macro-changed = Makroen { $name } blev ændret
event-macro-removed = Makroen { $name } blev fjernet
event-macro-restored = Makroen { $name } er tilbage
event-view-made = Visningen { $name } blev lavet
event-view-changed = Visningen { $name } blev ændret
event-view-removed = Visningen { $name } blev fjernet
event-view-restored = Visningen { $name } er tilbage
event-pictures-shown = Billeder fra andre steder vist
event-by-former = en tidligere kollega
event-by-rule = en regel

## What stands in the way

refusal-empty = Her er ingen tekst endnu.
refusal-too-long = Teksten er længere, end en e-mail må være. Gør den kortere, eller vedhæft den som fil.
refusal-reason-needed = Ingen har svaret, siden kunden sidst skrev. Angiv en grund til at lukke.
refusal-already-closed = Den er allerede lukket.
refusal-already-open = Den er allerede åben.
refusal-too-late = Det er for sent: svaret er allerede sendt.
refusal-not-failed = Dette svar er ikke slået fejl, så det sendes ikke igen.
refusal-no-such-colleague = Denne kollega kan ikke tage samtaler længere.
refusal-no-such-department = Denne afdeling tager ikke imod samtaler længere.
refusal-no-address = Der er ingen adresse at skrive til.
refusal-no-writer = Denne mail siger ikke, hvem du ellers kan svare.
refusal-files-too-large = Filerne er for store til en e-mail. Tilsammen må de være 20 MB.
refusal-not-a-picture = Denne fil er ikke et billede, som mailprogrammer viser. Vælg en PNG, JPEG, GIF eller WebP.
refusal-picture-too-large = Billedet er for stort. Det må højst fylde 2 MB og være 4.000 punkter bredt eller højt.
refusal-bad-address = En af modtagerne er ikke en hel mailadresse.
refusal-too-many-recipients = En mail kan højst sendes til 50 personer.
refusal-not-to-customer = Et svar går til kunden. Vil du skrive til en anden, så videresend en besked.
refusal-no-recipient = Der er ingen at sende til endnu.
refusal-something-newer = Noget nyere er kommet ind. Læs det, og send så.
refusal-time-passed = Det tidspunkt er passeret. Vælg et senere.
refusal-time-too-far = Det er mere end et år væk. Vælg et tidligere tidspunkt.
refusal-no-time = Vælg en dato og et klokkeslæt.
refusal-not-waiting = Dette svar venter ikke længere.
refusal-reply-waits = Et svar venter stadig her. Send eller annuller det, før du lukker.
refusal-fields-missing = Noget skal udfyldes først. Det står over det, du skriver.
refusal-nothing-to-forward = Beskeden, der skulle videresendes, findes ikke.
refusal-no-subject = Giv det et emne.
refusal-no-such-conversation = Der er ingen anden samtale med det nummer.
refusal-on-its-way = Et svar er stadig på vej. Flet, når det er gået.
refusal-merge-stays = Der er sket noget nyt siden, så de to kan ikke længere skilles ad.
refusal-no-tag = Et mærkat skal have et ord.
refusal-tag-taken = Et andet mærkat hedder sådan. Slå de to sammen i stedet.
refusal-no-macro-name = En makro skal have et navn.
refusal-empty-macro = En makro siger noget eller gør noget. Skriv en tekst, eller vælg en handling.
refusal-unknown-variable = Denne tekst har en variabel, som ikke findes.
refusal-solved-away = Det, der er løst, kan ikke udsættes. Vælg én af delene.
refusal-too-many-macros = Der er ikke plads til flere makroer. Fjern nogle, som ingen bruger.
refusal-no-such-macro = Denne makro findes ikke længere.
refusal-children-open = Dele af den er stadig åbne. Luk dem først, eller luk denne med dens egen knap, som spørger.
refusal-link-loop = Så ville den blive en del af sig selv.
refusal-no-minutes = Notér mellem ét minut og et døgn.
refusal-not-tracked = Her noteres ikke tid.
refusal-items-open = Noget på tjeklisten mangler. Gør det først, eller luk denne med dens egen knap, som spørger.
refusal-too-many-items = Der er for meget på denne tjekliste.
refusal-why-missing = Sig hvorfor: Det bliver stående i historikken.
refusal-not-gone-yet = Den er ikke gået endnu. Tag den tilbage, eller vent til den er gået.
refusal-nothing-redacted = De ord står der ikke.
refusal-no-view-name = En visning skal have et navn.
refusal-bad-condition = Denne betingelse kan ikke læses. Udfyld den eller tag den ud.
refusal-view-too-large = Det er mere, end én visning kan rumme: op til 40 betingelser i grupper på op til fire niveauer.
refusal-too-many-views = Der er ikke plads til flere visninger. Fjern nogle, som ingen bruger.
refusal-bad-plan = Sådanne dage findes ikke. Vælg en ugedag eller en dag, som måneden har.
refusal-too-many-recurring = 200 ting gentager sig allerede. Afslut en, der ikke bruges mere.
refusal-changed-since = Nogen har ændret den siden, så den bliver, som den er.
refusal-undo-over = Det er for sent at fortryde dette. Det kan man i en halv time.
refusal-already-undone = Dette er allerede fortrudt.
refusal-goes-out = Et svar venter stadig her eller er på vej. Send eller annullér det, før du sletter.

## The first day

welcome-title = Velkommen til Tillit
welcome-lead = Lav den første konto, så er dit skrivebord klar.
welcome-name = Dit navn
welcome-email = Din e-mail
welcome-email-hint = Du logger ind med den. Kunderne ser den ikke.
welcome-password = Adgangskode
welcome-business = Virksomhedens navn
welcome-business-missing = Hvad hedder virksomheden?
welcome-submit = Åbn skrivebordet
welcome-old-title = Dette link er ikke længere det nyeste
welcome-old-lead = Tillit er startet igen siden og har lavet et nyt link. Se der, hvor Tillit blev startet.
welcome-taken-title = Tillit er allerede sat op
welcome-taken-lead = Nogen har lavet den første konto. Bed dem om en invitation.
welcome-to-signin = Gå til log ind

## Settings

settings-profile = Min profil
settings-team = Kolleger
settings-departments = Afdelinger
settings-business = Virksomheden
settings-hours = Åbningstider
settings-times = Svartider
settings-receipts = Kvitteringer
settings-requests = Kundernes sider
settings-forms = Kontaktformularer
settings-states = Navne på status
settings-fields = Felter
settings-tags = Mærkater
settings-macros = Makroer
settings-views = Visninger
settings-mail = Mail
settings-senders = Afsendere
settings-api = API
settings-webhooks = Webhooks
settings-found = Fundne indstillinger
settings-found-lead = Efter ordene på siderne med indstillinger.
settings-found-what = Skriv, hvad du leder efter, for eksempel helligdage.
settings-found-none = Ingen indstilling blev fundet for »{ $query }«.
settings-audit = Hændelseslog
settings-backups = Sikkerhedskopier
settings-operations = Drift
settings-saved = Gemt.
settings-wrong = { $count ->
    [one] Én ting at rette, før du gemmer
   *[other] { $count } ting at rette, før du gemmer
}
settings-zone = Tidszone
settings-zone-hint = Et IANA-navn, for eksempel Europe/Copenhagen eller Asia/Jakarta.
settings-zone-wrong = Ingen tidszone har dette navn.

business-lead = Hvem I er for kunderne, og hvordan samtaler opfører sig.
business-customers-see = Det kunderne ser
business-name = Virksomhedens navn
business-name-hint = Står ved afsenderen på hvert svar.
business-name-missing = Giv virksomheden et navn.
business-address = Svaradresse
business-address-hint = Kunderne ser den som afsender.
business-language = Sprog
business-language-hint = Til kunder, hvis eget sprog vi ikke kender.
business-address-wrong = Dette er ikke en hel e-mailadresse, som help@brekkesund.example.
business-signature = Signatur
business-signature-hint = Står under hvert svar.
business-conversations = Samtaler
business-closed-reply = Når en kunde svarer på en lukket samtale
business-closed-link = Begynd en ny, der fortsætter fra den
business-closed-link-why = Den gamle forbliver lukket og er ét klik væk.
business-closed-reopen = Åbn den gamle igen
business-closed-reopen-why = Alt bliver ét sted, uanset hvor gammelt det er.
business-quiet-days = Stille dage
business-quiet-days-hint = En løst samtale lukkes efter så mange dage uden et ord.
business-quiet-days-wrong = Vælg mellem 1 og 3650 dage.
business-undo = Fortryd afsendelse
business-undo-off = Fra
business-undo-seconds = { $count ->
    [one] { $count } sekund
   *[other] { $count } sekunder
}
business-undo-wrong = Vælg en af tiderne på listen.
business-subject-tag = Nummeret i emnet
business-subject-off = Intet nummer
business-subject-off-why = E-mails finder deres samtale uden.
business-subject-right = Efter emnet
business-subject-right-why = Til kunder, hvis mailprogrammer taber tråden: Motor [#48213]
business-subject-left = Foran emnet
business-subject-left-why = Til kunder, hvis mailprogrammer taber tråden: [#48213] Motor

times-lead = Det I lover jer selv. Svar, der allerede løber, beholder deres tider.
times-first = Første svar
times-first-hint = Virkelige timer, dag og nat, alle årets dage.
times-first-wrong = Vælg mellem 1 og 720 timer for det første svar.
times-next = Næste svar
times-next-hint = Tælles i åbningstiden. Står stille, mens en samtale venter på andre.
times-track = Kolleger noterer, hvor meget tid de bruger på en samtale
times-next-wrong = Vælg mindst ét minut og højst 720 timer for det næste svar.
times-soon-hint = Det, der forfalder inden for så mange timer, står under “Snart for sent”. Mellem 1 og 72.
times-soon-wrong = Mellem 1 og 72 timer.
times-hours = Timer
times-minutes = Minutter
receipts-lead = Den, der skriver om noget nyt, kan straks få at vide, at det er kommet, og hvornår et menneske svarer.
receipts-title = Nye henvendelser
receipts-on = Send en kvittering
receipts-on-why = Én kort mail på kundens sprog, fra postkassen de skrev til. Den stopper aldrig uret for første svar.
receipts-off = Send ingen
receipts-off-why = Kunderne hører fra jer, når nogen svarer.
receipts-when-title = Tiden i den
receipts-when = Den følger jeres svartider og åbningstider: aldrig tidligere end fristen for første svar, og aldrig før I har været der længe nok. Svarer et menneske først, går der ingen kvittering.
receipts-never-title = Hvem der aldrig får en
receipts-never-unproved = Afsendere, som intet beviser. Under Afsendere angiver du de mailservere, der beviser dem.
receipts-never-machines = Maskiner, lister, rapporter og den, der beder om ikke at få automatiske svar.
receipts-never-old = Mail, der lå der, før I forbandt postkassen, arkiver og mail skrevet for dage siden.
receipts-never-many = Nogen, mere end { $count } gange i timen.
receipts-preview = Hvad den siger
receipts-preview-hint = Som om nogen skrev nu. Jeres navn og signatur står under.

states-lead = Egne ord for, hvor en samtale står. De seks tilstande ligger nedenunder.
states-name = Navn
states-new = Nyt navn
states-means = Betyder
states-clocks = Ure
states-clocks-usual = Som dens status
states-clocks-still = Står stille
states-clocks-run = Går videre
states-remove = Tøm et navn for at fjerne det.

tags-lead = Ordene, som kolleger sætter på samtaler for at finde dem igen. Nye bliver til, når nogen skriver dem.
tags-none = Ingen samtale har et mærkat endnu. Tryk på T i en samtale for at give den det første.
tags-count = { $count ->
    [0] på ingen samtaler
    [one] på én samtale
   *[other] på { $count } samtaler
}
tags-show = Vis samtalerne
tags-name = Navn
tags-tone = Farve
tags-tone-plain = Grå
tags-tone-accent = Som skrivebordet
tags-tone-ok = Grøn
tags-tone-warn = Gul
tags-tone-bad = Rød
tags-tone-info = Blå
tags-merge-into = Slå sammen med
tags-merge-hint = Alt med dette mærkat får det andet. Det kan ikke fortrydes.
tags-forget = Fjern mærkatet
tags-sure = { $count ->
    [0] Fjern »{ $tag }«? Ingen samtale har det.
    [one] Fjern »{ $tag }« fra én samtale? Det kan ikke fortrydes.
   *[other] Fjern »{ $tag }« fra { $count } samtaler? Det kan ikke fortrydes.
}

macros-lead = Det, du ofte skriver og gør, klar til brug med / i et svar eller en note.
macros-new = Ny makro
macros-change = Ret en makro
macros-form-lead = En tekst på så mange sprog, du vil, og det, der gøres sammen med den.
macros-all = Alle makroer
macros-none = Der er ingen makroer endnu.
macros-none-why = Begynd med et svar, som du skriver hver uge: åbningstider, hvordan man sender noget tilbage, at I ser på sagen.
macros-not-found = Ingen makro har »{ $q }« i navnet eller teksten.
macros-for-everyone = For alle
macros-for-me = Kun for mig
macros-files-count = { $count ->
    [one] én fil
   *[other] { $count } filer
}
macros-uses = { $count ->
    [0] ikke brugt endnu
    [one] brugt én gang
   *[other] brugt { $count } gange
}
macros-up = Flyt { $name } op
macros-down = Flyt { $name } ned
macros-copy = Lav en kopi af { $name }
macros-remove = Fjern { $name }
macros-removed = { $name } er fjernet.
macros-not-yours = Denne makro er også for andre, så administratorer retter den. En kopi er kun din.
macros-name = Navn
macros-name-hint = Det, du leder efter efter /. Højst { $most } tegn.
macros-kind = Teksten bliver
macros-kind-reply = Et svar
macros-kind-reply-why = Kunden får det.
macros-kind-note = En note
macros-kind-note-why = Kun kolleger ser den.
macros-texts = Tekst
macros-texts-hint = Kundens sprog vælges. Mangler det, bruges virksomhedens sprog, og du får det at vide.
macros-text-in = Tekst på { $language }
macros-variables = Det, der kan udfyldes
macros-variables-hint = Skrives mellem to krøllede parenteser. Det, der står efter en |, bruges, når intet er kendt: customer.first_name|du.
macros-variable-customer-name = kundens navn
macros-variable-customer-first-name = kundens fornavn
macros-variable-customer-addressed = sådan som kunden vil tiltales, ellers fornavnet
macros-variable-agent-name = dit navn
macros-variable-agent-first-name = dit fornavn
macros-variable-conversation-number = samtalens nummer
macros-variable-conversation-subject = det, den handler om
macros-variable-business-name = virksomhedens navn
macros-variable-business-address = virksomhedens mailadresse
macros-acts = Det, den gør
macros-acts-hint = Gøres sammen med afsendelsen. Den, der bruger den, kan fjerne hvert flueben.
macros-as-it-is = Som den er
macros-act-state = Status
macros-act-assign = Tildel
macros-act-tag = Sæt mærkater på
macros-act-untag = Tag mærkater af
macros-act-checklist-hint = Én ting, der skal gøres, per linje.
macros-files = Filer
macros-files-hint = De følger med beskeden, ved siden af teksten. Fjern fluebenet for at tage en fil væk.
macros-pictures = Billeder
macros-pictures-hint = Hvert står under beskedens tekst, også i mailen. Fjern fluebenet for at tage et billede væk.
macros-picture-alt = Hvad det viser
macros-picture-alt-hint = Til dem, der ikke ser det. Er feltet tomt, står filens navn der.
macros-picture-alt-of = Hvad { $name } viser
macros-picture-new = Tilføj et billede
macros-picture-hint = PNG, JPEG, GIF eller WebP, højst 2 MB og 4.000 punkter bredt eller højt. Billeder på andre computere vises ikke. Når det er gemt, står det også i forhåndsvisningen.
macros-picture-below = står under teksten
macros-visible = Hvem der ser den
macros-visible-hint = Én afdeling: dem, der arbejder der, og dem, der arbejder med det, der hører til den.
macros-preview = Sådan som kunden ville få den
macros-preview-hint = Udfyldt for en opdigtet kunde.
macros-preview-none = Der er endnu ingen tekst at vise.
macros-preview-do = Forhåndsvis

# Saved views
views-lead = Egne lister: hvilke samtaler, hvad du ser af hver, og i hvilken rækkefølge.
views-new = Ny visning
views-change = Ændr denne visning
views-save = Gem denne liste som visning
views-all = Alle visninger
views-open = Åbn
views-remove = Fjern visningen { $name }
views-removed = { $name } er fjernet.
views-none = Der er ingen visninger endnu.
views-none-why = Åbn en liste, vælg Visninger, og gem den som visning. Eller begynd her med de betingelser, du tænker på.
views-form-lead = Når den er gemt, står den i sidepanelet med sit antal.
views-not-yours = Denne visning er også for andre, derfor ændres den af administratorer.
views-name = Hvad visningen hedder
views-conditions = Hvilke samtaler
views-conditions-hint = Uden betingelser viser den alt, hvad du ser.
views-group = Gruppe af betingelser
views-mode-all = Alt dette passer
views-mode-any = Mindst ét af dette passer
views-mode-none = Intet af dette passer
views-add = Tilføj
views-add-what = Hvad der skal tilføjes
views-add-group = En gruppe mere
views-take-out = Tag betingelse { $number } ud
views-gone = noget, der er væk
views-owner-me = Den, der ser på
views-language-unknown = Ikke kendt
views-test-mailbox = Kom via postkassen
views-test-customer = Ord i kundens navn eller adresse
views-test-subject = Ord i emnet
views-test-due-within = Frist inden for så mange timer (0: for sent)
views-test-waiting-over = Kunden har ventet i flere timer end
views-test-created-within = Begyndt inden for de seneste dage
views-test-created-before = Begyndt for flere dage siden end
views-test-touched-within = Seneste besked inden for de seneste dage
views-test-touched-before = Seneste besked for flere dage siden end
views-test-followed = Følges af den, der ser på
views-test-mentioned = En note nævner den, der ser på
views-test-unanswered = Ingen har svaret endnu
views-order = Rækkefølge
views-order-due = Efter den tid, der er tilbage
views-order-newest = Nyeste besked først
views-order-oldest = Ældste besked først
views-order-created-last = Senest begyndt først
views-order-created-first = Først begyndt først
views-grouped = Under overskrifter efter
views-grouped-nothing = Ingen overskrifter
views-columns = Hvad der vises af hver
views-column-number = Nummer
views-column-owner = Ejer
views-column-state = Tilstand
views-column-language = Sprog
views-column-time = Tid tilbage eller seneste besked
views-column-created = Hvornår den begyndte
views-column-snippet = Begyndelsen af den nyeste besked
views-began = Begyndte
macros-sample-name = Kim Hansen
macros-sample-subject = Min bestilling

operations-lead = Det, der er opgivet og venter på jer.
operations-failed = Svar, der ikke kom frem
operations-failed-none = Alle svar er kommet frem eller på vej.
operations-failed-to = Svar til { $address }
operations-changes = Seneste ændringer i indstillingerne
operations-changes-none = Intet er ændret endnu.
operations-change = { $by } ændrede »{ $page }«.
operations-dead = Arbejde, der slog fejl
operations-dead-none = Intet er slået fejl.
operations-attempts = { $count ->
    [one] prøvet én gang
   *[other] prøvet { $count } gange
}

hours-lead = Hvornår I er der. Uret for næste svar tæller kun disse timer.
hours-week = Ugen
hours-count = Tæl tid
hours-count-open = I åbningstiden
hours-count-open-why = Nætter, weekender og helligdage er udeladt.
hours-count-always = Døgnet rundt
hours-count-always-why = Hver time tæller, også i weekenden.
hours-day-hint = Skriv tider som 08:00-16:00, med komma mellem to dele. Lad en dag stå tom, når I har lukket.
hours-closed = Lukket
hours-day-wrong = Skriv dagens tider som 08:00-16:00.
hours-never = Med disse tider har I aldrig åbent. Giv mindst én dag tider.
hours-holidays = Helligdage og særlige dage
hours-holidays-label = Lukkede dage
hours-holidays-hint = Én dato på hver linje, for eksempel 2026-12-25.
hours-dates-wrong = En af de lukkede dage er ikke en dato som 2026-12-25.
hours-add = Tilføj helligdagene i år og næste år
hours-add-none = Tilføj ikke
hours-special = Dage med andre tider
hours-special-hint = Én dag på hver linje, for eksempel 2026-12-24 08:00-12:00.
hours-special-wrong = En af disse dage er ikke skrevet som 2026-12-24 08:00-12:00.
hours-norway = Norge
hours-sweden = Sverige
hours-denmark = Danmark
hours-indonesia = Indonesien

## What is deleted

conversation-delete = Slet
deleted-title = Slettet
deleted-lead = { $count ->
    [one] Det, der er slettet, kan hentes tilbage i én dag. Så er det væk for altid.
   *[other] Det, der er slettet, kan hentes tilbage i { $count } dage. Så er det væk for altid.
}
deleted-none = Intet er slettet.
deleted-older = Ældre
deleted-what = Samtale
deleted-by = Slettet
deleted-goes = Væk for altid
deleted-verbs = Handlinger
deleted-put-back = Hent tilbage
deleted-put-back-one = Hent tilbage: #{ $n }
deleted-erase = Slet for altid
deleted-erase-one = Slet for altid: #{ $n }
deleted-restored = Den er tilbage, hvor den var.
deleted-erased = Den er væk for altid.
deleted-toast = Slettet
deleted-sure = Alt, der er sagt i #{ $n }, forsvinder for altid: tekster, noter, filer og mailene, som de kom. Ingen kan hente det tilbage.
deleted-sure-number = Skriv { $n } for at gå videre
deleted-sure-wrong = Det er ikke nummeret.
deleted-days = Dage, det slettede beholdes
deleted-days-hint = Fra 1 til 3650. Gælder også det, der allerede er slettet.
deleted-days-wrong = Skriv et tal fra 1 til 3650.
## Today

today-title = I dag
today-answer = Svar
today-answer-lead = Forfalder i dag eller er forsinket: dine og dem, ingen har, det, der forfalder først, øverst.
today-answer-none = Intet forfalder i dag.
today-keep = Følg op
today-keep-lead = Det, du lagde væk til i dag, svar, der går af sig selv i dag, og tjeklister, der ikke er færdige.
today-keep-none = Intet er lovet til i dag.
today-call = Ring
today-call-lead = De, der bad om at blive ringet op, og opkald, der ikke nåede nogen de seneste to uger.
today-call-none = Ingen venter på et opkald.
today-more = { $n } forfalder i dag i alt. Resten står under
today-nothing = Intet venter på dig i dag
today-nothing-lead = Det, der forfalder, er lovet eller skal ringes til i dag, står her.
today-by-phone = Vil ringes op
today-back = Tilbage { $at }
today-leaves = Går { $at }
today-tried = Ikke nået { $at }

## Side threads

side-title = Sidetråd
side-threads = Sidetråde
side-begin = Skriv til en anden
side-lead = { $name } får det ikke at vide og ser aldrig svarene. De kommer tilbage hertil, kun for jer.
side-with = med { $who }
side-closed = Lukket
side-close = Luk sidetråden
side-reopen = Åbn sidetråden igen
side-along = Filer fra denne samtale, der skal med
side-wait = Samtalen venter på andre, til de svarer
message-side-from = Sidetråd, besked fra { $who }
timeline-side-wrote = { $name } skrev i en sidetråd
timeline-side-answered = { $name } svarede i en sidetråd
event-side-begun = { $by } begyndte en sidetråd med { $to }
event-side-written = { $by } skrev til { $to } i en sidetråd
event-side-answered = { $from } svarede i en sidetråd
event-side-closed = { $by } lukkede en sidetråd
event-side-reopened = { $by } åbnede en sidetråd igen
refusal-side-to-customer = Kunden er blandt modtagerne. En sidetråd er for andre; skriv til kunden med et svar.
why-joins-side = Den hører til sidetråden »{ $title }« i samtale { $number }: afsenderen er skrevet til der.
why-side-stranger = Den peger på en sidetråd i samtale { $number }, men ingen har skrevet til afsenderen der, så den kommer ikke med.
why-side-customer = Den blev sendt til adressen på en sidetråd i samtale { $number }, men den er fra kunden, så den kommer ikke med der.
# Samtaler fra et andet system
origin-hint = Nummeret i systemet, den kom fra
event-moved-in = Hentet ind fra et andet system
event-moved-in-from = Hentet ind fra { $source }
event-moved-in-number = Hentet ind fra et andet system, hvor den var { $number }
event-moved-in-from-number = Hentet ind fra { $source }, hvor den var { $number }
moving-outcome-made = Ny
moving-outcome-joined = Tilføjet
moving-outcome-unchanged = Uændret
moving-outcome-refused = Afvist
moving-why-broken = Kan ikke læses
moving-why-too-long = Længere end det, der kan hentes ind
moving-why-no-number = Har intet nummer
moving-why-no-customer = Ingen kan genkendes som kunden: hverken navn, adresse eller telefon
moving-why-several = Det, der står om kunden, passer på flere
moving-why-nothing-said = Der blev ikke sagt noget i den
moving-why-no-date = Har ingen dato, der kan læses
moving-why-future = En dato ligger i fremtiden
moving-why-deleted = Blev slettet her
moving-why-erased = Blev fjernet for altid her
moving-why-state = Ikke en af de seks tilstande; den er lukket
moving-why-kind = Hverken besked, svar eller note; udeladt
moving-why-colleague = Ingen kollega har denne adresse
moving-why-department = Ingen afdeling hedder sådan
moving-why-language = Ikke et af de fem sprog
moving-why-address = Ingen e-mailadresse eller telefon
moving-why-no-file = Filen er der ikke
moving-why-out-of-folder = Stien fører ud af mappen
moving-why-file-too-large = Filen er for stor
settings-moving = Samtaler andre steder fra
settings-takeout = Tag alt med
settings-file = Indstillinger som fil

# Delte kladder
draft-by = Kladde af { $name }
draft-changed-by = ændret af { $name }
draft-not-sent = Ikke sendt endnu
draft-held = { $name } har den åben
draft-open = Åbn kladden
draft-take-over = Overtag
draft-take-over-hint = { $name } skriver i den. Overtager du den, gemmes det, { $name } skriver derefter, blandt egne kladder.
draft-take = Tag tilbage
draft-throw-away = Smid væk
draft-thrown-away = Kladden er smidt væk
draft-gone = Smidt væk, gemmes i et døgn
draft-bring-back = Hent tilbage
draft-share = Del kladde
draft-share-all = Del med alle her
draft-ask = Bed nogen se på den
draft-give-back = Giv tilbage
draft-open-hint = Kun du skriver i den, til du giver den tilbage.
draft-refused = En anden har ændret kladden eller har den åben nu. Det, du skriver, gemmes blandt dine egne kladder. »Giv tilbage« viser begge tekster.
draft-both = { $name } har ændret kladden, siden du åbnede den.
draft-both-held = { $name } har kladden åben nu.
draft-their-words = Sådan er kladden nu:
draft-both-then = Din tekst står nedenfor. Sender du den eller giver den tilbage nu, erstatter den denne.
draft-reply = Skriv en kladde
search-has-draft = Med delte kladder
refusal-draft-held = En anden har denne kladde åben. Overtag den først.
refusal-draft-changed = En anden har ændret denne kladde. Se på den igen.
refusal-draft-gone = Kladden er ikke delt længere: Den er sendt, taget tilbage eller smidt væk. Din tekst står her stadig.
refusal-draft-files = En kladde kan ikke have filer. Fjern dem, og tilføj dem, når den sendes.
refusal-too-many-drafts = Her er allerede 20 delte kladder. Send en af dem, eller smid en væk først.
event-draft-shared = { $by } delte en kladde
event-draft-asked = { $by } delte en kladde og bad { $name } se på den
event-draft-sent = Kladde af { $author }, sendt af { $by }
event-draft-taken = { $by } tog en delt kladde tilbage
event-draft-thrown-away = { $by } smed kladden af { $author } væk
event-draft-brought-back = { $by } hentede kladden af { $author } tilbage

subject-change = Ret emnet
subject-now = Emnet er nu »{ $to }«
subject-came-as = Emnet, da samtalen kom
side-subject-now = Sidetråden hedder nu »{ $to }«
event-subject-changed = { $by } rettede emnet fra »{ $from }« til »{ $to }«
event-subject-given = { $by } gav samtalen emnet »{ $to }«
event-subject-taken = { $by } fjernede emnet »{ $from }«
event-subject-some = { $by } rettede emnet
event-side-renamed = { $by } rettede emnet for en sidetråd fra »{ $from }« til »{ $to }«
event-side-renamed-some = { $by } rettede emnet for en sidetråd
event-undone-subject = { $by } fortrød rettelsen af emnet
event-undone-side = { $by } fortrød rettelsen af emnet for en sidetråd
refusal-subject-too-long = Et emne har plads til 200 tegn. Gør det kortere.

refusal-promise-over = Løftet står ikke sådan længere. Se på det igen.
refusal-promises-open = Et løfte i denne samtale er ikke holdt endnu. Markér det som holdt, eller slip det først, eller send uden at lukke.
promises-title = Løfter
event-promise-suggested = Det her kan være et løfte: { $words }
event-promise-dropped = Ikke et løfte: { $words }
event-promise-made = Løfte givet: { $words }
event-promise-moved = Løftet blev flyttet, kunden fik det ikke at vide: { $words }
event-promise-renegotiated = Løftet blev flyttet, kunden fik det at vide: { $words }
event-promise-handed = { $who } holder løftet nu: { $words }
event-promise-handed-leads = Ingen bestemt holder løftet nu: { $words }
event-promise-reminded = Påmindelse om et løfte: { $words }
event-promise-late = Et løfte blev forsinket: { $words }
event-promise-kept = Løfte holdt: { $words }
event-promise-broken = Løfte brudt: { $words }
event-promise-released = Løfte sluppet: { $words }
event-promise-reopened = Løftet skal holdes alligevel: { $words }
look-dated = Du lovede “{ $words }”, senest { $when }. Følge det op?
look-open = Du lovede “{ $words }”. Hvornår senest?
look-hedged-by = Du lovede halvt “{ $words }”, senest { $when }. Følge det op?
look-hedged = Du lovede halvt “{ $words }”. Følge det op?
look-unsure = Dagen kan læses på flere måder.
look-track = Følg det op
look-no = Ikke et løfte
look-later = Spørg mig senere
look-keeps = Holder det her et løfte?
promise-by = Senest
promise-ask = Kan være et løfte: “{ $words }”
promise-words = Hvad vi lover
promise-make = Giv et løfte
promise-leads = Den, der leder her
promise-keep = Holdt
promise-more = Flyt, slip, giv videre
promise-told = Kunden ved det
promise-move = Flyt
promise-why = Hvorfor det ikke er nødvendigt længere
promise-release = Slip
promise-to = Hvem holder det
promise-hand = Giv videre
promise-reopen = Skal stadig holdes
promise-open = Disse løfter er ikke holdt endnu:
promise-suggested = Kan være et løfte
promise-late = For sent
promise-today = I dag
promise-coming = Kommer
promise-kept = Holdt
promise-broken = Brudt
promise-released = Sluppet
promise-late-days = { $count ->
    [one] { $count } dag for sent
   *[other] { $count } dage for sent
}
promise-late-hours = { $n } t for sent
promise-late-minutes = { $n } min for sent
promises-due = Løfter, der skal holdes
promises-lead = Hvad der skal holdes, det, der haster, først.
promises-own = Mine løfter
promises-whose = Hvis
promises-mine = Mine
promises-ours = Mine afdelinger
promises-when = Hvornår
promises-all = Alle
promises-none = Intet skal holdes her.
promises-more = Flere
promise-for = for { $who }
promises-by = Løfter fra { $who }
promises-by-lead = Fra det sidste år. Kun de selv og den, der leder dem, ser dette.
promises-kept-of = { $kept } af { $all }
promises-kept = løfter holdt til tiden
promises-calendar = Mine løfter i en kalender
promises-calendar-lead = Et kalenderprogram kan abonnere på det, du holder. Den, der har adressen, ser det uden at logge ind.
promises-calendar-at = Adresse
promises-calendar-make = Lav en adresse
promises-calendar-renew = Lav en anden adresse
promises-calendar-withdraw = Træk den tilbage

jars-insult = “{ $words }” er et skældsord mod kunden.
jars-profanity = “{ $words }” er et bandeord.
jars-threat = “{ $words }” kan lyde som en trussel.
jars-accusation = “{ $words }” kan lyde, som om kunden lyver.
jars-sarcasm = “{ $words }” kan virke spydigt.
jars-condescending = “{ $words }” kan virke nedladende.
jars-blame = “{ $words }” lægger skylden på kunden.
jars-dismissive = “{ $words }” kan lyde, som om det ikke er vigtigt.
jars-shouting = “{ $words }” ligner råben.
jars-refusal = “{ $words }” er et nej uden grund eller anden udvej.
jars-command = “{ $words }” læses som en ordre.
jars-address = “{ $words }” er ikke sådan, denne kunde tiltales.
jars-hedging = Så mange forbehold: “{ $words }”.
jars-house = “{ $words }” er ikke sådan, jeres hus siger det.
jars-missing = Det her kan hjælpe: { $what }.
jars-try = Prøv:
jars-use = Brug det
helps-greeting = en hilsen
helps-thanks = tak
helps-regret = en beklagelse
helps-reason = en grund
helps-alternative = en anden udvej
look-card = Der står et kortnummer i det (… { $what }). Send det kun, hvis det er nødvendigt.
look-national = Der står et CPR-nummer eller lignende i det (… { $what }). Send det kun, hvis det er nødvendigt.
look-address = { $what } er en anden kundes adresse.
look-phone = { $what } er en anden kundes telefon.

settings-tone = Tone
tone-lead = Svar ses igennem, mens de skrives. Det hjælper den, der skriver; intet holdes tilbage, og ingen får point.
tone-title = Se svar igennem
tone-on = Ja
tone-on-why = Under et svar står, hvad der kan skurre, med bedre ord.
tone-off = Nej
tone-off-why = Der siges intet om, hvordan svar lyder. Private numre påpeges alligevel.
tone-allowed = Udtryk der går
tone-allowed-hint = Ét pr. linje: produktnavne og vendinger, som ingen her støder sig på.
tone-jarring = Udtryk I ikke vil have
tone-jarring-hint = Ét pr. linje: de nævnes som noget, der skurrer.
tone-formal = Sig De
tone-formal-why = På norsk, dansk og svensk nævnes du som for fortroligt.
tone-familiar = Kamu må bruges
tone-familiar-why = På indonesisk nævnes kamu ikke som for fortroligt.
tone-too-many = Der er mere end 200 udtryk.
tone-too-long = Et udtryk er længere end 100 tegn.
tone-no-word = En linje har intet ord.
tone-both = Et udtryk står også blandt dem, der går.
tone-sent = Sendt, selv om det skurrer, på { $days } dage
tone-sent-why = Tælles for hele skranken: ingen ord, ingen forfatter. Det viser, hvad I kan tale om, ikke hvem.
tone-sent-none = Intet indtil nu.
tone-what = Hvad
tone-all = Alle
tone-is-insult = Skældsord
tone-is-profanity = Bandeord
tone-is-threat = Trusler
tone-is-accusation = Beskyldninger
tone-is-sarcasm = Spydigheder
tone-is-condescending = Nedladende ord
tone-is-blame = Skyld
tone-is-dismissive = Affejning
tone-is-shouting = Råben
tone-is-refusal = Et bart nej
tone-is-command = Ordrer
tone-is-address = Tiltaleform
tone-is-hedging = For mange forbehold
tone-is-house = Ikke ønsket her

mood-negative = Utilfreds
mood-neutral = Hverken glad eller utilfreds
mood-positive = Glad
mood-guess = Læst i deres ord; det kan være forkert.
views-test-mood = Stemning, da de sidst skrev
held-mood = Stemning, der blev læst i den
refusal-need-over = Dette behov står ikke sådan længere. Se på det igen.
needs-title = Behov
event-need-noted = { $by } noterede et behov: { $words }
event-need-noted-itself = Et behov blev noteret: { $words }
event-need-changed = Et behov blev rettet: { $words }
event-need-met = Behov dækket: { $words }
event-need-declined = Behov afvist: { $words }
event-need-reopened = Der er alligevel brug for: { $words }
event-need-removed = Ikke noget behov: { $words }
need-note = Notér et behov
need-more = Hvad sker der med det
need-meet = Dækket
need-meet-tell = Dækket: giv dem besked
need-why = Hvorfor ikke
need-decline = Afvis
need-remove = Ikke noget behov
need-words = Med kundens egne ord
need-topic = Emne
need-product = Produkt
need-keep = Notér
need-noted = Noteret: »{ $words }«
need-undo = Fortryd
need-said = Hvor det blev sagt
need-open = Åbent
need-met = Dækket
need-declined = Afvist
need-reopen = Der er stadig brug for det
need-told-no = har ikke fået det at vide
need-told-drafted = en kladde venter
need-told-going = svaret er på vej
need-told-yes = har fået det at vide
needs-page = Behov og ønsker
needs-lead = Det, kunderne beder om med deres egne ord, og hvem der bad om det.
needs-file-topics = Tal (CSV)
needs-file-needs = Hvem der bad om det (CSV)
needs-period = Periode
needs-status = Status
needs-all = Alle
needs-ever = Altid
needs-days = { $n } dage
needs-rising = På vej op
needs-rising-how = De seneste { $weeks } uger: efterspurgt langt oftere end normalt nu (Kleinbergs toppe), af mindst { $customers } kunder, mindst { $least } gange. Efter hvornår det blev sagt, uanset perioden ovenfor.
needs-rising-none = Intet er på vej op lige nu.
needs-rising-n = { $needs } af alle { $of } behov, fra { $customers } kunder
needs-rising-since = siden { $day }
needs-rising-sure = mere end før med { $sure } % sandsynlighed
needs-most = Mest ønsket
needs-most-how = { $needs } behov fra { $customers } kunder, { $period }. Sorteret efter kunder, hver talt én gang i et emne.
needs-none = Ingen har bedt om noget endnu
needs-none-lead = Markér ord i en kundes besked, og tryk på hjertet over den.
needs-none-here = Intet passer.
needs-none-theirs = Der er ikke noteret noget endnu.
needs-customers = Kunder
needs-count = Behov
needs-who = Hvem der bad om det
needs-all-topics = Alle emner
needs-tell = Dækket: giv alle besked
needs-further = Flere
needs-said-on = Sagt
needs-customer = Kunde
needs-conversation = Samtale
needs-told = Fået det at vide
needs-tell-title = Dækket: giv alle, der bad om det, besked
needs-tell-n = Kunder som ikke har fået det at vide og ikke har nogen kladde: { $n }
needs-tell-text = Tekst på { $language }, til { $n }
needs-tell-hint = Alle får en kladde på deres eget sprog, ellers på virksomhedens. Dette udfyldes for hver:
needs-tell-never = Intet sendes af sig selv: hver kladde venter i sin samtale. Uden tekst bliver behovene kun markeret som dækket.
needs-tell-do = Markér som dækket, og skriv kladderne
needs-told-met = Behov markeret som dækket: { $n }.
needs-told-drafted = Kladder skrevet: { $n }.
needs-told-left = Kunder som der ikke kunne skrives kladde til: { $n }. For mange kladder venter i samtalen, eller den er væk.
needs-told-more = Der er flere end der klares på én gang. Tryk igen.
settings-needs = Behov
need-topics-lead = Emnerne, som I sorterer kundernes ønsker efter.
need-topics = Emner
need-topics-hint = Ét pr. linje. De tilbydes først, når et behov noteres; et andet kan skrives dér.
need-topics-too-many = Der er mere end 50 emner.
need-topics-too-long = Et emne er længere end 40 tegn.
need-topics-no-word = En linje har intet ord.

# Det man bør vide, før man skriver.
known-late = { $count ->
    [one] Et løfte til dem er forsinket
   *[other] { $count } løfter til dem er forsinkede
}
known-broken = Et løfte til dem blev brudt for nylig
known-waits = De har ventet { $count } dage på svar
known-again = { $count ->
    [one] Den var lukket og er åben igen
   *[other] Den var lukket { $count } gange og er åben igen
}
known-often = { $count } samtaler med dem på en måned
known-first = De skriver for første gang
known-language = De skriver som regel på { $language }
known-turned = Den seneste besked lyder utilfreds, det gjorde den før ikke
known-still-unhappy = De har lydt utilfredse mere end én gang
known-unhappy = De lyder utilfredse
known-better = De lød utilfredse før, men ikke længere
known-glad = De lyder glade
known-topics = Har tidligere skrevet om:
known-next = Næste gang: { $when }.
composer-rather = De vil hellere kontaktes på en anden måde:
composer-call = Ring
snooze-liked = Når det passer dem
composer-later-liked = Når det passer dem: { $when }
recurring-held-back = Ikke sendt af sig selv, da denne kunde vises omtanke. Skal det sendes alligevel, så send det som svar:

# Service policies
settings-service = Serviceregler
service-lead = Hvad I lover hvem: hvornår de får svar, hvornår det er løst, og hvad der sker før og efter.
service-order = Reglerne i rækkefølge
service-new = Ny regel
service-none = Ingen regler endnu. Alle samtaler følger de sædvanlige svartider.
service-first-holds = Af de regler, der passer til en samtale, gælder den første.
service-rest = Det, som ingen regel passer til, følger
service-up = Flyt { $name } op
service-down = Flyt { $name } ned
service-remove = Fjern { $name }
service-of-mailboxes =
    { $count ->
        [one] { $count } postkasse
       *[other] { $count } postkasser
    }
service-of-organisations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisationer
    }
service-of-people =
    { $count ->
        [one] { $count } kunde
       *[other] { $count } kunder
    }
service-of-all = Alle samtaler
service-count-always = døgnet rundt
service-count-business = åbningstid
service-resolution = Løsning
service-time = { $hours } t { $minutes } min
service-hours = Andre åbningstider
service-hours-new = Nye tider
service-hours-why = Til hold, der er der på andre tider. Reglerne vælger, hvilke tider de tæller.
service-wrong-name = Giv den et navn på højst 80 tegn.
service-wrong-target = Vælg mindst ét minut og højst 720 timer for svar eller et år for løsninger.
service-wrong-share = Vælg mellem 1 og 99 procent.
service-wrong-left = Vælg mellem 1 og 43.200 minutter.
service-wrong-organisations = Der er ingen organisation med et af disse navne.
service-wrong-people = Der er ingen kunde med en af disse adresser.
service-wrong-many = Nævn højst 200 af hver slags.
service-wrong-too-many = Der er for mange. Fjern nogle, I ikke længere har brug for.
service-wrong-taken = En anden regel har dette navn.
service-wrong-hours = Disse tider findes ikke længere.
service-name = Navn
service-when = For hvilke samtaler
service-when-why = Én af hver slags, som I nævner, skal passe. En slags, som I ikke nævner nogen af, spiller ingen rolle.
service-departments = Afdelinger
service-tags = Mærkater
service-tags-hint = Adskil dem med komma.
service-mailboxes = Postkasser
service-languages = Sprog
service-organisations = Organisationer
service-organisations-hint = Én pr. linje, med navn.
service-people = Kunder
service-people-hint = Én pr. linje, med mailadresse.
service-targets = Hvornår senest
service-resolution-why = Lad den stå tom, hvis I ikke lover nogen løsning. Uret står stille, mens andre har ordet.
service-warn = Giv besked før
service-warn-share = Når en del af tiden er brugt
service-warn-share-why = I procent af hele fristen.
service-warn-left = Når der er lidt tid tilbage
service-warn-left-why = Talt i de samme timer.
service-warn-none = Ingen
service-warn-none-why = Den sædvanlige besked om, at fristen nærmer sig, kommer alligevel.
service-share = Procent brugt
service-left = Minutter tilbage
service-late = Når fristen brydes
service-late-why = De, der leder, får besked. Derudover:
service-late-tag = Sæt dette mærkat på
service-late-give = Giv den til
service-late-nobody = Ingen andre
service-preview = Hvad den ville betyde
service-look = Se
service-preview-why = Ser på det, der er åbent nu. Intet ændres.
service-change = Serviceregel
service-count = Timer, der tæller
service-would-fit =
    { $count ->
        [one] { $count } åben samtale ville følge den.
       *[other] { $count } åbne samtaler ville følge den.
    }
service-would-move =
    { $count ->
        [one] Fristen for { $count } flyttes.
       *[other] Fristen for { $count } flyttes.
    }
service-more = Kun { $count } blev set på; der er flere.
service-conversation = Samtale
service-due-now = Frist nu
service-due-then = Frist da
service-hours-used = En regel tæller stadig disse tider.
service-hours-wrong-name = Giv dem et navn, som ingen andre har.
service-hours-name-hint = Hvad de hedder, hvor en regel vælger dem.
service-hours-remove = Fjern disse tider
event-clock-runs = Uret for løsningen går
event-clock-still = Uret for løsningen står stille
trail-title = Ure
trail-policy = Følger
trail-usual = De sædvanlige svartider
trail-not-running = Går ikke
trail-missed = Brudt
trail-when = Hvornår
trail-what = Hvad der skete
trail-who = Hvem der havde den
trail-lasted = Hvor længe
trail-link = Sådan gik urene

## Turns: what is needed, why somebody got it, and how even it was

event-assigned-turn-least = Givet til { $name }, hvis tur det var: mindst åbent arbejde for sin del af en stilling ({ $open } åbne)
event-assigned-turn-round = Givet til { $name }, hvis tur det var: længst siden sidste tur
event-assigned-turn-language =
    Givet til { $name }, hvis tur det var: ingen med { $language ->
        [nb] norsk
        [sv] svensk
        [da] dansk
        [id] indonesisk
       *[en] engelsk
    } er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
event-assigned-turn-skill =
    Givet til { $name }, hvis tur det var: ingen med færdigheden »{ $skills }« er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
event-assigned-back = Givet tilbage til { $name }, som er tilbage; { $deputy } havde den imens
event-turn-waits = Venter: ingen kunne tage den, alle er væk eller har så mange, de tager
event-turn-waits-language =
    Venter: ingen med { $language ->
        [nb] norsk
        [sv] svensk
        [da] dansk
        [id] indonesisk
       *[en] engelsk
    } er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
event-turn-waits-skill =
    Venter: ingen med færdigheden »{ $skills }« er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
refusal-no-such-turn-need = Vælg en færdighed og en afdeling, en postkasse eller et mærkat, der findes.
turns-are-round = På skift
turns-to-round = Gå på skift i stedet
turns-to-round-one = Gå på skift i stedet: { $name }
turns-to-least = Mindst arbejde i stedet
turns-to-least-one = Mindst arbejde i stedet: { $name }
turn-needs-title = Det, der skal til
turn-needs-lead = Den, der får en tur, har det, samtalen har brug for. Hvorfor nogen fik den, står i historikken.
turn-needs-language = Kundens sprog
turn-needs-language-why = En samtale går til nogen, der skriver sproget, hvor det er kendt.
turn-needs-lacking = Når ingen, der er her, har det hele
turn-needs-anyone = Den næste får den
turn-needs-anyone-why = Den, der skriver sproget, går først, så den, der har færdigheden. Ingen kunde venter på det.
turn-needs-language-first = Sproget først
turn-needs-language-first-why = Nogen, der skriver sproget, får den uden færdigheden. Uden sproget venter den.
turn-needs-wait = Den venter
turn-needs-wait-why = Tillit deler den ud, så snart nogen kan tage den.
turn-needs-skills = Det, der kræver en færdighed
turn-needs-skills-lead = En samtale har brug for hver færdighed, som dens afdeling, postkasse eller et af dens mærkater kræver.
turn-needs-none = Intet kræver en færdighed endnu.
turn-needs-no-skills = Der er ingen færdigheder endnu.
turn-needs-of-department = Afdelingen { $name }
turn-needs-of-mailbox = Postkassen { $name }
turn-needs-of-tag = Mærkatet { $name }
turn-needs-tag-below = Et mærkat
turn-needs-what = Hvad
turn-needs-tag = Mærkat
turn-needs-tag-hint = Kun hvor du valgte et mærkat: dets navn.
turn-needs-skill = Kræver
turn-needs-add = Tilføj
turn-needs-remove = Fjern
turn-needs-remove-one = Fjern: { $name } kræver { $skill }
shares-see = Hvor jævnt turene gik rundt
shares-title = Ture fordelt
shares-lead = Hvor jævnt turene gik rundt, og hvorfor nogen blev sprunget over. Efter navn: det er ingen rangliste.
shares-own = De ture, du fik, og hvorfor du blev sprunget over.
shares-period = Periode
shares-none = Ingen tur blev delt ud i disse dage.
shares-of = Ture: { $name }
shares-got = Ture
shares-per-position = Pr. fuld stilling
shares-away = Væk
shares-full = Fuld
shares-language = Sprog
shares-skill = Færdighed
shares-not-compared = Sammenlignes ikke
shares-jain = Jævnhed { $index } (n = { $n })
shares-how = Sådan tælles det
shares-how-jain = Jævnhed er Jains indeks af turene pr. fuld stilling: kvadratet af summen, divideret med n gange summen af kvadraterne. 1 betyder, at alle fik lige mange, 1/n at én fik alt.
shares-how-counts = n er, hvor mange der sammenlignes: dem, der fik en tur eller kunne have fået en. Den, der blev sprunget over hver gang, sammenlignes ikke.
shares-how-passed = Væk, fuld, sprog og færdighed: ved hvor mange ture nogen blev sprunget over af den grund.
shares-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dage
    }
shares-turns =
    { $count ->
        [one] { $count } tur
       *[other] { $count } ture
    }
event-assigned-back-alone = Givet tilbage til { $name }, som er tilbage
conversation-stands-in = Stedfortræder for { $name }

## The company's turns

refusal-no-such-week = Ugen kan ikke gives væk sådan. Vælg en af dine egne kommende uger og en, der ikke har den og er til stede; 1 til 40 timer.
rota-title = Kundeuger for alle
rota-lead = Alle, også dem, der arbejder andre steder i huset, svarer kunder nogle timer hver anden uge.
rota-none = Ingen er med endnu.
rota-mine = Din næste uge
rota-mine-week = Fra { $day }: { $hours } timer.
rota-guide = Begynd med lette sager. Spørg i en note, når du er usikker, og skriv i en note, hvad du lærte.
rota-easy-see = Se det, der har mærkatet { $tag }
rota-weeks = De næste uger
rota-week = Ugen fra
rota-on-duty = Hvem svarer
rota-on-duty-hours = Du svarer kunder denne uge: { $hours } timer
rota-swaps = Bytter
rota-away = { $name } er væk
rota-swapped = { $gives } → { $takes }
rota-unswap = Tag tilbage
rota-unswap-one = Tag tilbage: ugen fra { $day }, { $name }
rota-give-to = Giv ugen fra { $day } til
rota-give = Giv væk
rota-give-one = Giv væk: ugen fra { $day }
rota-set = Hvem der er med
rota-set-lead = Alle svarer hver anden uge, og der er omtrent lige mange hver uge. Den, der er væk tre arbejdsdage eller mere af en uge, står over.
rota-hours = Timer i sin uge
rota-easy = Mærkat for lette sager
rota-easy-hint = Den, der har ugen, ledes til åbne samtaler med dette mærkat. Må stå tomt.
rota-members = Kolleger
rota-members-hint = Den, der kommer med, får de uger, færrest har; den, der er med, beholder sine.

refusal-outcome-needed = Denne afdeling vil vide, hvordan hver sag endte. Sig det, og luk så.
refusal-complaint-open = Dette er en klage: Den lukkes, når kunden siger ja, eller når I har forsøgt at nå dem på tre forskellige dage.
refusal-not-asked = Det spørges der ikke om her, eller ikke længere.
outcome-title = Hvordan det endte
outcome-what = Hvad blev resultatet?
outcome-who = Kunden var
outcome-new = Ny
outcome-known = Kendt i forvejen
outcome-righted = Noget, der var galt, blev rettet
outcome-informed = De fik at vide, hvad de ville
outcome-ordered = De bestilte
outcome-lost = Vi mistede dem
outcome-other = Noget andet
outcome-choose = Vælg
outcome-unsaid = Ikke sagt
outcome-save = Gem
outcome-take-away = Tag væk
event-outcome-righted = Sådan endte det: Noget, der var galt, blev rettet
event-outcome-informed = Sådan endte det: De fik at vide, hvad de ville
event-outcome-ordered = Sådan endte det: De bestilte
event-outcome-lost = Sådan endte det: Vi mistede dem
event-outcome-other = Sådan endte det: noget andet
event-outcome-none = Hvordan det endte, blev taget væk
complaint-is = Klage
complaint-ask = De lyder ikke tilfredse. Er det en klage?
complaint-mark = Det er en klage
complaint-is-none = Det er ingen klage
complaint-how = Hvordan sagde de, at de er tilfredse?
complaint-how-like = Sagde ja i telefonen
complaint-content = De sagde ja
complaint-said-yes = Kunden sagde ja
complaint-despite = Luk alligevel
complaint-despite-why = Hvorfor lukkes den uden kundens ja?
complaint-tried = { $count ->
    [0] Ingen har forsøgt at nå dem, siden de sidst sagde noget. Der skal { $most } dage til.
    [one] Forsøgt på én af { $most } dage, siden de sidst sagde noget:
   *[other] Forsøgt på { $count } af { $most } dage, siden de sidst sagde noget:
}
event-complaint-marked = Markeret som klage
event-complaint-cleared = Ikke længere en klage
event-complaint-content = Kunden sagde, at de er tilfredse
event-complaint-content-customer = Kunden er tilfreds
event-complaint-overridden = Lukket uden kundens ja
event-opinion-exactly = Kunden siger: præcis det, jeg ville
event-opinion-almost = Kunden siger: næsten det, jeg ville
event-opinion-no = Kunden siger: ikke det, jeg ville
opinion-exactly = Præcis det, de ville
opinion-almost = Næsten det, de ville
opinion-no = Ikke det, de ville
settings-outcomes = Hvordan det endte
outcomes-lead = Hvad der spørges om, når samtaler lukkes. Der spørges ikke om noget, medmindre I siger det her.
outcomes-required = Luk kun, når det er sagt, hvordan det endte
outcomes-required-why = Her lukkes intet, før nogen har sagt, hvordan det endte.
outcomes-ask = Spørg kunder i mailen
outcomes-ask-off = Nej
outcomes-ask-off-why = Siden for henvendelsen spørger alligevel.
outcomes-ask-on = Ja
outcomes-ask-on-why = En mail, der lukker, har én linje til: om det var præcis det, de ville, med linket til deres side.
held-outcome = Sådan endte det
held-opinions = Hvad de sagde om det

praise-title = Ros
praise-lead = Hvad kunder har sagt om dig. Kun du ser denne side.
praise-none = Intet endnu
praise-none-lead = Når en kunde takker dig varmt, står ordene her samme dag.
praise-no = Dette er ikke ros
event-praised = Ros fra kunden
views-test-complaint = Er en klage

problems-title = Problemer
problems-lead = Årsager, der giver flere samtaler. Dem, flest kunder venter på, står først.
problems-which = Hvilke
problems-unsolved = Uløste
problems-solved = Løste
problems-all = Alle
problems-search = Søg i problemer
problems-none = Her er ingen problemer.
problem-waiting = { $count ->
    [0] Ingen venter
    [one] Én kunde venter
   *[other] { $count } kunder venter
}
problem-customers = { $count ->
    [one] én kunde
   *[other] { $count } kunder
}
problem-conversations = { $count ->
    [one] én samtale
   *[other] { $count } samtaler
}
problem-unhappy = { $share } % utilfredse
problem-again = { $count ->
    [one] kom tilbage én gang
   *[other] kom tilbage { $count } gange
}
problem-open = Åbent
problem-working = I gang
problem-solved = Løst
problem-title = Hvad er problemet?
problem-make = Nyt problem
problem-begin = Vi er i gang
problem-leave = Ingen er i gang
problem-reopen = Åbn igen
problem-known = Det, vi ved
problem-known-none = Intet er skrevet ned endnu.
problem-prevention = Det, der hindrer, at det sker igen
problem-preventer = Hvem gør det
problem-prevented = Det er gjort
problem-owner = Hvem tager sig af det
problem-everywhere = Alle afdelinger
problem-answers = Det, alle får at vide
problem-solve = Det er løst
problem-solve-lead = { $count ->
    [0] Ingen venter nu. Den, der tilknyttes senere, kan få det at vide med disse ord.
    [one] Én kunde venter. En kladde med disse ord lægges i samtalen, på kundens sprog; en kollega læser og sender den.
   *[other] { $count } kunder venter. En kladde med disse ord lægges i hver samtale, på hvert sprog; en kollega læser og sender den.
}
problem-answers-save = Gem ordene
problem-solve-now = Løst: skriv kladderne
problem-told-title = Hvem ved det
problem-told-told = har fået det at vide
problem-told-drafted = kladde venter på at blive læst
problem-told-not-yet = ved det ikke endnu
problem-told-lead = Talt i samtaler. Intet går ud, før en kollega har læst og sendt det.
problem-draft = Skriv kladder til dem, der venter
problem-conversations-none = Ingen samtale, du ser, er knyttet til det.
problem-came-back = kom tilbage
problem-other-language = På { $language }: der er ingen tekst på deres sprog
problem-unlink = #{ $number } har en anden årsag
problem-history = Det, der er sket med det
problem-remove = Fjern problemet
problem-same-cause = Samme årsag som …
problem-not-this = Har ikke årsagen: { $title }
problem-this = Samme årsag
refusal-no-problem-title = Sig med få ord, hvad problemet er.
refusal-no-such-problem = Dette problem findes ikke.
refusal-too-many-problems = Denne samtale har allerede ti problemer. Tag et væk først.
refusal-problem-needs-answer = Skriv, hvad alle, der venter, skal have at vide, på mindst ét sprog.
event-problem-made = Problem skrevet ned: { $title }
event-problem-changed = Problem ændret: { $title }
event-problem-begun = Nogen er i gang: { $title }
event-problem-solved = Løst: { $title }
event-problem-reopened = Åbnet igen: { $title }
event-problem-prevented = Det, der hindrer det, er gjort: { $title }
event-problem-linked = #{ $number } har samme årsag: { $title }
event-problem-came-back = Det kom tilbage, efter at det var løst, i #{ $number }: { $title }
event-problem-unlinked = #{ $number } har en anden årsag: { $title }
event-problem-drafted = Flere svar skrives som kladder: { $title }
event-problem-removed = Problem fjernet: { $title }
event-same-cause = Samme årsag: { $title }
event-same-cause-again = Samme årsag, selv om det var løst: { $title }
event-other-cause = En anden årsag end: { $title }
macros-variable-customer-wrote = det, kunden skrev sidst, i korte træk
views-test-problem = Problem
views-problem-any = Et problem

like-title = Besvaret før?
like-articles = Artikler, der kan hjælpe
like-none = Intet lignende er besvaret før.
like-question = Det, der blev spurgt om der
like-use = Brug dette svar
like-differs = Står der og ikke i denne sag:
like-began = Dette begyndte som svaret i #{ $number }. Se på det, der er anderledes, før du sender det.
like-began-elsewhere = Dette begyndte som svaret i en anden sag. Se på det, der er anderledes, før du sender det.
like-read = Dette svarer på det, kunden spørger om her:
like-name = Navn
like-number = Tal
like-date = Dag
like-amount = Beløb
like-link = Link
refusal-like-unread = Dette begyndte som svaret i en anden sag. Sig, at det svarer på det, kunden spørger om her, og send det så.

## Rules

settings-rules = Regler
event-rule-acted = Reglen »{ $by }« blev udført
event-rule-replied = Reglen »{ $by }« skrev til kunden
event-rule-told = Reglen »{ $by }« gav en kollega besked
event-rule-stopped = Reglerne »{ $by }« og »{ $other }« udløste hinanden; begge er stoppet
receipt-line-rule = En regel skrev af sig selv til { $to }
receipt-line-articles = Artikler, der svarer på det, gik af sig selv til { $to }

## Where macros are offered

macros-used-last = sidst brugt { $day }
macros-show-all = { $count ->
    [one] Vis én til
   *[other] Vis alle: { $count } til
}
macros-sample-promise = vi sender dig den nye del
macros-variable-promise-words = det næste, der er lovet i denne samtale
macros-variable-promise-due = hvornår det er lovet til
macros-when = Hvor den tilbydes
macros-when-hint = Det, du vælger her, skal passe: ét af hver slags. Ellers står den bag »Vis alle« og findes ved sit navn.
macros-when-channel = Kunden henvendte sig sidst
macros-when-writing = Skriftligt
macros-when-department = Samtalen hører til
macros-when-tags = Den har et af disse mærkater
macros-when-tags-hint = Adskil dem med komma.
macros-when-language = Kundens sprog
macros-when-short = Tilbydes: { $what }

## Outcomes of calls and macros

macros-does-outcome = Resultat: { $what }
macros-act-outcome-hint = Gemmes, når samtalen lukkes, eller er lukket.
contact-outcome-hint = Siges, når samtalen lukkes med dette.

## Closing although something is open

composer-send-close-anyway = Send og luk alligevel
settings-articles = Artikler
articles-lead = Det, kunderne selv finder: skrevet her, læst i hjælpecentret.
sidebar-community = Fællesskabet
conversation-make-public = Lav et offentligt spørgsmål af det
settings-guides = Vejvisere
guides-lead = Spørgsmål og trin, der leder kunder til et svar, og kolleger gennem en samtale.
guides-walk = Gå en vejviser igennem
