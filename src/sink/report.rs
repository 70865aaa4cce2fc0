//! Writes reports to where a person or another program asked for them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file in the place of the one that is there; who reads it meanwhile sees one or the other, never a part.
///
/// # Errors
/// When the disk refuses.
pub fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let (file, target) = prepared(path, content, kept)?;
    file.persist(&target)?;
    Ok(())
}

/// Writes a file that its owner alone may read, whoever could read the one in its place.
///
/// # Errors
/// When the disk refuses.
pub fn replace_private_file(path: &Path, content: &[u8]) -> io::Result<()> {
    // Not for a moment is it anybody else's to open.
    let (file, target) = prepared(path, content, |_| mode(0o600))?;
    file.persist(&target)?;
    Ok(())
}

/// Writes several files below a folder, all of them or none: each is written beside its place first, and where one of them
/// cannot be put there, those before it get back what they held.
///
/// # Errors
/// When the disk refuses; the message names the file.
pub fn replace_files(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    let named = |path: &str, error: io::Error| io::Error::new(error.kind(), format!("`{path}`: {error}"));
    let mut ready = Vec::with_capacity(files.len());
    for (path, text) in files {
        let full = folder.join(path);
        let file = prepared(&full, text.as_bytes(), kept).map_err(|error| named(path, error))?;
        // An open file each would be too many for the system.
        ready.push((path, full, file.0.into_temp_path(), file.1));
    }
    let mut done: Vec<(std::path::PathBuf, Option<Vec<u8>>)> = Vec::with_capacity(files.len());
    for (path, _, file, target) in ready {
        let before = fs::read(&target).ok();
        match file.persist(&target) {
            Ok(()) => done.push((target, before)),
            Err(error) => {
                for (target, before) in done {
                    // What cannot be put back either is told by the error that came first.
                    let _ = match before {
                        Some(before) => fs::write(&target, before),
                        None => fs::remove_file(&target),
                    };
                }
                return Err(named(path, error.error));
            }
        }
    }
    Ok(())
}

/// A file beside its place, and that place. It has its permissions, which depend on the place, before it has content.
fn prepared(
    path: &Path,
    content: &[u8],
    permissions: impl Fn(&Path) -> fs::Permissions,
) -> io::Result<(NamedTempFile, std::path::PathBuf)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // A link is followed, so that what it leads to is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(folder);
    let mut file = NamedTempFile::new_in(folder)?;
    file.as_file().set_permissions(permissions(&target))?;
    file.write_all(content)?;
    Ok((file, target))
}

/// The permissions of the file that is there; those of a new one let anyone read it, as a temporary one does not.
fn kept(target: &Path) -> fs::Permissions {
    fs::metadata(target).map(|known| known.permissions()).unwrap_or_else(|_| mode(0o644))
}

fn mode(mode: u32) -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}

/// Adds to the end of a file, as GitHub wants the summary of a step.
///
/// # Errors
/// When the disk refuses.
pub fn append_file(path: &Path, content: &[u8]) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path)?.write_all(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_files_are_written_or_none() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        replace_files(folder.path(), &[file("a.md", "one"), file("b/c.md", "two")]).expect("they can be written");
        fs::create_dir(folder.path().join("taken")).expect("it can be made");
        fs::write(folder.path().join("taken/x"), "x").expect("it can be written");
        let more = [file("a.md", "three"), file("new.md", "four"), file("taken", "five")];
        let error = replace_files(folder.path(), &more).expect_err("a folder is no file");
        assert!(error.to_string().contains("`taken`"), "{error}");
        assert_eq!(fs::read(folder.path().join("a.md")).expect("it is there"), b"one");
        assert!(!folder.path().join("new.md").exists());
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 3);
    }

    /// Who opened it while others could would keep it.
    #[test]
    fn a_private_file_is_nobody_elses_before_it_holds_anything() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("services.csv");
        fs::write(&path, "old").expect("it can be written");
        fs::set_permissions(&path, mode(0o644)).expect("it is ours");
        let mode_of = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let beside = |_: &Path| {
            // Looked at when permissions are asked for: nothing is in it, and only its owner may open it.
            for entry in
                fs::read_dir(folder.path()).expect("it is there").map(|entry| entry.expect("it is there").path())
            {
                if entry != path {
                    assert_eq!((mode_of(&entry), fs::read(&entry).expect("it is ours")), (0o600, Vec::new()));
                }
            }
            mode(0o600)
        };
        let (file, target) = prepared(&path, b"secret", beside).expect("it can be written");
        assert_eq!((mode_of(file.path()), fs::read(file.path()).expect("it is ours")), (0o600, b"secret".to_vec()));
        assert_eq!(target.file_name(), path.file_name());
        drop(file);
        replace_private_file(&path, b"secret").expect("it can be written");
        assert_eq!((mode_of(&path), fs::read(&path).expect("it is ours")), (0o600, b"secret".to_vec()));
    }

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("deep/report.html");
        replace_file(&path, b"one").expect("it can be written");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o644);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("it is ours");
        replace_file(&path, b"two").expect("it can be written");
        append_file(&path, b" three").expect("it can be written");
        assert_eq!(fs::read(&path).expect("it is there"), b"two three");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path().join("deep")).expect("it is there").count(), 1);
    }
}
