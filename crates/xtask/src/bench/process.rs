//! What a process has used: processor time, and memory that is its own.

use std::time::Duration;

use crate::crash::Outcome;

/// Linux counts processor time in hundredths of a second for programs.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of a process, all threads, as a program and in the kernel.
pub fn cpu(process: u32) -> Outcome<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    ticks(&stat).map(|ticks| TICK * ticks).ok_or_else(|| "no processor time".into())
}

fn ticks(stat: &str) -> Option<u32> {
    // The name stands in brackets and may hold anything.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let field = |place: usize| fields.get(place)?.parse::<u32>().ok();
    Some(field(11)? + field(12)?)
}

/// Memory of a process in MiB, what is shared with others by its share (PSS).
pub fn memory(process: u32) -> Outcome<f64> {
    let all = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    kib(&all, "Pss:").map(|kib| kib / 1024.0).ok_or_else(|| "no memory".into())
}

fn kib(all: &str, name: &str) -> Option<f64> {
    let line = all.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_read() {
        assert_eq!(ticks("7 (a) b) c) R 1 1 1 0 -1 4194304 5 0 0 0 120 34 0 0 20 0"), Some(154));
        assert_eq!(kib("Rss:  9 kB\nPss:                2048 kB\n", "Pss:"), Some(2048.0));
        assert!(cpu(std::process::id()).is_ok() && memory(std::process::id()).is_ok_and(|mib| mib > 0.1));
    }
}
