//! The tables of the tabular form: their files and columns, as the standard names them, and in which order.
//!
//! The columns of the standard come first, all of them, so that a program made for another publisher finds each where it
//! looks for it; those behind them hold what the standard's international form has and its British one lacks.

/// A table: one kind of thing.
#[derive(Debug)]
pub(super) struct Table {
    /// What the standard calls such a thing; foreign keys name it.
    pub(super) name: &'static str,
    /// Its file below `api/csv/`.
    pub(super) file: &'static str,
    /// What a row is.
    pub(super) doc: &'static str,
    pub(super) columns: &'static [Column],
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
    /// Whether every row has a value.
    pub(super) is_required: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// The identifier of the row.
    Key,
    /// The identifier of a row of another table.
    Of(Kind),
    /// An identifier that is not looked up.
    Id,
    Text,
    Email,
    Link,
    Number,
    Day,
    Time,
    Moment,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Names a table that can have rows; its number is the table's place in [`TABLES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Organization,
    OrganizationIdentifier,
    Service,
    Url,
    Contact,
    Phone,
    Schedule,
    ServiceArea,
    CostOption,
    Language,
    Location,
    Address,
    Accessibility,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
    Attribute,
}

use Holds::{Choice, Day, Email, Id, Key, Link, Moment, Number, Of, Text, Time};

const fn may(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, is_required: false }
}

const fn must(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, is_required: true }
}

const fn key() -> Column {
    must("id", Key)
}

/// Every table, each behind those that its rows point to as far as that can be.
pub(super) const TABLES: [Table; 18] = [
    Table {
        name: "organization",
        file: "organizations.csv",
        doc: "Who provides services.",
        columns: &[
            key(),
            must("name", Text),
            must("description", Text),
            may("email", Email),
            may("website", Link),
            may("logo", Link),
            may("uri", Link),
            may("parent_organization_id", Of(Kind::Organization)),
        ],
    },
    Table {
        name: "organization_identifier",
        file: "organization_identifiers.csv",
        doc: "The number of an organisation in a register.",
        columns: &[
            key(),
            must("organization_id", Of(Kind::Organization)),
            may("identifier_scheme", Text),
            must("identifier_type", Text),
            must("identifier", Text),
        ],
    },
    Table {
        name: "service",
        file: "services.csv",
        doc: "A service.",
        columns: &[
            key(),
            may("organization_id", Of(Kind::Organization)),
            must("name", Text),
            may("description", Text),
            may("url", Link),
            may("email", Email),
            must("status", Choice(&["active", "inactive", "defunct", "temporarily closed"])),
            may("fees", Text),
            may("accreditations", Text),
            may("minimum_age", Number),
            may("maximum_age", Number),
            may("assured_date", Day),
            may("assurer_email", Email),
            may("alert", Text),
            may("last_modified", Moment),
            may("eligibility_description", Text),
            may("application_process", Text),
            may("wait_time", Text),
            may("interpretation_services", Text),
        ],
    },
    Table {
        name: "url",
        file: "urls.csv",
        doc: "Where else to read on or ask about a service; the British form has no such table.",
        columns: &[key(), must("service_id", Of(Kind::Service)), may("label", Text), must("url", Link)],
    },
    Table {
        name: "contact",
        file: "contacts.csv",
        doc: "Whom to ask about a service.",
        columns: &[
            key(),
            may("service_id", Of(Kind::Service)),
            may("name", Text),
            may("title", Text),
            may("email", Email),
        ],
    },
    Table {
        name: "phone",
        file: "phones.csv",
        doc: "A number of a contact.",
        columns: &[
            key(),
            may("contact_id", Of(Kind::Contact)),
            must("number", Text),
            may("description", Text),
            may("type", Choice(&["voice", "text"])),
        ],
    },
    Table {
        name: "schedule",
        file: "schedule.csv",
        doc: "When a service can be used, at all its places or at one.",
        columns: &[
            key(),
            may("service_id", Of(Kind::Service)),
            may("service_at_location_id", Of(Kind::ServiceAtLocation)),
            may("valid_from", Day),
            may("valid_to", Day),
            may("dtstart", Day),
            may("freq", Choice(&["WEEKLY", "MONTHLY"])),
            may("interval", Number),
            may("byday", Text),
            may("bymonthday", Text),
            may("description", Text),
            may("opens_at", Time),
            may("closes_at", Time),
            may("schedule_link", Link),
            may("attending_type", Text),
            may("notes", Text),
        ],
    },
    Table {
        name: "service_area",
        file: "service_areas.csv",
        doc: "An area that a service covers.",
        columns: &[
            key(),
            may("service_id", Of(Kind::Service)),
            may("name", Text),
            may("extent", Text),
            may("extent_type", Text),
            may("uri", Link),
            may("service_area", Text),
        ],
    },
    Table {
        name: "cost_option",
        file: "cost_options.csv",
        doc: "What a service costs.",
        columns: &[
            key(),
            must("service_id", Of(Kind::Service)),
            may("valid_from", Day),
            may("valid_to", Day),
            may("option", Text),
            may("amount", Number),
            may("amount_description", Text),
        ],
    },
    Table {
        name: "language",
        file: "languages.csv",
        doc: "A language spoken at a service, or at a number.",
        columns: &[
            key(),
            may("service_id", Of(Kind::Service)),
            may("phone_id", Of(Kind::Phone)),
            may("code", Text),
            may("name", Text),
        ],
    },
    Table {
        name: "location",
        file: "locations.csv",
        doc: "A place where services are given.",
        columns: &[
            key(),
            must("location_type", Choice(&["physical", "postal", "virtual"])),
            may("name", Text),
            may("description", Text),
            may("latitude", Number),
            may("longitude", Number),
            may("external_identifier", Text),
            may("external_identifier_type", Text),
        ],
    },
    Table {
        name: "address",
        file: "address.csv",
        doc: "The address of a place.",
        columns: &[
            key(),
            may("location_id", Of(Kind::Location)),
            may("attention", Text),
            // A part that nobody wrote is empty, and a reader of tables cannot tell that from none.
            may("address_1", Text),
            may("city", Text),
            may("region", Text),
            may("state_province", Text),
            may("postal_code", Text),
            may("country", Text),
            must("address_type", Choice(&["physical", "postal", "virtual"])),
        ],
    },
    Table {
        name: "accessibility",
        file: "accessibility.csv",
        doc: "What helps people to get into a place and about.",
        columns: &[
            key(),
            may("location_id", Of(Kind::Location)),
            may("description", Text),
            may("details", Text),
            may("url", Link),
            may("accessibility", Text),
        ],
    },
    Table {
        name: "service_at_location",
        file: "service_at_location.csv",
        doc: "A service at one of its places.",
        columns: &[key(), must("service_id", Of(Kind::Service)), must("location_id", Of(Kind::Location))],
    },
    Table {
        name: "taxonomy",
        file: "taxonomies.csv",
        doc: "A way to classify.",
        columns: &[key(), must("name", Text), must("description", Text), may("uri", Link), may("version", Text)],
    },
    Table {
        name: "taxonomy_term",
        file: "taxonomy_terms.csv",
        doc: "A term of a taxonomy.",
        columns: &[
            key(),
            must("name", Text),
            must("description", Text),
            may("parent_id", Of(Kind::TaxonomyTerm)),
            may("taxonomy", Text),
            may("taxonomy_id", Of(Kind::Taxonomy)),
            may("term_uri", Link),
            may("term", Text),
        ],
    },
    Table {
        name: "attribute",
        file: "attribute.csv",
        doc: "A term that a service has; `link_id` is the service.",
        columns: &[
            key(),
            must("link_id", Id),
            must("taxonomy_term_id", Of(Kind::TaxonomyTerm)),
            may("link_type", Text),
        ],
    },
    Table {
        name: "funding",
        file: "funding.csv",
        doc: "Who pays for a service; nothing here knows that.",
        columns: &[key(), may("service_id", Of(Kind::Service)), may("source", Text)],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_kind_names_its_table() {
        for (kind, name) in [
            (Kind::Organization, "organization"),
            (Kind::Service, "service"),
            (Kind::Schedule, "schedule"),
            (Kind::Language, "language"),
            (Kind::ServiceAtLocation, "service_at_location"),
            (Kind::Attribute, "attribute"),
        ] {
            assert_eq!(TABLES[kind as usize].name, name);
        }
    }

    #[test]
    fn names_stand_once_and_rows_have_a_key() {
        for table in &TABLES {
            let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!((names.len(), table.columns[0].holds), (table.columns.len(), Key), "{}", table.name);
        }
        let files: BTreeSet<&str> = TABLES.iter().map(|table| table.file).collect();
        assert_eq!(files.len(), TABLES.len());
    }
}
