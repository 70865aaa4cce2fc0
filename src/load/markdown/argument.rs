//! Reads what stands on an opening fence into the parameters of its component.

use std::ops::Range;

use super::links::{self, resolve_link};
use super::{Body, files};
use crate::diagnostic::{Diagnostic, did_you_mean, did_you_mean_help};
use crate::load::component::{Attribute, Written, attributes};
use crate::model::{Arg, FileUse, LinkTarget, LinkUse, When, curly};
use crate::source::Span;
use crate::theme::{Component, Parameter, ParameterKind};

impl Body<'_> {
    /// A value for every parameter of a component, in their order; what is unknown or missing is reported.
    pub(super) fn arguments(&mut self, component: &Component, written: &Written) -> Vec<(String, Arg)> {
        let start = written.attributes.start;
        let text = self.text;
        let mut attributes = attributes(&text[written.attributes.clone()]);
        // A parameter that was meant is not reported as missing too.
        let mut meant = Vec::new();
        self.join_unquoted(component, &mut attributes, start);
        meant.extend(self.take_bare_words(component, &mut attributes, start));
        let mut args: Vec<(String, Arg)> =
            component.parameters.iter().map(|parameter| (parameter.name.clone(), Arg::Missing)).collect();
        let mut seen = vec![false; args.len()];
        for attribute in &attributes {
            let span = self.span(moved(&attribute.range, start));
            let Some(index) = component.parameters.iter().position(|parameter| parameter.name == attribute.key) else {
                meant.extend(self.report_unknown_parameter(component, attribute.key, span));
                continue;
            };
            if std::mem::replace(&mut seen[index], true) {
                let message = format!("`{}` is written twice on this fence", attribute.key);
                self.report(Diagnostic::error("repeated-parameter", message).at(span).help("keep one of them"));
                continue;
            }
            if !attribute.closed {
                let message = format!("the value of `{}` has no closing quotation mark", attribute.key);
                self.report(
                    Diagnostic::error("broken-attribute", message)
                        .at(span)
                        .help("write it as `key=\"some words\"` on one line"),
                );
            }
            args[index].1 = self.argument(&component.parameters[index], attribute, start);
        }
        for ((parameter, seen), (_, arg)) in component.parameters.iter().zip(seen).zip(&args) {
            let is_empty = *arg == Arg::Missing && (!seen || parameter.kind == ParameterKind::Text);
            if parameter.required && is_empty && !meant.contains(&parameter.name.as_str()) {
                self.report_missing(component, parameter, written);
            }
        }
        args
    }

    /// `status=in progress` was meant as one value: it is taken so, with one finding that says how to write it.
    fn join_unquoted(&mut self, component: &Component, attributes: &mut Vec<Attribute<'_>>, start: usize) {
        let known = |key: &str| component.parameters.iter().find(|parameter| parameter.name == key);
        let mut index = 0;
        while index < attributes.len() {
            let attribute = &attributes[index];
            let is_words = known(attribute.key).is_some_and(|parameter| parameter.kind != ParameterKind::Flag);
            let is_bare = attribute.value.is_some() && attribute.range.end == attribute.value_range.end;
            let loose =
                || attributes[index + 1..].iter().take_while(|next| next.value.is_none() && known(next.key).is_none());
            let count = if is_words && is_bare && attribute.closed { loose().count() } else { 0 };
            if count > 0 {
                let range = moved(&(attribute.value_range.start..attributes[index + count].range.end), start);
                let (words, key) = (&self.text[range.clone()], attribute.key);
                let span = self.span(range.clone());
                self.report(
                    Diagnostic::error("broken-attribute", format!("the value of `{key}` has a space in it"))
                        .at(span)
                        .help(format!("put it in quotation marks: `{key}=\"{}\"`", words.trim_matches('"'))),
                );
                attributes[index].value = Some(words.to_owned().into());
                attributes[index].value_range = range.start - start..range.end - start;
                attributes.drain(index + 1..=index + count);
            }
            index += 1;
        }
    }

    /// Words without `=` that are no yes-or-no parameter are reported together: most often they were meant as a title.
    fn take_bare_words<'c>(
        &mut self,
        component: &'c Component,
        attributes: &mut Vec<Attribute<'_>>,
        start: usize,
    ) -> Option<&'c str> {
        let is_parameter = |key: &str| component.parameters.iter().any(|parameter| parameter.name == key);
        let is_bare = |attribute: &Attribute<'_>| attribute.value.is_none() && !is_parameter(attribute.key);
        let first = attributes.iter().position(is_bare)?;
        let count = attributes[first..].iter().take_while(|attribute| attribute.value.is_none()).count();
        let range = attributes[first].range.start..attributes[first + count - 1].range.end;
        attributes.drain(first..first + count);
        let range = moved(&range, start);
        let words = &self.text[range.clone()];
        let has_title = is_parameter("title") && attributes.iter().all(|attribute| attribute.key != "title");
        let help = if has_title {
            format!("write `title=\"{words}\"`")
        } else {
            "write `name=value`, or `name=\"some words\"`; the text goes on the next line".to_owned()
        };
        let message = format!("`{words}` says nothing to the component `{}`", component.name);
        let span = self.span(range);
        self.report(Diagnostic::error("unknown-parameter", message).at(span).help(help));
        component.parameters.iter().map(|parameter| parameter.name.as_str()).find(|name| has_title && *name == "title")
    }

    fn report_unknown_parameter<'c>(&mut self, component: &'c Component, key: &str, span: Span) -> Option<&'c str> {
        let names = || component.parameters.iter().map(|parameter| parameter.name.as_str());
        let meant = did_you_mean(key, names());
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if component.parameters.is_empty() => format!("`{}` takes none", component.name),
            None => format!("it takes: {}", names().collect::<Vec<_>>().join(", ")),
        };
        let message = format!("the component `{}` takes no `{key}`", component.name);
        self.report(Diagnostic::error("unknown-parameter", message).at(span).help(help));
        meant
    }

    fn report_missing(&mut self, component: &Component, parameter: &Parameter, written: &Written) {
        let span = self.span(written.fence.clone());
        let example = match &parameter.kind {
            ParameterKind::Number => "5".to_owned(),
            ParameterKind::Date => "2027-03-31".to_owned(),
            ParameterKind::Choice(words) => quoted(words.first().map_or("…", String::as_str)),
            ParameterKind::Contact => "carers-hub".to_owned(),
            _ => "\"…\"".to_owned(),
        };
        self.report(
            Diagnostic::error(
                "missing-parameter",
                format!("the component `{}` needs `{}`", component.name, parameter.name),
            )
            .at(span)
            .label(parameter.doc.trim_end_matches('.'))
            .help(format!("add `{}={example}` to this line", parameter.name)),
        );
    }

    /// The value of one parameter; `start` is where the text begins in which the attribute stands.
    pub(super) fn argument(&mut self, parameter: &Parameter, attribute: &Attribute<'_>, start: usize) -> Arg {
        let value = attribute.value.as_deref().unwrap_or_default().trim();
        let span = self.span(moved(&attribute.value_range, start));
        let wrong = |body: &mut Self, help: String| {
            let message = format!("`{}` cannot be read", parameter.name);
            body.report(Diagnostic::error("wrong-kind", message).at(span).label("this is something else").help(help));
            Arg::Missing
        };
        if parameter.kind == ParameterKind::Flag {
            return match attribute.value.as_deref().map(str::to_ascii_lowercase).as_deref() {
                None | Some("yes" | "true" | "on") => Arg::Flag(true),
                Some("no" | "false" | "off") => Arg::Flag(false),
                Some(_) => wrong(self, "write yes or no".into()),
            };
        }
        if attribute.value.is_none() {
            return wrong(self, format!("write `{}=…`", parameter.name));
        }
        if value.is_empty() {
            return Arg::Missing;
        }
        match &parameter.kind {
            ParameterKind::Text | ParameterKind::Flag => Arg::Text(curly(value)),
            // Its files are looked for once all that belongs to it is read.
            ParameterKind::Video | ParameterKind::Audio => Arg::Text(value.to_owned()),
            ParameterKind::Number => match number(value) {
                Some(number) => Arg::Number(number),
                None => wrong(self, "write a number".into()),
            },
            ParameterKind::Date => match When::read(value) {
                Some(when) => Arg::When(when),
                None => wrong(self, "write a day such as 2026-10-03, a month such as 2026-10, or a year".into()),
            },
            ParameterKind::Choice(words) => match words.iter().find(|word| word.eq_ignore_ascii_case(value)) {
                Some(word) => Arg::Text(word.clone()),
                None => {
                    let help = did_you_mean_help(value, words.iter().map(String::as_str));
                    wrong(self, help.unwrap_or_else(|| format!("write one of: {}", words.join(", "))))
                }
            },
            ParameterKind::Contact => match self.contact(value, span).and_then(|contact| contact.id.clone()) {
                Some(id) => Arg::Contact(id),
                None => self.known_contact(value),
            },
            ParameterKind::Page => self.page_argument(value, span),
            ParameterKind::File => self.file_argument(value, span),
        }
    }

    /// A record whose id is only its key.
    fn known_contact(&self, id: &str) -> Arg {
        if self.site.records.contact_now(id).is_some() { Arg::Contact(id.to_owned()) } else { Arg::Missing }
    }

    fn page_argument(&mut self, value: &str, span: Span) -> Arg {
        match resolve_link(self.site, self.page, value) {
            LinkTarget::Page(to, fragment) => {
                self.facts.links.push(LinkUse { to, fragment, span: Some(span) });
                Arg::Page(to)
            }
            LinkTarget::Unpublished(to) => {
                let finding = links::unpublished(self.site, to, span);
                self.report(finding);
                Arg::Missing
            }
            LinkTarget::File(_) | LinkTarget::Missing => {
                self.report_broken(value, span);
                Arg::Missing
            }
        }
    }

    fn file_argument(&mut self, value: &str, span: Span) -> Arg {
        let Some(found) = self.file(value, span) else {
            return Arg::Missing;
        };
        self.facts.files.push(FileUse { file: found.asset.file, span: Some(span) });
        Arg::File {
            url: self.site.settings.href(&found.asset.address),
            kind: files::ending(found.path).to_ascii_uppercase(),
            bytes: found.asset.bytes,
        }
    }
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() }
}

/// A number as people write it: `1,200`, `£40`, `63%`.
fn number(text: &str) -> Option<f64> {
    let digits = text.trim_matches(['£', '%', ' ']).replace(',', "");
    digits.parse().ok().filter(|number: &f64| number.is_finite())
}
