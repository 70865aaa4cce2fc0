//! The pages of services that a site has, as their files say it: nothing that they inherit.

use super::columns::{Cell, Keys};
use super::hidden::{exposes, hides};
use crate::data::{Value, amend};
use crate::load::front_matter;
use crate::model::{Details, Form, Kind, Page, Site, Uuid, Variant, fold};
use crate::source::{FileId, Sources};

/// What is known of a service without reading its file.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its file, below `content/`.
    pub path: String,
    /// Its identifier: as written, or the one that open data makes of its address.
    pub id: Uuid,
    /// Its title and its postcodes, in one form.
    pub name: String,
    /// Postcodes without spaces.
    pub postcodes: Vec<String>,
    /// Whether a place of it is hidden, so that its postcode is unknown here.
    pub hides: bool,
    file: FileId,
}

/// A page of a service.
#[derive(Clone, Debug)]
pub struct Existing {
    /// Its file, below `content/`.
    pub path: String,
    /// What its front matter says.
    pub front: Value,
    /// The body, every byte of it.
    pub body: String,
    /// The whole file.
    text: String,
    /// The front matter within it, and where that begins.
    written: String,
    start: usize,
}

/// The services of a site in the main language and the standard form, in the order of files.
pub fn listed(site: &Site) -> Vec<Listed> {
    let namespace = Uuid::named(Uuid::URL, &site.settings.permalink("/"));
    let is_own = |page: &&Page| {
        page.kind == Kind::Content
            && page.part == 1
            && !page.is_fallback
            && page.copy.is_none()
            && page.variant == Variant { language: 0, form: Form::Standard }
    };
    let mut found: Vec<Listed> = Vec::new();
    for page in site.pages.iter().filter(is_own) {
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        let id = service.id.as_deref().and_then(Uuid::read);
        found.push(Listed {
            path: origin.path.strip_prefix("content/").unwrap_or(&origin.path).to_owned(),
            id: id.unwrap_or_else(|| Uuid::named(namespace, &page.address)),
            name: plain(&page.common.title),
            postcodes: service.places.iter().filter_map(|place| place.postcode.as_deref()).map(code).collect(),
            hides: service.places.iter().any(|place| place.hidden),
            file: origin.file,
        });
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// A name as names are compared.
pub fn plain(name: &str) -> String {
    let letters: String =
        fold(name).chars().filter(|letter| letter.is_alphanumeric() || letter.is_whitespace()).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A postcode as postcodes are compared.
pub fn code(postcode: &str) -> String {
    postcode.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_uppercase()
}

impl Listed {
    /// Reads its file; nothing where that is broken, which `check` tells.
    pub fn read(&self, sources: &dyn Sources) -> Option<Existing> {
        let bytes = sources.read(&format!("content/{}", self.path)).ok()?;
        let front = front_matter(self.file, &bytes, &mut Vec::new()).filter(|front| !front.is_broken)?;
        let text = String::from_utf8(bytes).ok()?;
        let body = text[front.body..].to_owned();
        Some(Existing {
            path: self.path.clone(),
            front: front.value,
            body,
            text,
            written: front.text,
            start: front.start,
        })
    }
}

impl Existing {
    /// Its facts as cells.
    pub fn cells(&self, keys: &Keys) -> Vec<Cell> {
        keys.cells(&self.front)
    }

    /// The file with other facts, and perhaps another body. What is not changed stays byte by byte.
    pub fn with(&self, front: &Value, body: Option<&str>) -> String {
        let written = amend(&self.written, &self.front, front);
        let body = body.unwrap_or(&self.body);
        if self.written.is_empty() && self.start + self.body.len() == self.text.len() {
            // It had no front matter at all.
            return format!("{}---\n{written}---\n{body}", &self.text[..self.start]);
        }
        let end = self.start + self.written.len();
        let fence = &self.text[end..self.text.len() - self.body.len()];
        let glue = if written.is_empty() || written.ends_with('\n') { "" } else { "\n" };
        format!("{}{written}{glue}{fence}{body}", &self.text[..self.start])
    }

    /// The file as it was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a text in its place would make a hidden place public, as the loader reads it.
    pub fn would_be_exposed(&self, text: &str) -> bool {
        let read = front_matter(FileId(0), text.as_bytes(), &mut Vec::new()).filter(|front| !front.is_broken);
        self.hides() && read.is_none_or(|after| exposes(&self.front, &after.value))
    }

    /// Whether a place of it is hidden, so that its address is for nobody.
    pub fn hides(&self) -> bool {
        hides(&self.front)
    }
}
