//! `signpost check --external`: asks for the pages of other sites, and says aloud what could not be asked.

use crate::check;
use crate::cli::session::Session;
use crate::cli::terminal::{print_error, progress};
use crate::fetch::{Asked, Cache, Limits, ask};
use crate::model::LinkAnswer;
use crate::project::Report;

/// Where answers are kept; the folder may be deleted at any time.
const CACHE: &str = ".signpost/links.json";

/// The argument that asks for it, as the rules name it.
const ARGUMENT: &str = "--external";

/// Asks, and adds what was found to a report.
pub fn external(session: &Session, report: &mut Report) {
    let path = session.root.join(CACHE);
    let mut cache = Cache::read(&path);
    let mut addresses: Vec<String> = report.external.iter().map(|link| link.address.clone()).collect();
    addresses.dedup();
    progress(&format!("Asking for {} pages of other sites", addresses.len()));
    let now = session.sources.now();
    let asked = ask(&addresses, &mut cache, now, &Limits::default());
    if let Err(error) = cache.write(&path, now) {
        print_error(&format!("the answers are not kept: `{CACHE}` cannot be written: {error}\n"));
    }
    print_error(&told(&asked, addresses.len()));
    let found = check::external(&report.external, &asked.answers);
    let (found, allowed) = session.project.judge(found, |rule| rule.asked == Some(ARGUMENT));
    for finding in found {
        // What is wrong with comments that allow was found before, too.
        if !report.diagnostics.contains(&finding) {
            report.diagnostics.push(finding);
        }
    }
    report.allowed.extend(allowed);
}

/// What was asked and what was not, in words.
fn told(asked: &Asked, count: usize) -> String {
    if let Some(offline) = &asked.offline {
        let stale = match (offline.stale, offline.oldest) {
            (0, _) | (_, None) => String::new(),
            (stale, Some(day)) => format!("; {stale} answers are old, the oldest of {day}"),
        };
        let unknown = match offline.unknown {
            0 => String::new(),
            unknown => format!("; {unknown} addresses were never asked for"),
        };
        return format!("no server can be reached, so links to other sites were not asked for{stale}{unknown}\n");
    }
    let unsure = asked.answers.values().filter(|answer| matches!(answer, LinkAnswer::Unsure(_))).count();
    let unsure = match unsure {
        0 => String::new(),
        count => format!("; {count} servers answer people only, look at those links yourself"),
    };
    format!(
        "{count} addresses of other sites: {} asked for, {} known from the last days{unsure}\n",
        asked.asked, asked.kept
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::Offline;

    #[test]
    fn what_is_old_and_what_is_not_known_is_said_aloud() {
        let mut asked = Asked { asked: 2, kept: 3, ..Asked::default() };
        asked.answers.insert("https://a.example/".into(), LinkAnswer::Unsure(403));
        assert!(told(&asked, 5).starts_with("5 addresses of other sites: 2 asked for, 3 known"), "{}", told(&asked, 5));
        assert!(told(&asked, 5).contains("1 servers answer people only"));
        let oldest = Some(jiff::civil::date(2026, 11, 1));
        asked.offline = Some(Offline { stale: 4, oldest, unknown: 1 });
        let words = told(&asked, 5);
        assert!(words.contains("4 answers are old, the oldest of 2026-11-01; 1 addresses were never"), "{words}");
    }
}
