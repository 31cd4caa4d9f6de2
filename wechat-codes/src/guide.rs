//! Pages that go further than the front page. This module exists only in the docs.

/// Recipes: logs, error types, a server, Chinese messages, an SDK, tests, two platforms.
///
// The samples need feature `json`.
#[cfg_attr(not(all(doctest, not(feature = "json"))), doc = include_str!("../docs/recipes.md"))]
pub mod recipes {}

/// What a new version of a table can break, and how to be safe.
///
#[doc = include_str!("../docs/versions.md")]
pub mod versions {}

/// The programs in the repository.
///
#[doc = include_str!("../docs/programs.md")]
pub mod programs {}

/// A `match` by hand, `strum`, `num_enum` or `phf` instead.
///
#[doc = include_str!("../docs/comparison.md")]
pub mod comparison {}

/// The benchmarks, in two charts.
///
#[doc = include_str!("../docs/speed.md")]
#[doc = ""]
#[doc = include_str!("../docs/lookup.svg")]
#[doc = ""]
#[doc = include_str!("../docs/compile.svg")]
pub mod speed {}

/// How a table takes the rows of another, and how a code finds its variant.
///
#[doc = include_str!("../docs/how-it-works.md")]
pub mod how_it_works {}

/// The changelog.
///
#[doc = include_str!("../CHANGELOG.md")]
pub mod changes {}
