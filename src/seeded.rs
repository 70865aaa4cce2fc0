//! How property tests get their cases: the same ones at every run, so that a failure is there again tomorrow.
//!
//! `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more cases and for others. A failing one is printed in its smallest
//! form and kept in no file: it becomes a test of its own.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// So many cases, always the same.
pub fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_122),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
