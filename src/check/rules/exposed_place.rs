//! A place that nobody may learn of.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Looks in everything that is about to be published for the street, postcode and coordinates of places that are
    /// `hidden`. It always stops a build, and never says what it found.
    ///
    /// # Why it matters
    /// Somebody is looking for the people who live there.
    ///
    /// # Example
    /// ```md
    /// places:
    ///   - { name: The refuge, address: 4 Quay Street, postcode: ZZ1 1AA, hidden: yes }
    /// ---
    /// Come to 4 Quay Street.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// places:
    ///   - { name: The refuge, address: 4 Quay Street, postcode: ZZ1 1AA, hidden: yes }
    /// ---
    /// Call us, at any hour. We will tell you where to come.
    /// ```
    ///
    /// # What it cannot see
    /// A description of the way, a picture of the house, a street written in other words, a town, or an address of
    /// fewer than five letters.
    "exposed-place" Error
}
