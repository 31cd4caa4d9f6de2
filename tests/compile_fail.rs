//! Compiles one file for each mistake and compares the compiler's messages with the expected ones.

#[test]
fn mistakes_are_explained() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
}
