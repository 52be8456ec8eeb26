# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Innboks
sidebar-customers = Kunder
sidebar-reports = Rapporter
sidebar-write = Skriv
view-mine = Min innboks
view-unassigned = Ikke fordelt
view-all = Alle åpne
view-breaching = Frist nærmer seg
view-waiting = Venter på kunden
view-unanswered = Venter på oss
sidebar-lapses = Brutte frister
view-snoozed = Utsatt
view-mentions = Omtaler
view-following = Følger
view-tagged = Stikkord: { $tag }
view-department = Avdeling
keys-move = Flytt
keys-next = Neste, forrige
keys-open = Åpne, tilbake
keys-panes = Forrige og neste felt
keys-copy = Kopier nummer, med tittel, med lenke
keys-palette = Søk og kommandoer
keys-inbox = Gå til innboksen
keys-customers = Gå til kundene
keys-reports = Gå til rapportene
keys-today = Gå til i dag
keys-answer = Svar
keys-reply = Svar
keys-note = Internt notat
keys-send = Send
keys-send-close = Send og lukk
keys-begin = Skriv til en kunde
keys-undo = Angre sending
keys-sort = Rydd
keys-select = Velg
keys-select-to = Velg hit
keys-assign = Fordel
keys-tag = Merk med ord
keys-snooze = Utsett
keys-close = Lukk
keys-need = Noter et behov
keys-help = Denne hjelpen

## Search

search-title = Søk
search-label = Søk i samtaler og kunder
search-narrow = Avgrens søket
search-is-open = Åpne
search-is-waiting = Venter
search-is-closed = Lukket
search-is-mine = Mine
search-is-unassigned = Uten eier
search-is-unread = Ulest
search-is-followed = Følger
search-has-attachment = Med filer
search-has-note = Med notater
search-not-ready = Eldre meldinger gjøres fortsatt klare. De nyeste kan finnes allerede.
search-instead = Det var få treff, så det ble også søkt etter ord som ligner:
search-number = Samtale #{ $number }
search-conversations = Samtaler
search-customers = Kunder
search-organisations = Organisasjoner
search-in-note = Notat
search-nothing-title = Ingenting ble funnet
search-nothing-body = Prøv færre ord, en annen form av et ord, eller ta bort et filter.
search-tips = Hva du kan skrive
search-tip-phrase = disse ordene etter hverandre
search-tip-without = uten dette ordet
search-tip-people = hvem som skrev, og til hvem
search-tip-tag = samtaler med dette stikkordet
search-tip-is = hvordan en samtale står, eller hva en melding er
search-tip-has = samtaler eller meldinger som har noe
search-tip-days = etter dato; en måned eller et år holder
search-tip-number = samtalen med dette nummeret

## Inbox

inbox-views = Visninger
inbox-tags = Stikkord
inbox-count-most = 1000+
inbox-parts = Status
inbox-open = Åpne
inbox-waiting = Venter
inbox-closed = Lukket
inbox-due-first = Frist først
inbox-conversations = Samtaler
inbox-breaching = Frist nærmer seg
inbox-rest = Alt annet
inbox-select = Velg { $who }
inbox-unread = Ulest
inbox-draft = Utkast
inbox-selection = Valgte samtaler
inbox-selected = { $count ->
    [one] { $n } valgt
   *[other] { $n } valgt
}
inbox-clear = Fjern valget
inbox-bulk-done = { $count ->
    [0] Ingenting ble endret.
    [one] Én samtale er gjort.
   *[other] { $count } samtaler er gjort.
}
step-undone = { $count ->
    [0] Ingenting ble angret.
    [one] Én samtale er som den var.
   *[other] { $count } samtaler er som de var.
}
inbox-bulk-left = { $count ->
    [one] Én ble stående som den var:
   *[other] { $count } ble stående som de var:
}
inbox-bulk-gone = Den er ikke der lenger.
several-more = Skriv til dem, og mer
several-title = { $count ->
    [one] Én valgt samtale
   *[other] { $count } valgte samtaler
}
several-none = Ingenting er valgt.
several-text = Én tekst til alle
several-variables = Fylles ut for hver:
several-reply = Svar hver av dem
several-note = Legg et notat i hver
several-macro = Makro
several-macro-use = Bruk den i hver
several-hand = Gi dem videre
several-into = Denne blir
several-merge = Slå de andre sammen med den
inbox-held-one = 1 ny
inbox-held-other = {"{n}"} nye
inbox-empty-title = Alle har fått svar
inbox-empty-body = Ingen venter på svar her.
inbox-nothing-title = Ingenting her
inbox-nothing-body = Det ligger ingen samtaler her nå.
inbox-see-all = Se alle åpne
inbox-mailbox-title = Koble til postkassen din
inbox-mailbox-body = Da kommer e-postene fra kundene dine hit. Ingen blir skrevet til av det.
inbox-mailbox-go = Koble til en postkasse
inbox-further = Neste side
peek-label = Forhåndsvisning
peek-open = Åpne
peek-before = { $count ->
    [one] Én melding før dette
   *[other] { $count } meldinger før dette
}
peek-reply = Svar { $who }

## Chips

chip-due = Svarfrist:
chip-became-late = Svaret til { $who } er for sent.
chip-language = Språk
channel-email = e-post
state-new = Ny
state-open = Åpen
state-waiting-customer = Venter på kunden
state-waiting-others = Venter på andre
state-solved = Løst
state-closed = Lukket

## Conversation

conversation-no-subject = (uten emne)
conversation-back = Tilbake til listen
conversation-more = Mer
copy-number = Kopier nummeret
copy-hint = Kopier nummeret: . med tittelen: .. med lenken: ...
copy-title = Kopier nummer og tittel
copy-link = Kopier nummer, tittel og lenke
conversation-withdraw-link = Trekk tilbake kundens lenke
copy-done = Kopiert:
conversation-assign = Fordel
conversation-assign-to = Gi til
conversation-tag = Stikkord
tags-field = Stikkord, med komma mellom
tags-add = Sett på
tags-remove = Ta av
tags-on-it = Står på den
tags-often = Ofte brukt
tags-take-off = Ta av { $tag }
snooze-title = Utsett
snooze-wake = Hent fram
snooze-later-today = Senere i dag
snooze-tomorrow = I morgen
snooze-next-week = Neste uke
snooze-until-reply = Til noen skriver
snooze-until-reply-of = Til { $who } skriver
snooze-at = Et annet tidspunkt
snooze-until-then = Utsett til da
snooze-back-before-due = Et svar har frist { $when }. Den kommer tilbake senest en time før; ingen klokke stopper.
snooze-due-anyway = Et svar har frist { $when }. Ingen klokke stopper for det.
snooze-was-due = Et svar hadde frist { $when }. Ingen klokke stopper for det.
snoozed-until = Utsatt til { $when }
snoozed-until-reply = Utsatt til noen skriver
follow-title = Følgere
follow-start = Følg
follow-stop = Slutt å følge
mention-colleague = Nevn en kollega
presence-looking = { $name } leser
presence-noting = { $name } skriver et notat
presence-replying = { $name } skriver et svar
presence-writing = { $name } skriver
link-title = Lenkede samtaler
link-add = Lenk til en samtale
link-number = Nummeret til den andre samtalen
link-kind = Den andre er
link-related = Beslektet
link-parent = Overordnet
link-child = Underordnet
link-remove = Fjern lenken til #{ $number }
spent-title = Tidsbruk
spent-add = Noter tid
spent-hours = { $hours } t { $minutes } min
spent-last = Du noterte sist { $time }.
checklist-title = Sjekkliste
checklist-count = { $done }/{ $all }
checklist-add = Legg til noe som skal gjøres
checklist-tick = Kryss av: { $item }
checklist-untick = Likevel ikke gjort: { $item }
checklist-up = Flytt opp: { $item }
checklist-down = Flytt ned: { $item }
checklist-remove = Ta bort: { $item }
checklist-open = Dette gjenstår:
contact-log = Noter en telefonsamtale eller et besøk
contact-call-out = Ringte { $who }
contact-call-out-missed = Ringte { $who }, fikk ikke svar
contact-call-in = { $who } ringte
contact-call-in-missed = Tapt anrop fra { $who }
contact-visit-out = Besøk hos { $who }
contact-visit-out-missed = Besøk hos { $who }, ingen var der
contact-visit-in = Besøk av { $who }
contact-visit-in-missed = Besøk av { $who }, som ingen kunne ta imot
contact-minutes = { $n } min
contact-way = Hvordan
contact-phone = På telefon
contact-visit = Et besøk
contact-direction = Hvem til hvem
contact-out = Vi til dem
contact-in = De til oss
contact-spoke = Vi snakket sammen
contact-at = Når
contact-how-long = Minutter
contact-with = Med hvem
contact-said = Hva som ble sagt
contact-then = Etterpå er den
contact-then-hint = En samtale etter kundens siste e-post besvarer den: Klokkene stopper. Et forsøk uten svar endrer ingenting.
contact-belongs = Samtale
contact-new = En ny
contact-subject = Hva det gjelder
contact-subject-hint = For en ny samtale.
note-edit = Rediger notatet
note-edited = Redigert
note-edit-kept = Det som står her nå, blir tatt vare på; du og administratorer kan se det.
note-before = Det som sto her før
note-until = Til
redact-title = Ta ut ord
redact-words = Ord som skal ut
redact-words-hint = Ett stykke per linje, slik det står over, opptil { $most } tegn hver.
redact-more = Hva mer som skal ut
redact-file = Filen { $name }
redact-whole = Alt den sier, med filene
redact-why = Hvorfor
redact-why-hint = Det blir stående i historikken.
redact-for-good = Dette er for godt: Ordene forsvinner også fra e-posten slik den kom, fra søket og fra historikken. Ingen kan hente dem tilbake.
redact-do = Ta ut for godt
redact-was = Ord er tatt ut av denne meldingen
cards-found = Det står et kortnummer i denne samtalen.
cards-mask = La de fire siste sifrene stå
link-children-open = Deler av denne samtalen er fortsatt åpne:
close-anyway = Lukk den likevel
conversation-nobody = Ingen
conversation-department = Avdeling
conversation-department-none = Ingen avdeling
conversation-close = Lukk
conversation-reopen = Åpne igjen
conversation-state = Status
close-reason = Hvorfor lukkes den uten svar?
close-reason-why = Ingen har svart siden kunden sist skrev. Grunnen blir stående i historikken.
fields-first = Fyll ut dette først
fields-go-on = Lagre og gå videre
thread-label = Samtale
thread-quoted = Vis sitert tekst
thread-signature = Vis signatur
thread-goes-on = Fortsetter fra en tidligere samtale
thread-events = { $count ->
    [one] Én hendelse
   *[other] { $count } hendelser
}

## Messages

message-from = Melding fra { $who }
message-reply-from = Svar fra { $who }
message-forward-from = Videresendt av { $who }
message-note-from = Internt notat fra { $who }
message-note = Internt notat
message-note-private = Bare teamet ditt ser dette
message-to = til { $address }
message-cc = kopi til { $address }
message-bcc = skjult kopi til { $address }
message-forwarded-to = Videresendt til { $address }
message-forwarded-what = Meldingen som ble videresendt
message-original = Original e-post
message-show-original = Vis originalen
message-original-of = Originalen av e-posten fra { $who }
message-cut = Denne e-posten er svært lang; dette er begynnelsen. Originalen har alt.
receipt-body =
    Hei,

    Takk for at du skriver til oss. Meldingen din er trygt framme, og en av oss leser den.

    Du får svar fra et menneske { $when }.

    Er det noe du vil legge til, er det bare å svare på denne e-posten.
receipt-body-plain =
    Hei,

    Meldingen din er framme. En av oss leser den, og du får svar fra et menneske { $when }.

    Er det noe du vil legge til, er det bare å svare på denne e-posten.
receipt-when-elsewhere = { $when } (tiden i { $place })
receipt-label = Kvittering
receipt-line = En kvittering gikk av seg selv til { $to }
receipt-show = Hva den sier
message-table = Tabell
pictures-blocked = { $count ->
    [one] { $count } bilde ligger på en annen datamaskin. Å hente det kan fortelle avsenderen at e-posten er lest.
   *[other] { $count } bilder ligger på andre datamaskiner. Å hente dem kan fortelle avsenderen at e-posten er lest.
}
pictures-show = Vis bilder
pictures-tracker = Denne e-posten prøver å fortelle avsenderen når den blir lest. Det ble stoppet.
picture-not-shown = Bilde som ikke vises
picture-open = Åpne bildet { $name }
why-title = Hvorfor her?
why-back = Tilbake til samtalen
why-placing = Hvorfor den står i denne samtalen
why-nothing-kept = Ingenting måtte avgjøres: den ble skrevet her.
why-joins = Den hører til samtale { $number }: { $evidence }.
why-joins-new-here = Den hører til samtale { $number }: { $evidence }. Avsenderen er ny her og får ingenting tilsendt før noen slipper dem inn.
why-continues-closed = Samtale { $number } er lukket, så en ny fortsetter fra den: { $evidence }.
why-links-another = Den peker også på samtale { $number }: { $evidence }. De ble ikke slått sammen.
why-sender-takes-no-part = Den peker på samtale { $number }: { $evidence }. Avsenderen deltar ikke der, så den kommer ikke inn.
why-sender-blocked = Avsenderen er blokkert: den tas vare på og legges som lukket, og ingen svarer.
why-sender-removed = Den peker på samtale { $number }: { $evidence }. Noen har tatt avsenderen ut der, så den kommer ikke inn.
why-forged-id = Den svarer på en id som ligner vår og ikke er det: { $id }. Det teller ikke.
why-deleted-conversation = Den svarer på #{ $number }, som kollegaer har slettet. Den forblir slettet, så en ny begynner.
why-nothing-points-here = Ingenting i den peker på en samtale som avsenderen deltar i, så den begynner en ny.
why-unproved-staff = Den er i en kollegas navn, { $address }, og ingenting beviser det. Den har ingen makt.
notice-mail-above = Skriv over denne linjen: svaret ditt blir et notat som bare kolleger ser. Kunden får ingenting.
why-noted-by-mail = En kollega, { $address }, svarte på et varsel på e-post, så det ble et notat.
why-notice-not-theirs = Den ble sendt til svaradressen i et varsel som ikke var til { $address }. Den ble ikke til noe notat.
why-notice-unproved = Den svarer på et varsel, men ingenting beviser at den er fra { $address }. Den ble ikke til noe notat.
why-notice-over = Den svarer på et varsel til { $address } som ikke lenger kan besvares på e-post. Den ble ikke til noe notat.
why-copied-take-part = Avsenderen er bevist, så { $who } deltar fra nå av.
why-copied-not-added = Den gikk i kopi til { $count ->
    [one] én person til, som
   *[other] { $count } personer til, som
} ikke deltar: ingenting beviser avsenderen, eller de er for mange.
why-bounce = Den sier at en melding fra oss ikke nådde { $who }.
why-bounce-unknown = Den sier at en e-post ikke kom fram, men ikke hvilken av våre, så den endrer ingenting.
why-receipt-goes = Avsenderen fikk en kvittering om å vente svar fra et menneske før { $until }.
why-no-receipt-by-machine = Ingen kvittering: en maskin skrev den, eller den kunne ikke leses.
why-no-receipt-old = Ingen kvittering: den kom ikke akkurat nå.
why-no-receipt-from-us = Ingen kvittering: den er i vårt eget eller en kollegas navn.
why-no-receipt-declined = Ingen kvittering: den ber om ikke å få svar fra maskiner, eller ingen ville lest det.
why-no-receipt-unreachable = Ingen kvittering: den har ingen adresse å svare til.
why-no-receipt-unproved = Ingen kvittering: ingenting beviser avsenderen, og en kvittering må ikke nå noen som aldri skrev.
why-no-receipt-off = Ingen kvittering: de er slått av.
why-no-receipt-capped = Ingen kvittering: { $count } gikk til denne adressen i løpet av timen.
why-evidence-reply-address = den ble sendt til en adresse som vi signerte for den
why-evidence-our-message = den svarer på en melding fra oss
why-evidence-foreign-message = den svarer på en melding som kom inn før
why-evidence-shared-reference = den hører til samme e-postveksling
why-evidence-subject-tag = emnet har nummeret
why-facts = Hvordan den kom
why-from = Fra
why-to = Til
why-cc = Kopi
why-came = Kom
why-way = Via
why-way-listener = vår e-postmottaker
why-way-pipe = røret fra en e-posttjener
why-way-import = et importert arkiv
why-way-imap = en postkasse som vi leser
why-way-request = siden for henvendelsen
why-mailbox = Postkasse
why-copies = Kopier
why-copies-times =
    { $count ->
        [one] kom én gang
       *[other] kom { $count } ganger
    }
why-envelope-from = Konvoluttens avsender
why-envelope-to = Konvoluttens mottakere
why-language = Språk
why-automatic = Skrevet av en maskin
why-unreadable = Kunne ikke leses
why-warnings = Verd å se på
message-unreadable = Denne e-posten kunne ikke leses. Originalen er tatt vare på og kan lastes ned.
proof-proved = Avsender bevist med { $by } ({ $domain })
proof-link = Skrevet på siden for henvendelsen
proof-unproved = Avsender ikke bevist
proof-form = Skrevet på en side: ingen har bekreftet denne adressen ennå
proof-failed = Ikke fra { $domain }: { $by } slo feil
new-here = { $who } er ny her. De får ikke svar og ser ingenting av dette før du lar dem ta del.
new-here-let-in = La dem ta del
new-here-split = Gjør det til en egen samtale
people-title = Tar også del
people-take-out = Ta ut
people-let-in = Slipp inn
merge-offer = En melding hører til både her og i en annen samtale:
merge-into = Slå sammen med #{ $number }
merge-leave = La dem være hver for seg
merge-done = #{ $number } er nå en del av denne samtalen.
merge-undo = Skill dem igjen
merge-title = Slå sammen med en annen
merge-number = Nummeret på den andre samtalen
merge-do = Slå sammen
merge-look-title = Slik blir de som én
merge-joins = Blir en del av den
merge-others = { $names } tar også del i #{ $number } fra da av: det de skriver, havner der.
merge-comes = Alt blir med: meldinger, stikkord, følgere, sjekklister, løfter og brukt tid. De gamle numrene fører til #{ $number }, og det gjør senere e-post også. De kan skilles igjen til noe nytt skjer der.
merge-order = Rekkefølgen på det som ble sagt
merge-order-newest = { $count ->
    [one] Den nyeste meldingen:
   *[other] De { $count } nyeste meldingene:
}
unreadable-empty = Den var tom.
unreadable-no-header = Den ser ikke ut som en e-post.
unreadable-header = Hodet er for stort eller for dypt til å være trygt.
unreadable-parts = Den har for mange deler inni deler til å være trygg.
unreadable-other = Grunn: { $why }
automatic-answer = En maskin har svart. Ingen venter på svar på dette.
automatic-bulk = Dette er sendt til mange på en gang.
automatic-list = Dette kom gjennom en e-postliste.
automatic-report = En e-postserver melder fra om en e-post fra oss.
automatic-system = Et e-postsystem har skrevet dette.
automatic-other = En maskin har skrevet dette.
warning-unproved-staff = Avsenderen bruker adressen til en kollega, men ingenting viser at det er vedkommende.
warning-name-holds-address = Navnet på avsenderen inneholder en annen e-postadresse. Se på adressen, ikke på navnet.
warning-no-sender = E-posten sier ikke hvem som har sendt den.
warning-several-senders = E-posten nevner flere avsendere. Bare den første teller her.
warning-text-cut = Teksten var for lang og er kuttet her. Originalen har alt.
warning-nul-removed = Tegn som ingen kan lese, er utelatt.
warning-receipt-capped = Så mange kvitteringer gikk til denne adressen på en time at det ikke går flere foreløpig. Hvis en maskin svarer på hver av dem, er det nå ro.
message-encrypted = Kryptert
message-encrypted-why = Vi kan ikke lese den her; filen er tatt vare på.
message-signed = Signert
message-signed-why = Ingen har kontrollert signaturen.
invite-label = Møte
invite-untitled = Møte
invite-invited = Invitasjon
invite-cancelled = Avlyst
invite-accepted = Takket ja
invite-declined = Takket nei
invite-perhaps = Kanskje
invite-told = Hendelse
invite-when = Når
invite-where = Hvor
invite-by = Fra
invite-who = Hvem
invite-repeats = Det gjentas.
invite-no-zone = ingen tidssone er oppgitt
invite-from-to = { $from } til { $to }
invite-more = { $count ->
    [one] og én til
   *[other] og { $count } til
}
forwarded-offer = { $by } videresendte en e-post som { $writer } har skrevet. Du svarer { $by }.
forwarded-turned = Du svarer { $writer }, som skrev e-posten { $by } videresendte.
forwarded-unproved = Adressen står bare i den videresendte teksten; ingen har bekreftet den.
forwarded-answer = Svar { $name } i stedet
warning-name-of-colleague = Avsenderen bærer navnet til en kollega, men skriver fra en annen adresse.
warning-hidden-characters = Tegn som ikke kan ses, ble tatt ut av avsenderens navn eller adresse.
warning-foreign-letters = Adressen er skrevet med fremmede bokstaver som kan ligne på andre. Les den to ganger.
warning-other = Noe er uvanlig med denne e-posten: { $what }
delivery-waiting = Går om et øyeblikk
delivery-again = Prøves igjen
delivery-sending = Sendes
delivery-sent = Sendt
delivery-failed = Ikke levert
delivery-bounced = Kom tilbake
delivery-bounced-title = Den kunne ikke leveres til { $who }.
delivery-scheduled = Går ut
delivery-held = Holdt tilbake
delivery-failed-title = Dette svaret kom ikke fram.
delivery-failed-body = Teksten er trygg. Se på grunnen og prøv igjen.
delivery-words = Den andre serveren sier:
waiting-title = Dette svaret venter på tiden sin.
waiting-body = Det går av seg selv, om ikke kunden skriver først.
waiting-held-wrote = { $who } har skrevet siden: se først.
waiting-held-closed = Samtalen ble lukket før dette kunne gå: se først.
waiting-held-merged = Ikke sendt: samtalen ble en del av en annen kundes. Se hvem som får det, før du sender.
waiting-edit = Endre
waiting-cancel = Avbryt svaret
waiting-send-now = Send nå
waiting-send-anyway = Send likevel

## Composer

composer-kind = Type
composer-reply = Svar
composer-note = Notat
composer-to = til { $address }
composer-reply-label = Svar til { $who }
composer-note-label = Internt notat om { $who }
composer-forward = Videresend
composer-forward-label = Hva du sier om meldingen fra { $who }
composer-forward-to = Videresend til
composer-forward-send = Videresend
composer-original = Meldingen som videresendes
composer-along = Filer som følger med
composer-field-to = Til
composer-field-cc = Kopi
composer-field-bcc = Skjult kopi
composer-fields-hint = Flere adresser med komma mellom.
composer-and-copies = og kopier
composer-reply-all =
    { $count ->
        [one] Svar alle (1 til)
       *[other] Svar alle ({ $count } til)
    }
composer-bad-address = «{ $address }» er ikke en hel e-postadresse.
composer-files = Filer som sendes
composer-remove = Fjern filen
composer-attach = Legg ved filer
composer-saved = Lagret som utkast
composer-failing = E-post til { $address } kom tilbake. Sjekk adressen før du skriver dit igjen.
composer-send-wait = Send og vent
composer-send-more = Flere måter å sende på
composer-send-open = Send og hold åpen
composer-send-close = Send og lukk
composer-later = Send senere
composer-later-tomorrow = I morgen { $time }
composer-later-at = Et annet tidspunkt ({ $zone })
composer-later-send = Send på denne tiden
composer-signature = Signaturen din
composer-discard = Forkast
composer-save-note = Lagre notat

macros-use = Bruk en makro ( / først på en linje)
macros-find = Finn en makro
macros-nothing = Ingen makro heter det.
macros-none-here = Det er ingen makro som passer her ennå.
macros-also = I tillegg
macros-only-do = Gjør det uten melding
macros-put-in = Makroen { $name } står i teksten.
macros-fallback = Denne makroen har ingen tekst på { $missing }. Det som står her, er { $language }.
macros-send = Send og gjør det som er krysset av
macros-unknown = noen som er borte
macros-does-state = Status: { $state }
macros-does-me = Tildel meg
macros-does-take = Tildel den som bruker den
macros-does-nobody = Tildel ingen
macros-does-assign = Tildel { $name }
macros-does-department = Avdeling: { $name }
macros-does-no-department = Ingen avdeling
macros-does-tag = Stikkord: { $tag }
macros-does-untag = Ta av stikkordet { $tag }
macros-does-checklist = { $count ->
    [one] Sjekkliste: én ting
   *[other] Sjekkliste: { $count } ting
}
macros-does-snooze = { $count ->
    [one] Utsett en dag
   *[other] Utsett i { $count } dager
}

begin-title = Skriv til en kunde
begin-lead = Dette begynner en samtale. Ingen venter på svar før kunden skriver tilbake.
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
file-language = Språk
file-since = Kunde siden
file-addresses = Adresser
file-conversations = Siste samtaler
timeline-title = Tidslinjen til { $name }
timeline-show = Vis
timeline-all = Alt
timeline-conversations = Samtaler
timeline-messages = Meldinger
timeline-notes = Notater
timeline-file = Kundekort
timeline-none = Ingenting ennå.
timeline-began = Samtale nr. { $number } begynte
timeline-wrote = { $name } skrev
timeline-replied = { $name } svarte
timeline-forwarded = { $name } sendte videre
timeline-noted = { $name } noterte
timeline-contact = { $name } noterte en samtale eller et besøk
file-first = Dette er den første samtalen.

## History

event-opened = Mottatt på e-post
event-opened-linked = Mottatt på e-post, fortsetter fra en lukket samtale
event-message-received = { $from } skrev
event-reply-sent = { $by } svarte
event-begun = { $by } skrev først
event-forwarded = { $by } videresendte en melding til { $to }
event-reply-scheduled = { $by } skrev et svar som går senere
event-reply-held-wrote = Svaret som ventet ble holdt tilbake, siden noe kom inn
event-reply-held-closed = Svaret som ventet ble holdt tilbake, siden samtalen var lukket
event-reply-held-merged = Svaret som ventet, ble holdt tilbake, siden samtalen ble en del av en annen kundes
event-reply-cancelled = { $by } avlyste svaret som ventet
event-reply-undone = Et svar ble trukket tilbake før det gikk
event-receipt-sent = En kvittering gikk til { $to }
event-answered-from-articles = Artikler gikk av seg selv til { $to }: { $titles }
event-receipts-capped = Ingen flere kvitteringer til { $who } foreløpig, siden så mange har gått
event-delivery-sent = Levert. { $words }
event-delivery-failed = Ikke levert. { $words }
event-delivery-bounced = Kom tilbake. { $words }
event-delivery-changed = På vei. { $words }
event-note-added = { $by } skrev et notat
event-taken = { $name } tok den
event-assigned = Gitt til { $name }
event-assigned-away = Gitt til { $name }, siden { $owner } er borte
event-unassigned-away = Gitt tilbake til ingen, siden { $owner } er borte
event-assigned-away-full = Gitt til { $name }, siden { $owner } er borte og { $deputy } har så mange de tar
event-unassigned-away-full = Gitt tilbake til ingen, siden { $owner } er borte og { $deputy } har så mange de tar
event-assigned-full = Gitt til { $name }, siden { $owner } har så mange de tar
event-unassigned-full = Gitt tilbake til ingen, siden { $owner } har så mange de tar
event-assigned-turn = Gitt til { $name }, som sto for tur
event-recurred = Begynte av seg selv: den gjentar seg
event-recurring-made = Gjentar seg fra nå av: { $name }
event-recurring-changed = Det som gjentar seg, ble endret: { $name }
event-recurring-removed = Gjentar seg ikke lenger: { $name }

settings-turns = Turer
turns-lead = Nye samtaler går av seg selv til den som står for tur, eller venter til noen tar dem. For hver avdeling.
turns-on = Slå på
turns-on-one = Slå på: { $name }
turns-off = Slå av
turns-off-one = Slå av: { $name }
turns-are-on = Etter tur
turns-off-why = Av: det som er nytt, venter i innboksen til noen tar det.
turns-next = { $name } står for tur.
turns-nobody = Ingen kan ta en tur nå. Det som er nytt, venter i innboksen.
turns-line-of = Hvem som står for tur: { $name }
turns-who = Hvem
turns-open = Åpne
turns-open-of = { $n } av { $cap }
turns-part = Stilling
turns-last = Siste tur
turns-never = Ingen ennå
turns-stands = Plass i køen
turns-is-next = Neste
turns-place = Nummer { $n }
turns-full = Har så mange de tar
turns-unable = Svarer ikke kunder

settings-recurring = Gjentakelser
recurring-lead = Samtaler som begynner av seg selv, igjen og igjen: lager som skal telles, avtaler som skal fornyes, kunder som skal ringes.
recurring-new = Ny gjentakelse
recurring-change = Gjentakelse
recurring-none = Ingenting gjentar seg ennå.
recurring-none-why = Skriv ned én gang det som kommer igjen hver uke, måned eller år; så begynner det av seg selv, med tekst, etiketter og sjekkliste.
recurring-end-one = Avslutt: { $name }
recurring-next = Neste { $day }
recurring-off = Av
recurring-made = { $count ->
    [one] Begynte én gang
   *[other] Begynte { $count } ganger
}
recurring-subject = Emne
recurring-customer = Kunde
recurring-customer-hint = En adresse, et telefonnummer eller adressen til kundekortet. Tomt: bedriftens egen sak.
recurring-beginning = Teksten er
recurring-note = Et notat for kolleger
recurring-note-why = Kunden får ingenting.
recurring-message = En e-post til kunden
recurring-message-why = I eierens navn. Kan den ikke sendes, blir den et notat.
recurring-body = Tekst
recurring-tags = Stikkord
recurring-tags-hint = Med komma mellom flere.
recurring-owner = Hvem som har den
recurring-checklist = Sjekkliste
recurring-checklist-hint = Fra en makro som har en.
recurring-checklist-none = Ingen
recurring-every = Hvor ofte
recurring-day = Hver dag
recurring-week = Hver uke på
recurring-month = Hver måned på dag
recurring-year = Hvert år
recurring-week-on = Hver uke: { $days }
recurring-month-on = Hver måned: den { $day }.
recurring-year-on = Hvert år: { $day }. { $month }
recurring-month-day = Dag i måneden
recurring-year-month = Måned
recurring-short-months = Er måneden kortere, gjelder den siste dagen.
recurring-at = Klokken
recurring-at-hint = I bedriftens tidssone.
recurring-wrong-time = Skriv et klokkeslett, for eksempel 08:00.
recurring-wrong-customer = Ingen er kjent under dette, eller flere enn én.
recurring-closed = Når bedriften er stengt den dagen
recurring-closed-hint = Etter åpningstider og helligdager.
recurring-closed-next = Neste åpne dag
recurring-closed-previous = Den åpne dagen før
recurring-closed-leave = Den dagen likevel
recurring-on = Begynner av seg selv
recurring-on-why = Av: den beholdes og venter.
recurring-days = Neste dager
recurring-look = Vis dagene
recurring-no-days = Ingen dager: se på hvor ofte.
event-customer-changed = Kunden er nå { $name }
event-unassigned = Gitt til ingen
event-handed-to = Gitt videre til { $name }
event-handed-to-none = Hører ikke lenger til noen avdeling
event-state-new = Satt til ny
event-state-open = Satt til åpen
event-state-waiting-customer = Venter på kunden
event-state-waiting-others = Venter på andre
event-state-solved = Løst
event-state-closed = Lukket
event-breached-first = Det første svaret ble for sent
event-breached-next = Svaret ble for sent
event-breached-resolution = Løsningen ble for sen
event-service-usual = Følger de vanlige svartidene
event-service-chosen = Følger serviceregelen { $name }
event-near-first = Fristen for det første svaret nærmer seg
event-near-next = Fristen for svaret nærmer seg
event-near-resolution = Fristen for løsningen nærmer seg
event-takes-part = { $who } tar del
event-new-here = { $who } er ny her
event-taken-out = { $who } tar ikke lenger del
event-split = En melding ble til #{ $number }
event-merged-into = Ble en del av #{ $number }
event-took-in = #{ $number } ble en del av denne
event-came-along = Det som ventet eller var halvskrevet i #{ $number }, fulgte med
event-taken-apart = Skilt fra #{ $number } igjen
event-merge-offered = Hører kanskje til #{ $number }
event-read = Lest
event-undone-owner = { $by } angret bytte av eier
event-undone-department = { $by } angret bytte av avdeling
event-undone-state = { $by } angret endringen av status
event-undone-tags = { $by } angret endringen av stikkord
event-undone-snooze = { $by } angret at den ble lagt bort eller hentet fram
event-undone-macro = { $by } angret det en makro gjorde
event-deleted = { $by } slettet den
event-restored = { $by } hentet den tilbake
event-erased = { $by } slettet #{ $number } for godt
event-erased-by-time = #{ $number } ble borte for godt da tiden var ute
event-undone-delete = { $by } angret slettingen
event-followed = { $by } følger den
event-unfollowed = { $by } følger den ikke lenger
event-sender-proved = Kunden bekreftet at adressen er deres
event-mentioned = Kollegaer ble nevnt
event-link-withdrawn = { $by } trakk tilbake kundens lenke
event-linked-related = Lenket til #{ $number }
event-linked-parent = Er nå en del av #{ $number }
event-linked-child = #{ $number } er nå en del av denne
event-unlinked = Ikke lenger lenket til #{ $number }
event-time-spent = { $by } brukte { $n } min
event-time-taken-back = { $by } tok tilbake { $n } min
event-items-added = Skal gjøres: { $items }
event-item-done = Gjort: { $item }
event-item-undone = Likevel ikke gjort: { $item }
event-item-removed = Tatt av sjekklisten: { $item }
event-item-moved = Flyttet på sjekklisten: { $item }
event-call-logged = { $by } noterte en telefonsamtale
event-visit-logged = { $by } noterte et besøk
event-note-edited = { $by } endret et notat
event-redacted = { $by } tok ord ut av en melding
event-cards-masked = { $by } skjulte kortnumre
event-snoozed-until = Utsatt til senere
event-snoozed-reply = Utsatt til noen skriver
event-woken-time = Kom tilbake av seg selv
event-woken-message = Kom tilbake fordi noe kom inn
event-woken-colleague = Hentet fram for hånd
event-tagged = Fikk stikkordet { $tags }
event-untagged = Har ikke lenger stikkordet { $tags }
event-tag-made = Stikkordet { $name } ble laget
event-tag-changed = Stikkordet { $from } heter nå { $to }
event-tag-merged = Stikkordet { $name } ble en del av { $into }
event-tag-removed = Stikkordet { $name } ble fjernet
event-macro-applied = Brukte makroen { $macro }
event-macro-made = Makroen { $name } ble laget
event-macro-changed = Makroen { $name } ble endret
event-macro-removed = Makroen { $name } ble fjernet
event-macro-restored = Makroen { $name } er tilbake
event-view-made = Visningen { $name } ble laget
event-view-changed = Visningen { $name } ble endret
event-view-removed = Visningen { $name } ble fjernet
event-view-restored = Visningen { $name } er tilbake
event-pictures-shown = Bilder fra andre steder vist
event-by-former = en tidligere kollega
event-by-rule = en regel

## What stands in the way

refusal-empty = Det står ingen tekst her ennå.
refusal-too-long = Teksten er lengre enn en e-post kan være. Gjør den kortere eller legg den ved som fil.
refusal-reason-needed = Ingen har svart siden kunden sist skrev. Oppgi en grunn for å lukke.
refusal-already-closed = Den er allerede lukket.
refusal-already-open = Den er allerede åpen.
refusal-too-late = Det er for sent: svaret er allerede sendt.
refusal-not-failed = Dette svaret har ikke feilet, så det sendes ikke på nytt.
refusal-no-such-colleague = Denne kollegaen kan ikke ta samtaler lenger.
refusal-no-such-department = Denne avdelingen tar ikke imot samtaler lenger.
refusal-no-address = Det finnes ingen adresse å skrive til.
refusal-no-writer = Denne e-posten sier ikke hvem andre du kan svare.
refusal-files-too-large = Filene er for store for en e-post. Til sammen kan de være 20 MB.
refusal-not-a-picture = Denne filen er ikke et bilde som e-postprogrammer viser. Velg en PNG, JPEG, GIF eller WebP.
refusal-picture-too-large = Bildet er for stort. Det kan ha høyst 2 MB og være 4000 punkter bredt eller høyt.
refusal-bad-address = En av mottakerne er ikke en hel e-postadresse.
refusal-too-many-recipients = En e-post kan gå til høyst 50 personer.
refusal-not-to-customer = Et svar går til kunden. Vil du skrive til noen andre, videresend en melding.
refusal-no-recipient = Det er ingen å sende til ennå.
refusal-something-newer = Noe nyere er kommet inn. Les det, og send så.
refusal-time-passed = Den tiden er forbi. Velg en senere.
refusal-time-too-far = Det er mer enn et år til. Velg en tidligere tid.
refusal-no-time = Velg en dato og et klokkeslett.
refusal-not-waiting = Dette svaret venter ikke lenger.
refusal-reply-waits = Et svar venter fortsatt her. Send eller avbryt det før du lukker.
refusal-fields-missing = Noe må fylles ut først. Det står over det du skriver.
refusal-nothing-to-forward = Meldingen som skal videresendes, finnes ikke.
refusal-no-subject = Gi det et emne.
refusal-no-such-conversation = Det finnes ingen annen samtale med det nummeret.
refusal-on-its-way = Et svar er fortsatt på vei. Slå sammen når det har gått.
refusal-merge-stays = Noe nytt har skjedd siden, så de to kan ikke lenger skilles.
refusal-no-tag = Et stikkord må ha et ord.
refusal-tag-taken = Et annet stikkord heter det samme. Slå dem sammen i stedet.
refusal-no-macro-name = En makro må ha et navn.
refusal-empty-macro = En makro sier noe eller gjør noe. Skriv en tekst eller velg en handling.
refusal-unknown-variable = Denne teksten har en variabel som ikke finnes.
refusal-solved-away = Det som er løst, kan ikke utsettes. Velg én av delene.
refusal-too-many-macros = Det er ikke plass til flere makroer. Fjern noen som ingen bruker.
refusal-no-such-macro = Denne makroen finnes ikke lenger.
refusal-children-open = Deler av den er fortsatt åpne. Lukk dem først, eller lukk denne med sin egen knapp, som spør.
refusal-link-loop = Da ville den blitt en del av seg selv.
refusal-no-minutes = Noter mellom ett minutt og et døgn.
refusal-not-tracked = Her noteres ikke tid.
refusal-items-open = Noe på sjekklisten gjenstår. Gjør det først, eller lukk denne med sin egen knapp, som spør.
refusal-too-many-items = Det er for mye på denne sjekklisten.
refusal-why-missing = Si hvorfor: Det blir stående i historikken.
refusal-not-gone-yet = Den har ikke gått ennå. Ta den tilbake, eller vent til den har gått.
refusal-nothing-redacted = Disse ordene står ikke der.
refusal-no-view-name = En visning trenger et navn.
refusal-bad-condition = Denne betingelsen kan ikke leses. Fyll den ut eller ta den bort.
refusal-view-too-large = Det er mer enn én visning rommer: opptil 40 betingelser, i grupper opptil fire nivåer ned.
refusal-too-many-views = Det er ikke plass til flere visninger. Fjern noen som ingen bruker.
refusal-bad-plan = Slike dager finnes ikke. Velg en ukedag, eller en dag som måneden har.
refusal-too-many-recurring = 200 ting gjentar seg allerede. Avslutt en som ikke trengs lenger.
refusal-changed-since = Noen har endret den siden, så den blir som den er.
refusal-undo-over = Det er for sent å angre dette. Det går i en halvtime.
refusal-already-undone = Dette er allerede angret.
refusal-goes-out = Et svar venter her fortsatt eller er på vei. Send eller avbryt det før du sletter.

## The first day

welcome-title = Velkommen til Tillit
welcome-lead = Lag den første kontoen, så er skrivebordet ditt klart.
welcome-name = Navnet ditt
welcome-email = E-posten din
welcome-email-hint = Du logger inn med den. Kundene ser den ikke.
welcome-password = Passord
welcome-business = Navnet på virksomheten
welcome-business-missing = Hva heter virksomheten?
welcome-submit = Åpne skrivebordet
welcome-old-title = Denne lenken er ikke lenger den nyeste
welcome-old-lead = Tillit er startet på nytt siden og har laget en ny lenke. Se der Tillit ble startet.
welcome-taken-title = Tillit er allerede satt opp
welcome-taken-lead = Noen har laget den første kontoen. Be dem om en invitasjon.
welcome-to-signin = Gå til innlogging

## Settings

settings-profile = Min profil
settings-team = Kolleger
settings-departments = Avdelinger
settings-business = Virksomheten
settings-hours = Åpningstider
settings-times = Svartider
settings-receipts = Kvitteringer
settings-requests = Kundenes sider
settings-forms = Kontaktskjemaer
settings-states = Navn på statuser
settings-fields = Felter
settings-tags = Stikkord
settings-macros = Makroer
settings-views = Visninger
settings-mail = E-post
settings-senders = Avsendere
settings-api = API
settings-webhooks = Webhooker
settings-found = Innstillinger som ble funnet
settings-found-lead = Etter ordene på sidene med innstillinger.
settings-found-what = Skriv hva du leter etter, for eksempel helligdager.
settings-found-none = Ingen innstilling ble funnet for «{ $query }».
settings-audit = Hendelseslogg
settings-backups = Sikkerhetskopier
settings-operations = Drift
settings-saved = Lagret.
settings-wrong = { $count ->
    [one] Én ting å rette før du lagrer
   *[other] { $count } ting å rette før du lagrer
}
settings-zone = Tidssone
settings-zone-hint = Et IANA-navn, for eksempel Europe/Oslo eller Asia/Jakarta.
settings-zone-wrong = Ingen tidssone har dette navnet.

business-lead = Hvem dere er for kundene, og hvordan samtaler oppfører seg.
business-customers-see = Det kundene ser
business-name = Navn på virksomheten
business-name-hint = Står ved avsenderen på hvert svar.
business-name-missing = Gi virksomheten et navn.
business-address = Svaradresse
business-address-hint = Kundene ser denne som avsender.
business-language = Språk
business-language-hint = For kunder der vi ikke kjenner språket deres.
business-address-wrong = Dette er ikke en hel e-postadresse, som hjelp@brekkesund.example.
business-signature = Signatur
business-signature-hint = Står under hvert svar.
business-conversations = Samtaler
business-closed-reply = Når en kunde svarer på en lukket samtale
business-closed-link = Begynn en ny som fortsetter fra den
business-closed-link-why = Den gamle forblir lukket og er ett klikk unna.
business-closed-reopen = Åpne den gamle igjen
business-closed-reopen-why = Alt blir på ett sted, uansett hvor gammelt det er.
business-quiet-days = Stille dager
business-quiet-days-hint = En løst samtale lukkes etter så mange dager uten et ord.
business-quiet-days-wrong = Velg mellom 1 og 3650 dager.
business-undo = Angre sending
business-undo-off = Av
business-undo-seconds = { $count ->
    [one] { $count } sekund
   *[other] { $count } sekunder
}
business-undo-wrong = Velg en av tidene i listen.
business-subject-tag = Nummeret i emnet
business-subject-off = Ikke noe nummer
business-subject-off-why = E-poster finner samtalen sin uten.
business-subject-right = Etter emnet
business-subject-right-why = For kunder med e-postprogrammer som mister tråden: Motor [#48213]
business-subject-left = Foran emnet
business-subject-left-why = For kunder med e-postprogrammer som mister tråden: [#48213] Motor

times-lead = Det dere lover dere selv. Svar som alt løper, beholder tidene sine.
times-first = Første svar
times-first-hint = Virkelige timer, dag og natt, hver dag i året.
times-first-wrong = Velg mellom 1 og 720 timer for det første svaret.
times-next = Neste svar
times-next-hint = Telles i åpningstiden. Står stille mens en samtale venter på andre.
times-track = Kolleger noterer hvor mye tid de bruker på en samtale
times-next-wrong = Velg minst ett minutt og høyst 720 timer for det neste svaret.
times-soon-hint = Det som forfaller innen så mange timer, står under «Frist nærmer seg». Mellom 1 og 72.
times-soon-wrong = Mellom 1 og 72 timer.
times-hours = Timer
times-minutes = Minutter
receipts-lead = Den som skriver om noe nytt, kan straks få vite at det er kommet, og når et menneske svarer.
receipts-title = Nye henvendelser
receipts-on = Send en kvittering
receipts-on-why = Én kort e-post på kundens språk, fra postkassen de skrev til. Den stopper aldri klokken for første svar.
receipts-off = Send ingen
receipts-off-why = Kundene hører fra dere når noen svarer.
receipts-when-title = Tiden i den
receipts-when = Den følger svartidene og åpningstidene deres: aldri tidligere enn fristen for første svar, og aldri før dere har vært der lenge nok. Svarer et menneske først, går det ingen kvittering.
receipts-never-title = Hvem som aldri får en
receipts-never-unproved = Avsendere som ingenting beviser. Under Avsendere oppgir du e-posttjenerne som beviser dem.
receipts-never-machines = Maskiner, lister, rapporter og de som ber om ikke å få automatiske svar.
receipts-never-old = E-post som lå der før dere koblet til postkassen, arkiver og e-post skrevet for dager siden.
receipts-never-many = Noen, mer enn { $count } ganger i timen.
receipts-preview = Hva den sier
receipts-preview-hint = Som om noen skrev nå. Navnet og signaturen deres står under.

states-lead = Egne ord for hvor en samtale står. De seks statusene ligger under.
states-name = Navn
states-new = Nytt navn
states-means = Betyr
states-clocks = Klokker
states-clocks-usual = Som statusen
states-clocks-still = Står stille
states-clocks-run = Går videre
states-remove = Tøm et navn for å fjerne det.

tags-lead = Ordene som kollegaer setter på samtaler for å finne dem igjen. Nye blir til når noen skriver dem.
tags-none = Ingen samtale har et stikkord ennå. Trykk T i en samtale for å gi den det første.
tags-count = { $count ->
    [0] på ingen samtaler
    [one] på én samtale
   *[other] på { $count } samtaler
}
tags-show = Vis samtalene
tags-name = Navn
tags-tone = Farge
tags-tone-plain = Grå
tags-tone-accent = Som pulten
tags-tone-ok = Grønn
tags-tone-warn = Gul
tags-tone-bad = Rød
tags-tone-info = Blå
tags-merge-into = Slå sammen med
tags-merge-hint = Alt med dette stikkordet får det andre. Det kan ikke angres.
tags-forget = Fjern stikkordet
tags-sure = { $count ->
    [0] Fjerne «{ $tag }»? Ingen samtale har det.
    [one] Fjerne «{ $tag }» fra én samtale? Det kan ikke angres.
   *[other] Fjerne «{ $tag }» fra { $count } samtaler? Det kan ikke angres.
}

macros-lead = Det du ofte skriver og gjør, klart til bruk med / i et svar eller et notat.
macros-new = Ny makro
macros-change = Endre en makro
macros-form-lead = En tekst på så mange språk du vil, og det som gjøres sammen med den.
macros-all = Alle makroer
macros-none = Det er ingen makroer ennå.
macros-none-why = Begynn med et svar du skriver hver uke: åpningstider, hvordan man sender noe tilbake, at dere ser på saken.
macros-not-found = Ingen makro har «{ $q }» i navnet eller teksten.
macros-for-everyone = For alle
macros-for-me = Bare for meg
macros-files-count = { $count ->
    [one] én fil
   *[other] { $count } filer
}
macros-uses = { $count ->
    [0] ikke brukt ennå
    [one] brukt én gang
   *[other] brukt { $count } ganger
}
macros-up = Flytt { $name } opp
macros-down = Flytt { $name } ned
macros-copy = Lag en kopi av { $name }
macros-remove = Fjern { $name }
macros-removed = { $name } er fjernet.
macros-not-yours = Denne makroen er også for andre, så administratorer endrer den. En kopi er bare din.
macros-name = Navn
macros-name-hint = Det du leter etter etter /. Høyst { $most } tegn.
macros-kind = Teksten blir
macros-kind-reply = Et svar
macros-kind-reply-why = Kunden får det.
macros-kind-note = Et notat
macros-kind-note-why = Bare kolleger ser det.
macros-texts = Tekst
macros-texts-hint = Kundens språk blir valgt. Mangler det, brukes bedriftens språk, og du får vite det.
macros-text-in = Tekst på { $language }
macros-variables = Det som kan fylles inn
macros-variables-hint = Skrives mellom to krøllparenteser. Det som står etter en |, brukes når ingenting er kjent: customer.first_name|du.
macros-variable-customer-name = kundens navn
macros-variable-customer-first-name = kundens fornavn
macros-variable-customer-addressed = slik kunden vil tiltales, ellers fornavnet
macros-variable-agent-name = navnet ditt
macros-variable-agent-first-name = fornavnet ditt
macros-variable-conversation-number = nummeret på samtalen
macros-variable-conversation-subject = det den handler om
macros-variable-business-name = navnet på bedriften
macros-variable-business-address = e-postadressen til bedriften
macros-acts = Det den gjør
macros-acts-hint = Gjøres sammen med sendingen. Den som bruker den, kan fjerne hvert kryss.
macros-as-it-is = Som den er
macros-act-state = Status
macros-act-assign = Tildel
macros-act-tag = Sett på stikkord
macros-act-untag = Ta av stikkord
macros-act-checklist-hint = Én ting som skal gjøres, per linje.
macros-files = Filer
macros-files-hint = De følger med meldingen, ved siden av teksten. Fjern krysset for å ta bort en fil.
macros-pictures = Bilder
macros-pictures-hint = Hvert står under teksten i meldingen, også i e-posten. Fjern krysset for å ta bort et bilde.
macros-picture-alt = Hva det viser
macros-picture-alt-hint = For dem som ikke ser det. Er feltet tomt, står navnet på filen der.
macros-picture-alt-of = Hva { $name } viser
macros-picture-new = Legg til et bilde
macros-picture-hint = PNG, JPEG, GIF eller WebP, høyst 2 MB og 4000 punkter bredt eller høyt. Bilder på andre maskiner vises ikke. Når det er lagret, står det også i forhåndsvisningen.
macros-picture-below = står under teksten
macros-visible = Hvem som ser den
macros-visible-hint = Én avdeling: de som arbeider der, og de som arbeider med det som hører til den.
macros-preview = Slik kunden ville fått den
macros-preview-hint = Fylt ut for en oppdiktet kunde.
macros-preview-none = Det er ingen tekst å vise ennå.
macros-preview-do = Forhåndsvis

# Saved views
views-lead = Egne lister: hvilke samtaler, hva du ser av hver, og i hvilken rekkefølge.
views-new = Ny visning
views-change = Endre denne visningen
views-save = Lagre denne listen som visning
views-all = Alle visninger
views-open = Åpne
views-remove = Fjern visningen { $name }
views-removed = { $name } er fjernet.
views-none = Det er ingen visninger ennå.
views-none-why = Åpne en liste, velg Visninger og lagre den som visning. Eller begynn her, med de betingelsene du tenker på.
views-form-lead = Når den er lagret, står den i sidefeltet med antallet sitt.
views-not-yours = Denne visningen er også for andre, derfor endrer administratorer den.
views-name = Hva visningen heter
views-conditions = Hvilke samtaler
views-conditions-hint = Uten betingelser viser den alt du ser.
views-group = Gruppe av betingelser
views-mode-all = Alt dette stemmer
views-mode-any = Minst ett av dette stemmer
views-mode-none = Ingenting av dette stemmer
views-add = Legg til
views-add-what = Hva som skal legges til
views-add-group = En gruppe til
views-take-out = Ta bort betingelse { $number }
views-gone = noe som er borte
views-owner-me = Den som ser på
views-language-unknown = Ikke kjent
views-test-mailbox = Kom via postkassen
views-test-customer = Ord i kundens navn eller adresse
views-test-subject = Ord i emnet
views-test-due-within = Frist innen så mange timer (0: for sent)
views-test-waiting-over = Kunden har ventet i flere timer enn
views-test-created-within = Begynt de siste dagene
views-test-created-before = Begynt for flere dager siden enn
views-test-touched-within = Siste melding de siste dagene
views-test-touched-before = Siste melding for flere dager siden enn
views-test-followed = Følges av den som ser på
views-test-mentioned = Et notat nevner den som ser på
views-test-unanswered = Ingen har svart ennå
views-order = Rekkefølge
views-order-due = Etter tiden som er igjen
views-order-newest = Nyeste melding først
views-order-oldest = Eldste melding først
views-order-created-last = Sist begynt først
views-order-created-first = Først begynt først
views-grouped = Under overskrifter etter
views-grouped-nothing = Ingen overskrifter
views-columns = Hva som vises av hver
views-column-number = Nummer
views-column-owner = Eier
views-column-state = Tilstand
views-column-language = Språk
views-column-time = Tid igjen eller siste melding
views-column-created = Når den begynte
views-column-snippet = Begynnelsen av nyeste melding
views-began = Begynte
macros-sample-name = Kari Nordmann
macros-sample-subject = Bestillingen min

operations-lead = Det som er gitt opp og venter på dere.
operations-failed = Svar som ikke kom fram
operations-failed-none = Alle svar har kommet fram eller er på vei.
operations-failed-to = Svar til { $address }
operations-changes = Siste endringer i innstillingene
operations-changes-none = Ingenting er endret ennå.
operations-change = { $by } endret «{ $page }».
operations-dead = Arbeid som feilet
operations-dead-none = Ingenting har feilet.
operations-attempts = { $count ->
    [one] prøvd én gang
   *[other] prøvd { $count } ganger
}

hours-lead = Når dere er der. Klokka for neste svar teller bare disse timene.
hours-week = Uka
hours-count = Tell tid
hours-count-open = I åpningstiden
hours-count-open-why = Netter, helger og helligdager er utelatt.
hours-count-always = Døgnet rundt
hours-count-always-why = Hver time teller, også i helgene.
hours-day-hint = Skriv tider som 08:00-16:00, med komma mellom to deler. La en dag stå tom når dere har lukket.
hours-closed = Stengt
hours-day-wrong = Skriv tidene for denne dagen som 08:00-16:00.
hours-never = Med disse tidene har dere aldri åpent. Gi minst én dag tider.
hours-holidays = Helligdager og spesielle dager
hours-holidays-label = Lukkede dager
hours-holidays-hint = Én dato på hver linje, for eksempel 2026-12-25.
hours-dates-wrong = En av de lukkede dagene er ikke en dato som 2026-12-25.
hours-add = Legg til offentlige helligdager for i år og neste år
hours-add-none = Ikke legg til
hours-special = Dager med andre tider
hours-special-hint = Én dag på hver linje, for eksempel 2026-12-24 08:00-12:00.
hours-special-wrong = En av disse dagene er ikke skrevet som 2026-12-24 08:00-12:00.
hours-norway = Norge
hours-sweden = Sverige
hours-denmark = Danmark
hours-indonesia = Indonesia

## What is deleted

conversation-delete = Slett
deleted-title = Slettet
deleted-lead = { $count ->
    [one] Det som er slettet, kan hentes tilbake i én dag. Så er det borte for godt.
   *[other] Det som er slettet, kan hentes tilbake i { $count } dager. Så er det borte for godt.
}
deleted-none = Ingenting er slettet.
deleted-older = Eldre
deleted-what = Samtale
deleted-by = Slettet
deleted-goes = Borte for godt
deleted-verbs = Handlinger
deleted-put-back = Hent tilbake
deleted-put-back-one = Hent tilbake #{ $n }
deleted-erase = Slett for godt
deleted-erase-one = Slett for godt: #{ $n }
deleted-restored = Den er tilbake der den var.
deleted-erased = Den er borte for godt.
deleted-toast = Slettet
deleted-sure = Alt som er sagt i #{ $n }, blir borte for godt: tekster, notater, filer og e-postene slik de kom. Ingen kan hente det tilbake.
deleted-sure-number = Skriv { $n } for å gå videre
deleted-sure-wrong = Det er ikke nummeret.
deleted-days = Dager det slettede beholdes
deleted-days-hint = Fra 1 til 3650. Gjelder også det som allerede er slettet.
deleted-days-wrong = Skriv et tall fra 1 til 3650.
## Today

today-title = I dag
today-answer = Svar
today-answer-lead = Forfaller i dag eller er forsinket: dine og de som ingen har, det som forfaller først øverst.
today-answer-none = Ingenting forfaller i dag.
today-keep = Følg opp
today-keep-lead = Det du la bort til i dag, svar som går av seg selv i dag, og sjekklister som ikke er ferdige.
today-keep-none = Ingenting er lovet til i dag.
today-call = Ring
today-call-lead = De som ba om å bli ringt, og anrop som ikke nådde noen de siste to ukene.
today-call-none = Ingen venter på en telefon.
today-more = { $n } forfaller i dag i alt. Resten står under
today-nothing = Ingenting venter på deg i dag
today-nothing-lead = Det som forfaller, er lovet eller skal ringes i dag, står her.
today-by-phone = Vil bli ringt
today-back = Tilbake { $at }
today-leaves = Går { $at }
today-tried = Ikke nådd { $at }

## Side threads

side-title = Sidetråd
side-threads = Sidetråder
side-begin = Skriv til noen andre
side-lead = { $name } får ikke vite om det og ser aldri svarene. De kommer tilbake hit, bare for dere.
side-with = med { $who }
side-closed = Lukket
side-close = Lukk sidetråden
side-reopen = Åpne sidetråden igjen
side-along = Filer fra denne samtalen som skal følge med
side-wait = Samtalen venter på andre til de svarer
message-side-from = Sidetråd, melding fra { $who }
timeline-side-wrote = { $name } skrev i en sidetråd
timeline-side-answered = { $name } svarte i en sidetråd
event-side-begun = { $by } begynte en sidetråd med { $to }
event-side-written = { $by } skrev til { $to } i en sidetråd
event-side-answered = { $from } svarte i en sidetråd
event-side-closed = { $by } lukket en sidetråd
event-side-reopened = { $by } åpnet en sidetråd igjen
refusal-side-to-customer = Kunden er blant mottakerne. En sidetråd er for andre; skriv til kunden med et svar.
why-joins-side = Den hører til sidetråden «{ $title }» i samtale { $number }: avsenderen er skrevet til der.
why-side-stranger = Den peker på en sidetråd i samtale { $number }, men ingen har skrevet til avsenderen der, så den går ikke inn.
why-side-customer = Den ble sendt til adressen til en sidetråd i samtale { $number }, men den er fra kunden, så den går ikke dit.
# Samtaler fra et annet system
origin-hint = Nummeret i systemet den kom fra
event-moved-in = Hentet inn fra et annet system
event-moved-in-from = Hentet inn fra { $source }
event-moved-in-number = Hentet inn fra et annet system, der den var { $number }
event-moved-in-from-number = Hentet inn fra { $source }, der den var { $number }
moving-outcome-made = Ny
moving-outcome-joined = Lagt til
moving-outcome-unchanged = Uendret
moving-outcome-refused = Avvist
moving-why-broken = Kan ikke leses
moving-why-too-long = Lengre enn det som kan hentes inn
moving-why-no-number = Har ikke noe nummer
moving-why-no-customer = Ingen kan kjennes igjen som kunden: verken navn, adresse eller telefon
moving-why-several = Det som står om kunden, passer på flere
moving-why-nothing-said = Ingenting ble sagt i den
moving-why-no-date = Har ingen dato som kan leses
moving-why-future = En dato ligger i framtiden
moving-why-deleted = Ble slettet her
moving-why-erased = Ble fjernet for godt her
moving-why-state = Ikke en av de seks tilstandene; den er lukket
moving-why-kind = Verken melding, svar eller notat; utelatt
moving-why-colleague = Ingen kollega har denne adressen
moving-why-department = Ingen avdeling har dette navnet
moving-why-language = Ikke ett av de fem språkene
moving-why-address = Ingen e-postadresse eller telefon
moving-why-no-file = Filen er ikke der
moving-why-out-of-folder = Stien fører ut av mappen
moving-why-file-too-large = Filen er for stor
settings-moving = Samtaler fra andre steder
settings-takeout = Ta med alt
settings-file = Innstillinger som fil

# Delte utkast
draft-by = Utkast av { $name }
draft-changed-by = endret av { $name }
draft-not-sent = Ikke sendt ennå
draft-held = { $name } har det åpent
draft-open = Åpne utkastet
draft-take-over = Ta over
draft-take-over-hint = { $name } skriver i det. Tar du over, lagres det { $name } skriver videre blant egne utkast.
draft-take = Ta tilbake
draft-throw-away = Kast
draft-thrown-away = Utkastet er kastet
draft-gone = Kastet, tas vare på i et døgn
draft-bring-back = Hent tilbake
draft-share = Del utkast
draft-share-all = Del med alle her
draft-ask = Be noen se på det
draft-give-back = Gi tilbake
draft-open-hint = Bare du skriver i det til du gir det tilbake.
draft-refused = Noen andre har endret dette utkastet eller har det åpent nå. Det du skriver, lagres blant dine egne utkast. «Gi tilbake» viser begge tekstene.
draft-both = { $name } har endret utkastet etter at du åpnet det.
draft-both-held = { $name } har utkastet åpent nå.
draft-their-words = Slik er utkastet nå:
draft-both-then = Teksten din står under. Sender du den eller gir den tilbake nå, erstatter den denne.
draft-reply = Skriv et utkast
search-has-draft = Med delte utkast
refusal-draft-held = Noen andre har dette utkastet åpent. Ta over først.
refusal-draft-changed = Noen andre har endret dette utkastet. Se på det en gang til.
refusal-draft-gone = Utkastet er ikke delt lenger: Det er sendt, tatt tilbake eller kastet. Teksten din står fortsatt her.
refusal-draft-files = Et utkast kan ikke ha filer. Fjern dem, og legg dem til når det sendes.
refusal-too-many-drafts = Her er det allerede 20 delte utkast. Send eller kast et av dem først.
event-draft-shared = { $by } delte et utkast
event-draft-asked = { $by } delte et utkast og ba { $name } se på det
event-draft-sent = Utkast av { $author }, sendt av { $by }
event-draft-taken = { $by } tok tilbake et delt utkast
event-draft-thrown-away = { $by } kastet utkastet av { $author }
event-draft-brought-back = { $by } hentet tilbake utkastet av { $author }

subject-change = Endre emne
subject-now = Emnet er nå «{ $to }»
subject-came-as = Emnet da samtalen kom
side-subject-now = Sidetråden heter nå «{ $to }»
event-subject-changed = { $by } endret emnet fra «{ $from }» til «{ $to }»
event-subject-given = { $by } ga samtalen emnet «{ $to }»
event-subject-taken = { $by } fjernet emnet «{ $from }»
event-subject-some = { $by } endret emnet
event-side-renamed = { $by } endret emnet for en sidetråd fra «{ $from }» til «{ $to }»
event-side-renamed-some = { $by } endret emnet for en sidetråd
event-undone-subject = { $by } angret endringen av emnet
event-undone-side = { $by } angret endringen av emnet for en sidetråd
refusal-subject-too-long = Et emne har plass til 200 tegn. Gjør det kortere.

refusal-promise-over = Dette løftet står ikke slik lenger. Se på det en gang til.
refusal-promises-open = Et løfte i denne samtalen er ikke holdt ennå. Merk det som holdt eller slipp det først, eller send uten å lukke.
promises-title = Løfter
event-promise-suggested = Dette kan være et løfte: { $words }
event-promise-dropped = Ikke noe løfte: { $words }
event-promise-made = Løfte gitt: { $words }
event-promise-moved = Løfte flyttet, kunden fikk ikke vite det: { $words }
event-promise-renegotiated = Løfte flyttet, kunden fikk vite det: { $words }
event-promise-handed = { $who } holder dette løftet nå: { $words }
event-promise-handed-leads = Ingen bestemt holder dette løftet nå: { $words }
event-promise-reminded = Påminnelse om et løfte: { $words }
event-promise-late = Et løfte ble for sent: { $words }
event-promise-kept = Løfte holdt: { $words }
event-promise-broken = Løfte brutt: { $words }
event-promise-released = Løfte sluppet: { $words }
event-promise-reopened = Løftet skal holdes likevel: { $words }
look-dated = Du lovet «{ $words }», innen { $when }. Følge det opp?
look-open = Du lovet «{ $words }». Innen når?
look-hedged-by = Du lovet halvveis «{ $words }», innen { $when }. Følge det opp?
look-hedged = Du lovet halvveis «{ $words }». Følge det opp?
look-unsure = Dagen kan leses på flere måter.
look-track = Følg det opp
look-no = Ikke et løfte
look-later = Spør meg senere
look-keeps = Holder dette et løfte?
promise-by = Innen
promise-ask = Kan være et løfte: «{ $words }»
promise-words = Hva vi lover
promise-make = Gi et løfte
promise-leads = Den som leder her
promise-keep = Holdt
promise-more = Flytt, slipp, gi videre
promise-told = Kunden vet det
promise-move = Flytt
promise-why = Hvorfor det ikke trengs lenger
promise-release = Slipp
promise-to = Hvem holder det
promise-hand = Gi videre
promise-reopen = Skal fortsatt holdes
promise-open = Disse løftene er ikke holdt ennå:
promise-suggested = Kan være et løfte
promise-late = For sent
promise-today = I dag
promise-coming = Kommer
promise-kept = Holdt
promise-broken = Brutt
promise-released = Sluppet
promise-late-days = { $count ->
    [one] { $count } dag for sent
   *[other] { $count } dager for sent
}
promise-late-hours = { $n } t for sent
promise-late-minutes = { $n } min for sent
promises-due = Løfter som skal holdes
promises-lead = Det som skal holdes, det som haster først.
promises-own = Mine løfter
promises-whose = Hvems
promises-mine = Mine
promises-ours = Avdelingene mine
promises-when = Når
promises-all = Alle
promises-none = Ingenting skal holdes her.
promises-more = Flere
promise-for = for { $who }
promises-by = Løftene til { $who }
promises-by-lead = Fra det siste året. Bare de selv og den som leder dem, ser dette.
promises-kept-of = { $kept } av { $all }
promises-kept = løfter holdt i tide
promises-calendar = Løftene mine i en kalender
promises-calendar-lead = Et kalenderprogram kan abonnere på det du holder. Den som har adressen, ser det uten å logge inn.
promises-calendar-at = Adresse
promises-calendar-make = Lag en adresse
promises-calendar-renew = Lag en annen adresse
promises-calendar-withdraw = Trekk den tilbake

jars-insult = «{ $words }» er et skjellsord mot kunden.
jars-profanity = «{ $words }» er et banneord.
jars-threat = «{ $words }» kan høres ut som en trussel.
jars-accusation = «{ $words }» kan høres ut som om kunden lyver.
jars-sarcasm = «{ $words }» kan virke spydig.
jars-condescending = «{ $words }» kan virke nedlatende.
jars-blame = «{ $words }» legger skylden på kunden.
jars-dismissive = «{ $words }» kan høres ut som om det ikke er viktig.
jars-shouting = «{ $words }» ser ut som roping.
jars-refusal = «{ $words }» er et nei uten grunn eller annen utvei.
jars-command = «{ $words }» leses som en ordre.
jars-address = «{ $words }» er ikke slik denne kunden tiltales.
jars-hedging = Så mange forbehold: «{ $words }».
jars-house = «{ $words }» er ikke slik huset deres sier det.
jars-missing = Dette kan hjelpe: { $what }.
jars-try = Prøv:
jars-use = Bruk det
helps-greeting = en hilsen
helps-thanks = takk
helps-regret = beklagelse
helps-reason = en grunn
helps-alternative = en annen utvei
look-card = Det står et kortnummer i den (… { $what }). Send det bare hvis det må til.
look-national = Det står et fødselsnummer eller lignende i den (… { $what }). Send det bare hvis det må til.
look-address = { $what } er adressen til en annen kunde.
look-phone = { $what } er telefonen til en annen kunde.

settings-tone = Tone
tone-lead = Svar ses gjennom mens de skrives. Det hjelper den som skriver; ingenting holdes tilbake, og ingen får poeng.
tone-title = Se gjennom svar
tone-on = Ja
tone-on-why = Under et svar står det som kan skurre, med bedre ord.
tone-off = Nei
tone-off-why = Ingenting sies om hvordan svar høres ut. Private numre påpekes likevel.
tone-allowed = Uttrykk som går
tone-allowed-hint = Ett på hver linje: produktnavn og vendinger som ingen her reagerer på.
tone-jarring = Uttrykk dere ikke vil ha
tone-jarring-hint = Ett på hver linje: de nevnes som noe som skurrer.
tone-formal = Si De
tone-formal-why = På norsk, dansk og svensk nevnes du som for fortrolig.
tone-familiar = Kamu kan brukes
tone-familiar-why = På indonesisk nevnes ikke kamu som for fortrolig.
tone-too-many = Det er mer enn 200 uttrykk.
tone-too-long = Et uttrykk er lengre enn 100 tegn.
tone-no-word = En linje har ikke noe ord.
tone-both = Et uttrykk står også blant dem som går.
tone-sent = Sendt selv om det skurrer, på { $days } dager
tone-sent-why = Telles for hele skranken: ingen ord, ingen forfatter. Det viser hva dere kan snakke om, ikke hvem.
tone-sent-none = Ingenting så langt.
tone-what = Hva
tone-all = Alle
tone-is-insult = Skjellsord
tone-is-profanity = Banneord
tone-is-threat = Trusler
tone-is-accusation = Beskyldninger
tone-is-sarcasm = Spydigheter
tone-is-condescending = Nedlatende ord
tone-is-blame = Skyld
tone-is-dismissive = Avfeiing
tone-is-shouting = Roping
tone-is-refusal = Et bart nei
tone-is-command = Ordrer
tone-is-address = Tiltaleform
tone-is-hedging = For mange forbehold
tone-is-house = Ikke ønsket her

mood-negative = Misfornøyd
mood-neutral = Verken glad eller misfornøyd
mood-positive = Glad
mood-guess = Lest i ordene deres; det kan være feil.
views-test-mood = Stemning da de sist skrev
held-mood = Stemning som ble lest i den
refusal-need-over = Dette behovet står ikke slik lenger. Se på det en gang til.
needs-title = Behov
event-need-noted = { $by } noterte et behov: { $words }
event-need-noted-itself = Et behov ble notert: { $words }
event-need-changed = Et behov ble endret: { $words }
event-need-met = Behov dekket: { $words }
event-need-declined = Behov avslått: { $words }
event-need-reopened = Trengs likevel: { $words }
event-need-removed = Ikke noe behov: { $words }
need-note = Noter et behov
need-more = Hva skjer med det
need-meet = Dekket
need-meet-tell = Dekket: si fra
need-why = Hvorfor ikke
need-decline = Avslå
need-remove = Ikke noe behov
need-words = Med kundens egne ord
need-topic = Tema
need-product = Produkt
need-keep = Noter
need-noted = Notert: «{ $words }»
need-undo = Angre
need-said = Der det ble sagt
need-open = Åpent
need-met = Dekket
need-declined = Avslått
need-reopen = Trengs fortsatt
need-told-no = har ikke fått vite det
need-told-drafted = et utkast venter
need-told-going = svaret er på vei
need-told-yes = har fått vite det
needs-page = Behov og ønsker
needs-lead = Det kundene ber om med egne ord, og hvem som ba om det.
needs-file-topics = Tall (CSV)
needs-file-needs = Hvem som ba om det (CSV)
needs-period = Periode
needs-status = Status
needs-all = Alle
needs-ever = Hele tiden
needs-days = { $n } dager
needs-rising = På vei opp
needs-rising-how = De siste { $weeks } ukene: etterspurt langt oftere enn vanlig nå (Kleinbergs topper), av minst { $customers } kunder, minst { $least } ganger. Etter når det ble sagt, uansett perioden over.
needs-rising-none = Ingenting er på vei opp akkurat nå.
needs-rising-n = { $needs } av alle { $of } behov, fra { $customers } kunder
needs-rising-since = siden { $day }
needs-rising-sure = mer enn før med { $sure } % sannsynlighet
needs-most = Mest ønsket
needs-most-how = { $needs } behov fra { $customers } kunder, { $period }. Sortert etter kunder, hver telt én gang i et tema.
needs-none = Ingen har bedt om noe ennå
needs-none-lead = Merk ord i meldingen fra en kunde og trykk på hjertet over den.
needs-none-here = Ingenting passer.
needs-none-theirs = Ingenting er notert ennå.
needs-customers = Kunder
needs-count = Behov
needs-who = Hvem som ba om det
needs-all-topics = Alle temaer
needs-tell = Dekket: si fra til alle
needs-further = Flere
needs-said-on = Sagt
needs-customer = Kunde
needs-conversation = Samtale
needs-told = Fått vite det
needs-tell-title = Dekket: si fra til alle som ba om det
needs-tell-n = Kunder som ikke har fått vite det og ikke har noe utkast: { $n }
needs-tell-text = Tekst på { $language }, til { $n }
needs-tell-hint = Alle får et utkast på sitt eget språk, ellers på bedriftens. Dette fylles inn for hver:
needs-tell-never = Ingenting sendes av seg selv: hvert utkast venter i samtalen sin. Uten tekst blir behovene bare merket som dekket.
needs-tell-do = Merk som dekket og skriv utkastene
needs-told-met = Behov merket som dekket: { $n }.
needs-told-drafted = Utkast skrevet: { $n }.
needs-told-left = Kunder det ikke kunne skrives utkast til: { $n }. For mange utkast venter i samtalen, eller den er borte.
needs-told-more = Det er flere enn det som gjøres på én gang. Trykk en gang til.
settings-needs = Behov
need-topics-lead = Temaene dere sorterer kundenes ønsker etter.
need-topics = Temaer
need-topics-hint = Ett på hver linje. De tilbys først når et behov noteres; et annet kan skrives der.
need-topics-too-many = Det er mer enn 50 temaer.
need-topics-too-long = Et tema er lengre enn 40 tegn.
need-topics-no-word = En linje har ikke noe ord.

# Det man bør vite før man skriver.
known-late = { $count ->
    [one] Et løfte til dem er forsinket
   *[other] { $count } løfter til dem er forsinket
}
known-broken = Et løfte til dem ble brutt nylig
known-waits = De har ventet { $count } dager på svar
known-again = { $count ->
    [one] Den var lukket og er åpen igjen
   *[other] Den var lukket { $count } ganger og er åpen igjen
}
known-often = { $count } samtaler med dem på en måned
known-first = De skriver for første gang
known-language = De skriver vanligvis på { $language }
known-turned = Den siste meldingen høres misfornøyd ut, den før gjorde ikke det
known-still-unhappy = De har hørtes misfornøyde ut mer enn én gang
known-unhappy = De høres misfornøyde ut
known-better = De hørtes misfornøyde ut før, men ikke lenger
known-glad = De høres glade ut
known-topics = Har tidligere skrevet om:
known-next = Neste gang: { $when }.
composer-rather = De vil heller nås på en annen måte:
composer-call = Ring
snooze-liked = Når det passer dem
composer-later-liked = Når det passer dem: { $when }
recurring-held-back = Ikke sendt av seg selv, siden denne kunden vises omtanke. Skal det sendes likevel, send det som svar:

# Service policies
settings-service = Serviceregler
service-lead = Hva dere lover hvem: når de får svar, når det er løst, og hva som skjer før og etter.
service-order = Reglene i rekkefølge
service-new = Ny regel
service-none = Ingen regler ennå. Alle samtaler følger de vanlige svartidene.
service-first-holds = Av reglene som passer for en samtale, gjelder den første.
service-rest = Det ingen regel passer for, følger
service-up = Flytt { $name } opp
service-down = Flytt { $name } ned
service-remove = Fjern { $name }
service-of-mailboxes =
    { $count ->
        [one] { $count } postkasse
       *[other] { $count } postkasser
    }
service-of-organisations =
    { $count ->
        [one] { $count } organisasjon
       *[other] { $count } organisasjoner
    }
service-of-people =
    { $count ->
        [one] { $count } kunde
       *[other] { $count } kunder
    }
service-of-all = Alle samtaler
service-count-always = døgnet rundt
service-count-business = åpningstid
service-resolution = Løsning
service-time = { $hours } t { $minutes } min
service-hours = Andre åpningstider
service-hours-new = Nye tider
service-hours-why = For team som er der til andre tider. Reglene velger hvilke tider de teller.
service-wrong-name = Gi den et navn på høyst 80 tegn.
service-wrong-target = Velg minst ett minutt, og høyst 720 timer for svar eller et år for løsninger.
service-wrong-share = Velg mellom 1 og 99 prosent.
service-wrong-left = Velg mellom 1 og 43 200 minutter.
service-wrong-organisations = Det finnes ingen organisasjon med et av disse navnene.
service-wrong-people = Det finnes ingen kunde med en av disse adressene.
service-wrong-many = Nevn høyst 200 av hvert slag.
service-wrong-too-many = Det er for mange. Fjern noen dere ikke trenger lenger.
service-wrong-taken = En annen regel har dette navnet.
service-wrong-hours = Disse tidene finnes ikke lenger.
service-name = Navn
service-when = For hvilke samtaler
service-when-why = Ett av hvert slag som dere nevner, må passe. Et slag dere ikke nevner noe av, spiller ingen rolle.
service-departments = Avdelinger
service-tags = Stikkord
service-tags-hint = Skill dem med komma.
service-mailboxes = Postkasser
service-languages = Språk
service-organisations = Organisasjoner
service-organisations-hint = Én per linje, med navn.
service-people = Kunder
service-people-hint = Én per linje, med e-postadresse.
service-targets = Innen når
service-resolution-why = La den stå tom hvis dere ikke lover noen løsning. Klokken står stille mens andre har ordet.
service-warn = Varsle før
service-warn-share = Når en del av tiden er brukt
service-warn-share-why = I prosent av hele fristen.
service-warn-left = Når lite tid er igjen
service-warn-left-why = Telt i de samme timene.
service-warn-none = Ingen
service-warn-none-why = Det vanlige varselet om at fristen nærmer seg, kommer likevel.
service-share = Prosent brukt
service-left = Minutter igjen
service-late = Når fristen brytes
service-late-why = De som leder, får vite det. I tillegg:
service-late-tag = Sett dette stikkordet på
service-late-give = Gi den til
service-late-nobody = Ingen andre
service-preview = Hva den ville bety
service-look = Se
service-preview-why = Ser på det som er åpent nå. Ingenting endres.
service-change = Serviceregel
service-count = Timer som teller
service-would-fit =
    { $count ->
        [one] { $count } åpen samtale ville følge den.
       *[other] { $count } åpne samtaler ville følge den.
    }
service-would-move =
    { $count ->
        [one] Fristen for { $count } flyttes.
       *[other] Fristen for { $count } flyttes.
    }
service-more = Bare { $count } ble sett på; det finnes flere.
service-conversation = Samtale
service-due-now = Frist nå
service-due-then = Frist da
service-hours-used = En regel teller fortsatt disse tidene.
service-hours-wrong-name = Gi dem et navn som ingen andre har.
service-hours-name-hint = Hva de heter der en regel velger dem.
service-hours-remove = Fjern disse tidene
event-clock-runs = Klokken for løsningen går
event-clock-still = Klokken for løsningen står stille
trail-title = Klokker
trail-policy = Følger
trail-usual = De vanlige svartidene
trail-not-running = Går ikke
trail-missed = Brutt
trail-when = Når
trail-what = Hva som skjedde
trail-who = Hvem som hadde den
trail-lasted = Hvor lenge
trail-link = Slik gikk klokkene

## Turns: what is needed, why somebody got it, and how even it was

event-assigned-turn-least = Gitt til { $name }, som hadde tur: minst åpent arbeid for sin del av en stilling ({ $open } åpne)
event-assigned-turn-round = Gitt til { $name }, som hadde tur: lengst siden forrige tur
event-assigned-turn-language =
    Gitt til { $name }, som hadde tur: ingen med { $language ->
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
    Gitt til { $name }, som hadde tur: ingen med ferdigheten «{ $skills }» er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
event-assigned-back = Gitt tilbake til { $name }, som er tilbake; { $deputy } hadde den imens
event-turn-waits = Venter: ingen kunne ta den, alle er borte eller har så mange de tar
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
    Venter: ingen med ferdigheten «{ $skills }» er her{ $weekday ->
        [mon] {""} før mandag ({ $day })
        [tue] {""} før tirsdag ({ $day })
        [wed] {""} før onsdag ({ $day })
        [thu] {""} før torsdag ({ $day })
        [fri] {""} før fredag ({ $day })
        [sat] {""} før lørdag ({ $day })
        [sun] {""} før søndag ({ $day })
       *[none] {""}
    }
refusal-no-such-turn-need = Velg en ferdighet og en avdeling, en postkasse eller et stikkord som finnes.
turns-are-round = På rundgang
turns-to-round = Gå på rundgang i stedet
turns-to-round-one = Gå på rundgang i stedet: { $name }
turns-to-least = Minst arbeid i stedet
turns-to-least-one = Minst arbeid i stedet: { $name }
turn-needs-title = Det som trengs
turn-needs-lead = Den som får en tur, har det samtalen trenger. Hvorfor noen fikk den, står i historikken.
turn-needs-language = Kundens språk
turn-needs-language-why = En samtale går til noen som skriver språket, der det er kjent.
turn-needs-lacking = Når ingen som er her, har alt
turn-needs-anyone = Den neste får den
turn-needs-anyone-why = Den som skriver språket, går først, så den som har ferdigheten. Ingen kunde venter på det.
turn-needs-language-first = Språket først
turn-needs-language-first-why = Noen som skriver språket, får den uten ferdigheten. Uten språket venter den.
turn-needs-wait = Den venter
turn-needs-wait-why = Tillit deler den ut så snart noen kan ta den.
turn-needs-skills = Det som krever en ferdighet
turn-needs-skills-lead = En samtale trenger hver ferdighet som avdelingen, postkassen eller et av stikkordene krever.
turn-needs-none = Ingenting krever en ferdighet ennå.
turn-needs-no-skills = Det finnes ingen ferdigheter ennå.
turn-needs-of-department = Avdelingen { $name }
turn-needs-of-mailbox = Postkassen { $name }
turn-needs-of-tag = Stikkordet { $name }
turn-needs-tag-below = Et stikkord
turn-needs-what = Hva
turn-needs-tag = Stikkord
turn-needs-tag-hint = Bare der du valgte et stikkord: navnet på det.
turn-needs-skill = Krever
turn-needs-add = Legg til
turn-needs-remove = Fjern
turn-needs-remove-one = Fjern: { $name } krever { $skill }
shares-see = Hvor jevnt turene gikk rundt
shares-title = Turer fordelt
shares-lead = Hvor jevnt turene gikk rundt, og hvorfor noen ble hoppet over. Etter navn: dette er ingen rangering.
shares-own = Turene du fikk, og hvorfor du ble hoppet over.
shares-period = Periode
shares-none = Ingen tur ble delt ut i disse dagene.
shares-of = Turer: { $name }
shares-got = Turer
shares-per-position = Per hel stilling
shares-away = Borte
shares-full = Full
shares-language = Språk
shares-skill = Ferdighet
shares-not-compared = Ikke sammenlignet
shares-jain = Jevnhet { $index } (n = { $n })
shares-how = Slik telles det
shares-how-jain = Jevnhet er Jains indeks av turene per hel stilling: kvadratet av summen, delt på n ganger summen av kvadratene. 1 betyr at alle fikk like mange, 1/n at én fikk alt.
shares-how-counts = n er hvor mange som sammenlignes: de som fikk en tur eller kunne ha fått en. Den som ble hoppet over hver gang, sammenlignes ikke.
shares-how-passed = Borte, full, språk og ferdighet: ved hvor mange turer noen ble hoppet over av den grunn.
shares-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dager
    }
shares-turns =
    { $count ->
        [one] { $count } tur
       *[other] { $count } turer
    }
event-assigned-back-alone = Gitt tilbake til { $name }, som er tilbake
conversation-stands-in = Vikarierer for { $name }

## The company's turns

refusal-no-such-week = Uken kan ikke gis bort slik. Velg en av dine egne uker fremover, og en som ikke har den og er til stede; 1 til 40 timer.
rota-title = Kundeuker for alle
rota-lead = Alle, også de som jobber andre steder i huset, svarer kunder noen timer annenhver uke.
rota-none = Ingen er med ennå.
rota-mine = Din neste uke
rota-mine-week = Fra { $day }: { $hours } timer.
rota-guide = Begynn med lette saker. Spør i et notat når du er usikker, og skriv ned i et notat hva du lærte.
rota-easy-see = Se det som er merket { $tag }
rota-weeks = De neste ukene
rota-week = Uken fra
rota-on-duty = Hvem svarer
rota-on-duty-hours = Du svarer kunder denne uken: { $hours } timer
rota-swaps = Bytter
rota-away = { $name } er borte
rota-swapped = { $gives } → { $takes }
rota-unswap = Ta tilbake
rota-unswap-one = Ta tilbake: uken fra { $day }, { $name }
rota-give-to = Gi uken fra { $day } til
rota-give = Gi bort
rota-give-one = Gi bort uken fra { $day }
rota-set = Hvem som er med
rota-set-lead = Alle svarer annenhver uke, og det er omtrent like mange hver uke. Den som er borte tre arbeidsdager eller mer av en uke, står over.
rota-hours = Timer i sin uke
rota-easy = Stikkord for lette saker
rota-easy-hint = Den som har uken, ledes til åpne samtaler med dette stikkordet. Kan stå tomt.
rota-members = Kolleger
rota-members-hint = Den som blir med, får ukene færrest har; den som er med, beholder sine.

refusal-outcome-needed = Denne avdelingen vil vite hvordan hver sak endte. Si det, og lukk så.
refusal-complaint-open = Dette er en klage: Den lukkes når kunden sier ja, eller etter at dere har prøvd å nå dem på tre ulike dager.
refusal-not-asked = Det spørres det ikke om her, eller ikke lenger.
outcome-title = Hvordan det endte
outcome-what = Hva ble resultatet?
outcome-who = Kunden var
outcome-new = Ny
outcome-known = Kjent fra før
outcome-righted = Noe som var galt, ble rettet
outcome-informed = De fikk vite det de ville
outcome-ordered = De bestilte
outcome-lost = Vi mistet dem
outcome-other = Noe annet
outcome-choose = Velg
outcome-unsaid = Ikke sagt
outcome-save = Lagre
outcome-take-away = Ta bort
event-outcome-righted = Slik endte det: Noe som var galt, ble rettet
event-outcome-informed = Slik endte det: De fikk vite det de ville
event-outcome-ordered = Slik endte det: De bestilte
event-outcome-lost = Slik endte det: Vi mistet dem
event-outcome-other = Slik endte det: noe annet
event-outcome-none = Hvordan det endte, ble tatt bort
complaint-is = Klage
complaint-ask = De høres ikke fornøyde ut. Er det en klage?
complaint-mark = Det er en klage
complaint-is-none = Det er ingen klage
complaint-how = Hvordan sa de at de er fornøyde?
complaint-how-like = Sa ja på telefon
complaint-content = De sa ja
complaint-said-yes = Kunden sa ja
complaint-despite = Lukk likevel
complaint-despite-why = Hvorfor lukkes den uten kundens ja?
complaint-tried = { $count ->
    [0] Ingen har prøvd å nå dem siden de sist sa noe. Det skal { $most } dager til.
    [one] Prøvd på én av { $most } dager siden de sist sa noe:
   *[other] Prøvd på { $count } av { $most } dager siden de sist sa noe:
}
event-complaint-marked = Merket som klage
event-complaint-cleared = Ikke lenger en klage
event-complaint-content = Kunden sa at de er fornøyde
event-complaint-content-customer = Kunden er fornøyd
event-complaint-overridden = Lukket uten kundens ja
event-opinion-exactly = Kunden sier: akkurat det jeg ville
event-opinion-almost = Kunden sier: nesten det jeg ville
event-opinion-no = Kunden sier: ikke det jeg ville
opinion-exactly = Akkurat det de ville
opinion-almost = Nesten det de ville
opinion-no = Ikke det de ville
settings-outcomes = Hvordan det endte
outcomes-lead = Hva det spørres om når samtaler lukkes. Det spørres ikke om noe med mindre dere sier det her.
outcomes-required = Lukk bare når det er sagt hvordan det endte
outcomes-required-why = Her lukkes ingenting før noen har sagt hvordan det endte.
outcomes-ask = Spør kunder i e-posten
outcomes-ask-off = Nei
outcomes-ask-off-why = Siden for henvendelsen spør likevel.
outcomes-ask-on = Ja
outcomes-ask-on-why = En e-post som lukker, har én linje til: om det var akkurat det de ville, med lenken til siden deres.
held-outcome = Slik endte det
held-opinions = Hva de sa om det

praise-title = Ros
praise-lead = Hva kunder har sagt om deg. Bare du ser denne siden.
praise-none = Ingenting ennå
praise-none-lead = Når en kunde takker deg varmt, står ordene her samme dag.
praise-no = Dette er ikke ros
event-praised = Ros fra kunden
views-test-complaint = Er en klage

problems-title = Problemer
problems-lead = Årsaker som gir flere samtaler. De som flest kunder venter på, står først.
problems-which = Hvilke
problems-unsolved = Uløste
problems-solved = Løste
problems-all = Alle
problems-search = Søk i problemer
problems-none = Her er det ingen problemer.
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
problem-unhappy = { $share } % misfornøyde
problem-again = { $count ->
    [one] kom tilbake én gang
   *[other] kom tilbake { $count } ganger
}
problem-open = Åpent
problem-working = Under arbeid
problem-solved = Løst
problem-title = Hva er problemet?
problem-make = Nytt problem
problem-begin = Vi er i gang
problem-leave = Ingen er i gang
problem-reopen = Åpne igjen
problem-known = Det vi vet
problem-known-none = Ingenting er skrevet ned ennå.
problem-prevention = Det som hindrer at det skjer igjen
problem-preventer = Hvem gjør det
problem-prevented = Dette er gjort
problem-owner = Hvem tar seg av det
problem-everywhere = Alle avdelinger
problem-answers = Det alle får vite
problem-solve = Det er løst
problem-solve-lead = { $count ->
    [0] Ingen venter nå. Den som knyttes til senere, kan få vite det med disse ordene.
    [one] Én kunde venter. Et utkast med disse ordene legges i samtalen, på kundens språk; en kollega leser og sender det.
   *[other] { $count } kunder venter. Et utkast med disse ordene legges i hver samtale, på hvert språk; en kollega leser og sender det.
}
problem-answers-save = Lagre ordene
problem-solve-now = Løst: skriv utkastene
problem-told-title = Hvem vet det
problem-told-told = har fått vite det
problem-told-drafted = utkast venter på å bli lest
problem-told-not-yet = vet det ikke ennå
problem-told-lead = Telt i samtaler. Ingenting går ut før en kollega har lest og sendt det.
problem-draft = Skriv utkast til dem som venter
problem-conversations-none = Ingen samtale du ser, er knyttet til det.
problem-came-back = kom tilbake
problem-other-language = På { $language }: det finnes ingen tekst på deres språk
problem-unlink = #{ $number } har en annen årsak
problem-history = Det som har skjedd med det
problem-remove = Fjern problemet
problem-same-cause = Samme årsak som …
problem-not-this = Har ikke årsaken: { $title }
problem-this = Samme årsak
refusal-no-problem-title = Si med noen få ord hva problemet er.
refusal-no-such-problem = Dette problemet finnes ikke.
refusal-too-many-problems = Denne samtalen har ti problemer allerede. Ta bort ett først.
refusal-problem-needs-answer = Skriv hva alle som venter skal få vite, på minst ett språk.
event-problem-made = Problem skrevet ned: { $title }
event-problem-changed = Problem endret: { $title }
event-problem-begun = Noen er i gang: { $title }
event-problem-solved = Løst: { $title }
event-problem-reopened = Åpnet igjen: { $title }
event-problem-prevented = Det som hindrer det, er gjort: { $title }
event-problem-linked = #{ $number } har samme årsak: { $title }
event-problem-came-back = Det kom tilbake etter at det var løst, i #{ $number }: { $title }
event-problem-unlinked = #{ $number } har en annen årsak: { $title }
event-problem-drafted = Flere svar blir skrevet som utkast: { $title }
event-problem-removed = Problem fjernet: { $title }
event-same-cause = Samme årsak: { $title }
event-same-cause-again = Samme årsak, selv om det var løst: { $title }
event-other-cause = En annen årsak enn: { $title }
macros-variable-customer-wrote = det kunden skrev sist, i korthet
views-test-problem = Problem
views-problem-any = Et problem

like-title = Besvart før?
like-articles = Artikler som kan hjelpe
like-none = Ingenting som ligner, er besvart før.
like-question = Det som ble spurt om der
like-use = Bruk dette svaret
like-differs = Står der og ikke i denne saken:
like-began = Dette begynte som svaret i #{ $number }. Se på det som er annerledes, før du sender det.
like-began-elsewhere = Dette begynte som svaret i en annen sak. Se på det som er annerledes, før du sender det.
like-read = Dette svarer på det kunden spør om her:
like-name = Navn
like-number = Tall
like-date = Dag
like-amount = Beløp
like-link = Lenke
refusal-like-unread = Dette begynte som svaret i en annen sak. Si at det svarer på det kunden spør om her, og send det så.

## Rules

settings-rules = Regler
event-rule-acted = Regelen «{ $by }» slo inn
event-rule-replied = Regelen «{ $by }» skrev til kunden
event-rule-told = Regelen «{ $by }» sa fra til en kollega
event-rule-stopped = Reglene «{ $by }» og «{ $other }» utløste hverandre; begge er stanset
receipt-line-rule = En regel skrev av seg selv til { $to }
receipt-line-articles = Artikler som svarer på det, gikk av seg selv til { $to }

## Where macros are offered

macros-used-last = sist brukt { $day }
macros-show-all = { $count ->
    [one] Vis én til
   *[other] Vis alle: { $count } til
}
macros-sample-promise = vi sender deg den nye delen
macros-variable-promise-words = det neste som er lovet i denne samtalen
macros-variable-promise-due = når det er lovet til
macros-when = Hvor den tilbys
macros-when-hint = Det du velger her, må passe: ett av hvert slag. Ellers står den bak «Vis alle» og finnes ved navnet.
macros-when-channel = Kunden tok sist kontakt
macros-when-writing = Skriftlig
macros-when-department = Samtalen hører til
macros-when-tags = Den har ett av disse stikkordene
macros-when-tags-hint = Skill dem med komma.
macros-when-language = Kundens språk
macros-when-short = Tilbys: { $what }

## Outcomes of calls and macros

macros-does-outcome = Resultat: { $what }
macros-act-outcome-hint = Lagres når samtalen lukkes, eller er lukket.
contact-outcome-hint = Sies når samtalen lukkes med dette.

## Closing although something is open

composer-send-close-anyway = Send og lukk likevel
settings-articles = Artikler
articles-lead = Det kundene finner selv: skrevet her, lest i hjelpesenteret.
sidebar-community = Fellesskapet
conversation-make-public = Gjør det til et offentlig spørsmål
settings-guides = Veivisere
guides-lead = Spørsmål og steg som leder kunder til et svar, og kolleger gjennom en samtale.
guides-walk = Gå gjennom en veiviser
