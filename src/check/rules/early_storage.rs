//! Scripts that keep something on a reader's device before being asked.

use super::super::rule::rule;
use crate::check::ScriptContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a script that uses `localStorage`, `sessionStorage`, `indexedDB`, `caches` or `document.cookie` as soon as
    /// it runs, and not only once a reader has done something.
    ///
    /// # Why it matters
    /// What a page leaves on a phone tells the next person who holds it that somebody was there.
    /// For someone who is watched at home that is a danger.
    /// Regulation 6 of the Privacy and Electronic Communications Regulations asks for consent first, but for what the
    /// reader asked for.
    ///
    /// # Example
    /// ```js
    /// localStorage.setItem("seen", "yes");
    /// ```
    ///
    /// # Use instead
    /// ```js
    /// button.addEventListener("click", () => localStorage.setItem("list", list));
    /// ```
    ///
    /// # What it cannot see
    /// What a function of another file does, what a method does that is called, such as `app.init()`, what a script loads
    /// later, scripts of more than 256 KB, and scripts of other sites.
    /// Whether a reader agreed before.
    "early-storage" Warning checks [Script(check)]
}

fn check(context: &ScriptContext<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: Vec<(&str, usize)> = Vec::new();
    for (store, range) in context.stores_at_once() {
        if let Some((_, at)) = seen.iter().find(|(known, _)| *known == store) {
            found[*at].count += 1;
            continue;
        }
        seen.push((store, found.len()));
        let name = if store == "cookie" { "document.cookie" } else { store };
        let message = format!("this uses `{name}` before the reader has asked for anything");
        let help = "use it only where a reader asks for something to be kept, such as when a button is pressed";
        found.push(context.report(&RULE, range, message).help(help));
    }
}
