//! What the columns of a table are, guessed by their headings in five languages or by what stands below. Pure.

use serde::{Deserialize, Serialize};

use super::table::said;
use crate::field::Field;
use crate::ids::FieldId;
use crate::person::looks_like_address;

/// What stands in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Column {
    /// Nothing that is taken in.
    #[default]
    Skip,
    /// The whole name.
    Name,
    /// The first name.
    Given,
    /// The last name.
    Family,
    /// Mail addresses.
    Address,
    /// Telephones.
    Phone,
    /// The organisation they belong to.
    Organisation,
    /// Their role.
    Title,
    /// A line of where letters go.
    Postal,
    /// Their language.
    Language,
    /// Something to be written down about them.
    Note,
    /// A field of the business's own.
    Own(FieldId),
}

/// All that are not the business's own.
pub const COLUMNS: [Column; 11] = [
    Column::Skip,
    Column::Name,
    Column::Given,
    Column::Family,
    Column::Address,
    Column::Phone,
    Column::Organisation,
    Column::Title,
    Column::Postal,
    Column::Language,
    Column::Note,
];

impl Column {
    /// The name in tables and forms.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Skip => "skip",
            Self::Name => "name",
            Self::Given => "given",
            Self::Family => "family",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Organisation => "organisation",
            Self::Title => "title",
            Self::Postal => "postal",
            Self::Language => "language",
            Self::Note => "note",
            Self::Own(id) => id.as_str(),
        }
    }

    /// Reads [`Column::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        COLUMNS.into_iter().find(|one| one.code() == code).or_else(|| code.parse().ok().map(Self::Own))
    }

    /// What it is called on the page; the business's own have their own names.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        Some(match self {
            Self::Skip => "imports-column-skip",
            Self::Name => "imports-column-name",
            Self::Given => "imports-column-given",
            Self::Family => "imports-column-family",
            Self::Address => "imports-column-address",
            Self::Phone => "imports-column-phone",
            Self::Organisation => "imports-column-organisation",
            Self::Title => "imports-column-title",
            Self::Postal => "imports-column-postal",
            Self::Language => "imports-column-language",
            Self::Note => "imports-column-note",
            Self::Own(_) => return None,
        })
    }
}

impl TryFrom<String> for Column {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_code(&code).ok_or(code)
    }
}

impl From<Column> for String {
    fn from(column: Column) -> Self {
        column.code().to_owned()
    }
}

/// Headings as other programs write them, folded; English, Norwegian, Swedish, Danish and Indonesian.
const HEADINGS: &[(Column, &str)] = &[
    (
        Column::Name,
        "name fullname displayname customer customername contact contactname navn fulltnavn kunde kundenavn kontakt \
         kontaktperson namn fullständigtnamn kund kundnamn fuldtnavn nama namalengkap pelanggan namapelanggan",
    ),
    (Column::Given, "firstname givenname first fornavn förnamn namadepan"),
    (Column::Family, "lastname familyname surname last etternavn efternamn efternavn namabelakang namakeluarga"),
    (
        Column::Address,
        "email emailaddress emailaddresses mail address addresses email1value email1 email2 email2value workemail \
         primaryemail epost epostadresse epostadresser adresse epostadress epostadresser mejl mailadress adress \
         emailadresse mailadresse alamatemail surel alamat alamatsurel",
    ),
    (
        Column::Phone,
        "phone phones telephone telephones tel mobile mobilephone cell phonenumber workphone homephone phone1value \
         phone1 phone2 telefon telefonnummer tlf mobil mobilnummer mobiltelefon telefoner telepon ponsel nomortelepon \
         nohp hp handphone whatsapp",
    ),
    (
        Column::Organisation,
        "organisation organization company companyname employer organisasjon firma bedrift selskap firmanavn företag \
         bolag företagsnamn virksomhed organisasi perusahaan namaperusahaan organization1name",
    ),
    (
        Column::Title,
        "title jobtitle role position roleortitle tittel stilling rolle rolleellertittel titel befattning roll \
         rollellertitel rolleellertitel jabatan peran peranataujabatan",
    ),
    (
        Column::Postal,
        "postaladdress street streetaddress city town postcode zip zipcode postalcode country addressline1 addressline2 \
         postadresse gate gateadresse poststed postnummer by sted land postadress gata gatuadress ort postort vej \
         vejnavn gade alamatpos alamatsurat jalan kota kodepos negara",
    ),
    (Column::Language, "language languages lang locale preferredlanguage språk sprog bahasa"),
    (
        Column::Note,
        "note notes comment comments remarks notat notater merknad kommentar anteckning anteckningar \
         bemærkning bemærkninger noter catatan keterangan",
    ),
];

/// A heading without what differs between programs.
#[must_use]
pub fn folded(heading: &str) -> String {
    said(heading).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the first row is headings: nobody's address stands in it, and no telephone.
#[must_use]
pub fn is_heading(cells: &[String]) -> bool {
    let is_phone = |text: &str| text.chars().filter(char::is_ascii_digit).count() >= 6;
    cells.iter().any(|cell| !cell.trim().is_empty())
        && !cells.iter().any(|cell| looks_like_address(said(cell)) || is_phone(cell))
}

/// What the columns most likely are. `rows` begins with the headings if there are some; the business's own fields are
/// known by their names.
#[must_use]
pub fn guess(rows: &[Vec<String>], heading: bool, fields: &[Field]) -> Vec<Column> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut columns = Vec::with_capacity(width);
    for place in 0..width {
        let cells: Vec<&str> = rows.iter().filter_map(|row| row.get(place)).map(|cell| said(cell)).collect();
        let (head, below) = if heading {
            (cells.first().copied().unwrap_or_default(), cells.get(1..).unwrap_or_default())
        } else {
            ("", &cells[..])
        };
        let column =
            by_heading(head, fields).unwrap_or_else(|| if head.is_empty() { by_look(below) } else { Column::Skip });
        // A column of addresses of houses has the heading of one of mail addresses in some languages.
        let letters = column == Column::Address
            && below.iter().any(|cell| !cell.is_empty())
            && !below.iter().any(|cell| cell.contains('@'));
        let column = if letters { Column::Postal } else { column };
        let taken = !matches!(column, Column::Address | Column::Phone | Column::Postal | Column::Note | Column::Skip)
            && columns.contains(&column);
        columns.push(if taken { Column::Skip } else { column });
    }
    if !heading && !columns.contains(&Column::Name) {
        // The first column of words is what people put first.
        let words = |place: usize| {
            rows.iter().filter_map(|row| row.get(place)).any(|cell| cell.chars().any(char::is_alphabetic))
        };
        if let Some(place) = (0..width).find(|place| columns[*place] == Column::Skip && words(*place)) {
            columns[place] = Column::Name;
        }
    }
    columns
}

fn by_heading(heading: &str, fields: &[Field]) -> Option<Column> {
    let heading = folded(heading);
    if heading.is_empty() {
        return None;
    }
    if let Some(own) = fields.iter().find(|field| folded(&field.name) == heading) {
        return Some(Column::Own(own.id.clone()));
    }
    HEADINGS
        .iter()
        .find(|(_, words)| words.split_whitespace().any(|word| word == heading))
        .map(|(column, _)| column.clone())
}

fn by_look(cells: &[&str]) -> Column {
    let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let most = |fits: &dyn Fn(&str) -> bool| {
        !filled.is_empty() && filled.iter().filter(|cell| fits(cell)).count() * 2 > filled.len()
    };
    let phone =
        |text: &str| text.chars().filter(char::is_ascii_digit).count() >= 6 && !text.chars().any(char::is_alphabetic);
    if most(&|text| text.contains('@')) {
        Column::Address
    } else if most(&phone) {
        Column::Phone
    } else {
        Column::Skip
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{About, Kind};

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    fn guessed(text: &str, fields: &[Field]) -> String {
        let rows = rows(text);
        let heading = rows.first().is_some_and(|row| is_heading(row));
        guess(&rows, heading, fields).iter().map(|column| column.code().to_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn columns_are_told_by_their_headings_in_five_languages() {
        for (text, told) in [
            ("Name,E-mail,Phone\nA,a@x.no,1", "name address phone"),
            ("First Name,Last Name,Company,Job Title\n", "given family organisation title"),
            ("Navn,E-postadresse,Telefon,Firma,Språk,Postadresse\n", "name address phone organisation language postal"),
            ("Förnamn,Efternamn,E-post,Mobil,Företag,Anteckningar\n", "given family address phone organisation note"),
            ("Fornavn,Efternavn,Mailadresse,Virksomhed,Vej\n", "given family address organisation postal"),
            ("Nama,Alamat email,Nomor telepon,Perusahaan,Bahasa\n", "name address phone organisation language"),
            ("Nama,Alamat\nBu Sari,Jalan Merdeka 1\n", "name postal"),
            ("Navn,Adresse\nKari,kari@x.no\n", "name address"),
            ("Name,Name,Since\n", "name skip skip"),
            ("Kari,kari@x.no,+47 400 00 117\nOla,ola@x.no,\n", "name address phone"),
        ] {
            assert_eq!(guessed(text, &[]), told, "{text}");
        }
        assert_eq!(guessed("", &[]), "");
    }

    #[test]
    fn fields_of_ones_own_are_known_by_name() {
        let id: FieldId = "fld_00000000000000000000000000".parse().expect("an id");
        let own = Field {
            id: id.clone(),
            about: About::Person,
            name: "Customer number".into(),
            kind: Kind::Text,
            choices: Vec::new(),
            required: Vec::new(),
            retired: false,
        };
        assert_eq!(guessed("customer-number,Name\n", &[own]), format!("{id} name"));
        for column in COLUMNS.into_iter().chain([Column::Own(id)]) {
            let json = serde_json::to_string(&column).expect("JSON");
            assert_eq!(serde_json::from_str::<Column>(&json).expect("a column"), column);
        }
        assert!(serde_json::from_str::<Column>("\"nonsense\"").is_err());
    }
}
