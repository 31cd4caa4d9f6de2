//! Crates outside the workspace, as users have them.

mod any_table;
mod cargo;
mod docs;
mod user_crates;
