//! Scripts as rules look at them: what they do by themselves, before a reader has done anything.
//!
//! A script is parsed as a browser would. What it touches is found by name; whether that happens at once is found by
//! following the functions that are called at once, by name and within one script. What the touching means is left to
//! the rules.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Argument, ArrowFunctionExpression, BindingPatternKind, CallExpression, Class, ClassElement, ConditionalExpression,
    Expression, Function, IdentifierReference, IfStatement, LogicalExpression, MethodDefinitionKind, NewExpression,
    StaticMemberExpression, UnaryExpression, UnaryOperator, VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};
use oxc_syntax::scope::ScopeFlags;

use super::css::Place;
use super::{FinishedContext, Rule};
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};
use crate::source::Span;

/// A script of a theme, of a folder, or of a page.
#[derive(Debug)]
pub struct ScriptContext<'c> {
    text: &'c str,
    place: Place<'c>,
}

/// Where readers' devices keep what a page gives them.
const STORES: [&str; 5] = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookie"];
/// Scripts that are read, in bytes. A parser calls itself for what lies in something else: see [`STACK`].
const LARGEST: usize = 256 << 10;
/// Brackets in brackets that are followed; no script that a person wrote has as many.
const DEEPEST: usize = 500;
/// Room for the calls that a script of [`LARGEST`] bytes can ask for by other means than brackets, such as `!!!!x`:
/// measured at 400 bytes for each byte of it.
const STACK: usize = 256 << 20;
/// A script so small needs no room of its own.
const SMALL: usize = 4 << 10;

impl<'c> ScriptContext<'c> {
    /// Takes a script; it is read when a rule asks.
    pub fn new(text: &'c str, place: Place<'c>) -> Self {
        Self { text, place }
    }

    /// What the script keeps on a reader's device, or reads there, as soon as it runs: the store, and the place.
    pub fn stores_at_once(&self) -> Vec<(&'static str, Range<usize>)> {
        let is_named =
            STORES.iter().any(|store| memchr::memmem::find(self.text.as_bytes(), store.as_bytes()).is_some());
        if !is_named || self.text.len() > LARGEST || is_deep(self.text) {
            return Vec::new();
        }
        if self.text.len() <= SMALL {
            return read(self.text);
        }
        std::thread::scope(|scope| {
            let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || read(self.text));
            reader.ok().and_then(|reader| reader.join().ok()).unwrap_or_default()
        })
    }

    /// Starts a finding at a place in the script.
    pub fn report(&self, rule: &Rule, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        let finding = rule.finding(message);
        match self.place {
            Place::File(file, from) => finding.at(Span::new(file, from + range.start..from + range.end)),
            Place::BuiltIn(path) => {
                let line = self.text[..range.start].matches('\n').count() + 1;
                finding.note(format!("in the theme's file {path}, line {line}"))
            }
        }
    }
}

/// The scripts that are written into a page, with the place of each; data blocks are none.
pub fn written<'c>(context: &FinishedContext<'c>) -> Vec<(&'c str, usize)> {
    let scripts = context.document.all(Name::Script).filter(|script| is_code(script) && !script.has("src"));
    scripts.filter_map(|script| Some((script.raw_text()?, script.tag().end))).collect()
}

/// A number by which a script is known on other pages.
pub fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.trim().hash(&mut hasher);
    hasher.finish()
}

/// Whether a `<script>` runs.
pub fn is_code(script: &Element<'_, '_>) -> bool {
    let kind = script.raw("type").unwrap_or("").trim_ascii().to_ascii_lowercase();
    kind.is_empty() || kind == "module" || kind.contains("javascript") || kind.contains("ecmascript")
}

/// Whether brackets lie too deep in each other; those in words count too, which does not matter.
fn is_deep(text: &str) -> bool {
    let mut depth = 0usize;
    text.bytes().any(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

fn read(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::unambiguous()).parse();
    let mut reader = Reader::default();
    reader.visit_program(&parsed.program);
    reader.at_once()
}

/// A function, by the function it lies in.
#[derive(Debug)]
struct Known {
    name: Option<String>,
    within: Option<usize>,
    runs: bool,
}

/// What was seen in a script.
#[derive(Default)]
struct Reader {
    functions: Vec<Known>,
    /// The function that is being read.
    current: Option<usize>,
    /// Functions by their first byte: the names that they are given, and those that are called where they stand.
    names: HashMap<u32, String>,
    called_here: HashSet<u32>,
    /// Calls by name, and where each stands.
    calls: Vec<(String, Option<usize>)>,
    touched: Vec<(&'static str, Range<usize>, Option<usize>)>,
}

impl Reader {
    /// What is touched where nothing lies around it but functions that run. Each function, and each call, is looked at
    /// once, however they call each other.
    fn at_once(mut self) -> Vec<(&'static str, Range<usize>)> {
        let calls = self.resolved();
        let mut inside: Vec<Vec<usize>> = vec![Vec::new(); self.functions.len()];
        for (function, known) in self.functions.iter().enumerate() {
            if let Some(outer) = known.within {
                inside[outer].push(function);
            }
        }
        let mut live = vec![false; self.functions.len()];
        let of_script = calls.get(&None).into_iter().flatten().copied();
        let mut reached: Vec<usize> =
            (0..self.functions.len()).filter(|function| self.functions[*function].runs).collect();
        reached.extend(of_script);
        while let Some(function) = reached.pop() {
            self.functions[function].runs = true;
            if live[function] || self.functions[function].within.is_some_and(|outer| !live[outer]) {
                continue;
            }
            live[function] = true;
            reached.extend(inside[function].iter().copied().filter(|inner| self.functions[*inner].runs));
            reached.extend(calls.get(&Some(function)).into_iter().flatten());
        }
        let touched = self.touched.into_iter().filter(|(_, _, within)| within.is_none_or(|within| live[within]));
        touched.map(|(store, range, _)| (store, range)).collect()
    }

    /// The functions that are called, by the function in which the call stands.
    fn resolved(&self) -> HashMap<Option<usize>, Vec<usize>> {
        let mut named: HashMap<(Option<usize>, &str), usize> = HashMap::new();
        for (function, known) in self.functions.iter().enumerate() {
            if let Some(name) = &known.name {
                named.entry((known.within, name.as_str())).or_insert(function);
            }
        }
        let mut calls: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for (name, from) in &self.calls {
            // A name means the nearest function around the call that has it.
            let mut place = *from;
            let called = loop {
                match (named.get(&(place, name.as_str())), place) {
                    (Some(found), _) => break Some(*found),
                    (None, Some(inner)) => place = self.functions[inner].within,
                    (None, None) => break None,
                }
            };
            if let Some(called) = called {
                calls.entry(*from).or_default().push(called);
            }
        }
        calls
    }

    fn touch(&mut self, store: &'static str, span: oxc_span::Span) {
        self.touched.push((store, span.start as usize..span.end as usize, self.current));
    }

    fn enter(&mut self, start: u32, name: Option<&str>) -> Option<usize> {
        let name = name.map(ToOwned::to_owned).or_else(|| self.names.remove(&start));
        let runs = self.called_here.contains(&start);
        self.functions.push(Known { name, within: self.current, runs });
        self.current.replace(self.functions.len() - 1)
    }

    /// Notes that a function runs: one that is written here, or one that is named.
    fn run(&mut self, function: &Expression<'_>) {
        match function.get_inner_expression() {
            Expression::FunctionExpression(function) => drop(self.called_here.insert(function.span.start)),
            Expression::ArrowFunctionExpression(function) => drop(self.called_here.insert(function.span.start)),
            Expression::Identifier(name) => self.calls.push((name.name.to_string(), self.current)),
            _ => {}
        }
    }

    /// Reads an expression that only asks whether there is a store.
    fn ask(&mut self, test: &Expression<'_>) -> bool {
        let inner = test.get_inner_expression();
        let inner = match inner {
            Expression::UnaryExpression(not) if not.operator == UnaryOperator::LogicalNot => {
                not.argument.get_inner_expression()
            }
            _ => inner,
        };
        store(inner).is_some_and(|store| store != "cookie")
    }
}

/// The store that an expression names.
fn store(expression: &Expression<'_>) -> Option<&'static str> {
    match expression.get_inner_expression() {
        Expression::Identifier(name) => bare(&name.name),
        Expression::StaticMemberExpression(member) => of_member(member),
        _ => None,
    }
}

/// The names that mean a store by themselves; `caches` is a common name for other things.
fn bare(name: &str) -> Option<&'static str> {
    STORES[..3].iter().copied().find(|store| *store == name)
}

fn of_member(member: &StaticMemberExpression<'_>) -> Option<&'static str> {
    let object = member.object.get_identifier_reference()?;
    match (object.name.as_str(), member.property.name.as_str()) {
        ("window" | "self" | "globalThis" | "top", name) => bare(name),
        ("document", "cookie") => Some("cookie"),
        ("caches", "open" | "match" | "has" | "keys" | "delete") => Some("caches"),
        _ => None,
    }
}

/// Calls that call the functions they are given, before a reader has done anything.
const CALLERS: [&str; 12] = [
    "forEach",
    "map",
    "filter",
    "some",
    "every",
    "then",
    "setTimeout",
    "requestAnimationFrame",
    "requestIdleCallback",
    "queueMicrotask",
    "ready",
    "$",
];
/// What a page tells by itself.
const EVENTS: [&str; 5] = ["DOMContentLoaded", "load", "pageshow", "readystatechange", "visibilitychange"];

impl<'a> Visit<'a> for Reader {
    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        let outer = self.enter(it.span.start, it.id.as_ref().map(|id| id.name.as_str()));
        walk::walk_function(self, it, flags);
        self.current = outer;
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        let outer = self.enter(it.span.start, None);
        walk::walk_arrow_function_expression(self, it);
        self.current = outer;
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        let start = it.init.as_ref().map(|init| init.get_inner_expression().span().start);
        if let (BindingPatternKind::BindingIdentifier(name), Some(start)) = (&it.id.kind, start) {
            self.names.insert(start, name.name.to_string());
        }
        walk::walk_variable_declarator(self, it);
    }

    /// Making one of a class runs its constructor.
    fn visit_class(&mut self, it: &Class<'a>) {
        for element in &it.body.body {
            let ClassElement::MethodDefinition(method) = element else { continue };
            if let (MethodDefinitionKind::Constructor, Some(id)) = (method.kind, &it.id) {
                self.names.insert(method.value.span.start, id.name.to_string());
            }
        }
        walk::walk_class(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.run(&it.callee);
        walk::walk_new_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.run(&it.callee);
        let called = match it.callee.get_inner_expression() {
            Expression::Identifier(name) => name.name.as_str(),
            Expression::StaticMemberExpression(member) => {
                if matches!(member.property.name.as_str(), "call" | "apply") {
                    self.run(&member.object);
                }
                member.property.name.as_str()
            }
            _ => "",
        };
        let is_told = || match it.arguments.first() {
            Some(Argument::StringLiteral(event)) => EVENTS.contains(&event.value.as_str()),
            _ => false,
        };
        if CALLERS.contains(&called) || called == "addEventListener" && is_told() {
            it.arguments.iter().filter_map(Argument::as_expression).for_each(|argument| self.run(argument));
        }
        walk::walk_call_expression(self, it);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        if let Some(store) = bare(&it.name) {
            self.touch(store, it.span);
        }
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        match of_member(it) {
            Some(store) => self.touch(store, it.span),
            None => walk::walk_static_member_expression(self, it),
        }
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        if it.operator != UnaryOperator::Typeof || store(&it.argument).is_none() {
            walk::walk_unary_expression(self, it);
        }
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        if !self.ask(&it.test) {
            self.visit_expression(&it.test);
        }
        self.visit_statement(&it.consequent);
        if let Some(other) = &it.alternate {
            self.visit_statement(other);
        }
    }

    fn visit_conditional_expression(&mut self, it: &ConditionalExpression<'a>) {
        if !self.ask(&it.test) {
            self.visit_expression(&it.test);
        }
        self.visit_expression(&it.consequent);
        self.visit_expression(&it.alternate);
    }

    fn visit_logical_expression(&mut self, it: &LogicalExpression<'a>) {
        if !self.ask(&it.left) {
            self.visit_expression(&it.left);
        }
        self.visit_expression(&it.right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stores(script: &str) -> Vec<&'static str> {
        let context = ScriptContext::new(script, Place::BuiltIn("a.js"));
        context.stores_at_once().into_iter().map(|(store, _)| store).collect()
    }

    #[test]
    fn what_runs_at_once_is_found() {
        for (script, store) in [
            ("localStorage.setItem('a', 1)", "localStorage"),
            ("const seen = window.sessionStorage.getItem('seen')", "sessionStorage"),
            ("document.cookie = 'a=1'", "cookie"),
            ("if (!/a=/.test(document.cookie)) { go() }", "cookie"),
            ("const open = indexedDB.open('a', 1)", "indexedDB"),
            ("caches.open('v1').then(cache => cache.add('/'))", "caches"),
            ("(function () { localStorage.a = 1 })()", "localStorage"),
            ("!function () { localStorage.a = 1 }.call(this)", "localStorage"),
            ("(() => { const keep = () => localStorage.a; keep() })()", "localStorage"),
            ("start(); function start() { more() } function more() { localStorage.clear() }", "localStorage"),
            ("addEventListener('DOMContentLoaded', () => localStorage.clear())", "localStorage"),
            ("window.addEventListener(\"load\", start); function start() { document.cookie = 'a' }", "cookie"),
            ("['a'].forEach(name => { localStorage[name] = 1 })", "localStorage"),
            ("class Keep { constructor() { localStorage.a = 1 } } new Keep()", "localStorage"),
            ("class Keep { static { localStorage.a = 1 } }", "localStorage"),
            ("var get = (name, from = localStorage) => from.getItem(name); get('a')", "localStorage"),
        ] {
            assert_eq!(stores(script), [store], "{script}");
        }
    }

    #[test]
    fn what_a_reader_must_ask_for_is_not() {
        for script in [
            "",
            "button.addEventListener('click', () => localStorage.setItem('a', 1))",
            "button.onclick = function () { document.cookie = 'a=1' }",
            "function keep() { localStorage.a = 1 }",
            "export class Keep { keep() { localStorage.a = 1 } }",
            "if (window.localStorage) { show() }",
            "const can = typeof localStorage !== 'undefined' && 'indexedDB' in window",
            "// localStorage.setItem('a', 1)\nconst words = 'document.cookie'",
            "function a() { function keep() { localStorage.a = 1 } } function b() { keep() } b()",
            "const caches = {}; caches.other = 1; const cookie = document.cookies",
            "localStorage.setItem('a', 1",
        ] {
            assert_eq!(stores(script), Vec::<&str>::new(), "{script}");
        }
    }

    #[test]
    fn no_script_is_too_much() {
        for (start, again, end) in [
            ("localStorage;", "(", ""),
            ("localStorage;", "!", "x"),
            ("localStorage;", "x=", "1"),
            ("localStorage;", "a=>", "1"),
            ("localStorage;", "a?b:", "c"),
            ("localStorage;", "if(1)", ";"),
            ("localStorage;", "if(1){}else ", ";"),
            ("localStorage;a", ".a", ""),
            ("localStorage;a", "+a", ""),
            ("localStorage;", "`${", ""),
            ("localStorage;", "new ", "a"),
            ("localStorage;", "typeof ", "a"),
        ] {
            for length in [SMALL, LARGEST] {
                let script = format!("{start}{}{end}", again.repeat((length - 20) / again.len()));
                assert!(script.len() <= length);
                assert!(stores(&script).len() <= 1, "{again}");
            }
        }
    }
}
