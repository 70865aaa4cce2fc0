//! The built-in theme, compiled into the program from `themes/signpost/` by the build script beside this file.

include!(concat!(env!("OUT_DIR"), "/theme.rs"));
