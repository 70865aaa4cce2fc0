//! Keys that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports keys at the top of a page, or a file in `content/data/`, that are not written in the form called YAML.
    ///
    /// # Why it matters
    /// From that line on, nothing of what was written can be used.
    ///
    /// # Example
    /// ```yaml
    /// title: Breaks: an hour or a week
    /// hours: "9am to 5pm
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: "Breaks: an hour or a week"
    /// hours: "9am to 5pm"
    /// ```
    ///
    /// # What it cannot see
    /// Words that are good YAML and mean something else, such as `no` for Norway. Put quotes around what should be
    /// words.
    "broken-yaml" Error
}
