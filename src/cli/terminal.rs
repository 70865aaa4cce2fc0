//! Printing: nothing here fails when nobody reads on, as in `signpost check | head`.

use std::io::{self, IsTerminal, Write};

/// Prints to standard output.
pub fn print(text: &str) {
    let mut output = io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Prints bytes to standard output.
pub fn print_output(bytes: &[u8]) {
    let mut output = io::stdout().lock();
    let _ = output.write_all(bytes).and_then(|()| output.flush());
}

/// Prints to standard error.
pub fn print_error(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Says what is going on, where a person is watching.
pub fn progress(text: &str) {
    if io::stderr().is_terminal() {
        print_error(&format!("{text}\n"));
    }
}

/// Whether a person is there to be asked.
pub fn is_asked() -> bool {
    io::stdin().is_terminal()
}

/// Whether standard output may be coloured (<https://no-color.org>).
pub fn is_output_coloured() -> bool {
    io::stdout().is_terminal() && wants_colour()
}

/// Whether standard error may be coloured.
pub fn is_error_coloured() -> bool {
    io::stderr().is_terminal() && wants_colour()
}

fn wants_colour() -> bool {
    let is_off = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !is_off && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}
