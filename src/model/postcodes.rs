//! Where each postcode lies: what `data/postcodes.csv` says.

use crate::data::{Point, Postcode};

/// A postcode, the area that it lies in and its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PostcodeRow {
    /// The postcode.
    pub code: Postcode,
    /// The position in `Records::areas` of the smallest area whose `gss` its row holds.
    pub area: Option<u16>,
    /// Its middle; nothing where nobody knows it, as of large users' own postcodes.
    pub point: Option<Point>,
}

/// The postcodes of a site, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Postcodes {
    rows: Vec<PostcodeRow>,
}

impl Postcodes {
    /// Takes rows in the order of postcodes, each once.
    pub fn new(rows: Vec<PostcodeRow>) -> Self {
        debug_assert!(rows.windows(2).all(|pair| pair[0].code < pair[1].code));
        Self { rows }
    }

    /// Whether there is none, and so nothing that asks for one.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All of them, in order.
    pub fn rows(&self) -> &[PostcodeRow] {
        &self.rows
    }

    /// What is known of a postcode.
    pub fn find(&self, code: Postcode) -> Option<&PostcodeRow> {
        let at = self.rows.binary_search_by(|row| row.code.cmp(&code)).ok()?;
        self.rows.get(at)
    }

    /// Those of each outward code.
    pub fn by_outward(&self) -> impl Iterator<Item = &[PostcodeRow]> {
        self.rows.chunk_by(|one, next| one.code.outward() == next.code.outward())
    }

    /// Whether any postcode has the outward code of this one.
    pub fn covers(&self, code: Postcode) -> bool {
        let outward = code.outward();
        let at = self.rows.partition_point(|row| row.code < code);
        let near = self.rows[at.saturating_sub(1)..].iter().take(2);
        near.into_iter().any(|row| row.code.outward() == outward)
    }
}
