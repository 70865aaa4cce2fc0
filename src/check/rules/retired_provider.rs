//! A provider that another has replaced.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the use of a provider that has `replaced_by`, and names the one that took its place. Readers are shown
    /// that one: its name, and whether it shares open data.
    ///
    /// # Why it matters
    /// The old record will be taken away one day, and letters go to whoever runs the service now.
    ///
    /// # Example
    /// ```yaml
    /// provider: mereshire-carers-trust
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// provider: carers-together
    /// ```
    ///
    /// # What it cannot see
    /// Providers that are gone and whose records do not say so.
    "retired-provider" Warning
}
