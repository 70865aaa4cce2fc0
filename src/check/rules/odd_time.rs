//! Opening times that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a row of opening times, of a service or in `[help]` of `site.toml`, whose days or times cannot be read, and
    /// one that is open until late the next morning, where `am` was probably meant to be `pm`.
    ///
    /// # Why it matters
    /// Readers meet the row as it is written. And no page can say "Open now" of it, or that it opens again tomorrow.
    ///
    /// # Example
    /// ```yaml
    /// hours: [{ days: Mno-Fri, from: 9, to: 5am }]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// hours: [{ days: Mon-Fri, from: 9am, to: 5pm }]
    /// ```
    /// Times that no row can hold, such as "the first Monday of the month", are written as a sentence:
    /// `hours: The first Monday of the month, 10am to midday`.
    ///
    /// # What it cannot see
    /// Whether anybody is there at that time, and times inside sentences.
    "odd-time" Warning
}
