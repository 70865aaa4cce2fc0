//! What servers said, kept in `.signpost/links.json` so that they are asked seldom.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::LinkAnswer;

/// The form of the file; another one is not read.
const VERSION: u32 = 1;
/// Answers older than this are for addresses that no page has any more.
const OLDEST_DAYS: i64 = 365;

/// Answers by address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cache {
    version: u32,
    answers: BTreeMap<String, Kept>,
}

/// An answer and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was given, in seconds since 1970.
    pub at: i64,
    /// What was said.
    pub answer: LinkAnswer,
}

impl Default for Cache {
    fn default() -> Self {
        Self { version: VERSION, answers: BTreeMap::new() }
    }
}

impl Cache {
    /// Reads a cache; one that is not there or cannot be understood is empty: then everything is asked again.
    pub fn read(path: &Path) -> Self {
        let read = fs::read(path).ok().and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        read.filter(|cache| cache.version == VERSION).unwrap_or_default()
    }

    /// Writes it, without what nobody asked for in a year.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&mut self, path: &Path, now: Timestamp) -> io::Result<()> {
        self.answers.retain(|_, kept| age(kept, now) <= OLDEST_DAYS);
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        // Nothing in this folder belongs to what a site is made from.
        let ignore = folder.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "*\n")?;
        }
        let mut text = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        text.push('\n');
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::Write::write_all(&mut file, text.as_bytes())?;
        file.persist(path)?;
        Ok(())
    }

    /// An answer that is believed without asking again: a good one for some days, a bad one for no time at all, since
    /// whoever mends a link wants to see it.
    pub(super) fn fresh(&self, address: &str, now: Timestamp, days: i64) -> Option<&LinkAnswer> {
        let kept = self.known(address)?;
        let is_good = matches!(kept.answer, LinkAnswer::Fine | LinkAnswer::Moved(_));
        (is_good && age(kept, now) < days).then_some(&kept.answer)
    }

    /// An answer of any age.
    pub(super) fn known(&self, address: &str) -> Option<&Kept> {
        self.answers.get(address)
    }

    /// Takes an answer in.
    pub fn keep(&mut self, address: &str, answer: LinkAnswer, now: Timestamp) {
        self.answers.insert(address.to_owned(), Kept { at: now.as_second(), answer });
    }
}

/// In whole days; an answer from the future, by another clock, is old.
fn age(kept: &Kept, now: Timestamp) -> i64 {
    let seconds = now.as_second() - kept.at;
    if seconds < -3_600 { i64::MAX } else { seconds.max(0) / 86_400 }
}
