//! Pictures of Easy Read that stand for too much.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::rows;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a picture that has more than a number of `sentences` beside it: 2 where a site sets nothing else.
    ///
    /// # Why it matters
    /// A picture stands for one idea. Beside four sentences nobody knows which it shows.
    /// Change, How to make information accessible.
    ///
    /// # Example
    /// ```md
    /// ![-](/img/easy/phone.svg)
    ///
    /// Call us. We are here all day. You can text too. It is free.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![-](/img/easy/phone.svg)
    ///
    /// Call us. We are here all day.
    ///
    /// ![-](/img/easy/text-message.svg)
    ///
    /// You can text us too.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the sentences say one thing.
    "picture-for-many-sentences" Advice thresholds [sentences 2] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let most = context.threshold(&RULE, "sentences") as usize;
    for row in rows(english).into_iter().filter(|row| row.has_picture && row.sentences > most) {
        found.push(
            RULE.finding(format!("this picture stands for {} sentences", row.sentences))
                .at(context.prose.place(row.picture.unwrap_or(row.written)))
                .help(format!("give each {most} of them a picture of their own, or say less")),
        );
    }
}
