//! Parts of a page that cannot be told apart.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports two parts of a page with the same role and the same name, or with none: two menus, two headers, two
    /// searches.
    ///
    /// # Why it matters
    /// Screen readers list these parts to jump to. "Navigation, navigation" tells nobody which is which.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A), 2.4.1 Bypass Blocks (A).
    ///
    /// # Example
    /// ```html
    /// <nav>…</nav>
    /// <nav>…</nav>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <nav aria-label="Main">…</nav>
    /// <nav aria-label="On this page">…</nav>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the names say what the parts are.
    "same-landmarks" Warning checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let natives = [Name::Nav, Name::Aside, Name::Header, Name::Footer, Name::Search, Name::Section, Name::Form];
    let native = natives.into_iter().flat_map(|name| context.document.all(name));
    let written = access.with_role(&context.document).filter(|element| !natives.contains(&element.kind()));
    let mut parts: Vec<(Role, String, Element<'_, '_>)> = Vec::new();
    for part in native.chain(written).filter(|part| !access.is_hidden(part)) {
        let role = access.role(&part);
        let is_landmark = matches!(
            role,
            Role::BANNER | Role::COMPLEMENTARY | Role::CONTENTINFO | Role::FORM | Role::NAVIGATION | Role::REGION
        );
        if is_landmark || role == Role::SEARCH {
            parts.push((role, access.name(&part).to_lowercase(), part));
        }
    }
    parts.sort_by(|a, b| (a.0.0, &a.1, a.2.order()).cmp(&(b.0.0, &b.1, b.2.order())));
    for pair in parts.windows(2) {
        let [(role, name, first), (other, same, second)] = pair else { continue };
        // One in the other is told apart by where it is.
        let is_within = second.order() < first.order_after();
        if role == other && name == same && !is_within {
            let what = if name.is_empty() { "without a name".to_owned() } else { format!("called \"{name}\"") };
            let message = format!("the page has two parts with the role `{}` {what}", role.name());
            found.push(context.report(&RULE, second, message).help("give each a name of its own with `aria-label`"));
        }
    }
}
