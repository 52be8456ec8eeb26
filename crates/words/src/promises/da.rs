//! Danish words of promises.

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
        (Particle, "mig af, os af"),
        (Would, "vil gerne, vil jeg gerne, vil vi gerne"),
        (I, "jeg, kommer jeg til"),
        (We, "vi, kommer vi til"),
        (You, "du, kommer du til"),
        (Customer, "dig, jer, din, dit, dine, jeres, deres"),
        (Me, "mig, os"),
        (Our, "vores, vor, vort, vore, min, mit, mine"),
        (
            Role,
            "kollega, kollegaen, kolleger, tekniker, teknikeren, montør, montøren, chauffør, chaufføren, chef, chefen, \
             leder, lederen, teamet, team, afdeling, afdelingen, butikken, lageret, værkstedet, kundeservice, support, \
             moderator, moderatoren, reparatør, reparatøren, vvs'er, elektriker, elektrikeren, tømrer, tømreren, ingeniør, \
             ingeniøren, rådgiver, rådgiveren, konsulent, konsulenten, specialist, specialisten, bogholderiet, \
             regnskab, økonomi, salg, logistik, receptionen, sagsbehandler, sagsbehandleren, mekaniker, mekanikeren, \
             udvikler, udvikleren, udviklerne, ekspert, eksperten, medarbejder, medarbejderen, kontoret, indkøb, it, \
             kundecentret, blikkenslager, håndværker, smed, smeden, bud",
        ),
        (Someone, "nogen, en, én, en af os, en anden"),
        (They, "han, hun, de"),
        (
            Outside,
            "postnord, posten, dao, gls, bring, dhl, ups, fedex, fragtfirmaet, transportøren, kureren, leverandøren, producenten, \
             banken, tolden, fabrikken, forsikringsselskabet, kunden, man, fragtmanden, speditøren, budfirmaet",
        ),
        (
            Stuff,
            "garantien, priserne, hjemmesiden, systemet, vilkårene, tilbuddet, kampagnen, appen, produkterne, målet, åbningstider, hjemmeside, system, priser, vilkår, garanti, webshop, tilbud, adresse, telefon, kampagne, \
             nyhedsbrev, app, produkter, produkt, fejl, beklagelse, mål, retningslinjer, side, nummer, handelsbetingelser",
        ),
        (It, "den, det, dette, disse, denne, alt"),
        (Will, "skal, vil, kommer til at, kommer jeg til, kommer vi til, kommer du til, skal nok, agter at"),
        (Would, "ville, skulle, kunne, burde have, havde vi, havde jeg, skulle have, ville have, måtte"),
        (Can, "kan, kunne, mulighed for, må gerne"),
        (Must, "må, behøver, bedes, er nødt"),
        (Not, "ikke, aldrig, ingen, intet, ingenting, hverken, næppe"),
        (
            Adverb,
            "nok, alle omstændigheder, alle tilfælde, ikke senere end, ikke kun, ikke bare, ingen årsag, intet problem, ikke noget problem, ingen problemer",
        ),
        (If, "hvis, såfremt, forudsat, forudsat at, under forudsætning, i fald, så længe, ifald, givet at, i tilfælde"),
        (When, "når, så snart, efter at, idet, før, inden, indtil, først når"),
        (Unless, "mens, imens, medmindre, med mindre, hvis ikke andet"),
        (That, "at"),
        (Who, "som, der"),
        (What, "hvad, hvem, hvorfor, hvordan, hvor, hvilken, hvilket, hvilke, om"),
        (Because, "fordi, eftersom, selvom, selv om"),
        (And, "og, eller, &, samt"),
        (But, "men, derimod"),
        (So, "så, derfor"),
        (
            Preposition,
            "til, fra, med, hos, i, på, af, for, ved, over, under, mellem, mod, uden, efter, gennem, via, om, blandt, før, inden, indtil",
        ),
        (
            Adverb,
            "også, da, bare, nu, fortsat, igen, allerede, derfor, selvfølgelig, naturligvis, først, personligt, sikkert, \
             bestemt, nemlig, jo, altså, så klart, omgående, som aftalt, som lovet, som nævnt, som sagt, i stedet, \
             alligevel, derefter, så, endnu, her, hermed, desuden, gratis, derudover, garanteret, selv, samtidig, enten, med det samme, uden beregning",
        ),
        (
            Habit,
            "mandag til fredag, mandag til lørdag, mandag til torsdag, hverdage, på hverdage, mandage, lørdage, søndage, normalt, som regel, oftest, plejer, plejer at, altid, ofte, sædvanligvis, generelt, for det meste, almindeligvis, i gennemsnit, typisk, af og til, som oftest, sjældent, som hovedregel, gennemsnitligt, normalvis, ordinært",
        ),
        (Every, "alle, hver, hvert, samtlige, enhver"),
        (
            Hedge,
            "forhåbentlig, forhåbentligt, prøve, prøver, prøver at, forsøge, forsøger, håber, håber at, måske, formentlig, sandsynligvis, \
             muligvis, bør, burde, regner med, satser på, sigter mod, forventer, forventes, vel, om muligt, hvis muligt, \
             nok, efter planen, planlægger, gøre vores bedste, gør vores bedste, gøre mit bedste, antageligt, antagelig, angiveligt, forventet, vist",
        ),
        (
            Request,
            "venligst, send os, giv os, husk, giv besked, kontakt os, tøv ikke, kan du, vær venlig, udfyld, sørg for, sig til, skriv endelig, ring endelig, vær så",
        ),
        (Gladly, "gerne"),
        (
            Soon,
            "snart, straks, omgående, løbende, hurtigst muligt, snarest, snarest muligt, så snart som, så hurtigt som, med det samme, lige om lidt, inden længe, om lidt, om kort tid, inden for kort",
        ),
        (SameDay, "samme dag, den dag, den samme dag, samme eftermiddag, samme aften"),
        (Otherwise, "andet, modsatte, protesterer, indvender, noget andet"),
        (Automatic, "automatisk, fornyes, udløber, forfalder"),
        (
            Deadline,
            "frist, fristen, fortrydelsesret, returret, garanti, tid til, ret til, mulighed, lov, lov til, betænkningstid",
        ),
        (
            Shut,
            "behov for, brug for, åbent, åben, lukket, åbne, ferie, fri, møde, væk, udsolgt, frokost, orlov, rabat, udsalg, kampagne, bortrejst, optaget, lukker, åbner, fødselsdag, messe, åbningstid, telefontid, helligdag, lukkeferie",
        ),
        (Let, "lad mig, lad os"),
        (Expect, "forvente, forvent, vente dig, regne med, regn med, påregne"),
        (
            Tag,
            "ok, okay, fint, går det an, er det okay, er det ok, passer det, i orden, det okay, det ok, det fint, ikke også, vel",
        ),
        (
            Particle,
            "svaret, tilbage, kontakt, besked, svar, orden, lyd, opdateret, opdatering, på plads, informeret, ansvar, status, hånd, færdig, løsning, op, melding, frem, igennem, fat, videre, et opkald, tilbagemelding, forslag, nyt, forbi, ud til",
        ),
        (
            Ready,
            "på vej, af sted, afsted, klar, klart, færdig, færdigt, på plads, i orden, i hus, løst, fikset, repareret, ordnet, oppe, i drift, afhentes",
        ),
        (
            Place,
            "hos dig, hos jer, din konto, kontoen, på kontoen, din dør, ved døren, hjemme, med posten, postkassen, din postkasse, indbakken, jeres konto, i hænde",
        ),
        (
            Trust,
            "stole på, være tryg, tryg ved, vær tryg, mit ord, vores ord, æresord, være sikker, sikker på, vær sikker, vær vis",
        ),
        (Present, "er, har, bliver, skylder, ser, gør, ved, spørger, får, går, står, tager, giver"),
        (Be, "er, være, bliver, blive, været, var, blev"),
        (
            Past,
            "var, blev, havde, fik, sagde, gik, kom, gav, tog, så du, skrev, fandt, ringede, været, gjorde, vidste, bad, lod, satte, lovede",
        ),
        (Is, "er"),
        (Have, "har, have, havde"),
        (Infinitive, "have, være, blive"),
        (Participle, "fået, gjort, sendt, sagt, skrevet, givet, taget, blevet, været, haft"),
    ],
    verbs: &[
        (Act, "start, begynd, flytt"),
        (Shut, "start, begynd, flytt"),
        (State, "slutte/slutter//"),
        (
            Act,
            "afbestille/afbestiller//afbestilt, genbestille/genbestiller//, opfylde/opfylder//, udskifte/udskifter//udskiftet, skifte/skifter//skiftet",
        ),
        (Act, "prøve igen/prøver igen//"),
        (Prepare, "tal, tale/taler/talte/talt"),
        (State, "være ved at/er ved at//"),
        (Act, "eftergiv, frafald, indløs, køb, kør, afkort, lukke op/lukker op//, pluk, slå fra/slår fra//slået fra"),
        (Act, "kobl, viderestil, viderestille/viderestiller//viderestillet"),
        (Light, "sige/siger//sagt"),
        (
            Act,
            "send, refunder, reparer, erstat, lever, annuller, afbestil, afslut, ret, korriger, ændr, byt, ombyt, krediter, tilbagefør, \
             kompenser, behandl, fiks, løs, ordn, håndter, bestil, genbestil, udsted, post, monter, installer, juster, \
             reserver, book, opgrader, opdater, forlæng, fjern, gendan, nulstil, aktiver, hent, afhent, planlæg, arranger, \
             organiser, returner, overfør, videresend, upload, besøg, udfør, færdiggør, udbetal, betal, hjælp, gennemfør, \
             skift, tilbagebetal, godkend, stop, slet, registrer, producer, mål, skaff, stil, træk, indsæt, opsig, \
             rens, vask, genåbn, åbn, eftersend, opret, ophæv, pak, fyld, sikr, dæk, lav, tryk, eskaler, sæt, konfigurer, opsæt, fragt, udskift, bistå, tilbyd, medsend, fremsend, indkald, genfremsend",
        ),
        (
            Act,
            "bestille/bestiller/bestilte/bestilt, gøre/gør/gjorde/gjort, sætte/sætter/satte/sat, lægge/lægger/lagde/lagt, bringe/bringer/bragte/bragt, bytte/bytter/byttede/byttet",
        ),
        (
            Act,
            "sørge/sørger/sørgede/sørget, påtage/påtager//påtaget, overtage/overtager/overtog/overtaget, skylde/skylder//, rette/retter/rettede/rettet, erstatte/erstatter/erstattede/erstattet, stille/stiller//stillet, stå/står/stod/stået",
        ),
        (
            Act,
            "tage hånd/tager hånd//, tage sagen/tager sagen//, rykke/rykker//, holde/holder//, afgive/afgiver//, eftergive/eftergiver//eftergivet, slette/sletter//slettet, bestå/består//, stoppe/stopper//stoppet, opsige/opsiger//opsagt, trykke/trykker//trykt",
        ),
        (
            Act,
            "indsætte/indsætter//indsat, tilbyde/tilbyder//tilbudt, trække/trækker//trukket, skaffe/skaffer//skaffet, dække/dækker//dækket, pakke/pakker//pakket, erstatte/erstatter//erstattet, opsætte/opsætter//opsat, oprette/opretter//oprettet, færdiggøre/færdiggør//færdiggjort",
        ),
        (
            Tell,
            "ring, svar, kontakt, besvar, informer, underret, bekræft, meld, skriv, rapporter, forklar, oplys, opsummer, mail, sms, meddel, orienter, afklar, fortæl, rykk, advis",
        ),
        (
            Tell,
            "tage kontakt/tager kontakt//, give besked/giver besked//, sige til/siger til//, give lyd/giver lyd//, komme tilbage/kommer tilbage//, vende tilbage/vender tilbage//, følge op/følger op//, give dig/giver dig//, underrette/underretter//, fortælle/fortæller//",
        ),
        (
            Prepare,
            "tjek, undersøg, spørg, kontroller, kig, vurder, find, led, gransk, drøft, diskuter, snak, analyser, test, efterlys, udred, brug, gennemgå, efterspørg, check, rådfør",
        ),
        (
            Prepare,
            "tjekke/tjekker//tjekket, se på/ser på//set på, se nærmere/ser nærmere//, høre med/hører med//, finde ud/finder ud//, gå igennem/går igennem//, snakke/snakker//snakket, tage op/tager op//, gennemgå/gennemgår//gennemgået, kigge/kigger//kigget",
        ),
        (
            Light,
            "komme/kommer/kom/kommet, tage/tager/tog/taget, give/giver/gav/givet, gå/går/gik/gået, holde/holder/holdt/holdt, vende/vender//, sætte/sætter//, stå/står//, have/har//, følge/følger//, melde/melder//",
        ),
        (Get, "få/får//fået, modtage/modtager//modtaget"),
        (Hear, "høre/hører/hørte/hørt"),
        (
            Feel,
            "elsk, mærk, nyd, føl, fortryd, oplev, glæd, bliv tilfreds, glæde/glæder//, se/ser/så/set, synes/synes//, kunne lide///, forstå/forstår//, mærke/mærker//, savn, spar",
        ),
        (Take, "modtage/modtager/modtog/modtaget, få/får/fik/fået, har modtaget///, ind, betalt"),
        (
            Protect,
            "belast, fakturer, opkræv, debiter, luk, slet, trække/trækker/trak/trukket, hæve/hæver/hævede/hævet, slette/sletter//slettet, lukke/lukker//lukket",
        ),
        (Shut, "luk, åbn, lukke/lukker//, holde lukket/holder lukket//, holde åbent/holder åbent//"),
        (Act, "luk, lukke/lukker//"),
        (Vow, "lov, garanter, love/lover/lovede/lovet, forpligt, forsikr, indestå"),
        (
            Trust,
            "sørge for/sørger for//, forsikre/forsikrer//, påse/påser//, passe på/passer på//, sikre at/sikrer at//, bekræfte at/bekræfter at//",
        ),
        (
            Said,
            "sige/siger/sagde/sagt, påstå/påstår/påstod/påstået, nævn, troede/tror/troede/troet, vide/ved/vidste/vidst, mene/mener/mente/ment, læse/læser/læste/læst, forstå/forstår/forstod/forstået, skrive/skriver/skrev/skrevet, undre/undrer//",
        ),
        (
            State,
            "beklag, håb, ønsk, vent, anbefal, foreslå/foreslår//, kræve/kræver//, tænke/tænker//, synes/synes//, takk, takke/takker//, sæt pris, glæde/glæder//, \
             minde/minder//, bede/beder/bad/bedt, arbejd, bo/bor//, ligge/ligger//, slut, hedder/hedder//, vare/varer//, koste/koster//, gælde/gælder//, \
             sælge/sælger//, tilbyde/tilbyder//, opfordre/opfordrer//, ser frem/ser frem//, fejr, bygg, stole/stoler//, afvent, mangl, lancer, glemme/glemmer//, holde fri/holder fri//, skal bruge/behøver//, mangle/mangler//, stiller op///",
        ),
        (
            Arrive,
            "komme/kommer/kom/kommet, ankomme/ankommer/ankom/ankommet, gå/går/gik/gået, forlade/forlader//, nå/når//, ligge/ligger//, være/er//, stå/står//, lande/lander//",
        ),
    ],
    forms: verbs::danish,
    role_endings: &[
        "afdelingen",
        "afdeling",
        "teamet",
        "tjenesten",
        "centret",
        "centeret",
        "ansvarlig",
        "lederen",
        "butikken",
        "værkstedet",
        "kollega",
    ],
    adverb_endings: &["vis"],
    present_endings: &["er", "r"],
    order: Order::VerbSecond,
};
