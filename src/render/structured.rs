//! Data about a page for machines (schema.org, as JSON-LD), only where the page really is what the data says.
//!
//! A page of questions and answers is the type `faq` with at least one `question` in it; nothing else is described yet.
//! A sensitive page says nothing of itself, and neither does a copy.

use serde_json::json;
use tera::Context;

use super::{Engine, tree};
use crate::diagnostic::Diagnostic;
use crate::html::visible_words;
use crate::model::{ContentType, Form, Kind, Node, Page, Site, Tree};

/// The whole `<script>` element of a page; nothing where there is nothing to say.
///
/// # Errors
/// The diagnostic of a component that cannot be rendered.
pub(super) fn json_ld(
    engine: &Engine,
    site: &Site,
    page: &Page,
    tree: &Tree,
    implicits: &Context,
) -> Result<Option<String>, Box<Diagnostic>> {
    let is_faq = page.content_type == ContentType::Faq && page.kind == Kind::Content;
    if !is_faq || !page.is_listed() || page.common.sensitive || page.variant.form != Form::Standard || page.part > 1 {
        return Ok(None);
    }
    let mut questions = Vec::new();
    asked(engine, site, page, tree, implicits, &mut questions)?;
    if questions.is_empty() {
        return Ok(None);
    }
    let entities: Vec<_> = questions
        .iter()
        .map(|(question, answer)| {
            json!({ "@type": "Question", "name": question, "acceptedAnswer": { "@type": "Answer", "text": answer } })
        })
        .collect();
    let language = &site.settings.languages[usize::from(page.variant.language)].code;
    let data = json!({
        "@context": "https://schema.org", "@type": "FAQPage", "inLanguage": language, "name": page.common.title,
        "url": site.settings.permalink(&page.address), "mainEntity": entities,
    });
    // As data within HTML: nothing in it may look like a tag.
    Ok(Some(format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c"))))
}

/// Every question of a tree with the words of its answer, in order.
fn asked(
    engine: &Engine,
    site: &Site,
    page: &Page,
    tree: &Tree,
    implicits: &Context,
    found: &mut Vec<(String, String)>,
) -> Result<(), Box<Diagnostic>> {
    for node in &tree.nodes {
        let Node::Call(call) = node else { continue };
        match call.text("title").filter(|_| call.name == "question" && !call.is_broken) {
            Some(question) => {
                let answer = visible_words(&tree::html(engine, &call.body, page, site, implicits)?);
                found.push((question.to_owned(), answer));
            }
            None => asked(engine, site, page, &call.body, implicits, found)?,
        }
    }
    Ok(())
}
