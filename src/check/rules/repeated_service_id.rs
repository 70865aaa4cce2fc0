//! Two services with one identifier.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Page, Site, Uuid};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports two services with the same `id`.
    ///
    /// # Why it matters
    /// Those who use the open data would take one for the other, and lose one of them.
    /// It happens when a page is made as a copy of another.
    ///
    /// # Example
    /// ```yaml
    /// title: Carers Hub at Harrowdale
    /// id: fcf8094e-48b9-463d-843b-fc00bcdf8453
    /// ```
    /// and the same `id` on the page of the hub itself.
    ///
    /// # Use instead
    /// ```yaml
    /// title: Carers Hub at Harrowdale
    /// ```
    /// Without an `id`, Signpost makes one of the page's address.
    ///
    /// # What it cannot see
    /// An `id` that another site has given to another service.
    "repeated-service-id" Error
    checks [Model(look)]
}

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Uuid, &Page> = HashMap::new();
    for page in site.pages.iter().filter(|page| page.is_listed() && site.group(page.group).main == Some(page.id)) {
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        let Some(id) = service.id.as_deref().and_then(Uuid::read).filter(|_| page.part == 1) else { continue };
        let Some(first) = seen.get(&id) else {
            seen.insert(id, page);
            continue;
        };
        found.push(
            RULE.finding(format!("two services have the `id` {id}"))
                .at(Span::whole(origin.file))
                .help("take the line away from the newer one: it then gets an `id` of its own")
                .note(format!("the other one is {}", first.address)),
        );
    }
}
