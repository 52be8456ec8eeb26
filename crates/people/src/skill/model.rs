//! Plain data about skills.

use base::Language;

base::id!(
    /// Names one skill.
    SkillId,
    "skl_"
);

/// Something that not everybody can: repairs, customs, a brand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Names it.
    pub id: SkillId,
    /// What it is called.
    pub name: String,
}

/// What a colleague can.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// The skills they have.
    pub skills: Vec<SkillId>,
    /// The languages they write; none while nobody has said which.
    pub writes: Vec<Language>,
}
