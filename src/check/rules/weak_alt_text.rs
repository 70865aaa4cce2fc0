//! Text alternatives that tell nobody anything.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a description of a picture that is a file name, a word such as "image", begins with "image of", repeats
    /// the words beside the picture, or is longer than 150 characters.
    ///
    /// # Why it matters
    /// A screen reader already says that it is an image, and reads the words beside it.
    /// Such a description is heard in full and helps nobody; a long one cannot be paused.
    /// WCAG 2.2, 1.1.1 Non-text Content (A).
    ///
    /// # Example
    /// ```md
    /// ![IMG_2041.jpg](IMG_2041.jpg)
    /// ![Image of a woman](sofa.jpg)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![Two carers talk over tea at the hub](IMG_2041.jpg)
    /// ```
    /// Where the text beside it says the same, a dash: `![-](sofa.jpg)`.
    ///
    /// # What it cannot see
    /// Whether the description is true.
    "weak-alt-text" Warning checks [Finished(check)]
}

const LONGEST: usize = 150;
const ENDINGS: [&str; 8] = [".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".bmp"];
const EMPTY_WORDS: [&str; 10] =
    ["image", "picture", "photo", "photograph", "graphic", "icon", "logo", "img", "illustration", "alt text"];
const OPENINGS: [&str; 7] =
    ["image of ", "picture of ", "photo of ", "photograph of ", "graphic of ", "icon of ", "an image of "];

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for image in context.visible(Name::Img) {
        let alt = image.attribute("alt").unwrap_or_default();
        let alt = alt.trim();
        if alt.is_empty() {
            continue;
        }
        if let Some((message, help)) = weakness(alt).or_else(|| repeats(&image, alt)) {
            let in_html = help.replace("`![-](…)`", "`alt=\"\"`");
            let finding = context.about_words(context.report(&RULE, &image, message), &image);
            found.push(finding.help(context.help(help, &in_html)));
        }
    }
}

/// What is wrong with a description by itself, and what to do.
fn weakness(alt: &str) -> Option<(String, &'static str)> {
    let lower = alt.to_lowercase();
    let is_numbered = |prefix: &str| {
        let rest = lower.strip_prefix(prefix).map(|rest| rest.trim_start_matches(['-', '_', ' ']));
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let describe = "say what a reader would miss without this picture, or write `![-](…)` where that is nothing";
    if ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || ["img", "dsc", "image", "photo"].into_iter().any(is_numbered)
    {
        return Some((format!("text alternative `{alt}` is a file name"), describe));
    }
    if EMPTY_WORDS.contains(&lower.as_str()) {
        return Some((format!("text alternative `{alt}` says nothing of this picture"), describe));
    }
    if let Some(opening) = OPENINGS.iter().find(|opening| lower.starts_with(*opening)) {
        let message = format!("text alternative begins with \"{}\"", opening.trim());
        return Some((message, "leave those words out: a screen reader says them already"));
    }
    let length = alt.chars().count();
    (length > LONGEST).then(|| {
        let help = "keep to what matters here, and put the rest in the text where everyone can read it";
        (format!("text alternative has {length} characters"), help)
    })
}

/// Elements and texts of a link or figure that says much more than its picture.
const LARGE: usize = 500;

/// Whether the link or figure around a picture says the same in words.
fn repeats(image: &Element<'_, '_>, alt: &str) -> Option<(String, &'static str)> {
    let around = image.ancestors().take(4).find(|outer| outer.is("a") || outer.is("figure"))?;
    if around.order_after() - around.order() > LARGE {
        return None;
    }
    let said = if around.is("figure") {
        around.descendants().find(|inner| inner.is("figcaption")).map(|caption| caption.text())?
    } else {
        around.text().replacen(alt, "", 1)
    };
    let is_same = !said.trim().is_empty() && said.trim().eq_ignore_ascii_case(alt);
    is_same.then(|| {
        (
            "text alternative repeats the words beside the picture".to_owned(),
            "write `![-](…)`: the words are read already",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::weakness;

    #[test]
    fn tells_weak_from_good() {
        for weak in ["IMG_2041", "photo 12", "hub.JPG", "Picture", "Photo of a hub", &"x".repeat(151)] {
            assert!(weakness(weak).is_some(), "{weak}");
        }
        for good in ["Imogen at the hub", "The image people have of carers", "Photography club", "A map of Merebridge"]
        {
            assert!(weakness(good).is_none(), "{good}");
        }
    }
}
