//! `/changes/digest.txt`, `.html` and `.eml`: what changed with the newest publication, to send by email.
//!
//! The text and the HTML say the same. The HTML has no styles: it is a file of the site, whose policy allows none inside
//! a page, and headings, lists and links need none. The message has both in one, with a few styles for mail programs,
//! which know no policy; opened with a mail program it is a draft without an address to send it to.

use jiff::civil::Date;

use super::message::message;
use super::{MOST, Words};
use crate::model::{Change, ChangeKind, Site};
use crate::output::{OutputFile, address, xml};

/// What the digest says.
struct Digest {
    title: String,
    lead: String,
    groups: Vec<(String, Vec<Item>)>,
    /// Where all of it stands, and what the link is called.
    all: (String, String),
    /// How to ask.
    help: Vec<String>,
    /// What the accessibility statement is called, to which every file that a browser shows has a link.
    accessibility: String,
}

struct Item {
    title: String,
    words: String,
    url: Option<String>,
}

/// Makes the three files.
pub(super) fn files(site: &Site, since: Date, words: &Words<'_>) -> Vec<OutputFile> {
    let digest = digest(site, since, words);
    let (text, html) = (text(&digest), html(site, &digest, Some(&words.icon)));
    let day = site.changes.newest().first().map_or(since, |change| change.date);
    let message = message(site, day, &digest.title, &text, &self::html(site, &digest, None));
    vec![
        ("changes/digest.txt".into(), text.into_bytes()),
        ("changes/digest.html".into(), html.into_bytes()),
        ("changes/digest.eml".into(), message.into_bytes()),
    ]
}

fn digest(site: &Site, since: Date, words: &Words<'_>) -> Digest {
    let say = words.say;
    let newest = site.changes.newest();
    let day = newest.first().map_or(since, |change| change.date);
    let mut groups: Vec<(String, Vec<Item>)> =
        ["changes_new", "changes_ended", "changes_other"].map(|id| (say(id, &[]), Vec::new())).into();
    for change in newest.iter().take(MOST) {
        groups[group(change)].1.push(Item {
            title: change.title.clone(),
            words: change.words(site, say),
            url: change.page(site).map(|page| address(site, &page.address)),
        });
    }
    groups.retain(|(_, items)| !items.is_empty());
    let help = &site.settings.help;
    let phone = help.phone.as_deref().map(crate::model::spaced);
    Digest {
        title: format!("{} – {}", say("changes_title", &[]), site.settings.title),
        lead: match newest {
            [] => say("changes_none", &[]),
            _ => say("changes_lead", &[("date", &(words.day)(day))]),
        },
        groups,
        all: (say("changes_all", &[]), address(site, "/changes/")),
        help: [phone, help.email.clone()].into_iter().flatten().collect(),
        accessibility: say("foot_accessibility", &[]),
    }
}

/// New, ended, or anything else.
fn group(change: &Change) -> usize {
    let is = |kind| change.kinds.contains(&kind);
    match (is(ChangeKind::New), is(ChangeKind::Ended) || is(ChangeKind::Removed)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

fn text(digest: &Digest) -> String {
    let mut text = format!("{}\n\n{}\n", digest.title, digest.lead);
    for (title, items) in &digest.groups {
        text.push_str(&format!("\n{title}\n{}\n", "-".repeat(title.chars().count())));
        for item in items {
            text.push_str(&format!("\n* {}\n  {}\n", item.title, item.words));
            text.extend(item.url.iter().map(|url| format!("  {url}\n")));
        }
    }
    text.push_str(&format!("\n{}: {}\n", digest.all.0, digest.all.1));
    if !digest.help.is_empty() {
        text.push_str(&format!("\n{}\n", digest.help.join("\n")));
    }
    text
}

/// The digest as HTML: a file of the site, which names its icon, or a part of a message.
fn html(site: &Site, digest: &Digest, icon: Option<&str>) -> String {
    let language = site.settings.main_language();
    let style = |style: &str| if icon.is_none() { format!(" style=\"{style}\"") } else { String::new() };
    let icon_link = icon.map(|icon| format!("<link rel=\"icon\" href=\"{}\">\n", xml(icon))).unwrap_or_default();
    let title = xml(&digest.title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n{icon_link}</head>\n<body{}>\n<main>\n<h1{}>{title}</h1>\n<p>{}</p>\n",
        language.code,
        if language.rtl { "rtl" } else { "ltr" },
        style("margin:0 auto;max-width:38em;padding:16px;font:18px/1.5 Arial,sans-serif"),
        style("font-size:26px;line-height:1.25"),
        xml(&digest.lead),
    );
    for (title, items) in &digest.groups {
        html.push_str(&format!("<h2{}>{}</h2>\n<ul>\n", style("font-size:22px"), xml(title)));
        for item in items {
            let title = xml(&item.title);
            let title = match &item.url {
                Some(url) => format!("<a href=\"{}\">{title}</a>", xml(url)),
                None => format!("<strong>{title}</strong>"),
            };
            html.push_str(&format!("<li{}>{title}<br>{}</li>\n", style("margin-bottom:12px"), xml(&item.words)));
        }
        html.push_str("</ul>\n");
    }
    html.push_str(&format!("<p><a href=\"{}\">{}</a></p>\n", xml(&digest.all.1), xml(&digest.all.0)));
    if !digest.help.is_empty() {
        let ways: Vec<String> = digest.help.iter().map(|way| xml(way)).collect();
        html.push_str(&format!("<p>{}</p>\n", ways.join("<br>")));
    }
    html.push_str("</main>\n");
    if icon.is_some() {
        let (url, title) = (address(site, "/accessibility/"), xml(&digest.accessibility));
        html.push_str(&format!("<footer><p><a href=\"{}\">{title}</a></p></footer>\n", xml(&url)));
    }
    html + "</body>\n</html>\n"
}
