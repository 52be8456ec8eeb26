//! What people may mend: every reason why a command of this capability says no.

use base::Forbidden;
use platform::Fault;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// There is no such person, or not for this actor.
    #[error("not found")]
    NotFound,
    /// The text is no mail address.
    #[error("not an address")]
    NotAnAddress,
    /// The address belongs to somebody else.
    #[error("the address is taken")]
    AddressTaken,
    /// Nobody is merged with themselves.
    #[error("the same customer")]
    SamePerson,
    /// Something contradicts taking them apart.
    #[error("they cannot be taken apart any more")]
    MergeStays,
    /// Nothing is left of them.
    #[error("erased already")]
    ErasedAlready,
    /// Another name was typed.
    #[error("not the customer's name")]
    NotConfirmed,
    /// A reply to them waits or is on its way.
    #[error("something still goes out to them")]
    StillGoingOut,
    /// Whoever has no other way would become a stranger.
    #[error("the last address")]
    LastAddress,
    /// The text is no telephone number.
    #[error("not a telephone number")]
    NotAPhone,
    /// The times of day do not fit.
    #[error("no times of day")]
    NotHours,
    /// A reason is needed.
    #[error("no reason")]
    ReasonMissing,
    /// Nothing is written.
    #[error("an empty note")]
    NoteEmpty,
    /// There are too many of these already.
    #[error("too many")]
    TooMany,
    /// Something else is called so.
    #[error("the name is taken")]
    NameTaken,
    /// The text is no domain.
    #[error("not a domain")]
    NotADomain,
    /// Everybody may write from that domain.
    #[error("a public domain")]
    PublicDomain,
    /// The domain belongs to another organisation.
    #[error("the domain is taken")]
    DomainTaken,
    /// A choice needs words to choose from.
    #[error("no choices")]
    ChoicesMissing,
    /// A name is needed.
    #[error("no name")]
    NameMissing,
    /// Nobody would be left to run this Tillit.
    #[error("the last owner")]
    LastOwner,
    /// Nobody changes their own role or shuts themselves out.
    #[error("one's own account")]
    OwnAccount,
    /// Another department has this name.
    #[error("the name is taken")]
    DepartmentTaken,
    /// Nobody can choose among more.
    #[error("too many departments")]
    TooManyDepartments,
    /// Who sees their own departments alone must have one.
    #[error("in no department")]
    NoDepartment,
    /// The second factor is on already.
    #[error("the second factor is on")]
    SecondOn,
    /// The second factor must stay on: one's role must have it.
    #[error("the role must have a second factor")]
    SecondObliged,
    /// Not the code of the moment, one that was used, or no recovery code.
    #[error("a wrong code")]
    WrongCode,
    /// No time zone of that name exists.
    #[error("unknown zone")]
    UnknownZone,
    /// Nobody, or more than one, is meant.
    #[error("nobody is meant")]
    NobodyMeant,
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    DaysReversed,
    /// The days are over, or too far away.
    #[error("the days are over, or years away")]
    DaysOver,
    /// Another absence holds one of the days.
    #[error("another absence holds one of the days")]
    DaysTaken,
    /// No day is written there.
    #[error("not a day")]
    NotADay,
    /// Nobody who could stand in.
    #[error("not somebody who can stand in")]
    NoDeputy,
    /// Nobody has so many conversations before their eyes, or so few.
    #[error("not between 1 and 1000 conversations")]
    NotACap,
    /// Nobody fills such a part of a position.
    #[error("not between 1 and 100 hundredths")]
    NotAWeight,
    /// The file is larger than may be.
    #[error("the file is too large")]
    FileTooLarge,
    /// Nothing is in the file.
    #[error("the file is empty")]
    FileEmpty,
    /// It is taken in already.
    #[error("the import has begun")]
    ImportBegun,
    /// A care flag cannot end then.
    #[error("the last day lies behind, or more than a year ahead")]
    CareUntil,
    /// There is a care flag of that kind already.
    #[error("such a flag holds already")]
    CareTwice,
}

impl Refusal {
    /// Stable name for the API: `address_taken`.
    #[must_use]
    pub fn code(self) -> String {
        self.message().trim_start_matches("people-refused-").replace('-', "_")
    }

    /// The sentence for the person.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Forbidden => "people-refused-forbidden",
            Self::NotFound => "people-refused-not-found",
            Self::NotAnAddress => "people-refused-not-an-address",
            Self::AddressTaken => "people-refused-address-taken",
            Self::SamePerson => "people-refused-same-person",
            Self::MergeStays => "people-refused-merge-stays",
            Self::ErasedAlready => "people-refused-erased-already",
            Self::NotConfirmed => "people-refused-not-confirmed",
            Self::StillGoingOut => "people-refused-still-going-out",
            Self::LastAddress => "people-refused-last-address",
            Self::NotAPhone => "people-refused-not-a-phone",
            Self::NotHours => "people-refused-not-hours",
            Self::ReasonMissing => "people-refused-reason-missing",
            Self::NoteEmpty => "people-refused-note-empty",
            Self::TooMany => "people-refused-too-many",
            Self::NameTaken => "people-refused-name-taken",
            Self::NotADomain => "people-refused-not-a-domain",
            Self::PublicDomain => "people-refused-public-domain",
            Self::DomainTaken => "people-refused-domain-taken",
            Self::ChoicesMissing => "people-refused-choices-missing",
            Self::NameMissing => "people-refused-name-missing",
            Self::LastOwner => "people-refused-last-owner",
            Self::OwnAccount => "people-refused-own-account",
            Self::DepartmentTaken => "people-refused-department-taken",
            Self::TooManyDepartments => "people-refused-too-many-departments",
            Self::NoDepartment => "people-refused-no-department",
            Self::SecondOn => "people-refused-second-on",
            Self::SecondObliged => "people-refused-second-obliged",
            Self::WrongCode => "people-refused-wrong-code",
            Self::UnknownZone => "people-refused-unknown-zone",
            Self::NobodyMeant => "people-refused-nobody-meant",
            Self::DaysReversed => "people-refused-days-reversed",
            Self::DaysOver => "people-refused-days-over",
            Self::DaysTaken => "people-refused-days-taken",
            Self::NotADay => "people-refused-not-a-day",
            Self::NoDeputy => "people-refused-no-deputy",
            Self::NotACap => "people-refused-not-a-cap",
            Self::NotAWeight => "people-refused-not-a-weight",
            Self::FileTooLarge => "people-refused-file-too-large",
            Self::FileEmpty => "people-refused-file-empty",
            Self::ImportBegun => "people-refused-import-begun",
            Self::CareUntil => "people-refused-care-until",
            Self::CareTwice => "people-refused-care-twice",
        }
    }
}

/// Why a command did not happen.
#[derive(Debug)]
pub enum Failure {
    /// A person may mend it.
    Refused(Refusal),
    /// Nobody's mistake at the keyboard.
    Fault(Fault),
}

/// What commands of this capability answer.
pub type Answer<T> = Result<T, Failure>;

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Forbidden> for Failure {
    fn from(_: Forbidden) -> Self {
        Self::Refused(Refusal::Forbidden)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
