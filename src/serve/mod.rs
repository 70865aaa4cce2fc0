//! Shows a site on this machine while it is written: serves a memory sink, and builds again when sources change.
//!
//! Nothing here knows how a site is made: `run` is given what to show first and a function that makes the next.
//! Only this machine can ask (`http`), and what is added to pages for the editor (`panel`) is never in a built site.

mod content_types;
mod http;
mod panel;
mod range;
mod watch;

pub use watch::Changes;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch as channel;

use crate::diagnostic::Severity;
use crate::sink::Published;
use crate::source::{Files, Sources};

/// How many ports are tried after the one that is taken.
const MORE_PORTS: u16 = 50;

/// What is shown between two changes.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The finished files.
    pub files: Published,
    /// The paths behind those that are copies.
    pub paths: Arc<Files>,
    /// What was found, in order.
    pub findings: Vec<Finding>,
    /// The path below which the site lies, with a slash at both ends.
    pub base_path: String,
    /// Why nothing new could be made, such as a `site.toml` that cannot be read.
    pub trouble: Option<String>,
}

/// A finding as the panel shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The rule's name.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// File, line and column, where there is a place.
    pub place: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// Addresses of the pages it stands on.
    pub pages: Vec<String>,
}

/// What every answer is made from.
struct Served {
    sources: Arc<dyn Sources>,
    /// Leaves pages exactly as readers would get them: no panel, no reloading.
    is_production: bool,
    shown: RwLock<Arc<Preview>>,
    /// Numbers what is shown; open pages listen to it.
    number: channel::Sender<u64>,
}

impl Served {
    fn shown(&self) -> Arc<Preview> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn show(&self, preview: Preview) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(preview);
        self.number.send_modify(|number| *number += 1);
    }
}

/// Takes a port of this machine, which nobody else on the network can reach: the one wanted, or the next that is free.
///
/// # Errors
/// When that port and those after it are taken.
pub fn bind(port: u16) -> io::Result<TcpListener> {
    let mut last = None;
    for port in port..=port.saturating_add(MORE_PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
}

/// Serves until the person stops the program.
///
/// `ready` is called once answers are given. `rebuild` is called with the paths that changed and gives what to show
/// next.
///
/// # Errors
/// When the system gives no threads or takes the port back.
pub fn run(
    listener: TcpListener,
    sources: Arc<dyn Sources>,
    is_production: bool,
    first: Preview,
    changes: Changes,
    rebuild: impl FnMut(&[String]) -> Preview + Send + 'static,
    ready: impl FnOnce(),
) -> io::Result<()> {
    // Numbers begin at the clock, so that a page left open by an earlier run sees that this one is another.
    let number = u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or(0);
    let served = Arc::new(Served {
        sources,
        is_production,
        shown: RwLock::new(Arc::new(first)),
        number: channel::Sender::new(number),
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    listener.set_nonblocking(true)?;
    let router = http::router(Arc::clone(&served));
    runtime.spawn(async move {
        match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => axum::serve(listener, router).await,
            Err(error) => Err(error),
        }
    });
    ready();
    std::thread::Builder::new()
        .name("signpost-rebuild".into())
        .stack_size(16 << 20)
        .spawn(move || follow(&served, changes, rebuild))?;
    let stopped = runtime.block_on(tokio::signal::ctrl_c());
    runtime.shutdown_background();
    stopped
}

/// Builds again after every change. What changes during a build waits and starts the next one.
fn follow(served: &Served, mut changes: Changes, mut rebuild: impl FnMut(&[String]) -> Preview) {
    while let Some(changed) = changes.wait() {
        served.show(rebuild(&changed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_gives_the_next_and_only_this_machine_is_answered() {
        let first = bind(18_000).expect("one of fifty ports is free");
        let port = first.local_addr().expect("it is bound").port();
        let second = bind(port).expect("one of fifty ports is free").local_addr().expect("it is bound");
        assert!(second.port() > port);
        assert!(second.ip().is_loopback());
    }
}
