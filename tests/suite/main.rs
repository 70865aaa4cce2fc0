//! The test suite: one binary, one module for each kind of test. `tests/README.md` says how to run one case, how to
//! update what is expected, and how to read a failure.

mod changes;
mod cli;
mod corpus;
mod exchange;
mod external;
mod fresh;
mod handouts;
mod harness;
mod hidden;
mod history;
mod large_files;
mod markdown;
mod near;
mod open_data;
mod outline;
mod properties;
mod records;
mod rules;
mod schema;
mod search;
mod sites;
mod structured;
mod tables;
mod themes;
mod tidy;
