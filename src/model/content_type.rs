//! The types of content by name. What each type holds is in the module `content_type`, one file a type.

macro_rules! names {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// What a page is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ContentType {
            $(
                #[doc = concat!("`type: ", $name, "`")]
                $variant,
            )*
        }

        impl ContentType {
            /// Every type, in the order of the documentation.
            pub const ALL: &'static [ContentType] = &[$(ContentType::$variant,)*];
            /// The words that `type:` may hold.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The word in front matter, templates and data.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

names! {
    Page "page",
    Service "service",
    Strategy "strategy",
    Consultation "consultation",
    Update "update",
    Event "event",
    Glossary "glossary",
    Faq "faq",
}
