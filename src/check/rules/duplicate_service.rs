//! One service on two pages.

use super::super::rule::rule;
use crate::check::same;
use crate::diagnostic::Diagnostic;
use crate::model::Site;

rule! {
    /// # What it does
    /// Reports a service that seems to stand on an earlier page already: it has the same name, and the same postcode,
    /// address, phone number or email address. Names are the same whatever the order of their words, their capitals,
    /// accents, apostrophes, a plain s at the end of a word, and words such as "the" or "for". At one place the name of
    /// the town or the county makes no difference either. The numbers of `[help]` are nobody's own, and tell nothing.
    ///
    /// Each page is named once, at the later address. Services that have ended or were replaced, drafts, variants and
    /// hidden places are not compared.
    ///
    /// # Why it matters
    /// A city and its county often list one service each. When its number changes, one page is mended, and half of the
    /// carers ring the old one. In lists nobody knows which to choose.
    /// Judgement.
    ///
    /// # Example
    /// ```yaml
    /// title: Merebridge Carers Hub
    /// places: [{ address: 4 Quay Street, town: Merebridge, postcode: ZZ1 1AA }]
    /// ```
    /// and on another page
    /// ```yaml
    /// title: Carers' Hub, Merebridge
    /// places: [{ address: Quay Street, postcode: ZZ1 1AA }]
    /// ```
    ///
    /// # Use instead
    /// One page, and on the other one where to go instead. Links, sheets of paper and readers' own lists that know the second
    /// page lead on, and open data says that it is not active:
    /// ```yaml
    /// title: Carers' Hub, Merebridge
    /// status: ended
    /// replaced_by: /services/carers-hub/
    /// ```
    /// Where they are two services, a title of each that says what sets it apart.
    ///
    /// # What it cannot see
    /// One service under two names, or under a name with a slip in it. `repeated-number` names services of two providers
    /// with one phone number.
    "duplicate-service" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for twin in same::twins(site).into_sorted() {
        let Some(origin) = &twin.page.origin else { continue };
        let (title, first) = (&twin.page.common.title, &twin.first.common.title);
        let name = if title.to_lowercase() == first.to_lowercase() { "the same name" } else { "nearly the same name" };
        let message =
            format!("this service may be listed twice: {} has {name} and the same {}", twin.first.address, twin.shared);
        found.push(
            RULE.finding(message)
                .at_key(origin.file, ["title".into()])
                .help(format!(
                    "keep one page; on the other, such as this one, write `status: ended` and `replaced_by: {}`, so that \
                     readers' lists lead on; where they are two services, say in each title what sets it apart",
                    twin.first.address
                ))
                .note(format!("this one is called \"{title}\", the other one \"{first}\"")),
        );
    }
}
