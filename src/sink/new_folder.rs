//! Writes the files of a new site for `signpost new`, and a report for `signpost report`; never over anything that is
//! there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::{Refusal, check_path};

/// Makes a folder, or fills an empty one, with files by path.
///
/// # Errors
/// When the folder holds anything already, or cannot be written.
pub fn write_new_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Refusal> {
    let shown = folder.display();
    let other = "give the name of a folder that does not exist yet";
    let found = match fs::read_dir(folder) {
        Ok(entries) => entries.count(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(error) => {
            return Err(Refusal { message: format!("`{shown}` cannot be used: {error}"), hint: other.into() });
        }
    };
    if found > 0 {
        return Err(Refusal { message: format!("`{shown}` is not empty"), hint: other.into() });
    }
    write(folder, files).map_err(|error| Refusal {
        message: format!("`{shown}` cannot be written: {error}"),
        hint: "check who may write there and how much room is left".into(),
    })
}

/// Adds one file to a folder.
///
/// # Errors
/// When it is there already, or cannot be written.
pub fn write_new_file(folder: &Path, path: &str, content: &[u8]) -> Result<(), Refusal> {
    write(folder, &[(path.to_owned(), content.to_vec())]).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Refusal {
            message: format!("`{path}` is there already"),
            hint: "it is kept as it is; to make it anew on purpose, take the file away first".into(),
        },
        _ => Refusal {
            message: format!("`{path}` cannot be written: {error}"),
            hint: "check who may write there and how much room is left".into(),
        },
    })
}

fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (path, content) in files {
        check_path(path)?;
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        File::create_new(&path)?.write_all(content)?;
    }
    Ok(())
}
