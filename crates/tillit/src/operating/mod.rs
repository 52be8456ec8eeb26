//! What those need who run a Tillit: logs, health, numbers, and the door that keeps it from being overrun. No rule of
//! customer care lives here.

pub mod backups;
pub mod door;
pub mod health;
pub mod logging;
pub mod metrics;
pub mod takeout;
