//! The sink of `build`: files go to a folder beside the output, which takes the output's place in one step.
//!
//! A build that fails or is killed leaves the output as it was; the folder it leaves behind is removed by the next one.
//! Signpost knows its own output by `build.json`, and replaces no other folder that holds anything.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Body, Refusal, Sink, check_path};
use crate::source::{Files, Sources};

/// The file by which an output of Signpost is known, and what it says at least.
const MARKER: &str = "build.json";
const GENERATOR: &str = "signpost";

/// Writes to a folder beside the output and swaps it in.
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    sources: Arc<dyn Sources>,
    files: Arc<Files>,
    made: Mutex<HashSet<PathBuf>>,
    is_open: bool,
    marker: &'static str,
    /// Held while the folder is in use; the system lets go of it when the process ends, however that happens.
    _lock: File,
}

impl Staging {
    /// Starts a folder beside `output`, and removes those that killed builds left there.
    ///
    /// `files` gives the paths behind every copy.
    ///
    /// # Errors
    /// When `output` is a file, holds something that Signpost did not make, or its parent cannot be written.
    pub fn new(output: &Path, sources: Arc<dyn Sources>, files: Arc<Files>) -> Result<Self, Refusal> {
        Self::marked(output, sources, files, MARKER)
    }

    /// The same for a folder that is known by another file: neither takes the place of the other.
    ///
    /// # Errors
    /// When `output` is a file, holds something that Signpost did not make, or its parent cannot be written.
    pub fn marked(
        output: &Path,
        sources: Arc<dyn Sources>,
        files: Arc<Files>,
        marker: &'static str,
    ) -> Result<Self, Refusal> {
        let failed = |error: io::Error| Refusal {
            message: format!("`{}` cannot be written: {error}", output.display()),
            hint: "check who may write there, or give another folder: `--output DIR`".into(),
        };
        let real = real_path(output).map_err(failed)?;
        refuse_foreign(output, &real, marker)?;
        let (parent, prefix) = beside(&real).map_err(failed)?;
        fs::create_dir_all(&parent).map_err(failed)?;
        remove_stale(&parent, &prefix);
        let (folder, lock) = new_folder(&parent, &prefix).map_err(failed)?;
        Ok(Self { output: real, folder, sources, files, made: Mutex::default(), is_open: true, marker, _lock: lock })
    }

    fn write(&self, path: &Path, body: &Body) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        match body {
            Body::Bytes(bytes) => file.write_all(bytes),
            Body::Copy(id) => {
                let mut source = self.sources.open(self.files.path(*id))?;
                io::copy(&mut source, &mut file).map(|_| ())
            }
        }
    }

    /// Makes the folder of a file, once.
    fn make_parent(&self, path: &Path) -> io::Result<()> {
        let Some(parent) = path.parent() else { return Ok(()) };
        if self.made.lock().unwrap_or_else(PoisonError::into_inner).contains(parent) {
            return Ok(());
        }
        fs::create_dir_all(parent)?;
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(parent.to_owned());
        Ok(())
    }

    fn mark(&self) -> io::Result<()> {
        let marker = self.folder.join(self.marker);
        if marker.exists() {
            return Ok(());
        }
        fs::write(marker, format!("{{\"generator\":\"{GENERATOR}\"}}\n"))
    }
}

impl Sink for Staging {
    fn put(&self, path: &str, body: Body) -> io::Result<()> {
        check_path(path)?;
        let full = self.folder.join(path);
        let named = |error: io::Error| io::Error::new(error.kind(), format!("`{path}`: {error}"));
        self.make_parent(&full).map_err(named)?;
        self.write(&full, &body).map_err(named)
    }

    fn commit(&mut self) -> io::Result<()> {
        self.mark()?;
        flush(&self.folder)?;
        swap(&self.folder, &self.output)?;
        self.is_open = false;
        // After the swap this is the old output. What cannot be removed now is removed by the next build.
        let _ = fs::remove_dir_all(&self.folder);
        Ok(())
    }

    fn discard(&mut self) -> io::Result<()> {
        self.is_open = false;
        fs::remove_dir_all(&self.folder)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.is_open {
            let _ = self.discard();
        }
    }
}

/// The path behind links, of an output that is there; else the path as given.
fn real_path(output: &Path) -> io::Result<PathBuf> {
    match output.canonicalize() {
        Ok(path) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::path::absolute(output),
        Err(error) => Err(error),
    }
}

fn refuse_foreign(shown: &Path, output: &Path, marker: &str) -> Result<(), Refusal> {
    let shown = shown.display();
    let is_empty = match fs::read_dir(output) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => {
            return Err(Refusal {
                message: format!("`{shown}` cannot be the output: {error}"),
                hint: "give a folder: `--output DIR`".into(),
            });
        }
    };
    if is_empty || is_ours(output, marker) {
        return Ok(());
    }
    Err(Refusal {
        message: format!("`{shown}` holds files that Signpost did not make"),
        hint: format!(
            "a build replaces the whole folder. Give another one with `--output DIR`, or empty `{shown}` yourself"
        ),
    })
}

fn is_ours(output: &Path, marker: &str) -> bool {
    let Ok(text) = fs::read(output.join(marker)) else { return false };
    let value: Option<serde_json::Value> = serde_json::from_slice(&text).ok();
    value.is_some_and(|value| value["generator"] == GENERATOR)
}

/// The folder that holds the output, and how the names of staging folders for it begin.
fn beside(output: &Path) -> io::Result<(PathBuf, String)> {
    match (output.parent(), output.file_name()) {
        (Some(parent), Some(name)) => Ok((parent.to_owned(), format!(".{}.signpost-", name.to_string_lossy()))),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is the top of the disk")),
    }
}

fn new_folder(parent: &Path, prefix: &str) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = parent.join(format!("{prefix}{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => {
                let lock = File::open(&folder)?;
                // Where a file system has no locks, folders of killed builds are left for a person to remove.
                let _ = lock.try_lock();
                return Ok((folder, lock));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Removes the folders of builds that are no longer running: nobody holds their lock.
fn remove_stale(parent: &Path, prefix: &str) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(prefix) {
            continue;
        }
        let Ok(folder) = File::open(entry.path()) else { continue };
        match folder.try_lock() {
            Ok(()) => drop(fs::remove_dir_all(entry.path())),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
        }
    }
}

/// Brings everything to the disk once, so that a power cut after the swap loses nothing.
fn flush(folder: &Path) -> io::Result<()> {
    let folder = File::open(folder)?;
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(&folder)?;
    #[cfg(not(target_os = "linux"))]
    folder.sync_all()?;
    Ok(())
}

/// Puts the folder in the output's place. The old output, if any, is then where the folder was.
fn swap(folder: &Path, output: &Path) -> io::Result<()> {
    if !output.exists() {
        return fs::rename(folder, output);
    }
    match exchange(folder, output) {
        Ok(()) => Ok(()),
        Err(_) => rename_twice(folder, output),
    }
}

#[cfg(target_os = "linux")]
fn exchange(folder: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, folder, CWD, output, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_folder: &Path, _output: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// For file systems that cannot exchange two folders. If the second step fails, the first is taken back.
fn rename_twice(folder: &Path, output: &Path) -> io::Result<()> {
    let mut aside = folder.as_os_str().to_owned();
    aside.push("-old");
    let aside = PathBuf::from(aside);
    fs::rename(output, &aside)?;
    if let Err(error) = fs::rename(folder, output) {
        fs::rename(&aside, output)?;
        return Err(error);
    }
    fs::rename(&aside, folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    fn staging(output: &Path) -> Result<Staging, Refusal> {
        let site = Memory::new([("content/map.pdf".to_owned(), b"a map".to_vec())], jiff::Timestamp::UNIX_EPOCH);
        let mut files = Files::default();
        files.intern("content/map.pdf");
        Staging::new(output, Arc::new(site), Arc::new(files))
    }

    fn build(output: &Path, text: &str) {
        let mut sink = staging(output).expect("the output may be replaced");
        sink.put("a/index.html", Body::Bytes(text.into())).expect("the path is good");
        sink.put("a/map.pdf", Body::Copy(crate::source::FileId(0))).expect("the file is there");
        sink.commit().expect("the folder can be swapped in");
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there").flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn commit_swaps_the_folder_in_and_leaves_nothing_beside_it() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let output = parent.path().join("deep/public");
        build(&output, "one");
        build(&output, "two");
        assert_eq!(fs::read_to_string(output.join("a/index.html")).expect("it was made"), "two");
        assert_eq!(fs::read_to_string(output.join("a/map.pdf")).expect("it was copied"), "a map");
        assert_eq!(names(&output), ["a", "build.json"]);
        assert_eq!(names(&parent.path().join("deep")), ["public"]);
    }

    #[test]
    fn a_build_that_ends_without_commit_leaves_the_old_output() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let output = parent.path().join("public");
        build(&output, "one");
        let sink = staging(&output).expect("the output is ours");
        sink.put("b/index.html", Body::Bytes(b"half".to_vec())).expect("the path is good");
        drop(sink);
        assert_eq!(names(parent.path()), ["public"]);
        assert_eq!(fs::read_to_string(output.join("a/index.html")).expect("it stays"), "one");
    }

    #[test]
    fn a_killed_build_is_cleaned_up_by_the_next_and_a_running_one_is_not() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let output = parent.path().join("public");
        let killed = parent.path().join(".public.signpost-1-0");
        fs::create_dir_all(killed.join("a")).expect("the folder can be made");
        let running = staging(&output).expect("nothing is there");
        build(&output, "one");
        assert!(!killed.exists());
        assert!(running.folder.exists());
        drop(running);
        assert_eq!(names(parent.path()), ["public"]);
    }

    #[test]
    fn folders_that_signpost_did_not_make_are_refused() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let output = parent.path().join("photos");
        fs::create_dir(&output).expect("the folder can be made");
        assert!(staging(&output).is_ok(), "an empty folder may be used");
        fs::write(output.join("holiday.jpg"), "x").expect("the file can be made");
        let refusal = staging(&output).err().expect("it is refused");
        assert!(refusal.message.contains("did not make"), "{refusal}");
        fs::write(output.join("build.json"), "{\"generator\":\"other\"}").expect("the file can be made");
        assert!(staging(&output).is_err());
        assert!(staging(&output.join("holiday.jpg")).is_err(), "a file cannot be the output");
        assert_eq!(names(parent.path()), ["photos"]);
    }

    #[test]
    fn a_link_to_the_output_stays_a_link() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let (real, link) = (parent.path().join("real"), parent.path().join("public"));
        fs::create_dir(&real).expect("the folder can be made");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&real, &link).expect("the link can be made");
            build(&link, "one");
            assert!(link.is_symlink());
            assert_eq!(names(&real), ["a", "build.json"]);
        }
        let _ = link;
    }

    #[test]
    fn two_renames_do_where_folders_cannot_be_exchanged() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let (new, old) = (parent.path().join("new"), parent.path().join("old"));
        for folder in [&new, &old] {
            fs::create_dir(folder).expect("the folder can be made");
            fs::write(folder.join("name"), folder.display().to_string()).expect("the file can be made");
        }
        rename_twice(&new, &old).expect("both are there");
        assert!(fs::read_to_string(old.join("name")).expect("it is there").ends_with("new"));
        assert!(fs::read_to_string(new.join("name")).expect("it is there").ends_with("old"));
    }

    #[test]
    fn paths_that_leave_the_output_or_come_twice_are_refused() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let sink = staging(&parent.path().join("public")).expect("nothing is there");
        assert!(sink.put("../x", Body::Bytes(Vec::new())).is_err());
        assert!(sink.put("x", Body::Bytes(Vec::new())).is_ok());
        assert!(sink.put("x", Body::Bytes(Vec::new())).is_err());
    }
}
