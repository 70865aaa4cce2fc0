//! `:::` blocks: their parameters, their places, and what is wrong with them.

use super::{check, check_finding, html, only_call, read, rules};
use crate::model::{Arg, Node, When};

#[test]
fn components_become_calls_with_every_parameter() {
    let parsed = read("a\n\n::: box title=\"It's here\" open\nb\n:::\n\nc");
    assert_eq!(html(&parsed.tree.nodes), "<p>a</p>\n{box: <p>b</p>}<p>c</p>\n");
    assert_eq!(parsed.diagnostics, []);
    let Node::Call(call) = &parsed.tree.nodes[1] else { panic!("a component was expected") };
    assert_eq!(call.args, [("title".into(), Arg::Text("It’s here".into())), ("open".into(), Arg::Flag(true))]);
    assert_eq!(parsed.text.sections[0].text, "a\nIt’s here\nb\nc");
    let sum = read("::: sum kind=\"In line\" due=2027-03 n=1,200\n| A | B |\n|---|--:|\n| x | £5 |\n| y | 7 |\n:::");
    assert_eq!(sum.diagnostics, []);
    let call = only_call(&sum);
    let march = "2027-03-01".parse().expect("a day");
    let values: Vec<_> = call.args.iter().map(|(_, arg)| arg.clone()).collect();
    assert_eq!(values, [Arg::Text("in line".into()), Arg::When(When::Month(march)), Arg::Number(1200.0)]);
    let table = call.table.as_ref().expect("it has a table");
    assert_eq!((table.headers.join("|"), table.rows.len(), table.max), ("A|B".into(), 2, 7.0));
    assert_eq!((table.rows[0].label.as_str(), table.rows[0].cells[0].number), ("x", Some(5.0)));
    let lead = read("::: lead to=breaks.md file=plan.pdf :::");
    let [(_, Arg::Page(_)), (_, Arg::File { url, kind, bytes: 4 })] = &only_call(&lead).args[..] else {
        panic!("{lead:?}")
    };
    assert_eq!((url.as_str(), kind.as_str()), ("/sub/plan.pdf", "PDF"));
    assert_eq!(only_call(&read("::: ask id=hub\n:::")).args[0].1, Arg::Contact("hub".into()));
}

#[test]
fn what_is_wrong_with_a_component_is_said_at_its_place() {
    let shown = check_finding("::: bax title=x\nb\n:::", "unknown-component", "bax", "did you mean `box`?");
    assert_eq!(shown, "<p>b</p>");
    check_finding("::: {.note}\nb\n:::", "unknown-component", "::: {.note}", "the components are");
    check_finding("::: box titel=x\nb\n:::", "unknown-parameter", "titel=x", "did you mean `title`?");
    check_finding("::: hold x=1\nb\n:::", "unknown-parameter", "x=1", "takes none");
    check_finding("::: box\nb\n:::", "missing-parameter", "::: box", "title=");
    check_finding("::: box title=a title=b\nb\n:::", "repeated-parameter", "title=b", "keep one");
    check_finding("::: box title=\"a\nb\n:::", "broken-attribute", "title=\"a", "key=");
    check_finding("::: sum kind=line\n|a|\n|-|\n:::", "wrong-kind", "line", "bars, in line");
    check_finding("::: sum due=soon\n|a|\n|-|\n:::", "wrong-kind", "soon", "2026-10");
    check_finding("::: ask id=hob\n:::", "unknown-contact", "hob", "did you mean `hub`?");
    check_finding("::: lead to=brakes.md\n:::", "broken-link", "brakes.md", "did you mean `breaks.md`?");
    check_finding("::: lead file=sums.xlsx\n:::", "private-file", "sums.xlsx", "PDF");
    check_finding("::: ask id=hub\nb\n:::", "wrong-body", "::: ask id=hub", "`:::`");
    check_finding("::: path\n- a\n:::", "wrong-body", "::: path", "`1. `");
    check_finding("::: sum\na\n:::", "wrong-body", "::: sum", "|---|");
    check_finding("::: part\nb\n:::", "misplaced-component", "::: part", ":::: hold");
    check_finding("::: hold\nb", "unclosed-component", "::: hold", "colons");
    check_finding("a\n\n:::\n", "stray-fence", ":::", "take it away");
    check_finding("> ::: hold\n> b", "misplaced-component", "::: hold", "start of a line");
    check(":::: hold\n::: part\nb\n:::\n::::", "{hold: {part: <p>b</p>}}");
}

#[test]
fn bare_words_were_meant_as_a_title() {
    let parsed = read("::: box Ask for help\nb\n:::");
    assert_eq!(rules(&parsed.diagnostics), ["unknown-parameter"]);
    assert_eq!(parsed.diagnostics[0].help.as_deref(), Some("write `title=\"Ask for help\"`"));
}
