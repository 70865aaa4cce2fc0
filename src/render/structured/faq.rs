//! A page of questions and answers: the type `faq` with at least one `question` in it.

use serde_json::{Value, json};
use tera::Context;

use crate::diagnostic::Diagnostic;
use crate::html::visible_words;
use crate::model::{ContentType, Kind, Node, Page, Site, Tree};
use crate::render::{Engine, tree};

/// What is said of it; nothing of a page without a question.
pub(super) fn faq(
    engine: &Engine,
    site: &Site,
    page: &Page,
    tree: &Tree,
    implicits: &Context,
) -> Result<Option<Value>, Box<Diagnostic>> {
    if page.content_type != ContentType::Faq || page.kind != Kind::Content || page.part > 1 {
        return Ok(None);
    }
    let mut questions = Vec::new();
    asked(engine, site, page, tree, implicits, &mut questions)?;
    let entities: Vec<_> = questions
        .iter()
        .map(|(question, answer)| {
            json!({ "@type": "Question", "name": question, "acceptedAnswer": { "@type": "Answer", "text": answer } })
        })
        .collect();
    let language = &site.settings.languages[usize::from(page.variant.language)].code;
    Ok((!entities.is_empty()).then(|| {
        json!({
            "@type": "FAQPage", "inLanguage": language, "name": page.common.title,
            "url": site.settings.permalink(&page.address), "mainEntity": entities,
        })
    }))
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
