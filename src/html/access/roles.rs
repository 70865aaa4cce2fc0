//! The roles of ARIA 1.2, of its modules for books (DPUB 1.1) and for graphics, and what each asks for.

use super::attributes::{GLOBAL, Set, same, set};

/// A role: its place in [`ROLES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Role(pub u8);

/// What a role asks for.
#[derive(Debug)]
pub struct Facts {
    /// Its name.
    pub name: &'static str,
    /// What kind it is; see the constants below.
    kind: u8,
    /// The states and properties that it supports beside the global ones, those that it requires among them.
    supported: Set,
    /// Those that it cannot be without.
    pub required: Set,
    /// The roles of which it must be a child; none where it may stand anywhere.
    pub context: &'static [&'static str],
    /// The only roles that its children may have; none where it takes any.
    pub owned: &'static [&'static str],
}

/// Something to work with: a button, a field, a link.
const WIDGET: u8 = 1;
/// Its words are its name.
const CONTENT: u8 = 2;
/// It cannot have a name.
const NAMELESS: u8 = 4;
/// What is in it is only looks.
const FLAT: u8 = 8;

const NONE: &[&str] = &[];
const TABLES: &[&str] = &["grid", "table", "treegrid"];
const ROW: &[&str] = &["row"];
const MENUS: &[&str] = &["group", "menu", "menubar"];
const ITEMS: &[&str] = &["group", "menuitem", "menuitemcheckbox", "menuitemradio", "separator"];
const ROWS: &[&str] = &["caption", "row", "rowgroup"];
const CELLS: &[&str] = &["cell", "columnheader", "gridcell", "rowheader"];

const fn row(
    name: &'static str,
    kind: u8,
    supported: &[&str],
    required: &[&str],
    context: &'static [&'static str],
    owned: &'static [&'static str],
) -> Facts {
    Facts { name, kind, supported: set(supported) | set(required), required: set(required), context, owned }
}

/// A role that asks for nothing.
const fn plain(name: &'static str) -> Facts {
    row(name, 0, &[], &[], NONE, NONE)
}

const fn nameless(name: &'static str) -> Facts {
    row(name, NAMELESS, &[], &[], NONE, NONE)
}

/// Every role that is not abstract, in alphabetical order (ARIA 1.2, 5.4).
#[rustfmt::skip]
pub const ROLES: &[Facts] = &[
    plain("alert"),
    row("alertdialog", 0, &["modal"], &[], NONE, NONE),
    row("application", 0, &["activedescendant", "expanded"], &[], NONE, NONE),
    row("article", 0, &["posinset", "setsize"], &[], NONE, NONE),
    plain("banner"),
    plain("blockquote"),
    row("button", WIDGET | CONTENT | FLAT, &["expanded", "pressed"], &[], NONE, NONE),
    row("caption", NAMELESS, &[], &[], &["figure", "grid", "table", "treegrid"], NONE),
    row("cell", CONTENT, &["colindex", "colindextext", "colspan", "rowindex", "rowindextext", "rowspan"], &[], ROW, NONE),
    row("checkbox", WIDGET | CONTENT | FLAT, &["expanded", "readonly", "required"], &["checked"], NONE, NONE),
    nameless("code"),
    row("columnheader", WIDGET | CONTENT, &["colindex", "colindextext", "colspan", "expanded", "readonly", "required", "rowindex", "rowindextext", "rowspan", "selected", "sort"], &[], ROW, NONE),
    row("combobox", WIDGET, &["activedescendant", "autocomplete", "placeholder", "readonly", "required"], &["controls", "expanded"], NONE, NONE),
    row("comment", CONTENT, &["level", "posinset", "setsize"], &[], NONE, NONE),
    plain("complementary"),
    plain("contentinfo"),
    plain("definition"),
    nameless("deletion"),
    row("dialog", 0, &["modal"], &[], NONE, NONE),
    plain("directory"),
    plain("doc-abstract"), plain("doc-acknowledgments"), plain("doc-afterword"), plain("doc-appendix"),
    row("doc-backlink", WIDGET | CONTENT, &["expanded"], &[], NONE, NONE),
    row("doc-biblioentry", 0, &["level", "posinset", "setsize"], &[], NONE, NONE),
    plain("doc-bibliography"),
    row("doc-biblioref", WIDGET | CONTENT, &["expanded"], &[], NONE, NONE),
    plain("doc-chapter"), plain("doc-colophon"), plain("doc-conclusion"), plain("doc-cover"), plain("doc-credit"),
    plain("doc-credits"), plain("doc-dedication"),
    row("doc-endnote", 0, &["level", "posinset", "setsize"], &[], NONE, NONE),
    plain("doc-endnotes"), plain("doc-epigraph"), plain("doc-epilogue"), plain("doc-errata"), plain("doc-example"),
    plain("doc-footnote"), plain("doc-foreword"), plain("doc-glossary"),
    row("doc-glossref", WIDGET | CONTENT, &["expanded"], &[], NONE, NONE),
    plain("doc-index"), plain("doc-introduction"),
    row("doc-noteref", WIDGET | CONTENT, &["expanded"], &[], NONE, NONE),
    plain("doc-notice"),
    row("doc-pagebreak", CONTENT, &["orientation", "valuemax", "valuemin", "valuenow", "valuetext"], &[], NONE, NONE),
    plain("doc-pagefooter"), plain("doc-pageheader"), plain("doc-pagelist"), plain("doc-part"), plain("doc-preface"),
    plain("doc-prologue"), plain("doc-pullquote"), plain("doc-qna"),
    row("doc-subtitle", CONTENT, &["level"], &[], NONE, NONE),
    plain("doc-tip"), plain("doc-toc"),
    plain("document"),
    nameless("emphasis"),
    row("feed", 0, &[], &[], NONE, &["article"]),
    plain("figure"),
    plain("form"),
    nameless("generic"),
    plain("graphics-document"),
    row("graphics-object", 0, &["activedescendant"], &[], NONE, NONE),
    row("graphics-symbol", FLAT, &[], &[], NONE, NONE),
    row("grid", WIDGET, &["activedescendant", "colcount", "multiselectable", "readonly", "rowcount"], &[], NONE, ROWS),
    row("gridcell", WIDGET | CONTENT, &["colindex", "colindextext", "colspan", "expanded", "readonly", "required", "rowindex", "rowindextext", "rowspan", "selected"], &[], ROW, NONE),
    row("group", 0, &["activedescendant"], &[], NONE, NONE),
    row("heading", CONTENT, &[], &["level"], NONE, NONE),
    row("image", FLAT, &[], &[], NONE, NONE),
    row("img", FLAT, &[], &[], NONE, NONE),
    nameless("insertion"),
    row("link", WIDGET | CONTENT, &["expanded"], &[], NONE, NONE),
    row("list", 0, &[], &[], NONE, &["listitem"]),
    row("listbox", WIDGET, &["activedescendant", "expanded", "multiselectable", "orientation", "readonly", "required"], &[], NONE, &["group", "option"]),
    row("listitem", 0, &["level", "posinset", "setsize"], &[], &["directory", "list"], NONE),
    plain("log"),
    plain("main"),
    row("mark", 0, &[], &[], NONE, NONE),
    plain("marquee"),
    plain("math"),
    row("menu", WIDGET, &["activedescendant", "orientation"], &[], NONE, ITEMS),
    row("menubar", WIDGET, &["activedescendant", "orientation"], &[], NONE, ITEMS),
    row("menuitem", WIDGET | CONTENT, &["expanded", "posinset", "setsize"], &[], MENUS, NONE),
    row("menuitemcheckbox", WIDGET | CONTENT | FLAT, &["expanded", "posinset", "setsize"], &["checked"], MENUS, NONE),
    row("menuitemradio", WIDGET | CONTENT | FLAT, &["expanded", "posinset", "setsize"], &["checked"], MENUS, NONE),
    row("meter", FLAT, &["valuemax", "valuemin", "valuetext"], &["valuenow"], NONE, NONE),
    plain("navigation"),
    nameless("none"),
    plain("note"),
    row("option", WIDGET | CONTENT | FLAT, &["checked", "posinset", "selected", "setsize"], &[], &["group", "listbox"], NONE),
    nameless("paragraph"),
    nameless("presentation"),
    row("progressbar", WIDGET | FLAT, &["valuemax", "valuemin", "valuenow", "valuetext"], &[], NONE, NONE),
    row("radio", WIDGET | CONTENT | FLAT, &["posinset", "setsize"], &["checked"], NONE, NONE),
    row("radiogroup", WIDGET, &["activedescendant", "orientation", "readonly", "required"], &[], NONE, NONE),
    plain("region"),
    row("row", CONTENT, &["activedescendant", "colindex", "colindextext", "expanded", "level", "posinset", "rowindex", "rowindextext", "selected", "setsize"], &[], &["grid", "rowgroup", "table", "treegrid"], CELLS),
    row("rowgroup", 0, &[], &[], TABLES, ROW),
    row("rowheader", WIDGET | CONTENT, &["colindex", "colindextext", "colspan", "expanded", "readonly", "required", "rowindex", "rowindextext", "rowspan", "selected", "sort"], &[], ROW, NONE),
    row("scrollbar", WIDGET | FLAT, &["orientation", "valuemax", "valuemin", "valuetext"], &["controls", "valuenow"], NONE, NONE),
    plain("search"),
    row("searchbox", WIDGET, &["activedescendant", "autocomplete", "multiline", "placeholder", "readonly", "required"], &[], NONE, NONE),
    row("separator", FLAT, &["orientation", "valuemax", "valuemin", "valuetext"], &["valuenow"], NONE, NONE),
    row("slider", WIDGET | FLAT, &["orientation", "readonly", "valuemax", "valuemin", "valuetext"], &["valuenow"], NONE, NONE),
    row("spinbutton", WIDGET, &["activedescendant", "readonly", "required", "valuemax", "valuemin", "valuenow", "valuetext"], &[], NONE, NONE),
    plain("status"),
    nameless("strong"),
    nameless("subscript"),
    row("suggestion", 0, &[], &[], NONE, NONE),
    nameless("superscript"),
    row("switch", WIDGET | CONTENT | FLAT, &["expanded", "readonly", "required"], &["checked"], NONE, NONE),
    row("tab", WIDGET | CONTENT | FLAT, &["expanded", "posinset", "selected", "setsize"], &[], &["tablist"], NONE),
    row("table", 0, &["colcount", "rowcount"], &[], NONE, ROWS),
    row("tablist", WIDGET, &["activedescendant", "multiselectable", "orientation"], &[], NONE, &["tab"]),
    plain("tabpanel"),
    plain("term"),
    row("textbox", WIDGET, &["activedescendant", "autocomplete", "multiline", "placeholder", "readonly", "required"], &[], NONE, NONE),
    plain("time"),
    plain("timer"),
    row("toolbar", 0, &["activedescendant", "orientation"], &[], NONE, NONE),
    row("tooltip", CONTENT, &[], &[], NONE, NONE),
    row("tree", WIDGET, &["activedescendant", "multiselectable", "orientation", "required"], &[], NONE, &["group", "treeitem"]),
    row("treegrid", WIDGET, &["activedescendant", "colcount", "multiselectable", "orientation", "readonly", "required", "rowcount"], &[], NONE, ROWS),
    row("treeitem", WIDGET | CONTENT, &["checked", "expanded", "level", "posinset", "selected", "setsize"], &[], &["group", "tree"], NONE),
];

/// Declares constants for roles that the code names.
macro_rules! constants {
    ($($constant:ident $name:literal,)*) => {
        $(
            #[doc = concat!("The role `", $name, "`.")]
            pub const $constant: Role = Role::named($name);
        )*
    };
}

impl Role {
    /// No role at all: the element means nothing by itself to assistive technology.
    pub const NO_ROLE: Self = Self(u8::MAX);

    constants! {
        ARTICLE "article", BANNER "banner", BLOCKQUOTE "blockquote", BUTTON "button", CAPTION "caption", CELL "cell",
        CHECKBOX "checkbox", CODE "code", COLUMNHEADER "columnheader", COMBOBOX "combobox",
        COMPLEMENTARY "complementary", CONTENTINFO "contentinfo", DEFINITION "definition", DELETION "deletion",
        DIALOG "dialog", DOCUMENT "document", EMPHASIS "emphasis", FIGURE "figure", FORM "form", GENERIC "generic",
        GRAPHICS_DOCUMENT "graphics-document", GRAPHICS_SYMBOL "graphics-symbol", GRID "grid", GRIDCELL "gridcell",
        GROUP "group", HEADING "heading", IMAGE "image", IMG "img", INSERTION "insertion", LINK "link", LIST "list",
        LISTBOX "listbox", LISTITEM "listitem", MAIN "main", MATH "math", MENUITEM "menuitem",
        MENUITEMCHECKBOX "menuitemcheckbox", MENUITEMRADIO "menuitemradio", METER "meter", NAVIGATION "navigation",
        NONE "none", OPTION "option", PARAGRAPH "paragraph", PRESENTATION "presentation", PROGRESSBAR "progressbar",
        RADIO "radio", REGION "region", ROW "row", ROWGROUP "rowgroup", ROWHEADER "rowheader", SEARCH "search",
        SEARCHBOX "searchbox", SEPARATOR "separator", SLIDER "slider", SPINBUTTON "spinbutton", STATUS "status",
        STRONG "strong", SUBSCRIPT "subscript", SUPERSCRIPT "superscript", SWITCH "switch", TABLE "table", TERM "term",
        TEXTBOX "textbox", TIME "time", TREEGRID "treegrid", SCROLLBAR "scrollbar", MENU "menu", MENUBAR "menubar",
    }

    const fn named(name: &str) -> Self {
        let mut at = 0;
        loop {
            assert!(at < ROLES.len(), "a constant names a role that there is");
            if same(ROLES[at].name.as_bytes(), name.as_bytes()) {
                return Self(at as u8);
            }
            at += 1;
        }
    }

    /// A role by its name, in any case; none for abstract and unknown ones.
    pub fn of(name: &str) -> Option<Self> {
        let known = |name: &str| ROLES.binary_search_by(|role| role.name.cmp(name)).ok();
        let found = known(name).or_else(|| known(&name.to_ascii_lowercase()))?;
        u8::try_from(found).ok().map(Self)
    }

    /// What it asks for; nothing where there is no role.
    pub fn facts(self) -> Option<&'static Facts> {
        ROLES.get(usize::from(self.0))
    }

    /// Its name, empty where there is none.
    pub fn name(self) -> &'static str {
        self.facts().map_or("", |facts| facts.name)
    }

    fn is_a(self, kind: u8) -> bool {
        self.facts().is_some_and(|facts| facts.kind & kind != 0)
    }

    /// Whether it is something to work with.
    pub fn is_widget(self) -> bool {
        self.is_a(WIDGET)
    }

    /// Whether its words are its name.
    pub fn is_named_by_content(self) -> bool {
        self.is_a(CONTENT)
    }

    /// Whether what is in it is only looks to assistive technology.
    pub fn is_flat(self) -> bool {
        self.is_a(FLAT)
    }

    /// Whether it is a link, or one of the kinds of link in a book.
    pub fn is_link(self) -> bool {
        matches!(self.name(), "link" | "doc-backlink" | "doc-biblioref" | "doc-glossref" | "doc-noteref")
    }

    /// Whether it is `none` or `presentation`.
    pub fn is_none(self) -> bool {
        self == Self::NONE || self == Self::PRESENTATION
    }

    /// Whether it holds other things without a meaning of its own.
    pub fn is_plain(self) -> bool {
        self.is_none() || self == Self::GENERIC || self == Self::NO_ROLE
    }

    /// Every state and property that it may carry.
    pub fn supported(self) -> Set {
        self.facts().map_or(GLOBAL, |facts| GLOBAL | facts.supported)
    }

    /// Those that it must not carry (ARIA 1.2, 5.2.8.6 "Name prohibited").
    pub fn prohibited(self) -> Set {
        const NAMES: Set = set(&["label", "labelledby", "braillelabel"]);
        match self {
            Self::GENERIC | Self::NONE | Self::PRESENTATION => {
                NAMES | set(&["roledescription", "brailleroledescription"])
            }
            _ if self.is_a(NAMELESS) => NAMES,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_names_only_roles() {
        for pair in ROLES.windows(2) {
            assert!(pair[0].name < pair[1].name, "{}", pair[1].name);
        }
        for role in ROLES {
            for other in role.context.iter().chain(role.owned) {
                assert!(Role::of(other).is_some(), "{other}");
            }
        }
    }

    #[test]
    fn abstract_roles_are_none() {
        assert!(Role::of("widget").is_none() && Role::of("landmark").is_none() && Role::of("").is_none());
        assert_eq!(Role::of("Button"), Some(Role::BUTTON));
    }

    #[test]
    fn roles_ask_for_what_the_standard_says() {
        let expanded = set(&["expanded"]);
        assert!(Role::BUTTON.supported() & expanded != 0 && Role::PARAGRAPH.supported() & expanded == 0);
        assert!(Role::GENERIC.prohibited() & set(&["label"]) != 0 && Role::REGION.prohibited() == 0);
        assert_eq!(Role::NO_ROLE.supported(), GLOBAL);
    }
}
