//! Waits for sources to change: told by the system, or by looking again and again where the system cannot tell.
//!
//! The system's words are taken as a hint. A file that is there and was written is named at once; for everything else
//! (folders, renames, removals, events that were lost) the list of files is compared with the last one. What changes
//! while nobody waits is kept, so an edit during a build starts the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::{Files, Sources};

/// Editors write a file in several steps; this long after the last one it is read.
const QUIET: Duration = Duration::from_millis(30);
/// A change is never held back longer than this.
const LONGEST: Duration = Duration::from_millis(500);
/// How often the list of files is compared where the system cannot tell.
const POLL: Duration = Duration::from_millis(400);

/// Folders of a site that are watched; `site.toml` stands beside them.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// The changes of a site's sources from the moment it was made.
pub struct Changes {
    root: PathBuf,
    sources: Arc<dyn Sources>,
    seen: BTreeMap<String, (u64, Option<i128>)>,
    mode: Mode,
}

enum Mode {
    Told { events: Receiver<notify::Result<notify::Event>>, watcher: RecommendedWatcher },
    Poll,
}

impl Changes {
    /// Starts to watch. With `poll`, or where the system cannot tell, the list of files is compared instead; the second
    /// value says why.
    pub fn start(root: &Path, sources: Arc<dyn Sources>, poll: bool) -> (Self, Option<String>) {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let told = if poll { Ok(Mode::Poll) } else { told(&root) };
        let (mode, why) = match told {
            Ok(mode) => (mode, None),
            Err(error) => (Mode::Poll, Some(error.to_string())),
        };
        let mut changes = Self { root, sources, seen: BTreeMap::new(), mode };
        changes.compare();
        (changes, why)
    }

    /// Waits until something changed and then until it is quiet; gives the paths from the top of the site.
    /// Nothing comes when the system stops telling.
    pub fn wait(&mut self) -> Option<Vec<String>> {
        loop {
            let changed = match &self.mode {
                Mode::Poll => {
                    std::thread::sleep(POLL);
                    self.compare()
                }
                Mode::Told { events, .. } => {
                    let batch = collect(events)?;
                    self.changed(&batch)
                }
            };
            if !changed.is_empty() {
                return Some(changed.into_iter().collect());
            }
        }
    }

    /// What a batch of events means.
    fn changed(&mut self, batch: &[notify::Result<notify::Event>]) -> BTreeSet<String> {
        let mut changed = BTreeSet::new();
        let mut is_certain = true;
        for event in batch {
            let Ok(event) = event else {
                is_certain = false;
                continue;
            };
            if matches!(event.kind, EventKind::Access(_)) {
                continue;
            }
            is_certain &= !event.need_rescan();
            for path in &event.paths {
                let Some(relative) = self.relative(path) else { continue };
                if FOLDERS.contains(&relative.as_str()) {
                    self.watch_again(path);
                }
                if path.is_file() {
                    changed.insert(relative);
                } else {
                    is_certain = false;
                    changed.insert(relative);
                }
            }
        }
        if !is_certain {
            changed.extend(self.compare());
            // A folder is no source, and a path that came and went between two looks changed nothing.
            changed.retain(|path| !self.root.join(path).is_dir());
        }
        changed
    }

    /// A folder that is made anew is not watched any more.
    fn watch_again(&mut self, folder: &Path) {
        if let Mode::Told { watcher, .. } = &mut self.mode
            && folder.is_dir()
        {
            // Where this fails the folder went again, and its next coming is another event.
            let _ = watcher.watch(folder, RecursiveMode::Recursive);
        }
    }

    /// The path from the top of the site, of what a site is made from.
    fn relative(&self, path: &Path) -> Option<String> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let is_source = match parts.as_slice() {
            [file] if file == "site.toml" => true,
            [folder, ..] => FOLDERS.contains(&folder.as_str()),
            [] => false,
        };
        let name = parts.last()?;
        let is_for_a_moment = name == "4913"
            || name.ends_with('~')
            || [".swp", ".swx", ".tmp"].iter().any(|ending| name.ends_with(ending));
        if is_source && !is_for_a_moment { Some(parts.join("/")) } else { None }
    }

    /// Compares the list of files with the last one.
    fn compare(&mut self) -> BTreeSet<String> {
        let Ok((list, _)) = self.sources.list(&mut Files::default()) else {
            return BTreeSet::new();
        };
        let now: BTreeMap<_, _> = list.into_iter().map(|file| (file.path, (file.size, file.modified))).collect();
        let before = std::mem::replace(&mut self.seen, now);
        let new_or_changed = self.seen.iter().filter(|(path, state)| before.get(*path) != Some(*state));
        let gone = before.keys().filter(|path| !self.seen.contains_key(*path));
        new_or_changed.map(|(path, _)| path.clone()).chain(gone.cloned()).collect()
    }
}

fn told(root: &Path) -> notify::Result<Mode> {
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more once the program ends.
        let _ = sender.send(event);
    })?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS {
        let folder = root.join(folder);
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(Mode::Told { events, watcher })
}

/// Waits for an event and for those that follow it closely.
fn collect(events: &Receiver<notify::Result<notify::Event>>) -> Option<Vec<notify::Result<notify::Event>>> {
    let mut batch = vec![events.recv().ok()?];
    let started = Instant::now();
    while started.elapsed() < LONGEST {
        match events.recv_timeout(QUIET) {
            Ok(event) => batch.push(event),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(batch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Disk;
    use std::fs;

    fn site() -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(root.path().join("content/services")).expect("the folder can be made");
        for file in ["site.toml", "content/_index.md", "content/services/hub.md"] {
            fs::write(root.path().join(file), "one").expect("the file can be made");
        }
        root
    }

    fn changes(root: &Path, poll: bool) -> Changes {
        let sources = Arc::new(Disk::new(root).expect("the folder is there"));
        let (changes, why) = Changes::start(root, sources, poll);
        assert_eq!(why, None);
        changes
    }

    fn check(poll: bool) {
        let site = site();
        let root = site.path();
        let mut changes = changes(root, poll);
        let write = |path: &str, text: &str| fs::write(root.join(path), text).expect("the file can be made");
        // Both were made before anybody waited, as during a build.
        write("content/_index.md", "changed");
        write("site.toml", "changed");
        assert_eq!(changes.wait().expect("changes come"), ["content/_index.md", "site.toml"]);
        // A folder that is moved takes its files with it.
        fs::rename(root.join("content/services"), root.join("content/help")).expect("the folder can be moved");
        let moved = changes.wait().expect("changes come");
        assert!(moved.contains(&"content/services/hub.md".to_owned()), "{moved:?}");
        assert!(moved.contains(&"content/help/hub.md".to_owned()), "{moved:?}");
        // What is no source starts nothing; what follows it does.
        fs::create_dir(root.join("public")).expect("the folder can be made");
        write("public/index.html", "x");
        write("content/help/.hub.md.swp", "x");
        write("content/help/hub.md", "changed");
        let changed = changes.wait().expect("changes come");
        assert!(changed.contains(&"content/help/hub.md".to_owned()), "{changed:?}");
        assert!(changed.iter().all(|path| !path.starts_with("public")), "{changed:?}");
    }

    #[test]
    fn edits_moves_and_removals_are_told() {
        check(false);
    }

    #[test]
    fn edits_moves_and_removals_are_found_by_looking() {
        check(true);
    }

    #[test]
    fn a_folder_that_is_made_anew_is_watched_again() {
        let site = site();
        let mut changes = changes(site.path(), false);
        fs::remove_dir_all(site.path().join("content")).expect("the folder can be removed");
        changes.wait().expect("changes come");
        fs::create_dir_all(site.path().join("content/new")).expect("the folder can be made");
        fs::write(site.path().join("content/new/page.md"), "one").expect("the file can be made");
        let mut seen = Vec::new();
        while !seen.contains(&"content/new/page.md".to_owned()) {
            seen.extend(changes.wait().expect("changes come"));
        }
        // The watch on the new folder tells of edits in it too.
        fs::write(site.path().join("content/new/page.md"), "two words").expect("the file can be made");
        let changed = changes.wait().expect("changes come");
        assert_eq!(changed, ["content/new/page.md"]);
    }
}
