//! Pages that go further than the front page. This module exists only in the docs.
//!
//! | page | what to find there |
//! | --- | --- |
//! | [`recipes`] | logs, error types, a server, Chinese messages, an SDK, tests, two platforms |
//! | [`versions`] | what a new version of a table can break, and how to be safe |
//! | [`programs`] | the programs in the repository |
//! | [`comparison`] | a `match` by hand, `strum`, `num_enum` or `phf` instead |
//! | [`speed`] | the benchmarks, in two charts |
//! | [`how_it_works`] | how a table takes the rows of another, and how a code finds its variant |
//! | [`changes`] | the changelog |

// The samples of the recipes need feature `json`.
#[cfg_attr(not(all(doctest, not(feature = "json"))), doc = include_str!("../docs/recipes.md"))]
pub mod recipes {}

#[doc = include_str!("../docs/versions.md")]
pub mod versions {}

#[doc = include_str!("../docs/programs.md")]
pub mod programs {}

#[doc = include_str!("../docs/comparison.md")]
pub mod comparison {}

#[doc = include_str!("../docs/speed.md")]
#[doc = ""]
#[doc = include_str!("../docs/lookup.svg")]
#[doc = ""]
#[doc = include_str!("../docs/compile.svg")]
pub mod speed {}

#[doc = include_str!("../docs/how-it-works.md")]
pub mod how_it_works {}

#[doc = include_str!("../CHANGELOG.md")]
pub mod changes {}
