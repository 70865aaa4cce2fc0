//! Looks written into a page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `<style>` or a `style=` in the text of a page. It is taken out.
    ///
    /// # Why it matters
    /// Colours set by hand do not change in the dark or for readers who need more contrast, and sizes set by hand do
    /// not grow.
    ///
    /// # Example
    /// ```md
    /// <p style="color: red">Call 999.</p>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: warning
    /// Call 999.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Styles in files of the theme.
    "raw-style" Error
}
