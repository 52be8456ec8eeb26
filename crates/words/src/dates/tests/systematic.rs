//! Every weekday, month, number and hour of each language in each of its patterns, against reckoning by hand.

use jiff::ToSpan;
use jiff::civil::{Date, Time, date, time};

use super::*;

/// Patterns of a language; `{}` is the name that changes.
struct Patterns {
    language: Language,
    /// The weekday to come, on the day and until its end.
    on: &'static [&'static str],
    by: &'static [&'static str],
    /// The weekday gone by.
    gone: &'static [&'static str],
    /// The weekday of next week.
    next_week: &'static [&'static str],
    /// So many days from now, in words and figures.
    days: &'static [&'static str],
    hours: &'static [&'static str],
    weeks: &'static [&'static str],
    workdays: &'static [&'static str],
    /// Day and month: `{}` is the day, `{m}` the month.
    dates: &'static [&'static str],
    /// The hour in words, by half an hour, quarter past, quarter to.
    full: &'static str,
    half: &'static str,
    half_before: bool,
    quarter_past: &'static str,
    quarter_to: &'static str,
    numbers: &'static str,
}

const ALL: [Patterns; 5] = [
    Patterns {
        language: Language::En,
        on: &["{}", "on {}", "we will call {}.", "this coming {}"],
        by: &["by {}", "no later than {}", "until {}", "{} at the latest"],
        gone: &["last {}", "since {}"],
        next_week: &["{} next week", "next week on {}", "on {} of next week"],
        days: &["in {} days", "{} days from now", "in {} days' time"],
        hours: &["in {} hours", "in about {} hours", "within {} hours", "{} hours from now"],
        weeks: &["in {} weeks", "{} weeks from now", "{} weeks from today"],
        workdays: &["in {} business days", "within {} working days"],
        dates: &["{} {m}", "the {}th of {m}", "on {m} {}", "by {m} {}th", "{m} {}, at the latest"],
        full: "at {}",
        half: "at half past {}",
        half_before: false,
        quarter_past: "at quarter past {}",
        quarter_to: "a quarter to {}",
        numbers: "two three four five six seven eight nine ten eleven twelve",
    },
    Patterns {
        language: Language::Nb,
        on: &["{}", "på {}", "vi ringer {}.", "førstkommende {}", "nå på {}"],
        by: &["innen {}", "senest {}", "senest på {}", "til {}", "{} senest"],
        gone: &["forrige {}", "sist {}", "siden {}"],
        next_week: &["{} neste uke", "neste uke på {}", "på {} i neste uke"],
        days: &["om {} dager", "{} dager fra nå"],
        hours: &["om {} timer", "om ca. {} timer", "innen {} timer", "i løpet av {} timer"],
        weeks: &["om {} uker", "{} uker fra i dag"],
        workdays: &["om {} virkedager", "i løpet av {} arbeidsdager", "innen {} hverdager"],
        dates: &["{}. {m}", "den {}. {m}", "innen {}. {m}", "senest den {}. {m}"],
        full: "klokka {}",
        half: "halv {}",
        half_before: true,
        quarter_past: "kvart over {}",
        quarter_to: "kvart på {}",
        numbers: "to tre fire fem seks sju åtte ni ti elleve tolv",
    },
    Patterns {
        language: Language::Sv,
        on: &["{}", "på {}", "vi ringer {}.", "nu på {}", "kommande {}"],
        by: &["senast {}", "senast på {}", "till {}", "{} senast"],
        gone: &["förra {}", "sedan {}"],
        next_week: &["{} nästa vecka", "nästa vecka på {}", "på {} i nästa vecka"],
        days: &["om {} dagar", "{} dagar från nu"],
        hours: &["om {} timmar", "om ungefär {} timmar", "inom {} timmar"],
        weeks: &["om {} veckor", "{} veckor från i dag"],
        workdays: &["om {} arbetsdagar", "inom {} vardagar", "inom {} bankdagar"],
        dates: &["{} {m}", "den {} {m}", "senast den {} {m}", "den {}:e {m}"],
        full: "klockan {}",
        half: "halv {}",
        half_before: true,
        quarter_past: "kvart över {}",
        quarter_to: "kvart i {}",
        numbers: "två tre fyra fem sex sju åtta nio tio elva tolv",
    },
    Patterns {
        language: Language::Da,
        on: &["{}", "på {}", "vi ringer {}.", "førstkommende {}", "nu på {}"],
        by: &["senest {}", "senest på {}", "til {}", "indtil {}", "{} senest"],
        gone: &["sidste {}", "siden {}"],
        next_week: &["{} i næste uge", "næste uge på {}", "på {} i næste uge"],
        days: &["om {} dage", "{} dage fra nu"],
        hours: &["om {} timer", "om cirka {} timer", "inden for {} timer", "i løbet af {} timer"],
        weeks: &["om {} uger", "{} uger fra i dag"],
        workdays: &["om {} hverdage", "inden for {} arbejdsdage", "inden {} bankdage"],
        dates: &["{}. {m}", "den {}. {m}", "senest den {}. {m}", "d. {}. {m}"],
        full: "klokken {}",
        half: "halv {}",
        half_before: true,
        quarter_past: "kvart over {}",
        quarter_to: "kvart i {}",
        numbers: "to tre fire fem seks syv otte ni ti elleve tolv",
    },
    Patterns {
        language: Language::Id,
        on: &["{}", "hari {}", "kami telepon {}.", "pada hari {}"],
        by: &["paling lambat {}", "selambat-lambatnya hari {}", "sampai {}", "maksimal hari {}"],
        gone: &["{} lalu", "hari {} yang lalu", "sejak hari {}"],
        next_week: &["{} minggu depan", "minggu depan hari {}", "hari {} pekan depan"],
        days: &["{} hari lagi", "dalam {} hari", "{} hari ke depan"],
        hours: &["{} jam lagi", "dalam {} jam", "dalam waktu {} jam", "sekitar {} jam lagi"],
        weeks: &["{} minggu lagi", "dalam {} minggu", "{} pekan lagi"],
        workdays: &["{} hari kerja lagi", "dalam {} hari kerja", "maksimal {} hari kerja"],
        dates: &["{} {m}", "tanggal {} {m}", "paling lambat {} {m}", "pada tanggal {} {m}"],
        full: "jam {}",
        half: "jam setengah {}",
        half_before: true,
        quarter_past: "jam {} lewat seperempat",
        quarter_to: "jam {} kurang seperempat",
        numbers: "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas",
    },
];

/// Tuesday.
const TODAY: Date = date(2026, 11, 24);

fn first_forms(forms: &[&'static str]) -> Vec<&'static str> {
    forms.iter().map(|forms| forms.split('|').next().expect("a form").trim_end_matches('.')).collect()
}

fn check(wrong: &mut Vec<String>, language: Language, text: &str, right: impl Fn(&When) -> bool) {
    let found = find(text, language, &now(language));
    if !matches!(found.as_slice(), [when] if right(when)) {
        wrong.push(format!("{language:?} “{text}”: {:?}", found.iter().map(short).collect::<Vec<_>>()));
    }
}

fn none(wrong: &[String], asked: usize) {
    assert!(wrong.is_empty(), "{} of {asked} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_weekday_in_every_pattern() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for Patterns { language, on, by, gone, next_week, .. } in &ALL {
        let mut names = first_forms(&lexicon::lexicon(*language).table.weekdays);
        if *language == Language::Id {
            // The bare word is the week as well.
            names.pop();
        }
        for (number, name) in (0i64..).zip(names) {
            let ahead = TODAY.checked_add(((number - 1 + 6).rem_euclid(7) + 1).days()).expect("a day");
            let back = TODAY.checked_sub(((1 - number + 6).rem_euclid(7) + 1).days()).expect("a day");
            let next = TODAY.checked_add((7 + number - 1).days()).expect("a day");
            let mut ask = |patterns: &[&str], day: Date, bound: Bound, past: bool| {
                for pattern in patterns {
                    asked += 1;
                    let text = pattern.replace("{}", name);
                    check(&mut wrong, *language, &text, |when| {
                        (when.date, when.last, when.bound, when.past) == (day, day, bound, past)
                    });
                }
            };
            ask(on, ahead, Bound::On, false);
            ask(by, ahead, Bound::By, false);
            ask(gone, back, Bound::On, true);
            ask(next_week, next, Bound::On, false);
        }
    }
    none(&wrong, asked);
}

#[test]
fn every_number_in_every_length() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for patterns in &ALL {
        let language = patterns.language;
        for (count, word) in (2i64..).zip(patterns.numbers.split(' ')) {
            for number in [word.replace('_', " "), count.to_string()] {
                let days = TODAY.checked_add(count.days()).expect("a day");
                let weeks = TODAY.checked_add((7 * count).days()).expect("a day");
                let hours = now(language).checked_add(count.hours()).expect("a time");
                // Working days from a Tuesday: three are left of its week, then five a week.
                let workdays = TODAY.checked_add((count + 2 * ((count + 1) / 5)).days()).expect("a day");
                let mut ask = |list: &[&str], right: &dyn Fn(&When) -> bool| {
                    for pattern in list {
                        asked += 1;
                        check(&mut wrong, language, &pattern.replace("{}", &number), right);
                    }
                };
                ask(patterns.days, &|when| when.last == days && when.exact.is_none());
                ask(patterns.weeks, &|when| when.last == weeks && when.exact.is_none());
                ask(patterns.workdays, &|when| when.last == workdays);
                ask(patterns.hours, &|when| when.exact.as_ref() == Some(&hours));
            }
        }
    }
    none(&wrong, asked);
}

#[test]
fn every_day_of_the_year_in_every_pattern() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for Patterns { language, dates, .. } in &ALL {
        let table = lexicon::lexicon(*language).table;
        for (month, forms) in (1i8..).zip(table.months) {
            for name in forms.split('|') {
                let capital = name.chars().next().expect("a letter").to_uppercase().collect::<String>() + &name[1..];
                let name = if table.months_bear_capitals { capital.as_str() } else { name };
                for day in [1i8, 4, 9, 14, 24, 25, 28, 30, 31] {
                    for pattern in *dates {
                        asked += 1;
                        let text = pattern.replace("{}", &day.to_string()).replace("{m}", name);
                        let year = if (month, day) < (11, 24) { 2027 } else { 2026 };
                        match Date::new(year, month, day) {
                            Ok(expected) => check(&mut wrong, *language, &text, |when| {
                                when.date == expected && when.last == expected
                            }),
                            Err(_) => {
                                let found = find(&text, *language, &now(*language));
                                if !found.is_empty() {
                                    wrong.push(format!("{language:?} “{text}” is impossible: {}", short(&found[0])));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    none(&wrong, asked);
}

#[test]
fn every_hour_in_words() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for patterns in &ALL {
        for (hour, word) in (2i64..).zip(patterns.numbers.split(' ')) {
            let word = word.replace('_', " ");
            let at = |minutes: i64| -> Time {
                let minutes = minutes.rem_euclid(12 * 60);
                // From half past twelve until seven is the afternoon, noon is noon.
                let minutes = if minutes < 7 * 60 { minutes + 12 * 60 } else { minutes };
                time(0, 0, 0, 0).wrapping_add(minutes.minutes())
            };
            let half = if patterns.half_before { 60 * hour - 30 } else { 60 * hour + 30 };
            for (pattern, minutes) in [
                (patterns.full, 60 * hour),
                (patterns.half, half),
                (patterns.quarter_past, 60 * hour + 15),
                (patterns.quarter_to, 60 * hour - 15),
            ] {
                asked += 1;
                check(&mut wrong, patterns.language, &pattern.replace("{}", &word), |when| {
                    when.time == Some(at(minutes))
                });
            }
        }
    }
    none(&wrong, asked);
}
