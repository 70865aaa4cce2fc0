//! A line of colons that closes nothing.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a line of colons that stands where no block is open.
    ///
    /// # Why it matters
    /// Most often the block above was closed by an earlier line with the same number of colons, so that its last words
    /// stand outside it.
    ///
    /// # Example
    /// ```md
    /// ::: priority title="Breaks"
    /// ::: action status=done
    /// Open the hub.
    /// :::
    /// :::
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// :::: priority title="Breaks"
    /// ::: action status=done
    /// Open the hub.
    /// :::
    /// ::::
    /// ```
    ///
    /// # What it cannot see
    /// Blocks that are closed in the wrong order with the right number of colons.
    "stray-fence" Error
}
