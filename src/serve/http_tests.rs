//! Tests of the answers, asked in this process.

use std::sync::RwLock;

use super::*;
use crate::serve::Finding;
use crate::sink::{Memory, Sink};
use crate::source::Files;

fn served(base_path: &str, is_production: bool) -> Arc<Served> {
    let mut sink = Memory::new();
    let mut files = Files::default();
    let video = files.intern("content/bsl/home.mp4");
    let page = b"<!doctype html><html><body><h1>Hub</h1></body></html>".to_vec();
    for (path, body) in [
        ("index.html", Body::Bytes(page.clone())),
        ("services/hub/index.html", Body::Bytes(page.clone())),
        ("404.html", Body::Bytes(page)),
        ("bsl/home.mp4", Body::Copy(video)),
        ("a b.txt", Body::Bytes(b"0123456789".to_vec())),
    ] {
        sink.put(path, body).expect("the path is good");
    }
    sink.commit().expect("memory does not fail");
    let finding = Finding {
        severity: crate::diagnostic::Severity::Error,
        rule: "missing-alt-text".into(),
        message: "image has no <alt>".into(),
        place: Some("content/services/hub.md:3:1".into()),
        help: None,
        pages: vec!["/services/hub/".into()],
    };
    let site = crate::source::Memory::new(
        [("content/bsl/home.mp4".to_owned(), b"0123456789".to_vec())],
        jiff::Timestamp::UNIX_EPOCH,
    );
    Arc::new(Served {
        sources: Arc::new(site),
        is_production,
        shown: RwLock::new(Arc::new(Preview {
            files: sink.published(),
            paths: Arc::new(files),
            findings: vec![finding],
            base_path: base_path.into(),
            trouble: None,
        })),
        number: tokio::sync::watch::Sender::new(7),
    })
}

fn ask_as(served: &Arc<Served>, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Answer::empty()).expect("a request");
        let response = answer(State(Arc::clone(served)), request).await;
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 20).await.expect("a body");
        (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
    })
}

fn ask(path: &str) -> (StatusCode, HeaderMap, String) {
    ask_as(&served("/", false), path, &[("host", "127.0.0.1:8000")])
}

#[test]
fn only_this_machine_under_its_own_name_is_answered() {
    let served = served("/", false);
    for host in ["127.0.0.1:8000", "localhost:8000", "localhost", "LOCALHOST:9"] {
        assert_eq!(ask_as(&served, "/", &[("host", host)]).0, StatusCode::OK, "{host}");
    }
    for host in
        ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "x:y"]
    {
        assert_eq!(ask_as(&served, "/", &[("host", host)]).0, StatusCode::FORBIDDEN, "{host}");
    }
    assert_eq!(ask_as(&served, "/", &[]).0, StatusCode::FORBIDDEN);
}

#[test]
fn paths_that_leave_the_site_are_refused() {
    for path in [
        "/../site.toml",
        "/a/../../site.toml",
        "/%2e%2e/site.toml",
        "/%2E%2E/site.toml",
        "/.%2e/site.toml",
        "/a%00.html",
        "/a%2f..%2fb",
        "/..%5csite.toml",
        "/%zz",
        "/%f",
        "/%ff",
        "/./index.html",
        "//evil.example/",
        "/a%0ab",
    ] {
        assert_eq!(super::path(path), None, "{path}");
        assert_eq!(ask(path).0, StatusCode::BAD_REQUEST, "{path}");
    }
    assert_eq!(super::path("/pl/%C5%BC%C3%B3%C5%82w/").as_deref(), Some("/pl/żółw/"));
}

#[test]
fn folders_lead_to_their_page_and_what_is_not_there_gets_the_sites_own_page() {
    assert_eq!(ask("/services/hub/").0, StatusCode::OK);
    let (status, headers, _) = ask("/services/hub");
    assert_eq!((status, headers["location"].to_str().ok()), (StatusCode::FOUND, Some("/services/hub/")));
    let (status, headers, body) = ask("/nothing/");
    assert_eq!(
        (status, headers["content-type"].to_str().ok()),
        (StatusCode::NOT_FOUND, Some("text/html; charset=utf-8"))
    );
    assert!(body.contains("Hub"));
    assert_eq!(ask("/a%20b.txt").2, "0123456789");
}

#[test]
fn a_site_in_a_subfolder_is_served_there() {
    let served = served("/carers/", false);
    let host = [("host", "localhost")];
    assert_eq!(ask_as(&served, "/carers/services/hub/", &host).0, StatusCode::OK);
    assert!(ask_as(&served, "/carers/services/hub/", &host).2.contains("missing-alt-text"));
    assert_eq!(ask_as(&served, "/", &host).1["location"], "/carers/");
}

#[test]
fn findings_stand_beside_their_page_only_and_are_escaped() {
    let (_, _, hub) = ask("/services/hub/");
    assert!(hub.contains("image has no &lt;alt&gt;") && hub.contains("content/services/hub.md:3:1"), "{hub}");
    assert!(hub.contains("data-build=\"7\"") && hub.ends_with("</body></html>"), "{hub}");
    let (_, _, home) = ask("/");
    assert!(!home.contains("image has no") && home.contains("/__signpost/"), "{home}");
    assert!(ask("/__signpost/").2.contains("href=\"/services/hub/\""));
    let production = ask_as(&served("/", true), "/services/hub/", &[("host", "localhost")]).2;
    assert!(!production.contains("signpost/"), "{production}");
}

#[test]
fn videos_are_sent_in_parts_with_their_type() {
    let served = served("/", false);
    let part = |path: &str, range: &str| ask_as(&served, path, &[("host", "localhost"), ("range", range)]);
    for path in ["/bsl/home.mp4", "/a%20b.txt"] {
        let (status, headers, body) = part(path, "bytes=2-4");
        assert_eq!((status, body.as_str()), (StatusCode::PARTIAL_CONTENT, "234"));
        assert_eq!(headers["content-range"], "bytes 2-4/10");
        assert_eq!(headers["content-length"], "3");
        let (status, headers, _) = part(path, "bytes=10-");
        assert_eq!(
            (status, headers["content-range"].to_str().ok()),
            (StatusCode::RANGE_NOT_SATISFIABLE, Some("bytes */10"))
        );
        assert_eq!(part(path, "bytes=-2").2, "89");
    }
    let (status, headers, body) = ask("/bsl/home.mp4");
    assert_eq!(
        (status, body.as_str(), headers["content-type"].to_str().ok()),
        (StatusCode::OK, "0123456789", Some("video/mp4"))
    );
    assert_eq!(headers["accept-ranges"], "bytes");
}

#[test]
fn every_answer_has_strict_headers_and_only_reading_is_allowed() {
    for path in ["/", "/nothing", "/__signpost/", "/__signpost/reload.js", "/..%2f"] {
        let headers = ask(path).1;
        assert_eq!(headers["content-security-policy"], preview_policy(), "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
        assert!(!headers.contains_key("access-control-allow-origin"));
    }
    let mut headers = HeaderMap::new();
    headers.insert("host", HeaderValue::from_static("localhost"));
    let refused = refusal(&Method::POST, &headers).map(|response| response.status());
    assert_eq!(refused, Some(StatusCode::METHOD_NOT_ALLOWED));
}
