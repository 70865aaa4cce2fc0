//! The few words that the program itself puts among an author's own, by language.
//!
//! They stand here and not in the theme's messages because a body is written before any template is looked at.

use crate::config::{Language, Settings};
use crate::model::{Form, Variant};

/// The words in one language.
#[derive(Debug)]
pub struct Words {
    code: &'static str,
    not_easy: &'static str,
    not_young: &'static str,
    not_bsl: &'static str,
    /// Names of languages after "in": code and words.
    languages: &'static [(&'static str, &'static str)],
    /// What stands before the number of a note.
    pub note: &'static str,
    /// The name of the list of notes.
    pub notes: &'static str,
    /// The link from a note to where it belongs.
    pub back: &'static str,
    /// A ticked item of a list of tasks.
    pub done: &'static str,
    /// An item that is not ticked.
    pub not_done: &'static str,
}

const WORDS: &[Words] = &[
    Words {
        code: "en",
        not_easy: "not in Easy Read",
        not_young: "for all ages",
        not_bsl: "not in BSL",
        languages: &[
            ("en", "in English"),
            ("pl", "in Polish"),
            ("ur", "in Urdu"),
            ("cy", "in Welsh"),
            ("ar", "in Arabic"),
        ],
        note: "note",
        notes: "Notes",
        back: "Back to the text",
        done: "done",
        not_done: "not done",
    },
    Words {
        code: "pl",
        not_easy: "bez wersji łatwej do czytania",
        not_young: "dla osób w każdym wieku",
        not_bsl: "bez wersji w BSL",
        languages: &[
            ("en", "po angielsku"),
            ("pl", "po polsku"),
            ("ur", "w języku urdu"),
            ("cy", "po walijsku"),
            ("ar", "po arabsku"),
        ],
        note: "przypis",
        notes: "Przypisy",
        back: "Wróć do tekstu",
        done: "zrobione",
        not_done: "niezrobione",
    },
    Words {
        code: "ur",
        not_easy: "آسان الفاظ میں نہیں",
        not_young: "ہر عمر کے لیے",
        not_bsl: "BSL میں نہیں",
        languages: &[
            ("en", "انگریزی میں"),
            ("pl", "پولش میں"),
            ("ur", "اردو میں"),
            ("cy", "ویلش میں"),
            ("ar", "عربی میں"),
        ],
        note: "نوٹ",
        notes: "نوٹ",
        back: "متن پر واپس جائیں",
        done: "ہو گیا",
        not_done: "نہیں ہوا",
    },
    Words {
        code: "cy",
        not_easy: "ddim ar ffurf Hawdd ei Ddeall",
        not_young: "ar gyfer pob oed",
        not_bsl: "ddim yn BSL",
        languages: &[
            ("en", "yn Saesneg"),
            ("pl", "mewn Pwyleg"),
            ("ur", "mewn Wrdw"),
            ("cy", "yn Gymraeg"),
            ("ar", "mewn Arabeg"),
        ],
        note: "nodyn",
        notes: "Nodiadau",
        back: "Yn ôl i'r testun",
        done: "wedi'i wneud",
        not_done: "heb ei wneud",
    },
    Words {
        code: "ar",
        not_easy: "غير متاح بصيغة سهلة القراءة",
        not_young: "لجميع الأعمار",
        not_bsl: "غير متاح بلغة الإشارة البريطانية",
        languages: &[
            ("en", "بالإنجليزية"),
            ("pl", "بالبولندية"),
            ("ur", "بالأردية"),
            ("cy", "بالويلزية"),
            ("ar", "بالعربية"),
        ],
        note: "ملاحظة",
        notes: "ملاحظات",
        back: "العودة إلى النص",
        done: "تم",
        not_done: "لم يتم",
    },
];

impl Words {
    /// The words for a language, and whether they are in it; English stands in.
    pub fn of(language: &Language) -> (&'static Self, bool) {
        let found = WORDS.iter().find(|words| words.code == language.code);
        (found.unwrap_or(&WORDS[0]), found.is_some())
    }

    /// What a reader should know before following a link to another variant: "not in Easy Read, in English".
    pub fn difference(&self, settings: &Settings, reader: Variant, target: Variant) -> Option<String> {
        let form = match reader.form {
            form if form == target.form => None,
            Form::Standard => None,
            Form::Easy => Some(self.not_easy),
            Form::Young => Some(self.not_young),
            Form::Bsl => Some(self.not_bsl),
        };
        let language = (reader.language != target.language).then(|| {
            let language = &settings.languages[usize::from(target.language)];
            let known = self.languages.iter().find(|(code, _)| *code == language.code);
            known.map_or_else(|| language.name.clone(), |(_, words)| (*words).to_owned())
        });
        match (form, language) {
            (None, None) => None,
            (Some(form), None) => Some(form.to_owned()),
            (None, Some(language)) => Some(language),
            (Some(form), Some(language)) => {
                let comma = if matches!(self.code, "ur" | "ar") { "،" } else { "," };
                Some(format!("{form}{comma} {language}"))
            }
        }
    }
}

/// A file's size as people say it: "120 KB", "1.4 MB".
pub fn size(bytes: u64) -> String {
    match bytes {
        0..=999_000 => format!("{} KB", bytes.div_ceil(1000).max(1)),
        999_001..10_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_sizes_as_people_do() {
        assert_eq!(size(0), "1 KB");
        assert_eq!(size(119_700), "120 KB");
        assert_eq!(size(999_500), "1.0 MB");
        assert_eq!(size(1_440_000), "1.4 MB");
        assert_eq!(size(25_000_000), "25 MB");
    }
}
