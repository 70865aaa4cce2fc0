//! Lists with something else in them.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports an item that lies in no list, and anything else than an item that lies directly in one.
    ///
    /// # Why it matters
    /// A screen reader says how many items there are and which one it reads; here it cannot.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```html
    /// <ul>
    /// <a href="/hub/">Carers Hub</a>
    /// </ul>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <ul>
    /// <li><a href="/hub/">Carers Hub</a></li>
    /// </ul>
    /// ```
    ///
    /// # What it cannot see
    /// Lists that are made of other elements.
    "broken-list" Error act ["bc4a75"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let lists = [Name::Ul, Name::Ol, Name::Menu].into_iter().flat_map(|name| context.document.all(name));
    for list in lists {
        let takes = |child: &Element<'_, '_>| matches!(child.kind(), Name::Li | Name::Script | Name::Template);
        stray(context, &list, takes, found);
        let words = has_words_of_its_own(&list)
            .then(|| context.report_as(&RULE, &[], &list, "words stand in a list outside its items"));
        found.extend(words.map(|finding| finding.help("put them in an item, or before the list")));
    }
    for list in context.document.all(Name::Dl) {
        let takes = |child: &Element<'_, '_>| {
            matches!(child.kind(), Name::Dt | Name::Dd | Name::Div | Name::Script | Name::Template)
        };
        stray(context, &list, takes, found);
    }
    for item in context.document.all(Name::Li) {
        let is_in_list = item.parent().is_some_and(|outer| {
            matches!(outer.kind(), Name::Ul | Name::Ol | Name::Menu)
                || matches!(outer.raw("role"), Some("list" | "group"))
        });
        if !is_in_list && context.access.explicit_role(&item).is_none() && !context.access.is_hidden(&item) {
            let finding = context.report_as(&RULE, &[], &item, "this item lies in no list");
            found.push(finding.help("put `<ul>` around the items"));
        }
    }
}

/// The first child of a list that is none of its items.
fn stray<'a>(
    context: &FinishedContext<'a>,
    list: &Element<'_, 'a>,
    takes: impl Fn(&Element<'_, 'a>) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    // A list with a role is what its role says.
    if context.access.explicit_role(list).is_some() || context.access.is_hidden(list) {
        return;
    }
    if let Some(child) = list.children().find(|child| !takes(child)) {
        let message = format!("`<{}>` lies directly in a list", child.name());
        let is_list = context.access.role(list) == Role::LIST && !context.access.is_hidden(&child);
        let act: &[&str] = if is_list { RULE.act } else { &[] };
        found.push(context.report_as(&RULE, act, &child, message).help("put it in an item"));
    }
}

fn has_words_of_its_own(list: &Element<'_, '_>) -> bool {
    list.raw("role").is_none() && list.has_own_words()
}
