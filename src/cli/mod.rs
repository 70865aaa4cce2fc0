//! The command line: what can be typed, and one file per command that calls the project and prints.
//!
//! Exit codes: 0 done, 1 findings at error level, 2 could not run. Documents for other programs go to standard output;
//! progress, findings of a build and the summary go to standard error.

mod build;
mod check;
mod check_html;
mod export;
mod findings;
mod import;
mod later;
mod letters;
mod new;
mod overview;
mod publish;
mod report;
mod search;
mod serve;
mod session;
mod summary;
mod terminal;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns Markdown into a static, searchable, accessible information point for unpaid carers.
#[derive(Debug, Parser)]
#[command(
    name = "signpost",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Example:\n  signpost new my-site --yes && cd my-site && signpost serve"
)]
struct Cli {
    /// The folder of the site, where `site.toml` stands.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    site: PathBuf,
    #[command(subcommand)]
    command: Command,
}

/// Every command, in the order in which a site needs them.
#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    Serve(serve::Args),
    Build(build::Args),
    Check(check::Args),
    Search(search::Args),
    Report(report::Args),
    Letters(letters::Args),
    Import(import::Args),
    Export(export::Args),
    Publish(publish::Args),
    #[command(flatten)]
    Later(later::Later),
}

/// Exit code for findings at error level.
const FOUND: u8 = 1;
/// Exit code for what could not run.
const COULD_NOT_RUN: u8 = 2;

/// Runs one command, given as the program's arguments, and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Printing fails where nobody reads on; there is nobody left to tell.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { COULD_NOT_RUN } else { 0 });
        }
    };
    let outcome = match cli.command {
        Command::New(arguments) => new::run(&arguments),
        Command::Serve(arguments) => serve::run(&cli.site, &arguments),
        Command::Build(arguments) => build::run(&cli.site, &arguments),
        Command::Check(arguments) => check::run(&cli.site, &arguments),
        Command::Report(arguments) => report::run(&cli.site, &arguments),
        Command::Letters(arguments) => letters::run(&cli.site, &arguments),
        Command::Publish(arguments) => publish::run(&cli.site, &arguments),
        Command::Search(arguments) => search::run(&cli.site, &arguments),
        Command::Import(arguments) => import::run(&cli.site, &arguments),
        Command::Export(arguments) => export::run(&cli.site, &arguments),
        Command::Later(command) => Err(command.failure()),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            failure.print();
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn check_help(command: &clap::Command) {
        let name = command.get_name();
        let example = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(example.starts_with("Example") && example.contains("  signpost "), "{name} has no example: {example}");
        assert!(command.get_about().is_some(), "{name} does not say what it is for");
        for command in command.get_subcommands() {
            check_help(command);
        }
    }

    #[test]
    fn every_help_ends_in_an_example() {
        Cli::command().debug_assert();
        check_help(&Cli::command());
    }

    #[test]
    fn every_command_of_the_contract_is_there() {
        let known: Vec<String> =
            Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        for name in [
            "new", "add", "move", "serve", "build", "check", "search", "import", "export", "letters", "booklet",
            "publish", "withdraw", "schema",
        ] {
            assert!(known.iter().any(|known| known == name), "{name}");
        }
    }

    #[test]
    fn publish_records_and_sends_nothing_yet() {
        for (line, does_record) in [("publish --record", true), ("publish", false), ("publish --to X --dry-run", false)]
        {
            let arguments = std::iter::once("signpost").chain(line.split(' '));
            let cli = Cli::try_parse_from(arguments).expect("it is understood");
            let Command::Publish(arguments) = cli.command else { panic!("{line} is another command") };
            assert_eq!(arguments.refusal().is_none(), does_record, "{line}");
        }
    }

    #[test]
    fn what_is_not_in_this_version_takes_any_arguments_and_says_so() {
        for line in ["move a.md b.md", "withdraw /a/ --reason mistake"] {
            let arguments = std::iter::once("signpost").chain(line.split(' '));
            let cli = Cli::try_parse_from(arguments).expect("it is understood");
            let Command::Later(command) = cli.command else { panic!("{line} is in this version") };
            assert!(command.failure().message.contains("not in this version"), "{line}");
        }
    }
}
