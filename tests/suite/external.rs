//! Links to other sites, asked for at a server of our own on the loopback: nothing here reaches a network.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use signpost::fetch::{Asked, Cache, Limits, ask};
use signpost::model::LinkAnswer;

/// A server that answers by the path it is asked for, and remembers what it was asked.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it listens"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (known, own) = (Arc::clone(&asked), address.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (known, own) = (Arc::clone(&known), own.clone());
                std::thread::spawn(move || answer(stream, &known, &own));
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The method and path of every request so far.
    fn requests(&self) -> Vec<String> {
        self.asked.lock().expect("no thread fell over").iter().map(|(line, _)| line.clone()).collect()
    }
}

fn answer(mut stream: TcpStream, asked: &Mutex<Vec<(String, Instant)>>, own: &str) {
    let mut reader = BufReader::new(stream.try_clone().expect("it is open"));
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let request = line.trim_end().rsplit_once(' ').map_or("", |(request, _)| request).to_owned();
        while reader.read_line(&mut line).unwrap_or(0) > 2 {}
        let times = {
            let mut asked = asked.lock().expect("no thread fell over");
            asked.push((request.clone(), Instant::now()));
            asked.iter().filter(|(known, _)| *known == request).count()
        };
        let (status, more) = match request.as_str() {
            "HEAD /fine" | "GET /no-head" => ("200 OK", String::new()),
            "HEAD /moved" => ("301 Moved Permanently", format!("Location: {own}/fine\r\n")),
            "HEAD /moved-twice" => ("308 Permanent Redirect", "Location: /moved\r\n".into()),
            "HEAD /for-now" => ("302 Found", "Location: /moved\r\n".into()),
            "HEAD /circle" => ("301 Moved Permanently", "Location: /circle\r\n".into()),
            "HEAD /no-head" => ("405 Method Not Allowed", String::new()),
            "HEAD /forbidden" | "GET /forbidden" => ("403 Forbidden", String::new()),
            "HEAD /busy" if times < 2 => ("503 Service Unavailable", "Retry-After: 0\r\n".into()),
            "HEAD /busy" => ("200 OK", String::new()),
            "HEAD /broken" | "GET /broken" => ("500 Internal Server Error", String::new()),
            _ => ("404 Not Found", String::new()),
        };
        let reply = format!("HTTP/1.1 {status}\r\n{more}Content-Length: 0\r\n\r\n");
        if stream.write_all(reply.as_bytes()).is_err() {
            return;
        }
    }
}

fn limits() -> Limits {
    Limits {
        pause: Duration::from_millis(20),
        retry: Duration::from_millis(10),
        timeout: Duration::from_secs(5),
        ..Limits::default()
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("a moment that the calendar knows")
}

fn asked(addresses: &[String], cache: &mut Cache, now: Timestamp) -> Asked {
    ask(addresses, cache, now, &limits())
}

/// A port that nothing listens at.
fn closed() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    format!("http://{}/", listener.local_addr().expect("it listens"))
}

#[test]
fn every_kind_of_answer_is_understood() {
    let server = Server::start();
    let fine = server.url("/fine");
    let expected: BTreeMap<&str, LinkAnswer> = BTreeMap::from([
        ("/fine", LinkAnswer::Fine),
        ("/moved", LinkAnswer::Moved(fine.clone())),
        ("/moved-twice", LinkAnswer::Moved(fine.clone())),
        ("/for-now", LinkAnswer::Fine),
        ("/no-head", LinkAnswer::Fine),
        ("/busy", LinkAnswer::Fine),
        ("/forbidden", LinkAnswer::Unsure(403)),
        ("/gone", LinkAnswer::Broken("the server says that there is no such page (404)".into())),
        ("/broken", LinkAnswer::Broken("the server fails (500)".into())),
        ("/circle", LinkAnswer::Broken("it leads in a circle, or through more than 10 addresses".into())),
    ]);
    let addresses: Vec<String> = expected.keys().map(|path| server.url(path)).collect();
    let asked = asked(&addresses, &mut Cache::default(), now());
    for (path, answer) in &expected {
        assert_eq!(asked.answers.get(&server.url(path)), Some(answer), "{path}");
    }
    assert!(asked.offline.is_none());
}

#[test]
fn a_host_is_asked_one_thing_at_a_time_with_a_pause() {
    let server = Server::start();
    let addresses = ["/fine", "/fine?2", "/fine#part", "/fine"].map(|path| server.url(path));
    asked(&addresses, &mut Cache::default(), now());
    let times: Vec<Instant> = server.asked.lock().expect("no thread fell over").iter().map(|(_, time)| *time).collect();
    let requests = server.requests();
    assert_eq!(requests.iter().filter(|request| *request == "HEAD /fine").count(), 1, "{requests:?}");
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_millis(20)), "{requests:?}");
}

#[test]
fn what_was_good_is_not_asked_again_for_some_days_and_what_was_bad_is() {
    let server = Server::start();
    let addresses = ["/fine", "/gone"].map(|path| server.url(path));
    let mut cache = Cache::default();
    let day = |days: i64| Timestamp::from_second(now().as_second() + days * 86_400).expect("a moment");
    asked(&addresses, &mut cache, day(0));
    let again = asked(&addresses, &mut cache, day(6));
    assert_eq!((again.asked, again.kept), (1, 1));
    let later = asked(&addresses, &mut cache, day(8));
    assert_eq!((later.asked, later.kept), (2, 0));
    assert!(matches!(later.answers.get(&server.url("/gone")), Some(LinkAnswer::Broken(_))));
}

#[test]
fn without_a_network_old_answers_stand_and_are_told_as_old() {
    let (address, other) = (closed(), closed());
    let mut cache = Cache::default();
    cache.keep(&address, LinkAnswer::Moved("https://new.example/".into()), now());
    let later = Timestamp::from_second(now().as_second() + 20 * 86_400).expect("a moment");
    let asked = asked(&[address.clone(), other.clone()], &mut cache, later);
    let offline = asked.offline.expect("nothing answers");
    assert_eq!((offline.stale, offline.unknown), (1, 1));
    assert_eq!(offline.oldest.map(|day| day.to_string()).as_deref(), Some("2026-09-21"));
    assert!(matches!(asked.answers.get(&address), Some(LinkAnswer::Moved(_))), "{:?}", asked.answers);
    assert_eq!(asked.answers.get(&other), None);
}

#[test]
fn one_server_that_cannot_be_reached_is_told_while_another_answers() {
    let (server, dead) = (Server::start(), closed());
    let asked = asked(&[server.url("/fine"), dead.clone()], &mut Cache::default(), now());
    assert!(asked.offline.is_none());
    assert!(matches!(asked.answers.get(&dead), Some(LinkAnswer::Unreached(_))), "{:?}", asked.answers);
}

#[test]
fn a_cache_that_was_broken_is_asked_for_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(".signpost/links.json");
    let mut cache = Cache::default();
    cache.keep("https://a.example/", LinkAnswer::Fine, now());
    cache.write(&path, now()).expect("it can be written");
    assert_eq!(Cache::read(&path), cache);
    assert!(folder.path().join(".signpost/.gitignore").is_file());
    for broken in ["", "{", "{\"version\":2,\"answers\":{}}", "[]"] {
        std::fs::write(&path, broken).expect("it can be written");
        assert_eq!(Cache::read(&path), Cache::default(), "{broken}");
    }
    assert_eq!(Cache::read(Path::new("/no/such/file")), Cache::default());
}

#[test]
fn check_external_points_at_the_link_and_a_plain_check_asks_nobody() {
    let server = Server::start();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    };
    let exit = server.url("/fine");
    write(
        "site.toml",
        &format!(
            "title = \"C\"\nbase_url = \"https://c.example/\"\n[help]\nphone = \"01632 960000\"\n[sensitive]\nexit = \"{exit}\"\n"
        ),
    );
    write("content/data/contacts.yaml", &format!("hub:\n  name: The Hub\n  website: {}\n", server.url("/moved")));
    let body = format!(
        "---\ntitle: Home\n---\n[A good page]({}).\n\n[A lost page]({}).\n\n<!-- allow dead-link: it opens in spring -->\n[A page to come]({}).\n",
        server.url("/fine"),
        server.url("/gone"),
        server.url("/not-yet"),
    );
    write("content/_index.md", &body);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
        command
            .arg("check")
            .args(arguments)
            .current_dir(folder.path())
            .env("NO_PROXY", "*")
            .env_remove("HTTP_PROXY")
            .env_remove("http_proxy")
            .env_remove("ALL_PROXY");
        let output = command.output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
        (text(output.stdout), text(output.stderr))
    };
    let (plain, _) = run(&["--format", "short"]);
    assert!(server.requests().is_empty(), "{:?}", server.requests());
    assert!(!plain.contains("stale-allowance"), "nothing is known of links without asking: {plain}");
    let (found, told) = run(&["--format", "short", "--external"]);
    assert!(found.contains("content/_index.md:6:1: warning[dead-link]: nothing is at"), "{found}{told}");
    assert!(found.contains("content/data/contacts.yaml:1:1: advice[moved-link]"), "{found}{told}");
    assert_eq!(found.matches("dead-link").count(), 1, "{found}{told}");
    assert!(told.contains("1 allowed in place") && told.contains("4 addresses of other sites: 4 asked for"), "{told}");
    let before = server.requests().len();
    let (_, told) = run(&["--format", "short", "--external"]);
    assert!(told.contains("2 asked for, 2 known"), "{told}");
    assert!(server.requests()[before..].iter().all(|request| !request.ends_with("/fine")), "{:?}", server.requests());
}
