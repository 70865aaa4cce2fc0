//! What assistive technology gets, on small pages.

use super::*;

fn each<T>(html: &str, look: impl for<'d, 'a> Fn(&Access<'a>, &Element<'d, 'a>) -> T) -> Vec<T> {
    let document = Document::parse(html);
    let access = Access::of(&document);
    let wanted: Vec<_> = document.elements().filter(|element| element.has("x")).collect();
    wanted.iter().map(|element| look(&access, element)).collect()
}

fn names(html: &str) -> Vec<String> {
    let document = Document::parse(html);
    let access = Access::of(&document);
    document.elements().filter(|element| element.has("x")).map(|element| access.name(&element)).collect()
}

fn roles(html: &str) -> Vec<&'static str> {
    let document = Document::parse(html);
    let access = Access::of(&document);
    document.elements().filter(|element| element.has("x")).map(|element| access.role(&element).name()).collect()
}

#[test]
fn names_within_names_take_no_time_without_end() {
    let nested = |tag: &str| format!("<a x href=/>{}</a>", format!("<{tag}>").repeat(200));
    assert_eq!(names(&nested("span title=''")), [""]);
    assert_eq!(names(&nested("span title=t style='visibility:hidden'")), [""]);
    assert_eq!(names(&nested("span title=t")), ["t"]);
    let long =
        format!("<p id=a>{}</p><a x href=/ aria-labelledby='{}'></a>", "é".repeat(1 << 20), "a ".repeat(100_000));
    assert!(names(&long)[0].len() < 1 << 17);
}

#[test]
fn names_come_from_where_the_standard_says() {
    for (html, wanted) in [
        ("<a x href=/ aria-labelledby='p q'>z</a><i id=p>One</i><i id=q hidden>two</i>", "One two"),
        ("<a x href=/ aria-labelledby=no aria-label=' L '>z</a>", "L"),
        ("<a x href=/ title=t></a>", "t"),
        ("<a x href=/><img alt='Pic'> and <b>words</b></a>", "Pic and words"),
        ("<a x href=/><span aria-hidden=true>no</span></a>", ""),
        ("<a x href=/><span style='display:none'>no</span><span hidden>no</span></a>", ""),
        ("<a x href=/><svg><title>Drawn</title><text>no</text></svg></a>", "Drawn"),
        ("<a x href=/ aria-label=Us><svg aria-hidden=true><title>Drawn</title></svg></a>", "Us"),
        ("<a x href=/><span aria-label=Said>no</span> yes</a>", "Said yes"),
        ("<a x href=/><i title=Tip></i></a>", "Tip"),
        ("<label for=f>Name <b>b</b></label><input x id=f title=no>", "Name b"),
        ("<label>Age <input x type=number value=3> years</label>", "Age years"),
        ("<label style='display:none' for=f>Hidden</label><input x id=f>", "Hidden"),
        ("<input x placeholder=Type>", "Type"),
        ("<input x type=submit>", "Submit"),
        ("<input x type=submit value=''>", ""),
        ("<input x type=button value=Go>", "Go"),
        ("<input x type=image alt=Find>", "Find"),
        ("<img x alt=' '>", ""),
        ("<img x title=t>", "t"),
        ("<figure><img x src=a><figcaption>Cap</figcaption></figure>", "Cap"),
        ("<figure><img x src=a><p>words</p><figcaption>Cap</figcaption></figure>", ""),
        ("<figure><figcaption><img x src=a></figcaption></figure>", ""),
        ("<table x><caption>Times</caption><tr><td>a</table>", "Times"),
        ("<fieldset x><legend>Where</legend></fieldset>", "Where"),
        ("<h2 x><div>a</div><div>b</div></h2>", "a b"),
        ("<button x>a<span>b</span></button>", "ab"),
        ("<iframe x title=Map></iframe>", "Map"),
        ("<div x>words</div>", ""),
        ("<div x role=img aria-label=Star></div>", "Star"),
        ("<svg x role=img><title>Map</title></svg>", "Map"),
        ("<button x><style>no</style><script>no</script></button>", ""),
        ("<span id=a>A<select><option>b<option selected>c</select></span><input x aria-labelledby=a>", "A c"),
        ("<button x id=s aria-label=Close aria-labelledby='s t'>x</button><i id=t>tab</i>", "Close tab"),
        ("<summary x>More</summary>", "More"),
    ] {
        assert_eq!(names(html), [wanted], "{html}");
    }
}

#[test]
fn roles_come_from_html_and_aria() {
    for (html, wanted) in [
        ("<a x href=/>", "link"),
        ("<a x>", "generic"),
        ("<div x role='no button link'>", "button"),
        ("<div x role=widget>", "generic"),
        ("<img x alt=''>", "none"),
        ("<img x alt='' tabindex=0>", "img"),
        ("<img x role=none>", "none"),
        ("<ul x role=none aria-live=polite>", "list"),
        ("<ul role=none><li x></ul>", "none"),
        ("<table role=presentation><tr><td x></table>", "none"),
        ("<table role=grid><tr><td x></table>", "gridcell"),
        ("<table><tr><th x>a<th>b</table>", "columnheader"),
        ("<table><tr><th x>a<td>b</table>", "rowheader"),
        ("<table><tr><th x scope=col>a<td>b</table>", "columnheader"),
        ("<section x>", "generic"),
        ("<section x aria-label=a>", "region"),
        ("<header x>", "banner"),
        ("<main><header x></main>", "generic"),
        ("<input x type=search>", "searchbox"),
        ("<input x type=password>", ""),
        ("<input x list=l>", "combobox"),
        ("<select x multiple>", "listbox"),
        ("<svg x>", "graphics-document"),
        ("<details x>", "group"),
        ("<label x>", ""),
    ] {
        assert_eq!(roles(html), [wanted], "{html}");
    }
}

#[test]
fn hidden_is_what_assistive_technology_does_not_get() {
    for html in [
        "<div aria-hidden=true><p x>",
        "<p x hidden>",
        "<p x style='display: none'>",
        "<style>.a { visibility: hidden }</style><div class=a><p x></div>",
        "<dialog><p x></dialog>",
        "<noscript><p x></noscript>",
        "<video><p x></video>",
        "<input x type=hidden>",
    ] {
        assert_eq!(each(html, |access, element| access.is_hidden(element)), [true], "{html}");
    }
    for html in [
        "<p x>",
        "<div style='visibility:hidden'><p x style='visibility:visible'></div>",
        "<style>p { display: block }</style><p x hidden>",
        "<p x style='position:absolute;left:-9999px'>",
        "<dialog open><p x></dialog>",
        "<details><p x></details>",
    ] {
        assert_eq!(each(html, |access, element| access.is_hidden(element)), [false], "{html}");
    }
}

#[test]
fn unseen_is_what_nobody_sees() {
    for html in [
        "<p x style='position:absolute;left:-9999px'>",
        "<p x style='opacity:0'>",
        "<p x style='clip:rect(0 0 0 0);position:absolute'>",
        "<p x style='width:1px;height:1px;overflow:hidden'>",
    ] {
        assert_eq!(each(html, |access, element| access.is_visible(element)), [false], "{html}");
    }
    assert_eq!(each("<p x style='left:-9px'>", |access, element| access.is_visible(element)), [true]);
}

#[test]
fn focus_goes_where_browsers_put_it() {
    for (html, wanted) in [
        ("<a x href=/>", (true, true)),
        ("<a x>", (false, false)),
        ("<a x href=/ tabindex=-1>", (true, false)),
        ("<div x tabindex=0>", (true, true)),
        ("<div x tabindex=no>", (false, false)),
        ("<button x disabled>", (false, false)),
        ("<fieldset disabled><input x></fieldset>", (false, false)),
        ("<fieldset disabled><legend><input x></legend></fieldset>", (true, true)),
        ("<div inert><a x href=/></div>", (false, false)),
        ("<div hidden><a x href=/></div>", (false, false)),
        ("<details><summary x></details>", (true, true)),
        ("<summary x>", (false, false)),
        ("<div x contenteditable>", (true, true)),
        ("<video x controls>", (true, true)),
    ] {
        let focus = each(html, |access, element| (access.is_focusable(element), access.is_tabbable(element)));
        assert_eq!(focus, [wanted], "{html}");
    }
}

#[test]
fn children_are_those_of_the_accessibility_tree() {
    let outer = |html: &str| {
        each(html, |access, element| access.outer(element).map(|outer| outer.name().to_owned()).unwrap_or_default())
    };
    assert_eq!(outer("<ul><div><li x></div></ul>"), ["ul"]);
    assert_eq!(outer("<ul><div aria-live=polite><li x></div></ul>"), ["div"]);
    assert_eq!(outer("<ul><p role=none><li x></p></ul>"), ["ul"]);
    assert_eq!(outer("<ol aria-owns=i></ol><div><li x id=i></div>"), ["ol"]);
}
