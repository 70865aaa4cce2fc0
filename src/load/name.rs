//! Reads what a page's file name says: its address, its form and its language.

use crate::config::Settings;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::model::{Form, Variant, is_reserved, slug};
use crate::source::{FileId, Span};

/// What a file name says of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The folder below `content/`, without a slash at its ends; empty at the top.
    pub folder: String,
    /// The name without variant and ending; `_index` for a section.
    pub stem: String,
    /// For which reader.
    pub variant: Variant,
    /// The address of the group's standard page in the main language.
    pub main_address: String,
    /// The address of this page.
    pub address: String,
}

impl Name {
    /// Whether it is a folder's own page.
    pub fn is_section(&self) -> bool {
        self.stem == "_index"
    }

    /// What all variants of a page share: folder and stem.
    pub fn key(&self) -> (&str, &str) {
        (&self.folder, &self.stem)
    }
}

/// Reads a path such as `services/carers-hub.pl.easy.md`, below `content/`.
///
/// A part that is no form and no language of the site, and a name that Signpost needs for itself, are diagnostics.
pub fn name(path: &str, file: FileId, settings: &Settings, found: &mut Vec<Diagnostic>) -> Option<Name> {
    let (folder, file_name) = path.rsplit_once('/').unwrap_or(("", path));
    let base = file_name.rsplit_once('.').map_or(file_name, |(base, _)| base);
    let mut parts = base.split('.');
    let stem = parts.next().unwrap_or_default().to_owned();
    let mut variant = Variant { language: 0, form: Form::Standard };
    for part in parts {
        match (part, settings.language(part)) {
            ("easy", _) => variant.form = Form::Easy,
            ("young", _) => variant.form = Form::Young,
            (_, Some(language)) => variant.language = u8::try_from(language).unwrap_or(0),
            _ => {
                found.push(unknown_variant(part, file, settings));
                return None;
            }
        }
    }
    let main_address = address_of(folder, &stem);
    if let Some(taken) = taken(&main_address, settings) {
        found.push(
            Diagnostic::error("reserved-address", format!("Signpost needs the address part `{taken}` for itself"))
                .at(Span::whole(file))
                .help("give the file or its folder another name"),
        );
        return None;
    }
    let address = variant_address(&main_address, variant, settings);
    Some(Name { folder: folder.to_owned(), stem, variant, main_address, address })
}

fn unknown_variant(part: &str, file: FileId, settings: &Settings) -> Diagnostic {
    let known = ["easy", "young"].into_iter().chain(settings.languages.iter().map(|language| language.code.as_str()));
    let help = match did_you_mean(part, known) {
        Some(word) => format!("did you mean `.{word}.md`?"),
        None => "a name ends in .md, .easy.md, .young.md, or a language of `site.toml` such as .pl.md; other dots become dashes".into(),
    };
    Diagnostic::error("unknown-variant", format!("`.{part}` in this file name is no form and no language of the site"))
        .at(Span::whole(file))
        .help(help)
}

fn address_of(folder: &str, stem: &str) -> String {
    let mut address = String::from("/");
    for part in folder.split('/').filter(|part| !part.is_empty()) {
        address.push_str(&part_of_address(part));
        address.push('/');
    }
    if stem != "_index" {
        address.push_str(&part_of_address(stem));
        address.push('/');
    }
    address
}

/// A name as a part of an address. One without letters or digits, such as `-`, must not vanish from it.
fn part_of_address(name: &str) -> String {
    let slug = slug(name);
    if slug.is_empty() { "page".into() } else { slug }
}

/// The address of a variant: the language goes before, the form after.
pub(super) fn variant_address(main_address: &str, variant: Variant, settings: &Settings) -> String {
    let mut address = match variant.language {
        0 => main_address.to_owned(),
        language => format!("/{}{main_address}", settings.languages[usize::from(language)].code),
    };
    if variant.form != Form::Standard {
        address.push_str(variant.form.slug());
        address.push('/');
    }
    address
}

/// The pages that editors may write an introduction for, at the address that Signpost gives them.
const DOORS: &[&str] = &["/easy-read/", "/bsl/", "/young/"];

fn taken<'a>(address: &'a str, settings: &Settings) -> Option<&'a str> {
    if DOORS.contains(&address) {
        return None;
    }
    let first = address.split('/').find(|part| !part.is_empty())?;
    if settings.language(first).is_some() {
        return Some(first);
    }
    let anywhere = |part: &&str| matches!(*part, "easy-read" | "young" | "bsl");
    let below = address.split('/').filter(|part| !part.is_empty()).skip(1).find(anywhere);
    below.or((is_reserved(first)).then_some(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn settings() -> Settings {
        let text = "title = 'T'\nbase_url = 'https://example.org/'\nlanguages = ['en', 'pl']";
        let raw = config::read(FileId(0), text, &mut Vec::new()).expect("it is TOML");
        config::resolve(FileId(0), text, &raw, &[], &mut Vec::new())
    }

    fn check(path: &str, expected: &str) {
        let mut found = Vec::new();
        let name = name(path, FileId(0), &settings(), &mut found);
        let got = name.map_or_else(|| found[0].rule.to_owned(), |name| name.address);
        assert_eq!(got, expected, "{path}");
    }

    #[test]
    fn addresses_come_from_file_names() {
        check("_index.md", "/");
        check("_index.pl.md", "/pl/");
        check("_index.easy.md", "/easy-read/");
        check("services/_index.md", "/services/");
        check("services/Carers Hub.md", "/services/carers-hub/");
        check("services/carers-hub.easy.md", "/services/carers-hub/easy-read/");
        check("services/carers-hub.pl.easy.md", "/pl/services/carers-hub/easy-read/");
        check("services/carers-hub.easi.md", "unknown-variant");
        check("pl/page.md", "reserved-address");
        check("api/page.md", "reserved-address");
        check("guides/bsl.md", "reserved-address");
        check("guides/search.md", "/guides/search/");
        check("-/_index.md", "/page/");
        check("guides/🙂/-.md", "/guides/page/page/");
    }
}
