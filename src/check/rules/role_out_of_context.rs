//! Roles that stand outside what they are part of.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports an element with a role that is a part of something, such as an item of a list or a row of a table, and
    /// does not lie in it.
    ///
    /// # Why it matters
    /// A screen reader says "3 of 7" and lets people move from part to part only where it knows the whole.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```html
    /// <div role="listitem">Monday</div>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <ul><li>Monday</li></ul>
    /// ```
    ///
    /// # What it cannot see
    /// Parts that a script puts in their place.
    "role-out-of-context" Error act ["ff89c9"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for element in access.with_role(&context.document) {
        let Some(role) = access.explicit_role(&element) else { continue };
        let wanted = role.facts().map_or(&[][..], |facts| facts.context);
        let is_native = access.implicit_role(&element) == role;
        if wanted.is_empty() || is_native || access.is_hidden(&element) || access.role(&element) != role {
            continue;
        }
        let outer = access.outer(&element);
        if !outer.is_some_and(|outer| wanted.contains(&access.role(&outer).name())) {
            let message = format!("the role `{}` stands outside of {}", role.name(), one_of(wanted));
            found.push(
                context
                    .report(&RULE, &element, message)
                    .help("put it directly in what it is part of, or use the elements of HTML"),
            );
        }
    }
}

/// Roles as a choice.
fn one_of(roles: &[&str]) -> String {
    roles.iter().map(|role| format!("`{role}`")).collect::<Vec<_>>().join(" or ")
}
