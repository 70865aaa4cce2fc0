//! Asks one host, politely: a pause between requests, `HEAD` first, a second and third try where a server may be busy.

use std::cell::Cell;
use std::time::{Duration, Instant};

use ureq::http::{Response, Uri};
use ureq::{Agent, Body};

use super::Limits;
use crate::model::LinkAnswer;

/// The most redirects that are followed; browsers give up at 20.
const MOST_REDIRECTS: usize = 10;
/// The most tries for one address.
const TRIES: u32 = 3;
/// A server that asks for more patience than this is left alone.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Asks the addresses of one host.
pub struct Client {
    agent: Agent,
    limits: Limits,
    last: Cell<Option<Instant>>,
}

/// What a server said to one request.
struct Reply {
    status: u16,
    location: Option<String>,
    retry_after: Option<Duration>,
}

impl Client {
    /// Makes one.
    pub fn new(limits: &Limits) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(limits.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!(
                "Signpost/",
                env!("CARGO_PKG_VERSION"),
                " (checks links of a site before it is published)"
            ))
            .build();
        Self { agent: config.into(), limits: limits.clone(), last: Cell::new(None) }
    }

    /// Asks for an address, and follows where it leads.
    pub fn ask(&self, address: &str) -> LinkAnswer {
        let (mut at, mut moved, mut is_lasting) = (address.to_owned(), None, true);
        for _ in 0..=MOST_REDIRECTS {
            let reply = match self.patiently(&at) {
                Ok(reply) => reply,
                Err(why) => return LinkAnswer::Unreached(why),
            };
            match (reply.status, reply.location) {
                (301 | 302 | 303 | 307 | 308, Some(location)) => {
                    let Some(next) = join(&at, &location) else {
                        return LinkAnswer::Broken(format!("it leads to `{location}`, which is no address"));
                    };
                    // A page that is elsewhere for now keeps its address, and so does all that comes after it.
                    is_lasting &= matches!(reply.status, 301 | 308);
                    if is_lasting {
                        moved = Some(next.clone());
                    }
                    at = next;
                }
                (200..=299, _) => return moved.map_or(LinkAnswer::Fine, LinkAnswer::Moved),
                (404 | 410, _) => {
                    return LinkAnswer::Broken(format!(
                        "the server says that there is no such page ({})",
                        reply.status
                    ));
                }
                // These are said to programs more often than to people.
                (401 | 403 | 405 | 406 | 408 | 425 | 429 | 451 | 503 | 999, _) => {
                    return LinkAnswer::Unsure(reply.status);
                }
                (status @ 500..=599, _) => return LinkAnswer::Broken(format!("the server fails ({status})")),
                (status, _) => return LinkAnswer::Broken(format!("the server refuses it ({status})")),
            }
        }
        LinkAnswer::Broken(format!("it leads in a circle, or through more than {MOST_REDIRECTS} addresses"))
    }

    /// Asks again where a server may be busy, or the network was away for a moment.
    fn patiently(&self, address: &str) -> Result<Reply, String> {
        let mut wait = self.limits.retry;
        for attempt in 1.. {
            let reply = self.gently(address);
            let asks_to_wait = reply.as_ref().ok().and_then(|reply| reply.retry_after);
            let is_worth_it = match &reply {
                Ok(reply) => matches!(reply.status, 408 | 429 | 500 | 502 | 503 | 504),
                Err(_) => true,
            };
            let longer = asks_to_wait.unwrap_or(wait);
            if !is_worth_it || attempt == TRIES || longer > LONGEST_WAIT {
                return reply;
            }
            std::thread::sleep(longer);
            wait *= 3;
        }
        Err("it was not tried".into())
    }

    /// `HEAD`, and `GET` where a server does not know better.
    fn gently(&self, address: &str) -> Result<Reply, String> {
        let head = self.request("HEAD", address)?;
        match head.status {
            // Some say that a page is gone, or fail, when only its head is asked for.
            400 | 403..=405 | 406 | 410 | 500 | 501 => self.request("GET", address),
            _ => Ok(head),
        }
    }

    fn request(&self, method: &str, address: &str) -> Result<Reply, String> {
        if let Some(last) = self.last.get() {
            std::thread::sleep(self.limits.pause.saturating_sub(last.elapsed()));
        }
        let outcome = match method {
            "HEAD" => self.agent.head(address).call(),
            _ => self.agent.get(address).call(),
        };
        self.last.set(Some(Instant::now()));
        // The body is never read: what matters is said before it.
        outcome.map(|response| reply(&response)).map_err(|error| error.to_string())
    }
}

fn reply(response: &Response<Body>) -> Reply {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    Reply {
        status: response.status().as_u16(),
        location: header("location").map(str::to_owned),
        retry_after: header("retry-after").and_then(|value| value.trim().parse().ok()).map(Duration::from_secs),
    }
}

/// The address that a `Location` names, seen from another (RFC 3986, 5.2; without `.` and `..`, which servers do not send).
fn join(from: &str, location: &str) -> Option<String> {
    let base: Uri = from.parse().ok()?;
    let (scheme, authority) = (base.scheme_str()?, base.authority()?);
    let location = location.trim();
    let whole = if location.starts_with("http://") || location.starts_with("https://") {
        location.to_owned()
    } else if let Some(rest) = location.strip_prefix("//") {
        format!("{scheme}://{rest}")
    } else if location.starts_with('/') {
        format!("{scheme}://{authority}{location}")
    } else if location.contains("://") || location.is_empty() {
        return None;
    } else {
        let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{authority}{folder}/{location}")
    };
    let whole = whole.split('#').next().unwrap_or_default().to_owned();
    whole.parse::<Uri>().ok().map(|_| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_joined_to_the_one_before() {
        for (location, whole) in [
            ("https://b.example/x#y", Some("https://b.example/x")),
            ("//b.example/x", Some("https://b.example/x")),
            ("/x?y=1", Some("https://a.example:8080/x?y=1")),
            ("x", Some("https://a.example:8080/one/x")),
            ("ftp://b.example/", None),
            ("", None),
        ] {
            assert_eq!(join("https://a.example:8080/one/two", location).as_deref(), whole, "{location}");
        }
    }
}
