//! Adds up the time that each stage takes, for `--timings`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Adds up the time that each stage takes, over all threads.
#[derive(Default)]
pub(super) struct Clock {
    stages: Mutex<BTreeMap<&'static str, Duration>>,
}

impl Clock {
    pub(super) fn time<T>(&self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let spent = start.elapsed();
        *self.stages.lock().unwrap_or_else(PoisonError::into_inner).entry(stage).or_default() += spent;
        result
    }

    pub(super) fn stages(&self) -> Vec<(&'static str, Duration)> {
        const ORDER: &[&str] =
            &["read", "parse", "render", "post", "minify", "check", "write", "index", "export", "open data"];
        let stages = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        ORDER.iter().filter_map(|stage| Some((*stage, *stages.get(stage)?))).collect()
    }
}
