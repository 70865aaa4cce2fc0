//! Takes what no browser needs out of a script: comments, spaces, long names, code that is never reached.
//!
//! `bundle` hands over each module before it is named by what it holds. minify-html has the same compiler inside, but
//! keeps comments and names. Scripts inside pages are none of this file's matter: there are none but data.

use std::collections::BTreeSet;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions, LegalComment};
use oxc_compat::EngineTargets;
use oxc_diagnostics::OxcDiagnostic;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;

/// The oldest language that a script is written down to: no operator is put in that its author did not use and that an
/// old phone does not know. Code as it was written is not translated.
const OLDEST: &str = "es2019";

/// The smallest form of a module that exports the same names. Comments go, but for those about its licence, which move
/// to its end.
///
/// # Errors
/// What is wrong with it, where a browser would refuse it.
pub(super) fn minified(script: &str) -> Result<String, String> {
    let names = exports(script)?;
    let smallest = printed(script, true);
    // oxc 0.95 also renames what `export const { name } = …` exports.
    if exports(&smallest).is_ok_and(|kept| kept == names) {
        return Ok(smallest);
    }
    Ok(printed(script, false))
}

/// The names that a module exports.
///
/// # Errors
/// What is wrong with it, where a browser would refuse it.
pub(super) fn exports(script: &str) -> Result<BTreeSet<String>, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&parsed.program);
    match parsed.errors.iter().chain(&checked.errors).next() {
        Some(error) => Err(told(error, script)),
        None => {
            let record = &parsed.module_record;
            let default = record.local_export_entries.iter().any(|entry| entry.export_name.is_default());
            let default = default.then(|| "default".to_owned());
            Ok(record.exported_bindings.keys().map(ToString::to_string).chain(default).collect())
        }
    }
}

/// A module in its small form; with `all_names`, the names at its top are shortened too.
fn printed(script: &str, all_names: bool) -> String {
    let allocator = Allocator::default();
    let mut program = Parser::new(&allocator, script, SourceType::mjs()).parse().program;
    let target = EngineTargets::from_target(OLDEST).expect("a constant under test");
    let options = MinifierOptions {
        mangle: Some(MangleOptions { top_level: all_names, ..MangleOptions::default() }),
        compress: Some(CompressOptions { target, ..CompressOptions::smallest() }),
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let comments = CommentOptions { legal: LegalComment::Eof, ..CommentOptions::disabled() };
    Codegen::new()
        .with_options(CodegenOptions { comments, ..CodegenOptions::minify() })
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&program)
        .code
}

/// What is wrong, and the line that shows it.
fn told(error: &OxcDiagnostic, script: &str) -> String {
    let at = error.labels.as_ref().and_then(|labels| labels.last()).map(|label| label.offset());
    let Some((before, after)) = at.and_then(|at| script.split_at_checked(at)) else {
        return error.message.to_string();
    };
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = before.len() + after.find('\n').unwrap_or(after.len());
    let line: String = script[start..end].trim().chars().take(100).collect();
    format!("{} in the line `{line}`", error.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_spaces_and_names_go() {
        let script = "// A remark.\n/** What it does. */\nfunction greeting(reader) {\n  return \"Hello \" + reader;\n}\n\
                      addEventListener(\"load\", () => alert(greeting(document.title)));\n";
        let small = minified(script).expect("it is a script");
        assert!(!small.contains("remark") && !small.contains("does") && !small.contains("reader"), "{small}");
        assert!(small.contains("Hello ") && small.contains("document.title"), "{small}");
        assert!(small.len() * 3 < script.len() * 2, "{small}");
        assert_eq!(minified(&small).as_ref(), Ok(&small));
    }

    #[test]
    fn a_licence_stays() {
        let small = minified("/*! By Ann, MIT */\nalert(1);\n/* @license X */\nalert(2);").expect("it is a script");
        assert!(small.contains("/*! By Ann, MIT */") && small.contains("@license X"), "{small}");
    }

    #[test]
    fn a_module_exports_the_same_names() {
        for script in [
            "function shorten(words) { return words[0]; }\nexport { shorten, shorten as cut };\n",
            "export const longName = location.hash;\nexport default class Reader { open() { return longName; } }\n",
            "const everything = globalThis.config;\nexport const { first, second: [third] } = everything;\n",
            "import { helper } from \"./helper.js\";\nexport { other } from \"./helper.js\";\nhelper();\n",
        ] {
            let small = minified(script).expect("it is a module");
            assert_eq!(exports(&small), exports(script), "{small}");
            assert!(!exports(script).expect("it is a module").is_empty());
        }
    }

    #[test]
    fn nothing_newer_is_put_in() {
        let small = minified(
            "export const name = (a) => (a == null ? 1 : a);\nexport const set = (a) => { a.b = a.b || 2; };\n\
             export const of = (a) => (a === null || a === undefined ? undefined : a.b);",
        )
        .expect("it is a module");
        assert!(!small.contains("??") && !small.contains("?.") && !small.contains("||="), "{small}");
    }

    #[test]
    fn what_a_browser_refuses_is_told_with_its_line() {
        for (script, told) in [
            ("let a = 1;\nlet b = ;\n", "in the line `let b = ;`"),
            ("let a = 1;\nlet a = 2;\n", "in the line `let a = 2;`"),
            ("export { nothing };", "in the line `export { nothing };`"),
            ("é(", "in the line `é(`"),
        ] {
            let error = minified(script).expect_err(script);
            assert!(error.ends_with(told), "{error}");
        }
    }
}
