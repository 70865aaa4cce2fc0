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

    /// The styles and scripts that a page names. Their names change with what they hold, and styles of a page's parts
    /// are made with the page, so that one which stays as it was cannot use those that are made anew.
    fn needed<'a>(&'a self, page: &'a Body) -> impl Iterator<Item = (&'a String, &'a Arc<Body>)> {
        let html = match page {
            Body::Bytes(bytes) => bytes.as_slice(),
            Body::Copy(_) => &[],
        };
        let is_needed = move |path: &str| {
            (path.ends_with(".css") || path.ends_with(".js")) && memchr::memmem::find(html, path.as_bytes()).is_some()
        };
        self.published.iter().filter(move |(path, _)| is_needed(path))
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
            let Some(body) = self.published.get(&path) else { continue };
            for (needed, asset) in self.needed(body) {
                files.entry(needed.clone()).or_insert_with(|| Arc::clone(asset));
            }
            files.entry(path).or_insert_with(|| Arc::clone(body));
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
    fn a_kept_page_keeps_its_styles_and_scripts() {
        let mut sink = Memory::new();
        put(&sink, "a.html", "<link href=/base/assets/parts.1.css><script src=/base/assets/hours.1.js></script>");
        for asset in ["assets/parts.1.css", "assets/hours.1.js", "assets/parts.2.css"] {
            put(&sink, asset, "old");
        }
        sink.commit().expect("memory does not fail");
        for _ in 0..2 {
            sink.keep("a.html");
            put(&sink, "assets/hours.1.js", "new");
            sink.commit().expect("memory does not fail");
        }
        assert_eq!(sink.bytes("assets/parts.1.css"), Some("old".as_bytes()));
        assert_eq!(sink.bytes("assets/hours.1.js"), Some("new".as_bytes()));
        assert_eq!(sink.bytes("assets/parts.2.css"), None);
        put(&sink, "a.html", "mended");
        sink.commit().expect("memory does not fail");
        assert_eq!(sink.published().len(), 1);
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
