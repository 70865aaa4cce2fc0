//! A letter that asks a provider whether its entries are right.

use jiff::civil::Date;

/// Which letters are wanted.
#[derive(Clone, Debug)]
pub struct LettersWanted {
    /// The day by which an answer is asked for.
    pub reply_by: Date,
    /// Only services whose pages this role looks after.
    pub owner: Option<String>,
    /// Only this provider: its id, or its name.
    pub provider: Option<String>,
    /// Only services that are due to be checked, or that nobody has checked.
    pub overdue: bool,
}

/// One letter to one provider about all its services.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its name among the letters, of small letters, digits and dashes.
    pub name: String,
    /// To whom.
    pub to: String,
    /// Where to send it; a letter without is printed.
    pub email: Option<String>,
    /// The postal address, as far as it is known.
    pub address: Option<String>,
    /// The subject of the mail, which names no service.
    pub subject: String,
    /// The letter as HTML.
    pub html: String,
    /// The same words as plain text.
    pub text: String,
    /// The titles and addresses of the services in it.
    pub services: Vec<(String, String)>,
    /// Whether one of them is sensitive.
    pub is_quiet: bool,
    /// The day by which an answer is asked for.
    pub reply_by: Date,
}
