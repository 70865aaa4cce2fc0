//! What a rule is, and the macro that declares one together with its manual.

use super::StyleContext;
use super::context::{AcrossContext, FinishedContext, HtmlContext, PageContext};
use super::pages::PagesContext;
use super::script::ScriptContext;
use crate::config::{KnownRule, Settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Site;

/// A rule: what it is called, how much it matters, its manual, and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// Its name, a defect that reads after "allow".
    pub name: &'static str,
    /// How much it matters where a site sets nothing else.
    pub severity: Severity,
    /// Its manual as it stands in its file, each line with the space that follows `///`.
    pub docs: &'static str,
    /// The W3C ACT rules that it answers.
    pub act: &'static [&'static str],
    /// Whether its answer changes with the date alone; such a rule never stops a build.
    pub is_dated: bool,
    /// The argument of `signpost check` without which it does not look; nothing for rules that always do.
    pub asked: Option<&'static str>,
    /// The numbers that it goes by, each with what it is where a site sets nothing else.
    pub thresholds: &'static [(&'static str, u32)],
    /// How it looks; empty where the stage that reads or makes the thing notices by itself.
    pub checks: &'static [Check],
}

/// One look of a rule.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At what is known before any body is read.
    Model(fn(&Site, &mut Vec<Diagnostic>)),
    /// At a page's words.
    Page(fn(&PageContext<'_>, &mut Vec<Diagnostic>)),
    /// At any finished HTML, a page's or that of a folder without a site.
    Finished(fn(&FinishedContext<'_>, &mut Vec<Diagnostic>)),
    /// At a page's finished HTML, beside what its site says.
    Html(fn(&HtmlContext<'_>, &mut Vec<Diagnostic>)),
    /// At a style sheet.
    Styles(fn(&StyleContext<'_>, &mut Vec<Diagnostic>)),
    /// At a script.
    Script(fn(&ScriptContext<'_>, &mut Vec<Diagnostic>)),
    /// Across all pages, by what their words hold.
    Across(fn(&AcrossContext<'_>, &mut Vec<Diagnostic>)),
    /// Across all finished pages, of a site or of a folder without one.
    Pages(fn(&PagesContext<'_>, &mut Vec<Diagnostic>)),
}

/// The headings of every rule's manual; the last is there where it is needed.
pub const HEADINGS: [&str; 5] = ["What it does", "Why it matters", "Example", "Use instead", "What it cannot see"];

impl Rule {
    /// Starts a finding of this rule.
    pub fn finding(&self, message: impl Into<String>) -> Diagnostic {
        let mut finding = Diagnostic::new(self.severity, self.name, message);
        finding.act = self.act;
        finding
    }

    /// One of its numbers: what `[rules]` in `site.toml` says, or else its own.
    ///
    /// # Panics
    /// Where the rule does not declare it, which is a mistake in the rule and shows in its first fixture.
    pub fn threshold(&self, name: &str, settings: &Settings) -> u32 {
        let set =
            || settings.rule(self.name)?.thresholds.iter().find(|(key, _)| key == name).map(|(_, number)| *number);
        let own = self.thresholds.iter().find(|(key, _)| *key == name).map(|(_, number)| *number);
        set().or(own).expect("a rule asks for thresholds that it declares")
    }

    /// What `[rules]` may say of it.
    pub fn known(&self) -> KnownRule {
        KnownRule { name: self.name, thresholds: self.thresholds }
    }

    /// Its manual as Markdown.
    pub fn manual(&self) -> String {
        self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// The first paragraph of its manual, on one line.
    pub fn summary(&self) -> String {
        let manual = self.manual();
        let mut lines = manual.lines().skip_while(|line| line.starts_with('#') || line.is_empty());
        lines.by_ref().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The first sentence of its manual without its full stop, for lists.
    pub fn first_sentence(&self) -> String {
        let summary = self.summary();
        summary.split_once(". ").map_or(summary.as_str(), |(first, _)| first).trim_end_matches('.').to_owned()
    }

    /// Where it looks, for lists: model, page, html, styles, scripts, across, or reading where another stage notices.
    pub fn looks_at(&self) -> &'static str {
        match self.checks.first() {
            Some(Check::Model(_)) => "model",
            Some(Check::Page(_)) => "page",
            Some(Check::Html(_) | Check::Finished(_)) => "html",
            Some(Check::Styles(_)) => "styles",
            Some(Check::Script(_)) => "scripts",
            Some(Check::Across(_) | Check::Pages(_)) => "across",
            None => "reading",
        }
    }
}

/// Declares the rule of a file: its manual as doc comment, its name, its severity; then, in this order and only where
/// they are needed, `act [ids]`, `dated true`, `asked "--argument"`, `thresholds [name number]` and `checks [where(function)]`.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $name:literal $severity:ident
        $(act [$($act:literal),*])?
        $(dated $dated:literal)?
        $(asked $asked:literal)?
        $(thresholds [$($threshold:ident $number:literal),+])?
        $(checks [$($place:ident($function:path)),*])?
    ) => {
        $(#[doc = $doc])+
        pub static RULE: crate::check::Rule = crate::check::Rule {
            name: $name,
            severity: crate::diagnostic::Severity::$severity,
            docs: concat!($($doc, "\n"),+),
            act: &[$($($act),*)?],
            is_dated: false $(|| $dated)?,
            asked: {
                let asked: &[&str] = &[$($asked)?];
                match asked {
                    [argument] => Some(argument),
                    _ => None,
                }
            },
            thresholds: &[$($((stringify!($threshold), $number)),+)?],
            checks: &[$($(crate::check::Check::$place($function)),*)?],
        };
    };
}

pub(super) use rule;
