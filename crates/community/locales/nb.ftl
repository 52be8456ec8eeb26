settings-community = Fellesskap
community-title = Spør andre
community-help = Hjelp
community-lead = Spørsmål og svar fra kunder, og fra oss.
community-ideas = Ideer
community-idea = En idé
community-question = Et spørsmål
community-kind = Hva er det?
community-newest = Nyeste
community-bare = Uten svar
community-none = Her er det ingenting ennå.
community-parts = Deler
community-find = Finn et spørsmål
community-find-go = Finn
community-more = Mer
community-where = Hvor du er
community-me = Mine spørsmål
community-join = Velg et navn
community-name = Navnet ditt her
community-name-hint = Alle kan lese det. Det trenger ikke å være det virkelige navnet ditt.
community-mine = Det jeg har spurt om
community-mine-none = Du har ikke spurt om noe ennå.
community-leave = Forlat fellesskapet
community-leave-lead = Navnet ditt blir borte. Det du har skrevet, blir stående uten det.
community-leave-go = Forlat nå
community-come-in = Logg inn for å bli med
community-come-in-lead = Vi sender deg en lenke på e-post. Er du ny her, er du med så snart du har brukt den.
community-sign-in = Send meg en lenke
community-own-question = Har du et spørsmål selv?
community-own-lead = Spør andre. Hvis ingen svarer i tide, gjør vi det.
community-ask = Still et spørsmål
community-ask-lead = Si med få ord hva det gjelder. Kanskje noen har spurt om det før.
community-in-short = Kort sagt
community-in-full = Fortell mer
community-next = Neste
community-alike = Lignende spørsmål
community-alike-lead = Står svaret ditt her allerede?
community-private-hint = Alle kan lese dette. Utelat ordrenumre, adresser og telefonnumre.
community-tags = Stikkord
community-tags-hint = Opptil fem, skilt med komma.
community-publish = Publiser
community-done-asked = Spørsmålet ditt står her nå. Vi sender deg en e-post når noen svarer.
community-done-answered = Takk, svaret ditt står her nå.
community-done-waits = Takk. En kollega hos oss ser på det først; så kan alle se det.
community-done-flagged = Takk. En kollega hos oss ser på det.
community-done-left = Du har forlatt fellesskapet. Takk for at du var med.
community-somebody = Noen
community-expert = Ekspert
community-edited = endret
community-since = her siden { $date }
community-waits = Venter på å bli sett på
community-hidden = Skjult
community-locked = Låst
community-solved = Løst
community-idea-new = Ny
community-idea-planned = Planlagt
community-idea-done = Gjort
community-idea-declined = Ikke planlagt
community-answer = Svar
community-accepted-one = Svaret som hjalp
community-helped = Hjalp { $name }
community-accept = Dette hjalp
community-vote = Nyttig
community-comment = Kommenter
community-edit = Endre
community-flag = Dette bør ikke stå her
community-flag-spam = Reklame
community-flag-rude = Det sårer noen
community-flag-private = Det røper noe privat
community-flag-wrong = Det er feil og kan gjøre skade
community-no-more = Her skriver ingen mer.
community-your-answer = Svaret ditt
community-answer-hint = Svar som du ville svart en nabo. Alle kan lese det.
community-answer-go = Svar
community-tell-me = Send meg en e-post når noen svarer
community-follow = Følg
community-unfollow = Ikke følg lenger
community-no-name = Velg et navn på minst to bokstaver først.
community-name-taken = Noen andre heter det. Velg et annet navn.
community-blocked = Du kan ikke skrive her lenger. Skriv til oss hvis du mener at det er feil.
community-too-many = Det var mye på kort tid. Vent litt og send det igjen.
community-no-title = Si med få ord hva det gjelder.
community-no-text = Skriv noe først.
community-too-long = Det er for langt.
community-closed = Der skriver ingen mer.
community-own = Det avgjør andre om det du har skrevet.
community-not-yours = Bare den som skrev det, kan gjøre det.
community-too-old = Det er for lenge siden til å endres.
community-no-reason = Si hvorfor det ikke er planlagt.
community-no-merge = Det kan ikke bli en del av det andre.
community-desk = Det fellesskapet trenger
community-queue = Venter på å bli sett på
community-queue-none = Ingenting venter.
community-show = Vis
community-show-it = La det stå
community-hide-it = Skjul det
community-block-it = Skjul det og steng ute den som skrev
community-block = Steng ute
community-unblock = La skrive igjen
community-is-blocked = Stengt ute
community-make-expert = Merk som ekspert
community-no-expert = Ikke ekspert lenger
community-conversation = Samtalen det ble til
community-as-us = Svar så alle kan lese det
community-lock = Lås
community-unlock = Lås opp
community-merge = Slå sammen
community-merge-into = Adressen til det andre spørsmålet
community-becomes = Hva det blir til
community-because = Hvorfor
community-sign-trap = Fylte ut et felt som folk ikke ser
community-sign-hasty = Sendt med en gang
community-sign-repeated = Sagt før
community-sign-links = Mange lenker
community-sign-new-link = En lenke fra en ny
community-sign-loud = Nesten bare store bokstaver
community-sign-new = Det første fra en ny
community-settings-lead = Der kunder spør åpent og svarer hverandre. Det nye ser dere på først, og det ingen svarer på, kommer til dere.
community-on = Det finnes et fellesskap
community-on-why = Sidene er der for kundene.
community-members-only = Bare innloggede kan lese
community-members-only-why = Uten dette kan alle det, også søkemotorer.
community-hours = Timer før et ubesvart spørsmål kommer til oss
community-hours-hint = Det blir en samtale i innboksen. 0 for aldri.
community-by-the-clock = Tell alle timer
community-by-the-clock-why = Uten dette teller bare timene dere har åpent.
community-first-wait = De første innleggene fra et medlem som dere ser på
community-first-wait-hint = Andre ser dem når dere lar dem stå.
community-new-an-hour = Innlegg i timen fra en ny
community-new-an-hour-hint = Til noen av deres har fått stå.
community-an-hour = Innlegg i timen fra andre
community-an-hour-hint = Flere må vente.
community-fell-note = Spurt i fellesskapet, der ingen har svart ennå: { $link }
community-mail-subject = Noe nytt: { $title }
community-mail-decided-subject = Hva det blir til: { $title }
held-community = Det de skrev i fellesskapet
held-community-name = Navn i fellesskapet
held-community-title = Kort sagt
held-community-text = Tekst
event-community-asked = Spurte i fellesskapet
event-community-idea = Kom med en idé i fellesskapet
event-community-answered = Svarte i fellesskapet
event-community-accepted = Sa hvilket svar som hjalp
event-community-flagged = Sa at noe ikke bør stå i fellesskapet
event-community-shown = Lot noe stå i fellesskapet
event-community-hidden = Skjulte noe i fellesskapet
event-community-locked = Låste et spørsmål i fellesskapet
event-community-unlocked = Låste opp et spørsmål i fellesskapet
event-community-merged = Slo sammen to spørsmål i fellesskapet
event-community-fell = Et spørsmål i fellesskapet ble en samtale
event-community-decided = Bestemte noe om en idé
community-answers = { $count ->
    [one] Ett svar
   *[other] { $count } svar
}
community-votes = { $count ->
    [one] stemme
   *[other] stemmer
}
community-mail-text =
    Noen har skrevet til noe du følger hos { $business }:

    { $title }
    { $link }

    Du kan slutte å følge det på siden.
community-mail-decided-text =
    Vi har bestemt noe om en idé som du ønsket deg eller følger hos { $business }:

    { $title }
    { $becomes }
    { $reason }

    { $link }
community-done-public = Takk. Nå kan alle lese det, og du får e-post når noen svarer.
community-done-private = Takk. Ingenting av det blir vist.
community-done-taken = Det blir en samtale om et øyeblikk.
community-taken-note = Spurt i fellesskapet: { $link }
community-take = Gjør om til samtale
community-move = Flytt
community-join-sent = Hvis { $email } er riktig, er en lenke på vei dit. Den virker én gang, innen 15 minutter.
community-offer-title = Gjør det til et spørsmål
community-offer-back = Tilbake til samtalen
community-offer-lead = Andre kan ha det samme spørsmålet. La bare stå det som hjelper dem. Kunden leser det først og bestemmer; før det blir ingenting vist.
community-offer-taken = Tatt ut
community-offer-hint = Les det én gang til: Navn på steder og produkter som røper hvem det er, må også ut.
community-offer-ask = Spør kunden på e-post
community-offer-asked = Kunden er allerede spurt, eller det er offentlig.
community-offer-cannot = Kunden kan ikke spørres på e-post nå: Ingen av adressene er bekreftet, eller det skal tas hensyn. Spør selv.
community-offer-public = Det er et spørsmål i fellesskapet.
community-offer-waits = Kunden er spurt og har ikke svart ennå.
community-offer-declined = Kunden ville ikke. Spør bare igjen hvis de vil nå.
community-offer-may = Kan andre få lese dette?
community-offer-may-lead = Du skrev dette til { $business }, og andre kan ha det samme spørsmålet. Vi har tatt ut det som er personlig. Det blir bare offentlig hvis du sier ja.
community-offer-named = Ja, under dette navnet
community-offer-unnamed = Ja, uten navn
community-offer-no = Nei, hold det privat
community-offer-note = Kunden lot det bli et spørsmål i fellesskapet: { $link }
community-offer-mail-subject = Kan andre få lese spørsmålet ditt?
event-community-moved = Flyttet et spørsmål eller en idé i fellesskapet
community-wanted-by = { $count ->
    [one] Én kunde ønsker det
   *[other] { $count } kunder ønsker det
}
community-offer-mail-text =
    Du spurte { $business } om noe som andre også kan lure på:

    { $title }

    Kan vi vise det i fellesskapet vårt, sammen med det vi svarer der? Vi har tatt ut det som er personlig. Les det her og bestem deg; til da ser ingen det:

    { $link }

    Du kan slutte å følge det på siden.
search-community = I fellesskapet
    Lenken gjelder i 30 dager. Hvis du ikke gjør noe, forblir det privat.
event-community-expert = Merket et medlem som ekspert i fellesskapet
event-community-expert-no-more = Tok merket som ekspert fra et medlem
event-community-blocked = Sperret et medlem i fellesskapet
event-community-unblocked = Lot et medlem skrive i fellesskapet igjen
community-number-wrong = Skriv et helt tall fra { $least } til { $most }.
community-others-wrong = Andre kan skrive minst like mye som de nye.
