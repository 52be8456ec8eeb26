//! Currencies of ISO 4217: their codes, and how many decimals an amount of each has. Knows no rates and no symbols.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::MoneyError;

/// Codes with two decimals: all that the other lists do not name (ISO 4217 list one; BGN for what was bought before 2026).
const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF \
CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF \
IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR \
MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
/// Codes without decimals.
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
/// Codes with three decimals.
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
/// Codes with four decimals.
const FOUR: &str = "CLF UYW";

/// A currency by its code of three letters; only those that ISO 4217 knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Norwegian kroner.
    pub const NOK: Self = Self(*b"NOK");
    /// Swedish kronor.
    pub const SEK: Self = Self(*b"SEK");
    /// Danish kroner.
    pub const DKK: Self = Self(*b"DKK");
    /// Indonesian rupiah.
    pub const IDR: Self = Self(*b"IDR");
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// Pounds sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Dollars of the United States.
    pub const USD: Self = Self(*b"USD");

    /// The code, `NOK`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals an amount has: 2 for most, 0 for yen, 3 for Kuwaiti dinars.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        let listed = |codes: &str| codes.split(' ').any(|code| code.as_bytes() == self.0);
        match () {
            () if listed(NONE) => 0,
            () if listed(THREE) => 3,
            () if listed(FOUR) => 4,
            () => 2,
        }
    }

    /// Minor units in one whole: 100 øre, 1 yen, 1000 fils.
    #[must_use]
    pub fn units(&self) -> i64 {
        10_i64.pow(self.decimals())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    /// Reads a code in either case.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let code = text.trim().to_ascii_uppercase();
        let known = [TWO, NONE, THREE, FOUR].iter().any(|codes| codes.split(' ').any(|one| one == code));
        let unknown = || MoneyError::UnknownCurrency(text.to_owned());
        let letters: [u8; 3] = code.as_bytes().try_into().map_err(|_| unknown())?;
        if known { Ok(Self(letters)) } else { Err(unknown()) }
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;

    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
