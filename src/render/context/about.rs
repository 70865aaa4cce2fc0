//! What the pages that Signpost makes by itself see: privacy, how to tell that something is wrong, the reader's own list.

use serde_json::{Value as Json, json};

use super::date;
use crate::model::{Page, Site};
use crate::render::Engine;

/// What `[privacy]` says, with what stands in for it, and the messages that name what is missing.
pub fn privacy(engine: &Engine, site: &Site, page: &Page) -> Json {
    let settings = &site.settings;
    let written = |key: &str| {
        let text = settings.privacy.iter().find(|(name, _)| name == key).map(|(_, text)| text.trim());
        text.filter(|text| !text.is_empty())
    };
    let organisation = Some(settings.organisation.name.as_str()).filter(|name| !name.is_empty());
    let controller = written("controller").or(organisation);
    let (host, logs) = (written("host"), written("logs_kept"));
    let lacks = [("controller", controller.is_none()), ("host", host.is_none()), ("logs", logs.is_none())].into_iter();
    let language = engine.code(usize::from(page.variant.language));
    let missing: Vec<String> = lacks
        .filter(|(_, is_missing)| *is_missing)
        .map(|(what, _)| engine.messages.text(language, &format!("privacy_missing_{what}")))
        .collect();
    let safe = site.best_at("/staying-safe/", page.variant);
    json!({
        "controller": controller, "registration": written("registration"), "host": host, "logs_kept": logs,
        "contact": written("contact"), "missing": missing.join(", "),
        "is_uk": settings.organisation.country.eq_ignore_ascii_case("GB"),
        "near": site.best_at("/near/", page.variant).map(|near| settings.href(&near.address)),
        "safe": safe.map(|safe| settings.href(&safe.address)),
    })
}

/// Ways to tell that something is wrong, besides those of `[help]`.
pub fn wrong(engine: &Engine, site: &Site, page: &Page) -> Json {
    let day = |day| date(engine, usize::from(page.variant.language), day);
    let settings = &site.settings;
    let owners: Vec<Json> =
        settings.owners.iter().map(|(name, email)| json!({ "name": name, "email": email })).collect();
    let form = settings.feedback_form.as_deref().map(|form| match form.starts_with('/') {
        true => settings.href(form),
        false => form.to_owned(),
    });
    json!({
        "owners": owners, "form": form, "post": settings.feedback_post,
        "made": day(site.today), "next": site.next_change().map(day),
    })
}

/// Where the page of the reader's own list finds services, as data within HTML: nothing in it may look like a tag.
pub fn shortlist(services: &[Json]) -> Json {
    json!({ "indexes": Json::from(services).to_string().replace('<', "\\u003c") })
}
