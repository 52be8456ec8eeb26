//! What words can stand for, whatever the language. A language's table gives words to them, the grammar order.

use super::when::Part;

/// A length or stretch of time that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Sixty seconds.
    Minute,
    /// Fifteen minutes (“kvarter”).
    Quarter,
    /// Sixty minutes.
    Hour,
    /// Twenty-four hours on the clock (“døgn”).
    Round,
    /// A day of the calendar.
    Day,
    /// Monday to Friday.
    Workday,
    /// Seven days; as a stretch, the ISO week.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Fourteen days.
    Fortnight,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A day that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same month and day every year.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// The weekday (0 is Monday) on or after this month and day.
    From(i8, i8, i8),
}

/// What a word, or a few words together, can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Atom {
    /// A number word, “a” included.
    Count(u32),
    /// A number nobody counted: “a couple of”, “a few”.
    Few(u32),
    /// The number of a place: “third”.
    Ordinal(u32),
    /// What makes the number before it that of a place: “3rd”.
    Place,
    /// A half.
    Half,
    /// One and a half.
    OneHalf,
    /// A quarter.
    Quarter,
    /// Days from today: “tomorrow” is 1.
    Day(i32),
    /// The same with a part of the day: “tonight”.
    DayPart(i32, Part),
    /// A part of a day that is over: “i morges”.
    Gone(i32, Part),
    /// A weekday, 0 is Monday.
    Weekday(i8),
    /// A weekday so short that it is a name or a word as well: “Sun”, “tor”.
    Short(i8),
    /// A weekday gone by, after “i”: “fredags”.
    Gonesday(i8),
    /// “the Friday”: a habit or a story unless a date follows.
    TheWeekday(i8),
    /// Sunday or week (“minggu”).
    Minggu,
    /// A month, 1 is January.
    Month(i8),
    /// A unit.
    Unit(Unit),
    /// More than one day without a number: “the coming days”.
    Days,
    /// The unit we are in: “uken”.
    TheUnit(Unit),
    /// Of the unit we are in: “månadens”.
    OfUnit(Unit),
    /// The unit after the one we are in, in words of its own: “till veckan”.
    NextUnit(Unit),
    /// A length in one word, in halves of a unit: “halvtime”.
    Span(u32, Unit),
    /// Hour, or what stands before one (“jam”).
    Jam,
    /// So many times: “1 x 24 jam”.
    Times,
    /// A part of the day.
    Part(Part),
    /// A named day.
    Feast(Feast),
    /// A named day that is also wished or talked of, so that it needs a preposition.
    ShyFeast(Feast),
    /// Twelve at noon, lunch included.
    Noon,
    /// Twelve at night.
    Midnight,
    /// When business ends for the day.
    Closing,
    /// Before noon, after the hour.
    Am,
    /// After noon, after the hour.
    Pm,
    /// “o'clock”.
    OClock,
    /// A zone after an hour, which may be another one than the writer's.
    Zone,
    /// “-tiden”: about that hour.
    Tide,
    /// “this”.
    This,
    /// “next”.
    Next,
    /// The nearest to come.
    Coming,
    /// The one before.
    Last,
    /// Later within the same stretch: “later this week”.
    Later,
    /// “ago”.
    Ago,
    /// “from now”, after a length.
    Hence,
    /// Before a length to come.
    In,
    /// Before a length within which.
    Within,
    /// Asks for a length of time: “give me an hour”.
    Granted,
    /// Before a stretch in the course of which.
    During,
    /// All through a stretch, of which no length is the end: “under en time” is less than an hour.
    Through,
    /// Not later than.
    By,
    /// Until.
    Until,
    /// At the latest; before or after the day.
    Latest,
    /// Not later than, or before (“innen”).
    ByOrBefore,
    /// Before.
    Before,
    /// Before, or not later than (“inden”, “sebelum”).
    BeforeOrBy,
    /// After.
    After,
    /// Since.
    Since,
    /// From.
    From,
    /// Between.
    Between,
    /// And.
    And,
    /// Or.
    Or,
    /// To, as in a range.
    To,
    /// So many minutes past an hour.
    Past,
    /// So many minutes to an hour.
    ToHour,
    /// Before an hour and nothing else (“kl.”).
    At,
    /// Before an hour and other things (“at”).
    MaybeAt,
    /// About an hour.
    Around,
    /// A preposition that may stand before a day.
    On,
    /// Of.
    Of,
    /// An article before a date.
    The,
    /// Before the number of a day (“tanggal”).
    DateMark,
    /// The end of.
    End,
    /// The beginning of.
    Start,
    /// The middle of.
    Mid,
    /// The night that ends with (“natt til”).
    NightTo,
    /// Every.
    Every,
    /// What one wishes a day with: “a nice Friday”.
    Wish,
    /// What is counted or named by numbers: “version”, “order”, “room”.
    Named,
}
