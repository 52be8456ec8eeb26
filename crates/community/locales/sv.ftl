settings-community = Gemenskap
community-title = Fråga andra
community-help = Hjälp
community-lead = Frågor och svar från kunder, och från oss.
community-ideas = Idéer
community-idea = En idé
community-question = En fråga
community-kind = Vad är det?
community-newest = Nyast
community-bare = Utan svar
community-none = Här finns inget än.
community-parts = Delar
community-find = Hitta en fråga
community-find-go = Hitta
community-more = Mer
community-where = Var du är
community-me = Mina frågor
community-join = Välj ett namn
community-name = Ditt namn här
community-name-hint = Alla kan läsa det. Det behöver inte vara ditt riktiga namn.
community-mine = Det jag har frågat
community-mine-none = Du har inte frågat något än.
community-leave = Lämna gemenskapen
community-leave-lead = Ditt namn försvinner. Det du har skrivit står kvar utan det.
community-leave-go = Lämna nu
community-come-in = Logga in för att vara med
community-come-in-lead = Vi mejlar en länk till dig. Är du ny här är du med så snart du har använt den.
community-sign-in = Skicka en länk till mig
community-own-question = Har du en egen fråga?
community-own-lead = Fråga andra. Om ingen svarar i tid gör vi det.
community-ask = Ställ en fråga
community-ask-lead = Säg med några ord vad det gäller. Kanske har någon redan frågat.
community-in-short = I korthet
community-in-full = Berätta mer
community-next = Nästa
community-alike = Liknande frågor
community-alike-lead = Finns svaret här redan?
community-private-hint = Alla kan läsa detta. Utelämna ordernummer, adresser och telefonnummer.
community-tags = Taggar
community-tags-hint = Högst fem, åtskilda med komma.
community-publish = Publicera
community-done-asked = Din fråga står här nu. Vi mejlar dig när någon svarar.
community-done-answered = Tack, ditt svar står här nu.
community-done-waits = Tack. En kollega hos oss tittar på det först; sedan ser alla det.
community-done-flagged = Tack. En kollega hos oss tittar på det.
community-done-left = Du har lämnat gemenskapen. Tack för att du var med.
community-somebody = Någon
community-expert = Expert
community-edited = ändrad
community-since = här sedan { $date }
community-waits = Väntar på granskning
community-hidden = Dold
community-locked = Låst
community-solved = Löst
community-idea-new = Ny
community-idea-planned = Planerad
community-idea-done = Gjord
community-idea-declined = Inte planerad
community-answer = Svar
community-accepted-one = Svaret som hjälpte
community-helped = Hjälpte { $name }
community-accept = Detta hjälpte
community-vote = Till hjälp
community-comment = Kommentera
community-edit = Ändra
community-flag = Detta borde inte stå här
community-flag-spam = Reklam
community-flag-rude = Det sårar någon
community-flag-private = Det röjer något privat
community-flag-wrong = Det är fel och kan göra skada
community-no-more = Här skriver ingen längre.
community-your-answer = Ditt svar
community-answer-hint = Svara som du skulle ha svarat en granne. Alla kan läsa det.
community-answer-go = Svara
community-tell-me = Mejla mig när någon svarar
community-follow = Följ
community-unfollow = Sluta följa
community-no-name = Välj först ett namn på minst två bokstäver.
community-name-taken = Någon annan heter så. Välj ett annat namn.
community-blocked = Du kan inte skriva här längre. Skriv till oss om du tycker att det är fel.
community-too-many = Det var mycket på kort tid. Vänta en stund och skicka igen.
community-no-title = Säg med några ord vad det gäller.
community-no-text = Skriv något först.
community-too-long = Det är för långt.
community-closed = Där skriver ingen längre.
community-own = Det avgör andra om det du har skrivit.
community-not-yours = Bara den som skrev det kan göra det.
community-too-old = Det var för länge sedan för att ändras.
community-no-reason = Säg varför det inte är planerat.
community-no-merge = Den kan inte bli en del av den andra.
community-desk = Det gemenskapen behöver
community-queue = Väntar på granskning
community-queue-none = Inget väntar.
community-show = Visa
community-show-it = Låt det stå
community-hide-it = Dölj det
community-block-it = Dölj det och stäng av den som skrev
community-block = Stäng av
community-unblock = Låt skriva igen
community-is-blocked = Avstängd
community-make-expert = Märk som expert
community-no-expert = Inte expert längre
community-conversation = Samtalet det blev
community-as-us = Svara så att alla kan läsa
community-lock = Lås
community-unlock = Lås upp
community-merge = Slå ihop
community-merge-into = Adressen till den andra frågan
community-becomes = Vad det blir av den
community-because = Varför
community-sign-trap = Fyllde i ett fält som människor inte ser
community-sign-hasty = Skickad genast
community-sign-repeated = Sagt förut
community-sign-links = Många länkar
community-sign-new-link = En länk från en ny
community-sign-loud = Nästan bara versaler
community-sign-new = Det första från en ny
community-settings-lead = Där kunder frågar öppet och svarar varandra. Det nya granskar ni först, och det ingen svarar på kommer till er.
community-on = Det finns en gemenskap
community-on-why = Sidorna finns för kunderna.
community-members-only = Bara inloggade får läsa
community-members-only-why = Utan detta får alla det, även sökmotorer.
community-hours = Timmar innan en obesvarad fråga kommer till oss
community-hours-hint = Den blir ett samtal i inkorgen. 0 för aldrig.
community-by-the-clock = Räkna alla timmar
community-by-the-clock-why = Utan detta räknas bara timmarna ni har öppet.
community-first-wait = En medlems första inlägg som ni granskar
community-first-wait-hint = Andra ser dem när ni låter dem stå.
community-new-an-hour = Inlägg i timmen från en ny
community-new-an-hour-hint = Tills några av deras har fått stå.
community-an-hour = Inlägg i timmen från andra
community-an-hour-hint = Fler får vänta.
community-fell-note = Frågat i gemenskapen, där ingen har svarat än: { $link }
community-mail-subject = Något nytt: { $title }
community-mail-decided-subject = Vad det blir av det: { $title }
held-community = Det de skrev i gemenskapen
held-community-name = Namn i gemenskapen
held-community-title = I korthet
held-community-text = Text
event-community-asked = Frågade i gemenskapen
event-community-idea = Kom med en idé i gemenskapen
event-community-answered = Svarade i gemenskapen
event-community-accepted = Sade vilket svar som hjälpte
event-community-flagged = Sade att något inte borde stå i gemenskapen
event-community-shown = Lät något stå i gemenskapen
event-community-hidden = Dolde något i gemenskapen
event-community-locked = Låste en fråga i gemenskapen
event-community-unlocked = Låste upp en fråga i gemenskapen
event-community-merged = Slog ihop två frågor i gemenskapen
event-community-fell = En fråga i gemenskapen blev ett samtal
event-community-decided = Bestämde om en idé
community-answers = { $count ->
    [one] Ett svar
   *[other] { $count } svar
}
community-votes = { $count ->
    [one] röst
   *[other] röster
}
community-mail-text =
    Någon har skrivit till något du följer hos { $business }:

    { $title }
    { $link }

    Du kan sluta följa det på sidan.
community-mail-decided-text =
    Vi har bestämt något om en idé som du önskat eller följer hos { $business }:

    { $title }
    { $becomes }
    { $reason }

    { $link }
community-done-public = Tack. Nu kan alla läsa det, och du får mejl när någon svarar.
community-done-private = Tack. Inget av det visas.
community-done-taken = Det blir ett ärende om ett ögonblick.
community-taken-note = Frågat i gemenskapen: { $link }
community-take = Gör om till ärende
community-move = Flytta
community-join-sent = Om { $email } stämmer är en länk på väg dit. Den fungerar en gång, inom 15 minuter.
community-offer-title = Gör det till en fråga
community-offer-back = Tillbaka till ärendet
community-offer-lead = Andra kan ha samma fråga. Låt bara det stå kvar som hjälper dem. Kunden läser det först och bestämmer; innan dess visas inget.
community-offer-taken = Borttaget
community-offer-hint = Läs det en gång till: namn på platser och produkter som avslöjar vem det är ska också bort.
community-offer-ask = Fråga kunden med mejl
community-offer-asked = Kunden är redan tillfrågad, eller så är det offentligt.
community-offer-cannot = Kunden kan inte frågas med mejl nu: ingen av adresserna är bekräftad, eller så ska hänsyn tas. Fråga själv.
community-offer-public = Det är en fråga i gemenskapen.
community-offer-waits = Kunden är tillfrågad och har inte svarat än.
community-offer-declined = Kunden ville inte. Fråga bara igen om de vill nu.
community-offer-may = Får andra läsa det här?
community-offer-may-lead = Du skrev det här till { $business }, och andra kan ha samma fråga. Vi har tagit bort det som är personligt. Det blir bara offentligt om du säger ja.
community-offer-named = Ja, under det här namnet
community-offer-unnamed = Ja, utan namn
community-offer-no = Nej, behåll det privat
community-offer-note = Kunden lät det bli en fråga i gemenskapen: { $link }
community-offer-mail-subject = Får andra läsa din fråga?
event-community-moved = Flyttade en fråga eller idé i gemenskapen
community-wanted-by = { $count ->
    [one] En kund önskar det
   *[other] { $count } kunder önskar det
}
community-offer-mail-text =
    Du frågade { $business } om något som andra också kan undra över:

    { $title }

    Får vi visa det i vår gemenskap, tillsammans med det vi svarar där? Vi har tagit bort det som är personligt. Läs det här och bestäm dig; tills dess ser ingen det:

    { $link }

    Du kan sluta följa det på sidan.
search-community = I gemenskapen
    Länken gäller i 30 dagar. Om du inte gör något förblir det privat.
event-community-expert = Märkte en medlem som expert i gemenskapen
event-community-expert-no-more = Tog bort märket som expert från en medlem
event-community-blocked = Spärrade en medlem i gemenskapen
event-community-unblocked = Lät en medlem skriva i gemenskapen igen
community-number-wrong = Skriv ett heltal från { $least } till { $most }.
community-others-wrong = Andra får skriva minst lika mycket som de nya.
