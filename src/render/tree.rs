//! Renders a page's tree from the inside out: the body of a component first, then the component around it.

use serde::Serialize;
use tera::{Context, Value};

use super::Engine;
use super::context::{contact, file_size, foreign};
use crate::diagnostic::Diagnostic;
use crate::model::{Arg, Call, Details, Node, Page, Site, TableData, Tree, When, slug};

/// A table in a component's body, as templates see it.
#[derive(Serialize)]
struct Table<'a> {
    headers: &'a [String],
    rows: Vec<Row<'a>>,
    max: f64,
    min: f64,
}

#[derive(Serialize)]
struct Row<'a> {
    label: &'a str,
    when: Value,
    cells: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    text: &'a str,
    number: Option<f64>,
    /// 0 to 100, from the smallest number in the table, or nothing, to the largest.
    percent: f64,
}

/// Renders a tree. `implicits` is what components may ask for besides their parameters: the messages and the page.
pub(super) fn html(
    engine: &Engine,
    tree: &Tree,
    page: &Page,
    site: &Site,
    implicits: &Context,
) -> Result<String, Box<Diagnostic>> {
    // The template of a service has headings of its own above its body.
    let is_top = !matches!(page.details, Details::Service(_));
    nodes(engine, tree, page, site, implicits, is_top)
}

/// Whether there is a second-level heading in HTML that our own writer or a template made.
fn has_heading(html: &str) -> bool {
    html.contains("<h2")
}

/// A component's third-level headings as second-level ones: before any heading of the page they would skip a level
/// (WCAG 2.2, 1.3.1).
fn raised(html: &str) -> String {
    html.replace("<h3", "<h2").replace("</h3>", "</h2>")
}

fn nodes(
    engine: &Engine,
    tree: &Tree,
    page: &Page,
    site: &Site,
    implicits: &Context,
    is_top: bool,
) -> Result<String, Box<Diagnostic>> {
    if let [Node::Html(html)] = tree.nodes.as_slice() {
        return Ok(html.clone());
    }
    let mut out = String::new();
    for node in &tree.nodes {
        match node {
            Node::Html(html) => out.push_str(html),
            Node::Call(call) => {
                let made = component(engine, call, page, site, implicits)?;
                let is_first = is_top && !has_heading(&out) && !has_heading(&made);
                out.push_str(&if is_first { raised(&made) } else { made });
            }
        }
    }
    Ok(out)
}

fn component(
    engine: &Engine,
    call: &Call,
    page: &Page,
    site: &Site,
    implicits: &Context,
) -> Result<String, Box<Diagnostic>> {
    let body = nodes(engine, &call.body, page, site, implicits, false)?;
    if call.is_broken {
        // What is missing was reported: its words are worth more than none.
        return Ok(body);
    }
    let language = usize::from(page.words_language());
    let mut args = Context::new();
    let title = call.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(title) if name == "title" => Some(slug(title)),
        _ => None,
    });
    for (name, arg) in &call.args {
        let value = match arg {
            // A part with a title can always be linked to.
            Arg::Missing if name == "id" => title.as_deref().map_or_else(Value::none, Value::from),
            Arg::Missing => Value::none(),
            Arg::Text(text) if name == "id" => Value::from(slug(text).as_str()),
            Arg::Text(text) => Value::from(text.as_str()),
            // A whole number is shown without a point.
            Arg::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => Value::from(*number as i64),
            Arg::Number(number) => Value::from(*number),
            Arg::Flag(flag) => Value::from(*flag),
            Arg::When(when) => moment(engine, site, page, *when),
            Arg::Contact(id) => match site.records.contact_now(id) {
                Some(record) => Value::from_serializable(&contact(record, foreign(site, 0, language))),
                None => Value::none(),
            },
            Arg::Page(id) => {
                let target = site.page(*id);
                let link = super::context::Link {
                    title: target.common.safe_title().to_owned(),
                    url: site.settings.href(&target.address),
                    lang: foreign(site, target.words_language(), language),
                };
                Value::from_serializable(&link)
            }
            Arg::Video(video) => Value::from_serializable(&super::context::video(engine, site, page, video)),
            Arg::Recording(sound) => Value::from_serializable(&super::context::recording(engine, site, page, sound)),
            Arg::File { url, kind, bytes } => Value::from_serializable(&serde_json::json!({
                "url": url, "type": kind, "bytes": bytes, "size_text": file_size(*bytes),
            })),
        };
        args.insert_value(name.replace('-', "_"), value);
    }
    if let Some(table) = &call.table {
        args.insert_value("table", Value::from_serializable(&view(engine, site, page, table)));
    }
    engine.component(&call.name, &args, implicits, &body).map_err(|diagnostic| Box::new(diagnostic.at(call.span)))
}

/// A day, a month or a year, and whether all of it has passed.
/// On a strategy that is no longer in force nothing falls due any more.
fn moment(engine: &Engine, site: &Site, page: &Page, when: When) -> Value {
    let text = super::context::when(engine, usize::from(page.variant.language), when);
    let is_over = matches!(&page.details, Details::Strategy(strategy) if !strategy.is_in_force());
    let past = !is_over && when.last_day() < site.today;
    Value::from_serializable(&serde_json::json!({ "iso": text.iso, "text": text.text, "past": past }))
}

fn view<'a>(engine: &Engine, site: &Site, page: &Page, table: &'a TableData) -> Table<'a> {
    let percent = |number: Option<f64>| match number {
        Some(number) if table.max > table.min => {
            ((number - table.min) / (table.max - table.min) * 1000.0).round() / 10.0
        }
        _ => 0.0,
    };
    let cell = |cell: &'_ crate::model::TableCell| (cell.number, percent(cell.number));
    let rows = table.rows.iter().map(|row| Row {
        label: &row.label,
        when: row.when.map_or_else(Value::none, |when| moment(engine, site, page, when)),
        cells: row
            .cells
            .iter()
            .map(|written| {
                let (number, percent) = cell(written);
                Cell { text: &written.text, number, percent }
            })
            .collect(),
    });
    Table { headers: &table.headers, rows: rows.collect(), max: table.max, min: table.min }
}
