//! Where finished files go. The sink is all that differs between `build`, `serve`, `check` and `search`.
//!
//! A sink takes files in any order and from many threads, and shows nothing of them before `commit`. What the files are
//! is left to the stages, and whether a build is good enough to commit to `project`.

mod discard;
mod memory;
mod new_folder;
mod report;
mod staging;

pub use discard::Discard;
pub use memory::{Memory, Published};
pub use new_folder::{write_new_file, write_new_folder};
pub use report::{append_file, replace_file, replace_files, replace_private_file};
pub use staging::Staging;

use std::fmt;
use std::io;

use crate::source::FileId;

/// What a file of the output holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What a source file holds, which is never loaded whole.
    Copy(FileId),
}

/// Takes finished files, and shows them all at once or not at all.
pub trait Sink: Sync {
    /// Takes a file; `path` is relative with `/` between its parts, such as `services/hub/index.html`.
    ///
    /// # Errors
    /// When the path leaves the output, was taken before, or the disk refuses.
    fn put(&self, path: &str, body: Body) -> io::Result<()>;

    /// Says that a file cannot be made this time; a sink that still has its last good form keeps that.
    fn keep(&self, _path: &str) {}

    /// Shows what was taken, in place of what was there before.
    ///
    /// # Errors
    /// When the disk refuses; what was there before stays.
    fn commit(&mut self) -> io::Result<()>;

    /// Drops what was taken; what was there before stays.
    ///
    /// # Errors
    /// When the disk refuses.
    fn discard(&mut self) -> io::Result<()>;
}

/// Why a sink cannot be used, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub message: String,
    /// How to go on.
    pub hint: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// Checks that a path stays inside the output: relative, `/` between its parts, no `.`, `..`, `\` or control characters.
///
/// # Errors
/// When it does not.
fn check_path(path: &str) -> io::Result<()> {
    let is_good = |part: &str| !part.is_empty() && part != "." && part != "..";
    let has_bad_letter = path.contains(|letter: char| letter == '\\' || letter.is_control());
    if path.split('/').all(is_good) && !has_bad_letter {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, format!("`{path}` is not a path inside the output")))
}

#[cfg(test)]
mod tests {
    use super::check_path;

    #[test]
    fn paths_stay_inside_the_output() {
        for good in ["index.html", "services/hub/index.html", "pl/żółw/index.html", ".well-known/security.txt", "a..b"]
        {
            assert!(check_path(good).is_ok(), "{good}");
        }
        for bad in ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/./b", "a/", "a\\b", "a\0b", ".."] {
            assert!(check_path(bad).is_err(), "{bad}");
        }
    }
}
