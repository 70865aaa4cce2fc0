//! The role of each element where none is written on it (HTML-AAM 1.0, 3.5; ARIA in HTML).

use super::super::{Element, Name};
use super::Role;

/// The role of an element by what it is; `role` gives that of what it lies in.
pub fn role<'d, 'a>(element: &Element<'d, 'a>, role: &dyn Fn(&Element<'d, 'a>) -> Role) -> Role {
    use Name::*;
    if element.is_foreign() {
        return match element.kind() {
            Svg => Role::GRAPHICS_DOCUMENT,
            Math => Role::MATH,
            A if element.has("href") || element.has("xlink:href") => Role::LINK,
            Image => Role::IMG,
            _ => Role::NO_ROLE,
        };
    }
    match element.kind() {
        A | Area => {
            if element.has("href") {
                Role::LINK
            } else {
                Role::GENERIC
            }
        }
        Address | Details | Fieldset | Optgroup | Hgroup => Role::GROUP,
        Article => Role::ARTICLE,
        Aside => aside(element, role),
        B | Bdi | Bdo | Data | Div | I | Pre | Q | Samp | Small | Span | U | Body => Role::GENERIC,
        Blockquote => Role::BLOCKQUOTE,
        Button => Role::BUTTON,
        Caption => part_of_table(element, role, Role::CAPTION),
        Code => Role::CODE,
        Datalist => Role::LISTBOX,
        Dd => Role::DEFINITION,
        Del | S => Role::DELETION,
        Dfn | Dt => Role::TERM,
        Dialog => Role::DIALOG,
        Em => Role::EMPHASIS,
        Figure => Role::FIGURE,
        Footer => of_page(element, Role::CONTENTINFO),
        Form => {
            if is_named(element) {
                Role::FORM
            } else {
                Role::NO_ROLE
            }
        }
        H1 | H2 | H3 | H4 | H5 | H6 => Role::HEADING,
        Header => of_page(element, Role::BANNER),
        Hr => Role::SEPARATOR,
        Html => Role::DOCUMENT,
        Img => {
            if is_decoration(element) {
                Role::NONE
            } else {
                Role::IMG
            }
        }
        Input => input(element),
        Ins => Role::INSERTION,
        Li => item(element, role),
        Main => Role::MAIN,
        Menu | Ol | Ul | Dir => Role::LIST,
        Meter => Role::METER,
        Nav => Role::NAVIGATION,
        Option => Role::OPTION,
        Output => Role::STATUS,
        P => Role::PARAGRAPH,
        Progress => Role::PROGRESSBAR,
        Search => Role::SEARCH,
        Section => {
            if is_named(element) {
                Role::REGION
            } else {
                Role::GENERIC
            }
        }
        Select => select(element),
        Strong => Role::STRONG,
        Sub => Role::SUBSCRIPT,
        Sup => Role::SUPERSCRIPT,
        Table => Role::TABLE,
        Tbody | Tfoot | Thead => part_of_table(element, role, Role::ROWGROUP),
        Td => cell(element, role),
        Textarea => Role::TEXTBOX,
        Th => header_cell(element, role),
        Time => Role::TIME,
        Tr => part_of_table(element, role, Role::ROW),
        _ => Role::NO_ROLE,
    }
}

/// Whether something names it; a `title` counts, an empty value does not.
fn is_named(element: &Element<'_, '_>) -> bool {
    ["aria-label", "aria-labelledby", "title"]
        .iter()
        .any(|name| element.raw(name).is_some_and(|value| !value.trim().is_empty()))
}

/// Whether a picture says that it is only decoration.
pub fn is_decoration(element: &Element<'_, '_>) -> bool {
    element.kind() == Name::Img && element.raw("alt").is_some_and(str::is_empty)
}

/// A header or footer belongs to the page unless it lies in a part that has its own.
fn of_page(element: &Element<'_, '_>, role: Role) -> Role {
    let is_part = |outer: Element<'_, '_>| {
        matches!(outer.kind(), Name::Article | Name::Aside | Name::Main | Name::Nav | Name::Section)
    };
    if element.ancestors().any(is_part) { Role::GENERIC } else { role }
}

fn aside<'d, 'a>(element: &Element<'d, 'a>, _: &dyn Fn(&Element<'d, 'a>) -> Role) -> Role {
    let is_part =
        |outer: Element<'_, '_>| matches!(outer.kind(), Name::Article | Name::Aside | Name::Nav | Name::Section);
    if !is_named(element) && element.ancestors().any(is_part) { Role::GENERIC } else { Role::COMPLEMENTARY }
}

fn input(element: &Element<'_, '_>) -> Role {
    let kind = element.raw("type").unwrap_or("").trim_ascii().to_ascii_lowercase();
    match kind.as_str() {
        "button" | "image" | "reset" | "submit" => Role::BUTTON,
        "checkbox" => Role::CHECKBOX,
        "number" => Role::SPINBUTTON,
        "radio" => Role::RADIO,
        "range" => Role::SLIDER,
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "password" | "time" | "week" => {
            Role::NO_ROLE
        }
        _ if element.has("list") => Role::COMBOBOX,
        "search" => Role::SEARCHBOX,
        _ => Role::TEXTBOX,
    }
}

fn select(element: &Element<'_, '_>) -> Role {
    let size = element.raw("size").and_then(|size| size.trim_ascii().parse::<u32>().ok()).unwrap_or(0);
    if element.has("multiple") || size > 1 { Role::LISTBOX } else { Role::COMBOBOX }
}

/// A list without a role has items without one.
fn item<'d, 'a>(element: &Element<'d, 'a>, role: &dyn Fn(&Element<'d, 'a>) -> Role) -> Role {
    match element.parent() {
        Some(list) if matches!(list.kind(), Name::Ol | Name::Ul | Name::Menu) => {
            if role(&list).is_none() {
                Role::NONE
            } else {
                Role::LISTITEM
            }
        }
        _ => Role::LISTITEM,
    }
}

fn table<'d, 'a>(element: &Element<'d, 'a>) -> Option<Element<'d, 'a>> {
    element.ancestors().find(|outer| outer.kind() == Name::Table)
}

/// A table without a role has rows and cells without one.
fn part_of_table<'d, 'a>(element: &Element<'d, 'a>, role: &dyn Fn(&Element<'d, 'a>) -> Role, own: Role) -> Role {
    match table(element) {
        Some(table) if role(&table).is_none() => Role::NONE,
        Some(table) if is_table(role(&table)) => own,
        _ => Role::NO_ROLE,
    }
}

fn is_table(role: Role) -> bool {
    matches!(role, Role::TABLE | Role::GRID | Role::TREEGRID)
}

fn cell<'d, 'a>(element: &Element<'d, 'a>, role: &dyn Fn(&Element<'d, 'a>) -> Role) -> Role {
    let is_grid = table(element).is_some_and(|table| matches!(role(&table), Role::GRID | Role::TREEGRID));
    part_of_table(element, role, if is_grid { Role::GRIDCELL } else { Role::CELL })
}

/// Cells of a row that are looked at.
const WIDEST: usize = 200;

/// A heading cell is of its column, unless it says that it is of its row or plain cells beside it show that.
fn header_cell<'d, 'a>(element: &Element<'d, 'a>, role: &dyn Fn(&Element<'d, 'a>) -> Role) -> Role {
    let scope = element.raw("scope").unwrap_or("").trim_ascii().to_ascii_lowercase();
    let own = match scope.as_str() {
        "col" | "colgroup" => Role::COLUMNHEADER,
        "row" | "rowgroup" => Role::ROWHEADER,
        _ => {
            let has_data =
                element.parent().is_some_and(|row| row.children().take(WIDEST).any(|cell| cell.kind() == Name::Td));
            if has_data { Role::ROWHEADER } else { Role::COLUMNHEADER }
        }
    };
    part_of_table(element, role, own)
}
