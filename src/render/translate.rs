//! The function `t` of templates: messages with arguments.

use fluent_bundle::FluentArgs;
use tera::{Kwargs, Value};

use super::messages::{Messages, fluent_value};

/// Stand around an argument that is a name while its message is formatted; letters of the private use area.
const NAME: [char; 2] = ['\u{e5c1}', '\u{e5c2}'];

/// The function `t` of templates: a message with arguments, in the language named.
///
/// `keep="name"` says that the argument `name` is a name, or a text in the main language: no translator may change it,
/// and it runs in its own direction. `keep_lang` is its language where that is another one, or empty where it is that of
/// the message.
pub(super) fn translate(messages: &Messages, main: &str, args: &Kwargs) -> tera::TeraResult<Value> {
    let key: String = args.must_get("key")?;
    let language: String = args.must_get("lang")?;
    let keep: Option<String> = args.get("keep")?;
    let keep_language: Option<String> = args.get("keep_lang")?;
    let mut fluent = FluentArgs::new();
    for (name, value) in args.iter() {
        let name = name.to_string();
        if keep.as_ref() == Some(&name) {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            fluent.set(name, format!("{}{text}{}", NAME[0], NAME[1]));
        } else if !matches!(name.as_str(), "key" | "lang" | "keep" | "keep_lang") {
            fluent.set(name, fluent_value(value));
        }
    }
    let Some(text) = messages.format(&language, &key, Some(&fluent)) else {
        return Err(tera::Error::message(format!("there is no message `{key}` that takes these arguments")));
    };
    if keep.is_none() {
        return Ok(Value::from(text.as_str()));
    }
    let opening = match keep_language.as_deref().unwrap_or(main) {
        own if own.is_empty() || own == language => "<bdi translate=\"no\">".to_owned(),
        other => format!("<bdi translate=\"no\" lang=\"{other}\">"),
    };
    let mut escaped = Vec::with_capacity(text.len());
    tera::escape_html(&text, &mut escaped).map_err(|error| tera::Error::message(error.to_string()))?;
    let html = String::from_utf8_lossy(&escaped).replace(NAME[0], &opening).replace(NAME[1], "</bdi>");
    Ok(Value::safe_string(&html))
}
