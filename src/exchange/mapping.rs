//! Which column of somebody's sheet is which fact of a service: guessed from headings, written down, and corrected by an
//! editor.

use crate::data::{Value, parse_yaml, quoted, write_scalar};
use crate::diagnostic::did_you_mean;
use crate::model::fold;

use super::columns::Keys;

/// What a column becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A column of ours, by its heading.
    Column(String),
    /// Phone numbers, each with the words beside it.
    Phones,
    /// The first sentence is the summary, the rest the text of the page.
    Description,
    /// The text of the page.
    Body,
    /// Both ages, such as `18 to 25`.
    Ages,
    /// The id that the sheet itself has for a row.
    RowId,
    /// The file of the page, below `content/`.
    Path,
    /// What an export wrote to know later whether the page was changed.
    Exported,
    /// Kept in `notes`.
    Notes,
    /// Left out.
    Ignore,
}

/// The words of a mapping file for what is no column of ours, and those that are shorter than ours.
const WORDS: &[(&str, Target)] = &[
    ("phone", Target::Phones),
    ("description", Target::Description),
    ("body", Target::Body),
    ("ages", Target::Ages),
    ("row id", Target::RowId),
    ("path", Target::Path),
    ("exported as", Target::Exported),
    ("notes", Target::Notes),
    ("ignore", Target::Ignore),
];

/// Short names of columns that a sheet has but once.
const SHORT: &[(&str, &str)] = &[
    ("contact name", "contact 1 name"),
    ("text", "contact 1 text"),
    ("email", "contact 1 email"),
    ("website", "contact 1 website"),
    ("form", "contact 1 form"),
    ("place", "place 1 name"),
    ("address", "place 1 address"),
    ("town", "place 1 town"),
    ("postcode", "place 1 postcode"),
    ("lat", "place 1 lat"),
    ("lon", "place 1 lon"),
    ("access", "place 1 access"),
];

/// What headings are usually called, in the words of a mapping file. Compared without capitals, marks and brackets.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "row id",
        &[
            "id",
            "ref",
            "ref no",
            "reference",
            "reference number",
            "record id",
            "service id",
            "unique id",
            "unique reference",
            "urn",
            "uid",
            "record number",
            "record",
            "row id",
        ],
    ),
    (
        "title",
        &[
            "name",
            "service name",
            "title",
            "service",
            "name of service",
            "service title",
            "group name",
            "group",
            "name of group",
            "activity",
            "activity name",
            "scheme",
            "project",
            "project name",
            "listing name",
        ],
    ),
    (
        "provider",
        &[
            "organisation",
            "organization",
            "organisation name",
            "organization name",
            "name of organisation",
            "provider",
            "provider name",
            "service provider",
            "delivered by",
            "provided by",
            "run by",
            "company",
            "charity",
            "agency",
            "lead organisation",
            "supplier",
        ],
    ),
    ("summary", &["summary", "short description", "brief description", "strapline", "overview", "in brief"]),
    (
        "description",
        &[
            "description",
            "about",
            "details",
            "service description",
            "service details",
            "what we do",
            "what they do",
            "what is it",
            "what it does",
            "full description",
            "long description",
            "information",
            "about the service",
            "support offered",
            "what is offered",
        ],
    ),
    (
        "phone",
        &[
            "tel",
            "telephone",
            "telephone number",
            "telephone numbers",
            "phone",
            "phones",
            "phone number",
            "phone numbers",
            "tel no",
            "tel nos",
            "tel number",
            "telephone no",
            "phone no",
            "contact number",
            "contact numbers",
            "contact no",
            "contact telephone",
            "contact phone",
            "contact tel",
            "landline",
            "helpline",
            "main phone",
            "main telephone",
            "mobile",
            "mobile number",
            "mobile phone",
            "mobile no",
            "phone 1",
            "phone 2",
            "telephone 1",
            "telephone 2",
        ],
    ),
    ("text", &["text", "sms", "text number", "text messages"]),
    ("email", &["email", "e mail", "email address", "e mail address", "contact email", "email addresses", "mail"]),
    (
        "website",
        &[
            "website",
            "web",
            "url",
            "web address",
            "web site",
            "website address",
            "website url",
            "www",
            "webpage",
            "web page",
            "link",
            "homepage",
            "contact website",
            "contact web",
        ],
    ),
    ("contact name", &["contact", "contact name", "contact person", "named contact", "key contact", "main contact"]),
    ("place", &["venue", "location", "venue name", "place", "building", "location name", "site name"]),
    (
        "address",
        &[
            "address",
            "street",
            "street address",
            "address 1",
            "address line 1",
            "address line 2",
            "address 2",
            "address line 3",
            "address 3",
            "house and street",
            "full address",
            "postal address",
            "venue address",
            "road",
            "address street",
        ],
    ),
    ("town", &["town", "city", "town city", "town or city", "village", "locality", "address town"]),
    (
        "postcode",
        &[
            "postcode",
            "post code",
            "postal code",
            "venue postcode",
            "pcode",
            "zip",
            "address postcode",
            "address post code",
        ],
    ),
    ("lat", &["latitude", "lat"]),
    ("lon", &["longitude", "lon", "long", "lng"]),
    (
        "access",
        &[
            "accessibility",
            "wheelchair access",
            "facilities",
            "accessible",
            "disabled access",
            "access information",
            "building access",
        ],
    ),
    (
        "hours",
        &[
            "opening hours",
            "opening times",
            "hours",
            "times",
            "open",
            "when",
            "days and times",
            "day and time",
            "day time",
            "availability",
            "session times",
            "opening",
            "opening days and times",
        ],
    ),
    (
        "cost",
        &[
            "cost",
            "costs",
            "price",
            "prices",
            "fee",
            "fees",
            "charge",
            "charges",
            "how much",
            "cost to user",
            "is there a charge",
            "cost of service",
        ],
    ),
    ("ages", &["age", "ages", "age range", "age group", "age groups", "ages served"]),
    ("ages from", &["minimum age", "min age", "age from", "from age", "lowest age"]),
    ("ages to", &["maximum age", "max age", "age to", "to age", "highest age"]),
    (
        "given",
        &[
            "delivery",
            "how delivered",
            "delivery method",
            "how it is given",
            "type of delivery",
            "mode of delivery",
            "given",
        ],
    ),
    (
        "who_for",
        &[
            "eligibility",
            "who for",
            "who is it for",
            "whos it for",
            "who can use it",
            "who it is for",
            "criteria",
            "eligibility criteria",
            "target group",
            "suitable for",
            "who can access",
            "referral criteria",
        ],
    ),
    (
        "how_to_get",
        &[
            "how to access",
            "how to get it",
            "how to get help",
            "referral process",
            "how to apply",
            "how to refer",
            "how to book",
            "referral route",
            "how to join",
            "access",
        ],
    ),
    ("referral", &["referral", "referrals", "who can refer", "referral from", "referral by"]),
    (
        "areas",
        &[
            "area",
            "areas",
            "area covered",
            "areas covered",
            "district",
            "districts",
            "coverage",
            "geographical area",
            "catchment",
            "catchment area",
            "area served",
            "borough",
            "localities",
        ],
    ),
    (
        "topics",
        &[
            "topic",
            "topics",
            "category",
            "categories",
            "theme",
            "themes",
            "type of support",
            "support type",
            "service type",
            "type",
            "type of service",
        ],
    ),
    ("audiences", &["audience", "audiences", "client group", "client groups", "carer type"]),
    ("conditions", &["condition", "conditions", "health condition", "health conditions"]),
    ("languages", &["language", "languages", "languages spoken", "community languages"]),
    ("bsl_access", &["bsl", "sign language", "bsl access", "bsl interpreter", "interpreter"]),
    ("status", &["status", "current status", "service status"]),
    (
        "reviewed",
        &[
            "last checked",
            "date checked",
            "date last checked",
            "checked",
            "reviewed",
            "last reviewed",
            "date reviewed",
            "verified",
            "last verified",
            "date verified",
            "checked on",
        ],
    ),
    (
        "review_by",
        &["review by", "review date", "next review", "next review date", "date of next review", "review due"],
    ),
    ("updated", &["last updated", "updated", "date updated", "last modified", "modified", "date last updated"]),
    ("owner", &["owner", "record owner", "maintained by", "page owner"]),
    ("apply url", &["application link", "booking link", "referral form", "apply online", "booking url", "apply"]),
    ("waiting about", &["waiting time", "waiting times", "wait", "current wait"]),
    ("notes", &["notes", "comments", "internal notes", "note"]),
];

/// Columns with what they become, in the order of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Headings and what they become.
    pub columns: Vec<(String, Target)>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// Whether the sheet is one of ours, in which every cell is exactly what it says.
    pub is_ours: bool,
    /// Remarks on what was guessed, for people.
    pub said: Vec<String>,
}

impl Target {
    /// What a word of a mapping file means.
    pub fn read(word: &str, keys: &Keys) -> Option<Self> {
        let word = word.trim();
        if let Some((_, target)) = WORDS.iter().find(|(known, _)| *known == word) {
            return Some(target.clone());
        }
        let word = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, whole)| whole);
        keys.kind_of(word).map(|_| Self::Column(word.to_owned()))
    }

    /// The word of a mapping file for it.
    pub fn word(&self) -> &str {
        match self {
            Self::Column(heading) => {
                SHORT.iter().find(|(_, whole)| whole == heading).map_or(heading, |(short, _)| short)
            }
            other => WORDS.iter().find(|(_, target)| target == other).map_or("", |(word, _)| word),
        }
    }
}

/// A heading as it is compared: no capitals, accents, marks, or words in brackets.
fn bare(heading: &str) -> String {
    let folded = fold(heading);
    let outside = folded.split_once('(').map_or(folded.as_str(), |(before, _)| before);
    let outside = if outside.trim().is_empty() { &folded } else { outside };
    let letters: String = outside
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '‘'))
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a heading most likely is, in the words of a mapping file.
pub fn known(heading: &str) -> Option<&'static str> {
    let bare = bare(heading);
    HEADINGS.iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(target, _)| *target)
}

/// Guesses what the columns are. `has_uuids` says whether a column holds identifiers of ours.
pub fn guess(
    headings: &[String],
    keys: &Keys,
    taxonomies: &[(String, String)],
    has_uuids: impl Fn(usize) -> bool,
) -> Mapping {
    let is_ours =
        ["id", "path", "title", "exported as"].iter().all(|ours| headings.iter().any(|heading| heading == ours));
    let mut mapping = Mapping { is_ours, ..Mapping::default() };
    for (position, heading) in headings.iter().enumerate() {
        let target = if is_ours {
            // Of our own, `phone` and `notes` are columns like all others.
            let own = keys.kind_of(heading).map(|_| Target::Column(heading.clone()));
            own.or_else(|| Target::read(heading, keys)).unwrap_or(Target::Notes)
        } else if bare(heading) == "id" && has_uuids(position) {
            Target::Column("id".into())
        } else {
            let taxonomy = taxonomies.iter().find(|(key, title)| [bare(key), bare(title)].contains(&bare(heading)));
            let word = taxonomy.map(|(key, _)| key.as_str()).or_else(|| known(heading));
            // A sheet with our own words in it, but for those that mean more there than here.
            let own = || keys.kind_of(heading).map(|_| Target::Column(heading.clone()));
            word.and_then(|word| Target::read(word, keys)).or_else(own).unwrap_or(Target::Notes)
        };
        mapping.columns.push((heading.clone(), target));
    }
    if !is_ours {
        settle(&mut mapping);
    }
    mapping
}

/// What headings alone do not tell, but all of them together do.
fn settle(mapping: &mut Mapping) {
    let column = |name: &str| Target::Column(name.to_owned());
    let position = |mapping: &Mapping, target: &Target| mapping.columns.iter().position(|(_, known)| known == target);
    let title = column("title");
    if position(mapping, &title).is_none()
        && let Some(at) = position(mapping, &column("provider"))
    {
        mapping.columns[at].1 = title.clone();
        mapping
            .said
            .push(format!("no column is the name of the service, so `{}` is taken for it", mapping.columns[at].0));
    }
    // Of two columns for what there is one of, the second is kept as a note.
    let mut seen: Vec<Target> = Vec::new();
    for (heading, target) in &mut mapping.columns {
        let may_repeat = match target {
            Target::Phones | Target::Notes | Target::Ignore | Target::Description | Target::Body => true,
            Target::Column(name) => {
                matches!(
                    name.as_str(),
                    "place 1 address" | "topics" | "areas" | "audiences" | "conditions" | "languages" | "given"
                ) || name.starts_with("contact 1 ")
            }
            _ => false,
        };
        if !may_repeat && seen.contains(target) {
            mapping.said.push(format!("`{heading}` is a second column for `{}`, and is kept in notes", target.word()));
            *target = Target::Notes;
        }
        seen.push(target.clone());
    }
}

impl Mapping {
    /// As the file that an editor corrects.
    pub fn write(&self, file: &str) -> String {
        let mut text = format!(
            "# Which column of {} becomes which key, guessed by `signpost import csv`.\n\
             # Change the words on the right and import again. `notes` keeps a column for editors alone,\n\
             # `ignore` leaves it out. docs/import.md lists all the words.\n",
            file.replace(['\n', '\r'], " ")
        );
        if let Some(sheet) = &self.sheet {
            text.push_str(&format!("sheet: {}\n", write_scalar(sheet, false)));
        }
        text.push_str("columns:\n");
        for (heading, target) in &self.columns {
            let is_plain = heading.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == ' ')
                && write_scalar(heading, true) == *heading;
            let key = if is_plain { heading.clone() } else { quoted(heading) };
            text.push_str(&format!("  {key}: {}\n", write_scalar(target.word(), false)));
        }
        text
    }

    /// Reads such a file for a sheet with these headings.
    ///
    /// # Errors
    /// When it is no YAML, names no columns, or a word that means nothing; in words for people.
    pub fn read(text: &str, headings: &[String], keys: &Keys) -> Result<Self, String> {
        let value = parse_yaml(text.trim_start_matches('\u{feff}')).map_err(|error| error.message)?;
        let Some(Value::Table(columns)) = value.get("columns") else {
            return Err("it has no `columns:` with a heading and a key on each line below".into());
        };
        let mut mapping = Self { sheet: value.text("sheet"), ..Self::default() };
        for (heading, word) in columns {
            let word = word.as_text().filter(|word| !word.is_empty()).unwrap_or("ignore");
            let target = Target::read(word, keys).ok_or_else(|| {
                let names: Vec<&str> = WORDS
                    .iter()
                    .map(|(word, _)| *word)
                    .chain(SHORT.iter().map(|(word, _)| *word))
                    .chain(keys.names())
                    .collect();
                let meant = did_you_mean(word, names.iter().copied());
                let help = meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
                format!("`{heading}` becomes `{word}`, which is no key{help}")
            })?;
            if headings.iter().all(|known| known != heading) {
                mapping.said.push(format!("the sheet has no column `{heading}`, which the mapping names"));
                continue;
            }
            mapping.columns.push((heading.clone(), target));
        }
        for heading in headings {
            if mapping.columns.iter().all(|(known, _)| known != heading) {
                mapping.said.push(format!("the mapping does not name the column `{heading}`, which is kept in notes"));
                mapping.columns.push((heading.clone(), Target::Notes));
            }
        }
        // In the order of the sheet, so that columns are joined as they stand there.
        mapping.columns.sort_by_key(|(heading, _)| headings.iter().position(|known| known == heading));
        Ok(mapping)
    }

    /// The sheet that such a file names, before its headings are known.
    pub fn sheet_of(text: &str) -> Option<String> {
        parse_yaml(text.trim_start_matches('\u{feff}')).ok()?.text("sheet")
    }

    /// What a column becomes.
    pub fn target(&self, heading: &str) -> &Target {
        self.columns.iter().find(|(known, _)| known == heading).map_or(&Target::Notes, |(_, target)| target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::of_services(&["moments"])
    }

    fn guessed(headings: &[&str]) -> Mapping {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        guess(&headings, &keys(), &[("moments".into(), "Where you are now".into())], |_| false)
    }

    #[test]
    fn usual_headings_are_known() {
        let mapping = guessed(&[
            "Ref No.",
            "Service name *",
            "ORGANISATION",
            "Tel",
            "E-mail",
            "Post Code",
            "Opening Hours",
            "Who’s it for?",
            "Ward",
            "Telephone number (main)",
            "Where you are now",
            "Last checked",
            "Email address",
        ]);
        let words: Vec<&str> = mapping.columns.iter().map(|(_, target)| target.word()).collect();
        assert_eq!(
            words,
            [
                "row id", "title", "provider", "phone", "email", "postcode", "hours", "who_for", "notes", "phone",
                "moments", "reviewed", "email",
            ]
        );
        assert_eq!(guessed(&["Organisation", "Tel"]).columns[0].1, Target::Column("title".into()));
        assert_eq!(guessed(&["Name", "Title"]).columns[1].1, Target::Notes);
        let every = HEADINGS.iter().flat_map(|(word, _)| Target::read(word, &keys()).is_none().then_some(word));
        assert_eq!(every.collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn a_mapping_is_read_as_it_is_written() {
        let mut mapping = guessed(&["Name", "Tel: day", "Ward", "1.5", "No"]);
        let headings: Vec<String> = mapping.columns.iter().map(|(heading, _)| heading.clone()).collect();
        mapping.sheet = Some("Sheet: 1".into());
        let text = mapping.write("a.xlsx");
        assert_eq!(Mapping::read(&text, &headings, &keys()), Ok(mapping), "{text}");
        let wrong = Mapping::read("columns: {Name: titel}", &headings, &keys());
        assert_eq!(wrong, Err("`Name` becomes `titel`, which is no key; did you mean `title`?".into()));
        assert!(Mapping::read("Name: title", &headings, &keys()).is_err());
        let partial = Mapping::read("columns: {Name: title, Gone: cost}", &headings, &keys()).expect("it is read");
        assert_eq!((partial.said.len(), partial.columns.len()), (5, 5));
    }
}
