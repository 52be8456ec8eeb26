//! Norwegian words of promises.

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
        (Particle, "meg av, oss av"),
        (Would, "vil gjerne, vil jeg gjerne, vil vi gjerne"),
        (I, "jeg, kommer jeg til"),
        (We, "vi, kommer vi til"),
        (You, "du, dere, kommer du til"),
        (Customer, "deg, dere, din, ditt, dine, deres"),
        (Me, "meg, oss"),
        (Our, "vår, vårt, våre, min, mitt, mine"),
        (
            Role,
            "kollega, kollegaen, kollegaene, kolleger, tekniker, teknikeren, montør, montøren, sjåfør, sjåføren, sjef, \
             sjefen, leder, lederen, teamet, team, avdeling, avdelingen, butikken, lageret, verkstedet, kundeservice, \
             support, kundestøtte, moderator, moderatoren, reparatør, reparatøren, rørlegger, rørleggeren, elektriker, \
             elektrikeren, snekker, snekkeren, ingeniør, ingeniøren, rådgiver, rådgiveren, konsulent, konsulenten, \
             spesialist, spesialisten, regnskap, regnskapet, økonomi, salg, logistikk, resepsjonen, bilen vår, \
             saksbehandler, saksbehandleren, mekaniker, mekanikeren, utvikler, utvikleren, utviklerne, ekspert, \
             eksperten, medarbeider, medarbeideren, kontoret, innkjøp, it, kurslederen, daglig leder, bud",
        ),
        (Someone, "noen, en, én av oss, en av oss, en annen"),
        (They, "han, hun, de"),
        (
            Outside,
            "posten, bring, postnord, dhl, ups, fedex, gls, helthjem, budfirmaet, transportøren, fraktselskapet, leverandøren, \
             produsenten, banken, tollen, fabrikken, forsikringsselskapet, kunden, man, transportselskapet, speditøren",
        ),
        (
            Stuff,
            "garantien, prisene, nettsiden, nettsidene, systemet, vilkårene, tilbudet, kampanjen, appen, produktene, målet, policyen, åpningstider, nettside, nettsider, system, priser, vilkår, garanti, nettbutikk, tilbud, adresse, telefon, \
             kampanje, nyhetsbrev, app, produkter, produkt, feil, beklagelse, mål, retningslinjer, side, nummer",
        ),
        (It, "den, det, dette, disse, denne, alt"),
        (Will, "skal, vil, kommer til å, kommer jeg til, kommer vi til, kommer du til, skal nok, tenker å"),
        (Would, "ville, skulle, kunne, burde ha, hadde vi, hadde jeg, skulle ha, ville ha, måtte"),
        (Can, "kan, kunne, får lov, mulighet til"),
        (Must, "må, trenger å, behøver, plikter, bes, skylder oss"),
        (Not, "ikke, aldri, ingen, intet, ingenting, verken, hverken, neppe, ei, intet av"),
        (
            Adverb,
            "nok, alle fall, ikke senere enn, ikke seinere enn, ingen årsak, ikke bare, ingen problem, ikke noe problem, null stress, intet problem",
        ),
        (
            If,
            "hvis, dersom, om, forutsatt, forutsatt at, såfremt, i fall, i tilfelle, så lenge, under forutsetning, gitt at",
        ),
        (Preposition, "om"),
        (When, "når, så snart, så fort, etter at, idet, før, inntil, først når"),
        (Unless, "mens, imens, med mindre, medmindre, hvis ikke annet, om ikke annet, bortsett fra hvis"),
        (That, "at"),
        (Who, "som"),
        (What, "hva, hvem, hvorfor, hvordan, hvor, hvilken, hvilket, hvilke"),
        (Because, "fordi, ettersom, siden vi, selv om"),
        (And, "og, eller, &, samt"),
        (But, "men, derimot"),
        (So, "så, derfor"),
        (
            Preposition,
            "til, fra, med, hos, i, på, av, for, ved, over, under, mellom, mot, uten, etter, gjennom, via, blant, før, inntil, innen",
        ),
        (
            Adverb,
            "også, da, bare, nå, fortsatt, igjen, allerede, derfor, selvsagt, selvfølgelig, naturligvis, først, personlig, \
             sikkert, definitivt, nemlig, jo, altså, så klart, umiddelbart, da også, gjerne også, som avtalt, som lovet, \
             som lovt, som nevnt, som sagt, i stedet, likevel, deretter, så, nok en gang, her, hermed, dessuten, til slutt, \
             kostnadsfritt, gratis, da du, i tillegg, garantert, med andre ord, selv, så langt, ennå, bestemt, enten, med det samme",
        ),
        (
            Habit,
            "mandag til fredag, mandag til lørdag, mandag til torsdag, hverdager, på hverdager, mandager, lørdager, søndager, vanligvis, normalt, som regel, oftest, pleier, pleier å, alltid, ofte, stort sett, generelt, til vanlig, som oftest, i snitt, typisk, gjennomsnittlig, av og til, ordinært, sjelden, normalt sett, i gjennomsnitt, som hovedregel",
        ),
        (Every, "alle, hver, hvert, samtlige, enhver"),
        (
            Hedge,
            "forhåpentligvis, prøve, prøver, prøver å, forsøke, forsøker, håper, håper å, kanskje, antagelig, antakelig, sannsynligvis, \
             trolig, muligens, bør, regner med, satser på, tar sikte på, ser ut til, forventer, forventet, nok, vel, om mulig, hvis mulig, \
             antageligvis, beregnet, etter planen, planlegger, gjør vårt beste, gjøre vårt beste, gjøre mitt beste, med litt flaks, formodentlig, visstnok",
        ),
        (
            Request,
            "vennligst, gjerne oss, send oss, gi oss, husk, gi beskjed, ta kontakt, ikke nøl, kan du, kan dere, vær så snill, fyll ut, sørg for, si fra, gi lyd",
        ),
        (Gladly, "gjerne"),
        (
            Soon,
            "snart, straks, umiddelbart, fortløpende, så snart som, snarest, snarest mulig, så fort som, med en gang, omgående, raskest mulig, så raskt som, om litt, om kort tid, hurtigst mulig, fortest mulig, innen kort tid, med det samme, i løpet kort",
        ),
        (SameDay, "samme dag, den dagen, den samme dagen, samme ettermiddag, samme kveld, samme morgen"),
        (Otherwise, "annet, motsatt, protesterer, innvender, noe annet"),
        (Automatic, "automatisk, fornyes, utløper, forfaller"),
        (
            Deadline,
            "frist, fristen, angrerett, garanti, tid til, åpent kjøp, rett til, mulighet, lov, lov til, betenkningstid",
        ),
        (
            Shut,
            "behov for, bruk for, åpent, åpen, stengt, åpne, ferie, fri, møte, borte, utsolgt, lunsj, permisjon, rabatt, salg, kampanje, bortreist, opptatt, stenger, ute av kontoret, bursdag, messe, åpningstid, fullt, telefontid, lukket, helligdag",
        ),
        (Let, "la meg, la oss"),
        (Expect, "forvente, forvent, vente deg, regne med, regn med"),
        (Tag, "ok, okay, greit, går det bra, er det greit, passer det, i orden, fint, det greit, det bra, sant"),
        (
            Particle,
            "tilbake, kontakt, beskjed, svar, svaret, orden, lyd, oppdatert, oppdatering, på plass, informert, ansvar, status, hånd, tak i saken, ferdig, løsning, opp, melding, fram, gjennom, fatt, videre, en telefon, tilbakemelding, forslag, nytt",
        ),
        (
            Ready,
            "på vei, av gårde, avgårde, av sted, klar, klart, ferdig, på plass, i orden, i mål, løst, fikset, reparert, ordnet, oppe, i drift, hentes, henteklar, oppe igjen",
        ),
        (
            Place,
            "hos deg, hos dere, din konto, kontoen din, på konto, din dør, døra di, døren din, på døra, hjemme, i posten, postkassen, postkassa, postkassen din, innboksen, kontoen deres, i hende",
        ),
        (
            Trust,
            "stole på, være trygg, trygg på, vær trygg, mitt ord, vårt ord, æresord, være sikker, sikker på, trygge på, vær sikker",
        ),
        (Present, "er, har, blir, skylder, ser, gjør, vet, spør, får, går, står, tar, gir, dreier"),
        (Be, "er, være, blir, bli, vært, var, ble"),
        (
            Past,
            "var, ble, hadde, fikk, sa, gikk, kom, ga, tok, så du, skrev, fant, ringte, vært, gjorde, visste, ba, lot, satte, lovet, lovte",
        ),
        (Is, "er"),
        (Have, "har, ha, hadde"),
        (Infinitive, "ha, være, bli"),
        (Participle, "fått, gjort, sendt, sagt, skrevet, gitt, tatt, blitt, vært, hatt"),
    ],
    verbs: &[
        (Act, "start, begynn, flytt"),
        (Shut, "start, begynn, flytt"),
        (Act, "prøve igjen/prøver igjen//, prøve på nytt/prøver på nytt//"),
        (State, "holde på/holder på//"),
        (
            Act,
            "stryk, stryke/stryker//strøket, refuser, innløs, slå av/slår av//slått av, forkort, kjøp, kjør, bærer ut/bærer ut//, plukk",
        ),
        (Act, "kobl, koble/kobler//koblet"),
        (Light, "si/sier//sagt"),
        (
            Act,
            "send, refunder, reparer, erstatt, lever, annuller, avbestill, avslutt, rett, korriger, endr, bytt, krediter, tilbakefør, \
             kompenser, behandl, fiks, løs, ordn, håndter, bestill, etterbestill, utsted, post, monter, installer, juster, \
             reserver, book, oppgrader, oppdater, forleng, fjern, legg, gjenopprett, nullstill, aktiver, hent, planlegg, \
             organiser, returner, overfør, videresend, last, besøk, utfør, ferdigstill, fullfør, utbetal, betal, hjelp, \
             bistå, gjennomfør, skift, tilbakebetal, godkjenn, stopp, slett, registrer, produser, lakker, mål, \
             skaff, still, trekk, tilby, vask, rens, service, frys, åpn, etterlever, ettersend, opprett, opphev, pakk, \
             fyll, fornyer, tegn, rydd, gjør, sikr, arranger, hev, kansell, kanseller, dekk, innfri, lag, trykk, eskaler, sett, gjenåpn, konfigurer, innkall",
        ),
        (
            Act,
            "bringe/bringer/brakte/brakt, gjøre/gjør/gjorde/gjort, sette/setter/satte/satt, legge/legger/la/lagt, velge/velger/valgte/valgt",
        ),
        (
            Act,
            "holde av/holder av//, sørge/sørger/sørget/sørget, påta/påtar//påtatt, overta/overtar/overtok/overtatt, levere/leverer/leverte/levert, skylde/skylder//, stå/står/sto/stått",
        ),
        (
            Act,
            "ta hånd/tar hånd//, ta saken/tar saken//, rykke/rykker//, lage/lager/lagde/laget, holde/holder//, bære/bærer//, ettergi/ettergir//ettergitt, dra/drar//",
        ),
        (
            Tell,
            "ring, svar, kontakt, besvar, informer, varsl, bekreft, meld, skriv, rapporter, forklar, opplys, oppsummer, underrett, mail, tekst, varsle, sms, meddel, orienter, avklar, fortell, purr",
        ),
        (
            Tell,
            "ta kontakt/tar kontakt//, gi beskjed/gir beskjed//, høre fra oss///, si fra/sier fra//, gi lyd/gir lyd//, komme tilbake/kommer tilbake//, vende tilbake/vender tilbake//, følge opp/følger opp//, gi deg/gir deg//",
        ),
        (
            Prepare,
            "sjekk, undersøk, spør, kontroller, kikk, vurder, finn, let, gransk, drøft, diskuter, snakk, analyser, test, etterlys, utred, bruk, rådfør, gå gjennom, etterspør",
        ),
        (
            Prepare,
            "se på/ser på//sett på, se nærmere/ser nærmere//, høre med/hører med//, spørre/spør/spurte/spurt, finne ut/finner ut//, gå gjennom/går gjennom//, se etter/ser etter//, snakke/snakker//snakket, ta opp/tar opp//",
        ),
        (
            Light,
            "komme/kommer/kom/kommet, ta/tar/tok/tatt, gi/gir/ga/gitt, gå/går/gikk/gått, holde/holder/holdt/holdt, vende/vender//, sette/setter//, stå/står//, ha/har//, følge/følger//, melde/melder//, rydde/rydder//",
        ),
        (Get, "få/får//fått, motta/mottar//mottatt"),
        (Hear, "høre/hører/hørte/hørt"),
        (
            Feel,
            "elsk, lik, merk, nyt, føl, angr, opplev, gled, sett pris, bli fornøyd, glede/gleder//, se/ser/så/sett, synes/synes//, like/liker//, forstå/forstår//, merke/merker//, savn, spar",
        ),
        (Take, "motta/mottar/mottok/mottatt, få/får/fikk/fått, har mottatt///, inn, betalt"),
        (
            Protect,
            "belast, fakturer, trekk, debiter, lukk, slett, trekke/trekker/trakk/trukket, ta betalt/tar betalt//",
        ),
        (Shut, "steng, åpn, lukk, holde stengt/holder stengt//, holde åpent/holder åpent//"),
        (Act, "lukk"),
        (Vow, "lov, garanter, love/lover/lovet/lovet, forplikt, forsikr, innestå"),
        (
            Trust,
            "sørge for/sørger for//, forsikre/forsikrer//, påse/påser//, passe på/passer på//, sikre at/sikrer at//, bekrefte at/bekrefter at//",
        ),
        (
            Said,
            "si/sier/sa/sagt, påstå/påstår/påsto/påstått, nevn, trodde/tror/trodde/trodd, vite/vet/visste/visst, mene/mener/mente/ment, lese/leser/leste/lest, forstå/forstår/forsto/forstått, skrive/skriver/skrev/skrevet, lur, undre/undrer//",
        ),
        (
            State,
            "beklag, håp, ønsk, trenge/trenger/trengte/trengt, vent, anbefal, foreslå/foreslår//, kreve/krever//, tenke/tenker//, \
             synes/synes//, takk, sett pris, glede/gleder//, minne/minner//, be/ber/ba/bedt, jobb, arbeid, bo/bor//, ligge/ligger//, slutt, \
             heter/heter//, vare/varer//, koste/koster//, gjelde/gjelder//, bestå/består//, selg/selger//, tilby/tilbyr//, opplever, \
             oppfordre/oppfordrer//, ser fram/ser fram//, se frem/ser frem//, gratuler, feire/feirer//, bygg, stole/stoler//, avvent, gå av/går av//, mangl, lanser, glemme/glemmer//, innse/innser//",
        ),
        (
            Arrive,
            "komme/kommer/kom/kommet, ankomme/ankommer/ankom/ankommet, gå/går/gikk/gått, sendes/sendes//, forlate/forlater//, dra/drar//, nå/når//, ligge/ligger//, være/er//, stå/står//, lande/lander//",
        ),
    ],
    forms: verbs::norwegian,
    role_endings: &[
        "avdelingen",
        "avdeling",
        "teamet",
        "tjenesten",
        "sentret",
        "senteret",
        "ansvarlig",
        "lederen",
        "butikken",
        "verkstedet",
        "kollega",
    ],
    adverb_endings: &["vis"],
    present_endings: &["er", "r"],
    order: Order::VerbSecond,
};
