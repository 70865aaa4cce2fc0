//! The keys that every page may have, whatever its type.

use super::reading::Reading;
use crate::data::{Field, Kind, Step, Value};
use crate::diagnostic::Diagnostic;
use crate::model::{Bsl, Common, Translation, curly};

const TEXTS: Kind = Kind::List(&Kind::Text);

const BSL: &[Field] = &[
    Field { name: "video", kind: Kind::Text, doc: "The video file, or its address at another host." },
    Field {
        name: "sizes",
        kind: TEXTS,
        doc: "Sizes: with `[360p, 720p]`, `hub.mp4` stands for hub-360p.mp4 and hub-720p.mp4.",
    },
    Field { name: "sound", kind: Kind::Text, doc: "`none` where the video has no sound." },
    Field { name: "captions", kind: Kind::Text, doc: "The captions file (WebVTT)." },
    Field { name: "chapters", kind: Kind::Text, doc: "The chapters file (WebVTT)." },
    Field { name: "poster", kind: Kind::Text, doc: "The picture shown before it plays." },
    Field { name: "translator", kind: Kind::Text, doc: "Who translated it." },
    Field { name: "checked_by", kind: Kind::Text, doc: "Who checked it." },
    Field { name: "filmed", kind: Kind::Date, doc: "When it was filmed." },
];

/// The keys of every page.
pub const FIELDS: &[Field] = &[
    Field { name: "title", kind: Kind::Text, doc: "The title: short, and unlike every other on the site." },
    Field { name: "summary", kind: Kind::Text, doc: "One sentence, shown in lists, in search and under the title." },
    Field {
        name: "type",
        kind: Kind::Choice(crate::model::ContentType::NAMES),
        doc: "The type; in a section, of all below it too.",
    },
    Field { name: "draft", kind: Kind::Flag, doc: "`yes` keeps the page from readers." },
    Field { name: "publish", kind: Kind::Date, doc: "The first day that readers see it." },
    Field { name: "expire", kind: Kind::Date, doc: "The day from which the page only says that it has ended." },
    Field { name: "aliases", kind: TEXTS, doc: "Earlier addresses, which lead here." },
    Field { name: "reviewed", kind: Kind::Date, doc: "The day somebody last checked that all of it is true." },
    Field { name: "review_by", kind: Kind::Date, doc: "The day by which to check it again." },
    Field { name: "updated", kind: Kind::Date, doc: "The day its words last changed." },
    Field { name: "owner", kind: Kind::Text, doc: "The role that keeps it true, one of `[owners]`." },
    Field { name: "checked_with", kind: Kind::Text, doc: "Who tried this Easy Read page." },
    Field { name: "sensitive", kind: Kind::Flag, doc: "`yes` where being seen with the page could endanger a reader." },
    Field {
        name: "quiet_title",
        kind: Kind::Text,
        doc: "What stands in the browser's tab and in lists instead of a sensitive title.",
    },
    Field { name: "bsl", kind: Kind::Table(BSL), doc: "Its video in British Sign Language." },
    Field { name: "audio", kind: Kind::Text, doc: "A recording of the page read aloud." },
    Field {
        name: "contents",
        kind: Kind::Flag,
        doc: "`no` leaves the list of contents out; `yes` shows it also for two headings.",
    },
    Field { name: "split", kind: Kind::Flag, doc: "`yes` shows a long page a section at a time." },
    Field { name: "areas", kind: TEXTS, doc: "The areas it is for." },
    Field { name: "audiences", kind: TEXTS, doc: "The readers it is for." },
    Field { name: "topics", kind: TEXTS, doc: "What it is about." },
    Field { name: "conditions", kind: TEXTS, doc: "Whom its readers look after." },
    Field {
        name: "translation",
        kind: Kind::Choice(&["machine", "person", "checked"]),
        doc: "How the page came to its language.",
    },
    Field { name: "short", kind: Kind::Text, doc: "A short address to read aloud: `hub` for /s/hub." },
    Field { name: "notes", kind: Kind::Anything, doc: "For editors; it reaches no output." },
];

/// Makes the facts that every page has; its terms are added by `load`, which knows the taxonomies.
pub fn common(reading: &mut Reading<'_>) -> Common {
    let value = reading.value;
    let (aliases, short) = (addresses(reading, "aliases"), addresses(reading, "short").pop());
    let short_at = short.as_ref().map(|_| reading.at.value(&[Step::from("short")]));
    let owner = value.text("owner");
    if let Some(owner) = &owner
        && !reading.settings.owners.is_empty()
        && reading.settings.owner_email(owner).is_none()
    {
        let names = reading.settings.owners.iter().map(|(name, _)| name.as_str());
        reading.found.push(
            Diagnostic::warning("unknown-owner", format!("`site.toml` has no owner called `{owner}`"))
                .at(reading.at.value(&[Step::from("owner")]))
                .help(
                    crate::diagnostic::did_you_mean_help(owner, names)
                        .unwrap_or_else(|| "add the role and its email address to [owners] in site.toml".into()),
                ),
        );
    }
    Common {
        title: curly(&value.text("title").unwrap_or_default()),
        summary: value.text("summary").map(|summary| curly(&summary)),
        quiet_title: value.text("quiet_title").map(|title| curly(&title)),
        // Anything but a plain no is a yes: a mistyped word must not take "Leave this site" away.
        sensitive: value.get("sensitive").is_some_and(|written| written.as_flag() != Some(false)),
        aliases,
        reviewed: value.date("reviewed"),
        review_by: value.date("review_by"),
        updated: value.date("updated"),
        expire: value.date("expire"),
        owner,
        checked_with: value.text("checked_with"),
        translation: match value.text("translation").as_deref() {
            Some("machine") => Some(Translation::Machine),
            Some("person") => Some(Translation::Person),
            Some("checked") => Some(Translation::Checked),
            _ => None,
        },
        bsl: value.get("bsl").and_then(bsl),
        terms: Vec::new(),
        contents: value.flag("contents"),
        split: value.flag("split").unwrap_or(false),
        short: short.as_deref().map(short_name),
        short_at,
        more_shorts: Vec::new(),
        audio: value.text("audio"),
    }
}

/// A short address as it is kept: `hub`, however it was written. Nobody can hear capitals.
fn short_name(written: &str) -> String {
    let name = written.trim_matches('/');
    name.strip_prefix("s/").unwrap_or(name).to_lowercase()
}

/// The addresses of a key. One that could not be the path of a file on every host is a finding, and left out.
fn addresses(reading: &mut Reading<'_>, key: &str) -> Vec<String> {
    let is_part = |part: &str| {
        part != "."
            && part != ".."
            && !part.contains(|letter: char| {
                letter.is_control() || letter.is_whitespace() || "\\?#%\"<>|*:".contains(letter)
            })
    };
    let (good, bad): (Vec<String>, Vec<String>) = reading.value.texts(key).into_iter().partition(|address| {
        address.trim_matches('/').split('/').all(is_part) && !address.trim_matches('/').is_empty()
    });
    for address in bad {
        reading.found.push(
            Diagnostic::error("wrong-kind", format!("`{key}` cannot hold `{address}`"))
                .at(reading.at.value(&[Step::from(key)]))
                .help("write the path of an address on this site, such as `/services/old-name/`"),
        );
    }
    good
}

fn bsl(value: &Value) -> Option<Bsl> {
    Some(Bsl {
        video: value.text("video")?,
        sizes: value.texts("sizes"),
        sound: value.text("sound"),
        captions: value.text("captions"),
        chapters: value.text("chapters"),
        poster: value.text("poster"),
        translator: value.text("translator"),
        checked_by: value.text("checked_by"),
        filmed: value.date("filmed"),
    })
}
