//! Builds and tests crates outside the workspace, as users' crates are.

mod any_table;
mod cargo;
mod docs;
mod user_crates;
