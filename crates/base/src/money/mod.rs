//! Money: whole minor units of one currency. There is no floating point here, no sum of two currencies, no rate.
//!
//! Whatever would leave the range of an `i64` is an error and never a panic. Amounts come from people by
//! [`Money::parse`] and go to them by [`Money::print`], as their language writes numbers.

mod currency;
mod writing;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use currency::Currency;

/// An amount. As text it is JSON: `{"minor": 129950, "currency": "NOK"}` is 1 299,50 kroner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why there is no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a code of ISO 4217.
    #[error("“{0}” is no currency; a code such as NOK is needed")]
    UnknownCurrency(String),
    /// Two currencies where one is needed: nothing here changes money.
    #[error("{0} and {1} cannot be reckoned together")]
    Mixed(Currency, Currency),
    /// Larger than we can count.
    #[error("the amount is too large")]
    TooLarge,
    /// Not written as an amount is.
    #[error("“{0}” is not an amount")]
    NotAnAmount(String),
    /// More decimals than the currency has; it is not guessed what was meant.
    #[error("“{text}” has more decimals than {currency} has ({})", .currency.decimals())]
    TooFine {
        /// What was written.
        text: String,
        /// In which currency.
        currency: Currency,
    },
    /// It may mean thousands or decimals.
    #[error("“{0}” can be read in two ways")]
    Ambiguous(String),
    /// Nothing to divide by.
    #[error("there are no parts to divide into")]
    NoParts,
}

impl Money {
    /// So many minor units (øre, cents) of a currency.
    #[must_use]
    pub const fn of(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing of a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::of(0, currency)
    }

    /// The minor units.
    #[must_use]
    pub const fn minor(&self) -> i64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.minor == 0
    }

    /// The sum.
    ///
    /// # Errors
    /// Two currencies; too large a sum.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.minor.checked_add(other.minor).map(|minor| self.with(minor)).ok_or(MoneyError::TooLarge)
    }

    /// What is left.
    ///
    /// # Errors
    /// Two currencies; too large a difference.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.minor.checked_sub(other.minor).map(|minor| self.with(minor)).ok_or(MoneyError::TooLarge)
    }

    /// So many times the amount.
    ///
    /// # Errors
    /// Too large a product.
    pub fn times(self, count: i64) -> Result<Self, MoneyError> {
        self.minor.checked_mul(count).map(|minor| self.with(minor)).ok_or(MoneyError::TooLarge)
    }

    /// Which of two is larger.
    ///
    /// # Errors
    /// Two currencies.
    pub fn compare(self, other: Self) -> Result<std::cmp::Ordering, MoneyError> {
        self.same(other)?;
        Ok(self.minor.cmp(&other.minor))
    }

    /// The sum of many; nothing of `currency` when there are none.
    ///
    /// # Errors
    /// Two currencies; too large a sum.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }

    /// `part / whole` of it, rounded to the nearest minor unit, halves to the even one (as banks do), so that many
    /// roundings lean neither way.
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] when `whole` is 0; too large a product.
    pub fn share(self, part: i64, whole: i64) -> Result<Self, MoneyError> {
        if whole == 0 {
            return Err(MoneyError::NoParts);
        }
        // Both factors are below 2^63, so the product fits.
        let (product, whole) = (i128::from(self.minor) * i128::from(part), i128::from(whole));
        let (product, whole) = if whole < 0 { (-product, -whole) } else { (product, whole) };
        let (floor, rest) = (product.div_euclid(whole), product.rem_euclid(whole));
        let up = match (rest * 2).cmp(&whole) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => floor.rem_euclid(2),
            std::cmp::Ordering::Greater => 1,
        };
        i64::try_from(floor + up).map(|minor| self.with(minor)).map_err(|_| MoneyError::TooLarge)
    }

    /// So many hundredths of a percent of it (2 500 is 25 %), rounded like [`Money::share`].
    ///
    /// # Errors
    /// Too large a product.
    pub fn percent(self, hundredths: i64) -> Result<Self, MoneyError> {
        self.share(hundredths, 10_000)
    }

    /// Divides it by weights, and loses no unit: the parts add up to the whole. Each part is its exact share without
    /// what is less than a unit; units that are left go to the largest remainders, of equal ones to the first.
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] when no weight is above 0.
    pub fn split(self, weights: &[u32]) -> Result<Vec<Self>, MoneyError> {
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if whole == 0 {
            return Err(MoneyError::NoParts);
        }
        let sign = if self.minor < 0 { -1 } else { 1 };
        let amount = i128::from(self.minor) * sign;
        let shares = weights.iter().map(|weight| amount * i128::from(*weight));
        let mut parts: Vec<(i128, i128)> = shares.map(|share| (share / whole, share % whole)).collect();
        let left = amount - parts.iter().map(|(part, _)| part).sum::<i128>();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|place| std::cmp::Reverse(parts.get(*place).map_or(0, |(_, rest)| *rest)));
        // Fewer units are left than there are parts, for every remainder is less than a unit.
        for place in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            if let Some((part, _)) = parts.get_mut(place) {
                *part += 1;
            }
        }
        let minor = |part: i128| i64::try_from(part * sign).map_err(|_| MoneyError::TooLarge);
        parts.into_iter().map(|(part, _)| minor(part).map(|minor| self.with(minor))).collect()
    }

    fn with(self, minor: i64) -> Self {
        Self { minor, ..self }
    }

    fn same(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::Mixed(self.currency, other.currency)) }
    }
}
