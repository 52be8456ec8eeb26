//! English words of promises.

use super::lexicon::Class::{
    Act, Adverb, And, Arrive, Automatic, Be, Because, But, Can, Customer, Deadline, Every, Expect, Feel, Get, Habit,
    Have, Hear, Hedge, I, If, Infinitive, Is, It, Let, Light, Me, Must, Not, Otherwise, Our, Outside, Particle, Past,
    Place, Prepare, Preposition, Present, Protect, Ready, Request, Role, Said, SameDay, Shut, So, Someone, Soon, State,
    Stuff, Tag, Take, Tell, That, They, Trust, Unless, Vow, We, What, When, Who, Will, Would, You,
};
use super::lexicon::{Order, Table};
use super::verbs;

pub const TABLE: Table = Table {
    words: &[
        (I, "i"),
        (We, "we"),
        (You, "you"),
        (Customer, "you, your, yours"),
        (Me, "me, us, myself, ourselves"),
        (Our, "our, my"),
        (
            Role,
            "colleague, colleagues, team, technician, engineer, manager, supervisor, driver, repairman, repairer, \
             department, staff, specialist, expert, agent, representative, advisor, adviser, consultant, moderator, \
             support, workshop, warehouse, store, shop, branch, billing, accounting, accounts, logistics, sales, \
             reception, dispatch, plumber, electrician, carpenter, mechanic, installer, fitter, lawyer, nurse, doctor, \
             teacher, trainer, developer, developers, director, owner, chef, buyer, photographer, helpdesk, office manager, \
             customer service, service desk, finance, crew, assistant, clerk, coach, instructor, editor, librarian, \
             optician, tailor, gardener, cleaner, mover, movers, concierge, planner, bookkeeper, secretary, operator",
        ),
        (Someone, "someone, somebody, one of us, another colleague"),
        (They, "he, she, they"),
        (
            Outside,
            "carrier, courier, couriers, dhl, ups, fedex, usps, hermes, dpd, gls, postnord, manufacturer, supplier, bank, \
             insurer, customs, airline, forecast, customer, customers, provider",
        ),
        (
            Stuff,
            "hours, website, system, policy, prices, price, products, product, warranty, sale, records, terms, \
             catalogue, app, offer, newsletter, opening, address, phone, number, site, server, servers, line, lines, \
             inbox, calendar, records, range, brand, goal, aim, mission, apologies, fault, mistake, pleasure",
        ),
        (It, "it, this, that, these, those, everything"),
        (Will, "will, shall, ll, going to, gonna"),
        (
            Would,
            "would, could, might, may, d, wouldn't, couldn't, had we, if only, was going to, were going to, \
             supposed to, wanted to, was to, were to, meant to, ought",
        ),
        (Can, "can, able to, could, can't, cannot, happy to, glad to, free to, willing to"),
        (Must, "must, have to, has to, need to, needs to, got to, required to, asked to"),
        (
            Not,
            "not, never, won't, can't, cannot, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, haven't, hasn't, \
             wouldn't, couldn't, shouldn't, no, nothing, nobody, none, neither, nor, unable, no one, no longer, hardly, \
             unfortunately not",
        ),
        (
            Adverb,
            "any case, any event, in any case, at all times, no later, not later, no matter, not only, no problem, no worries, no need, no stress, no charge, at no charge, no cost, at no cost, \
             at no extra, no extra cost, no extra charge, no fee, no doubt, no time",
        ),
        (
            If,
            "if, provided, provided that, assuming, should you, in case, as long as, on condition, subject to, contingent on, depending on",
        ),
        (When, "when, once, as soon as, after, the moment, the minute, whenever, until, till, before, by the time"),
        (Unless, "unless, except if, while"),
        (That, "that"),
        (Who, "who, which, whom, whose"),
        (What, "what, whether, how, why, where"),
        (Because, "because, since, as we, so that, in order to, although, though"),
        (And, "and, then, plus, or, &"),
        (But, "but, however, yet"),
        (So, "so, therefore, hence"),
        (
            Preposition,
            "after, until, till, before, upon, to, from, with, at, in, for, of, about, by, into, through, via, on, over, under, between, against, without",
        ),
        (
            Adverb,
            "also, only, merely, then, just, now, still, again, already, therefore, definitely, certainly, of course, gladly, \
             absolutely, then, first, personally, happily, all, always be, naturally, surely, immediately, \
             too, instead, once again, once more, as promised, as agreed, as discussed, be sure, sure, certain, please rest, \
             directly, actually, simply, quickly, meanwhile, afterwards, in turn, hereby, indeed, even, in person, whenever possible",
        ),
        (
            Habit,
            "monday to friday, monday through friday, monday till friday, monday to saturday, weekdays, on weekdays, mondays, saturdays, sundays, usually, normally, generally, typically, always, often, sometimes, as a rule, in general, mostly, \
             ordinarily, most of, regularly, tend to, on average, in most cases, commonly, customarily, rarely, as standard",
        ),
        (Every, "every, each, all, any, most"),
        (
            Hedge,
            "hopefully, hope to, try, trying, probably, perhaps, maybe, possibly, likely, should, aim to, expect to, \
             do our best, do my best, best to, attempt, with luck, if possible, if all goes, fingers crossed, plan to, \
             planning to, estimated, ideally, in theory, trying to, presumably, approximately",
        ),
        (
            Request,
            "please, kindly, let us know, let me know, feel free, could you, can you, would you, do let, make sure you, be sure to, remember to, don't hesitate, don't forget",
        ),
        (
            Soon,
            "soon, shortly, right away, straight away, asap, immediately, as soon as possible, at once, promptly, without delay, in a moment, right now, any minute, as we speak, first thing",
        ),
        (SameDay, "same day, that day, that same day, the same day, the very day"),
        (Otherwise, "otherwise, differently, to the contrary, object, opt out"),
        (Automatic, "automatically, renews, renew, expire, expires, auto"),
        (Deadline, "deadline, time until, the right, days to, weeks to"),
        (
            Shut,
            "open, closed, away, on leave, on holiday, on vacation, off, out of office, unavailable, out, offline, busy, \
             a meeting, meeting, holiday, vacation, sale, lunch, break, in stock, opening hours, open until, on sale, reachable",
        ),
        (Let, "let me, let us, allow me, let s, leave it with, leave this with"),
        (Expect, "expect, count on, look out for, watch for, keep an eye, look forward to, be hearing from"),
        (
            Tag,
            "ok, okay, alright, all right, right, deal, sound good, sounds good, is that okay, does that work, is that ok, that okay, is that alright, fine",
        ),
        (
            Particle,
            "touch, back, contact, posted, informed, updated, update, updates, sorted, notified, reply, answer, up to date, arranged, taken care of, right, done, fixed, finished, resolved, handled, ready, in order",
        ),
        (
            Ready,
            "on its way, on the way, ready, fixed, sorted, done, finished, resolved, in place, up and running, working again, back online, completed, settled, available for pickup",
        ),
        (
            Place,
            "with you, there, your door, your account, your home, your house, at yours, on site, your place, your inbox, your address, your doorstep, your site, your office, on your",
        ),
        (
            Trust,
            "rest assured, my word, our word, trust, assured, mark my words, count on us, i assure, we assure, you have it",
        ),
        (Past, "was, were, did, had, yesterday, ago, been, got, came, went, thought, felt, told, knew"),
        (Infinitive, "be, have"),
        (Present, "is, are, am, m, re, s, has, have, do, does"),
        (Be, "be, is, are, am, m, re, s, being"),
        (Is, "is, are, am, m, re, s"),
        (Have, "have, has, had, ve, having"),
    ],
    verbs: &[
        (Act, "try again/tries again/tried again/tried again/trying again"),
        (Act, "shorten, mend, polish, connect, put through/puts through//put through/putting through"),
        (
            Act,
            "refund, repair, replace, deliver, cancel, correct, change, exchange, credit, reimburse, compensate, process, \
             fix, solve, resolve, handle, arrange, order, reorder, issue, post, mail, dispatch, install, adjust, reserve, \
             book, rebook, upgrade, update, extend, waive, remove, add, restore, reset, activate, reactivate, collect, \
             schedule, reschedule, organise, organize, return, transfer, forward, upload, attach, offer you, visit, sort, \
             redeliver, resend, reship, escalate, approve, complete, finish, finalise, finalize, prepare, provide, supply, \
             assign, register, service, clean, measure, paint, mount, replenish, restock, print, reprint, sign, settle, \
             deduct it, open your, reopen, unlock, unblock, migrate, deploy, configure, test, translate, publish, stop by, \
             pass, credit back, hand, top up, swap, help, assist, work, investigate, secure, store, hand over, invite",
        ),
        (
            Act,
            "send out/sends out/sent out/sent out/sending out, send off/sends off/sent off/sent off/sending off, send/sends/sent/sent/sending, make/makes/made/made/making, put/puts//put/putting, ship/ships/shipped/shipped/shipping",
        ),
        (
            Act,
            "pay/pays/paid/paid/paying, bring/brings/brought/brought/bringing, give/gives/gave/given/giving, set up/sets up//set up/setting up",
        ),
        (
            Act,
            "pick/picks/picked/picked/picking, take care/takes care///taking care, drop/drops/dropped/dropped/dropping, swap/swaps/swapped/swapped/swapping",
        ),
        (
            Act,
            "hold/holds/held/held/holding, keep/keeps/kept/kept/keeping, build/builds/built/built/building, do/does//done/doing, write off",
        ),
        (
            Act,
            "refit/refits//refitted/refitting, submit/submits/submitted/submitted/submitting, get/gets//gotten/getting, fit/fits//fitted/fitting, lend/lends//lent/lending",
        ),
        (
            Act,
            "see to/sees to///seeing to, deal with/deals with//dealt with/dealing with, take over/takes over//taken over/taking over, rewrite/rewrites//rewritten/rewriting",
        ),
        (
            Tell,
            "call, phone, reply, answer, respond, email, e-mail, contact, inform, notify, text, message, confirm, follow up, report, explain, clarify, share, advise, dm, whatsapp, reach out, chase, telephone, announce, show",
        ),
        (
            Tell,
            "ring/rings/rang/rung/ringing, tell/tells/told/told/telling, write/writes/wrote/written/writing, let you know/lets you know///letting you know, get back/gets back/got back//getting back",
        ),
        (Tell, "come back to/comes back to///coming back to, be in touch, get in touch, keep you"),
        (
            Prepare,
            "check, ask, look, investigate, examine, verify, review, discuss, consult, search, look into, inspect, \
             clear up, track, trace, test, raise, chase up, double-check, analyse, analyze, study",
        ),
        (
            Prepare,
            "speak/speaks/spoke/spoken/speaking, find out/finds out/found out/found out/finding out, get hold/gets hold///getting hold, go through/goes through//gone through/going through, talk/talks/talked/talked/talking",
        ),
        (
            Light,
            "take/takes/took/taken/taking, come/comes/came/come/coming, go/goes/went/gone/going, stay/stays/stayed/stayed/staying, get/gets/got/got/getting, keep/keeps/kept/kept/keeping",
        ),
        (Get, "receive, get/gets/got/got/getting, have it back/has it back///"),
        (Hear, "hear/hears/heard/heard/hearing"),
        (
            Feel,
            "love, like, enjoy, notice, appreciate, regret, miss, find/finds/found/found/finding, feel/feels/felt/felt/feeling, see/sees/saw/seen/seeing, recognise, recognize, benefit, adore, be amazed, be pleased, be delighted, be thrilled, be happy, save, agree",
        ),
        (Take, "have received/has received///, receive, get/gets/got/got/getting, received, got, have got"),
        (
            Protect,
            "charge, bill, debit, deduct, close, delete, withdraw/withdraws/withdrew/withdrawn/withdrawing, invoice, disclose, sell/sells/sold/sold/selling",
        ),
        (Shut, "close, open, reopen"),
        (Act, "close"),
        (
            Vow,
            "promise, guarantee, commit, pledge, vow, undertake/undertakes/undertook/undertaken/undertaking, swear/swears/swore/sworn/swearing, assure",
        ),
        (Trust, "make sure/makes sure/made sure//making sure, ensure, see to it/sees to it///, assure"),
        (
            Said,
            "say/says/said/said/saying, claim, mention, suppose, wonder, state, quote, believe, doubt, remember/remembers/remembered/remembered/remembering, write/writes/wrote/written/writing",
        ),
        (
            Said,
            "think/thinks/thought/thought/thinking, know/knows/knew/known/knowing, hear/hears/heard/heard/hearing, understand/understands/understood/understood/understanding",
        ),
        (
            State,
            "need, want, hope, wish, require, await, wait, expect, believe, apologise, apologize, thank, prefer, \
             recommend, suggest, advise you, value, care, live, look forward, sell/sells/sold/sold/selling, regret, assume, \
             know/knows/knew/known/knowing, think/thinks/thought/thought/thinking, understand/understands/understood/understood/understanding, \
             stay, remain, ask you, start, begin/begins/began/begun/beginning, end, leave/leaves/left/left/leaving, \
             mean/means/meant/meant/meaning, cost/costs//cost/costing, admit, agree, remind, request, depend, \
             invite you, celebrate, look forward to, relocate, move, last, take place, launch, introduce, bet, guess, forget/forgets/forgot/forgotten/forgetting",
        ),
        (
            Arrive,
            "arrive, ship/ships/shipped/shipped/shipping, leave/leaves/left/left/leaving, go out/goes out/went out/gone out/going out, come/comes/came/come/coming, reach, land, depart",
        ),
    ],
    forms: verbs::english,
    role_endings: &[],
    adverb_endings: &["ly"],
    present_endings: &["s"],
    order: Order::SubjectFirst,
};
