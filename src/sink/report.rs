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
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // A link is followed, so that what it leads to is replaced and not the link; and a file keeps its permissions.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(folder);
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    let permissions = fs::metadata(&target).map(|known| known.permissions()).unwrap_or_else(|_| new_permissions());
    file.as_file().set_permissions(permissions)?;
    file.persist(&target)?;
    Ok(())
}

/// What a file that anyone may read has; a temporary one is for its owner alone.
fn new_permissions() -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
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
