//! Things that move for everybody.

use super::super::rule::rule;
use crate::check::StyleContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports an `animation` that is not taken back for people who ask their system for less motion.
    ///
    /// # Why it matters
    /// Movement makes some people ill, and takes the thread from others.
    /// WCAG 2.2, 2.2.2 Pause, Stop, Hide (A) and 2.3.3 Animation from Interactions (AAA).
    ///
    /// # Example
    /// ```css
    /// .arrow { animation: sway 2s infinite }
    /// ```
    ///
    /// # Use instead
    /// ```css
    /// @media (prefers-reduced-motion: no-preference) {
    ///   .arrow { animation: sway 2s }
    /// }
    /// ```
    ///
    /// # What it cannot see
    /// Movement that a script makes, and short changes of colour.
    "unguarded-motion" Warning checks [Styles(check)]
}
fn check(context: &StyleContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_guard = |condition: &&str| condition.contains("prefers-reduced-motion");
    let moves = |(name, value): &(String, &str)| {
        matches!(name.as_str(), "animation" | "animation-name") && !matches!(*value, "none" | "initial" | "unset")
    };
    let takes_back = |(name, value): (String, &str)| {
        name == "animation" && value == "none" || name == "animation-duration" && value.starts_with('0')
    };
    let is_taken_back = context
        .blocks
        .iter()
        .any(|block| block.conditions.iter().any(is_guard) && block.declarations().any(takes_back));
    if is_taken_back {
        return;
    }
    for block in context.blocks.iter().filter(|block| !block.conditions.iter().any(is_guard)) {
        if !block.selector.starts_with('@') && block.declarations().any(|declared| moves(&declared)) {
            let finding = context.report(&RULE, block, "this moves also for people who ask for less motion");
            found.push(finding.help("put it into `@media (prefers-reduced-motion: no-preference)`"));
        }
    }
}
