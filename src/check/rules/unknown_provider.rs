//! A provider that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the id of a provider that is not in `content/data/providers.yaml`. Words with capitals or spaces are
    /// taken as a plain name.
    ///
    /// # Why it matters
    /// Readers could not tell who runs the service.
    ///
    /// # Example
    /// ```yaml
    /// provider: merebridge-carer
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// provider: merebridge-carers
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right provider.
    "unknown-provider" Error
}
