//! Swedish words of promises.

use super::lexicon::Class::{
    Act, Adverb, And, Arrive, Automatic, Be, Because, But, Can, Customer, Deadline, Every, Expect, Feel, Get, Gladly,
    Habit, Have, Hear, Hedge, I, If, Infinitive, Is, It, Let, Light, Me, Must, Not, Otherwise, Our, Outside,
    Participle, Particle, Past, Place, Prepare, Preposition, Present, Protect, Ready, Request, Role, Said, SameDay,
    Shut, So, Someone, Soon, State, Stuff, Tag, Take, Tell, That, They, Trust, Unless, Vow, We, What, When, Who, Will,
    Would, You,
};
use super::lexicon::{Order, Table};
use super::verbs;

pub const TABLE: Table = Table {
    words: &[
        (I, "jag, kommer jag att"),
        (We, "vi, kommer vi att"),
        (You, "du, ni, kommer du att, kommer ni att"),
        (Customer, "dig, dej, er, din, ditt, dina, ert, era"),
        (Me, "mig, mej, oss"),
        (Our, "vår, vårt, våra, min, mitt, mina"),
        (
            Role,
            "kollega, kollegan, kollegor, tekniker, teknikern, montör, montören, chaufför, chauffören, chef, chefen, ledare, \
             teamet, team, avdelning, avdelningen, butiken, lagret, verkstaden, kundtjänst, kundservice, support, supporten, \
             moderator, moderatorn, reparatör, reparatören, rörmokare, rörmokaren, elektriker, elektrikern, snickare, \
             snickaren, ingenjör, ingenjören, rådgivare, rådgivaren, konsult, konsulten, specialist, specialisten, \
             ekonomi, ekonomin, försäljning, logistik, receptionen, handläggare, handläggaren, mekaniker, mekanikern, \
             utvecklare, utvecklaren, utvecklarna, expert, experten, medarbetare, medarbetaren, kontoret, inköp, it, \
             bokföringen, servicetekniker, hantverkare, hantverkaren, säljare, säljaren, bud",
        ),
        (Someone, "någon, en av oss, en annan, nån"),
        (They, "han, hon, de"),
        (
            Outside,
            "postnord, posten, dhl, ups, fedex, bring, schenker, budbee, instabox, fraktbolaget, transportören, speditören, kuriren, leverantören, \
             tillverkaren, banken, tullen, fabriken, försäkringsbolaget, kunden, man, budfirman, åkeriet",
        ),
        (
            Stuff,
            "garantin, priserna, hemsidan, systemet, villkoren, erbjudandet, kampanjen, appen, produkterna, målet, öppettider, hemsida, webbplats, system, priser, villkor, garanti, webbutik, erbjudande, adress, telefon, kampanj, \
             nyhetsbrev, app, produkter, produkt, fel, ursäkt, mål, riktlinjer, sida, nummer",
        ),
        (It, "den, det, detta, dessa, denna, allt"),
        (Will, "ska, skall, kommer att, kommer jag att, kommer vi att, kommer du att, kommer ni att, ämnar"),
        (Would, "skulle, kunde, borde ha, hade vi, hade jag, skulle ha, måste ha"),
        (Can, "kan, kunde, möjlighet att, går att"),
        (Must, "måste, behöver, bör du, ombeds"),
        (Not, "inte, aldrig, ingen, inget, inga, ingenting, varken, knappast, ej, icke"),
        (
            Adverb,
            "nog, alla fall, alla omständigheter, inte senare än, inte bara, ingen fara, inga problem, inget problem, ingen orsak, ingen stress",
        ),
        (If, "om, ifall, förutsatt, förutsatt att, under förutsättning, såvida, så länge, i fall, givet att, bara"),
        (Preposition, "om"),
        (
            When,
            "när, så snart, så fort, efter att, sedan du, förrän, först när, innan, tills, då, direkt när, efter det",
        ),
        (Unless, "medan, under tiden, såvida inte, om inte annat, med mindre"),
        (That, "att"),
        (Who, "som"),
        (What, "vad, vem, varför, hur, var, vilken, vilket, vilka, huruvida"),
        (Because, "eftersom, trots att, även om, fastän"),
        (And, "och, eller, &, samt"),
        (But, "men, däremot"),
        (So, "så, därför"),
        (
            Preposition,
            "till, från, med, hos, i, på, av, för, vid, över, under, mellan, mot, utan, efter, genom, via, bland, innan, tills, inom, åt, då",
        ),
        (
            Adverb,
            "också, då, bara, nu, fortfarande, igen, redan, därför, självklart, naturligtvis, först, personligen, säkert, \
             definitivt, nämligen, ju, alltså, såklart, så klart, omgående, som avtalat, som utlovat, som överenskommet, \
             som sagt, som vi, istället, i stället, ändå, därefter, så, ännu, här, härmed, dessutom, gratis, garanterat, själv, \
             samtidigt, även, givetvis, sedan, sen, kostnadsfritt, ännu en gång, antingen, tillbaka då, genast, på en gång",
        ),
        (
            Habit,
            "måndag till fredag, måndag till lördag, måndag till torsdag, vardagar, på vardagar, måndagar, lördagar, söndagar, vanligtvis, normalt, som regel, oftast, brukar, alltid, ofta, i allmänhet, för det mesta, i regel, i snitt, i genomsnitt, typiskt, ibland, generellt, sällan, normalt sett, vanligen, i normalfallet, ordinarie",
        ),
        (Every, "alla, varje, samtliga"),
        (
            Hedge,
            "förhoppningsvis, försöka, försöker, hoppas, hoppas att, kanske, antagligen, förmodligen, sannolikt, troligen, troligtvis, \
             möjligen, bör, borde, räknar med, siktar på, förväntas, förväntar, nog, väl, om möjligt, enligt planen, planerar, \
             göra vårt bästa, gör vårt bästa, göra mitt bästa, eventuellt, beräknas, avser, enligt uppgift, med lite tur, förväntad",
        ),
        (
            Request,
            "vänligen, var vänlig, skicka oss, ge oss, kom ihåg, meddela oss, kontakta oss, tveka inte, kan du, kan ni, snälla, fyll i, se till att, hör av dig, säg till, hör gärna",
        ),
        (Hear, "hör av dig, hör av er"),
        (Gladly, "gärna"),
        (
            Soon,
            "snart, strax, omgående, löpande, så snart som, snarast, snarast möjligt, så fort som, med en gång, genast, inom kort, så snabbt som, direkt, alldeles strax, inom kortast, om en stund",
        ),
        (SameDay, "samma dag, den dagen, samma eftermiddag, samma kväll, samma dygn"),
        (Otherwise, "annat, motsatsen, protesterar, invänder, något annat"),
        (Automatic, "automatiskt, förnyas, förlängs automatiskt, förfaller"),
        (
            Deadline,
            "frist, fristen, ångerrätt, returrätt, garanti, tid på, rätt att, möjlighet, öppet köp, rätt till, betänketid",
        ),
        (
            Shut,
            "behov av, öppet, öppen, stängt, öppna, semester, ledig, möte, borta, slutsåld, lunch, tjänstledig, rabatt, rea, kampanj, bortrest, upptagen, stänger, öppnar, födelsedag, mässa, öppettid, telefontid, helgdag, stängda",
        ),
        (Let, "låt mig, låt oss"),
        (Expect, "förvänta, förvänta dig, vänta dig, räkna med"),
        (Tag, "ok, okej, bra, går det bra, är det okej, är det ok, passar det, det bra, det okej, eller hur, va"),
        (
            Particle,
            "svaret, tillbaka, kontakt, besked, svar, ordning, uppdaterad, uppdatering, på plats, informerad, ansvar, status, hand, klart, lösning, upp, meddelande, fram, igenom, tag, vidare, ett samtal, återkoppling, förslag, av oss, av mig, nyheter, över, in, förbi, undan",
        ),
        (
            Ready,
            "på väg, i väg, iväg, klar, klart, färdig, färdigt, på plats, i ordning, i hamn, löst, fixat, åtgärdat, reparerad, ordnat, uppe, i drift, hämtas, åtgärdad",
        ),
        (
            Place,
            "hos dig, hos er, ditt konto, kontot, på kontot, din dörr, vid dörren, hemma, med posten, brevlådan, din brevlåda, inkorgen, ert konto, i din hand",
        ),
        (
            Trust,
            "lita på, var trygg, mitt ord, vårt ord, hedersord, vara säker, säker på, var säker, vara trygg, ser jag till, ser vi till",
        ),
        (Present, "är, har, blir, finns, ser, gör, vet, frågar, får, går, står, tar, ger, hör, säger"),
        (Be, "är, vara, blir, bli, varit, var, blev, finns"),
        (
            Past,
            "blev, hade, fick, sa, sade, gick, kom, gav, tog, skrev, hittade, ringde, varit, gjorde, visste, bad, lät, satte, lovade, sågs",
        ),
        (Is, "är"),
        (Have, "har, ha, hade"),
        (Infinitive, "ha, vara, bli"),
        (Participle, "fått, gjort, skickat, sagt, skrivit, gett, tagit, blivit, varit, haft, hört"),
    ],
    verbs: &[
        (Act, "starta, börja, flytta"),
        (Shut, "starta, börja, flytta"),
        (Act, "försöka igen/försöker igen//, prova igen/provar igen//"),
        (State, "hålla på/håller på//"),
        (Act, "stryka, efterskänka, lösa in, köpa, korta, plocka, byta ut, dra av/drar av//dragit av"),
        (Act, "koppla, ansluta, byta ut"),
        (Light, "säga/säger//sagt"),
        (
            Act,
            "skicka, sända, återbetala, reparera, laga, ersätta, leverera, annullera, avboka, avsluta, rätta, korrigera, ändra, byta, \
             kreditera, kompensera, behandla, hantera, fixa, lösa, ordna, beställa, efterbeställa, utfärda, posta, montera, installera, \
             justera, reservera, boka, uppgradera, uppdatera, förlänga, återställa, nollställa, aktivera, hämta, planera, \
             arrangera, organisera, returnera, överföra, vidarebefordra, ladda, besöka, utföra, färdigställa, betala, utbetala, hjälpa, \
             genomföra, godkänna, stoppa, radera, registrera, producera, måla, skaffa, ställa, dra, rensa, tvätta, öppna, \
             eftersända, upprätta, packa, fylla, säkra, täcka, trycka, eskalera, konfigurera, säga upp, bistå, erbjuda, sätta in, skicka in, \
             lägga, lägga upp, ta fram, leda, åtgärda, byta ut, ta bort, skriva ut, restaurera, sätta, serva, ombesörja, regla, debitera om, slutföra, reglera, avhjälpa, ersättningsleverera, installera om, bevilja, makulera",
        ),
        (
            Act,
            "göra/gör/gjorde/gjort, sätta/sätter/satte/satt, lägga/lägger/lade/lagt, låta/låter/lät/låtit, bära/bär//, hålla/håller/höll/hållit, köra/kör//kört, stå/står/stod/stått",
        ),
        (
            Act,
            "ta hand/tar hand//, ta över/tar över//tagit över, se till/ser till//sett till, hålla undan/håller undan//, lägga undan/lägger undan//, åta/åtar//åtagit, dra/drar//dragit, ombesörja/ombesörjer//, hyra/hyr//",
        ),
        (
            Tell,
            "ringa, svara, kontakta, besvara, informera, meddela, bekräfta, rapportera, förklara, upplysa, sammanfatta, mejla, maila, messa, sms:a, underrätta, aviserar, avisera, berätta, påminna, återkoppla",
        ),
        (
            Tell,
            "skriva/skriver/skrev/skrivit, höra av/hör av//, återkomma/återkommer//, ta kontakt/tar kontakt//, ge besked/ger besked//, säga till/säger till//, komma tillbaka/kommer tillbaka//, följa upp/följer upp//, ge dig/ger dig//, sms:a/sms:ar//, hör/hör av//",
        ),
        (
            Prepare,
            "kolla, undersöka, fråga, kontrollera, titta, bedöma, söka, granska, diskutera, prata, analysera, testa, efterlysa, utreda, leta, stämma av, checka, rådgöra, forska, felsöka",
        ),
        (
            Prepare,
            "se över/ser över//, ta reda/tar reda//, gå igenom/går igenom//, ta upp/tar upp//, höra med/hör med//, hitta/hittar//, titta på/tittar på//, dubbelkolla/dubbelkollar//",
        ),
        (
            Light,
            "komma/kommer/kom/kommit, ta/tar/tog/tagit, ge/ger/gav/gett, gå/går/gick/gått, hålla/håller/höll/hållit, höra/hör/hörde/hört, sätta/sätter//, stå/står//, ha/har//, följa/följer//, vända/vänder//",
        ),
        (Get, "få/får//fått, motta/mottar//mottagit, erhålla/erhåller//erhållit"),
        (Hear, "höra/hör/hörde/hört, höra av/hör av//"),
        (
            Feel,
            "älska, märka, njuta, känna, ångra, uppleva, gilla, glädja, se/ser/såg/sett, tycka/tycker//, förstå/förstår//, sakna, spara, uppskatta",
        ),
        (Take, "motta/mottar/mottog/mottagit, få/får/fick/fått, har mottagit///, kommit in, inne, betalt"),
        (
            Protect,
            "debitera, fakturera, stänga, radera, belasta, dra/drar/drog/dragit, dras/dras//, ta betalt/tar betalt//",
        ),
        (Shut, "stänga, öppna, hålla stängt/håller stängt//, hålla öppet/håller öppet//"),
        (Act, "stänga"),
        (Vow, "lova, garantera, utlova, förbinda, försäkra"),
        (Trust, "se till/ser till//, försäkra/försäkrar//, säkerställa/säkerställer//, tillse/tillser//"),
        (
            Said,
            "säga/säger/sa/sagt, påstå/påstår/påstod/påstått, nämna, tro/tror/trodde/trott, veta/vet/visste/vetat, mena/menar/menade/menat, läsa/läser/läste/läst, förstå/förstår/förstod/förstått, skriva/skriver/skrev/skrivit, undra/undrar//",
        ),
        (
            State,
            "beklaga, hoppas/hoppas//, önska, vänta, rekommendera, föreslå/föreslår//, kräva, tänka, tycka, tacka, glädja, påminna om, be/ber/bad/bett, \
             jobba, arbeta, bo/bor//, ligga/ligger//, sluta, heta/heter//, vara, kosta, gälla, sälja, uppmana, ser fram/ser fram//, fira, \
             bygga, lita, avvakta, sakna, lansera, glömma, behöva, stänga, inse/inser//, tar emot/tar emot//, ta emot///, finnas/finns//",
        ),
        (
            Arrive,
            "komma/kommer/kom/kommit, ankomma/ankommer/ankom/ankommit, gå/går/gick/gått, lämna, nå/når//, ligga/ligger//, vara/är//, stå/står//, landa, finnas/finns//",
        ),
    ],
    forms: verbs::swedish,
    role_endings: &[
        "avdelningen",
        "avdelning",
        "teamet",
        "tjänsten",
        "centret",
        "ansvarig",
        "chefen",
        "butiken",
        "verkstaden",
        "kollega",
        "kollegan",
    ],
    adverb_endings: &["vis", "ligen"],
    present_endings: &["er", "ar", "r"],
    order: Order::VerbSecond,
};
