# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Innboks
sidebar-customers = Kunder
view-mine = Min innboks
view-unassigned = Ikke fordelt
view-all = Alle åpne
view-breaching = Frist nærmer seg
view-waiting = Venter på kunden
keys-move = Flytt
keys-next = Neste, forrige
keys-open = Åpne, tilbake
keys-panes = Forrige og neste felt
keys-inbox = Gå til innboksen
keys-customers = Gå til kundene
keys-answer = Svar
keys-reply = Svar
keys-note = Internt notat
keys-send = Send
keys-send-close = Send og lukk
keys-undo = Angre sending
keys-sort = Rydd
keys-select = Velg
keys-select-to = Velg hit
keys-assign = Fordel
keys-close = Lukk
keys-help = Denne hjelpen

## Inbox

inbox-views = Visninger
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
inbox-bulk-left = { $count ->
    [one] Én ble stående: åpne den for å se hvorfor.
   *[other] { $count } ble stående: åpne dem for å se hvorfor.
}
inbox-empty-title = Alle har fått svar
inbox-empty-body = Ingen venter på svar her.
inbox-nothing-title = Ingenting her
inbox-nothing-body = Det ligger ingen samtaler her nå.
inbox-see-all = Se alle åpne
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
conversation-assign = Fordel
conversation-assign-to = Gi til
conversation-nobody = Ingen
conversation-close = Lukk
conversation-reopen = Åpne igjen
conversation-state = Status
close-reason = Hvorfor lukkes den uten svar?
close-reason-why = Ingen har svart siden kunden sist skrev. Grunnen blir stående i historikken.
thread-label = Samtale
thread-quoted = Sitert tekst
thread-goes-on = Fortsetter fra en tidligere samtale
thread-events = { $count ->
    [one] Én hendelse
   *[other] { $count } hendelser
}

## Messages

message-from = Melding fra { $who }
message-reply-from = Svar fra { $who }
message-note-from = Internt notat fra { $who }
message-note = Internt notat
message-note-private = Bare teamet ditt ser dette
message-original = Original e-post
message-unreadable = Denne e-posten kunne ikke leses. Originalen er tatt vare på og kan lastes ned.
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
warning-encrypted = Innholdet er kryptert og kan ikke vises her.
warning-other = Noe er uvanlig med denne e-posten: { $what }
delivery-waiting = Går om et øyeblikk
delivery-again = Prøves igjen
delivery-sending = Sendes
delivery-sent = Sendt
delivery-failed = Ikke levert
delivery-failed-title = Dette svaret kom ikke fram.
delivery-failed-body = Teksten er trygg. Se på grunnen og prøv igjen.
delivery-words = Den andre serveren sier:

## Composer

composer-kind = Type
composer-reply = Svar
composer-note = Notat
composer-to = til { $address }
composer-reply-label = Svar til { $who }
composer-note-label = Internt notat om { $who }
composer-files = Filer som sendes
composer-remove = Fjern filen
composer-attach = Legg ved filer
composer-saved = Lagret som utkast på denne maskinen
composer-send-wait = Send og vent
composer-send-more = Flere måter å sende på
composer-send-open = Send og hold åpen
composer-send-close = Send og lukk
composer-save-note = Lagre notat
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
file-first = Dette er den første samtalen.

## History

event-opened = Mottatt på e-post
event-opened-linked = Mottatt på e-post, fortsetter fra en lukket samtale
event-message-received = { $from } skrev
event-reply-sent = { $by } svarte
event-reply-undone = Et svar ble trukket tilbake før det gikk
event-delivery-sent = Levert. { $words }
event-delivery-failed = Ikke levert. { $words }
event-delivery-changed = På vei. { $words }
event-note-added = { $by } skrev et notat
event-assigned = Gitt til { $name }
event-unassigned = Gitt til ingen
event-state-new = Satt til ny
event-state-open = Satt til åpen
event-state-waiting-customer = Venter på kunden
event-state-waiting-others = Venter på andre
event-state-solved = Løst
event-state-closed = Lukket
event-breached-first = Det første svaret ble for sent
event-breached-next = Svaret ble for sent
event-read = Lest
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
refusal-no-address = Det finnes ingen adresse å skrive til.
refusal-files-too-large = Filene er for store for en e-post. Til sammen kan de være 20 MB.

## Settings

settings-profile = Min profil
settings-team = Kolleger
settings-business = Virksomheten
settings-hours = Åpningstider
settings-times = Svartider
settings-states = Navn på statuser
settings-operations = Drift
