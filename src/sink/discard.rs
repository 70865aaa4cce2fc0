//! The sink of `check` and `search`: what is made is dropped at once.

use std::io;

use super::{Body, Sink};

/// Drops every file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Discard;

impl Sink for Discard {
    fn put(&self, _path: &str, _body: Body) -> io::Result<()> {
        Ok(())
    }

    fn commit(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn discard(&mut self) -> io::Result<()> {
        Ok(())
    }
}
