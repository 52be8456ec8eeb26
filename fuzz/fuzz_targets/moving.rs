//! Guided fuzzing of the target `moving`; what it does is told in `crates/xtask/src/fuzz/targets.rs`.
#![no_main]

#[path = "../../crates/xtask/src/fuzz/targets.rs"]
#[allow(dead_code)] // Seeds and words are for `cargo xtask fuzz`.
mod targets;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    targets::TARGETS.iter().filter(|target| target.name == "moving").for_each(|target| (target.run)(input));
});
