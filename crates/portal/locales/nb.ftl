request-title = Henvendelse { $number }
request-number = Nummer { $number }
request-since = Siden { $date }
request-received = Vi har mottatt den
request-working = Vi arbeider med den
request-yours = Det er din tur
request-solved = Løst
request-talk = Samtalen
request-nothing = Ingenting er sagt her ennå.
request-no-words = Ingen ord, bare filer.
request-you = Du
request-by = { $name } fra { $business }
request-answer = Skriv et svar
request-files = Filer
request-send = Send
request-closed-hint = Denne ble avsluttet for en tid siden. Hvis du skriver, kan den fortsette som en ny henvendelse.
request-offline = Du er frakoblet. Det du har skrevet, blir tatt vare på i denne nettleseren; send det når du er tilkoblet igjen.
request-too-many = Det var mange svar på kort tid. Vent litt og send det igjen.
request-settle = Dette er løst, takk
request-reopen = Det er ikke løst likevel
request-done-sent = Takk, svaret ditt har kommet fram.
request-done-solved = Takk for at du sier fra. Du kan åpne den igjen når som helst.
request-done-open = Vi har åpnet den igjen og kommer tilbake til deg.
request-place = Hvor du er
request-others = Dine andre henvendelser
request-no-others = Du har ingen andre.
my-title = Mine henvendelser
my-lead = Skriv adressen du skriver til oss fra. Vi sender deg en lenke som slipper deg inn.
my-email = E-post
my-no-address = Dette er ikke en e-postadresse.
my-ask = Send meg en lenke
my-sent-title = Se i e-posten din
my-sent-lead = Hvis vi kjenner { $email }, er en lenke på vei dit. Den virker én gang, innen 15 minutter.
my-again = Prøv en annen adresse
my-old-title = Denne lenken er brukt eller for gammel
my-old-lead = Skriv adressen din, så sender vi deg en ny.
my-in-title = Velkommen tilbake
my-in-lead = Ett trykk til, så er du inne. Slik er det bare du som bruker lenken, og ikke et program som leser e-posten din.
my-in = Vis mine henvendelser
my-nothing = Her er det ingenting ennå.
my-pages = Sider
my-first = Nyeste
my-more = Vis eldre
my-data = Last ned det som er mitt (JSON)
my-out-everywhere = Logg ut overalt
entry-mail-subject = Dine henvendelser hos { $business }
entry-mail-text =
    Her er lenken til henvendelsene dine hos { $business }:

    { $link }

    Den virker én gang, innen 15 minutter. Hvis du ikke ba om den, trenger du ikke gjøre noe: Ingen slipper inn uten denne e-posten.
forms-lead = Sider der hvem som helst kan skrive til dere. Det som skrives der, kommer i innboksen som en e-post.
forms-edit-lead = Hvert skjema har sin egen adresse, som dere kan lenke til fra nettstedet.
forms-none = Det finnes ikke noe kontaktskjema ennå.
forms-new = Nytt skjema
forms-change = Endre skjema
forms-all = Alle skjemaer
forms-closed = Stengt
forms-remove = Fjern
forms-remove-one = Fjern { $name }
forms-removed = Skjemaet er fjernet. Det som ble skrevet med det, blir værende.
forms-too-many = Det er ikke plass til flere skjemaer. Fjern ett som er stengt.
forms-close-first = Steng skjemaet først; så kan det fjernes.
forms-name = Navn
forms-about = Det som står over skjemaet
forms-languages = På andre språk
forms-open = Åpent for alle
forms-open-why = Når det er stengt, er siden borte. Ingenting av det som er skrevet, går tapt.
forms-questions = Spørsmål
forms-questions-hint = Navn, e-post, emne, tekst og filer er alltid med. Spør bare om det dere trenger.
forms-question = Spørsmål { $number }
forms-add = Legg til et spørsmål
forms-up = Flytt spørsmål { $number } opp
forms-drop = Fjern spørsmål { $number }
forms-label = Det som det spørres om
forms-kind = Svar
forms-kind-line = Noen få ord
forms-kind-text = Flere linjer
forms-kind-number = Et tall
forms-kind-date = En dag
forms-kind-choice = Ett fra en liste
forms-kind-tick = En avkryssing
forms-choices = Valg, ett på hver linje
forms-required = Det må besvares
forms-no-name = Gi skjemaet et navn på minst ett språk.
forms-no-label = Si hva det spørres om på minst ett språk.
forms-choices-wrong = Tilby to til femti valg, like mange på hvert språk.
forms-too-many-questions = Et skjema stiller høyst tjue spørsmål.
forms-too-long = Det er for langt.
forms-no-department = Det finnes ingen slik avdeling.
contact-title = Skriv til oss
contact-lead = Hva gjelder det?
contact-name = Navnet ditt
contact-about = Hva det gjelder
contact-words = Hva kan vi hjelpe med?
contact-optional = (valgfritt)
contact-choose = Velg …
contact-as = Du skriver som { $who }.
contact-missing = Svar på dette, er du snill.
contact-no-number = Dette er ikke et tall.
contact-no-date = Dette er ikke en dag i kalenderen.
contact-not-offered = Dette er ikke ett av valgene.
contact-sent-title = Takk, det har kommet fram
contact-sent-lead = Vi har sendt en lenke til adressen du oppga. Trykk på den, så vet vi at det var deg; da ser du også henvendelsen din. Vi svarer dit på e-post.
contact-again = Skriv noe annet
contact-wrong = { $count ->
    [one] Ett svar må ses på en gang til.
   *[other] { $count } svar må ses på en gang til.
}
confirm-mail-subject = Var det deg? Vennligst bekreft
confirm-mail-text =
    Noen har skrevet til { $business } og oppgitt denne adressen. Hvis det var deg, kan du bekrefte det her og se henvendelsen din:

    { $link }

    Den virker én gang, innen ett døgn. Var det ikke deg, trenger du ikke gjøre noe.
held-visits = Innlogginger for å se henvendelser
held-visit-peer = Fra
held-visit-browser = Nettleser
requests-lead = Det kundene selv ser av henvendelsene sine.
requests-links = Lenken i e-poster
requests-on = E-poster har en lenke til henvendelsen
requests-on-why = Den som har lenken, ser det som ble sendt til kunden, svarer, legger ved filer, og avslutter eller åpner igjen. Den står bare i e-poster til kunden alene, aldri i kopier, og kan trekkes tilbake på hver samtale.
requests-off = Ingen lenke
requests-off-why = Lenker som ble sendt tidligere, åpner heller ingenting.
requests-hue = Fargen på disse sidene
requests-hue-hint = Vi velger hvor lys og hvor sterk den er, så alt kan leses både dag og natt.
requests-typeface = Skrift på alle sider
requests-typeface-hint = Både skrivebordet og kundenes sider. Inter ser lik ut overalt, og er 48 kB mer ved første besøk.
typeface-system = Den som leserens enhet bruker
typeface-inter = Inter
hue-ours = Furu, som den er
hue-red = Rød
hue-amber = Rav
hue-green = Grønn
hue-sea = Sjø
hue-blue = Blå
hue-violet = Fiolett
hue-rose = Rosa

logo-title = Logo
logo-picture = Bilde
logo-other = Et annet bilde
logo-hint = PNG, JPEG eller WebP, høyst 200 kB og 2 000 punkter i hver retning. Den vises 32 punkter høy, på lyse og mørke sider.
logo-shown = Slik står den øverst på kundenes sider.
logo-alone = Bedriften din
logo-named = Navnet står ved siden av
logo-named-why = Ta bort krysset hvis bildet viser navnet.
logo-save = Lagre logoen
logo-remove = Ta den bort
logo-saved = Logoen er lagret. Kundene ser den fra nå av.
logo-removed = Logoen er borte. Den første bokstaven i navnet står i stedet.
logo-nothing = Ingen fil er valgt. Velg et bilde.
logo-heavy = Filen er større enn 200 kB. Ingenting er endret. Lagre bildet mindre og prøv igjen.
logo-unknown = Dette er ingen PNG, JPEG eller WebP som kan leses. Ingenting er endret. Velg en annen fil.
logo-large = Bildet har mer enn 2 000 punkter i en retning. Ingenting er endret. Gjør det mindre og prøv igjen.
logo-stretched = Bildet er mer enn åtte ganger så langt som bredt. Ingenting er endret. Beskjær det og prøv igjen.

request-done-opinion = Takk for svaret ditt.
opinion-title = Var det akkurat det du ville?
opinion-exactly-mine = Akkurat
opinion-almost-mine = Nesten: noe manglet
opinion-no-mine = Nei
opinion-comment = Hva som manglet, eller det du vil legge til
opinion-again = Se på det en gang til
opinion-again-why = Med «Nei» gjør vi det alltid.
opinion-send = Send
opinion-change = Endre det
opinion-unsaid = Velg en av de tre.
contact-offer = Er dette svaret?
contact-offer-why = Disse avsnittene fra artiklene våre passer til det du skrev. Ingen har lest meldingen din ennå.
contact-offer-date = Versjon { $version }, { $date }
contact-offer-version = { $title } (versjon { $version }, { $date })
contact-offer-else = Hvis ikke, send meldingen: Den står under slik du skrev den.
contact-offer-send = Nei, send den
contact-offered = Vist før sending
join-mail-subject = Lenken din til fellesskapet hos { $business }
join-mail-text =
    Her er lenken som lar deg være med i fellesskapet hos { $business }:

    { $link }

    Den virker én gang, innen 15 minutter. Hvis du ikke ba om den, trenger du ikke gjøre noe: Ingen slipper inn uten denne e-posten.
my-community = Fellesskapet
contact-tried = Dette har du prøvd
contact-tried-hint = En kollega leser det sammen med spørsmålet ditt. Endre eller fjern det som du vil.
