//! Heading cells of raw tables that do not say what they head.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a table written in HTML whose heading cells have no `scope`.
    /// In a simple table `signpost check --fix` writes it: one whose first row holds the headings of its columns, or whose
    /// first cells are the headings of their rows, without cells that span others.
    ///
    /// # Why it matters
    /// A screen reader says the heading with each cell, and `scope` tells it which cells those are.
    /// A build writes the scope of simple tables by itself. Where headings stand elsewhere, only you know what they head,
    /// and wherever else the text is used there is nobody to write it.
    ///
    /// # Example
    /// ```html
    /// <table>
    /// <tr><th>Day</th><th>Time</th></tr>
    /// <tr><th>Monday</th><td>7pm</td></tr>
    /// </table>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <table>
    /// <tr><th scope="col">Day</th><th scope="col">Time</th></tr>
    /// <tr><th scope="row">Monday</th><td>7pm</td></tr>
    /// </table>
    /// ```
    /// Or a table in Markdown, whose headings are always right.
    ///
    /// # What it cannot see
    /// Whether the scope is the right one, and a table with an empty line in it, which Markdown reads as several pieces.
    "missing-scope" Advice
}
