//! Answers requests: which are refused, which file a path means, and the headers of every answer.
//!
//! Any web page can make this browser ask 127.0.0.1 for something, so requests under another host's name are refused
//! (DNS rebinding), and no answer may be read or embedded by another site. Paths are looked up in the list of finished
//! files and never on the disk.

use std::convert::Infallible;
use std::io::{self, Read};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body as Answer, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::{ReceiverStream, WatchStream};

use super::content_types::content_type;
use super::range::{Asked, asked};
use super::{Preview, Served, panel};
use crate::output::preview_policy;
use crate::sink::Body;

/// How much of a file is read at a time.
const CHUNK: usize = 64 << 10;

/// Answers everything from what is shown.
pub fn router(served: Arc<Served>) -> Router {
    Router::new().fallback(answer).with_state(served)
}

async fn answer(State(served): State<Arc<Served>>, request: Request) -> Response {
    let mut response = match refusal(request.method(), request.headers()) {
        Some(refused) => refused,
        None => match path(request.uri().path()) {
            Some(path) => found(&served, &path, request.headers()).await,
            None => text(StatusCode::BAD_REQUEST, "this path is refused"),
        },
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&preview_policy()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

/// Refuses what is not a person reading on this machine.
fn refusal(method: &Method, headers: &HeaderMap) -> Option<Response> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    if !is_this_machine(host) {
        return Some(text(StatusCode::FORBIDDEN, "this server answers to 127.0.0.1 and localhost only"));
    }
    if method != Method::GET && method != Method::HEAD {
        return Some(text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered"));
    }
    None
}

/// Whether a `Host` header names this machine; the port may be another's where it is passed on.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

/// Decodes a path; nothing for one that tries to leave the site or that no honest link has.
fn path(raw: &str) -> Option<String> {
    let lower = raw.to_ascii_lowercase();
    if ["%2e", "%2f", "%5c", "%00", "\\"].iter().any(|refused| lower.contains(refused)) {
        return None;
    }
    let bytes = raw.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            let code = raw.get(at + 1..at + 3).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            decoded.push(u8::from_str_radix(code, 16).ok()?);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    let path = String::from_utf8(decoded).ok()?;
    let is_refused = path.chars().any(char::is_control)
        || path.split('/').any(|part| part == ".." || part == ".")
        || !path.starts_with('/')
        || path.starts_with("//");
    if is_refused { None } else { Some(path) }
}

async fn found(served: &Arc<Served>, path: &str, headers: &HeaderMap) -> Response {
    if let Some(rest) = path.strip_prefix("/__signpost/") {
        return own(served, rest);
    }
    let shown = served.shown();
    let Some(below) = path.strip_prefix(shown.base_path.as_str()) else {
        return leads_to(&shown.base_path);
    };
    let name = if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() };
    if shown.files.contains_key(&name) {
        return file(served, shown, &name, path, StatusCode::OK, headers).await;
    }
    if shown.files.contains_key(&format!("{name}/index.html")) {
        return leads_to(&format!("{path}/"));
    }
    if shown.files.contains_key("404.html") {
        return file(served, shown, "404.html", path, StatusCode::NOT_FOUND, headers).await;
    }
    let page = panel::missing(&shown, path, *served.number.borrow());
    html(StatusCode::NOT_FOUND, page)
}

/// What serve has besides the site.
fn own(served: &Arc<Served>, rest: &str) -> Response {
    match rest {
        "" => html(StatusCode::OK, panel::all(&served.shown(), *served.number.borrow())),
        "changes" => changes(served),
        "panel.css" => asset("panel.css", panel::STYLE),
        "reload.js" => asset("reload.js", panel::SCRIPT),
        _ => text(StatusCode::NOT_FOUND, "there is nothing here"),
    }
}

/// Tells open pages the number of what is shown, at once and after every change.
fn changes(served: &Arc<Served>) -> Response {
    let numbers = WatchStream::new(served.number.subscribe());
    let events = numbers.map(|number| Ok::<_, Infallible>(Event::default().data(number.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

async fn file(
    served: &Arc<Served>,
    shown: Arc<Preview>,
    name: &str,
    path: &str,
    status: StatusCode,
    headers: &HeaderMap,
) -> Response {
    let Some(body) = shown.files.get(name).map(Arc::clone) else {
        return text(StatusCode::NOT_FOUND, "there is nothing here");
    };
    let is_page = name.ends_with(".html") && !served.is_production;
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).map(str::to_owned);
    let response = match body.as_ref() {
        Body::Bytes(bytes) if is_page => {
            let address = path.strip_prefix(shown.base_path.trim_end_matches('/')).unwrap_or(path);
            let page = panel::with_panel(bytes, &shown, address, *served.number.borrow());
            (status, Answer::from(page)).into_response()
        }
        Body::Bytes(bytes) => part_of_bytes(bytes, status, range.as_deref()),
        Body::Copy(id) => {
            let (served, source) = (Arc::clone(served), shown.paths.path(*id).to_owned());
            tokio::task::spawn_blocking(move || part_of_file(&served, &source, range.as_deref()))
                .await
                .unwrap_or_else(|_| text(StatusCode::INTERNAL_SERVER_ERROR, "this file cannot be read"))
        }
    };
    typed(response, content_type(name))
}

fn part_of_bytes(bytes: &[u8], status: StatusCode, range: Option<&str>) -> Response {
    let length = bytes.len() as u64;
    match asked(range, length) {
        Asked::Whole => (status, [(header::ACCEPT_RANGES, "bytes")], Answer::from(bytes.to_vec())).into_response(),
        Asked::Beyond => beyond(length),
        Asked::Part(first, after) => {
            let at = |offset: u64| usize::try_from(offset).unwrap_or(bytes.len()).min(bytes.len());
            partial(first, after, length, Answer::from(bytes[at(first)..at(after)].to_vec()))
        }
    }
}

/// Reads a source file a piece at a time; its length is counted first, as a source tells no more than its bytes.
fn part_of_file(served: &Served, source: &str, range: Option<&str>) -> Response {
    let open = || served.sources.open(source);
    let Ok(length) = open().and_then(|mut file| io::copy(&mut file, &mut io::sink())) else {
        return text(StatusCode::NOT_FOUND, "this file is no longer there");
    };
    let (first, after) = match asked(range, length) {
        Asked::Whole => (0, length),
        Asked::Beyond => return beyond(length),
        Asked::Part(first, after) => (first, after),
    };
    let skipped = open().and_then(|mut file| io::copy(&mut (&mut file).take(first), &mut io::sink()).map(|_| file));
    let Ok(file) = skipped else {
        return text(StatusCode::NOT_FOUND, "this file is no longer there");
    };
    let body = streamed(file.take(after - first));
    if range.is_some() && (first, after) != (0, length) {
        return partial(first, after, length, body);
    }
    let mut response = (StatusCode::OK, [(header::ACCEPT_RANGES, "bytes")], body).into_response();
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}

fn streamed(mut file: impl Read + Send + 'static) -> Answer {
    let (sender, receiver) = tokio::sync::mpsc::channel::<io::Result<Bytes>>(4);
    tokio::task::spawn_blocking(move || {
        let mut buffer = vec![0; CHUNK];
        loop {
            let piece = match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => Ok(Bytes::copy_from_slice(&buffer[..count])),
                Err(error) => Err(error),
            };
            let is_last = piece.is_err();
            if sender.blocking_send(piece).is_err() || is_last {
                break;
            }
        }
    });
    Answer::from_stream(ReceiverStream::new(receiver))
}

fn partial(first: u64, after: u64, length: u64, body: Answer) -> Response {
    let range = format!("bytes {first}-{}/{length}", after - 1);
    let headers = [
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::CONTENT_RANGE, range),
        (header::CONTENT_LENGTH, (after - first).to_string()),
    ];
    (StatusCode::PARTIAL_CONTENT, headers, body).into_response()
}

fn beyond(length: u64) -> Response {
    (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{length}"))]).into_response()
}

fn leads_to(path: &str) -> Response {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'!'..=b'~' if !matches!(byte, b'%' | b'"' | b'<' | b'>' | b'?' | b'#') => encoded.push(byte.into()),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    (StatusCode::FOUND, [(header::LOCATION, encoded)]).into_response()
}

fn text(status: StatusCode, words: &'static str) -> Response {
    (status, format!("{words}\n")).into_response()
}

fn html(status: StatusCode, page: String) -> Response {
    typed((status, page).into_response(), content_type("index.html"))
}

fn asset(name: &str, content: &'static str) -> Response {
    typed(content.into_response(), content_type(name))
}

fn typed(mut response: Response, kind: &'static str) -> Response {
    if response.status() != StatusCode::RANGE_NOT_SATISFIABLE {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
