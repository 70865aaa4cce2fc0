//! What the history of a git checkout tells of files: on which day one was changed after another.
//!
//! Git itself is asked, without a network and without a write. Where it is missing, or the folder is no checkout, nothing
//! is known. What follows from an answer is left to `load`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// A page and a variant of it, to be compared by their history where they do not say themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The path of the page, from the top of the site.
    pub page: String,
    /// The day on which the page changed, where it says so.
    pub changed: Option<Date>,
    /// The path of the variant.
    pub variant: String,
    /// The day on which the variant was last checked, where it says so.
    pub checked: Option<Date>,
}

/// What a history tells of pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// There is none, or it cannot be read.
    #[default]
    None,
    /// The checkout holds the last commits alone, so nothing can be said.
    Cut,
    /// For each pair, the day on which the page was changed after the variant; nothing where it was not.
    Told(Vec<Option<Date>>),
}

/// Keys of front matter that say nothing to a reader: a commit that touches no other line changed no words.
const UNREAD: [&str; 6] = ["checked_with:", "notes:", "owner:", "review_by:", "reviewed:", "updated:"];

/// Paths that are handed to git at a time: systems limit how long a command may be.
const PATHS: usize = 200;

/// Compares pairs by the days of commits, in Universal Time.
pub(super) fn ask(root: &Path, pairs: &[Pair]) -> History {
    match git_line(root, &["rev-parse", "--is-shallow-repository"]).as_deref() {
        Some("false") => older(root, pairs).map_or(History::None, History::Told),
        Some("true") => History::Cut,
        _ => History::None,
    }
}

fn older(root: &Path, pairs: &[Pair]) -> Option<Vec<Option<Date>>> {
    let undated = |pair: &Pair| {
        let page = pair.changed.is_none().then(|| pair.page.clone());
        let variant = pair.checked.is_none().then(|| pair.variant.clone());
        page.into_iter().chain(variant)
    };
    let committed = last_commits(root, pairs.iter().flat_map(undated).collect())?;
    let day = |known: Option<Date>, path: &String| known.or_else(|| committed.get(path).copied());
    let since = |pair: &Pair| day(pair.checked, &pair.variant);
    let is_older = |pair: &&Pair| match (since(pair), day(pair.changed, &pair.page)) {
        (Some(since), Some(changed)) => since < changed,
        _ => false,
    };
    let candidates: Vec<&Pair> = pairs.iter().filter(is_older).collect();
    // What is being changed now is nobody's last word.
    let unsaid: BTreeSet<&str> =
        candidates.iter().filter(|pair| pair.checked.is_none()).map(|pair| pair.variant.as_str()).collect();
    let at_work = uncommitted(root, &unsaid)?;
    let pages: BTreeSet<&str> =
        candidates.iter().filter(|pair| pair.changed.is_none()).map(|pair| pair.page.as_str()).collect();
    let first = candidates.iter().filter_map(|pair| since(pair)).min();
    let rewritten = first.map_or(Some(BTreeMap::new()), |first| rewritten(root, &pages, first))?;
    let answer = |pair: &Pair| {
        let is_at_work = pair.checked.is_none() && at_work.contains(&pair.variant);
        let changed = pair.changed.or_else(|| rewritten.get(&pair.page).copied());
        changed.filter(|changed| !is_at_work && since(pair).is_some_and(|since| since < *changed))
    };
    Some(pairs.iter().map(answer).collect())
}

/// The day of the last commit that touched each file. Git is stopped once all were seen.
fn last_commits(root: &Path, mut wanted: BTreeSet<String>) -> Option<BTreeMap<String, Date>> {
    let mut command = git(root);
    command.args(["log", DAY, "--name-only", "--no-renames", "--relative", "--", "content"]);
    let (mut last, mut day) = (BTreeMap::new(), None);
    if wanted.is_empty() {
        return Some(last);
    }
    each_line(&mut command, |line| {
        if let Some(seconds) = line.strip_prefix(COMMIT) {
            day = day_of(seconds);
        } else if let (Some(path), Some(day)) = (wanted.take(line), day) {
            last.insert(path, day);
        }
        if wanted.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Some(last)
}

/// The day of the last commit after another day that changed the words of each page.
///
/// Lines that nobody reads and the ends of lines are no change, and neither is that a page is new or has a new name.
fn rewritten(root: &Path, pages: &BTreeSet<&str>, after: Date) -> Option<BTreeMap<String, Date>> {
    let mut found = BTreeMap::new();
    let since = after.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
    for paths in chunks(pages) {
        let mut command = git(root);
        command.args(["log", DAY, "--patch", "--unified=0", "--no-renames", "--relative", "--no-ext-diff"]);
        command.args(["--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"]);
        command.arg(format!("--since={since}")).arg("--").args(paths);
        let mut change = Change::default();
        each_line(&mut command, |line| {
            change.read(line, &mut found);
            ControlFlow::Continue(())
        })?;
        change.end(&mut found);
    }
    Some(found)
}

/// What a commit did to one file, while git tells of it.
#[derive(Default)]
struct Change {
    day: Option<Date>,
    path: String,
    is_new: bool,
    is_heading: bool,
    /// The words that were taken out, and those that were put in.
    words: [Vec<String>; 2],
}

impl Change {
    fn read(&mut self, line: &str, found: &mut BTreeMap<String, Date>) {
        if let Some(seconds) = line.strip_prefix(COMMIT) {
            self.end(found);
            self.day = day_of(seconds);
        } else if line.starts_with("diff --git ") {
            self.end(found);
            self.is_heading = true;
        } else if line.starts_with("@@") {
            self.is_heading = false;
        } else if self.is_heading {
            self.is_new |= line.starts_with("new file mode");
            if let Some(path) = line.strip_prefix("+++ b/") {
                // Git ends a name that holds a space with a tab.
                self.path = path.trim_end_matches('\t').to_owned();
            }
        } else if let Some((side, text)) =
            line.strip_prefix('-').map(|text| (0, text)).or_else(|| line.strip_prefix('+').map(|text| (1, text)))
            && !UNREAD.iter().any(|key| text.starts_with(key))
        {
            self.words[side].extend(text.split_whitespace().map(str::to_owned));
        }
    }

    /// Takes in what was read of a file. Git tells of the last commit first.
    fn end(&mut self, found: &mut BTreeMap<String, Date>) {
        let change = std::mem::take(self);
        self.day = change.day;
        let is_same = change.is_new || change.path.is_empty() || change.words[0] == change.words[1];
        if let (Some(day), false) = (change.day, is_same) {
            found.entry(change.path).or_insert(day);
        }
    }
}

/// The files that differ from the last commit.
fn uncommitted(root: &Path, paths: &BTreeSet<&str>) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for paths in chunks(paths) {
        let mut command = git(root);
        command.args(["diff", "--name-only", "--no-renames", "--relative", "HEAD", "--"]).args(paths);
        each_line(&mut command, |line| {
            found.insert(line.to_owned());
            ControlFlow::Continue(())
        })?;
    }
    Some(found)
}

fn chunks<'p>(paths: &BTreeSet<&'p str>) -> Vec<Vec<&'p str>> {
    let paths: Vec<&str> = paths.iter().copied().collect();
    paths.chunks(PATHS).map(<[_]>::to_vec).collect()
}

/// Begins a commit in git's answer, before the second of its commit.
const COMMIT: char = '\u{1}';
/// Asks for it.
const DAY: &str = "--format=%x01%ct";

fn day_of(seconds: &str) -> Option<Date> {
    let moment = Timestamp::from_second(seconds.trim().parse().ok()?).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).date())
}

/// Git in the folder of a site: names as they are, no colour, no lock, and nothing fetched from elsewhere.
fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(root).stdin(Stdio::null()).stderr(Stdio::null());
    command.args(["--literal-pathspecs", "--no-pager", "-c", "core.quotePath=false", "-c", "color.ui=false"]);
    command.args(["-c", "log.showSignature=false", "-c", "protocol.allow=never"]);
    command.env("GIT_OPTIONAL_LOCKS", "0");
    // A hook of git sets these for its own folder.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command
}

fn git_line(root: &Path, arguments: &[&str]) -> Option<String> {
    let output = git(root).args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

/// Reads what git writes, a line at a time, until it ends or enough is known. Nothing where git failed.
fn each_line(command: &mut Command, mut take: impl FnMut(&str) -> ControlFlow<()>) -> Option<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
    let mut lines = BufReader::new(child.stdout.take()?);
    let mut line = Vec::new();
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line).ok()? == 0 {
            return child.wait().ok()?.success().then_some(());
        }
        let text = String::from_utf8_lossy(&line);
        if take(text.trim_end_matches(['\n', '\r'])).is_break() {
            // It may have ended by itself, and then there is nothing to stop.
            let _ = child.kill();
            child.wait().ok()?;
            return Some(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> BTreeMap<String, Date> {
        let (mut change, mut found) = (Change::default(), BTreeMap::new());
        lines.lines().for_each(|line| change.read(line, &mut found));
        change.end(&mut found);
        found
    }

    #[test]
    fn only_words_are_a_change() {
        let commit = |body: &str| {
            format!(
                "\u{1}1777629600\n\ndiff --git a/a.md b/a.md\nindex 1..2\n--- a/a.md\n+++ b/a.md\n@@ -3 +3 @@\n{body}"
            )
        };
        let day = jiff::civil::date(2026, 5, 1);
        assert_eq!(read(&commit("-old words\n+new words\n")), BTreeMap::from([("a.md".to_owned(), day)]));
        assert_eq!(read(&commit("-cost: Free\n")).len(), 1, "a fact is a change");
        for same in
            ["-reviewed: 2026-01-01\n+reviewed: 2026-05-01\n", "-one two\n+one\n+two\n", "+review_by: 2027-01-01\n+\n"]
        {
            assert_eq!(read(&commit(same)), BTreeMap::new(), "{same}");
        }
        let new = "\u{1}1777629600\ndiff --git a/a.md b/a.md\nnew file mode 100644\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+words\n";
        assert_eq!(read(new), BTreeMap::new(), "a new page is no page that changed");
    }

    #[test]
    fn the_last_commit_is_told_first() {
        let of = |seconds: u32, word: &str| {
            format!("\u{1}{seconds}\n\ndiff --git a/a b.md b/a b.md\n+++ b/a b.md\t\n@@ -3 +3 @@\n-x\n+{word}\n")
        };
        let found = read(&format!("{}{}", of(1_777_629_600, "later"), of(1_767_261_600, "earlier")));
        assert_eq!(found, BTreeMap::from([("a b.md".to_owned(), jiff::civil::date(2026, 5, 1))]));
    }

    #[test]
    fn a_folder_that_is_no_checkout_has_no_history() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(ask(folder.path(), &[]), History::None);
    }
}
