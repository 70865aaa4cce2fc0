//! The sink of `serve` and of tests: finished files stay in memory, and files to copy are read when they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Body, Sink, check_path};

/// What readers see, by path; cheap to clone and never changed once it is shown.
pub type Published = Arc<BTreeMap<String, Arc<Body>>>;

/// Keeps files in memory.
#[derive(Debug, Default)]
pub struct Memory {
    taken: Mutex<Taken>,
    published: Published,
}

#[derive(Debug, Default)]
struct Taken {
    files: BTreeMap<String, Arc<Body>>,
    kept: BTreeSet<String>,
}

impl Memory {
    /// Starts empty.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was shown last.
    pub fn published(&self) -> Published {
        Arc::clone(&self.published)
    }

    /// The bytes of a file that was shown last and is no copy.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.published.get(path)?.as_ref() {
            Body::Bytes(bytes) => Some(bytes),
            Body::Copy(_) => None,
        }
    }

    fn take(&mut self) -> Taken {
        std::mem::take(self.taken.get_mut().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, body: Body) -> io::Result<()> {
        check_path(path)?;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.files.insert(path.to_owned(), Arc::new(body)) {
            None => Ok(()),
            Some(_) => Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("`{path}` was made twice"))),
        }
    }

    fn keep(&self, path: &str) {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).kept.insert(path.to_owned());
    }

    fn commit(&mut self) -> io::Result<()> {
        let Taken { mut files, kept } = self.take();
        for path in kept {
            if let Some(body) = self.published.get(&path) {
                files.entry(path).or_insert_with(|| Arc::clone(body));
            }
        }
        self.published = Arc::new(files);
        Ok(())
    }

    fn discard(&mut self) -> io::Result<()> {
        self.take();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(sink: &Memory, path: &str, text: &str) {
        sink.put(path, Body::Bytes(text.into())).expect("the path is good and new");
    }

    #[test]
    fn nothing_shows_before_commit_and_what_is_not_made_again_goes() {
        let mut sink = Memory::new();
        put(&sink, "a.html", "one");
        put(&sink, "b.html", "one");
        assert_eq!(sink.bytes("a.html"), None);
        sink.commit().expect("memory does not fail");
        put(&sink, "a.html", "two");
        assert_eq!(sink.bytes("a.html"), Some("one".as_bytes()));
        sink.commit().expect("memory does not fail");
        assert_eq!((sink.bytes("a.html"), sink.bytes("b.html")), (Some("two".as_bytes()), None));
    }

    #[test]
    fn a_page_that_cannot_be_made_keeps_its_last_good_form() {
        let mut sink = Memory::new();
        put(&sink, "a.html", "one");
        sink.commit().expect("memory does not fail");
        sink.keep("a.html");
        sink.keep("never.html");
        put(&sink, "b.html", "two");
        sink.commit().expect("memory does not fail");
        assert_eq!((sink.bytes("a.html"), sink.bytes("b.html")), (Some("one".as_bytes()), Some("two".as_bytes())));
        assert_eq!(sink.published().len(), 2);
    }

    #[test]
    fn discard_keeps_what_was_there_and_a_path_is_taken_once() {
        let mut sink = Memory::new();
        put(&sink, "a.html", "one");
        assert!(sink.put("a.html", Body::Bytes(Vec::new())).is_err());
        sink.commit().expect("memory does not fail");
        put(&sink, "a.html", "two");
        sink.discard().expect("memory does not fail");
        assert_eq!(sink.published().len(), 1);
        put(&sink, "c.html", "three");
        sink.commit().expect("memory does not fail");
        assert_eq!(sink.bytes("a.html"), None);
    }
}
