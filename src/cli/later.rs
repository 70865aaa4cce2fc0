//! Commands that this version does not have yet. They are known, so that scripts and people get a plain answer.

use clap::Subcommand;

use super::session::Failure;

/// What a command of a later version was given; nothing looks at it.
#[derive(Debug, clap::Args)]
pub struct Anything {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    _rest: Vec<String>,
}

macro_rules! later {
    ($($(#[$doc:meta])* $variant:ident $name:literal $example:literal $instead:literal;)*) => {
        /// The commands of later versions.
        #[derive(Debug, Subcommand)]
        pub enum Later {
            $($(#[$doc])* #[command(after_help = concat!("Example (not in this version yet):\n  signpost ", $example))]
            $variant(Anything),)*
        }

        impl Later {
            /// Says that the command is not there, and what can be done now.
            pub fn failure(&self) -> Failure {
                let (name, instead) = match self { $(Self::$variant(_) => ($name, $instead),)* };
                Failure::new(format!("`signpost {name}` is not in this version yet"), instead)
            }
        }
    };
}

later! {
    /// Adds a draft of some type with empty fields (not in this version yet).
    Add "add" "add service \"Carers Hub\"" "copy a page of the same type in `content/` and change it";
    /// Moves a page and keeps its old address working (not in this version yet).
    Move "move" "move services/hub.md services/carers-hub.md"
        "move the file yourself, and add its old address to `aliases:` in its front matter";
    /// Makes the printed booklet (not in this version yet).
    Booklet "booklet" "booklet --output booklet.pdf" "every page prints well from a browser";
    /// Takes a page away at once (not in this version yet).
    Withdraw "withdraw" "withdraw /services/hub/ --reason \"The number is wrong\""
        "set `draft: yes` on the page, `signpost build`, and copy the whole folder to your host";
    /// Prints the schema of front matter for editors (not in this version yet).
    Schema "schema" "schema > front-matter.json" "`signpost check` names every key that a page cannot have";
}
