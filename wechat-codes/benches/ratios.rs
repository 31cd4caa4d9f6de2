pub fn run(_: &str) {
    divan::main();
}
