//! A page: words, and nothing that a program could add up.

use super::reading::Reading;
use crate::data::Field;
use crate::model::Details;

/// No keys besides those of every page.
pub const FIELDS: &[Field] = &[];

/// No facts besides those of every page.
pub fn details(_reading: &mut Reading<'_>) -> Details {
    Details::None
}
