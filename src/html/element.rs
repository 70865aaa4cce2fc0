//! The names of elements as small numbers, so that a tree is compared by numbers and not by words.
//!
//! Only names that mean something to the reader or to a rule are told apart; every other one is [`Name::Other`].

/// Declares the names with their words.
macro_rules! names {
    ($($name:ident $word:literal,)*) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Name {
            $(
                #[doc = concat!("`<", stringify!($name), ">`.")]
                $name,
            )*
            /// Any other element.
            Other,
        }

        /// The number of names.
        pub(super) const NAMES: usize = Name::Other as usize + 1;

        fn known(word: &[u8]) -> Name {
            match word {
                $($word => Name::$name,)*
                _ => Name::Other,
            }
        }
    };
}

names! {
    A b"a", Abbr b"abbr", Address b"address", Applet b"applet", Area b"area", Article b"article", Aside b"aside",
    Audio b"audio", B b"b", Base b"base", Bdi b"bdi", Bdo b"bdo", Blockquote b"blockquote", Body b"body", Br b"br",
    Button b"button", Canvas b"canvas", Caption b"caption", Center b"center", Cite b"cite", Code b"code", Col b"col",
    Colgroup b"colgroup", Data b"data", Datalist b"datalist", Dd b"dd", Del b"del", Desc b"desc", Details b"details",
    Dfn b"dfn", Dialog b"dialog", Dir b"dir", Div b"div", Dl b"dl", Dt b"dt", Em b"em", Embed b"embed",
    Fieldset b"fieldset", Figcaption b"figcaption", Figure b"figure", Font b"font", Footer b"footer",
    ForeignObject b"foreignobject", Form b"form", Frame b"frame", Frameset b"frameset", H1 b"h1", H2 b"h2", H3 b"h3",
    H4 b"h4", H5 b"h5", H6 b"h6", Head b"head", Header b"header", Hgroup b"hgroup", Hr b"hr", Html b"html", I b"i",
    Iframe b"iframe", Image b"image", Img b"img", Input b"input", Ins b"ins", Kbd b"kbd", Label b"label",
    Legend b"legend", Li b"li", Link b"link", Listing b"listing", Main b"main", Map b"map", Mark b"mark",
    Marquee b"marquee", Math b"math", Menu b"menu", Meta b"meta", Meter b"meter", Nav b"nav", Noembed b"noembed",
    Noframes b"noframes", Noscript b"noscript", Object b"object", Ol b"ol", Optgroup b"optgroup", Option b"option",
    Output b"output", P b"p", Param b"param", Picture b"picture", Pre b"pre", Progress b"progress", Q b"q", Rp b"rp",
    Rt b"rt", Ruby b"ruby", S b"s", Samp b"samp", Script b"script", Search b"search", Section b"section",
    Select b"select", Slot b"slot", Small b"small", Source b"source", Span b"span", Strong b"strong", Style b"style",
    Sub b"sub", Summary b"summary", Sup b"sup", Svg b"svg", Symbol b"symbol", Table b"table", Tbody b"tbody",
    Td b"td", Template b"template", Text b"text", Textarea b"textarea", Tfoot b"tfoot", Th b"th", Thead b"thead",
    Time b"time", Title b"title", Tr b"tr", Track b"track", U b"u", Ul b"ul", Use b"use", Var b"var", Video b"video",
    Wbr b"wbr", Xmp b"xmp",
}

/// The longest known name, in bytes.
const LONGEST: usize = 13;

impl Name {
    /// The name as a number; letters count alike whether small or capital.
    pub fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let found = known(bytes);
        // Most people write names in small letters.
        if found != Self::Other || bytes.len() > LONGEST || !bytes.iter().any(u8::is_ascii_uppercase) {
            return found;
        }
        let mut small = [0; LONGEST];
        for (to, from) in small.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
        }
        known(&small[..bytes.len()])
    }

    /// Elements without content or end tag (HTML, 13.1.2 "Void elements").
    pub fn is_void(self) -> bool {
        use Name::*;
        matches!(
            self,
            Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr | Frame
        )
    }

    /// Elements that flow with the words around them; every other one begins and ends a line or a box of its own.
    pub fn is_inline(self) -> bool {
        use Name::*;
        matches!(
            self,
            A | Abbr | B | Bdi | Bdo | Cite | Code | Data | Del | Dfn | Em | Font | I | Img | Ins | Kbd | Label
        ) || matches!(self, Mark | Output | Q | Rp | Rt | Ruby | S | Samp | Slot | Small | Span | Strong | Sub | Sup)
            || matches!(self, Svg | Time | U | Var | Wbr)
    }

    /// A heading by its name.
    pub fn is_heading(self) -> bool {
        (Name::H1 as u8..=Name::H6 as u8).contains(&(self as u8))
    }

    /// Start tags that end an open paragraph.
    pub(super) fn closes_paragraph(self) -> bool {
        use Name::*;
        self.is_heading()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Center
                    | Details
                    | Dialog
                    | Dir
                    | Div
                    | Dl
                    | Dd
                    | Dt
                    | Fieldset
            )
            || matches!(
                self,
                Figcaption | Figure | Footer | Form | Header | Hgroup | Hr | Li | Listing | Main | Menu | Nav | Ol | P
            )
            || matches!(self, Pre | Search | Section | Summary | Table | Ul | Xmp)
    }

    /// Where looking for an open element ends (HTML, 13.2.4.2 "in scope").
    pub(super) fn bounds_scope(self) -> bool {
        use Name::*;
        matches!(
            self,
            Applet | Caption | Html | Table | Td | Th | Marquee | Object | Template | ForeignObject | Desc | Title
        )
    }

    /// Elements that an end tag of a plain inline element does not reach across (HTML, 13.2.4.2 "special").
    pub(super) fn is_special(self) -> bool {
        use Name::*;
        self.closes_paragraph()
            || self.bounds_scope()
            || matches!(self, Body | Button | Head | Iframe | Select | Tbody | Tfoot | Thead | Tr | Colgroup)
    }

    /// Elements whose end tag closes them across others (HTML, 13.2.4.3 "formatting").
    pub(super) fn is_formatting(self) -> bool {
        use Name::*;
        matches!(self, A | B | Code | Em | Font | I | S | Small | Strong | U)
    }

    /// What may stand in a head.
    pub(super) fn is_metadata(self) -> bool {
        use Name::*;
        matches!(self, Base | Link | Meta | Noframes | Noscript | Script | Style | Template | Title | Head)
    }

    /// Start tags that end a drawing or a formula they stand in by mistake (HTML, 13.2.6.5 "foreign content").
    pub(super) fn ends_foreign(self) -> bool {
        use Name::*;
        self.is_heading()
            || matches!(
                self,
                B | Blockquote | Body | Br | Center | Code | Dd | Div | Dl | Dt | Em | Embed | Head | Hr | I | Img | Li
            )
            || matches!(
                self,
                Listing | Menu | Meta | Ol | P | Pre | Ruby | S | Small | Span | Strong | Sub | Sup | Table
            )
            || matches!(self, U | Ul | Var)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case() {
        assert_eq!(Name::of("DIV"), Name::Div);
        assert_eq!(Name::of("foreignObject"), Name::ForeignObject);
        assert_eq!(Name::of("x-card"), Name::Other);
        assert_eq!(Name::of("a-very-long-name-indeed"), Name::Other);
        assert!(Name::of("h6").is_heading() && !Name::of("hr").is_heading() && !Name::Head.is_heading());
    }
}
