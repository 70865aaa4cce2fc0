//! An owner without an address.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an `owner` that is not in `[owners]` of `site.toml`.
    ///
    /// # Why it matters
    /// "Tell us this is wrong" then has nowhere to go.
    ///
    /// # Example
    /// ```yaml
    /// owner: Carer team
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// owner: Carers team
    /// ```
    ///
    /// # What it cannot see
    /// Whether anybody reads that mailbox.
    "unknown-owner" Warning
}
