//! Names of customers and colleagues.

base::id!(
    /// Names one customer: a person who writes to the business.
    PersonId,
    "per_"
);

base::id!(
    /// Names one department.
    DepartmentId,
    "dep_"
);

base::id!(
    /// Names one colleague.
    StaffId,
    "stf_"
);

base::id!(
    /// Names one note about a customer.
    NoteId,
    "pnt_"
);

base::id!(
    /// Names one organisation.
    OrganisationId,
    "org_"
);

base::id!(
    /// Names one field of the business's own.
    FieldId,
    "fld_"
);
