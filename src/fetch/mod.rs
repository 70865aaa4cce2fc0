//! Asks other servers whether the pages that a site links to are still there, for `signpost check --external`.
//!
//! A server is asked one thing at a time, with a pause between, and `HEAD` before `GET`; what it said is kept in a cache, so
//! that a second run asks for little. Nothing here knows what a finding is: rules see the answers
//! ([`crate::model::LinkAnswer`]). A build never comes here.

mod cache;
mod client;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use cache::{Cache, Kept};
pub use client::Client;

use crate::model::LinkAnswer;

/// How long the program waits, and for what.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Between two requests to the same host.
    pub pause: Duration,
    /// Before the second try; the third waits three times as long.
    pub retry: Duration,
    /// For one answer.
    pub timeout: Duration,
    /// The most hosts that are asked at once.
    pub hosts: usize,
    /// How many days an answer is believed without asking again.
    pub fresh_days: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pause: Duration::from_millis(500),
            retry: Duration::from_secs(1),
            timeout: Duration::from_secs(15),
            hosts: 8,
            fresh_days: 7,
        }
    }
}

/// What came of asking.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The answers by address.
    pub answers: BTreeMap<String, LinkAnswer>,
    /// How many addresses were asked now.
    pub asked: usize,
    /// How many answers came from the cache, as they were fresh.
    pub kept: usize,
    /// Set where no server at all could be reached: answers are as old as the cache.
    pub offline: Option<Offline>,
}

/// What is known without a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    /// How many answers are older than they should be.
    pub stale: usize,
    /// The day of the oldest of them.
    pub oldest: Option<Date>,
    /// How many addresses nobody ever asked.
    pub unknown: usize,
}

/// Asks for every address that the cache has no fresh answer for, and takes the answers into it.
pub fn ask(addresses: &[String], cache: &mut Cache, now: Timestamp, limits: &Limits) -> Asked {
    let mut asked = Asked::default();
    let mut by_host: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        // What stands after `#` is the browser's own matter.
        let page = address.split('#').next().unwrap_or(address);
        match cache.fresh(page, now, limits.fresh_days) {
            Some(_) => asked.kept += 1,
            None => {
                let pages = by_host.entry(host(page)).or_default();
                if !pages.contains(&page) {
                    pages.push(page);
                }
            }
        }
    }
    let hosts: Vec<(&str, Vec<&str>)> = by_host.into_iter().collect();
    let heard = ask_hosts(&hosts, limits);
    asked.asked = heard.len();
    let reached = |answer: &LinkAnswer| !matches!(answer, LinkAnswer::Unreached(_));
    let is_offline = !heard.is_empty() && !heard.iter().any(|(_, answer)| reached(answer));
    if is_offline {
        asked.offline = Some(Offline::default());
    } else {
        for (address, answer) in heard {
            cache.keep(address, answer, now);
        }
    }
    for address in addresses {
        let page = address.split('#').next().unwrap_or(address);
        let known = cache.known(page);
        if let Some(offline) = &mut asked.offline
            && cache.fresh(page, now, limits.fresh_days).is_none()
        {
            match known {
                Some(kept) => {
                    offline.stale += 1;
                    let day = Timestamp::from_second(kept.at).ok().map(|at| at.to_zoned(TimeZone::UTC).date());
                    offline.oldest = [offline.oldest, day].into_iter().flatten().min();
                }
                None => offline.unknown += 1,
            }
        }
        if let Some(kept) = known {
            asked.answers.insert(address.clone(), kept.answer.clone());
        }
    }
    asked
}

/// After so many addresses of a server in a row that could not be reached, its others are not tried.
const MOST_IN_VAIN: usize = 2;

/// Where so many addresses could not be reached and none could, there is no network.
const MOST_AWAY: usize = 16;

/// Asks several hosts at once, each for its pages one after another.
fn ask_hosts<'a>(hosts: &[(&str, Vec<&'a str>)], limits: &Limits) -> Vec<(&'a str, LinkAnswer)> {
    let (next, heard) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let (any, away) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..limits.hosts.clamp(1, hosts.len().max(1)) {
            scope.spawn(|| {
                while let Some((_, pages)) = hosts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let client = Client::new(limits);
                    let mut in_vain = 0;
                    for page in pages {
                        let is_offline = !any.load(Ordering::Relaxed) && away.load(Ordering::Relaxed) >= MOST_AWAY;
                        let answer = match in_vain {
                            _ if is_offline => LinkAnswer::Unreached("no server could be reached".into()),
                            MOST_IN_VAIN.. => LinkAnswer::Unreached("its server could not be reached".into()),
                            _ => client.ask(page),
                        };
                        if matches!(answer, LinkAnswer::Unreached(_)) {
                            in_vain += 1;
                            away.fetch_add(1, Ordering::Relaxed);
                        } else {
                            in_vain = 0;
                            any.store(true, Ordering::Relaxed);
                        }
                        heard.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((*page, answer));
                    }
                }
            });
        }
    });
    let mut heard = heard.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    // Threads end in any order; what is written is the same each time.
    heard.sort_by_key(|(address, _)| *address);
    heard
}

/// The host of an address, with its port.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
