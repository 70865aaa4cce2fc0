//! A list as such an API gives it, with everything on one page, as a static host hears no `?page=`.

/// A list while it grows.
#[derive(Debug)]
pub(super) struct List {
    text: Vec<u8>,
    is_empty: bool,
}

impl List {
    /// Begins a list of so many.
    pub(super) fn new(count: usize) -> Self {
        let text = format!(
            "{{\"total_items\":{count},\"total_pages\":1,\"page_number\":1,\"size\":{count},\"first_page\":true,\
             \"last_page\":true,\"empty\":{},\"contents\":[",
            count == 0
        );
        Self { text: text.into_bytes(), is_empty: true }
    }

    /// Adds one thing, as JSON.
    pub(super) fn push(&mut self, entry: &[u8]) {
        self.text.extend_from_slice(if self.is_empty { b"\n" } else { b",\n" });
        self.text.extend_from_slice(entry);
        self.is_empty = false;
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.text.extend_from_slice(b"\n]}\n");
        self.text
    }
}
