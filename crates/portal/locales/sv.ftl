request-title = Ärende { $number }
request-number = Nummer { $number }
request-since = Sedan { $date }
request-received = Vi har tagit emot det
request-working = Vi arbetar med det
request-yours = Det är din tur
request-solved = Löst
request-talk = Samtalet
request-nothing = Inget har sagts här än.
request-no-words = Inga ord, bara filer.
request-you = Du
request-by = { $name } från { $business }
request-answer = Skriv ett svar
request-files = Filer
request-send = Skicka
request-closed-hint = Det här avslutades för ett tag sedan. Om du skriver kan det fortsätta som ett nytt ärende.
request-offline = Du är frånkopplad. Det du har skrivit sparas i den här webbläsaren; skicka det när du är ansluten igen.
request-too-many = Det var många svar på kort tid. Vänta en stund och skicka igen.
request-settle = Det här är löst, tack
request-reopen = Det är inte löst ändå
request-done-sent = Tack, ditt svar har kommit fram.
request-done-solved = Tack för att du berättade det. Du kan öppna det igen när som helst.
request-done-open = Vi har öppnat det igen och återkommer till dig.
request-place = Var du är
request-others = Dina andra ärenden
request-no-others = Du har inga andra.
my-title = Mina ärenden
my-lead = Skriv adressen som du skriver till oss från. Vi mejlar dig en länk som släpper in dig.
my-email = E-post
my-no-address = Det här är ingen e-postadress.
my-ask = Mejla mig en länk
my-sent-title = Titta i din e-post
my-sent-lead = Om vi känner { $email } är en länk på väg dit. Den fungerar en gång, inom 15 minuter.
my-again = Försök med en annan adress
my-old-title = Den här länken är använd eller för gammal
my-old-lead = Skriv din adress, så mejlar vi dig en ny.
my-in-title = Välkommen tillbaka
my-in-lead = Ett tryck till, så är du inne. Då är det bara du som använder länken, och inget program som läser din e-post.
my-in = Visa mina ärenden
my-nothing = Här finns inget än.
my-pages = Sidor
my-first = Nyaste
my-more = Visa äldre
my-data = Ladda ner det som är mitt (JSON)
my-out-everywhere = Logga ut överallt
entry-mail-subject = Dina ärenden hos { $business }
entry-mail-text =
    Här är länken till dina ärenden hos { $business }:

    { $link }

    Den fungerar en gång, inom 15 minuter. Om du inte bad om den behöver du inte göra något: ingen kommer in utan det här mejlet.
forms-lead = Sidor där vem som helst kan skriva till er. Det som skrivs där kommer till inkorgen som ett mejl.
forms-edit-lead = Varje formulär har sin egen adress, som ni kan länka till från er webbplats.
forms-none = Det finns inget kontaktformulär än.
forms-new = Nytt formulär
forms-change = Ändra formulär
forms-all = Alla formulär
forms-closed = Stängt
forms-remove = Ta bort
forms-remove-one = Ta bort { $name }
forms-removed = Formuläret är borttaget. Det som skrevs med det finns kvar.
forms-too-many = Det finns inte plats för fler formulär. Ta bort ett som är stängt.
forms-close-first = Stäng formuläret först; sedan kan det tas bort.
forms-name = Namn
forms-about = Det som står ovanför formuläret
forms-languages = På andra språk
forms-open = Öppet för alla
forms-open-why = När det är stängt är sidan borta. Inget som har skrivits går förlorat.
forms-questions = Frågor
forms-questions-hint = Namn, e-post, ämne, text och filer finns alltid med. Fråga bara efter det ni behöver.
forms-question = Fråga { $number }
forms-add = Lägg till en fråga
forms-up = Flytta fråga { $number } uppåt
forms-drop = Ta bort fråga { $number }
forms-label = Det som frågas
forms-kind = Svar
forms-kind-line = Några få ord
forms-kind-text = Flera rader
forms-kind-number = Ett tal
forms-kind-date = En dag
forms-kind-choice = En i en lista
forms-kind-tick = En bock
forms-choices = Val, ett per rad
forms-required = Det måste besvaras
forms-no-name = Ge formuläret ett namn på minst ett språk.
forms-no-label = Säg vad som frågas på minst ett språk.
forms-choices-wrong = Erbjud två till femtio val, lika många på varje språk.
forms-too-many-questions = Ett formulär ställer högst tjugo frågor.
forms-too-long = Det är för långt.
forms-no-department = Det finns ingen sådan avdelning.
contact-title = Skriv till oss
contact-lead = Vad gäller det?
contact-name = Ditt namn
contact-about = Vad det gäller
contact-words = Vad kan vi hjälpa till med?
contact-optional = (frivilligt)
contact-choose = Välj …
contact-as = Du skriver som { $who }.
contact-missing = Svara gärna på det här.
contact-no-number = Det här är inte ett tal.
contact-no-date = Det här är inte en dag i kalendern.
contact-not-offered = Det här är inte ett av valen.
contact-sent-title = Tack, det har kommit fram
contact-sent-lead = Vi har mejlat en länk till adressen du angav. Tryck på den, så vet vi att det var du; då ser du också ditt ärende. Vi svarar dit med mejl.
contact-again = Skriv något annat
contact-wrong = { $count ->
    [one] Ett svar behöver ses över.
   *[other] { $count } svar behöver ses över.
}
confirm-mail-subject = Var det du? Vänligen bekräfta
confirm-mail-text =
    Någon har skrivit till { $business } och angett den här adressen. Om det var du kan du bekräfta det här och se ditt ärende:

    { $link }

    Den fungerar en gång, inom ett dygn. Var det inte du behöver du inte göra något.
held-visits = Inloggningar för att se ärenden
held-visit-peer = Från
held-visit-browser = Webbläsare
requests-lead = Vad kunderna själva ser av sina ärenden.
requests-links = Länken i mejl
requests-on = Mejl har en länk till ärendet
requests-on-why = Den som har länken ser det som skickades till kunden, svarar, bifogar filer och avslutar eller öppnar igen. Den står bara i mejl till kunden ensam, aldrig i kopior, och kan dras tillbaka på varje samtal.
requests-off = Ingen länk
requests-off-why = Länkar som skickats tidigare öppnar inte heller något.
requests-hue = Färgen på de här sidorna
requests-hue-hint = Vi väljer hur ljus och hur stark den är, så att allt går att läsa dag och natt.
requests-typeface = Typsnitt på alla sidor
requests-typeface-hint = Både skrivbordet och kundernas sidor. Inter ser likadant ut överallt, och är 48 kB mer vid första besöket.
typeface-system = Det som läsarens enhet använder
typeface-inter = Inter
hue-ours = Tall, som den är
hue-red = Röd
hue-amber = Bärnsten
hue-green = Grön
hue-sea = Hav
hue-blue = Blå
hue-violet = Violett
hue-rose = Rosa

logo-title = Logotyp
logo-picture = Bild
logo-other = En annan bild
logo-hint = PNG, JPEG eller WebP, högst 200 kB och 2 000 punkter åt varje håll. Den visas 32 punkter hög, på ljusa och mörka sidor.
logo-shown = Så står den överst på kundernas sidor.
logo-alone = Ditt företag
logo-named = Namnet står bredvid
logo-named-why = Ta bort krysset om bilden visar namnet.
logo-save = Spara logotypen
logo-remove = Ta bort den
logo-saved = Logotypen är sparad. Kunderna ser den från och med nu.
logo-removed = Logotypen är borta. Namnets första bokstav står i dess ställe.
logo-nothing = Ingen fil är vald. Välj en bild.
logo-heavy = Filen är större än 200 kB. Inget har ändrats. Spara bilden mindre och försök igen.
logo-unknown = Det här är ingen PNG, JPEG eller WebP som går att läsa. Inget har ändrats. Välj en annan fil.
logo-large = Bilden har mer än 2 000 punkter åt ett håll. Inget har ändrats. Gör den mindre och försök igen.
logo-stretched = Bilden är mer än åtta gånger så lång som bred. Inget har ändrats. Beskär den och försök igen.

request-done-opinion = Tack för ditt svar.
opinion-title = Var det precis det du ville?
opinion-exactly-mine = Precis
opinion-almost-mine = Nästan: något saknades
opinion-no-mine = Nej
opinion-comment = Vad som saknades, eller vad du vill tillägga
opinion-again = Titta på det en gång till
opinion-again-why = Med ”Nej” gör vi alltid det.
opinion-send = Skicka
opinion-change = Ändra det
opinion-unsaid = Välj ett av de tre.
contact-offer = Är det här svaret?
contact-offer-why = De här avsnitten ur våra artiklar passar till det du skrev. Ingen har läst ditt meddelande än.
contact-offer-date = Version { $version }, { $date }
contact-offer-version = { $title } (version { $version }, { $date })
contact-offer-else = Om inte, skicka meddelandet: det står nedan som du skrev det.
contact-offer-send = Nej, skicka det
contact-offered = Visat före sändning
join-mail-subject = Din länk till gemenskapen hos { $business }
join-mail-text =
    Här är länken som låter dig vara med i gemenskapen hos { $business }:

    { $link }

    Den fungerar en gång, inom 15 minuter. Om du inte bad om den behöver du inte göra något: ingen kommer in utan det här mejlet.
my-community = Gemenskapen
contact-tried = Det du har provat
contact-tried-hint = En kollega läser det tillsammans med din fråga. Ändra eller ta bort det som du vill.
