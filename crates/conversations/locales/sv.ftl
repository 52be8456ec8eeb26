# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Inkorg
sidebar-customers = Kunder
sidebar-reports = Rapporter
sidebar-write = Skriv
view-mine = Min inkorg
view-unassigned = Ej tilldelade
view-all = Alla öppna
view-breaching = Snart försenade
view-waiting = Väntar på kunden
view-unanswered = Väntar på oss
sidebar-lapses = Missade tidsgränser
view-snoozed = Uppskjutna
view-mentions = Omnämnanden
view-following = Följer
view-tagged = Etikett: { $tag }
view-department = Avdelning
keys-move = Flytta
keys-next = Nästa, föregående
keys-open = Öppna, tillbaka
keys-panes = Föregående och nästa fält
keys-copy = Kopiera nummer, med titel, med länk
keys-palette = Sök och kommandon
keys-inbox = Gå till inkorgen
keys-customers = Gå till kunderna
keys-reports = Gå till rapporterna
keys-today = Gå till idag
keys-answer = Svara
keys-reply = Svara
keys-note = Intern anteckning
keys-send = Skicka
keys-send-close = Skicka och stäng
keys-begin = Skriv till en kund
keys-undo = Ångra skicka
keys-sort = Sortera
keys-select = Markera
keys-select-to = Markera hit
keys-assign = Tilldela
keys-tag = Märk med ord
keys-snooze = Skjut upp
keys-close = Stäng
keys-need = Notera ett behov
keys-help = Den här hjälpen

## Search

search-title = Sök
search-label = Sök bland samtal och kunder
search-narrow = Avgränsa sökningen
search-is-open = Öppna
search-is-waiting = Väntar
search-is-closed = Stängda
search-is-mine = Mina
search-is-unassigned = Utan ägare
search-is-unread = Olästa
search-is-followed = Följer
search-has-attachment = Med filer
search-has-note = Med anteckningar
search-not-ready = Äldre meddelanden görs fortfarande redo. De nyaste hittas redan.
search-instead = Det blev få träffar, så liknande ord söktes också:
search-number = Samtal #{ $number }
search-conversations = Samtal
search-customers = Kunder
search-organisations = Organisationer
search-in-note = Anteckning
search-nothing-title = Ingenting hittades
search-nothing-body = Prova färre ord, en annan form av ett ord, eller ta bort ett filter.
search-tips = Vad du kan skriva
search-tip-phrase = dessa ord efter varandra
search-tip-without = utan detta ord
search-tip-people = vem som skrev, och till vem
search-tip-tag = samtal med denna etikett
search-tip-is = hur ett samtal står, eller vad ett meddelande är
search-tip-has = samtal eller meddelanden som har något
search-tip-days = efter datum; en månad eller ett år räcker
search-tip-number = samtalet med detta nummer

## Inbox

inbox-views = Vyer
inbox-tags = Etiketter
inbox-count-most = 1 000+
inbox-parts = Status
inbox-open = Öppna
inbox-waiting = Väntar
inbox-closed = Stängda
inbox-due-first = Bråttom först
inbox-conversations = Samtal
inbox-breaching = Snart försenade
inbox-rest = Allt annat
inbox-select = Markera { $who }
inbox-unread = Oläst
inbox-draft = Utkast
inbox-selection = Markerade samtal
inbox-selected = { $count ->
    [one] { $n } markerat
   *[other] { $n } markerade
}
inbox-clear = Ta bort markeringen
inbox-bulk-done = { $count ->
    [0] Inget ändrades.
    [one] Ett samtal är klart.
   *[other] { $count } samtal är klara.
}
step-undone = { $count ->
    [0] Inget ångrades.
    [one] Ett samtal är som det var.
   *[other] { $count } samtal är som de var.
}
inbox-bulk-left = { $count ->
    [one] Ett lämnades som det var:
   *[other] { $count } lämnades som de var:
}
inbox-bulk-gone = Det finns inte längre.
several-more = Skriv till dem, och mer
several-title = { $count ->
    [one] Ett valt samtal
   *[other] { $count } valda samtal
}
several-none = Ingenting är valt.
several-text = En text till alla
several-variables = Fylls i för var och en:
several-reply = Svara var och en
several-note = Lämna en anteckning i var och en
several-macro = Makro
several-macro-use = Använd det i var och en
several-hand = Lämna över dem
several-into = Den här blir kvar
several-merge = Slå ihop de andra med den
inbox-held-one = 1 ny
inbox-held-other = {"{n}"} nya
inbox-empty-title = Alla har fått svar
inbox-empty-body = Ingen väntar på svar här.
inbox-nothing-title = Inget här
inbox-nothing-body = Det finns inga samtal här just nu.
inbox-see-all = Se alla öppna
inbox-mailbox-title = Anslut din brevlåda
inbox-mailbox-body = Då kommer dina kunders mejl hit. Ingen får något skickat till sig av det.
inbox-mailbox-go = Anslut en brevlåda
inbox-further = Nästa sida
peek-label = Förhandsvisning
peek-open = Öppna
peek-before = { $count ->
    [one] Ett meddelande före detta
   *[other] { $count } meddelanden före detta
}
peek-reply = Svara { $who }

## Chips

chip-due = Svara senast:
chip-became-late = Svaret till { $who } är sent.
chip-language = Språk
channel-email = e-post
state-new = Ny
state-open = Öppen
state-waiting-customer = Väntar på kunden
state-waiting-others = Väntar på andra
state-solved = Löst
state-closed = Stängd

## Conversation

conversation-no-subject = (inget ämne)
conversation-back = Tillbaka till listan
conversation-more = Mer
copy-number = Kopiera numret
copy-hint = Kopiera numret: . med titeln: .. med länken: ...
copy-title = Kopiera nummer och titel
copy-link = Kopiera nummer, titel och länk
conversation-withdraw-link = Dra tillbaka kundens länk
copy-done = Kopierat:
conversation-assign = Tilldela
conversation-assign-to = Ge till
conversation-tag = Etikett
tags-field = Etiketter, med komma emellan
tags-add = Sätt på
tags-remove = Ta av
tags-on-it = Sitter på det
tags-often = Används ofta
tags-take-off = Ta av { $tag }
snooze-title = Skjut upp
snooze-wake = Ta fram
snooze-later-today = Senare i dag
snooze-tomorrow = I morgon
snooze-next-week = Nästa vecka
snooze-until-reply = Tills någon skriver
snooze-until-reply-of = Tills { $who } skriver
snooze-at = En annan tid
snooze-until-then = Skjut upp till dess
snooze-back-before-due = Ett svar ska ges { $when }. Samtalet kommer tillbaka senast en timme före; ingen klocka stannar.
snooze-due-anyway = Ett svar ska ges { $when }. Ingen klocka stannar för det.
snooze-was-due = Ett svar skulle ha getts { $when }. Ingen klocka stannar för det.
snoozed-until = Uppskjutet till { $when }
snoozed-until-reply = Uppskjutet tills någon skriver
follow-title = Följare
follow-start = Följ
follow-stop = Sluta följa
mention-colleague = Nämn en kollega
presence-looking = { $name } läser
presence-noting = { $name } skriver en anteckning
presence-replying = { $name } skriver ett svar
presence-writing = { $name } skriver
link-title = Länkade samtal
link-add = Länka till ett samtal
link-number = Det andra samtalets nummer
link-kind = Det andra är
link-related = Besläktat
link-parent = Överordnat
link-child = Underordnat
link-remove = Ta bort länken till #{ $number }
spent-title = Tidsåtgång
spent-add = Anteckna tid
spent-hours = { $hours } h { $minutes } min
spent-last = Du antecknade senast { $time }.
checklist-title = Checklista
checklist-count = { $done }/{ $all }
checklist-add = Lägg till något som ska göras
checklist-tick = Bocka av: { $item }
checklist-untick = Ändå inte gjort: { $item }
checklist-up = Flytta upp: { $item }
checklist-down = Flytta ner: { $item }
checklist-remove = Ta bort: { $item }
checklist-open = Det här återstår:
contact-log = Anteckna ett samtal eller ett besök
contact-call-out = Ringde { $who }
contact-call-out-missed = Ringde { $who }, inget svar
contact-call-in = { $who } ringde
contact-call-in-missed = Missat samtal från { $who }
contact-visit-out = Besök hos { $who }
contact-visit-out-missed = Besök hos { $who }, ingen var där
contact-visit-in = Besök av { $who }
contact-visit-in-missed = Besök av { $who }, som ingen kunde ta emot
contact-minutes = { $n } min
contact-way = Hur
contact-phone = Per telefon
contact-visit = Ett besök
contact-direction = Vem till vem
contact-out = Vi till dem
contact-in = De till oss
contact-spoke = Vi pratade
contact-at = När
contact-how-long = Minuter
contact-with = Med vem
contact-said = Vad som sades
contact-then = Efteråt är det
contact-then-hint = Ett samtal efter kundens senaste mejl besvarar det: klockorna stannar. Ett försök utan svar ändrar ingenting.
contact-belongs = Ärende
contact-new = Ett nytt
contact-subject = Vad det gäller
contact-subject-hint = För ett nytt ärende.
note-edit = Redigera anteckningen
note-edited = Redigerad
note-edit-kept = Det som står här nu sparas; du och administratörer kan se det.
note-before = Det som stod här förut
note-until = Till
redact-title = Ta bort ord
redact-words = Ord som ska bort
redact-words-hint = Ett stycke per rad, så som det står ovan, upp till { $most } tecken var.
redact-more = Vad mer som ska bort
redact-file = Filen { $name }
redact-whole = Allt det säger, med filerna
redact-why = Varför
redact-why-hint = Det står kvar i historiken.
redact-for-good = Det här är för gott: orden försvinner också ur mejlet som det kom, ur sökningen och ur historiken. Ingen kan hämta tillbaka dem.
redact-do = Ta bort för gott
redact-was = Ord har tagits bort ur det här meddelandet
cards-found = Det står ett kortnummer i det här samtalet.
cards-mask = Lämna de fyra sista siffrorna
link-children-open = Delar av det här samtalet är fortfarande öppna:
close-anyway = Stäng det ändå
conversation-nobody = Ingen
conversation-department = Avdelning
conversation-department-none = Ingen avdelning
conversation-close = Stäng
conversation-reopen = Öppna igen
conversation-state = Status
close-reason = Varför stängs det utan svar?
close-reason-why = Ingen har svarat sedan kunden senast skrev. Skälet sparas i historiken.
fields-first = Fyll i det här först
fields-go-on = Spara och fortsätt
thread-label = Samtal
thread-quoted = Visa citerad text
thread-signature = Visa signatur
thread-goes-on = Fortsätter från ett tidigare samtal
thread-events = { $count ->
    [one] En händelse
   *[other] { $count } händelser
}

## Messages

message-from = Meddelande från { $who }
message-reply-from = Svar från { $who }
message-forward-from = Vidarebefordrat av { $who }
message-note-from = Intern anteckning från { $who }
message-note = Intern anteckning
message-note-private = Bara ditt team ser detta
message-to = till { $address }
message-cc = kopia till { $address }
message-bcc = dold kopia till { $address }
message-forwarded-to = Vidarebefordrat till { $address }
message-forwarded-what = Meddelandet som vidarebefordrades
message-original = Ursprungligt mejl
message-show-original = Visa originalet
message-original-of = Originalet av mejlet från { $who }
message-cut = Mejlet är mycket långt; det här är början. Originalet har allt.
receipt-body =
    Hej,

    Tack för att du skriver till oss. Ditt meddelande har kommit fram, och en av oss läser det.

    Du får svar av en människa { $when }.

    Om du vill lägga till något är det bara att svara på det här mejlet.
receipt-body-plain =
    Hej,

    Ditt meddelande har kommit fram. En av oss läser det, och du får svar av en människa { $when }.

    Om du vill lägga till något är det bara att svara på det här mejlet.
receipt-when-elsewhere = { $when } (tiden i { $place })
receipt-label = Kvitto
receipt-line = Ett kvitto gick av sig självt till { $to }
receipt-show = Vad det säger
message-table = Tabell
pictures-blocked = { $count ->
    [one] { $count } bild finns på en annan dator. Att hämta den kan berätta för avsändaren att mejlet har lästs.
   *[other] { $count } bilder finns på andra datorer. Att hämta dem kan berätta för avsändaren att mejlet har lästs.
}
pictures-show = Visa bilder
pictures-tracker = Mejlet försöker berätta för avsändaren när det läses. Det stoppades.
picture-not-shown = Bild som inte visas
picture-open = Öppna bilden { $name }
why-title = Varför här?
why-back = Tillbaka till samtalet
why-placing = Varför det står i det här samtalet
why-nothing-kept = Inget behövde avgöras: det skrevs här.
why-joins = Det hör till samtal { $number }: { $evidence }.
why-joins-new-here = Det hör till samtal { $number }: { $evidence }. Avsändaren är ny här och får inget skickat förrän någon släpper in dem.
why-continues-closed = Samtal { $number } är stängt, så ett nytt fortsätter från det: { $evidence }.
why-links-another = Det pekar också på samtal { $number }: { $evidence }. De slogs inte ihop.
why-sender-takes-no-part = Det pekar på samtal { $number }: { $evidence }. Avsändaren deltar inte där, så det kommer inte in.
why-sender-blocked = Avsändaren är blockerad: det sparas och läggs som stängt, och ingen svarar.
why-sender-removed = Det pekar på samtal { $number }: { $evidence }. Någon har tagit bort avsändaren där, så det kommer inte in.
why-forged-id = Det svarar på ett id som liknar vårt men inte är det: { $id }. Det räknas inte.
why-deleted-conversation = Det svarar på #{ $number }, som kollegor har raderat. Det förblir raderat, så ett nytt börjar.
why-nothing-points-here = Inget i det pekar på ett samtal som avsändaren deltar i, så det börjar ett nytt.
why-unproved-staff = Det är i en kollegas namn, { $address }, och inget bevisar det. Det har ingen makt.
notice-mail-above = Skriv ovanför den här raden: ditt svar blir en anteckning som bara kollegor ser. Kunden får ingenting.
why-noted-by-mail = En kollega, { $address }, svarade på en avisering med e-post, så det blev en anteckning.
why-notice-not-theirs = Det skickades till svarsadressen i en avisering som inte var till { $address }. Det blev ingen anteckning.
why-notice-unproved = Det svarar på en avisering, men inget bevisar att det är från { $address }. Det blev ingen anteckning.
why-notice-over = Det svarar på en avisering till { $address } som inte längre kan besvaras med e-post. Det blev ingen anteckning.
why-copied-take-part = Avsändaren är bevisad, så { $who } deltar från och med nu.
why-copied-not-added = Det gick i kopia till { $count ->
    [one] en person till, som
   *[other] { $count } personer till, som
} inte deltar: inget bevisar avsändaren, eller så är de för många.
why-bounce = Det säger att ett meddelande från oss inte nådde { $who }.
why-bounce-unknown = Det säger att ett mejl inte kom fram, men inte vilket av våra, så det ändrar inget.
why-receipt-goes = Avsändaren fick ett kvitto om att vänta svar från en människa före { $until }.
why-no-receipt-by-machine = Inget kvitto: en maskin skrev det, eller så gick det inte att läsa.
why-no-receipt-old = Inget kvitto: det kom inte just nu.
why-no-receipt-from-us = Inget kvitto: det är i vårt eget eller en kollegas namn.
why-no-receipt-declined = Inget kvitto: det ber om att inte få svar från maskiner, eller så skulle ingen läsa det.
why-no-receipt-unreachable = Inget kvitto: det har ingen adress att svara till.
why-no-receipt-unproved = Inget kvitto: inget bevisar avsändaren, och ett kvitto får inte nå någon som aldrig skrev.
why-no-receipt-off = Inget kvitto: de är avstängda.
why-no-receipt-capped = Inget kvitto: { $count } gick till den här adressen inom en timme.
why-evidence-reply-address = det skickades till en adress som vi signerade för det
why-evidence-our-message = det svarar på ett meddelande från oss
why-evidence-foreign-message = det svarar på ett meddelande som kom in tidigare
why-evidence-shared-reference = det hör till samma mejlväxling
why-evidence-subject-tag = ämnet har numret
why-facts = Hur det kom
why-from = Från
why-to = Till
why-cc = Kopia
why-came = Kom
why-way = Via
why-way-listener = vår mejlmottagare
why-way-pipe = röret från en mejlserver
why-way-import = ett importerat arkiv
why-way-imap = en brevlåda som vi läser
why-way-request = sidan för ärendet
why-mailbox = Brevlåda
why-copies = Kopior
why-copies-times =
    { $count ->
        [one] kom en gång
       *[other] kom { $count } gånger
    }
why-envelope-from = Kuvertets avsändare
why-envelope-to = Kuvertets mottagare
why-language = Språk
why-automatic = Skrivet av en maskin
why-unreadable = Kunde inte läsas
why-warnings = Värt att titta på
message-unreadable = Mejlet gick inte att läsa. Originalet är sparat och kan laddas ner.
proof-proved = Avsändaren bevisad med { $by } ({ $domain })
proof-link = Skrivet på sidan för ärendet
proof-unproved = Avsändaren inte bevisad
proof-form = Skrivet på en sida: ingen har bekräftat adressen än
proof-failed = Inte från { $domain }: { $by } misslyckades
new-here = { $who } är ny här. De får inget svar och ser inget av detta förrän du låter dem delta.
new-here-let-in = Låt dem delta
new-here-split = Gör det till ett eget samtal
people-title = Deltar också
people-take-out = Ta bort
people-let-in = Släpp in
merge-offer = Ett meddelande hör både hit och till ett annat samtal:
merge-into = Slå ihop med #{ $number }
merge-leave = Låt dem vara var för sig
merge-done = #{ $number } är nu en del av det här samtalet.
merge-undo = Dela på dem igen
merge-title = Slå ihop med ett annat
merge-number = Det andra samtalets nummer
merge-do = Slå ihop
merge-look-title = Så blir de som ett
merge-joins = Blir en del av det
merge-others = { $names } deltar också i #{ $number } från och med då: det de skriver hamnar där.
merge-comes = Allt följer med: meddelanden, etiketter, följare, checklistor, löften och tid. De gamla numren leder till #{ $number }, och det gör senare e-post också. De kan skiljas åt igen tills något nytt händer där.
merge-order = Ordningen på det som sagts
merge-order-newest = { $count ->
    [one] Det nyaste meddelandet:
   *[other] De { $count } nyaste meddelandena:
}
unreadable-empty = Det var tomt.
unreadable-no-header = Det ser inte ut som ett mejl.
unreadable-header = Huvudet är för stort eller för djupt för att vara säkert.
unreadable-parts = Det har för många delar i delar för att vara säkert.
unreadable-other = Skäl: { $why }
automatic-answer = En maskin har svarat. Ingen väntar på svar på detta.
automatic-bulk = Det här skickades till många på en gång.
automatic-list = Det här kom genom en e-postlista.
automatic-report = En e-postserver rapporterar om ett mejl från oss.
automatic-system = Ett e-postsystem skrev detta.
automatic-other = En maskin skrev detta.
warning-unproved-staff = Avsändaren använder en kollegas adress, men inget visar att det är den personen.
warning-name-holds-address = Avsändarens namn innehåller en annan e-postadress. Titta på adressen, inte på namnet.
warning-no-sender = Mejlet säger inte vem som skickade det.
warning-several-senders = Mejlet nämner flera avsändare. Bara den första räknas här.
warning-text-cut = Texten var för lång och är avkortad här. Originalet har allt.
warning-nul-removed = Tecken som ingen kan läsa har tagits bort.
warning-receipt-capped = Så många kvitton gick till den här adressen inom en timme att inga fler går för tillfället. Om en maskin svarar på vart och ett är det nu lugnt.
message-encrypted = Krypterat
message-encrypted-why = Vi kan inte läsa det här; filen är sparad.
message-signed = Signerat
message-signed-why = Ingen har kontrollerat signaturen.
invite-label = Möte
invite-untitled = Möte
invite-invited = Inbjudan
invite-cancelled = Inställt
invite-accepted = Tackat ja
invite-declined = Tackat nej
invite-perhaps = Kanske
invite-told = Händelse
invite-when = När
invite-where = Var
invite-by = Från
invite-who = Vilka
invite-repeats = Det återkommer.
invite-no-zone = ingen tidszon är angiven
invite-from-to = { $from } till { $to }
invite-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
forwarded-offer = { $by } vidarebefordrade ett mejl som { $writer } har skrivit. Du svarar { $by }.
forwarded-turned = Du svarar { $writer }, som skrev mejlet som { $by } vidarebefordrade.
forwarded-unproved = Adressen står bara i den vidarebefordrade texten; ingen har bekräftat den.
forwarded-answer = Svara { $name } i stället
warning-name-of-colleague = Avsändaren bär en kollegas namn men skriver från en annan adress.
warning-hidden-characters = Tecken som inte syns togs bort ur avsändarens namn eller adress.
warning-foreign-letters = Adressen är skriven med främmande bokstäver som kan likna andra. Läs den två gånger.
warning-other = Något är ovanligt med mejlet: { $what }
delivery-waiting = Går om ett ögonblick
delivery-again = Försöker igen
delivery-sending = Skickas
delivery-sent = Skickat
delivery-failed = Inte levererat
delivery-bounced = Kom tillbaka
delivery-bounced-title = Det kunde inte levereras till { $who }.
delivery-scheduled = Skickas
delivery-held = Hålls kvar
delivery-failed-title = Svaret kom inte fram.
delivery-failed-body = Texten är i säkert förvar. Titta på skälet och försök igen.
delivery-words = Den andra servern säger:
waiting-title = Det här svaret väntar på sin tid.
waiting-body = Det skickas av sig självt, om inte kunden skriver först.
waiting-held-wrote = { $who } har skrivit sedan dess: titta först.
waiting-held-closed = Samtalet stängdes innan det här kunde skickas: titta först.
waiting-held-merged = Inte skickat: samtalet blev en del av en annan kunds. Titta på vem som får det innan du skickar.
waiting-edit = Ändra
waiting-cancel = Avbryt svaret
waiting-send-now = Skicka nu
waiting-send-anyway = Skicka ändå

## Composer

composer-kind = Typ
composer-reply = Svar
composer-note = Anteckning
composer-to = till { $address }
composer-reply-label = Svar till { $who }
composer-note-label = Intern anteckning om { $who }
composer-forward = Vidarebefordra
composer-forward-label = Vad du säger om meddelandet från { $who }
composer-forward-to = Vidarebefordra till
composer-forward-send = Vidarebefordra
composer-original = Meddelandet som vidarebefordras
composer-along = Filer som följer med
composer-field-to = Till
composer-field-cc = Kopia
composer-field-bcc = Dold kopia
composer-fields-hint = Flera adresser med komma emellan.
composer-and-copies = och kopior
composer-reply-all =
    { $count ->
        [one] Svara alla (1 till)
       *[other] Svara alla ({ $count } till)
    }
composer-bad-address = ”{ $address }” är inte en hel e-postadress.
composer-files = Filer att skicka
composer-remove = Ta bort filen
composer-attach = Bifoga filer
composer-saved = Sparat som utkast
composer-failing = Mejl till { $address } kom tillbaka. Kontrollera adressen innan du skriver dit igen.
composer-send-wait = Skicka och vänta
composer-send-more = Fler sätt att skicka
composer-send-open = Skicka och håll öppet
composer-send-close = Skicka och stäng
composer-later = Skicka senare
composer-later-tomorrow = I morgon { $time }
composer-later-at = En annan tid ({ $zone })
composer-later-send = Skicka vid den här tiden
composer-signature = Din signatur
composer-discard = Släng
composer-save-note = Spara anteckning

macros-use = Använd ett makro ( / först på en rad)
macros-find = Hitta ett makro
macros-nothing = Inget makro heter så.
macros-none-here = Det finns inget makro som passar här ännu.
macros-also = Dessutom
macros-only-do = Gör det utan meddelande
macros-put-in = Makrot { $name } står i texten.
macros-fallback = Det här makrot har ingen text på { $missing }. Det som står här är { $language }.
macros-send = Skicka och gör det som är ikryssat
macros-unknown = någon som är borta
macros-does-state = Status: { $state }
macros-does-me = Tilldela mig
macros-does-take = Tilldela den som använder det
macros-does-nobody = Tilldela ingen
macros-does-assign = Tilldela { $name }
macros-does-department = Avdelning: { $name }
macros-does-no-department = Ingen avdelning
macros-does-tag = Etikett: { $tag }
macros-does-untag = Ta av etiketten { $tag }
macros-does-checklist = { $count ->
    [one] Checklista: en sak
   *[other] Checklista: { $count } saker
}
macros-does-snooze = { $count ->
    [one] Skjut upp en dag
   *[other] Skjut upp i { $count } dagar
}

begin-title = Skriv till en kund
begin-lead = Det här börjar ett samtal. Ingen väntar på svar förrän kunden skriver tillbaka.
begin-copies = Kopior
begin-subject = Ämne
begin-body = Text
begin-from = Skickas från
begin-send = Skicka
undo-sending = { $count ->
    [one] Skickas till { $who } om { $n } sekund
   *[other] Skickas till { $who } om { $n } sekunder
}

## Customer file

file-label = Kundakt
file-language = Språk
file-since = Kund sedan
file-addresses = Adresser
file-conversations = Senaste samtalen
timeline-title = Tidslinje för { $name }
timeline-show = Visa
timeline-all = Allt
timeline-conversations = Samtal
timeline-messages = Meddelanden
timeline-notes = Anteckningar
timeline-file = Kundkort
timeline-none = Inget ännu.
timeline-began = Samtal nr { $number } började
timeline-wrote = { $name } skrev
timeline-replied = { $name } svarade
timeline-forwarded = { $name } skickade vidare
timeline-noted = { $name } antecknade
timeline-contact = { $name } skrev upp ett samtal eller ett besök
file-first = Det här är det första samtalet.

## History

event-opened = Mottaget via e-post
event-opened-linked = Mottaget via e-post, fortsätter från ett stängt samtal
event-message-received = { $from } skrev
event-reply-sent = { $by } svarade
event-begun = { $by } skrev först
event-forwarded = { $by } vidarebefordrade ett meddelande till { $to }
event-reply-scheduled = { $by } skrev ett svar som skickas senare
event-reply-held-wrote = Svaret som väntade hölls kvar, eftersom något kom in
event-reply-held-closed = Svaret som väntade hölls kvar, eftersom samtalet hade stängts
event-reply-held-merged = Svaret som väntade hölls tillbaka, eftersom samtalet blev en del av en annan kunds
event-reply-cancelled = { $by } ställde in svaret som väntade
event-reply-undone = Ett svar togs tillbaka innan det gick
event-receipt-sent = Ett kvitto gick till { $to }
event-answered-from-articles = Artiklar gick av sig själva till { $to }: { $titles }
event-receipts-capped = Inga fler kvitton till { $who } för tillfället, eftersom så många har gått
event-delivery-sent = Levererat. { $words }
event-delivery-failed = Inte levererat. { $words }
event-delivery-bounced = Kom tillbaka. { $words }
event-delivery-changed = På väg. { $words }
event-note-added = { $by } skrev en anteckning
event-taken = { $name } tog den
event-assigned = Gavs till { $name }
event-assigned-away = Gavs till { $name }, eftersom { $owner } är borta
event-unassigned-away = Gavs tillbaka till ingen, eftersom { $owner } är borta
event-assigned-away-full = Gavs till { $name }, eftersom { $owner } är borta och { $deputy } har så många de tar
event-unassigned-away-full = Gavs tillbaka till ingen, eftersom { $owner } är borta och { $deputy } har så många de tar
event-assigned-full = Gavs till { $name }, eftersom { $owner } har så många de tar
event-unassigned-full = Gavs tillbaka till ingen, eftersom { $owner } har så många de tar
event-assigned-turn = Gavs till { $name }, som stod på tur
event-recurred = Började av sig själv: det återkommer
event-recurring-made = Återkommer från och med nu: { $name }
event-recurring-changed = Det som återkommer ändrades: { $name }
event-recurring-removed = Återkommer inte längre: { $name }

settings-turns = Turer
turns-lead = Nya samtal går av sig själva till den som står på tur, eller väntar tills någon tar dem. För varje avdelning.
turns-on = Slå på
turns-on-one = Slå på: { $name }
turns-off = Slå av
turns-off-one = Slå av: { $name }
turns-are-on = I tur och ordning
turns-off-why = Av: det som är nytt väntar i inkorgen tills någon tar det.
turns-next = { $name } står på tur.
turns-nobody = Ingen kan ta en tur nu. Det som är nytt väntar i inkorgen.
turns-line-of = Vem som står på tur: { $name }
turns-who = Vem
turns-open = Öppna
turns-open-of = { $n } av { $cap }
turns-part = Tjänst
turns-last = Senaste tur
turns-never = Ingen än
turns-stands = Plats i kön
turns-is-next = Nästa
turns-place = Nummer { $n }
turns-full = Har så många de tar
turns-unable = Svarar inte kunder

settings-recurring = Återkommande
recurring-lead = Samtal som börjar av sig själva, om och om igen: lager som ska räknas, avtal som ska förnyas, kunder som ska ringas.
recurring-new = Nytt återkommande samtal
recurring-change = Återkommande samtal
recurring-none = Inget återkommer än.
recurring-none-why = Skriv en gång det som kommer tillbaka varje vecka, månad eller år; sedan börjar det av sig självt, med text, etiketter och checklista.
recurring-end-one = Avsluta: { $name }
recurring-next = Nästa { $day }
recurring-off = Av
recurring-made = { $count ->
    [one] Började en gång
   *[other] Började { $count } gånger
}
recurring-subject = Ämne
recurring-customer = Kund
recurring-customer-hint = En adress, ett telefonnummer eller adressen till kundkortet. Tomt: företagets eget ärende.
recurring-beginning = Texten är
recurring-note = En anteckning för kollegor
recurring-note-why = Kunden får ingenting.
recurring-message = Ett mejl till kunden
recurring-message-why = I ägarens namn. Kan det inte skickas blir det en anteckning.
recurring-body = Text
recurring-tags = Etiketter
recurring-tags-hint = Med komma mellan flera.
recurring-owner = Vem som har det
recurring-checklist = Checklista
recurring-checklist-hint = Från ett makro som har en.
recurring-checklist-none = Ingen
recurring-every = Hur ofta
recurring-day = Varje dag
recurring-week = Varje vecka på
recurring-month = Varje månad dag
recurring-year = Varje år
recurring-week-on = Varje vecka: { $days }
recurring-month-on = Varje månad: den { $day }
recurring-year-on = Varje år: { $day } { $month }
recurring-month-day = Dag i månaden
recurring-year-month = Månad
recurring-short-months = Är månaden kortare gäller dess sista dag.
recurring-at = Klockan
recurring-at-hint = I företagets tidszon.
recurring-wrong-time = Skriv ett klockslag, till exempel 08:00.
recurring-wrong-customer = Ingen är känd under detta, eller fler än en.
recurring-closed = När företaget är stängt den dagen
recurring-closed-hint = Enligt öppettider och helgdagar.
recurring-closed-next = Nästa öppna dag
recurring-closed-previous = Den öppna dagen innan
recurring-closed-leave = Den dagen ändå
recurring-on = Börjar av sig självt
recurring-on-why = Av: det sparas och väntar.
recurring-days = Nästa dagar
recurring-look = Visa dagarna
recurring-no-days = Inga dagar: se över hur ofta.
event-customer-changed = Kunden är nu { $name }
event-unassigned = Gavs till ingen
event-handed-to = Lämnades till { $name }
event-handed-to-none = Hör inte längre till någon avdelning
event-state-new = Sattes till ny
event-state-open = Sattes till öppen
event-state-waiting-customer = Väntar på kunden
event-state-waiting-others = Väntar på andra
event-state-solved = Löst
event-state-closed = Stängt
event-breached-first = Det första svaret blev sent
event-breached-next = Svaret blev sent
event-breached-resolution = Lösningen blev sen
event-service-usual = Följer de vanliga svarstiderna
event-service-chosen = Följer serviceregeln { $name }
event-near-first = Det första svaret ska snart vara klart
event-near-next = Svaret ska snart vara klart
event-near-resolution = Lösningen ska snart vara klar
event-takes-part = { $who } deltar
event-new-here = { $who } är ny här
event-taken-out = { $who } deltar inte längre
event-split = Ett meddelande blev #{ $number }
event-merged-into = Blev en del av #{ $number }
event-took-in = #{ $number } blev en del av detta
event-came-along = Det som väntade eller var halvskrivet i #{ $number } följde med
event-taken-apart = Skilt från #{ $number } igen
event-merge-offered = Hör kanske till #{ $number }
event-read = Läst
event-undone-owner = { $by } ångrade bytet av ansvarig
event-undone-department = { $by } ångrade bytet av avdelning
event-undone-state = { $by } ångrade ändringen av läge
event-undone-tags = { $by } ångrade ändringen av etiketter
event-undone-snooze = { $by } ångrade att det lades undan eller togs fram
event-undone-macro = { $by } ångrade det ett makro gjorde
event-deleted = { $by } raderade det
event-restored = { $by } hämtade tillbaka det
event-erased = { $by } raderade #{ $number } för gott
event-erased-by-time = #{ $number } försvann för gott när tiden var ute
event-undone-delete = { $by } ångrade raderingen
event-followed = { $by } följer det
event-unfollowed = { $by } följer det inte längre
event-sender-proved = Kunden bekräftade att adressen är deras
event-mentioned = Kollegor nämndes
event-link-withdrawn = { $by } drog tillbaka kundens länk
event-linked-related = Länkat till #{ $number }
event-linked-parent = Är nu en del av #{ $number }
event-linked-child = #{ $number } är nu en del av det här
event-unlinked = Inte längre länkat till #{ $number }
event-time-spent = { $by } lade { $n } min
event-time-taken-back = { $by } tog tillbaka { $n } min
event-items-added = Ska göras: { $items }
event-item-done = Gjort: { $item }
event-item-undone = Ändå inte gjort: { $item }
event-item-removed = Borttaget från checklistan: { $item }
event-item-moved = Flyttat på checklistan: { $item }
event-call-logged = { $by } antecknade ett samtal
event-visit-logged = { $by } antecknade ett besök
event-note-edited = { $by } ändrade en anteckning
event-redacted = { $by } tog bort ord ur ett meddelande
event-cards-masked = { $by } dolde kortnummer
event-snoozed-until = Sköts upp till senare
event-snoozed-reply = Sköts upp tills någon skriver
event-woken-time = Kom tillbaka av sig självt
event-woken-message = Kom tillbaka eftersom något kom in
event-woken-colleague = Togs fram för hand
event-tagged = Fick etiketten { $tags }
event-untagged = Har inte längre etiketten { $tags }
event-tag-made = Etiketten { $name } skapades
event-tag-changed = Etiketten { $from } heter nu { $to }
event-tag-merged = Etiketten { $name } blev en del av { $into }
event-tag-removed = Etiketten { $name } togs bort
event-macro-applied = Använde makrot { $macro }
event-macro-made = Makrot { $name } skapades
event-macro-changed = Makrot { $name } ändrades
event-macro-removed = Makrot { $name } togs bort
event-macro-restored = Makrot { $name } är tillbaka
event-view-made = Vyn { $name } skapades
event-view-changed = Vyn { $name } ändrades
event-view-removed = Vyn { $name } togs bort
event-view-restored = Vyn { $name } är tillbaka
event-pictures-shown = Bilder från andra platser visades
event-by-former = en tidigare kollega
event-by-rule = en regel

## What stands in the way

refusal-empty = Här finns ingen text än.
refusal-too-long = Texten är längre än ett mejl får vara. Gör den kortare eller bifoga den som fil.
refusal-reason-needed = Ingen har svarat sedan kunden senast skrev. Ange ett skäl för att stänga.
refusal-already-closed = Det är redan stängt.
refusal-already-open = Det är redan öppet.
refusal-too-late = Det är för sent: svaret har redan gått.
refusal-not-failed = Svaret har inte misslyckats, så det skickas inte igen.
refusal-no-such-colleague = Den här kollegan kan inte ta samtal längre.
refusal-no-such-department = Den här avdelningen tar inte emot samtal längre.
refusal-no-address = Det finns ingen adress att skriva till.
refusal-no-writer = Det här mejlet säger inte vem annars du kan svara.
refusal-files-too-large = Filerna är för stora för ett mejl. Tillsammans får de vara 20 MB.
refusal-not-a-picture = Den här filen är ingen bild som mejlprogram visar. Välj en PNG, JPEG, GIF eller WebP.
refusal-picture-too-large = Bilden är för stor. Den får ha högst 2 MB och vara 4 000 punkter bred eller hög.
refusal-bad-address = En av mottagarna är inte en hel e-postadress.
refusal-too-many-recipients = Ett mejl kan gå till högst 50 personer.
refusal-not-to-customer = Ett svar går till kunden. Vill du skriva till någon annan, vidarebefordra ett meddelande.
refusal-no-recipient = Det finns ingen att skicka till ännu.
refusal-something-newer = Något nyare har kommit in. Läs det och skicka sedan.
refusal-time-passed = Den tiden har passerat. Välj en senare.
refusal-time-too-far = Det är mer än ett år bort. Välj en tidigare tid.
refusal-no-time = Välj ett datum och ett klockslag.
refusal-not-waiting = Det här svaret väntar inte längre.
refusal-reply-waits = Ett svar väntar fortfarande här. Skicka eller avbryt det innan du stänger.
refusal-fields-missing = Något måste fyllas i först. Det står ovanför det du skriver.
refusal-nothing-to-forward = Meddelandet som skulle vidarebefordras finns inte.
refusal-no-subject = Ge det ett ämne.
refusal-no-such-conversation = Det finns inget annat samtal med det numret.
refusal-on-its-way = Ett svar är fortfarande på väg. Slå ihop när det har gått.
refusal-merge-stays = Något nytt har hänt sedan dess, så de två kan inte längre delas.
refusal-no-tag = En etikett behöver ett ord.
refusal-tag-taken = En annan etikett heter så. Slå ihop de två i stället.
refusal-no-macro-name = Ett makro behöver ett namn.
refusal-empty-macro = Ett makro säger något eller gör något. Skriv en text eller välj en åtgärd.
refusal-unknown-variable = Den här texten har en variabel som inte finns.
refusal-solved-away = Det som är löst kan inte skjutas upp. Välj det ena.
refusal-too-many-macros = Det finns inte plats för fler makron. Ta bort några som ingen använder.
refusal-no-such-macro = Det här makrot finns inte längre.
refusal-children-open = Delar av det är fortfarande öppna. Stäng dem först, eller stäng det här med sin egen knapp, som frågar.
refusal-link-loop = Då skulle det bli en del av sig självt.
refusal-no-minutes = Anteckna mellan en minut och ett dygn.
refusal-not-tracked = Här antecknas ingen tid.
refusal-items-open = Något på checklistan återstår. Gör det först, eller stäng den här med sin egen knapp, som frågar.
refusal-too-many-items = Det är för mycket på den här checklistan.
refusal-why-missing = Säg varför: det står kvar i historiken.
refusal-not-gone-yet = Det har inte gått ännu. Ta tillbaka det, eller vänta tills det har gått.
refusal-nothing-redacted = De här orden står inte där.
refusal-no-view-name = En vy behöver ett namn.
refusal-bad-condition = Det här villkoret går inte att läsa. Fyll i det eller ta bort det.
refusal-view-too-large = Det är mer än en vy rymmer: upp till 40 villkor, i grupper upp till fyra nivåer ner.
refusal-too-many-views = Det finns inte plats för fler vyer. Ta bort några som ingen använder.
refusal-bad-plan = Sådana dagar finns inte. Välj en veckodag, eller en dag som månaden har.
refusal-too-many-recurring = 200 saker återkommer redan. Avsluta en som inte behövs längre.
refusal-changed-since = Någon har ändrat det sedan dess, så det förblir som det är.
refusal-undo-over = Det är för sent att ångra det här. Det går i en halvtimme.
refusal-already-undone = Det här är redan ångrat.
refusal-goes-out = Ett svar väntar fortfarande här eller är på väg. Skicka eller avbryt det innan du raderar.

## The first day

welcome-title = Välkommen till Tillit
welcome-lead = Skapa det första kontot, så är ditt skrivbord klart.
welcome-name = Ditt namn
welcome-email = Din e-post
welcome-email-hint = Du loggar in med den. Kunderna ser den inte.
welcome-password = Lösenord
welcome-business = Verksamhetens namn
welcome-business-missing = Vad heter verksamheten?
welcome-submit = Öppna skrivbordet
welcome-old-title = Den här länken är inte längre den nyaste
welcome-old-lead = Tillit har startats igen sedan dess och gjort en ny länk. Titta där Tillit startades.
welcome-taken-title = Tillit är redan inställt
welcome-taken-lead = Någon har skapat det första kontot. Be dem om en inbjudan.
welcome-to-signin = Gå till inloggningen

## Settings

settings-profile = Min profil
settings-team = Kollegor
settings-departments = Avdelningar
settings-business = Verksamheten
settings-hours = Öppettider
settings-times = Svarstider
settings-receipts = Kvitton
settings-requests = Kundernas sidor
settings-forms = Kontaktformulär
settings-states = Namn på statusar
settings-fields = Fält
settings-tags = Etiketter
settings-macros = Makron
settings-views = Vyer
settings-mail = Mejl
settings-senders = Avsändare
settings-api = API
settings-webhooks = Webhookar
settings-found = Inställningar som hittades
settings-found-lead = Efter orden på sidorna med inställningar.
settings-found-what = Skriv vad du letar efter, till exempel helgdagar.
settings-found-none = Ingen inställning hittades för ”{ $query }”.
settings-audit = Händelselogg
settings-backups = Säkerhetskopior
settings-operations = Drift
settings-saved = Sparat.
settings-wrong = { $count ->
    [one] En sak att rätta innan du sparar
   *[other] { $count } saker att rätta innan du sparar
}
settings-zone = Tidszon
settings-zone-hint = Ett IANA-namn, till exempel Europe/Stockholm eller Asia/Jakarta.
settings-zone-wrong = Ingen tidszon har det namnet.

business-lead = Vilka ni är för kunderna, och hur samtal beter sig.
business-customers-see = Vad kunderna ser
business-name = Verksamhetens namn
business-name-hint = Står vid avsändaren på varje svar.
business-name-missing = Ge verksamheten ett namn.
business-address = Svarsadress
business-address-hint = Kunderna ser den som avsändare.
business-language = Språk
business-language-hint = För kunder vars eget språk vi inte känner till.
business-address-wrong = Det här är inte en hel e-postadress, som help@brekkesund.example.
business-signature = Signatur
business-signature-hint = Står under varje svar.
business-conversations = Samtal
business-closed-reply = När en kund svarar på ett stängt samtal
business-closed-link = Börja ett nytt som fortsätter från det
business-closed-link-why = Det gamla förblir stängt och är ett klick bort.
business-closed-reopen = Öppna det gamla igen
business-closed-reopen-why = Allt finns på ett ställe, hur gammalt det än är.
business-quiet-days = Tysta dagar
business-quiet-days-hint = Ett löst samtal stängs efter så här många dagar utan ett ord.
business-quiet-days-wrong = Välj mellan 1 och 3650 dagar.
business-undo = Ångra skicka
business-undo-off = Av
business-undo-seconds = { $count ->
    [one] { $count } sekund
   *[other] { $count } sekunder
}
business-undo-wrong = Välj en av tiderna i listan.
business-subject-tag = Numret i ämnet
business-subject-off = Inget nummer
business-subject-off-why = Mejlen hittar sitt samtal utan det.
business-subject-right = Efter ämnet
business-subject-right-why = För kunder vars e-postprogram tappar tråden: Motor [#48213]
business-subject-left = Före ämnet
business-subject-left-why = För kunder vars e-postprogram tappar tråden: [#48213] Motor

times-lead = Vad ni lovar er själva. Svar som redan löper behåller sina tider.
times-first = Första svaret
times-first-hint = Verkliga timmar, dag och natt, årets alla dagar.
times-first-wrong = Välj mellan 1 och 720 timmar för det första svaret.
times-next = Nästa svar
times-next-hint = Räknas i öppettiden. Står stilla medan ett samtal väntar på andra.
times-track = Kollegor antecknar hur mycket tid de lägger på ett ärende
times-next-wrong = Välj minst en minut och högst 720 timmar för nästa svar.
times-soon-hint = Det som förfaller inom så många timmar står under ”Snart försenade”. Mellan 1 och 72.
times-soon-wrong = Mellan 1 och 72 timmar.
times-hours = Timmar
times-minutes = Minuter
receipts-lead = Den som skriver om något nytt kan genast få veta att det har kommit, och när en människa svarar.
receipts-title = Nya förfrågningar
receipts-on = Skicka ett kvitto
receipts-on-why = Ett kort mejl på kundens språk, från brevlådan de skrev till. Det stoppar aldrig klockan för första svaret.
receipts-off = Skicka inget
receipts-off-why = Kunderna hör av er när någon svarar.
receipts-when-title = Tiden i det
receipts-when = Den följer era svarstider och öppettider: aldrig tidigare än när första svaret ska komma, och aldrig innan ni har varit där länge nog. Svarar en människa först går inget kvitto.
receipts-never-title = Vem som aldrig får ett
receipts-never-unproved = Avsändare som inget bevisar. Under Avsändare anger du e-postservrarna som bevisar dem.
receipts-never-machines = Maskiner, listor, rapporter och den som ber om att slippa automatiska svar.
receipts-never-old = Mejl som låg där innan ni anslöt brevlådan, arkiv och mejl som skrevs för dagar sedan.
receipts-never-many = Någon, mer än { $count } gånger i timmen.
receipts-preview = Vad det säger
receipts-preview-hint = Som om någon skrev nu. Ert namn och er signatur står under.

states-lead = Egna ord för var ett samtal står. De sex statusarna finns kvar under.
states-name = Namn
states-new = Nytt namn
states-means = Betyder
states-clocks = Klockor
states-clocks-usual = Som statusen
states-clocks-still = Står stilla
states-clocks-run = Går vidare
states-remove = Töm ett namn för att ta bort det.

tags-lead = Orden som kollegor sätter på samtal för att hitta dem igen. Nya skapas när någon skriver dem.
tags-none = Inget samtal har någon etikett än. Tryck på T i ett samtal för att ge det den första.
tags-count = { $count ->
    [0] på inga samtal
    [one] på ett samtal
   *[other] på { $count } samtal
}
tags-show = Visa samtalen
tags-name = Namn
tags-tone = Färg
tags-tone-plain = Grå
tags-tone-accent = Som skrivbordet
tags-tone-ok = Grön
tags-tone-warn = Gul
tags-tone-bad = Röd
tags-tone-info = Blå
tags-merge-into = Slå ihop med
tags-merge-hint = Allt med den här etiketten får den andra. Det går inte att ångra.
tags-forget = Ta bort etiketten
tags-sure = { $count ->
    [0] Ta bort ”{ $tag }”? Inget samtal har den.
    [one] Ta bort ”{ $tag }” från ett samtal? Det går inte att ångra.
   *[other] Ta bort ”{ $tag }” från { $count } samtal? Det går inte att ångra.
}

macros-lead = Det du ofta skriver och gör, redo att användas med / i ett svar eller en anteckning.
macros-new = Nytt makro
macros-change = Ändra ett makro
macros-form-lead = En text på så många språk du vill, och det som görs tillsammans med den.
macros-all = Alla makron
macros-none = Det finns inga makron ännu.
macros-none-why = Börja med ett svar som du skriver varje vecka: öppettider, hur man skickar tillbaka något, att ni tittar på saken.
macros-not-found = Inget makro har ”{ $q }” i namnet eller texten.
macros-for-everyone = För alla
macros-for-me = Bara för mig
macros-files-count = { $count ->
    [one] en fil
   *[other] { $count } filer
}
macros-uses = { $count ->
    [0] inte använt ännu
    [one] använt en gång
   *[other] använt { $count } gånger
}
macros-up = Flytta upp { $name }
macros-down = Flytta ner { $name }
macros-copy = Gör en kopia av { $name }
macros-remove = Ta bort { $name }
macros-removed = { $name } är borttaget.
macros-not-yours = Det här makrot är även för andra, så administratörer ändrar det. En kopia är bara din.
macros-name = Namn
macros-name-hint = Det du letar efter efter /. Högst { $most } tecken.
macros-kind = Texten blir
macros-kind-reply = Ett svar
macros-kind-reply-why = Kunden får det.
macros-kind-note = En anteckning
macros-kind-note-why = Bara kollegor ser den.
macros-texts = Text
macros-texts-hint = Kundens språk väljs. Saknas det används företagets språk, och du får veta det.
macros-text-in = Text på { $language }
macros-variables = Det som kan fyllas i
macros-variables-hint = Skrivs mellan två klammerparenteser. Det som står efter ett | används när inget är känt: customer.first_name|du.
macros-variable-customer-name = kundens namn
macros-variable-customer-first-name = kundens förnamn
macros-variable-customer-addressed = så som kunden vill bli tilltalad, annars förnamnet
macros-variable-agent-name = ditt namn
macros-variable-agent-first-name = ditt förnamn
macros-variable-conversation-number = samtalets nummer
macros-variable-conversation-subject = vad den handlar om
macros-variable-business-name = företagets namn
macros-variable-business-address = företagets e-postadress
macros-acts = Vad det gör
macros-acts-hint = Görs tillsammans med att det skickas. Den som använder det kan avmarkera var och en.
macros-as-it-is = Som den är
macros-act-state = Status
macros-act-assign = Tilldela
macros-act-tag = Sätt på etiketter
macros-act-untag = Ta av etiketter
macros-act-checklist-hint = En sak som ska göras per rad.
macros-files = Filer
macros-files-hint = De följer med meddelandet, bredvid texten. Avmarkera en fil för att ta bort den.
macros-pictures = Bilder
macros-pictures-hint = Var och en står under meddelandets text, även i mejlet. Avmarkera en bild för att ta bort den.
macros-picture-alt = Vad den visar
macros-picture-alt-hint = För dem som inte ser den. Är fältet tomt står filens namn där.
macros-picture-alt-of = Vad { $name } visar
macros-picture-new = Lägg till en bild
macros-picture-hint = PNG, JPEG, GIF eller WebP, högst 2 MB och 4 000 punkter bred eller hög. Bilder på andra datorer visas inte. När den är sparad står den även i förhandsvisningen.
macros-picture-below = står under texten
macros-visible = Vem som ser det
macros-visible-hint = En avdelning: de som arbetar där, och de som arbetar med det som hör till den.
macros-preview = Så som kunden skulle få det
macros-preview-hint = Ifyllt för en påhittad kund.
macros-preview-none = Det finns ingen text att visa ännu.
macros-preview-do = Förhandsgranska

# Saved views
views-lead = Egna listor: vilka samtal, vad du ser av vart och ett och i vilken ordning.
views-new = Ny vy
views-change = Ändra den här vyn
views-save = Spara den här listan som vy
views-all = Alla vyer
views-open = Öppna
views-remove = Ta bort vyn { $name }
views-removed = { $name } är borttagen.
views-none = Det finns inga vyer ännu.
views-none-why = Öppna en lista, välj Vyer och spara den som vy. Eller börja här, med de villkor du tänker på.
views-form-lead = När den är sparad står den i sidofältet med sitt antal.
views-not-yours = Den här vyn är också för andra, därför ändras den av administratörer.
views-name = Vad vyn heter
views-conditions = Vilka samtal
views-conditions-hint = Utan villkor visar den allt som du ser.
views-group = Grupp av villkor
views-mode-all = Allt detta stämmer
views-mode-any = Minst ett av detta stämmer
views-mode-none = Inget av detta stämmer
views-add = Lägg till
views-add-what = Vad som ska läggas till
views-add-group = En grupp till
views-take-out = Ta bort villkor { $number }
views-gone = något som är borta
views-owner-me = Den som tittar
views-language-unknown = Inte känt
views-test-mailbox = Kom via brevlådan
views-test-customer = Ord i kundens namn eller adress
views-test-subject = Ord i ämnet
views-test-due-within = Ska besvaras inom så många timmar (0: försenat)
views-test-waiting-over = Kunden har väntat fler timmar än
views-test-created-within = Påbörjad de senaste dagarna
views-test-created-before = Påbörjad för fler dagar sedan än
views-test-touched-within = Senaste meddelandet de senaste dagarna
views-test-touched-before = Senaste meddelandet för fler dagar sedan än
views-test-followed = Följs av den som tittar
views-test-mentioned = En anteckning nämner den som tittar
views-test-unanswered = Ingen har svarat än
views-order = Ordning
views-order-due = Efter tiden som är kvar
views-order-newest = Nyaste meddelandet först
views-order-oldest = Äldsta meddelandet först
views-order-created-last = Senast påbörjad först
views-order-created-first = Först påbörjad först
views-grouped = Under rubriker efter
views-grouped-nothing = Inga rubriker
views-columns = Vad som visas av var och en
views-column-number = Nummer
views-column-owner = Ägare
views-column-state = Läge
views-column-language = Språk
views-column-time = Tid kvar eller senaste meddelande
views-column-created = När den började
views-column-snippet = Början av det nyaste meddelandet
views-began = Började
macros-sample-name = Kim Svensson
macros-sample-subject = Min beställning

operations-lead = Det som gavs upp och väntar på er.
operations-failed = Svar som inte kom fram
operations-failed-none = Alla svar har kommit fram eller är på väg.
operations-failed-to = Svar till { $address }
operations-changes = Senaste ändringarna i inställningarna
operations-changes-none = Inget har ändrats ännu.
operations-change = { $by } ändrade ”{ $page }”.
operations-dead = Arbete som misslyckades
operations-dead-none = Inget har misslyckats.
operations-attempts = { $count ->
    [one] försökt en gång
   *[other] försökt { $count } gånger
}

hours-lead = När ni är där. Klockan för nästa svar räknar bara de här timmarna.
hours-week = Veckan
hours-count = Räkna tid
hours-count-open = I öppettiden
hours-count-open-why = Nätter, helger och helgdagar räknas inte.
hours-count-always = Dygnet runt
hours-count-always-why = Varje timme räknas, även på helgen.
hours-day-hint = Skriv tider som 08:00-16:00, med komma mellan två delar. Lämna en dag tom när ni har stängt.
hours-closed = Stängt
hours-day-wrong = Skriv dagens tider som 08:00-16:00.
hours-never = Med de här tiderna har ni aldrig öppet. Ge minst en dag tider.
hours-holidays = Helgdagar och särskilda dagar
hours-holidays-label = Stängda dagar
hours-holidays-hint = Ett datum på varje rad, till exempel 2026-12-25.
hours-dates-wrong = En av de stängda dagarna är inte ett datum som 2026-12-25.
hours-add = Lägg till helgdagarna i år och nästa år
hours-add-none = Lägg inte till
hours-special = Dagar med andra tider
hours-special-hint = En dag på varje rad, till exempel 2026-12-24 08:00-12:00.
hours-special-wrong = En av de här dagarna är inte skriven som 2026-12-24 08:00-12:00.
hours-norway = Norge
hours-sweden = Sverige
hours-denmark = Danmark
hours-indonesia = Indonesien

## What is deleted

conversation-delete = Radera
deleted-title = Raderat
deleted-lead = { $count ->
    [one] Det som är raderat kan hämtas tillbaka i en dag. Sedan är det borta för gott.
   *[other] Det som är raderat kan hämtas tillbaka i { $count } dagar. Sedan är det borta för gott.
}
deleted-none = Inget är raderat.
deleted-older = Äldre
deleted-what = Samtal
deleted-by = Raderat
deleted-goes = Borta för gott
deleted-verbs = Åtgärder
deleted-put-back = Hämta tillbaka
deleted-put-back-one = Hämta tillbaka #{ $n }
deleted-erase = Radera för gott
deleted-erase-one = Radera för gott: #{ $n }
deleted-restored = Det är tillbaka där det var.
deleted-erased = Det är borta för gott.
deleted-toast = Raderat
deleted-sure = Allt som sagts i #{ $n } försvinner för gott: texter, anteckningar, filer och mejlen som de kom. Ingen kan hämta tillbaka det.
deleted-sure-number = Skriv { $n } för att fortsätta
deleted-sure-wrong = Det är inte numret.
deleted-days = Dagar som det raderade sparas
deleted-days-hint = Från 1 till 3650. Gäller även det som redan är raderat.
deleted-days-wrong = Skriv ett tal från 1 till 3650.
## Today

today-title = Idag
today-answer = Svara
today-answer-lead = Förfaller idag eller är försenat: ditt och ingens, det som förfaller först överst.
today-answer-none = Inget förfaller idag.
today-keep = Följ upp
today-keep-lead = Det du lade undan till idag, svar som går av sig själva idag och checklistor som inte är klara.
today-keep-none = Inget är lovat till idag.
today-call = Ring
today-call-lead = De som bad om att bli uppringda, och samtal som inte nådde någon de senaste två veckorna.
today-call-none = Ingen väntar på ett samtal.
today-more = { $n } förfaller idag sammanlagt. Resten finns under
today-nothing = Inget väntar på dig idag
today-nothing-lead = Det som förfaller, är lovat eller ska ringas idag står här.
today-by-phone = Vill bli uppringd
today-back = Tillbaka { $at }
today-leaves = Går { $at }
today-tried = Inte nådd { $at }

## Side threads

side-title = Sidotråd
side-threads = Sidotrådar
side-begin = Skriv till någon annan
side-lead = { $name } får inte veta det och ser aldrig svaren. De kommer tillbaka hit, bara för er.
side-with = med { $who }
side-closed = Stängd
side-close = Stäng sidotråden
side-reopen = Öppna sidotråden igen
side-along = Filer från det här samtalet som ska med
side-wait = Samtalet väntar på andra tills de svarar
message-side-from = Sidotråd, meddelande från { $who }
timeline-side-wrote = { $name } skrev i en sidotråd
timeline-side-answered = { $name } svarade i en sidotråd
event-side-begun = { $by } började en sidotråd med { $to }
event-side-written = { $by } skrev till { $to } i en sidotråd
event-side-answered = { $from } svarade i en sidotråd
event-side-closed = { $by } stängde en sidotråd
event-side-reopened = { $by } öppnade en sidotråd igen
refusal-side-to-customer = Kunden är bland mottagarna. En sidotråd är för andra; skriv till kunden med ett svar.
why-joins-side = Det hör till sidotråden ”{ $title }” i samtal { $number }: man har skrivit till avsändaren där.
why-side-stranger = Det pekar på en sidotråd i samtal { $number }, men ingen har skrivit till avsändaren där, så det går inte in.
why-side-customer = Det skickades till adressen för en sidotråd i samtal { $number }, men det är från kunden, så det går inte dit.
# Samtal från ett annat system
origin-hint = Numret i systemet det kom från
event-moved-in = Hämtat från ett annat system
event-moved-in-from = Hämtat från { $source }
event-moved-in-number = Hämtat från ett annat system, där det var { $number }
event-moved-in-from-number = Hämtat från { $source }, där det var { $number }
moving-outcome-made = Nytt
moving-outcome-joined = Tillagt
moving-outcome-unchanged = Oförändrat
moving-outcome-refused = Avvisat
moving-why-broken = Kan inte läsas
moving-why-too-long = Längre än vad som kan hämtas in
moving-why-no-number = Har inget nummer
moving-why-no-customer = Ingen kan kännas igen som kunden: varken namn, adress eller telefon
moving-why-several = Det som står om kunden passar på flera
moving-why-nothing-said = Ingenting sades i det
moving-why-no-date = Har inget datum som kan läsas
moving-why-future = Ett datum ligger i framtiden
moving-why-deleted = Togs bort här
moving-why-erased = Raderades för gott här
moving-why-state = Inget av de sex lägena; det är stängt
moving-why-kind = Varken meddelande, svar eller anteckning; utelämnat
moving-why-colleague = Ingen kollega har den här adressen
moving-why-department = Ingen avdelning heter så
moving-why-language = Inget av de fem språken
moving-why-address = Ingen e-postadress eller telefon
moving-why-no-file = Filen finns inte där
moving-why-out-of-folder = Sökvägen leder ut ur mappen
moving-why-file-too-large = Filen är för stor
settings-moving = Samtal från annat håll
settings-takeout = Ta med allt
settings-file = Inställningar som fil

# Delade utkast
draft-by = Utkast av { $name }
draft-changed-by = ändrat av { $name }
draft-not-sent = Inte skickat än
draft-held = { $name } har det öppet
draft-open = Öppna utkastet
draft-take-over = Ta över
draft-take-over-hint = { $name } skriver i det. Om du tar över sparas det som { $name } skriver därefter bland egna utkast.
draft-take = Ta tillbaka
draft-throw-away = Släng
draft-thrown-away = Utkastet är slängt
draft-gone = Slängda, sparas i ett dygn
draft-bring-back = Hämta tillbaka
draft-share = Dela utkast
draft-share-all = Dela med alla här
draft-ask = Be någon titta på det
draft-give-back = Lämna tillbaka
draft-open-hint = Bara du skriver i det tills du lämnar tillbaka det.
draft-refused = Någon annan har ändrat utkastet eller har det öppet nu. Det du skriver sparas bland dina egna utkast. ”Lämna tillbaka” visar båda texterna.
draft-both = { $name } har ändrat utkastet sedan du öppnade det.
draft-both-held = { $name } har utkastet öppet nu.
draft-their-words = Så är utkastet nu:
draft-both-then = Din text står nedanför. Om du skickar den eller lämnar tillbaka den nu ersätter den den här.
draft-reply = Skriv ett utkast
search-has-draft = Med delade utkast
refusal-draft-held = Någon annan har det här utkastet öppet. Ta över det först.
refusal-draft-changed = Någon annan har ändrat det här utkastet. Titta på det igen.
refusal-draft-gone = Utkastet är inte delat längre: det har skickats, tagits tillbaka eller slängts. Din text finns kvar här.
refusal-draft-files = Ett utkast kan inte ha filer. Ta bort dem och lägg till dem när det skickas.
refusal-too-many-drafts = Här finns redan 20 delade utkast. Skicka eller släng ett av dem först.
event-draft-shared = { $by } delade ett utkast
event-draft-asked = { $by } delade ett utkast och bad { $name } titta på det
event-draft-sent = Utkast av { $author }, skickat av { $by }
event-draft-taken = { $by } tog tillbaka ett delat utkast
event-draft-thrown-away = { $by } slängde utkastet av { $author }
event-draft-brought-back = { $by } hämtade tillbaka utkastet av { $author }

subject-change = Ändra ämne
subject-now = Ämnet är nu ”{ $to }”
subject-came-as = Ämnet när samtalet kom in
side-subject-now = Sidotråden heter nu ”{ $to }”
event-subject-changed = { $by } ändrade ämnet från ”{ $from }” till ”{ $to }”
event-subject-given = { $by } gav samtalet ämnet ”{ $to }”
event-subject-taken = { $by } tog bort ämnet ”{ $from }”
event-subject-some = { $by } ändrade ämnet
event-side-renamed = { $by } ändrade ämnet för en sidotråd från ”{ $from }” till ”{ $to }”
event-side-renamed-some = { $by } ändrade ämnet för en sidotråd
event-undone-subject = { $by } ångrade ändringen av ämnet
event-undone-side = { $by } ångrade ändringen av ämnet för en sidotråd
refusal-subject-too-long = Ett ämne har plats för 200 tecken. Gör det kortare.

refusal-promise-over = Löftet står inte så längre. Titta på det igen.
refusal-promises-open = Ett löfte i det här samtalet är inte hållet än. Markera det som hållet eller släpp det först, eller skicka utan att stänga.
promises-title = Löften
event-promise-suggested = Det här kan vara ett löfte: { $words }
event-promise-dropped = Inget löfte: { $words }
event-promise-made = Löfte gett: { $words }
event-promise-moved = Löftet flyttades, kunden fick inte veta det: { $words }
event-promise-renegotiated = Löftet flyttades, kunden fick veta det: { $words }
event-promise-handed = { $who } håller det här löftet nu: { $words }
event-promise-handed-leads = Ingen särskild håller det här löftet nu: { $words }
event-promise-reminded = Påminnelse om ett löfte: { $words }
event-promise-late = Ett löfte blev försenat: { $words }
event-promise-kept = Löfte hållet: { $words }
event-promise-broken = Löfte brutet: { $words }
event-promise-released = Löfte släppt: { $words }
event-promise-reopened = Löftet ska hållas ändå: { $words }
look-dated = Du lovade ”{ $words }”, senast { $when }. Följa upp det?
look-open = Du lovade ”{ $words }”. Till när?
look-hedged-by = Du lovade halvt om halvt ”{ $words }”, senast { $when }. Följa upp det?
look-hedged = Du lovade halvt om halvt ”{ $words }”. Följa upp det?
look-unsure = Dagen kan läsas på flera sätt.
look-track = Följ upp
look-no = Inget löfte
look-later = Fråga mig senare
look-keeps = Håller det här ett löfte?
promise-by = Senast
promise-ask = Kan vara ett löfte: ”{ $words }”
promise-words = Vad vi lovar
promise-make = Ge ett löfte
promise-leads = Den som leder här
promise-keep = Hållet
promise-more = Flytta, släpp, lämna över
promise-told = Kunden vet om det
promise-move = Flytta
promise-why = Varför det inte behövs längre
promise-release = Släpp
promise-to = Vem håller det
promise-hand = Lämna över
promise-reopen = Ska fortfarande hållas
promise-open = De här löftena är inte hållna än:
promise-suggested = Kan vara ett löfte
promise-late = Försenat
promise-today = I dag
promise-coming = Kommer
promise-kept = Hållet
promise-broken = Brutet
promise-released = Släppt
promise-late-days = { $count ->
    [one] { $count } dag försenat
   *[other] { $count } dagar försenat
}
promise-late-hours = { $n } tim försenat
promise-late-minutes = { $n } min försenat
promises-due = Löften att hålla
promises-lead = Vad som ska hållas, det som brådskar först.
promises-own = Mina löften
promises-whose = Vems
promises-mine = Mina
promises-ours = Mina avdelningar
promises-when = När
promises-all = Alla
promises-none = Inget ska hållas här.
promises-more = Fler
promise-for = för { $who }
promises-by = Löften från { $who }
promises-by-lead = Från det senaste året. Bara de själva och den som leder dem ser det här.
promises-kept-of = { $kept } av { $all }
promises-kept = löften hållna i tid
promises-calendar = Mina löften i en kalender
promises-calendar-lead = Ett kalenderprogram kan prenumerera på det du håller. Den som har adressen ser det utan att logga in.
promises-calendar-at = Adress
promises-calendar-make = Skapa en adress
promises-calendar-renew = Skapa en annan adress
promises-calendar-withdraw = Dra tillbaka den

jars-insult = ”{ $words }” är ett skällsord mot kunden.
jars-profanity = ”{ $words }” är en svordom.
jars-threat = ”{ $words }” kan låta som ett hot.
jars-accusation = ”{ $words }” kan låta som om kunden ljuger.
jars-sarcasm = ”{ $words }” kan verka spydigt.
jars-condescending = ”{ $words }” kan verka nedlåtande.
jars-blame = ”{ $words }” lägger skulden på kunden.
jars-dismissive = ”{ $words }” kan låta som om det inte är viktigt.
jars-shouting = ”{ $words }” ser ut som ett rop.
jars-refusal = ”{ $words }” är ett nej utan skäl eller annan utväg.
jars-command = ”{ $words }” läses som en order.
jars-address = ”{ $words }” är inte så den här kunden tilltalas.
jars-hedging = Så många förbehåll: ”{ $words }”.
jars-house = ”{ $words }” är inte så ert hus säger det.
jars-missing = Det här kan hjälpa: { $what }.
jars-try = Prova:
jars-use = Använd det
helps-greeting = en hälsning
helps-thanks = tack
helps-regret = en beklagan
helps-reason = ett skäl
helps-alternative = en annan utväg
look-card = Det står ett kortnummer i det (… { $what }). Skicka det bara om det behövs.
look-national = Det står ett personnummer eller liknande i det (… { $what }). Skicka det bara om det behövs.
look-address = { $what } är en annan kunds adress.
look-phone = { $what } är en annan kunds telefon.

settings-tone = Ton
tone-lead = Svar läses medan de skrivs. Det hjälper den som skriver; inget hålls tillbaka och ingen får poäng.
tone-title = Läs svar
tone-on = Ja
tone-on-why = Under ett svar står det som kan skava, med bättre ord.
tone-off = Nej
tone-off-why = Inget sägs om hur svar låter. Privata nummer påpekas ändå.
tone-allowed = Uttryck som går
tone-allowed-hint = Ett per rad: produktnamn och talesätt som ingen här störs av.
tone-jarring = Uttryck som ni inte vill ha
tone-jarring-hint = Ett per rad: de nämns som något som skaver.
tone-formal = Säg Ni
tone-formal-why = På norska, danska och svenska nämns du som för förtroligt.
tone-familiar = Kamu får användas
tone-familiar-why = På indonesiska nämns inte kamu som för förtroligt.
tone-too-many = Det är fler än 200 uttryck.
tone-too-long = Ett uttryck är längre än 100 tecken.
tone-no-word = En rad saknar ord.
tone-both = Ett uttryck står också bland dem som går.
tone-sent = Skickat fast det skaver, på { $days } dagar
tone-sent-why = Räknas för hela disken: inga ord, ingen författare. Det visar vad ni kan tala om, inte vem.
tone-sent-none = Inget hittills.
tone-what = Vad
tone-all = Alla
tone-is-insult = Skällsord
tone-is-profanity = Svordomar
tone-is-threat = Hot
tone-is-accusation = Beskyllningar
tone-is-sarcasm = Spydigheter
tone-is-condescending = Nedlåtande ord
tone-is-blame = Skuld
tone-is-dismissive = Avfärdande
tone-is-shouting = Rop
tone-is-refusal = Ett bart nej
tone-is-command = Order
tone-is-address = Tilltal
tone-is-hedging = För många förbehåll
tone-is-house = Inte önskat här

mood-negative = Missnöjd
mood-neutral = Varken glad eller missnöjd
mood-positive = Glad
mood-guess = Läst i deras ord; det kan vara fel.
views-test-mood = Stämning när de senast skrev
held-mood = Stämning som lästes i det
refusal-need-over = Det här behovet står inte så längre. Titta på det en gång till.
needs-title = Behov
event-need-noted = { $by } noterade ett behov: { $words }
event-need-noted-itself = Ett behov noterades: { $words }
event-need-changed = Ett behov ändrades: { $words }
event-need-met = Behov uppfyllt: { $words }
event-need-declined = Behov avböjt: { $words }
event-need-reopened = Behövs ändå: { $words }
event-need-removed = Inget behov: { $words }
need-note = Notera ett behov
need-more = Vad händer med det
need-meet = Uppfyllt
need-meet-tell = Uppfyllt: meddela dem
need-why = Varför inte
need-decline = Avböj
need-remove = Inget behov
need-words = Med kundens egna ord
need-topic = Ämne
need-product = Produkt
need-keep = Notera
need-noted = Noterat: ”{ $words }”
need-undo = Ångra
need-said = Där det sades
need-open = Öppet
need-met = Uppfyllt
need-declined = Avböjt
need-reopen = Behövs fortfarande
need-told-no = har inte fått veta det
need-told-drafted = ett utkast väntar
need-told-going = svaret är på väg
need-told-yes = har fått veta det
needs-page = Behov och önskemål
needs-lead = Det kunderna ber om med egna ord, och vilka som bad om det.
needs-file-topics = Siffror (CSV)
needs-file-needs = Vilka som bad om det (CSV)
needs-period = Period
needs-status = Status
needs-all = Alla
needs-ever = Hela tiden
needs-days = { $n } dagar
needs-rising = På väg upp
needs-rising-how = De senaste { $weeks } veckorna: efterfrågat mycket oftare än vanligt nu (Kleinbergs toppar), av minst { $customers } kunder, minst { $least } gånger. Efter när det sades, oavsett perioden ovan.
needs-rising-none = Inget är på väg upp just nu.
needs-rising-n = { $needs } av alla { $of } behov, från { $customers } kunder
needs-rising-since = sedan { $day }
needs-rising-sure = mer än förut med { $sure } % sannolikhet
needs-most = Mest önskat
needs-most-how = { $needs } behov från { $customers } kunder, { $period }. Ordnat efter kunder, var och en räknad en gång i ett ämne.
needs-none = Ingen har bett om något än
needs-none-lead = Markera ord i ett meddelande från en kund och tryck på hjärtat ovanför.
needs-none-here = Inget passar.
needs-none-theirs = Inget är noterat än.
needs-customers = Kunder
needs-count = Behov
needs-who = Vilka som bad om det
needs-all-topics = Alla ämnen
needs-tell = Uppfyllt: meddela alla
needs-further = Fler
needs-said-on = Sagt
needs-customer = Kund
needs-conversation = Samtal
needs-told = Fått veta det
needs-tell-title = Uppfyllt: meddela alla som bad om det
needs-tell-n = Kunder som inte har fått veta det och inte har något utkast: { $n }
needs-tell-text = Text på { $language }, till { $n }
needs-tell-hint = Alla får ett utkast på sitt eget språk, annars på företagets. Detta fylls i för var och en:
needs-tell-never = Inget skickas av sig självt: varje utkast väntar i sitt samtal. Utan text markeras behoven bara som uppfyllda.
needs-tell-do = Markera som uppfyllt och skriv utkasten
needs-told-met = Behov markerade som uppfyllda: { $n }.
needs-told-drafted = Utkast skrivna: { $n }.
needs-told-left = Kunder som inget utkast kunde skrivas till: { $n }. För många utkast väntar i samtalet, eller så är det borta.
needs-told-more = Det finns fler än vad som görs på en gång. Tryck en gång till.
settings-needs = Behov
need-topics-lead = Ämnena som ni sorterar kundernas önskemål efter.
need-topics = Ämnen
need-topics-hint = Ett per rad. De erbjuds först när ett behov noteras; ett annat kan skrivas där.
need-topics-too-many = Det är fler än 50 ämnen.
need-topics-too-long = Ett ämne är längre än 40 tecken.
need-topics-no-word = En rad saknar ord.

# Det man bör veta innan man skriver.
known-late = { $count ->
    [one] Ett löfte till dem är försenat
   *[other] { $count } löften till dem är försenade
}
known-broken = Ett löfte till dem bröts nyligen
known-waits = De har väntat { $count } dagar på svar
known-again = { $count ->
    [one] Det var stängt och är öppet igen
   *[other] Det var stängt { $count } gånger och är öppet igen
}
known-often = { $count } samtal med dem på en månad
known-first = De skriver för första gången
known-language = De skriver oftast på { $language }
known-turned = Det senaste meddelandet låter missnöjt, det gjorde inte det förra
known-still-unhappy = De har låtit missnöjda mer än en gång
known-unhappy = De låter missnöjda
known-better = De lät missnöjda förut, men inte längre
known-glad = De låter glada
known-topics = Har tidigare skrivit om:
known-next = Nästa gång: { $when }.
composer-rather = De vill hellre nås på annat sätt:
composer-call = Ring
snooze-liked = När det passar dem
composer-later-liked = När det passar dem: { $when }
recurring-held-back = Inte skickat av sig självt, eftersom den här kunden visas omtanke. Ska det skickas ändå, skicka det som svar:

# Service policies
settings-service = Serviceregler
service-lead = Vad ni lovar vem: när de får svar, när det är löst och vad som händer före och efter.
service-order = Reglerna i ordning
service-new = Ny regel
service-none = Inga regler än. Alla samtal följer de vanliga svarstiderna.
service-first-holds = Av reglerna som passar ett samtal gäller den första.
service-rest = Det som ingen regel passar följer
service-up = Flytta { $name } uppåt
service-down = Flytta { $name } nedåt
service-remove = Ta bort { $name }
service-of-mailboxes =
    { $count ->
        [one] { $count } brevlåda
       *[other] { $count } brevlådor
    }
service-of-organisations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisationer
    }
service-of-people =
    { $count ->
        [one] { $count } kund
       *[other] { $count } kunder
    }
service-of-all = Alla samtal
service-count-always = dygnet runt
service-count-business = öppettid
service-resolution = Lösning
service-time = { $hours } tim { $minutes } min
service-hours = Andra öppettider
service-hours-new = Nya tider
service-hours-why = För team som är där på andra tider. Reglerna väljer vilka tider de räknar.
service-wrong-name = Ge den ett namn på högst 80 tecken.
service-wrong-target = Välj minst en minut och högst 720 timmar för svar eller ett år för lösningar.
service-wrong-share = Välj mellan 1 och 99 procent.
service-wrong-left = Välj mellan 1 och 43 200 minuter.
service-wrong-organisations = Det finns ingen organisation med ett av dessa namn.
service-wrong-people = Det finns ingen kund med en av dessa adresser.
service-wrong-many = Nämn högst 200 av varje slag.
service-wrong-too-many = Det är för många. Ta bort några som ni inte längre behöver.
service-wrong-taken = En annan regel har det namnet.
service-wrong-hours = De här tiderna finns inte längre.
service-name = Namn
service-when = För vilka samtal
service-when-why = Något av varje slag som ni nämner måste passa. Ett slag som ni inte nämner något av spelar ingen roll.
service-departments = Avdelningar
service-tags = Etiketter
service-tags-hint = Skilj dem åt med komma.
service-mailboxes = Brevlådor
service-languages = Språk
service-organisations = Organisationer
service-organisations-hint = En per rad, med namn.
service-people = Kunder
service-people-hint = En per rad, med e-postadress.
service-targets = Senast när
service-resolution-why = Lämna den tom om ni inte lovar någon lösning. Klockan står stilla medan andra har ordet.
service-warn = Varna före
service-warn-share = När en del av tiden är använd
service-warn-share-why = I procent av hela tiden.
service-warn-left = När lite tid är kvar
service-warn-left-why = Räknat i samma timmar.
service-warn-none = Ingen
service-warn-none-why = Den vanliga påminnelsen när tiden snart är ute kommer ändå.
service-share = Procent använt
service-left = Minuter kvar
service-late = När den inte hålls
service-late-why = De som leder får veta det. Dessutom:
service-late-tag = Sätt den här etiketten på
service-late-give = Ge det till
service-late-nobody = Ingen annan
service-preview = Vad den skulle betyda
service-look = Se
service-preview-why = Tittar på det som är öppet nu. Ingenting ändras.
service-change = Serviceregel
service-count = Timmar som räknas
service-would-fit =
    { $count ->
        [one] { $count } öppet samtal skulle följa den.
       *[other] { $count } öppna samtal skulle följa den.
    }
service-would-move =
    { $count ->
        [one] Tiden för { $count } flyttas.
       *[other] Tiden för { $count } flyttas.
    }
service-more = Bara { $count } granskades; det finns fler.
service-conversation = Samtal
service-due-now = Tidsgräns nu
service-due-then = Tidsgräns då
service-hours-used = En regel räknar fortfarande de här tiderna.
service-hours-wrong-name = Ge dem ett namn som inga andra har.
service-hours-name-hint = Vad de heter där en regel väljer dem.
service-hours-remove = Ta bort de här tiderna
event-clock-runs = Klockan för lösningen går
event-clock-still = Klockan för lösningen står stilla
trail-title = Klockor
trail-policy = Följer
trail-usual = De vanliga svarstiderna
trail-not-running = Går inte
trail-missed = Missad
trail-when = När
trail-what = Vad som hände
trail-who = Vem som hade det
trail-lasted = Hur länge
trail-link = Så gick klockorna

## Turns: what is needed, why somebody got it, and how even it was

event-assigned-turn-least = Gavs till { $name }, vars tur det var: minst öppet arbete för sin del av en tjänst ({ $open } öppna)
event-assigned-turn-round = Gavs till { $name }, vars tur det var: längst sedan förra turen
event-assigned-turn-language =
    Gavs till { $name }, vars tur det var: ingen med { $language ->
        [nb] norska
        [sv] svenska
        [da] danska
        [id] indonesiska
       *[en] engelska
    } är här{ $weekday ->
        [mon] {""} förrän måndag ({ $day })
        [tue] {""} förrän tisdag ({ $day })
        [wed] {""} förrän onsdag ({ $day })
        [thu] {""} förrän torsdag ({ $day })
        [fri] {""} förrän fredag ({ $day })
        [sat] {""} förrän lördag ({ $day })
        [sun] {""} förrän söndag ({ $day })
       *[none] {""}
    }
event-assigned-turn-skill =
    Gavs till { $name }, vars tur det var: ingen med färdigheten ”{ $skills }” är här{ $weekday ->
        [mon] {""} förrän måndag ({ $day })
        [tue] {""} förrän tisdag ({ $day })
        [wed] {""} förrän onsdag ({ $day })
        [thu] {""} förrän torsdag ({ $day })
        [fri] {""} förrän fredag ({ $day })
        [sat] {""} förrän lördag ({ $day })
        [sun] {""} förrän söndag ({ $day })
       *[none] {""}
    }
event-assigned-back = Gavs tillbaka till { $name }, som är tillbaka; { $deputy } hade det under tiden
event-turn-waits = Väntar: ingen kunde ta det, alla är borta eller har så många de tar
event-turn-waits-language =
    Väntar: ingen med { $language ->
        [nb] norska
        [sv] svenska
        [da] danska
        [id] indonesiska
       *[en] engelska
    } är här{ $weekday ->
        [mon] {""} förrän måndag ({ $day })
        [tue] {""} förrän tisdag ({ $day })
        [wed] {""} förrän onsdag ({ $day })
        [thu] {""} förrän torsdag ({ $day })
        [fri] {""} förrän fredag ({ $day })
        [sat] {""} förrän lördag ({ $day })
        [sun] {""} förrän söndag ({ $day })
       *[none] {""}
    }
event-turn-waits-skill =
    Väntar: ingen med färdigheten ”{ $skills }” är här{ $weekday ->
        [mon] {""} förrän måndag ({ $day })
        [tue] {""} förrän tisdag ({ $day })
        [wed] {""} förrän onsdag ({ $day })
        [thu] {""} förrän torsdag ({ $day })
        [fri] {""} förrän fredag ({ $day })
        [sat] {""} förrän lördag ({ $day })
        [sun] {""} förrän söndag ({ $day })
       *[none] {""}
    }
refusal-no-such-turn-need = Välj en färdighet och en avdelning, en brevlåda eller en etikett som finns.
turns-are-round = Laget runt
turns-to-round = Gå laget runt i stället
turns-to-round-one = Gå laget runt i stället: { $name }
turns-to-least = Minst arbete i stället
turns-to-least-one = Minst arbete i stället: { $name }
turn-needs-title = Det som behövs
turn-needs-lead = Den som får en tur har det som samtalet behöver. Varför någon fick det står i historiken.
turn-needs-language = Kundens språk
turn-needs-language-why = Ett samtal går till någon som skriver språket, där det är känt.
turn-needs-lacking = När ingen som är här har allt
turn-needs-anyone = Den som står näst på tur får det
turn-needs-anyone-why = Den som skriver språket går först, sedan den som har färdigheten. Ingen kund väntar på det.
turn-needs-language-first = Språket först
turn-needs-language-first-why = Någon som skriver språket får det utan färdigheten. Utan språket väntar det.
turn-needs-wait = Det väntar
turn-needs-wait-why = Tillit delar ut det så snart någon kan ta det.
turn-needs-skills = Det som kräver en färdighet
turn-needs-skills-lead = Ett samtal behöver varje färdighet som dess avdelning, brevlåda eller någon av dess etiketter kräver.
turn-needs-none = Inget kräver en färdighet än.
turn-needs-no-skills = Det finns inga färdigheter än.
turn-needs-of-department = Avdelningen { $name }
turn-needs-of-mailbox = Brevlådan { $name }
turn-needs-of-tag = Etiketten { $name }
turn-needs-tag-below = En etikett
turn-needs-what = Vad
turn-needs-tag = Etikett
turn-needs-tag-hint = Bara där du valde en etikett: dess namn.
turn-needs-skill = Kräver
turn-needs-add = Lägg till
turn-needs-remove = Ta bort
turn-needs-remove-one = Ta bort: { $name } kräver { $skill }
shares-see = Hur jämnt turerna gick runt
shares-title = Turer fördelade
shares-lead = Hur jämnt turerna gick runt, och varför någon hoppades över. Efter namn: det här är ingen rangordning.
shares-own = Turerna du fick, och varför du hoppades över.
shares-period = Period
shares-none = Ingen tur delades ut de här dagarna.
shares-of = Turer: { $name }
shares-got = Turer
shares-per-position = Per heltidstjänst
shares-away = Borta
shares-full = Full
shares-language = Språk
shares-skill = Färdighet
shares-not-compared = Jämförs inte
shares-jain = Jämnhet { $index } (n = { $n })
shares-how = Så räknas det
shares-how-jain = Jämnhet är Jains index av turerna per heltidstjänst: kvadraten på summan, delad med n gånger summan av kvadraterna. 1 betyder att alla fick lika många, 1/n att en fick allt.
shares-how-counts = n är hur många som jämförs: de som fick en tur eller kunde ha fått en. Den som hoppades över varje gång jämförs inte.
shares-how-passed = Borta, full, språk och färdighet: vid hur många turer någon hoppades över av det skälet.
shares-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }
shares-turns =
    { $count ->
        [one] { $count } tur
       *[other] { $count } turer
    }
event-assigned-back-alone = Gavs tillbaka till { $name }, som är tillbaka
conversation-stands-in = Vikarierar för { $name }

## The company's turns

refusal-no-such-week = Veckan kan inte ges bort så. Välj en av dina egna kommande veckor och någon som inte har den och är på plats; 1 till 40 timmar.
rota-title = Kundveckor för alla
rota-lead = Alla, även de som arbetar på andra ställen i huset, svarar kunder några timmar varannan vecka.
rota-none = Ingen är med än.
rota-mine = Din nästa vecka
rota-mine-week = Från { $day }: { $hours } timmar.
rota-guide = Börja med lätta ärenden. Fråga i en anteckning när du är osäker, och skriv i en anteckning vad du lärde dig.
rota-easy-see = Se det som har etiketten { $tag }
rota-weeks = De närmaste veckorna
rota-week = Veckan från
rota-on-duty = Vem svarar
rota-on-duty-hours = Du svarar kunder den här veckan: { $hours } timmar
rota-swaps = Byten
rota-away = { $name } är borta
rota-swapped = { $gives } → { $takes }
rota-unswap = Ta tillbaka
rota-unswap-one = Ta tillbaka: veckan från { $day }, { $name }
rota-give-to = Ge veckan från { $day } till
rota-give = Ge bort
rota-give-one = Ge bort veckan från { $day }
rota-set = Vilka som är med
rota-set-lead = Alla svarar varannan vecka, och det är ungefär lika många varje vecka. Den som är borta tre arbetsdagar eller mer av en vecka står över.
rota-hours = Timmar under sin vecka
rota-easy = Etikett för lätta ärenden
rota-easy-hint = Den som har veckan leds till öppna samtal med den här etiketten. Får stå tomt.
rota-members = Kollegor
rota-members-hint = Den som går med får de veckor som färre har; den som redan är med behåller sina.

refusal-outcome-needed = Den här avdelningen vill veta hur varje ärende slutade. Säg det och stäng sedan.
refusal-complaint-open = Det här är ett klagomål: det stängs när kunden säger ja, eller efter att ni har försökt nå dem på tre olika dagar.
refusal-not-asked = Det frågas inte här, eller inte längre.
outcome-title = Hur det slutade
outcome-what = Vad blev resultatet?
outcome-who = Kunden var
outcome-new = Ny
outcome-known = Känd sedan tidigare
outcome-righted = Något som var fel rättades
outcome-informed = De fick veta det de ville
outcome-ordered = De beställde
outcome-lost = Vi förlorade dem
outcome-other = Något annat
outcome-choose = Välj
outcome-unsaid = Inte sagt
outcome-save = Spara
outcome-take-away = Ta bort
event-outcome-righted = Så slutade det: något som var fel rättades
event-outcome-informed = Så slutade det: de fick veta det de ville
event-outcome-ordered = Så slutade det: de beställde
event-outcome-lost = Så slutade det: vi förlorade dem
event-outcome-other = Så slutade det: något annat
event-outcome-none = Hur det slutade togs bort
complaint-is = Klagomål
complaint-ask = De låter inte nöjda. Är det ett klagomål?
complaint-mark = Det är ett klagomål
complaint-is-none = Det är inget klagomål
complaint-how = Hur sa de att de är nöjda?
complaint-how-like = Sa ja på telefon
complaint-content = De sa ja
complaint-said-yes = Kunden sa ja
complaint-despite = Stäng ändå
complaint-despite-why = Varför stängs det utan kundens ja?
complaint-tried = { $count ->
    [0] Ingen har försökt nå dem sedan de sist sa något. Det krävs { $most } dagar.
    [one] Försökt på en av { $most } dagar sedan de sist sa något:
   *[other] Försökt på { $count } av { $most } dagar sedan de sist sa något:
}
event-complaint-marked = Markerat som klagomål
event-complaint-cleared = Inte längre ett klagomål
event-complaint-content = Kunden sa att de är nöjda
event-complaint-content-customer = Kunden är nöjd
event-complaint-overridden = Stängt utan kundens ja
event-opinion-exactly = Kunden säger: precis det jag ville
event-opinion-almost = Kunden säger: nästan det jag ville
event-opinion-no = Kunden säger: inte det jag ville
opinion-exactly = Precis det de ville
opinion-almost = Nästan det de ville
opinion-no = Inte det de ville
settings-outcomes = Hur det slutade
outcomes-lead = Vad som frågas när samtal stängs. Inget frågas om ni inte säger det här.
outcomes-required = Stäng bara när det är sagt hur det slutade
outcomes-required-why = Här stängs inget innan någon har sagt hur det slutade.
outcomes-ask = Fråga kunder i mejlet
outcomes-ask-off = Nej
outcomes-ask-off-why = Ärendets sida frågar ändå.
outcomes-ask-on = Ja
outcomes-ask-on-why = Ett mejl som stänger har en rad till: om det var precis det de ville, med länken till deras sida.
held-outcome = Så slutade det
held-opinions = Vad de sa om det

praise-title = Beröm
praise-lead = Vad kunder har sagt om dig. Bara du ser den här sidan.
praise-none = Inget än
praise-none-lead = När en kund tackar dig varmt står orden här samma dag.
praise-no = Det här är inget beröm
event-praised = Beröm från kunden
views-test-complaint = Är ett klagomål

problems-title = Problem
problems-lead = Orsaker som ger flera samtal. De som flest kunder väntar på står först.
problems-which = Vilka
problems-unsolved = Olösta
problems-solved = Lösta
problems-all = Alla
problems-search = Sök bland problem
problems-none = Här finns inga problem.
problem-waiting = { $count ->
    [0] Ingen väntar
    [one] En kund väntar
   *[other] { $count } kunder väntar
}
problem-customers = { $count ->
    [one] en kund
   *[other] { $count } kunder
}
problem-conversations = { $count ->
    [one] ett samtal
   *[other] { $count } samtal
}
problem-unhappy = { $share } % missnöjda
problem-again = { $count ->
    [one] kom tillbaka en gång
   *[other] kom tillbaka { $count } gånger
}
problem-open = Öppet
problem-working = Arbete pågår
problem-solved = Löst
problem-title = Vad är problemet?
problem-make = Nytt problem
problem-begin = Vi är i gång
problem-leave = Ingen är i gång
problem-reopen = Öppna igen
problem-known = Det vi vet
problem-known-none = Inget är nedskrivet än.
problem-prevention = Det som hindrar att det händer igen
problem-preventer = Vem gör det
problem-prevented = Det är gjort
problem-owner = Vem tar hand om det
problem-everywhere = Alla avdelningar
problem-answers = Det alla får veta
problem-solve = Det är löst
problem-solve-lead = { $count ->
    [0] Ingen väntar nu. Den som kopplas senare kan få veta det med de här orden.
    [one] En kund väntar. Ett utkast med de här orden läggs i samtalet, på kundens språk; en kollega läser och skickar det.
   *[other] { $count } kunder väntar. Ett utkast med de här orden läggs i varje samtal, på varje språk; en kollega läser och skickar det.
}
problem-answers-save = Spara orden
problem-solve-now = Löst: skriv utkasten
problem-told-title = Vilka vet det
problem-told-told = har fått veta
problem-told-drafted = utkast väntar på att läsas
problem-told-not-yet = vet det inte än
problem-told-lead = Räknat i samtal. Inget går ut innan en kollega har läst och skickat det.
problem-draft = Skriv utkast till dem som väntar
problem-conversations-none = Inget samtal som du ser är kopplat till det.
problem-came-back = kom tillbaka
problem-other-language = På { $language }: det finns ingen text på deras språk
problem-unlink = #{ $number } har en annan orsak
problem-history = Det som har hänt med det
problem-remove = Ta bort problemet
problem-same-cause = Samma orsak som …
problem-not-this = Har inte orsaken: { $title }
problem-this = Samma orsak
refusal-no-problem-title = Säg med några få ord vad problemet är.
refusal-no-such-problem = Det här problemet finns inte.
refusal-too-many-problems = Det här samtalet har redan tio problem. Ta bort ett först.
refusal-problem-needs-answer = Skriv vad alla som väntar ska få veta, på minst ett språk.
event-problem-made = Problem nedskrivet: { $title }
event-problem-changed = Problem ändrat: { $title }
event-problem-begun = Någon är i gång: { $title }
event-problem-solved = Löst: { $title }
event-problem-reopened = Öppnat igen: { $title }
event-problem-prevented = Det som hindrar det är gjort: { $title }
event-problem-linked = #{ $number } har samma orsak: { $title }
event-problem-came-back = Det kom tillbaka efter att det var löst, i #{ $number }: { $title }
event-problem-unlinked = #{ $number } har en annan orsak: { $title }
event-problem-drafted = Fler svar skrivs som utkast: { $title }
event-problem-removed = Problem borttaget: { $title }
event-same-cause = Samma orsak: { $title }
event-same-cause-again = Samma orsak, fast det var löst: { $title }
event-other-cause = En annan orsak än: { $title }
macros-variable-customer-wrote = det kunden skrev senast, i korthet
views-test-problem = Problem
views-problem-any = Något problem

like-title = Besvarat förut?
like-articles = Artiklar som kan hjälpa
like-none = Inget liknande har besvarats förut.
like-question = Det som frågades där
like-use = Använd det här svaret
like-differs = Står där och inte i det här samtalet:
like-began = Det här började som svaret i #{ $number }. Se på det som skiljer innan du skickar det.
like-began-elsewhere = Det här började som svaret i ett annat ärende. Se på det som skiljer innan du skickar det.
like-read = Det här svarar på det kunden frågar här:
like-name = Namn
like-number = Tal
like-date = Dag
like-amount = Belopp
like-link = Länk
refusal-like-unread = Det här började som svaret i ett annat ärende. Säg att det svarar på det kunden frågar här, och skicka det sedan.

## Rules

settings-rules = Regler
event-rule-acted = Regeln ”{ $by }” kördes
event-rule-replied = Regeln ”{ $by }” skrev till kunden
event-rule-told = Regeln ”{ $by }” meddelade en kollega
event-rule-stopped = Reglerna ”{ $by }” och ”{ $other }” utlöste varandra; båda har stoppats
receipt-line-rule = En regel skrev av sig själv till { $to }
receipt-line-articles = Artiklar som svarar på det gick av sig själva till { $to }

## Where macros are offered

macros-used-last = senast använt { $day }
macros-show-all = { $count ->
    [one] Visa ett till
   *[other] Visa alla: { $count } till
}
macros-sample-promise = vi skickar dig den nya delen
macros-variable-promise-words = det närmaste som är lovat i det här samtalet
macros-variable-promise-due = när det är lovat till
macros-when = Var det erbjuds
macros-when-hint = Det du väljer här måste passa: ett av varje slag. Annars står det bakom ”Visa alla” och hittas på sitt namn.
macros-when-channel = Kunden hördes senast av
macros-when-writing = Skriftligt
macros-when-department = Samtalet hör till
macros-when-tags = Det har en av de här etiketterna
macros-when-tags-hint = Skilj dem åt med komma.
macros-when-language = Kundens språk
macros-when-short = Erbjuds: { $what }

## Outcomes of calls and macros

macros-does-outcome = Resultat: { $what }
macros-act-outcome-hint = Sparas när samtalet stängs, eller är stängt.
contact-outcome-hint = Sägs när samtalet stängs med detta.

## Closing although something is open

composer-send-close-anyway = Skicka och stäng ändå
settings-articles = Artiklar
articles-lead = Det kunderna hittar själva: skrivet här, läst i hjälpcentret.
sidebar-community = Gemenskapen
conversation-make-public = Gör det till en offentlig fråga
settings-guides = Guider
guides-lead = Frågor och steg som leder kunder till ett svar, och kollegor genom ett samtal.
guides-walk = Gå igenom en guide
