//! Finds what a page promises and measures among its components: `priority`, `action` and `measure`.

use crate::html::visible_words;
use crate::model::{
    Action, ActionState, Call, Measure, MeasureValue, Node, PageId, Priority, Progress, TableRow, When, slug,
};

/// Everything that a tree promises, in order. What is broken was reported, and promises nothing.
pub fn gather(nodes: &[Node]) -> Progress {
    let mut progress = Progress::default();
    walk(nodes, None, &mut progress);
    progress
}

fn walk(nodes: &[Node], inside: Option<&str>, progress: &mut Progress) {
    for call in nodes.iter().filter_map(|node| if let Node::Call(call) = node { Some(call) } else { None }) {
        match call.name.as_str() {
            "priority" if !call.is_broken => {
                let title = call.text("title").unwrap_or_default();
                let id = slug(call.text("id").unwrap_or(title));
                walk(&call.body.nodes, Some(&id), progress);
                let number = call.number("number").map(|number| number.to_string());
                progress.priorities.push(Priority { page: PageId(0), id, number, title: title.to_owned() });
            }
            "actions" if call.text("priority").is_some() => {
                let first = progress.actions.len();
                walk(&call.body.nodes, call.text("priority").map(slug).as_deref(), progress);
                progress.actions[first..].iter_mut().for_each(|action| action.names_priority = true);
            }
            "action" if !call.is_broken => progress.actions.push(action(call, inside)),
            "measure" if !call.is_broken => progress.measures.push(measure(call, inside)),
            _ => walk(&call.body.nodes, inside, progress),
        }
    }
}

fn action(call: &Call, inside: Option<&str>) -> Action {
    let html = html(&call.body.nodes);
    let (first, rest) = html.split_once("</p>").unwrap_or((&html, ""));
    let rest = visible_words(rest);
    Action {
        page: PageId(0),
        priority: call.text("priority").map(slug).or_else(|| inside.map(str::to_owned)),
        words: visible_words(first),
        why: call.text("why").map_or(rest, str::to_owned),
        owner: call.text("owner").map(str::to_owned),
        due: call.when("due"),
        done: call.when("done"),
        state: call.text("status").and_then(ActionState::named).unwrap_or_default(),
        span: call.span,
        names_priority: call.text("priority").is_some(),
    }
}

fn measure(call: &Call, inside: Option<&str>) -> Measure {
    let at =
        |number: &str, when: &str| call.number(number).map(|number| MeasureValue { number, when: call.when(when) });
    let dated = |row: &TableRow| {
        let number = row.cells.first()?.number?;
        Some(MeasureValue { number, when: row.when })
    };
    let rows = call.table.iter().flat_map(|table| &table.rows).filter_map(dated);
    let (dated_latest, latest): (Vec<_>, Vec<_>) =
        at("latest", "latest_date").into_iter().partition(|latest| latest.when.is_some());
    let mut values: Vec<MeasureValue> =
        at("baseline", "baseline_date").into_iter().chain(rows).chain(dated_latest).collect();
    // A start without a date comes before all others, a latest value without one after them.
    values.sort_by_key(|value| value.when.map(When::last_day));
    values.dedup_by(|next, value| next.when.is_some() && next.when == value.when);
    values.extend(latest);
    Measure {
        page: PageId(0),
        priority: inside.map(str::to_owned),
        title: call.text("title").unwrap_or_default().to_owned(),
        unit: call.text("unit").map(str::to_owned),
        values,
        target: at("target", "target_date"),
        source: call.text("source").map(str::to_owned),
        said: call.text("carers").unwrap_or_default().to_owned(),
    }
}

/// The HTML of a tree without what its components add.
fn html(nodes: &[Node]) -> String {
    let piece = |node: &Node| match node {
        Node::Html(html) => html.clone(),
        Node::Call(call) => html(&call.body.nodes),
    };
    nodes.iter().map(piece).collect()
}
