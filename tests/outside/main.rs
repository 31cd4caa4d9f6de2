//! Crates outside the workspace, as users have them.

mod any_table;
mod cargo;
mod lint_crates;
