//! `/api/deleted.json` and `/api/changes.json`: what programs that keep a copy of the open data have to forget or to read
//! again. The standard has no such files.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::model::{Change, Site};
use crate::output::{OutputFile, address};

/// How many changes are told of. Who reads so seldom that this is not enough reads everything again.
const MOST: usize = 1000;

/// Makes both files.
pub(super) fn files(site: &Site, since: Date) -> Vec<OutputFile> {
    let gone = site.changes.gone.iter().map(|gone| {
        let mut entry = json!({ "id": gone.id.to_string(), "date": gone.date.to_string() });
        if let Some(now) = gone.now {
            entry["replaced_by"] = now.to_string().into();
        }
        entry
    });
    let changed = site.changes.all.iter().filter(|change| change.shared).take(MOST).map(|change| entry(site, change));
    vec![
        ("api/deleted.json".into(), list(since, gone.collect())),
        ("api/changes.json".into(), list(since, changed.collect())),
    ]
}

fn entry(site: &Site, change: &Change) -> Value {
    let mut entry = json!({
        "id": change.id.to_string(),
        "date": change.date.to_string(),
        "changes": change.kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>(),
        "name": change.title,
    });
    if let Some(page) = change.page(site) {
        entry["url"] = address(site, &page.address).into();
    }
    entry
}

/// A list with one entry a line.
fn list(since: Date, entries: Vec<Value>) -> Vec<u8> {
    let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
    let lines = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) };
    format!("{{\"total_items\":{},\"last_publication\":\"{since}\",\"contents\":[{lines}]}}\n", entries.len())
        .into_bytes()
}
